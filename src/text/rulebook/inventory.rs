//! Every rule once, with what it looks at and where it stands: from this list come "who uses this question", "what
//! does this number set" and "what deserves a look", so that none of them can forget a rule.

use super::{sentences, words};
use crate::programme::{Amount, Clause, Companion, Condition, Content, Payer, Remark, Rules, Source, Support, Times};
use crate::text::condition::{choice, listed, quoted, short, support_name, value};
use crate::text::{reason, say};

/// A rule, or a part of one that has a source of its own.
#[derive(Clone, Debug)]
pub(super) struct Rule<'a> {
    /// What it belongs to: "Sostegno «Affitto e utenze»".
    pub name: String,
    /// The sentence that tells it from its neighbours; empty where the name says all.
    pub says: String,
    /// Where on the page it is.
    pub anchor: String,
    /// Where it stands in the texts.
    pub source: Option<&'a Source>,
    /// Questions that it looks at.
    pub questions: Vec<&'a str>,
    /// Numbers that it uses, and what each sets in it.
    pub numbers: Vec<(&'a str, String)>,
    /// The reason that it gives.
    pub reason: Option<&'a str>,
}

/// The place on the page of the thing with this id.
pub(super) fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{id}")
}

/// Kinds of [`anchor`].
pub(super) const SECTION: &str = "sezione";
pub(super) const QUESTION: &str = "domanda";
pub(super) const REQUIREMENT: &str = "requisito";
pub(super) const SUPPORT: &str = "sostegno";
pub(super) const CHAPTER: &str = "capitolo";
/// Sections, which are anchors too.
pub(super) const NUMBERS: &str = "valori";
pub(super) const PRIORITIES: &str = "priorita";
pub(super) const TOGETHER: &str = "insieme";
pub(super) const BUDGET: &str = "budget";
pub(super) const DOCUMENTS: &str = "documenti";
pub(super) const DECLARATIONS: &str = "dichiarazioni";
pub(super) const OFFICIAL_FORM: &str = "modulo";
pub(super) const HEAD: &str = "inizio";
pub(super) const LEADS: &str = "porta-a";

impl<'a> Rule<'a> {
    fn new(name: impl Into<String>, anchor: impl Into<String>) -> Self {
        let (name, says, anchor) = (name.into(), String::new(), anchor.into());
        Self { name, says, anchor, source: None, questions: Vec::new(), numbers: Vec::new(), reason: None }
    }

    fn of(kind: &str, label: &str, anchor: impl Into<String>) -> Self {
        Self::new(format!("{kind} {}", quoted(label)), anchor)
    }

    fn says(self, says: impl Into<String>) -> Self {
        Self { says: says.into(), ..self }
    }

    fn cited(self, source: &'a Source) -> Self {
        Self { source: Some(source), ..self }
    }

    fn asks(mut self, questions: impl IntoIterator<Item = &'a String>) -> Self {
        self.questions.extend(questions.into_iter().map(String::as_str));
        self
    }

    fn uses(mut self, number: &'a str, role: impl Into<String>) -> Self {
        self.numbers.push((number, role.into()));
        self
    }

    fn when(mut self, rules: &Rules, condition: impl IntoIterator<Item = &'a Condition>) -> Self {
        for condition in condition {
            self.questions.extend(condition.questions());
            condition.walk(&mut |part| match part {
                Condition::AtLeast { question, number } => {
                    self.numbers.push((number, sentences::bound(true, &short(rules, question))));
                }
                Condition::AtMost { question, number } => {
                    self.numbers.push((number, sentences::bound(false, &short(rules, question))));
                }
                Condition::AgeBetween { from, to, .. } => {
                    self.numbers.extend(from.iter().map(|from| (from.as_str(), words::AGE_FROM.into())));
                    self.numbers.extend(to.iter().map(|to| (to.as_str(), words::AGE_TO.into())));
                }
                _ => {}
            });
        }
        self
    }
}

/// All rules of a notice and its programme, in the order of the page; numbers come last, called by what they set.
pub(super) fn inventory(rules: &Rules) -> Vec<Rule<'_>> {
    let programme = &rules.programme;
    let mut all = of_the_notice(rules);
    let urgent = programme.urgent.iter();
    all.extend(urgent.map(|one| Rule::new(words::URGENT, HEAD).cited(&one.source).when(rules, &one.when)));
    for question in &programme.questions {
        let rule = Rule::of(words::OF_QUESTION, say(&question.label), anchor(QUESTION, &question.id));
        all.push(rule.clone().cited(&question.source).when(rules, &question.asked_when));
        let cited = question.guides.iter().filter_map(|guide| Some((guide, guide.source.as_ref()?)));
        all.extend(cited.map(|(guide, source)| rule.clone().says(say(&guide.title)).cited(source)));
    }
    all.extend(programme.requirements.iter().map(|requirement| {
        let rule = Rule::of(words::OF_REQUIREMENT, say(&requirement.label), anchor(REQUIREMENT, &requirement.id));
        rule.cited(&requirement.source).when(rules, [&requirement.when])
    }));
    all.extend(programme.priorities.iter().map(|priority| {
        let rule = Rule::of(words::OF_PRIORITY, say(&priority.label), PRIORITIES);
        rule.cited(&priority.source).when(rules, [&priority.when])
    }));
    programme.supports.iter().for_each(|support| of_support(rules, support, &mut all));
    all.extend(programme.compatibility.iter().map(|said| {
        let pairs = format!("{} con {}", names(rules, &said.between), names(rules, &said.and));
        let rule = Rule::new(words::OF_PAIR, TOGETHER).says(pairs).cited(&said.source);
        Rule { reason: said.reason.as_deref(), ..rule }
    }));
    of_projects(rules, &mut all);
    all.extend(rules.documents().map(|document| {
        let rule = Rule::of(words::OF_DOCUMENT, say(&document.label), DOCUMENTS);
        rule.cited(&document.source).when(rules, &document.when)
    }));
    for chapter in &programme.chapters {
        let rule = Rule::of(words::OF_CHAPTER, say(&chapter.title), anchor(CHAPTER, &chapter.id));
        all.extend(remarks(rules, &rule, &chapter.remarks));
    }
    all.extend(programme.declarations.iter().map(|wording| {
        let rule = Rule::new(words::DECLARATION, DECLARATIONS).says(&wording.it);
        rule.cited(&wording.source).when(rules, &wording.when)
    }));
    all.extend(of_official_form(rules));
    all.extend(programme.leads.iter().map(|lead| {
        let rule = Rule::new(words::OF_LEAD, LEADS).says(lead.programmes.join(", "));
        rule.cited(&lead.source).when(rules, [&lead.when])
    }));
    let numbers = of_numbers(rules, &all);
    all.extend(numbers);
    all
}

fn of_the_notice(rules: &Rules) -> Vec<Rule<'_>> {
    let notice = &rules.notice;
    let resources = notice.resources.as_ref();
    let head = [
        (words::RESOURCES, HEAD, resources.map(|resources| &resources.source)),
        (words::WINDOW, HEAD, Some(&notice.window.source)),
        (words::CHANNEL, HEAD, Some(&notice.channel_source)),
        (words::PRIVACY, DECLARATIONS, notice.privacy.as_ref().map(|privacy| &privacy.source)),
        (words::IN_FORCE, HEAD, rules.programme.in_force.as_ref().map(|period| &period.source)),
    ];
    head.into_iter().filter_map(|(name, anchor, source)| Some(Rule::new(name, anchor).cited(source?))).collect()
}

/// The office's own form looks at answers too.
fn of_official_form(rules: &Rules) -> Option<Rule<'_>> {
    let form = rules.notice.official_form.as_ref()?;
    let rule = Rule::new(words::OFFICIAL_FORM, OFFICIAL_FORM).cited(&form.source);
    Some(form.fields.iter().fold(rule, |rule, mapped| match &mapped.content {
        Content::Answer(question) => rule.asks([question]),
        Content::Tick(holds) => rule.when(rules, holds.condition()),
        Content::Choose(options) => rule.when(rules, options.iter().filter_map(|(_, holds)| holds.condition())),
        Content::Write(_) | Content::FirstYear(_) => rule,
    }))
}

fn of_support<'a>(rules: &'a Rules, support: &'a Support, all: &mut Vec<Rule<'a>>) {
    let rule = Rule::of(words::OF_SUPPORT, say(&support.label), anchor(SUPPORT, &support.id));
    let needs = rule.clone().cited(&support.source).asks(support.needs.iter().map(|need| &need.answer));
    let needs = needs.when(rules, support.needs.iter().filter_map(|need| need.when.as_ref()));
    all.push(with_amount(rules, needs, &support.amount));
    let clauses = [&support.exclusions, &support.doubts, &support.notes];
    all.extend(clauses.into_iter().flatten().map(|clause| because(rules, &rule, clause)));
    if let Some(companion) = &support.companion {
        all.push(with_companion(rules, &rule, companion));
        all.extend(companion.notes.iter().map(|clause| because(rules, &rule, clause)));
    }
    all.extend(remarks(rules, &rule, &support.remarks));
}

fn with_amount<'a>(rules: &Rules, rule: Rule<'a>, amount: &'a Amount) -> Rule<'a> {
    match amount {
        Amount::Fixed { sum, .. } => rule.uses(sum, words::FIXED_SUM),
        Amount::ShareOfCosts { costs, share, ceilings, days, .. } => {
            let rule = rule.asks(costs).asks(ceilings.iter().filter_map(|ceiling| ceiling.less.as_ref()));
            let rule = share.iter().fold(rule, |rule, share| rule.uses(share, words::SHARE_OF_COSTS));
            let rule = ceilings.iter().fold(rule, |rule, ceiling| rule.uses(&ceiling.number, words::CEILING));
            days.iter().fold(rule, |rule, days| {
                let rule = rule.asks([&days.asked, &days.used]).uses(&days.at_most, words::DAYS_AT_MOST);
                Rule { reason: Some(&days.capped), ..rule }
            })
        }
        Amount::Rate { rate, times, payers, compared_with } => {
            let rule = rule.uses(rate, words::RATE).asks(compared_with);
            let paid = |rule: Rule<'a>, payer: &'a Payer| rule.uses(&payer.rate, sentences::paid_by(say(&payer.label)));
            let rule = payers.iter().fold(rule, paid);
            match times {
                Times::Stay { days, months, month } => rule.asks([days, months]).uses(month, words::DAYS_OF_MONTH),
                Times::Size(question) => rule.asks([question]),
                Times::Nothing => rule,
            }
        }
        Amount::Service { .. } => rule,
        Amount::Phases { phase, editions, phases } => phases.iter().fold(rule.asks([phase, editions]), |rule, one| {
            let name = choice(rules, phase, &one.phase);
            rule.uses(&one.ceiling, sentences::ceiling_of(&name)).uses(&one.editions, sentences::editions_of(&name))
        }),
    }
}

fn with_companion<'a>(rules: &Rules, rule: &Rule<'a>, companion: &'a Companion) -> Rule<'a> {
    let lead = rules.support(&companion.of).map(|lead| &lead.amount);
    let named = |phase: &str| match lead {
        Some(Amount::Phases { phase: question, .. }) => choice(rules, question, phase),
        _ => String::new(),
    };
    let rule = rule.clone().says(support_name(rules, &companion.of)).cited(&companion.source);
    let rule = Rule { reason: Some(&companion.excluded_with), ..rule.asks([&companion.asked_by]) };
    companion.phases.iter().fold(rule, |rule, one| rule.uses(&one.ceiling, sentences::added_to(&named(&one.phase))))
}

fn because<'a>(rules: &Rules, rule: &Rule<'a>, clause: &'a Clause) -> Rule<'a> {
    let says = reason(rules, &clause.reason);
    Rule { reason: Some(&clause.reason), ..rule.clone().says(says).cited(&clause.source).when(rules, &clause.when) }
}

fn remarks<'a>(rules: &Rules, rule: &Rule<'a>, remarks: &'a [Remark]) -> Vec<Rule<'a>> {
    let one = |remark: &'a Remark| rule.clone().says(say(&remark.text)).cited(&remark.source).when(rules, &remark.when);
    remarks.iter().map(one).collect()
}

/// The budget's check, the comparison and how long a project lasts.
fn of_projects<'a>(rules: &'a Rules, all: &mut Vec<Rule<'a>>) {
    let programme = &rules.programme;
    all.extend(programme.budget.iter().map(|budget| {
        let sheet = &budget.sheet;
        let rule = Rule::new(words::OF_BUDGET, BUDGET).cited(&budget.source).asks([&budget.budget, &budget.residents]);
        let rule = rule.asks(sheet.dwelling.iter().chain(&sheet.own)).uses(&budget.limit, words::SHARE_OF_BUDGET);
        rule.uses(&sheet.from, words::RESIDENTS_FROM).uses(&sheet.to, words::RESIDENTS_TO)
    }));
    all.extend(
        programme
            .comparison
            .iter()
            .map(|comparison| Rule::new(words::COMPARISON, BUDGET).asks([&comparison.question]).asks(&comparison.vary)),
    );
    all.extend(
        programme.horizon.iter().map(|years| Rule::new(words::HORIZON, BUDGET).uses(years, words::PROJECT_YEARS)),
    );
}

fn of_numbers<'a>(rules: &'a Rules, all: &[Rule<'a>]) -> Vec<Rule<'a>> {
    let number = |number: &'a crate::programme::Number| {
        let uses = all.iter().flat_map(|rule| {
            let roles = rule.numbers.iter().filter(|(id, _)| *id == number.id);
            roles.map(|(_, role)| format!("{role}, {}", rule.name))
        });
        let mut says: Vec<String> = uses.collect();
        says.dedup();
        Rule::new(format!("{} {}", words::VALUE, value(rules, &number.id)), NUMBERS)
            .says(says.join("; "))
            .cited(&number.source)
    };
    rules.programme.numbers.iter().map(number).collect()
}

/// Supports by name: `«a», «b» o «c»`.
pub(super) fn names(rules: &Rules, supports: &[String]) -> String {
    listed(&supports.iter().map(|id| support_name(rules, id)).collect::<Vec<_>>(), "o")
}
