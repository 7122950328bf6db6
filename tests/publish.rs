//! What the last step of a build leaves in the site.

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::page::{assert_well_formed, values};
use common::{file, text};

const PROGRAMME: &str = "dopo-di-noi-lombardia-2024";
const NOTICES: [&str; 2] = ["medio-olona-2024", "valle-inventata-2026"];

/// A site as Trunk leaves it, as far as this step looks: one programme, and two notices with what stands beside them.
fn site(name: &str) -> PathBuf {
    let site = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if site.exists() {
        fs::remove_dir_all(&site).unwrap();
    }
    for (folder, name) in [("programmes", PROGRAMME), ("notices", NOTICES[0]), ("notices", NOTICES[1])] {
        fs::create_dir_all(site.join(folder)).unwrap();
        let path = format!("{folder}/{name}.json");
        let published = file(&format!("public/{path}"));
        let from = if published.exists() { published } else { file(&format!("tests/{path}")) };
        fs::copy(from, site.join(path)).unwrap();
    }
    let form = "notices/modulo-valle-inventata.pdf";
    fs::copy(file(&format!("tests/{form}")), site.join(form)).unwrap();
    site
}

fn publish(site: &Path, cases: &[&str]) -> Output {
    let site = site.to_string_lossy();
    Command::new(env!("CARGO_BIN_EXE_publish")).arg(&*site).args(cases).current_dir(file("")).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn each_notice_has_its_rule_book_and_its_review_page_which_name_each_other() {
    let site = site("published");
    let output = publish(&site, &["tests/cases"]);
    assert!(output.status.success(), "{}", said(&output));
    let pages = |folder: &str| NOTICES.map(|id| format!("{folder}/{id}.html")).to_vec();
    for page in [pages("regole"), pages("revisione"), vec!["revisione/index.html".into()]].concat() {
        let path = site.join(&page);
        let beside = path.parent().unwrap();
        assert_well_formed(&text(&path.to_string_lossy()), |link| beside.join(link).is_file());
    }
    let links = |page: String| values(&text(&site.join(page).to_string_lossy()), "href").join(" ");
    for id in NOTICES {
        assert!(links(format!("regole/{id}.html")).contains(&format!("../revisione/{id}.html")));
        assert!(links(format!("revisione/{id}.html")).contains(&format!("../regole/{id}.html")));
        assert!(links("revisione/index.html".into()).contains(&format!("{id}.html")));
    }
    // Once more leaves the same.
    let before = text(&site.join("revisione/index.html").to_string_lossy());
    assert!(publish(&site, &["tests/cases"]).status.success());
    assert_eq!(text(&site.join("revisione/index.html").to_string_lossy()), before);
}

#[test]
fn a_notice_without_a_folder_of_cases_has_none() {
    let site = site("without-cases");
    let cases = site.join("cases/medio-olona-2024");
    fs::create_dir_all(&cases).unwrap();
    let case = "tests/cases/medio-olona-2024/home-in-marnate.json";
    fs::copy(file(case), cases.join("one.json")).unwrap();
    let folder = site.join("cases").to_string_lossy().into_owned();
    let without = |site: &Path, id: &str| {
        text(&site.join(format!("revisione/{id}.html")).to_string_lossy()).contains("non ci sono casi di prova")
    };
    assert!(publish(&site, &[&folder]).status.success());
    assert_eq!(NOTICES.map(|id| without(&site, id)), [false, true]);
    assert!(publish(&site, &[]).status.success());
    assert_eq!(NOTICES.map(|id| without(&site, id)), [true, true]);

    fs::write(cases.join("two.json"), r#"{"answers": {"as_of": "2026-11-21", "colour": "red"}}"#).unwrap();
    let output = publish(&site, &[&folder]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("two.json: answers.colour: "), "{}", said(&output));
    assert_eq!(publish(&site, &["no-such-folder"]).status.code(), Some(1));
    assert_eq!(publish(&site, &["a", "b"]).status.code(), Some(2));
}
