//! A headless Chromium behind its driver, and what a person does with it: read, press keys, click, download.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use fantoccini::wd::{PrintConfiguration, PrintSize, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use crate::access::keep;
use crate::site::Site;

/// How long a page may take to show something before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Keys by their WebDriver code points.
pub const ENTER: &str = "\u{e007}";
pub const SPACE: &str = " ";
pub const TAB: &str = "\u{e004}";
const ARROW_UP: &str = "\u{e013}";
const ARROW_DOWN: &str = "\u{e015}";

/// Schemes in which a page is looked at.
const SCHEMES: [(&str, &str); 3] =
    [("prefers-color-scheme", "light"), ("prefers-color-scheme", "dark"), ("forced-colors", "active")];
/// What of that, and of motion, the page is shown in.
const EMULATED: &str = "
    const features = {
      'prefers-color-scheme': ['light', 'dark'], 'forced-colors': ['none', 'active'],
      'prefers-reduced-motion': ['no-preference', 'reduce'],
    };
    return Object.entries(features).map(([name, values]) =>
      ({name, value: values.find((value) => matchMedia(`(${name}: ${value})`).matches)}));";

/// One browser window on the site.
pub struct Browser {
    pub site: Site,
    pub client: Client,
    driver: Child,
    port: u16,
    downloads: PathBuf,
}

impl Browser {
    /// Opens a window of this size, in CSS pixels.
    pub async fn open(width: u32, height: u32) -> Self {
        Self::open_with(width, height, &[]).await
    }

    /// The same with further arguments for Chromium.
    pub async fn open_with(width: u32, height: u32, more: &[&str]) -> Self {
        let site = Site::start();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver =
            env::var("CHROMEDRIVER").ok().filter(|path| !path.is_empty()).unwrap_or_else(|| "chromedriver".into());
        let driver = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let downloads = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("downloads-{port}"));
        // A port comes again, and what a window of another day was given is not this one's.
        let _ = fs::remove_dir_all(&downloads);
        fs::create_dir_all(&downloads).unwrap();
        let mut arguments = vec![
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--lang=it",
        ];
        // Chromium's sandbox refuses to run as root.
        arguments.push("--no-sandbox");
        arguments.extend(more);
        let capabilities = json!({
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            "goog:chromeOptions": {
                "args": arguments,
                "prefs": {"download.default_directory": downloads, "download.prompt_for_download": false},
            },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let address = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let client = loop {
            match ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&address)
                .await
            {
                Ok(client) => break client,
                Err(why) if started.elapsed() > PATIENCE => panic!("no browser: {why}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        client.set_window_size(width, height).await.unwrap();
        Self { site, client, driver, port, downloads }
    }

    /// Goes to an address of the site.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}/{path}", self.site.url)).await.unwrap();
    }

    /// What a script returns.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str) {
        let started = Instant::now();
        while self.run(&format!("return !!({script})")).await != Value::Bool(true) {
            if started.elapsed() > PATIENCE {
                let text = self.text("body").await;
                panic!("waited in vain for {what}; the page says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits for the heading of a step, with the step below it: what waits for the second module has the same heading.
    pub async fn heading(&self, words: &str) {
        let words = json!(words);
        let shown =
            format!("document.querySelector('h1')?.innerText.includes({words}) && !document.querySelector('.waiting')");
        self.until(&format!("heading {words}"), &shown).await;
    }

    /// The text that a person reads in an element.
    pub async fn text(&self, selector: &str) -> String {
        let selector = json!(selector);
        let text = self.run(&format!("return document.querySelector({selector})?.innerText ?? ''")).await;
        text.as_str().unwrap_or_default().into()
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: &str) {
        loop {
            match self.client.active_element().await.unwrap().send_keys(keys).await {
                // Between the two the page was made anew, and no key has reached it.
                Err(why) if why.is_stale_element_reference() => {}
                pressed => return pressed.unwrap(),
            }
        }
    }

    /// Presses Tab until the focus is on what a selector describes, as a person without a mouse would.
    pub async fn tab_to(&self, selector: &str) {
        let reached = format!("document.activeElement?.matches({})", json!(selector));
        for _ in 0..400 {
            if self.run(&format!("return {reached}")).await == Value::Bool(true) {
                return;
            }
            self.press(TAB).await;
        }
        panic!("Tab never reaches {selector}");
    }

    /// Clicks what a selector describes.
    pub async fn click(&self, selector: &str) {
        self.client.wait().for_element(Locator::Css(selector)).await.unwrap().click().await.unwrap();
    }

    /// Opens the page and answers who is filling in.
    pub async fn begin_as(&self, who: &str) {
        self.go("").await;
        self.heading("Dopo di Noi").await;
        self.click("a.btn-primary").await;
        self.until("the first question", "location.hash === '#/domanda/who_is_filling'").await;
        self.click(&format!("input[value={who}]")).await;
        self.click("button[type=submit]").await;
    }

    /// Answers the question shown, by keyboard, and goes on.
    pub async fn answer(&self, question: &str, answer: &Given<'_>) {
        self.until(
            question,
            &format!("location.hash === '#/domanda/{question}' && document.activeElement?.id === 'heading'"),
        )
        .await;
        match answer {
            Given::Typed(text) => {
                self.tab_to("#field").await;
                self.press(text).await;
            }
            Given::Chosen(value) => {
                // A radio group is one stop: the arrows go from choice to choice and pick it, a space picks where one is.
                self.tab_to("input[type=radio]").await;
                let all = "const all = [...document.querySelectorAll('input[type=radio]')]";
                let far = format!(
                    "{all}; return all.findIndex((one) => one.value === '{value}') - all.indexOf(document.activeElement)"
                );
                match self.run(&far).await.as_i64().unwrap() {
                    0 => self.press(SPACE).await,
                    far => {
                        let arrow = if far < 0 { ARROW_UP } else { ARROW_DOWN };
                        self.press(&arrow.repeat(far.unsigned_abs() as usize)).await;
                    }
                }
                let picked = format!("document.querySelector('input[type=radio]:checked')?.value === '{value}'");
                self.until(value, &picked).await;
            }
            Given::Ticked(at) => {
                for place in *at {
                    let id = if *place == 0 { "#field".to_owned() } else { format!("#field-{place}") };
                    self.tab_to(&id).await;
                    self.press(SPACE).await;
                }
            }
            Given::Unknown => {
                self.tab_to(".btn-outline-primary").await;
                self.press(ENTER).await;
                return;
            }
        }
        self.tab_to("button[type=submit]").await;
        self.press(ENTER).await;
    }

    /// Runs the accessibility checker in every scheme; every violation fails. The page is left in the scheme it was in.
    pub async fn accessible(&self, state: &str) {
        let was = self.run(EMULATED).await;
        for (feature, value) in SCHEMES {
            // No colour may be on its way to another while it is looked at.
            self.emulated(
                json!([{"name": feature, "value": value}, {"name": "prefers-reduced-motion", "value": "reduce"}]),
            )
            .await;
            self.accessible_as_it_is(state).await;
        }
        self.emulated(was).await;
    }

    /// What was checked is kept for the note on conformity.
    async fn accessible_as_it_is(&self, state: &str) {
        if self.run("return !window.axe").await == json!(true) {
            self.run(&fs::read_to_string(env::var("AXE_CORE").expect("AXE_CORE names axe.min.js")).unwrap()).await;
        }
        // The size of targets is a rule of WCAG 2.2 that the checker leaves out unless it is asked for.
        let mut found = self
            .client
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 const is = (query) => matchMedia(query).matches, set = new URLSearchParams(location.search);
                 const inside = document.querySelector('dopo-di-noi')?.shadowRoot, now = '.readings [aria-current=true]';
                 const current = document.querySelector(now) ?? inside?.querySelector(now);
                 // What is for offices is in Italian and has no switch.
                 const read = current && (current.checkVisibility() ? current.id.replace('reading-', '') : 'it');
                 axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(
                   (found) => done({
                     axe: axe.version, width: innerWidth, rules: found.passes.map((one) => one.id),
                     dark: is('(prefers-color-scheme: dark)'), forced: is('(forced-colors: active)'),
                     reading: read ?? set.get('lang') ?? set.get('reading') ?? 'it', mode: set.get('mode') ?? 'guided',
                     violations: found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')),
                   }),
                   (why) => done({violations: ['axe failed: ' + why]}));",
                Vec::new(),
            )
            .await
            .unwrap();
        found["state"] = json!(state);
        found["chromium"] = self.run("return navigator.userAgent.match(/Chrome.(\\d+)/)[1]").await;
        keep(found.clone());
        assert_eq!(
            found["violations"],
            json!([]),
            "accessibility of {state}, dark {}, forced {}",
            found["dark"],
            found["forced"]
        );
    }

    /// What was written to the console since it was last asked for.
    pub async fn console(&self) -> Vec<String> {
        let log = self.log("browser").await;
        let said = log.as_array().unwrap().iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
        // A page asked for another notice or reading has the usual one preloaded for nothing, and the browser may remark
        // on it.
        said.filter(|said| !said.contains("preloaded using link")).collect()
    }

    /// Nothing may have been written to the console, and nothing fetched that is not the site's own or did not arrive.
    pub async fn quiet(&self, state: &str) {
        assert_eq!(self.console().await, [""; 0], "console at {state}");
        for entry in self.log("performance").await.as_array().unwrap() {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
            let (method, about) =
                (message["message"]["method"].as_str().unwrap_or_default(), &message["message"]["params"]);
            match method {
                "Network.requestWillBeSent" => {
                    let url = about["request"]["url"].as_str().unwrap();
                    let own = url.starts_with(&self.site.url) || url.starts_with("blob:") || url.starts_with("data:");
                    assert!(own, "{state}: a foreign request to {url}");
                }
                "Network.responseReceived" => {
                    let status = about["response"]["status"].as_i64().unwrap_or(200);
                    assert!(status < 400, "{state}: {status} for {}", about["response"]["url"]);
                }
                "Network.loadingFailed" => panic!("{state}: {about}"),
                _ => {}
            }
        }
    }

    /// The addresses fetched since the page was opened.
    pub async fn fetched(&self) -> Vec<String> {
        let names = self.run("return performance.getEntriesByType('resource').map((entry) => entry.name)").await;
        names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    }

    /// What the driver has written down since it was last asked: `browser` for the console, `performance` for requests.
    pub async fn log(&self, kind: &'static str) -> Value {
        self.client.issue_cmd(Log { kind }).await.unwrap()
    }

    /// Picks a file in the control for files.
    pub async fn pick(&self, name: &str, content: &[u8]) {
        let path = self.downloads.join(name);
        fs::write(&path, content).unwrap();
        self.client
            .wait()
            .for_element(Locator::Css("#file"))
            .await
            .unwrap()
            .send_keys(&path.to_string_lossy())
            .await
            .unwrap();
    }

    /// Waits for a download to be complete.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let path = self.downloads.join(name);
        let started = Instant::now();
        loop {
            // Chromium holds the name with an empty file, and puts the whole one in its place.
            match fs::read(&path) {
                Ok(file) if !file.is_empty() => return file,
                _ => assert!(started.elapsed() < PATIENCE, "{name} was not downloaded"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The page as it would be printed on A4: a PDF.
    pub async fn printed(&self) -> Vec<u8> {
        let a4 = PrintConfiguration::builder().size(PrintSize::A4).build().unwrap();
        self.client.print(a4).await.unwrap()
    }

    /// Shows the page as for somebody who has set this in the system, such as `prefers-color-scheme: dark`.
    pub async fn prefers(&self, feature: &str, value: &str) {
        self.emulated(json!([{"name": feature, "value": value}])).await;
    }

    async fn emulated(&self, features: Value) {
        self.tools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Shows the page as on another screen, in the words of the developer tools.
    pub async fn a_screen(&self, metrics: Value) {
        self.tools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// What a command of Chromium's developer tools answers.
    pub async fn tools(&self, name: &str, parameters: Value) -> Value {
        self.client.issue_cmd(Tools { command: json!({"cmd": name, "params": parameters}) }).await.unwrap()
    }

    /// Runs a script before those of each page opened from now on.
    pub async fn before_each_page(&self, script: &str) {
        self.tools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    }

    /// Keeps a picture, for whoever wants to look; `make pictures` wants one of each width.
    pub async fn picture(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        fs::create_dir_all(&folder).unwrap();
        let (own, before) = self.client.get_window_size().await.unwrap();
        let size = |length: u64| u32::try_from(length).unwrap();
        let widths = if env::var_os("EVERY_WIDTH").is_some() { vec![360, 768, 1280] } else { vec![own] };
        for width in widths {
            self.client.set_window_size(size(width), size(before)).await.unwrap();
            let height = self.run("return document.documentElement.scrollHeight").await.as_u64().unwrap();
            self.client.set_window_size(size(width), size(height.min(8000) + 150)).await.unwrap();
            fs::write(folder.join(format!("{name}-{width}.png")), self.client.screenshot().await.unwrap()).unwrap();
        }
        self.client.set_window_size(size(own), size(before)).await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to go, the driver takes its browser with it; killed, it would leave it behind.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            let _ = stream.read(&mut [0; 256]);
        }
        // That it is gone already is what is wanted.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.downloads);
    }
}

/// How a question is answered in a test.
pub enum Given<'a> {
    Typed(&'a str),
    Chosen(&'a str),
    Ticked(&'a [usize]),
    Unknown,
}

/// A command of Chromium's developer tools.
#[derive(Debug)]
struct Tools {
    command: Value,
}

impl WebDriverCompatibleCommand for Tools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.command.to_string()))
    }
}

#[derive(Debug)]
struct Log {
    kind: &'static str,
}

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({"type": self.kind}).to_string()))
    }
}
