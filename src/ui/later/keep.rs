//! Going on another time: what would be stored, where, how long and who could read it is said before anything is.

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, link, p, section, text, view_node, views, words};
use super::super::parts::{HEADING, Problem, backward, button, heading, problem_box, tell};
use super::super::route::Page;
use super::super::session::Session;
use super::keeping::{Keeping, Kind, Standing, in_the_other_window};
use super::parts::small_form::Line;
use super::parts::{Typed, compared, radios, small_form, typed_line};
use crate::answers::Draft;
use crate::application::{DAY, write_file};
use crate::assess::assess;
use crate::browser::storage::{self, NotKept};
use crate::browser::{address, clock, download, vault};
use crate::text::compare::side_by_side;
use crate::text::words::{Words, keep as said, page};
use crate::text::{figures, it, say};

/// Id of the sentence that says how the draft stands; the focus moves there when that changes.
const STATE: &str = "draft-state";
/// How many signs a passphrase has at least.
const SHORTEST: usize = 10;
/// For how many days a draft may be kept.
const DAYS: [(&str, Words); 3] = [("1", said::DAY_1), ("7", said::DAY_7), ("30", said::DAY_30)];

/// The page.
pub fn keep(session: Session) -> Vec<Node> {
    let back = session.open_question().unwrap_or(Page::Review);
    let standing = session.keeper.standing;
    let draft = changing(move || draft(session, standing.get()));
    // What stood there is gone with the control that changed it: the focus goes to what stands there now.
    Effect::new(move |before: Option<Standing>| {
        let now = standing.get();
        if before.is_some_and(|before| before != now) {
            let there = if now == Standing::Nowhere { HEADING } else { STATE };
            request_animation_frame(move || session.place.focus(there));
        }
        now
    });
    vec![
        backward(session, &back),
        heading(&session.say(page::KEEP)),
        changing(move || {
            let nowhere = standing.get() == Standing::Nowhere;
            nowhere.then(|| text("p", "lead", &session.say(said::LEAD))).into_iter().collect()
        }),
        section("take-away", &session.say(said::FILE_TITLE), file(session)),
        section("draft", &session.say(said::DRAFT_TITLE), vec![draft]),
    ]
}

/// The answers as a file.
fn file(session: Session) -> Vec<Node> {
    let save = button(&session.say(page::SAVE_ANSWERS), move || {
        let file = session.look(|visit| visit.later.applicant.clone());
        let file = write_file(&session.rules(), &session.answers(), &file);
        download::save(it::form::DATA_FILE, "application/json", &js_sys::Uint8Array::from(file.as_bytes()));
    });
    let left_out = not_understood(session);
    let left_out = (!left_out.is_empty()).then(|| {
        let said = session.fill(said::FILE_LEFT_OUT, &[("fields", &left_out.join(", "))]);
        text("p", "alert alert-warning", &said)
    });
    let parts = [p(&session.say(said::FILE_LEAD)), el("p", "buttons", vec![save])];
    parts.into_iter().chain(left_out).collect()
}

/// Names of the questions whose answer is not understood as it stands.
fn not_understood(session: Session) -> Vec<String> {
    let rules = session.rules();
    let asked = session.asked();
    let asked = asked.iter().filter_map(|id| rules.question(id));
    let wrong = asked.filter(|question| {
        session.raw(&question.id).is_some_and(|raw| Draft::understand(question, &raw, session.today()).is_err())
    });
    wrong.map(|question| say(&question.short).to_owned()).collect()
}

/// The draft on this device, as it stands.
fn draft(session: Session, standing: Standing) -> Vec<Node> {
    match (standing, session.keeper.keeping()) {
        (Standing::Kept, Some(keeping)) => kept(session, keeping),
        (Standing::Elsewhere, Some(keeping)) => {
            vec![problem(&session.say(said::ELSEWHERE)), elsewhere(session, keeping)]
        }
        (Standing::Gone, Some(_)) => {
            let again = button(&session.say(said::GONE_AGAIN), move || session.keep_beside());
            let stop = button(&session.say(said::DELETE), move || session.stop_keeping());
            vec![problem(&session.say(said::GONE)), el("p", "buttons", vec![again, stop])]
        }
        (Standing::Failed(why), _) => {
            let mut parts = vec![problem(&not_kept(session, why))];
            if why != NotKept::Blocked {
                parts.push(offer(session));
            }
            parts
        }
        _ if storage::is_there() => vec![offer(session)],
        _ => vec![problem(&not_kept(session, NotKept::Blocked))],
    }
}

/// Above every other page: that what is typed is not kept any more, and where to choose what to do.
pub fn trouble(session: Session) -> Node {
    let shown = changing(move || {
        session.tongue.track();
        let said = match session.keeper.standing.get() {
            Standing::Nowhere | Standing::Kept => return Vec::new(),
            Standing::Failed(why) => not_kept(session, why),
            Standing::Elsewhere => session.say(said::ELSEWHERE),
            Standing::Gone => session.say(said::GONE),
        };
        if session.page.get() == Page::Keep {
            return Vec::new();
        }
        let choose = link(&Page::Keep.link(), "", vec![words(&session.say(said::CHOOSE))]);
        vec![el("div", "alert alert-warning", vec![p(&said), el("p", "", vec![choose])])]
    });
    view_node(view! { <div class="news no-print" role="alert">{shown.into_view()}</div> })
}

fn problem(sentence: &str) -> Node {
    state("alert alert-warning", p(sentence))
}

fn state(class: &'static str, sentence: Node) -> Node {
    view_node(view! { <div id=STATE tabindex="-1" class=class>{sentence.into_view()}</div> })
}

/// Why nothing is kept.
pub fn not_kept(session: Session, why: NotKept) -> String {
    match why {
        NotKept::Blocked => session.say(said::BLOCKED),
        NotKept::Full { used } => session.fill(said::FULL, &[("used", &used.to_string())]),
    }
}

/// What would be stored, and the choice.
fn offer(session: Session) -> Node {
    let origin = address::origin();
    let mut place = vec![session.fill(said::WHERE_IS, &[("origin", &origin)])];
    if address::is_framed() {
        place.push(session.say(said::WHERE_FRAMED));
    }
    let about = el(
        "dl",
        "answers",
        vec![
            told(session, said::WHAT, &[session.say(said::WHAT_IS)]),
            told(session, said::WHERE, &place),
            told(session, said::HOW_LONG, &[session.say(said::HOW_LONG_IS)]),
            told(session, said::WHO, &[session.say(said::WHO_IS)]),
        ],
    );
    el("div", "", vec![about, form(session)])
}

/// One thing to know before something is stored.
pub fn told(session: Session, title: Words, lines: &[String]) -> Node {
    let lines = lines.iter().map(|line| text("dd", "", line));
    el("div", "row", std::iter::once(text("dt", "", &session.say(title))).chain(lines).collect())
}

/// For how long, and behind what.
fn form(session: Session) -> Node {
    let (days, shared) = (RwSignal::new(DAYS[1].0.to_owned()), RwSignal::new(String::new()));
    let (first, again) = (Typed::new(""), Typed::new(""));
    let (problems, busy) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let begin = move || {
        let found = wrong(session, &shared.get_untracked(), first, again);
        if !found.is_empty() {
            return tell(session, problems, found);
        }
        problems.set(Vec::new());
        let days = days.get_untracked().parse().unwrap_or(1);
        let passphrase = first.text.get_untracked();
        if passphrase.is_empty() {
            return session.begin_keeping(Kind::Draft { days, key: None });
        }
        busy.set(true);
        session.spawn(async move {
            let key = vault::new_key(&passphrase).await;
            // The person may have left the page meanwhile: they asked for it all the same.
            busy.try_set(false);
            match key {
                Ok(key) => session.begin_keeping(Kind::Draft { days, key: Some(key) }),
                Err(_) => drop(first.wrong.try_set(session.say(said::PASSPHRASE_UNABLE))),
            }
        });
    };
    let days = radios("days", &session.say(said::DAYS), &DAYS.map(|(value, label)| (value, session.say(label))), days);
    let users = [("no", session.say(said::SHARED_NO)), ("yes", session.say(said::SHARED_YES))];
    let shared = radios("shared", &session.say(said::SHARED), &users, shared);
    let mut fields = vec![problem_box(session, problems), days, shared];
    match vault::is_able() {
        true => fields.extend(choice_of_secret(session, &session.say(said::PASSPHRASE_OPTIONAL), first, again)),
        false => fields.push(text("p", "alert alert-warning", &session.say(said::PASSPHRASE_UNABLE))),
    }
    small_form("keep", fields, session.say(said::KEEP), (busy, session.say(said::KEEPING)), begin)
}

/// Two lines for a passphrase that is being chosen.
pub fn choice_of_secret(session: Session, more: &str, first: Typed, again: Typed) -> [Node; 2] {
    let hint = format!("{} {more}", session.say(said::PASSPHRASE_HINT));
    [
        typed_line("passphrase", Line::Secret, &session.say(said::PASSPHRASE), hint.trim_end(), first),
        typed_line("passphrase-again", Line::Secret, &session.say(said::PASSPHRASE_AGAIN), "", again),
    ]
}

/// What is in the way of keeping a draft.
fn wrong(session: Session, shared: &str, first: Typed, again: Typed) -> Vec<Problem> {
    let chosen = shared.is_empty().then(|| ("shared-no".to_owned(), session.say(said::CHOOSE_SHARED)));
    chosen.into_iter().chain(chosen_secret(session, shared == "yes", first, again)).collect()
}

/// What is wrong with a passphrase that is being chosen, said at its fields too.
pub fn chosen_secret(session: Session, needed: bool, first: Typed, again: Typed) -> Vec<Problem> {
    let (typed, repeated) = (first.text.get_untracked(), again.text.get_untracked());
    let count = typed.chars().count();
    let short = (count < SHORTEST && (needed || count > 0 || !repeated.is_empty()))
        .then(|| session.fill(said::PASSPHRASE_SHORT, &[("count", &count.to_string())]));
    let differs = (short.is_none() && typed != repeated).then(|| session.say(said::PASSPHRASE_DIFFERS));
    first.wrong.set(short.clone().unwrap_or_default());
    again.wrong.set(differs.clone().unwrap_or_default());
    let all = [("passphrase", short), ("passphrase-again", differs)];
    all.into_iter().filter_map(|(field, said)| Some((field.to_owned(), said?))).collect()
}

/// Until when it is kept, and what can be done about it.
fn kept(session: Session, keeping: Keeping) -> Vec<Node> {
    let Kind::Draft { days, key } = keeping.kind else {
        return vec![state("alert alert-success", p(&session.say(said::KEPT_CASE)))];
    };
    let days = RwSignal::new(days.to_string());
    let options = DAYS.map(|(value, label)| (value, session.say(label)));
    let choice = radios("days", &session.say(said::DAYS), &options, days);
    Effect::new(move |before: Option<String>| {
        let days = days.get();
        if before.is_some_and(|before| before != days) {
            session.keep_for(days.parse().unwrap_or(1));
        }
        days
    });
    let name = keeping.name;
    let delete = button(&session.say(said::DELETE), move || {
        session.stop_keeping();
        storage::forget(&name);
    });
    let on = session.open_question().unwrap_or(Page::Review);
    let on = link(&on.link(), "btn btn-primary", vec![words(&session.say(said::GO_ON))]);
    let sealed = key.is_some();
    let sentence = changing(move || {
        let until = days.get().parse::<u64>().map_or(0, |days| clock::now() + days * DAY);
        let until = clock::on_the_wall(until).map(|(day, _)| figures::day(day)).unwrap_or_default();
        let sealed = sealed.then(|| p(&session.say(said::KEPT_SEALED)));
        std::iter::once(p(&session.fill(said::KEPT, &[("day", &until)]))).chain(sealed).collect()
    });
    vec![state("alert alert-success", sentence), choice, el("p", "buttons", vec![on, delete])]
}

/// Which of two to keep, with what they differ in.
fn elsewhere(session: Session, keeping: Keeping) -> Node {
    let theirs = RwSignal::new_local(None);
    session.spawn(async move {
        let found = in_the_other_window(&keeping).await;
        // The person may have left the page meanwhile.
        theirs.try_set(found);
    });
    let shown = move || {
        let mut buttons = vec![
            button(&session.say(said::ELSEWHERE_MINE), move || session.keep_over()),
            button(&session.say(said::ELSEWHERE_BOTH), move || session.keep_beside()),
        ];
        let mut parts = Vec::new();
        if let Some((record, kind, stamp)) = theirs.get() {
            let rules = session.rules();
            let there = assess(&rules, &record.typed.answers(&rules, session.today()));
            let rows = side_by_side(&rules, &[session.assessment(), there]);
            let headers = [session.say(said::HERE), session.say(said::THERE)];
            parts.push(compared(session, &session.say(said::ELSEWHERE_CAPTION), &headers, &rows));
            let take = move || session.take_over(record.clone(), kind.clone(), stamp.clone());
            buttons.insert(0, button(&session.say(said::ELSEWHERE_THEIRS), take));
        }
        parts.push(el("p", "buttons", buttons));
        views(parts)
    };
    view_node(view! { <div>{shown}</div> })
}
