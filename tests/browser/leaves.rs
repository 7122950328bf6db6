//! Nothing leaves: the whole path is gone through twice, alone on a page and in another page's frame, with everything written
//! down that could carry an answer away or keep one. What writes down is itself tried with breaches of each kind.

use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs};

use serde_json::{Value, json};

use crate::browser::Given::{Chosen, Typed};
use crate::browser::{Browser, ENTER, Given, SPACE};
use crate::common::file;
use crate::compact::{answer, section_shown, shown};
use crate::path::REAL_CASE;
use crate::readings::{go_to, read_in};
use crate::returning::open;
use crate::site::Site;

/// What is typed or picked here and stands nowhere else, in each form that it could leave in.
const TYPED: [&str; 30] = [
    "17/03/1991",
    "1991-03-17",
    "17031991",
    "19910317",
    "557,31",
    "557.31",
    "55731",
    "123,47",
    "123.47",
    "12347",
    "1.311,59",
    "1311.59",
    "131159",
    "257,19",
    "257.19",
    "713,37",
    "713.37",
    "641,73",
    "641.73",
    "Zanzibarrini",
    "Eufrosina",
    "ZNZFRS91C57D704",
    "0331987654",
    "eufrosina@",
    "Forlì",
    "Marnate",
    "E965",
    "D704",
    "future_loss",
    "self_managed_apartment",
];

/// The answers: the real case with amounts and a date that nothing else has.
fn given(question: &str) -> &'static Given<'static> {
    match question {
        "birth_date" => &Typed("17/03/1991"),
        // Not the one that the notice is named after.
        "municipality" => &Chosen("E965"),
        "monthly_rent" => &Typed("557,31"),
        "monthly_utilities" => &Typed("123,47"),
        "monthly_care_cost" => &Typed("1.311,59"),
        _ => REAL_CASE.iter().find(|(id, _)| *id == question).map_or(&Given::Unknown, |(_, given)| given),
    }
}

/// The personal data, by field.
const PERSONAL: [(&str, &str); 5] = [
    ("surname", "Zanzibarrini"),
    ("name", "Eufrosina"),
    ("tax_code", "ZNZFRS91C57D704X"),
    ("telephone", "0331987654"),
    ("email", "eufrosina@esempio.it"),
];

/// Whether a text carries something of what was typed, as it is or as it stands in an address.
fn tells(text: &str) -> bool {
    let text = text.replace('+', " ");
    let decoded: String = url::form_urlencoded::parse(format!("x={}", text.replace('&', "%26")).as_bytes())
        .map(|(_, value)| value.into_owned())
        .collect();
    TYPED.iter().any(|typed| text.contains(typed) || decoded.contains(typed))
}

/// Written into each page before anything of its own runs.
const WATCH: &str = r"
  window.written = [];
  const write = (where, what) => {
    let text;
    try { text = typeof what === 'string' ? what : JSON.stringify(what); } catch { text = String(what); }
    written.push([where, text ?? '']);
  };
  const before = (owner, name, where) => {
    const own = owner?.[name];
    if (own) owner[name] = function (...given) { write(where, given); return own.apply(this, given); };
  };
  for (const name of ['pushState', 'replaceState']) before(History.prototype, name, 'history');
  for (const name of ['hashchange', 'popstate']) addEventListener(name, () => write('history', location.href), true);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    write('event', [event.type, event.detail ?? null, event.data ?? null, event.key ?? null, event.newValue ?? null]);
    return dispatch.call(this, event);
  };
  addEventListener('message', ({ data }) => write('event', ['message', data]), true);
  before(window.BroadcastChannel?.prototype, 'postMessage', 'event');
  before(window.ServiceWorker?.prototype, 'postMessage', 'event');
  before(Navigator.prototype, 'sendBeacon', 'another way out');
  before(window, 'open', 'another way out');
  before(HTMLFormElement.prototype, 'submit', 'another way out');
  before(HTMLFormElement.prototype, 'requestSubmit', 'another way out');
  for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'SharedWorker']) {
    if (window[name]) window[name] = new Proxy(window[name], {
      construct(kind, given) { write('another way out', [name, ...given]); return Reflect.construct(kind, given); },
    });
  }
  before(Storage.prototype, 'setItem', 'kept');
  before(window.IDBFactory?.prototype, 'open', 'kept');
  before(window.StorageManager?.prototype, 'getDirectory', 'kept');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', { configurable: true, get: () => cookie.get.call(document),
    set(value) { write('kept', value); cookie.set.call(document, value); } });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => write('policy', [effectiveDirective, blockedURI]), true);
  new MutationObserver((changes) => {
    write('title', document.title);
    for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) {
      if (node.nodeType !== 1) continue;
      for (const one of [node, ...node.querySelectorAll('[href], [src], [action]')]) {
        for (const name of ['href', 'src', 'action']) if (one.getAttribute(name)) write('address', one.getAttribute(name));
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href', 'src', 'action'] });
";

/// What the page keeps on the device when all is over.
const KEPT: &str = "
  const done = arguments[arguments.length - 1];
  (async () => {
    const kept = [];
    for (const store of [localStorage, sessionStorage]) for (const key of Object.keys(store)) kept.push(['storage', key]);
    if (document.cookie) kept.push(['cookie', document.cookie]);
    if (window.name) kept.push(['window name', window.name]);
    for (const { name } of await indexedDB.databases()) kept.push(['database', name]);
    const folder = await Object.getPrototypeOf(StorageManager.prototype.getDirectory ? navigator.storage : {}).getDirectory?.call(navigator.storage);
    if (folder) for await (const name of folder.keys()) kept.push(['file', name]);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const text = new TextDecoder('latin1').decode(await (await cache.match(url)).arrayBuffer());
        kept.push(['cache', url, text.length]);
      }
    }
    const entries = (window.navigation?.entries() ?? []).map((entry) => [entry.url, entry.getState() ?? null]);
    return { kept, entries, state: history.state, title: document.title, address: location.href };
  })().then(done, (why) => done({ failed: String(why) }));
";

/// A browser that writes everything down: what the page does, in it; what is asked of a server, at the server; and every
/// request of any part of the browser, workers too, in its own record of the network.
struct Watched {
    browser: Browser,
    network: PathBuf,
}

impl Watched {
    async fn open(width: u32) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("network");
        fs::create_dir_all(&folder).unwrap();
        let moment = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
        let network = folder.join(format!("{moment}.json"));
        let browser = Browser::open_with(width, 900, &[&format!("--log-net-log={}", network.display())]).await;
        browser.before_each_page(WATCH).await;
        Self { browser, network }
    }

    /// What the page and the frame around it did, each with the kind of breach that it is.
    async fn in_the_page(&self) -> Vec<String> {
        let mut found = Vec::new();
        for entry in self.browser.run("return window.written").await.as_array().unwrap() {
            let (kind, text) = (entry[0].as_str().unwrap(), entry[1].as_str().unwrap());
            let always = ["another way out", "kept", "policy"].contains(&kind);
            if always || (!kind.is_empty() && tells(text)) {
                found.push(format!("{kind}: {text}"));
            }
        }
        let kept = self.browser.client.execute_async(KEPT, Vec::new()).await.unwrap();
        assert!(kept["failed"].is_null(), "{kept}");
        for entry in kept["kept"].as_array().unwrap() {
            if !self.is_own_file(entry) {
                found.push(format!("kept: {entry}"));
            }
        }
        for entry in kept["entries"].as_array().unwrap() {
            if tells(entry[0].as_str().unwrap()) || !entry[1].is_null() {
                found.push(format!("history: {entry}"));
            }
        }
        if !kept["state"].is_null() || tells(kept["address"].as_str().unwrap()) {
            found.push(format!("history: {kept}"));
        }
        if tells(kept["title"].as_str().unwrap()) {
            found.push(format!("title: {}", kept["title"]));
        }
        found.extend(self.browser.console().await.into_iter().map(|said| format!("console: {said}")));
        found
    }

    /// Whether something kept is a file of the site in the worker's own cache, as it was built.
    fn is_own_file(&self, entry: &Value) -> bool {
        let (kind, url) = (entry[0].as_str().unwrap(), entry[1].as_str().unwrap());
        let path = url.strip_prefix(&format!("{}/", self.browser.site.url)).map(|path| path.split('?').next().unwrap());
        let built = path.and_then(|path| fs::metadata(file("dist").join(path)).ok());
        kind == "cache" && built.is_some_and(|built| entry[2].as_u64() == Some(built.len()))
    }

    /// Ends the browser, and tells what it asked for by itself or by any worker, and what its server was asked. A host asks
    /// for the frame, with the words that it has on its page.
    fn in_the_network(self, own: &[&Site], by_the_host: &str) -> Vec<String> {
        let Self { browser, network } = self;
        let mut found = Vec::new();
        let sites: Vec<String> = own.iter().map(|site| format!("{}/", site.url)).collect();
        for head in own.iter().flat_map(|site| site.asked()) {
            let lower = head.to_lowercase();
            let line = head.lines().next().unwrap_or_default();
            let body = lower.contains("transfer-encoding:")
                || lower.split("content-length:").skip(1).any(|rest| !rest.trim_start().starts_with('0'));
            if body || tells(&head) {
                found.push(format!("asked of the server: {head}"));
            }
            if !line.starts_with("GET ") {
                found.push(format!("asked of the server: {line}"));
            }
        }
        drop(browser);
        // The record is complete once the browser has gone.
        let started = Instant::now();
        let record: Value = loop {
            match serde_json::from_str(&fs::read_to_string(&network).unwrap_or_default()) {
                Ok(record) => break record,
                Err(why) if started.elapsed() > Duration::from_secs(20) => panic!("no record of the network: {why}"),
                Err(_) => std::thread::sleep(Duration::from_millis(100)),
            }
        };
        let _ = fs::remove_file(&network);
        let kinds = &record["constants"]["logEventTypes"];
        let start = &kinds["URL_REQUEST_START_JOB"];
        assert!(start.is_number(), "the record of the network has other words than this knows");
        let mut requests = 0;
        // What Chromium asks for on its own account has no initiator; the test's own going to an address neither.
        let by_a_page = |about: &Value| about["initiator"].as_str().is_some_and(|origin| origin != "not an origin");
        let host_of = |url: &str| {
            url.split("//").last().unwrap_or_default().split([':', '/']).next().unwrap_or_default().to_owned()
        };
        let mut of_chromium = vec!["127.0.0.1".to_owned()];
        for event in record["events"].as_array().unwrap() {
            let about = &event["params"];
            let Some(url) = about["url"].as_str().filter(|_| event["type"] == *start) else { continue };
            let own = sites.iter().any(|site| url.starts_with(site));
            requests += usize::from(own);
            let more = url.contains('?') || !about["upload_id"].is_null() || about["method"] != "GET";
            if tells(url) || (by_a_page(about) && (!own || more) && url != by_the_host) {
                found.push(format!("request: {} {url}", about["method"]));
            }
            if !by_a_page(about) {
                of_chromium.push(host_of(url));
            }
        }
        for event in record["events"].as_array().unwrap() {
            // A name that is looked up has left, too.
            let host = event["params"]["host"].as_str().unwrap_or_default();
            if !host.is_empty() && !of_chromium.contains(&host_of(host)) {
                found.push(format!("name looked up: {host}"));
            }
        }
        assert!(requests > 5, "the record of the network has {requests} requests");
        found
    }
}

/// From the review to the PDF, and the PDF opened again: by keyboard where something is typed.
async fn from_the_review_on(browser: &Browser) {
    read_in(browser, "facile").await;
    browser.click("main a.btn-primary").await;
    browser.until("the result", "location.hash === '#/risultato' && document.querySelector('#totals')").await;
    read_in(browser, "en").await;

    go_to(browser, "#/prova/monthly_rent").await;
    browser.until("the field", "document.querySelector('#field')?.value === '557,31'").await;
    retype(browser, "#field", "257,19").await;
    browser.until("a difference", "document.querySelector('.compared tbody').innerText.includes('≠')").await;
    browser.click("main button.btn-primary").await;
    browser.until("the result", "location.hash === '#/risultato' && document.querySelector('#totals')").await;
    read_in(browser, "it").await;

    go_to(browser, "#/confronto").await;
    browser.until("the fields", "document.querySelector('#option-2-monthly_care_cost')").await;
    retype(browser, "#option-2-monthly_care_cost", "713,37").await;
    go_to(browser, "#/budget").await;
    browser.until("the fields", "document.querySelector('#resident-1-monthly_care_cost')").await;
    retype(browser, "#resident-1-monthly_care_cost", "641,73").await;
    go_to(browser, "#/documenti").await;
    browser.tab_to("main input[type=checkbox]").await;
    browser.press(SPACE).await;

    go_to(browser, "#/dati").await;
    for (field, typed) in PERSONAL {
        browser.tab_to(&format!("#beneficiary-{field}")).await;
        browser.press(typed).await;
    }
    browser.tab_to("#beneficiary-birth_place").await;
    browser.press("forli").await;
    browser.until("the places", "document.querySelector('#beneficiary-birth_place-list li')").await;
    browser.press("\u{e015}").await;
    browser.until("the first", "document.activeElement.getAttribute('aria-activedescendant')").await;
    browser.press(ENTER).await;
    browser.until("the place", "document.querySelector('#beneficiary-birth_place').value === 'Forlì (FC)'").await;

    go_to(browser, "#/modulo").await;
    let paper = browser.text(".paper").await;
    for said in ["Zanzibarrini", "ZNZFRS91C57D704X", "17/03/1991", "Forlì"] {
        assert!(paper.contains(said), "{said} is not in:\n{paper}");
    }
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('[role=status]').innerText.includes('pronto')").await;
    let pdf = browser.downloaded("domanda.pdf").await;
    open(browser, "domanda.pdf", &pdf).await;
    browser.until("the offer", "document.querySelector('main button.btn-primary')").await;
    browser.click("main button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("257,19"));
    // What is done in the background is done too.
    tokio::time::sleep(Duration::from_secs(2)).await;
}

async fn retype(browser: &Browser, selector: &str, typed: &str) {
    browser.tab_to(selector).await;
    browser.press("\u{e009}a\u{e000}\u{e003}").await;
    browser.press(typed).await;
}

const NOTHING: [String; 0] = [];

#[tokio::test]
async fn nothing_leaves_a_page_of_its_own() {
    let watched = Watched::open(360).await;
    let browser = &watched.browser;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser.click("a.btn-primary").await;
    let entries = browser.run("return history.length").await.as_u64().unwrap();
    let mut steps = 0;
    while browser.run("return location.hash").await != json!("#/riepilogo") {
        let here = "return document.activeElement?.id === 'heading' ? location.hash.split('/')[2] ?? '' : ''";
        let Some(question) = browser.run(here).await.as_str().filter(|id| !id.is_empty()).map(String::from) else {
            continue;
        };
        browser.answer(&question, given(&question)).await;
        browser.until("the next step", &format!("!location.hash.endsWith('/{question}')")).await;
        steps += 1;
    }
    // A step is an entry of the history, whatever the answer.
    assert_eq!(browser.run("return history.length").await, json!(entries + steps));
    browser.heading("Che cosa abbiamo capito").await;
    from_the_review_on(browser).await;
    assert_eq!(watched.in_the_page().await, NOTHING);
    let site = watched.browser.site.clone();
    assert_eq!(watched.in_the_network(&[&site], ""), NOTHING);
}

#[tokio::test]
async fn nothing_leaves_a_frame_a_section_at_a_time() {
    let watched = Watched::open(1280).await;
    let browser = &watched.browser;
    let host = Site::start();
    let inner = &browser.site.url;
    host.replace(
        "comune.html",
        format!("<!doctype html><html lang=it><meta charset=utf-8><title>Comune</title><link rel=icon href='data:,'>
            <script>for (const name of ['ready', 'step', 'complete', 'error'])
              addEventListener('ddn-' + name, ({{ type, detail }}) => window.written.push(['event', JSON.stringify([type, detail])]));</script>
            <body><script async src='{inner}/frame.js' data-notice=medio-olona-2024 data-mode=compact></script>"),
    );
    browser.client.goto(&format!("{}/comune.html", host.url)).await.unwrap();
    browser.until("the frame", "written.some(([, text]) => text.includes('ddn-ready'))").await;
    browser.client.enter_frame(0).await.unwrap();
    browser.heading("Dopo di Noi").await;
    browser.click("main a.btn-primary").await;
    while browser.run("return location.hash").await != json!("#/riepilogo") {
        let here = section_shown(browser).await;
        let mut done: Vec<String> = Vec::new();
        while let Some(question) = shown(browser).await.into_iter().find(|id| !done.contains(id)) {
            answer(browser, &question, given(&question)).await;
            done.push(question);
        }
        browser.click("main button[type=submit]").await;
        browser.until("the next step", &format!("location.hash !== '{here}'")).await;
    }
    browser.heading("Che cosa abbiamo capito").await;
    from_the_review_on(browser).await;
    let mut found = watched.in_the_page().await;
    browser.client.enter_parent_frame().await.unwrap();
    let heard = browser.run("return written.filter(([kind]) => kind === 'event').length").await.as_u64().unwrap();
    assert!(heard > 10, "the host heard {heard} times: is it written down?");
    found.extend(watched.in_the_page().await);
    assert_eq!(found, NOTHING);
    let site = watched.browser.site.clone();
    let parent: String = url::form_urlencoded::byte_serialize(host.url.as_bytes()).collect();
    let frame = format!("{}/index.html?notice=medio-olona-2024&mode=compact&parent={parent}", site.url);
    assert_eq!(watched.in_the_network(&[&site, &host], &frame), NOTHING);
}

/// The kinds of what was found.
fn kinds(found: &[String]) -> Vec<String> {
    let mut kinds: Vec<_> = found.iter().filter_map(|one| one.split(": ").next()).map(String::from).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

#[tokio::test]
async fn each_breach_of_the_page_would_be_noticed() {
    let watched = Watched::open(360).await;
    let browser = &watched.browser;
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    assert_eq!(watched.in_the_page().await, NOTHING);
    for (kind, breach) in [
        ("history", "history.pushState(null, '', '?nato=17%2F03%2F1991#/')"),
        ("history", "history.replaceState({ rent: '557,31' }, '')"),
        ("history", "location.hash = '#/riprendi?Zanzibarrini'"),
        ("title", "document.title = 'Domanda di Zanzibarrini'"),
        ("console", "console.log('anything')"),
        ("event", "dispatchEvent(new CustomEvent('ddn-step', { detail: { answer: '557.31' } }))"),
        ("event", "document.body.dispatchEvent(new CustomEvent('x', { bubbles: true, detail: 'E965' }))"),
        ("event", "postMessage({ surname: 'Zanzibarrini' }, '*')"),
        ("event", "new BroadcastChannel('x').postMessage('future_loss')"),
        (
            "address",
            "document.body.append(Object.assign(document.createElement('a'), { href: 'mailto:a@b?body=Forl%C3%AC' }))",
        ),
        ("another way out", "navigator.sendBeacon('/x')"),
        ("another way out", "new RTCPeerConnection()"),
        ("another way out", "try { new WebSocket('ws://127.0.0.1:9/') } catch {}"),
        ("kept", "localStorage.setItem('x', 'y')"),
        ("kept", "sessionStorage.x = 'y'"),
        ("kept", "document.cookie = 'x=y'"),
        ("kept", "indexedDB.open('x')"),
        ("kept", "window.name = 'x'"),
        ("kept", "caches.open('x').then((cache) => cache.put('/x', new Response('557,31')))"),
        ("kept", "caches.open('y').then((cache) => cache.put('/index.html', new Response('557,31')))"),
        ("kept", "navigator.storage.getDirectory().then((folder) => folder.getFileHandle('x', { create: true }))"),
        ("policy", "fetch('https://elsewhere.example/').catch(() => {})"),
        ("policy", "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/x.png' }))"),
    ] {
        let before = watched.in_the_page().await;
        browser.run(breach).await;
        let started = Instant::now();
        loop {
            let now = watched.in_the_page().await;
            if now.len() > before.len() && kinds(&now[..]).iter().any(|found| found == kind) {
                break;
            }
            assert!(started.elapsed() < Duration::from_secs(10), "nobody noticed {breach}: {now:?}");
        }
        // Away with it, so that the next one is noticed by itself.
        browser.run("localStorage.clear(); sessionStorage.clear(); document.cookie = 'x=; max-age=0'; window.name = ''; indexedDB.deleteDatabase('x'); caches.delete('x'); caches.delete('y')").await;
        browser.run("navigator.storage.getDirectory().then((folder) => folder.removeEntry('x')).catch(() => {})").await;
        browser.go("").await;
        browser.heading("Dopo di Noi").await;
        browser.console().await;
    }
}

#[tokio::test]
async fn each_breach_of_the_network_would_be_noticed() {
    // Without the page's own policy, which would stop most of these.
    let page = fs::read_to_string(file("dist/index.html")).unwrap();
    let (start, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let open_page = format!("{start}{}", rest.split_once('>').unwrap().1);
    for (kind, breach) in [
        ("request", "fetch('ELSEWHERE/x', { mode: 'no-cors' }).catch(() => {})"),
        ("request", "fetch('index.html?x=1')"),
        ("request", "fetch('index.html', { method: 'POST', body: 'x' })"),
        ("request", "navigator.sendBeacon('index.html', 'x')"),
        ("request", "document.body.append(Object.assign(new Image(), { src: 'ELSEWHERE/x.png' }))"),
        (
            "request",
            "document.body.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'ELSEWHERE/x' }))",
        ),
        (
            "request",
            "new Worker(URL.createObjectURL(new Blob([`fetch('ELSEWHERE/x', { mode: 'no-cors' }).catch(() => {})`])))",
        ),
        ("asked of the server", "fetch('index.html', { method: 'POST', body: 'x' })"),
        ("asked of the server", "fetch('index.html', { headers: { accept: 'Zanzibarrini' } })"),
        (
            "name looked up",
            "document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'http://zanzibarrini.invalid' }))",
        ),
    ] {
        let watched = Watched::open(360).await;
        let elsewhere = Site::start();
        watched.browser.site.replace("index.html", open_page.clone());
        watched.browser.go("").await;
        watched.browser.heading("Dopo di Noi").await;
        watched.browser.run(&breach.replace("ELSEWHERE", &elsewhere.url)).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        let site = watched.browser.site.clone();
        let found = watched.in_the_network(&[&site], "");
        assert!(kinds(&found).iter().any(|found| found == kind), "nobody noticed {breach}: {found:?}");
    }
    assert!(tells("a=Forl%C3%AC") && tells("?x=17%2F03%2F1991") && !tells("#/domanda/monthly_rent"));
}

#[test]
fn what_is_typed_covers_every_answer_typed() {
    let typed = PERSONAL.iter().map(|(_, typed)| *typed);
    let answers = ["birth_date", "monthly_rent", "monthly_utilities", "monthly_care_cost"].map(|id| match given(id) {
        Typed(typed) => *typed,
        _ => panic!("{id} is not typed"),
    });
    for one in typed.chain(answers) {
        assert!(tells(one), "{one}");
    }
    assert!(matches!(given("municipality"), Chosen(code) if tells(code)));
}
