//! Which programme is mine: a few questions, the programmes found, and on into one of them without being asked twice.

use crate::browser::Given::{self, Chosen, Typed};
use crate::browser::{Browser, ENTER};
use crate::element::Host;
use crate::readings::{accessible_in_every_reading, refused_in_every_reading};

/// A browser at the start of a notice.
async fn at(notice: &str, width: u32, heading: &str) -> Browser {
    let browser = Browser::open(width, 800).await;
    browser.go(&format!("?notice={notice}")).await;
    browser.heading(heading).await;
    browser
}

async fn begin(browser: &Browser, given: &[(&str, Given<'_>)]) {
    browser.tab_to("a.btn-primary").await;
    browser.press(ENTER).await;
    for (question, answer) in given {
        browser.answer(question, answer).await;
    }
}

/// Goes from the review to the result.
async fn to_result(browser: &Browser) {
    browser.heading("Che cosa abbiamo capito").await;
    browser.tab_to("main a.btn-primary").await;
    browser.press(ENTER).await;
}

const TENANT_OF_MILAN: [(&str, Given<'static>); 6] = [
    ("who_is_filling", Chosen("family")),
    ("municipality", Chosen("F205")),
    ("need", Chosen("rent")),
    ("severe_disability_certificate", Chosen("no")),
    ("mental_health_service", Chosen("no")),
    ("aler_tenant", Chosen("yes")),
];

const IN_DANGER: [(&str, Given<'static>); 4] = [
    ("who_is_filling", Chosen("self")),
    ("municipality", Chosen("F205")),
    ("need", Chosen("danger")),
    ("aler_tenant", Chosen("no")),
];

#[tokio::test]
async fn a_few_questions_lead_on_without_being_asked_twice() {
    let browser = at("orientamento", 360, "Quale programma mi riguarda?").await;
    accessible_in_every_reading(
        &browser,
        "start of the orientation",
        "location.hash !== '#/risultato' && document.querySelector('main a.btn-primary')",
    )
    .await;
    browser.picture("orientation-start").await;
    begin(&browser, &TENANT_OF_MILAN).await;
    to_result(&browser).await;
    browser.heading("Questi programmi ti possono riguardare").await;
    let said = browser.text("main").await;
    for words in ["Solo informazioni", "Chiuso dopo il 27/04/2026", "Comune di Milano", "Che cosa portare"] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
    assert!(!said.contains("Medio Olona\n"), "a programme of elsewhere is in:\n{said}");
    accessible_in_every_reading(&browser, "programmes found", "document.querySelector('main .it-card button')").await;
    browser.picture("orientation-found").await;

    // On into one of them: what was answered is not asked again.
    browser.tab_to(".it-card button").await;
    browser.press(ENTER).await;
    browser.until("the programme", "new URLSearchParams(location.search).get('notice') === 'casa-aler-milano'").await;
    let asked = ["who_is_filling", "municipality", "aler_tenant"];
    browser.until("its first question", "location.hash.startsWith('#/domanda/')").await;
    let first = browser.run("return location.hash.split('/').pop()").await;
    assert!(!asked.contains(&first.as_str().unwrap()), "{first} was asked twice");
    browser.until("the focus", "document.activeElement?.id === 'heading'").await;
    // Back are the programmes found, with the answers.
    browser.client.back().await.unwrap();
    browser.heading("Questi programmi ti possono riguardare").await;
    browser.quiet("back at the orientation").await;
}

#[tokio::test]
async fn where_nothing_fits_there_is_a_desk_and_what_to_bring() {
    let browser = at("orientamento", 768, "Quale programma mi riguarda?").await;
    let elsewhere = [
        ("who_is_filling", Chosen("self")),
        ("municipality", Chosen("X000")),
        ("need", Chosen("other")),
        ("severe_disability_certificate", Chosen("yes")),
    ];
    begin(&browser, &elsewhere).await;
    to_result(&browser).await;
    browser.heading("Con queste risposte non troviamo un programma").await;
    let said = browser.text("main").await;
    for words in ["Non vuol dire che non ci sia nessun aiuto", "servizi sociali", "Che cosa portare", "ISEE"] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
    accessible_in_every_reading(
        &browser,
        "no programme found",
        "document.querySelector('#bring') && !document.querySelector('main .it-card button')",
    )
    .await;
    browser.picture("orientation-none").await;
}

#[tokio::test]
async fn the_list_that_does_not_come_can_be_asked_for_again() {
    let browser = at("orientamento", 768, "Quale programma mi riguarda?").await;
    let block = serde_json::json!({ "urls": ["*catalogue.json*"] });
    browser.tools("Network.enable", serde_json::json!({})).await;
    browser.tools("Network.setBlockedURLs", block).await;
    begin(&browser, &TENANT_OF_MILAN).await;
    to_result(&browser).await;
    browser.until("the sentence", "document.querySelector('main .alert-danger')").await;
    assert!(browser.text("main").await.contains("L'elenco dei programmi non è arrivato"));
    browser.tools("Network.setBlockedURLs", serde_json::json!({ "urls": [] })).await;
    browser.click("main .buttons button").await;
    browser.heading("Questi programmi ti possono riguardare").await;
}

#[tokio::test]
async fn the_usual_start_offers_to_find_the_right_programme() {
    let browser = Browser::open(360, 740).await;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.tab_to("main a[href='?notice=orientamento']").await;
    browser.press(ENTER).await;
    browser.heading("Quale programma mi riguarda?").await;
}

#[tokio::test]
async fn somebody_in_danger_reads_first_whom_to_call_and_leaves_at_once() {
    for notice in ["orientamento", "casa-aler-milano"] {
        let browser = at(notice, 360, "").await;
        browser.until("the numbers", "document.querySelector('main a[href=\"tel:112\"]')").await;
        let first = browser.run("return document.querySelector('main').firstElementChild.innerText").await;
        let first = first.as_str().unwrap();
        assert!(first.contains("112") && first.contains("1522"), "{first}");
        let numbers = "document.querySelector('main a[href=\"tel:112\"]')";
        accessible_in_every_reading(&browser, &format!("urgent help of {notice}"), numbers).await;
        browser.picture(&format!("urgent-{notice}")).await;
        if notice == "orientamento" {
            begin(&browser, &IN_DANGER).await;
            to_result(&browser).await;
            browser.until("the result", "document.querySelector('#bring')").await;
            let first = browser.run("return document.querySelector('main').firstElementChild.innerText").await;
            assert!(first.as_str().unwrap().contains("1522"), "{first}");
            accessible_in_every_reading(
                &browser,
                "result for somebody in danger",
                &format!("{numbers} && document.querySelector('#bring')"),
            )
            .await;
        }
        browser.click("main button.exit").await;
        browser.until("the page was left", "location.pathname.endsWith('uscita.html')").await;
    }
}

#[tokio::test]
async fn a_closed_notice_says_so_first_and_another_day_can_be_asked_for() {
    let browser = at("residenzialita-temporanea-milano", 768, "").await;
    browser.until("the start", "document.querySelector('main .alert-warning')").await;
    accessible_in_every_reading(&browser, "start of a closed notice", "document.querySelector('main .alert-warning')")
        .await;
    browser.tab_to("a.btn-primary").await;
    browser.press(ENTER).await;
    browser.answer("who_is_filling", &Chosen("self")).await;
    browser.run("location.hash = '#/risultato'").await;
    browser.until("the result", "document.querySelector('#supports')").await;
    let first = "document.querySelector('main .alert')?.innerText";
    browser
        .until("closed, first of all", &format!("{first}.includes('chiuso: l\\'ultimo giorno era il 31/12/2019')"))
        .await;
    let closed = format!("document.querySelector('#supports') && {first}.includes('2019')");
    accessible_in_every_reading(&browser, "result of a closed notice", &closed).await;
    browser.picture("closed").await;
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true").await;
    browser.tab_to("#as-of").await;
    browser.press("31/02/2018").await;
    browser.press(ENTER).await;
    browser.until("what is wrong", "document.querySelector('#as-of-error').innerText.includes('non esiste')").await;
    browser.tab_to("#as-of").await;
    browser.press(&format!("\u{e009}a\u{e000}\u{e003}01/03/2018{ENTER}")).await;
    browser.until("the other day", &format!("{first}.includes('vale per il 01/03/2018')")).await;
    assert!(!browser.text("main").await.contains("Questo avviso è chiuso"));
    accessible_in_every_reading(&browser, "estimate of another day", &format!("{first}.includes('2018')")).await;
    browser.picture("another-day").await;
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true").await;
    browser.click("details .buttons button.btn-outline-primary").await;
    browser.until("today again", &format!("{first}.includes('chiuso')")).await;
}

#[tokio::test]
async fn who_pays_what_of_a_rate_stands_in_a_table() {
    let browser = at("residenzialita-leggera-milano", 360, "").await;
    let given = [
        ("who_is_filling", Chosen("family")),
        ("municipality", Chosen("F205")),
        ("mental_health_service", Chosen("yes")),
        ("stay_length_in", Chosen("days")),
        ("stay_days", Typed("-3")),
    ];
    browser.until("the start", "document.querySelector('main a.btn-primary')").await;
    begin(&browser, &given).await;
    browser.until("what is wrong", "document.querySelector('#field-error')?.innerText").await;
    refused_in_every_reading(&browser, "negative days").await;
    browser.tab_to("#field").await;
    browser.press(&format!("\u{e009}a\u{e000}\u{e003}17{ENTER}")).await;
    to_result(&browser).await;
    browser.until("the table", "document.querySelector('main table')").await;
    let said = browser.text("main").await.replace('\u{a0}', " ");
    for words in ["1.224,00 €", "765,00 €", "459,00 €", "72,00 € al giorno"] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
    accessible_in_every_reading(&browser, "who pays what", "document.querySelector('main table')").await;
    browser.picture("rate").await;
    assert!(browser.printed().await.starts_with(b"%PDF-"), "the result cannot be printed");
    browser.until("no wider than the phone", "document.documentElement.scrollWidth <= 360").await;
}

#[tokio::test]
async fn a_rent_is_compared_with_the_highest() {
    let browser = at("canone-calmierato-milano", 360, "").await;
    browser.until("the start", "document.querySelector('main a.btn-primary')").await;
    browser.tab_to("a.btn-primary").await;
    browser.press(ENTER).await;
    browser.answer("who_is_filling", &Chosen("family")).await;
    browser.run("location.hash = '#/domanda/dwelling_area'").await;
    for wrong in ["0", "5000"] {
        browser.answer("dwelling_area", &Typed(wrong)).await;
        browser.until("what is wrong", "document.querySelector('#field-error').innerText.includes('da 1 a 999')").await;
        browser.run("document.querySelector('#heading').focus()").await;
        browser.tab_to("#field").await;
        browser.press("\u{e009}a\u{e000}\u{e003}").await;
        browser.run("document.querySelector('#heading').focus()").await;
    }
    refused_in_every_reading(&browser, "a size").await;
    browser.run("document.querySelector('#heading').focus()").await;
    browser.answer("dwelling_area", &Typed("43,5")).await;
    browser.run("location.hash = '#/risultato'").await;
    browser.until("the result", "document.querySelector('#supports')").await;
    // The month stands there without opening anything.
    let said = browser.text("main").await.replace('\u{a0}', " ");
    for words in ["3.262,50 €", "271,88 €", "2.392,50 €", "199,38 €"] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
    browser.picture("rents").await;
}

#[tokio::test]
async fn an_element_goes_on_to_the_programme_found_and_leaves_the_host_alone() {
    let host = Host::open(800, 900).await;
    let body = "<main><h1>Servizi</h1><dopo-di-noi id=uno notice=orientamento></dopo-di-noi></main>";
    host.show(&host.script(), body).await;
    host.heading("Quale programma mi riguarda?").await;
    let address = host.run("return location.href").await;
    host.tab_to("a.btn-primary").await;
    host.leads_on(ENTER).await;
    for (_, given) in &TENANT_OF_MILAN {
        host.answer(given).await;
    }
    host.tab_to(".main a.btn-primary").await;
    host.leads_on(ENTER).await;
    host.heading("Questi programmi ti possono riguardare").await;
    host.tab_to(".it-card button").await;
    host.leads_on(ENTER).await;
    host.until("a question of the programme", "inside('#field, input[type=radio]')").await;
    assert!(
        host.run("return inside('footer, .it-footer').innerText").await.as_str().unwrap().contains("casa-aler-milano")
    );
    assert_eq!(host.run("return location.href").await, address, "the host's address");
}
