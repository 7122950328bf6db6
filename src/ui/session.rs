//! The state of one visit. It lives in memory only: a reload forgets it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;

use super::Loaded;
use super::route::Page;
use crate::answers::{Answers, Draft};
use crate::browser::address;
use crate::browser::whole::Files;
#[cfg(not(feature = "whole"))]
use crate::browser::whole::HandOver;
use crate::date::Date;
use crate::programme::Rules;
use crate::text::{figures, it, say};

/// What was typed and ticked.
#[derive(Default)]
pub struct Visit {
    /// Answers.
    pub draft: Draft,
    /// What the later steps keep.
    #[cfg(feature = "whole")]
    pub later: super::later::Kept,
    /// Whether the review was reached: from then on a changed answer leads back to it.
    reviewed: bool,
}

/// A page has one thread: nobody else holds the visit, and a panic elsewhere leaves it as it was.
#[inline(never)]
fn locked(visit: &Mutex<Visit>) -> MutexGuard<'_, Visit> {
    visit.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What every page is given. The visit is owned by the application and outlives each page. Only the step is a signal:
/// a page is made anew when it is reached, from the visit as it stands then.
#[derive(Clone, Copy)]
pub struct Session {
    rules: StoredValue<Arc<Rules>>,
    files: StoredValue<Arc<Files>>,
    visit: StoredValue<Arc<Mutex<Visit>>>,
    /// The day of the visit.
    pub today: Date,
    /// The step shown.
    pub page: RwSignal<Page>,
}

impl Session {
    /// A new visit, or one that goes on with a draft.
    pub fn new(loaded: Loaded, draft: Draft, today: Date) -> Self {
        let visit = Visit {
            reviewed: !draft.is_empty(),
            draft,
            #[cfg(feature = "whole")]
            later: super::later::Kept::default(),
        };
        Self {
            rules: StoredValue::new(Arc::new(loaded.rules)),
            files: StoredValue::new(Arc::new(loaded.files)),
            visit: StoredValue::new(Arc::new(Mutex::new(visit))),
            today,
            page: RwSignal::default(),
        }
    }

    // The look-up of a stored value is long code: not to be repeated wherever somebody asks.
    /// The rules.
    #[inline(never)]
    pub fn rules(self) -> Arc<Rules> {
        self.rules.get_value()
    }

    #[inline(never)]
    fn visit(self) -> Arc<Mutex<Visit>> {
        self.visit.get_value()
    }

    /// Whether the step shown is one of the other module's.
    #[cfg(not(feature = "whole"))]
    pub fn is_waiting(self) -> bool {
        self.page.with_untracked(|page| !matches!(page, Page::Start | Page::Question(_) | Page::Review))
    }

    /// All that another module needs to go on from here.
    #[cfg(not(feature = "whole"))]
    pub fn handed_over(self) -> HandOver {
        let draft = self.look(|visit| visit.draft.to_json());
        HandOver { files: self.files.get_value().as_ref().clone(), draft }
    }

    /// The address of a file that is served beside the notice.
    #[cfg(feature = "whole")]
    pub fn beside_notice(self, file: &str) -> String {
        let files = self.files.get_value();
        let notice = files.url.split(['?', '#']).next().unwrap_or_default();
        let folder = notice.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{file}")
    }

    /// Looks at the visit, which nobody else can look at meanwhile: what else is needed is asked before.
    pub fn look<T>(self, look: impl FnOnce(&Visit) -> T) -> T {
        look(&locked(&self.visit()))
    }

    /// Changes the visit.
    pub fn change(self, change: impl FnOnce(&mut Visit)) {
        change(&mut locked(&self.visit()));
    }

    /// What stands in the field of a question.
    pub fn raw(self, question: &str) -> Option<String> {
        self.look(|visit| visit.draft.raw(question).map(Into::into))
    }

    /// Keeps what was typed.
    pub fn set_raw(self, question: &str, raw: &str) {
        self.change(|visit| visit.draft.set(question, raw));
    }

    /// The answers understood so far.
    pub fn answers(self) -> Answers {
        self.look(|visit| visit.draft.answers(&self.rules(), self.today))
    }

    /// Goes to a step.
    pub fn go(self, page: &Page) {
        address::go(&page.step());
    }

    /// Shows the step of the address. With nothing answered yet, after a reload or from an old link, every step but
    /// the first question would be empty: then the start is shown.
    pub fn follow_address(self) {
        let rules = self.rules();
        let page = Page::read(&address::step());
        let is_first = |id: &str| rules.programme.questions.first().is_some_and(|first| first.id == id);
        let shown = match &page {
            Page::Question(id) | Page::Trial(Some(id)) if rules.question(id).is_none() => Page::Start,
            Page::Question(id) if is_first(id) => page,
            // They begin with a file, not with an answer.
            Page::Resume | Page::Desk => page,
            _ if self.look(|visit| visit.draft.is_empty()) => Page::Start,
            _ => page,
        };
        if shown.step() != address::step() {
            address::replace(&shown.step());
        }
        if shown == Page::Review {
            self.change(|visit| visit.reviewed = true);
        }
        self.page.set(shown);
    }

    /// The questions asked, as things stand, by id.
    pub fn asked(self) -> Vec<String> {
        let rules = self.rules();
        self.look(|visit| {
            visit.draft.asked(&rules, self.today).into_iter().map(|question| question.id.clone()).collect()
        })
    }

    /// The first question that is asked and not dealt with.
    pub fn open_question(self) -> Option<Page> {
        let rules = self.rules();
        self.look(|visit| visit.draft.next(&rules, self.today).map(|next| Page::Question(next.id.clone())))
    }

    /// The step after a question: the next one in order, or, once the review was reached, the next one that is still
    /// open, and the review after the last.
    pub fn after(self, question: &str) -> Page {
        let next =
            if self.look(|visit| visit.reviewed) { self.open_question() } else { self.neighbour(question, false) };
        next.unwrap_or(Page::Review)
    }

    /// The step before a question.
    pub fn before(self, question: &str) -> Page {
        self.neighbour(question, true).unwrap_or(Page::Start)
    }

    /// The question asked just before or after this one, which may itself not be asked any more.
    fn neighbour(self, question: &str, before: bool) -> Option<Page> {
        let rules = self.rules();
        let place = rules.place_of(question);
        let mut asked = self.asked().into_iter();
        let found = if before {
            asked.rfind(|other| rules.place_of(other) < place)
        } else {
            asked.find(|other| rules.place_of(other) > place)
        };
        found.map(Page::Question)
    }

    /// The title of a step.
    pub fn title(self, page: &Page) -> String {
        match page {
            Page::Start => it::page::START.into(),
            Page::Question(id) => {
                self.rules().question(id).map_or_else(String::new, |question| say(&question.label).into())
            }
            Page::Review => it::page::REVIEW.into(),
            Page::Result => it::page::RESULT.into(),
            Page::Trial(_) => it::page::TRIAL.into(),
            Page::Comparison => it::page::COMPARISON.into(),
            Page::Budget => it::page::SHEET.into(),
            Page::Resume => it::page::RESUME.into(),
            Page::Desk => it::desk::TITLE.into(),
            Page::Documents => it::page::DOCUMENTS.into(),
            Page::Person => it::page::PERSON.into(),
            Page::Application => it::page::APPLICATION.into(),
        }
    }

    /// The day and the versions that every figure on the page belongs to.
    pub fn stamp(self) -> String {
        let notice = &self.rules().notice;
        it::page::STAMP
            .replace("{day}", &figures::day(self.today))
            .replace("{notice}", &notice.id)
            .replace("{version}", &notice.version)
    }
}
