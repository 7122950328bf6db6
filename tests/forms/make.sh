#!/usr/bin/env bash
# make.sh   Makes the forms that tests/forms.rs and tests/official_form.rs fill in. Their PDFs are committed: neither tests
# nor CI run this, which wants LibreOffice Writer (made with 7.4.7), qpdf with fix-qdf, and python3.
#
#   libreoffice.pdf   as LibreOffice exports domanda.fodt
#   cells.pdf         the same with cells for the codice fiscale, a flag that LibreOffice has no word for, set by sed;
#                     packed in streams of objects, with its table in a stream too
#   ../notices/modulo-valle-inventata.pdf
#                     the form of the made-up notice, with cells too
#   by-hand.pdf       what LibreOffice does not make, written by by-hand.py
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# exported NAME   Writes NAME.fodt and what LibreOffice makes of it.
exported() {
  python3 make-fodt.py "$1" >"$1.fodt"
  HOME=$work soffice --headless --convert-to pdf --outdir "$work" "$1.fodt" >/dev/null
}

# with_cells IN OUT   Gives fields of 16 characters a cell for each.
with_cells() {
  qpdf --qdf --object-streams=disable "$1" "$work/open.pdf"
  sed '/^  \/MaxLen 16$/i \  /Ff 16777216' "$work/open.pdf" | fix-qdf >"$work/cells.pdf"
  qpdf --deterministic-id --object-streams=generate "$work/cells.pdf" "$2"
}

exported domanda
mv "$work/domanda.pdf" libreoffice.pdf
with_cells libreoffice.pdf cells.pdf
exported modulo
with_cells "$work/modulo.pdf" ../notices/modulo-valle-inventata.pdf

python3 by-hand.py by-hand.pdf
for file in libreoffice.pdf cells.pdf by-hand.pdf ../notices/modulo-valle-inventata.pdf; do qpdf --check "$file" >/dev/null; done
ls -l ./*.pdf ../notices/*.pdf
