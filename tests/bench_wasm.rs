//! How long everything takes again after one answer, in the browser. It prints and asserts nothing about time: a timed
//! test fails on a busy machine. `make bench` shows what it prints.
#![cfg(target_arch = "wasm32")]

use std::hint::black_box;

use dopo_di_noi::answers;
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme;
use dopo_di_noi::text::explain::explained;
use serde_json::Value;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CASE: &str = include_str!("cases/medio-olona-2024/rent-and-condominium-with-the-self-managed-contribution.json");

#[wasm_bindgen_test]
fn recompute() {
    let programme =
        programme::programme("p", include_str!("../public/programmes/dopo-di-noi-lombardia-2024.json")).unwrap();
    let notice = programme::notice("n", include_str!("../public/notices/medio-olona-2024.json")).unwrap();
    let rules = programme::rules("n", programme, notice).unwrap();
    let case: Value = serde_json::from_str(CASE).unwrap();
    let answers = answers::read(&rules, &case["answers"].to_string()).unwrap();
    time("recompute", || drop(black_box(assess(black_box(&rules), black_box(&answers)))));
    let assessment = assess(&rules, &answers);
    time("explain every row", || drop(black_box(explained(&rules, black_box(&answers), &assessment))));
}

fn time(what: &str, work: impl Fn()) {
    // The browser's clock is coarse: rounds of a hundred.
    let mut rounds: Vec<f64> = (0..60)
        .map(|_| {
            let start = js_sys::Date::now();
            (0..100).for_each(|_| work());
            (js_sys::Date::now() - start) / 100.0
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    console_log!("{what}, wasm in Chromium: median {:.3} ms over 60 rounds of 100", rounds[30]);
}
