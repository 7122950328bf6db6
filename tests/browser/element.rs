//! `<dopo-di-noi>` on somebody else's page, from another origin: the whole path in its shadow root, and its life there.

use std::sync::atomic::{AtomicU32, Ordering};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, Given, SPACE, TAB};
use crate::common::text;
use crate::path::REAL_CASE;
use crate::readings::READINGS;
use crate::site::Site;

/// What the tests look with; it is there before any page is.
const EYES: &str = "
    window.told = [];
    for (const name of ['ready', 'step', 'complete', 'error'])
      addEventListener('ddn-' + name, ({ type, detail, target }) => told.push([target.id, type, detail]));
    window.one = (at = 0) => document.querySelectorAll('dopo-di-noi')[at];
    window.inside = (selector, at) => one(at)?.shadowRoot?.querySelector(selector);
    window.focused = () => {
      let here = document.activeElement;
      while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
      return here;
    };
    window.heading = (at) => inside('h1', at)?.innerText ?? '';";

/// A host's page on an origin of its own.
pub struct Host {
    pub browser: Browser,
    pub site: Site,
    shown: AtomicU32,
}

impl Host {
    pub async fn open(width: u32, height: u32) -> Self {
        let browser = Browser::open(width, height).await;
        browser.before_each_page(EYES).await;
        Self { browser, site: Site::start(), shown: AtomicU32::new(0) }
    }

    /// The line that a host pastes.
    pub fn script(&self) -> String {
        format!("<script type=module src='{}/element.js'></script>", self.browser.site.url)
    }

    /// Shows a page of the host.
    pub async fn show(&self, head: &str, body: &str) {
        let page = format!(
            "<!doctype html><html lang=it><head><meta charset=utf-8><title>Comune di Prova</title>
             <meta name=viewport content='width=device-width, initial-scale=1'><link rel=icon href='data:,'>
             {head}</head><body>{body}</body></html>"
        );
        self.site.replace("comune.html", page);
        // An address with another fragment alone would not be fetched again.
        let at = self.shown.fetch_add(1, Ordering::Relaxed) + 1;
        self.browser.client.goto(&format!("{}/comune.html?pagina={at}#avvisi", self.site.url)).await.unwrap();
    }

    /// Shows a page with one element on it, and waits for it.
    pub async fn show_one(&self, head: &str, before: &str, attributes: &str) {
        let body = format!(
            "<header><p>Comune di Prova</p></header><main><h1>Servizi</h1>{before}
             <dopo-di-noi id=uno notice=medio-olona-2024 {attributes}></dopo-di-noi></main><footer><p>Fondo</p></footer>"
        );
        self.show(&format!("{head}{}", self.script()), &body).await;
        self.heading("Dopo di Noi").await;
    }

    pub async fn run(&self, script: &str) -> Value {
        self.browser.run(script).await
    }

    pub async fn until(&self, what: &str, script: &str) {
        self.browser.until(what, script).await;
    }

    pub async fn heading(&self, words: &str) {
        self.until(&format!("heading {words}"), &format!("heading().includes({})", json!(words))).await;
    }

    /// Looks at a state in every reading, which leaves the element in Italian. Switched, it is made anew: `again` brings the
    /// state about.
    async fn brought_about_in_every_reading(&self, state: &str, again: impl AsyncFn()) {
        for (reading, _) in READINGS.iter().rev() {
            self.run(&format!("inside('#reading-{reading}').click()")).await;
            self.until(reading, &format!("inside('#reading-{reading}').ariaCurrent === 'true'")).await;
            again().await;
            self.browser.accessible(state).await;
        }
    }

    /// The same of a state that a condition tells of.
    async fn accessible_in_every_reading(&self, state: &str, still: &str) {
        self.brought_about_in_every_reading(state, async || self.until(state, still).await).await;
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: &str) {
        let pressed = keys.chars().fold(KeyActions::new("keys".into()), |all, value| {
            all.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.browser.client.perform_actions(pressed).await.unwrap();
    }

    /// Presses Tab until the focus is on what a selector describes inside the element.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..200 {
            if self.run(&format!("return !!focused()?.matches({})", json!(selector))).await == json!(true) {
                return;
            }
            self.keys(TAB).await;
        }
        panic!("Tab never reaches {selector}");
    }

    /// Presses what a selector describes inside the element.
    pub async fn click(&self, selector: &str) {
        self.until(selector, &format!("inside({})", json!(selector))).await;
        self.run(&format!("inside({}).click()", json!(selector))).await;
    }

    /// Does something that leads to another step, and waits until it is shown and has the focus.
    pub async fn answer(&self, given: &Given<'_>) {
        match given {
            Given::Typed(typed) => {
                self.tab_to("#field").await;
                self.keys(typed).await;
            }
            Given::Chosen(value) => {
                self.tab_to("input[type=radio]").await;
                let far = format!(
                    "const all = [...one().shadowRoot.querySelectorAll('input[type=radio]')];
                     return all.findIndex((one) => one.value === '{value}') - all.indexOf(focused())"
                );
                match self.run(&far).await.as_i64().unwrap() {
                    0 => self.keys(SPACE).await,
                    far => self.keys(&"\u{e015}".repeat(usize::try_from(far).unwrap())).await,
                }
                self.until(value, &format!("inside('input[type=radio]:checked')?.value === '{value}'")).await;
            }
            Given::Ticked(at) => {
                for place in *at {
                    self.tab_to(&if *place == 0 { "#field".into() } else { format!("#field-{place}") }).await;
                    self.keys(SPACE).await;
                }
            }
            Given::Unknown => {
                self.tab_to(".btn-outline-primary").await;
                return self.leads_on(ENTER).await;
            }
        }
        self.tab_to("button[type=submit]").await;
        self.leads_on(ENTER).await;
    }

    /// Presses keys that lead to another step.
    pub async fn leads_on(&self, keys: &str) {
        let before = self.run("return heading()").await;
        self.keys(keys).await;
        self.until("another step", &format!("heading() !== {before} && focused()?.id === 'heading'")).await;
    }

    /// Answers the first questions, without keys.
    pub async fn answer_two(&self, at: usize) {
        self.run(&format!("inside('a.btn-primary', {at}).click()")).await;
        self.until("the first question", &format!("inside('input[value=family]', {at})")).await;
        self.run(&format!("inside('input[value=family]', {at}).click(); inside('[type=submit]', {at}).click()")).await;
        self.until("the second question", &format!("inside('input#field', {at})")).await;
        self.run(&format!(
            "const field = inside('input#field', {at}); field.value = '10/05/1990';
             field.dispatchEvent(new Event('input', {{ bubbles: true }})); inside('[type=submit]', {at}).click()"
        ))
        .await;
        self.until("the third question", &format!("inside('input[type=radio]', {at})")).await;
    }
}

#[tokio::test]
async fn from_the_first_question_to_a_pdf_on_somebody_elses_page() {
    let host = Host::open(360, 740).await;
    let state = "history.replaceState({ router: { page: 7 } }, '');";
    // A host may let no text become markup (Trusted Types): nothing of the whole path needs that.
    let types = "<meta http-equiv=Content-Security-Policy content=\"require-trusted-types-for 'script'\">";
    host.show_one(&format!("{types}<script>{state}</script>"), "<p>Prima</p>", "").await;
    let fetched = host.browser.fetched().await;
    let ours: Vec<_> = fetched
        .iter()
        .filter(|url| url.starts_with(&host.browser.site.url) && !url.ends_with(".woff2"))
        // It comes a little after the first step.
        .filter(|url| !url.contains("/guard-"))
        .collect();
    assert_eq!(ours.len(), 6, "{ours:?}");
    host.accessible_in_every_reading("element: start", "inside('a.btn-primary')").await;
    host.browser.picture("element-start").await;
    host.tab_to("a.btn-primary").await;
    host.leads_on(ENTER).await;

    // Without an answer: the summary takes the focus and leads to the field.
    host.tab_to("button[type=submit]").await;
    host.keys(ENTER).await;
    host.until("the summary", "focused()?.id === 'problem'").await;
    host.brought_about_in_every_reading("element: an error", async || {
        host.click("button[type=submit]").await;
        host.until("the summary", "focused()?.id === 'problem'").await;
    })
    .await;
    host.browser.picture("element-error").await;
    host.tab_to("#problem a").await;
    host.keys(ENTER).await;
    host.until("the field", "focused()?.id === 'field'").await;
    let first = host.run("return heading()").await;
    for (question, given) in &REAL_CASE {
        if ["wanted", "monthly_rent"].contains(question) {
            host.accessible_in_every_reading(&format!("element: {question}"), "inside('#field')").await;
        }
        host.answer(given).await;
    }
    host.answer(&Given::Unknown).await;
    host.heading("Che cosa abbiamo capito").await;
    // A step begins in sight.
    host.until("the top", "one().getBoundingClientRect().top >= -1 && one().getBoundingClientRect().top < innerHeight")
        .await;
    // The browser's Back goes one step back, and Forward on; what was answered stays.
    host.browser.client.back().await.unwrap();
    host.until("the last question", "inside('#field') && focused()?.id === 'heading'").await;
    host.browser.client.forward().await.unwrap();
    host.heading("Che cosa abbiamo capito").await;
    host.until("the focus", "focused()?.id === 'heading'").await;
    assert!(host.run("return inside('.main').innerText").await.as_str().unwrap().contains("1.300,50"));

    host.tab_to(".main a.btn-primary").await;
    host.leads_on(ENTER).await;
    host.heading("Dalle risposte non risultano ostacoli").await;
    host.accessible_in_every_reading("element: result", "inside('#totals')").await;
    host.browser.picture("element-result").await;
    host.tab_to("a[href='#/documenti']").await;
    host.leads_on(ENTER).await;
    host.tab_to(".main a[href='#/dati']").await;
    host.leads_on(ENTER).await;
    host.tab_to("#beneficiary-surname").await;
    host.keys("Rossi").await;
    host.tab_to(".main a[href='#/modulo']").await;
    host.leads_on(ENTER).await;
    host.tab_to("#download").await;
    host.keys(ENTER).await;
    host.until("the PDF", "inside('.status:not(:empty)')?.innerText.includes('pronto')").await;
    assert!(host.browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));

    // To its host nothing has happened but what it was told.
    assert_eq!(
        host.run("return [location.href, document.title, document.documentElement.lang, history.state.router, Object.keys(history.state)]").await,
        json!([format!("{}/comune.html?pagina=1#avvisi", host.site.url), "Comune di Prova", "it", {"page": 7}, ["router", "dopo-di-noi"]])
    );
    host.until("the last event", "told.at(-1)[1] === 'ddn-complete'").await;
    let told = host.run("return told").await;
    let mut steps: Vec<i64> = Vec::new();
    for event in told.as_array().unwrap() {
        match event[1].as_str().unwrap() {
            "ddn-step" => {
                assert_eq!(event[2]["of"], json!(7));
                assert_eq!(event[2].as_object().unwrap().len(), 2);
                steps.push(event[2]["step"].as_i64().unwrap());
            }
            "ddn-ready" => assert!(steps.is_empty() && event[2] == json!({})),
            "ddn-complete" => assert_eq!(event[2], json!({"notice": "medio-olona-2024", "version": version()})),
            other => panic!("{other} was told"),
        }
    }
    steps.dedup();
    assert_eq!(steps, [1, 2, 3, 2, 3, 4, 5, 6, 7]);
    // And all the way back to the start, without leaving the page.
    for _ in 0..26 {
        host.browser.client.back().await.unwrap();
        if host.run("return heading()").await == first {
            break;
        }
    }
    assert_eq!(host.run("return heading()").await, first);
    assert_eq!(host.browser.console().await, [""; 0], "console");
}

/// The version of the notice.
fn version() -> Value {
    let notice: Value = serde_json::from_str(&text("public/notices/medio-olona-2024.json")).unwrap();
    notice["version"].clone()
}

#[tokio::test]
async fn attributes_change_while_it_runs_and_no_answer_is_lost() {
    let host = Host::open(800, 700).await;
    host.show_one("", "", "accent='#7a1f3d'").await;
    let accent = "return getComputedStyle(inside('.btn-primary')).backgroundColor";
    assert_eq!(host.run(accent).await, json!("rgb(122, 31, 61)"));
    host.run("one().setAttribute('accent', 'rgb(0, 90, 60)')").await;
    host.until("the accent", "getComputedStyle(inside('.btn-primary')).backgroundColor === 'rgb(0, 90, 60)'").await;
    host.run("one().setAttribute('accent', 'url(x)')").await;
    host.until("our own", "getComputedStyle(inside('.btn-primary')).backgroundColor === 'rgb(0, 102, 204)'").await;
    host.answer_two(0).await;
    host.run("inside('input[type=radio]').click()").await;
    let place = host.run("return heading()").await;
    let chosen = "inside('input[type=radio]:checked')";

    host.run("one().lang = 'en'").await;
    host.until("English", &format!("heading() !== {place} && inside('.html').lang === 'en' && {chosen}")).await;
    host.run("one().removeAttribute('lang'); one().setAttribute('reading', 'facile')").await;
    host.until("easy", &format!("inside('.html').lang === 'it' && inside('svg.drawing') && {chosen}")).await;
    host.browser.picture("element-facile").await;
    host.run("one().removeAttribute('reading')").await;
    host.until("Italian", &format!("heading() === {place} && {chosen}")).await;
    host.run("one().setAttribute('mode', 'compact')").await;
    host.until("a section", "inside('.compact')").await;
    host.until("the answer", "inside('.compact input[type=radio]:checked')").await;
    host.accessible_in_every_reading("element: a section", "inside('.compact')").await;
    host.browser.picture("element-compact").await;
    host.run("one().removeAttribute('mode')").await;
    host.until("one question", "!inside('.compact') && inside('#field')").await;
    assert_eq!(host.run("return document.documentElement.lang").await, json!("it"));

    // What the person chose stays, whatever else changes.
    host.run("inside('#reading-en').click()").await;
    host.until("English", "inside('.html').lang === 'en'").await;
    host.run("one().setAttribute('mode', 'compact'); one().removeAttribute('mode')").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(host.run("return inside('.html').lang").await, json!("en"));
    host.run("inside('#reading-it').click()").await;
    host.until("Italian", "inside('.html').lang === 'it'").await;

    // Another notice asks the same questions: what was answered is there.
    host.browser.site.replace("notices/valle-inventata-2026.json", text("tests/notices/valle-inventata-2026.json"));
    host.run("one().setAttribute('notice', 'valle-inventata-2026')").await;
    host.until("the other office", "inside('.body')?.innerText.includes('Valle Inventata')").await;
    host.click("a.btn-primary").await;
    host.until("the fourth question", "inside('form input[type=radio]')").await;
    host.run("inside('.back a').click()").await;
    host.until("its own places", "inside('input[value=A001]')").await;
    host.run("inside('.back a').click()").await;
    host.until("the date", "inside('#field')?.value === '10/05/1990'").await;
    // A notice that cannot be read is told calmly, and so is its host.
    host.run("one().setAttribute('notice', 'non-esiste')").await;
    host.heading("in questo momento non funziona").await;
    host.until("the event", "told.at(-1)[1] === 'ddn-error' && told.at(-1)[2].code === 'notice_not_read'").await;
    host.browser.accessible("element: no notice").await;
    host.run("one().setAttribute('notice', 'medio-olona-2024')").await;
    host.until("the first office", "inside('.body')?.innerText.includes('Castellanza')").await;
}

#[tokio::test]
async fn two_on_a_page_know_nothing_of_each_other() {
    let host = Host::open(1280, 800).await;
    host.browser.site.replace("notices/valle-inventata-2026.json", text("tests/notices/valle-inventata-2026.json"));
    let other = format!("{}/notices/valle-inventata-2026.json", host.browser.site.url);
    let two = format!(
        "<main><h1>Servizi</h1><dopo-di-noi id=uno notice=medio-olona-2024></dopo-di-noi>
         <dopo-di-noi id=due notice='{other}' lang=en accent=purple></dopo-di-noi></main>"
    );
    host.show(&host.script(), &two).await;
    host.until("both", "inside('a.btn-primary', 0) && inside('a.btn-primary', 1)").await;
    let modules = "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length";
    assert_eq!(host.run(modules).await, json!(1));
    host.answer_two(0).await;
    host.browser.picture("element-two").await;
    assert!(host.run("return heading(1)").await.as_str().unwrap().starts_with("Dopo di Noi"));
    assert!(host.run("return inside('input[value=C139]', 0) && !inside('input', 1)").await == json!(true));
    host.answer_two(1).await;
    host.until("its own places", "inside('input[value=A001]', 1) && inside('input[value=C139]', 0)").await;
    host.browser.accessible("element: two on a page").await;
    // Back goes back through the steps of both, one at a time.
    host.browser.client.back().await.unwrap();
    host.until("the second, one step back", "inside('input#field', 1)?.type === 'text'").await;
    assert_eq!(host.run("return !!inside('input[value=C139]', 0)").await, json!(true));
    for _ in 0..3 {
        host.browser.client.back().await.unwrap();
    }
    host.until("the first, one step back", "inside('input#field', 0)?.type === 'text'").await;
    assert!(host.run("return heading(1)").await.as_str().unwrap().starts_with("Dopo di Noi"));
    // One may be at the later steps while the other is at its questions; each ends by itself.
    host.run("inside('[type=submit]', 0).click()").await;
    host.until("the place", "inside('input[value=C139]', 0)").await;
    host.run("inside('input[value=C139]', 0).click(); one(1).remove()").await;
    host.run("inside('[type=submit]', 0).click()").await;
    host.until("the next question", "!inside('input[value=C139]', 0)").await;
    let by: Value = host.run("return [...new Set(told.map(([id, type]) => `${id} ${type}`))].sort()").await;
    assert_eq!(by, json!(["due ddn-ready", "due ddn-step", "uno ddn-ready", "uno ddn-step"]));
    assert_eq!(host.browser.console().await, [""; 0], "console");
}

/// What a page holds, after what nobody holds was let go: nodes, listeners, and pages of the modules' memory.
async fn held(host: &Host) -> [i64; 3] {
    for _ in 0..3 {
        host.browser.tools("HeapProfiler.collectGarbage", json!({})).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let counters = host.browser.tools("Memory.getDOMCounters", json!({})).await;
    let pages = host.run("return memories.reduce((all, one) => all + one.buffer.byteLength / 65536, 0)").await;
    [&counters["nodes"], &counters["jsEventListeners"], &pages].map(|count| count.as_i64().unwrap())
}

#[tokio::test]
async fn moved_removed_and_added_again() {
    let host = Host::open(800, 700).await;
    host.browser
        .before_each_page(
            "window.memories = [];
             const begin = WebAssembly.instantiateStreaming;
             WebAssembly.instantiateStreaming = async (...all) => {
               const made = await begin.apply(WebAssembly, all);
               memories.push(made.instance.exports.memory);
               return made;
             };",
        )
        .await;
    host.show_one("", "<div id=elsewhere></div>", "").await;
    host.answer_two(0).await;
    // Moved, it stays where it is.
    let place = host.run("return heading()").await;
    host.run("window.node = inside('h1'); document.getElementById('elsewhere').append(one())").await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(host.run("return [inside('h1') === node, heading()]").await, json!([true, place]));
    host.run("inside('.back a').click()").await;
    host.until("it still works", "inside('#field')?.value === '10/05/1990'").await;

    // Removed, it is gone; added again, it begins anew and knows what was answered. Once in each of the two modules.
    for (at, step) in ["a[href='#/riprendi']", "a[href^='#/domanda']"].into_iter().enumerate() {
        let mut before = None;
        for round in 0..13 {
            host.run("window.kept = one(); kept.remove()").await;
            host.until("it is gone", "!kept.shadowRoot.querySelector('.html')").await;
            if round == 2 {
                before = Some(held(&host).await);
            }
            if round == 12 {
                let before = before.unwrap();
                let mut after = held(&host).await;
                // The browser may hold on to the last of them for a moment; what leaks is never let go of.
                for _ in 0..10 {
                    if after[1] > before[1] {
                        after = held(&host).await;
                    }
                }
                println!("after 3 rounds and after 13: {before:?} {after:?}");
                assert!(after[0] - before[0] <= 10, "nodes: {before:?} {after:?}");
                assert!(after[1] <= before[1], "listeners: {before:?} {after:?}");
                assert!(after[2] <= before[2], "memory: {before:?} {after:?}");
            }
            host.run("document.querySelector('main').append(kept)").await;
            host.until("the start", &format!("inside({})", json!(step))).await;
            assert!(host.run("return inside('a.btn-primary').innerText").await.as_str().unwrap().contains("Riprendi"));
            host.click(step).await;
            let there = if at == 0 { "inside('#file')" } else { "inside('input[value=C139]')" };
            host.until("the step", there).await;
        }
    }
    host.run("inside('.back a').click()").await;
    host.until("the answer", "inside('#field')?.value === '10/05/1990'").await;

    // Removed while its files or its later steps are on their way: nothing happens, and nothing breaks.
    host.run("for (let i = 0; i < 5; i++) { const one = document.createElement('dopo-di-noi'); one.setAttribute('notice', 'medio-olona-2024'); document.body.append(one); one.lang = 'en'; setTimeout(() => one.remove(), i * 10); }").await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    host.run("one().lang = 'en'; one().remove(); document.querySelector('main').append(kept)").await;
    host.until("English", "inside('.html')?.lang === 'en'").await;
    assert_eq!(host.browser.console().await, [""; 0], "console");
}
