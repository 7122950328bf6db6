//! The form for notices: it changes nothing that nobody touched, knows every key that a notice reads, and says each fault at
//! its control.

mod common;

use std::collections::BTreeSet;

use common::{file, json_files, text};
use dopo_di_noi::programme::{self, Programme};
use dopo_di_noi::text::editing::{
    self, Field, Kind, Known, PARTS, Path, Told, check, file_name, kept, offered, shown, skeleton, written,
};
use serde_json::{Value, json};

fn notices() -> Vec<(String, Value)> {
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.display().to_string(), serde_json::from_str(&text).unwrap())
    };
    json_files("public/notices").into_iter().chain(json_files("tests/notices")).map(read).collect()
}

fn programme_of(notice: &Value) -> Programme {
    let id = notice["extends"].as_str().unwrap();
    programme::programme(id, &text(&format!("public/programmes/{id}.json"))).unwrap()
}

fn valley() -> Value {
    serde_json::from_str(&text("tests/notices/valle-inventata-2026.json")).unwrap()
}

/// Calls `see` with each leaf of the form that a notice has.
fn leaves(notice: &Value, kind: Kind, at: &Path, see: &mut impl FnMut(&Path, Kind, &Value)) {
    let Some(value) = at.of(notice) else { return };
    if let Kind::List(row) = kind {
        for place in 0..value.as_array().unwrap().len() {
            leaves(notice, row.kind, &at.item(place), see);
        }
    } else if let Some(fields) = kind.fields() {
        fields.iter().for_each(|field| leaves(notice, field.kind, &at.key(field.key), see));
    } else {
        see(at, kind, value);
    }
}

fn all_leaves(notice: &Value, mut see: impl FnMut(&Path, Kind, &Value)) {
    for field in PARTS.iter().flat_map(|part| part.fields) {
        leaves(notice, field.kind, &Path::default().key(field.key), &mut see);
    }
}

#[test]
fn opened_and_saved_a_notice_is_what_it_was() {
    assert!(notices().len() > 1);
    for (path, notice) in notices() {
        let saved = written(&editing::opened(&notice.to_string()).unwrap());
        assert_eq!(serde_json::from_str::<Value>(&saved).unwrap(), notice, "{path}");
        assert_eq!(written(&serde_json::from_str(&saved).unwrap()), saved, "{path}: written again it differs");
        assert!(saved.lines().all(|line| line.starts_with([' ', '{', '}'])), "{saved}");
        // Typed again as it is shown, each control keeps what was there.
        let mut typed = notice.clone();
        let mut count = 0;
        all_leaves(&notice, |at, kind, value| {
            count += 1;
            let again = kept(kind, &shown(kind, Some(value)));
            assert_eq!(again.as_ref(), Some(value), "{path}: {at}");
            at.put(&mut typed, again);
        });
        assert_eq!(typed, notice, "{path}");
        assert!(count > 20, "{path}: {count}");
    }
}

#[test]
fn what_the_form_does_not_know_stays_and_comes_last() {
    let mut notice = valley();
    notice["nota"] = json!({"z": 1, "id": [true, null]});
    notice["window"]["altro"] = json!("x");
    let saved = written(&notice);
    assert_eq!(serde_json::from_str::<Value>(&saved).unwrap(), notice);
    let keys: Vec<usize> =
        ["\"office\"", "\"id\"", "\"window\"", "\"nota\""].iter().map(|key| saved.find(*key).unwrap()).collect();
    assert!(keys.is_sorted(), "{saved}");
    let found = check(&notice, Known::Here(&programme_of(&notice)));
    let place = |told: &Told| (told.at.clone(), told.place.clone());
    assert_eq!(
        found.iter().map(place).collect::<Vec<_>>(),
        [(None, "window.altro".to_owned()), (None, "nota".to_owned())]
    );
}

/// Something that is no default, at each key of a kind.
fn filled(field: &Field) -> Value {
    let of = |fields: &[Field]| fields.iter().map(|field| (field.key.to_owned(), filled(field))).collect::<Value>();
    match field.kind {
        Kind::Date => json!("2026-11-21"),
        Kind::Flag => json!(true),
        Kind::Euro | Kind::NumberValue => json!("100.00"),
        Kind::Page => json!(7),
        Kind::Choice(choices) => json!(choices.last().unwrap().0),
        Kind::Json => match field.key {
            "official_form" => valley()["official_form"].clone(),
            "when" => json!({"wants": "rent_and_utilities"}),
            other => panic!("what stands at {other}?"),
        },
        Kind::List(row) => match (row.kind, field.key) {
            (Kind::Json, key) => {
                let mut list = valley()[key].clone();
                if key == "attachments" {
                    list[0]["when"] = json!({"wants": "rent_and_utilities"});
                }
                list
            }
            (kind, _) => json!([of(kind.fields().unwrap())]),
        },
        Kind::Text | Kind::Source | Kind::Object(_) => of(field.kind.fields().unwrap()),
        _ if field.key == "code" => json!("A001"),
        _ if field.key == "follows" => json!("prima"),
        _ => json!("parole"),
    }
}

#[test]
fn the_table_has_every_key_that_a_notice_reads_and_no_other() {
    let notice: Value =
        PARTS.iter().flat_map(|part| part.fields).map(|field| (field.key.to_owned(), filled(field))).collect();
    // A key that the notice does not know, or lacks, is a fault.
    let read = programme::notice("", &notice.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"));
    // One that it reads and the table lacks has stayed empty.
    let said = format!("{read:?}");
    for empty in [": None", ": []", ": false", ": \"\""] {
        assert!(!said.contains(empty), "{empty} in {said}");
    }
    // And one that has a default: every key that these files read is in the table.
    let mut keys = BTreeSet::new();
    fn collect(fields: &'static [Field], keys: &mut BTreeSet<&'static str>) {
        for field in fields {
            keys.insert(field.key);
            let below = if let Kind::List(row) = field.kind { row.kind } else { field.kind };
            collect(below.fields().unwrap_or_default(), keys);
        }
    }
    PARTS.iter().for_each(|part| collect(part.fields, &mut keys));
    for source in ["notice", "source", "chapter"] {
        let code = std::fs::read_to_string(file(&format!("src/programme/{source}.rs"))).unwrap();
        let readers =
            ["words(", "text(", "parsed(", "one(", "maybe(", "each(", "any(", "flag(", "one_of(", "spoken(", "number("];
        let code: String = code.split_whitespace().collect();
        let asked = code.split("at.").skip(1).filter_map(|rest| {
            let (method, rest) = rest.split_at(rest.find('(')? + 1);
            readers.iter().any(|reader| method.ends_with(reader)).then_some(rest)
        });
        let asked: Vec<&str> = asked.filter_map(|rest| rest.strip_prefix('"')?.split('"').next()).collect();
        assert!(asked.len() >= 3, "{source}: {asked:?}");
        for key in asked {
            assert!(keys.contains(key), "{source}.rs reads {key}, which the form does not ask for");
        }
    }
}

#[test]
fn each_fault_is_said_at_its_control() {
    let mut notice = valley();
    notice["lowered"][0]["value"] = json!("999.00");
    notice["lowered"][1]["source"]["page"] = json!(0);
    let known = programme_of(&notice);
    let found = check(&notice, Known::Here(&known));
    let said: Vec<(String, &str)> =
        found.iter().map(|told| (told.at.as_ref().unwrap().to_string(), told.place.as_str())).collect();
    assert_eq!(
        said,
        [
            ("lowered[0].value".into(), "Gli importi, Importo 1, Quanto vale in questo avviso"),
            ("lowered[1].source.page".into(), "Gli importi, Importo 2, Dove sta scritto, Pagina"),
        ]
    );
    assert!(found[0].what.contains("il massimale regionale è 500.00"), "{:?}", found[0]);
    // What `ddn check` says is what is said here.
    let read = programme::notice("", &notice.to_string()).unwrap();
    let faults = programme::rules("", known.clone(), read).unwrap_err();
    assert_eq!(
        faults.iter().map(|fault| &fault.what).collect::<Vec<_>>(),
        found.iter().map(|told| &told.what).collect::<Vec<_>>()
    );

    for (key, broken, at) in [
        (
            "window",
            json!({"kind": "deadline", "text": notice["window"]["text"], "source": notice["window"]["source"]}),
            "window.until",
        ),
        (
            "window",
            json!({"kind": "until_exhausted", "text": {"it": "a", "facile": "b"}, "source": notice["window"]["source"]}),
            "window.text.en",
        ),
        ("version", json!("oggi"), "version"),
        ("title", Value::Null, "title.it"),
        ("office", json!("un testo"), "office.name"),
        ("municipalities", json!([]), "municipalities"),
        ("municipalities", json!([{"name": "Valle Alta"}]), "municipalities[0].code"),
        ("requirements", json!(["{\"id\": "]), "requirements[0]"),
        ("requirements", json!([{"id": "a"}]), "requirements[0]"),
        ("official_form", json!({"file": "a.pdf", "fields": [{"field": 3}]}), "official_form"),
        (
            "chapters",
            json!([{"id": "a", "title": notice["title"], "remarks": [{"id": "b", "text": notice["title"]}]}]),
            "chapters[0].remarks[0].source.document",
        ),
        ("extends", json!("altrove-2030"), "extends"),
    ] {
        let mut notice = valley();
        notice[key] = broken;
        let found = check(&notice, Known::Here(&known));
        let places: Vec<String> =
            found.iter().map(|told| told.at.as_ref().unwrap_or_else(|| panic!("{told:?}")).to_string()).collect();
        assert!(places.contains(&at.to_owned()), "{at} in {found:?}");
        assert!(found.iter().all(|told| told.part.is_some() && !told.what.contains("chiave")), "{found:?}");
    }
}

#[test]
fn a_new_notice_says_at_its_controls_what_it_lacks() {
    let notice = skeleton("dopo-di-noi-lombardia-2024", "2026-11-22");
    let found = check(&notice, Known::Coming);
    let places: Vec<String> = found.iter().map(|told| told.at.as_ref().unwrap().to_string()).collect();
    for needed in [
        "office.name",
        "id",
        "title.it",
        "title.en",
        "window.source.page",
        "municipalities",
        "channel.it",
        "window.text.it",
        "cited[0].title",
    ] {
        assert!(places.contains(&needed.to_owned()), "{needed} in {places:?}");
    }
    assert_eq!(file_name(&notice), "avviso.json");
    assert_eq!(file_name(&json!({"id": "../../valle"})), "avviso.json");
    assert_eq!(file_name(&json!({"id": "valle-2026"})), "valle-2026.json");
}

#[test]
fn paths_make_what_they_need_and_leave_nothing_empty() {
    let mut notice = json!({"id": "a"});
    let amount = Path::read("resources.source.page");
    amount.put(&mut notice, Some(json!(3)));
    assert_eq!(notice, json!({"id": "a", "resources": {"source": {"page": 3}}}));
    assert_eq!(amount.to_string(), "resources.source.page");
    assert_eq!(amount.id(), "f-resources-source-page");
    amount.put(&mut notice, None);
    assert_eq!(notice, json!({"id": "a"}));
    let rows = Path::read("lowered");
    rows.list(&mut notice).unwrap().push(json!({"number": "x"}));
    rows.item(0).key("number").put(&mut notice, None);
    assert_eq!(notice, json!({"id": "a", "lowered": [{}]}));
    assert_eq!(Path::read("$schema").id(), "f--schema");
}

#[test]
fn only_what_a_notice_may_change_is_offered() {
    let known = programme_of(&valley());
    let offers = offered(&known);
    let rent = offers.iter().find(|offer| offer.id == "rent_monthly_ceiling").unwrap();
    assert_eq!(rent.label.replace('\u{a0}', " "), "Affitto e utenze: 500,00 €");
    assert!(offers.iter().all(|offer| offer.id != "rent_share"));
    let about = editing::about(&known, "rent_monthly_ceiling").unwrap().replace('\u{a0}', " ");
    assert!(about.contains("500,00 €") && about.contains("pagina 5") && about.contains("non alzarlo"), "{about}");
}

#[test]
fn files_that_are_no_notice_are_refused_with_a_sentence() {
    for (text, why) in [
        ("", "finisce prima"),
        ("{\"office\": ", "finisce prima"),
        ("office", "non è JSON corretto"),
        ("[1]", "non è un avviso"),
        ("{\"a\": 1}", "non è un avviso"),
        ("{\"questions\": [], \"id\": \"x\"}", "programma regionale"),
    ] {
        let said = editing::opened(text).unwrap_err();
        assert!(said.contains(why), "{text}: {said}");
    }
    assert_eq!(editing::opened("\u{feff}{\"id\": \"a\"}"), Ok(json!({"id": "a"})));
    let catalogue = editing::Catalogue::read(
        r#"{"programmes": [{"id": "p", "title": {"it": "Programma"}}], "notices": [{"id": "n", "extends": "p"}]}"#,
    );
    assert_eq!(catalogue.unwrap().notices[0].title, "n");
}
