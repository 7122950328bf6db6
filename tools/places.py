#!/usr/bin/env python3
"""places.py   Writes public/places.txt: every municipality there is or was, and every foreign state, with the code that
a codice fiscale carries for it. Run by hand when the list has to be brought up to date; the result is committed.

    . tools/env.sh && PYTHONPATH=$TAX_CODE_REFERENCE python3 tools/places.py

The input is pinned: the data inside python-codicefiscale, of the version that tools/python-packages.txt names. They are
ANPR's archive of municipalities (ISTAT's names) and ISTAT's foreign states. The same input gives the same bytes.
src/application/places.rs says what a line means.
"""

import importlib.metadata
import json
import pathlib
import re
import unicodedata

import codicefiscale

VERSION = "0.12.1"
TARGET = pathlib.Path(__file__).resolve().parent.parent / "public" / "places.txt"
DATA = pathlib.Path(codicefiscale.__file__).parent / "data"

# ANPR writes every word with a capital. ISTAT, and everybody else, writes these small within a name.
SMALL = set(
    "a al ai alla alle allo agli con da dal dalla de' de dei degli del della delle dello di e ed in nel nella per su "
    "sul sulla sulle sui tra the and am an im bei auf der ob".split()
)
ELIDED = re.compile(r"^(D|Dell|Dall|All|Nell|Sull|Coll)'(?=\w)")

# A letter that was read in the wrong encoding somewhere upstream.
MISREAD = {"San Floriano Del Collio-Å Teverjan": "San Floriano Del Collio-Števerjan"}
# States whose accents are apostrophes in the input.
ACCENTS = {
    "Peru'": "Perù",
    "Sao Tome' E Principe": "São Tomé e Príncipe",
    "Stato Citta' Del Vaticano": "Stato della Città del Vaticano",
}
# What people call a state, or called it when they were born, beside its official name.
CALLED = {
    "Z106": "Vaticano", "Z111": "Germania Est/DDR", "Z114": "Gran Bretagna/Inghilterra", "Z126": "Olanda",
    "Z135": "URSS/Unione Sovietica", "Z140": "Moldavia", "Z148": "Macedonia", "Z154": "Russia", "Z156": "Cechia",
    "Z161": "Palestina", "Z206": "Birmania", "Z209": "Ceylon", "Z210": "Cina", "Z213": "Corea del Sud",
    "Z214": "Corea del Nord", "Z217": "Formosa", "Z242": "Timor Est", "Z312": "Zaire", "Z314": "Dahomey",
    "Z337": "Rhodesia", "Z347": "Sudafrica", "Z349": "Swaziland", "Z354": "Alto Volta", "Z404": "USA",
}


def written(name):
    """The name as it is commonly written: small articles and prepositions, except at the beginning."""
    words = []
    for word in re.sub(r"\s+", " ", name.strip()).split(" "):
        if words:
            if word.lower() in SMALL:
                word = word.lower()
            word = ELIDED.sub(lambda found: found.group(0).lower(), word)
        words.append(re.sub(r"-(En|Du|Ob)-", lambda found: found.group(0).lower(), word))
    return " ".join(words)


def folded(name):
    """How the reader sorts: without accents, apostrophes, hyphens and capitals."""
    plain = unicodedata.normalize("NFD", name)
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()).split())


def other_name(row):
    """The name in the other language of a bilingual municipality, unless the first name holds it already."""
    other = re.sub(r"^Comune Di .*Občina ", "", row["name_alt"].strip())
    return "" if not other or folded(written(other)) in folded(MISREAD.get(row["name"], row["name"])) else written(other)


def municipalities():
    rows = {}
    for row in json.loads((DATA / "municipalities.json").read_text(encoding="utf-8")):
        # A few that never had a code.
        if row["code"] == "ND":
            continue
        name = MISREAD.get(row["name"], row["name"])
        rows.setdefault((row["code"], written(name)), []).append(row)
    for (code, name), spans in rows.items():
        spans.sort(key=lambda row: row["date_created"])
        current = any(row["active"] for row in spans)
        last = next((row for row in spans if row["active"]), spans[-1])
        since = spans[0]["date_created"][:4]
        until = "" if current else max(row["date_deleted"] for row in spans)[:4]
        other = next((other for row in reversed(spans) if (other := other_name(row))), "")
        # 1861 is where the archive begins.
        yield name, other, last["province"], code, "" if since <= "1861" else since, until


def states():
    rows = {}
    for file in ("countries.json", "deleted-countries.json"):
        for row in json.loads((DATA / file).read_text(encoding="utf-8")):
            rows.setdefault(row["code"], []).append(row)
    for code, (row, *_) in rows.items():
        name = ACCENTS.get(row["name"]) or written(row["name"])
        # Its beginning is the same made-up day for all of them.
        yield name, CALLED.get(code, ""), "", code, "", row["date_deleted"][:4]


def licence():
    """The package's licence, which wants to stand in every copy of what is taken from it."""
    files = importlib.metadata.files("python-codicefiscale")
    return next(file for file in files if file.name == "LICENSE.txt").read_text(encoding="utf-8").strip().splitlines()


def main():
    assert importlib.metadata.version("python-codicefiscale") == VERSION, f"this wants python-codicefiscale {VERSION}"
    places = sorted({*municipalities(), *states()}, key=lambda place: (folded(place[0]), place[3], place[5]))
    lines = []
    for name, other, province, code, since, until in places:
        names = f"{name}/{other}" if other else name
        assert ";" not in names and re.fullmatch("[A-Z][0-9]{3}", code) and re.fullmatch("([A-Z]{2})?", province)
        lines.append(f"{names};{province};{code};{since}-{until}" if since or until else f"{names};{province};{code}")
    head = [
        "Comuni italiani, anche soppressi, e Stati esteri, con il codice catastale. Dati: ANPR (Ministero dell'Interno) e "
        f"ISTAT, attraverso python-codicefiscale {VERSION}, la cui licenza segue. Fatto da tools/places.py.",
        *licence(),
    ]
    text = "\n".join([*(f"# {line}".rstrip() for line in head), *lines, ""])
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(lines)} places, {len({place[3] for place in places})} codes, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
