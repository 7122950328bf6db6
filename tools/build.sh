#!/usr/bin/env bash
# Builds the finished site into dist/ and checks its weight. Does nothing when nothing it is made of has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh

# The moment the last good build began, not ended: what changed while it ran counts as newer.
stamp=${CARGO_TARGET_DIR:-target}/dist-stamp
inputs=(src style public tests/cases index.html Cargo.toml Cargo.lock Trunk.toml tools/env.sh tools/build.sh tools/finish.mjs
  tools/element-css.mjs tools/policy.mjs tools/worker.mjs tools/bin tools/npm)
for name in build.rs fonts; do
  if [[ -e $name ]]; then inputs+=("$name"); fi
done

if [[ -e dist/index.html && -e $stamp && ! $(find "${inputs[@]}" -newer "$stamp" -print -quit) ]]; then
  echo "dist/ is up to date"
else
  mkdir -p "${stamp%/*}"
  touch "$stamp.new"
  # Trunk runs offline, so that it takes the tools that set-up installed and fetches none of its own. On a CI machine
  # a lock file that lags behind Cargo.toml is an error, elsewhere cargo brings it up to date.
  cargo fetch --quiet ${CI:+--locked}
  # NO_COLOR: Trunk takes only true or false for it, where others take anything. Backtraces would be Trunk's own.
  env -u NO_COLOR -u RUST_BACKTRACE trunk build --release --offline
  cargo run --quiet --no-default-features --bin publish -- dist tests/cases
  # Parts of it are in the style sheet, and its licence asks to go along.
  cp "$SASS_PATH/bootstrap-italia/LICENSE" dist/LICENSE-bootstrap-italia.txt
  node tools/finish.mjs dist
  mv "$stamp.new" "$stamp"
fi
node tools/first-load.mjs dist
