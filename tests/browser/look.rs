//! The look, where it is not a matter of taste: dark, forced colours, small and enlarged, the fonts, the host's accent.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::trying::at_the_result;

/// The steps that a person can go to from the result.
const STEPS: [(&str, &str); 8] = [
    ("result", "#/risultato"),
    ("review", "#/riepilogo"),
    ("question", "#/domanda/wanted"),
    ("field", "#/domanda/monthly_rent"),
    ("documents", "#/documenti"),
    ("person", "#/dati"),
    ("application", "#/modulo"),
    ("comparison", "#/confronto"),
];

async fn at_each_step(browser: &Browser, mut seen: impl AsyncFnMut(&'static str)) {
    for (name, step) in STEPS {
        browser.run(&format!("location.hash = '{step}'")).await;
        browser.until(name, &format!("location.hash === '{step}' && document.activeElement?.id === 'heading'")).await;
        browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
        seen(name).await;
    }
}

#[tokio::test]
async fn the_dark_scheme_and_forced_colours_keep_the_contrast() {
    let browser = at_the_result(360).await;
    for (feature, value) in [("prefers-color-scheme", "dark"), ("forced-colors", "active")] {
        browser.prefers(feature, value).await;
        at_each_step(&browser, async |name| {
            browser.accessible(&format!("{name}, {value}")).await;
            browser.picture(&format!("{name}-{value}-360")).await;
        })
        .await;
    }
    // An error, which no step begins with.
    browser.prefers("prefers-color-scheme", "dark").await;
    browser.run("location.hash = '#/domanda/monthly_rent'").await;
    browser.until("the field", "document.querySelector('#field')").await;
    browser.tab_to("#field").await;
    browser.press("x").await;
    browser.click("button[type=submit]").await;
    browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    browser.accessible("an error in the dark").await;
    browser.picture("error-dark").await;
}

#[tokio::test]
async fn nothing_is_lost_at_320_pixels_and_at_twice_the_size_of_text() {
    let browser = at_the_result(320).await;
    for size in ["100%", "200%"] {
        browser.run(&format!("document.documentElement.style.fontSize = '{size}'")).await;
        at_each_step(&browser, async |name| {
            let wide = browser
                .run(
                    "return document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
                     .filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest('.table-responsive'))
                     .map((one) => one.outerHTML.slice(0, 200))",
                )
                .await;
            assert_eq!(wide, json!([]), "{name} at {size} scrolls sideways");
            browser.picture(&format!("{name}-{}", size.replace('%', "-percent"))).await;
        })
        .await;
    }
}

#[tokio::test]
async fn what_a_finger_touches_is_large_enough() {
    let browser = at_the_result(360).await;
    at_each_step(&browser, async |name| {
        let small = browser
            .run(
                "return [...document.querySelectorAll('main :is(.btn, summary, label[for^=field], .form-control, .back a, dd a, .office a)')]
                 .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)",
            )
            .await;
        assert_eq!(small, json!([]), "{name}");
    })
    .await;
}

#[tokio::test]
async fn titillium_is_the_sites_own_and_a_host_gives_its_accent() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser
        .until("the font", "document.fonts.check('400 1rem \"Titillium Web\"') && document.fonts.status === 'loaded'")
        .await;
    let fetched = browser.fetched().await;
    assert!(fetched.iter().any(|url| url.ends_with("/fonts/titillium-web-400.woff2")), "{fetched:?}");
    assert!(!fetched.iter().any(|url| url.contains("-ext.woff2")), "letters that nobody needs: {fetched:?}");
    browser.run("document.documentElement.style.setProperty('--host-accent', '#7a1f3d')").await;
    let ground = "return getComputedStyle(document.querySelector('.btn-primary')).backgroundColor";
    browser.until("the accent", &format!("(() => {{ {ground} }})() === 'rgb(122, 31, 61)'")).await;
    browser.prefers("prefers-color-scheme", "dark").await;
    browser.until("the lighter accent", &format!("(() => {{ {ground} }})() !== 'rgb(122, 31, 61)'")).await;
    assert_ne!(browser.run(ground).await, Value::Null);
    browser.accessible("another accent in the dark").await;
}
