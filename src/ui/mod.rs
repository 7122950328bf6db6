//! The page: state, pages, components. What is shown is worked out by `assess` and `text`; here it is only placed.

#[cfg(feature = "editor")]
pub mod editor;
#[cfg(feature = "whole")]
mod later;
mod loading;
mod pages;
mod parts;
mod route;
mod session;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Render;
#[cfg(not(feature = "editor"))]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser::place::{Around, Place, Told};
#[cfg(feature = "whole")]
use crate::browser::whole::HandOver;
use crate::browser::whole::{Files, Mode};
use crate::browser::{address, clock, fetch};
use crate::programme::{About, Office, Rules, Tongue, Voice};
use crate::text::say;
use crate::text::words::page;
use parts::html::{Node, changing, el, el_with_id, p, text, view_node, words};
use route::{PARTS, Page};
use session::{Session, Visit};

/// What a visit begins with.
pub struct Loaded {
    rules: Rules,
    files: Files,
}

/// Fetches the notice and its programme, then shows the first page, or whom to ask where that fails. All that an
/// earlier visit held may be given, as [`leave`] returned it.
pub async fn start(around: Around, record: Option<String>) {
    let url = match around.asked_for("notice") {
        Some(named) => here(&named).then(|| url_of(&named)),
        None => around.given_by_host("notice").map(|named| url_of(&named)),
    };
    let loaded = match url {
        Some(url) => Files::fetch(url, tongue(&around)).await.and_then(loaded),
        None => Err(None),
    };
    let (mode, visit) = (mode(&around), Visit::of_record(record.as_deref()));
    show(around, loaded, mode, visit, true);
}

/// Goes on with a visit that another module began, where it stands.
#[cfg(feature = "whole")]
pub fn go_on(around: Around, over: HandOver) {
    let visit = Visit::of_record(Some(&over.record));
    if let Some(session) = show(around, loaded(over.files), over.mode, visit, false) {
        session.place.focus(parts::HEADING);
    }
}

/// Has a visit follow what its place now says of its mode, or else of language and reading. Only of what has changed: the
/// person may have chosen the other.
#[cfg_attr(not(feature = "editor"), wasm_bindgen)]
pub fn change(around: &Around, of_mode: bool) {
    match session_at(around) {
        Some(session) if of_mode => session.set_mode(mode(around)),
        Some(session) => session.read_in(tongue(around)),
        None => {}
    }
}

/// Ends a visit and lets go of all it held.
#[cfg_attr(not(feature = "editor"), wasm_bindgen)]
pub fn leave(around: &Around) {
    let_go(around);
}

/// A visit where it stands, for as long as this module has it.
struct Shown {
    around: Around,
    session: Option<Session>,
    _view: UnmountHandle<<AnyView as Render>::State>,
}

thread_local! {
    static SHOWN: RefCell<Vec<Shown>> = const { RefCell::new(Vec::new()) };
}

fn session_at(around: &Around) -> Option<Session> {
    SHOWN.with_borrow(|shown| shown.iter().find(|one| one.around == *around)?.session)
}

/// Lets go of a visit: it has ended, or another module has taken it over.
fn let_go(around: &Around) {
    let gone = SHOWN.with_borrow_mut(|shown| {
        let at = shown.iter().position(|one| one.around == *around)?;
        Some(shown.swap_remove(at))
    });
    // Only now: what happens while it goes may ask for others.
    gone.iter().flat_map(|gone| gone.session).for_each(Session::keep);
    drop(gone);
}

/// Shows a visit; its session, where there is one. Somebody new is told of.
fn show(
    around: Around,
    loaded: Result<Loaded, Option<Office>>,
    mode: Mode,
    visit: Visit,
    new: bool,
) -> Option<Session> {
    let body = around.emptied()?;
    let (said, here) = (tongue(&around), around.clone());
    let session = Rc::new(Cell::new(None));
    let kept = Rc::clone(&session);
    let view = move || match (loaded, clock::today()) {
        (Ok(loaded), Some(today)) => {
            let session = Session::new(Place::new(here.clone()), loaded, mode, visit, today);
            kept.set(Some(session));
            app(session, &here, new).into_any()
        }
        (Ok(loaded), None) => broken(&here, loaded.rules.voice(), Some(&loaded.rules.notice.office)),
        (Err(office), _) => broken(&here, Voice { tongue: said, ..Voice::default() }, office.as_ref()),
    };
    let view = mount_to(body, view);
    let session = session.get();
    SHOWN.with_borrow_mut(|shown| shown.push(Shown { around, session, _view: view }));
    session
}

fn broken(around: &Around, voice: Voice, office: Option<&Office>) -> AnyView {
    around.say(&Told::Error("notice_not_read"));
    pages::broken(around.main(), voice, office).into_view()
}

/// Where a notice is, named by id or by its address.
fn url_of(notice: &str) -> String {
    let path = if notice.contains('/') { notice.to_owned() } else { format!("notices/{notice}.json") };
    fetch::address(&path)
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

/// What the address says, or the place where the visit stands.
fn said(around: &Around, name: &str) -> Option<String> {
    around.asked_for(name).or_else(|| around.given_by_host(name))
}

/// The mode that its place asks for.
fn mode(around: &Around) -> Mode {
    said(around, "mode").map(|mode| Mode::of_key(&mode)).unwrap_or_default()
}

/// The reading that its place asks for.
fn tongue(around: &Around) -> Tongue {
    match (said(around, "lang").as_deref(), said(around, "reading").as_deref()) {
        (Some("en"), _) => Tongue::English,
        (_, Some("facile")) => Tongue::Facile,
        _ => Tongue::Italian,
    }
}

/// Header, the page of the moment, footer.
fn app(session: Session, around: &Around, new: bool) -> impl IntoView {
    let place = session.place;
    let listener = StoredValue::new_local(place.on_step(move || session.follow_address()));
    #[cfg(feature = "whole")]
    let windows = StoredValue::new_local(session.hear_windows());
    on_cleanup(move || {
        #[cfg(feature = "whole")]
        windows.dispose();
        listener.dispose();
    });
    session.follow_address();
    Effect::new(move |_| {
        let (page, tongue) = (session.page.get(), session.tongue.get());
        place.set_title(&format!("{} - {}", session.title(&page), say(&session.rules().programme.title)));
        place.set_language(tongue.language());
    });
    Effect::new(move |shown: Option<Page>| {
        let page = session.page.get();
        let changed = shown.as_ref().is_some_and(|shown| *shown != page);
        if shown.is_none() && new {
            place.tell(&Told::Ready);
        }
        if changed || shown.is_none() && new {
            place.tell(&Told::Step { step: page.part(), of: PARTS });
        }
        if changed {
            place.to_top();
            request_animation_frame(move || place.focus(parts::HEADING));
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
        // What it does is not the module's: it works where that fails (src/browser/visits.js).
        let exit = el_with_id("button", "reading exit no-print", "exit", vec![words(&session.say(page::EXIT))]);
        logo(place).into_iter().chain([el("div", "it-brand-words", brand), exit]).collect()
    });
    let header = vec![el("div", "it-brand-text", vec![brand]), parts::readings(session), parts::tools(session)];
    let shown = changing(move || {
        session.tongue.track();
        #[cfg(feature = "whole")]
        session.as_of.track();
        session.page.with(|page| parts::drawing(session, page).into_iter().chain(pages::show(session, page)).collect())
    });
    let footer = changing(move || {
        session.tongue.track();
        #[cfg(feature = "whole")]
        session.as_of.track();
        vec![p(&session.stamp()), text("p", "print-only", &address::page())]
    });
    let aloud = parts::read_aloud(session).into_view();
    let (main, class) = around.main();
    vec![
        el(around.landmark("header"), "it-header-center-wrapper", header).into_view(),
        #[cfg(feature = "whole")]
        later::trouble(session).into_view(),
        aloud,
        el(main, class, vec![shown]).into_view(),
        el(around.landmark("footer"), "it-footer", vec![footer]).into_view(),
    ]
}

/// The host's own sign, where it gives one. The words beside it say whose page it is.
fn logo(place: Place) -> Option<Node> {
    let url = place.around()?.given_by_host("logo")?;
    Some(view_node(view! { <img class="it-brand-logo" src=url alt=""/> }))
}
