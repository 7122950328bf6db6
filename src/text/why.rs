//! What a row rests on and what would change it, as sentences.

use super::words::{state, why};
use super::{answer, figures, say, states};
use crate::answers::truth::Truth;
use crate::answers::{Answer, Answers};
use crate::assess::{PriorityState, RequirementState, SupportState};
use crate::assess::{Row, To, Way};
use crate::programme::{Question, Rules, Voice};

/// The answers that made a row what it is: "Dipende da: età, 12/03/1990; …". Nothing where no answer did.
pub fn rests_on(rules: &Rules, answers: &Answers, row: Row<'_>) -> Option<String> {
    let voice = rules.voice();
    let said = |id: &String| {
        let question = rules.question(id)?;
        let given = answers.get(id)?;
        let mut said = answer(rules, question, given);
        // An age was counted from the date: it is shown, so that it can be checked.
        if let Answer::Day(birth) = given {
            let age = states::age(voice, birth.age_at(answers.as_of));
            said = voice.fill(why::AGED, &[("answer", &said), ("age", &age)]);
        }
        Some(format!("{}, {said}", say(&question.short)))
    };
    let said: Vec<String> = row.rests_on(rules, answers).iter().filter_map(said).collect();
    (!said.is_empty()).then(|| voice.fill(why::RESTS_ON, &[("answers", &said.join("; "))]))
}

/// Each single answer that would make a row come out better, a sentence each.
pub fn ways(rules: &Rules, answers: &Answers, row: Row<'_>) -> Vec<String> {
    let (voice, ways) = (rules.voice(), row.ways(rules, answers));
    let told = |way: &Way| {
        let question = rules.question(&way.question)?;
        let (state, how) = (becomes(rules, row, way.becomes), condition(rules, question, &way.to));
        Some(voice.fill(why::BECOMES, &[("state", &state), ("how", &how)]))
    };
    ways.iter().filter_map(told).collect()
}

/// A state in the words of its kind of row.
fn becomes(rules: &Rules, row: Row<'_>, truth: Truth) -> String {
    let voice = rules.voice();
    match (row, truth) {
        (_, Truth::Unknown) => voice.say(state::ANSWER_MISSING),
        (Row::Requirement(_), Truth::Yes) => states::requirement_state(voice, RequirementState::Met),
        (Row::Requirement(_), Truth::Doubt) => states::requirement_state(voice, RequirementState::ToVerify),
        (Row::Requirement(_), Truth::No) => states::requirement_state(voice, RequirementState::NotMet),
        (Row::Priority(_), Truth::Yes) => states::priority_state(voice, PriorityState::Applies),
        (Row::Priority(_), Truth::Doubt) => states::priority_state(voice, PriorityState::ToVerify),
        (Row::Priority(_), Truth::No) => states::priority_state(voice, PriorityState::DoesNotApply),
        (Row::Support(_), Truth::Yes) => states::support_state(rules, SupportState::Included),
        (Row::Support(_), Truth::Doubt) => states::support_state(rules, SupportState::ToVerify),
        (Row::Support(_), Truth::No) => states::support_state(rules, SupportState::Excluded),
    }
}

fn condition(rules: &Rules, question: &Question, to: &To) -> String {
    let (voice, short) = (rules.voice(), say(&question.short));
    match to {
        To::Choices(values) => {
            let label = |value: &String| question.choices.iter().find(|choice| choice.value == *value);
            let labels: Vec<String> = values
                .iter()
                .filter_map(label)
                .map(|choice| voice.fill(why::QUOTED, &[("words", say(&choice.label))]))
                .collect();
            let labels = labels.join(&format!(" {} ", voice.say(why::OR)));
            voice.fill(why::IF_CHOICE, &[("short", short), ("labels", &labels)])
        }
        To::Numbers(from, to) => {
            let range = between(voice, from.map(figures::decimal), to.map(figures::decimal));
            voice.fill(why::IF_NUMBER, &[("short", short), ("range", &range)])
        }
        To::Ages(from, to) => {
            let text = |age: &Option<u16>| age.map(|age| age.to_string());
            voice.fill(why::WITH_AGE, &[("range", &between(voice, text(from), text(to)))])
        }
        To::Without(support) => {
            let support = rules.support(support).map_or("", |support| say(&support.label));
            voice.fill(why::WITHOUT, &[("support", support)])
        }
        To::Listed => voice.say(why::IF_LISTED),
    }
}

fn between(voice: Voice, from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => voice.fill(why::FROM_TO, &[("from", &from), ("to", &to)]),
        (Some(from), None) => voice.fill(why::AT_LEAST, &[("from", &from)]),
        (None, Some(to)) => voice.fill(why::AT_MOST, &[("to", &to)]),
        (None, None) => voice.say(why::ANY),
    }
}
