//! Where nobody touches a visit: a warning that stands for two minutes, and then nothing of it. The clock and the timers are
//! the test's.

use std::time::Duration;

use serde_json::json;

use crate::browser::{Browser, ENTER};
use crate::element::Host;
use crate::guard::guarded;
use crate::readings::{READINGS, read_in};

/// A clock that the test puts ahead by minutes, and timers that it makes a hundred times as fast, all before the page begins.
const STEERED: &str = "
    window.ahead = 0;
    window.fast = false;
    const { now } = Date, set = window.setTimeout;
    Date.now = () => now.call(Date) + window.ahead * 60000;
    window.setTimeout = (done, after = 0, ...more) => set(done, window.fast && after >= 1000 ? after / 100 : after, ...more);";
const WARNING: &str = "document.querySelector('dialog[open][role=alertdialog]')";
/// What makes the page look at the clock at once, as a device does that wakes.
const LOOK: &str = "document.dispatchEvent(new Event('visibilitychange'))";

async fn steered(query: &str) -> Browser {
    let browser = Browser::open(360, 740).await;
    browser.before_each_page(STEERED).await;
    browser.go(query).await;
    browser.heading("Dopo di Noi").await;
    guarded(&browser).await;
    browser
}

async fn answered(browser: &Browser) {
    browser.click("main a.btn-primary").await;
    browser.click("input[value=family]").await;
    browser.click("button[type=submit]").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("17/03/1991").await;
}

/// Puts the clock ahead by so many minutes; whether the warning stands then.
async fn after(browser: &Browser, minutes: f64) -> bool {
    browser.run(&format!("ahead += {minutes}; {LOOK}")).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    browser.run(&format!("return !!{WARNING}")).await == json!(true)
}

#[tokio::test]
async fn nobody_there_is_warned_of_and_what_was_typed_goes() {
    let browser = steered("").await;
    // With nothing answered there is nothing to delete.
    assert!(!after(&browser, 90.0).await);
    answered(&browser).await;
    assert!(!after(&browser, 19.0).await);
    // A touch, and the time begins anew.
    browser.click("h1").await;
    assert!(!after(&browser, 19.0).await);
    assert!(after(&browser, 2.0).await);
    for (reading, _) in READINGS.iter().rev() {
        browser.press("\u{e00c}").await;
        read_in(&browser, reading).await;
        assert!(after(&browser, 21.0).await);
        browser.accessible("nobody there").await;
    }
    browser.picture("idle").await;
    let behind = "getComputedStyle(document.querySelector('dialog'), '::backdrop').backgroundColor";
    assert!(browser.run(&format!("return {behind}")).await.as_str().unwrap().starts_with("rgb("), "not opaque");
    // Said in the reading of the moment, at a few moments only.
    browser.press("\u{e00c}").await;
    browser.until("the visit", &format!("!{WARNING}")).await;
    assert_eq!(browser.run("return document.querySelector('#field').value").await, json!("17/03/1991"));
    assert!(!after(&browser, 19.0).await);
    assert!(after(&browser, 2.0).await);
    browser.tab_to("dialog .btn-primary").await;
    browser.press(ENTER).await;
    browser.until("the visit", &format!("!{WARNING}")).await;
    read_in(&browser, "facile").await;
    browser.run("localStorage.setItem('dopo-di-noi:x', 'y'); localStorage.setItem('altro', 'z'); sessionStorage.setItem('dopo-di-noi:x', 'y')").await;
    assert!(after(&browser, 21.0).await);
    assert!(browser.text("dialog").await.contains("Le risposte salvate restano"));
    browser.picture("idle-facile").await;
    browser
        .run(
            "window.said = []; const status = document.querySelector('dialog [role=status]');
             new MutationObserver(() => { said.push(status.textContent); sessionStorage.said = said.join(' '); }).observe(status, { childList: true });
             fast = true;",
        )
        .await;
    browser.until("the way out", "location.pathname === '/uscita.html' && document.readyState === 'complete'").await;
    assert_eq!(
        browser
            .run("return [sessionStorage.said, Object.keys(localStorage).sort(), Object.keys(sessionStorage)]")
            .await,
        json!(["Manca 1 minuto. Mancano 30 secondi. Mancano 10 secondi.", ["altro", "dopo-di-noi:x"], ["said"]])
    );
    assert!(browser.text("main").await.contains("nessuno ha toccato la pagina"));
    browser.accessible("nobody was there").await;
    browser.picture("idle-over").await;
    browser.run("history.back()").await;
    browser.until("the first question", "document.querySelector('input[type=radio]')").await;
    assert_eq!(browser.run("return document.querySelector(':checked')").await, json!(null));
}

#[tokio::test]
async fn a_device_that_slept_warns_first_and_no_clock_deletes_anything() {
    let browser = steered("").await;
    answered(&browser).await;
    // Touched as it wakes: the touch comes too late to count.
    browser
        .run("ahead += 60; document.querySelector('h1').dispatchEvent(new Event('pointerdown', { bubbles: true }))")
        .await;
    browser.until("the warning", WARNING).await;
    for jump in [600.0, -1200.0, 5000.0] {
        assert!(after(&browser, jump).await, "{jump}");
        tokio::time::sleep(Duration::from_millis(1200)).await;
        assert_eq!(browser.run("return location.hash").await, json!("#/domanda/birth_date"));
    }
    // Seconds in which nobody could see it do not count.
    browser.run("Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' }); fast = true;").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(browser.run(&format!("return !!{WARNING}")).await, json!(true));
    browser.run("delete document.visibilityState; fast = false").await;
    browser.tab_to("dialog .btn-primary").await;
    browser.press(ENTER).await;
    browser.until("the visit", &format!("!{WARNING}")).await;
    // Put back, a clock begins anew; put ahead, it brings the warning and no more.
    assert!(!after(&browser, -600.0).await);
    assert!(!after(&browser, 19.0).await);
    assert!(after(&browser, 2.0).await);
    // Who has the device alone is not asked again.
    browser.tab_to("dialog .btn-outline-primary").await;
    browser.press(ENTER).await;
    browser.until("the visit", &format!("!{WARNING}")).await;
    assert!(!after(&browser, 6000.0).await);
    assert_eq!(browser.run("return document.querySelector('#field').value").await, json!("17/03/1991"));
    browser.quiet("a visit that went on").await;
}

#[tokio::test]
async fn the_host_says_after_how_many_minutes() {
    for (query, before, then) in
        [("?idle=5", 4.0, 2.0), ("?idle=0", 19.0, 2.0), ("?idle=241", 19.0, 2.0), ("?idle=2.5", 19.0, 2.0)]
    {
        let browser = steered(query).await;
        answered(&browser).await;
        assert!(!after(&browser, before).await, "{query}");
        assert!(after(&browser, then).await, "{query}");
    }
    let browser = steered("").await;
    answered(&browser).await;
    let host = "document.getElementById('dopo-di-noi').dataset.idle";
    browser.run(&format!("{host} = '0'")).await;
    assert!(!after(&browser, 6000.0).await);
    browser.run(&format!("{host} = '240'")).await;
    assert!(after(&browser, 1.0).await);
}

#[tokio::test]
async fn in_an_element_it_is_the_same() {
    let host = Host::open(360, 740).await;
    host.browser.before_each_page(STEERED).await;
    host.show_one("", "", "idle=3").await;
    host.answer_two(0).await;
    guarded(&host.browser).await;
    let warning = "inside('dialog[open][role=alertdialog]')";
    // Elsewhere on the page is not in the visit.
    host.run(&format!("ahead += 4; document.querySelector('header').click(); {LOOK}")).await;
    host.until("the warning", warning).await;
    host.browser.accessible("element: nobody there").await;
    host.browser.picture("element-idle").await;
    host.run("fast = true").await;
    host.heading("Le risposte non sono più qui").await;
    assert!(host.run("return inside('.main').innerText").await.as_str().unwrap().contains("nessuno ha toccato"));
    host.browser.picture("element-idle-over").await;
    // Taken off the page while it stands, it deletes nothing and breaks nothing.
    host.run("fast = false").await;
    host.click(".main button").await;
    host.heading("Dopo di Noi").await;
    host.answer_two(0).await;
    guarded(&host.browser).await;
    tokio::time::sleep(Duration::from_millis(600)).await;
    host.run(&format!("ahead += 4; {LOOK}")).await;
    host.until("the warning", warning).await;
    host.run("window.kept = one(); kept.remove(); fast = true").await;
    tokio::time::sleep(Duration::from_millis(2000)).await;
    host.run("document.querySelector('main').append(kept)").await;
    host.until("the start", "inside('a.btn-primary')?.innerText.includes('Riprendi')").await;
    assert_eq!(host.browser.console().await, [""; 0], "console");
}
