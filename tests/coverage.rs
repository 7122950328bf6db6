//! Every rule of the notice has its place in the data and a test: `docs/notice-to-data.md` says which, and nothing in
//! it may lead nowhere. Rules that are only words are said in three readings, with their source and without a verdict.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{file, rules, text};
use dopo_di_noi::programme::{NumberKind, Remark, Rules, Text, WindowKind};
use serde_json::Value;

const NOTICE: &str = "medio-olona-2024";

/// Every item of the notice: what the names begin with, and how they go on; `1..4` stands for 1, 2, 3, 4.
const EXPECTED: &[(&str, &str)] = &[
    ("D", "1..8"),
    ("P1.", "1..4"),
    ("A3.2-", "1..4"),
    ("A3.", "3 4-1 4-2 5-I2 5-G2 5-G3a 5-G3b 5-G3c 5-G3d"),
    ("A4-", "1..8 PI"),
    ("BR", "1..8"),
    ("A5.1-", "covers amount further overall bond exclusion-own-flat exclusion-other-funds who documents payment"),
    ("A5.2-", "covers amount compatible not-stated"),
    ("A5.3-", "amount compatible"),
    ("A5.4-", "nature covers aim use"),
    ("A5.5-", "nature uses who experiences where when day-services exclusion duration"),
    ("A5.5-phase-", "1..3"),
    ("A5.6-", "recipients types capacity structure community community-situations community-temporary derogation open"),
    ("A5.6-", "support-manager G3V G3C G3B base cap"),
    ("A5.7-", "emergency respite amount where autonomy excluded-free excluded-planned"),
    ("A6-I1-", "I1 I2A I2B G"),
    ("A6-I2A-", "I2B G G3V CA G3C G3B"),
    ("A6-I2B-", "G G3V CA G3C G3B"),
    ("A6-", "G1-alone G1-G2 G1-G3 G1-G4 G2-G3 G2-CA G2-G4 G3-G3 G3-G4"),
    ("E", "1..12"),
    ("ALL-", "1..5"),
    ("A8-", "who where useful"),
    ("A9-", "checks untruth"),
    ("A9-revocation-", "1..4"),
    ("A1", "0"),
    ("A11-", "noticeId level project.minYears project.residentialCoResourcesMinPct"),
    ("A11-legal.", "dgr assembleaSindaci fundYear validFrom publicationDate"),
    ("A11-local.", "resources window deadline channel comuni"),
    ("A11-I1.", "capFirst pct capFurther furtherPctApplies capTotal per bondYears bondExtensionYears payment"),
    ("A11-I2A.", "capMonth pct per base"),
    ("A11-I2B.", "capYear pct per base"),
    ("A11-G1.", "aloneFixed aloneTimes withPhase"),
    ("A11-G2.", "per phase1 phase2 phase3 agePriority ageFurtherPriority"),
    ("A11-G3.", "per capYear capMonth agePriorityNewAccess adlMax iadlMax sidiClass sidiFrom alreadyHostedCutoff"),
    ("A11-G3.", "minResidentsSelfManaged residents"),
    ("A11-capacity.", "module respiteInModule building respiteInBuilding"),
    ("A11-G4.", "capDay pct maxDays maxDaysPeriod incomeScaled"),
    ("I1-", "a b c d e f"),
    ("I2", "A-a A-b A-c B-a B-b"),
    ("", "split G1-alone G2-path bond"),
    ("G3-", "a b c d"),
    ("G4-", "a b c"),
    ("A13-", "1..39"),
    ("A14-", "1..7"),
];

/// Words that pass a verdict on a person (A14-1).
const VERDICTS: &[&str] = &[
    "idone",
    "ammess",
    "graduatori",
    "punteggi",
    "posizion",
    "ha diritto",
    "hai diritto",
    "aver diritto",
    "avere diritto",
    "eligib",
    "entitled",
    "admitted",
    "ranked",
    "ranking",
    "scored",
];

/// A row of the table.
struct Row {
    item: String,
    data: Vec<String>,
    tests: Vec<String>,
}

fn table() -> Vec<Row> {
    let page = text("docs/notice-to-data.md");
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| item "));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [item, _, data, tests] = cells[..] else { panic!("not four cells: {line}") };
        Row { item: item.into(), data: marked(data), tests: marked(tests) }
    })
    .collect()
}

/// What stands between backticks.
fn marked(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(Into::into).collect()
}

fn expected() -> Vec<String> {
    let names = |(start, ends): &(&str, &str)| {
        let ends = ends.split(' ').flat_map(|end| match end.split_once("..") {
            Some((from, to)) => {
                (from.parse::<u32>().unwrap()..=to.parse().unwrap()).map(|number| number.to_string()).collect()
            }
            None => vec![end.to_owned()],
        });
        ends.map(|end| format!("{start}{end}")).collect::<Vec<_>>()
    };
    EXPECTED.iter().flat_map(names).collect()
}

/// What `path` leads to: by key in objects, by the name of an entry in lists; `one+other` is a pair of supports.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |value, step| match value {
        Value::Object(keys) => keys.get(step),
        Value::Array(rows) => rows.iter().find(|row| is_named(row, step)),
        _ => None,
    })
}

fn is_named(row: &Value, name: &str) -> bool {
    let has = |key: &str, one: &str| row[key].as_array().is_some_and(|all| all.iter().any(|id| id == one));
    match name.split_once('+') {
        Some((one, other)) => (has("between", one) && has("and", other)) || (has("between", other) && has("and", one)),
        None => ["id", "value", "code", "reason", "phase"].iter().any(|key| row[*key] == name),
    }
}

/// Whether a case or a test function of that name exists.
fn exists(test: &str) -> bool {
    if let Some(case) = test.strip_prefix("cases/") {
        return file(&format!("tests/cases/{NOTICE}/{case}.json")).is_file();
    }
    let Some((suite, name)) = test.rsplit_once("::") else { return false };
    let function = format!("fn {name}(");
    let own = file(&format!("tests/{suite}.rs"));
    let inside = |path: &Path| fs::read_to_string(path).is_ok_and(|code| code.contains(&function));
    if own.is_file() { inside(&own) } else { anywhere(&file("src"), &inside) }
}

fn anywhere(folder: &Path, holds: &dyn Fn(&Path) -> bool) -> bool {
    let mut entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.any(|path| if path.is_dir() { anywhere(&path, holds) } else { holds(&path) })
}

#[test]
fn every_item_of_the_notice_is_in_the_table_once() {
    let (expected, table) = (expected(), table());
    let rows: Vec<&String> = table.iter().map(|row| &row.item).collect();
    let missing: Vec<&String> = expected.iter().filter(|item| !rows.contains(item)).collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
    let unknown: Vec<&&String> = rows.iter().filter(|item| !expected.contains(item)).collect();
    assert!(unknown.is_empty(), "not in the notice: {unknown:?}");
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "an item stands there twice");
}

#[test]
fn every_item_has_data_and_a_test_that_exist() {
    let read = |path: String| serde_json::from_str::<Value>(&text(&path)).unwrap();
    let notice = read(format!("public/notices/{NOTICE}.json"));
    let programme = read(format!("public/programmes/{}.json", notice["extends"].as_str().unwrap()));
    let leads = |path: &String| match path.split_once(':') {
        Some(("programme", path)) => at(&programme, path).is_some(),
        Some(("notice", path)) => at(&notice, path).is_some(),
        _ => false,
    };
    let mut faults = Vec::new();
    for row in table() {
        if row.data.is_empty() || row.tests.is_empty() {
            faults.push(format!("{}: no data or no test", row.item));
        }
        faults.extend(row.data.iter().filter(|path| !leads(path)).map(|path| format!("{}: no {path}", row.item)));
        faults.extend(row.tests.iter().filter(|test| !exists(test)).map(|test| format!("{}: no {test}", row.item)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_leads_nowhere_is_noticed() {
    let programme = serde_json::json!({"list": [{"id": "one", "inner": {"key": 1}}, {"between": ["a"], "and": ["b"]}]});
    for (path, found) in
        [("list.one.inner.key", true), ("list.b+a", true), ("list.two", false), ("list.one.key", false), ("a+c", false)]
    {
        assert_eq!(at(&programme, path).is_some(), found, "{path}");
    }
    assert!(
        exists("coverage::what_leads_nowhere_is_noticed") && exists("money::rounding_is_half_up_and_only_at_the_end")
    );
    assert!(!exists("coverage::what_nobody_wrote") && !exists("cases/what-nobody-wrote") && !exists("whatever"));
}

/// The rules in words, each with its place.
fn remarks(rules: &Rules) -> Vec<(String, &Remark)> {
    let supports = rules.programme.supports.iter().map(|support| (&support.id, &support.remarks));
    let chapters = rules.programme.chapters.iter().map(|chapter| (&chapter.id, &chapter.remarks));
    let all = supports.chain(chapters);
    all.flat_map(|(id, list)| list.iter().map(move |remark| (format!("{id}.{}", remark.id), remark))).collect()
}

fn assert_said(place: &str, said: &Text) {
    for words in [&said.it, &said.facile, &said.en] {
        assert!(!words.trim().is_empty(), "{place}: a reading is empty");
        let small = words.to_lowercase();
        let verdict = VERDICTS.iter().find(|verdict| small.contains(**verdict));
        assert!(verdict.is_none(), "{place}: {verdict:?} in {words}");
    }
}

#[test]
fn every_rule_in_words_is_said_with_its_source() {
    let rules = rules(NOTICE);
    let cited: Vec<&str> =
        rules.programme.cited.iter().chain(&rules.notice.cited).map(|cited| cited.id.as_str()).collect();
    let remarks = remarks(&rules);
    assert!(remarks.len() > 90, "only {} rules in words", remarks.len());
    for (place, remark) in remarks {
        assert_said(&place, &remark.text);
        assert!(cited.contains(&remark.source.document.as_str()), "{place}: {}", remark.source.document);
        assert!(remark.source.page >= 1 && !remark.source.section.is_empty(), "{place}: {:?}", remark.source);
    }
    for chapter in &rules.programme.chapters {
        assert_said(&chapter.id, &chapter.title);
    }
    let (programme, notice) = (&rules.programme, &rules.notice);
    let privacy = &notice.privacy.as_ref().unwrap().text;
    for said in [&programme.summary, &programme.caution, &notice.channel, &notice.window.text, privacy] {
        assert_said("summary, caution, channel, window, privacy", said);
    }
    for row in &programme.requirements {
        [&row.label, &row.met, &row.to_verify, &row.not_met].into_iter().for_each(|said| assert_said(&row.id, said));
    }
    programme.reasons.iter().for_each(|reason| assert_said(&reason.id, &reason.text));
}

#[test]
fn what_no_answer_uses_is_as_printed() {
    let rules = rules(NOTICE);
    let notice = &rules.notice;
    assert_eq!(notice.resources.as_ref().unwrap().amount, "216660.21".parse().unwrap());
    assert_eq!((notice.window.kind, notice.window.from, notice.window.until), (WindowKind::UntilExhausted, None, None));
    let years = rules.number(rules.programme.horizon.as_ref().unwrap()).unwrap();
    assert_eq!((years.kind, years.value.as_str()), (NumberKind::Count, "2"));
    assert!(rules.programme.cited[0].title.contains("2912/2024"));
    assert!(
        notice.privacy.as_ref().unwrap().text.it.contains("rdp@aziendaspecialememdioolona.it"),
        "the address as the notice prints it"
    );
}
