//! The page with the personal data: places searched as one types, and what is said about details.

use std::time::Duration;

use serde_json::json;

use crate::browser::{Browser, ENTER};
use crate::path::answered;
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};

const DOWN: &str = "\u{e015}";
const ESCAPE: &str = "\u{e00c}";
const TAB: &str = "\u{e004}";

async fn personal_data(browser: &Browser) {
    answered(browser).await;
    browser.run("location.hash = '#/dati'").await;
    browser.heading("Dati per la domanda").await;
}

fn value(id: &str, is: &str) -> String {
    format!("document.querySelector('#{id}').value === {}", json!(is))
}

#[tokio::test]
async fn a_place_of_birth_is_found_by_keyboard_without_accents() {
    let browser = Browser::open(360, 740).await;
    personal_data(&browser).await;
    assert!(!browser.fetched().await.iter().any(|url| url.contains("places.txt")), "the list came unasked");
    // The residence was answered already.
    browser.until("the town answered", &value("beneficiary-town", "Castellanza")).await;
    browser.until("its postal code", &value("beneficiary-postal_code", "21053")).await;

    browser.tab_to("#beneficiary-birth_place").await;
    browser.until("the list", "performance.getEntriesByType('resource').some((one) => one.name.endsWith('places.txt') && one.responseEnd)").await;
    let offered = async || {
        browser.tab_to("#beneficiary-birth_place").await;
        browser.press("\u{e009}a\u{e000}\u{e003}forli").await;
        browser
            .until("what is found", "document.querySelectorAll('#beneficiary-birth_place-list li').length > 1")
            .await;
    };
    brought_about_in_every_reading(&browser, "places offered", offered).await;
    browser
        .until(
            "how many",
            "[...document.querySelectorAll('[role=status]')].some((one) => /\\d luoghi/.test(one.innerText))",
        )
        .await;
    browser.picture("places").await;
    brought_about_in_every_reading(&browser, "a place chosen by arrow", async || {
        offered().await;
        browser.press(DOWN).await;
        browser
            .until(
                "the first one",
                "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).innerText.startsWith('Forlì (FC)')",
            )
            .await;
    })
    .await;
    browser.press(ENTER).await;
    browser.until("the place", &value("beneficiary-birth_place", "Forlì (FC)")).await;
    browser.until("no list", "document.activeElement.getAttribute('aria-expanded') === 'false'").await;

    // A former place and a state; Escape closes and keeps what was typed.
    for (typed, offered) in [("fiume", "fino al"), ("roman", "Romania: Stato estero")] {
        browser.press("\u{e009}a\u{e000}").await;
        browser.press(typed).await;
        let list = "document.querySelector('#beneficiary-birth_place-list').innerText";
        browser.until(offered, &format!("{list}.includes({})", json!(offered))).await;
    }
    browser.press(ESCAPE).await;
    browser.until("the list closed", "!document.querySelector('#beneficiary-birth_place-list li')").await;
    browser.until("what was typed", &value("beneficiary-birth_place", "roman")).await;
    browser.press(TAB).await;
    browser
        .until(
            "a doubt",
            "document.querySelector('#beneficiary-birth_place-said').innerText.includes('non è nell\\'elenco')",
        )
        .await;
    browser.quiet("places").await;
}

#[tokio::test]
async fn a_slip_is_told_when_the_field_is_left_and_goes_when_it_is_mended() {
    let browser = Browser::open(360, 740).await;
    personal_data(&browser).await;
    for (field, slip, says, mended) in [
        ("tax_code", "RSSMRA90E10C139A", "non torna", "\u{e003}M"),
        ("postal_code", "2105", "cinque cifre", "3"),
        ("telephone", "0331", "da 6 a 15 cifre", "123456"),
        ("email", "anna.esempio.it", "chiocciola", "@esempio.it"),
    ] {
        let id = format!("beneficiary-{field}");
        let said = format!("document.querySelector('#{id}-said').innerText");
        browser.tab_to(&format!("#{id}")).await;
        browser.press("\u{e009}a\u{e000}").await;
        browser.press(slip).await;
        browser.until("nothing said half way", &format!("{said} === ''")).await;
        browser.press(TAB).await;
        browser.until(says, &format!("{said}.includes({})", json!(says))).await;
        browser.until("the field marked", &format!("document.querySelector('#{id}').ariaInvalid === 'true'")).await;
        if field == "telephone" {
            accessible_in_every_reading(
                &browser,
                "details with a slip",
                "document.querySelector('#beneficiary-telephone[aria-invalid=true]')",
            )
            .await;
            browser.run(&format!("document.querySelector('#{id}').scrollIntoView({{block: 'center'}})")).await;
            browser.picture("slips").await;
        }
        browser.run(&format!("document.querySelector('#{id}').focus()")).await;
        browser.press("\u{e010}").await;
        browser.press(mended).await;
        browser.until("nothing left", &format!("!{said}.includes({})", json!(says))).await;
    }
    browser.quiet("details").await;
}

#[tokio::test]
async fn nobody_is_told_off_half_way_when_the_list_of_places_comes() {
    let browser = Browser::open(360, 740).await;
    browser.site.delay("places.txt", Duration::from_secs(3));
    // It would have the list already.
    browser.site.remove("service-worker.js");
    personal_data(&browser).await;
    // On the way by keyboard lies the field whose places are asked for.
    browser.tab_to("#beneficiary-tax_code").await;
    browser.press("RSSMRA90E10").await;
    let come =
        "performance.getEntriesByType('resource').some((one) => one.name.endsWith('places.txt') && one.responseEnd)";
    assert_eq!(browser.run(&format!("return {come}")).await, json!(false), "the list was there before");
    browser.until("the list", come).await;
    // It is read while the person goes on.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(browser.text("#beneficiary-tax_code-said").await, "");
    browser.press(TAB).await;
    browser.until("what is wrong", "document.querySelector('#beneficiary-tax_code-said').innerText").await;
}

#[tokio::test]
async fn without_the_list_the_name_is_typed_in_full() {
    let browser = Browser::open(1280, 900).await;
    personal_data(&browser).await;
    browser.run("const fetched = window.fetch; window.fetch = (url, ...more) => String(url).includes('places.txt') ? Promise.reject(new TypeError('offline')) : fetched(url, ...more)").await;
    browser.tab_to("#beneficiary-birth_place").await;
    browser.press("Castellanza").await;
    browser.until("a sentence", "document.querySelector('main').innerText.includes('scrivi il nome per intero')").await;
    brought_about_in_every_reading(&browser, "no list of places", async || {
        browser.tab_to("#beneficiary-birth_place").await;
        browser.until("the sentence", "document.querySelector('.autocomplete__wrapper > .form-text')").await;
    })
    .await;
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    assert!(browser.text(".paper").await.contains("Castellanza"));
}

#[tokio::test]
async fn a_list_that_comes_late_opens_for_who_is_typing() {
    let browser = Browser::open(1280, 900).await;
    personal_data(&browser).await;
    browser.run("const fetched = window.fetch; window.fetch = (url, ...more) => String(url).includes('places.txt') ? new Promise((go) => { window.arrive = go; }).then(() => fetched(url, ...more)) : fetched(url, ...more)").await;
    let offered = "document.querySelectorAll('[role=option]').length";
    browser.tab_to("#beneficiary-birth_place").await;
    browser.press("forli").await;
    assert_eq!(browser.run(&format!("return {offered}")).await, json!(0));
    browser.run("window.arrive()").await;
    browser.until("the list", &format!("{offered} > 1")).await;
    browser.press(TAB).await;
    browser.until("no list any more", &format!("{offered} === 0")).await;
}
