//! `<dopo-di-noi>` among styles and policies that were not made for it: inside, nothing may look or work otherwise.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::element::Host;

/// What every element inside looks like: one line each, with whatever a host could reach by inheritance or by force.
const LOOK: &str = "
    const names = ['display', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight',
      'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'textAlign', 'textDecorationLine', 'textShadow', 'direction',
      'whiteSpace', 'wordBreak', 'hyphens', 'cursor', 'listStyleType', 'borderTopWidth', 'borderTopColor', 'paddingTop', 'paddingLeft',
      'marginTop', 'marginBottom', 'minHeight', 'maxWidth', 'boxSizing', 'visibility', 'opacity', 'appearance', 'quotes'];
    return [...one().shadowRoot.querySelectorAll('.html, .html *')].map((element) => {
      const style = getComputedStyle(element);
      return [element.localName, element.className, ...names.map((name) => style[name]), getComputedStyle(element, '::before').content].join(' | ');
    });";

/// Hosts by name: what stands in the head, and around the element.
const HOSTS: [(&str, &str, &str); 9] = [
    ("root", "<style>html { font-size: 62.5% } body { font: 1.6rem/2 Georgia; }</style>", ""),
    ("tiny-root", "<style>html { font-size: 10px } body { font-size: 3rem }</style>", ""),
    ("unset", "<style>* { all: unset }</style>", ""),
    (
        "forced",
        "<style>* { color: red !important; font: italic 30px/3 cursive !important; margin: 9px !important; text-transform: uppercase !important;
           letter-spacing: 5px !important; text-align: justify !important; box-sizing: content-box !important; list-style: square !important; cursor: wait !important }
         body *:not(dopo-di-noi) { display: inline !important }</style>",
        "",
    ),
    ("bootstrap-4", BOOTSTRAP_4, "class='container'"),
    ("bootstrap-5", BOOTSTRAP_5, "class='container-fluid'"),
    ("right-to-left", "<script>document.documentElement.dir = 'rtl'</script><style>body { text-align: end }</style>", "dir=rtl"),
    ("base", "<base href='https://elsewhere.example/portale/'>", ""),
    ("white-space", "<style>body { white-space: pre; word-break: break-all; text-indent: 3em; quotes: 'x' 'y' }</style>", ""),
];

/// The rules of Bootstrap 4 that are about elements and about names that are also inside.
const BOOTSTRAP_4: &str = "<style>
    *, ::after, ::before { box-sizing: border-box } html { font-family: sans-serif; line-height: 1.15 }
    body { margin: 0; font-family: -apple-system, Roboto, sans-serif; font-size: 1rem; line-height: 1.5; color: #212529; text-align: left }
    h1, h2, h3 { margin-bottom: .5rem; font-weight: 500; line-height: 1.2 } h1 { font-size: 2.5rem } label { display: inline-block; margin-bottom: .5rem }
    input, button { margin: 0; font-family: inherit; font-size: inherit !important } input[type=radio] { padding: 0; margin: 0 !important }
    .btn { display: inline-block; font-weight: 400; padding: .375rem .75rem !important; border: 1px solid transparent; border-radius: .25rem }
    .btn-primary { color: #fff; background-color: #dc3545 !important } .card, .row { display: flex !important; flex-wrap: wrap; margin: -15px }
    .form-check { position: relative; display: block; padding-left: 1.25rem } .form-check-input { position: absolute } .alert { padding: .75rem }
    .form-control { display: block; height: calc(1.5em + .75rem + 2px) !important } .badge { font-size: 75% } .progress { height: 1rem } .lead { font-size: 1.25rem }
    .container { max-width: 1140px; padding: 0 15px; margin: auto } a { color: #007bff; text-decoration: none } .table td { padding: .75rem }
    </style>";

/// The same of Bootstrap 5, with the custom properties that it sets on the root.
const BOOTSTRAP_5: &str = "<style>
    :root { --bs-body-font-family: cursive; --bs-body-font-size: 3rem; --bs-body-font-weight: 800; --bs-body-line-height: 3; --bs-body-color: red;
      --bs-body-bg: yellow; --bs-body-text-align: right; --bs-border-color: red; --bs-link-color: red; --bs-link-hover-color: red; --bs-heading-color: red;
      --bs-font-sans-serif: cursive; --bs-font-monospace: cursive; --bs-code-color: red; --bs-highlight-bg: red; --bs-btn-color: red; --bs-btn-bg: red;
      --bs-btn-font-size: 3rem; --bs-table-color: red; --bs-table-bg: red; --accent: red; --ink: red; --rem: 40px; --medium: 40px; --host-accent: red; --side: 90px }
    *, ::after, ::before { box-sizing: border-box } body { margin: 0; font: var(--bs-body-font-weight) var(--bs-body-font-size)/3 cursive; color: red }
    legend { float: left; width: 100% } .btn { --bs-btn-padding-x: 9rem; padding: .375rem 9rem !important } .card { display: flex !important } .row > * { width: 100% }
    .alert { padding: 5rem !important } .form-control { display: block; width: 100%; font-size: 5rem !important } .accordion-item, .badge { color: red !important }
    </style>";

/// Chromium's two words for the same.
fn lines(look: &Value) -> Vec<String> {
    look.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

async fn looks(host: &Host) -> [Vec<String>; 2] {
    let start = host.run(LOOK).await;
    host.answer_two(0).await;
    host.run("inside('[type=submit]').click()").await;
    host.until("the summary", "inside('#problem')").await;
    host.run("inside('details').open = true; document.activeElement?.blur()").await;
    [lines(&start), lines(&host.run(LOOK).await)]
}

async fn same_everywhere(width: u32) {
    let host = Host::open(width, 800).await;
    // As wide in every host, whatever its margins are.
    let fixed = "<style>dopo-di-noi { display: block !important; box-sizing: border-box !important; width: calc(100vw - 40px) !important; max-width: none !important; margin: 0 !important; padding: 0 !important }</style>";
    host.show_one(fixed, "", "").await;
    let own = looks(&host).await;
    assert!(own[1].len() > 40, "{own:?}");
    for (name, head, attributes) in HOSTS {
        host.show_one(&format!("{head}{fixed}"), "", attributes).await;
        for (own, there) in own.iter().zip(looks(&host).await) {
            let other: Vec<_> = own.iter().zip(&there).filter(|(own, there)| own != there).collect();
            assert!(
                other.is_empty() && own.len() == there.len(),
                "{name} at {width}: {:#?}",
                &other[..other.len().min(4)]
            );
        }
        host.browser.picture(&format!("host-{name}")).await;
    }
}

#[tokio::test]
async fn no_host_reaches_in_on_a_phone() {
    same_everywhere(360).await;
}

#[tokio::test]
async fn no_host_reaches_in_on_a_wide_screen() {
    same_everywhere(1280).await;
}

#[tokio::test]
async fn letters_are_as_large_as_the_person_set_and_the_layout_as_wide_as_the_element() {
    let host = Host::open(1280, 800).await;
    let column = "<style>html { font-size: 62.5%; zoom: 1.5 } main { width: 280px; padding: 0; margin: 0 } body { margin: 0 }</style>";
    host.show_one(column, "", "mode=compact").await;
    let size = "return [getComputedStyle(inside('.body')).fontSize, getComputedStyle(inside('h1')).fontSize]";
    assert_eq!(host.run(size).await, json!(["18px", "28px"]));
    let inside = "return [one().getBoundingClientRect().width, Math.max(...[...one().shadowRoot.querySelectorAll('.html *')].map((one) => one.getBoundingClientRect().right))]";
    let wide = "return inside('a.btn-primary').offsetWidth > 200";
    assert_eq!(host.run(wide).await, json!(true));
    host.browser.picture("host-column-start").await;
    host.click("a.btn-primary").await;
    host.until("a section", "inside('.compact')").await;
    let reach = host.run(inside).await;
    assert!(reach[1].as_f64().unwrap() <= reach[0].as_f64().unwrap() + 1.0, "{reach}");
    assert_eq!(host.run("return getComputedStyle(inside('.section-columns')).display").await, json!("block"));
    host.browser.picture("host-column").await;
    // Whatever the element is in, it is as wide as there is room.
    for parent in [
        "display: flex",
        "display: flex; flex-direction: column; align-items: center",
        "display: grid",
        "float: left; width: 100%",
        "column-count: 1",
    ] {
        host.run(&format!("document.querySelector('main').style = 'width: 500px; {parent}'")).await;
        host.until(parent, "one().getBoundingClientRect().width > 450").await;
    }
    host.run("document.querySelector('main').style = 'width: 500px'; one().style.margin = '0 50px'").await;
    host.until("its margins", "one().getBoundingClientRect().width === 400 * 1.5").await;
    host.run("one().style = ''").await;
    // As wide as the page it has two columns, in the very same window.
    host.run("document.querySelector('main').style.width = '1200px'; document.documentElement.style.zoom = 1").await;
    host.until("two columns", "getComputedStyle(inside('.section-columns')).display === 'grid'").await;
    host.browser.picture("host-wide").await;
}

/// A policy as it is written into a page.
fn policy(said: &str) -> String {
    format!("<meta http-equiv=Content-Security-Policy content=\"{said}\">")
}

#[tokio::test]
async fn it_works_under_a_strict_policy() {
    let host = Host::open(800, 700).await;
    let ours = host.browser.site.url.clone();
    for (name, said) in [
        ("origins", format!("default-src 'none'; script-src {ours} 'wasm-unsafe-eval'; connect-src {ours}")),
        (
            "nonce",
            format!(
                "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; connect-src {ours}; font-src {ours}; style-src 'self'"
            ),
        ),
        (
            "trusted types",
            format!(
                "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'; connect-src {ours}"
            ),
        ),
    ] {
        let script = host.script().replace("<script", "<script nonce=abc");
        host.show(
            &format!("{}{script}", policy(&said)),
            "<main><h1>Servizi</h1><dopo-di-noi id=uno notice=medio-olona-2024></dopo-di-noi></main>",
        )
        .await;
        host.heading("Dopo di Noi").await;
        host.answer_two(0).await;
        host.run("inside('.main a[href^=\"#/\"]').click()").await;
        host.until("the date", "inside('#field')?.value === '10/05/1990'").await;
        // Through all later steps to the PDF, which a worker makes where the policy lets one begin.
        for (step, title) in [
            ("risultato", ""),
            ("prova", ""),
            ("confronto", ""),
            ("budget", ""),
            ("documenti", "Documenti da preparare"),
            ("dati", "Dati per la domanda"),
            ("modulo", "La domanda"),
        ] {
            let before = host.run("return heading()").await;
            let go =
                "const to = document.createElement('a'); to.href = '#/STEP'; inside('.main').append(to); to.click()";
            host.run(&go.replace("STEP", step)).await;
            host.until(step, &format!("heading() !== {before} && inside('h1').id === 'heading'")).await;
            host.heading(title).await;
        }
        host.run("inside('#download').focus()").await;
        host.keys(ENTER).await;
        host.until("the PDF", "inside('.status:not(:empty)')?.innerText.includes('pronto')").await;
        host.until("the event", "told.at(-1)[1] === 'ddn-complete'").await;
        println!("{name}: {:?}", host.browser.console().await);
    }
}

#[tokio::test]
async fn what_a_policy_forbids_is_told_calmly() {
    let host = Host::open(800, 700).await;
    let ours = host.browser.site.url.clone();
    let all = format!("script-src {ours} 'wasm-unsafe-eval'; connect-src {ours}");
    let lacking = [
        (all.replace(" 'wasm-unsafe-eval'", ""), "script-src 'wasm-unsafe-eval'".to_owned()),
        (all.replace(&format!("connect-src {ours}"), "connect-src 'self'"), format!("connect-src {ours}")),
        (
            all.replace(&format!("script-src {ours}"), &format!("script-src {ours}/element.js")),
            format!("script-src {ours}"),
        ),
    ];
    for (said, lacks) in lacking {
        let element = "<dopo-di-noi id=uno notice=medio-olona-2024><a href=/altrove>Un'altra via</a></dopo-di-noi>";
        host.show(&format!("{}{}", policy(&said), host.script()), &format!("<main><h1>Servizi</h1>{element}</main>"))
            .await;
        host.until("the sentence", "inside('[role=status]')?.innerText.includes('non lo permettono')").await;
        let sentence = host.run("return inside('[role=status]').innerText").await;
        assert!(sentence.as_str().unwrap().contains(&lacks), "{said}: {sentence}");
        assert_eq!(host.run("return told").await, json!([["uno", "ddn-error", {"code": "not_allowed"}]]));
        // The way that the host wrote into the element is shown below it.
        assert_eq!(host.run("return one().querySelector('a').getBoundingClientRect().height > 0").await, json!(true));
    }
    host.browser.picture("host-refused").await;
    // Files that do not come, without a policy.
    host.browser.site.remove("element.css");
    host.show(
        &host.script(),
        "<main><h1>Servizi</h1><dopo-di-noi id=uno lang=en notice=medio-olona-2024></dopo-di-noi></main>",
    )
    .await;
    host.until("the sentence", "inside('[role=status]')?.innerText.includes('does not load')").await;
    assert_eq!(host.run("return told").await, json!([["uno", "ddn-error", {"code": "not_loaded"}]]));
    host.browser.accessible("element: not loaded").await;
    host.browser.site.restore("element.css");
    host.run("const again = one(); again.remove(); setTimeout(() => document.querySelector('main').append(again), 50)")
        .await;
    host.heading("Dopo di Noi").await;
}

/// `base` says where the files lie, wherever the script came from.
#[tokio::test]
async fn the_files_may_lie_elsewhere_than_the_script() {
    let host = Host::open(800, 700).await;
    let other: Browser = Browser::open(300, 300).await;
    let base = format!("base='{}/'", other.site.url);
    host.show_one("", "", &base).await;
    let from = host.browser.fetched().await;
    let ours = from.iter().filter(|url| url.starts_with(&host.browser.site.url)).count();
    assert_eq!(ours, 1, "{from:?}");
}
