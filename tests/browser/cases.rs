//! Cases for counsellors: many people on one device, each under an alias, none in clear.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::keeping::begun;
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};

const PASSPHRASE: &str = "quattro parole per i casi";

/// At the cases of a device that has none yet, opened with a passphrase.
async fn opened(width: u32) -> Browser {
    let browser = Browser::open(width, 900).await;
    browser.go("#/casi").await;
    browser.heading("I casi").await;
    choose(&browser).await;
    browser.until("the list", "document.querySelector('#new-case')").await;
    browser
}

/// Chooses the passphrase.
async fn choose(browser: &Browser) {
    for field in ["#passphrase", "#passphrase-again"] {
        browser.tab_to(field).await;
        browser.press(PASSPHRASE).await;
    }
    browser.press(ENTER).await;
}

/// A new case, with the alias typed.
async fn new_case(browser: &Browser, alias: &str) {
    browser.tab_to("#alias").await;
    browser.press(alias).await;
    browser.press(ENTER).await;
    browser.heading("Caso").await;
}

/// From a case with answers to the list again.
async fn close(browser: &Browser) {
    browser.run("location.hash = '#/caso'").await;
    browser.heading("Caso").await;
    press(browser, "Chiudi il caso").await;
    browser.heading("I casi").await;
}

/// Presses the button of the page with these words.
async fn press(browser: &Browser, words: &str) {
    let button = format!(
        "[...document.querySelectorAll('main button')].find((one) => one.innerText.trim() === {})",
        json!(words)
    );
    browser.until(words, &button).await;
    browser.run(&format!("{button}.click()")).await;
}

async fn all_stored(browser: &Browser) -> String {
    browser.run("return JSON.stringify({ ...localStorage })").await.as_str().unwrap().to_owned()
}

/// Waits until what is typed is written: nothing in the store changes any more.
async fn written(browser: &Browser) {
    let mut before = String::new();
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let now = all_stored(browser).await;
        if now == before {
            return;
        }
        before = now;
    }
}

const ROWS: &str = "[...document.querySelectorAll('main tbody tr')].map((row) => row.innerText)";

#[tokio::test]
async fn a_case_from_the_alias_to_the_two_sheets() {
    let browser = Browser::open(1280, 900).await;
    browser.go("#/casi").await;
    browser.heading("I casi").await;
    browser.accessible("cases, the first time").await;
    browser.picture("cases-first").await;
    assert_eq!(browser.run("return localStorage.length").await, json!(0));
    choose(&browser).await;
    browser.until("the list", "document.querySelector('#new-case')").await;
    accessible_in_every_reading(
        &browser,
        "no case yet",
        &format!("document.querySelector('#new-case') && {ROWS}.length === 0"),
    )
    .await;
    browser.click("#new-case").await;
    browser.until("an alias is asked for", "document.querySelector('#alias[aria-invalid=true]')").await;
    new_case(&browser, "Fiordaliso").await;
    accessible_in_every_reading(&browser, "a new case", "document.querySelector('#note')").await;

    // Answers, a status, a note, a document, an option: each is in the case.
    begun(&browser).await;
    browser.run("location.hash = '#/confronto'").await;
    browser.heading("Confronta").await;
    browser.tab_to("#option-1-monthly_rent").await;
    browser.press("\u{e009}a\u{e000}\u{e003}43210").await;
    browser.run("location.hash = '#/caso'").await;
    browser.heading("Caso").await;
    browser.run("const status = document.querySelector('#status'); status.value = 'missing_documents'; status.dispatchEvent(new Event('change'))").await;
    browser.tab_to("#note").await;
    browser.press("Richiamare la sorella").await;
    browser.click("section[aria-labelledby=received] input[type=checkbox]").await;
    written(&browser).await;
    accessible_in_every_reading(
        &browser,
        "a case",
        "document.querySelector('#note')?.value === 'Richiamare la sorella'",
    )
    .await;
    browser.picture("case").await;
    let stored = all_stored(&browser).await;
    for clear in ["iordaliso", "orđevi", "sorella", "1996", "D467", "43210", "missing", "cohousing"] {
        assert!(!stored.contains(clear), "{clear} stands in clear in {stored}");
    }

    // Both sheets, of this case.
    for (link, title, says) in [
        ("#/caso/famiglia", "Scheda per la famiglia", "Fiordaliso"),
        ("#/caso/tecnica", "Scheda tecnica", "Che cosa l'avviso lascia aperto"),
    ] {
        browser.run(&format!("location.hash = '{link}'")).await;
        browser.heading(title).await;
        browser.until("the sheet", "document.querySelector('.paper')").await;
        let sheet = browser.text(".paper").await;
        assert!(sheet.contains(says) && sheet.contains("Fiordaliso"), "{sheet}");
        accessible_in_every_reading(&browser, "a sheet of a case", "document.querySelector('.paper')").await;
        browser.picture(&format!("sheet-{}", &link[7..])).await;
    }

    close(&browser).await;
    browser.until("its row", &format!("{ROWS}.length === 1")).await;
    let row = browser.run(&format!("return {ROWS}[0]")).await;
    let row = row.as_str().unwrap();
    for said in ["Fiordaliso", "Mancano documenti", "Documenti:"] {
        assert!(row.contains(said), "{said} is not in {row}");
    }
    // A second one, without answers; and the first again, as it was.
    new_case(&browser, "Genziana").await;
    written(&browser).await;
    assert_eq!(browser.run("return document.querySelector('#note').value").await, json!(""));
    close_new(&browser).await;
    browser.until("two rows", &format!("{ROWS}.length === 2")).await;
    accessible_in_every_reading(&browser, "cases", &format!("{ROWS}.length === 2")).await;
    browser.picture("cases").await;
    browser.tab_to("#search").await;
    browser.press("FIOR").await;
    browser.until("one row", &format!("{ROWS}.length === 1 && {ROWS}[0].includes('Fiordaliso')")).await;
    browser.run("const status = document.querySelector('#status'); status.value = 'ready'; status.dispatchEvent(new Event('change'))").await;
    browser.until("no row", &format!("{ROWS}.length === 0")).await;

    // Another day: locked, a wrong passphrase costs nothing.
    browser.client.refresh().await.unwrap();
    browser.heading("I casi").await;
    brought_about_in_every_reading(&browser, "cases, a wrong passphrase", async || {
        browser.tab_to("#passphrase").await;
        browser.press("sbagliata sbagliata").await;
        browser.press(ENTER).await;
        browser.until("it is refused", "document.querySelector('#passphrase[aria-invalid=true]')").await;
    })
    .await;
    browser.tab_to("#passphrase").await;
    browser.press(&format!("\u{e009}a\u{e000}\u{e003}{PASSPHRASE}")).await;
    browser.press(ENTER).await;
    browser.until("two rows", &format!("{ROWS}.length === 2")).await;
    press(&browser, "Fiordaliso").await;
    browser.heading("Caso").await;
    assert_eq!(
        browser.run("return [document.querySelector('#note').value, document.querySelector('#status').value]").await,
        json!(["Richiamare la sorella", "missing_documents"])
    );
    browser.run("location.hash = '#/confronto'").await;
    browser.until("the option", "document.querySelector('#option-1-monthly_rent')?.value === '43210'").await;

    // Deleted after asking once more.
    browser.run("location.hash = '#/caso'").await;
    browser.heading("Caso").await;
    press(&browser, "Cancella il caso").await;
    press(&browser, "Sì, cancella il caso di Fiordaliso").await;
    browser.heading("I casi").await;
    browser.until("one row", &format!("{ROWS}.length === 1 && {ROWS}[0].includes('Genziana')")).await;
    browser.quiet("cases").await;
}

/// From a case without answers to the list.
async fn close_new(browser: &Browser) {
    press(browser, "Chiudi il caso").await;
    browser.heading("I casi").await;
}

#[tokio::test]
async fn answers_outside_the_cases_are_asked_about_first() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    begun(&browser).await;
    browser.run("location.hash = '#/casi'").await;
    browser.heading("I casi").await;
    choose(&browser).await;
    browser.until("the list", "document.querySelector('#new-case')").await;
    brought_about_in_every_reading(&browser, "answers outside the cases", async || {
        browser.tab_to("#alias").await;
        browser.press("\u{e009}a\u{e000}\u{e003}Ranuncolo").await;
        browser.press(ENTER).await;
        browser.until("it is asked", "document.querySelector('main [role=status] .alert-warning')").await;
    })
    .await;
    assert!(browser.text("main").await.contains("in nessun caso"));
    browser.picture("cases-360").await;
    press(&browser, "Fanne un caso nuovo").await;
    browser.heading("Caso").await;
    assert_eq!(browser.run("return document.querySelector('#alias').value").await, json!("Ranuncolo"));
    browser.run("location.hash = '#/riepilogo'").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("700,00"));
}

#[tokio::test]
async fn all_cases_travel_in_one_sealed_file_and_nothing_is_written_over() {
    let browser = opened(1280).await;
    for alias in ["Alfa", "Beta"] {
        new_case(&browser, alias).await;
        begun(&browser).await;
        written(&browser).await;
        close(&browser).await;
    }
    browser.until("two rows", &format!("{ROWS}.length === 2")).await;
    press(&browser, "Salva il file con i casi").await;
    let file = browser.downloaded("casi.json").await;
    let text = String::from_utf8(file.clone()).unwrap();
    for clear in ["Alfa", "orđevi", "1996", "D467", "rent"] {
        assert!(!text.contains(clear), "{clear} stands in clear in {text}");
    }

    // Beta changes afterwards, Alfa is deleted: from the file Alfa comes back and Beta goes beside.
    press(&browser, "Beta").await;
    browser.heading("Caso").await;
    browser.tab_to("#note").await;
    browser.press("dopo il file").await;
    written(&browser).await;
    close(&browser).await;
    press(&browser, "Alfa").await;
    browser.heading("Caso").await;
    press(&browser, "Cancella il caso").await;
    press(&browser, "Sì, cancella il caso di Alfa").await;
    browser.heading("I casi").await;
    browser.until("one row", &format!("{ROWS}.length === 1")).await;
    let take = |name: &'static str, passphrase: &'static str| {
        let (browser, file) = (&browser, &file);
        async move {
            browser.pick(name, file).await;
            // Not the form of a file before, whose passphrase was refused.
            let asked = "document.querySelector('#file-passphrase:not([aria-invalid=true])')";
            browser.until("its passphrase", asked).await;
            browser.run("document.querySelector('#file-passphrase').focus()").await;
            browser.press(passphrase).await;
            browser.press(ENTER).await;
        }
    };
    brought_about_in_every_reading(&browser, "a file of cases", async || {
        take("uno.json", "un'altra parola").await;
        browser.until("it is refused", "document.querySelector('#file-passphrase[aria-invalid=true]')").await;
    })
    .await;
    take("due.json", PASSPHRASE).await;
    let said = |added, same, beside| {
        format!(
            "document.querySelector('main').innerText.includes('aggiunti: {added}. Già presenti, uguali: {same}. Già presenti ma diversi, aggiunti accanto: {beside}.')"
        )
    };
    browser.until("what became of them", &said(1, 0, 1)).await;
    browser.until("three rows", &format!("{ROWS}.length === 3 && {ROWS}.join().includes('Beta (dal file)')")).await;
    take("tre.json", PASSPHRASE).await;
    browser.until("Alfa is the same", &said(0, 1, 1)).await;
    // What is no file of cases is told.
    browser.pick("altro.json", b"{\"schema_version\": 1}").await;
    browser
        .until("it is told", "document.querySelector('main .alert-danger')?.innerText.includes('non contiene casi')")
        .await;

    // A damaged case, and one of a newer product, are told and left.
    let planted = "Object.keys(localStorage).filter((key) => key.includes(':case:')).sort()";
    browser.run(&format!("const [one, two] = {planted}; localStorage[one] = localStorage[one].slice(0, 60); localStorage[two] = '{{\"case\":9}}'")).await;
    press(&browser, "Chiudi i casi").await;
    browser.tab_to("#passphrase").await;
    browser.press(PASSPHRASE).await;
    browser.press(ENTER).await;
    browser.until("both are told", "(() => { const said = document.querySelector('main').innerText; return said.includes('si è rovinato') && said.includes('più nuova') })()").await;
    accessible_in_every_reading(
        &browser,
        "cases that cannot be read",
        "document.querySelectorAll('main .alert-warning').length === 2",
    )
    .await;
    let left: Value = browser
        .run(&format!("const [one, two] = {planted}; return [localStorage[one].length, localStorage[two]]"))
        .await;
    assert_eq!(left, json!([60, "{\"case\":9}"]));
}
