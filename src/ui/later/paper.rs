//! What an office receives is in Italian, and says the same whoever fills in: it is made from rules of its own voice,
//! whatever reading the page is in.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, p, text};
use super::super::parts::{button, save_answers};
use super::super::session::Session;
use crate::browser::fetch::NotFetched;
use crate::programme::{About, Rules, Tongue};
use crate::text::words::page;

impl Session {
    /// The rules that papers are made from, where their texts are at hand.
    pub fn paper(self) -> Option<Arc<Rules>> {
        let kept = self.look(|visit| visit.later.paper.clone());
        kept.or_else(|| {
            let files = Some(self.files()).filter(|files| files.tongue == Tongue::Italian)?;
            self.keep_paper(files.rules(About::Anyone).ok()?)
        })
    }

    fn keep_paper(self, rules: Rules) -> Option<Arc<Rules>> {
        let rules = Arc::new(rules);
        self.change(|visit| visit.later.paper = Some(rules.clone()));
        Some(rules)
    }

    /// The same, fetched where they are not at hand.
    ///
    /// # Errors
    /// When they do not arrive.
    pub async fn paper_fetched(self) -> Result<Arc<Rules>, NotFetched> {
        if let Some(rules) = self.paper() {
            return Ok(rules);
        }
        let files = self.texts(Tongue::Italian).await?;
        let rules = files.rules(About::Anyone).ok().and_then(|rules| self.keep_paper(rules));
        rules.ok_or(NotFetched { url: files.url })
    }
}

/// What is shown of papers, once their texts are at hand. What is quoted of them is in Italian.
pub fn on_paper(session: Session, shown: impl Fn(&Arc<Rules>) -> Vec<Node> + Send + Sync + 'static) -> Node {
    let fetch = move || -> Fetching { Box::pin(session.paper_fetched()) };
    once_fetched(session, session.paper(), Arc::new(fetch), Box::new(shown))
}

/// What is shown in easy-to-read Italian, whatever reading the page is in.
pub fn on_easy_paper(session: Session, shown: impl Fn(&Arc<Rules>) -> Vec<Node> + Send + Sync + 'static) -> Node {
    let fetch = move || -> Fetching {
        Box::pin(async move {
            let files = session.texts(Tongue::Facile).await?;
            files.rules(About::Anyone).map(Arc::new).map_err(|_| NotFetched { url: files.url })
        })
    };
    once_fetched(session, None, Arc::new(fetch), Box::new(shown))
}

/// What is shown of rules.
type Shown = dyn Fn(&Arc<Rules>) -> Vec<Node> + Send + Sync;

/// Rules on their way.
type Fetching = Pin<Box<dyn Future<Output = Result<Arc<Rules>, NotFetched>>>>;

fn once_fetched(
    session: Session,
    at_hand: Option<Arc<Rules>>,
    fetching: Arc<dyn Fn() -> Fetching + Send + Sync>,
    shown: Box<Shown>,
) -> Node {
    let fetched = RwSignal::new(Ok(at_hand));
    let fetch = move || {
        fetched.set(Ok(None));
        let rules = fetching();
        session.spawn(async move {
            let rules = rules.await;
            // The person may have left the page meanwhile.
            fetched.try_set(rules.map(Some));
        });
    };
    if fetched.with_untracked(|fetched| fetched == &Ok(None)) {
        fetch();
    }
    changing(move || match fetched.get() {
        Ok(Some(rules)) => shown(&rules),
        Ok(None) => vec![p(&session.say(page::WAITING))],
        Err(_) => {
            let problem = text("p", "alert alert-danger", &session.say(page::WAITING_FAILED));
            vec![
                problem,
                el("p", "buttons", vec![button(&session.say(page::TRY_AGAIN), fetch.clone()), save_answers(session)]),
            ]
        }
    })
}
