//! Shown while the second module of the page comes, which has the later steps; and what to do where it does not.

use leptos::prelude::*;

use super::super::let_go;
use super::super::parts::html::{Node, el, text, view_node};
use super::super::parts::{backward, heading, save_answers};
use super::super::route::Page;
use super::super::session::Session;
use crate::browser::place::Told;
use crate::browser::whole::{self, NotFetched};
use crate::text::words::page;

/// A page that is taken over, or says that it could not be.
pub fn waiting(session: Session) -> Vec<Node> {
    let failed = RwSignal::new(false);
    let fetch = move || {
        failed.set(false);
        session.spawn(async move {
            let around = session.place.around().ok_or(NotFetched);
            let (come, files) = (whole::ready().await, session.whole_files().await.map_err(|_| NotFetched));
            let over = come.and(around).and_then(|around| match session.is_waiting() {
                // The person went back meanwhile.
                false => Ok(None),
                true => whole::take_over(&around, &session.handed_over(files?)).map(|()| Some(around)),
            });
            match over {
                Ok(Some(around)) => let_go(&around),
                Ok(None) => {}
                Err(_) => {
                    session.place.tell(&Told::Error("later_steps_not_loaded"));
                    failed.try_set(true);
                }
            }
        });
    };
    fetch();
    let begun = session.look(|visit| !visit.draft.is_empty());
    let said = move || match failed.get() {
        false => text("p", "waiting", &session.say(page::WAITING)).into_view(),
        true => {
            let again = view! { <button type="button" class="btn btn-primary" on:click=move |_| fetch()>{session.say(page::TRY_AGAIN)}</button> };
            let problem = text("p", "alert alert-danger", &session.say(page::WAITING_FAILED));
            let buttons = [view_node(again)].into_iter().chain(begun.then(|| save_answers(session))).collect();
            el("div", "", vec![problem, el("p", "buttons", buttons)]).into_view()
        }
    };
    let said = view! { <div role="status">{said}</div> };
    let title = session.page.with_untracked(|page| session.title(page));
    let back = if begun { Page::Review } else { Page::Start };
    vec![backward(session, &back), heading(&title), view_node(said)]
}
