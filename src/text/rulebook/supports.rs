//! Supports, and what the act says about each two of them.

use super::html::{Html, facts, link, list, p, table, tag};
use super::inventory::{SUPPORT, TOGETHER, anchor};
use super::{Book, Section, readings, sentences, words};
use crate::programme::{Amount, Clause, Compatibility, Remark, Stands, Support, Text};
use crate::text::condition::{condition, listed, support_name};
use crate::text::{capital, figures, reason, say};

impl Book<'_> {
    pub(super) fn supports(&self) -> Section {
        let supports = &self.rules.programme.supports;
        let body: Html = supports.iter().map(|support| self.support(support)).collect();
        let inside = supports.iter().map(|support| (anchor(SUPPORT, &support.id), say(&support.label).into()));
        Section { inside: inside.collect(), ..Section::new("sostegni", words::SUPPORTS, body) }
    }

    fn support(&self, support: &Support) -> Html {
        let label = say(&support.label);
        let rows = [
            (words::COUNTED_FOR, figures::whom(self.rules.voice(), support.per).into()),
            (words::NEEDED, list("", support.needs.iter().map(|need| self.needed(need)))),
            (words::AMOUNT, self.amount(support)),
            (words::COMPANION, self.companion(support)),
            (words::SOURCE, self.source(&support.source)),
        ];
        let clauses = [&support.exclusions, &support.doubts, &support.notes];
        let remarks = if support.remarks.is_empty() {
            Html::default()
        } else {
            [tag("h4", &[], words::REMARKS), self.remarks(&support.remarks)].into()
        };
        let parts = [
            tag("h3", &[], label),
            p(say(&support.summary)),
            facts(rows),
            self.clauses(words::CLAUSES, clauses.into_iter().flatten()),
            remarks,
            readings(label, texts(support)),
        ];
        tag("article", &[("id", &anchor(SUPPORT, &support.id))], parts)
    }

    fn needed(&self, need: &crate::programme::Needed) -> Html {
        let when = need.when.as_ref().map(|when| format!(", quando {}", condition(self.rules, when)));
        [self.question_link(&need.answer), when.unwrap_or_default().into()].into()
    }

    /// What excludes a support, leaves it to be verified, or should be known about it.
    pub(super) fn clauses<'c>(&self, caption: &str, clauses: impl Iterator<Item = &'c Clause>) -> Html {
        let rows = clauses.map(|clause| {
            let kind = self.rules.reason(&clause.reason).map_or("", |reason| sentences::effect(reason.kind));
            let when = clause.when.as_ref().map(|when| condition(self.rules, when));
            vec![
                reason(self.rules, &clause.reason).into(),
                kind.into(),
                capital(when.as_deref().unwrap_or(words::ALWAYS)).into(),
                self.source(&clause.source),
            ]
        });
        table(caption, &[words::SENTENCE, words::EFFECT, words::WHEN, words::SOURCE], rows)
    }

    /// Rules that no answer records.
    pub(super) fn remarks(&self, remarks: &[Remark]) -> Html {
        let remark = |remark: &Remark| -> Html {
            let when = remark.when.as_ref().map(|when| condition(self.rules, when));
            let when = when.map(|when| p(format!("{} {}.", words::ONLY_WHEN, sentences::asked_when(&when))));
            [p(say(&remark.text)), when.unwrap_or_default(), p(self.source(&remark.source))].into()
        };
        list("", remarks.iter().map(remark))
    }

    /// Links to these supports; nothing where none is named.
    pub(super) fn some_supports(&self, ids: &[String]) -> Html {
        let named = self.rules.programme.supports.iter().filter(|support| ids.contains(&support.id));
        list("", named.map(|support| link(&anchor(SUPPORT, &support.id), say(&support.label))))
    }

    /// Every pair once, under the one that comes first.
    pub(super) fn together(&self) -> Section {
        let supports = &self.rules.programme.supports;
        let heads = [words::WITH, words::ACT_SAYS, words::SO, words::SOURCE];
        let tables = supports.iter().enumerate().map(|(at, one)| {
            let rows = supports[at + 1..].iter().filter_map(|other| self.pair(one, other));
            table(say(&one.label), &heads, rows)
        });
        Section::new(TOGETHER, words::TOGETHER, tables.collect::<Html>())
    }

    fn pair(&self, one: &Support, other: &Support) -> Option<Vec<Html>> {
        let about = |said: &&Compatibility| {
            let has = |list: &[String], support: &Support| list.contains(&support.id);
            has(&said.between, one) && has(&said.and, other) || has(&said.between, other) && has(&said.and, one)
        };
        let said = self.rules.programme.compatibility.iter().find(about)?;
        let so = match said.stands {
            Stands::Unstated => self.silence(said, [one, other]),
            stands => sentences::so(stands).into(),
        };
        Some(vec![
            say(&other.label).into(),
            sentences::stands(said.stands).into(),
            so.into(),
            self.source(&said.source),
        ])
    }

    fn silence(&self, said: &Compatibility, pair: [&Support; 2]) -> String {
        let (doubtful, others): (Vec<_>, Vec<_>) =
            pair.into_iter().partition(|support| said.doubt_for.contains(&support.id));
        let names = |supports: Vec<&Support>| {
            listed(&supports.iter().map(|support| support_name(self.rules, &support.id)).collect::<Vec<_>>(), "e")
        };
        let so = sentences::silence(&names(doubtful), &names(others));
        match &said.reason {
            Some(id) => format!("{so} {}", reason(self.rules, id)),
            None => so,
        }
    }
}

/// The texts of a support that people see.
fn texts(support: &Support) -> Vec<&Text> {
    let of_amount: Vec<&Text> = match &support.amount {
        Amount::ShareOfCosts { costs_are, .. } => vec![costs_are],
        Amount::Rate { payers, .. } => payers.iter().map(|payer| &payer.label).collect(),
        Amount::Service { ask } => vec![ask],
        Amount::Fixed { .. } | Amount::Phases { .. } => Vec::new(),
    };
    let remarks = support.remarks.iter().map(|remark| &remark.text);
    [&support.label, &support.summary].into_iter().chain(of_amount).chain(remarks).collect()
}
