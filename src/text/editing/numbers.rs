//! The numbers of a programme that a notice may lower or set, called by what they are for.

use crate::programme::{Amount, Level, Number, NumberKind, Programme, Support};
use crate::text::{figures, it, say};

/// A number that a notice may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// The same with its value.
    pub label: String,
}

/// Those that a notice may change: what the office sets, and of what the Region sets the ceilings.
pub fn offered(programme: &Programme) -> Vec<Offered> {
    let may = |number: &&Number| number.level == Level::Local || number.kind == NumberKind::Ceiling;
    let one = |number: &Number| {
        let name = use_of(programme, number);
        Offered { id: number.id.clone(), label: format!("{name}: {}", figures::number(number)), name }
    };
    programme.numbers.iter().filter(may).map(one).collect()
}

/// Whether a number is an amount in euro.
pub fn is_amount(programme: &Programme, id: &str) -> bool {
    let number = programme.numbers.iter().find(|number| number.id == id);
    number.is_some_and(|number| matches!(number.kind, NumberKind::Ceiling | NumberKind::Sum))
}

/// What the programme says of a number, and what a notice may make of it.
pub fn about(programme: &Programme, id: &str) -> Option<String> {
    let number = programme.numbers.iter().find(|number| number.id == id)?;
    let cited = programme.cited.iter().find(|cited| cited.id == number.source.document);
    let document = cited.map_or(number.source.document.as_str(), |cited| say(&cited.name));
    let may = match (number.level, number.kind) {
        (Level::Local, _) => it::editor::SET_HERE,
        (Level::Region, NumberKind::Ceiling) => it::editor::MAY_BE_LOWERED,
        (Level::Region, _) => it::editor::MAY_NOT_CHANGE,
    };
    let stands =
        it::editor::in_programme(&figures::number(number), document, &number.source.section, number.source.page);
    Some(format!("{stands} {may}"))
}

/// What a number is for: the support whose amount it sets, or else the section that says it.
fn use_of(programme: &Programme, number: &Number) -> String {
    let found = programme.supports.iter().find_map(|support| role(programme, support, &number.id));
    found.unwrap_or_else(|| number.source.section.clone())
}

fn role(programme: &Programme, support: &Support, id: &str) -> Option<String> {
    let name = say(&support.label);
    let phase = |asked: &str, value: &str| {
        let question = programme.questions.iter().find(|question| question.id == asked);
        let choice = question.and_then(|question| question.choices.iter().find(|choice| choice.value == value));
        choice.map_or_else(|| value.to_owned(), |choice| say(&choice.label).to_owned())
    };
    match &support.amount {
        Amount::ShareOfCosts { share, ceilings, days, .. } => {
            let ceiling = ceilings.iter().any(|ceiling| ceiling.number == id);
            let days = days.as_ref().is_some_and(|days| days.at_most == id);
            (ceiling || days || share.as_deref() == Some(id)).then(|| name.to_owned())
        }
        Amount::Fixed { sum, .. } if sum == id => Some(name.to_owned()),
        Amount::Phases { phase: asked, phases, .. } => {
            let one = phases.iter().find(|one| one.ceiling == id || one.editions == id)?;
            Some(format!("{name}, {}", phase(asked, &one.phase)))
        }
        _ => {
            let companion = support.companion.as_ref()?;
            let one = companion.phases.iter().find(|one| one.ceiling == id)?;
            let lead = programme.supports.iter().find(|lead| lead.id == companion.of)?;
            let Amount::Phases { phase: asked, .. } = &lead.amount else { return None };
            Some(format!("{name}, {}", phase(asked, &one.phase)))
        }
    }
}
