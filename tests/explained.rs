//! One trace, the same words everywhere: on the page, in the application, from the command. No amount stands anywhere
//! without the steps that lead to it, and no step without its source.

mod common;

use std::fs;

use common::generate::{Dice, any_answers};
use common::{json_files, rules};
use dopo_di_noi::answers::{self, Answers};
use dopo_di_noi::application::Applicant;
use dopo_di_noi::application::document::{Block, Level};
use dopo_di_noi::assess::{Row, SupportState, assess};
use dopo_di_noi::programme::Rules;
use dopo_di_noi::text::explain::explained;
use dopo_di_noi::text::{figures, form, say, source, trace, why};
use serde_json::Value;

const NOTICE: &str = "medio-olona-2024";

/// The answers of every worked case that is assessed.
fn cases(rules: &Rules) -> Vec<(String, Answers)> {
    let read = |path: &std::path::PathBuf| {
        let case: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let answers = answers::read(rules, &case["answers"].to_string()).ok()?;
        Some((case["name"].as_str().unwrap().to_owned(), answers))
    };
    json_files(&format!("tests/cases/{NOTICE}")).iter().filter_map(read).collect()
}

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
