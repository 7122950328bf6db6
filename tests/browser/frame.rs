//! The page in a frame of somebody else's: as high as it is, at the top when a step begins, and telling nothing but that.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::site::Site;

/// A municipality's page with its own ways, the two lines in the middle of it, and everything written down that is heard.
pub fn page(inner: &str) -> String {
    format!(
        "<!doctype html><html lang=it><meta charset=utf-8><title>Comune</title><link rel=icon href='data:,'>
        <style>html {{ font-size: 62.5%; scroll-behavior: auto }} iframe {{ border: 5px solid red }} div {{ height: 900px }}</style>
        <script>
          window.heard = []; window.events = [];
          addEventListener('message', ({{ data, origin }}) => heard.push({{ data, origin }}));
          for (const name of ['ready', 'step', 'complete', 'error'])
            addEventListener('ddn-' + name, ({{ type, detail }}) => events.push([type, detail]));
        </script>
        <div>Testata</div>
        <p><a href='{inner}/index.html?notice=medio-olona-2024'>Dopo di noi: orientamento ai sostegni</a></p>
        <script async src='{inner}/frame.js' data-notice=medio-olona-2024 data-reading=facile data-accent='#7a1f3d'></script>
        <div>Fondo</div>"
    )
}

/// The browser at such a page, on another origin than the widget's.
async fn framed() -> (Browser, Site) {
    let browser = Browser::open(800, 700).await;
    let host = Site::start();
    host.replace("comune.html", page(&browser.site.url));
    browser.client.goto(&format!("{}/comune.html", host.url)).await.unwrap();
    browser.until("the frame", "document.querySelector('iframe')").await;
    (browser, host)
}

pub async fn inside(browser: &Browser) {
    browser.client.enter_frame(0).await.unwrap();
}

pub async fn outside(browser: &Browser) {
    browser.client.enter_parent_frame().await.unwrap();
}

/// Inside: the frame is as high as the page in it, and has no scroll bar.
const FOLLOWS: &str = "innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height) \
    && document.documentElement.style.overflow === 'hidden'";

#[tokio::test]
async fn the_frame_follows_what_it_shows() {
    let (browser, host) = framed().await;
    browser.until("it is ready", "events.some(([type]) => type === 'ddn-ready')").await;
    assert_eq!(
        browser.run("return [document.querySelectorAll('iframe').length, !!document.querySelector('iframe').title, document.querySelectorAll('a').length, scrollY]").await,
        json!([1, true, 0, 0])
    );
    inside(&browser).await;
    browser.until("the height of the start", FOLLOWS).await;
    assert_eq!(browser.run("return new URLSearchParams(location.search).get('reading')").await, json!("facile"));
    let accent = "return getComputedStyle(document.querySelector('.btn-primary')).backgroundColor";
    assert_eq!(browser.run(accent).await, json!("rgb(122, 31, 61)"));
    let start = browser.run("return innerHeight").await;

    // Each step begins in sight, wherever the button stood, and is as high as it is.
    browser.click("a.btn-primary").await;
    browser.until("the first question", "location.hash === '#/domanda/who_is_filling'").await;
    browser.until("the height of a question", FOLLOWS).await;
    assert_ne!(browser.run("return innerHeight").await, start);
    browser.click("input[value=family]").await;
    outside(&browser).await;
    let seen = "document.querySelector('iframe').getBoundingClientRect().top >= 0";
    browser.run("scrollTo(0, scrollY + document.querySelector('iframe').getBoundingClientRect().top + 40)").await;
    assert_eq!(browser.run(&format!("return {seen}")).await, json!(false));
    inside(&browser).await;
    browser.run("document.querySelector('button[type=submit]').click()").await;
    browser.until("the second question", "location.hash === '#/domanda/birth_date'").await;
    outside(&browser).await;
    browser.until("the top of the frame", seen).await;
    inside(&browser).await;
    browser.until("the height of the second question", FOLLOWS).await;
    // An error makes it longer, a wider window shorter: both are followed.
    browser.click("button[type=submit]").await;
    browser.until("the error", "document.querySelector('#problem')").await;
    browser.until("the height with an error", FOLLOWS).await;
    browser.client.set_window_size(420, 700).await.unwrap();
    browser.until("the height in a narrow window", FOLLOWS).await;
    outside(&browser).await;
    // Then it is still: no height is told that changes nothing.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let told = "return heard.filter(({ data }) => data.type === 'height').map(({ data }) => data.height)";
    let heights = browser.run(told).await;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(browser.run(told).await, heights, "heights go on changing");
    let heights: Vec<_> = heights.as_array().unwrap().iter().map(|height| height.as_i64().unwrap()).collect();
    assert!(heights.windows(2).all(|two| two[0] != two[1]) && heights.len() < 30, "{heights:?}");

    // The browser's own Back goes one step back inside, and not away.
    browser.client.back().await.unwrap();
    assert_eq!(browser.run("return location.href").await, json!(format!("{}/comune.html", host.url)));
    inside(&browser).await;
    browser.until("the first question again", "location.hash === '#/domanda/who_is_filling'").await;
    assert_eq!(browser.run("return document.querySelector('input[value=family]').checked").await, json!(true));
    browser.until("its height", FOLLOWS).await;
    // The host's window has no way in, and what it says is not heard.
    outside(&browser).await;
    browser
        .run("try { window.reached = document.querySelector('iframe').contentWindow.document.title; } catch {}
              document.querySelector('iframe').contentWindow.postMessage({ source: 'dopo-di-noi', type: 'height', height: 1 }, '*')")
        .await;
    assert_eq!(browser.run("return window.reached ?? null").await, Value::Null);

    // All that was heard: from the widget's origin, with these words and numbers, and nothing else.
    let heard = browser.run("return heard").await;
    for one in heard.as_array().unwrap() {
        assert_eq!(one["origin"], json!(browser.site.url), "{one}");
        let said = one["data"].as_object().unwrap();
        let mut keys: Vec<_> = said.keys().map(String::as_str).filter(|key| *key != "source").collect();
        keys.sort_unstable();
        let numbers: &[&str] = match said["type"].as_str().unwrap() {
            "height" => &["height"],
            "ddn-step" => &["of", "step"],
            "ddn-ready" => &[],
            other => panic!("{other} was said: {one}"),
        };
        assert!(numbers.iter().all(|key| said[*key].is_i64()), "{one}");
        assert_eq!(keys, [numbers, &["type"]].concat(), "{one}");
    }
    // Both questions are the same part of the path: which ones are asked depends on answers.
    let steps = browser.run("return events").await;
    let [start, question] = [1, 2].map(|step| json!(["ddn-step", {"step": step, "of": 7}]));
    assert_eq!(steps, json!([["ddn-ready", {}], start, question, question, question]));
    assert_eq!(browser.console().await, [""; 0], "console");
}

#[tokio::test]
async fn print_prints_the_inside() {
    let (browser, _host) = framed().await;
    browser.run("window.print = () => { window.printed = true }").await;
    inside(&browser).await;
    browser.until("the start", "document.querySelector('a.btn-primary')").await;
    browser.click("a.btn-primary").await;
    browser.until("the first question", "document.querySelector('input[value=family]')").await;
    browser.click("input[value=family]").await;
    browser.run("location.hash = '#/risultato'").await;
    browser.until("the result", "document.querySelector('#totals')").await;
    // As browsers do it: whoever wants to get ready hears of it first.
    browser.run("window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true }").await;
    let press =
        "[...document.querySelectorAll('main button')].find((one) => one.innerText.startsWith('Stampa')).click()";
    browser.run(press).await;
    browser
        .until("it is printed, with all that opens", "window.printed && !document.querySelector('details:not([open])')")
        .await;
    outside(&browser).await;
    assert_eq!(browser.run("return window.printed ?? null").await, Value::Null, "the host's page is printed");
}

#[tokio::test]
async fn forged_messages_change_nothing() {
    let (browser, host) = framed().await;
    browser.until("it is ready", "events.some(([type]) => type === 'ddn-ready')").await;
    inside(&browser).await;
    browser.until("its height", FOLLOWS).await;
    outside(&browser).await;
    let state = "return [document.querySelector('iframe').style.height, events.length]";
    let before = browser.run(state).await;

    let lie = "{ source: 'dopo-di-noi', type: 'height', height: 4321 }";
    let lies = format!(
        "<!doctype html><script>for (const data of [{lie}, {{ source: 'dopo-di-noi', type: 'ddn-complete', notice: 'x' }}])
           parent.postMessage(data, '*');</script>"
    );
    // From the host's own window, from another origin, and from the widget's origin in a frame that is not the widget's.
    let elsewhere = Site::start();
    elsewhere.replace("lies.html", lies.clone());
    browser.site.replace("lies.html", lies);
    browser.run(&format!("window.postMessage({lie}, '*')")).await;
    for origin in [&elsewhere.url, &browser.site.url] {
        let add = format!(
            "document.body.append(Object.assign(document.createElement('iframe'), {{ src: '{origin}/lies.html' }}))"
        );
        browser.run(&add).await;
    }
    let lied = "heard.filter(({ data }) => data.height === 4321).length";
    browser.until("three lies", &format!("{lied} === 3")).await;
    assert_eq!(browser.run(state).await, before);
    // From the widget's own frame, once it shows something of another origin.
    browser.run(&format!("document.querySelector('iframe').src = '{}/lies.html'", elsewhere.url)).await;
    browser.until("a fourth lie", &format!("{lied} === 4")).await;
    assert_eq!(browser.run(state).await, before);

    // The page tells nobody but the origin in its address, and nobody at all where that is none.
    for named in ["*", "https://altrove.example", &format!("{}/comune.html", host.url), "null", ""] {
        let named: String = url::form_urlencoded::byte_serialize(named.as_bytes()).collect();
        let src = format!("{}/index.html?parent={named}", browser.site.url);
        browser
            .run(&format!("heard.length = 0; const frame = document.querySelector('iframe'); window.loaded = false; frame.onload = () => {{ loaded = true; }}; frame.src = '{src}'"))
            .await;
        browser.until("the page", "loaded").await;
        inside(&browser).await;
        browser.heading("Dopo di Noi").await;
        browser.click("a.btn-primary").await;
        browser.until("the first question", "location.hash === '#/domanda/who_is_filling'").await;
        outside(&browser).await;
        assert_eq!(browser.run("return heard.length").await, json!(0), "told to {named}");
    }
}
