//! All cases as a table: who, how far, and what is missing for whom.

use leptos::prelude::*;

use super::super::super::parts::button;
use super::super::super::parts::html::{Node, changing, el, text, view_node, words};
use super::super::super::route::Page;
use super::super::super::session::Session;
use super::super::keeping::{Keeping, Kind, row_name};
use super::super::parts::small_form::Line;
use super::super::parts::{Typed, choice_of, small_form, table_of, typed_line};
use super::{files, trouble};
use crate::application::{CASES, Case, Head, Record, Row, Sealed, Status, StoredCase, StoredFault};
use crate::browser::vault::Key;
use crate::browser::{clock, storage};
use crate::programme::Rules;
use crate::text::words::{Words, cases as said};
use crate::text::{figures, say};

/// How many cases are shown before somebody asks for all: more would take longer than a glance.
const AT_ONCE: usize = 100;

/// A case as the list shows it.
#[derive(Clone)]
struct Listed {
    name: String,
    notice: String,
    changed: u64,
    row: Row,
}

/// The cases of this device, as far as they can be read, and what is said of the others.
#[derive(Clone, Default)]
struct All {
    cases: Vec<Listed>,
    faults: Vec<Words>,
}

/// What is asked of the list.
#[derive(Clone, Copy)]
struct Asked {
    search: RwSignal<String>,
    status: RwSignal<Option<Status>>,
    whole: RwSignal<bool>,
}

/// What each status is called.
pub fn status_name(session: Session, status: Status) -> String {
    session.say(match status {
        Status::Collecting => said::COLLECTING,
        Status::MissingDocuments => said::MISSING_DOCUMENTS,
        Status::Ready => said::READY,
        Status::HandedIn => said::HANDED_IN,
    })
}

/// The list, with what can be done with it.
pub fn list(session: Session, key: Key, opened: RwSignal<bool>) -> Vec<Node> {
    let (all, wish) = (RwSignal::new(None::<All>), RwSignal::new(None::<Wish>));
    let asked = Asked { search: RwSignal::default(), status: RwSignal::new(None), whole: RwSignal::new(false) };
    let key = StoredValue::new_local(key);
    let load = move || {
        session.spawn(async move {
            let found = read_all(&key.get_value()).await;
            // The person may have left the page meanwhile.
            all.try_set(Some(found));
        });
    };
    load();
    let go = move |to: Wish| to.fulfil(session, key.get_value());
    // Answers that are in no case would be gone: asked first.
    let wished =
        move |to: Wish| match session.look(|visit| visit.draft.is_empty()) || session.keeper.keeping().is_some() {
            true => go(to),
            false => wish.set(Some(to)),
        };
    let lock = button(&session.say(said::LOCK), move || {
        if session.keeper.case().is_some() {
            session.stop_keeping();
            session.restore(Record::default());
        }
        session.keeper.archive.set_value(None);
        opened.set(false);
    });
    let unsaved = changing(move || wish.get().into_iter().flat_map(|to| unsaved(session, to, go)).collect());
    vec![
        new_case(session, wished),
        view_node(view! { <div role="status">{unsaved.into_view()}</div> }),
        filters(session, asked),
        table(session, all, asked, wished),
        files::files(session, key.get_value(), load),
        el("p", "buttons", vec![lock]),
    ]
}

/// What somebody wants to open.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wish {
    New(String),
    Case(String),
}

impl Wish {
    /// Opens it in place of what was there.
    fn fulfil(self, session: Session, key: Key) {
        match self {
            Self::New(alias) => {
                session.stop_keeping();
                session.restore(Record::default());
                session.begin_keeping(Kind::Case { key, head: Head { alias, ..Head::default() } });
                session.go(&Page::Case);
            }
            Self::Case(name) => session.spawn(async move {
                let Some(stored) = storage::read(&name).and_then(|text| StoredCase::read(&text).ok()) else { return };
                let Ok(text) = key.open(&name, &stored.body).await else { return };
                let Some(case) = Case::read(&text) else { return };
                let Ok(record) = case.visit() else { return };
                session.stop_keeping();
                session.restore(record);
                let kind = Kind::Case { key, head: case.head };
                session.go_on_keeping(Keeping { name, kind, stamp: stored.stamp, written: text });
                session.go(&Page::Case);
            }),
        }
    }
}

/// What to do with answers that are in no case.
fn unsaved(session: Session, to: Wish, go: impl Fn(Wish) + Copy + Send + Sync + 'static) -> Vec<Node> {
    let alias = match &to {
        Wish::New(alias) => alias.clone(),
        Wish::Case(_) => session.say(said::NEW),
    };
    let keep = button(&session.say(said::UNSAVED_KEEP), move || {
        let key = session.keeper.archive.get_value();
        if let Some(key) = key {
            session.begin_keeping(Kind::Case { key, head: Head { alias: alias.clone(), ..Head::default() } });
            session.go(&Page::Case);
        }
    });
    let drop = button(&session.say(said::UNSAVED_DROP), move || go(to.clone()));
    vec![trouble(&session.say(said::UNSAVED)), el("p", "buttons", vec![keep, drop])]
}

fn new_case(session: Session, wished: impl Fn(Wish) + Copy + Send + Sync + 'static) -> Node {
    let alias = Typed::new("");
    let begin = move || {
        let named = alias.text.get_untracked().trim().to_owned();
        if named.is_empty() {
            alias.wrong.set(session.say(said::ALIAS_MISSING));
            session.place.focus("alias");
        } else {
            wished(Wish::New(named));
        }
    };
    let line = typed_line("alias", Line::Text, &session.say(said::ALIAS), &session.say(said::ALIAS_HINT), alias);
    small_form("new-case", vec![line], session.say(said::NEW), (RwSignal::new(false), String::new()), begin)
}

fn filters(session: Session, asked: Asked) -> Node {
    let search = Typed { text: asked.search, wrong: RwSignal::default() };
    let search = typed_line("search", Line::Search, &session.say(said::SEARCH), "", search);
    let any = (String::new(), session.say(said::STATUS_ANY));
    let named = Status::ALL.iter().map(|(word, status)| ((*word).to_owned(), status_name(session, *status)));
    let options: Vec<_> = std::iter::once(any).chain(named).collect();
    let status = choice_of("status".into(), &session.say(said::STATUS), &options, "", move |picked| {
        asked.status.set(Status::named(&picked));
    });
    el("div", "columns filters", vec![search, status])
}

fn table(
    session: Session,
    all: RwSignal<Option<All>>,
    asked: Asked,
    wished: impl Fn(Wish) + Copy + Send + Sync + 'static,
) -> Node {
    let wanted = move |case: &&Listed| {
        let status = asked.status.get();
        case.row.alias.to_lowercase().contains(&asked.search.get().to_lowercase())
            && status.is_none_or(|one| one == case.row.status)
    };
    let made = move || {
        let Some(All { cases, faults }) = all.get() else { return vec![text("p", "", &session.say(said::UNLOCKING))] };
        let mut nodes: Vec<Node> = faults.iter().map(|fault| trouble(&session.say(*fault))).collect();
        if cases.is_empty() {
            nodes.push(text("p", "", &session.say(said::NONE)));
            return nodes;
        }
        let found: Vec<&Listed> = cases.iter().filter(wanted).collect();
        let (shown, whole) = (found.len(), asked.whole.get());
        let rules = session.rules();
        let rows = found.iter().take(if whole { usize::MAX } else { AT_ONCE });
        let rows = rows.map(|case| row(session, &rules, case, wished)).collect();
        let headers = [said::ALIAS, said::STATUS, said::MISSING, said::CHANGED].map(|header| session.say(header));
        let count = [("shown", shown.to_string()), ("all", cases.len().to_string())];
        let count = session.fill(said::COUNT, &count.each_ref().map(|(place, value)| (*place, value.as_str())));
        nodes.push(el("div", "wide", vec![table_of(&count, &headers, rows)]));
        if shown > AT_ONCE && !whole {
            nodes.push(el("p", "buttons", vec![button(&session.say(said::STATUS_ANY), move || asked.whole.set(true))]));
        }
        nodes
    };
    changing(made)
}

fn row(
    session: Session,
    rules: &Rules,
    case: &Listed,
    wished: impl Fn(Wish) + Copy + Send + Sync + 'static,
) -> Vec<Node> {
    let (alias, name) = (case.row.alias.clone(), case.name.clone());
    let open = view! { <button type="button" class="row-opener" on:click=move |_| wished(Wish::Case(name.clone()))>{alias}</button> };
    let open = match case.notice == rules.notice.id {
        true => view_node(open),
        false => {
            let other = session.fill(said::OTHER_NOTICE, &[("notice", &case.notice)]);
            el("span", "", vec![words(&case.row.alias), text("span", "form-text", &other)])
        }
    };
    let names = |ids: &[String], name: &dyn Fn(&str) -> Option<String>| {
        ids.iter().filter_map(|id| name(id)).collect::<Vec<_>>().join(", ")
    };
    let open_questions = names(&case.row.open, &|id| rules.question(id).map(|question| say(&question.short).into()));
    let document = |id: &str| rules.documents().find(|document| document.id == id).map(|one| say(&one.label).into());
    let to_bring = names(&case.row.to_bring, &document);
    let missing = [(said::QUESTIONS, open_questions), (said::DOCUMENTS, to_bring)].into_iter();
    let missing: Vec<Node> = missing
        .filter(|(_, list)| !list.is_empty())
        .map(|(words, list)| text("p", "", &session.fill(words, &[("list", &list)])))
        .collect();
    let missing = if missing.is_empty() { vec![words(&session.say(said::NOTHING_MISSING))] } else { missing };
    let changed = clock::on_the_wall(case.changed).map(|(day, _)| figures::day(day)).unwrap_or_default();
    vec![open, words(&status_name(session, case.row.status)), el("div", "", missing), words(&changed)]
}

/// All cases on this device, the one changed last first.
async fn read_all(key: &Key) -> All {
    let mut all = All::default();
    let mut sealed: Vec<(String, Sealed)> = Vec::new();
    let mut stored = Vec::new();
    for name in storage::names(CASES) {
        match storage::read(&name).map(|text| StoredCase::read(&text)) {
            Some(Ok(case)) => {
                sealed.push((row_name(&name), case.row.clone()));
                stored.push((name, case));
            }
            Some(Err(StoredFault::Newer)) => all.faults.push(said::UNREADABLE_NEWER),
            Some(Err(StoredFault::Damaged)) => all.faults.push(said::UNREADABLE),
            None => {}
        }
    }
    let rows = key.open_all(&sealed).await;
    for ((name, StoredCase { notice, changed, .. }), row) in stored.into_iter().zip(rows) {
        match row.ok().and_then(|row| Row::read(&row)) {
            Some(row) => all.cases.push(Listed { name, notice, changed, row }),
            None => all.faults.push(said::UNREADABLE),
        }
    }
    all.cases.sort_by_key(|case| std::cmp::Reverse(case.changed));
    all
}
