//! The site behind a real nginx and a real Apache, with the files of `servers/`: types, packing, what a browser may keep,
//! the policy, and the whole path under it.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use serde_json::json;

use crate::browser::{Browser, ENTER};
use crate::common::{file, text};
use crate::path::answered;
use crate::site::plain;

/// A server with a copy of the site in a folder that everybody may read, as Apache's own user has to.
struct Server {
    url: String,
    address: String,
    process: Child,
    folder: PathBuf,
}

impl Server {
    /// Starts what `begin` makes of the folder and the address.
    fn start(begin: impl FnOnce(&str, &str) -> Command) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let folder = env::temp_dir().join(format!("dopo-di-noi-{}", address.replace(':', "-")));
        fs::create_dir(&folder).unwrap();
        for from in ["dist", "servers"] {
            assert!(Command::new("cp").arg("-r").arg(file(from)).arg(&folder).status().unwrap().success());
        }
        let mut command = begin(folder.to_str().unwrap(), &address);
        let process = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().unwrap();
        let mut server = Self { url: format!("http://{address}"), address, process, folder };
        let started = Instant::now();
        while TcpStream::connect(&server.address).is_err() {
            assert!(server.process.try_wait().unwrap().is_none(), "the server ended at once");
            assert!(started.elapsed() < Duration::from_secs(20), "the server does not listen");
            thread::sleep(Duration::from_millis(50));
        }
        server
    }

    fn nginx() -> Self {
        Self::start(|folder, address| {
            let modules = env::var("DDN_NGINX_MODULES").expect("DDN_NGINX_MODULES: tools/env.sh says where");
            let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|kind| format!("{kind}_temp_path {folder}/{kind};"))
                .concat();
            let around = format!(
                "load_module {modules}/ngx_http_brotli_static_module.so;
                 daemon off; master_process off; pid {folder}/pid; error_log stderr crit;
                 events {{}}
                 http {{
                   access_log off; {temporary}
                   server {{ listen {address}; root {folder}/dist; include {folder}/servers/nginx.conf; }}
                 }}"
            );
            fs::write(format!("{folder}/around.conf"), around).unwrap();
            let mut command = Command::new(env::var("DDN_NGINX").expect("DDN_NGINX: tools/env.sh says where"));
            command.args(["-e", "stderr", "-c"]).arg(format!("{folder}/around.conf"));
            command
        })
    }

    /// With our file in the configuration, or as `.htaccess` in the site's own folder.
    fn apache(htaccess: bool) -> Self {
        Self::start(|folder, address| {
            let modules: String = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate"]
                .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
                .concat();
            let ours = if htaccess {
                fs::copy(format!("{folder}/servers/apache.conf"), format!("{folder}/dist/.htaccess")).unwrap();
                "AllowOverride FileInfo Indexes".to_owned()
            } else {
                format!("AllowOverride None\nInclude {folder}/servers/apache.conf")
            };
            // The middle is what Debian's configuration has, and ours has to get along with.
            let around = format!(
                "{modules}ServerRoot {folder}\nServerName localhost\nListen {address}\nPidFile {folder}/pid
                 ErrorLog {folder}/errors\nUser #65534\nGroup #65534\nDefaultRuntimeDir {folder}
                 TypesConfig /dev/null\nAddType application/x-gzip .gz .tgz\nAddType text/html .html\nAddType text/css .css
                 AddType text/plain .txt\nAddLanguage br .br\nAddOutputFilterByType DEFLATE text/html text/javascript
                 DocumentRoot {folder}/dist\n<Directory {folder}/dist>\nRequire all granted\n{ours}\n</Directory>\n"
            );
            fs::write(format!("{folder}/around.conf"), around).unwrap();
            let mut command = Command::new(env::var("DDN_APACHE").expect("DDN_APACHE: tools/env.sh says where"));
            command.arg("-X").arg("-f").arg(format!("{folder}/around.conf"));
            command
        })
    }

    /// The status, the headers by small name (several of one name in lines of their own), and the length of the body.
    fn get(&self, path: &str, accepts: &str) -> (u16, BTreeMap<String, String>, u64) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {accepts}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = BTreeMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let known: &mut String = headers.entry(name.to_lowercase()).or_default();
            *known = format!("{known}\n{value}").trim_start().into();
        }
        (status, headers, (answer.len() - end - 4) as u64)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The path of the file in `dist/` that would be called so without its hash.
fn built(name: &str) -> String {
    let files = fs::read_dir(file("dist")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    files.into_iter().find(|path| plain(path) == name).unwrap_or_else(|| panic!("no {name} in dist/"))
}

/// The policy that the page carries.
fn policy() -> String {
    let page = text("dist/index.html");
    page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap().into()
}

/// How a file is made smaller.
#[derive(Clone, Copy)]
enum Packed {
    /// Once, by the build.
    Beside,
    /// By the server, each time.
    OnItsWay,
    Never,
}

fn serves_well(server: &Server) {
    let policy = policy();
    for must in ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "form-action 'none'"]
    {
        assert!(policy.contains(must), "{policy}");
    }
    assert!(!policy.contains("unsafe-inline"), "{policy}");
    let (main, whole) = (built("dopo-di-noi.js"), built("whole.js"));
    let (wasm, styles) = (built("dopo-di-noi_bg.wasm"), built("main.css"));
    // Path, where it lies, type, how it is packed, whether a browser keeps it.
    for (path, lies, kind, packed, kept) in [
        ("", "index.html", "text/html", Packed::OnItsWay, false),
        ("index.html?notice=x", "index.html", "text/html", Packed::OnItsWay, false),
        ("frame.js", "frame.js", "text/javascript", Packed::Beside, false),
        ("element.js", "element.js", "text/javascript", Packed::Beside, false),
        (&main, &main, "text/javascript", Packed::Beside, true),
        (&whole, &whole, "text/javascript", Packed::Beside, true),
        (&wasm, &wasm, "application/wasm", Packed::Beside, true),
        (&styles, &styles, "text/css", Packed::Beside, true),
        (
            "programmes/dopo-di-noi-lombardia-2024.it.json",
            "programmes/dopo-di-noi-lombardia-2024.it.json",
            "application/json",
            Packed::Beside,
            false,
        ),
        ("places.txt", "places.txt", "text/plain", Packed::Beside, false),
        ("notices/medio-olona-2024.json", "notices/medio-olona-2024.json", "application/json", Packed::OnItsWay, false),
        ("service-worker.js", "service-worker.js", "text/javascript", Packed::Beside, false),
        ("manifest.webmanifest", "manifest.webmanifest", "application/manifest+json", Packed::Never, false),
        ("icons/icon-192.png", "icons/icon-192.png", "image/png", Packed::Never, false),
        ("regole/medio-olona-2024.html", "regole/medio-olona-2024.html", "text/html", Packed::OnItsWay, false),
        ("fonts/titillium-web-400.woff2", "fonts/titillium-web-400.woff2", "font/woff2", Packed::Never, false),
    ] {
        for (accepts, encoding, end) in [
            ("identity", None, ""),
            ("gzip, deflate", Some("gzip"), ".gz"),
            ("gzip, deflate, br, zstd", Some("br"), ".br"),
        ] {
            let (status, headers, length) = server.get(path, accepts);
            let header = |name: &str| headers.get(name).map(String::as_str);
            let about = format!("{path:?} for {accepts}: {headers:?}");
            assert_eq!(status, 200, "{about}");
            assert_eq!(header("content-type").unwrap().split(';').next(), Some(kind), "{about}");
            let (encoding, end) = match packed {
                Packed::Beside => (encoding, end),
                Packed::OnItsWay => (encoding.map(|_| "gzip"), ""),
                Packed::Never => (None, ""),
            };
            assert_eq!(header("content-encoding"), encoding, "{about}");
            let built = fs::metadata(file(&format!("dist/{lies}{end}"))).unwrap().len();
            assert!(if encoding.is_some() && end.is_empty() { length < built } else { length == built }, "{about}");
            assert!(matches!(packed, Packed::Never) || header("vary") == Some("Accept-Encoding"), "{about}");
            assert_eq!(header("content-language"), None, "{about}");
            let caching = if kept { "public, max-age=31536000, immutable" } else { "no-cache" };
            assert_eq!(header("cache-control"), Some(caching), "{about}");
            assert_eq!(
                header("content-security-policy"),
                Some(&*format!("frame-ancestors 'self'\n{policy}")),
                "{about}"
            );
            assert_eq!(header("referrer-policy"), Some("no-referrer"), "{about}");
            assert_eq!(header("x-content-type-options"), Some("nosniff"), "{about}");
            assert_eq!(header("access-control-allow-origin"), Some("*"), "{about}");
            assert!(header("permissions-policy").unwrap().contains("geolocation=()"), "{about}");
        }
    }
    // What has not changed is not sent again, and no folder is listed.
    assert!(server.get("", "br").1.contains_key("etag"));
    assert!([403, 404].contains(&server.get("notices/", "br").0));
    assert_eq!(server.get("nothing.js", "br").0, 404);
}

/// From the first question to the PDF, without a word on the console.
async fn carries_the_path(server: &Server) {
    let mut browser = Browser::open(360, 740).await;
    browser.site.url.clone_from(&server.url);
    answered(&browser).await;
    browser.click("main a.btn-primary").await;
    browser.heading("Dalle risposte non risultano ostacoli").await;
    browser.run("location.hash = '#/dati'").await;
    browser.heading("Dati per la domanda").await;
    browser.run("location.hash = '#/modulo'").await;
    browser.heading("La domanda").await;
    browser.tab_to("#download").await;
    browser.press(ENTER).await;
    browser.until("the PDF", "document.querySelector('[role=status]').innerText.includes('pronto')").await;
    assert!(browser.downloaded("domanda.pdf").await.starts_with(b"%PDF-"));
    browser.quiet("the path behind a server").await;

    // The policy holds: what it forbids does not happen.
    let forbidden = "const done = arguments[arguments.length - 1], seen = new Set();
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          seen.add(effectiveDirective);
          if (seen.size === 4) done([[...seen].sort(), window.inlined ?? null]);
        });
        const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
        add('script', { textContent: 'window.inlined = true' });
        add('img', { src: 'https://elsewhere.example/answer.png' });
        document.body.setAttribute('style', 'color: red');
        fetch('https://elsewhere.example/answer').catch(() => {});";
    let stopped = browser.client.execute_async(forbidden, Vec::new()).await.unwrap();
    assert_eq!(stopped, json!([["connect-src", "img-src", "script-src-elem", "style-src-attr"], null]));
}

#[tokio::test]
async fn nginx_serves_the_page_under_its_policy() {
    let server = Server::nginx();
    serves_well(&server);
    carries_the_path(&server).await;
}

#[tokio::test]
async fn apache_serves_the_page_under_its_policy() {
    let server = Server::apache(false);
    serves_well(&server);
    carries_the_path(&server).await;
}

#[test]
fn apache_takes_the_same_as_htaccess() {
    serves_well(&Server::apache(true));
}

#[test]
fn every_server_file_has_the_pages_policy() {
    for name in ["nginx.conf", "apache.conf", "Caddyfile"] {
        let said = text(&format!("servers/{name}"));
        assert!(said.contains(&format!("\"{}\"", policy())), "{name} has another policy");
        let to_change: Vec<_> =
            said.lines().filter(|line| !line.trim().starts_with('#') && line.contains("frame-ancestors")).collect();
        assert_eq!(to_change.len(), 1, "{name}: {to_change:?}");
    }
}
