//! Coming back with a file: to go on with it, or to the office's desk.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::path::answered;
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};

/// A family's application, as they carry it away.
async fn application() -> Vec<u8> {
    let browser = Browser::open(1280, 900).await;
    answered(&browser).await;
    browser.run("location.hash = '#/dati'").await;
    browser.heading("Dati per la domanda").await;
    browser.tab_to("#beneficiary-surname").await;
    browser.press("Đorđević").await;
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    browser.click("#download").await;
    browser.downloaded("domanda.pdf").await
}

pub async fn open(browser: &Browser, name: &str, content: &[u8]) {
    browser.run("location.hash = '#/'").await;
    browser.until("the start", "location.hash === '#/' && document.querySelector(\"a[href='#/riprendi']\")").await;
    browser.tab_to("a[href='#/riprendi']").await;
    browser.press(ENTER).await;
    browser.heading("Riprendi da una bozza o da un file").await;
    browser.pick(name, content).await;
}

#[tokio::test]
async fn an_application_is_gone_on_with_only_after_asking() {
    let pdf = application().await;
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    open(&browser, "domanda.pdf", &pdf).await;
    browser.until("the offer", "document.querySelector('main').innerText.includes('tornano come erano')").await;
    brought_about_in_every_reading(&browser, "a file to go on with", async || {
        browser.pick("domanda.pdf", &pdf).await;
        browser.until("the offer", "document.querySelector('main button.btn-primary')").await;
    })
    .await;
    browser.picture("resume").await;
    // To a control for files the driver sends paths, not keys: from there on, clicks.
    browser.click("main button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    let review = browser.text("main").await;
    for said in ["10/05/1990", "Castellanza", "1.300,50", "7,5", "Non lo so"] {
        assert!(review.contains(said), "{said} is not in:\n{review}");
    }
    browser.run("location.hash = '#/dati'").await;
    browser.until("the name", "document.querySelector('#beneficiary-surname')?.value === 'Đorđević'").await;

    // Over other answers: what would change is shown first, and left alone it changes nothing.
    browser.run("location.hash = '#/domanda/monthly_rent'").await;
    browser.until("the rent", "document.querySelector('#field')?.value === '550,00'").await;
    browser.tab_to("#field").await;
    browser.press("\u{e009}a\u{e000}\u{e003}250").await;
    browser.press(ENTER).await;
    browser.heading("Che cosa abbiamo capito").await;
    open(&browser, "domanda.pdf", &pdf).await;
    browser.until("the difference", "document.querySelector('.compared tbody')?.innerText.includes('≠')").await;
    brought_about_in_every_reading(&browser, "a file over other answers", async || {
        browser.pick("domanda.pdf", &pdf).await;
        browser.until("the difference", "document.querySelector('.compared tbody')?.innerText.includes('≠')").await;
    })
    .await;
    browser.click("main button.btn-outline-primary").await;
    browser.run("location.hash = '#/riepilogo'").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("250,00"));

    // What is not ours, or not whole, is told, and nothing is lost.
    let half = &pdf[..pdf.len() / 2];
    for (name, content, says) in [
        ("foto.jpg", b"\xff\xd8\xff\xe0".as_slice(), "non è un PDF"),
        ("appunti.json", b"{\"a\": 1}".as_slice(), "non è una domanda fatta qui"),
        ("meta.pdf", half, "danneggiato"),
        ("nuovo.json", br#"{"schema_version": 99, "notice": "medio-olona-2024"}"#.as_slice(), "più nuova"),
        ("altro.json", br#"{"schema_version": 1, "notice": "altrove-2026"}"#.as_slice(), "altro avviso"),
    ] {
        open(&browser, name, content).await;
        let said =
            format!("document.querySelector('[role=status] .alert-danger')?.innerText.includes({})", json!(says));
        browser.until(&format!("{name}: {says}"), &said).await;
    }
    brought_about_in_every_reading(&browser, "a file refused", async || {
        browser.pick("meta.pdf", half).await;
        browser.until("it is refused", "document.querySelector('[role=status] .alert-danger')").await;
    })
    .await;
    browser.run("location.hash = '#/riepilogo'").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("250,00"));
    browser.quiet("going on").await;
}

#[tokio::test]
async fn the_office_sees_many_applications_and_saves_a_table() {
    let pdf = application().await;
    let browser = Browser::open(1280, 900).await;
    // Whatever somebody read in before: the desk is in Italian, and no switch would empty it.
    browser.go("?lang=en#/sportello").await;
    browser.heading("Sportello").await;
    let in_italian = "const languages = [document.documentElement, document.querySelector('h1').closest('[lang]')].map((one) => one.lang);
        return [...languages, document.querySelector('nav.readings').checkVisibility()]";
    assert_eq!(browser.run(in_italian).await, json!(["en", "it", false]));
    browser.accessible("an empty desk").await;
    browser.pick("uno.pdf", &pdf).await;
    browser.until("the first", "document.querySelectorAll('tbody tr').length === 1").await;
    browser.pick("due.pdf", b"%PDF-1.7 rotto").await;
    browser.until("the second", "document.querySelectorAll('tbody tr').length === 2").await;
    let desk = browser.text("main").await.replace('\u{a0}', " ");
    for said in
        ["Đorđević (Familiare)", "Affitto e utenze", "Dati e documento coincidono", "Domande aperte: 2", "danneggiato"]
    {
        assert!(desk.contains(said), "{said} is not in:\n{desk}");
    }
    browser.accessible("a desk").await;
    browser.picture("desk").await;
    browser.click("main .buttons .btn-outline-primary").await;
    let csv = String::from_utf8(browser.downloaded("domande.csv").await).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("\"uno.pdf\";\"Đorđević (Familiare)\""), "{csv}");
    // Nothing was sent or kept.
    let stored = browser.run("return [localStorage.length, sessionStorage.length, document.cookie]").await;
    assert_eq!(stored, json!([0, 0, ""]));
    assert_eq!(
        browser
            .run("return performance.getEntriesByType('resource').every((one) => one.name.startsWith(location.origin))")
            .await,
        Value::Bool(true)
    );
    browser.quiet("a desk").await;
}

#[tokio::test]
async fn the_years_of_a_path_are_drawn_and_told() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    let saved = json!({"schema_version": 1, "notice": "medio-olona-2024", "notice_version": "2026-11-21", "as_of": "2026-11-21",
        "who_is_filling": "family", "birth_date": "1996-03-01", "municipality": "D467", "severe_disability_certificate": "yes",
        "cause_is_ageing": "no", "family_support": "future_loss", "lives_in": "family_home",
        "wanted": ["autonomy_voucher", "family_voucher", "rent_and_utilities"], "autonomy_phase": "1", "with_family_voucher": "yes",
        "day_service_premises": "no", "housing_type": "cohousing", "monthly_rent": "700", "monthly_utilities": "0"});
    open(&browser, "salvata.json", saved.to_string().as_bytes()).await;
    // A saved file carries no print that could be compared.
    browser.until("the offer", "document.querySelector('main button.btn-primary')").await;
    browser.click("main button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    browser.run("location.hash = '#/risultato'").await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    let years = browser.text("section[aria-labelledby=years]").await.replace('\u{a0}', " ");
    for said in [
        "Anno 1, stima",
        "Anno 6, proiezione",
        "fase 3, edizione 2",
        "1.750,00 €",
        "4.800,00 €",
        "6.000,00 €",
        "800,00 €",
    ] {
        assert!(years.contains(said), "{said} is not in:\n{years}");
    }
    assert_eq!(browser.run("return document.querySelectorAll('.bars svg').length").await, json!(18));
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
    let told = browser.text("section[aria-labelledby=years]").await.replace('\u{a0}', " ");
    assert!(told.contains("fase 1: fino a 3.500,00 € in 2 anni") && told.contains("pagina"), "{told}");
    accessible_in_every_reading(&browser, "the years ahead", "document.querySelector('.bars svg')").await;
    browser.picture("years").await;
    browser.client.set_window_size(1280, 900).await.unwrap();
    browser.picture("years").await;
    browser.quiet("the years ahead").await;
}
