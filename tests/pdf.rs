//! The PDF as others see it: conformance by an independent validator, text by poppler, errors by name.
#![cfg(feature = "pdf")]

use std::path::PathBuf;
use std::process::Command;

use dopo_di_noi::application::document::{
    Align, Attachment, Block, Check, Column, Document, Field, Labels, Level, PdfA, Relationship, Table, Tone,
};
use dopo_di_noi::pdf::{PdfError, render};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Domanda di prova".into(),
        subject: "Bozza compilata dal richiedente".into(),
        language: "it".into(),
        date: "2026-11-21".parse().unwrap(),
        notice_line: "Avviso medio-olona-2024, versione 3 del 1 ottobre 2026. Bozza del 21 novembre 2026: fa fede il modulo ufficiale dell'ufficio.".into(),
        labels: Labels {
            page: "Pagina {n} di {m}".into(),
            blank: "da compilare".into(),
            checked: "selezionato".into(),
            unchecked: "non selezionato".into(),
        },
        blocks,
        pdf_a: PdfA::A3a,
        attachments: vec![Attachment {
            name: "domanda.json".into(),
            mime: "application/json".into(),
            description: "Le risposte, per riprendere la bozza".into(),
            relationship: Relationship::Source,
            bytes: br#"{"schema_version":1,"answers":{}}"#.to_vec(),
        }],
    }
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn field(label: &str, value: Option<&str>) -> Field {
    Field { label: label.into(), value: value.map(Into::into) }
}

fn column(header: &str, align: Align) -> Column {
    Column { header: header.into(), align }
}

/// Every kind of block, as an application uses them; `rows` decides how long it gets.
fn application(rows: usize) -> Document {
    let amount = |at: usize| format!("{}.{:03},{:02} €", at % 12 + 1, at * 37 % 1000, at * 7 % 100);
    let row = |at: usize| {
        vec![format!("Canone e utenze, anno {at}: quota del richiedente nell'appartamento"), "1".into(), amount(at)]
    };
    document(vec![
        heading(Level::One, "Domanda di accesso ai sostegni"),
        Block::Paragraph("Questa è una bozza compilata in base alle risposte date. Gli importi sono i massimi indicati dall'avviso; la valutazione spetta all'Ambito.".into()),
        Block::Summary {
            title: "In breve".into(),
            entries: vec![
                field("Richiedente", Some("Zoë Ștefănescu-Łukasiewicz")),
                field("Massimo indicato dall'avviso", Some("12.345,00 € nel primo anno")),
                field("Da verificare", Some("1.500,00 €")),
                field("Consegna entro", Some("31 dicembre 2026, a mano o via PEC")),
            ],
        },
        heading(Level::Two, "Chi presenta la domanda"),
        Block::Fields(vec![
            field("Cognome e nome", Some("Đorđe Петровић")),
            field("Nome dell'amministratore di sostegno, se nominato", Some("Ελένη Παπαδοπούλου")),
            field("Codice fiscale", Some("RSSMRA85T10A562S")),
            field("Telefono", None),
            field("Indirizzo di posta elettronica", Some("unindirizzomoltomoltolungosenzaalcunospazio.cheproseguesenzafermarsimai@un-dominio-altrettanto-lungo.example.org")),
            field("Note", Some("  ")),
        ]),
        heading(Level::Two, "Sostegni richiesti"),
        Block::Table(Table {
            caption: "Importi per voce".into(),
            columns: vec![column("Voce", Align::Start), column("Persone", Align::End), column("Importo massimo", Align::Decimal)],
            rows: (0..rows).map(row).collect(),
        }),
        Block::Note { tone: Tone::Caution, text: "I sostegni per la locazione e quelli per il condominio non si sommano per la stessa abitazione.".into() },
        Block::Note { tone: Tone::Info, text: "Le risposte restano in questo dispositivo.".into() },
        heading(Level::Three, "Documenti"),
        Block::Checklist(vec![
            Check { checked: true, text: "Verbale di handicap grave, art. 3 comma 3, legge 104/1992".into() },
            Check { checked: false, text: "Progetto individuale sottoscritto dalla persona, dalla famiglia e dagli operatori che la conoscono, con il budget di progetto aggiornato all'anno in corso".into() },
        ]),
        Block::Bullets(vec!["Consegna a mano allo sportello".into(), "Invio all'indirizzo PEC dell'Ambito, con un documento d'identità valido di chi firma".into()]),
        Block::Signature(vec!["Luogo e data".into(), "Firma".into()]),
    ])
}

/// A folder of this test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pdf").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Checks files against kinds of PDF/A and PDF/UA: `3a,ua1`.
fn validator(kinds: &str) -> Command {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tools/validate-pdf.sh");
    assert!(script.exists(), "tools/validate-pdf.sh is missing");
    let mut command = Command::new(script);
    command.arg(kinds);
    command
}

fn assert_conform(kinds: &str, files: &[PathBuf]) {
    let output = validator(kinds).args(files).output().unwrap();
    let [said, complained] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(output.status.success(), "{said}{complained}");
}

/// A document without files inside, for archives that want none.
fn without_files(document: Document) -> Document {
    Document { pdf_a: PdfA::A2a, attachments: Vec::new(), ..document }
}

fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let count = text.split("/Type /Pages").nth(1).or_else(|| text.split("/Type/Pages").nth(1)).unwrap();
    let count = count.split("/Count").nth(1).unwrap().trim_start();
    count.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// What poppler reads from a document, in the order in which it stands on the page.
fn extracted(document: &Document, name: &str) -> Option<String> {
    let file = folder(name).join("document.pdf");
    std::fs::write(&file, render(document).unwrap()).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
    match output {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(_) => {
            eprintln!("pdftotext is not installed: text not checked");
            None
        }
    }
}

#[test]
fn documents_of_every_length_conform() {
    let folder = folder("conform");
    let empty = Document { attachments: Vec::new(), ..document(Vec::new()) };
    let skipping =
        document(vec![heading(Level::Three, "Subito il terzo livello"), heading(Level::One, "Poi il primo")]);
    let ragged = document(vec![Block::Table(Table {
        caption: String::new(),
        columns: vec![column("Una", Align::Start), column("", Align::Decimal)],
        rows: vec![vec![], vec!["sola".into()], vec!["due".into(), "nessun importo".into(), "di troppo".into()]],
    })]);
    let mut files = Vec::new();
    let long = [0, 3, 40, 120, 260].map(application);
    for (at, document) in [empty, skipping, ragged].iter().chain(&long).enumerate() {
        let file = folder.join(format!("{at}.pdf"));
        std::fs::write(&file, render(document).unwrap()).unwrap();
        files.push(file);
    }
    assert_conform("3a,ua1", &files);
}

#[test]
fn an_archive_may_ask_for_no_files_inside() {
    let folder = folder("no-files");
    let documents = [document(Vec::new()), application(3), application(120)].map(without_files);
    let mut files = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        files.push(folder.join(format!("{at}.pdf")));
        std::fs::write(&files[at], render(document).unwrap()).unwrap();
    }
    assert_conform("2a,ua1", &files);
    let with_file = Document { pdf_a: PdfA::A2a, ..application(3) };
    assert_eq!(render(&with_file), Err(PdfError::ForbiddenAttachment { name: "domanda.json".into() }));
    assert_eq!(
        serde_json::to_string(&render(&with_file).unwrap_err()).unwrap(),
        r#"{"code":"forbidden_attachment","name":"domanda.json"}"#
    );
}

#[test]
fn the_validator_notices_a_broken_pdf() {
    let file = folder("broken").join("broken.pdf");
    let bytes = render(&application(3)).unwrap();
    let from = bytes.windows(12).position(|part| part == b"/MarkInfo<</" || part == b"/MarkInfo <<").unwrap();
    let mut broken = bytes.clone();
    broken[from + 1..from + 9].copy_from_slice(b"NoteInfo");
    std::fs::write(&file, broken).unwrap();
    assert!(!validator("3a,ua1").arg(&file).output().unwrap().status.success());
}

/// How often something stands in the uncompressed parts of a PDF, where the structure is.
fn count(bytes: &[u8], what: &str) -> usize {
    bytes.windows(what.len()).filter(|part| *part == what.as_bytes()).count()
}

#[test]
fn each_row_of_a_table_has_its_header() {
    for rows in [1, 7, 80] {
        let bytes = render(&application(rows)).unwrap();
        assert_eq!(count(&bytes, "/Scope/Row"), rows);
        assert_eq!(count(&bytes, "/Scope/Column"), 3, "the head that comes again is read once");
    }
}

#[test]
fn no_heading_ends_a_page() {
    let Some(_) = extracted(&document(Vec::new()), "headings") else { return };
    // However far down the page the heading comes, two lines of what follows come with it.
    for lines in 0..60 {
        let table = Table {
            caption: "Didascalia".into(),
            columns: vec![column("Voce", Align::Start), column("Importo", Align::Decimal)],
            rows: vec![vec!["Prima riga".into(), "1,00 €".into()]],
        };
        let mut blocks: Vec<_> = (0..lines).map(|_| Block::Paragraph("Riga".into())).collect();
        blocks.extend([heading(Level::Two, "Parte"), heading(Level::Three, "Sezione"), Block::Table(table)]);
        let text = extracted(&document(blocks), "headings").unwrap();
        let page = text.split('\u{c}').find(|page| page.contains("Parte")).unwrap();
        for words in ["Sezione", "Didascalia", "Voce", "Prima riga"] {
            assert!(page.contains(words), "after {lines} lines, {words} is on the next page");
        }
    }
}

#[test]
fn one_page_to_twelve() {
    assert_eq!(pages(&render(&document(Vec::new())).unwrap()), 1);
    let long = pages(&render(&application(260)).unwrap());
    assert!((10..=14).contains(&long), "{long}");
    let turned = vec![Block::Paragraph("Uno".into()), Block::PageBreak, Block::Paragraph("Due".into())];
    assert_eq!(pages(&render(&document(turned)).unwrap()), 2);
}

#[test]
fn a_cell_taller_than_a_page_is_split() {
    let long = "parola ".repeat(3000);
    let blocks = vec![Block::Fields(vec![field("Racconto", Some(&long))]), Block::Paragraph(long.clone())];
    assert!(pages(&render(&document(blocks)).unwrap()) > 3);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(render(&application(5)), render(&application(5)));
}

#[test]
fn labels_come_before_their_values() {
    let Some(text) = extracted(&application(4), "order") else { return };
    for (label, value) in
        [("Cognome e nome", "Đorđe Петровић"), ("se nominato", "Ελένη"), ("Codice fiscale", "RSSMRA85T10A562S")]
    {
        let (label, value) = (text.find(label).expect(label), text.find(value).expect(value));
        assert!(label.abs_diff(value) < 300, "{text}");
    }
    assert!(text.find("Cognome e nome") < text.find("Đorđe"), "{text}");
    assert!(text.contains("Pagina 1 di 2") || text.contains("Pagina 1 di 1"), "{text}");
    assert!(text.find("In breve") < text.find("Chi presenta la domanda"));
}

#[test]
fn names_of_all_europe_come_back_as_written() {
    let names = [
        "Čáp Řehoř Ž",
        "Ștefan Țepeș",
        "Łucja Żółć",
        "Núñez",
        "Őry Ű",
        "Ħal Ġorġ",
        "Jānis Ģ",
        "Þór Ð",
        "Élodie Œ",
        "Ǩeârsi Ǯ",
        "Σωκράτης",
        "Ἀριστοτέλης ᾧ",
        "Володимир Їжак Ґ",
        "Ђорђе Љ",
        "Ҥыла Ӱдыр",
        "Nguyễn",
    ];
    let fields = names.iter().map(|name| field("Nome", Some(name))).collect();
    let Some(text) = extracted(&document(vec![Block::Fields(fields)]), "names") else { return };
    for name in names {
        assert!(text.contains(name), "{name}: {text}");
    }
    let decomposed = document(vec![Block::Fields(vec![field("Nome", Some("C\u{30C}apek S\u{326}erban M\u{304}"))])]);
    let text = extracted(&decomposed, "decomposed").unwrap();
    assert!(text.contains("Čapek Șerban M"), "{text}");
}

#[test]
fn a_character_without_a_glyph_names_its_field() {
    let fault = |blocks| render(&document(blocks)).unwrap_err();
    let missing = |place: &str, character| PdfError::MissingGlyph { place: place.into(), character };
    assert_eq!(fault(vec![Block::Fields(vec![field("Cognome", Some("田中"))])]), missing("Cognome", '田'));
    assert_eq!(
        fault(vec![heading(Level::One, "Contatti"), Block::Paragraph("Ciao 👋".into())]),
        missing("Contatti", '👋')
    );
    let table = Table {
        caption: "Voci".into(),
        columns: vec![column("Descrizione", Align::Start)],
        rows: vec![vec!["עברית".into()]],
    };
    assert_eq!(fault(vec![Block::Table(table)]), missing("Descrizione", 'ע'));
    let signature = Document { notice_line: "☃".into(), ..document(Vec::new()) };
    assert_eq!(render(&signature), Err(missing("notice_line", '☃')));
    assert_eq!(
        serde_json::to_string(&missing("Cognome", '田')).unwrap(),
        r#"{"code":"missing_glyph","place":"Cognome","character":"田"}"#
    );
}

#[test]
fn attachments_are_checked() {
    let mut twice = document(Vec::new());
    twice.attachments.push(twice.attachments[0].clone());
    assert_eq!(render(&twice), Err(PdfError::Attachment { name: "domanda.json".into() }));
    let mut untyped = document(Vec::new());
    untyped.attachments[0].mime = "json".into();
    assert_eq!(render(&untyped), Err(PdfError::Attachment { name: "domanda.json".into() }));
}

#[test]
fn the_model_survives_json() {
    let document = application(2);
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    // What was written before there was a choice carries its files inside.
    let before = json.replace(r#""pdf_a":"3a","#, "");
    assert!(before.len() < json.len());
    assert_eq!(serde_json::from_str::<Document>(&before).unwrap(), document);
}
