//! Figures over time, each to the cent: phases year by year, where worked cases name totals and a line here and there
//! (A5.5, A12), and the programme's part of a monthly budget.

mod common;

use common::{rules, text};
use dopo_di_noi::answers;
use dopo_di_noi::assess::{Assessment, assess};
use dopo_di_noi::programme::{self, Rules};
use serde_json::{Value, json};

/// Somebody on the path to autonomy, who also asks for the rent of a home.
fn assessed(more: &Value) -> Assessment {
    assessed_under(&rules("medio-olona-2024"), more)
}

fn assessed_under(rules: &Rules, more: &Value) -> Assessment {
    let mut given = json!({
        "as_of": "2026-11-21", "who_is_filling": "family", "birth_date": "1990-05-10", "municipality": "C139",
        "severe_disability_certificate": "yes", "cause_is_ageing": "no", "family_support": "future_loss",
        "lives_in": "family_home", "already_hosted": "no", "day_service_premises": "no",
        "wanted": ["autonomy_voucher", "rent_and_utilities"], "housing_type": "self_managed_apartment",
        "residents": 3, "monthly_rent": "550.00", "monthly_utilities": "120.00", "family_property_offered": "no",
    });
    given.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    assess(rules, &answers::read(rules, &given.to_string()).unwrap())
}

/// Year, support and amount of every line of the answered phase.
fn timeline(assessment: &Assessment) -> Vec<(u32, String, String)> {
    let lines = assessment.timeline.iter().flat_map(|year| year.lines.iter().map(move |line| (year.year, line)));
    lines.map(|(year, line)| (year, line.support.clone(), line.amount.to_string())).collect()
}

/// The same of the whole path.
fn path(assessment: &Assessment) -> Vec<(u32, String, String)> {
    let path = assessment.path.as_ref().unwrap();
    let lines: Vec<_> =
        path.lines.iter().map(|line| (line.year, line.support.clone(), line.amount.to_string())).collect();
    assert_eq!(path.years, lines.last().unwrap().0);
    let cents = |amount: &str| amount.replace('.', "").parse::<u64>().unwrap();
    assert_eq!(cents(&path.amount.to_string()), lines.iter().map(|(_, _, amount)| cents(amount)).sum::<u64>());
    lines
}

fn lines(expected: &[(u32, &str, &str)]) -> Vec<(u32, String, String)> {
    expected.iter().map(|(year, support, amount)| (*year, (*support).into(), (*amount).into())).collect()
}

const VOUCHER: &str = "autonomy_voucher";
const FAMILY: &str = "family_voucher";

#[test]
fn the_family_voucher_goes_along_with_every_phase() {
    let assessment = assessed(&json!({"autonomy_phase": "1", "with_family_voucher": "yes"}));
    let first = [(1, VOUCHER, "1750.00"), (1, FAMILY, "300.00"), (2, VOUCHER, "1750.00"), (2, FAMILY, "300.00")];
    assert_eq!(timeline(&assessment), lines(&first));
    let second = [(3, VOUCHER, "3500.00"), (3, FAMILY, "600.00"), (4, VOUCHER, "3500.00"), (4, FAMILY, "600.00")];
    let third = [(5, VOUCHER, "4800.00"), (5, FAMILY, "800.00"), (6, VOUCHER, "4800.00"), (6, FAMILY, "800.00")];
    assert_eq!(path(&assessment), lines(&[first, second, third].concat()));
}

#[test]
fn without_it_the_path_has_its_own_voucher_only() {
    // Asked for on its own beside the path, or not at all: neither way does it integrate the path.
    for wanted in [json!([VOUCHER, "rent_and_utilities"]), json!([VOUCHER, FAMILY, "rent_and_utilities"])] {
        let assessment = assessed(
            &json!({"wanted": wanted, "autonomy_phase": "2", "autonomy_editions": 1, "with_family_voucher": "no"}),
        );
        let second = [(1, VOUCHER, "3500.00")];
        assert_eq!(timeline(&assessment), lines(&second));
        let third = [(2, VOUCHER, "4800.00"), (3, VOUCHER, "4800.00")];
        assert_eq!(path(&assessment), lines(&[second.as_slice(), &third].concat()));
    }
}

#[test]
fn the_editions_answered_are_held_and_the_third_phase_is_the_last() {
    let two = assessed(&json!({"autonomy_phase": "3", "autonomy_editions": 2, "with_family_voucher": "yes"}));
    let third = [(1, VOUCHER, "4800.00"), (1, FAMILY, "800.00"), (2, VOUCHER, "4800.00"), (2, FAMILY, "800.00")];
    assert_eq!(timeline(&two), lines(&third));
    assert_eq!(path(&two), lines(&third));
}

#[test]
fn an_odd_cent_is_paid_in_the_last_year() {
    let odd = text("public/programmes/dopo-di-noi-lombardia-2024.json").replace("\"3500.00\"", "\"3499.99\"");
    let notice = programme::notice("n", &text("public/notices/medio-olona-2024.json")).unwrap();
    let rules = programme::rules("n", programme::programme("p", &odd).unwrap(), notice).unwrap();
    let assessment = assessed_under(&rules, &json!({"autonomy_phase": "1", "with_family_voucher": "no"}));
    assert_eq!(timeline(&assessment), lines(&[(1, VOUCHER, "1750.00"), (2, VOUCHER, "1749.99")]));
}

#[test]
fn without_a_path_there_are_no_years() {
    let assessment = assessed(&json!({"wanted": ["rent_and_utilities"]}));
    assert!(assessment.timeline.is_empty() && assessment.path.is_none());
}

#[test]
fn the_programmes_part_of_a_budget_is_to_the_cent() {
    let wanted = json!(["rent_and_utilities", "self_managed_contribution"]);
    let with = |budget: &str| {
        let given = json!({"wanted": wanted, "monthly_care_cost": "1300.50", "monthly_project_budget": budget});
        assessed(&given).budget_check
    };
    // A third of 500.00, and 1,200.00 for each person.
    let check = with("2500.00");
    assert_eq!(check.programme.map(|amount| amount.to_string()).as_deref(), Some("1366.67"));
    assert_eq!(check.programme_share.map(|share| share.to_string()).as_deref(), Some("0.55"));
    assert_eq!(with("0").programme, None);
}
