//! A hundred thousand people with the codici fiscali that the Python package python-codicefiscale makes of them: ours are
//! the same, or this says why not. tests/tax_vectors.rs has the worked examples.

mod common;

use std::collections::HashSet;
use std::process::Command;

use common::{file, text};
use dopo_di_noi::application::places::{Place, Places};
use dopo_di_noi::application::tax_code::{Registered, Sex, TaxCode, TaxCodeError};
use dopo_di_noi::application::tax_note::Identity;
use dopo_di_noi::date::Date;

fn read(code: &str) -> TaxCode {
    code.parse().unwrap_or_else(|why| panic!("{code}: {why:?}"))
}

fn sex_of(letter: &str) -> Sex {
    if letter == "F" { Sex::Female } else { Sex::Male }
}

fn without_second_vowels(name: &str) -> String {
    let plain = |letter| match letter {
        'ä' | 'å' | 'Ä' | 'Å' => 'a',
        'ö' | 'ø' | 'Ö' | 'Ø' => 'o',
        'ü' | 'Ü' => 'u',
        other => other,
    };
    name.chars().map(plain).collect()
}

/// What the package says, made by tests/tax_code.py.
fn reference() -> String {
    let wants = "The comparison wants python3 and python-codicefiscale: run tools/setup.sh, then `. tools/env.sh`.";
    let mut python = Command::new("python3");
    python.arg("-B").arg(file("tests/tax_code.py"));
    if let Some(packages) = std::env::var_os("TAX_CODE_REFERENCE") {
        python.env("PYTHONPATH", packages);
    }
    let output = python.output().unwrap_or_else(|why| panic!("{why}. {wants}"));
    assert!(output.status.success(), "{}\n{wants}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_hundred_thousand_people_have_the_codes_of_the_reference() {
    let places = Places::read(&text("public/places.txt")).unwrap();
    let codes: HashSet<&str> = places.all().iter().map(Place::code).collect();
    let today: Date = "2026-11-21".parse().unwrap();
    let (mut people, mut umlauts, mut alphabets, mut refused, mut omocodes, mut changed, mut known) =
        (0, 0, 0, 0, 0, 0, 0);
    for line in reference().lines() {
        match line.split('\t').collect::<Vec<_>>().as_slice() {
            ["person", surname, name, sex, born, place, code, verdict] => {
                people += 1;
                let person = Registered { surname, name, sex: sex_of(sex), born: born.parse().unwrap(), place };
                let names = format!("{surname} {name}");
                match person.tax_code() {
                    Some(own) if own.as_str() == *code => {}
                    // The package makes Latin letters of other alphabets in a way of its own. The decree knows 26
                    // letters: only the registry can tell which ones it put down.
                    None => {
                        assert!(names.chars().any(|letter| letter >= '\u{370}'), "{line}");
                        alphabets += 1;
                    }
                    // The package takes ä, ö, ü, å and ø for a, o, u, a and o, against circular 34/E: AE, OE, UE (and
                    // what passports write, AA and OE). It shows where the second vowel is among the three letters.
                    Some(own) => {
                        let (surname, name) = (without_second_vowels(surname), without_second_vowels(name));
                        assert_ne!((surname.as_str(), name.as_str()), (person.surname, person.name), "{line}: {own}");
                        let theirs = Registered { surname: &surname, name: &name, ..person }.tax_code();
                        assert_eq!(theirs, Some(read(code)), "{line}: {own}");
                        umlauts += 1;
                    }
                }
                // Either way nobody is warned.
                let identity =
                    Identity { surname, name, sex: Some(person.sex), born: Some(person.born), places: &[place] };
                assert_eq!(read(code).notes(&identity, |place| codes.contains(place), today), [], "{line}");
                let read = read(code);
                let content = read.content().unwrap();
                let (year, month, day) = person.born.parts();
                assert_eq!((u16::from(content.year), content.month, content.day), (year % 100, month, day), "{line}");
                assert_eq!((content.sex, content.place.as_str(), content.omocode), (person.sex, *place, false));
                // The package refuses whom it believes born before the place began or after its end. The Agenzia has
                // assigned such codes, so that this is no fault: a place is looked for whatever its years.
                refused += usize::from(*verdict == "refused");
            }
            ["omocode", code, variants @ ..] => {
                assert_eq!(variants.len(), 127);
                let plain = read(code);
                for variant in variants {
                    omocodes += 1;
                    let (read, own) = (read(variant), plain.content().unwrap());
                    let content = read.content().unwrap();
                    assert!(content.omocode && !own.omocode, "{variant}");
                    assert_eq!((content.year, content.month, content.day), (own.year, own.month, own.day), "{variant}");
                    assert_eq!((content.sex, &content.place), (own.sex, &own.place), "{variant}");
                }
            }
            ["changed", code, verdict] => {
                changed += 1;
                let own = code.parse::<TaxCode>();
                let agrees = match *verdict {
                    "accepted" => own.is_ok_and(|own| codes.contains(own.content().unwrap().place.as_str())),
                    "syntax" => matches!(own, Err(TaxCodeError::Pattern { .. } | TaxCodeError::Length { .. })),
                    "date" => matches!(own, Err(TaxCodeError::Day { .. })),
                    "check" => own == Err(TaxCodeError::Check),
                    // The package looks at the place before the check letter, and refuses it where we have a note. In
                    // its figures it takes any letter, and then finds no such place; only ten letters stand for figures.
                    "place" => match own {
                        Ok(_) | Err(TaxCodeError::Check) => true,
                        Err(TaxCodeError::Pattern { position, .. }) => (13..=15).contains(&position),
                        _ => false,
                    },
                    _ => false,
                };
                assert!(agrees, "{line}: {:?}", code.parse::<TaxCode>());
            }
            ["known", code] => {
                known += 1;
                assert!(codes.contains(code), "{code} is missing in public/places.txt");
            }
            _ => panic!("{line}"),
        }
    }
    assert_eq!((people, omocodes, changed), (100_000, 127_000, 30_000));
    assert!(umlauts > 300 && alphabets > 300 && refused > 3_000 && known > 10_000);
    println!("{umlauts} umlauts, {alphabets} other alphabets, {refused} refused by the package, {known} places");
}
