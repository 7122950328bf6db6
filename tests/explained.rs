//! One trace, the same words everywhere: on the page, in the application, from the command. No amount stands anywhere
//! without the steps that lead to it, and no step without its source.

mod common;

use common::generate::{Dice, any_answers};
use common::{cases, rules};
use dopo_di_noi::answers;
use dopo_di_noi::application::Applicant;
use dopo_di_noi::application::document::{Block, Level};
use dopo_di_noi::assess::{Row, SupportState, assess};
use dopo_di_noi::text::explain::explained;
use dopo_di_noi::text::{figures, form, say, source, trace, why};
use serde_json::{Value, json};

const NOTICE: &str = "medio-olona-2024";

/// The lines below each heading of the third rank.
fn by_heading(blocks: &[Block]) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level: Level::Three, text } => found.push((text.clone(), Vec::new())),
            Block::Heading { .. } => found.push((String::new(), Vec::new())),
            Block::Bullets(lines) => found.last_mut().into_iter().for_each(|(_, all)| all.extend(lines.clone())),
            _ => {}
        }
    }
    found
}

#[test]
fn application_and_command_tell_every_step_with_its_source() {
    let rules = rules(NOTICE);
    let mut told_steps = 0;
    for (name, answers) in cases(&rules) {
        let assessment = assess(&rules, &answers);
        let paper = form::application(&rules, &answers, &assessment, &Applicant::default());
        let (paper, command) = (by_heading(&paper.blocks), by_heading(&explained(&rules, &answers, &assessment)));
        for row in assessment.supports.iter().filter(|row| row.amount.is_some()) {
            let label = say(&rules.support(&row.id).unwrap().label);
            for sections in [&paper, &command] {
                let section = sections.iter().find(|(heading, _)| heading.starts_with(label));
                let (_, lines) = section.unwrap_or_else(|| panic!("{name}: {label} is not explained"));
                for told in trace::told(&rules, row) {
                    let line = lines.iter().find(|line| line.starts_with(&told.text));
                    let line = line.unwrap_or_else(|| panic!("{name}: {} is not said", told.text));
                    let place = told.source.map(|place| source(&rules, &place)).unwrap_or_default();
                    assert!(line.contains(&place), "{name}: {line} lacks {place}");
                    told_steps += 1;
                }
                let all = lines.join(" ");
                for amount in [row.amount, row.first_year].into_iter().flatten() {
                    assert!(all.contains(&figures::euro(amount)), "{name}: {label} does not come to {amount}: {all}");
                }
            }
        }
    }
    assert!(told_steps > 1_000, "only {told_steps} steps were told");
}

#[test]
fn every_amount_in_the_table_of_the_application_is_explained_below_it() {
    let rules = rules(NOTICE);
    for number in 0..500 {
        let answers = any_answers(&mut Dice(number), &rules);
        let assessment = assess(&rules, &answers);
        let paper = form::application(&rules, &answers, &assessment, &Applicant::default());
        let sections = by_heading(&paper.blocks);
        let tables = paper.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if table.columns.len() == 4 => Some(&table.rows),
            _ => None,
        });
        for row in tables.flatten() {
            let euros = row[2..].iter().filter_map(|cell| cell.split('€').next().filter(|_| cell.contains('€')));
            for amount in euros {
                let section = sections.iter().find(|(heading, _)| *heading == row[0]);
                let lines = &section.unwrap_or_else(|| panic!("set {number}: {} is not explained", row[0])).1;
                assert!(lines.iter().any(|line| line.contains(amount)), "set {number}: {amount} of {}", row[0]);
            }
        }
    }
}

#[test]
fn every_row_names_the_answers_it_rests_on() {
    let rules = rules(NOTICE);
    for number in 0..500 {
        let answers = any_answers(&mut Dice(number), &rules);
        let assessment = assess(&rules, &answers);
        for row in &assessment.requirements {
            let said = why::rests_on(&rules, &answers, Row::Requirement(&row.id));
            assert_eq!(said.is_some(), row.missing.is_empty(), "set {number}: {}: {said:?}", row.id);
        }
        for row in &assessment.supports {
            let said = why::rests_on(&rules, &answers, Row::Support(&row.id));
            let expected = !matches!(row.state, SupportState::NotWanted | SupportState::Incomplete);
            assert_eq!(said.is_some(), expected, "set {number}: {}: {said:?}", row.id);
        }
    }
}

#[test]
fn nothing_that_is_said_is_a_verdict_on_the_person() {
    let rules = rules(NOTICE);
    for (name, answers) in cases(&rules) {
        let blocks = explained(&rules, &answers, &assess(&rules, &answers));
        let said = serde_json::to_string(&blocks).unwrap().to_lowercase();
        for never in ["diritto a", "ha diritto", "idone", "ammess", "punteggio", "graduatoria"] {
            assert!(!said.contains(never), "{name} says {never}");
        }
    }
}

/// The sentences of one support's calculation, for these answers.
fn steps(given: &Value, support: &str) -> Vec<String> {
    let rules = rules(NOTICE);
    let mut given = given.clone();
    given["as_of"] = json!("2026-11-21");
    given["wanted"] = json!([support]);
    let answers = answers::read(&rules, &given.to_string()).unwrap();
    let assessment = assess(&rules, &answers);
    let row = assessment.supports.iter().find(|row| row.id == support).unwrap();
    trace::told(&rules, row).iter().map(|told| told.text.replace('\u{a0}', " ")).collect()
}

#[test]
fn each_kind_of_calculation_word_for_word() {
    let home = json!({"housing_type": "cohousing", "residents": 3, "monthly_rent": "550", "monthly_utilities": "120",
        "yearly_condominium": "2500", "monthly_care_cost": "1200"});
    assert_eq!(
        steps(&home, "rent_and_utilities"),
        [
            "Affitto al mese: 550,00 €.",
            "Acqua, luce e gas: 120,00 €.",
            "In tutto, affitto e utenze al mese: 670,00 €.",
            "Il contributo copre al massimo una parte: l'80% è 536,00 €.",
            "Il massimo è 500,00 € al mese, per l'abitazione. Tra 536,00 € e 500,00 € conta il minore: 500,00 €.",
            "Nel primo anno: 12 × 500,00 € = 6.000,00 €.",
            "In 3 fanno circa 166,67 € a testa: come si divide, l'avviso non lo dice.",
        ]
    );
    // One cost is not added up; what is exactly the ceiling is within it.
    assert_eq!(
        steps(&home, "condominium_charges"),
        [
            "Condominio all'anno: 2.500,00 €.",
            "Il contributo copre al massimo una parte: l'80% è 2.000,00 €.",
            "È entro il massimo di 2.000,00 € all'anno, per l'abitazione.",
            "Nel primo anno: 2.000,00 €.",
            "In 3 fanno circa 666,67 € a testa: come si divide, l'avviso non lo dice.",
        ]
    );
    assert_eq!(
        steps(&home, "cohousing_voucher"),
        [
            "Assistenza al mese: 1.200,00 €.",
            "È entro il massimo di 1.200,00 € al mese, per la persona.",
            "Nel primo anno: 12 × 1.200,00 € = 14.400,00 €.",
        ]
    );
    let works = json!({"further_works_cost": "40000.01", "works_already_granted": "60000", "works_other_public_funds": "no", "works_home_shared": "yes"});
    assert_eq!(
        steps(&works, "further_adaptation"),
        [
            "Costo lavori ulteriori: 40.000,01 €.",
            "Il contributo copre al massimo una parte: il 70% è 28.000,007 €.",
            "Il massimo è 20.000,00 € una volta, per l'abitazione. Tra 28.000,007 € e 20.000,00 € conta il minore: 20.000,00 €.",
            "Il massimo è 70.000,00 €; 60.000,00 € sono già stati concessi, restano 10.000,00 €. Tra 20.000,00 € e 10.000,00 € conta il minore: 10.000,00 €.",
            "Nel primo anno: 10.000,00 €.",
        ]
    );
    let path = |phase: &str| json!({"autonomy_phase": phase, "autonomy_editions": 1, "day_service_premises": "no", "with_family_voucher": "no"});
    assert_eq!(
        steps(&path("1"), "autonomy_voucher"),
        ["Il massimo è 3.500,00 € per tutta la fase, per la persona.", "Diviso in 2 anni: nel primo anno 1.750,00 €."]
    );
    assert_eq!(
        steps(&path("2"), "autonomy_voucher"),
        ["Il massimo è 3.500,00 € all'anno, per la persona.", "Nel primo anno: 3.500,00 €."]
    );
    let stay = json!({"stay_reason": "emergency", "stay_daily_cost": "124.99", "stay_days": 20, "stay_days_used": 50, "stay_is_free": "no"});
    assert_eq!(
        steps(&stay, "respite_stay"),
        [
            "Costo di un giorno: 124,99 €.",
            "Il contributo copre al massimo una parte: l'80% è 99,992 €.",
            "È entro il massimo di 100,00 € al giorno, per la persona.",
            "Arrotondato al centesimo: 99,99 € al giorno, per la persona.",
            "Giorni pagati: 10 (chiesti 20, già usati 50, al massimo 60).",
            "Nel primo anno: 10 × 99,99 € = 999,90 €.",
        ]
    );
}

#[test]
fn what_each_row_rests_on_word_for_word() {
    let rules = rules(NOTICE);
    let answers = answers::read(
        &rules,
        &json!({"as_of": "2026-11-21", "birth_date": "1990-05-10", "wanted": ["rent_and_utilities", "respite_stay", "managed_home_voucher"],
            "housing_type": "cohousing", "residents": 3, "monthly_rent": "550", "monthly_utilities": "120", "monthly_care_cost": "900"})
        .to_string(),
    )
    .unwrap();
    let said = |row| why::rests_on(&rules, &answers, row).unwrap_or_default().replace('\u{a0}', " ");
    assert_eq!(said(Row::Requirement("adult")), "Contano queste risposte: data di nascita, 10/05/1990 (36 anni).");
    assert_eq!(
        said(Row::Support("managed_home_voucher")),
        "Contano queste risposte: tipo di casa, Cohousing o housing senza gestore."
    );
    assert!(said(Row::Support("rent_and_utilities")).starts_with("Contano queste risposte: sostegni scelti, "));
    assert_eq!(said(Row::Support("respite_stay")), "");
}
