//! An office's own form: what goes into each field, what stays empty, what is left for a sheet, and every slip that a
//! notice can make about it.
#![cfg(all(feature = "pdf", feature = "pdf-reading"))]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use common::{file, rules, text};
use dopo_di_noi::answers::{self, Answers};
use dopo_di_noi::application::Applicant;
use dopo_di_noi::application::document::Block;
use dopo_di_noi::assess::assess;
use dopo_di_noi::pdf;
use dopo_di_noi::pdf_reading::{Filled, FormField, FormValue, Reason, fields, fill, mapping_faults, unmapped};
use dopo_di_noi::programme::{Fault, Rules, notice, programme, rules as together};
use dopo_di_noi::text::official::{self, Entry, added_sheet, entries, left_lines};
use serde_json::{Value, json};

const NOTICE: &str = "valle-inventata-2026";
const FORM: &str = "tests/notices/modulo-valle-inventata.pdf";

fn blank() -> Vec<u8> {
    std::fs::read(file(FORM)).unwrap()
}

/// Everything that the form asks, by a sister.
fn answered() -> Value {
    json!({"as_of": "2026-11-21", "who_is_filling": "family", "birth_date": "1990-05-10", "municipality": "A001",
        "severe_disability_certificate": "yes", "family_support": "no_parents", "lives_in": "own_home",
        "wanted": ["rent_and_utilities", "self_managed_contribution"], "housing_type": "self_managed_apartment",
        "residents": 3, "monthly_rent": "550.00", "monthly_utilities": "120.00",
        "application": {
            "beneficiary": {"surname": "D’Amico", "name": "Nicolò", "tax_code": "rss mra 85t10 a562s"},
            "submitter": {"surname": "D’Amico", "name": "Anna", "telephone": "000 000000", "court": "Tribunale"},
            "place": "Valle Alta"}})
}

fn case(change: impl FnOnce(&mut Value)) -> (Rules, Answers, Applicant) {
    let mut file = answered();
    change(&mut file);
    let rules = rules(NOTICE);
    let answers = answers::read(&rules, &file.to_string()).unwrap();
    (rules, answers, Applicant::read(&file.to_string()).unwrap())
}

fn known(change: impl FnOnce(&mut Value)) -> Vec<Entry> {
    let (rules, answers, applicant) = case(change);
    entries(&rules, &answers, &assess(&rules, &answers), &applicant)
}

fn by_field(entries: &[Entry]) -> BTreeMap<&str, &FormValue> {
    entries.iter().map(|entry| (entry.field.as_str(), &entry.value)).collect()
}

fn words(value: &str) -> FormValue {
    FormValue::Text(value.into())
}

fn filled(entries: &[Entry]) -> Filled {
    fill(&blank(), &official::values(entries)).unwrap()
}

fn read(pdf: &[u8]) -> BTreeMap<String, FormField> {
    fields(pdf).unwrap().into_iter().map(|field| (field.name.clone(), field)).collect()
}

/// What poppler reads on the pages of a PDF.
fn shown(pdf: &[u8], name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("official-{name}.pdf"));
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
    let output = output.unwrap_or_else(|why| panic!("pdftotext: {why}; tools/setup.sh installs it"));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_field_takes_what_the_notice_says() {
    let entries = known(|_| {});
    let expected = [
        ("beneficiario.cognome_nome", words("D’Amico Nicolò")),
        // In cells: in capitals, without the spaces that were typed.
        ("beneficiario.codice_fiscale", words("RSSMRA85T10A562S")),
        ("beneficiario.nascita", words("10/05/1990")),
        ("beneficiario.residenza", words("Valle Alta")),
        ("richiedente.cognome_nome", words("D’Amico Anna")),
        ("richiedente.telefono", words("000 000000")),
        ("richiedente.qualita", words("familiare")),
        ("certificato_104", FormValue::On(true)),
        ("senza_genitori", FormValue::On(true)),
        ("casa", words("altrove")),
        ("canone", words("550,00 €")),
        // 80% of 670.00 under the notice's own ceiling of 400.00 a month.
        ("contributo", words("4.800,00 €")),
        ("sostegni", words("Affitto e utenze; Contributo per casa autogestita")),
        ("luogo", words("Valle Alta")),
        ("data", words("21/11/2026")),
    ];
    assert_eq!(by_field(&entries), expected.iter().map(|(field, value)| (*field, value)).collect());

    let filled = filled(&entries);
    assert_eq!(filled.left, []);
    let read = read(&filled.pdf);
    for (field, value) in &expected {
        assert_eq!(read[*field].value.as_ref(), Some(value), "{field}");
    }
    assert_eq!(read["protocollo"].value, None);
    let page = shown(&filled.pdf, "filled");
    for words in ["D’Amico Nicolò", "D’Amico Anna", "10/05/1990", "550,00 €", "4.800,00 €", "casa autogestita", "✓"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.split_whitespace().collect::<String>().contains("RSSMRA85T10A562S"), "{page}");
}

#[test]
fn what_is_not_known_stays_empty() {
    let nothing = known(|file| *file = json!({"as_of": "2026-11-21"}));
    assert_eq!(by_field(&nothing), BTreeMap::from([("data", &words("21/11/2026"))]));
    let read = read(&filled(&nothing).pdf);
    let empty = |field: &FormField| matches!(field.value, None | Some(FormValue::On(false)));
    assert_eq!(read.values().filter(|field| !empty(field)).count(), 1);

    // Known to be otherwise is known: the box says so.
    let otherwise = known(|file| {
        file["family_support"] = json!("future_loss");
        file["severe_disability_certificate"] = json!("requested");
        file["lives_in"] = json!("family_home");
    });
    let otherwise = by_field(&otherwise);
    assert_eq!(otherwise["senza_genitori"], &FormValue::On(false));
    assert_eq!(otherwise["certificato_104"], &FormValue::On(false));
    assert_eq!(otherwise["casa"], &words("famiglia"));

    // Another municipality is known by its code alone, and a support that was not asked for has no amount.
    let elsewhere = known(|file| {
        file["municipality"] = json!("F205");
        file["wanted"] = json!(["self_managed_contribution"]);
    });
    let elsewhere = by_field(&elsewhere);
    assert!(!elsewhere.contains_key("beneficiario.residenza") && !elsewhere.contains_key("contributo"));
}

/// The page shows the town answered where none was typed, and so does the application.
#[test]
fn a_town_that_was_answered_need_not_be_typed() {
    let rules = read_with(|form| {
        form["fields"][13]["write"] = json!("beneficiary.town");
        form["fields"][1]["write"] = json!("beneficiary.postal_code");
    });
    let (rules, (_, answers, applicant)) = (rules.unwrap(), case(|_| {}));
    let entries = entries(&rules, &answers, &assess(&rules, &answers), &applicant);
    let known = by_field(&entries);
    assert_eq!((known["luogo"], known["beneficiario.codice_fiscale"]), (&words("Valle Alta"), &words("00001")));
}

#[test]
fn a_box_that_an_office_has_to_look_at_is_not_ticked() {
    let certificate = json!({"is": {"question": "severe_disability_certificate", "value": "yes"}});
    let rules = read_with(|form| form["fields"][7]["when"] = json!({"to_verify": certificate}));
    let (_, answers, applicant) = case(|_| {});
    let rules = rules.unwrap();
    let entries = entries(&rules, &answers, &assess(&rules, &answers), &applicant);
    assert!(!by_field(&entries).contains_key("certificato_104"));
}

#[test]
fn who_hands_it_in_follows_the_role() {
    // The person: then the submitter is the person.
    let oneself = known(|file| file["who_is_filling"] = json!("self"));
    let oneself = by_field(&oneself);
    assert_eq!(oneself["richiedente.cognome_nome"], &words("D’Amico Nicolò"));
    assert_eq!(oneself["richiedente.qualita"], &words("persona"));
    assert!(!oneself.contains_key("richiedente.telefono"));
    // Chosen among those that the answer leaves open.
    let guardian = known(|file| {
        file["who_is_filling"] = json!("legal_guardian");
        file["application"]["role"] = json!("guardian");
    });
    assert_eq!(by_field(&guardian)["richiedente.qualita"], &words("tutore"));
    // A role that the form has no button for leaves the group alone.
    let body = known(|file| file["who_is_filling"] = json!("organisation"));
    assert!(!by_field(&body).contains_key("richiedente.qualita"));
    // Not said at all.
    let unsaid = known(|file| {
        file.as_object_mut().unwrap().remove("who_is_filling");
    });
    assert!(!by_field(&unsaid).keys().any(|field| field.starts_with("richiedente")));
}

#[test]
fn what_does_not_fit_goes_to_a_sheet_whole() {
    let long = "della Torre di Sopra e di Sotto, con predicati e particelle che nessuna casella contiene";
    let change = |file: &mut Value| {
        file["application"]["beneficiary"]["surname"] = json!("Đorđević");
        file["application"]["beneficiary"]["tax_code"] = json!("RSSMRA85T10A562SX");
        file["application"]["submitter"]["surname"] = json!(long);
    };
    let (entries, (rules, answers, applicant)) = (known(change), case(change));
    let filled = filled(&entries);
    let left: Vec<(&str, Reason)> = filled.left.iter().map(|left| (left.field.as_str(), left.reason)).collect();
    let expected = [
        ("beneficiario.cognome_nome", Reason::NotInFont { character: 'Đ' }),
        ("beneficiario.codice_fiscale", Reason::DoesNotFit),
        ("richiedente.cognome_nome", Reason::DoesNotFit),
    ];
    assert_eq!(left, expected);
    assert_eq!(read(&filled.pdf)["richiedente.cognome_nome"].value, Some(words("vedi foglio allegato")));
    assert_eq!(
        left_lines(rules.voice(), &entries, &filled.left)[1],
        "Persona con disabilità: Codice fiscale: nel campo non c'è posto."
    );
    // What the module gives to the page reads back.
    let json = serde_json::to_string(&filled.left).unwrap();
    assert_eq!(serde_json::from_str::<Vec<dopo_di_noi::pdf_reading::Left>>(&json).unwrap(), filled.left);

    let form = rules.notice.official_form.as_ref().unwrap();
    let sheet = added_sheet(&rules, &answers, &applicant, form, &entries, &filled.left);
    let values = sheet.blocks.iter().filter_map(|block| match block {
        Block::Fields(fields) => Some(fields.iter().filter_map(|field| field.value.clone())),
        _ => None,
    });
    let values: Vec<String> = values.flatten().collect();
    assert!(values.contains(&"Đorđević Nicolò".into()) && values.contains(&format!("{long} Anna")), "{values:?}");
    let page = shown(&pdf::render(&sheet).unwrap(), "sheet");
    for words in ["Foglio allegato al modulo", "Đorđević Nicolò", "RSSMRA85T10A562SX", "particelle", NOTICE] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

/// The rules after a change to what the notice says about its form.
fn read_with(change: impl FnOnce(&mut Value)) -> Result<Rules, Vec<Fault>> {
    changed(|file| change(&mut file["official_form"]))
}

/// The rules after a change to the notice.
fn changed(change: impl FnOnce(&mut Value)) -> Result<Rules, Vec<Fault>> {
    let mut file: Value = serde_json::from_str(&text(&format!("tests/notices/{NOTICE}.json"))).unwrap();
    change(&mut file);
    let programme = programme("p.json", &text("public/programmes/dopo-di-noi-lombardia-2024.json")).unwrap();
    together("n.json", programme, notice("n.json", &file.to_string())?)
}

/// The faults of the notice after that change: of the file alone, or else beside the PDF.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<Fault> {
    match read_with(change) {
        Ok(rules) => mapping_faults("n.json", &rules.notice.official_form.unwrap(), &fields(&blank()).unwrap()),
        Err(faults) => faults,
    }
}

#[test]
fn every_slip_is_named_with_its_key() {
    assert_eq!(faults(|_| {}), []);
    type Slip = (fn(&mut Value), &'static str, &'static str);
    let slips: [Slip; 21] = [
        (|form| form["file"] = json!("https://altrove.example/m.pdf"), "official_form.file", "accanto"),
        (|form| form["file"] = json!("../segreto.pdf"), "official_form.file", "accanto"),
        (|form| form["source"]["document"] = json!("luna"), "official_form.source.document", "luna"),
        (|form| form["label"] = json!("Modulo"), "official_form.label", "oggetto"),
        (
            |form| form["fields"][0]["write"] = json!("beneficiary.colour"),
            ".fields[0].write",
            "\"colour\" non è un dato",
        ),
        (|form| form["fields"][0]["write"] = json!("beneficiary.court"), ".fields[0].write", "non si chiede"),
        (|form| form["fields"][0]["write"] = json!("surname"), ".fields[0].write", "beneficiary.tax_code"),
        (|form| form["fields"][0]["answer"] = json!("adl"), ".fields[0]", "una sola di queste chiavi"),
        (|form| form["fields"][0] = json!({"field": "canone"}), ".fields[0]", "una sola di queste chiavi"),
        (|form| form["fields"][2]["answer"] = json!("luna"), ".fields[2].answer", "la domanda \"luna\" non esiste"),
        (|form| form["fields"][1]["field"] = json!("beneficiario.cognome_nome"), ".fields[1].field", "due volte"),
        (|form| form["fields"][6]["choose"][0]["role"] = json!("re"), ".fields[6].choose[0]", "\"re\""),
        (
            |form| form["fields"][6]["choose"][1]["option"] = json!("persona"),
            ".fields[6].choose[1].option",
            "due volte",
        ),
        (|form| form["fields"][7]["when"] = json!({"wants": "luna"}), ".fields[7].when", "luna"),
        (
            |form| form["fields"][9]["choose"][0]["when"]["is"]["value"] = json!("x"),
            ".fields[9].choose[0].when",
            "scelta",
        ),
        (|form| form["fields"][11]["first_year"] = json!("luna"), ".fields[11].first_year", "luna"),
        // Beside the PDF.
        (|form| form["fields"][0]["field"] = json!("nome"), ".fields[0].field", "non ha il campo \"nome\""),
        (|form| form["fields"][0]["field"] = json!("protocollo2"), ".fields[0].field", "protocollo2"),
        (
            |form| form["fields"][6]["choose"][0]["option"] = json!("re"),
            ".fields[6].choose[0].option",
            "ha: persona, familiare",
        ),
        (|form| form["fields"][7] = json!({"field": "certificato_104", "write": "day"}), ".fields[7]", "casella"),
        (|form| form["fields"][14] = json!({"field": "data", "role": "oneself"}), ".fields[14]", "un testo"),
    ];
    for (slip, key, what) in slips {
        let found = faults(slip);
        let named = found.iter().any(|fault| fault.key.contains(key) && fault.what.contains(what));
        assert!(named, "no fault at {key} that says {what}: {found:?}");
    }
    // An account that nobody asks for would never be there to write.
    let unasked = changed(|file| {
        file["asks_iban"] = json!(false);
        file["official_form"]["fields"][0]["write"] = json!("beneficiary.iban");
    });
    assert!(unasked.unwrap_err().iter().any(|fault| fault.what.contains("asks_iban")));

    let rules = rules(NOTICE);
    let all = fields(&blank()).unwrap();
    let rest = unmapped(rules.notice.official_form.as_ref().unwrap(), &all);
    assert_eq!(rest.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["protocollo"]);
}
