//! From one notice to another, with the answers that both ask for: nobody answers twice.

use leptos::prelude::*;

use super::super::parts::HEADING;
use super::super::route::Page;
use super::super::session::{Session, Visit};
use super::super::{go_on, here, let_go, session_at, url_of};
use crate::application::Record;
use crate::browser::fetch::NotFetched;
use crate::browser::whole::{Files, HandOver};
use crate::programme::{About, Rules};

impl Session {
    /// Goes on with another notice, named by id or address, at the first question that it asks besides. The browser's Back
    /// leads here again.
    ///
    /// # Errors
    /// When its files do not arrive, or cannot be read.
    pub async fn turn_to(self, notice: &str) -> Result<(), NotFetched> {
        self.turn(notice, true).await
    }

    async fn turn(self, notice: &str, onward: bool) -> Result<(), NotFetched> {
        let url = url_of(notice);
        let failed = || NotFetched { url: url.clone() };
        let files = Files::fetch(url.clone(), self.tongue.get_untracked()).await.map_err(|_| failed())?;
        let rules: Rules = files.rules(About::Anyone).map_err(|_| failed())?;
        let Some(around) = self.place.around() else { return Ok(()) };
        let (as_of, mode) = (self.as_of.get_untracked(), self.mode());
        let kept = self.look(Visit::to_record);
        let typed = kept.typed.carried_to(&rules, self.today());
        let next = typed.next(&rules, self.today()).map(|question| question.id.clone());
        // What was said already is not asked again: only what is open is.
        let record = Record { reviewed: !typed.is_empty(), typed, notice: rules.notice.id, ..kept };
        let over = HandOver { files, mode, record: record.write() };
        // Nothing of this visit is used from here on.
        let_go(&around);
        if onward {
            around.begin_at(&next.map_or(Page::Review, Page::Question).step(), notice);
        }
        go_on(around.clone(), over);
        if let (Some(session), Some(_)) = (session_at(&around), as_of) {
            session.as_of.set(as_of);
            // What is shown was made anew for it.
            session.place.focus(HEADING);
        }
        Ok(())
    }
}

/// Follows the address to another notice, as the browser's Back asks for; whether it does.
pub fn follow(session: Session) -> bool {
    let asked = session.place.around().and_then(|around| around.asked_for("notice")).filter(|notice| here(notice));
    let Some(notice) = asked.filter(|notice| url_of(notice) != session.files().url) else { return false };
    session.spawn(async move {
        // Where it does not come, the page stays with what it has.
        let _ = session.turn(&notice, false).await;
    });
    true
}
