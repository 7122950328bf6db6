//! The application: who hands it in and who signs, and the answers that travel inside.

mod common;

use common::generate::{Dice, any_answers};
use common::rules;
use dopo_di_noi::answers::{self, Answers};
use dopo_di_noi::application::document::{Block, Document};
use dopo_di_noi::application::{Applicant, Detail, FileFault, Person, Restored, read_file, write_file};
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme::{Role, Rules};
use dopo_di_noi::text::roles::role_name;
use dopo_di_noi::text::{carried, desk, faults};
use serde_json::{Value, json};

const NOTICE: &str = "medio-olona-2024";

fn person(surname: &str) -> Person {
    let mut person = Person::default();
    person.set(Detail::Surname, surname.into());
    person.set(Detail::TaxCode, "RSSMRA85T10A562S".into());
    person
}

fn applicant(role: Option<Role>) -> Applicant {
    let mut submitter = person("Müller");
    submitter.set(Detail::BodyName, "Casa Insieme".into());
    Applicant { beneficiary: person("D'Aò"), submitter, role, place: "Castellanza".into(), ..Applicant::default() }
}

fn given(rules: &Rules, answers: &Value) -> Answers {
    answers::read(rules, &answers.to_string()).unwrap()
}

fn made(rules: &Rules, answers: &Answers, applicant: &Applicant) -> Document {
    carried::application_with_data(rules, answers, &assess(rules, answers), applicant).document
}

fn signed_by(document: &Document) -> Vec<&str> {
    let lines = document.blocks.iter().filter_map(|block| match block {
        Block::Signature(lines) => Some(lines.as_slice()),
        _ => None,
    });
    lines.flatten().map(String::as_str).skip(1).collect()
}

#[test]
fn who_signs_depends_on_the_role_and_a_relative_signs_only_for_a_minor() {
    let rules = rules(NOTICE);
    let adult =
        |who: &str| given(&rules, &json!({"as_of": "2026-11-21", "who_is_filling": who, "birth_date": "1990-05-10"}));
    let child = given(&rules, &json!({"as_of": "2026-11-21", "who_is_filling": "family", "birth_date": "2012-05-10"}));
    for (answers, role, lines, says) in [
        (adult("self"), None, vec!["Firma della persona"], "art. 4, comma 1"),
        (
            adult("family"),
            None,
            vec!["Firma della persona, per le dichiarazioni", "Firma del familiare che consegna"],
            "Non può firmare le dichiarazioni al posto di una persona adulta",
        ),
        (child, None, vec!["Firma di chi ha la responsabilità genitoriale"], "minorenne"),
        (
            adult("legal_guardian"),
            None,
            vec!["Firma dell'amministratore di sostegno", "Firma della persona, se il decreto la chiede"],
            "decreto di nomina",
        ),
        (adult("legal_guardian"), Some(Role::Guardian), vec!["Firma del tutore"], "al posto della persona"),
        (adult("legal_guardian"), Some(Role::Curator), vec!["Firma della persona", "Firma del curatore"], "assistita"),
        (adult("organisation"), None, vec!["Firma per l'ente", "Firma della persona o di chi la rappresenta"], "ente"),
        (adult("operator"), Some(Role::Oneself), vec!["Firma della persona"], "art. 4"),
        // A role that the answers do not leave open is not taken.
        (adult("self"), Some(Role::Guardian), vec!["Firma della persona"], "art. 4"),
    ] {
        let document = made(&rules, &answers, &applicant(role));
        assert_eq!(signed_by(&document), lines, "{role:?}");
        let said = serde_json::to_string(&document.blocks).unwrap();
        assert!(said.contains(says), "{role:?}: {says}");
        // Art. 38, whoever signs.
        assert!(said.contains("art. 38"));
    }
}

#[test]
fn every_role_has_its_details_on_the_paper() {
    let rules = rules(NOTICE);
    for (who, role) in [
        ("family", Role::Relative),
        ("legal_guardian", Role::Guardian),
        ("legal_guardian", Role::SupportAdministrator),
        ("organisation", Role::Body),
        ("operator", Role::Municipality),
    ] {
        let answers = given(&rules, &json!({"as_of": "2026-11-21", "who_is_filling": who}));
        let mut applicant = applicant(Some(role));
        for (at, detail) in Detail::of_submitter(role).iter().enumerate() {
            applicant.submitter.set(*detail, format!("dato {at}"));
        }
        let document = made(&rules, &answers, &applicant);
        let said = serde_json::to_string(&document.blocks).unwrap();
        assert!(said.contains(&role_name(rules.voice(), role)), "{role:?}");
        for (at, detail) in Detail::of_submitter(role).iter().enumerate() {
            assert!(said.contains(&format!("\"dato {at}\"")), "{role:?}: {}", detail.name());
        }
    }
}

#[test]
fn answers_and_persons_come_back_exactly_and_the_paper_with_them() {
    let rules = rules(NOTICE);
    for number in 0..400 {
        let answers = any_answers(&mut Dice(number), &rules);
        let applicant = applicant((number % 2 == 0).then_some(Role::Curator));
        let document = made(&rules, &answers, &applicant);
        let [file] = document.attachments.as_slice() else { panic!("{} files", document.attachments.len()) };
        assert_eq!((file.name.as_str(), file.mime.as_str()), ("domanda.json", "application/json"));
        let json = String::from_utf8(file.bytes.clone()).unwrap();
        // Offices and scripts read it as any other answers.
        assert_eq!(answers::read(&rules, &json).as_ref(), Ok(&answers), "set {number}");
        let restored = read_file(&rules, &json).unwrap();
        assert_eq!(restored.answers, answers, "set {number}");
        assert_eq!(
            Applicant { checksum: String::new(), stated: Default::default(), ..restored.applicant.clone() },
            applicant,
            "set {number}"
        );
        assert_eq!(carried::unaltered(&rules, &restored), Some(true), "set {number}");
    }
}

#[test]
fn what_was_altered_is_noticed() {
    let rules = rules(NOTICE);
    let answers = given(
        &rules,
        &json!({"as_of": "2026-11-21", "wanted": ["rent_and_utilities"], "housing_type": "cohousing", "monthly_rent": "500", "monthly_utilities": "0"}),
    );
    let document = made(&rules, &answers, &applicant(None));
    let file: Value = serde_json::from_slice(&document.attachments[0].bytes).unwrap();
    let altered = |change: fn(&mut Value)| {
        let mut file = file.clone();
        change(&mut file);
        read_file(&rules, &file.to_string()).map(|restored| carried::unaltered(&rules, &restored))
    };
    assert_eq!(altered(|_| {}), Ok(Some(true)));
    assert_eq!(altered(|file| file["monthly_rent"] = json!("600")), Ok(Some(false)));
    assert_eq!(altered(|file| file["application"]["beneficiary"]["surname"] = json!("Rossi")), Ok(Some(false)));
    assert_eq!(altered(|file| file["application"]["checksum"] = json!("sha256:0")), Ok(Some(false)));
    // Saved without a paper: there is nothing to compare.
    assert_eq!(altered(|file| file["application"]["checksum"] = json!("")), Ok(None));
    // Made with another version of the notice: nobody can tell.
    assert_eq!(altered(|file| file["notice_version"] = json!("2020-01-01")), Ok(None));
}

#[test]
fn what_is_not_ours_newer_foreign_or_broken_is_told_apart() {
    let rules = rules(NOTICE);
    let file: Value =
        serde_json::from_str(&write_file(&rules, &Answers::new("2026-11-21".parse().unwrap()), &Applicant::default()))
            .unwrap();
    let read = |change: fn(&mut Value)| {
        let mut file = file.clone();
        change(&mut file);
        read_file(&rules, &file.to_string())
    };
    assert!(matches!(read(|_| {}), Ok(Restored { .. })));
    assert_eq!(read(|file| file["schema_version"] = json!(2)), Err(FileFault::Newer { found: 2 }));
    assert_eq!(
        read(|file| file["notice"] = json!("altrove-2026")),
        Err(FileFault::OtherNotice { notice: "altrove-2026".into() })
    );
    assert_eq!(read(|file| file["schema_version"] = json!("1")), Err(FileFault::NotOurs));
    assert_eq!(read(|file| *file = json!([])), Err(FileFault::NotOurs));
    for fault in [
        read(|file| file["monthly_rent"] = json!(5)),
        read(|file| file["application"]["beneficiary"]["surnome"] = json!("x")),
    ] {
        let Err(FileFault::Bad(faults)) = fault else { panic!("{fault:?}") };
        assert_eq!(faults.len(), 1);
    }
    for text in ["", "{", "null", "[]", "non è JSON", "{\"a\":1}"] {
        let fault = read_file(&rules, text).unwrap_err();
        let said = faults::file(rules.voice(), &fault);
        assert!(said.ends_with('.'), "{said}");
    }
}

#[test]
fn the_desk_shows_who_asks_for_what_and_what_does_not_match() {
    let rules = rules(NOTICE);
    let answers = given(
        &rules,
        &json!({"as_of": "2026-11-21", "who_is_filling": "family", "wanted": ["rent_and_utilities", "condominium_charges"], "housing_type": "cohousing", "monthly_rent": "500", "monthly_utilities": "0"}),
    );
    let document = made(&rules, &answers, &applicant(None));
    let json = String::from_utf8(document.attachments[0].bytes.clone()).unwrap();
    let restored = read_file(&rules, &json).unwrap();
    let sound = desk::on_desk(&rules, "uno.pdf", &restored);
    assert_eq!(sound.cells.len(), desk::headers().len());
    let said = sound.cells.join(" | ");
    for part in [
        "uno.pdf",
        "D'Aò (Familiare)",
        "RSSMRA85T10A562S",
        "21/11/2026",
        "Affitto e utenze",
        "condominio",
        "coincidono",
    ] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    assert!(sound.cells[7].is_empty(), "{said}");

    // The paper says more than the rules give.
    let raised = json.replace("\"4800.00\"", "\"6000.00\"");
    assert_ne!(raised, json);
    let raised = desk::on_desk(&rules, "due.pdf", &read_file(&rules, &raised).unwrap());
    assert!(
        raised.cells[7].replace('\u{a0}', " ").contains("indicato 6.000,00 €, ricalcolato 4.800,00 €"),
        "{:?}",
        raised.cells
    );
    // The answers were changed after the paper was made.
    let altered = json.replace("\"500.00\"", "\"400.00\"");
    assert_ne!(altered, json);
    let altered = desk::on_desk(&rules, "tre.pdf", &read_file(&rules, &altered).unwrap());
    assert!(altered.cells[8].contains("non corrispondono") && !altered.cells[7].is_empty(), "{:?}", altered.cells);

    let mut named = restored;
    named.applicant.beneficiary.set(Detail::Surname, "=HYPERLINK(\"http://x\")".into());
    let rows =
        [sound, desk::on_desk(&rules, "-quattro;.pdf", &named), desk::refused("cinque.pdf", "Non è una domanda.")];
    let file = desk::csv(&rows);
    assert!(file.starts_with('\u{feff}') && file.ends_with("\r\n") && file.matches("\r\n").count() == 4);
    for line in file.trim_start_matches('\u{feff}').lines() {
        // Nine cells in quotes, none that a spreadsheet would run.
        assert_eq!(line.matches("\";\"").count(), 8, "{line}");
        for cell in line.split("\";\"") {
            let first = cell.trim_start_matches('"').chars().next();
            assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{line}");
        }
    }
    assert!(
        file.contains("\"'-quattro;.pdf\"") && file.contains("\"'=HYPERLINK(\"\"http://x\"\") (Familiare)\""),
        "{file}"
    );
    assert!(desk::summary(&rows).contains("Domande aperte: 3"));
}
