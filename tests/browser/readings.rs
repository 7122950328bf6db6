//! Three readings, two modes, and words that fit whoever fills in.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, SPACE};
use crate::common::text;
use crate::path::answered;
use crate::returning::open;

/// The readings by the ids of their buttons, with the language that the page is then in.
pub const READINGS: [(&str, &str); 3] = [("it", "it"), ("facile", "it"), ("en", "en")];

/// The accessibility of a state in every reading, which leaves the page in Italian. What makes the state is said by a
/// condition that holds in each, so that it is not another one that is looked at.
pub async fn accessible_in_every_reading(browser: &Browser, state: &str, still: &str) {
    brought_about_in_every_reading(browser, state, async || browser.until(state, still).await).await;
}

/// The same of a state that a switch to another reading ends: it is brought about in each.
pub async fn brought_about_in_every_reading(browser: &Browser, state: &str, again: impl AsyncFn()) {
    for (reading, _) in READINGS.iter().rev() {
        read_in(browser, reading).await;
        again().await;
        browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
        browser.accessible(state).await;
    }
}

/// The same where what was answered is refused: it is sent again in each.
pub async fn refused_in_every_reading(browser: &Browser, state: &str) {
    brought_about_in_every_reading(browser, state, async || {
        browser.click("main button[type=submit]").await;
        browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    })
    .await;
}

/// Switches to a reading, and waits for its texts.
pub async fn read_in(browser: &Browser, reading: &str) {
    browser.click(&format!("#reading-{reading}")).await;
    browser.until(reading, &format!("document.querySelector('#reading-{reading}').ariaCurrent === 'true'")).await;
}

/// Goes to a step, and waits for its heading.
pub async fn go_to(browser: &Browser, step: &str) {
    // Where it is shown already, nothing takes the focus to its heading.
    if browser.run("return location.hash").await != json!(step) {
        browser.run(&format!("document.activeElement?.blur(); location.hash = '{step}'")).await;
        let there = format!("location.hash === '{step}' && document.activeElement?.id === 'heading'");
        browser.until(step, &there).await;
    }
    if step == "#/modulo" {
        browser.until("the paper", "document.querySelector('.paper')?.innerText.includes('Domanda di accesso')").await;
    }
}

/// The steps that the page can show beside the questions.
const STEPS: [(&str, &str); 13] = [
    ("start", "#/"),
    ("review", "#/riepilogo"),
    ("result", "#/risultato"),
    ("picking a question to try", "#/prova"),
    ("a trial", "#/prova/monthly_rent"),
    ("comparison", "#/confronto"),
    ("a sheet", "#/budget"),
    ("documents", "#/documenti"),
    ("personal data", "#/dati"),
    ("application", "#/modulo"),
    ("a file to go on with", "#/riprendi"),
    ("keeping a draft", "#/conserva"),
    ("cases, the first time", "#/casi"),
];

/// The questions asked, by their links on the review.
async fn questions(browser: &Browser) -> Vec<String> {
    go_to(browser, "#/riepilogo").await;
    let links = "return [...document.querySelectorAll('dl a')].map((link) => link.getAttribute('href').slice(10))";
    let links = browser.run(links).await;
    links.as_array().unwrap().iter().map(|link| link.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_step_is_accessible_in_every_reading() {
    let browser = Browser::open(360, 740).await;
    answered(&browser).await;
    for (reading, language) in READINGS {
        read_in(&browser, reading).await;
        assert_eq!(browser.run("return document.documentElement.lang").await, json!(language));
        for (name, step) in STEPS {
            go_to(&browser, step).await;
            browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
            browser.accessible(name).await;
            browser.picture(&format!("{reading}-{}", name.replace(' ', "-"))).await;
        }
    }
    browser.quiet("the readings").await;
}

#[tokio::test]
async fn every_question_is_accessible_in_every_reading() {
    let programme: Value = serde_json::from_str(&text("public/programmes/dopo-di-noi-lombardia-2024.json")).unwrap();
    let mut all: Vec<&str> =
        programme["questions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    // Who wants everything is asked everything.
    let wanted = programme["supports"].as_array().unwrap().iter().map(|one| &one["id"]);
    let saved = json!({"schema_version": 1, "notice": "medio-olona-2024", "notice_version": "2026-11-21",
        "as_of": "2026-11-21", "who_is_filling": "family", "birth_date": "1990-05-10", "municipality": "C139",
        "lives_in": "residential_facility", "wanted": wanted.collect::<Vec<_>>(), "comes_from": "rsd",
        "autonomy_phase": "2", "with_family_voucher": "no"});
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    open(&browser, "salvata.json", saved.to_string().as_bytes()).await;
    browser.click("[role=status] button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    let mut asked = questions(&browser).await;
    for question in &asked {
        let step = format!("#/domanda/{question}");
        go_to(&browser, &step).await;
        let shown = format!("location.hash === '{step}' && document.querySelector('main button[type=submit]')");
        accessible_in_every_reading(&browser, question, &shown).await;
    }
    browser.picture("question").await;
    browser.quiet("the questions").await;
    asked.sort_unstable();
    all.sort_unstable();
    assert_eq!(asked, all);
}

#[tokio::test]
async fn switching_the_reading_keeps_the_place_and_the_answers() {
    let browser = Browser::open(360, 740).await;
    browser.begin_as("self").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("10/05/1990").await;
    browser.click("#field").await;
    // By keyboard: the focus stays on the switch.
    browser.run("document.querySelector('#reading-it').focus()").await;
    browser.tab_to("#reading-en").await;
    browser.press(ENTER).await;
    browser.until("English", "document.documentElement.lang === 'en'").await;
    assert_eq!(browser.run("return document.activeElement.id").await, json!("reading-en"));
    assert_eq!(browser.run("return location.hash").await, json!("#/domanda/birth_date"));
    assert_eq!(browser.run("return document.querySelector('#field').value").await, json!("10/05/1990"));
    assert!(browser.text("h1").await.contains("your date of birth"), "{}", browser.text("h1").await);
    assert!(browser.run("return document.title").await.as_str().unwrap().contains("date of birth"));
    // What is wrong is said in it too.
    browser.run("document.querySelector('#field').focus()").await;
    browser.press("x").await;
    browser.click("button[type=submit]").await;
    browser.until("the summary", "document.activeElement?.id === 'problem'").await;
    assert!(browser.text("#problem").await.contains("There is a problem"), "{}", browser.text("#problem").await);
    browser.accessible("an error").await;
    // The reading stands in the address, and no answer does.
    let address = browser.run("return location.search + location.hash").await;
    assert_eq!(address, json!("?lang=en#/domanda/birth_date"));
    read_in(&browser, "facile").await;
    assert!(browser.text("main").await.contains("nascita"));
    assert_eq!(browser.run("return location.search").await, json!("?reading=facile"));
    assert!(browser.run("return !!document.querySelector('.drawing')").await == json!(true), "no drawing");
    browser.go("?lang=en").await;
    browser.heading("After Us").await;
    browser.quiet("switching").await;
}

#[tokio::test]
async fn a_reading_that_does_not_arrive_loses_nothing() {
    let browser = Browser::open(360, 740).await;
    browser.begin_as("family").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.run("window.fetch = () => Promise.reject(new TypeError('offline'))").await;
    browser.click("#reading-en").await;
    browser
        .until(
            "the problem",
            "document.querySelector('.readings [role=alert]')?.innerText.includes('non sono arrivati')",
        )
        .await;
    assert_eq!(browser.run("return document.documentElement.lang").await, json!("it"));
    browser.accessible("a reading that did not arrive").await;
    for (reading, other) in [("reading=facile", "en"), ("lang=en", "it")] {
        browser.go(&format!("?{reading}")).await;
        browser.until("the start", "document.querySelector('main a.btn-primary')").await;
        browser.run("window.fetch = () => Promise.reject(new TypeError('offline'))").await;
        browser.click(&format!("#reading-{other}")).await;
        browser.until("the problem", "document.querySelector('.readings [role=alert]')?.innerText").await;
        browser.accessible("a reading that did not arrive").await;
    }
}

#[tokio::test]
async fn the_words_fit_whoever_fills_in() {
    let browser = Browser::open(360, 740).await;
    for (who, says) in [
        ("self", "Dove vivi oggi"),
        ("family", "tuo figlio o tua figlia"),
        ("legal_guardian", "la persona che assisti"),
        ("operator", "l'assistito"),
    ] {
        browser.begin_as(who).await;
        browser.run("location.hash = '#/domanda/lives_in'").await;
        browser.until("the question", "location.hash === '#/domanda/lives_in'").await;
        browser.heading(says).await;
    }
}

#[tokio::test]
async fn what_the_office_gets_stays_italian() {
    let browser = Browser::open(360, 740).await;
    answered(&browser).await;
    read_in(&browser, "en").await;
    browser.click("main a.btn-primary").await;
    browser.heading("The answers show no obstacles").await;
    go_to(&browser, "#/modulo").await;
    browser.until("the paper", "document.querySelector('.paper')?.innerText.includes('Domanda di accesso')").await;
    let paper = browser.run("return document.querySelector('.paper').closest('[lang]').lang").await;
    assert_eq!(paper, json!("it"));
    // As to anyone: not "tuo figlio".
    let said = browser.text(".paper").await;
    assert!(!said.contains("tuo figlio") && !said.contains("your son"), "{said}");
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('.status').innerText.includes('ready')").await;
    browser.downloaded("domanda.pdf").await;
    // Back in English, a file of it can be taken up again.
    browser.quiet("an application made in English").await;
}

/// A voice that speaks a word at a time, since this machine has none.
const VOICE: &str = "
  const spoken = window.spoken = [];
  const voice = { lang: 'it-IT', localService: true, default: true, name: 'stub' };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [voice], cancel() { this.now = undefined; },
    speak(one) {
      this.now = one; spoken.push(one.text);
      setTimeout(() => this.now === one && one.onboundary({ charIndex: 0, charLength: 3 }), 20);
      setTimeout(() => this.now === one && !window.slow && one.onend({}), 60);
    },
  }});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
";

#[tokio::test]
async fn the_easy_reading_is_read_aloud() {
    let browser = Browser::open(360, 740).await;
    browser.before_each_page(VOICE).await;
    browser.go("?reading=facile").await;
    browser.heading("Dopo di Noi").await;
    browser.run("window.slow = true").await;
    browser.tab_to("#aloud").await;
    browser.press(SPACE).await;
    browser.until("a word marked", "CSS.highlights.has('aloud')").await;
    browser.accessible("while it is read").await;
    assert!(browser.text("#aloud").await.contains("Ferma"));
    browser.press(SPACE).await;
    browser
        .until(
            "silence",
            "!CSS.highlights.has('aloud') && document.querySelector('#aloud').innerText.includes('Leggi')",
        )
        .await;
    browser.run("window.slow = false; window.spoken.length = 0").await;
    browser.press(SPACE).await;
    browser
        .until("the end", "document.querySelector('#aloud').innerText.includes('Leggi') && window.spoken.length > 5")
        .await;
    let spoken = browser.run("return window.spoken.join(' ')").await;
    let spoken = spoken.as_str().unwrap();
    assert!(spoken.contains("Dopo di Noi") && !spoken.contains("English"), "{spoken}");
    // In another reading there is no button.
    read_in(&browser, "it").await;
    assert_eq!(browser.run("return document.querySelector('#aloud')").await, json!(null));
    browser.quiet("reading aloud").await;
}
