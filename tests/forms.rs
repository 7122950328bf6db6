//! PDFs that people bring: our own with the answers in them, and forms of offices, filled in. What comes out is looked at
//! by other programs too: qpdf for its structure, poppler for what stands on the page.
//!
//! `tests/forms/make.sh` says where the forms are from.
#![cfg(all(feature = "pdf", feature = "pdf-reading"))]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use common::file;
use dopo_di_noi::pdf_reading::{Filled, FormField, FormKind, FormValue, Left, NotRead, Reason, fields, fill};

const LIBREOFFICE: &str = "libreoffice.pdf";
const CELLS: &str = "cells.pdf";
const BY_HAND: &str = "by-hand.pdf";

fn form(name: &str) -> Vec<u8> {
    std::fs::read(file("tests/forms").join(name)).unwrap()
}

fn text(value: &str) -> FormValue {
    FormValue::Text(value.into())
}

fn values<const N: usize>(values: [(&str, FormValue); N]) -> Vec<(String, FormValue)> {
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn filled<const N: usize>(name: &str, given: [(&str, FormValue); N]) -> Filled {
    fill(&form(name), &values(given)).unwrap()
}

fn by_name(pdf: &[u8]) -> BTreeMap<String, FormField> {
    fields(pdf).unwrap().into_iter().map(|field| (field.name.clone(), field)).collect()
}

fn left(field: &str, value: FormValue, reason: Reason) -> Left {
    Left { field: field.into(), value, reason }
}

/// Runs a program of the set-up on a PDF; what it says.
fn outside(program: &str, before: &[&str], pdf: &[u8], after: &[&str], name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("forms");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new(program).args(before).arg(&path).args(after).current_dir(&folder).output();
    let output = output.unwrap_or_else(|why| panic!("{program}: {why}; tools/setup.sh installs it"));
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name}: {program}: {said}");
    said
}

/// The text of a page as poppler reads it; the structure of the file must be in order too.
fn shown(pdf: &[u8], name: &str) -> String {
    let checked = outside("qpdf", &["--check"], pdf, &[], name);
    assert!(checked.contains("No syntax or stream encoding errors"), "{checked}");
    outside("pdftotext", &["-layout"], pdf, &["-"], name)
}

/// What somebody would type into the form that LibreOffice made.
fn application() -> [(&'static str, FormValue); 8] {
    [
        ("richiedente.cognome_nome", text("Nicolò D’Amico Pérez")),
        ("richiedente.codice_fiscale", text("RSSMRA85T10A562S")),
        ("richiedente.cap", text("20025")),
        ("handicap_grave", FormValue::On(true)),
        ("amministratore", FormValue::On(false)),
        ("abitazione", text("gruppo")),
        ("comune", text("Busto Garolfo")),
        (
            "progetto",
            text(
                "Vivere con due amiche in un appartamento a Legnano, vicino al lavoro, con un educatore nelle ore serali e nei fine settimana.\nCosto previsto: 1.250,00 € al mese, già concordato con la famiglia.",
            ),
        ),
    ]
}

#[test]
fn what_a_form_asks() {
    let asked = by_name(&form(CELLS));
    let kinds: BTreeMap<&str, FormKind> = asked.iter().map(|(name, field)| (name.as_str(), field.kind)).collect();
    let expected = [
        ("abitazione", FormKind::RadioGroup),
        ("amministratore", FormKind::CheckBox),
        ("comune", FormKind::Choice),
        ("handicap_grave", FormKind::CheckBox),
        ("progetto", FormKind::Multiline),
        ("richiedente.cap", FormKind::Text),
        ("richiedente.codice_fiscale", FormKind::Comb),
        ("richiedente.cognome_nome", FormKind::Text),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
    let options = |name: &str| asked[name].options.iter().map(|option| option.value.clone()).collect::<Vec<_>>();
    assert_eq!(options("abitazione"), ["famiglia", "gruppo", "autonomia"]);
    assert_eq!(options("comune"), ["Legnano", "Busto Garolfo", "Cerro Maggiore"]);
    assert_eq!(options("handicap_grave"), ["si"]);
    assert_eq!(asked["richiedente.codice_fiscale"].max_length, Some(16));
    assert_eq!(asked["handicap_grave"].value, Some(FormValue::On(false)));
    assert!(asked.values().all(|field| field.page == Some(1) && !field.read_only && !field.required));

    let asked = by_name(&form(BY_HAND));
    assert_eq!(asked["richiedente.nome"].label.as_deref(), Some("Cognome e nome del richiedente"));
    assert!(asked["richiedente.nome"].required && asked["protocollo"].read_only);
    let option = |name: &str, at: usize| asked[name].options.get(at).map(|one| (one.value.clone(), one.label.clone()));
    assert_eq!(option("comune", 1), Some(("B".into(), "Busto Garolfo".into())));
    assert_eq!(option("abitazione", 1), Some(("Gruppo appartamento".into(), "Gruppo appartamento".into())));
    assert_eq!(asked["note"].value, Some(text("prima")));
    assert!(!asked.contains_key("invia") && !asked.contains_key("richiedente"));
}

#[test]
fn every_kind_of_field_is_filled_in() {
    for name in [LIBREOFFICE, CELLS] {
        let filled = filled(name, application());
        assert_eq!(filled.left, []);
        let read = by_name(&filled.pdf);
        for (field, value) in application() {
            assert_eq!(read[field].value, Some(value), "{name}: {field}");
        }
        let page = shown(&filled.pdf, &format!("filled-{name}"));
        for words in ["Nicolò D’Amico Pérez", "20025", "Busto Garolfo", "1.250,00 €", "con un educatore"] {
            assert!(page.contains(words), "{name}: {words}: {page}");
        }
        let letters: String = page.split_whitespace().collect();
        assert!(letters.contains("RSSMRA85T10A562S"), "{page}");
    }
}

#[test]
fn what_acrobat_makes_is_filled_in_too() {
    let given = [
        ("richiedente.nome", text("Đorđe")),
        ("richiedente.nome", text("Niccolò Łukasz Žižek")),
        ("richiedente.codice_fiscale", text("RSSMRA85T10A562S")),
        ("iban", text("IT60X0542811101000000123456")),
        ("data", text("21/11/2026")),
        ("racconto", text(&"Abita con i genitori e frequenta il centro diurno. ".repeat(9))),
        ("note", text("Prima riga, più lunga delle altre e quindi spezzata\nseconda\n\nquarta")),
        ("consenso", FormValue::On(true)),
        ("senza_aspetto", FormValue::On(true)),
        ("abitazione", text("Gruppo appartamento")),
        ("invalido", text("no")),
        ("comune", text("Villa Cortese")),
        ("comune_altro", text("Parabiago")),
        ("ruotato", text("di traverso")),
        ("maiuscole", text("ROSSI")),
        ("senza_carattere", text("Città")),
    ];
    let filled = filled(BY_HAND, given.clone());
    assert_eq!(filled.left, [left("richiedente.nome", text("Đorđe"), Reason::NotInFont { character: 'Đ' })]);
    let read = by_name(&filled.pdf);
    for (field, value) in given.into_iter().skip(1) {
        let stored = if field == "comune" { text("V") } else { value };
        assert_eq!(read[field].value, Some(stored), "{field}");
    }
    let page = shown(&filled.pdf, "filled-by-hand");
    for words in ["Niccolò Łukasz Žižek", "21/11/2026", "seconda", "Villa Cortese", "Parabiago", "ROSSI", "Città"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches("21/11/2026").count(), 2, "{page}");
    let structure = outside("qpdf", &["--qdf", "--object-streams=disable"], &filled.pdf, &["-"], "open");
    assert!(structure.contains("/AS /1") && structure.contains("/V /1"), "the second of three buttons is on");
    // XFA beside the fields would be shown instead of them.
    assert!(!structure.contains("/XFA"));
}

/// Greek and Croatian letters are not in the fonts that forms bring; a sheet is added to the form for them.
#[test]
fn what_does_not_go_in_comes_back_whole() {
    let long = "Un cognome molto lungo, con predicati e particelle, che nessuna casella di dieci centimetri contiene";
    let story = "Parole su parole che non stanno tutte nel riquadro. ".repeat(60);
    let filled = filled(
        CELLS,
        [
            ("richiedente.cognome_nome", text(long)),
            ("richiedente.codice_fiscale", text("RSSMRA85T10A562SX")),
            ("richiedente.cap", text("20025-I")),
            ("progetto", text(&story)),
            ("comune", text("Milano")),
            ("abitazione", text("casa")),
            ("abitazione", FormValue::On(true)),
            ("handicap_grave", text("no")),
            ("richiedente", text("x")),
            ("inesistente", text("x")),
        ],
    );
    let expected = [
        left("richiedente.cognome_nome", text(long), Reason::DoesNotFit),
        left("richiedente.codice_fiscale", text("RSSMRA85T10A562SX"), Reason::DoesNotFit),
        left("richiedente.cap", text("20025-I"), Reason::DoesNotFit),
        left("progetto", text(&story), Reason::DoesNotFit),
        left("comune", text("Milano"), Reason::NoSuchOption),
        left("abitazione", text("casa"), Reason::NoSuchOption),
        left("abitazione", FormValue::On(true), Reason::NoSuchOption),
        left("handicap_grave", text("no"), Reason::NoSuchOption),
        left("richiedente", text("x"), Reason::NoSuchField),
        left("inesistente", text("x"), Reason::NoSuchField),
    ];
    assert_eq!(filled.left, expected);
    let read = by_name(&filled.pdf);
    assert_eq!(read["richiedente.cognome_nome"].value, Some(text("vedi foglio allegato")));
    assert_eq!(read["richiedente.codice_fiscale"].value, Some(text("v. allegato")));
    assert_eq!(read["richiedente.cap"].value, None);
    assert_eq!(read["progetto"].value, Some(text("vedi foglio allegato")));
    assert_eq!(read["comune"].value, None);
    assert_eq!(shown(&filled.pdf, "left").matches("vedi foglio allegato").count(), 2);

    for (name, character) in [("Đorđe Đukić", 'Đ'), ("Σωκράτης", 'Σ'), ("Иван", 'И'), ("田中", '田')]
    {
        let filled = self::filled(LIBREOFFICE, [("richiedente.cognome_nome", text(name))]);
        assert_eq!(filled.left, [left("richiedente.cognome_nome", text(name), Reason::NotInFont { character })]);
        let json = serde_json::to_value(&filled.left[0]).unwrap();
        assert_eq!(json["code"], "not_in_font");
        assert_eq!(json["character"], character.to_string());
        assert_eq!(json["value"], name);
    }
    let filled = self::filled(
        BY_HAND,
        [("composto", text("Anna")), ("maiuscole", text("Rossi")), ("protocollo", text("1")), ("invia", text("1"))],
    );
    let reasons: Vec<Reason> = filled.left.iter().map(|left| left.reason).collect();
    let missing = |character| Reason::NotInFont { character };
    assert_eq!(reasons, [missing('A'), missing('o'), Reason::ReadOnly, Reason::NoSuchField]);
}

#[test]
fn the_rest_of_the_file_stays_as_it_was() {
    for name in [LIBREOFFICE, CELLS, BY_HAND] {
        let original = form(name);
        let filled = filled(name, [("abitazione", text("nessuna di queste"))]);
        assert!(filled.pdf.starts_with(&original), "{name}");
        assert_eq!(by_name(&original), by_name(&filled.pdf), "{name}");
        shown(&filled.pdf, &format!("same-{name}"));
    }
    // A form that was filled in can be filled in again, and cleared.
    let once = filled(CELLS, application());
    let twice =
        fill(&once.pdf, &values([("richiedente.cap", text("")), ("handicap_grave", FormValue::On(false))])).unwrap();
    assert_eq!(twice.left, []);
    let read = by_name(&twice.pdf);
    assert_eq!((&read["richiedente.cap"].value, &read["handicap_grave"].value), (&None, &Some(FormValue::On(false))));
    assert!(!shown(&twice.pdf, "twice").contains("20025"));
    assert_eq!(fill(&form(CELLS), &values(application())), fill(&form(CELLS), &values(application())));
}

#[test]
fn files_that_are_no_form_say_so() {
    let refused = |pdf: &[u8]| {
        let why = fields(pdf).unwrap_err();
        assert_eq!(fill(pdf, &[]).unwrap_err(), why);
        why
    };
    let whole = form(BY_HAND);
    assert_eq!(refused(b""), NotRead::NotPdf);
    assert_eq!(refused(b"<html>Pagina non trovata</html>"), NotRead::NotPdf);
    assert_eq!(refused(&whole[..300]), NotRead::Damaged);
    assert_eq!(fill(&whole[..whole.len() - 200], &[]), Err(NotRead::Damaged));
    let changed = |from: &str, to: &str| {
        let text: String = whole.iter().map(|byte| char::from(*byte)).collect();
        assert!(text.contains(from) && from.len() == to.len());
        text.replace(from, to).chars().map(|letter| letter as u8).collect::<Vec<u8>>()
    };
    assert_eq!(refused(&changed("/AcroForm", "/Nothing_")), NotRead::NoForm);
    assert_eq!(refused(&changed("/Fields [", "/Former [")), NotRead::OnlyXfa);
    for bits in ["40", "128", "256"] {
        let arguments = ["--allow-weak-crypto", "--encrypt", "", "owner", bits, "--"];
        outside("qpdf", &arguments, &whole, &["encrypted.pdf"], "to-encrypt");
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("forms");
        assert_eq!(refused(&std::fs::read(folder.join("encrypted.pdf")).unwrap()), NotRead::Encrypted, "{bits}");
    }
    let sentence = NotRead::OnlyXfa.to_string();
    assert!(sentence.ends_with('.') && sentence.contains("chiedi all’ufficio"), "{sentence}");
}

/// The widths of the letters and the boxes they stand in are reckoned here and drawn by others: what poppler measures of
/// each word must lie within the box, and each letter of the codice fiscale in the middle of its cell.
#[test]
fn words_stand_in_their_boxes() {
    let given = [
        ("richiedente.nome", text("Niccolò Žižek")),
        ("richiedente.codice_fiscale", text("RSSMRA85T10A562S")),
        ("note", text("Parole centrate")),
    ];
    let filled = filled(BY_HAND, given);
    let boxes = outside("pdftotext", &["-bbox"], &filled.pdf, &["-"], "boxes");
    let words: Vec<(String, [f64; 4])> = boxes
        .lines()
        .filter_map(|line| {
            let side = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
            let word = line.split('>').nth(1)?.split('<').next()?.to_owned();
            Some((word, [side("xMin")?, side("yMin")?, side("xMax")?, side("yMax")?]))
        })
        .collect();
    let place = |word: &str| words.iter().find(|(own, _)| own == word).unwrap_or_else(|| panic!("{word}: {boxes}")).1;
    let [left, top, right, bottom] = place("Niccolò");
    assert!(left >= 40.0 && right <= 290.0 && top >= 842.0 - 781.0 && bottom <= 842.0 - 759.0, "{boxes}");
    let ([left, ..], [_, _, right, _]) = (place("Parole"), place("centrate"));
    assert!(((left + right) / 2.0 - 430.0).abs() < 1.0, "{boxes}");
    let cell = 304.0 / 16.0;
    let row = words.iter().filter(|(word, place)| word.len() == 1 && place[1] > 95.0 && place[3] < 127.0);
    let middles: Vec<f64> = row.map(|(_, place)| (place[0] + place[2]) / 2.0).collect();
    assert_eq!(middles.len(), 16, "{boxes}");
    for (at, middle) in middles.iter().enumerate() {
        assert!((middle - 40.0 - (at as f64 + 0.5) * cell).abs() < 0.3, "{at}: {middle}");
    }
}
