//! What must hold for any answers at all, over a hundred thousand generated sets.

mod common;

use std::collections::BTreeMap;

use common::rules;
use dopo_di_noi::answers::{Answer, Answers, is_asked};
use dopo_di_noi::assess::{Assessment, RequirementState, SupportState, assess};
use dopo_di_noi::money::Euro;
use dopo_di_noi::programme::{Amount, Kind, Question, Rules};

const SETS: u64 = 100_000;

/// A small generator, so that a failure can be repeated by its number alone (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.roll(list.len() as u64);
        &list[usize::try_from(at).unwrap()]
    }
}

fn today() -> dopo_di_noi::date::Date {
    "2026-11-21".parse().unwrap()
}

/// An answer of any kind, often at an edge.
fn any_answer(dice: &mut Dice, rules: &Rules, question: &Question) -> Answer {
    match question.kind {
        Kind::Choice => Answer::Choice(dice.pick(&question.choices).value.clone()),
        Kind::Supports => {
            let wanted = rules.programme.supports.iter().filter(|_| dice.roll(3) == 0);
            Answer::Supports(wanted.map(|support| support.id.clone()).collect())
        }
        Kind::PastDate => {
            let year = u16::try_from(1930 + dice.roll(97)).unwrap();
            let date = dopo_di_noi::date::Date::new(year.min(2025), 1 + dice.roll(12) as u8, 1 + dice.roll(28) as u8);
            Answer::Day(date.unwrap())
        }
        Kind::Municipality => Answer::Municipality((*dice.pick(&["C139", "E101", "I793", "F205"])).into()),
        Kind::Money => {
            let edges = ["0", "0.01", "499.99", "625", "625.01", "1200", "2500.01", "71428.57", "999999999.99"];
            let cents = format!("{}.{:02}", dice.roll(90_000), dice.roll(100));
            let text = if dice.roll(3) == 0 { (*dice.pick(&edges)).to_owned() } else { cents };
            Answer::Money(text.parse().unwrap())
        }
        Kind::Count => {
            let most = if dice.roll(4) == 0 { 9999 } else { 12 };
            Answer::Count(u32::try_from(dice.roll(most)).unwrap().max(question.at_least))
        }
        Kind::Scale => {
            let halves = dice.roll(u64::from(question.at_most) * 2 + 1);
            Answer::Scale(rust_decimal::Decimal::from(halves) / rust_decimal::Decimal::TWO)
        }
    }
}

fn any_answers(dice: &mut Dice, rules: &Rules) -> Answers {
    let density = 1 + dice.roll(10);
    let mut answers = Answers::new(today());
    for question in &rules.programme.questions {
        if dice.roll(10) < density {
            let answer = any_answer(dice, rules, question);
            answers.give(&question.id, answer);
        }
    }
    answers
}

fn sets(rules: &Rules) -> impl Iterator<Item = (u64, Answers, Assessment)> {
    (0..SETS).map(move |number| {
        let answers = any_answers(&mut Dice(number), rules);
        let assessment = assess(rules, &answers);
        (number, answers, assessment)
    })
}

#[test]
fn no_amount_is_above_its_ceiling_or_comes_from_an_unanswered_key() {
    let rules = rules("medio-olona-2024");
    for (number, answers, assessment) in sets(&rules) {
        for row in &assessment.supports {
            let support = rules.support(&row.id).unwrap();
            let Some(amount) = row.amount else {
                assert!(row.first_year.is_none() && row.every.is_none() && row.trace.steps.is_empty(), "set {number}");
                continue;
            };
            match &support.amount {
                Amount::ShareOfCosts { costs, ceilings, share, .. } => {
                    let sum: Euro = costs
                        .iter()
                        .map(|cost| answers.euro(cost).unwrap_or_else(|| panic!("set {number}: {cost}")))
                        .sum();
                    let part = share
                        .as_ref()
                        .and_then(|share| rules.share(share))
                        .map_or(sum, |share| share.of(sum).to_cents());
                    assert!(amount <= part, "set {number}: {} is more than its share", row.id);
                    for ceiling in ceilings {
                        let granted = ceiling.less.as_ref().map_or(Euro::ZERO, |less| answers.euro(less).unwrap());
                        assert!(amount <= rules.euro(&ceiling.number).less(granted), "set {number}: {}", row.id);
                    }
                }
                Amount::Fixed { sum, .. } => assert!(amount <= rules.euro(sum).times(2), "set {number}"),
                Amount::Phases { phases, .. } => {
                    assert!(phases.iter().any(|phase| rules.euro(&phase.ceiling) == amount), "set {number}");
                }
            }
            for need in support.needs.iter().filter(|need| need.when.is_none() && support.companion.is_none()) {
                assert!(answers.get(&need.answer).is_some(), "set {number}: {} without {}", row.id, need.answer);
            }
        }
    }
}

#[test]
fn totals_are_the_sums_of_their_rows_and_nothing_else() {
    let rules = rules("medio-olona-2024");
    for (number, _, assessment) in sets(&rules).take(20_000) {
        let mut sums: BTreeMap<(String, String), Euro> = BTreeMap::new();
        for row in &assessment.supports {
            let key = (format!("{:?}", row.state), format!("{:?}", row.per));
            let sum = sums.entry(key).or_default();
            *sum = *sum + row.first_year.unwrap_or_default();
        }
        let sum = |state: &str, per: &str| sums.get(&(state.into(), per.into())).copied().unwrap_or_default();
        let totals = assessment.totals;
        assert_eq!(totals.first_year.person, sum("Included", "Person"), "set {number}");
        assert_eq!(totals.first_year.dwelling, sum("Included", "Dwelling"), "set {number}");
        assert_eq!(totals.first_year_to_verify.person, sum("ToVerify", "Person"), "set {number}");
        assert_eq!(totals.first_year_to_verify.dwelling, sum("ToVerify", "Dwelling"), "set {number}");
    }
}

#[test]
fn taking_an_answer_away_never_turns_into_a_no() {
    let rules = rules("medio-olona-2024");
    for (number, answers, _) in sets(&rules).take(20_000) {
        let mut dice = Dice(number ^ 0xFACE);
        let mut fewer = Answers::new(answers.as_of);
        for (question, answer) in answers.given() {
            if question == "wanted" || dice.roll(4) != 0 {
                fewer.give(question, answer.clone());
            }
        }
        let (all, some) = (assess(&rules, &answers), assess(&rules, &fewer));
        for (more, less) in all.requirements.iter().zip(&some.requirements) {
            let kept = less.state == more.state || less.state == RequirementState::Unknown;
            assert!(kept || less.state == RequirementState::Met, "set {number}: {} became {:?}", less.id, less.state);
            assert!(less.state != RequirementState::NotMet || more.state == RequirementState::NotMet, "set {number}");
        }
        for (more, less) in all.supports.iter().zip(&some.supports) {
            let excluded_anew = less.state == SupportState::Excluded && more.state != SupportState::Excluded;
            assert!(!excluded_anew, "set {number}: {} was excluded by an answer that is not there", less.id);
        }
    }
}

#[test]
fn a_higher_cost_never_gives_less() {
    let rules = rules("medio-olona-2024");
    for (number, answers, before) in sets(&rules).take(20_000) {
        let mut dice = Dice(number ^ 0xBEEF);
        let costs: Vec<&str> = rules
            .programme
            .supports
            .iter()
            .flat_map(|support| match &support.amount {
                Amount::ShareOfCosts { costs, .. } => costs.as_slice(),
                Amount::Fixed { .. } | Amount::Phases { .. } => &[],
            })
            .map(String::as_str)
            .collect();
        let cost = *dice.pick(&costs);
        let Some(now) = answers.euro(cost) else { continue };
        let mut more = answers.clone();
        let added: Euro = format!("{}.{:02}", dice.roll(2000), dice.roll(100)).parse().unwrap();
        more.give(cost, Answer::Money(now + added));
        let after = assess(&rules, &more);
        for (row, raised) in before.supports.iter().zip(&after.supports) {
            assert_eq!(row.state, raised.state, "set {number}");
            assert!(raised.amount >= row.amount && raised.first_year >= row.first_year, "set {number}: {}", row.id);
        }
    }
}

#[test]
fn answering_every_question_that_is_asked_leaves_nothing_missing() {
    let rules = rules("medio-olona-2024");
    for number in 0..20_000 {
        let mut dice = Dice(number);
        let mut answers = Answers::new(today());
        for question in &rules.programme.questions {
            if is_asked(&rules, &answers, question) {
                let answer = any_answer(&mut dice, &rules, question);
                answers.give(&question.id, answer);
            }
        }
        let missing = assess(&rules, &answers).missing;
        assert!(missing.is_empty(), "set {number}: {missing:?}");
    }
}

#[test]
fn what_a_phase_pays_over_the_years_is_its_ceiling_to_the_cent() {
    let rules = rules("medio-olona-2024");
    let mut seen = 0;
    for (number, _, assessment) in sets(&rules) {
        for row in assessment.supports.iter().filter(|row| row.every == Some(dopo_di_noi::programme::Every::Phase)) {
            let paid: Euro = assessment
                .timeline
                .iter()
                .flat_map(|year| &year.lines)
                .filter(|line| line.support == row.id)
                .map(|line| line.amount)
                .sum();
            assert_eq!(Some(paid), row.amount, "set {number}: {}", row.id);
            seen += 1;
        }
    }
    assert!(seen > 300, "only {seen} phases were seen");
}
