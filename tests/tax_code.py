"""Codici fiscali by the package python-codicefiscale 0.12.1, for tests/tax_code.rs to compare with. Prints, the same on
every run, one case a line, tab-separated:

    person    surname name sex birth-date place-code code accepted|refused
    omocode   code of a person, then its 127 variants
    changed   code accepted|syntax|date|place|check     (codes with a slip in them, and what the package says)
    known     place-code                                (every code in the package's lists)

`refused`: the package computes this code but says that it cannot be, with the place not yet or no longer there.
"""

import functools
import importlib.metadata
import json
import pathlib
import random
import sys
from datetime import date, datetime, timedelta

import codicefiscale as package
from codicefiscale import codicefiscale as reference

PEOPLE, WITH_OMOCODES, CHANGED = 100_000, 1_000, 30_000

SURNAMES = """
Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo
Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli
Vitale Lombardo Serra Coppola Bo Fo Re Io Po Aio Oia Ai Iai Nò Alù Aò Ciò Mo Zà Sgrò Cuzzocrea Totò Nicolò Foà Calò
D'Aò D'Angelo Dell'Acqua Dall'Oglio De|Luca Di|Stefano La|Rosa Lo|Presti Del|Piero Della|Valle De'|Medici Sant'Anna
D’Amico Dell’Orto Degl'Innocenti Rossi-Bianchi Visconti|di|Modrone Pallavicini|Trivulzio Li|Causi Bentivoglio|d'Aragona
Müller Schröder Jäger Weiß Groß Böe Köö Öz Ünal Ä Höfer Mühlögger Ångström Åke Ødegård Bjørnsen Sørå Þórsson Guðmundsson
Núñez Peña Betaña Ibáñez García|Márquez Muñoz Gonçalves Conceição Simões João Lefèvre Bézier Français Noël Œuvray Lætitia
Šimić Đoković Kovačević Žižek Čapek Dvořák Łukaszewicz Wałęsa Kościuszko Ștefănescu Țurcanu Popescu Erdoğan Şahin Yıldız İnönü
Nagy Kőrösi Szűcs Nguyen Tran Chen Hu Li Wu Xu Yu Ng Oh E O Singh Kaur Hussain El|Amrani Ben|Ali Al-Sayed O'Brien McDonald
Ndiaye Diop Ouédraogo Traoré N'Diaye Ayo Uwa Hoxha Çela Gjoni Kılıç Krylová Ivanova Shevchenko Ĳsbrand Ğül Żak
""".split()
NAMES = """
Maria Anna Giuseppe Giovanni Antonio Luigi Francesco Gianfranco Alessandro Alessandra Mario Marco Luca Eva Ugo Io Al Ada Leo
Lia Noè Niccolò Nicolò Andrea Lucia Teresa Rosa Angela Giulia Chiara Federica Michele Mirko Pietro Bartolomeo Gianluca
Maria|Grazia Anna|Maria Gian|Marco Pier-Luigi Jean-Pierre Marie-Françoise José|María D'Artagnan Zoë Chloé Renée André Éva
Jürgen Jörg Günther Björn Søren Åsa Ägidius Öykü Ümit Ülkü Ædan Þór Sigríður Łucja Zażółć Ştefan Ionuț Željko Đorđe Šime Čedo
Bo Li Wei Xi Yu Oh Ai Iu Mohammed Abdul Fatou Aïcha Inès Zoé Ngozi Oleksandr Irina Natalia Tomáš Ľubica Gülşen Işıl Çiğdem İpek
Giampaolo|Maria|Cristoforo Ai|Ko O Y X Naïma L'Aura Mc Ng
""".split()
# Another alphabet: the package makes letters of it, we do not.
FOREIGN = ["Иван", "Шевченко", "Παπαδόπουλος", "Ольга", "李", "王小明"]
MARKS = "àáâãèéêëìíîïòóôõùúûñçčšž"


def quicken():
    """The package reads the same texts again and again, and lists all variants at every look at a code."""
    reference.slugify = functools.lru_cache(maxsize=None)(reference.slugify)
    reference._get_date = functools.lru_cache(maxsize=None)(reference._get_date)
    variants = reference._get_omocodes
    reference._get_omocodes = lambda code: []
    return variants


def names(dice, pool):
    one = dice.choice(pool)
    if dice.random() < 0.25:
        letters = "bcdfghlmnprstvz", "aeiou" + MARKS * (dice.random() < 0.2)
        one = "".join(dice.choice(dice.choice(letters)) for _ in range(dice.randint(1, 9))).capitalize()
    if dice.random() < 0.1:
        one += dice.choice([" ", "-", "  ", " di "]) + dice.choice(pool)
    if dice.random() < 0.003:
        one = dice.choice(FOREIGN)
    one = one.replace("|", " ")
    return dice.choice([one, one, one, one.upper(), one.lower()])


def places():
    data = pathlib.Path(package.__file__).parent / "data"
    for file in ("municipalities", "countries", "deleted-countries"):
        for row in json.loads((data / f"{file}.json").read_text(encoding="utf-8")):
            # A few municipalities never had a code.
            if row["code"] != "ND":
                yield row


def person(dice, rows):
    row = dice.choice(rows)
    sex = dice.choice("MF")
    born = date(1920, 1, 1) + timedelta(days=dice.randrange((date(2026, 1, 1) - date(1920, 1, 1)).days))
    if dice.random() < 0.01:
        born = date(dice.randrange(1920, 2025, 4), 2, 29)
    surname, name = names(dice, SURNAMES), names(dice, NAMES)
    at = datetime(born.year, born.month, born.day)
    verdict = "accepted"
    try:
        code = reference.encode(surname, name, sex, at, row["name"] if dice.random() < 0.3 else row["code"])
    except ValueError:
        verdict = "refused"
        parts = reference.encode_lastname(surname), reference.encode_firstname(name), reference.encode_birthdate(at, sex)
        code = "".join(parts) + row["code"]
        code += reference.encode_cin(code)
    print("person", surname, name, sex, born, code[11:15], code, verdict, sep="\t")
    return code


def changed(dice, code):
    """A code with a slip, or with another day, month or place and the check letter that goes with it."""
    at = dice.randrange(16)
    anything = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    match dice.randrange(6):
        case 0:
            return code[:at] + dice.choice(anything) + code[at + 1 :]
        case 1:
            at = min(at, 14)
            return code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        case 2:
            return code[:at] + code[at + 1 :]
        case 3:
            code = f"{code[:9]}{dice.randrange(100):02}{code[11:15]}"
        case 4:
            code = f"{code[:6]}{dice.randrange(100):02}{dice.choice('ABCDEHLMPRST')}{dice.choice([29, 30, 31, 69, 70, 71])}{code[11:15]}"
        case _:
            code = f"{code[:11]}{dice.choice(anything[:26])}{dice.randrange(1000):03}"
    return code + reference.encode_cin(code)


def verdict(code):
    try:
        reference.decode(code)
        return "accepted"
    except ValueError as error:
        said = str(error)
        for words, short in (("wrong CIN", "check"), ("invalid date", "date"), ("wrong birthplace", "place")):
            if words in said:
                return short
        return "syntax"


def main():
    version = importlib.metadata.version("python-codicefiscale")
    if version != "0.12.1":
        sys.exit(f"python-codicefiscale is {version}, the comparison is with 0.12.1")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    variants = quicken()
    dice = random.Random(1126)
    rows = list(places())
    # States are few among the rows, and many among the people.
    states = [row for row in rows if row["code"].startswith("Z")]
    pool = rows + states * 20
    codes = [person(dice, pool) for _ in range(PEOPLE)]
    for code in codes[:WITH_OMOCODES]:
        print("omocode", code, *(variant for variant in variants(code) if variant != code), sep="\t")
    for _ in range(CHANGED):
        code = changed(dice, dice.choice(codes))
        print("changed", code, verdict(code), sep="\t")
    for code in sorted({row["code"] for row in rows}):
        print("known", code, sep="\t")


if __name__ == "__main__":
    main()
