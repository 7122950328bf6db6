//! The state of one visit. It lives in memory only: a reload forgets it.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(not(feature = "whole"))]
use serde_json::Value;

use super::Loaded;
use super::parts::after_paint;
use super::route::{Page, Sheet};
use crate::answers::{Answers, Draft};
#[cfg(not(feature = "whole"))]
use crate::application::{NOTHING_LATER, write_with};
use crate::browser::fetch::NotFetched;
use crate::browser::place::Place;
#[cfg(not(feature = "whole"))]
use crate::browser::whole::HandOver;
use crate::browser::whole::{Files, Mode};
use crate::date::Date;
use crate::programme::{Rules, Tongue, Voice};
use crate::text::words::{Words, page};
use crate::text::{figures, it, say};

/// What was typed and ticked.
#[derive(Default)]
pub struct Visit {
    /// Answers.
    pub draft: Draft,
    /// What the later steps keep.
    #[cfg(feature = "whole")]
    pub later: super::later::Kept,
    /// The same as JSON, for the module that understands it.
    #[cfg(not(feature = "whole"))]
    later: String,
    /// Whether the review was reached: from then on a changed answer leads back to it.
    pub reviewed: bool,
}

#[cfg(not(feature = "whole"))]
impl Visit {
    /// What a record holds; a new visit where there is none. See [`Record`](crate::application::Record).
    pub fn of_record(record: Option<&str>) -> Self {
        let record: Value = record.and_then(|record| serde_json::from_str(record).ok()).unwrap_or_default();
        let later = record.get("later").map_or(NOTHING_LATER.into(), Value::to_string);
        Self {
            draft: Draft::from_value(&record["typed"]),
            reviewed: record["reviewed"].as_bool().unwrap_or_default(),
            later,
        }
    }

    /// All that it holds, as JSON.
    pub fn record(&self, rules: &Rules) -> String {
        let notice = &rules.notice;
        write_with(&notice.id, &notice.version, &self.draft, self.reviewed, &self.later)
    }
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
    /// In the voice of the moment.
    rules: StoredValue<Arc<Rules>>,
    files: StoredValue<Arc<Files>>,
    visit: StoredValue<Arc<Mutex<Visit>>>,
    /// What is around the visit.
    pub place: Place,
    /// The day of the visit.
    day: Date,
    /// Another day that the estimate is wanted for.
    #[cfg(feature = "whole")]
    pub as_of: RwSignal<Option<Date>>,
    /// The step shown.
    pub page: RwSignal<Page>,
    /// The reading that everything is shown in.
    pub tongue: RwSignal<Tongue>,
    mode: RwSignal<Mode>,
    /// The reading that was asked for last: of two quick wishes the later one counts, whichever texts arrive first.
    wanted: StoredValue<Tongue>,
    /// Whether its texts did not come.
    pub unread: RwSignal<bool>,
    /// Whether a change waits to be handed out.
    waiting: StoredValue<bool>,
    /// The reading in which the steps after the review were asked for last, or came.
    #[cfg(not(feature = "whole"))]
    pub ahead: StoredValue<Option<Tongue>>,
    /// The draft that it is kept in, where somebody asked for one.
    #[cfg(feature = "whole")]
    pub keeper: super::later::Keeper,
}

impl Session {
    /// A visit as it begins, or goes on.
    pub fn new(place: Place, loaded: Loaded, mode: Mode, visit: Visit, today: Date) -> Self {
        let tongue = loaded.files.tongue;
        let session = Self {
            rules: StoredValue::new(Arc::new(loaded.rules)),
            files: StoredValue::new(Arc::new(loaded.files)),
            visit: StoredValue::new(Arc::new(Mutex::new(visit))),
            place,
            day: today,
            #[cfg(feature = "whole")]
            as_of: RwSignal::new(None),
            page: RwSignal::default(),
            tongue: RwSignal::new(tongue),
            mode: RwSignal::new(mode),
            wanted: StoredValue::new(tongue),
            unread: RwSignal::new(false),
            waiting: StoredValue::new(false),
            #[cfg(not(feature = "whole"))]
            ahead: StoredValue::new(None),
            #[cfg(feature = "whole")]
            keeper: super::later::Keeper::new(),
        };
        session.address_reader();
        session
    }

    // The look-up of a stored value is long code: not to be repeated wherever somebody asks.
    /// The rules.
    #[inline(never)]
    pub fn rules(self) -> Arc<Rules> {
        self.rules.get_value()
    }

    /// The voice of the moment.
    pub fn voice(self) -> Voice {
        self.rules().voice()
    }

    /// The day of the estimate: that of the visit, unless another is wanted.
    pub fn today(self) -> Date {
        #[cfg(feature = "whole")]
        if let Some(day) = self.as_of.get_untracked() {
            return day;
        }
        self.day
    }

    /// Where it is asked which programme concerns somebody, if the site says where that is, and nothing was answered here yet.
    pub fn orientation(self) -> Option<String> {
        let notice = self.place.around()?.given_by_host("orientation")?;
        let other = notice != self.rules().notice.id && self.look(|visit| visit.draft.is_empty());
        other.then(|| format!("?notice={notice}"))
    }

    /// A phrase in that voice.
    #[inline(never)]
    pub fn say(self, words: Words) -> String {
        self.voice().say(words)
    }

    /// The same with what goes into its places.
    #[inline(never)]
    pub fn fill(self, words: Words, values: &[(&str, &str)]) -> String {
        self.voice().fill(words, values)
    }

    /// Addresses whoever fills in as was answered.
    pub fn address_reader(self) {
        let rules = self.rules();
        let applying = &rules.programme.applying;
        let about = applying.address(self.raw(&applying.question).as_deref());
        if about != rules.voice().about {
            // The same files were read before: they cannot fail now.
            if let Ok(rules) = self.files().rules(about) {
                self.rules.set_value(Arc::new(rules));
            }
        }
    }

    /// The files that it began with, in the reading of the moment.
    pub fn files(self) -> Arc<Files> {
        self.files.get_value()
    }

    /// Shows everything in another reading, once its texts have come.
    pub fn read_in(self, tongue: Tongue) {
        self.wanted.set_value(tongue);
        self.unread.set(false);
        self.spawn(async move {
            let files = self.texts(tongue).await;
            if self.wanted.get_value() != tongue {
                return;
            }
            match files.and_then(|files| self.speak(files)) {
                Ok(()) => {
                    let english = (tongue == Tongue::English).then_some("en");
                    let facile = (tongue == Tongue::Facile).then_some("facile");
                    self.place.remember(&[("lang", english), ("reading", facile)]);
                }
                Err(_) => self.unread.set(true),
            }
        });
    }

    /// Does what takes time, for as long as the visit lives: what it is about is gone afterwards.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.spawn_by(Box::pin(task));
    }

    /// The same for any of them: its code is long, and is there once.
    fn spawn_by(self, mut task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(poll_fn(move |context| match self.place.lives() {
            true => task.as_mut().poll(context),
            false => Poll::Ready(()),
        }));
    }

    /// The files of the visit with their texts in another reading.
    ///
    /// # Errors
    /// When they do not arrive.
    pub async fn texts(self, tongue: Tongue) -> Result<Files, NotFetched> {
        let (files, rules) = (self.files(), self.rules());
        files.in_tongue(&rules.programme.id, tongue).await
    }

    /// Goes on in the reading of these files. The place, the answers and all else stay.
    ///
    /// # Errors
    /// When they are not those of the visit.
    fn speak(self, files: Files) -> Result<(), NotFetched> {
        let rules = files.rules(self.voice().about).map_err(|_| NotFetched { url: files.url.clone() })?;
        let tongue = files.tongue;
        self.rules.set_value(Arc::new(rules));
        self.files.set_value(Arc::new(files));
        self.tongue.set(tongue);
        Ok(())
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

    /// All that the visit holds, as JSON.
    pub fn record(self) -> String {
        let rules = self.rules();
        self.look(|visit| visit.record(&rules))
    }

    /// All that another module needs to go on from here.
    #[cfg(not(feature = "whole"))]
    pub fn handed_over(self, files: Files) -> HandOver {
        HandOver { files, mode: self.mode.get_untracked(), record: self.record() }
    }

    /// The files of the visit with all of the programme.
    ///
    /// # Errors
    /// When it does not arrive.
    #[cfg(not(feature = "whole"))]
    pub async fn whole_files(self) -> Result<Files, NotFetched> {
        let (files, rules) = (self.files(), self.rules());
        files.whole(&rules.programme.id).await
    }

    /// The address of a file that is served beside the notice.
    #[cfg(feature = "whole")]
    pub fn beside_notice(self, file: &str) -> String {
        let files = self.files();
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
        self.keep_soon();
    }

    /// Hands out what is held, once the change is painted: a key is not to wait for it.
    #[inline(never)]
    pub fn keep_soon(self) {
        if self.waiting.try_get_value() == Some(false) {
            self.waiting.set_value(true);
            after_paint(move || self.keep());
        }
    }

    /// Hands what is held to whatever outlives this module, and to where it is kept, if it is not there yet.
    pub fn keep(self) {
        if self.waiting.try_get_value() != Some(true) {
            return;
        }
        self.waiting.set_value(false);
        let record = self.record();
        self.place.keep(&record);
        #[cfg(feature = "whole")]
        self.write(&record);
    }

    /// What stands in the field of a question.
    pub fn raw(self, question: &str) -> Option<String> {
        self.look(|visit| visit.draft.raw(question).map(Into::into))
    }

    /// Keeps what was typed.
    pub fn set_raw(self, question: &str, raw: &str) {
        self.change(|visit| visit.draft.set(question, raw));
        if self.rules().programme.applying.question == question {
            // The rules are read anew for it, which takes longer than a touch may.
            after_paint(move || {
                if self.place.lives() {
                    self.address_reader();
                }
            });
        }
    }

    /// The answers understood so far.
    pub fn answers(self) -> Answers {
        self.look(|visit| visit.draft.answers(&self.rules(), self.today()))
    }

    /// Goes to a step.
    pub fn go(self, page: &Page) {
        self.place.go(&page.step());
    }

    /// Shows the step of the address. With nothing answered yet, after a reload or from an old link, every step but
    /// the first question would be empty: then the start is shown.
    pub fn follow_address(self) {
        #[cfg(feature = "whole")]
        if super::later::follow(self) {
            return;
        }
        // Where somebody goes on faster than the page is painted.
        self.address_reader();
        let rules = self.rules();
        let page = Page::read(&self.place.step());
        let is_first = |id: &str| rules.programme.questions.first().is_some_and(|first| first.id == id);
        let shown = match &page {
            Page::Question(id) | Page::Trial(Some(id)) if rules.question(id).is_none() => Page::Start,
            Page::Section(id) if rules.section(id).is_none() => Page::Start,
            Page::Question(id) if is_first(id) => page,
            Page::Section(_) if page == self.first() => page,
            // They begin with a file, not with an answer.
            Page::Resume | Page::Desk | Page::Editor | Page::Cases => page,
            #[cfg(feature = "whole")]
            Page::Case | Page::Sheet(_) if self.keeper.case().is_none() => Page::Cases,
            #[cfg(feature = "whole")]
            Page::Case => page,
            // Of some programmes one can only be informed.
            #[cfg(feature = "whole")]
            Page::Person | Page::Application if !rules.programme.applying.takes_place() => Page::Result,
            _ if self.look(|visit| visit.draft.is_empty()) => Page::Start,
            _ => page,
        };
        if shown.step() != self.place.step() {
            self.place.replace(&shown.step());
        }
        if shown == Page::Review {
            self.change(|visit| visit.reviewed = true);
        }
        // A step that is shown already is not made anew: the focus would be gone with it.
        if self.page.with_untracked(|page| *page != shown) {
            self.page.set(shown);
        }
    }

    /// How much stands on a page.
    pub fn mode(self) -> Mode {
        self.mode.get()
    }

    /// Shows as much from now on.
    pub fn set_mode(self, mode: Mode) {
        self.mode.set(mode);
        // Where one is, there is the other mode's own step.
        let rules = self.rules();
        let other = match self.page.get_untracked() {
            Page::Question(id) => Some(self.where_asked(id)),
            Page::Section(id) => {
                let first = rules.programme.questions.iter().find(|question| question.section == id);
                first.map(|question| self.where_asked(question.id.clone()))
            }
            _ => None,
        };
        if let Some(page) = other {
            self.go(&page);
        }
    }

    /// The step that asks a question.
    fn where_asked(self, question: String) -> Page {
        match self.mode.get_untracked() {
            Mode::Guided => Page::Question(question),
            Mode::Compact => {
                Page::Section(self.rules().question(&question).map(|one| one.section.clone()).unwrap_or_default())
            }
        }
    }

    /// The first step that asks something.
    pub fn first(self) -> Page {
        let first = self.rules().programme.questions.first().map(|question| question.id.clone());
        self.where_asked(first.unwrap_or_default())
    }

    /// The questions asked, as things stand, by id.
    pub fn asked(self) -> Vec<String> {
        let rules = self.rules();
        self.look(|visit| {
            visit.draft.asked(&rules, self.today()).into_iter().map(|question| question.id.clone()).collect()
        })
    }

    /// The first question that is asked and not dealt with.
    pub fn open_question(self) -> Option<Page> {
        let rules = self.rules();
        self.look(|visit| visit.draft.next(&rules, self.today()).map(|next| next.id.clone()))
            .map(|id| self.where_asked(id))
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
            Page::Start => self.say(page::START),
            Page::Question(id) => {
                self.rules().question(id).map_or_else(String::new, |question| say(&question.label).into())
            }
            Page::Section(id) => {
                self.rules().section(id).map_or_else(String::new, |section| say(&section.title).into())
            }
            Page::Review => self.say(page::REVIEW),
            Page::Result => self.say(page::RESULT),
            Page::Trial(_) => self.say(page::TRIAL),
            Page::Comparison => self.say(page::COMPARISON),
            Page::Budget => self.say(page::SHEET),
            Page::Keep => self.say(page::KEEP),
            Page::Resume => self.say(page::RESUME),
            Page::Desk => it::desk::TITLE.into(),
            Page::Editor => it::editor::TITLE.into(),
            Page::Cases => self.say(page::CASES),
            Page::Case => self.say(page::CASE),
            Page::Sheet(Sheet::Family) => self.say(page::FAMILY_SHEET),
            Page::Sheet(Sheet::Technical) => self.say(page::TECHNICAL_SHEET),
            Page::Documents => self.say(page::DOCUMENTS),
            Page::Person => self.say(page::PERSON),
            Page::Application => self.say(page::APPLICATION),
        }
    }

    /// The day and the versions that every figure on the page belongs to.
    pub fn stamp(self) -> String {
        let (rules, day) = (self.rules(), figures::day(self.today()));
        let notice = &rules.notice;
        self.fill(page::STAMP, &[("day", &day), ("notice", &notice.id), ("version", &notice.version)])
    }
}
