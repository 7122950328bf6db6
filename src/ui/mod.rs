//! The page: state, pages, components. What is shown is worked out by `assess` and `text`; here it is only placed.

#[cfg(feature = "whole")]
mod later;
mod loading;
mod pages;
mod parts;
mod route;
mod session;

use std::cell::RefCell;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Render;

use crate::answers::Draft;
#[cfg(feature = "whole")]
use crate::browser::whole::HandOver;
use crate::browser::whole::{Files, Mode};
use crate::browser::{address, clock, listener, window};
use crate::programme::{About, Office, Rules, Tongue, Voice};
use crate::text::say;
use parts::html::{Node, changing, el, p, text, view_node};
use route::Page;
use session::Session;

/// Id of the element that the page takes over; its `data-notice` names the notice where the address does not.
const PLACE: &str = "dopo-di-noi";

/// What a visit begins with.
pub struct Loaded {
    rules: Rules,
    files: Files,
}

/// Fetches the notice and its programme, then shows the first page, or whom to ask where that fails.
pub async fn start() {
    let url = match address::parameter("notice") {
        Some(named) => here(&named).then(|| url_of(&named)),
        None => window::attribute(PLACE, "data-notice").map(|named| url_of(&named)),
    };
    let loaded = match url {
        Some(url) => Files::fetch(url, first_tongue()).await.and_then(loaded),
        None => Err(None),
    };
    show(loaded, first_mode(), Draft::default());
}

/// Goes on with a visit that another module began, where it stands.
#[cfg(feature = "whole")]
pub fn go_on(over: HandOver) {
    let draft = Draft::from_json(&over.draft);
    show(loaded(over.files), over.mode, draft);
    window::focus(parts::HEADING);
}

fn show(loaded: Result<Loaded, Option<Office>>, mode: Mode, draft: Draft) {
    let Some(place) = window::place(PLACE) else { return };
    let view = move || match (loaded, clock::today()) {
        (Ok(loaded), Some(today)) => app(Session::new(loaded, mode, draft, today)).into_any(),
        (Ok(loaded), None) => pages::broken(loaded.rules.voice(), Some(&loaded.rules.notice.office)).into_view(),
        (Err(office), _) => {
            pages::broken(Voice { tongue: first_tongue(), ..Voice::default() }, office.as_ref()).into_view()
        }
    };
    MOUNTED.set(Some(mount_to(place, view)));
}

thread_local! {
    /// The view, for as long as this module has the page.
    static MOUNTED: RefCell<Option<UnmountHandle<<AnyView as Render>::State>>> = const { RefCell::new(None) };
}

/// Lets go of the page that another module has taken over.
#[cfg(not(feature = "whole"))]
fn let_go() {
    drop(MOUNTED.take());
}

/// Where a notice is, named by id or by its address.
fn url_of(notice: &str) -> String {
    if notice.contains('/') { notice.to_owned() } else { format!("notices/{notice}.json") }
}

/// Whether a notice named in the address of the page is on this site. Anybody can make a link: one that showed another
/// site's notice, with another office's telephone, under this site's name would be believed.
fn here(notice: &str) -> bool {
    !notice.contains(':') && !notice.contains('\\') && !notice.starts_with("//")
}

fn loaded(files: Files) -> Result<Loaded, Option<Office>> {
    let rules = files.rules(About::Anyone)?;
    Ok(Loaded { rules, files })
}

/// What the address says, or the place where the page stands.
fn said(name: &str) -> Option<String> {
    address::parameter(name).or_else(|| window::attribute(PLACE, &format!("data-{name}")))
}

/// The mode that a visit begins in.
fn first_mode() -> Mode {
    said("mode").map(|mode| Mode::of_key(&mode)).unwrap_or_default()
}

/// The reading that a visit begins in.
fn first_tongue() -> Tongue {
    match (said("lang").as_deref(), said("reading").as_deref()) {
        (Some("en"), _) => Tongue::English,
        (_, Some("facile")) => Tongue::Facile,
        _ => Tongue::Italian,
    }
}

/// Header, the page of the moment, footer.
fn app(session: Session) -> impl IntoView {
    let listener = StoredValue::new_local(address::on_change(move || session.follow_address()));
    let printing = StoredValue::new_local(listener::on("beforeprint", window::open_details));
    on_cleanup(move || {
        listener.dispose();
        printing.dispose();
    });
    session.follow_address();
    Effect::new(move |_| {
        let (page, tongue) = (session.page.get(), session.tongue.get());
        window::set_title(&format!("{} - {}", session.title(&page), say(&session.rules().programme.title)));
        window::set_language(tongue.language());
    });
    Effect::new(move |shown: Option<Page>| {
        let page = session.page.get();
        if shown.is_some_and(|shown| shown != page) {
            window::to_top();
            request_animation_frame(|| {
                window::focus(parts::HEADING);
            });
        }
        page
    });
    let brand = changing(move || {
        session.tongue.track();
        let rules = session.rules();
        let brand = vec![
            text("p", "it-brand-title", say(&rules.programme.title)),
            text("p", "it-brand-tagline", say(&rules.notice.title)),
        ];
        logo().into_iter().chain([el("div", "it-brand-words", brand)]).collect()
    });
    let header = vec![el("div", "it-brand-text", vec![brand]), parts::readings(session)];
    let shown = changing(move || {
        session.tongue.track();
        session.page.with(|page| parts::drawing(session, page).into_iter().chain(pages::show(session, page)).collect())
    });
    let footer = changing(move || {
        session.tongue.track();
        vec![p(&session.stamp()), text("p", "print-only", &address::page())]
    });
    let aloud = parts::read_aloud(session).into_view();
    vec![
        el("header", "it-header-center-wrapper", header).into_view(),
        aloud,
        el("main", "", vec![shown]).into_view(),
        el("footer", "it-footer", vec![footer]).into_view(),
    ]
}

/// The host's own sign, where it gives one. The words beside it say whose page it is.
fn logo() -> Option<Node> {
    let url = window::attribute(PLACE, "data-logo")?;
    Some(view_node(view! { <img class="it-brand-logo" src=url alt=""/> }))
}
