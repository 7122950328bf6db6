//! The rule book says everything that the data say, in words, and is a page that any browser reads.

mod common;

use common::page::{assert_well_formed, escaped, values, visible};
use common::{rules, text};
use dopo_di_noi::programme::{self, Condition, Reading, Rules, Tongue, Voice};
use dopo_di_noi::text::condition::condition;
use dopo_di_noi::text::figures;
use dopo_di_noi::text::html::Style;
use dopo_di_noi::text::rulebook::rulebook;
use serde_json::{Value, json};

const PROGRAMME: &str = "public/programmes/dopo-di-noi-lombardia-2024.json";
const NOTICE: &str = "public/notices/medio-olona-2024.json";

fn value(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

fn page(rules: &Rules) -> String {
    rulebook(rules, Style::Inline, None)
}

fn published() -> String {
    page(&rules("medio-olona-2024"))
}

/// The page after a change to programme and notice.
fn changed(change: impl FnOnce(&mut Value, &mut Value)) -> String {
    let (mut programme, mut notice) = (value(PROGRAMME), value(NOTICE));
    change(&mut programme, &mut notice);
    let programme = programme::programme("p.json", &programme.to_string()).unwrap();
    let notice = programme::notice("n.json", &notice.to_string()).unwrap();
    page(&programme::rules("n.json", programme, notice).unwrap())
}

/// Every object of a file, from the outside in.
fn objects<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            found.push(map);
            map.values().for_each(|value| objects(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

#[test]
fn every_text_of_both_files_is_on_the_page_in_its_three_readings() {
    let page = published();
    for file in [value(PROGRAMME), value(NOTICE)] {
        let mut found = Vec::new();
        objects(&file, &mut found);
        let said = |map: &&serde_json::Map<String, Value>| {
            Tongue::ALL.map(|(key, tongue)| Some(Voice { tongue, ..Voice::default() }.said(map.get(key)?.as_str()?)))
        };
        let texts: Vec<String> = found.iter().flat_map(said).flatten().collect();
        assert!(texts.len() > 10);
        for text in texts {
            assert!(page.contains(&escaped(&text.replace("{support}", "…"))), "\"{text}\" is not on the page");
        }
    }
}

#[test]
fn every_number_is_written_the_italian_way() {
    let (rules, page) = (rules("medio-olona-2024"), published());
    for number in &rules.programme.numbers {
        let cell = format!("<th scope=\"row\">{}</th>", figures::number(number));
        assert!(page.contains(&cell), "{} is not on the page", number.id);
    }
    for figure in ["216.660,21\u{a0}€", "50.000,00\u{a0}€", ">7,5<", ">70%<", "Il 70% di «costo dei lavori»"] {
        assert!(page.contains(figure), "{figure} is not on the page");
    }
}

#[test]
fn every_source_is_beside_what_it_says_with_how_surely() {
    let (rules, page) = (rules("medio-olona-2024"), published());
    let mut sources = 0;
    for file in [value(PROGRAMME), value(NOTICE)] {
        let mut found = Vec::new();
        objects(&file, &mut found);
        for map in found.iter().filter(|map| map.contains_key("page")) {
            let cited = rules.programme.cited.iter().find(|cited| map["document"] == cited.id.as_str()).unwrap();
            let place = format!("{}, «{}», pagina {}", cited.name.it, map["section"].as_str().unwrap(), map["page"]);
            let class = map.get("reading").and_then(Value::as_str).unwrap_or("stated");
            let mark = format!("{} <span class=\"{class}\">", escaped(&place));
            assert!(page.contains(&mark), "{place} ({class}) is not on the page");
            sources += 1;
        }
    }
    assert!(page.matches("<span class=\"source\">").count() >= sources, "some of {sources} sources are left out");
}

#[test]
fn no_id_is_shown() {
    let shown = visible(&published());
    for file in [value(PROGRAMME), value(NOTICE)] {
        let mut found = Vec::new();
        objects(&file, &mut found);
        let ids = found.iter().flat_map(|map| [map.get("id"), map.get("value")]).flatten().filter_map(Value::as_str);
        for id in ids.filter(|id| id.contains('_')) {
            assert!(!shown.contains(id), "{id} is shown");
        }
    }
    assert!(!shown.contains("«»") && !shown.contains("{support}"), "something has no name");
}

#[test]
fn the_page_is_well_formed_and_its_links_lead_somewhere() {
    let page = published();
    assert_well_formed(&page, |_| false);
    assert!(values(&page, "href").len() > 100);
}

#[test]
fn a_style_sheet_can_stand_elsewhere() {
    let page = rulebook(&rules("medio-olona-2024"), Style::Linked("regole.css?a=1&b=\"2\""), None);
    assert!(page.contains("<link rel=\"stylesheet\" href=\"regole.css?a=1&amp;b=&quot;2&quot;\">"));
    assert!(!page.contains("<style"));
}

#[test]
fn a_change_in_the_data_changes_the_page() {
    let page = changed(|programme, _| {
        programme["supports"][2]["remarks"][0]["text"]["facile"] = "Parole nuove di prova.".into();
        programme["questions"][3]["choices"][1]["label"]["it"] = "Chiesto <script>alert(1)</script> & atteso".into();
    });
    assert!(page.contains("Parole nuove di prova."));
    assert!(page.contains("Chiesto &lt;script&gt;alert(1)&lt;/script&gt; &amp; atteso") && !page.contains("<script"));
}

#[test]
fn what_a_notice_changes_or_adds_is_marked_and_listed_first() {
    let source = value(NOTICE)["channel_source"].clone();
    let words = |words: &str| json!({"it": words, "facile": words, "en": words});
    let page = changed(|programme, notice| {
        let (question, ceiling) = (
            programme["questions"][1]["id"].clone(),
            programme["numbers"].as_array().unwrap().iter().find(|one| one["kind"] == "ceiling").unwrap()["id"].clone(),
        );
        notice["lowered"] = json!([{"number": ceiling, "value": "1234.50", "source": source}]);
        notice["numbers"] =
            json!([{"id": "own_age", "kind": "count", "value": "21", "level": "local", "source": source}]);
        notice["requirements"] = json!([{
            "id": "own_requirement", "label": words("Requisito di prova"), "met": words("C'è."),
            "to_verify": words("Forse."), "not_met": words("Manca."), "source": source,
            "when": {"age_between": {"question": question, "from": "own_age"}},
        }]);
        notice["attachments"] = json!([{
            "id": "own_paper", "need": "required", "label": words("Allegato di prova"), "help": words("Copia."),
            "from": words("Comune"), "supports": [], "source": source,
        }]);
        notice["chapters"] = json!([{
            "id": "own_chapter", "title": words("Capitolo di prova"),
            "remarks": [{"id": "own_remark", "text": words("Regola di prova."), "source": source}],
        }]);
    });
    let (_, looked) = page.split_once("Da guardare prima di approvare</h2>").unwrap();
    let looked = visible(&format!("<body>{}", looked.split_once("</section>").unwrap().0));
    for listed in [
        "Valore 1.234,50\u{a0}€",
        "abbassato dall'avviso",
        "Valore 21: età minima, Requisito «Requisito di prova»",
        "Requisito «Requisito di prova»",
        "Documento «Allegato di prova»",
        "Altre regole «Capitolo di prova»: Regola di prova.",
    ] {
        assert!(looked.contains(listed), "{listed} is not listed: {looked}");
    }
    assert!(page.matches(">aggiunto dall'avviso</strong>").count() >= 4);
    assert!(visible(&page).contains("al giorno della stima, da «data di nascita», è almeno 21"));
}

#[test]
fn doubtful_readings_and_silences_are_all_listed_first() {
    let (rules, page) = (rules("medio-olona-2024"), published());
    let looked = page.split_once("Da guardare prima di approvare</h2>").unwrap().1.split_once("</section>").unwrap().0;
    let doubtful = rules.programme.numbers.iter().filter(|number| number.source.reading != Reading::Stated);
    for number in doubtful {
        assert!(looked.contains(&format!("Valore {}</a>", figures::number(number))), "{}", number.id);
    }
    let mut readings = 0;
    for file in [value(PROGRAMME), value(NOTICE)] {
        let mut found = Vec::new();
        objects(&file, &mut found);
        readings += found.iter().filter(|map| map.contains_key("page") && map.contains_key("reading")).count();
    }
    // What the notice adds is listed too.
    let added: usize = rules.notice.chapters.iter().map(|chapter| chapter.remarks.len()).sum();
    assert_eq!(looked.matches("<li>").count(), readings + added);
}

#[test]
fn what_goes_into_an_official_form_is_told_field_by_field() {
    let page = visible(&page(&rules("valle-inventata-2026")));
    for said in [
        "Modulo di domanda dell'Ambito Valle Inventata (modulo-valle-inventata.pdf)",
        "Persona con disabilità: Codice fiscale",
        "una spunta, se «sostegno dei genitori» è «Tutti e due i genitori mancano»",
        "«familiare», se chi presenta la domanda lo fa come «Familiare»",
        "Affitto e utenze: nel primo anno, al massimo",
    ] {
        assert!(page.contains(said), "\"{said}\" is not on the page");
    }
    assert!(visible(&published()).contains("L'avviso non ha un modulo"));
}

#[test]
fn conditions_are_clauses_that_an_official_reads() {
    let rules = rules("medio-olona-2024");
    let said = |condition_: Value| {
        let mut file = value(PROGRAMME);
        file["requirements"][0]["when"] = condition_;
        let file = programme::programme("p.json", &file.to_string()).unwrap();
        condition(&rules, &file.requirements[0].when)
    };
    let is = |value: &str| json!({"is": {"question": "comes_from", "value": value}});
    let class = json!({"is": {"question": "sidi_class", "value": "5"}});
    let one_of = json!({"one_of": {"question": "comes_from", "values": ["rsd", "css"]}});
    let (rsd, css) = ("«Residenza sanitaria per persone con disabilità (RSD)»", "«Comunità socio-sanitaria (CSS)»");
    let from = "«struttura di provenienza»";

    assert_eq!(said(is("rsd")), format!("{from} è {rsd}"));
    assert_eq!(said(json!({"not": is("rsd")})), format!("{from} non è {rsd}"));
    assert_eq!(said(one_of.clone()), format!("{from} è {rsd} o {css}"));
    assert_eq!(said(json!({"not": one_of})), format!("{from} non è né {rsd} né {css}"));
    assert_eq!(said(json!({"all": [one_of, class]})), format!("({from} è {rsd} o {css}) e «classe Sidi» è «Classe 5»"));
    assert_eq!(
        said(json!({"any": [{"all": [is("rsd"), class]}, {"to_verify": is("css")}]})),
        format!("({from} è {rsd} e «classe Sidi» è «Classe 5»), oppure da verificare con l'ufficio, se {from} è {css}")
    );
    // Not everything that holds for all: something does not hold.
    assert_eq!(
        said(json!({"not": {"all": [is("rsd"), {"not": class}]}})),
        format!("{from} non è {rsd}, oppure «classe Sidi» è «Classe 5»")
    );
    assert_eq!(
        said(json!({"not": {"to_verify": is("rsd")}})),
        format!("{from} non è {rsd}, oppure da verificare con l'ufficio, se {from} è {rsd}")
    );
    let bound = |key: &str| json!({key: {"question": "residents", "number": "residents_at_most"}});
    assert_eq!(said(bound("at_most")), "«persone con disabilità in casa» è al massimo 5");
    assert_eq!(said(json!({"not": bound("at_least")})), "«persone con disabilità in casa» è meno di 5");
    assert_eq!(said(json!({"not": {"zero": {"question": "works_cost"}}})), "«costo dei lavori» è più di zero");
    assert_eq!(
        said(json!({"age_between": {"question": "birth_date", "from": "autonomy_age_from", "to": "autonomy_age_to"}})),
        "l'età in anni compiuti al giorno della stima, da «data di nascita», va da 18 a 55"
    );
    assert_eq!(
        said(json!({"in_territory": {"question": "municipality"}})),
        "«Comune di residenza» è tra i Comuni dell'avviso"
    );
    let wants = json!([{"wants": "rent_and_utilities"}, {"wants": "respite_stay"}]);
    let both = "«Affitto e utenze» e «Soggiorno di emergenza o sollievo»";
    assert_eq!(said(json!({"any": wants})), format!("è richiesto almeno uno tra {both}"));
    assert_eq!(said(json!({"not": {"any": wants}})), format!("non è richiesto nessuno tra {both}"));
    assert_eq!(said(json!({"not": {"wants": "respite_stay"}})), "non è richiesto «Soggiorno di emergenza o sollievo»");
}

#[test]
fn every_condition_of_the_published_rules_becomes_words() {
    let (rules, shown) = (rules("medio-olona-2024"), visible(&published()));
    let programme = &rules.programme;
    let clauses = programme.supports.iter().flat_map(|one| [&one.exclusions, &one.doubts, &one.notes]).flatten();
    let of_questions = programme.questions.iter().filter_map(|question| question.asked_when.as_ref());
    let of_papers = rules.documents().filter_map(|document| document.when.as_ref());
    let of_declarations = programme.declarations.iter().filter_map(|wording| wording.when.as_ref());
    let whole: Vec<&Condition> = of_questions
        .chain(programme.requirements.iter().map(|requirement| &requirement.when))
        .chain(programme.priorities.iter().map(|priority| &priority.when))
        .chain(clauses.filter_map(|clause| clause.when.as_ref()))
        .chain(of_papers)
        .chain(of_declarations)
        .collect();
    assert!(whole.len() > 60);
    for one in whole {
        let words = condition(&rules, one);
        let rest: String = words.chars().skip(1).collect();
        assert!(shown.contains(&rest), "\"{words}\" is not on the page");
        one.walk(&mut |part| {
            let words = condition(&rules, part);
            assert!(!words.is_empty() && !words.contains('_') && !words.contains("«»"), "{part:?}: \"{words}\"");
        });
    }
}
