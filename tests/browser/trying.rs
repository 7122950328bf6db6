//! Trying and comparing beside the result: nothing changes until the person says so.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, SPACE};
use crate::path::answered;
use crate::readings::accessible_in_every_reading;

pub async fn at_the_result(width: u32) -> Browser {
    let browser = Browser::open(width, 900).await;
    answered(&browser).await;
    browser.tab_to("main a.btn-primary").await;
    browser.press(ENTER).await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    browser
}

async fn said(browser: &Browser, selector: &str) -> String {
    browser.text(selector).await.replace('\u{a0}', " ")
}

/// Replaces what stands in a field, by keyboard.
async fn retype(browser: &Browser, selector: &str, typed: &str) {
    browser.tab_to(selector).await;
    browser.press("\u{e009}a\u{e000}\u{e003}").await;
    browser.press(typed).await;
}

#[tokio::test]
async fn another_answer_is_seen_beside_the_old_one_before_it_is_kept() {
    let browser = at_the_result(360).await;
    browser.tab_to("a[href='#/prova']").await;
    browser.press(ENTER).await;
    browser.heading("Che cosa cambia se").await;
    browser.accessible("picking a question to try").await;
    browser.picture("trial-pick").await;
    browser.tab_to("a[href='#/prova/housing_type']").await;
    browser.press(ENTER).await;
    browser.until("the table", "document.querySelector('.compared td')").await;
    assert!(!said(&browser, ".compared tbody").await.contains('≠'));

    browser.tab_to("input[type=radio]:checked").await;
    browser.click("input[value=cohousing]").await;
    browser.until("a difference", "document.querySelector('.compared tbody').innerText.includes('≠')").await;
    browser.accessible("a trial").await;
    browser.picture("trial").await;
    let table = said(&browser, ".compared").await;
    assert!(table.contains("Escluso dall'avviso") && table.contains("14.400,00 €"), "{table}");
    browser.until("the announcement", "document.querySelector('[role=status]').innerText.startsWith('Cambia')").await;

    // Left as it was.
    browser.tab_to("main .btn-outline-primary").await;
    browser.press(ENTER).await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    assert!(said(&browser, "#totals + *").await.contains("14.400,00 €"));

    // Kept.
    browser.go("#/prova/monthly_rent").await;
    browser.until("the field", "document.querySelector('#field')?.value === '550'").await;
    retype(&browser, "#field", "250").await;
    browser.until("a difference", "document.querySelector('.compared tbody').innerText.includes('296,00')").await;
    browser.tab_to("main button.btn-primary").await;
    browser.press(ENTER).await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    assert!(said(&browser, "#totals + *").await.contains("3.552,00 €"));
    browser.quiet("trials").await;
}

#[tokio::test]
async fn homes_stand_side_by_side_each_with_its_own_costs() {
    let browser = at_the_result(1280).await;
    browser.tab_to("a[href='#/confronto']").await;
    browser.press(ENTER).await;
    browser.heading("Confronta le case").await;
    accessible_in_every_reading(&browser, "a comparison", "document.querySelector('.compared')").await;
    let table = said(&browser, ".compared").await;
    assert!(table.contains("≠ Voucher per casa con ente gestore") && table.contains("Non richiesto"), "{table}");
    retype(&browser, "#option-2-monthly_care_cost", "700").await;
    browser.until("the figure", "document.querySelector('.compared').innerText.includes('8.400,00')").await;
    retype(&browser, "#option-2-residents", "zero").await;
    browser.until("the error", "document.querySelector('#option-2-residents-error').innerText.includes('cifre')").await;
    assert_eq!(browser.run("return document.querySelector('#option-2-residents').value").await, json!("zero"));
    accessible_in_every_reading(
        &browser,
        "a comparison with an error",
        "document.querySelector('#option-2-residents-error')?.innerText",
    )
    .await;
    retype(&browser, "#option-2-residents", "4").await;
    browser.picture("comparison").await;
    browser.client.set_window_size(360, 900).await.unwrap();
    browser.picture("comparison").await;

    // On paper: one page.
    let printed = browser.printed().await;
    assert_eq!(printed.windows(11).filter(|part| *part == b"/Type /Page").count(), 1 + 1, "not one page");
    // The answers themselves are as they were.
    browser.client.back().await.unwrap();
    browser.heading("Dalle risposte non risultano ostacoli").await;
    assert!(said(&browser, "#totals + *").await.contains("14.400,00 €"));
    browser.quiet("a comparison").await;
}

#[tokio::test]
async fn several_residents_share_one_home_to_the_cent() {
    let browser = at_the_result(1280).await;
    browser.tab_to("a[href='#/budget']").await;
    browser.press(ENTER).await;
    browser.heading("Il budget della casa").await;
    accessible_in_every_reading(&browser, "an empty sheet", "document.querySelector('#resident-0-monthly_care_cost')")
        .await;
    // The first resident is the person of the answers; the others, and what anybody brings, are not known yet.
    let filled = "return [...document.querySelectorAll('[id^=resident-]')].filter((one) => one.value).map((one) => one.id + '=' + one.value)";
    assert_eq!(browser.run(filled).await, json!(["resident-0-monthly_care_cost=1.300,50"]));
    assert!(
        said(&browser, "#figures ~ *").await.contains("Mancano ancora delle cifre")
            || said(&browser, "main").await.contains("Mancano ancora delle cifre")
    );
    for (person, care, own) in [(0, "900", "600"), (1, "1.500", "300"), (2, "0,01", "100")] {
        retype(&browser, &format!("#resident-{person}-monthly_care_cost"), care).await;
        retype(&browser, &format!("#resident-{person}-person"), own).await;
        retype(&browser, &format!("#resident-{person}-family"), "100").await;
        retype(&browser, &format!("#resident-{person}-municipality"), "0").await;
    }
    browser.until("the figures", "document.querySelector('.live svg.bar .mark')").await;
    let page = said(&browser, "main").await;
    // 6,000 in three; 900 × 12; 14,400.
    for figure in ["2.000,00 €", "10.800,00 €", "14.400,00 €", "6.000,00 €", "supera il 70%", "entro il 70%"] {
        assert!(page.contains(figure), "{figure} is not in:\n{page}");
    }
    accessible_in_every_reading(&browser, "a sheet", "document.querySelector('.live svg.bar .mark')").await;
    browser.picture("sheet").await;
    browser.run("document.querySelector('#residents').focus()").await;
    browser.press("5").await;
    browser.press(SPACE).await;
    browser
        .until("five persons", "document.querySelectorAll('#persons ~ * fieldset, .columns fieldset').length === 5")
        .await;
    // What was typed for the others is still there.
    assert_eq!(browser.run("return document.querySelector('#resident-1-person').value").await, Value::from("300"));
    browser.client.set_window_size(360, 900).await.unwrap();
    accessible_in_every_reading(&browser, "a sheet on a phone", "document.querySelector('.live svg.bar .mark')").await;
    browser.picture("sheet").await;
    browser.quiet("a sheet").await;
}
