//! The guide to adding a programme cannot rot: its JSON is read, its messages are what the commands say, its words are all
//! the words there are, and its example is whole.
#![cfg(feature = "command")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{json_files, rules, rules_in, text};
use dopo_di_noi::assess::{Outcome, assess};
use dopo_di_noi::programme::{self, About, Amount, Tongue, Voice};
use serde_json::{Value, json};

const GUIDE: &str = "docs/adding-a-programme.md";
const PROGRAMME: &str = "trasloco-inventato-2026";
const NOTICE: &str = "trasloco-valle-inventata";

/// The guide's fenced blocks with this mark.
fn blocks(mark: &str) -> Vec<String> {
    let guide = text(GUIDE);
    let mut found = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(own) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if own == mark {
                found.push(inside.join("\n"));
            }
        }
    }
    assert!(!found.is_empty(), "the guide has no block marked {mark}");
    found
}

fn values(mark: &str) -> Vec<Value> {
    let read = |block: &String| serde_json::from_str(block).unwrap_or_else(|why| panic!("{why}: {block}"));
    blocks(mark).iter().map(read).collect()
}

fn example() -> Value {
    serde_json::from_str(&text(&format!("tests/programmes/{PROGRAMME}.json"))).unwrap()
}

fn example_notice() -> Value {
    serde_json::from_str(&text(&format!("tests/notices/{NOTICE}.json"))).unwrap()
}

/// Whether all that `part` says is said in `whole`; of lists, each member in some member.
fn is_in(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|of| is_in(value, of)))
        }
        (Value::Array(part), Value::Array(whole)) => part.iter().all(|one| whole.iter().any(|of| is_in(one, of))),
        _ => part == whole,
    }
}

/// `whole` with what `part` adds: members to its lists, other keys in place of its own.
fn with(mut whole: Value, part: &Value) -> Value {
    for (key, value) in part.as_object().unwrap() {
        match (&mut whole[key], value) {
            (Value::Array(list), Value::Array(more)) => list.extend(more.iter().cloned()),
            (own, value) => *own = value.clone(),
        }
    }
    whole
}

#[test]
fn the_smallest_programme_and_its_notice_are_read() {
    let [programme] = &blocks("json programme")[..] else { panic!("there is one smallest programme") };
    let [notice] = &blocks("json notice")[..] else { panic!("there is one smallest notice") };
    let programme = programme::programme("p.json", programme).unwrap();
    let notice = programme::notice("n.json", notice).unwrap();
    let rules = programme::rules("n.json", programme, notice).unwrap();
    let nothing = dopo_di_noi::answers::read(&rules, r#"{"as_of": "2026-11-22"}"#).unwrap();
    assert_eq!(assess(&rules, &nothing).outcome, Outcome::NoObstacle);
}

#[test]
fn every_piece_is_one_of_the_example() {
    let whole = example();
    for piece in values("json of programme") {
        assert!(is_in(&piece, &whole), "the example has no such piece: {piece:#}");
    }
    for piece in values("json into programme") {
        programme::programme("p.json", &with(whole.clone(), &piece).to_string()).unwrap();
    }
    values("json");
    let kept: Vec<Value> = json_files(&format!("tests/cases/{NOTICE}"))
        .iter()
        .map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    assert!(kept.len() >= 8, "only {} cases", kept.len());
    assert!(values("json case").iter().all(|case| kept.contains(case)));
}

#[test]
fn the_example_has_every_kind_of_amount_and_speaks_to_everybody() {
    let kinds: BTreeSet<&str> = rules(NOTICE).programme.supports.iter().map(|support| kind(&support.amount)).collect();
    assert_eq!(kinds, BTreeSet::from(["fixed", "phases", "rate", "service", "share_of_costs"]));
    for (_, tongue) in Tongue::ALL {
        for about in [About::Anyone, About::Oneself, About::Relative, About::Assisted, About::Client] {
            let rules = rules_in(NOTICE, Voice { tongue, about });
            let questions = rules.programme.questions.iter().flat_map(|one| [&one.label.it, &one.why.it]);
            let remarks = rules.programme.chapters.iter().flat_map(|one| &one.remarks).map(|one| &one.text.it);
            for said in questions.chain(remarks) {
                assert!(!said.contains(['[', ']', '|', '{', '}']), "{said}");
            }
        }
    }
    for invented in [example()["summary"]["it"].to_string(), example()["cited"][0]["title"].to_string()] {
        assert!(invented.contains("inventat"), "{invented} does not say that it is made up");
    }
}

fn kind(amount: &Amount) -> &'static str {
    match amount {
        Amount::ShareOfCosts { .. } => "share_of_costs",
        Amount::Fixed { .. } => "fixed",
        Amount::Phases { .. } => "phases",
        Amount::Rate { .. } => "rate",
        Amount::Service { .. } => "service",
    }
}

/// A folder of this test's own, with folders for programmes and notices in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for part in ["programmes", "notices"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    folder
}

/// What a command says is wrong, line by line, without the folder.
fn said(command: &str, arguments: &[&str], folder: &Path) -> Vec<String> {
    let output = Command::new(command).args(arguments).current_dir(folder).output().unwrap();
    String::from_utf8(output.stderr).unwrap().lines().map(Into::into).collect()
}

/// What `ddn check` says of the file in a folder, without its name.
fn checked(folder: &Path, path: &str, content: &str) -> Vec<String> {
    fs::write(folder.join(path), content).unwrap();
    let lines = said(env!("CARGO_BIN_EXE_ddn"), &["check", path], folder);
    lines.iter().map(|line| line.strip_prefix(&format!("{path}: ")).unwrap_or(line).to_owned()).collect()
}

/// What `ddn check` says of the example's programme or notice after these changes.
fn changed(folder: &Path, in_notice: bool, changes: &[(&str, Value)]) -> Vec<String> {
    let (mut value, path) = if in_notice {
        (example_notice(), format!("notices/{NOTICE}.json"))
    } else {
        (example(), "programmes/changed.json".to_owned())
    };
    for (pointer, new) in changes {
        let (above, key) = pointer.rsplit_once('/').unwrap();
        match value.pointer_mut(above).unwrap() {
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = new.clone(),
            object => object[key] = new.clone(),
        }
    }
    checked(folder, &path, &value.to_string())
}

/// Changes to the example's programme, each with what is said of it.
fn faults_of_programme() -> Vec<(&'static str, Value, &'static str)> {
    let example = example();
    let needs = &example["supports"][0]["needs"];
    let first_choice = &example["questions"][3]["choices"][0];
    let maybe = json!({"is": {"question": "severe_disability_certificate", "value": "maybe"}});
    let words = "requirements[0].when: serve una di queste parole: all, any, not, to_verify, is, one_of, zero, at_least, \
                 at_most, age_between, in_territory, wants";
    let number = "numbers[2].value: \"900,00\": serve un numero scritto come \"123\" o \"123.45\", al più 9 cifre intere e 2 \
                  decimali";
    vec![
        ("/numbers/2/value", json!("900,00"), number),
        (
            "/numbers/2/value",
            json!(900),
            "numbers[2].value: qui serve un testo tra virgolette, come \"900\", e non il numero",
        ),
        (
            "/numbers/1/value",
            json!("60"),
            "numbers[1].value: \"60\": serve una quota tra \"0\" e \"1\", con al più 4 decimali",
        ),
        (
            "/questions/0/source/document",
            json!("regolamnto"),
            "questions[0].source.document: \"regolamnto\" non è tra i documenti citati",
        ),
        ("/requirements/0/source/page", json!(0), "requirements[0].source.page: le pagine si contano da 1"),
        ("/questions/1/section", json!("persona"), "questions[1].section: la sezione \"persona\" non esiste"),
        (
            "/questions/5/asked_when",
            json!({"zero": {"question": "store_area"}}),
            "questions[5].asked_when: la domanda \"store_area\" viene dopo, o non esiste",
        ),
        ("/supports/0/id", json!("other"), "questions[6].asked_when: il sostegno \"moving\" non esiste"),
        (
            "/questions/3/choices",
            json!([first_choice]),
            "questions[3].choices: servono almeno due scelte, e solo per \"kind\": \"choice\"",
        ),
        ("/requirements/0/when", json!({"older_than": 18}), words),
        ("/requirements/0/when", json!({"older_than": 18}), "requirements[0].when.older_than: chiave sconosciuta"),
        (
            "/requirements/2/when",
            maybe,
            "requirements[2].when: \"maybe\" non è una scelta di \"severe_disability_certificate\"",
        ),
        (
            "/supports/0/needs",
            json!([needs[1], needs[2]]),
            "supports[0].needs: manca \"moving_cost\", che serve per l'importo",
        ),
        (
            "/supports/0/needs",
            json!([needs[0], needs[1]]),
            "supports[0].needs: manca \"other_public_funds\", che decide un'esclusione",
        ),
        (
            "/supports/3/amount/rate/payers/1/rate",
            json!("store_unione"),
            "supports[3].amount.rate.payers: le quote fanno 60.00, e non la tariffa \"store_rate\"",
        ),
        ("/compatibility/0/and", json!([]), "compatibility: manca la coppia \"moving\" e \"connections\""),
        (
            "/questions/1/label/it",
            json!("[Quando sei nato?|Quando è nata {person}?"),
            "questions[1].label.it: una parentesi quadra non ha la sua compagna: serve [per la persona|per chi la aiuta]",
        ),
        ("/summary/facile", Value::Null, "summary: manca la chiave \"facile\""),
    ]
}

/// The same of its notice.
fn faults_of_notice() -> Vec<(Vec<(&'static str, Value)>, &'static str)> {
    let source = &example_notice()["privacy_source"];
    let raised = json!([{"number": "moving_ceiling", "value": "1000.00", "source": source}]);
    vec![
        (vec![("/extends", json!("trasloco-2026"))], "extends: il programma \"trasloco-2026\" non si trova"),
        (
            vec![("/municipalities/0/code", json!("00001"))],
            "municipalities[0].code: \"00001\" non è un codice catastale come \"C139\"",
        ),
        (vec![("/window/until", Value::Null)], "window.until: una scadenza vuole la sua data"),
        (
            vec![("/lowered", raised)],
            "lowered[0].value: moving_ceiling: il massimale regionale è 900.00: un avviso può abbassarlo, non alzarlo a \
             1000.00",
        ),
        (
            vec![("/privacy", Value::Null), ("/privacy_source", Value::Null)],
            "privacy: manca: chi fa domanda deve sapere come vengono trattati i suoi dati",
        ),
    ]
}

#[test]
fn messages_are_quoted_as_they_are_said() {
    let folder = folder("adding-faults");
    fs::write(folder.join(format!("programmes/{PROGRAMME}.json")), example().to_string()).unwrap();
    let mut quoted: BTreeSet<String> = BTreeSet::new();
    let mut expect = |found: Vec<String>, line: &str| {
        assert!(found.iter().any(|one| one == line), "expected: {line}\nsaid: {found:#?}");
        quoted.insert(line.to_owned());
    };
    let too_short = "il file finisce prima del tempo (riga 1, colonna 0): forse è stato copiato solo in parte";
    expect(checked(&folder, "programmes/changed.json", ""), too_short);
    for key in ["id", "applying"] {
        expect(checked(&folder, "programmes/changed.json", "{}"), &format!("manca la chiave \"{key}\""));
    }
    for (pointer, new, line) in faults_of_programme() {
        expect(changed(&folder, false, &[(pointer, new)]), line);
    }
    for (changes, line) in faults_of_notice() {
        expect(changed(&folder, true, &changes), line);
    }
    for (found, line) in faults_of_publishing() {
        expect(found, line);
    }
    assert!(changed(&folder, false, &[]).is_empty() && changed(&folder, true, &[]).is_empty());
    let in_guide: BTreeSet<String> = blocks("says").iter().flat_map(|block| block.lines()).map(Into::into).collect();
    assert_eq!(in_guide, quoted, "the guide quotes what is tested here, and nothing else");
}

/// A site with the published orientation, which leads to one programme, and to the example as the guide says.
fn site(name: &str, cited: bool) -> PathBuf {
    let folder = folder(name);
    let put = |path: &str, content: &str| fs::write(folder.join(path), content).unwrap();
    put("programmes/dopo-di-noi-lombardia-2024.json", &text("public/programmes/dopo-di-noi-lombardia-2024.json"));
    put("notices/medio-olona-2024.json", &text("public/notices/medio-olona-2024.json"));
    put("notices/orientamento.json", &text("public/notices/orientamento.json"));
    let mut orientation: Value = serde_json::from_str(&text("public/programmes/orientamento.json")).unwrap();
    for lead in orientation["leads"].as_array_mut().unwrap() {
        lead["programmes"] = json!(["dopo-di-noi-lombardia-2024"]);
    }
    let mut more = values("json into orientation").remove(0);
    if !cited {
        more["cited"] = json!([]);
    }
    put("programmes/orientamento.json", &with(orientation, &more).to_string());
    folder
}

fn published(site: &Path) -> Vec<String> {
    let lines = said(env!("CARGO_BIN_EXE_publish"), &["."], site);
    lines.iter().map(|line| line.trim_start_matches("./programmes/orientamento.json: ").to_owned()).collect()
}

fn faults_of_publishing() -> Vec<(Vec<String>, &'static str)> {
    let uncited = published(&site("adding-uncited", false));
    let alone = site("adding-alone", true);
    let nowhere = published(&alone);
    let put = |folder: &str, id: &str, value: Value| {
        fs::write(alone.join(format!("{folder}/{id}.json")), value.to_string()).unwrap();
    };
    put("programmes", PROGRAMME, example());
    put("notices", NOTICE, example_notice());
    let elsewhere = published(&alone);
    // With its municipalities it is found, and its rule book is written.
    let mut orientation: Value = serde_json::from_str(&text("public/notices/orientamento.json")).unwrap();
    orientation["municipalities"]
        .as_array_mut()
        .unwrap()
        .extend(example_notice()["municipalities"].as_array().unwrap().iter().cloned());
    put("notices", "orientamento", orientation);
    assert_eq!(published(&alone), Vec::<String>::new());
    assert!(alone.join(format!("regole/{NOTICE}.html")).is_file());
    vec![
        (uncited, "leads[5].source.document: \"regolamento\" non è tra i documenti citati"),
        (nowhere, "orientamento: leads[5].programmes: nessun avviso segue il programma \"trasloco-inventato-2026\""),
        (elsewhere, "orientamento: municipalities: manca Valle Alta (A001), dove vale \"trasloco-inventato-2026\""),
    ]
}

/// The words that a message lists after `before`.
fn words(lines: &[String], before: &str) -> Vec<String> {
    let listed =
        lines.iter().find_map(|line| line.split_once(before)).unwrap_or_else(|| panic!("{before}: {lines:?}")).1;
    listed.split(", ").map(Into::into).collect()
}

#[test]
fn the_guide_names_every_word() {
    let folder = folder("adding-words");
    fs::write(folder.join(format!("programmes/{PROGRAMME}.json")), example().to_string()).unwrap();
    let guide = text(GUIDE);
    let unknown = json!({"?": {}});
    for pointer in ["/requirements/0/when", "/supports/0/amount", "/supports/3/amount/rate/times"] {
        let words = words(&changed(&folder, false, &[(pointer, unknown.clone())]), "parole: ");
        for word in words {
            assert!(guide.contains(&format!("`{word}`")), "{pointer}: the guide does not name {word}");
        }
    }
    let of_programme = [
        "/questions/0/kind",
        "/sections/0/drawing",
        "/numbers/0/kind",
        "/numbers/0/level",
        "/supports/0/per",
        "/supports/1/amount/fixed/every",
        "/reasons/0/kind",
        "/compatibility/0/stands",
        "/documents/0/need",
        "/applying/by/0/address",
        "/applying/by/0/roles",
    ];
    for (pointer, in_notice) in of_programme.map(|one| (one, false)).into_iter().chain([("/window/kind", true)]) {
        let new = if pointer.ends_with("roles") { json!(["?"]) } else { json!("?") };
        for word in words(&changed(&folder, in_notice, &[(pointer, new)]), "ammessi: ") {
            assert!(guide.contains(&format!("`{word}`")), "{pointer}: the guide does not name {word}");
        }
    }
    for reading in ["stated", "inferred", "unstated"] {
        assert!(guide.contains(&format!("**{reading}**")), "{reading}");
    }
}
