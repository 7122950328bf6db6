//! `ddn`: the product as a command, for offices, tests and scripts.
//!
//! Results go to standard output, what is wrong to standard error. Exit 0: done; 1: bad input, each fault a line that
//! names file and key, nothing written; 2: wrong usage.

#[path = "ddn/files.rs"]
mod files;
#[path = "ddn/schema.rs"]
mod schema;

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use dopo_di_noi::answers::{self, Answers};
use dopo_di_noi::application::Applicant;
use dopo_di_noi::application::document::{Block, Document, Level};
use dopo_di_noi::assess::assess;
use dopo_di_noi::pdf::{self, PdfError};
use dopo_di_noi::pdf_reading::{FormField, attached, fields, fill, mapping_faults, unmapped};
use dopo_di_noi::programme::{self, OfficialForm, Rules, Voice};
use dopo_di_noi::text::explain::explained;
use dopo_di_noi::text::html::Style;
use dopo_di_noi::text::review;
use dopo_di_noi::text::rulebook::rulebook;
use dopo_di_noi::text::{carried, it, missing_glyph, official};
use files::{Faults, Files, lines, read, read_bytes, rules, rules_of, worked, write};
use serde_json::{Value, json};

const USAGE: &str = "\
Uso:
  ddn check FILE…                              controlla programmi e avvisi, e il modulo accanto all'avviso
  ddn questions AVVISO                         le domande, in ordine (JSON)
  ddn assess AVVISO RISPOSTE.json              la valutazione (JSON)
  ddn explain AVVISO RISPOSTE.json             la stessa a parole, passo per passo con la fonte
  ddn application AVVISO RISPOSTE.json FILE.pdf  la domanda compilata
  ddn official AVVISO RISPOSTE.json FILE.pdf   il modulo dell'ufficio compilato
  ddn form FILE.pdf                            i campi di un modulo, con tipo e scelte (JSON)
  ddn data FILE.pdf                            le risposte dentro una domanda (JSON)
  ddn rulebook AVVISO FILE.html                le regole in parole, per chi approva l'avviso
  ddn review AVVISO [CARTELLA_CASI] FILE.html  che cosa manca: fonti, traduzioni, testi facili, casi di prova
  ddn schema programme|notice|answers          lo schema JSON di un programma, di un avviso, delle risposte
AVVISO è un id pubblicato o il percorso di un file.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["check", files @ ..] if !files.is_empty() => check(files),
        ["questions", notice] => rules(notice).map(|rules| questions(&rules)).and_then(|list| print(&list)),
        ["assess", notice, answers] => assessment(notice, answers).and_then(|assessment| print(&assessment)),
        ["explain", notice, answers] => explain(notice, answers),
        ["application", notice, answers, out] => application(notice, answers, out),
        ["official", notice, answers, out] => official_form(notice, answers, out),
        ["form", pdf] => form(pdf),
        ["data", pdf] => data(pdf),
        ["rulebook", notice, out] => {
            rules(notice).and_then(|rules| write(out, rulebook(&rules, Style::Inline, None).as_bytes()))
        }
        ["review", notice, out] => review_page(notice, None, out),
        ["review", notice, cases, out] => review_page(notice, Some(cases), out),
        ["schema", of] if schema::OF.contains(of) => schema::schema(of).and_then(|schema| print(&schema)),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            ExitCode::from(1)
        }
    }
}

fn print(value: &Value) -> Result<(), Faults> {
    put(&format!("{value:#}"))
}

fn put(text: &str) -> Result<(), Faults> {
    // A reader that has seen enough, such as `head`, is not a fault.
    match writeln!(io::stdout(), "{text}") {
        Err(why) if why.kind() != io::ErrorKind::BrokenPipe => Err(vec![format!("uscita: {why}")]),
        _ => Ok(()),
    }
}

/// Checks each file: a notice is a file with `extends`, anything else a programme.
fn check(files: &[&str]) -> Result<(), Faults> {
    let faults: Faults = files.iter().filter_map(|file| check_one(file).err()).flatten().collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn check_one(file: &str) -> Result<(), Faults> {
    let json = read(file)?;
    let is_notice = serde_json::from_str::<Value>(&json).map_or_else(
        |_| Path::new(file).parent().is_some_and(|folder| folder.ends_with("notices")),
        |value| value.get("extends").is_some(),
    );
    if is_notice {
        let rules = rules_of(file, &json)?;
        rules.notice.official_form.as_ref().map_or(Ok(()), |form| check_form(file, form))
    } else {
        programme::programme(file, &json).map(drop).map_err(|faults| lines(&faults))
    }
}

/// Checks that the form beside a notice has the fields that the notice fills in, and names those that it leaves alone.
fn check_form(file: &str, form: &OfficialForm) -> Result<(), Faults> {
    let fields = fields_of(&beside(file, form)).map_err(|faults| -> Faults {
        faults.iter().map(|fault| format!("{file}: official_form.file: {fault}")).collect()
    })?;
    let faults = mapping_faults(file, form, &fields);
    if !faults.is_empty() {
        return Err(lines(&faults));
    }
    let left: Vec<&str> = unmapped(form, &fields).iter().map(|field| field.name.as_str()).collect();
    if left.is_empty() {
        Ok(())
    } else {
        put(&format!("{file}: campi del modulo che restano vuoti: {}", left.join(", ")))
    }
}

/// Where the form of a notice is.
fn beside(notice: &str, form: &OfficialForm) -> String {
    let folder = Path::new(notice).parent().unwrap_or(Path::new(""));
    folder.join(&form.file).to_string_lossy().into_owned()
}

fn fields_of(pdf: &str) -> Result<Vec<FormField>, Faults> {
    fields(&read_bytes(pdf)?).map_err(|why| vec![format!("{pdf}: {why}")])
}

fn form(pdf: &str) -> Result<(), Faults> {
    let fields = serde_json::to_value(fields_of(pdf)?).map_err(|why| vec![format!("{pdf}: {why}")])?;
    print(&fields)
}

fn answers_of(rules: &Rules, file: &str) -> Result<(Answers, String), Faults> {
    let json = read(file)?;
    let named =
        |faults: Vec<answers::BadAnswer>| faults.iter().map(|fault| format!("{file}: {fault}")).collect::<Faults>();
    let answers = answers::read(rules, &json).map_err(named)?;
    Ok((answers, json))
}

fn assessment(notice: &str, file: &str) -> Result<Value, Faults> {
    let rules = rules(notice)?;
    let (answers, _) = answers_of(&rules, file)?;
    serde_json::to_value(assess(&rules, &answers)).map_err(|why| vec![format!("{file}: {why}")])
}

/// The assessment in words: headings and lines, each figure with its steps and their sources.
fn explain(notice: &str, file: &str) -> Result<(), Faults> {
    let rules = rules(notice)?;
    let (answers, _) = answers_of(&rules, file)?;
    let lines = explained(&rules, &answers, &assess(&rules, &answers)).into_iter().map(|block| match block {
        Block::Heading { level: Level::Three, text } => format!("\n{text}"),
        Block::Heading { text, .. } => format!("\n{text}\n{}", "=".repeat(text.chars().count())),
        Block::Bullets(lines) => lines.iter().map(|line| format!("  - {line}")).collect::<Vec<_>>().join("\n"),
        Block::Paragraph(text) => text,
        // Explanations have headings, lists and paragraphs only.
        _ => String::new(),
    });
    put(&lines.collect::<Vec<_>>().join("\n"))
}

/// What a notice, its programme and the cases of a folder lack, as a page.
fn review_page(notice: &str, cases: Option<&str>, out: &str) -> Result<(), Faults> {
    let files = Files::of(notice)?;
    let rules = files.rules()?;
    let cases = cases.map_or(Ok(Vec::new()), |folder| worked(&rules, folder))?;
    let review = review::review(&rules, &files.programme.value()?, &files.notice.value()?, &cases);
    write(out, review.page(&rules, Style::Inline, None).as_bytes())
}

/// The answers attached to an application.
fn data(pdf: &str) -> Result<(), Faults> {
    let inside = attached(&read_bytes(pdf)?, it::form::DATA_FILE).map_err(|why| vec![format!("{pdf}: {why}")])?;
    let json: Value = serde_json::from_slice(&inside)
        .map_err(|why| vec![format!("{pdf}: {}: non è JSON corretto: {why}", it::form::DATA_FILE)])?;
    print(&json)
}

fn questions(rules: &Rules) -> Value {
    let question = |question: &programme::Question| {
        let choices: Vec<Value> =
            question.choices.iter().map(|choice| json!({"value": choice.value, "label": choice.label})).collect();
        json!({
            "id": question.id,
            "section": question.section,
            "kind": question.kind,
            "label": question.label,
            "choices": choices,
            "may_not_know": question.may_not_know,
            "asked_when": question.asked_when,
            "source": question.source,
        })
    };
    rules.programme.questions.iter().map(question).collect()
}

/// The answers and personal data of a file, under the rules of a notice.
fn case(notice: &str, file: &str) -> Result<(Rules, Answers, Applicant), Faults> {
    let rules = rules(notice)?;
    let (answers, json) = answers_of(&rules, file)?;
    let applicant = Applicant::read(&json).map_err(|fault| vec![format!("{file}: {fault}")])?;
    Ok((rules, answers, applicant))
}

fn application(notice: &str, file: &str, out: &str) -> Result<(), Faults> {
    let (rules, answers, applicant) = case(notice, file)?;
    let made = carried::application_with_data(&rules, &answers, &assess(&rules, &answers), &applicant);
    write(out, &rendered(file, &made.document)?)?;
    let beside = Path::new(out).with_extension("json");
    made.beside.map_or(Ok(()), |answers| write(&beside.to_string_lossy(), &answers.bytes))
}

/// The office's form with what is known in it. What did not go in is told, and stands on a sheet beside the file.
fn official_form(notice: &str, file: &str, out: &str) -> Result<(), Faults> {
    let (rules, answers, applicant) = case(notice, file)?;
    let Some(form) = &rules.notice.official_form else {
        return Err(vec![format!("{notice}: official_form: l'avviso non ha un modulo da compilare")]);
    };
    let blank = beside(notice, form);
    let entries = official::entries(&rules, &answers, &assess(&rules, &answers), &applicant);
    let filled =
        fill(&read_bytes(&blank)?, &official::values(&entries)).map_err(|why| vec![format!("{blank}: {why}")])?;
    if filled.left.is_empty() {
        return write(out, &filled.pdf);
    }
    let sheet = official::added_sheet(&rules, &answers, &applicant, form, &entries, &filled.left);
    let sheet = rendered(file, &sheet)?;
    let name = Path::new(out).file_stem().unwrap_or_default().to_string_lossy();
    let beside = Path::new(out).with_file_name(format!("{name}-{}", it::official::SHEET_FILE_NAME));
    let beside = beside.to_string_lossy();
    write(out, &filled.pdf).and_then(|()| write(&beside, &sheet))?;
    put(&format!("{}\n{beside}", official::left_lines(Voice::default(), &entries, &filled.left).join("\n")))
}

fn rendered(file: &str, document: &Document) -> Result<Vec<u8>, Faults> {
    pdf::render(document).map_err(|why| vec![format!("{file}: {}", not_written(&why))])
}

fn not_written(why: &PdfError) -> String {
    match why {
        PdfError::MissingGlyph { place, character } => missing_glyph(Voice::default(), place, &character.to_string()),
        other => other.to_string(),
    }
}
