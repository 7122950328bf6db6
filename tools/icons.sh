#!/usr/bin/env bash
# Makes public/icons/ from public/icon.svg with Chromium: run it when the drawing changes, and commit what it leaves. A phone
# cuts the maskable ones into its own shape: their ground goes to the edge, and the drawing stays within the middle.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p public/icons
drawn=$(base64 -w0 public/icon.svg)
ground=$(sed -n 's/.*<rect [^>]*fill="\([^"]*\)".*/\1/p' public/icon.svg)

# icon NAME SIZE GROUND SHARE
icon() {
  cat >"$work/icon.html" <<HTML
<!doctype html><style>html { background: $3 } body { margin: 0; height: $2px; display: grid; place-items: center }</style>
<img src="data:image/svg+xml;base64,$drawn" width="$(($2 * $4 / 100))">
HTML
  "$CHROMIUM" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
    --force-device-scale-factor=1 --user-data-dir="$work/profile" --window-size="$2,$2" \
    --screenshot="$work/icon.png" "file://$work/icon.html" >/dev/null 2>&1
  mv "$work/icon.png" "public/icons/$1-$2.png"
}

for size in 192 512; do
  icon icon "$size" transparent 100
  icon maskable "$size" "$ground" 78
done
