//! The two sheets of a case, for every worked case: nothing on them that the assessment does not say, nothing left out
//! that it does, and what the family reads is easy.

mod common;

use std::collections::BTreeSet;

use common::generate::{Dice, any_answers, today};
use common::{cases, rules, rules_in};
use dopo_di_noi::answers::{Answer, Answers};
use dopo_di_noi::application::document::{Block, Document, Field, Level};
use dopo_di_noi::assess::{Assessment, SupportRow, SupportState, assess, projection};
use dopo_di_noi::money::Euro;
use dopo_di_noi::programme::{About, Per, Rules, Tongue, Voice};
use dopo_di_noi::text::readability::{counts, easy, gulpease};
use dopo_di_noi::text::sheets::{HousingOption, SheetOf, family_sheet, technical_sheet};
use dopo_di_noi::text::{capital, compare, explain, figures, it, say, source};
use serde_json::Value;

const NOTICES: [&str; 2] = ["medio-olona-2024", "valle-inventata-2026"];

/// A case with every second document received, one that nobody asked for, and one that there is not.
fn of(rules: &Rules, assessment: &Assessment) -> SheetOf {
    let asked: Vec<&String> = assessment.documents.iter().map(|row| &row.id).collect();
    let not_asked = rules.documents().map(|one| &one.id).find(|id| !asked.contains(id));
    let received = asked.iter().copied().step_by(2).chain(not_asked).cloned().chain(["none".into()]).collect();
    SheetOf { alias: "Glicine".into(), day: today(), received, options: Vec::new() }
}

/// The worked cases of a notice, and answers that nobody worked out.
fn all(rules: &Rules) -> Vec<(String, Answers)> {
    let any = (0..150).map(|number| (format!("set {number}"), any_answers(&mut Dice(number), rules)));
    let found = cases(rules);
    assert!(found.len() >= 8, "only {} cases were found", found.len());
    found.into_iter().chain(any).collect()
}

/// Every case with its technical sheet, and its family sheet with the rules that it was made from.
fn each(check: impl Fn(&str, &Rules, &Assessment, &SheetOf, &Document, &Document)) {
    for notice in NOTICES {
        let (paper, easy) = (rules(notice), rules_in(notice, family(About::Anyone)));
        for (name, answers) in all(&paper) {
            let assessment = assess(&paper, &answers);
            let about = of(&paper, &assessment);
            let technical = technical_sheet(&paper, &assessment, &about);
            check(&name, &easy, &assessment, &about, &family_sheet(&easy, &assessment, &about), &technical);
        }
    }
}

fn family(about: About) -> Voice {
    Voice { tongue: Tongue::Facile, about }
}

/// Every text of a document, in reading order.
fn texts(document: &Document) -> Vec<String> {
    document.blocks.iter().flat_map(of_block).collect()
}

fn of_block(block: &Block) -> Vec<String> {
    let fields = |fields: &[Field]| {
        fields.iter().flat_map(|one| [one.label.clone(), one.value.clone().unwrap_or_default()]).collect()
    };
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note { text, .. } => vec![text.clone()],
        Block::Summary { entries, .. } => fields(entries),
        Block::Fields(entries) => fields(entries),
        Block::Bullets(lines) | Block::Signature(lines) => lines.clone(),
        Block::Checklist(checks) => checks.iter().map(|check| check.text.clone()).collect(),
        Block::Table(table) => {
            let headers = table.columns.iter().map(|column| column.header.clone());
            headers.chain(table.rows.iter().flatten().cloned()).chain([table.caption.clone()]).collect()
        }
        Block::PageBreak => Vec::new(),
    }
}

/// The texts below a heading of the second rank; none where there is no such heading.
fn below(document: &Document, title: &str) -> Vec<String> {
    let is = |block: &Block, title: Option<&str>| match block {
        Block::Heading { level: Level::Two, text } => title.is_none_or(|title| text == title),
        _ => false,
    };
    let from = document.blocks.iter().skip_while(|block| !is(block, Some(title))).skip(1);
    from.take_while(|block| !is(block, None)).flat_map(of_block).collect()
}

/// The amounts in a text: `1.234,56 €`.
fn amounts(text: &str) -> BTreeSet<String> {
    let parts: Vec<&str> = text.split('€').collect();
    let before = parts.split_last().map_or(&[][..], |(_, before)| before);
    let figure = |part: &&str| {
        let from = part.trim_end().rfind(|sign: char| !sign.is_ascii_digit() && !".,".contains(sign));
        part.trim_end()[from.map_or(0, |at| at + part[at..].chars().next().map_or(1, char::len_utf8))..].to_owned()
    };
    before.iter().map(figure).collect()
}

fn figure(amount: Euro) -> String {
    amounts(&figures::euro(amount)).pop_first().unwrap()
}

/// Every amount that an assessment holds, traces included.
fn held(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(keys) => keys.values().flat_map(held).collect(),
        Value::Array(items) => items.iter().flat_map(held).collect(),
        Value::String(text) => {
            let exact = text.parse::<rust_decimal::Decimal>().ok().map(|_| text.replace('.', ","));
            let grouped = text.parse().ok().map(figure);
            exact.into_iter().chain(grouped).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// What the rules make of an assessment's amounts year by year, and of the budget's.
fn follows(rules: &Rules, assessment: &Assessment) -> BTreeSet<String> {
    let lines = projection(rules, assessment);
    let mut found: BTreeSet<String> = lines.iter().map(|line| figure(line.amount)).collect();
    for year in 1..=lines.iter().map(|line| line.year).max().unwrap_or(0) {
        for per in [Per::Person, Per::Dwelling] {
            let of = lines.iter().filter(|line| line.year == year && line.per == per && !line.to_verify);
            found.insert(figure(of.map(|line| line.amount).sum()));
        }
    }
    let phases = lines.iter().filter_map(|line| line.phase.as_ref());
    found.extend(phases.map(|phase| figure(rules.euro(&phase.number))));
    let check = &assessment.budget_check;
    if let (Some(programme), Some(most)) = (check.programme, check.at_most) {
        found.extend([programme, programme.less(most), most.less(programme)].map(figure));
    }
    found
}

#[test]
fn every_amount_on_a_sheet_is_one_of_the_assessment() {
    each(|name, rules, assessment, _, family, technical| {
        let rows = assessment.supports.iter().flat_map(|row| [row.amount, row.first_year]);
        let of_rows: BTreeSet<String> = rows.flatten().map(figure).collect();
        let said: BTreeSet<String> = texts(family).iter().flat_map(|text| amounts(text)).collect();
        assert!(said.is_subset(&of_rows), "{name}: {said:?} is not in {of_rows:?}");

        let mut known = held(&serde_json::to_value(assessment).unwrap());
        known.extend(follows(rules, assessment));
        for text in texts(technical) {
            let said = amounts(&text);
            // Inside a calculation an amount may have more decimals than two, and none is grouped there by us.
            let plain = |amount: &String| amount.replace('.', "");
            let strange: Vec<&String> =
                said.iter().filter(|one| !known.iter().any(|known| plain(known) == plain(one))).collect();
            assert!(strange.is_empty(), "{name}: {strange:?} in «{text}»");
        }
    });
}

#[test]
fn what_is_to_be_verified_is_in_no_total() {
    each(|name, rules, assessment, _, family, technical| {
        let of = |state: SupportState, per: Per| {
            let rows = assessment.supports.iter().filter(|row| row.state == state && row.per == per);
            figures::euro(rows.filter_map(|row| row.first_year).sum())
        };
        let totals = below(technical, it::technical::TOTALS);
        let expected = [
            of(SupportState::Included, Per::Person),
            of(SupportState::Included, Per::Dwelling),
            of(SupportState::ToVerify, Per::Person),
            of(SupportState::ToVerify, Per::Dwelling),
        ];
        let sums: Vec<&String> = totals.iter().filter(|text| text.contains('€')).collect();
        assert_eq!(sums, expected.iter().collect::<Vec<_>>(), "{name}");

        // A support stands on the family's sheet below one heading alone, with its state.
        for row in &assessment.supports {
            let label = say(&rules.support(&row.id).unwrap().label);
            let stands = |title| below(family, title).iter().any(|text| text == label);
            let found = [it::family::OFFERED, it::family::TO_CHECK, it::family::REFUSED].map(stands);
            let state =
                [SupportState::Included, SupportState::ToVerify, SupportState::Excluded].map(|one| one == row.state);
            assert_eq!(found, state, "{name}: {label}");
        }
    });
}

#[test]
fn a_document_received_is_not_among_those_to_bring() {
    each(|name, rules, assessment, about, family, technical| {
        let (to_bring, brought) = (below(family, it::family::MISSING), below(family, it::family::BROUGHT));
        let rows = below(technical, it::technical::DOCUMENTS);
        for document in rules.documents() {
            let label = say(&document.label);
            let (received, asked) =
                (about.received.contains(&document.id), assessment.documents.iter().any(|row| row.id == document.id));
            let listed = to_bring.iter().find(|text| text.starts_with(&format!("{label}. ")));
            assert_eq!(listed.is_some(), asked && !received, "{name}: {label}");
            assert!(listed.is_none_or(|text| text.contains(say(&document.from))), "{name}: {label}");
            assert_eq!(brought.iter().any(|text| text == label), received, "{name}: {label}");
        }
        let counted = |situation: &str| rows.iter().filter(|cell| *cell == situation).count();
        let received = rules.documents().filter(|one| about.received.contains(&one.id)).count();
        assert_eq!(counted(it::technical::RECEIVED), received, "{name}");
        let open = assessment.documents.iter().filter(|row| !about.received.contains(&row.id)).count();
        assert_eq!(counted(it::technical::REQUIRED) + counted(it::technical::USEFUL), open, "{name}");
    });
}

#[test]
fn every_missing_answer_is_named() {
    each(|name, easy, assessment, _, family, technical| {
        let to_say = below(family, it::family::MISSING);
        let summary = technical.blocks.iter().find(|block| matches!(block, Block::Summary { .. }));
        let summary = of_block(summary.unwrap()).join(" ");
        let paper = rules(&easy.notice.id);
        for id in &assessment.missing {
            let short = capital(say(&easy.question(id).unwrap().short));
            assert!(to_say.contains(&short), "{name}: {short} is not asked for");
            assert!(summary.contains(say(&paper.question(id).unwrap().short)), "{name}: {id}");
        }
        let lead = to_say.iter().any(|text| text == it::family::ANSWERS_LEAD);
        assert_eq!(lead, !assessment.missing.is_empty(), "{name}");
    });
}

#[test]
fn nothing_on_a_sheet_is_a_verdict_on_the_person() {
    each(|name, _, _, _, family, technical| {
        for sheet in [family, technical] {
            let said = serde_json::to_string(sheet).unwrap().to_lowercase();
            let never = [
                "diritto a",
                "ha diritto",
                "hai diritto",
                "ti spetta",
                "le spetta",
                "idone",
                "ammess",
                "punteggio",
                "graduatoria",
                "classifica",
                "vincitor",
                "entitled",
                "admitted",
                "ranked",
                "scored",
            ];
            for never in never {
                assert!(!said.contains(never), "{name} says {never}");
            }
        }
        let decided = |sheet: &Document, words: &str| texts(sheet).iter().any(|text| text.contains(words));
        assert!(decided(family, it::family::NOT_A_DECISION) && decided(technical, it::technical::NOT_A_DECISION));
    });
}

#[test]
fn what_a_family_reads_is_easy_whoever_reads_it() {
    let mut judged = 0;
    let mut hard = BTreeSet::new();
    for notice in NOTICES {
        let answered = all(&rules(notice));
        for about in [About::Anyone, About::Oneself, About::Relative, About::Assisted, About::Client] {
            let rules = rules_in(notice, family(about));
            for (_, answers) in &answered {
                let assessment = assess(&rules, answers);
                let sheet = family_sheet(&rules, &assessment, &of(&rules, &assessment));
                // How to reach the office is no sentence of ours.
                let office = sheet.blocks.iter().filter(|block| !matches!(block, Block::Summary { .. }));
                for text in office.flat_map(of_block).filter(|text| counts(text).1 > 0) {
                    judged += 1;
                    let (index, least) = (gulpease(&text), easy(counts(&text).2));
                    if index < least {
                        hard.insert(format!("{index} {text}"));
                    }
                    assert!(!text.contains(['[', ']', '{', '}', '|']), "{text}");
                }
            }
        }
    }
    assert!(judged > 10_000, "only {judged} texts were read");
    assert!(hard.is_empty(), "{} are too hard:\n{}", hard.len(), hard.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_technical_sheet_leaves_no_row_and_no_step_out() {
    each(|name, easy, assessment, about, _, technical| {
        let rules = rules(&easy.notice.id);
        let said = texts(technical);
        let has = |text: &str| assert!(said.iter().any(|own| own == text), "{name}: «{text}» is not said");
        for (one, row) in rules.programme.requirements.iter().zip(&assessment.requirements) {
            has(say(&one.label));
            has(&source(&rules, &row.source));
        }
        for (one, row) in rules.programme.priorities.iter().zip(&assessment.priorities) {
            has(say(&one.label));
            has(&source(&rules, &row.source));
        }
        for row in &assessment.supports {
            has(say(&rules.support(&row.id).unwrap().label));
            row.first_year.iter().for_each(|year| has(&figures::euro(*year)));
            if row.state != SupportState::NotWanted && !(row.reasons.is_empty() && row.trace.steps.is_empty()) {
                explain::reckoning(&rules, row).iter().for_each(|line| has(line));
            }
        }
        for part in [about.alias.as_str(), "21/11/2026"] {
            has(part);
        }
        let version = it::technical::version(&rules.notice.id, &rules.notice.version);
        assert!(said.iter().any(|text| text.contains(&version)), "{name}");
        assert!(technical.notice_line.contains(&rules.notice.version), "{name}");
    });
}

#[test]
fn neither_sheet_tells_when_the_person_was_born() {
    for notice in NOTICES {
        let (paper, easy) = (rules(notice), rules_in(notice, family(About::Oneself)));
        for (name, answers) in cases(&paper) {
            let assessment = assess(&paper, &answers);
            let about = of(&paper, &assessment);
            let sheets = [family_sheet(&easy, &assessment, &about), technical_sheet(&paper, &assessment, &about)];
            let days = answers.given().values().filter_map(|answer| match answer {
                Answer::Day(day) => Some(figures::day(*day)),
                _ => None,
            });
            for day in days {
                assert!(sheets.iter().flat_map(texts).all(|text| !text.contains(&day)), "{name}: {day}");
            }
        }
    }
}

#[test]
fn homes_stand_side_by_side_as_in_the_comparison() {
    let rules = rules(NOTICES[0]);
    let comparison = rules.programme.comparison.as_ref().unwrap();
    let (_, given) = cases(&rules).into_iter().find(|(name, _)| name.contains("condominium")).unwrap();
    let options: Vec<HousingOption> = comparison
        .options
        .iter()
        .map(|option| {
            let mut answers = given.clone();
            answers.give(&comparison.question, Answer::Choice(option.value.clone()));
            HousingOption { label: option.value.clone(), assessment: assess(&rules, &answers) }
        })
        .collect();
    let assessments: Vec<Assessment> = options.iter().map(|option| option.assessment.clone()).collect();
    let expected = compare::side_by_side(&rules, &assessments);
    let about = SheetOf { options, ..of(&rules, &assessments[0]) };
    let sheet = technical_sheet(&rules, &assessments[0], &about);
    let tables = sheet.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.columns.len() == 4 && table.columns[1].header == about.options[0].label => {
            Some(table)
        }
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    let [table] = tables.as_slice() else { panic!("{} tables compare", tables.len()) };
    assert_eq!(table.rows.len(), expected.len());
    for (row, compared) in table.rows.iter().zip(&expected) {
        assert_eq!(row[0].starts_with('≠'), compared.differs);
        assert_eq!(row[1..], compared.cells);
    }
    assert!(expected.iter().any(|row| row.differs));
    // Without any there is no such part.
    let alone = technical_sheet(&rules, &assessments[0], &SheetOf { options: Vec::new(), ..about });
    assert!(below(&alone, it::technical::OPTIONS).is_empty());
}

#[test]
fn a_row_that_is_open_is_named_where_the_notice_is_silent() {
    each(|name, easy, assessment, _, family, technical| {
        let rules = rules(&easy.notice.id);
        let (open, to_check) = (below(technical, it::technical::OPEN), below(family, it::family::TO_CHECK));
        let to_verify = |row: &&SupportRow| row.state == SupportState::ToVerify;
        for row in assessment.supports.iter().filter(to_verify) {
            let label = |rules: &Rules| say(&rules.support(&row.id).unwrap().label).to_owned();
            assert!(open.iter().any(|line| line.starts_with(&format!("{}: ", label(&rules)))), "{name}: {}", row.id);
            assert!(to_check.contains(&label(easy)), "{name}: {}", row.id);
        }
    });
}
