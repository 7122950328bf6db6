//! Drafts on the device: nothing before somebody asks, nothing lost afterwards.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::readings::{accessible_in_every_reading, brought_about_in_every_reading};
use crate::site::Site;
use crate::{frame, returning};

/// A visit with answers in it, as a file brings them: at the review.
pub async fn begun(browser: &Browser) {
    let saved = json!({
        "schema_version": 1, "notice": "medio-olona-2024", "notice_version": "2026-11-21", "as_of": "2026-11-21",
        "who_is_filling": "family", "birth_date": "1996-03-01", "municipality": "D467", "severe_disability_certificate": "yes",
        "cause_is_ageing": "no", "family_support": "future_loss", "lives_in": "family_home", "wanted": ["rent_and_utilities"],
        "housing_type": "cohousing", "monthly_rent": "700", "monthly_utilities": "0",
        "application": { "beneficiary": { "surname": "Đorđević" }, "submitter": {}, "place": "" },
    });
    returning::open(browser, "salvata.json", saved.to_string().as_bytes()).await;
    browser.until("the offer", "document.querySelector('[role=status] button.btn-primary')").await;
    browser.click("[role=status] button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
}

/// A browser with such a visit.
async fn visit(width: u32) -> Browser {
    let browser = Browser::open(width, 800).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    begun(&browser).await;
    browser
}

/// Goes to the page that keeps, as a person does.
async fn to_keep(browser: &Browser) {
    browser.tab_to(".tools a[href='#/conserva']").await;
    browser.press(ENTER).await;
    browser.heading("Continua un'altra volta").await;
}

/// Keeps a draft in clear.
async fn keep(browser: &Browser) {
    to_keep(browser).await;
    browser.click("#shared-no").await;
    browser.click("#keep").await;
    browser.until("it is kept", "document.querySelector('.alert-success')").await;
}

/// Types a rent.
async fn type_rent(browser: &Browser, rent: &str) {
    browser.run("location.hash = '#/domanda/monthly_rent'").await;
    browser.until("the rent", "location.hash === '#/domanda/monthly_rent' && document.querySelector('#field')").await;
    browser.tab_to("#field").await;
    browser.press(&format!("\u{e009}a\u{e000}\u{e003}{rent}")).await;
}

const DRAFT: &str = "Object.keys(localStorage).find((key) => key.startsWith('dopo-di-noi:draft:'))";

/// The text of the only draft.
async fn stored(browser: &Browser) -> String {
    browser.run(&format!("return localStorage[{DRAFT}] ?? ''")).await.as_str().unwrap().to_owned()
}

/// Comes back another day, and to the list of drafts.
async fn come_back(browser: &Browser) {
    browser.run("location.hash = '#/'").await;
    browser.client.refresh().await.unwrap();
    browser.until("the start", "document.querySelector(\"main a[href='#/riprendi']\")").await;
    browser.click("main a[href='#/riprendi']").await;
    browser.until("the list", "document.querySelector('#file')").await;
}

/// Opens the only draft in the list, and takes it.
async fn open_draft(browser: &Browser) {
    browser.click("section[aria-labelledby=drafts] button[type=submit]").await;
    browser.until("the offer", "document.querySelector('[role=status] button.btn-primary')").await;
    browser.click("[role=status] button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
}

#[tokio::test]
async fn a_draft_is_kept_as_one_types_and_gone_on_with() {
    let browser = visit(360).await;
    assert_eq!(browser.run("return [localStorage.length, sessionStorage.length]").await, json!([0, 0]));
    to_keep(&browser).await;
    // Told before anything is stored: what, where, how long, who.
    let told = browser.text("section[aria-labelledby=draft]").await;
    for said in ["Che cosa", "Dove", "127.0.0.1", "Fino a quando", "Chi può leggerla"] {
        assert!(told.contains(said), "{said} is not in:\n{told}");
    }
    browser.accessible("keeping a draft").await;
    browser.picture("keep").await;
    assert_eq!(browser.run("return localStorage.length").await, json!(0));
    // Nothing is chosen for the person: who uses the device is asked.
    browser.click("#keep").await;
    browser.until("what is missing", "document.querySelector('#problem a')?.innerText.includes('chi usa')").await;
    brought_about_in_every_reading(&browser, "a draft without saying for whom", async || {
        browser.click("#keep").await;
        browser.until("what is missing", "document.querySelector('#problem a')").await;
    })
    .await;
    browser.click("#shared-no").await;
    browser.click("#keep").await;
    browser.until("it is kept, and said", "document.activeElement?.classList.contains('alert-success')").await;
    accessible_in_every_reading(&browser, "a draft kept", "document.querySelector('#days-30')").await;
    browser.picture("kept").await;
    assert!(stored(&browser).await.contains("\"days\":7"));
    browser.click("#days-30").await;
    browser.until("thirty days", &format!("localStorage[{DRAFT}].includes('\"days\":30')")).await;

    type_rent(&browser, "551,").await;
    browser.until("what is not understood yet, too", &format!("localStorage[{DRAFT}].includes('\"551,\"')")).await;
    come_back(&browser).await;
    accessible_in_every_reading(&browser, "drafts", "document.querySelector('main .it-card button')").await;
    browser.picture("drafts").await;
    open_draft(&browser).await;
    assert!(browser.text(".tools").await.contains("Bozza conservata qui"));
    browser.run("location.hash = '#/domanda/monthly_rent'").await;
    browser.until("as it was typed", "document.querySelector('#field')?.value === '551,'").await;
    browser.run("location.hash = '#/dati'").await;
    browser.until("the name", "document.querySelector('#beneficiary-surname')?.value === 'Đorđević'").await;

    // The tab is closed in the middle of a word.
    browser.tab_to("#beneficiary-surname").await;
    browser.press("\u{e010}x").await;
    let old = browser.client.window().await.unwrap();
    let new = browser.client.new_window(true).await.unwrap();
    browser.client.switch_to_window(old).await.unwrap();
    browser.client.close_window().await.unwrap();
    browser.client.switch_to_window(new.handle).await.unwrap();
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    assert!(browser.text("main").await.contains("lasciata una bozza"));
    assert!(stored(&browser).await.contains("Đorđevićx"));

    // Deleted, it is gone.
    come_back(&browser).await;
    browser.click("section[aria-labelledby=drafts] button.btn-outline-primary").await;
    browser.until("no draft", "!document.querySelector('section[aria-labelledby=drafts]')").await;
    assert_eq!(browser.run("return localStorage.length").await, json!(0));
    browser.quiet("drafts").await;
}

#[tokio::test]
async fn behind_a_passphrase_nothing_stands_in_clear_and_a_wrong_one_costs_nothing() {
    let browser = visit(1280).await;
    to_keep(&browser).await;
    browser.click("#shared-yes").await;
    browser.click("#keep").await;
    browser.until("it is asked for", "document.querySelector('#passphrase[aria-invalid=true]')").await;
    brought_about_in_every_reading(&browser, "two passphrases that differ", async || {
        browser.click("#shared-yes").await;
        for (field, typed) in [("#passphrase", "tre parole à caso"), ("#passphrase-again", "tre parole a caso")] {
            browser.tab_to(field).await;
            browser.press(&format!("\u{e009}a\u{e000}\u{e003}{typed}")).await;
        }
        browser.click("#keep").await;
        browser.until("they differ", "document.querySelector('#passphrase-again[aria-invalid=true]')").await;
    })
    .await;
    // The accent as one sign or as two is the same.
    browser.tab_to("#passphrase-again").await;
    browser.press("\u{e009}a\u{e000}\u{e003}tre parole à caso").await;
    browser.click("#keep").await;
    browser.until("it is kept", "document.querySelector('.alert-success')").await;
    let first = stored(&browser).await;
    type_rent(&browser, "55199").await;
    browser.until("it is written", &format!("localStorage[{DRAFT}] !== {}", json!(first))).await;
    let sealed = stored(&browser).await;
    for clear in ["orđevi", "1996", "D467", "55199", "rent", "family", "parole"] {
        assert!(!sealed.contains(clear), "{clear} is in {sealed}");
    }
    let [before, after] = [&first, &sealed].map(|text| serde_json::from_str::<Value>(text).unwrap());
    let lock = |stored: &Value| stored["body"]["lock"].clone();
    assert_eq!(lock(&before), lock(&after));
    assert!(lock(&after)["rounds"].as_u64().unwrap() >= 600_000);
    let nonce = |stored: &Value| stored["body"]["sealed"]["nonce"].clone();
    assert_ne!(nonce(&before), nonce(&after), "a nonce twice with one key");

    come_back(&browser).await;
    let open = |passphrase: &'static str| {
        let browser = &browser;
        async move {
            browser.tab_to("#draft-passphrase").await;
            browser.press(&format!("\u{e009}a\u{e000}\u{e003}{passphrase}")).await;
            browser.press(ENTER).await;
        }
    };
    let refused = "document.querySelector('#draft-passphrase[aria-invalid=true]')";
    brought_about_in_every_reading(&browser, "a wrong passphrase", async || {
        open("tre parole a caso").await;
        browser.until("it is refused", refused).await;
    })
    .await;
    let now = stored(&browser).await;
    assert_eq!(now, sealed, "a wrong passphrase changed something");
    // A changed byte is told, and what stands there stays.
    let mut changed = after.clone();
    let text = changed["body"]["sealed"]["text"].as_str().unwrap().to_owned();
    let other = if text.as_bytes()[40] == b'A' { "B" } else { "A" };
    changed["body"]["sealed"]["text"] = json!(format!("{}{other}{}", &text[..40], &text[41..]));
    browser.run(&format!("localStorage[{DRAFT}] = {}", json!(changed.to_string()))).await;
    come_back(&browser).await;
    open("tre parole a\u{300} caso").await;
    browser.until("it is refused", refused).await;
    browser.run(&format!("localStorage[{DRAFT}] = {}", json!(sealed))).await;
    come_back(&browser).await;
    open("tre parole a\u{300} caso").await;
    browser.until("the offer", "document.querySelector('[role=status] button.btn-primary')").await;
    browser.click("[role=status] button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("55.199,00"));
    browser.quiet("a passphrase").await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_and_the_answers_stay() {
    let browser = Browser::open(360, 740).await;
    browser
        .before_each_page("if (sessionStorage.blocked) Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
        .await;
    browser.go("").await;
    browser.run("sessionStorage.blocked = 1").await;
    browser.client.refresh().await.unwrap();
    browser.heading("Dopo di Noi").await;
    begun(&browser).await;
    to_keep(&browser).await;
    browser
        .until("it is told", "document.querySelector('#draft-state')?.innerText.includes('non conserva niente')")
        .await;
    accessible_in_every_reading(
        &browser,
        "a browser that keeps nothing",
        "document.querySelector('#draft-state')?.innerText && !document.querySelector('#keep')",
    )
    .await;
    assert_eq!(browser.run("return document.querySelector('#keep')").await, Value::Null);
    // The file is there all the same, with all that is understood.
    browser.click("section[aria-labelledby=take-away] button").await;
    let file: Value = serde_json::from_slice(&browser.downloaded("domanda.json").await).unwrap();
    assert_eq!(
        (&file["monthly_rent"], &file["application"]["beneficiary"]["surname"]),
        (&json!("700.00"), &json!("Đorđević"))
    );
    browser.run("delete sessionStorage.blocked").await;
    browser.run("location.hash = '#/'").await;
    browser.client.refresh().await.unwrap();
    browser.heading("Dopo di Noi").await;

    // No room: told with how much there is, and written as soon as there is some.
    begun(&browser).await;
    keep(&browser).await;
    browser
        .run("let rest = 'x'.repeat(1 << 22), at = 0;
              while (rest) { try { localStorage.setItem('other' + at++, rest) } catch { rest = rest.slice(rest.length / 2 + 1) } }")
        .await;
    let before = stored(&browser).await;
    type_rent(&browser, "12345678,90").await;
    browser
        .until("it is told", "document.querySelector('.news[role=alert]')?.innerText.includes('non c\\'è più posto')")
        .await;
    let told = "document.querySelector('.news[role=alert]')?.innerText && document.querySelector('#field')";
    accessible_in_every_reading(&browser, "a device without room", told).await;
    browser.picture("full").await;
    assert_eq!(stored(&browser).await, before);
    assert_eq!(browser.run("return document.querySelector('#field').value").await, json!("12345678,90"));
    browser.run("Object.keys(localStorage).filter((key) => key.startsWith('other')).forEach((key) => delete localStorage[key])").await;
    browser.tab_to("#field").await;
    browser.press("\u{e010}1").await;
    browser.until("it is written", &format!("localStorage[{DRAFT}].includes('12345678,901')")).await;
    browser
        .until("nothing is said any more", "!document.querySelector('.news[role=alert]').innerText.includes('posto')")
        .await;
}

#[tokio::test]
async fn what_is_newer_older_damaged_or_over_is_told_and_left() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    let old = std::fs::read_to_string("tests/records/1.json").unwrap();
    let old: Value = serde_json::from_str(&old).unwrap();
    let now = browser.run("return Date.now()").await.as_i64().unwrap();
    let day = 24 * 60 * 60 * 1000;
    let draft = |changed: i64, record: &Value| {
        json!({ "stored": 1, "notice": "medio-olona-2024", "changed": changed, "days": 7, "stamp": "x", "body": { "clear": record } }).to_string()
    };
    let newer = json!({ "stored": 2, "what": "nobody knows yet" }).to_string();
    let half = draft(now, &old)[..80].to_owned();
    for (name, text) in [("a-newer", &newer), ("b-half", &half), ("c-over", &draft(now - 8 * day, &old))] {
        browser.run(&format!("localStorage['dopo-di-noi:draft:{name}'] = {}", json!(text))).await;
    }
    come_back(&browser).await;
    let told = browser.text("main").await;
    for said in ["versione più nuova", "si è rovinata", "è stata cancellata"] {
        assert!(told.contains(said), "{said} is not in:\n{told}");
    }
    accessible_in_every_reading(
        &browser,
        "drafts that cannot be opened",
        "document.querySelector('section[aria-labelledby=drafts] .alert-warning button')",
    )
    .await;
    browser.picture("drafts-damaged").await;
    let left = browser.run("return [localStorage['dopo-di-noi:draft:a-newer'], localStorage['dopo-di-noi:draft:b-half'], localStorage['dopo-di-noi:draft:c-over'] ?? null]").await;
    assert_eq!(left, json!([newer, half, null]));
    // What is damaged can be carried away as it is.
    browser.click("section[aria-labelledby=drafts] .alert-warning button").await;
    assert_eq!(String::from_utf8(browser.downloaded("bozza-rovinata.txt").await).unwrap(), half);

    // One that an older product wrote, by a clock that was ahead of this one's.
    browser.run("localStorage.clear()").await;
    browser.run(&format!("localStorage['dopo-di-noi:draft:old'] = {}", json!(draft(now + 40 * day, &old)))).await;
    come_back(&browser).await;
    assert!(browser.text("main").await.contains("l'orologio di questo dispositivo è cambiato"));
    accessible_in_every_reading(
        &browser,
        "a draft from a day ahead",
        "document.querySelector('section[aria-labelledby=drafts] button[type=submit]')",
    )
    .await;
    open_draft(&browser).await;
    browser.run("location.hash = '#/domanda/monthly_rent'").await;
    browser.until("as it was typed", "document.querySelector('#field')?.value === '550,'").await;
    browser.tab_to("#field").await;
    browser.press("5").await;
    browser.until("written in the form of today", &format!("localStorage[{DRAFT}].includes('\"version\":2')")).await;
    // Written now, by the clock as it is now.
    let stored: Value = serde_json::from_str(&stored(&browser).await).unwrap();
    assert!((stored["changed"].as_i64().unwrap() - now).abs() < day);
}

#[tokio::test]
async fn two_windows_on_one_draft_never_overwrite_each_other() {
    let browser = visit(1280).await;
    keep(&browser).await;
    let first = browser.client.window().await.unwrap();
    let second = browser.client.new_window(true).await.unwrap().handle;
    browser.client.switch_to_window(second.clone()).await.unwrap();
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.click("main a[href='#/riprendi']").await;
    browser.heading("Riprendi da una bozza o da un file").await;
    open_draft(&browser).await;
    type_rent(&browser, "400").await;
    browser.until("it is written", &format!("localStorage[{DRAFT}].includes('\"400\"')")).await;
    let second_wrote = stored(&browser).await;

    // The first window hears of it, and writes nothing over it.
    browser.client.switch_to_window(first).await.unwrap();
    browser.until("it is told", "document.querySelector('#draft-state')?.innerText.includes('altra finestra')").await;
    type_rent(&browser, "900").await;
    browser
        .until("it is told", "document.querySelector('.news[role=alert]')?.innerText.includes('altra finestra')")
        .await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(stored(&browser).await, second_wrote);
    browser.click(".news[role=alert] a").await;
    browser.heading("Continua un'altra volta").await;
    browser.until("what differs", "document.querySelector('.compared tbody')?.innerText.includes('≠')").await;
    accessible_in_every_reading(
        &browser,
        "two windows on one draft",
        "document.querySelector('.compared tbody')?.innerText.includes('≠')",
    )
    .await;
    browser.picture("two-windows").await;
    // Both are kept.
    let buttons = "[...document.querySelectorAll('section[aria-labelledby=draft] button')]";
    browser.run(&format!("{buttons}.find((one) => one.innerText === 'Tieni tutte e due').click()")).await;
    browser.until("two drafts", "Object.keys(localStorage).length === 2").await;
    let both = browser.run("return Object.values(localStorage).join()").await;
    assert!(both.as_str().unwrap().contains("\"400\"") && both.as_str().unwrap().contains("\"900\""));

    // Deleted in the other window: told, and not written again by itself.
    browser.until("it is kept", "document.querySelector('.alert-success')").await;
    browser.client.switch_to_window(second).await.unwrap();
    browser.run("localStorage.clear()").await;
    type_rent(&browser, "500").await;
    browser
        .until("it is told", "document.querySelector('.news[role=alert]')?.innerText.includes('non c\\'è più')")
        .await;
    assert_eq!(browser.run("return localStorage.length").await, json!(0));
}

#[tokio::test]
async fn in_a_frame_of_another_site_the_draft_is_that_frames_alone() {
    let browser = Browser::open(800, 700).await;
    let host = Site::start();
    host.replace("comune.html", frame::page(&browser.site.url));
    // Another port is the same site to a browser, another name is not.
    let url = format!("{}/comune.html", host.url.replace("127.0.0.1", "localhost"));
    browser.client.goto(&url).await.unwrap();
    browser.until("the frame", "document.querySelector('iframe')").await;
    frame::inside(&browser).await;
    browser.until("the start", "document.querySelector('main a.btn-primary')").await;
    browser.click("main a.btn-primary").await;
    browser.until("the first question", "document.querySelector('input[value=family]')").await;
    browser.click("input[value=family]").await;
    browser.click("button[type=submit]").await;
    browser.until("the way to keep it", "document.querySelector('.tools a[href=\"#/conserva\"]')").await;
    browser.click(".tools a[href='#/conserva']").await;
    browser.until("where it would be", "document.querySelector('dl')?.innerText.includes('solo da qui')").await;
    browser.click("#shared-no").await;
    browser.click("#keep").await;
    browser.until("it is kept", "document.querySelector('.alert-success')").await;
    // On the product's own page it is not there, in the same frame it is.
    let callout = "return !!document.querySelector('main .alert-info')";
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    assert_eq!(browser.run(callout).await, Value::Bool(false));
    browser.client.goto(&url).await.unwrap();
    browser.until("the frame", "document.querySelector('iframe')").await;
    frame::inside(&browser).await;
    browser.until("the start", "document.querySelector('main a.btn-primary')").await;
    assert_eq!(browser.run(callout).await, Value::Bool(true));
}

#[tokio::test]
async fn in_a_private_window_it_lasts_as_long_as_the_window() {
    let browser = Browser::open_with(1280, 900, &["--incognito"]).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    begun(&browser).await;
    to_keep(&browser).await;
    assert!(browser.text("dl").await.contains("finestra anonima"));
    browser.click("#shared-no").await;
    browser.click("#keep").await;
    browser.until("it is kept", "document.querySelector('.alert-success')").await;
    come_back(&browser).await;
    open_draft(&browser).await;
    assert!(browser.text("main").await.contains("700,00"));
}
