//! The page: state, pages, components. What is shown is worked out by `assess` and `text`; here it is only placed.

mod pages;
mod parts;
mod route;
mod session;

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::{address, clock, fetch, window};
use crate::programme::{self, Office, Rules};
use crate::text::say;
use parts::html::{el, p, text};
use route::Page;
use session::Session;

/// Id of the element that the page takes over; its `data-notice` names the notice where the address does not.
const PLACE: &str = "dopo-di-noi";

/// Fetches the notice and its programme, then shows the first page, or whom to ask where that fails.
pub async fn start() {
    let url = match address::parameter("notice") {
        Some(named) => here(&named).then(|| url_of(&named)),
        None => window::attribute(PLACE, "data-notice").map(|named| url_of(&named)),
    };
    let loaded = match url {
        Some(url) => load(&url).await,
        None => Err(None),
    };
    let Some(place) = window::place(PLACE) else { return };
    // The view lives as long as the page.
    match (loaded, clock::today()) {
        (Ok(rules), Some(today)) => mount_to(place, move || app(Session::new(Arc::new(rules), today))).forget(),
        (Ok(rules), None) => mount_to(place, move || pages::broken(Some(&rules.notice.office)).into_view()).forget(),
        (Err(office), _) => mount_to(place, move || pages::broken(office.as_ref()).into_view()).forget(),
    }
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
async fn load(url: &str) -> Result<Rules, Option<Office>> {
    let json = fetch::text(url).await.map_err(|_| None)?;
    let office = || programme::office_of(&json);
    let notice = programme::notice(url, &json).map_err(|_| office())?;
    let url = format!("programmes/{}.it.json", notice.extends);
    let file = fetch::text(&url).await.map_err(|_| office())?;
    let programme = programme::published(&url, &file).map_err(|_| office())?;
    programme::rules(&url, programme, notice).map_err(|_| office())
}

/// Header, the page of the moment, footer.
fn app(session: Session) -> impl IntoView {
    let listener = StoredValue::new_local(address::on_change(move || session.follow_address()));
    on_cleanup(move || listener.dispose());
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
    let header =
        vec![text("p", "site-title", say(&rules.programme.title)), text("p", "site-notice", say(&rules.notice.title))];
    view! {
        {el("header", "site", header).into_view()}
        <main>{move || session.page.with(|page| pages::show(session, page))}</main>
        {el("footer", "site", vec![p(&session.stamp())]).into_view()}
    }
}
