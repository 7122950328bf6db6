//! The office's own form, filled in on the page and read again.

use dopo_di_noi::pdf_reading::{FormValue, fields};
use serde_json::json;

use crate::browser::{Browser, ENTER};
use crate::common::{file, text};
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};
use crate::returning::open;

const NOTICE: &str = "notices/valle-inventata-2026.json";
const FORM: &str = "notices/modulo-valle-inventata.pdf";

/// The step with the application, under a notice with a form, everything answered.
async fn at_the_application() -> Browser {
    let browser = Browser::open(360, 740).await;
    browser.site.replace(NOTICE, text(&format!("tests/{NOTICE}")));
    browser.site.replace(FORM, std::fs::read(file(&format!("tests/{FORM}"))).unwrap());
    browser.go("?notice=valle-inventata-2026").await;
    browser.heading("Dopo di Noi").await;
    let saved = json!({"schema_version": 1, "notice": "valle-inventata-2026", "notice_version": "2026-10-01",
        "as_of": "2026-11-21", "who_is_filling": "family", "birth_date": "1990-05-10", "municipality": "A001",
        "severe_disability_certificate": "yes", "cause_is_ageing": "no", "family_support": "no_parents",
        "lives_in": "family_home", "wanted": ["rent_and_utilities"], "housing_type": "cohousing", "residents": 2,
        "monthly_rent": "550.00", "monthly_utilities": "120.00",
        "application": {"beneficiary": {"surname": "D’Amico", "name": "Nicolò", "tax_code": "RSSMRA85T10A562S"},
            "submitter": {"surname": "D’Amico", "name": "Anna"}}});
    open(&browser, "salvata.json", saved.to_string().as_bytes()).await;
    browser.until("the offer", "document.querySelector('main button.btn-primary')").await;
    browser.click("main button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    browser
}

/// Waits for words in what is announced of the form.
async fn said(browser: &Browser, role: &str, words: &str) {
    let said = format!(
        "[...document.querySelectorAll('section[aria-labelledby=official] [role={role}]')].some((one) => one.innerText.includes({}))",
        json!(words)
    );
    browser.until(words, &said).await;
}

/// Has a file made with a button, and waits until it is said, in whichever reading.
pub async fn made(browser: &Browser, button: &str) {
    browser.click(&format!("#{button}")).await;
    let said = format!("document.querySelector('.buttons:has(#{button}) + [role=status]').innerText");
    browser.until("the file", &format!("/scaricat|downloaded/.test({said})")).await;
}

#[tokio::test]
async fn the_form_is_filled_in_and_what_does_not_fit_goes_to_a_sheet() {
    let browser = at_the_application().await;
    let shown = browser.text("section[aria-labelledby=official]").await;
    for words in ["Modulo di domanda dell'Ambito Valle Inventata", "non è un file per l'archivio", "Prima di firmarlo"]
    {
        assert!(shown.contains(words), "{words} is not in:\n{shown}");
    }
    let fetched = browser.fetched().await;
    assert!(!fetched.iter().any(|url| url.ends_with(".pdf")), "the form came unasked: {fetched:?}");
    browser
        .run("document.querySelectorAll('section[aria-labelledby=official] details').forEach((one) => one.open = true)")
        .await;
    let what = browser.text("section[aria-labelledby=official] details").await;
    assert!(what.contains("RSSMRA85T10A562S") && what.contains("550,00"), "{what}");
    accessible_in_every_reading(&browser, "a form to fill in", "document.querySelector('#fill-form')").await;
    browser.picture("form").await;

    browser.tab_to("#fill-form").await;
    browser.press(ENTER).await;
    said(&browser, "status", "Il modulo è compilato").await;
    let pdf = browser.downloaded("modulo-compilato.pdf").await;
    let read = fields(&pdf).unwrap();
    let value = |name: &str| read.iter().find(|field| field.name == name).and_then(|field| field.value.clone());
    let words = |words: &str| Some(FormValue::Text(words.into()));
    assert_eq!(value("beneficiario.cognome_nome"), words("D’Amico Nicolò"));
    assert_eq!(value("beneficiario.codice_fiscale"), words("RSSMRA85T10A562S"));
    assert_eq!(value("beneficiario.residenza"), words("Valle Alta"));
    assert_eq!(value("richiedente.qualita"), words("familiare"));
    assert_eq!(value("casa"), words("famiglia"));
    assert_eq!(value("senza_genitori"), Some(FormValue::On(true)));
    assert_eq!(value("sostegni"), words("Affitto e utenze"));
    assert_eq!((value("protocollo"), value("luogo")), (None, None));
    assert_eq!(browser.text("section[aria-labelledby=official] h3").await, "");
    brought_about_in_every_reading(&browser, "a form filled in", async || made(&browser, "fill-form").await).await;

    // A letter that the form's font does not have.
    browser.run("location.hash = '#/dati'").await;
    browser.heading("Dati per la domanda").await;
    browser.tab_to("#beneficiary-surname").await;
    browser.press("\u{e009}a\u{e000}\u{e003}Đorđević").await;
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    browser.tab_to("#fill-form").await;
    browser.press(ENTER).await;
    said(&browser, "status", "Un dato non è entrato").await;
    assert!(
        browser.text("section[aria-labelledby=official] ul").await.contains("Cognome e nome: il tipo di carattere")
    );
    brought_about_in_every_reading(&browser, "a form with a value left", async || {
        browser.click("#fill-form").await;
        browser.until("what is left", "document.querySelector('section[aria-labelledby=official] h3')").await;
    })
    .await;
    browser.picture("form-left").await;
    browser.tab_to("#added-sheet").await;
    browser.press(ENTER).await;
    said(&browser, "status", "Il PDF è pronto").await;
    let sheet = browser.downloaded("foglio-allegato.pdf").await;
    assert!(sheet.starts_with(b"%PDF-"));
    brought_about_in_every_reading(&browser, "the sheet made", async || {
        made(&browser, "fill-form").await;
        made(&browser, "added-sheet").await;
    })
    .await;
    browser.quiet("a form filled in").await;

    // A form that is not there, no PDF, and a PDF without fields: each is told, and nothing is lost.
    browser.site.remove(FORM);
    browser.click("#fill-form").await;
    said(&browser, "alert", "Il modulo non è arrivato").await;
    for (content, words) in [(b"<html>".to_vec(), "non si legge"), (sheet, "non ha campi da compilare")] {
        browser.site.replace(FORM, content);
        browser.click("#fill-form").await;
        said(&browser, "alert", words).await;
        said(&browser, "alert", "ci sono ancora tutte").await;
    }
    brought_about_in_every_reading(&browser, "a form refused", async || {
        browser.click("#fill-form").await;
        let refused = "document.querySelector('section[aria-labelledby=official] [role=alert] .alert-danger')";
        browser.until("it is refused", refused).await;
    })
    .await;
    browser.picture("form-refused").await;
    browser.site.replace(FORM, std::fs::read(file(&format!("tests/{FORM}"))).unwrap());
    browser.click("#fill-form").await;
    said(&browser, "status", "Il modulo è compilato").await;
}
