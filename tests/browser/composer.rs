//! The page for who puts the product into a site of their own: what it composes is what it shows, and works where it is
//! pasted.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, TAB};
use crate::site::Site;

const HEADING: &str = "document.querySelector('#preview dopo-di-noi')?.shadowRoot?.querySelector('h1')";

async fn composer(width: u32) -> Browser {
    let browser = Browser::open(width, 900).await;
    browser.go("inserisci.html").await;
    browser.until("the element", HEADING).await;
    browser
}

async fn lines(browser: &Browser) -> Vec<String> {
    browser.text("#snippet").await.lines().map(Into::into).collect()
}

/// Picks how it is to stand in a page, and waits for the lines.
async fn kind(browser: &Browser, kind: &str, begins: &str) {
    browser.click(&format!("#kind-{kind}")).await;
    browser.until(kind, &format!("document.querySelector('#snippet').textContent.startsWith({})", json!(begins))).await;
}

/// A municipality's page on another origin, with the lines in the middle of it.
async fn pasted(browser: &Browser, host: &Site, lines: &[String]) {
    let page = format!(
        "<!doctype html><html lang=it><meta charset=utf-8><title>Comune</title><link rel=icon href='data:,'>
         <main><h1>Servizi</h1>{}</main>",
        lines.join("\n")
    );
    host.replace("comune.html", page);
    browser.client.goto(&format!("{}/comune.html", host.url)).await.unwrap();
}

#[tokio::test]
async fn what_is_composed_is_shown_and_works_where_it_is_pasted() {
    let browser = composer(1280).await;
    let site = browser.site.url.clone();
    let element = [
        format!("<script type=\"module\" src=\"{site}/element.js\"></script>"),
        format!(
            "<dopo-di-noi notice=\"medio-olona-2024\"><a href=\"{site}/index.html?notice=medio-olona-2024\">\
             Dopo di noi: orientamento ai sostegni</a></dopo-di-noi>"
        ),
    ];
    assert_eq!(lines(&browser).await, element);

    // Changed while it runs: the same element, in English, with the accent, a section at a time.
    browser.run("window.shown = document.querySelector('#preview dopo-di-noi')").await;
    browser.click("#reading-en").await;
    browser.click("#mode-compact").await;
    browser.tab_to("#accent").await;
    browser.press("#7a1f3d").await;
    browser.until("English", &format!("{HEADING}?.closest('[lang]').lang === 'en'")).await;
    browser
        .until(
            "the accent",
            "getComputedStyle(shown.shadowRoot.querySelector('.btn-primary')).backgroundColor === 'rgb(122, 31, 61)'",
        )
        .await;
    assert_eq!(browser.run("return shown === document.querySelector('#preview dopo-di-noi')").await, json!(true));
    let all = lines(&browser).await.join("\n");
    for said in
        ["lang=\"en\"", "mode=\"compact\"", "accent=\"#7a1f3d\"", "accent=%237a1f3d&quot;", ">Dopo di noi: find"]
    {
        let said = said.replace("&quot;", "\"");
        assert!(all.contains(&said), "{said} in {all}");
    }

    let (mut composed, host) = (vec![("element", lines(&browser).await)], Site::start());
    for (name, begins) in [("frame", "<a "), ("plain", "<iframe "), ("link", "<a ")] {
        kind(&browser, name, begins).await;
        composed.push((name, lines(&browser).await));
        let there = match name {
            "link" => "document.querySelector('#preview > a:only-child')",
            _ => "document.querySelector('#preview > iframe')",
        };
        browser.until(name, there).await;
    }
    for (name, lines) in composed {
        pasted(&browser, &host, &lines).await;
        let begun =
            "document.querySelector('dopo-di-noi')?.shadowRoot.querySelector('h1')?.closest('[lang]').lang === 'en'";
        match name {
            "element" => browser.until(name, begun).await,
            "link" => browser.click("main a").await,
            _ => {
                browser.until(name, "document.querySelector('main > iframe')").await;
                browser.client.enter_frame(0).await.unwrap();
            }
        }
        if name != "element" {
            browser.until(name, "document.querySelector('h1#heading') && document.documentElement.lang === 'en'").await;
            let asked = browser.run("return new URLSearchParams(location.search).get('mode')").await;
            assert_eq!(asked, json!("compact"), "{name}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_the_lines_are_copied() {
    let browser = composer(360).await;
    let said = async |field: &str, words: &str| {
        let there = format!(
            "document.querySelector('#{field}-said').innerText.includes({}) && document.querySelector('#{field}').ariaInvalid === 'true'",
            json!(words)
        );
        browser.until(words, &there).await;
    };
    for (typed, words) in [("rossastro", "non è un colore"), ("#ffd700", "il contrasto è 1,4 a 1")] {
        browser.run("document.querySelector('#accent').select()").await;
        browser.tab_to("#accent").await;
        browser.press(&format!("\u{e009}a\u{e000}{typed}")).await;
        said("accent", words).await;
    }
    assert!(!lines(&browser).await.join("\n").contains("accent"));
    browser.accessible("a colour that white is hard to read on").await;
    browser.press("\u{e009}a\u{e000}\u{e003}").await;
    browser.until("nothing", "document.querySelector('#accent-said').innerText === ''").await;

    browser.run("document.querySelector('#notice').value = ''; document.querySelector('#notice').dispatchEvent(new Event('input', {bubbles: true}))").await;
    said("other", "Scrivi quale avviso").await;
    browser.tab_to("#other").await;
    browser.press("https://altrove.example/a.json").await;
    said("other", "deve stare su questo sito").await;
    browser.press("\u{e009}a\u{e000}notices/a \"b\".json").await;
    browser
        .until(
            "the lines",
            "document.querySelector('#snippet').textContent.includes('notice=\"notices/a &quot;b&quot;.json\"')",
        )
        .await;
    assert_eq!(
        browser.run("return document.querySelector('#preview dopo-di-noi').getAttribute('notice')").await,
        json!("notices/a \"b\".json")
    );

    browser
        .tools("Browser.grantPermissions", json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}))
        .await;
    browser.tab_to("#copy").await;
    browser.press(ENTER).await;
    browser.until("copied", "document.querySelector('#copied').innerText !== ''").await;
    browser.press(TAB).await;
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(browser.run(wide).await, json!(true));
}

#[tokio::test]
async fn it_is_accessible() {
    for width in [360, 1280] {
        let browser = composer(width).await;
        browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)").await;
        browser.accessible(&format!("composer at {width}")).await;
        browser.picture("composer").await;
        let errors: Value = browser.run("return [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at)").await;
        assert_eq!(errors, json!([]));
    }
}
