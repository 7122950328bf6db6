//! Which programmes may concern somebody: what an orientation leads to, where the person lives, on the day of the estimate.

use crate::answers::Answers;
use crate::answers::truth::{Truth, decide, residence};
use crate::programme::{Catalogue, Lead, Listed, Rules, Standing};

/// A notice that may concern somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// Why it may.
    pub lead: &'a Lead,
    /// The notice.
    pub notice: &'a Listed,
    /// How it stands on the day of the estimate.
    pub standing: Standing,
    /// Whether the answers say so for certain; otherwise one of them is missing, or an office has to look.
    pub certain: bool,
}

/// The notices that may concern somebody, those with an open door first, otherwise in the order of the programme. Never
/// one of a place where the person does not live: as long as that is not known, none.
pub fn orientation<'a>(rules: &'a Rules, answers: &Answers, catalogue: &'a Catalogue) -> Vec<Found<'a>> {
    let Some(home) = residence(rules, answers) else { return Vec::new() };
    let mut found = Vec::new();
    for lead in &rules.programme.leads {
        let truth = decide(rules, answers, &lead.when).truth;
        if truth == Truth::No {
            continue;
        }
        let of_lead = catalogue.notices.iter().filter(|notice| lead.programmes.contains(&notice.extends));
        let here = of_lead.filter(|notice| notice.municipalities.iter().any(|place| place.code == home));
        let current = here.filter(|notice| !is_replaced(catalogue, notice, answers));
        found.extend(current.map(|notice| {
            let standing = notice.window.standing(answers.as_of);
            Found { lead, notice, standing, certain: truth == Truth::Yes }
        }));
    }
    found.sort_by_key(|one| match one.standing {
        Standing::Open(_) => 0,
        Standing::Information => 1,
        Standing::NotYet(_) => 2,
        Standing::Closed(_) => 3,
    });
    found
}

/// Whether another notice has taken its place by the day of the estimate.
fn is_replaced(catalogue: &Catalogue, notice: &Listed, answers: &Answers) -> bool {
    let follows = |other: &&Listed| other.follows.as_ref() == Some(&notice.id);
    let begun = |other: &Listed| !matches!(other.window.standing(answers.as_of), Standing::NotYet(_));
    catalogue.notices.iter().filter(follows).any(begun)
}
