//! Conditions as Italian clauses: whoever approves a notice has to see what a rule asks for, not how it is stored.
//!
//! Negations are carried down to the single answers, where Italian has a word for them ("più di 5", "non è né … né …").
//! For what is answered this says exactly what `answers::truth` decides.

use super::{figures, municipality, say};
use crate::programme::{Condition, Rules};

/// A condition as a clause that can follow "quando": ids give way to the short names of questions, the labels of
/// choices and supports, and the values that the notice has.
pub fn condition(rules: &Rules, condition: &Condition) -> String {
    clause(rules, condition, true).0
}

/// How the parts of a clause hang together, and so when it needs parentheses inside another. A list of names after
/// "uno tra" or with "o" counts as an alternative, so that an "e" that follows is not taken for one of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Single,
    And,
    Or,
}

/// The clause that says that `condition` holds, or that it does not.
fn clause(rules: &Rules, condition: &Condition, holds: bool) -> (String, Joint) {
    let not = if holds { "" } else { "non " };
    let text = match condition {
        Condition::All(parts) => return joined(rules, parts, holds, if holds { Joint::And } else { Joint::Or }),
        Condition::Any(parts) => {
            let Some(names) = all_wanted(rules, parts) else {
                return joined(rules, parts, holds, if holds { Joint::Or } else { Joint::And });
            };
            let among = if holds { "è richiesto almeno uno tra" } else { "non è richiesto nessuno tra" };
            return (format!("{among} {}", listed(&names, "e")), Joint::Or);
        }
        Condition::Not(part) => return clause(rules, part, !holds),
        Condition::ToVerify(part) => {
            let open =
                format!("da verificare con l'ufficio, se {}", enclosed(clause(rules, part, true), Joint::Single));
            if !holds {
                // Certain where the part does not hold, as doubtful as ever where it does.
                return (format!("{}, oppure {open}", enclosed(clause(rules, part, false), Joint::Or)), Joint::Or);
            }
            open
        }
        Condition::Is { question, value } => {
            format!("{} {not}è {}", short(rules, question), choice(rules, question, value))
        }
        Condition::OneOf { question, values } => {
            let labels: Vec<String> = values.iter().map(|value| choice(rules, question, value)).collect();
            if holds && labels.len() > 1 {
                return (format!("{} è {}", short(rules, question), listed(&labels, "o")), Joint::Or);
            }
            let is = if labels.len() > 1 { "è né " } else { "è " };
            format!("{} {not}{is}{}", short(rules, question), labels.join(" né "))
        }
        Condition::Zero { question } => {
            format!("{} è {}", short(rules, question), if holds { "zero" } else { "più di zero" })
        }
        Condition::AtLeast { question, number } => {
            let bound = if holds { "almeno" } else { "meno di" };
            format!("{} è {bound} {}", short(rules, question), value(rules, number))
        }
        Condition::AtMost { question, number } => {
            let bound = if holds { "al massimo" } else { "più di" };
            format!("{} è {bound} {}", short(rules, question), value(rules, number))
        }
        Condition::AgeBetween { question, from, to } => {
            let bounds = [from, to].map(|bound| bound.as_ref().map(|number| value(rules, number)));
            let range = age(bounds, holds);
            format!("l'età in anni compiuti al giorno della stima, da {}, {range}", short(rules, question))
        }
        Condition::InTerritory { question } => {
            format!("{} {not}è tra i Comuni dell'avviso", short(rules, question))
        }
        Condition::Wants(support) => format!("{not}è richiesto {}", support_name(rules, support)),
    };
    (text, Joint::Single)
}

/// Where an age lies between its bounds, or does not.
fn age(bounds: [Option<String>; 2], holds: bool) -> String {
    match (bounds, holds) {
        ([Some(from), Some(to)], true) => format!("va da {from} a {to}"),
        ([Some(from), Some(to)], false) => format!("non va da {from} a {to}"),
        ([Some(from), None], true) => format!("è almeno {from}"),
        ([Some(from), None], false) => format!("è meno di {from}"),
        ([None, Some(to)], true) => format!("è al massimo {to}"),
        ([None, Some(to)], false) => format!("è più di {to}"),
        // Refused when the file is read.
        ([None, None], _) => String::new(),
    }
}

fn joined(rules: &Rules, parts: &[Condition], holds: bool, joint: Joint) -> (String, Joint) {
    if let [only] = parts {
        return clause(rules, only, holds);
    }
    let parts: Vec<String> = parts.iter().map(|part| enclosed(clause(rules, part, holds), joint)).collect();
    (parts.join(if joint == Joint::And { " e " } else { ", oppure " }), joint)
}

/// The clause in parentheses, unless it hangs together like what is around it.
fn enclosed((text, joint): (String, Joint), around: Joint) -> String {
    if joint == Joint::Single || joint == around { text } else { format!("({text})") }
}

/// The names of the supports, where each of several parts asks for one.
fn all_wanted(rules: &Rules, parts: &[Condition]) -> Option<Vec<String>> {
    let name = |part: &Condition| match part {
        Condition::Wants(support) => Some(support_name(rules, support)),
        _ => None,
    };
    parts.iter().map(name).collect::<Option<Vec<_>>>().filter(|names| names.len() > 1)
}

/// `«canone mensile»`.
pub(super) fn short(rules: &Rules, question: &str) -> String {
    quoted(rules.question(question).map_or("", |question| say(&question.short)))
}

/// `«Appartamento autogestito»`.
pub(super) fn choice(rules: &Rules, question: &str, value: &str) -> String {
    let choices = rules.question(question).map_or(&[][..], |question| &question.choices);
    if choices.is_empty() {
        return quoted(&municipality(rules, value));
    }
    quoted(choices.iter().find(|choice| choice.value == value).map_or("", |choice| say(&choice.label)))
}

/// `«Affitto e utenze»`.
pub(super) fn support_name(rules: &Rules, support: &str) -> String {
    quoted(rules.support(support).map_or("", |support| say(&support.label)))
}

/// The value of a number, as the notice has it.
pub(super) fn value(rules: &Rules, number: &str) -> String {
    rules.number(number).map(figures::number).unwrap_or_default()
}

/// `«words»`.
pub(super) fn quoted(words: &str) -> String {
    format!("«{words}»")
}

/// `a, b e c`.
pub(super) fn listed(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
