//! What must hold for any answers at all, over a hundred thousand generated sets.

mod common;

use std::collections::BTreeMap;

use common::generate::{Dice, any_answer, any_answers, today};
use common::rules;
use dopo_di_noi::answers::typed::as_typed;
use dopo_di_noi::answers::{Answer, Answers, Draft, is_asked};
use dopo_di_noi::assess::{Assessment, RequirementState, SupportState, assess};
use dopo_di_noi::money::Euro;
use dopo_di_noi::programme::{Amount, Rules, Source};
use dopo_di_noi::text::trace::told;

const SETS: u64 = 100_000;

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
                Amount::Rate { .. } | Amount::Service { .. } => panic!("set {number}: {} is no money received", row.id),
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
                _ => &[],
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

#[test]
fn a_superset_of_answers_never_turns_included_into_incomplete() {
    let rules = rules("medio-olona-2024");
    let mut seen = 0;
    for (number, answers, before) in sets(&rules).take(40_000) {
        let mut dice = Dice(number ^ 0xF00D);
        let mut more = answers.clone();
        for question in &rules.programme.questions {
            if answers.get(&question.id).is_none() && dice.roll(2) == 0 {
                let answer = any_answer(&mut dice, &rules, question);
                more.give(&question.id, answer);
            }
        }
        let after = assess(&rules, &more);
        for (less, more) in before.supports.iter().zip(&after.supports) {
            if less.state == SupportState::Included {
                seen += 1;
                assert_ne!(more.state, SupportState::Incomplete, "set {number}: {}", less.id);
            }
        }
    }
    assert!(seen > 1_000, "only {seen} included supports were seen");
}

#[test]
fn the_order_of_answering_never_matters() {
    let rules = rules("medio-olona-2024");
    for number in 0..2_000 {
        let mut dice = Dice(number);
        let mut typed: Vec<(String, String)> = Vec::new();
        for question in &rules.programme.questions {
            let raw = as_typed(&any_answer(&mut dice, &rules, question));
            typed.push((question.id.clone(), raw));
        }
        let in_order = |typed: &[(String, String)]| {
            let mut draft = Draft::default();
            typed.iter().for_each(|(question, raw)| draft.set(question, raw));
            assess(&rules, &draft.answers(&rules, today()))
        };
        let first = in_order(&typed);
        for _ in 0..3 {
            for at in (1..typed.len()).rev() {
                typed.swap(at, usize::try_from(dice.roll(at as u64 + 1)).unwrap());
            }
            assert_eq!(in_order(&typed), first, "set {number}");
        }
    }
}

#[test]
fn every_amount_has_its_trace_and_every_step_its_source() {
    let rules = rules("medio-olona-2024");
    let known = |source: &Source| source.page > 0 && !source.section.is_empty() && !rules.cited_name(source).is_empty();
    for (number, _, assessment) in sets(&rules).take(40_000) {
        for row in &assessment.supports {
            assert_eq!(row.amount.is_some(), !row.trace.steps.is_empty(), "set {number}: {}", row.id);
            assert!(row.trace.steps.iter().all(|step| known(&step.source)), "set {number}: {}", row.id);
            let told = told(&rules, row);
            assert_eq!(row.amount.is_some(), !told.is_empty(), "set {number}: {}", row.id);
            // The last sentence of a run names the source of the run.
            assert!(told.last().is_none_or(|last| last.source.is_some()), "set {number}: {}", row.id);
            if let (Some(first_year), Some(amount)) = (row.first_year, row.amount) {
                let said = told.iter().map(|told| told.text.as_str()).collect::<String>();
                for figure in [first_year, amount] {
                    let figure = dopo_di_noi::text::figures::euro(figure);
                    assert!(said.contains(&figure), "set {number}: {} does not say {figure}: {said}", row.id);
                }
            }
        }
    }
}

#[test]
fn a_draft_made_from_answers_says_the_same() {
    let rules = rules("medio-olona-2024");
    for number in 0..2_000 {
        let mut dice = Dice(number);
        let mut answers = Answers::new(today());
        for question in &rules.programme.questions {
            if is_asked(&rules, &answers, question) && (!question.may_not_know || dice.roll(3) > 0) {
                let answer = any_answer(&mut dice, &rules, question);
                answers.give(&question.id, answer);
            }
        }
        let draft = Draft::from_answers(&rules, &answers);
        assert_eq!(draft.answers(&rules, today()), answers, "set {number}");
        assert_eq!(Draft::from_value(&draft.to_value()), draft, "set {number}");
        // What was left open is not asked again.
        assert_eq!(draft.next(&rules, today()), None, "set {number}");
    }
}
