//! The command, as a shell would call it.
#![cfg(feature = "command")]

mod common;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use common::{file, text};
use serde_json::Value;

const NOTICE: &str = "medio-olona-2024";

fn ddn(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ddn")).args(arguments).current_dir(file("")).output().unwrap()
}

/// A file of this test's own, in a folder that cargo empties.
fn own(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_string_lossy().into_owned()
}

fn answers() -> Value {
    serde_json::from_str::<Value>(&text(&format!(
        "tests/cases/{NOTICE}/rent-above-its-break-even-three-residents.json"
    )))
    .unwrap()["answers"]
        .clone()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn what_is_published_passes() {
    let output =
        ddn(&["check", "public/programmes/dopo-di-noi-lombardia-2024.json", "public/notices/medio-olona-2024.json"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn a_wrong_file_is_named_with_its_key() {
    let whole = text("public/notices/medio-olona-2024.json");
    let truncated = own("truncated.json", &whole[..whole.len() / 2]);
    let output = ddn(&["check", &truncated]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with(&format!("{truncated}: ")), "{}", said(&output));

    let mut notice: Value = serde_json::from_str(&whole).unwrap();
    notice["municipalities"][2]["code"] = "gorla".into();
    notice["window"]["kind"] = "deadline".into();
    let wrong = own("wrong.json", &notice.to_string());
    let output = ddn(&["check", &wrong]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<String> = said(&output).lines().map(Into::into).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with(&format!("{wrong}: municipalities[2].code: ")), "{lines:?}");
    assert!(lines[1].starts_with(&format!("{wrong}: window.until: ")), "{lines:?}");
    assert_eq!(ddn(&["check", "no-such-file.json"]).status.code(), Some(1));
}

#[test]
fn a_notice_from_a_path_works_like_a_published_one() {
    let path = own("medio.json", &text("public/notices/medio-olona-2024.json"));
    let answers = own("answers.json", &answers().to_string());
    let (published, own) = (ddn(&["assess", NOTICE, &answers]), ddn(&["assess", &path, &answers]));
    assert!(published.status.success(), "{}", said(&published));
    assert_eq!(published.stdout, own.stdout);
    let assessment: Value = serde_json::from_slice(&published.stdout).unwrap();
    assert_eq!(assessment["totals"]["first_year"]["dwelling"], "6000.00");
    let rent = &assessment["supports"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == "rent_and_utilities")
        .unwrap()["trace"];
    let steps: Vec<&str> =
        rent["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["cost", "cost", "costs_together", "share", "ceiling", "amount", "first_year", "each_resident"]);
    assert!(rent["steps"].as_array().unwrap().iter().all(|step| step["source"]["page"].as_u64() > Some(0)));
}

#[test]
fn bad_answers_are_refused_with_file_and_key_and_nothing_is_written() {
    let mut bad = answers();
    bad["monthly_rent"] = 550.5.into();
    bad["colour"] = "red".into();
    let bad = own("bad.json", &bad.to_string());
    let out = own("never.pdf", "");
    fs::remove_file(&out).unwrap();
    for arguments in [vec!["assess", NOTICE, &bad], vec!["application", NOTICE, &bad, &out]] {
        let output = ddn(&arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        for key in ["monthly_rent", "colour"] {
            assert!(said(&output).contains(&format!("{bad}: {key}: ")), "{}", said(&output));
        }
    }
    assert!(fs::metadata(&out).is_err());
}

#[test]
fn the_application_is_written() {
    let mut answers = answers();
    answers["application"] =
        serde_json::json!({"beneficiary": {"surname": "Żółć Đorđević", "name": "Ștefan Ελένη Марія"}});
    let answers = own("applicant.json", &answers.to_string());
    let out = own("application.pdf", "");
    let output = ddn(&["application", NOTICE, &answers, &out]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"));

    let wrong = own("wrong-applicant.json", &text(&answers).replace("surname", "surnome"));
    assert!(said(&ddn(&["application", NOTICE, &wrong, &out])).contains("application.beneficiary"));
    let unprintable = own("unprintable.json", &text(&answers).replace("Ștefan", "陳"));
    let said = said(&ddn(&["application", NOTICE, &unprintable, &out]));
    assert!(said.contains("Nome") && said.contains('陳'), "{said}");
}

#[test]
fn the_assessment_is_told_in_words_with_its_sources() {
    let file = own("explain.json", &answers().to_string());
    let output = ddn(&["explain", NOTICE, &file]);
    assert!(output.status.success(), "{}", said(&output));
    let words = String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ");
    for line in [
        "Affitto e utenze: Previsto dall'avviso",
        "  - In tutto, affitto e utenze al mese: 670,00 €.",
        "l'80% è 536,00 €.",
        "Tra 536,00 € e 500,00 € conta il minore: 500,00 €.",
        "(Avviso Medio Olona, «Canone di locazione/spese condominiali/utenze», pagina 5)",
        "Contano queste risposte: certificato legge 104, Sì.",
    ] {
        assert!(words.contains(line), "{line} is not in:\n{words}");
    }
    assert_eq!(ddn(&["explain", NOTICE, "non-esiste.json"]).status.code(), Some(1));
}

#[test]
fn an_application_gives_its_answers_back() {
    let mut given = answers();
    given["application"] = serde_json::json!({"beneficiary": {"surname": "Đorđević", "name": "Zoë"}});
    let file = own("carried.json", &given.to_string());
    let out = own("carried.pdf", "");
    let output = ddn(&["application", NOTICE, &file, &out]);
    assert!(output.status.success(), "{}", said(&output));
    let data = ddn(&["data", &out]);
    assert!(data.status.success(), "{}", said(&data));
    let back: Value = serde_json::from_slice(&data.stdout).unwrap();
    assert_eq!(back["application"]["beneficiary"], given["application"]["beneficiary"]);
    assert_eq!((&back["schema_version"], &back["notice"]), (&serde_json::json!(1), &serde_json::json!(NOTICE)));
    // What comes out goes in again, and gives the same.
    let again = own("again.json", &back.to_string());
    assert_eq!(ddn(&["assess", NOTICE, &again]).stdout, ddn(&["assess", NOTICE, &file]).stdout);
    for (name, content) in [("rotto.pdf", "%PDF-1.7 rotto"), ("nota.pdf", "non è un PDF")] {
        let output = ddn(&["data", &own(name, content)]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(said(&output).contains(name), "{}", said(&output));
    }
}

#[test]
fn the_rule_book_is_written_for_published_notices_and_for_files() {
    let out = own("rulebook.html", "");
    let output = ddn(&["rulebook", NOTICE, &out]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(output.stdout.is_empty());
    let page = text(&out);
    assert!(page.starts_with("<!doctype html>") && page.contains("<style>") && !page.contains("<link"));

    let path = own("book.json", &text("public/notices/medio-olona-2024.json"));
    assert!(ddn(&["rulebook", &path, &out]).status.success());
    assert_eq!(text(&out), page);

    let wrong = own("wrong-book.json", "{}");
    let never = own("never.html", "");
    fs::remove_file(&never).unwrap();
    let output = ddn(&["rulebook", &wrong, &never]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with(&format!("{wrong}: ")) && fs::metadata(&never).is_err());
}

#[test]
fn the_review_page_is_written_with_the_cases_of_a_folder_or_without() {
    let out = own("review.html", "");
    let output = ddn(&["review", NOTICE, "tests/cases/medio-olona-2024", &out]);
    assert!(output.status.success() && output.stdout.is_empty(), "{}", said(&output));
    let page = text(&out);
    assert!(page.starts_with("<!doctype html>") && page.contains("<style>") && !page.contains("<link"));
    assert!(!page.contains("non ci sono casi di prova"));
    let path = own("reviewed.json", &text("public/notices/medio-olona-2024.json"));
    assert!(ddn(&["review", &path, "tests/cases/medio-olona-2024", &out]).status.success());
    assert_eq!(text(&out), page);
    assert!(ddn(&["review", NOTICE, &out]).status.success());
    assert!(text(&out).contains("non ci sono casi di prova"));

    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wrong-cases");
    fs::create_dir_all(&folder).unwrap();
    let case = own("wrong-cases/one.json", r#"{"answers": {"as_of": "2026-11-21", "colour": "red"}}"#);
    let (wrong, folder) = (own("wrong-review.json", "{}"), folder.to_string_lossy().into_owned());
    fs::remove_file(&out).unwrap();
    for (arguments, fault) in [
        (["review", &wrong, &folder, &out], format!("{wrong}: ")),
        (["review", NOTICE, &folder, &out], format!("{case}: answers.colour: ")),
        (["review", NOTICE, "no-such-folder", &out], "no-such-folder: ".into()),
    ] {
        let output = ddn(&arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).starts_with(&fault) && fs::metadata(&out).is_err(), "{}", said(&output));
    }
}

#[test]
fn questions_come_in_authored_order_with_kind_and_condition() {
    let output = ddn(&["questions", NOTICE]);
    let questions: Value = serde_json::from_slice(&output.stdout).unwrap();
    let questions = questions.as_array().unwrap();
    assert_eq!(questions[0]["id"], "who_is_filling");
    assert_eq!(questions[0]["choices"].as_array().unwrap().len(), 5);
    let days = questions.iter().find(|question| question["id"] == "stay_days").unwrap();
    assert_eq!((&days["kind"], &days["asked_when"]), (&"count".into(), &serde_json::json!({"wants": "respite_stay"})));
}

/// The made-up notice beside its form, in a folder of its own.
fn with_form(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("with-form").join(name);
    fs::create_dir_all(&folder).unwrap();
    let mut notice: Value = serde_json::from_str(&text("tests/notices/valle-inventata-2026.json")).unwrap();
    change(&mut notice["official_form"]);
    fs::copy(file("tests/notices/modulo-valle-inventata.pdf"), folder.join("modulo-valle-inventata.pdf")).unwrap();
    own(&format!("with-form/{name}/notice.json"), &notice.to_string())
}

#[test]
fn a_form_is_checked_beside_its_notice() {
    let output = ddn(&["check", &with_form("whole", |_| {})]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("campi del modulo che restano vuoti: protocollo\n"));

    let refused = |notice: String, key: &str| {
        let output = ddn(&["check", &notice]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).starts_with(&format!("{notice}: {key}: ")), "{}", said(&output));
    };
    let other_field = with_form("other-field", |form| form["fields"][0]["field"] = "nome".into());
    refused(other_field, "official_form.fields[0].field");
    refused(with_form("no-file", |form| form["file"] = "altro.pdf".into()), "official_form.file");
    refused(with_form("no-pdf", |form| form["file"] = "notice.json".into()), "official_form.file");

    let output = ddn(&["form", "tests/notices/modulo-valle-inventata.pdf"]);
    let fields: Value = serde_json::from_slice(&output.stdout).unwrap();
    let field = |name: &str| fields.as_array().unwrap().iter().find(|field| field["name"] == name).unwrap().clone();
    assert_eq!(field("beneficiario.codice_fiscale")["kind"], "comb");
    assert_eq!(field("richiedente.qualita")["options"][1]["value"], "familiare");
    assert_eq!(ddn(&["form", "README.md"]).status.code(), Some(1));
}

#[test]
fn an_official_form_is_filled_in_with_a_sheet_beside_it_where_one_is_needed() {
    let notice = with_form("filled", |_| {});
    let mut given = answers();
    given["application"] = serde_json::json!({"beneficiary": {"surname": "Rossi", "name": "Zoë"}});
    let out = own("modulo.pdf", "");
    let sheet = out.replace("modulo.pdf", "modulo-foglio-allegato.pdf");
    let answers = own("official.json", &given.to_string());
    let output = ddn(&["official", &notice, &answers, &out]);
    assert!(output.status.success() && output.stdout.is_empty(), "{}", said(&output));
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-") && fs::metadata(&sheet).is_err());

    let other = own("official-left.json", &given.to_string().replace("Rossi", "Đorđević"));
    let output = ddn(&["official", &notice, &other, &out]);
    assert!(output.status.success(), "{}", said(&output));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("«Đ»") && told.ends_with(&format!("{sheet}\n")), "{told}");
    assert!(fs::read(&sheet).unwrap().starts_with(b"%PDF-"));
    fs::remove_file(&sheet).unwrap();

    let output = ddn(&["official", NOTICE, &answers, &out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with("medio-olona-2024: official_form: "), "{}", said(&output));
}

#[test]
fn wrong_usage_says_how_and_exits_with_2() {
    for arguments in [
        vec![],
        vec!["check"],
        vec!["assess", NOTICE],
        vec!["explain", NOTICE],
        vec!["rulebook", NOTICE],
        vec!["review", NOTICE],
        vec!["schema", "colour"],
        vec!["dance"],
    ] {
        let output = ddn(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("ddn assess AVVISO RISPOSTE.json"));
    }
}
