# shellcheck shell=bash
# Sourced by the Makefile and by every script here: which versions of the tools the project uses, where set-up puts
# them, and the PATH that finds them. It installs nothing; tools/setup.sh does.
#
# The tools live outside the checkout, in folders named by version, so that a second checkout finds them built.
#
# shellcheck disable=SC2034  # those who source it use its names

ddn_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ddn_cache=${XDG_CACHE_HOME:-$HOME/.cache}/dopo-di-noi
ddn_oldest_rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ddn_root/Cargo.toml")

# Trunk 0.22 wants a newer compiler than some machines have. Trunk.toml names the same version.
ddn_trunk_version=0.21.14
# The command and the library must be of one version, or the page does not start.
ddn_wasm_bindgen_version=$(grep -A1 '^name = "wasm-bindgen"$' "$ddn_root/Cargo.lock" | sed -n 's/^version = "\(.*\)"/\1/p')
# The wheel whose jar is the complete veraPDF validator.
ddn_pdf_validator_version=2.5.16

ddn_trunk=$ddn_cache/trunk-$ddn_trunk_version
ddn_wasm_bindgen=$ddn_cache/wasm-bindgen-cli-$ddn_wasm_bindgen_version
# wasm-opt, sass, Bootstrap Italia, axe-core, PDF libraries to compare with: any change in the lock file is another folder.
ddn_npm=$ddn_cache/npm-$(cksum <"$ddn_root/tools/npm/package-lock.json" | cut -d' ' -f1)
ddn_pdf_validator=$ddn_cache/pdf-validator-$ddn_pdf_validator_version.jar
# A codice fiscale package and what it needs: any change in the list is another folder.
ddn_python_packages=$ddn_cache/python-$(cksum <"$ddn_root/tools/python-packages.txt" | cut -d' ' -f1)
# Debian's nginx, unpacked: installed, it would begin to serve.
ddn_nginx=$ddn_cache/nginx
# Links to Debian's Rust commands. Set-up makes this folder where rustup has no wasm32 target to give.
ddn_debian_rust=$ddn_cache/debian-rust

[[ $PATH == *"${CARGO_HOME:-$HOME/.cargo}/bin"* ]] || PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
PATH=$ddn_root/tools/bin:$ddn_trunk/bin:$ddn_wasm_bindgen/bin:$ddn_npm/node_modules/.bin:$PATH
if [[ -d $ddn_debian_rust ]]; then PATH=$ddn_debian_rust:$PATH; fi
export PATH

# Style sheets may import what tools/npm/package.json lists.
export SASS_PATH=$ddn_npm/node_modules
export AXE_CORE=$ddn_npm/node_modules/axe-core/axe.min.js
# For PYTHONPATH, where tests/tax_code.py runs.
export TAX_CODE_REFERENCE=$ddn_python_packages

# Real browsers, for the tests. Ubuntu and Google name theirs otherwise than Debian does.
ddn_first_command() {
  local name
  for name in "$@"; do
    if command -v "$name"; then return; fi
  done
}
CHROMIUM=${CHROMIUM:-$(ddn_first_command chromium chromium-browser google-chrome google-chrome-stable)}
CHROMEDRIVER=${CHROMEDRIVER:-$(ddn_first_command chromedriver)}
export CHROMIUM CHROMEDRIVER
# Real web servers, for the tests of servers/.
# Names of our own: nginx reads NGINX itself.
export DDN_NGINX=$ddn_nginx/usr/sbin/nginx DDN_NGINX_MODULES=$ddn_nginx/usr/lib/nginx/modules DDN_APACHE=/usr/sbin/apache2
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ddn_root/tests/webdriver.json
# Seconds. A busy machine starts a browser in more than the runner's own limits.
export WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=30
