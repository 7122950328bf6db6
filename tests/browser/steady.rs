//! What is shown stays where it is: when files arrive late, and on the whole path.

use std::time::Duration;

use serde_json::json;

use crate::browser::Browser;
use crate::path::answered;
use crate::readings::go_to;

/// Browsers call a page steady up to a tenth; this is a fifth of it.
const STEADY: f64 = 0.02;

/// How much of the page has moved since it was opened, as browsers reckon it: the share of the window, times how far. What
/// somebody's touch or key has just asked for is left out.
async fn moved(browser: &Browser) -> f64 {
    // A font changes the page in the frame after it has come, and the record is written after that.
    let sum = "let sum = 0;
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) sum += value;
        }).observe({ type: 'layout-shift', buffered: true });
        await new Promise((done) => setTimeout(done, 500));
        return sum;";
    browser.run(&format!("return (async () => {{ {sum} }})()")).await.as_f64().unwrap()
}

#[tokio::test]
async fn nothing_moves_when_files_arrive_late() {
    for width in [360, 1280] {
        let browser = Browser::open(width, 740).await;
        browser.site.delay(".json", Duration::from_millis(500));
        browser.site.delay(".woff2", Duration::from_millis(2500));
        browser.go("").await;
        browser.heading("Dopo di Noi").await;
        let come =
            "[...document.fonts].filter(({ family, status }) => /Titillium Web/.test(family) && status === 'loaded')";
        browser.until("both weights of the font", &format!("{come}.length === 2")).await;
        let before = "const [shown] = performance.getEntriesByName('first-contentful-paint');
            const fonts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));
            return fonts.every(({ responseEnd }) => shown.startTime < responseEnd)";
        assert_eq!(browser.run(before).await, json!(true), "no text before its fonts, {width} px wide");
        let late = moved(&browser).await;
        assert!(late < STEADY, "{late} has moved, {width} px wide");
        // What does move is noticed.
        browser
            .run("const bar = document.createElement('p'); bar.style.height = '200px'; document.body.prepend(bar)")
            .await;
        let noticed = moved(&browser).await;
        assert!(noticed > STEADY, "{noticed}, {width} px wide");
    }
}

#[tokio::test]
async fn nothing_moves_by_itself_on_the_whole_path() {
    let browser = Browser::open(360, 740).await;
    answered(&browser).await;
    for step in ["#/risultato", "#/prova", "#/confronto", "#/budget", "#/documenti", "#/dati", "#/modulo"] {
        go_to(&browser, step).await;
        let by_now = moved(&browser).await;
        assert!(by_now < STEADY, "{by_now} has moved up to {step}");
    }
}
