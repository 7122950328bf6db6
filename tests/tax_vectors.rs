//! The codice fiscale: worked examples, every omocode of a code, every slip of one character, anything at all typed.
//! tests/tax_code.rs compares a hundred thousand people with another implementation.

mod common;

use common::generate::Dice;
use dopo_di_noi::application::tax_code::{Registered, Sex, TaxCode, TaxCodeError};
use dopo_di_noi::application::tax_note::{Identity, Note};
use dopo_di_noi::date::Date;
use dopo_di_noi::programme::Voice;
use dopo_di_noi::text::faults;

const LETTERS_AND_FIGURES: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

fn read(code: &str) -> TaxCode {
    code.parse().unwrap_or_else(|why| panic!("{code}: {why:?}"))
}

fn fault(code: &str) -> TaxCodeError {
    code.parse::<TaxCode>().expect_err(code)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-11-21")
}

fn registered<'a>(surname: &'a str, name: &'a str, sex: char, born: &str, place: &'a str) -> Registered<'a> {
    let sex = if sex == 'F' { Sex::Female } else { Sex::Male };
    Registered { surname, name, sex, born: day(born), place }
}

/// What there is to say about somebody's code, where every place is known.
fn notes(code: &str, person: &Registered) -> Vec<Note> {
    let places = [person.place];
    let identity = Identity {
        surname: person.surname,
        name: person.name,
        sex: Some(person.sex),
        born: Some(person.born),
        places: &places,
    };
    read(code).notes(&identity, |_| true, today())
}

/// The letter that makes fifteen characters a code: found by trying, so that the test does not compute it.
fn checked(fifteen: &str) -> Option<String> {
    let codes = ('A'..='Z').map(|letter| format!("{fifteen}{letter}"));
    codes.into_iter().find(|code| code.parse::<TaxCode>().is_ok())
}

#[test]
fn invented_people_have_these_codes() {
    for (code, surname, name, sex, born, place) in [
        ("BNCNNA90B68C139T", "Bianchi", "Anna", 'F', "1990-02-28", "C139"),
        ("FOXLAX80A01E965V", "Fo", "Al", 'M', "1980-01-01", "E965"),
        ("DLCGFR70A01D467I", "De Luca", "Gianfranco", 'M', "1970-01-01", "D467"),
        ("DAONCL80A01E101T", "D'Aò", "Nicolò", 'M', "1980-01-01", "E101"),
        ("CLMVEA99M71G028R", "Colombo", "Eva", 'F', "1999-08-31", "G028"),
        ("FRRGPP61L59I794V", "Ferrari", "Giuseppina", 'F', "1961-07-19", "I794"),
        ("GLLIOX01S05E102E", "Galli", "Io", 'M', "2001-11-05", "E102"),
        ("MLLJGN75H15Z112Y", "Müller", "Jürgen", 'M', "1975-06-15", "Z112"),
        ("RSSMRA85T10A562S", "ROSSI", "mario", 'M', "1985-12-10", "A562"),
    ] {
        let person = registered(surname, name, sex, born, place);
        assert_eq!(person.tax_code().unwrap().as_str(), code);
        assert_eq!(notes(code, &person), []);
        let read = read(code);
        let content = read.content().unwrap();
        let (year, month, day) = person.born.parts();
        assert_eq!((u16::from(content.year), content.month, content.day), (year % 100, month, day), "{code}");
        assert_eq!((content.sex, content.place.as_str(), content.omocode), (person.sex, place, false), "{code}");
    }
}

#[test]
fn codes_are_read_however_they_are_typed() {
    for typed in ["rssmra85t10a562s", " RSS MRA 85T10 A562 S\n", "RSS\u{a0}MRA\u{202f}85T10A562\tS"] {
        assert_eq!(read(typed).to_string(), "RSSMRA85T10A562S");
    }
}

#[test]
fn faults_say_what_is_wrong_and_what_to_do() {
    for (code, words) in [
        ("BNCNNA90B68C139A", "non torna con gli altri"),
        ("RSSMRA85B31A562F", "31/02/85, che non esiste"),
        ("RSSMRA85T35A562G", "35/12/85, che non esiste"),
        ("RSSMRA85T10A562", "Questo ne ha 15"),
        ("RSSMRA85T10A562SS", "Questo ne ha 17"),
        ("0762170001", "11 cifre se è provvisorio. Questo ne ha 10"),
        ("07643520568", "non torna con gli altri"),
        ("", "16 caratteri, come sulla tessera"),
        ("RSSMRA85T10-A562S", "c'è «-»"),
        ("RSSMRÀ85T10A562S", "c'è «À»"),
        ("RSSMR085T10A562S", "carattere 6 del codice fiscale è «0», ma lì va una lettera"),
        ("RSSMRAO5T10A562S", "carattere 7 del codice fiscale è «O», ma lì va una cifra"),
        ("RSSMRA85F10A562S", "carattere 9 del codice fiscale è «F», ma lì va la lettera del mese"),
        ("0000000000000000", "carattere 1 del codice fiscale è «0»"),
    ] {
        let said = faults::tax_code(Voice::default(), &fault(code));
        assert!(said.contains(words) && said.ends_with('.'), "{code}: {said}");
    }
}

#[test]
fn only_days_that_can_be_are_accepted() {
    let accepted = |year: u8, month: char, day: u8| checked(&format!("RSSMRA{year:02}{month}{day:02}A562")).is_some();
    for (month, last) in "ABCDEHLMPRST".chars().zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        for day in 0..100 {
            let exists = (1..=last).contains(&(day % 40)) && day < 80;
            assert_eq!(accepted(85, month, day), exists, "{day} {month}");
        }
    }
    // 1900 was no leap year, 2000 was.
    for year in 0..100 {
        assert_eq!((accepted(year, 'B', 29), accepted(year, 'B', 69)), (year % 4 == 0, year % 4 == 0), "{year}");
        assert!(!accepted(year, 'B', 30));
    }
}

#[test]
fn all_128_omocodes_are_the_same_person() {
    let letters = "LMNPQRSTUV";
    let plain = read("RSSMRA85T10A562S");
    let mut seen = std::collections::BTreeSet::new();
    for choice in 0_u32..128 {
        let mut fifteen: Vec<char> = plain.as_str().chars().take(15).collect();
        for (bit, at) in [6, 7, 9, 10, 12, 13, 14].into_iter().enumerate() {
            if choice >> bit & 1 == 1 {
                let figure = fifteen[at].to_digit(10).unwrap() as usize;
                fifteen[at] = letters.chars().nth(figure).unwrap();
            }
        }
        let code = checked(&fifteen.iter().collect::<String>()).unwrap();
        let read = read(&code);
        let (content, own) = (read.content().unwrap(), plain.content().unwrap());
        assert_eq!(content.omocode, choice != 0);
        assert_eq!((content.year, content.month, content.day), (own.year, own.month, own.day));
        assert_eq!((content.sex, &content.place), (own.sex, &own.place));
        let expected: &[Note] = if choice == 0 { &[] } else { &[Note::Omocode] };
        assert_eq!(notes(&code, &registered("Rossi", "Mario", 'M', "1985-12-10", "A562")), expected);
        seen.insert(code);
    }
    assert_eq!(seen.len(), 128);
    for known in ["RSSMRA85T10A56NH", "RSSMRAURTMLARSNL"] {
        assert!(seen.contains(known));
    }
    assert_eq!(read("BNCNNA90B68C13VI").content().unwrap().place, "C139");
}

#[test]
fn every_slip_of_one_character_is_caught() {
    for code in ["RSSMRA85T10A562S", "RSSMRAURTMLARSNL", "BNCNNA90B68C139T", "FOXLAX80A01E965V", "MLLJGN75H15Z112Y"] {
        for at in 0..16 {
            for letter in LETTERS_AND_FIGURES.chars().chain("àß–. ".chars()) {
                let mut changed: Vec<char> = code.chars().collect();
                if changed[at] == letter {
                    continue;
                }
                changed[at] = letter;
                let changed: String = changed.into_iter().collect();
                // No two characters that may stand in one place count the same, so that the check letter sees them all.
                let said = faults::tax_code(Voice::default(), &fault(&changed));
                assert!(said.ends_with('.'), "{changed}: {said}");
            }
        }
    }
}

#[test]
fn provisional_codes_are_accepted_with_a_word() {
    for code in ["07643520567", "12345678903", "00743110157"] {
        let notes = read(code).notes(&Identity { surname: "Rossi", ..Identity::default() }, |_| false, today());
        assert_eq!(notes, [Note::Provisional]);
        for at in 0..11 {
            for figure in '0'..='9' {
                let mut changed: Vec<char> = code.chars().collect();
                if changed[at] != figure {
                    changed[at] = figure;
                    assert_eq!(fault(&changed.into_iter().collect::<String>()), TaxCodeError::Check);
                }
            }
        }
    }
}

#[test]
fn nothing_that_can_be_typed_makes_it_panic() {
    let mut dice = Dice(3);
    let odd: Vec<char> = "AÀßİıŁŉǆ١２\u{300}\u{200d}\u{feff}🦀漢 \n'-".chars().collect();
    for _ in 0..200_000 {
        let garbage: String = (0..dice.roll(20))
            .map(|_| match dice.roll(3) {
                0 => *dice.pick(&odd),
                1 => char::from(*dice.pick(LETTERS_AND_FIGURES.as_bytes())),
                _ => char::from_u32(u32::try_from(dice.roll(0x11_0000)).unwrap()).unwrap_or('x'),
            })
            .collect();
        if let Err(why) = garbage.parse::<TaxCode>() {
            assert!(faults::tax_code(Voice::default(), &why).ends_with('.'));
        }
        let place = dice.pick(&["A562", "", "Z1", "àààà", "ALLL", "a562", "A5622"]);
        let person = Registered { name: &garbage, ..registered(&garbage, "", 'F', "2000-02-29", place) };
        assert!(person.tax_code().is_none() || *place == "A562");
        notes("RSSMRA85T10A562S", &person);
    }
}

#[test]
fn what_speaks_against_the_person_is_a_note() {
    let person = registered("Rossi", "Mario", 'M', "1985-12-10", "A562");
    let code = "RSSMRA85T10A562S";
    let note = |person| notes(code, &person);
    assert_eq!(note(Registered { surname: "Verdi", ..person }), [Note::Surname]);
    assert_eq!(note(Registered { name: "Maria", ..person }), []);
    assert_eq!(note(Registered { name: "Mario Luigi", ..person }), [Note::Name]);
    assert_eq!(note(Registered { sex: Sex::Female, ..person }), [Note::Sex]);
    assert_eq!(note(Registered { born: day("1985-12-11"), ..person }), [Note::Birth(10, 12, 85)]);
    assert_eq!(note(Registered { born: day("2085-12-10"), ..person }), [Note::Ahead]);
    assert_eq!(note(Registered { place: "F205", ..person }), [Note::Place("A562".into())]);
    // Nothing known, nothing to say.
    assert_eq!(read(code).notes(&Identity::default(), |_| true, today()), []);
    // A place that no list has; its check letter is right.
    let unknown = read("RSSMRA85T10X999Q").notes(&Identity::default(), |place| place != "X999", today());
    assert_eq!(unknown, [Note::UnknownPlace("X999".into())]);
    for note in [
        Note::Provisional,
        Note::Omocode,
        Note::UnknownPlace("X999".into()),
        Note::Surname,
        Note::Name,
        Note::Birth(1, 2, 3),
        Note::Sex,
        Note::Place("X999".into()),
        Note::Ahead,
    ] {
        assert!(faults::note(Voice::default(), &note).ends_with('.'));
        assert_eq!(note.is_warning(), !matches!(note, Note::Provisional | Note::Omocode), "{note:?}");
    }
}

#[test]
fn names_may_have_been_spelled_in_other_ways() {
    let says = |letters: &str, surname: &str| {
        let code = checked(&format!("{letters}MRA85T10A562")).unwrap();
        notes(&code, &registered(surname, "Mario", 'M', "1985-12-10", "A562"))
    };
    // Born in 1976, and a code of 1972: marks were left out.
    assert_eq!(says("LAX", "Alù"), []);
    assert_eq!(says("LAU", "Alù"), []);
    assert_eq!(says("BTE", "Betaña"), []);
    assert_eq!(says("BTN", "Betaña"), []);
    assert_eq!(says("RDO", "Röd"), []);
    assert_eq!(says("BEO", "Böe"), [Note::Surname]);
    assert_eq!(says("BOE", "Böe"), []);
    assert_eq!(registered("Kö", "Öz", 'F', "1985-12-10", "A562").tax_code().unwrap().as_str().get(..6), Some("KOEZOE"));
    // Written in another alphabet, it can be any name.
    assert_eq!(says("SVC", "Шевченко"), []);
    assert_eq!(registered("Шевченко", "Ольга", 'F', "1985-12-10", "A562").tax_code(), None);
}
