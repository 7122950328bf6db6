//! The steps of the path, one file each.

mod application;
mod broken;
mod documents;
mod person;
mod question;
mod result;
mod review;
mod start;

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
        Page::Result => result::result(session),
        Page::Documents => documents::documents(session),
        Page::Person => person::person(session),
        Page::Application => application::application(session),
    };
    views(nodes)
}
