//! What a row rests on and what would change it, as sentences.

use super::{answer, figures, it, say};
use crate::answers::truth::Truth;
use crate::answers::{Answer, Answers};
use crate::assess::{Row, To, Way};
use crate::programme::{Question, Rules};

/// The answers that made a row what it is: "Dipende da: età, 12/03/1990; …". Nothing where no answer did.
pub fn rests_on(rules: &Rules, answers: &Answers, row: Row<'_>) -> Option<String> {
    let said = |id: &String| {
        let question = rules.question(id)?;
        let given = answers.get(id)?;
        // An age was counted from the date: it is shown, so that it can be checked.
        let age = match given {
            Answer::Day(birth) => format!(" ({})", it::age(birth.age_at(answers.as_of))),
            _ => String::new(),
        };
        Some(format!("{}, {}{age}", say(&question.short), answer(rules, question, given)))
    };
    let said: Vec<String> = row.rests_on(rules, answers).iter().filter_map(said).collect();
    (!said.is_empty()).then(|| format!("{}: {}.", it::RESTS_ON, said.join("; ")))
}

/// Each single answer that would make a row come out better, a sentence each.
pub fn ways(rules: &Rules, answers: &Answers, row: Row<'_>) -> Vec<String> {
    let ways = row.ways(rules, answers);
    let told = |way: &Way| {
        let question = rules.question(&way.question)?;
        Some(format!("{} «{}» {}.", it::BECOMES, state(row, way.becomes), condition(rules, question, &way.to)))
    };
    ways.iter().filter_map(told).collect()
}

/// A state in the words of its kind of row.
fn state(row: Row<'_>, truth: Truth) -> &'static str {
    match (row, truth) {
        (Row::Requirement(_), Truth::Yes) => it::REQUIREMENT_MET,
        (Row::Requirement(_), Truth::Doubt) => it::REQUIREMENT_TO_VERIFY,
        (Row::Requirement(_), Truth::No) => it::REQUIREMENT_NOT_MET,
        (Row::Priority(_), Truth::Yes) => it::priority_state(crate::assess::PriorityState::Applies),
        (Row::Priority(_), Truth::Doubt) => it::priority_state(crate::assess::PriorityState::ToVerify),
        (Row::Priority(_), Truth::No) => it::priority_state(crate::assess::PriorityState::DoesNotApply),
        (Row::Support(_), Truth::Yes) => it::support_state(crate::assess::SupportState::Included),
        (Row::Support(_), Truth::Doubt) => it::support_state(crate::assess::SupportState::ToVerify),
        (Row::Support(_), Truth::No) => it::support_state(crate::assess::SupportState::Excluded),
        (_, Truth::Unknown) => it::ANSWER_MISSING,
    }
}

fn condition(rules: &Rules, question: &Question, to: &To) -> String {
    let short = say(&question.short);
    match to {
        To::Choices(values) => {
            let label = |value: &String| question.choices.iter().find(|choice| choice.value == *value);
            let labels: Vec<String> =
                values.iter().filter_map(label).map(|choice| format!("«{}»", say(&choice.label))).collect();
            format!("se {short} è {}", labels.join(" oppure "))
        }
        To::Numbers(from, to) => {
            format!("se {short} è {}", between(from.map(figures::decimal), to.map(figures::decimal)))
        }
        To::Ages(from, to) => {
            let text = |age: &Option<u16>| age.map(|age| age.to_string());
            format!("con un'età {} anni", between(text(from), text(to)))
        }
        To::Without(support) => {
            format!("senza chiedere anche «{}»", rules.support(support).map_or("", |support| say(&support.label)))
        }
        To::Listed => "se è uno dei Comuni dell'avviso".into(),
    }
}

fn between(from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("da {from} a {to}"),
        (Some(from), None) => format!("almeno {from}"),
        (None, Some(to)) => format!("al massimo {to}"),
        (None, None) => "qualsiasi".into(),
    }
}
