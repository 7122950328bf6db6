//! The whole assessment explained: each requirement, priority and support with the answers it rests on, the steps of its
//! figure, each with its source, and what would change it. Page, paper and command say it in these words.

use super::words::page;
use super::{capital, missing, reason, say, source, states, trace, why};
use crate::answers::Answers;
use crate::application::document::{Block, Level};
use crate::assess::{Assessment, PriorityState, Row, SupportRow, SupportState};
use crate::programme::{Amount, Rules};

/// Everything that was assessed, as headings and lists.
pub fn explained(rules: &Rules, answers: &Answers, assessment: &Assessment) -> Vec<Block> {
    let voice = rules.voice();
    let heading = |level, text: &str| Block::Heading { level, text: text.into() };
    let mut blocks = vec![
        heading(Level::One, &states::outcome(rules, assessment.outcome)),
        Block::Paragraph(states::outcome_means(rules, assessment.outcome)),
    ];
    if !assessment.requirements.is_empty() {
        blocks.push(heading(Level::Two, &voice.say(page::REQUIREMENTS)));
    }
    for (row, requirement) in assessment.requirements.iter().zip(&rules.programme.requirements) {
        let said = states::requirement_state(voice, row.state);
        let lines = about(rules, answers, Row::Requirement(&row.id), &row.missing);
        blocks.push(heading(Level::Three, &format!("{}: {said}", say(&requirement.label))));
        blocks.push(Block::Bullets(lines.into_iter().chain([source(rules, &row.source)]).collect()));
    }
    if !assessment.priorities.is_empty() {
        blocks.push(heading(Level::Two, &voice.say(page::PRIORITIES)));
    }
    for (row, priority) in assessment.priorities.iter().zip(&rules.programme.priorities) {
        if row.state != PriorityState::DoesNotApply {
            let lines = about(rules, answers, Row::Priority(&row.id), &row.missing);
            blocks.push(heading(
                Level::Three,
                &format!("{}: {}", say(&priority.label), states::priority_state(voice, row.state)),
            ));
            blocks.push(Block::Bullets(lines.into_iter().chain([source(rules, &row.source)]).collect()));
        }
    }
    if !assessment.supports.is_empty() {
        blocks.push(heading(Level::Two, &voice.say(page::SUPPORTS)));
    }
    for row in assessment.supports.iter().filter(|row| row.state != SupportState::NotWanted) {
        let label = rules.support(&row.id).map_or("", |support| say(&support.label));
        blocks.push(heading(Level::Three, &format!("{label}: {}", states::support_state(rules, row.state))));
        let lines =
            reckoning(rules, row).into_iter().chain(about(rules, answers, Row::Support(&row.id), &[])).collect();
        blocks.push(Block::Bullets(lines));
    }
    blocks
}

/// What a row waits for, what it rests on and what would change it.
pub fn about(rules: &Rules, answers: &Answers, row: Row<'_>, missing: &[String]) -> Vec<String> {
    let waits = super::missing(rules, missing);
    let rests = why::rests_on(rules, answers, row);
    waits.into_iter().chain(rests).chain(why::ways(rules, answers, row)).collect()
}

/// How one support's figure came about, and what to know about it: a line each, with its source.
pub fn reckoning(rules: &Rules, row: &SupportRow) -> Vec<String> {
    let told = trace::told(rules, row).into_iter().map(|told| match &told.source {
        Some(place) => format!("{} ({})", told.text, source(rules, place)),
        None => told.text,
    });
    let missing = missing(rules, &row.missing);
    let reasons = row.reasons.iter().map(|id| capital(&reason(rules, id)));
    let ask = rules.support(&row.id).and_then(|support| match &support.amount {
        Amount::Service { ask } => Some(format!("{}: {}", rules.voice().say(page::ASK), say(ask))),
        _ => None,
    });
    ask.into_iter().chain(missing).chain(reasons).chain(told).collect()
}
