//! The review page finds each kind of gap that is put into the data, and the published data have none of those that must
//! not be.

mod common;

use common::page::{assert_well_formed, escaped, visible};
use common::{cases, keyed, rules, text};
use dopo_di_noi::answers::Answers;
use dopo_di_noi::assess::assess;
use dopo_di_noi::programme::{self, Rules};
use dopo_di_noi::text::html::Style;
use dopo_di_noi::text::review::{Entry, Gap, Review, Theme, case, index, review};
use serde_json::{Value, json};

const PROGRAMME: &str = "public/programmes/dopo-di-noi-lombardia-2024.json";
const NOTICE: &str = "public/notices/medio-olona-2024.json";
const SECOND_NOTICE: &str = "tests/notices/valle-inventata-2026.json";

/// A sentence that only jurists read.
const HARD: &str = "L'ammissibilità dell'istanza presuppone l'accertamento dell'incapacità.";

fn value(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

/// A review with the rules that it is of.
struct Reviewed {
    rules: Rules,
    review: Review,
}

impl Reviewed {
    fn of(programme: &Value, notice: &Value, cases: &[Answers]) -> Self {
        let read = programme::programme("p.json", &programme.to_string()).unwrap();
        let own = programme::notice("n.json", &notice.to_string()).unwrap();
        let rules = programme::rules("n.json", read, own).unwrap();
        Self { review: review(&rules, programme, notice, cases), rules }
    }

    fn page(&self) -> String {
        self.review.page(&self.rules, Style::Inline, None)
    }

    /// Places and words of a gap.
    fn missing(&self, gap: Gap) -> Vec<(String, String)> {
        let missing = &self.review.subject(gap).unwrap().missing;
        missing.iter().map(|one| (one.place.clone(), one.words.clone())).collect()
    }
}

/// The review of a published notice, with its cases.
fn published(notice: &str) -> Reviewed {
    let rules = rules(value(notice)["id"].as_str().unwrap());
    Reviewed::of(&value(PROGRAMME), &value(notice), &cases_of(&rules))
}

fn cases_of(rules: &Rules) -> Vec<Answers> {
    cases(rules).into_iter().map(|(_, answers)| answers).collect()
}

/// Changes both files, and expects one more of a gap than before: at this place and with these words, on the page too.
fn seeded(gap: Gap, place: &str, words: &str, change: impl FnOnce(&mut Value, &mut Value)) {
    let (mut programme, mut notice) = (value(PROGRAMME), value(NOTICE));
    let before = Reviewed::of(&programme, &notice, &[]).missing(gap);
    change(&mut programme, &mut notice);
    let after = Reviewed::of(&programme, &notice, &[]);
    let found = after.missing(gap);
    assert_eq!(found.len(), before.len() + 1, "{gap:?}: {found:?}");
    let added = found.iter().find(|one| !before.contains(one)).unwrap();
    assert_eq!((added.0.as_str(), added.1.as_str()), (place, words), "{gap:?}");
    let page = after.page();
    assert!(page.contains(&escaped(place)) && page.contains(&escaped(words)), "{gap:?} is not on the page");
    assert_well_formed(&page, |_| false);
}

#[test]
fn what_must_not_be_missing_is_there_in_what_is_published() {
    for notice in [NOTICE, SECOND_NOTICE] {
        let reviewed = published(notice);
        for gap in [Gap::Copied, Gap::HardEasy, Gap::HardQuestion, Gap::Untranslated, Gap::Uncited] {
            assert_eq!(reviewed.missing(gap), [], "{notice}: {gap:?}");
        }
        for subject in &reviewed.review.subjects {
            println!("{notice}: {:?} {} of {}", subject.gap, subject.missing.len(), subject.of);
            assert!(subject.missing.len() <= subject.of);
        }
        let texts = reviewed.review.subject(Gap::HardEasy).unwrap().of;
        assert!(texts > 490, "only {texts} texts were found");
        assert_eq!(reviewed.review.missing(Theme::Easy), 0);
    }
    // What the published notice reckons is all held by a case.
    let reviewed = published(NOTICE);
    for gap in [Gap::Support, Gap::NeverMet, Gap::Reason, Gap::Question] {
        assert_eq!(reviewed.missing(gap), [], "{gap:?}");
    }
}

#[test]
fn the_page_is_well_formed_and_says_what_is_and_what_is_not_missing() {
    for notice in [NOTICE, SECOND_NOTICE] {
        let reviewed = published(notice);
        let page = reviewed.page();
        assert_well_formed(&page, |_| false);
        let shown = visible(&page);
        assert!(!shown.contains("«»") && !shown.contains("{support}") && !shown.contains("{person}"), "{shown}");
        assert!(shown.contains("Nessuno: tutti arrivano alla soglia."));
        let listed: usize = reviewed.review.subjects.iter().map(|subject| subject.missing.len()).sum();
        assert_eq!(page.matches("<p><span class=\"source\">").count(), listed, "something is not on the page");
        for subject in &reviewed.review.subjects {
            for missing in &subject.missing {
                assert!(!missing.words.trim().is_empty(), "no words at {}", missing.place);
                assert!(page.contains(&escaped(&missing.words)), "{}", missing.place);
            }
        }
    }
}

#[test]
fn a_source_that_an_expert_should_see_is_listed() {
    let label = value(PROGRAMME)["requirements"][0]["label"]["it"].as_str().unwrap().to_owned();
    seeded(Gap::Inferred, "programma: requirements.severe_disability.source", &label, |programme, _| {
        programme["requirements"][0]["source"]["reading"] = "inferred".into();
    });
    let territory = "La domanda va in Comune <b>subito</b>.";
    seeded(Gap::Unstated, "avviso: channel_source", territory, |_, notice| {
        notice["channel"]["it"] = territory.into();
        notice["channel_source"]["reading"] = "unstated".into();
    });
    seeded(Gap::Unstated, "programma: numbers.adult_age.source", "18", |programme, _| {
        programme["numbers"][0]["source"]["reading"] = "unstated".into();
    });
    let pair = "«Lavori in casa: primo contributo» con «Lavori in casa: altri lavori»";
    let further = value(PROGRAMME)["supports"][1]["label"]["it"].as_str().unwrap().to_owned();
    let pair = pair.replace("Lavori in casa: altri lavori", &further);
    let place = "programma: compatibility.home_adaptation+further_adaptation.source";
    seeded(Gap::Inferred, place, &pair, |programme, _| {
        programme["compatibility"][0]["source"]["reading"] = "inferred".into();
    });
    let alone = value(PROGRAMME)["reasons"][0]["text"]["it"].as_str().unwrap().to_owned();
    let place = "programma: supports.home_adaptation.exclusions.home_not_shared.source";
    seeded(Gap::Inferred, place, &alone, |programme, _| {
        programme["supports"][0]["exclusions"][0]["source"]["reading"] = "inferred".into();
    });
}

#[test]
fn what_has_no_source_and_what_nobody_cites_are_listed() {
    let programme = value(PROGRAMME);
    let questions = programme["questions"].as_array().unwrap();
    let guided = questions.iter().position(|one| one["guides"][0]["source"].is_object()).unwrap();
    let guide = &questions[guided]["guides"][0];
    let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
    let place = format!("programma: questions.{}.guides.{}", id(&questions[guided]), id(guide));
    let title = dopo_di_noi::programme::Voice::default().said(guide["title"]["it"].as_str().unwrap());
    seeded(Gap::Unsourced, &place, &title, |programme, _| {
        programme["questions"][guided]["guides"][0].as_object_mut().unwrap().remove("source");
    });
    seeded(Gap::Uncited, "avviso: cited.unread", "Circolare mai letta", |_, notice| {
        let name = json!({"it": "Circolare mai letta", "facile": "Una lettera", "en": "Circular"});
        notice["cited"] = json!([{"id": "unread", "name": name, "title": "Circolare n. 1"}]);
    });
}

#[test]
fn texts_that_nobody_translated_are_listed_and_names_are_not() {
    let same = "Un testo di prova uguale";
    seeded(Gap::Untranslated, "programma: requirements.severe_disability.label.en", same, |programme, _| {
        for reading in ["it", "en"] {
            programme["requirements"][0]["label"][reading] = same.into();
            programme["requirements"][1]["label"][reading] = "Tre sole parole".into();
            programme["cited"][0]["name"][reading] = "Avviso della Valle di Sopra".into();
        }
    });
}

#[test]
fn texts_that_are_not_easy_are_listed_the_worst_first() {
    seeded(Gap::Copied, "programma: caution.facile", HARD, |programme, _| {
        programme["caution"]["it"] = HARD.into();
        programme["caution"]["facile"] = HARD.into();
    });
    seeded(Gap::HardEasy, "avviso: window.text.facile", HARD, |_, notice| {
        notice["window"]["text"]["facile"] = HARD.into();
    });
    // One voice is enough: here what anybody but the person reads.
    seeded(Gap::HardEasy, "programma: summary.facile", HARD, |programme, _| {
        programme["summary"]["facile"] = format!("[Vai in Comune.|{HARD}]").into();
    });
    let help = "programma: questions.birth_date.why.it";
    seeded(Gap::HardQuestion, help, HARD, |programme, _| programme["questions"][1]["why"]["it"] = HARD.into());

    let (mut programme, notice) = (value(PROGRAMME), value(NOTICE));
    programme["summary"]["facile"] = "Presentazione della dichiarazione sostitutiva.".into();
    programme["caution"]["facile"] = HARD.into();
    let reviewed = Reviewed::of(&programme, &notice, &[]);
    let hard = &reviewed.review.subject(Gap::HardEasy).unwrap().missing;
    let index = |at: usize| -> i64 {
        hard[at].detail.strip_prefix("Indice ").unwrap().split_once(':').unwrap().0.parse().unwrap()
    };
    assert_eq!((hard.len(), hard[0].words.as_str()), (2, HARD));
    assert!(index(0) < index(1) && index(1) < 75, "{hard:?}");
    assert!(hard[0].detail.ends_with("serve almeno 75."), "{}", hard[0].detail);
}

/// A place with what is held there, and which cases hold it.
type Held = (Gap, String, Box<dyn Fn(&Answers, &Value) -> bool>);

/// Everything that a case can hold, told from the assessment as the command writes it.
fn all_held(programme: &Value) -> Vec<Held> {
    let ids = |list: &str| -> Vec<String> {
        programme[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let mut all: Vec<Held> = Vec::new();
    for id in ids("supports") {
        let place = format!("programma: supports.{id}");
        all.push((Gap::Support, place, Box::new(move |_, said| said["supports"][&id]["state"] == "included")));
    }
    for (list, gap, state) in [
        ("requirements", Gap::NeverMet, "met"),
        ("requirements", Gap::NeverUnmet, "not_met"),
        ("priorities", Gap::Priority, "applies"),
    ] {
        for id in ids(list) {
            let place = format!("programma: {list}.{id}");
            all.push((gap, place, Box::new(move |_, said| said[list][&id]["state"] == state)));
        }
    }
    for id in ids("reasons") {
        let gives = move |said: &Value, id: &str| {
            let rows = said["supports"].as_object().unwrap().values();
            let given = rows.flat_map(|row| row["reasons"].as_array().unwrap());
            given.into_iter().any(|one| one == id || one.as_str().unwrap().starts_with(&format!("{id}:")))
        };
        let place = format!("programma: reasons.{id}");
        all.push((Gap::Reason, place, Box::new(move |_, said| gives(said, &id))));
    }
    for question in programme["questions"].as_array().unwrap() {
        let id = question["id"].as_str().unwrap().to_owned();
        for choice in question["choices"].as_array().into_iter().flatten() {
            let (id, choice) = (id.clone(), choice["value"].as_str().unwrap().to_owned());
            let place = format!("programma: questions.{id}.choices.{choice}");
            all.push((Gap::Choice, place, Box::new(move |answers, _| answers.choice(&id) == Some(&choice))));
        }
        let place = format!("programma: questions.{id}");
        all.push((Gap::Question, place, Box::new(move |answers, _| answers.get(&id).is_some())));
    }
    all
}

#[test]
fn what_no_case_holds_any_more_is_listed() {
    let (programme, notice) = (value(PROGRAMME), value(NOTICE));
    let rules = rules("medio-olona-2024");
    let said = |answers: Answers| {
        let said = keyed(serde_json::to_value(assess(&rules, &answers)).unwrap());
        (answers, said)
    };
    let cases: Vec<(Answers, Value)> = cases_of(&rules).into_iter().map(said).collect();
    let all = all_held(&programme);
    assert!(all.len() > 150, "only {} things to hold", all.len());
    for (gap, place, holds) in all {
        let left: Vec<Answers> =
            cases.iter().filter(|(answers, said)| !holds(answers, said)).map(|(answers, _)| answers.clone()).collect();
        let found = review(&rules, &programme, &notice, &left);
        let found = &found.subject(gap).unwrap().missing;
        assert!(found.iter().any(|one| one.place == place), "{gap:?}: {place} is not listed without its cases");
    }
}

#[test]
fn a_support_that_is_always_to_be_verified_is_held_by_a_case_where_it_is() {
    let mut programme = value(PROGRAMME);
    let support =
        programme["supports"].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == "respite_stay").unwrap();
    let doubt = json!({"reason": "residents_outside_2_to_5", "source": support["source"]});
    support["doubts"] = json!([doubt]);
    let cases = cases_of(&rules("medio-olona-2024"));
    let reviewed = Reviewed::of(&programme, &value(NOTICE), &cases);
    assert_eq!(reviewed.missing(Gap::Support), []);
    let wants = |answers: &&Answers| serde_json::to_string(answers.given()).unwrap().contains("respite_stay");
    let others: Vec<Answers> = cases.iter().filter(|answers| !wants(answers)).cloned().collect();
    let missing = Reviewed::of(&programme, &value(NOTICE), &others).missing(Gap::Support);
    assert!(missing.iter().any(|(place, _)| place == "programma: supports.respite_stay"), "{missing:?}");
}

#[test]
fn rules_of_the_notice_itself_are_looked_at_too() {
    let second = published(SECOND_NOTICE);
    assert!(second.missing(Gap::Support).iter().any(|(place, _)| place == "programma: supports.respite_stay"));
    assert!(!second.missing(Gap::Support).iter().any(|(place, _)| place == "programma: supports.rent_and_utilities"));
    let none: Vec<(String, String)> =
        Reviewed::of(&value(PROGRAMME), &value(SECOND_NOTICE), &[]).missing(Gap::NeverMet);
    assert!(none.iter().any(|(place, _)| place == "avviso: requirements.age_18_64"), "{none:?}");
}

#[test]
fn a_notice_without_cases_says_so() {
    let reviewed = Reviewed::of(&value(PROGRAMME), &value(NOTICE), &[]);
    let page = reviewed.page();
    assert_well_formed(&page, |_| false);
    assert!(visible(&page).contains("Per questo avviso non ci sono casi di prova"));
    assert_eq!(reviewed.missing(Gap::Support).len(), reviewed.rules.programme.supports.len());
    assert!(!page.contains("programma: supports.respite_stay<"), "all of them would say nothing");
    let with = published(NOTICE).page();
    assert!(!visible(&with).contains("Per questo avviso non ci sono casi di prova"));
}

#[test]
fn pages_stand_beside_the_rule_book_and_in_a_list() {
    let reviewed = published(NOTICE);
    let style = Style::Linked("../regole/regole.css");
    let page = reviewed.review.page(&reviewed.rules, style, Some("../regole/x.html?a=1&b"));
    assert_well_formed(&page, |link| ["../regole/regole.css", "../regole/x.html?a=1&amp;b"].contains(&link));
    assert!(!page.contains("<style") && page.contains("href=\"../regole/x.html?a=1&amp;b\""));

    let without = Reviewed::of(&value(PROGRAMME), &value(SECOND_NOTICE), &[]).review;
    let entry = |title: &str, review: &Review| Entry {
        title: title.into(),
        address: format!("{title}.html"),
        review: review.clone(),
    };
    let list = index(&[entry("uno", &reviewed.review), entry("due", &without)], style);
    assert_well_formed(&list, |link| ["../regole/regole.css", "uno.html", "due.html"].contains(&link));
    let rows: Vec<&str> = list.split("<tr>").skip(2).collect();
    let sources = reviewed.review.missing(Theme::Sources);
    assert!(rows[0].contains(&format!("<td>{sources}</td>")) && rows[0].contains("<td>nessuno</td>"), "{rows:?}");
    assert!(rows[1].contains("<td>non ce ne sono</td>"), "{rows:?}");
    assert_well_formed(&index(&[], style), |link| link == "../regole/regole.css");
}

#[test]
fn a_case_that_cannot_be_read_is_named_with_its_key() {
    let rules = rules("medio-olona-2024");
    let faults = |case_: Value| case(&rules, "c.json", &case_.to_string()).unwrap_err();
    let said = |case_: Value| faults(case_).iter().map(ToString::to_string).collect::<Vec<_>>();
    let wrong = said(json!({"answers": {"as_of": "2026-11-21", "colour": "red", "residents": "two"}}));
    assert!(wrong[0].starts_with("c.json: answers.colour: ") && wrong[1].starts_with("c.json: answers.residents: "));
    assert!(said(json!({"name": "nobody"}))[0].starts_with("c.json: answers: "));
    assert!(said(json!({"answers": []}))[0].starts_with("c.json: answers: "));
    assert!(case(&rules, "c.json", "{").unwrap_err()[0].to_string().starts_with("c.json: non è JSON"));
    let meant = json!({"answers": {"colour": "red"}, "expect": {"says": "colour"}});
    assert_eq!(case(&rules, "c.json", &meant.to_string()), Ok(None));
    let right = json!({"answers": {"as_of": "2026-11-21"}});
    assert!(case(&rules, "c.json", &right.to_string()).unwrap().is_some());
}
