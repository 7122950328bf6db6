//! The page: state, pages, components. What is shown is worked out by `assess` and `text`; here it is only placed.

#[cfg(feature = "whole")]
mod later;
mod pages;
mod parts;
mod route;
mod session;

use std::cell::RefCell;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Render;

use crate::answers::Draft;
use crate::browser::whole::Files;
#[cfg(feature = "whole")]
use crate::browser::whole::HandOver;
use crate::browser::{address, clock, fetch, listener, window};
use crate::programme::{self, Office, Rules};
use crate::text::say;
use parts::html::{el, p, text};
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
        Some(url) => load(url).await,
        None => Err(None),
    };
    show(loaded, Draft::default());
}

/// Goes on with a visit that another module began, where it stands.
#[cfg(feature = "whole")]
pub fn go_on(over: HandOver) {
    let draft = Draft::from_json(&over.draft);
    show(rules(over.files), draft);
    window::focus(parts::HEADING);
}

fn show(loaded: Result<Loaded, Option<Office>>, draft: Draft) {
    let Some(place) = window::place(PLACE) else { return };
    let view = move || match (loaded, clock::today()) {
        (Ok(loaded), Some(today)) => app(Session::new(loaded, draft, today)).into_any(),
        (Ok(loaded), None) => pages::broken(Some(&loaded.rules.notice.office)).into_view(),
        (Err(office), _) => pages::broken(office.as_ref()).into_view(),
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

/// The rules of a notice; the office, as far as it is known, where they cannot be had.
async fn load(url: String) -> Result<Loaded, Option<Office>> {
    let notice = fetch::text(&url).await.map_err(|_| None)?;
    let office = || programme::office_of(&notice);
    let extends = programme::notice(&url, &notice).map_err(|_| office())?.extends;
    let programme = fetch::text(&programme_url(&extends)).await.map_err(|_| office())?;
    rules(Files { url, notice, programme })
}

fn programme_url(id: &str) -> String {
    format!("programmes/{id}.it.json")
}

fn rules(files: Files) -> Result<Loaded, Option<Office>> {
    let office = |_| programme::office_of(&files.notice);
    let notice = programme::notice(&files.url, &files.notice).map_err(office)?;
    let programme = programme::published(&programme_url(&notice.extends), &files.programme).map_err(office)?;
    let rules = programme::rules(&files.url, programme, notice).map_err(office)?;
    Ok(Loaded { rules, files })
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
    let rules = session.rules();
    let title = say(&rules.programme.title).to_owned();

    Effect::new(move |shown: Option<Page>| {
        let page = session.page.get();
        window::set_title(&format!("{} - {title}", session.title(&page)));
        if shown.is_some_and(|shown| shown != page) {
            window::to_top();
            request_animation_frame(|| {
                window::focus(parts::HEADING);
            });
        }
        page
    });
    let brand = vec![
        text("p", "it-brand-title", say(&rules.programme.title)),
        text("p", "it-brand-tagline", say(&rules.notice.title)),
    ];
    let header = vec![el("div", "it-brand-text", brand)];
    view! {
        {el("header", "it-header-center-wrapper", header).into_view()}
        <main>{move || session.page.with(|page| pages::show(session, page))}</main>
        {el("footer", "it-footer", vec![p(&session.stamp()), text("p", "print-only", &address::page())]).into_view()}
    }
}
