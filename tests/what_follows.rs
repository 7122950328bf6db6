//! What is asked of the rules a second time: what would change a row, the years ahead, several residents together.

mod common;

use common::generate::{Dice, any_answer, any_answers, today};
use common::rules;
use dopo_di_noi::answers::{Answer, Answers, truth::Truth};
use dopo_di_noi::assess::{BudgetState, Resident, Row, SupportState, To, Way, assess, projection, sheet};
use dopo_di_noi::date::Date;
use dopo_di_noi::money::Euro;
use dopo_di_noi::programme::{Kind, Per, Rules};
use dopo_di_noi::text::why;
use serde_json::{Value, json};

fn answers(rules: &Rules, given: Value) -> Answers {
    let mut given = given;
    given["as_of"] = json!("2026-11-21");
    dopo_di_noi::answers::read(rules, &given.to_string()).unwrap()
}

fn euro(text: &str) -> Euro {
    text.parse().unwrap()
}

#[test]
fn an_excluded_support_names_the_answer_that_would_bring_it_back() {
    let rules = rules("medio-olona-2024");
    let given = answers(
        &rules,
        json!({"wanted": ["self_managed_contribution"], "housing_type": "cohousing", "residents": 3, "monthly_care_cost": "900"}),
    );
    let row = Row::Support("self_managed_contribution");
    assert_eq!(row.standing(&rules, &given), Some(Truth::No));
    assert_eq!(row.rests_on(&rules, &given), ["housing_type"]);
    let to = To::Choices(vec!["self_managed_apartment".into()]);
    assert_eq!(row.ways(&rules, &given), [Way { question: "housing_type".into(), to, becomes: Truth::Yes }]);
    let said = why::ways(&rules, &given, row);
    assert!(said.len() == 1 && said[0].starts_with("Diventa «Previsto dall'avviso» se "), "{said:?}");
}

#[test]
fn numbers_ages_partners_and_places_are_told_as_ranges_and_names() {
    let rules = rules("medio-olona-2024");
    let given = answers(
        &rules,
        json!({"wanted": ["managed_home_voucher"], "housing_type": "managed_apartment", "residents": 7, "monthly_care_cost": "900"}),
    );
    let row = Row::Support("managed_home_voucher");
    let ways = row.ways(&rules, &given);
    let two_to_five = To::Numbers(Some(2.into()), Some(5.into()));
    assert_eq!(ways, [Way { question: "residents".into(), to: two_to_five, becomes: Truth::Yes }]);

    let given = answers(&rules, json!({"birth_date": "1960-01-01", "municipality": "F205"}));
    let ways = Row::Priority("autonomy_age_26_45").ways(&rules, &given);
    assert_eq!(ways[0].to, To::Ages(Some(26), Some(45)));
    assert_eq!(Row::Requirement("residence").ways(&rules, &given)[0].to, To::Listed);
    let child = answers(&rules, json!({"birth_date": "2015-01-01"}));
    assert_eq!(Row::Requirement("adult").ways(&rules, &child)[0].to, To::Ages(Some(18), None));

    let given = answers(
        &rules,
        json!({"wanted": ["rent_and_utilities", "respite_stay"], "housing_type": "cohousing", "monthly_rent": "500", "monthly_utilities": "0"}),
    );
    let ways = Row::Support("rent_and_utilities").ways(&rules, &given);
    assert_eq!(ways[0].to, To::Without("respite_stay".into()));
}

/// An answer within what a way asks for.
fn fitting(rules: &Rules, given: &Answers, way: &Way) -> Vec<Answer> {
    let question = rules.question(&way.question).unwrap();
    let birth = |age: u16| {
        let (year, month, day) = given.as_of.parts();
        Answer::Day(Date::new(year - age, month, day).unwrap())
    };
    match &way.to {
        To::Choices(values) => values.iter().cloned().map(Answer::Choice).collect(),
        To::Listed => {
            rules.notice.municipalities.iter().map(|place| Answer::Municipality(place.code.clone())).collect()
        }
        To::Without(gone) => match given.get(&way.question) {
            Some(Answer::Supports(ids)) => {
                vec![Answer::Supports(ids.iter().filter(|id| *id != gone).cloned().collect())]
            }
            other => panic!("{other:?}"),
        },
        To::Ages(from, to) => [*from, *to].into_iter().flatten().map(birth).collect(),
        To::Numbers(from, to) => {
            let answer = |number: rust_decimal::Decimal| match question.kind {
                Kind::Count => Answer::Count(u32::try_from(number).unwrap()),
                Kind::Measure => Answer::Measure(number),
                Kind::Scale => Answer::Scale(number),
                _ => Answer::Money(format!("{number:.2}").parse().unwrap()),
            };
            [*from, *to].into_iter().flatten().map(answer).collect()
        }
    }
}

#[test]
fn each_way_leads_where_it_says_and_every_choice_that_helps_is_named() {
    let rules = rules("medio-olona-2024");
    let programme = &rules.programme;
    let rows: Vec<Row<'_>> = (programme.requirements.iter().map(|row| Row::Requirement(&row.id)))
        .chain(programme.priorities.iter().map(|row| Row::Priority(&row.id)))
        .chain(programme.supports.iter().map(|row| Row::Support(&row.id)))
        .collect();
    let mut seen = 0;
    for number in 0..1_500 {
        let mut dice = Dice(number);
        let given = any_answers(&mut dice, &rules);
        for row in &rows {
            let now = row.standing(&rules, &given);
            let ways = row.ways(&rules, &given);
            for way in &ways {
                assert!(Some(way.becomes) > now, "set {number}: {row:?} {way:?}");
                for answer in fitting(&rules, &given, way) {
                    let mut other = given.clone();
                    other.give(&way.question, answer);
                    assert_eq!(row.standing(&rules, &other), Some(way.becomes), "set {number}: {row:?} {way:?}");
                    seen += 1;
                }
            }
            // Any other answer that would help is among the ways.
            if matches!(now, Some(Truth::No | Truth::Doubt)) {
                let question = dice.pick(&programme.questions);
                let answer = any_answer(&mut dice, &rules, question);
                if given.get(&question.id).is_some() && question.kind != Kind::Supports {
                    let mut other = given.clone();
                    other.give(&question.id, answer);
                    // What excludes a partner helps too; not asking for the partner says the same.
                    let excluded = |given: &Answers| -> Vec<bool> {
                        assess(&rules, given).supports.iter().map(|one| one.state == SupportState::Excluded).collect()
                    };
                    let other_out = excluded(&other).iter().zip(excluded(&given)).any(|(then, now)| *then && !now);
                    let helps = row.standing(&rules, &other) > now && !other_out;
                    assert!(
                        !helps || ways.iter().any(|way| way.question == question.id),
                        "set {number}: {row:?} {}",
                        question.id
                    );
                }
            }
        }
    }
    assert!(seen > 3_000, "only {seen} ways were seen");
}

#[test]
fn the_first_projected_year_is_the_estimate_and_later_ones_never_exceed_the_path() {
    let rules = rules("medio-olona-2024");
    let mut longest = 0;
    for number in 0..20_000 {
        let assessment = assess(&rules, &any_answers(&mut Dice(number), &rules));
        let lines = projection(&rules, &assessment);
        let sum = |year, per, to_verify| -> Euro {
            let of = lines.iter().filter(|line| (line.year, line.per, line.to_verify) == (year, per, to_verify));
            of.map(|line| line.amount).sum()
        };
        let totals = assessment.totals;
        assert_eq!(sum(1, Per::Person, false), totals.first_year.person, "set {number}");
        assert_eq!(sum(1, Per::Dwelling, false), totals.first_year.dwelling, "set {number}");
        assert_eq!(sum(1, Per::Person, true), totals.first_year_to_verify.person, "set {number}");
        assert_eq!(sum(1, Per::Dwelling, true), totals.first_year_to_verify.dwelling, "set {number}");
        assert!(lines.is_sorted_by_key(|line| line.year), "set {number}");
        if let Some(path) = &assessment.path {
            let on_path = |support: &String| path.lines.iter().any(|line| line.support == *support);
            let along: Euro = lines.iter().filter(|line| on_path(&line.support)).map(|line| line.amount).sum();
            assert_eq!(along, path.amount, "set {number}");
            longest = longest.max(path.years);
        }
    }
    assert_eq!(longest, 6);
}

#[test]
fn two_residents_share_a_home_to_the_cent() {
    let rules = rules("medio-olona-2024");
    let base = answers(
        &rules,
        json!({"wanted": ["rent_and_utilities", "condominium_charges", "self_managed_contribution"],
            "housing_type": "self_managed_apartment", "monthly_rent": "550", "monthly_utilities": "120", "yearly_condominium": "2000.01"}),
    );
    let resident = |care: &str, person: &str| Resident {
        own: vec![("monthly_care_cost".into(), euro(care))],
        resources: [person, "100", "0"].map(|amount| Some(euro(amount))).to_vec(),
    };
    let sheet =
        sheet(&rules, &base, &[resident("900", "600"), resident("1500", "400"), resident("0.01", "0")]).unwrap();
    let shared: Vec<(&str, String, Vec<String>)> = sheet
        .shared
        .iter()
        .map(|line| {
            (line.row.id.as_str(), line.amount.to_string(), line.parts.iter().map(ToString::to_string).collect())
        })
        .collect();
    assert_eq!(
        shared,
        [
            ("rent_and_utilities", "6000.00".into(), vec!["2000.00".into(); 3]),
            // 80% of 2,000.01 is 1,600.008.
            ("condominium_charges", "1600.01".into(), vec!["533.34".into(), "533.34".into(), "533.33".into()]),
        ]
    );
    let first = &sheet.residents[0].balance;
    // 900 × 12 + 2,000 + 533.34 from the programme, 700 × 12 from elsewhere: 61.35%.
    assert_eq!((first.programme, first.resources, first.state), (euro("13333.34"), euro("8400"), BudgetState::Within));
    // 13,333.34 ÷ 0.7 is 19,047.628…: 5,714.29 have to come from elsewhere.
    assert_eq!(first.needed, euro("5714.29"));
    assert_eq!(sheet.residents[1].balance.state, BudgetState::Over);
    assert_eq!(sheet.together.programme, sheet.residents.iter().map(|one| one.balance.programme).sum());
}

#[test]
fn no_cent_is_lost_on_a_sheet_and_what_is_needed_is_the_least_that_is_enough() {
    let rules = rules("medio-olona-2024");
    let mut checked = 0;
    for number in 0..3_000 {
        let mut dice = Dice(number);
        let mut base = any_answers(&mut dice, &rules);
        base.give("wanted", Answer::Supports(rules.programme.supports.iter().map(|one| one.id.clone()).collect()));
        let count = 2 + dice.roll(4);
        let amount = |dice: &mut Dice| euro(&format!("{}.{:02}", dice.roll(2500), dice.roll(100)));
        let residents: Vec<Resident> = (0..count)
            .map(|_| Resident {
                own: vec![("monthly_care_cost".into(), amount(&mut dice))],
                resources: (0..3).map(|_| (dice.roll(10) > 0).then(|| amount(&mut dice))).collect(),
            })
            .collect();
        let Some(sheet) = sheet(&rules, &base, &residents) else { panic!("set {number}: no sheet") };
        for line in &sheet.shared {
            assert_eq!(line.parts.iter().copied().sum::<Euro>(), line.amount, "set {number}");
            assert_eq!(line.to_verify, line.row.state == SupportState::ToVerify, "set {number}");
        }
        // What somebody did not say, or nothing from the programme, leaves the balance unknown, and only that.
        for (resident, one) in residents.iter().zip(&sheet.residents) {
            let unsaid = resident.resources.iter().any(Option::is_none);
            let open = unsaid || !one.missing.is_empty() || !sheet.missing.is_empty();
            let unknown = open || one.balance.programme == Euro::ZERO;
            assert_eq!(one.balance.state == BudgetState::Unknown, unknown, "set {number}");
        }
        let unknown = sheet.residents.iter().any(|one| one.balance.state == BudgetState::Unknown);
        assert_eq!(sheet.together.state == BudgetState::Unknown, unknown, "set {number}");
        let programme: Euro = sheet.residents.iter().map(|one| one.balance.programme).sum();
        let apart: Euro = sheet.residents.iter().flat_map(|one| &one.rows).filter_map(|row| row.first_year).sum();
        let shared: Euro = sheet.shared.iter().map(|line| line.amount).sum();
        assert_eq!(programme, apart + shared, "set {number}");
        for balance in sheet.residents.iter().map(|one| one.balance).chain([sheet.together]) {
            let limit = rules.share("programme_budget_share").unwrap();
            let enough = |resources: Euro| balance.programme.exact() <= limit.of(balance.programme + resources);
            assert!(enough(balance.needed), "set {number}");
            assert!(balance.needed == Euro::ZERO || !enough(balance.needed.less(euro("0.01"))), "set {number}");
            if balance.state != BudgetState::Unknown {
                checked += 1;
                assert_eq!(balance.state == BudgetState::Within, balance.resources >= balance.needed, "set {number}");
            }
        }
    }
    assert!(checked > 300, "only {checked} balances were checked");
    assert!(sheet(&rules, &Answers::new(today()), &[]).unwrap().residents.is_empty());
    let open = sheet(&rules, &Answers::new(today()), &[Resident::default(), Resident::default()]).unwrap();
    assert!(open.residents.iter().all(|one| one.balance.state == BudgetState::Unknown));
    assert_eq!(assess(&rules, &Answers::new(today())).supports[0].state, SupportState::Incomplete);
}
