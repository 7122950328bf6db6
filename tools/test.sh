#!/usr/bin/env bash
# Sets up, builds, and checks everything; goes on when something fails, so that one run tells all. Ends with a table and
# the line "N passed, N failed". What each suite said stays in target/test-logs/.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

names=() passes=() failures=() times=()
logs=${CARGO_TARGET_DIR:-target}/test-logs
mkdir -p "$logs"
# The result lines are read: no colours between their words.
export CARGO_TERM_COLOR=never

# run check|tests NAME COMMAND...   A check counts as one. Of tests the "test result:" lines count; that nothing was
# counted, or a failure that no line counts (it did not compile, it crashed), is one failure.
run() {
  local kind=$1 name=$2 log status passed=0 failed=0 start=$SECONDS
  log=$logs/${name// /-}.log
  shift 2
  printf '\n== %s\n' "$name"
  "$@" 2>&1 </dev/null | tee "$log"
  status=${PIPESTATUS[0]}
  if [[ $kind == tests ]]; then
    read -r passed failed < <(sed -n 's/^test result: [^0-9]*\([0-9]*\) passed; \([0-9]*\) failed;.*/\1 \2/p' "$log" |
      awk '{ passed += $1; failed += $2 } END { print passed + 0, failed + 0 }')
    if ((failed == 0 && (status != 0 || passed == 0))); then failed=1; fi
  elif ((status == 0)); then
    passed=1
  else
    failed=1
  fi
  names+=("$name") passes+=("$passed") failures+=("$failed") times+=($((SECONDS - start)))
}

close() {
  local i passed=0 failed=0
  printf '\n%-24s %8s %8s %8s\n' suite passed failed seconds
  for i in "${!names[@]}"; do
    printf '%-24s %8d %8d %8d\n' "${names[i]}" "${passes[i]}" "${failures[i]}" "${times[i]}"
    ((passed += passes[i], failed += failures[i]))
  done
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}

run check "set-up" tools/setup.sh test
((failures[0] == 0)) || close
# shellcheck source=tools/env.sh
. tools/env.sh

run check "site and its weight" tools/build.sh
run check "format" cargo fmt --check
wasm32=(--target wasm32-unknown-unknown --no-default-features)
run check "clippy native" cargo clippy --all-targets --features command,browser-tests -- -D warnings
run check "clippy page" cargo clippy "${wasm32[@]}" --features page -- -D warnings
run check "clippy later steps" cargo clippy "${wasm32[@]}" --features whole -- -D warnings
run check "clippy editor" cargo clippy "${wasm32[@]}" --features editor -- -D warnings
run check "clippy PDF module" cargo clippy "${wasm32[@]}" --features pdf-module -- -D warnings
run check "clippy PDF reading" cargo clippy "${wasm32[@]}" --features pdf-reading-module -- -D warnings
run tests "native" cargo test --no-fail-fast
run tests "wasm in Chromium" cargo test "${wasm32[@]}" --features page --test wasm
if grep -q '^browser-tests *=' Cargo.toml; then
  # What tests of another day checked is no proof.
  rm -rf "${CARGO_TARGET_DIR:-target}/tmp/access"
  run tests "page in Chromium" cargo test --features browser-tests --test browser
  run check "note on accessibility" node tools/access-note.mjs --check
else
  printf '\n== page in Chromium\nskipped: Cargo.toml has no feature browser-tests yet\n'
fi
close
