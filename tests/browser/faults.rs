//! What the page does when its files are wrong: a calm message with whom to ask, never a blank.

use crate::browser::{Browser, ENTER};
use crate::common::text;
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};

const NOTICE: &str = "notices/medio-olona-2024.json";
const PROGRAMME: &str = "programmes/dopo-di-noi-lombardia-2024.it.json";

#[tokio::test]
async fn a_broken_notice_or_programme_is_told_calmly_with_whom_to_ask() {
    let browser = Browser::open(360, 740).await;
    let notice = text(&format!("public/{NOTICE}"));
    let written = text(&format!("public/{}", PROGRAMME.replace(".it.", ".")));
    let programme = dopo_di_noi::programme::publish("p", &written, dopo_di_noi::programme::Tongue::Italian).unwrap();
    let half = |whole: &str| whole.chars().take(whole.chars().count() / 2).collect::<String>();
    for (file, content, office) in [
        (NOTICE, half(&notice), true),
        (NOTICE, notice.replace("\"C139\"", "139"), true),
        (NOTICE, "non è JSON".into(), false),
        (PROGRAMME, half(&programme), true),
        (PROGRAMME, programme.replacen("\"0.80\"", "\"1.5\"", 1), true),
        (PROGRAMME, programme.replacen("\"0.80\"", "0.80", 1), true),
    ] {
        browser.site.replace(file, content);
        browser.go("").await;
        browser.heading("in questo momento non funziona").await;
        let said = browser.text("main").await;
        let expected = if office { "0331.502118" } else { "servizi sociali del tuo Comune" };
        assert!(said.contains(expected), "{said}");
        browser.accessible("a broken file").await;
        browser.site.restore(file);
    }
    browser.site.replace(NOTICE, half(&notice));
    for reading in ["lang=en", "reading=facile"] {
        browser.go(&format!("?{reading}")).await;
        browser.until(reading, "document.querySelector('main a[href^=\"tel:\"]')").await;
        browser.accessible("a broken file").await;
    }
    browser.go("").await;
    browser.heading("in questo momento non funziona").await;
    browser.picture("broken").await;
}

#[tokio::test]
async fn a_notice_that_is_not_there_is_told_calmly() {
    let browser = Browser::open(360, 740).await;
    let foreign = ["https%3A%2F%2Fexample.invalid%2Fn.json", "%2F%2Fexample.invalid%2Fn.json"];
    for notice in ["non-esiste", "../../etc/passwd"].into_iter().chain(foreign) {
        browser.go(&format!("?notice={notice}")).await;
        browser.heading("in questo momento non funziona").await;
        assert!(browser.text("main").await.contains("servizi sociali del tuo Comune"));
        let fetched = browser.fetched().await;
        assert!(fetched.iter().all(|url| url.starts_with(&browser.site.url)), "{fetched:?}");
    }
}

#[tokio::test]
async fn a_notice_that_an_office_adds_is_one_file() {
    let browser = Browser::open(360, 740).await;
    browser.site.replace("notices/valle-inventata-2026.json", text("tests/notices/valle-inventata-2026.json"));
    browser.go("?notice=valle-inventata-2026").await;
    browser.heading("Dopo di Noi").await;
    assert!(browser.text("body").await.contains("Ambito Valle Inventata"));
    browser.click("a.btn-primary").await;
    browser.click("input[value=self]").await;
    browser.click("button[type=submit]").await;
    browser.until("the birth date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("10/05/1950").await;
    browser.run("location.hash = '#/risultato'").await;
    browser.heading("Dalle risposte risulta un ostacolo").await;
    let said = browser.text("main").await;
    assert!(said.contains("Età da 18 a 64 anni") && said.contains("Regole di questo avviso"), "{said}");
    // Raised, a ceiling is refused.
    let raised = text("tests/notices/valle-inventata-2026.json").replace("\"400.00\"", "\"500.01\"");
    browser.site.replace("notices/valle-inventata-2026.json", raised);
    browser.client.refresh().await.unwrap();
    browser.heading("in questo momento non funziona").await;
    assert!(browser.text("main").await.contains("Ambito Valle Inventata"));
}

#[tokio::test]
async fn later_steps_that_do_not_come_cost_no_answer() {
    let browser = Browser::open(360, 740).await;
    browser.site.remove("whole.js");
    browser.begin_as("self").await;
    browser.run("location.hash = '#/risultato'").await;
    browser
        .until("the sentence", "document.querySelector('[role=status]')?.innerText.includes('ci sono ancora tutte')")
        .await;
    let failed = "document.querySelector('main [role=status] .alert-danger')";
    accessible_in_every_reading(&browser, "later steps that failed", failed).await;
    browser.picture("waiting-failed").await;
    browser.click("a[href='#/riepilogo']").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("La persona con disabilità"));
    // They come back, and nothing was lost.
    browser.site.restore("whole.js");
    browser.run("location.hash = '#/risultato'").await;
    browser.heading("Manca ancora qualche risposta").await;
    browser.until("the focus", "document.activeElement?.id === 'heading'").await;
    browser.click("a[href='#/riepilogo']").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("La persona con disabilità"));
}

#[tokio::test]
async fn a_pdf_module_that_does_not_come_costs_no_answer() {
    let told = "document.querySelector('main [role=alert]')?.innerText.includes('ci sono ancora tutte')";
    for file in ["application_pdf.js", "application_pdf_bg.wasm"] {
        let browser = Browser::open(360, 740).await;
        // From the start, or the service worker might have it already. The page says nothing when it does not come.
        browser.site.remove(file);
        browser.begin_as("self").await;
        browser.run("location.hash = '#/modulo'").await;
        browser.heading("La domanda").await;
        accessible_in_every_reading(&browser, "a PDF that cannot come", "document.querySelector('#download')").await;
        brought_about_in_every_reading(&browser, "a PDF that failed", async || {
            browser.click("#download").await;
            browser.until("the sentence", "document.querySelector('main [role=alert] .alert-danger')").await;
        })
        .await;
        browser.until(&format!("the sentence without {file}"), told).await;
        // It comes back, and so does the PDF.
        browser.site.restore(file);
        browser.tab_to("#download").await;
        browser.press(ENTER).await;
        browser.until("the PDF", "document.querySelector('[role=status]').innerText.includes('pronto')").await;
        assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"), "{file}");
    }
}

#[tokio::test]
async fn where_no_worker_begins_the_page_makes_the_pdf_itself() {
    let browser = Browser::open(360, 740).await;
    browser.begin_as("self").await;
    browser.site.remove("application_pdf_worker.js");
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('[role=status]').innerText.includes('pronto')").await;
    assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_character_that_no_font_has_is_named_with_its_field() {
    let browser = Browser::open(360, 740).await;
    browser.begin_as("self").await;
    browser.run("location.hash = '#/dati'").await;
    browser.heading("Dati per la domanda").await;
    browser.tab_to("#beneficiary-surname").await;
    browser.press("Chen 陳").await;
    browser.click("a[href='#/modulo']").await;
    browser.heading("La domanda").await;
    browser.click("#download").await;
    browser.until("the sentence", "document.querySelector('main [role=alert]')?.innerText.includes('陳')").await;
    let said = browser.text("main [role=alert]").await;
    assert!(said.contains("«陳»"), "{said}");
}
