//! The editor for offices: a notice as a form, checked as one types, with the product beside it, and saved as a file.

use dopo_di_noi::programme;
use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::common::text;

/// The catalogue as the last step of a build makes it.
const CATALOGUE: &str = r#"{"programmes": [{"id": "dopo-di-noi-lombardia-2024", "version": "2026-11-21", "title": {"it": "Dopo di Noi, Lombardia"}}],
  "notices": [{"id": "medio-olona-2024", "extends": "dopo-di-noi-lombardia-2024"}, {"id": "valle-inventata-2026", "extends": "dopo-di-noi-lombardia-2024"}]}"#;
/// The heading of what the preview shows.
const SHOWN: &str = "document.querySelector('#preview dopo-di-noi')?.shadowRoot?.querySelector('h1')";

/// What is inside of it.
const INSIDE: &str = "document.querySelector('#preview dopo-di-noi').shadowRoot";

async fn editor(width: u32) -> Browser {
    let browser = Browser::open(width, 900).await;
    browser.site.replace("catalogue.json", CATALOGUE);
    browser.site.replace("notices/valle-inventata-2026.json", text("tests/notices/valle-inventata-2026.json"));
    browser.go("#/redazione").await;
    browser.heading("Redazione").await;
    browser.until("the editor", "document.querySelector('#published')").await;
    browser
}

/// Goes in the preview to the result of these answers.
async fn try_out(browser: &Browser) {
    let answers = json!({"schema_version": 1, "notice": "medio-olona-2024", "notice_version": "2026-11-21", "as_of": "2026-11-21",
        "who_is_filling": "family", "birth_date": "1996-03-01", "municipality": "C139", "severe_disability_certificate": "yes",
        "cause_is_ageing": "no", "family_support": "no_parents", "without_means": "yes", "lives_in": "family_home",
        "wanted": ["rent_and_utilities"], "housing_type": "cohousing", "residents": 2, "monthly_rent": "900",
        "monthly_utilities": "100"});
    browser.run(&format!("{INSIDE}.querySelector('a[href=\"#/riprendi\"]').click()")).await;
    browser.until("the file", &format!("{INSIDE}.querySelector('#file')")).await;
    let pick = format!(
        "const input = {INSIDE}.querySelector('#file'), files = new DataTransfer();
         files.items.add(new File([{}], 'risposte.json'));
         input.files = files.files;
         input.dispatchEvent(new Event('change', {{bubbles: true}}))",
        json!(answers.to_string())
    );
    browser.run(&pick).await;
    browser.until("the offer", &format!("{INSIDE}.querySelector('.main button.btn-primary')")).await;
    browser.run(&format!("{INSIDE}.querySelector('.main button.btn-primary').click()")).await;
    browser.until("the review", &format!("{INSIDE}.querySelector('a[href=\"#/risultato\"]')")).await;
    browser.run(&format!("{INSIDE}.querySelector('a[href=\"#/risultato\"]').click()")).await;
}

/// Opens the notice of the page, by keyboard.
async fn page_notice(browser: &Browser) {
    browser.tab_to(".editor button").await;
    browser.press(ENTER).await;
    browser.until("the form", "document.querySelector('#part-office')").await;
}

/// Waits for a sentence about how the notice stands.
async fn stands(browser: &Browser, words: &str) {
    let said = format!("document.querySelector('.editor-state [role=status]')?.innerText.includes({})", json!(words));
    browser.until(words, &said).await;
}

/// Goes to a control, whatever it is folded into.
async fn reach(browser: &Browser, id: &str) {
    let script = format!(
        "const one = document.getElementById({id});
         for (let up = one; up; up = up.parentElement) if (up.localName === 'details') up.open = true;
         one.focus()",
        id = json!(id)
    );
    browser.run(&script).await;
}

/// Writes something in place of what stands at a control.
async fn write(browser: &Browser, id: &str, words: &str) {
    reach(browser, id).await;
    browser.press(&format!("\u{e009}a\u{e000}{words}")).await;
}

async fn choose(browser: &Browser, id: &str, value: &str) {
    let script = format!(
        "const one = document.getElementById({}); one.value = {};
         one.dispatchEvent(new Event('change', {{bubbles: true}})); return one.value",
        json!(id),
        json!(value)
    );
    assert_eq!(browser.run(&script).await, json!(value), "{id}");
}

/// What is saved passes the checks of the command.
async fn saved(browser: &Browser, name: &str) -> Value {
    browser.click("#save").await;
    let file = String::from_utf8(browser.downloaded(name).await).unwrap();
    let notice = programme::notice(name, &file).unwrap();
    let whole = text("public/programmes/dopo-di-noi-lombardia-2024.json");
    programme::rules(name, programme::programme("", &whole).unwrap(), notice).unwrap();
    serde_json::from_str(&file).unwrap()
}

#[tokio::test]
async fn a_ceiling_raised_is_said_and_one_lowered_is_previewed_and_saved() {
    let browser = editor(1280).await;
    page_notice(&browser).await;
    stands(&browser, "Nessun errore").await;
    browser.until("the preview", SHOWN).await;
    browser.accessible("the editor with a notice").await;
    browser.picture("editor").await;
    // Saved as it was opened, it is what it was.
    let own: Value = serde_json::from_str(&text("public/notices/medio-olona-2024.json")).unwrap();
    assert_eq!(saved(&browser, "medio-olona-2024.json").await, own);

    // Somebody tries the widget out: what they answer there stays while the notice changes.
    try_out(&browser).await;
    let shows = |amount: &str| {
        format!("{INSIDE}?.querySelector('.main')?.innerText.replaceAll('\u{a0}', ' ').includes('{amount}')")
    };
    browser.until("the regional ceiling", &shows("500,00 €")).await;
    browser.until("the focus of that step", &format!("{INSIDE}.activeElement?.id === 'heading'")).await;

    reach(&browser, "f-lowered").await;
    browser.press(ENTER).await;
    browser.until("a row", "document.activeElement.id === 'f-lowered-0-number'").await;
    choose(&browser, "f-lowered-0-number", "rent_monthly_ceiling").await;
    browser
        .until("the ceiling", "document.querySelector('#part-lowered').innerText.includes('Nel programma: 500,00')")
        .await;
    write(&browser, "f-lowered-0-value", "650").await;
    choose(&browser, "f-lowered-0-source-document", "avviso").await;
    write(&browser, "f-lowered-0-source-section", "Importi").await;
    write(&browser, "f-lowered-0-source-page", "3").await;
    stands(&browser, "1 cosa da correggere").await;
    let said = browser.text("#f-lowered-0-value-error").await;
    assert!(said.contains("il massimale regionale è 500.00: un avviso può abbassarlo, non alzarlo a 650"), "{said}");
    assert_eq!(
        browser.run("return document.querySelector('#f-lowered-0-value').getAttribute('aria-invalid')").await,
        json!("true")
    );
    assert!(browser.text("#part-lowered > summary").await.contains("1 cosa da correggere"));
    browser.accessible("a fault at its control").await;
    browser.picture("editor-fault").await;
    // The list of faults leads there.
    browser
        .run("document.activeElement.blur(); document.querySelector('#part-lowered').open = false; document.querySelector('#to-mend').open = true")
        .await;
    browser.tab_to("#to-mend a").await;
    browser.press(ENTER).await;
    browser.until("the control", "document.activeElement.id === 'f-lowered-0-value'").await;

    write(&browser, "f-lowered-0-value", "400").await;
    stands(&browser, "Nessun errore").await;
    // The preview has it, at the step and with the answers that it had; the focus stays with whoever types.
    browser.until("the lowered ceiling", &shows("400,00 €")).await;
    let focus = "return document.activeElement.id";
    assert_eq!(browser.run(focus).await, json!("f-lowered-0-value"));
    browser.picture("editor-lowered").await;
    // The second file of this name.
    let notice = saved(&browser, "medio-olona-2024 (1).json").await;
    assert_eq!(notice["lowered"][0]["value"], json!("400.00"));
    assert_eq!(notice["municipalities"], own["municipalities"]);
    browser.quiet("the editor").await;
}

#[tokio::test]
async fn what_is_written_outlives_steps_and_files_that_cannot_be_opened() {
    let browser = editor(1280).await;
    page_notice(&browser).await;
    write(&browser, "f-territory", "Ambito di prova").await;
    // A file that is none is refused, and nothing is lost; another notice asks first.
    for (name, content, says) in [
        ("rotto.json", "{\"office\": {\"name\"", "finisce prima del tempo"),
        ("altro.json", "{\"a\": 1}", "non è un avviso"),
        ("programma.json", "{\"questions\": []}", "programma regionale"),
    ] {
        browser.run("document.querySelector('#open-another').open = true").await;
        browser.pick(name, content.as_bytes()).await;
        let said =
            format!("document.querySelector('#open-another .alert-danger')?.innerText.includes({})", json!(says));
        browser.until(says, &said).await;
    }
    browser.accessible("a file refused by the editor").await;
    browser.pick("valle.json", text("tests/notices/valle-inventata-2026.json").as_bytes()).await;
    browser.until("the question", "document.querySelector('#open-another .alert-warning')").await;
    let stay =
        "[...document.querySelectorAll('#open-another button')].find((one) => one.innerText === 'Resta qui').click()";
    browser.run(stay).await;
    let there = "document.querySelector('#f-territory')?.value === 'Ambito di prova'";
    assert_eq!(browser.run(&format!("return {there}")).await, json!(true));
    // To the visit and back.
    browser.run("location.hash = '#/'").await;
    browser
        .until("the visit", "document.querySelector('main a.btn-primary') && !document.querySelector('.editor')")
        .await;
    browser.run("location.hash = '#/redazione'").await;
    browser.until("the notice", there).await;
    // The browser asks before all of it goes.
    let asks = "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event); return event.defaultPrevented";
    assert_eq!(browser.run(asks).await, json!(true));
    browser.click("#save").await;
    browser.downloaded("medio-olona-2024.json").await;
    assert_eq!(browser.run(asks).await, json!(false));
    // Now that it is in a file, another opens at once.
    browser.run("document.querySelector('#open-another').open = true").await;
    choose(&browser, "published", "valle-inventata-2026").await;
    browser
        .run("[...document.querySelectorAll('#open-another button')].find((one) => one.innerText === 'Apri').click()")
        .await;
    browser.until("the other", "document.querySelector('#f-territory')?.value === 'Ambito Valle Inventata'").await;
    stands(&browser, "Nessun errore").await;
    let own: Value = serde_json::from_str(&text("tests/notices/valle-inventata-2026.json")).unwrap();
    assert_eq!(saved(&browser, "valle-inventata-2026.json").await, own);
}

#[tokio::test]
async fn a_new_notice_is_written_by_keyboard_on_a_phone() {
    let browser = editor(360).await;
    browser.accessible("the editor with nothing open").await;
    browser.picture("editor-empty").await;
    browser.tab_to(".editor button + button").await;
    browser.press(ENTER).await;
    browser.until("the form", "document.querySelector('#part-office')").await;
    stands(&browser, "cose da correggere").await;
    browser.accessible("a new notice").await;
    browser.picture("editor-new").await;
    // A fold opens by a key, and its controls follow one another.
    browser.tab_to("#part-office > summary").await;
    browser.press(ENTER).await;
    browser.tab_to("#f-office-name").await;
    browser.press("Ufficio di prova").await;
    browser.until("heard", "document.querySelector('#f-office-name-error').innerText === ''").await;
    // A municipality by its name.
    reach(&browser, "f-municipalities").await;
    browser.press("Castellanza").await;
    browser.until("offered", "document.querySelector('datalist option')?.value === 'Castellanza (VA)'").await;
    browser.press(ENTER).await;
    browser.until("the postal code", "document.activeElement.id === 'f-municipalities-0-postal_code'").await;
    browser.press("21053").await;
    assert_eq!(browser.run("return document.querySelector('#f-municipalities-0-code').value").await, json!("C139"));
    reach(&browser, "f-municipalities").await;
    browser.press("Atlantide").await;
    browser.press(ENTER).await;
    browser
        .until(
            "not a municipality",
            "document.querySelector('#part-municipalities').innerText.includes('Non è tra i Comuni')",
        )
        .await;
    // What is taken away can be put back.
    browser.run("[...document.querySelectorAll('#part-municipalities button')].find((one) => one.innerText.startsWith('Togli')).click()").await;
    browser.until("gone", "!document.querySelector('#f-municipalities-0-code')").await;
    browser.run("[...document.querySelectorAll('#part-municipalities button')].find((one) => one.innerText === 'Rimetti').click()").await;
    browser.until("back", "document.querySelector('#f-municipalities-0-code')?.value === 'C139'").await;
    // Saved as it stands: it says what it lacks, and the file opens again as it was.
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(browser.run(wide).await, json!(true));
    browser.accessible("all of the form").await;
    browser.picture("editor-open").await;
    browser.click("#save").await;
    let file = String::from_utf8(browser.downloaded("avviso.json").await).unwrap();
    let notice: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(notice["office"]["name"], json!("Ufficio di prova"));
    assert_eq!(notice["municipalities"][0], json!({"name": "Castellanza", "code": "C139", "postal_code": "21053"}));
    assert!(browser.text(".editor-save").await.contains("Non è ancora da pubblicare"));
}

#[tokio::test]
async fn answers_stay_while_somebody_goes_to_the_editor_and_back() {
    let browser = Browser::open(1280, 900).await;
    browser.site.remove("catalogue.json");
    browser.begin_as("family").await;
    browser.run("location.hash = '#/redazione'").await;
    browser.until("a calm sentence", "document.querySelector('.editor')?.innerText.includes('non è arrivato')").await;
    browser.run("history.back()").await;
    browser.until("a question", "document.querySelector('h1')?.innerText.includes('nascita')").await;
    browser.run("location.hash = '#/riepilogo'").await;
    browser.until("the answer", "document.querySelector('main').innerText.includes('Un familiare')").await;
    // From the office's desk a link leads there.
    browser.run("location.hash = '#/sportello'").await;
    browser.heading("Sportello").await;
    browser.click("a[href='#/redazione']").await;
    browser.heading("Redazione").await;
    browser.until("the editor", "document.querySelector('.editor')").await;
}
