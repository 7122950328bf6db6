//! Which programme is mine: what the orientation leads to, where and when; and a programme that took the place of another.

mod common;

use common::{file, json_files, rules, text};
use dopo_di_noi::answers::{Answer, Answers, Draft};
use dopo_di_noi::assess::{assess, orientation};
use dopo_di_noi::date::Date;
use dopo_di_noi::programme::{self, Catalogue, Rules, Standing, Voice};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn answers(as_of: &str, given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::new(day(as_of));
    for (question, value) in given {
        let answer = match *question {
            "municipality" => Answer::Municipality((*value).into()),
            _ => Answer::Choice((*value).into()),
        };
        answers.give(question, answer);
    }
    answers
}

/// The catalogue of what is published, and of these notices besides.
fn catalogue(others: &[(String, String)]) -> Catalogue {
    let files = |folder: &str| -> Vec<(String, String)> {
        let path = |path: &std::path::PathBuf| (path.display().to_string(), std::fs::read_to_string(path).unwrap());
        json_files(folder).iter().map(path).collect()
    };
    let notices = [files("public/notices"), others.to_vec()].concat();
    let json = programme::publish_catalogue(&files("public/programmes"), &notices).unwrap();
    programme::catalogue("catalogue.json", &json, Voice::default()).unwrap()
}

fn found(rules: &Rules, given: &Answers, catalogue: &Catalogue) -> Vec<(String, bool)> {
    let found = orientation(rules, given, catalogue);
    found.iter().map(|one| (one.notice.id.clone(), one.certain)).collect()
}

#[test]
fn answers_lead_to_what_applies_where_the_person_lives() {
    let (rules, catalogue) = (rules("orientamento"), catalogue(&[]));
    let led = |given: &[(&str, &str)]| found(&rules, &answers("2026-11-22", given), &catalogue);
    let castellanza = ("municipality", "C139");
    let milan = ("municipality", "F205");
    let certificate = ("severe_disability_certificate", "yes");
    assert_eq!(led(&[castellanza, ("need", "own_life"), certificate]), [("medio-olona-2024".to_owned(), true)]);
    // Whoever lives elsewhere is led to nothing, whatever else they say.
    let all = [("need", "no_home"), certificate, ("mental_health_service", "yes"), ("aler_tenant", "yes")];
    assert_eq!(led(&[&[("municipality", "L219")], &all[..]].concat()), []);
    // Nor is anybody before that is known.
    assert_eq!(led(&all), []);
    let in_milan = led(&[&[milan], &all[..]].concat());
    assert!(in_milan.iter().all(|(id, _)| id != "medio-olona-2024"), "{in_milan:?}");
    // What was not answered is not a no.
    assert_eq!(led(&[castellanza, ("need", "own_life")]), [("medio-olona-2024".to_owned(), false)]);
    assert_eq!(led(&[castellanza, ("need", "own_life"), ("severe_disability_certificate", "no")]), []);
}

#[test]
fn every_lead_finds_a_notice_and_every_other_programme_is_led_to() {
    let (rules, catalogue) = (rules("orientamento"), catalogue(&[]));
    for lead in &rules.programme.leads {
        let leads_somewhere = catalogue.notices.iter().any(|notice| lead.programmes.contains(&notice.extends));
        assert!(leads_somewhere, "{} leads nowhere", lead.id);
    }
    for notice in &catalogue.notices {
        let led_to = rules.programme.leads.iter().any(|lead| lead.programmes.contains(&notice.extends));
        assert!(led_to, "nothing leads to {}", notice.id);
        for place in &notice.municipalities {
            assert!(rules.notice.municipality(&place.code).is_some(), "{} is not asked for", place.name);
        }
    }
}

#[test]
fn what_was_answered_is_not_asked_again() {
    let (from, to) = (rules("orientamento"), rules("medio-olona-2024"));
    let today = day("2026-11-22");
    let mut draft = Draft::default();
    for (question, raw) in [
        ("who_is_filling", "family"),
        ("municipality", "C139"),
        ("need", "own_life"),
        ("severe_disability_certificate", ""),
    ] {
        assert!(from.question(question).is_some());
        draft.set(question, raw);
    }
    let carried = draft.carried_to(&to, today);
    for question in ["who_is_filling", "municipality", "severe_disability_certificate"] {
        assert_eq!(carried.raw(question), draft.raw(question), "{question}");
    }
    assert_eq!(carried.next(&to, today).map(|question| question.id.as_str()), Some("birth_date"));
    // And back again nothing is lost.
    assert_eq!(carried.carried_to(&from, today), draft);
    // What does not fit is asked.
    draft.set("who_is_filling", "neighbour");
    assert_eq!(draft.carried_to(&to, today).raw("who_is_filling"), None);
}

/// A programme as it was before, and the notice that carried it out: the same, but for its time and one number.
fn earlier() -> (String, String) {
    let mut programme: Value =
        serde_json::from_str(&text("public/programmes/dopo-di-noi-lombardia-2024.json")).unwrap();
    programme["id"] = "dopo-di-noi-prima".into();
    programme["in_force"] = json!({
        "from": "2022-01-01", "until": "2024-11-11",
        "source": { "document": "avviso", "section": "Avviso pubblico", "page": 1, "reading": "inferred" }
    });
    for number in programme["numbers"].as_array_mut().unwrap() {
        if number["id"] == "rent_monthly_ceiling" {
            number["value"] = "300.00".into();
        }
    }
    let mut notice: Value = serde_json::from_str(&text("public/notices/medio-olona-2024.json")).unwrap();
    notice["id"] = "medio-olona-prima".into();
    notice["extends"] = programme["id"].clone();
    notice["window"]["from"] = "2022-01-01".into();
    notice["window"]["until"] = "2024-11-11".into();
    (programme.to_string(), notice.to_string())
}

#[test]
fn two_versions_of_a_programme_stand_side_by_side() {
    let (programme, notice) = earlier();
    let read = programme::programme("prima", &programme).unwrap();
    let before = programme::rules("prima", read, programme::notice("prima", &notice).unwrap()).unwrap();
    let now = rules("medio-olona-2024");
    // Each says by itself how it stands.
    assert_eq!(before.standing(day("2023-05-01")), Standing::Open(Some(day("2024-11-11"))));
    assert_eq!(before.standing(day("2026-11-22")), Standing::Closed(day("2024-11-11")));
    assert_eq!(before.standing(day("2021-12-31")), Standing::NotYet(day("2022-01-01")));
    assert_eq!(now.standing(day("2026-11-22")), Standing::Open(None));
    // The same answers come to what applied then.
    let path = "tests/cases/medio-olona-2024/rent-and-condominium-with-the-self-managed-contribution.json";
    let case: Value = serde_json::from_str(&text(path)).unwrap();
    let rent = |rules: &Rules| {
        let answers = dopo_di_noi::answers::read(rules, &case["answers"].to_string()).unwrap();
        let rows = assess(rules, &answers).supports;
        rows.iter().find(|row| row.id == "rent_and_utilities").and_then(|row| row.amount).unwrap().to_string()
    };
    assert_eq!([rent(&before), rent(&now)], ["300.00", "500.00"]);
}

#[test]
fn the_day_decides_which_of_two_notices_is_shown() {
    let (programme, earlier) = earlier();
    let mut orientation: Value = serde_json::from_str(&text("public/programmes/orientamento.json")).unwrap();
    let id = serde_json::from_str::<Value>(&programme).unwrap()["id"].clone();
    orientation["leads"][0]["programmes"].as_array_mut().unwrap().push(id);
    let read = programme::programme("orientamento", &orientation.to_string()).unwrap();
    let notice = programme::notice("orientamento", &text("public/notices/orientamento.json")).unwrap();
    let rules = programme::rules("orientamento", read, notice).unwrap();
    let mut later: Value = serde_json::from_str(&text("public/notices/medio-olona-2024.json")).unwrap();
    later["id"] = "medio-olona-dopo".into();
    later["follows"] = "medio-olona-prima".into();
    later["window"]["from"] = "2024-11-12".into();
    let catalogue = catalogue(&[("prima".into(), earlier), ("dopo".into(), later.to_string())]);
    let on = |as_of| {
        let given = [("municipality", "C139"), ("need", "own_life"), ("severe_disability_certificate", "yes")];
        let found = orientation_of(&rules, &answers(as_of, &given), &catalogue);
        found.into_iter().filter(|(id, _)| id != "medio-olona-2024").collect::<Vec<_>>()
    };
    // Before the later one begins, the earlier one is the one; the later is announced.
    assert_eq!(
        on("2023-05-01"),
        [
            ("medio-olona-prima".to_owned(), Standing::Open(Some(day("2024-11-11")))),
            ("medio-olona-dopo".to_owned(), Standing::NotYet(day("2024-11-12"))),
        ]
    );
    // From then on it has taken its place.
    assert_eq!(on("2026-11-22"), [("medio-olona-dopo".to_owned(), Standing::Open(None))]);
}

fn orientation_of(rules: &Rules, given: &Answers, catalogue: &Catalogue) -> Vec<(String, Standing)> {
    let found = orientation(rules, given, catalogue);
    found.iter().map(|one| (one.notice.id.clone(), one.standing)).collect()
}

#[test]
fn a_catalogue_of_another_shape_says_what_is_wrong() {
    assert!(file("public/notices/orientamento.json").exists());
    let faults = programme::catalogue("catalogue.json", r#"{"notices": [{"id": "x"}]}"#, Voice::default()).unwrap_err();
    assert!(faults.iter().any(|fault| fault.what.contains("extends")), "{faults:?}");
}
