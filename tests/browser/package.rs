//! What others take the product as: a package for npm, an archive for an office, and the list of what is in them.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{file, text};
use crate::readings::go_to;

/// A folder that goes when the test ends, with a package in it.
struct Packed(PathBuf);

impl Packed {
    fn make(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("dopo-di-noi-{name}-{}", std::process::id()));
        run(Command::new("node").arg(file("tools/package.mjs")).arg(file("dist")).arg(&folder).current_dir(file(".")));
        Self(folder)
    }

    fn file(&self, end: &str) -> PathBuf {
        self.0.join(format!("dopo-di-noi-{}.{end}", env!("CARGO_PKG_VERSION")))
    }

    /// Unpacks an archive into a folder of this one.
    fn unpack(&self, end: &str, into: &str) -> PathBuf {
        let folder = self.0.join(into);
        fs::create_dir_all(&folder).unwrap();
        let archive = self.file(end);
        match end {
            "tgz" => run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&folder)),
            _ => run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(&folder)),
        }
        folder
    }

    fn bill(&self) -> Value {
        serde_json::from_str(&fs::read_to_string(self.0.join("sbom.cdx.json")).unwrap()).unwrap()
    }
}

impl Drop for Packed {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(command: &mut Command) {
    let done = command.stdout(Stdio::null()).status().unwrap();
    assert!(done.success(), "{command:?}");
}

/// All files below a folder, by path.
fn below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(below(&path).into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.insert(name);
        }
    }
    found
}

/// Any web server: Python's, which knows nothing of us.
struct AnyServer(Child, String);

impl AnyServer {
    fn start(folder: &Path) -> Self {
        let mut command = Command::new("python3");
        command.args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]).arg(folder);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let port = said.split("port ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        Self(process, format!("http://127.0.0.1:{port}"))
    }
}

impl Drop for AnyServer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let [one, other] = ["once", "again"].map(Packed::make);
    for end in ["tgz", "zip"] {
        assert!(fs::read(one.file(end)).unwrap() == fs::read(other.file(end)).unwrap(), "{end} differs");
    }
    assert_eq!(one.bill(), other.bill());
}

#[test]
fn the_npm_package_is_whole_and_its_integrity_true() {
    let packed = Packed::make("npm");
    let folder = packed.unpack("tgz", "unpacked").join("package");
    let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
    let about: Value = serde_json::from_str(&read("package.json")).unwrap();
    assert_eq!([&about["name"], &about["version"]], ["dopo-di-noi", env!("CARGO_PKG_VERSION")]);
    assert_eq!(about["license"], "EUPL-1.2");
    // All that it exports is there.
    let exported = about["exports"].as_object().unwrap().values().flat_map(|one| match one {
        Value::Object(kinds) => kinds.values().cloned().collect(),
        one => vec![one.clone()],
    });
    for path in exported {
        let path = path.as_str().unwrap();
        assert!(path.contains('*') || folder.join(path).exists(), "{path} is not there");
    }
    assert_eq!(about["exports"]["."]["default"].is_string(), file("dist/element.js").exists());

    let here = below(&folder);
    for path in
        ["README.md", "LICENSE", "index.d.ts", "integrity.json", "sbom.cdx.json", "dist/index.html", "dist/frame.js"]
    {
        assert!(here.contains(path), "{path} is not in {here:?}");
    }
    let integrity: Value = serde_json::from_str(&read("integrity.json")).unwrap();
    let named: BTreeSet<_> = integrity.as_object().unwrap().keys().cloned().collect();
    let in_dist: BTreeSet<_> = here.into_iter().filter(|path| path.starts_with("dist/")).collect();
    assert_eq!(named, in_dist);
    let check = "const { createHash } = await import('node:crypto'), { readFileSync } = await import('node:fs');
        for (const [path, said] of Object.entries(JSON.parse(readFileSync('integrity.json', 'utf8')))) {
          if (said !== 'sha384-' + createHash('sha384').update(readFileSync(path)).digest('base64')) throw new Error(path);
        }";
    run(Command::new("node").args(["--input-type=module", "-e", check]).current_dir(&folder));

    // The types name each attribute and each event of the contract.
    let types = read("index.d.ts");
    for word in [
        "notice?",
        "lang?",
        "reading?",
        "mode?",
        "accent?",
        "base?",
        "ddn-ready",
        "ddn-step",
        "ddn-complete",
        "ddn-error",
    ] {
        assert!(types.contains(word), "{word}");
    }
    assert!(types.contains("interface HTMLElementTagNameMap") && types.contains("IntrinsicElements"));
}

#[test]
fn the_list_of_what_others_wrote_is_of_its_form_and_complete() {
    let bill = Packed::make("sbom").bill();
    assert_eq!([&bill["bomFormat"], &bill["specVersion"]], ["CycloneDX", "1.6"]);
    let serial = bill["serialNumber"].as_str().unwrap().strip_prefix("urn:uuid:").unwrap();
    assert_eq!(serial.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
    assert!(bill["metadata"]["timestamp"].is_null(), "a time makes each one another");
    let mut refs = BTreeSet::from([bill["metadata"]["component"]["bom-ref"].as_str().unwrap()]);
    for part in bill["components"].as_array().unwrap() {
        assert_eq!(part["type"], "library", "{part}");
        for key in ["name", "version", "purl"] {
            assert!(part[key].as_str().is_some_and(|text| !text.is_empty()), "{key} of {part}");
        }
        let licence = &part["licenses"][0];
        let said = licence["expression"].as_str().or(licence["license"]["id"].as_str());
        assert!(said.is_some_and(|said| said != "NOASSERTION" && !said.contains('/')), "{part}");
        if part["purl"].as_str().unwrap().starts_with("pkg:cargo/") {
            assert_eq!(part["hashes"][0]["content"].as_str().unwrap().len(), 64, "{part}");
        }
        assert!(refs.insert(part["bom-ref"].as_str().unwrap()), "twice: {part}");
        assert!(!part["properties"].as_array().unwrap().is_empty(), "in no file: {part}");
    }
    for link in bill["dependencies"].as_array().unwrap() {
        assert!(refs.contains(link["ref"].as_str().unwrap()), "{link}");
        for on in link["dependsOn"].as_array().unwrap() {
            assert!(refs.contains(on.as_str().unwrap()), "{on} of {link}");
        }
    }
    let has = |name: &str| bill["components"].as_array().unwrap().iter().any(|part| part["name"] == name);
    // What Cargo.toml names for the page, parts of parts, and what is no crate.
    for name in [
        "leptos",
        "krilla",
        "hayro-syntax",
        "serde_json",
        "tachys",
        "bootstrap-italia",
        "rust-std",
        "@fontsource/titillium-web",
    ] {
        assert!(has(name), "{name} is missing");
    }
    // For testing, for building, for other systems, or at compile time alone.
    for name in ["fantoccini", "tokio", "wasm-bindgen-test", "serde_derive", "libc", "windows-sys", "axe-core"] {
        assert!(!has(name), "{name} is not in the product");
    }
    let in_module = |module: &str| {
        let parts = bill["components"].as_array().unwrap().iter();
        parts.filter(|part| part["properties"].as_array().unwrap().iter().any(|one| one["value"] == module)).count()
    };
    for module in ["dopo-di-noi", "whole", "editor", "application_pdf", "pdf_reading"] {
        assert!(in_module(module) > 5, "{module} has {} parts", in_module(module));
    }
}

#[tokio::test]
async fn the_offices_archive_works_from_any_folder_of_any_server() {
    let packed = Packed::make("zip");
    let site = packed.unpack("zip", "site/servizi/sociali");
    for path in ["LEGGIMI.txt", "LICENSE.txt", "sbom.cdx.json", "server/nginx.conf", "dopo-di-noi/index.html"] {
        assert!(site.join(path).exists(), "{path}");
    }
    assert!(fs::read_to_string(site.join("LEGGIMI.txt")).unwrap().contains(env!("CARGO_PKG_VERSION")));
    let server = AnyServer::start(&packed.0.join("site"));
    let mut browser = Browser::open(360, 740).await;
    browser.site.url = format!("{}/servizi/sociali/dopo-di-noi", server.1);
    browser.begin_as("self").await;
    browser.until("the date", "location.hash === '#/domanda/birth_date'").await;
    go_to(&browser, "#/modulo").await;
    browser.click("#download").await;
    browser.until("the PDF", "document.querySelector('main [role=status]').innerText.includes('pronto')").await;
    assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));
    browser.quiet("any server").await;

    // By double click: browsers forbid what it needs there, and it says what to do.
    browser.client.goto(&format!("file://{}", site.join("dopo-di-noi/index.html").display())).await.unwrap();
    browser.until("the sentence", "document.body.innerText.includes('va aperta da un indirizzo web')").await;
    assert_eq!(browser.run("return document.querySelector('h1').innerText").await, json!("Dopo di noi"));
}

#[tokio::test]
async fn from_a_server_nobody_sees_the_sentence_for_a_double_click() {
    let browser = Browser::open(360, 740).await;
    // All but the page's script has come: what is shown while one waits.
    browser.site.remove("dopo-di-noi.js");
    browser.go("").await;
    browser
        .until("the style sheet", "document.styleSheets.length > 0 && document.body.innerText.includes('Caricamento')")
        .await;
    assert!(text("dist/index.html").contains("va aperta da un indirizzo web"));
    assert!(!browser.text("body").await.contains("va aperta da un indirizzo web"));
}
