//! Every file in `tests/cases/<notice>/` is one person and what must come out, exactly.

mod common;

use std::fs;

use common::{difference, file, json_files, keyed, rules};
use dopo_di_noi::answers;
use dopo_di_noi::assess::assess;
use serde_json::Value;

#[test]
fn every_worked_case_comes_out_exactly() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for folder in fs::read_dir(file("tests/cases")).unwrap() {
        let notice = folder.unwrap().file_name().into_string().unwrap();
        let rules = rules(&notice);
        for path in json_files(&format!("tests/cases/{notice}")) {
            seen += 1;
            let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            if let Some(fault) = fault(&rules, &case) {
                wrong.push(format!("{}: {fault}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(seen >= 163, "only {seen} cases were found");
}

fn fault(rules: &dopo_di_noi::programme::Rules, case: &Value) -> Option<String> {
    let expected = &case["expect"];
    match (answers::read(rules, &case["answers"].to_string()), expected.get("says")) {
        (Ok(answers), None) => {
            let assessment = serde_json::to_value(assess(rules, &answers)).unwrap();
            difference("", expected, &keyed(assessment))
        }
        (Err(faults), Some(key)) => {
            let named = faults.iter().any(|fault| Some(fault.key.as_str()) == key.as_str());
            (!named).then(|| format!("expected a fault in {key}, got {faults:?}"))
        }
        (Ok(_), Some(key)) => Some(format!("expected a fault in {key}, got an assessment")),
        (Err(faults), None) => Some(format!("refused: {faults:?}")),
    }
}
