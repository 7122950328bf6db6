//! A module that fails: never a dead page, and nothing of what was typed is lost. Once by what the browser answers a module
//! with, once by a real trap inside one.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, Given};
use crate::element::Host;
use crate::guard::guarded;
use crate::path::REAL_CASE;
use crate::readings::go_to;

/// Has the next so many elements that a module makes fail, and holds each module's memory.
const BREAKS: &str = "
    window.breaks = 0;
    window.memories = [];
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (...all) {
      if (window.breaks > 0 && /wasm/.test(new Error().stack)) {
        window.breaks -= 1;
        throw new TypeError('injected');
      }
      return make.apply(this, all);
    };
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function (...all) {
      if (window.breaks > 0) {
        window.breaks -= 1;
        throw new TypeError('injected');
      }
      return clone.apply(this, all);
    };
    const begin = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await begin.apply(WebAssembly, all);
      memories.push(made.instance.exports.memory);
      return made;
    };
    window.codes = [];
    addEventListener('ddn-error', ({ detail }) => codes.push(detail.code));";
/// What a module has in memory becomes nonsense: the next that it does traps.
const TRAP: &str = "new Uint8Array(memories.at(-1).buffer).fill(0xff)";

async fn breakable() -> Browser {
    let browser = Browser::open(360, 740).await;
    // It would have all files without a network.
    browser.site.remove("service-worker.js");
    browser.before_each_page(BREAKS).await;
    browser.begin_as("family").await;
    guarded(&browser).await;
    browser
}

async fn has_failed(browser: &Browser) {
    browser.heading("La pagina si è fermata").await;
    browser.until("the focus", "document.activeElement?.localName === 'h1'").await;
}

/// The answers in the file that the page saves.
async fn saved(browser: &Browser) -> Value {
    browser.click("#save-answers").await;
    serde_json::from_slice(&browser.downloaded("risposte-dopo-di-noi.json").await).unwrap()
}

#[tokio::test]
async fn what_was_typed_goes_on_after_a_failure_to_the_end_of_the_path() {
    let browser = breakable().await;
    for (question, given) in REAL_CASE.iter().skip(1) {
        match *question {
            // While the next question is rendered.
            "monthly_rent" => {
                browser.until("the rent", "location.hash === '#/domanda/monthly_rent'").await;
                browser.tab_to("#field").await;
                browser.press("550").await;
                browser.run("breaks = 1").await;
                browser.press(ENTER).await;
                has_failed(&browser).await;
                browser.accessible("a failure").await;
                browser.picture("failed").await;
                assert_eq!(browser.run("return codes").await, json!(["failed"]));
                let file = saved(&browser).await;
                assert!(file.to_string().contains("10/05/1990") && file.to_string().contains("550"), "{file}");
                // It fails again: the same page, and nothing by itself.
                browser.run("breaks = 1").await;
                browser.tab_to(".buttons .btn-primary").await;
                browser.press(ENTER).await;
                browser.until("it failed again", "codes.length === 2").await;
                has_failed(&browser).await;
                browser.click(".buttons .btn-primary").await;
                browser
                    .until("the step", "document.activeElement?.id === 'heading' && document.querySelector('#field')")
                    .await;
                if browser.run("return location.hash").await == json!("#/domanda/monthly_rent") {
                    browser.click("button[type=submit]").await;
                }
            }
            _ => browser.answer(question, given).await,
        }
    }
    browser.answer("monthly_project_budget", &Given::Unknown).await;
    browser.heading("Che cosa abbiamo capito").await;
    let said = browser.text("main").await;
    assert!(said.contains("1.300,50") && said.contains("550"), "{said}");
    browser.click("main a.btn-primary").await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    // In the second module; by a trap.
    browser.run(TRAP).await;
    browser.run("location.hash = '#/documenti'").await;
    has_failed(&browser).await;
    browser.click(".buttons .btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("1.300,50"));
    go_to(&browser, "#/modulo").await;
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('main [role=status]').innerText.includes('pronto')").await;
    assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn the_page_of_a_failure_is_accessible_in_every_reading() {
    let browser = Browser::open(360, 740).await;
    browser.before_each_page(BREAKS).await;
    for (reading, language) in [("lang=en", "en"), ("reading=facile", "it")] {
        browser.go(&format!("?{reading}")).await;
        browser.until("the start", "document.querySelector('main a.btn-primary')").await;
        browser.run("breaks = 1").await;
        browser.click("main a.btn-primary").await;
        browser.until("it failed", "document.activeElement?.localName === 'h1' && codes.length === 1").await;
        assert_eq!(browser.run("return document.documentElement.lang").await, json!(language));
        browser.accessible("a failure").await;
    }
}

#[tokio::test]
async fn a_trap_while_questions_are_answered_costs_no_answer() {
    let browser = breakable().await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("17/03/1991").await;
    browser.run("memories.forEach((memory) => new Uint8Array(memory.buffer).fill(0xff))").await;
    browser.press(ENTER).await;
    has_failed(&browser).await;
    // Without a network nothing goes on yet, and the answers stay.

    browser.site.remove("dopo-di-noi.js");
    browser.click(".buttons .btn-primary").await;
    browser
        .until(
            "the sentence",
            "document.querySelector('main [role=status]')?.innerText.includes('Adesso la pagina non riparte')",
        )
        .await;
    browser.accessible("a failure").await;
    browser.picture("failed-offline").await;
    assert!(saved(&browser).await.to_string().contains("17/03/1991"));
    browser.site.restore("dopo-di-noi.js");
    browser.click(".buttons .btn-primary").await;
    browser.until("the date", "document.querySelector('#field')?.value === '17/03/1991'").await;
    // From the page of a failure, too, one can delete and leave.
    browser.run("memories.forEach((memory) => new Uint8Array(memory.buffer).fill(0xff))").await;
    browser.click("button[type=submit]").await;
    has_failed(&browser).await;
    browser.click("#exit").await;
    browser.until("the way out", "location.pathname === '/uscita.html'").await;
}

#[tokio::test]
async fn later_steps_that_do_not_come_leave_the_answers_to_save() {
    let browser = Browser::open(360, 740).await;
    browser.site.remove("whole.js");
    browser.begin_as("self").await;
    browser.run("location.hash = '#/risultato'").await;
    browser.until("the button", "document.querySelector('#save-answers')").await;
    browser.picture("waiting-failed-save").await;
    assert!(saved(&browser).await.to_string().contains("self"));
}

#[tokio::test]
async fn all_elements_of_a_page_go_on_and_a_hosts_own_module_is_its_own_affair() {
    let host = Host::open(800, 700).await;
    host.browser.before_each_page(BREAKS).await;
    let two = "<main><h1>Servizi</h1><dopo-di-noi id=uno notice=medio-olona-2024></dopo-di-noi>
        <dopo-di-noi id=due notice=medio-olona-2024></dopo-di-noi></main>";
    host.show(&host.script(), two).await;
    host.until("both", "inside('a.btn-primary', 0) && inside('a.btn-primary', 1)").await;
    host.answer_two(0).await;
    host.answer_two(1).await;
    guarded(&host.browser).await;
    // (module (func (export "f") unreachable))
    let other = "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
        7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f";
    host.run(&format!(
        "setTimeout({other}); Promise.resolve().then({other}); setTimeout(() => {{ throw new Error('wasm') }})"
    ))
    .await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(host.run("return codes").await, json!([]));

    host.run("breaks = 1; inside('input[type=radio]', 0).click(); inside('[type=submit]', 0).click()").await;
    let stopped = "La pagina si è fermata";
    host.until("both", &format!("heading(0) === '{stopped}' && heading(1) === '{stopped}'")).await;
    assert_eq!(
        host.run("return [codes, told.filter(([, type]) => type === 'ddn-error').map(([id]) => id)]").await,
        json!([["failed", "failed"], ["uno", "due"]])
    );
    host.browser.accessible("element: a failure").await;
    host.browser.picture("element-failed").await;
    // Added again, an element goes on by itself; the other when its person says so.
    host.run("const due = one(1); due.remove(); setTimeout(() => document.querySelector('main').append(due), 50)")
        .await;
    host.until("the start", "inside('a.btn-primary', 1)?.innerText.includes('Riprendi')").await;
    assert_eq!(host.run("return heading(0)").await, json!(stopped));
    host.run("inside('.buttons .btn-primary', 0).click()").await;
    host.until("a step", "inside('input#field, input[type=radio]', 0)").await;
    host.run("inside('.back a', 0).click()").await;
    host.until(
        "a step before",
        "inside('#field', 0)?.value === '10/05/1990' || inside('input[value=C139]:checked', 0)",
    )
    .await;
    assert_eq!(host.run("return one(0).shadowRoot.querySelectorAll('h1').length").await, json!(1));
}
