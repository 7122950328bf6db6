//! Applications as they are handed in, the shortest and the longest, in every role, with names of three alphabets, and the
//! sheets of the fullest cases: an independent validator finds them PDF/A-3a (or 2a, where the notice asks for that) and
//! PDF/UA-1, other programs read them, and what travels inside comes back.
#![cfg(all(feature = "pdf", feature = "pdf-reading"))]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::generate::{Dice, any_answers, today};
use common::{cases, file, rules, rules_in};
use dopo_di_noi::answers::{Answer, Answers};
use dopo_di_noi::application::document::{Block, Document, Field, PdfA};
use dopo_di_noi::application::{Applicant, Detail, Person, read_file};
use dopo_di_noi::assess::assess;
use dopo_di_noi::pdf::render;
use dopo_di_noi::pdf_reading::attached;
use dopo_di_noi::programme::{About, ComparedOption, Kind, Role, Rules, Tongue, Voice};
use dopo_di_noi::text::carried::{self, Carried};
use dopo_di_noi::text::sheets::{HousingOption, SheetOf, family_sheet, technical_sheet};

const NOTICES: [&str; 2] = ["medio-olona-2024", "valle-inventata-2026"];

/// A surname and a name in each alphabet, and one that is longer than its line.
const NAMES: [(&str, &str); 5] = [
    ("Fo", "Al"),
    ("Đorđević-Țepeș", "Zoë Łucja"),
    ("Παπαδοπούλου", "Ελένη"),
    ("Петровић Їжак", "Ђорђе"),
    ("della Rovere Castiglioni Visconti di San Gregorio in Monforte e Valtravaglia", "Maria Antonietta Guglielmina"),
];

fn person((surname, name): (&str, &str), details: impl IntoIterator<Item = Detail>) -> Person {
    let mut person = Person::default();
    for detail in details {
        let value = match detail {
            Detail::Surname => surname.to_owned(),
            Detail::Name => name.to_owned(),
            Detail::TaxCode => "RSSMRA85T10A562S".into(),
            Detail::Address => format!("via {surname} 12, presso {name}, scala B, interno 4, citofono {surname}"),
            Detail::Email => {
                format!("una-casella-molto-lunga-{}@un-dominio-altrettanto-lungo.example.org", "a".repeat(40))
            }
            other => format!("{} {surname}", other.name().replace('_', " ")),
        };
        person.set(detail, value);
    }
    person
}

/// Nobody named, or everybody with every detail.
fn applicant(full: bool, role: Role, names: (&str, &str)) -> Applicant {
    if !full {
        return Applicant { role: Some(role), ..Applicant::default() };
    }
    Applicant {
        beneficiary: person(names, Detail::of_beneficiary(true)),
        submitter: person(names, Detail::of_submitter(role).iter().copied()),
        role: Some(role),
        place: "Castellanza".into(),
        ..Applicant::default()
    }
}

/// Every support asked for, and whatever else comes.
fn everything(rules: &Rules, number: u64) -> Answers {
    let mut answers = any_answers(&mut Dice(number), rules);
    let all = rules.programme.supports.iter().map(|support| support.id.clone()).collect();
    let wanted = rules.programme.questions.iter().find(|question| question.kind == Kind::Supports).unwrap();
    answers.give(&wanted.id, Answer::Supports(all));
    answers
}

struct Made {
    name: String,
    rules: Rules,
    answers: Answers,
    applicant: Applicant,
    carried: Carried,
    pdf: Vec<u8>,
    path: PathBuf,
}

/// In each role, without any answer or name and with all of them, and some at random; made once.
fn applications() -> &'static [Made] {
    static MADE: OnceLock<Vec<Made>> = OnceLock::new();
    MADE.get_or_init(make_applications)
}

fn make_applications() -> Vec<Made> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("conformance");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut made = Vec::new();
    for (at, (word, role)) in Role::ALL.into_iter().enumerate() {
        for (kind, number) in [("empty", 0), ("full", at as u64), ("random", 100 + at as u64)] {
            let rules = rules(NOTICES[at % NOTICES.len()]);
            let mut answers = match kind {
                "empty" => Answers::new(today()),
                "full" => everything(&rules, number),
                _ => any_answers(&mut Dice(number), &rules),
            };
            // A role counts only where the answers leave it open.
            let who = &rules.programme.applying;
            let open = who.by.iter().find(|one| one.roles.contains(&role)).unwrap();
            answers.give(&who.question, Answer::Choice(open.value.clone()));
            let applicant = applicant(kind != "empty", role, NAMES[at % NAMES.len()]);
            let assessment = assess(&rules, &answers);
            let carried = carried::application_with_data(&rules, &answers, &assessment, &applicant);
            let name = format!("{kind}-{word}");
            let pdf = render(&carried.document).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let path = folder.join(format!("{name}.pdf"));
            std::fs::write(&path, &pdf).unwrap();
            made.push(Made { name, rules, answers, applicant, carried, pdf, path });
        }
    }
    made
}

/// Both sheets of the case with most to say among many where everything is asked for, and the family's of the longest
/// worked case: half of the documents received, three homes side by side.
fn sheets() -> Vec<(&'static str, PathBuf)> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut made = Vec::new();
    for notice in NOTICES {
        let paper = rules(notice);
        let easy = rules_in(notice, Voice { tongue: Tongue::Facile, about: About::Relative });
        let (family, technical) =
            (0..200).map(|number| of_answers(&paper, &easy, &everything(&paper, number))).max_by_key(length).unwrap();
        let worked = cases(&paper).into_iter().map(|(_, answers)| of_answers(&paper, &easy, &answers));
        let (worked, _) = worked.max_by_key(length).unwrap();
        for (kind, document) in [("family", family), ("technical", technical), ("worked", worked)] {
            let path = folder.join(format!("{kind}-{notice}.pdf"));
            std::fs::write(&path, render(&document).unwrap_or_else(|fault| panic!("{kind}: {fault}"))).unwrap();
            made.push((kind, path));
        }
    }
    made
}

fn of_answers(paper: &Rules, easy: &Rules, answers: &Answers) -> (Document, Document) {
    let assessment = assess(paper, answers);
    let received = assessment.documents.iter().step_by(2).map(|row| row.id.clone()).collect();
    let comparison = paper.programme.comparison.as_ref().unwrap();
    let option = |option: &ComparedOption| {
        let mut answers = answers.clone();
        answers.give(&comparison.question, Answer::Choice(option.value.clone()));
        HousingOption { label: option.value.replace('_', " "), assessment: assess(paper, &answers) }
    };
    let options = comparison.options.iter().map(option).collect();
    let about = SheetOf { alias: "Caso Glicine".into(), day: today(), received, options };
    (family_sheet(easy, &assessment, &about), technical_sheet(paper, &assessment, &about))
}

fn length((family, technical): &(Document, Document)) -> (usize, usize) {
    (written(family), written(technical))
}

fn written(sheet: &Document) -> usize {
    serde_json::to_string(&sheet.blocks).unwrap().len()
}

/// What a program of the set-up says about a file.
fn outside(program: &str, arguments: &[&str], path: &Path, after: &[&str]) -> String {
    let output = Command::new(program).args(arguments).arg(path).args(after).output();
    let output = output.unwrap_or_else(|why| panic!("{program}: {why}; tools/setup.sh installs it"));
    assert!(output.status.success(), "{program} {}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
    // Titles come in the encoding of the file: what is no UTF-8 there is nothing that is looked for.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The labels and values of a document in reading order.
fn fields(document: &Document) -> impl Iterator<Item = &Field> {
    document.blocks.iter().flat_map(|block| match block {
        Block::Summary { entries, .. } | Block::Fields(entries) => entries.as_slice(),
        _ => &[],
    })
}

/// Without white space, since where lines break is the layout's business, and without the quotes that pdfinfo sets
/// around each line.
fn run_together(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '"').collect()
}

#[test]
fn every_application_conforms_and_comes_back() {
    let (made, sheets) = (applications(), sheets());
    for (pdf_a, profiles) in [(PdfA::A3a, "3a,ua1"), (PdfA::A2a, "2a,ua1")] {
        let paths = made.iter().filter(|one| one.carried.document.pdf_a == pdf_a).map(|one| &one.path);
        // The sheets are no part of what an archive keeps: they are as documents are by default.
        let sheets = sheets.iter().filter(|_| pdf_a == PdfA::default()).map(|(_, path)| path);
        let paths: Vec<&PathBuf> = paths.chain(sheets).collect();
        assert!(paths.len() > 8, "{profiles}: {}", paths.len());
        let output = Command::new(file("tools/validate-pdf.sh")).arg(profiles).args(paths).output().unwrap();
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{profiles}: {}{}", said(&output.stdout), said(&output.stderr));
    }

    for (kind, path) in &sheets {
        let pages: usize = outside("qpdf", &["--show-npages"], path, &[]).trim().parse().unwrap();
        // Nobody asks for everything: of the cases that people worked out, a family's sheet has two pages at most.
        let at_most = match *kind {
            "worked" => 2,
            "family" => 3,
            _ => 14,
        };
        assert!(pages <= at_most, "{}: {pages} pages", path.display());
    }

    let mut lengths = Vec::new();
    for Made { name, rules, answers, applicant, carried: Carried { beside, .. }, pdf, path } in made {
        // Where the notice wants them beside the paper, no file travels inside.
        let file = match beside {
            None => attached(pdf, "domanda.json").unwrap(),
            Some(file) => {
                assert!(attached(pdf, "domanda.json").is_err(), "{name}");
                file.bytes.clone()
            }
        };
        let restored = read_file(rules, &String::from_utf8(file).unwrap()).unwrap();
        assert_eq!(&restored.answers, answers, "{name}");
        assert_eq!(restored.applicant.beneficiary, applicant.beneficiary, "{name}");
        assert_eq!(restored.applicant.submitter, applicant.submitter, "{name}");
        assert_eq!(restored.applicant.role, applicant.role, "{name}");
        assert_eq!(carried::unaltered(rules, &restored), Some(true), "{name}");

        let checked = outside("qpdf", &["--check"], path, &[]);
        assert!(checked.contains("No syntax or stream encoding errors"), "{name}: {checked}");
        let counted: usize = outside("qpdf", &["--show-npages"], path, &[]).trim().parse().unwrap();
        let text = outside("pdftotext", &["-layout"], path, &["-"]);
        assert_eq!(text.matches('\u{c}').count(), counted, "{name}");
        assert!(text.contains(&format!("Pagina {counted} di {counted}")), "{name}");
        lengths.push(counted);
    }
    lengths.sort_unstable();
    let (shortest, longest) = (lengths[0], lengths[lengths.len() - 1]);
    assert!(shortest >= 2 && longest <= 12, "{lengths:?}");
}

#[test]
fn text_comes_in_reading_order_each_label_before_its_value() {
    for Made { name, carried: Carried { document, .. }, path, .. } in
        applications().iter().filter(|one| one.name.starts_with("full"))
    {
        // The order of the structure, as a screen reader follows it, and the order of the page.
        let structure = run_together(&outside("pdfinfo", &["-struct-text"], path, &[]));
        let mut from = 0;
        for field in fields(document) {
            let Some(value) = &field.value else { continue };
            for said in [&field.label, value] {
                let said = run_together(said);
                let piece: String = said.chars().take(18).collect();
                let found = structure[from..].find(&piece);
                let found = found.unwrap_or_else(|| panic!("{name}: «{said}» does not follow"));
                from += found + piece.len();
            }
        }
        let text = outside("pdftotext", &["-layout"], path, &["-"]);
        for field in fields(document).filter(|field| field.label == "Cognome" || field.label == "Codice fiscale") {
            let Some(value) = &field.value else { continue };
            let first: String = value.split_whitespace().next().unwrap().into();
            let line = text.lines().find(|line| line.trim_start().starts_with(&field.label) && line.contains(&first));
            assert!(line.is_some(), "{name}: {} {value}", field.label);
        }
    }
}

#[test]
fn a_pdf_that_was_broken_is_refused_by_the_validator_and_by_us() {
    let made = applications();
    let one = &made[0];
    let mut broken = one.pdf.clone();
    let at = broken.windows(9).position(|part| part == b"/MarkInfo").unwrap();
    broken[at..at + 9].copy_from_slice(b"/NoteInfo");
    let path = one.path.with_file_name("broken.pdf");
    std::fs::write(&path, &broken).unwrap();
    assert!(!Command::new(file("tools/validate-pdf.sh")).arg("3a,ua1").arg(&path).output().unwrap().status.success());
    assert!(attached(&one.pdf[..one.pdf.len() / 3], "domanda.json").is_err());
}
