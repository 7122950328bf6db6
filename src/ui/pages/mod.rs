//! The steps up to the review, one file each.

mod broken;
mod question;
mod review;
mod start;
#[cfg(not(feature = "whole"))]
mod waiting;

use super::parts::html::Node;
use super::route::Page;
use super::session::Session;

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

/// Begins to fetch the steps after the review: they come while questions are answered.
#[cfg(not(feature = "whole"))]
fn fetch_ahead(session: Session) {
    session.spawn(async move {
        // Not now, then: both are asked for again when they are needed.
        if crate::browser::whole::ready().await.is_ok() {
            let _ = session.whole_files().await;
        }
    });
}
