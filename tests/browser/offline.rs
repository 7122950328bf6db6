//! Once opened, the page works without a network; what is new is told, and nothing is swapped under who is filling in.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs};

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::common::file;
use crate::path::answered;
use crate::readings::{accessible_in_every_reading, go_to, read_in};
use crate::returning::open;
use crate::site::{Site, plain};

const NOTICE: &str = "notices/medio-olona-2024.json";
const NEWS: &str = "document.querySelector('.news:not([hidden]) [aria-live]')?.innerText";

/// An office's web server with a copy of the site of its own, which can go down and come back.
struct Office {
    folder: PathBuf,
    port: String,
    process: Child,
}

impl Office {
    fn start() -> Self {
        let moment = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
        let folder = env::temp_dir().join(format!("dopo-di-noi-office-{moment}"));
        assert!(Command::new("cp").arg("-r").arg(file("dist")).arg(&folder).status().unwrap().success());
        let (process, port) = Self::serve(&folder, "0");
        Self { folder, port, process }
    }

    fn serve(folder: &Path, port: &str) -> (Child, String) {
        let mut command = Command::new("node");
        command.arg(file("tools/serve.mjs")).arg(folder).arg(port);
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let port = said.trim().trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
        (process, port)
    }

    fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn write(&self, path: &str, content: &str) {
        fs::write(self.folder.join(path), content).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// The files beside index.html.
    fn files(&self) -> Vec<String> {
        let files = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        files.collect()
    }

    /// Another build in place of this one: each name with a hash is another, and those of before are gone.
    fn builds_anew(&self) {
        let names = self.files();
        let with_hash: Vec<&String> = names.iter().filter(|name| plain(name) != **name).collect();
        let other = |text: &str| {
            with_hash.iter().fold(text.to_owned(), |text, name| {
                let hash = name.split(['-', '.', '_']).find(|part| part.len() == 16).unwrap();
                text.replace(hash, &hash.chars().rev().collect::<String>())
            })
        };
        for name in &names {
            let path = self.folder.join(name);
            if name == "service-worker.js" {
                // Made anew at the end. A browser may ask for it meanwhile.
            } else if name.ends_with(".br") || name.ends_with(".gz") {
                fs::remove_file(path).unwrap();
            } else if [".js", ".css", ".html"].iter().any(|end| name.ends_with(end)) {
                let text = fs::read_to_string(&path).unwrap();
                fs::remove_file(path).unwrap();
                self.write(&other(name), &other(&text));
            } else if plain(name) != *name {
                fs::rename(path, self.folder.join(other(name))).unwrap();
            }
        }
        // Of what these files were before.
        let page = self.read("index.html");
        let mut parts = page.split(" integrity=\"");
        let first = parts.next().unwrap().to_owned();
        let page = parts.fold(first, |page, part| page + part.split_once('"').unwrap().1);
        self.write("index.html", &page);
        let make = "const { makeWorker } = await import(process.argv[1]); await makeWorker(process.argv[2]);";
        let mut node = Command::new("node");
        node.args(["--input-type=module", "-e", make]).arg(file("tools/worker.mjs")).arg(&self.folder);
        assert!(node.status().unwrap().success());
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A window at the office's page.
async fn visit(office: &Office) -> Browser {
    let mut browser = Browser::open(360, 740).await;
    browser.site.url = format!("http://127.0.0.1:{}", office.port);
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    browser
}

/// What a promise comes to.
async fn promised(browser: &Browser, promise: &str) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; ({promise}).then(done, (why) => done({{ failed: String(why) }}))"
    );
    let value = browser.client.execute_async(&script, Vec::new()).await.unwrap();
    assert!(value["failed"].is_null(), "{promise}: {value}");
    value
}

/// The paths kept on the device.
async fn kept(browser: &Browser) -> Vec<String> {
    let all = "(async () => {
        const paths = [];
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname.slice(1));
        }
        return paths;
      })()";
    let paths = promised(browser, all).await;
    paths.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

/// Waits until all that the path needs is on the device.
async fn all_kept(browser: &Browser) {
    promised(browser, "navigator.serviceWorker.ready.then(() => true)").await;
    browser.until("the worker", "navigator.serviceWorker.controller").await;
    for _ in 0..100 {
        if kept(browser).await.iter().any(|path| path == NOTICE) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the notice is not kept");
}

#[tokio::test]
async fn after_one_visit_the_whole_path_works_without_a_network() {
    let mut office = Office::start();
    let browser = visit(&office).await;
    all_kept(&browser).await;
    office.stop();

    answered(&browser).await;
    read_in(&browser, "en").await;
    browser.click("main a.btn-primary").await;
    browser.heading("The answers show no obstacles").await;
    read_in(&browser, "it").await;
    go_to(&browser, "#/dati").await;
    browser.tab_to("#beneficiary-birth_place").await;
    browser.press("forli").await;
    browser.until("the places", "document.querySelector('#beneficiary-birth_place-list li')").await;
    go_to(&browser, "#/modulo").await;
    browser.click("#download").await;
    browser
        .until(
            "the PDF",
            "document.querySelector('[role=status].status, main [role=status]').innerText.includes('pronto')",
        )
        .await;
    let pdf = browser.downloaded("domanda.pdf").await;
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);

    // Opened anew, with a file to go on with.
    browser.client.refresh().await.unwrap();
    browser.heading("Dopo di Noi").await;
    open(&browser, "domanda.pdf", &pdf).await;
    browser.until("the offer", "document.querySelector('main button.btn-primary')").await;
    browser.click("main button.btn-primary").await;
    browser.heading("Che cosa abbiamo capito").await;
    assert!(browser.text("main").await.contains("1.300,50"));
    assert_eq!(browser.run(&format!("return {NEWS} ?? null")).await, Value::Null);

    // A notice that was never opened here: calm, with whom to ask.
    browser.go("?notice=un-altro-2026").await;
    browser.heading("in questo momento non funziona").await;
    assert!(browser.text("main").await.contains("servizi sociali del tuo Comune"));
}

#[tokio::test]
async fn a_new_version_of_the_notice_is_told_and_what_was_typed_stays() {
    let office = Office::start();
    let browser = visit(&office).await;
    all_kept(&browser).await;
    browser.begin_as("family").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("17/03/1991").await;

    // The office changes its file by hand.
    office.write(NOTICE, &office.read(NOTICE).replace("\"2026-11-21\"", "\"2026-12-09\""));
    browser.run("dispatchEvent(new Event('online'))").await;
    browser.until("what is new", &format!("{NEWS}?.includes(\"L'avviso è cambiato\")")).await;
    let said = browser.text(".news").await;
    for words in ["resta qui finché non ricarichi", "Ricarica la pagina", "Non ora"] {
        assert!(said.contains(words), "{said}");
    }
    browser.picture("something-new").await;
    let field = "return [document.querySelector('#field').value, document.activeElement.id]";
    assert_eq!(browser.run(field).await, json!(["17/03/1991", "field"]));
    accessible_in_every_reading(&browser, "something new", NEWS).await;
    read_in(&browser, "en").await;
    browser.until("the same in English", &format!("{NEWS}.includes('The notice has changed')")).await;
    assert_eq!(browser.run("return document.querySelector('.news').lang").await, json!("en"));
    read_in(&browser, "it").await;

    // Put off, it is not said again; the path goes on with what it began with.
    browser.click(".news .btn-outline-primary").await;
    browser.until("nothing said", &format!("!{NEWS}")).await;
    browser.run("dispatchEvent(new Event('online'))").await;
    browser.click("button[type=submit]").await;
    browser.until("the next question", "location.hash === '#/domanda/municipality'").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(browser.run(&format!("return {NEWS} ?? null")).await, Value::Null);
    assert!(browser.text("footer").await.contains("2026-11-21"));

    // A still newer one is said, and the person has the page loaded again.
    office.write(NOTICE, &office.read(NOTICE).replace("\"2026-12-09\"", "\"2026-12-10\""));
    browser.run("dispatchEvent(new Event('online'))").await;
    browser.until("what is new", &format!("{NEWS}?.includes(\"L'avviso è cambiato\")")).await;
    browser.click(".news .btn-primary").await;
    browser.until("the new one", "document.querySelector('footer')?.innerText.includes('2026-12-10')").await;
}

#[tokio::test]
async fn a_new_build_waits_until_the_person_says_so() {
    let office = Office::start();
    let browser = visit(&office).await;
    all_kept(&browser).await;
    browser.begin_as("self").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    browser.tab_to("#field").await;
    browser.press("17/03/1991").await;
    let script = "return document.querySelector('script[src]').src.split('/').at(-1)";
    let old = browser.run(script).await;

    office.builds_anew();
    // What has not changed is not fetched again, so it may be missing.
    for same in ["places.txt", "fonts/titillium-web-400.woff2", "programmes/dopo-di-noi-lombardia-2024.en.json"] {
        fs::remove_file(office.folder.join(same)).unwrap();
    }
    browser.run("dispatchEvent(new Event('online'))").await;
    browser.until("what is new", &format!("{NEWS}?.includes('versione nuova di questa pagina')")).await;
    assert_eq!(browser.run("return document.querySelector('#field').value").await, json!("17/03/1991"));

    // The server has none of the old files any more, and the open page gets each of them.
    assert!(!office.files().iter().any(|name| json!(name) == old));
    browser.click("button[type=submit]").await;
    browser.until("the next question", "location.hash === '#/domanda/municipality'").await;
    go_to(&browser, "#/modulo").await;
    browser.tab_to("#download").await;
    browser.press(ENTER).await;
    browser.until("the PDF", "document.querySelector('main [role=status]').innerText.includes('pronto')").await;
    assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));

    // Opened in a second window, the page is still of the old build. With two windows nobody takes over.
    let first = browser.client.window().await.unwrap();
    let second = browser.client.new_window(true).await.unwrap().handle;
    browser.client.switch_to_window(second).await.unwrap();
    browser.go("").await;
    browser.heading("Dopo di Noi").await;
    assert_eq!(browser.run(script).await, old);
    browser.until("what is new there too", &format!("{NEWS}?.includes('versione nuova di questa pagina')")).await;
    browser.click(".news .btn-primary").await;
    browser.until("what is in the way", &format!("{NEWS}.includes(\"un'altra finestra\")")).await;
    browser.client.close_window().await.unwrap();
    browser.client.switch_to_window(first).await.unwrap();

    // The person says so.
    browser.click(".news .btn-primary").await;
    browser
        .until("the new build", &format!("document.querySelector('script[src]').src.split('/').at(-1) !== {old}"))
        .await;
    browser.heading("Dopo di Noi").await;
    let kept = kept(&browser).await;
    assert!(!kept.iter().any(|path| json!(path) == old), "{kept:?}");
    assert!(kept.iter().any(|path| path == "places.txt"), "{kept:?}");
    assert_eq!(browser.run(&format!("return {NEWS} ?? null")).await, Value::Null);
}

#[tokio::test]
async fn who_saves_data_keeps_what_was_fetched_and_no_more() {
    let office = Office::start();
    let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
    office.write("service-worker.js", &format!("{saving}{}", office.read("service-worker.js")));
    let browser = visit(&office).await;
    all_kept(&browser).await;
    let kept: Vec<_> = kept(&browser).await.iter().map(|path| plain(path)).collect();
    for needed in ["index.html", "dopo-di-noi.js", "dopo-di-noi_bg.wasm", "main.css"] {
        assert!(kept.iter().any(|path| path == needed), "{needed} is not in {kept:?}");
    }
    for spared in ["places.txt", "application_pdf_bg.wasm", "pdf_reading_bg.wasm"] {
        assert!(!kept.iter().any(|path| path == spared), "{spared} is in {kept:?}");
    }
    // What one comes to need is kept from then on.
    browser.begin_as("self").await;
    go_to(&browser, "#/modulo").await;
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('main [role=status]').innerText.includes('pronto')").await;
    let now = self::kept(&browser).await;
    assert!(now.iter().any(|path| plain(path) == "application_pdf_bg.wasm"), "{now:?}");
}

#[tokio::test]
async fn the_first_question_does_not_wait_for_it() {
    let browser = Browser::open(360, 740).await;
    browser
        .before_each_page("new MutationObserver(() => { if (document.querySelector('input[type=radio]')) window.asked ??= performance.now(); }).observe(document, { childList: true, subtree: true })")
        .await;
    browser.go("#/domanda/who_is_filling").await;
    promised(&browser, "navigator.serviceWorker.ready.then(() => true)").await;
    for later in ["offline", "guard"] {
        let came = format!(
            "return [window.asked, performance.getEntriesByType('resource').find(({{ name }}) => name.includes('/{later}-')).startTime]"
        );
        let came = browser.run(&came).await;
        assert!(came[0].as_f64().unwrap() < came[1].as_f64().unwrap(), "{later}: {came}");
    }
    let asked: Vec<_> = browser.site.asked();
    let paths: Vec<_> =
        asked.iter().map(|head| plain(head.split(' ').nth(1).unwrap().trim_start_matches('/'))).collect();
    let at = paths.iter().position(|path| path == "offline.js").unwrap();
    let worker = paths.iter().position(|path| path == "service-worker.js").unwrap();
    assert!(at < worker, "{paths:?}");
    let mut first: Vec<_> = paths[..at]
        .iter()
        .filter(|path| !path.ends_with(".woff2") && !path.ends_with(".webmanifest") && !path.ends_with(".png"))
        // What comes while questions are answered.
        .filter(|path| !path.starts_with("whole") && *path != "guard.js")
        .map(String::as_str)
        .collect();
    first.sort_unstable();
    let needed = [
        "",
        "dopo-di-noi.js",
        "dopo-di-noi_bg.wasm",
        "main.css",
        NOTICE,
        "programmes/dopo-di-noi-lombardia-2024.it.json",
    ];
    assert_eq!(first, needed);
    browser.quiet("the worker's coming").await;
}

#[tokio::test]
async fn in_another_pages_frame_nothing_is_kept() {
    let browser = Browser::open(800, 700).await;
    let host = Site::start();
    host.replace(
        "comune.html",
        format!("<!doctype html><title>Comune</title><body><script src='{}/frame.js'></script>", browser.site.url),
    );
    browser.client.goto(&format!("{}/comune.html", host.url)).await.unwrap();
    browser.until("the frame", "document.querySelector('iframe')").await;
    browser.client.enter_frame(0).await.unwrap();
    browser.heading("Dopo di Noi").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let registered = promised(&browser, "navigator.serviceWorker.getRegistrations().then((all) => all.length)").await;
    assert_eq!(registered, json!(0));
    assert!(!browser.site.asked().iter().any(|head| head.contains("/offline-")));
}

#[tokio::test]
async fn the_page_can_be_installed() {
    let office = Office::start();
    let browser = visit(&office).await;
    all_kept(&browser).await;
    let manifest = browser.tools("Page.getAppManifest", json!({})).await;
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert!(manifest["url"].as_str().unwrap().ends_with("/manifest.webmanifest"));
    let said: Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    assert_eq!([&said["display"], &said["lang"]], [&json!("standalone"), &json!("it")]);
    let mut purposes = Vec::new();
    for icon in said["icons"].as_array().unwrap() {
        let png = fs::read(file("dist").join(icon["src"].as_str().unwrap())).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        let length = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(icon["sizes"], json!(format!("{}x{}", length(16), length(20))));
        purposes.push(format!("{} {}", icon["purpose"].as_str().unwrap(), length(16)));
    }
    purposes.sort_unstable();
    assert_eq!(purposes, ["any 192", "any 512", "maskable 192", "maskable 512"]);
    let errors = browser.tools("Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(errors["installabilityErrors"], json!([]));
    browser.quiet("a page to install").await;
}
