//! A family's whole path, by keyboard alone.

use serde_json::json;

use crate::browser::Given::{Chosen, Ticked, Typed, Unknown};
use crate::browser::{Browser, ENTER, Given, SPACE};
use crate::official::made;
use crate::readings::{brought_about_in_every_reading, refused_in_every_reading};

/// The answers of a real case: a son of 36, a self-managed home for three, rent and care asked for.
pub const REAL_CASE: [(&str, Given<'static>); 19] = [
    ("who_is_filling", Chosen("family")),
    ("birth_date", Typed("10/05/1990")),
    ("municipality", Chosen("C139")),
    ("severe_disability_certificate", Chosen("yes")),
    ("cause_is_ageing", Chosen("no")),
    ("family_support", Chosen("future_loss")),
    ("without_means", Chosen("yes")),
    ("lives_in", Chosen("family_home")),
    // Rent and utilities, self-managed contribution.
    ("wanted", Ticked(&[2, 7])),
    ("already_hosted", Chosen("no")),
    ("family_property_offered", Chosen("no")),
    ("adl", Typed("4")),
    ("iadl", Typed("7,5")),
    ("comes_from", Chosen("none")),
    ("housing_type", Chosen("self_managed_apartment")),
    ("residents", Typed("3")),
    ("monthly_rent", Typed("550")),
    ("monthly_utilities", Typed("120,00")),
    ("monthly_care_cost", Typed("1.300,50")),
];

pub async fn answered(browser: &Browser) {
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.tab_to("a.btn-primary").await;
    browser.press(ENTER).await;
    for (question, given) in &REAL_CASE {
        browser.answer(question, given).await;
    }
    browser.answer("monthly_project_budget", &Unknown).await;
    browser.heading("Che cosa abbiamo capito").await;
}

#[tokio::test]
async fn from_the_first_question_to_a_pdf_in_hand() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.accessible("start").await;
    browser.picture("start").await;
    browser.tab_to("a.btn-primary").await;
    browser.press(ENTER).await;
    for (question, given) in &REAL_CASE {
        browser.until(question, &format!("location.hash === '#/domanda/{question}'")).await;
        browser.accessible(question).await;
        if ["who_is_filling", "wanted", "monthly_rent"].contains(question) {
            browser.picture(question).await;
        }
        browser.answer(question, given).await;
    }
    browser.answer("monthly_project_budget", &Unknown).await;

    browser.heading("Che cosa abbiamo capito").await;
    browser.accessible("review").await;
    browser.picture("review").await;
    let review = browser.text("main").await;
    for said in ["10/05/1990", "Castellanza", "1.300,50", "7,5", "Non lo so"] {
        assert!(review.contains(said), "{said} is not in:\n{review}");
    }
    let fetched = browser.fetched().await;
    assert!(!fetched.iter().any(|url| url.contains("application_pdf")), "the PDF module came unasked");
    // The steps to come were fetched with the first question, and not with each again.
    assert_eq!(fetched.iter().filter(|url| url.ends_with(".whole.json")).count(), 1, "{fetched:?}");

    browser.tab_to("main a.btn-primary").await;
    browser.press(ENTER).await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
    browser.accessible("result").await;
    browser.picture("result").await;
    let result = browser.text("main").await.replace('\u{a0}', " ");
    for said in [
        "6.000,00 €",
        "14.400,00 €",
        "fino a 500,00 € al mese, per l'abitazione",
        "l'80% è 536,00 €",
        "In tutto, affitto e utenze al mese: 670,00 €",
        "166,67 €",
        "12 × 500,00 € = 6.000,00 €",
        "pagina 5",
    ] {
        assert!(result.contains(said), "{said} is not in:\n{result}");
    }
    for never in ["diritto a", "idone", "ammess", "punteggio", "graduatoria"] {
        assert!(!result.contains(never), "the result says {never}");
    }

    browser.tab_to("a[href='#/documenti']").await;
    browser.press(ENTER).await;
    browser.heading("Documenti da preparare").await;
    browser.accessible("documents").await;
    browser.tab_to("main input[type=checkbox]").await;
    browser.press(SPACE).await;
    browser.picture("documents").await;
    browser.tab_to("main a[href='#/dati']").await;
    browser.press(ENTER).await;
    browser.heading("Dati per la domanda").await;
    browser.accessible("personal data").await;
    browser.picture("person").await;
    browser.tab_to("#beneficiary-surname").await;
    browser.press("Đorđević Șerban").await;
    browser.tab_to("#beneficiary-name").await;
    browser.press("Ελένη Марія").await;
    assert!(browser.text("main").await.contains("Non può firmare le dichiarazioni al posto di una persona adulta"));
    browser.tab_to("main a[href='#/modulo']").await;
    browser.press(ENTER).await;
    browser.heading("La domanda").await;
    browser.accessible("application").await;
    browser.picture("application").await;
    let preview = browser.text(".paper").await;
    assert!(preview.contains("Đorđević Șerban") && preview.contains("Ελένη Марія"));

    browser.tab_to("#download").await;
    browser.press(ENTER).await;
    browser.until("the PDF", "document.querySelector('[role=status]').innerText.includes('pronto')").await;
    let pdf = browser.downloaded("domanda.pdf").await;
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
    // Kept for the conformance check of the native suite's documents beside this one.
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("from-the-browser.pdf"), &pdf).unwrap();
    brought_about_in_every_reading(&browser, "application, PDF made", async || made(&browser, "download").await).await;
    browser.quiet("the end of the path").await;
}

#[tokio::test]
async fn back_and_forward_lose_nothing_and_a_reload_keeps_nothing() {
    let browser = Browser::open(1280, 900).await;
    answered(&browser).await;
    browser.picture("review").await;
    // The browser's own Back: the last question, with nothing lost.
    browser.client.back().await.unwrap();
    browser.until("the last question", "location.hash === '#/domanda/monthly_project_budget'").await;
    browser.client.back().await.unwrap();
    browser.until("what was typed", "document.querySelector('#field')?.value === '1.300,50'").await;
    browser.client.forward().await.unwrap();
    browser.client.forward().await.unwrap();
    browser.heading("Che cosa abbiamo capito").await;

    // A changed answer leads back to the review; what no longer applies is named.
    browser.click("a[href='#/domanda/wanted']").await;
    browser.until("the question", "location.hash === '#/domanda/wanted'").await;
    browser.click("#field-7").await;
    browser.click("button[type=submit]").await;
    browser.heading("Che cosa abbiamo capito").await;
    let review = browser.text("main").await;
    assert!(review.contains("non servono più") && review.contains("assistenza al mese"), "{review}");
    assert!(!browser.text("dl").await.contains("1.300,50"));
    browser.click("main a.btn-primary").await;
    browser.heading("Dalle risposte").await;
    assert!(!browser.text("main").await.contains("14.400"));
    browser.picture("result").await;

    // Nothing is kept where nobody asked for it.
    let stored = browser.run("return [localStorage.length, sessionStorage.length, document.cookie]").await;
    assert_eq!(stored, json!([0, 0, ""]));
    browser.client.refresh().await.unwrap();
    browser.heading("Dopo di Noi").await;
    assert_eq!(browser.run("return location.hash").await, json!("#/"));
    browser.quiet("back and forward").await;
}

#[tokio::test]
async fn what_cannot_be_understood_is_refused_with_a_sentence_and_stays() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.click("a.btn-primary").await;
    browser.until("the first question", "location.hash === '#/domanda/who_is_filling'").await;
    // Nothing chosen.
    browser.click("button[type=submit]").await;
    browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    assert!(browser.text("#problem").await.contains("Scegli una risposta"));
    refused_in_every_reading(&browser, "an error at a choice").await;
    browser.picture("error-choice").await;
    browser.click("#problem a").await;
    browser.until("the field", "document.activeElement?.id === 'field'").await;
    browser.click("input[value=family]").await;
    browser.click("button[type=submit]").await;

    for (typed, says) in [
        ("31/02/1990", "non esiste nel calendario"),
        ("12/03/90", "4 cifre"),
        ("10/05/2199", "nel futuro"),
        ("", "giorno, mese e anno"),
    ] {
        browser.until("the question", "document.querySelector('#field[type=text]')").await;
        let field = browser.client.find(fantoccini::Locator::Css("#field")).await.unwrap();
        // Ctrl+A, Backspace: as a person would; the driver's own clear is no typing.
        field.send_keys("\u{e009}a\u{e000}\u{e003}").await.unwrap();
        field.send_keys(typed).await.unwrap();
        browser.click("button[type=submit]").await;
        browser
            .until("the summary", &format!("document.querySelector('#problem')?.innerText.includes({})", json!(says)))
            .await;
        assert_eq!(browser.run("return document.querySelector('#field').value").await, json!(typed));
        let described = browser.run("const field = document.querySelector('#field'); return field.getAttribute('aria-invalid') + ' ' + field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).innerText).join(' ')").await;
        assert!(
            described.as_str().unwrap().starts_with("true") && described.as_str().unwrap().contains(says),
            "{described}"
        );
        refused_in_every_reading(&browser, &format!("an error at {typed:?}")).await;
        assert_eq!(browser.run("return document.querySelector('#field').value").await, json!(typed));
    }
    browser.quiet("errors").await;
}
