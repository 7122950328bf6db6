//! The core and the browser's capabilities, compiled to wasm and run in a real browser.
#![cfg(target_arch = "wasm32")]

use dopo_di_noi::answers;
use dopo_di_noi::assess::assess;
use dopo_di_noi::browser::{clock, fetch, pdf_module};
use dopo_di_noi::programme::{self, Rules};
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CASE: &str = include_str!("cases/medio-olona-2024/rent-and-condominium-with-the-self-managed-contribution.json");

fn rules() -> Rules {
    let programme =
        programme::programme("p", include_str!("../public/programmes/dopo-di-noi-lombardia-2024.json")).unwrap();
    let notice = programme::notice("n", include_str!("../public/notices/medio-olona-2024.json")).unwrap();
    programme::rules("n", programme, notice).unwrap()
}

#[wasm_bindgen_test]
fn the_engine_gives_the_same_figures_here() {
    let case: Value = serde_json::from_str(CASE).unwrap();
    let rules = rules();
    let answers = answers::read(&rules, &case["answers"].to_string()).unwrap();
    let totals = serde_json::to_value(assess(&rules, &answers).totals).unwrap();
    assert_eq!(totals, case["expect"]["totals"]);
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century() {
    let today = clock::today().unwrap();
    assert!(today > "2026-01-01".parse().unwrap() && today < "2100-01-01".parse().unwrap());
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_an_error_and_not_a_text() {
    let fault = fetch::text("no-such-file.json").await.unwrap_err();
    assert_eq!(fault.url, "no-such-file.json");
}

#[wasm_bindgen_test]
async fn without_the_second_module_there_is_no_pdf_and_no_panic() {
    assert_eq!(pdf_module::pdf("{}").await.unwrap_err(), pdf_module::NoPdf::Failed);
}
