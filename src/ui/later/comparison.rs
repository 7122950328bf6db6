//! Housing options side by side: the same person and wishes, another home, with its own costs.

use super::super::parts::html::{Node, el, text};
use super::super::parts::{Kept, backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, calculations, compared, figure_field};
use crate::answers::truth::wanted_question;
use crate::answers::{Answers, is_asked};
use crate::application::Aside;
use crate::assess::{Assessment, assess};
use crate::browser::window;
use crate::programme::{ComparedOption, Comparison, Question, Rules};
use crate::text::compare::{ComparedRow, differing, side_by_side};
use crate::text::it::form::NO_AMOUNT;
use crate::text::sheets::HousingOption;
use crate::text::words::page;
use crate::text::{self as wording, say};

/// The page with the comparison; empty where the programme has nothing to compare.
pub fn comparison(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let Some(comparison) = &rules.programme.comparison else { return Vec::new() };
    let changes = Changes::new();
    let columns = comparison.options.iter().enumerate().map(|(at, option)| {
        prepare(session, &rules, comparison, at, option);
        let answers = session.answers_aside(Aside::Option(at));
        let fields = comparison.vary.iter().filter_map(|id| rules.question(id));
        let fields = fields.filter(|question| is_asked(&rules, &answers, question)).map(|question| {
            let (get, set) = (question.id.clone(), question.id.clone());
            let kept = Kept::new(
                move || session.raw_aside(Aside::Option(at), &get),
                move |raw| {
                    session.set_aside(Aside::Option(at), &set, raw);
                    changes.add();
                },
            );
            let label = wording::capital(say(&question.short));
            figure_field(session, format!("option-{at}-{}", question.id), &label, question, &kept)
        });
        let title = text("legend", "", label(&rules, comparison, option));
        el("fieldset", "", std::iter::once(title).chain(fields).collect())
    });
    let columns = el("div", "wide columns inputs", columns.collect());
    let headers: Vec<String> =
        comparison.options.iter().map(|option| label(&rules, comparison, option).to_owned()).collect();
    let shown = changes.shown(
        move || {
            let (rules, sides) = (session.rules(), sides(session));
            let calculated = headers
                .iter()
                .zip(&sides)
                .filter_map(|(header, side)| calculations(session, &rules, header, &side.assessment.supports));
            // On paper the table stands alone, on one page.
            let calculated = el("div", "no-print", calculated.collect());
            vec![compared(session, &session.say(page::COMPARISON_CAPTION), &headers, &rows(&rules, &sides)), calculated]
        },
        move || {
            let rows = rows(&session.rules(), &sides(session));
            differing(session.voice(), rows.iter().filter(|row| row.differs).count())
        },
    );
    vec![
        backward(session, &Page::Result),
        heading(&session.say(page::COMPARISON)),
        text("p", "lead", &session.say(page::COMPARISON_LEAD)),
        columns,
        el("div", "wide", vec![shown]),
        el("p", "buttons", vec![button(&session.say(page::PRINT), window::print)]),
    ]
}

fn label<'r>(rules: &'r Rules, comparison: &Comparison, option: &'r ComparedOption) -> &'r str {
    let question = rules.question(&comparison.question);
    let choice = question.and_then(|question| question.choices.iter().find(|choice| choice.value == option.value));
    choice.map_or(&option.value, |choice| say(&choice.label))
}

/// Sets an option's own answer, and its supports in place of those of the other options.
fn prepare(session: Session, rules: &Rules, comparison: &Comparison, at: usize, option: &ComparedOption) {
    session.set_aside(Aside::Option(at), &comparison.question, &option.value);
    if let Some(wanted) = wanted_question(rules) {
        let asked = session.raw(&wanted).unwrap_or_default();
        let of_an_option = |id: &str| comparison.options.iter().any(|one| one.supports.iter().any(|own| own == id));
        let others = asked.split_whitespace().filter(|id| !of_an_option(id));
        let own = option.supports.iter().map(String::as_str);
        session.set_aside(Aside::Option(at), &wanted, &others.chain(own).collect::<Vec<_>>().join(" "));
    }
}

/// The options as they stand on paper; none before somebody looked at them.
pub fn options(session: Session, paper: &Rules) -> Vec<HousingOption> {
    let Some(comparison) = &paper.programme.comparison else { return Vec::new() };
    let looked_at = session.typed_aside(Aside::Option(0), &comparison.question).is_some();
    let options = comparison.options.iter().filter(|_| looked_at).zip(sides(session));
    let named = |option| label(paper, comparison, option).to_owned();
    options.map(|(option, side)| HousingOption { label: named(option), assessment: side.assessment }).collect()
}

/// One option as it stands.
struct Side {
    answers: Answers,
    assessment: Assessment,
}

fn sides(session: Session) -> Vec<Side> {
    let rules = session.rules();
    let options = rules.programme.comparison.as_ref().map_or(0, |comparison| comparison.options.len());
    let side = |at| {
        let answers = session.answers_aside(Aside::Option(at));
        Side { assessment: assess(&rules, &answers), answers }
    };
    (0..options).map(side).collect()
}

/// The costs of each option, then what they come to.
fn rows(rules: &Rules, sides: &[Side]) -> Vec<ComparedRow> {
    let Some(comparison) = &rules.programme.comparison else { return Vec::new() };
    let cost = |question: &Question| {
        let cell = |side: &Side| {
            let given = side.answers.get(&question.id);
            given.map_or(NO_AMOUNT.into(), |given| wording::answer(rules, question, given))
        };
        ComparedRow::new(&wording::capital(say(&question.short)), sides.iter().map(cell).collect())
    };
    let asked = |question: &&Question| sides.iter().any(|side| is_asked(rules, &side.answers, question));
    let costs = comparison.vary.iter().filter_map(|id| rules.question(id)).filter(asked).map(cost);
    let assessments: Vec<Assessment> = sides.iter().map(|side| side.assessment.clone()).collect();
    costs.chain(side_by_side(rules, &assessments)).collect()
}
