//! The steps up to the review, one file each.

mod broken;
mod question;
mod review;
mod start;
#[cfg(not(feature = "whole"))]
mod waiting;

use leptos::prelude::*;

use super::parts::html::views;
use super::route::Page;
use super::session::Session;

pub use broken::broken;

/// The view of a step.
pub fn show(session: Session, page: &Page) -> Vec<AnyView> {
    let nodes = match page {
        Page::Start => start::start(session),
        Page::Question(id) => question::question(session, id),
        Page::Review => review::review(session),
        #[cfg(feature = "whole")]
        later => super::later::show(session, later),
        #[cfg(not(feature = "whole"))]
        _ => waiting::waiting(session),
    };
    views(nodes)
}
