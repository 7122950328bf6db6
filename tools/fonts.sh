#!/usr/bin/env bash
# fonts.sh   The three fonts of the PDF, cut down to what Europe writes, into fonts/ (git-ignored), and the page's own into
# fonts/page/. Idempotent.
#   text-regular.ttf  Noto Sans: Latin, Greek with polytonic, Cyrillic, combining marks
#   text-bold.ttf     Noto Sans semibold, Latin alone: for labels and headings; other words fall back to regular
#   text-symbols.ttf  the few arrows and comparison signs that Noto Sans lacks, from Source Sans 3
#   page/             Titillium Web regular and semibold, each as Latin and as what further Latin alphabets add
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
version=3
cache=${XDG_CACHE_HOME:-$HOME/.cache}/dopo-di-noi/fonts-$version
noto=@expo-google-fonts/noto-sans@0.4.2
noto_sum=98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548
source_sans=@expo-google-fonts/source-sans-3@0.4.1
source_sans_sum=eb41834f563921e19b18b40bc924b97110983aef800d9cb67b9186f546311828
titillium=@fontsource/titillium-web@5.3.0
titillium_sum=5fc8c4f850e693046d88a7a4a34236aaadae6713b79547cb5680ff3c2e08b45b

latin=U+0020-007E,U+00A0-017F,U+0192,U+01CD-01DC,U+01E4-01EF,U+01F4-01F5,U+01FA-021B,U+0226-0233,U+0259,U+02BB-02BC,U+02C6-02DD
punctuation=U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2212
europe=U+0180-024F,U+0253-0254,U+0256-0257,U+0259,U+025B,U+0263,U+0268-0269,U+0272,U+0289,U+028A-028C,U+0292,U+02B9-02DD,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF
symbols=U+2190-2193,U+2248,U+2260,U+2264,U+2265,U+25A1,U+2713

# subset FROM TO CHARACTERS   no hinting: paper does not need it, and krilla drops it
subset() {
  hb-subset --unicodes="$3" --no-hinting --layout-features=kern,mark,mkmk --name-IDs=1,2,4,6 --output-file="$2" "$1"
}

# fetch PACKAGE SUM FOLDER
fetch() {
  mkdir -p "$3"
  local archive
  archive=$(cd "$3" && npm pack --silent "$1" 2>/dev/null)
  echo "$2  $3/$archive" | sha256sum --check --status || { echo "fonts: $1 has changed: its checksum differs" >&2; exit 1; }
  tar -xzf "$3/$archive" -C "$3" --strip-components=1
}

if [[ ! -e $cache/complete ]]; then
  if ! command -v hb-subset >/dev/null; then
    if [[ $(id -u) != 0 ]]; then
      echo "fonts: hb-subset is missing: install the Debian package libharfbuzz-bin" >&2
      exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libharfbuzz-bin >/dev/null
  fi
  echo "fonts: fetching Noto Sans, Source Sans 3 and Titillium Web, cutting the first two down" >&2
  mkdir -p "$cache"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  fetch "$noto" "$noto_sum" "$work/noto"
  fetch "$source_sans" "$source_sans_sum" "$work/source"
  fetch "$titillium" "$titillium_sum" "$work/titillium"
  subset "$work/noto/400Regular/NotoSans_400Regular.ttf" "$cache/text-regular.ttf" "$latin,$punctuation,$europe"
  subset "$work/noto/600SemiBold/NotoSans_600SemiBold.ttf" "$cache/text-bold.ttf" "$latin,$punctuation"
  subset "$work/source/400Regular/SourceSans3_400Regular.ttf" "$cache/text-symbols.ttf" "$symbols"
  cp "$work/noto/LICENSE_FONT" "$cache/OFL-noto-sans.txt"
  cp "$work/source/LICENSE_FONT" "$cache/OFL-source-sans-3.txt"
  mkdir -p "$cache/page"
  for weight in 400 600; do
    cp "$work/titillium/files/titillium-web-latin-$weight-normal.woff2" "$cache/page/titillium-web-$weight.woff2"
    cp "$work/titillium/files/titillium-web-latin-ext-$weight-normal.woff2" "$cache/page/titillium-web-$weight-ext.woff2"
  done
  cp "$work/titillium/LICENSE" "$cache/page/OFL-titillium-web.txt"
  touch "$cache/complete"
fi
mkdir -p "$root/fonts/page"
for file in "$cache"/*.ttf "$cache"/*.txt "$cache"/page/*; do
  target=$root/fonts/${file#"$cache"/}
  cmp -s "$file" "$target" || cp "$file" "$target"
done
