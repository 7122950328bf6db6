//! The steps up to the review, one file each.

mod broken;
mod question;
mod review;
mod start;
#[cfg(not(feature = "whole"))]
mod waiting;

#[cfg(not(feature = "whole"))]
use leptos::prelude::*;

#[cfg(not(feature = "whole"))]
use super::parts::after_paint;
use super::parts::html::Node;
use super::route::Page;
use super::session::Session;
#[cfg(not(feature = "whole"))]
use crate::browser::whole;

pub use broken::broken;
#[cfg(feature = "whole")]
pub use question::problem;

/// The view of a step.
pub fn show(session: Session, page: &Page) -> Vec<Node> {
    match page {
        Page::Start => start::start(session),
        Page::Question(id) => question::question(session, id),
        Page::Review => review::review(session),
        #[cfg(feature = "whole")]
        later => super::later::show(session, later),
        #[cfg(not(feature = "whole"))]
        _ => waiting::waiting(session),
    }
}

/// Begins to fetch the steps after the review, once in each reading: they come while questions are answered, and no touch
/// waits for it.
#[cfg(not(feature = "whole"))]
fn fetch_ahead(session: Session) {
    let tongue = session.tongue.get_untracked();
    if session.ahead.get_value() == Some(tongue) {
        return;
    }
    session.ahead.set_value(Some(tongue));
    after_paint(move || {
        session.spawn(async move {
            if whole::ready().await.is_err() || session.whole_files().await.is_err() {
                // Not now, then: with the next question it is tried again, and both are asked for when they are needed.
                session.ahead.set_value(None);
            }
        });
    });
}
