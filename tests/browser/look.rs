//! The look, where it is not a matter of taste: dark, forced colours, small and enlarged, the fonts, the host's accent.

use serde_json::{Value, json};

use crate::access::held;
use crate::browser::{Browser, TAB};
use crate::readings::{accessible_in_every_reading, refused_in_every_reading};
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
async fn the_dark_scheme_and_forced_colours_are_followed() {
    let browser = at_the_result(360).await;
    let light = "const { color, backgroundColor } = getComputedStyle(document.body);
        const sum = (colour) => colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        return sum(color) < sum(backgroundColor)";
    assert_eq!(browser.run(light).await, json!(true), "not light");
    for (feature, value) in [("prefers-color-scheme", "dark"), ("forced-colors", "active")] {
        browser.prefers(feature, value).await;
        if value == "dark" {
            assert_eq!(browser.run(light).await, json!(false), "not dark");
        } else {
            let edge = "return getComputedStyle(document.querySelector('main .btn')).borderTopWidth";
            assert_eq!(browser.run(edge).await, json!("2px"), "a button without an edge");
        }
        at_each_step(&browser, async |name| {
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
    refused_in_every_reading(&browser, "an error").await;
    browser.picture("error-dark").await;
}

#[tokio::test]
async fn what_is_under_the_pointer_keeps_the_contrast() {
    let browser = at_the_result(360).await;
    browser.tools("DOM.enable", json!({})).await;
    browser.tools("CSS.enable", json!({})).await;
    at_each_step(&browser, async |name| {
        let document = browser.tools("DOM.getDocument", json!({})).await;
        let all = json!({"nodeId": document["root"]["nodeId"], "selector": "a, button, summary, input, label"});
        let found = browser.tools("DOM.querySelectorAll", all).await;
        let found = found["nodeIds"].as_array().unwrap();
        assert!(found.len() > 5, "{found:?}");
        for node in found {
            browser.tools("CSS.forcePseudoState", json!({"nodeId": node, "forcedPseudoClasses": ["hover"]})).await;
        }
        let hovered = "return document.querySelectorAll('a:hover, button:hover').length > 2";
        assert_eq!(browser.run(hovered).await, json!(true), "nothing under the pointer at {name}");
        browser.accessible(name).await;
    })
    .await;
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
    held("narrow");
}

/// What can be pressed or typed into and is smaller than so many pixels, either way. A box to tick has its label, and a
/// link in a sentence is as high as the sentence.
const SMALL: &str = "const least = LEAST;
    const shown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const in_a_sentence = (one) => one.localName === 'a' && getComputedStyle(one).display === 'inline'
      && one.parentElement.innerText.trim() !== one.innerText.trim();
    const box = (one) => {
      const boxes = [one, ...one.labels ?? []].filter(shown).map((part) => part.getBoundingClientRect());
      const side = (name, most) => most(...boxes.map((part) => part[name]));
      return [side('right', Math.max) - side('left', Math.min), side('bottom', Math.max) - side('top', Math.min)];
    };
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex=\"0\"]')]
      .filter((one) => shown(one) && !in_a_sentence(one) && box(one).some((length) => length < least - 0.01))
      .map((one) => box(one).map(Math.round) + ' ' + one.outerHTML.slice(0, 150))";

#[tokio::test]
async fn what_is_pressed_is_large_enough_for_a_pointer_and_for_a_finger() {
    let browser = at_the_result(1280).await;
    at_each_step(&browser, async |name| {
        assert_eq!(browser.run(&SMALL.replace("LEAST", "24")).await, json!([]), "{name} for a pointer");
    })
    .await;
    browser.a_screen(json!({"width": 360, "height": 800, "deviceScaleFactor": 2, "mobile": true})).await;
    browser.tools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
    browser.until("a finger", "matchMedia('(pointer: coarse)').matches").await;
    at_each_step(&browser, async |name| {
        assert_eq!(browser.run(&SMALL.replace("LEAST", "44")).await, json!([]), "{name} for a finger");
    })
    .await;
    held("targets");
}

#[tokio::test]
async fn at_four_times_the_size_every_control_is_reached_seen_and_not_covered() {
    let browser = at_the_result(1280).await;
    browser.prefers("prefers-reduced-motion", "reduce").await;
    // A window of 1280 by 1024 pixels, enlarged to 400%.
    browser.a_screen(json!({"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false})).await;
    at_each_step(&browser, async |name| {
        let wide = "return document.documentElement.scrollWidth - innerWidth";
        assert!(browser.run(wide).await.as_f64().unwrap() <= 0.0, "{name} scrolls sideways");
        let cut = browser
            .run(
                "return [...document.querySelectorAll('body *')].filter((one) => {
                   const style = getComputedStyle(one);
                   return ['hidden', 'clip'].includes(style.overflowX) && one.clientWidth > 1 && one.innerText
                     && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
                 }).map((one) => one.outerHTML.slice(0, 150))",
            )
            .await;
        assert_eq!(cut, json!([]), "{name}: words are cut off");
        let faults = walk(&browser).await;
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    })
    .await;
    held("zoom");
    held("focus");
}

/// Goes from the heading of a step to its last control with Tab; what is wrong with where the focus is and how it shows.
async fn walk(browser: &Browser) -> Vec<String> {
    // As they look at rest. A group of choices is one stop.
    let count = browser
        .run(
            "window.look = (one) => { const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(one);
               return [outlineStyle, outlineWidth, outlineColor, boxShadow].join(' '); };
             window.stops = new Map([...document.querySelectorAll('a[href], button, summary, input, select, [tabindex=\"0\"]')]
               .filter((one) => one.checkVisibility() && !one.disabled)
               .filter((one) => one.type !== 'radio' || one.checked
                 || !document.querySelector(`input[name=\"${one.name}\"]:checked`) && one.matches(':nth-child(1 of input)'))
               .map((one) => [one, look(one)]));
             window.met = new Set([document.body, document.querySelector('#heading')]);
             return stops.size",
        )
        .await
        .as_u64()
        .unwrap();
    let mut faults = Vec::new();
    // From the heading to the end, and round to what stands before it; scrolled tables are stops too.
    for _ in 0..count + 8 {
        browser.press(TAB).await;
        let met = browser
            .run(
                "const one = document.activeElement;
                 if (met.has(one)) return [stops.size];
                 met.add(one);
                 if (!stops.has(one)) return [stops.size, 'unexpected: ' + one.outerHTML.slice(0, 150)];
                 const rest = stops.get(one);
                 stops.delete(one);
                 const {left, top, width, height} = one.getBoundingClientRect();
                 const [right, bottom] = [Math.min(left + width, innerWidth), Math.min(top + height, innerHeight)];
                 const at = document.elementFromPoint((Math.max(left, 0) + right) / 2, (Math.max(top, 0) + bottom) / 2);
                 const seen = at && (one.contains(at) || at.contains(one) && at !== document.documentElement && getComputedStyle(at).position === 'static');
                 const faults = [look(one) === rest && 'shows no focus', !seen && 'is covered or outside'];
                 return [stops.size, ...faults.filter(Boolean).map((why) => why + ': ' + one.outerHTML.slice(0, 150))]",
            )
            .await;
        let [left, found @ ..] = met.as_array().unwrap().as_slice() else { panic!("nothing told") };
        faults.extend(found.iter().map(|one| one.as_str().unwrap().to_owned()));
        if *left == 0 {
            return faults;
        }
    }
    let missed = browser.run("return [...stops.keys()].map((one) => one.outerHTML.slice(0, 150))").await;
    faults.extend(missed.as_array().unwrap().iter().map(|one| format!("never reached: {one}")));
    faults
}

#[tokio::test]
async fn nothing_moves_for_who_wants_less_motion() {
    let browser = at_the_result(1280).await;
    browser.prefers("prefers-reduced-motion", "reduce").await;
    // Longer than a blink, which is a tenth of a second.
    let moving = "
        const seconds = (text) => Math.max(...text.split(',').map(parseFloat));
        const styles = [...document.querySelectorAll('*')].flatMap((one) =>
          [null, '::before', '::after'].map((part) => [one, part, getComputedStyle(one, part)]));
        const slow = styles.filter(([, , style]) => seconds(style.animationDuration) > 0.1
          || style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0.1
          || style.scrollBehavior === 'smooth');
        return [...slow.map(([one, part]) => one.outerHTML.slice(0, 100) + (part ?? '')),
          ...document.getAnimations().map(({effect}) => effect.target.outerHTML.slice(0, 100))]";
    at_each_step(&browser, async |name| {
        assert_eq!(browser.run(moving).await, json!([]), "{name} moves");
    })
    .await;
    held("motion");
}

#[tokio::test]
async fn the_rule_book_is_accessible() {
    let browser = Browser::open(360, 740).await;
    browser.go("regole/medio-olona-2024.html").await;
    browser.accessible("rule book").await;
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
    accessible_in_every_reading(&browser, "another accent", "document.querySelector('main a.btn-primary')").await;
}
