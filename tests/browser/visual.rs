//! The layout of the main states at three widths, compared with what was stored: boxes, not letters. Another font, or a
//! sentence more, passes; a block that leaves its place does not.
//!
//! After a change that is meant to move things, look at `make pictures`, then store anew what stands where:
//! `UPDATE_LAYOUT=1 cargo test --features browser-tests --test browser visual`.

use std::fmt::Write;
use std::{env, fs};

use serde_json::{Map, Value, json};

use crate::browser::{Browser, ENTER};
use crate::common::file;
use crate::readings::read_in;
use crate::trying::at_the_result;

const WIDTHS: [u32; 3] = [360, 768, 1280];

/// What is compared: the bands of the page, each block of the main part and what stands in it, and every control.
const BOXES: &str = "header, header *, main, main > *, main > * > *, main .btn, main .form-control, main .form-check, main .it-card, main .totals > *, footer";

/// Each box: what it is, left edge, width, distance from what stands before it, height. `fit` is set where the width
/// follows the words.
const MEASURE: &str = "
    const inline = (one) => getComputedStyle(one).display.startsWith('inline');
    const shown = (one) => {
      const {width, height} = one.getBoundingClientRect();
      return one.checkVisibility() && width > 1 && height > 1 && !one.matches('.visually-hidden') && getComputedStyle(one).display !== 'inline'
        && !one.parentElement.closest('.table-responsive');
    };
    const before = (one) => {
      let sibling = one.previousElementSibling;
      while (sibling && !shown(sibling)) sibling = sibling.previousElementSibling;
      return sibling;
    };
    const name = (one) => one.localName + (one.id ? '#' + one.id : '') + [...one.classList].map((word) => '.' + word).join('');
    return [...document.querySelectorAll(SELECTOR)].filter(shown).map((one) => {
      const {left, top, width, height} = one.getBoundingClientRect();
      const previous = before(one), around = one.parentElement.getBoundingClientRect();
      const above = previous?.getBoundingClientRect();
      const gap = top - (above ? above.right <= left ? above.top : above.bottom : around.top);
      const row = getComputedStyle(one.parentElement).display.includes('flex') || inline(one);
      return {box: name(one), x: left, w: width, gap, h: height, fit: row};
    }).map((one) => ({...one, x: Math.round(one.x), w: Math.round(one.w), gap: Math.round(one.gap), h: Math.round(one.h)}))";

/// One state after the other, in an order that each can be reached in.
async fn each_state(browser: &Browser, mut seen: impl AsyncFnMut(&'static str)) {
    let at = async |step: &str| {
        browser.run(&format!("location.hash = '{step}'")).await;
        browser.until(step, &format!("location.hash === '{step}' && document.activeElement?.id === 'heading'")).await;
    };
    for (name, step) in [
        ("review", "#/riepilogo"),
        ("result", "#/risultato"),
        ("choice", "#/domanda/housing_type"),
        ("several", "#/domanda/wanted"),
        ("field", "#/domanda/monthly_rent"),
        ("trial", "#/prova/housing_type"),
        ("comparison", "#/confronto"),
        ("budget", "#/budget"),
        ("documents", "#/documenti"),
        ("person", "#/dati"),
        ("application", "#/modulo"),
        ("resume", "#/riprendi"),
        ("keep", "#/conserva"),
        ("desk", "#/sportello"),
        ("section", "#/sezione/dwelling"),
        ("start", "#/"),
    ] {
        at(step).await;
        seen(name).await;
    }
    at("#/domanda/monthly_rent").await;
    browser.tab_to("#field").await;
    browser.press("x").await;
    browser.press(ENTER).await;
    browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    seen("error").await;
    // The answer as it was, for the next round.
    browser.tab_to("#field").await;
    browser.press("\u{e009}a\u{e000}550").await;
    at("#/risultato").await;
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
    seen("result-open").await;
    // The easy reading has its drawings.
    read_in(browser, "facile").await;
    for (name, step) in [("facile-choice", "#/domanda/housing_type"), ("facile-result", "#/risultato")] {
        at(step).await;
        seen(name).await;
    }
    read_in(browser, "it").await;
}

async fn measured(browser: &Browser) -> Value {
    let mut widths = Map::new();
    // A device may lay its scrollbar over the page or beside it.
    browser.tools("Emulation.setScrollbarsHidden", json!({"hidden": true})).await;
    for width in WIDTHS {
        let screen = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        browser.a_screen(screen).await;
        browser.run("scrollTo(0, 0)").await;
        let boxes = browser.run(&MEASURE.replace("SELECTOR", &json!(BOXES).to_string())).await;
        widths.insert(width.to_string(), boxes);
    }
    Value::Object(widths)
}

/// What differs by more than words and fonts explain.
fn differences(stored: &Value, now: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for width in WIDTHS.map(|width| width.to_string()) {
        let list = |layout: &Value| layout[&width].as_array().cloned().unwrap_or_default();
        let (stored, now) = (list(stored), list(now));
        let names = |list: &[Value]| list.iter().map(|one| one["box"].clone()).collect::<Vec<_>>();
        if names(&stored) != names(&now) {
            let at = stored.iter().zip(&now).take_while(|(one, other)| one["box"] == other["box"]).count();
            let told = |list: &[Value]| list.get(at).map_or("nothing".into(), |one| one["box"].to_string());
            found.push(format!("{width}: {} became {}", told(&stored), told(&now)));
            continue;
        }
        for (was, is) in stored.iter().zip(&now) {
            let of = |one: &Value, key: &str| one[key].as_f64().unwrap();
            let fit = was["fit"] == true;
            for (key, most) in [
                // Beside words of another width, and after a line that breaks elsewhere.
                ("x", if fit { f64::INFINITY } else { 3.0 }),
                ("w", if fit { 16.0 + 0.35 * of(was, "w") } else { 3.0 }),
                ("gap", if fit { f64::INFINITY } else { 6.0 }),
                ("h", 60.0 + 0.4 * of(was, "h")),
            ] {
                if (of(was, key) - of(is, key)).abs() > most {
                    found.push(format!("{width}: {} {key} was {} and is {}", was["box"], was[key], is[key]));
                }
            }
            // Nothing leaves the page.
            let (left, right) = (of(is, "x"), of(is, "x") + of(is, "w"));
            let stays = left >= -1.0 && right <= width.parse::<f64>().unwrap() + 1.0;
            if !stays && of(was, "x") + of(was, "w") <= width.parse::<f64>().unwrap() + 1.0 {
                found.push(format!("{width}: {} leaves the page: {left} to {right}", was["box"]));
            }
        }
    }
    found
}

/// A box per line, so that a change reads well beside the one before.
fn written(layout: &Value) -> String {
    let mut text = String::from("{");
    for (at, width) in WIDTHS.iter().enumerate() {
        let boxes = layout[width.to_string()].as_array().unwrap();
        let lines: Vec<_> = boxes.iter().map(|one| format!("\n    {one}")).collect();
        let comma = if at == 0 { "" } else { "," };
        write!(text, "{comma}\n  \"{width}\": [{}\n  ]", lines.join(",")).unwrap();
    }
    text + "\n}\n"
}

fn stored(state: &str) -> Value {
    let path = file(&format!("tests/browser/layout/{state}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}; UPDATE_LAYOUT=1", path.display()));
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn blocks_stand_where_they_stood_in_this_font_and_in_others() {
    let browser = at_the_result(1280).await;
    let update = env::var_os("UPDATE_LAYOUT").is_some();
    let mut faults = Vec::new();
    each_state(&browser, async |state| {
        let now = measured(&browser).await;
        if update {
            fs::create_dir_all(file("tests/browser/layout")).unwrap();
            fs::write(file(&format!("tests/browser/layout/{state}.json")), written(&now)).unwrap();
        }
        faults.extend(differences(&stored(state), &now).into_iter().map(|fault| format!("{state}: {fault}")));
    })
    .await;
    // Titillium blocked: the stand-in; then a font that is wider than both.
    let faces = "document.fonts.forEach((face) => document.fonts.delete(face));
                 for (const sheet of document.styleSheets) for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1)
                   if (sheet.cssRules[at] instanceof CSSFontFaceRule && sheet.cssRules[at].cssText.includes('NOT')) sheet.deleteRule(at);";
    for (font, blocked) in [("the stand-in", ".woff2"), ("the device's font", "font")] {
        browser.run(&faces.replace("NOT", blocked)).await;
        each_state(&browser, async |state| {
            let now = measured(&browser).await;
            let differ = differences(&stored(state), &now);
            faults.extend(differ.into_iter().map(|fault| format!("{state} in {font}: {fault}")));
        })
        .await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn a_layout_that_breaks_is_noticed() {
    let browser = at_the_result(1280).await;
    let whole = measured(&browser).await;
    let noticed = async |style: &str| {
        // A style element is what the page's policy forbids.
        let sheet = "if (!window.broken) document.adoptedStyleSheets.push(window.broken = new CSSStyleSheet())";
        browser.run(&format!("{sheet}; broken.replaceSync({})", json!(style))).await;
        differences(&whole, &measured(&browser).await)
    };
    assert_eq!(noticed("").await, Vec::<String>::new());
    for broken in [
        "header { float: left; width: 30% }",
        "main .btn { margin-left: 90vw; width: 100vw }",
        "main { padding-inline: 6rem }",
        "main > * { margin-block: 0 !important }",
        "main { max-width: none }",
        "main h1 { position: absolute; left: 50% }",
        ".it-card { display: none }",
        ".it-card { width: 50% }",
        "main { overflow-wrap: normal; white-space: nowrap }",
        "footer { position: fixed; top: 0; width: 50% }",
    ] {
        assert!(!noticed(broken).await.is_empty(), "{broken} goes unnoticed");
    }
}
