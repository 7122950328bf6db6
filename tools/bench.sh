#!/usr/bin/env bash
# Prints figures: what the first question weighs, how long everything takes again after one answer, and how long a PDF
# takes, beside other libraries and on a slow phone.
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
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node -e 'process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(process.argv[1])).answers))' "$case" >"$work/answers.json"
cargo run --release --quiet --bin ddn -- application medio-olona-2024 "$work/answers.json" "$work/application.pdf"
node tools/bench/pdf.mjs dist "$work/application.pdf"
