//! Faults of supports: what they need, what excludes them, how their amount comes about.

use super::Check;
use crate::money::Euro;
use crate::programme::{Amount, Companion, Condition, Kind, NumberKind, Payer, ReasonKind, Support, Times};

impl<'a> Check<'a> {
    pub(super) fn support(&mut self, key: &str, support: &'a Support) {
        self.source(key, &support.source);
        self.clauses(&format!("{key}.exclusions"), &support.exclusions, ReasonKind::Exclusion);
        self.clauses(&format!("{key}.doubts"), &support.doubts, ReasonKind::Doubt);
        self.clauses(&format!("{key}.notes"), &support.notes, ReasonKind::Note);
        for (at, need) in support.needs.iter().enumerate() {
            let key = format!("{key}.needs[{at}]");
            self.when(&key, need.when.as_ref());
            if !self.programme.questions.iter().any(|question| question.id == need.answer) {
                self.say(format!("{key}.answer"), format!("la domanda \"{}\" non esiste", need.answer));
            }
        }
        self.remarks(&format!("{key}.remarks"), &support.remarks);
        let needs = |question: &str| support.needs.iter().any(|need| need.answer == question);
        for question in self.amount(&format!("{key}.amount"), support).into_iter().filter(|used| !needs(used)) {
            self.say(format!("{key}.needs"), format!("manca \"{question}\", che serve per l'importo"));
        }
        // What decides an exclusion must be needed: otherwise it could stay undecided without anybody noticing.
        let decided = support.exclusions.iter().flat_map(|clause| clause.when.iter().flat_map(Condition::questions));
        for question in decided.filter(|question| !needs(question)) {
            self.say(format!("{key}.needs"), format!("manca \"{question}\", che decide un'esclusione"));
        }
        if let Some(companion) = &support.companion {
            self.companion(&format!("{key}.companion"), companion);
        }
    }

    /// Looks at an amount; the questions that it is reckoned from.
    fn amount(&mut self, key: &str, support: &'a Support) -> Vec<&'a str> {
        let mut used: Vec<&str> = Vec::new();
        match &support.amount {
            Amount::ShareOfCosts { costs, share, ceilings, days, .. } => {
                if costs.is_empty() || ceilings.is_empty() {
                    self.say(key, "servono almeno un costo e un massimale");
                }
                costs.iter().for_each(|cost| self.question(key, cost, &[Kind::Money]));
                used.extend(costs.iter().map(String::as_str));
                share.iter().for_each(|share| self.number(key, share, &[NumberKind::Share]));
                for ceiling in ceilings {
                    self.number(key, &ceiling.number, &[NumberKind::Ceiling]);
                    ceiling.less.iter().for_each(|less| self.question(key, less, &[Kind::Money]));
                    used.extend(ceiling.less.as_deref());
                }
                if let Some(days) = days {
                    self.question(key, &days.asked, &[Kind::Count]);
                    self.question(key, &days.used, &[Kind::Count]);
                    self.number(key, &days.at_most, &[NumberKind::Count]);
                    self.reason(key, &days.capped, ReasonKind::Note);
                    used.extend([days.asked.as_str(), days.used.as_str()]);
                }
            }
            Amount::Fixed { sum, .. } => self.number(key, sum, &[NumberKind::Sum]),
            Amount::Phases { phase, editions, phases } => {
                self.question(key, editions, &[Kind::Count]);
                for (at, one) in phases.iter().enumerate() {
                    let key = format!("{key}.phases.phases[{at}]");
                    self.choices(&key, phase, std::slice::from_ref(&one.phase));
                    self.number(&key, &one.ceiling, &[NumberKind::Ceiling]);
                    self.number(&key, &one.editions, &[NumberKind::Count]);
                    if one.years == 0 {
                        self.say(format!("{key}.years"), "una fase dura almeno 1 anno");
                    }
                }
                used.extend([phase.as_str(), editions.as_str()]);
            }
            Amount::Rate { rate, times, payers, compared_with } => {
                self.number(key, rate, &[NumberKind::Sum, NumberKind::Ceiling]);
                self.payers(key, rate, payers);
                match times {
                    Times::Stay { days, months, month } => {
                        self.question(key, days, &[Kind::Count]);
                        self.question(key, months, &[Kind::Count]);
                        self.number(key, month, &[NumberKind::Count]);
                        // One of the two is answered: each is needed where it is asked.
                        used.extend([days.as_str(), months.as_str()]);
                    }
                    Times::Size(size) => {
                        self.question(key, size, &[Kind::Measure]);
                        used.push(size);
                    }
                    Times::Nothing => {}
                }
                // What is paid now may stay unanswered: the comparison is then left out.
                compared_with.iter().for_each(|question| self.question(key, question, &[Kind::Money]));
            }
            Amount::Service { .. } => {}
        }
        used
    }

    /// Who pays the parts of a rate: together exactly all of it.
    fn payers(&mut self, key: &str, rate: &str, payers: &'a [Payer]) {
        let value = |id: &str| self.programme.numbers.iter().find(|number| number.id == id)?.value.parse::<Euro>().ok();
        let parts: Option<Euro> = payers.iter().map(|payer| value(&payer.rate)).sum();
        if !payers.is_empty() && parts != value(rate) {
            let sum = parts.unwrap_or_default();
            self.say(format!("{key}.rate.payers"), format!("le quote fanno {sum}, e non la tariffa \"{rate}\""));
        }
        self.once(&format!("{key}.rate.payers"), payers.iter().map(|payer| payer.id.as_str()));
        for payer in payers {
            self.number(key, &payer.rate, &[NumberKind::Sum]);
        }
    }

    fn companion(&mut self, key: &str, companion: &'a Companion) {
        self.source(key, &companion.source);
        self.clauses(&format!("{key}.notes"), &companion.notes, ReasonKind::Note);
        self.reason(&format!("{key}.excluded_with"), &companion.excluded_with, ReasonKind::Exclusion);
        self.choices(&format!("{key}.asked_by"), &companion.asked_by, &["yes".into(), "no".into()]);
        let lead = self.programme.supports.iter().find(|support| support.id == companion.of).map(|lead| &lead.amount);
        let Some(Amount::Phases { phases, .. }) = lead else {
            return self.say(format!("{key}.of"), format!("\"{}\" non è un sostegno a fasi", companion.of));
        };
        for phase in phases {
            if !companion.phases.iter().any(|own| own.phase == phase.phase) {
                self.say(format!("{key}.phases"), format!("manca la fase \"{}\"", phase.phase));
            }
        }
        for (at, own) in companion.phases.iter().enumerate() {
            self.number(&format!("{key}.phases[{at}].ceiling"), &own.ceiling, &[NumberKind::Ceiling]);
        }
    }
}
