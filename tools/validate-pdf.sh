#!/usr/bin/env bash
# validate-pdf.sh 3a,ua1 FILE...   Checks each file against each kind of PDF/A or PDF/UA with the complete veraPDF
# validator, and names every clause that a file breaks. Exit 0: all conform; 1: some do not; 2: it could not check.
# Set-up brings the validator; its XML library comes from Debian.
set -euo pipefail
tools=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tools/env.sh
. "$tools/env.sh"
if (($# < 2)); then
  echo "Usage: validate-pdf.sh 3a,ua1 FILE..." >&2
  exit 2
fi
if [[ ! -e $ddn_pdf_validator ]]; then
  echo "The PDF validator is not installed: make setup" >&2
  exit 2
fi

# No one package's folder holds them all, and releases of Debian divide them differently: what is there is taken.
classpath=$ddn_pdf_validator
for name in jaxb-runtime jaxb-core jaxb-impl jaxb-api istack-commons-runtime txw2 stax-ex FastInfoset javax.activation; do
  jar=/usr/share/java/$name.jar
  if [[ -e $jar ]]; then classpath+=:$jar; fi
done

# Java compiles a single file in memory: there are no classes to keep up to date.
exec java -cp "$classpath" "$tools/ValidatePdf.java" "$@"
