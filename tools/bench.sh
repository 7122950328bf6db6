#!/usr/bin/env bash
# Prints figures: what the first question weighs, how long everything takes again after one answer, how long a PDF takes,
# beside other libraries and on a slow phone, and there also when text is painted, what moves, and how long controls take.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
tools/build.sh
cargo bench --quiet --bench recompute
# The profile that the page is built with.
cargo test --release --target wasm32-unknown-unknown --no-default-features --features page --test bench_wasm -- --nocapture |
  grep -oE '[a-z ]+, wasm in Chromium.*'
case=tests/cases/medio-olona-2024/rent-and-condominium-with-the-self-managed-contribution.json
node tools/bench/pdf.mjs dist "$case"
node tools/bench/page.mjs dist "$case"
node tools/bench/cases.mjs dist
