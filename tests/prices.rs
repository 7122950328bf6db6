//! What must hold of any price, in every published programme: exact parts, no cent lost, nothing of it in a total.

mod common;

use common::generate::{Dice, any_answers};
use common::{json_files, rules};
use dopo_di_noi::answers::{Answer, Answers};
use dopo_di_noi::assess::trace::What;
use dopo_di_noi::assess::{SupportRow, assess};
use dopo_di_noi::money::Euro;
use dopo_di_noi::programme::{Amount, Rules, Times};
use dopo_di_noi::text::price::payers_table;
use dopo_di_noi::text::trace::told;

/// Sets of answers for each programme.
const SETS: u64 = 3_000;

/// The rules of every published notice.
fn every_notice() -> Vec<Rules> {
    let stem = |path: &std::path::PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    json_files("public/notices").iter().map(|path| rules(&stem(path))).collect()
}

/// Looks at every row with a price that any answers come to; at least one must be found.
fn prices(mut look: impl FnMut(&Rules, &Answers, &SupportRow)) {
    let mut seen = 0;
    for rules in every_notice() {
        let priced = |id: &str| rules.support(id).is_some_and(|one| matches!(one.amount, Amount::Rate { .. }));
        for number in 0..SETS {
            let answers = any_answers(&mut Dice(number), &rules);
            let assessment = assess(&rules, &answers);
            for row in assessment.supports.iter().filter(|row| priced(&row.id) && row.amount.is_some()) {
                seen += 1;
                look(&rules, &answers, row);
            }
        }
    }
    assert!(seen > 1000, "only {seen} prices were looked at");
}

#[test]
fn parts_add_up_to_the_cent() {
    prices(|_, _, row| {
        let steps = || row.trace.steps.iter().map(|step| &step.what);
        let mut parts = [Euro::ZERO; 4];
        let mut paid = false;
        let (mut each, mut all, mut over) = (Euro::ZERO, Euro::ZERO, Vec::new());
        for what in steps() {
            match what {
                What::Rate { amount, .. } => each = *amount,
                What::Times { amount, .. } => all = *amount,
                What::Over { amount, .. } => over.push(*amount),
                What::Payer { each, month, year, all, .. } => {
                    paid = true;
                    for (sum, part) in parts.iter_mut().zip([*each, *month, *year, *all]) {
                        *sum = *sum + part;
                    }
                }
                _ => {}
            }
        }
        if paid {
            assert_eq!([parts[0], parts[1], parts[3]], [each, over[0], all], "{}", row.id);
        }
    });
}

#[test]
fn a_price_is_in_no_total_and_is_told_step_by_step() {
    prices(|rules, answers, row| {
        assert_eq!(row.first_year, None, "{}", row.id);
        assert!(row.share_per_resident.is_none());
        let told = told(rules, row);
        assert!(told.len() >= 3 && told.iter().all(|one| !one.text.contains(['{', '}'])), "{told:?}");
        assert!(told.last().is_some_and(|one| one.source.is_some()));
        if let Some(table) = payers_table(rules, row) {
            assert!(table.rows.iter().all(|cells| cells.len() == table.columns.len()));
        }
        let totals = assess(rules, answers).totals;
        let received = |one: &dopo_di_noi::programme::Support| one.amount.is_received();
        if !rules.programme.supports.iter().any(received) {
            assert_eq!([totals.first_year.person, totals.first_year.dwelling], [Euro::ZERO; 2]);
        }
    });
}

#[test]
fn a_longer_stay_or_a_larger_home_never_costs_less() {
    let all_of = |row: Option<&SupportRow>| {
        row?.trace.steps.iter().find_map(|step| match step.what {
            What::Times { amount, .. } => Some(amount),
            _ => None,
        })
    };
    prices(|rules, answers, row| {
        let Some(Amount::Rate { times, .. }) = rules.support(&row.id).map(|support| &support.amount) else { return };
        let mut more = answers.clone();
        match times {
            Times::Stay { days, months, .. } => match (answers.count(days), answers.count(months)) {
                (Some(count), _) => more.give(days, Answer::Count(count + 1)),
                (None, Some(count)) => more.give(months, Answer::Count(count + 1)),
                (None, None) => panic!("a stay without a length"),
            },
            Times::Size(size) => {
                more.give(size, Answer::Measure(answers.size(size).unwrap() + rust_decimal::Decimal::ONE))
            }
            Times::Nothing => return,
        }
        let then = assess(rules, &more);
        let then = all_of(then.supports.iter().find(|other| other.id == row.id));
        assert!(then >= all_of(Some(row)), "{}: {then:?}", row.id);
    });
}
