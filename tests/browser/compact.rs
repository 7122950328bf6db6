//! A section at a time, for who fills in many: by keyboard, with the estimate beside it.

use serde_json::json;

use crate::browser::{Browser, ENTER, Given};
use crate::path::REAL_CASE;
use crate::readings::{READINGS, accessible_in_every_reading, go_to, read_in, refused_in_every_reading};

const CONTROL: &str = "\u{e009}";
const ALT: &str = "\u{e00a}";
const RELEASE: &str = "\u{e000}";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";
const END: &str = "\u{e010}";

/// Answers a question of a section by keyboard.
pub async fn answer(browser: &Browser, question: &str, given: &Given<'_>) {
    let field = format!("field-{question}");
    match given {
        Given::Typed(text) => {
            browser.tab_to(&format!("#{field}")).await;
            browser.press(text).await;
        }
        Given::Chosen(value) => {
            // The first choice, or the one chosen, is the stop of its group; a digit picks.
            let place = browser
                .run(&format!("return [...document.querySelectorAll('input[name={field}]')].findIndex((one) => one.value === '{value}') + 1"))
                .await;
            browser.tab_to(&format!("input[name={field}]")).await;
            browser.press(&place.to_string()).await;
            let checked = format!("document.querySelector('input[name={field}]:checked')?.value === '{value}'");
            browser.until(question, &checked).await;
        }
        Given::Ticked(places) => {
            for place in *places {
                let id = if *place == 0 { field.clone() } else { format!("{field}-{place}") };
                browser.tab_to(&format!("#{id}")).await;
                browser.press(" ").await;
            }
        }
        Given::Unknown => {
            browser.tab_to(&format!("#unknown-{question}")).await;
            browser.press(" ").await;
        }
    }
}

pub async fn section_shown(browser: &Browser) -> String {
    browser
        .until(
            "a section",
            // While its module comes, the page that waits for it has this address and this heading too.
            "location.hash.startsWith('#/sezione/') && document.activeElement?.id === 'heading' && document.querySelector('main .question')",
        )
        .await;
    browser.run("return location.hash").await.as_str().unwrap().to_owned()
}

/// The questions shown, by id.
pub async fn shown(browser: &Browser) -> Vec<String> {
    let ids = browser
        .run("return [...document.querySelectorAll('.question:not([hidden]) .question-title')].map((title) => title.id.replace('label-', ''))")
        .await;
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_whole_case_section_by_section_by_keyboard() {
    let browser = Browser::open(1280, 900).await;
    browser.go("?mode=compact").await;
    browser.heading("Dopo di Noi").await;
    browser.tab_to("main a.btn-primary").await;
    browser.press(ENTER).await;
    let mut sections = 0;
    while browser.run("return location.hash").await != json!("#/riepilogo") {
        let here = section_shown(&browser).await;
        browser.accessible(&here.replace("#/sezione/", "section ")).await;
        sections += 1;
        let mut done: Vec<String> = Vec::new();
        // An answer may bring further questions.
        while let Some(question) = shown(&browser).await.into_iter().find(|id| !done.contains(id)) {
            let given = REAL_CASE.iter().find(|(id, _)| *id == question).map_or(&Given::Unknown, |(_, given)| given);
            answer(&browser, &question, given).await;
            done.push(question);
        }
        let asked = "document.querySelector('main .question')";
        accessible_in_every_reading(&browser, &here.replace("#/sezione/", "section "), asked).await;
        browser.run("document.querySelector('#heading').focus()").await;
        browser.picture(&format!("compact{}", here.replace(['#', '/'], "-"))).await;
        if here.ends_with("dwelling") {
            let estimate = browser.text(".estimate").await.replace('\u{a0}', " ");
            assert!(estimate.contains("6.000,00 €"), "{estimate}");
        }
        browser.press(&format!("{CONTROL}{ENTER}{RELEASE}")).await;
        browser.until("the next step", &format!("location.hash !== '{here}'")).await;
    }
    assert!(sections > 5, "{sections} sections");
    browser.heading("Che cosa abbiamo capito").await;
    let review = browser.text("main").await;
    for said in ["10/05/1990", "Castellanza", "1.300,50", "7,5", "Non lo so"] {
        assert!(review.contains(said), "{said} is not in:\n{review}");
    }
    browser.tab_to("main a.btn-primary").await;
    browser.press(ENTER).await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    assert!(browser.text("main").await.replace('\u{a0}', " ").contains("14.400,00 €"));
    browser.quiet("a case section by section").await;
}

#[tokio::test]
async fn problems_of_a_section_are_listed_and_lead_to_their_fields() {
    let browser = Browser::open(360, 740).await;
    browser.go("?mode=compact#/sezione/filling").await;
    section_shown(&browser).await;
    browser.click("input[value=operator]").await;
    browser.click("button[type=submit]").await;
    browser.until("the person", "location.hash === '#/sezione/person'").await;
    section_shown(&browser).await;
    let asked = shown(&browser).await.len();
    browser.press(&format!("{CONTROL}{ENTER}{RELEASE}")).await;
    browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    let listed = browser.run("return document.querySelectorAll('#problem a').length").await;
    assert_eq!(listed, json!(asked));
    refused_in_every_reading(&browser, "the problems of a section").await;
    browser.picture("compact-problems").await;
    browser.tab_to("#problem a").await;
    browser.press(ENTER).await;
    browser.until("the field", "document.activeElement?.id === 'field-birth_date'").await;
    browser.press("31/02/1990").await;
    browser.click("button[type=submit]").await;
    browser
        .until("the sentence", "document.querySelector('#field-birth_date-error').innerText.includes('non esiste')")
        .await;
    assert_eq!(browser.run("return document.querySelector('#field-birth_date').value").await, json!("31/02/1990"));
    browser.quiet("problems of a section").await;
}

#[tokio::test]
async fn keys_lead_from_section_to_section_and_the_mode_can_be_left() {
    let browser = Browser::open(1280, 900).await;
    browser.begin_as("operator").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.go("?mode=compact").await;
    browser.heading("Dopo di Noi").await;
    browser.click("main a.btn-primary").await;
    let first = section_shown(&browser).await;
    browser.click("input[value=operator]").await;
    browser.press(&format!("{ALT}{PAGE_DOWN}{RELEASE}")).await;
    browser.until("the next section", &format!("location.hash !== '{first}'")).await;
    section_shown(&browser).await;
    browser.press(&format!("{ALT}{PAGE_UP}{RELEASE}")).await;
    browser.until("the section before", &format!("location.hash === '{first}'")).await;
    section_shown(&browser).await;
    browser.press(&format!("{ALT}{END}{RELEASE}")).await;
    browser.heading("Manca ancora qualche risposta").await;
    browser.client.back().await.unwrap();
    section_shown(&browser).await;
    browser.click("section[aria-labelledby=mode] button").await;
    browser.until("one question", "location.hash === '#/domanda/who_is_filling'").await;
    assert_eq!(browser.run("return document.querySelector('input:checked').value").await, json!("operator"));
    browser.quiet("leaving the mode").await;
}

#[tokio::test]
async fn every_section_is_accessible_in_every_reading() {
    let browser = Browser::open(360, 740).await;
    browser.go("?mode=compact#/sezione/filling").await;
    section_shown(&browser).await;
    browser.click("input[value=operator]").await;
    for (reading, _) in READINGS {
        read_in(&browser, reading).await;
        for section in ["filling", "person", "family", "supports"] {
            go_to(&browser, &format!("#/sezione/{section}")).await;
            browser.accessible(&format!("section {section}")).await;
        }
        browser.picture(&format!("compact-{reading}")).await;
    }
}
