//! What is said about personal details while they are typed: what cannot be right, and what to look at again.

mod common;

use common::{rules, text};
use dopo_di_noi::answers;
use dopo_di_noi::application::places::Places;
use dopo_di_noi::application::{Applicant, Detail, Person};
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme::Voice;
use dopo_di_noi::text::form::application;
use dopo_di_noi::text::personal::{Known, Said, Weight, about, lives_in, offered, shown};
use serde_json::json;

fn person(details: &[(Detail, &str)]) -> Person {
    let mut person = Person::default();
    details.iter().for_each(|(detail, value)| person.set(*detail, (*value).into()));
    person
}

fn mario(more: &[(Detail, &str)]) -> Person {
    let own = [(Detail::Surname, "Rossi"), (Detail::Name, "Mario"), (Detail::TaxCode, "rss mra 85t10 a562s")];
    person(&own.iter().chain(more).copied().collect::<Vec<_>>())
}

/// What is said of a detail of somebody born on that day; with the list of places, or without.
fn said(person: &Person, detail: Detail, places: Option<&Places>) -> Vec<Said> {
    let known = Known {
        voice: Voice::default(),
        today: "2026-11-21".parse().unwrap(),
        born: "1985-12-10".parse().ok(),
        lives_in: None,
        places,
    };
    about(person, detail, &known)
}

fn only(said: &[Said]) -> (Weight, &str) {
    match said {
        [one] => (one.weight, one.text.as_str()),
        other => panic!("{other:?}"),
    }
}

fn places() -> Places {
    Places::read(&text("public/places.txt")).unwrap()
}

#[test]
fn a_codice_fiscale_is_wrong_or_worth_a_second_look_or_only_rare() {
    let of = |more: &[(Detail, &str)]| said(&mario(more), Detail::TaxCode, None);
    assert_eq!(of(&[]), []);
    assert_eq!(of(&[(Detail::TaxCode, "  ")]), []);
    let (weight, text) = (Weight::Wrong, "non torna");
    let check = of(&[(Detail::TaxCode, "RSSMRA85T10A562A")]);
    assert!(only(&check).0 == weight && only(&check).1.contains(text), "{check:?}");
    let omocode = of(&[(Detail::TaxCode, "RSSMRA85T10A56NH")]);
    assert!(only(&omocode).0 == Weight::Known && only(&omocode).1.contains("il codice è valido"), "{omocode:?}");
    let other = of(&[(Detail::Sex, "F"), (Detail::Surname, "Bianchi")]);
    assert!(other.iter().all(|said| said.weight == Weight::Doubt) && other.len() == 2, "{other:?}");
    assert!(other[0].text.contains("altro cognome") && other[1].text.contains("altro sesso"), "{other:?}");
}

#[test]
fn the_place_in_a_codice_fiscale_is_compared_once_the_list_is_there() {
    let places = places();
    // San Giuliano Terme, A562.
    let of = |place: &str, code: &str, places| {
        said(&mario(&[(Detail::BirthPlace, place), (Detail::TaxCode, code)]), Detail::TaxCode, places)
    };
    for place in ["", "San Giuliano Terme", "san giuliano terme (PI)"] {
        assert_eq!(of(place, "RSSMRA85T10A562S", Some(&places)), [], "{place}");
    }
    let other = of("Castellanza", "RSSMRA85T10A562S", Some(&places));
    assert!(only(&other).0 == Weight::Doubt && only(&other).1.contains("è San Giuliano Terme"), "{other:?}");
    assert_eq!(of("Castellanza", "RSSMRA85T10A562S", None), []);
    let unknown = of("", "RSSMRA85T10X999Q", Some(&places));
    assert!(only(&unknown).0 == Weight::Doubt && only(&unknown).1.contains("X999"), "{unknown:?}");
    assert_eq!(of("", "RSSMRA85T10X999Q", None), []);
    // A name that several places have or had fits with the code of any.
    let samone = places.named("Samone");
    assert!(samone.len() > 1);
}

#[test]
fn a_place_of_birth_that_no_list_has_is_only_looked_at_again() {
    let places = places();
    let of = |place: &str| said(&person(&[(Detail::BirthPlace, place)]), Detail::BirthPlace, Some(&places));
    for place in ["Castellanza (VA)", "castellanza", "Forli'", "Fiume", "Romania", "Germania"] {
        assert_eq!(of(place), [], "{place}");
    }
    assert_eq!(only(&of("Castelanza")).0, Weight::Doubt);
    assert_eq!(said(&person(&[(Detail::BirthPlace, "Castelanza")]), Detail::BirthPlace, None), []);
}

#[test]
fn what_is_offered_says_what_tells_it_from_others() {
    let places = places();
    let label = |typed: &str| offered(Voice::default(), places.search(typed, 1, |_| true)[0]).1;
    assert_eq!(label("castellanza"), "Castellanza (VA)");
    assert_eq!(label("romania"), "Romania: Stato estero");
    assert!(label("gorla primo").ends_with(": fino al 1920"), "{}", label("gorla primo"));
    assert!(label("bolzano").starts_with("Bolzano (BZ): Bozen"), "{}", label("bolzano"));
    for place in places.all().iter().step_by(41) {
        // What is written into the form is found again, and fits the place's own code.
        let (written, _) = offered(Voice::default(), place);
        assert!(places.named(&written).iter().any(|found| found.code() == place.code()), "{written}");
    }
}

#[test]
fn shapes_are_checked_and_nothing_is_said_of_an_empty_field() {
    for (detail, right, wrong) in [
        (Detail::PostalCode, "21053", "2105"),
        (Detail::Telephone, "0331 123456", "chiamare dopo le 18"),
        (Detail::Email, "anna@esempio.it", "anna.esempio.it"),
        (Detail::Iban, "IT60 X054 2811 1010 0000 0123 456", "IT61 X054 2811 1010 0000 0123 456"),
        (Detail::DecreeDate, "12/3/2019", "31/02/2019"),
        (Detail::BodyTaxCode, "00743110157", "00743110158"),
        (Detail::BodyTaxCode, "00743110157", "0074311015"),
    ] {
        assert_eq!(said(&person(&[(detail, right)]), detail, None), [], "{right}");
        let said = said(&person(&[(detail, wrong)]), detail, None);
        assert!(only(&said).0 == Weight::Wrong && only(&said).1.ends_with('.'), "{wrong}: {said:?}");
    }
    for detail in Detail::of_beneficiary(true) {
        assert_eq!(said(&Person::default(), detail, None), []);
    }
}

#[test]
fn town_and_postal_code_are_those_answered_until_something_else_is_typed() {
    let rules = rules("medio-olona-2024");
    let given =
        |code: &str| answers::read(&rules, &json!({"as_of": "2026-11-21", "municipality": code}).to_string()).unwrap();
    let (castellanza, elsewhere) = (given("C139"), given("F205"));
    let answered = lives_in(&rules, &castellanza);
    assert_eq!(lives_in(&rules, &elsewhere), None);
    let nobody = Person::default();
    assert_eq!(shown(&nobody, Detail::Town, answered), "Castellanza");
    assert_eq!(shown(&nobody, Detail::PostalCode, answered), "21053");
    assert_eq!(shown(&nobody, Detail::Address, answered), "");
    assert_eq!(shown(&nobody, Detail::Town, None), "");
    let moved = person(&[(Detail::Town, "Legnano (MI)"), (Detail::PostalCode, "20025")]);
    assert_eq!(shown(&moved, Detail::Town, answered), "Legnano (MI)");

    let places = places();
    let known = |places| Known {
        voice: Voice::default(),
        today: "2026-11-21".parse().unwrap(),
        born: None,
        lives_in: answered,
        places,
    };
    for detail in [Detail::Town, Detail::PostalCode] {
        let said = about(&moved, detail, &known(Some(&places)));
        assert_eq!(only(&said).0, Weight::Doubt);
        assert!(only(&said).1.contains("Castellanza"), "{said:?}");
    }
    // Until the list is there, another spelling is not taken for another town.
    assert_eq!(about(&moved, Detail::Town, &known(None)), []);
    let spelled = person(&[(Detail::Town, "castellanza (VA)")]);
    assert_eq!(about(&spelled, Detail::Town, &known(Some(&places))), []);

    let document = application(&rules, &castellanza, &assess(&rules, &castellanza), &Applicant::default());
    let said = serde_json::to_string(&document).unwrap();
    assert!(said.contains(r#"{"label":"Comune","value":"Castellanza"}"#), "{said}");
    assert!(!said.contains("IBAN"));
}

#[test]
fn the_account_is_asked_only_where_the_notice_asks() {
    let mut rules = rules("medio-olona-2024");
    assert!(Detail::of_beneficiary(rules.notice.asks_iban).all(|detail| detail != Detail::Iban));
    rules.notice.asks_iban = true;
    let answers = answers::read(&rules, r#"{"as_of": "2026-11-21"}"#).unwrap();
    let document = application(&rules, &answers, &assess(&rules, &answers), &Applicant::default());
    assert!(serde_json::to_string(&document).unwrap().contains(r#"{"label":"IBAN","value":null}"#));
}
