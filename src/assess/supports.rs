//! The state of each support. First match wins: not wanted, excluded, incomplete, to be verified, included.

use serde::Serialize;

use super::amounts::{self, Worked};
use super::compatibility::silences;
use super::in_order;
use super::trace::{Step, Trace, What};
use crate::answers::truth::{Truth, decide, wanted, wanted_question};
use crate::answers::{Answer, Answers};
use crate::money::Euro;
use crate::programme::{Clause, Every, Per, Rules, Support};

/// About compatibility, exclusions and data; never about entitlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportState {
    /// The notice covers it, as far as the answers go.
    Included,
    /// The notice leaves something unstated: the office has to say.
    ToVerify,
    /// The notice excludes it.
    Excluded,
    /// An answer is missing.
    Incomplete,
    /// It was not asked for.
    NotWanted,
}

/// One support.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SupportRow {
    /// Id.
    pub id: String,
    /// Its state.
    pub state: SupportState,
    /// The ceiling for one time it is paid, unless it is excluded, incomplete, not wanted, or no money at all.
    pub amount: Option<Euro>,
    /// Whom the amount is counted for.
    pub per: Per,
    /// How often it is paid.
    pub every: Option<Every>,
    /// The ceiling for the first twelve months; nothing for a rate, which nobody receives.
    pub first_year: Option<Euro>,
    /// An indicative part for one resident, where the amount is shared by a dwelling's residents month by month or
    /// year by year.
    pub share_per_resident: Option<Euro>,
    /// Ids of reasons; see the programme's `reasons`.
    pub reasons: Vec<String>,
    /// Questions that it waits for.
    pub missing: Vec<String>,
    /// How the amount came about.
    pub trace: Trace,
}

/// How a support is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    No,
    /// On its own.
    Alone,
    /// To integrate the support at this place.
    Integrating(usize),
    /// Which of the two depends on an answer that is missing.
    Open,
}

pub(super) fn rows(rules: &Rules, answers: &Answers) -> Vec<SupportRow> {
    let supports = &rules.programme.supports;
    let Some(wanted) = wanted(rules, answers) else {
        let missing: Vec<String> = wanted_question(rules).into_iter().collect();
        return supports.iter().map(|support| empty(support, SupportState::Incomplete, missing.clone())).collect();
    };
    let view = View::new(rules, answers, wanted);
    (0..supports.len()).map(|at| view.row(at)).collect()
}

/// The state of one support, by its place, without the rows of the others.
pub(super) fn state(rules: &Rules, answers: &Answers, at: usize) -> SupportState {
    match wanted(rules, answers) {
        Some(wanted) => View::new(rules, answers, wanted).row(at).state,
        None => SupportState::Incomplete,
    }
}

/// Which supports count as partners of others, by their place in the programme.
pub(super) fn partners(rules: &Rules, answers: &Answers) -> Vec<bool> {
    wanted(rules, answers).map(|wanted| View::new(rules, answers, wanted).counts).unwrap_or_default()
}

/// What has to be known of all supports before the state of one can be decided.
struct View<'a> {
    rules: &'a Rules,
    answers: &'a Answers,
    asked: Vec<Asked>,
    exclusions: Vec<Vec<String>>,
    /// Whether a support counts as a partner of others: asked for on its own for certain, and not excluded.
    counts: Vec<bool>,
}

impl<'a> View<'a> {
    fn new(rules: &'a Rules, answers: &'a Answers, wanted: &[String]) -> Self {
        let supports = &rules.programme.supports;
        let asked: Vec<Asked> = supports.iter().map(|support| how_asked(rules, answers, wanted, support)).collect();
        let certain = |clauses: &[Clause]| reasons(rules, answers, clauses);
        let mut exclusions: Vec<Vec<String>> = supports.iter().map(|support| certain(&support.exclusions)).collect();
        for (at, support) in supports.iter().enumerate() {
            if let (Asked::Integrating(lead), Some(companion)) = (asked[at], &support.companion) {
                let nothing = !exclusions[lead].is_empty();
                exclusions[at] = nothing.then(|| companion.excluded_with.clone()).into_iter().collect();
            }
        }
        let counts =
            asked.iter().zip(&exclusions).map(|(asked, out)| *asked == Asked::Alone && out.is_empty()).collect();
        Self { rules, answers, asked, exclusions, counts }
    }

    fn row(&self, at: usize) -> SupportRow {
        let support = &self.rules.programme.supports[at];
        match self.asked[at] {
            Asked::No => empty(support, SupportState::NotWanted, Vec::new()),
            Asked::Open => {
                let asked_by = support.companion.iter().map(|companion| companion.asked_by.clone()).collect();
                empty(support, SupportState::Incomplete, asked_by)
            }
            _ if !self.exclusions[at].is_empty() => SupportRow {
                reasons: self.exclusions[at].clone(),
                ..empty(support, SupportState::Excluded, Vec::new())
            },
            Asked::Alone => {
                let silences = silences(self.rules, at, &self.counts);
                let doubts = [reasons(self.rules, self.answers, &support.doubts), silences.doubts].concat();
                let notes = [reasons(self.rules, self.answers, &support.notes), silences.notes].concat();
                let worked = amounts::alone(self.rules, self.answers, support);
                self.decided(support, self.missing(support), doubts, notes, worked)
            }
            Asked::Integrating(lead) => {
                // It has no compatibility of its own: state and missing answers are those of the other support.
                let doubts = match self.row(lead) {
                    SupportRow { state: SupportState::ToVerify, reasons, .. } => reasons,
                    _ => Vec::new(),
                };
                let doubts = doubts.into_iter().filter(|id| self.is_doubt(id)).collect();
                let lead = &self.rules.programme.supports[lead];
                let notes = support.companion.as_ref().map_or(&[][..], |companion| &companion.notes);
                let notes = reasons(self.rules, self.answers, notes);
                let worked = amounts::integrating(self.rules, self.answers, support, lead);
                self.decided(support, self.missing(lead), doubts, notes, worked)
            }
        }
    }

    fn is_doubt(&self, reason: &str) -> bool {
        self.rules.reason(reason).is_some_and(|reason| reason.kind == crate::programme::ReasonKind::Doubt)
    }

    /// A support that nothing excludes.
    fn decided(
        &self,
        support: &Support,
        missing: Vec<String>,
        mut doubts: Vec<String>,
        notes: Vec<String>,
        worked: Option<Worked>,
    ) -> SupportRow {
        let Some(mut worked) = worked.filter(|_| missing.is_empty()) else {
            return empty(support, SupportState::Incomplete, missing);
        };
        let mut seen: Vec<String> = Vec::new();
        doubts.retain(|doubt| {
            !seen.contains(doubt) && {
                seen.push(doubt.clone());
                true
            }
        });
        let state = if doubts.is_empty() { SupportState::Included } else { SupportState::ToVerify };
        let share = self.share_per_resident(support, &worked);
        if let Some((residents, amount)) = share {
            let source = support.source.clone();
            worked.trace.steps.push(Step { what: What::EachResident { residents, amount }, source });
        }
        SupportRow {
            amount: worked.amount.map(|(amount, _)| amount),
            every: worked.amount.map(|(_, every)| every),
            first_year: worked.first_year,
            share_per_resident: share.map(|(_, amount)| amount),
            reasons: [doubts, notes, worked.note.into_iter().collect()].concat(),
            trace: worked.trace,
            ..empty(support, state, Vec::new())
        }
    }

    fn missing(&self, support: &Support) -> Vec<String> {
        let needed = support.needs.iter().filter(|need| {
            let due = need.when.as_ref().is_none_or(|when| decide(self.rules, self.answers, when).truth == Truth::Yes);
            due && self.answers.get(&need.answer).is_none()
        });
        let needed: Vec<String> = needed.map(|need| need.answer.clone()).collect();
        in_order(self.rules, &needed)
    }

    /// What a dwelling gets again and again is shared by those who live in it; how, the act does not say.
    fn share_per_resident(&self, support: &Support, worked: &Worked) -> Option<(u32, Euro)> {
        let (amount, every) = worked.amount?;
        let recurring = worked.first_year.is_some() && matches!(every, Every::Month | Every::Year);
        let residents = self.answers.count(&self.rules.programme.budget.as_ref()?.residents)?;
        (support.per == Per::Dwelling && recurring).then(|| (residents, amount.part_of(residents)))
    }
}

fn how_asked(rules: &Rules, answers: &Answers, wanted: &[String], support: &Support) -> Asked {
    let named = wanted.contains(&support.id);
    let on_its_own = if named { Asked::Alone } else { Asked::No };
    let Some(companion) = support.companion.as_ref().filter(|companion| wanted.contains(&companion.of)) else {
        return on_its_own;
    };
    let lead = rules.programme.supports.iter().position(|other| other.id == companion.of);
    match (answers.get(&companion.asked_by), lead) {
        (Some(Answer::Choice(choice)), Some(lead)) if choice == "yes" => Asked::Integrating(lead),
        (Some(_), _) => on_its_own,
        (None, _) => Asked::Open,
    }
}

/// The reasons of the clauses that hold for certain.
fn reasons(rules: &Rules, answers: &Answers, clauses: &[Clause]) -> Vec<String> {
    let holds =
        |clause: &&Clause| clause.when.as_ref().is_none_or(|when| decide(rules, answers, when).truth == Truth::Yes);
    clauses.iter().filter(holds).map(|clause| clause.reason.clone()).collect()
}

fn empty(support: &Support, state: SupportState, missing: Vec<String>) -> SupportRow {
    SupportRow {
        id: support.id.clone(),
        state,
        amount: None,
        per: support.per,
        every: None,
        first_year: None,
        share_per_resident: None,
        reasons: Vec::new(),
        missing,
        trace: Trace::default(),
    }
}

/// Whether a support is neither excluded nor unwanted.
pub(super) fn is_live(row: &SupportRow) -> bool {
    !matches!(row.state, SupportState::Excluded | SupportState::NotWanted)
}

/// Whether a support has an amount: it stands, it is money, and all that it needs was answered.
pub(super) fn has_amount(row: &SupportRow) -> bool {
    row.amount.is_some()
}
