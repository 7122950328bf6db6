//! Every ceiling, share, bound, comparison, need and clause of the data is held by a worked case: change one, and some
//! case comes out otherwise, or the file is refused.

mod common;

use std::fmt::Display;
use std::fs;

use common::{difference, json_files, keyed, text};
use dopo_di_noi::answers;
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme::{self, Rules};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

const NOTICE: &str = "medio-olona-2024";

/// Changes that change nothing.
const ALIKE: &[&str] = &[
    // Nothing granted and first works not asked for: an exclusion says so already.
    "/supports/further_adaptation/doubts/first_contribution_not_yet_granted/when/all: without \"home_adaptation\"",
    // A self-managed home of one: an exclusion says so already.
    "/supports/self_managed_contribution/doubts/residents_outside_2_to_5/when/not/all: without \"residents\"",
    // "ruled" and "alternative" tell the reader why there is no silence; the engine knows only that there is none.
    "/compatibility/home_adaptation+further_adaptation/stands: yes",
    "/compatibility/family_voucher+autonomy_voucher/stands: yes",
    "/compatibility/managed_home_voucher+self_managed_contribution/stands: yes",
    "/compatibility/self_managed_contribution+cohousing_voucher/stands: yes",
    // Of two residential supports the kind of home always excludes one, and who is excluded is no partner.
    "/compatibility/managed_home_voucher+self_managed_contribution/stands: unstated",
    "/compatibility/self_managed_contribution+cohousing_voucher/stands: unstated",
];

/// A changed programme, and what was changed.
struct Mutant {
    what: String,
    file: Value,
}

/// What a member of a list is called.
fn called(member: &Value) -> Option<String> {
    let word = |key: &str| Some(member.get(key)?.as_str()?.to_owned());
    let leaf = member.as_object().filter(|keys| keys.len() == 1).and_then(|keys| keys.values().next());
    match (member.get("between"), leaf) {
        (Some(between), _) => Some(format!("{}+{}", between[0].as_str()?, member["and"][0].as_str()?)),
        (None, Some(Value::String(word))) => Some(word.clone()),
        (None, Some(leaf)) => Some(leaf.get("question")?.as_str()?.to_owned()),
        (None, None) => ["id", "reason", "answer", "phase", "number"].iter().find_map(|key| word(key)),
    }
}

/// The changes tried on a programme.
struct Changes<'a> {
    programme: &'a Value,
    mutants: Vec<Mutant>,
}

impl Changes<'_> {
    fn of(programme: &Value) -> Vec<Mutant> {
        let mut changes = Changes { programme, mutants: Vec::new() };
        changes.numbers();
        for list in ["requirements", "priorities", "supports", "documents", "compatibility"] {
            changes.below(&format!("/{list}"));
        }
        changes.mutants
    }

    /// Tries `new` in the place `at`.
    fn put(&mut self, at: &str, what: impl Display, new: Value) {
        let mut file = self.programme.clone();
        *file.pointer_mut(at).unwrap() = new;
        self.mutants.push(Mutant { what: format!("{}: {what}", self.named(at)), file });
    }

    /// The place `at` with names instead of numbers.
    fn named(&self, at: &str) -> String {
        let mut value = self.programme;
        let mut path = String::new();
        for step in at.split('/').skip(1) {
            value = value.get(step).or_else(|| value.get(step.parse::<usize>().ok()?)).unwrap();
            path = format!("{path}/{}", called(value).unwrap_or_else(|| step.to_owned()));
        }
        path
    }

    /// Each number a step up and a step down.
    fn numbers(&mut self) {
        // Not part of an assessment: how far years are projected.
        let horizon = self.programme.get("horizon");
        let programme = self.programme;
        for (at, number) in programme["numbers"].as_array().unwrap().iter().enumerate() {
            let value: Decimal = number["value"].as_str().unwrap().parse().unwrap();
            let step = match number["kind"].as_str() {
                Some("count") if value.scale() > 0 => Decimal::new(5, 1),
                Some("count") => Decimal::ONE,
                _ => Decimal::new(1, 2),
            };
            for other in [value + step, value - step].iter().filter(|_| Some(&number["id"]) != horizon) {
                self.put(
                    &format!("/numbers/{at}/value"),
                    format!("{} {other}", number["id"]),
                    json!(other.to_string()),
                );
            }
        }
    }

    /// Every change of what stands at `at` and below.
    fn below(&mut self, at: &str) {
        let name = at.rsplit('/').next().unwrap();
        match self.programme.pointer(at).unwrap() {
            // Words.
            Value::Object(keys) if keys.contains_key("it") || name == "source" => {}
            Value::Array(_) if name == "remarks" => {}
            // Which priorities the page shows with which support: not part of an assessment.
            Value::Array(_) if name == "supports" && at.starts_with("/priorities") => {}
            Value::Array(items) => self.list(at, name, items),
            Value::Object(keys) => {
                for (key, inner) in keys {
                    self.key(at, keys, key, inner);
                    self.below(&format!("{at}/{key}"));
                }
            }
            _ => {}
        }
    }

    /// A list without each of its members, and "all" for "any".
    fn list(&mut self, at: &str, name: &str, items: &[Value]) {
        for (place, item) in items.iter().enumerate() {
            let mut fewer = items.to_vec();
            fewer.remove(place);
            let called = called(item).or(item.as_str().map(Into::into)).unwrap_or_else(|| place.to_string());
            self.put(at, format!("without {called:?}"), json!(fewer));
            self.below(&format!("{at}/{place}"));
        }
        let (above, _) = at.rsplit_once('/').unwrap();
        match name {
            "all" if items.len() > 1 => self.put(above, "any", json!({"any": items})),
            "any" if items.len() > 1 => self.put(above, "all", json!({"all": items})),
            _ => {}
        }
    }

    /// What can be changed about one key of an object.
    fn key(&mut self, at: &str, keys: &Map<String, Value>, key: &str, inner: &Value) {
        let here = format!("{at}/{key}");
        let either = |one: &str, other: &str| json!(if inner == one { other } else { one });
        let without = || {
            let mut rest = keys.clone();
            rest.remove(key);
            Value::Object(rest)
        };
        match key {
            "is" | "one_of" | "zero" | "at_least" | "at_most" | "age_between" | "in_territory" | "wants"
                if keys.len() == 1 =>
            {
                self.put(at, "not", json!({"not": keys}));
            }
            "to_verify" if keys.len() == 1 => self.put(at, "certain", inner.clone()),
            "when" | "share" | "less" => self.put(at, format!("without {key}"), without()),
            "reason" if at.contains("/compatibility/") => self.put(at, "without its reason", without()),
            "stands" => {
                for other in ["yes", "unstated"].iter().filter(|other| inner != **other) {
                    self.put(&here, other, json!(other));
                }
            }
            "need" => self.put(&here, "the other", either("required", "useful")),
            "per" => self.put(&here, "the other", either("person", "dwelling")),
            "every" => self.put(&here, "another", either("once", "month")),
            "years" => self.put(&here, "one more", json!(inner.as_u64().unwrap() + 1)),
            _ => {}
        }
    }
}

/// Whether some case tells the rules from those that are published.
fn told_apart(rules: &Rules, cases: &[Value]) -> bool {
    cases.iter().any(|case| match answers::read(rules, &case["answers"].to_string()) {
        Ok(answers) if case["expect"].get("says").is_none() => {
            let assessment = keyed(serde_json::to_value(assess(rules, &answers)).unwrap());
            difference("", &case["expect"], &assessment).is_some()
        }
        Ok(_) => true,
        Err(_) => case["expect"].get("says").is_none(),
    })
}

#[test]
fn a_change_of_any_rule_in_the_data_is_noticed() {
    let notice = || programme::notice(NOTICE, &text(&format!("public/notices/{NOTICE}.json"))).unwrap();
    let published: Value =
        serde_json::from_str(&text(&format!("public/programmes/{}.json", notice().extends))).unwrap();
    let cases: Vec<Value> = json_files(&format!("tests/cases/{NOTICE}"))
        .iter()
        .map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    let mutants = Changes::of(&published);
    assert!(mutants.len() > 400, "only {} changes were tried", mutants.len());
    let survives = |mutant: &&Mutant| {
        let read = programme::programme("p", &mutant.file.to_string());
        let rules = read.and_then(|programme| programme::rules("n", programme, notice()));
        rules.is_ok_and(|rules| !told_apart(&rules, &cases))
    };
    let survivors: Vec<&str> = mutants.iter().filter(survives).map(|mutant| mutant.what.as_str()).collect();
    let surprising: Vec<&&str> = survivors.iter().filter(|what| !ALIKE.contains(what)).collect();
    assert!(surprising.is_empty(), "{} of {} go unnoticed:\n{surprising:#?}", surprising.len(), mutants.len());
    for alike in ALIKE {
        assert!(survivors.contains(alike), "{alike} is noticed by now");
    }
}
