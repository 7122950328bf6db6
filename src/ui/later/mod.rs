//! The steps after the review: what the notice could offer, and what is done with it. They are in the second module of
//! the page, which takes over when the first of them is reached (decision 10).

mod application;
mod budget;
mod cases;
mod comparison;
mod desk;
mod documents;
mod drafts;
mod editor;
mod keep;
mod keeping;
mod kept;
mod official;
mod orientation;
mod paper;
mod parts;
mod person;
mod result;
mod resume;
mod section;
mod standing;
mod trial;
mod turn;

use super::parts::html::Node;
use super::route::Page;
use super::session::Session;
pub use keep::trouble;
pub use keeping::{Keeper, Standing};
pub use kept::Kept;
pub use turn::follow;

/// The view of a later step.
pub fn show(session: Session, page: &Page) -> Vec<Node> {
    match page {
        Page::Section(id) => section::section(session, id),
        Page::Trial(question) => trial::trial(session, question.as_deref()),
        Page::Comparison => comparison::comparison(session),
        Page::Budget => budget::budget(session),
        Page::Cases => cases::cases(session),
        Page::Case => cases::case(session),
        Page::Sheet(which) => cases::sheet(session, *which),
        Page::Keep => keep::keep(session),
        Page::Resume => resume::resume(session),
        Page::Desk => desk::desk(session),
        Page::Editor => editor::editor(session),
        Page::Documents => documents::documents(session),
        Page::Person => person::person(session),
        Page::Application => application::application(session),
        Page::Start | Page::Question(_) | Page::Review | Page::Result => {
            if session.rules().programme.leads.is_empty() {
                result::result(session)
            } else {
                orientation::orientation(session)
            }
        }
    }
}
