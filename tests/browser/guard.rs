//! "Delete and leave": what was typed is nowhere afterwards, whichever way one looks for it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::common::file;
use crate::element::Host;
use crate::readings::{READINGS, go_to, read_in};
use crate::site::Site;

/// What is kept in the browser: two things of ours, and one of somebody else's that has to stay.
const PLANT: &str = "localStorage.setItem('dopo-di-noi:x', '17/03/1991'); sessionStorage.setItem('dopo-di-noi:y', 'z');
    localStorage.setItem('altro', 'resta'); sessionStorage.setItem('altro', 'resta');";
const STORED: &str = "return [Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()]";

/// Whatever of an answer can be read in a window: words, values, what is picked.
const READ: &str = "return document.body.innerText + [...document.querySelectorAll('input, select, textarea')]
    .map((one) => one.type === 'radio' || one.type === 'checkbox' ? (one.checked ? 'picked' : '') : one.value).join(' ')";

/// Waits for what guards a visit.
pub async fn guarded(browser: &Browser) {
    browser
        .until(
            "what guards",
            "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/guard-') && responseEnd)",
        )
        .await;
    tokio::time::sleep(Duration::from_millis(100)).await;
}

/// A visit with two answers.
async fn begun(browser: &Browser) {
    browser.begin_as("family").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("17/03/1991").await;
    browser.press(ENTER).await;
    browser.until("the place", "location.hash === '#/domanda/municipality'").await;
    guarded(browser).await;
}

async fn is_out(browser: &Browser) {
    browser.until("the way out", "location.pathname === '/uscita.html' && document.readyState === 'complete'").await;
}

/// Nothing of the visit is to be read wherever Back and Forward lead.
async fn nothing_comes_back(browser: &Browser, most: usize) {
    let wait = "document.readyState === 'complete' && document.querySelector('h1') && !document.querySelector('[role=status]')?.innerText.includes('Caricamento')";
    for back in (0..most).map(|at| at < most / 2) {
        let script = if back { "history.back()" } else { "history.forward()" };
        browser.run(script).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        browser.until("a page", wait).await;
        let read = browser.run(READ).await;
        let read = read.as_str().unwrap();
        assert!(!read.contains("1991") && !read.contains("picked") && !read.contains("Riprendi da dove"), "{read}");
    }
}

#[tokio::test]
async fn nothing_is_left_of_a_visit_on_a_page_of_its_own() {
    let browser = Browser::open(360, 740).await;
    begun(&browser).await;
    browser.run("sessionStorage.setItem('dopo-di-noi:y', 'z'); localStorage.setItem('altro', 'resta')").await;
    // Still to be sent, and gone with the rest.
    browser.run("location.hash = '#/domanda/birth_date'").await;
    browser.until("the date", "document.querySelector('#field')?.value === '17/03/1991'").await;
    browser.tab_to("#exit").await;
    let size = browser
        .run("const { width, height } = document.activeElement.getBoundingClientRect(); return Math.min(width, height)")
        .await;
    assert!(size.as_f64().unwrap() >= 44.0, "{size}");
    browser.press(ENTER).await;
    is_out(&browser).await;
    assert_eq!(browser.run(STORED).await, json!([["altro"], []]));
    let said = browser.text("main").await;
    assert!(said.contains("niente di quello che hai scritto") && said.contains("Nothing of what you typed"), "{said}");
    assert!(!said.contains("nessuno ha toccato"), "{said}");
    assert_eq!(browser.run("return document.title").await, json!("Uscita"));
    browser.accessible("the way out").await;
    browser.picture("exit").await;
    browser.console().await;
    nothing_comes_back(&browser, 8).await;
    // And the way back in.
    browser.go("uscita.html?notice=medio-olona-2024&lang=en").await;
    browser.click("main a").await;
    browser
        .until("English", "document.documentElement.lang === 'en' && document.querySelector('.it-brand-title')")
        .await;
    assert_eq!(browser.run("return location.search").await, json!("?notice=medio-olona-2024&lang=en"));
}

#[tokio::test]
async fn what_is_kept_on_the_device_is_asked_about() {
    let browser = Browser::open(360, 740).await;
    for (at, (key, stays)) in [("leave_kept", true), ("delete_all", false)].into_iter().enumerate() {
        begun(&browser).await;
        go_to(&browser, "#/dati").await;
        browser.tab_to("#beneficiary-surname").await;
        browser.press("Zanzibarrini").await;
        browser.run(PLANT).await;
        browser.tab_to("#exit").await;
        browser.press(ENTER).await;
        browser.until("the question", "document.querySelector('dialog[open]')").await;
        let focused = "document.querySelector('dialog').contains(document.activeElement)";
        assert_eq!(browser.run(&format!("return {focused}")).await, json!(true));
        if at == 0 {
            for (reading, _) in READINGS.iter().rev() {
                // Open, the question lies over all else.
                browser.press("\u{e00c}").await;
                read_in(&browser, reading).await;
                browser.tab_to("#exit").await;
                browser.press(ENTER).await;
                browser.until("the question", "document.querySelector('dialog[open]')").await;
                browser.accessible("what is kept on the way out").await;
            }
            browser.picture("exit-kept").await;
            for key in ["\u{e00c}", ENTER] {
                if key == ENTER {
                    browser.press(ENTER).await;
                    browser.until("the question again", "document.querySelector('dialog[open]')").await;
                    browser.tab_to("dialog .buttons button:last-child").await;
                }
                browser.press(key).await;
                browser.until("the visit", "!document.querySelector('dialog')").await;
                assert_eq!(browser.run("return document.activeElement.id").await, json!("exit"));
                let there = "return document.querySelector('#beneficiary-surname').value";
                assert_eq!(browser.run(there).await, json!("Zanzibarrini"));
            }
            browser.press(ENTER).await;
            browser.until("the question", "document.querySelector('dialog[open]')").await;
        }
        let place = if key == "delete_all" { 1 } else { 2 };
        browser.tab_to(&format!("dialog .buttons button:nth-child({place})")).await;
        browser.press(ENTER).await;
        is_out(&browser).await;
        let local = if stays { json!(["altro", "dopo-di-noi:x"]) } else { json!(["altro"]) };
        assert_eq!(browser.run(STORED).await, json!([local, ["altro"]]), "{key}");
        browser.run("history.back()").await;
        browser.heading("Dopo di Noi").await;
        assert!(!browser.run(READ).await.as_str().unwrap().contains("Zanzibarrini"));
        browser.run("localStorage.clear(); sessionStorage.clear()").await;
    }
}

#[tokio::test]
async fn it_works_where_what_guards_does_not_come() {
    let browser = Browser::open(360, 740).await;
    browser.site.remove("guard.js");
    browser.begin_as("family").await;
    browser.run(PLANT).await;
    browser.click("#exit").await;
    is_out(&browser).await;
    assert_eq!(browser.run(STORED).await, json!([["altro"], ["altro"]]));
    nothing_comes_back(&browser, 4).await;
}

#[tokio::test]
async fn a_host_says_where_to_go() {
    let browser = Browser::open(360, 740).await;
    let page = std::fs::read_to_string(file("dist/index.html")).unwrap();
    let with = |exit: &str| page.replace("data-notice=", &format!("data-exit=\"{exit}\" data-notice="));
    for (exit, place) in
        [("inserisci.html", "/inserisci.html"), ("javascript:alert(1)", "/uscita.html"), ("", "/uscita.html")]
    {
        browser.site.replace("index.html", with(exit));
        // What a link says counts for nothing.
        browser.go("?exit=manifest.webmanifest").await;
        browser.until("the way out", "document.querySelector('#exit')").await;
        guarded(&browser).await;
        browser.click("#exit").await;
        browser.until(exit, &format!("location.pathname === '{place}'")).await;
    }
}

#[tokio::test]
async fn an_element_is_empty_and_its_host_stays() {
    let host = Host::open(360, 740).await;
    let before = "history.replaceState({ router: 1 }, '')";
    host.show_one(&format!("<script>{before}</script>"), "", "").await;
    host.answer_two(0).await;
    guarded(&host.browser).await;
    host.run(PLANT).await;
    host.click("#exit").await;
    host.until("the question", "inside('dialog[open]') && inside('dialog').contains(focused())").await;
    host.browser.accessible("element: what is kept on the way out").await;
    host.browser.picture("element-exit-kept").await;
    host.click("dialog .buttons button").await;
    host.heading("Le risposte non sono più qui").await;
    host.until("the focus", "focused()?.localName === 'h1'").await;
    assert_eq!(host.run(STORED).await, json!([["altro"], ["altro"]]));
    host.browser.accessible("element: the way out").await;
    host.browser.picture("element-exit").await;
    assert!(host.run("return location.pathname").await == json!("/comune.html"));
    // Neither Back, nor another notice, nor the element elsewhere on the page brings anything back.
    for _ in 0..2 {
        host.browser.client.back().await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(host.run("return inside('.body').innerText.includes('Le risposte non sono')").await, json!(true));
    }
    host.run("const one = document.querySelector('dopo-di-noi'), { parentNode } = one; one.remove(); setTimeout(() => parentNode.append(one), 50)").await;
    host.heading("Dopo di Noi").await;
    assert_eq!(host.run("return inside('a.btn-primary').innerText").await, json!("Inizia"));
    host.answer_two(0).await;
    host.click("#exit").await;
    host.heading("Le risposte non sono più qui").await;
    host.click(".main button").await;
    host.heading("Dopo di Noi").await;
    assert_eq!(host.run("return inside('a.btn-primary').innerText").await, json!("Inizia"));
    assert_eq!(host.browser.console().await, [""; 0], "console");
    // Where the host says where to go, there.
    host.run("one().setAttribute('exit', '/altrove.html')").await;
    host.site.replace("altrove.html", "<!doctype html><title>Altrove</title><h1>Altrove</h1>");
    host.answer_two(0).await;
    host.click("#exit").await;
    host.until("elsewhere", "location.pathname === '/altrove.html'").await;
}

#[tokio::test]
async fn a_frame_is_empty_and_its_host_stays() {
    let browser = Browser::open(800, 700).await;
    let host = Site::start();
    host.replace(
        "comune.html",
        format!(
            "<!doctype html><html lang=it><meta charset=utf-8><title>Comune</title><link rel=icon href='data:,'><body>
            <script src='{}/frame.js' data-notice=medio-olona-2024 data-reading=facile data-idle=5></script>",
            browser.site.url
        ),
    );
    browser.client.goto(&format!("{}/comune.html", host.url)).await.unwrap();
    browser.until("the frame", "document.querySelector('iframe')").await;
    browser.client.enter_frame(0).await.unwrap();
    browser.heading("Dopo di Noi").await;
    assert_eq!(browser.run("return new URLSearchParams(location.search).get('idle')").await, json!("5"));
    browser.click("main a.btn-primary").await;
    browser.click("input[value=family]").await;
    browser.click("button[type=submit]").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    guarded(&browser).await;
    browser.click("#exit").await;
    is_out(&browser).await;
    browser.picture("exit-frame").await;
    let back: Value = browser.run("return document.querySelector('main a').href").await;
    for part in ["index.html?notice=medio-olona-2024", "reading=facile", "parent="] {
        assert!(back.as_str().unwrap().contains(part), "{back}");
    }
    browser.click("main a").await;
    browser.heading("Dopo di Noi").await;
    assert_eq!(browser.text("main a.btn-primary").await, "Inizia");
    browser.client.enter_parent_frame().await.unwrap();
    assert_eq!(browser.run("return location.pathname").await, json!("/comune.html"));
}
