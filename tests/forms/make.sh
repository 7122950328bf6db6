#!/usr/bin/env bash
# make.sh   Makes the forms that tests/forms.rs fills in. Their PDFs are committed: neither tests nor CI run this, which
# wants LibreOffice Writer (made with 7.4.7), qpdf with fix-qdf, and python3.
#
#   libreoffice.pdf   as LibreOffice exports domanda.fodt
#   cells.pdf         the same with cells for the codice fiscale, a flag that LibreOffice has no word for, set by sed;
#                     packed in streams of objects, with its table in a stream too
#   by-hand.pdf       what LibreOffice does not make, written by by-hand.py
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 make-fodt.py >domanda.fodt
HOME=$work soffice --headless --convert-to pdf --outdir "$work" domanda.fodt >/dev/null
mv "$work/domanda.pdf" libreoffice.pdf

qpdf --qdf --object-streams=disable libreoffice.pdf "$work/open.pdf"
sed '/^  \/MaxLen 16$/i \  /Ff 16777216' "$work/open.pdf" | fix-qdf >"$work/cells.pdf"
qpdf --deterministic-id --object-streams=generate "$work/cells.pdf" cells.pdf

python3 by-hand.py by-hand.pdf
for file in libreoffice.pdf cells.pdf by-hand.pdf; do qpdf --check "$file" >/dev/null; done
ls -l ./*.pdf
