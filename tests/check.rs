//! Wrong files are refused with file and key; answers too.

mod common;

use common::{rules, text};
use dopo_di_noi::programme::{
    About, Fault, Tongue, Voice, notice, notice_in, office_of, programme, publish, published as published_programme,
    rules as together,
};
use serde_json::{Value, json};

const PROGRAMME: &str = "public/programmes/dopo-di-noi-lombardia-2024.json";
const NOTICE: &str = "public/notices/medio-olona-2024.json";
/// Made up: lower ceilings, another age rule, another attachment.
const SECOND_NOTICE: &str = "tests/notices/valle-inventata-2026.json";

fn value(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

/// The faults of the programme after `change`.
fn of_programme(change: impl FnOnce(&mut Value)) -> Vec<Fault> {
    let mut file = value(PROGRAMME);
    change(&mut file);
    programme("p.json", &file.to_string()).err().unwrap_or_default()
}

/// The faults of the notice after `change`, with the published programme.
fn of_notice(change: impl FnOnce(&mut Value)) -> Vec<Fault> {
    of_changed(NOTICE, change)
}

fn of_changed(path: &str, change: impl FnOnce(&mut Value)) -> Vec<Fault> {
    let mut file = value(path);
    change(&mut file);
    match notice("n.json", &file.to_string()) {
        Ok(read) => together("n.json", programme("p.json", &text(PROGRAMME)).unwrap(), read).err().unwrap_or_default(),
        Err(faults) => faults,
    }
}

#[track_caller]
fn names(faults: &[Fault], key: &str, what: &str) {
    let found = faults.iter().any(|fault| fault.key.contains(key) && fault.what.contains(what));
    assert!(found, "no fault at {key} that says {what}: {faults:?}");
}

#[test]
fn what_is_published_is_without_fault() {
    assert!(of_programme(|_| {}).is_empty());
    assert!(of_notice(|_| {}).is_empty());
    assert_eq!(rules("medio-olona-2024").programme.supports.len(), 10);
}

#[test]
fn what_the_page_fetches_says_the_same_in_one_reading() {
    for (reading, tongue) in Tongue::ALL {
        let published = publish("p.json", &text(PROGRAMME), tongue).unwrap();
        assert!(published.len() * 10 < text(PROGRAMME).len() * 7, "{reading}: {} bytes", published.len());
        let one = published_programme("p.json", &published, Voice { tongue, ..Voice::default() }).unwrap();
        let all = programme("p.json", &text(PROGRAMME)).unwrap();
        assert_eq!(one.requirements[2].label.it, all.requirements[2].label.reading(tongue));
        assert_eq!((one.numbers, one.compatibility.len()), (all.numbers, all.compatibility.len()));
        assert_eq!(
            one.requirements.iter().map(|row| &row.when).collect::<Vec<_>>(),
            all.requirements.iter().map(|row| &row.when).collect::<Vec<_>>()
        );
        names(&programme("p.json", &published).unwrap_err(), "reading", "originale");
    }
    let mut faulty = value(PROGRAMME);
    faulty["version"] = json!("1.0");
    names(&publish("p.json", &faulty.to_string(), Tongue::Italian).unwrap_err(), "version", "data");
    names(&of_programme(|file| file["title"] = json!("Solo italiano")), "title", "oggetto");
}

#[test]
fn rules_speak_to_whoever_fills_in() {
    let said = |tongue, about| {
        let voice = Voice { tongue, about };
        let published = publish("p.json", &text(PROGRAMME), tongue).unwrap();
        let programme = published_programme("p.json", &published, voice).unwrap();
        let notice = notice_in("n.json", &text(NOTICE), Some(voice)).unwrap();
        let rules = together("n.json", programme, notice).unwrap();
        assert_eq!(rules.voice(), voice);
        (rules.question("lives_in").unwrap().label.it.clone(), rules.notice.title.it.clone())
    };
    let (oneself, title) = said(Tongue::Italian, About::Oneself);
    let (relative, _) = said(Tongue::Italian, About::Relative);
    let (client, english) = said(Tongue::English, About::Client);
    assert!(oneself.contains("vivi") && relative.contains("tuo figlio o tua figlia"), "{oneself} {relative}");
    assert!(client.contains("the client") && english != title, "{client} {english}");
    let applying = rules("medio-olona-2024").programme.applying;
    assert_eq!(applying.address(Some("operator")), About::Client);
    assert_eq!(applying.address(None), About::Anyone);
    names(&of_programme(|file| file["title"]["en"] = json!("[one|two")), "title.en", "parentesi");
    names(
        &of_programme(|file| file["applying"]["by"][0]["address"] = json!("aunt")),
        "applying.by[0].address",
        "oneself",
    );
}

#[test]
fn a_truncated_file_says_so_and_still_names_the_office() {
    let whole = text(NOTICE);
    for cut in [1, whole.len() / 2, whole.len() - 3] {
        let cut = (0..=cut).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        let faults = notice("n.json", &whole[..cut]).unwrap_err();
        assert!(faults[0].what.contains("finisce prima del tempo"), "{faults:?}");
        assert_eq!(faults[0].file, "n.json");
    }
    let office = office_of(&whole[..whole.len() / 2]).unwrap();
    assert!(office.name.contains("Medio Olona") && office.telephone.is_some());
    assert_eq!(office_of("{\"office\": {\"name\": \"Ufficio"), None);
    assert_eq!(office_of("non è JSON"), None);
}

#[test]
fn faults_of_shape_name_their_key() {
    names(
        &of_programme(|file| file["questions"][3]["label"] = json!({"it": "a", "en": "b"})),
        "questions[3].label",
        "facile",
    );
    names(&of_programme(|file| file["questions"][3]["label"]["en"] = json!(" ")), "questions[3].label.en", "vuoto");
    names(&of_programme(|file| file["numbers"][0]["value"] = json!(0.7)), "numbers[0].value", "virgolette");
    names(&of_programme(|file| file["nombers"] = json!([])), "nombers", "sconosciuta");
    names(&of_programme(|file| file["questions"][0]["kind"] = json!("colour")), "questions[0].kind", "sconosciuto");
    names(&of_notice(|file| file["resources"]["amount"] = json!(216_660.21)), "resources.amount", "virgolette");
    names(
        &of_notice(|file| {
            file.as_object_mut().unwrap().remove("municipalities");
        }),
        "",
        "municipalities",
    );
}

#[test]
fn a_guide_cites_a_document_and_a_page_that_there_are() {
    // Sources of guides were read and never looked at.
    let guide = |file: &mut Value, key: &str, wrong: Value| {
        let questions = file["questions"].as_array_mut().unwrap();
        let guided = questions.iter_mut().find(|one| one["guides"][0]["source"].is_object()).unwrap();
        guided["guides"][0]["source"][key] = wrong;
    };
    names(&of_programme(|file| guide(file, "document", json!("altro"))), ".guides[0].source.document", "citati");
    names(&of_programme(|file| guide(file, "page", json!(0))), ".guides[0].source.page", "da 1");
}

#[test]
fn faults_of_meaning_name_their_key() {
    let share = |file: &mut Value| {
        let at = file["numbers"].as_array().unwrap().iter().position(|one| one["kind"] == "share").unwrap();
        file["numbers"][at]["value"] = json!("1.5");
    };
    names(&of_programme(share), "numbers[", "tra \"0\" e \"1\"");
    names(
        &of_programme(|file| file["questions"][1]["id"] = file["questions"][0]["id"].clone()),
        "questions[1].id",
        "due volte",
    );
    names(
        &of_programme(|file| file["requirements"][0]["when"] = json!({"is": {"question": "colour", "value": "red"}})),
        "requirements[0].when",
        "non esiste",
    );
    names(
        &of_programme(|file| {
            file["requirements"][0]["when"] = json!({"is": {"question": "lives_in", "value": "moon"}})
        }),
        "requirements[0].when",
        "non è una scelta",
    );
    names(
        &of_programme(|file| file["supports"][0]["source"]["document"] = json!("bollettino")),
        "supports[0].source.document",
        "bollettino",
    );
    names(&of_programme(|file| file["supports"][0]["source"]["page"] = json!(0)), "supports[0].source.page", "da 1");
    names(
        &of_programme(|file| {
            file["compatibility"].as_array_mut().unwrap().pop();
        }),
        "compatibility",
        "manca la coppia",
    );
    names(&of_programme(|file| file["supports"][0]["needs"] = json!([])), "supports[0]", "manca");
    names(
        &of_programme(|file| file["supports"][0]["exclusions"][0]["reason"] = json!("whatever")),
        "supports[0].exclusions[0].reason",
        "whatever",
    );
    names(&of_programme(|file| file["version"] = json!("1.0")), "version", "data");
    names(
        &of_programme(|file| file["documents"][0]["supports"] = json!(["castle"])),
        "documents[0].supports",
        "castle",
    );
    names(
        &of_programme(|file| file["questions"][2]["asked_when"] = json!({"wants": "castle"})),
        "questions[2]",
        "castle",
    );
}

#[test]
fn a_question_cannot_depend_on_a_later_one() {
    let later = json!({"is": {"question": "stay_is_free", "value": "yes"}});
    names(&of_programme(|file| file["questions"][1]["asked_when"] = later), "questions[1].asked_when", "viene dopo");
}

#[test]
fn a_second_notice_is_one_file_and_keeps_to_its_own() {
    let of = |change: fn(&mut Value)| of_changed(SECOND_NOTICE, change);
    assert!(of(|_| {}).is_empty());
    names(&of(|file| file["lowered"][0]["value"] = json!("500.01")), "lowered[0].value", "non alzarlo a 500.01");
    names(&of(|file| file["numbers"][0]["id"] = json!("adult_age")), "numbers[0].id", "lowered");
    names(&of(|file| file["numbers"][0]["value"] = json!("diciotto")), "numbers[0].value", "diciotto");
    names(&of(|file| file["requirements"][0]["id"] = json!("adult")), "requirements[0].id", "già un requisito");
    names(
        &of(|file| file["requirements"][0]["when"]["age_between"]["to"] = json!("moon")),
        "requirements[0].when",
        "moon",
    );
    names(&of(|file| file["attachments"][0]["id"] = json!("isee")), "attachments[0].id", "già un documento");
    names(&of(|file| file["chapters"][0]["remarks"][0]["source"]["page"] = json!(0)), "chapters[0].remarks[0]", "da 1");
}

#[test]
fn a_notice_may_lower_a_regional_ceiling_and_nothing_else() {
    let programme = value(PROGRAMME);
    let numbers = programme["numbers"].as_array().unwrap();
    let of_kind =
        |kind: &str| numbers.iter().find(|number| number["kind"] == kind && number["level"] == "region").unwrap();
    let source = value(NOTICE)["channel_source"].clone();
    let lowered = |number: &Value, value: &str| {
        let entry = json!({"number": number["id"], "value": value, "source": source});
        of_notice(|file| file["lowered"] = json!([entry]))
    };
    let ceiling = of_kind("ceiling");
    assert!(lowered(ceiling, "1.00").is_empty());
    assert!(lowered(ceiling, ceiling["value"].as_str().unwrap()).is_empty());
    names(&lowered(ceiling, "99999999.00"), "lowered[0].value", "non alzarlo");
    names(&lowered(ceiling, "-1"), "lowered[0].value", "-1");
    names(&lowered(of_kind("share"), "0.10"), "lowered[0].value", "la Regione");
    names(&lowered(&json!({"id": "moon"}), "1"), "lowered[0].number", "moon");
    names(&of_notice(|file| file["extends"] = json!("altro")), "extends", "altro");
    names(
        &of_notice(|file| file["municipalities"][0]["code"] = json!("castellanza")),
        "municipalities[0].code",
        "castellanza",
    );
    names(&of_notice(|file| file["window"]["kind"] = json!("deadline")), "window.until", "data");
}
