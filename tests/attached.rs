//! The answers that an application carries in itself: found again in every PDF that has them, and a clear word about
//! every other. Files that were damaged, cut short or made to do harm end in an error, soon and within bounds.
#![cfg(all(feature = "pdf", feature = "pdf-reading"))]

mod common;

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use common::file;
use dopo_di_noi::application::document::{Attachment, Block, Document, Labels, PdfA, Relationship};
use dopo_di_noi::pdf::render;
use dopo_di_noi::pdf_reading::{FormValue, NotRead, attached, fields, fill};
use miniz_oxide::deflate::compress_to_vec_zlib as pack;

const NAME: &str = "domanda.json";

fn attachment(name: &str, bytes: Vec<u8>) -> Attachment {
    Attachment {
        name: name.into(),
        mime: "application/json".into(),
        description: "Le risposte".into(),
        relationship: Relationship::Source,
        bytes,
    }
}

fn answers() -> Vec<u8> {
    let rows: Vec<String> = (0..400).map(|at| format!(r#""domanda_{at}":{}"#, at * 7919 % 1000)).collect();
    format!(r#"{{"schema_version":1,"answers":{{{}}}}}"#, rows.join(",")).into_bytes()
}

fn application(attachments: Vec<Attachment>) -> Vec<u8> {
    let document = Document {
        title: "Domanda di prova".into(),
        subject: "Bozza".into(),
        language: "it".into(),
        date: "2026-11-21".parse().unwrap(),
        notice_line: "Avviso di prova".into(),
        labels: Labels {
            page: "Pagina {n} di {m}".into(),
            blank: "da compilare".into(),
            checked: "sì".into(),
            unchecked: "no".into(),
        },
        blocks: vec![Block::Paragraph("Testo della domanda. ".repeat(200))],
        pdf_a: PdfA::A3a,
        attachments,
    };
    render(&document).unwrap()
}

/// What qpdf makes of a PDF.
fn qpdf(pdf: &[u8], arguments: &[&str], name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("attached");
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (folder.join(format!("{name}-from.pdf")), folder.join(format!("{name}-to.pdf")));
    std::fs::write(&from, pdf).unwrap();
    let run = Command::new("qpdf").args(arguments).args([&from, &to]).output();
    let output = run.unwrap_or_else(|why| panic!("qpdf: {why}; tools/setup.sh installs it"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(to).unwrap()
}

fn missing(name: &str) -> NotRead {
    NotRead::NoSuchFile { name: name.into() }
}

#[test]
fn answers_come_back_as_they_went_in() {
    let others = (0..30).map(|at| attachment(&format!("allegato-{at:02}.json"), vec![b'0' + at; 50]));
    let pdf = application([attachment(NAME, answers())].into_iter().chain(others).collect());
    let found = attached(&pdf, NAME).unwrap();
    assert_eq!(found, answers());
    assert_eq!(attached(&pdf, "allegato-29.json"), Ok(vec![b'0' + 29; 50]));
    assert_eq!(attached(&pdf, "altro.json"), Err(missing("altro.json")));
    // As other programs save the same document again.
    let ways: [&[&str]; 4] = [
        &["--object-streams=generate"],
        &["--qdf"],
        &["--linearize"],
        &["--stream-data=uncompress", "--newline-before-endstream"],
    ];
    for (at, arguments) in ways.into_iter().enumerate() {
        assert_eq!(attached(&qpdf(&pdf, arguments, &format!("way-{at}")), NAME), Ok(answers()), "{arguments:?}");
    }
    let odd = "risposte àèì 「田」.json";
    assert_eq!(attached(&application(vec![attachment(odd, b"1".to_vec())]), odd), Ok(b"1".to_vec()));
}

#[test]
fn each_fault_has_its_word() {
    let pdf = application(vec![attachment(NAME, answers())]);
    assert_eq!(attached(b"", NAME), Err(NotRead::NotPdf));
    assert_eq!(attached(br#"{"schema_version":1}"#, NAME), Err(NotRead::NotPdf));
    assert_eq!(attached(b"%PDF-1.7 e poi niente", NAME), Err(NotRead::Damaged));
    assert_eq!(attached(&pdf[..pdf.len() / 2], NAME), Err(NotRead::Damaged));
    assert_eq!(attached(&application(Vec::new()), NAME), Err(missing(NAME)));
    assert_eq!(attached(&std::fs::read(file("tests/forms/by-hand.pdf")).unwrap(), NAME), Err(missing(NAME)));
    for password in ["", "segreta"] {
        let encrypted = qpdf(&pdf, &["--encrypt", password, "altra", "256", "--"], &format!("encrypted{password}"));
        assert_eq!(attached(&encrypted, NAME), Err(NotRead::Encrypted));
    }
    let large = application(vec![attachment(NAME, vec![b' '; (5 << 20) + 1])]);
    assert_eq!(attached(&large, NAME), Err(NotRead::TooLarge { megabytes: 5 }));
    let just = application(vec![attachment(NAME, vec![b' '; 5 << 20])]);
    assert_eq!(attached(&just, NAME).map(|file| file.len()), Ok(5 << 20));
    let padded = [pdf.as_slice(), &vec![b'\n'; 11 << 20]].concat();
    assert_eq!(attached(&padded, NAME), Err(NotRead::TooLarge { megabytes: 10 }));

    let faults =
        [NotRead::NotPdf, NotRead::Damaged, NotRead::Encrypted, missing(NAME), NotRead::TooLarge { megabytes: 5 }];
    for fault in faults {
        let sentence = fault.to_string();
        assert!(sentence.ends_with('.') && sentence.contains(':'), "{sentence}");
    }
    assert_eq!(serde_json::to_string(&missing("x")).unwrap(), r#"{"code":"no_such_file","name":"x"}"#);
}

/// Objects one after the other, with a table that is right.
fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let start = pdf.len();
    pdf.extend(
        format!("{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1).into_bytes(),
    );
    pdf
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{dictionary}/Length {}>>stream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A small PDF whose attached file is stream 3.
fn carrying(file: Vec<u8>) -> Vec<u8> {
    let catalog = format!(
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[({NAME})<</Type/Filespec/F({NAME})/EF<</F 3 0 R>>>>]>>>>>>"
    );
    written(&[catalog.into_bytes(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec(), file])
}

#[test]
fn what_is_packed_to_fill_memory_is_not_unpacked() {
    let zeros = pack(&vec![0; 100 << 20], 9);
    let twice = pack(&zeros, 9);
    assert!(zeros.len() < 200_000 && twice.len() < 2_000);
    assert_eq!(attached(&carrying(stream("/Filter/FlateDecode", &pack(&answers(), 6))), NAME), Ok(answers()));
    let hexadecimal: Vec<u8> = pack(&answers(), 6).iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    let text = carrying(stream("/Filter[/ASCIIHexDecode/FlateDecode]", &hexadecimal));
    assert_eq!(attached(&text, NAME), Ok(answers()));
    let five = Err(NotRead::TooLarge { megabytes: 5 });
    let whole = Err(NotRead::TooLarge { megabytes: 256 });
    assert_eq!(attached(&carrying(stream("/Filter/FlateDecode", &zeros)), NAME), five);
    assert_eq!(attached(&carrying(stream("/Filter[/FlateDecode/FlateDecode]", &twice)), NAME), whole);
    assert_eq!(attached(&carrying(stream("/F#69lter[/Fl/LZW]", &twice)), NAME), whole);
    let objects = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &zeros);
    assert_eq!(attached(&carrying(objects), NAME), whole);
    let table = stream("/Type/XRef/Size 9/W[0 1 0]/Root 1 0 R/Filter/FlateDecode", &zeros);
    assert_eq!(attached(&carrying(table), NAME), whole);
    // Nonsense in what is packed, which a patient reader would pass over, and more after it.
    let nonsense = [&[0x78, 0x9C, 0, 1, 0, 0, 0, b'x'], &zeros[2..]].concat();
    assert_eq!(
        attached(&carrying(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &nonsense)), NAME),
        Err(NotRead::Damaged)
    );
    // Rows of no length, or of one that no memory holds, where the packed data are differences between rows.
    for rows in ["/Columns 0", "/Columns 2000000000", "/Colors 255/BitsPerComponent 255", "/Columns 4 0 R", "/Colors 0"]
    {
        for predictor in ["2", "12"] {
            let rows = format!("/Filter/FlateDecode/DecodeParms<</Predictor {predictor}{rows}>>");
            assert_eq!(attached(&carrying(stream(&rows, &pack(&answers(), 6))), NAME), Err(NotRead::Damaged), "{rows}");
        }
    }
    let many: Vec<Vec<u8>> = (0..4).map(|_| stream("/Filter/FlateDecode", &zeros)).collect();
    let catalog = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
    let pages = b"<</Type/Pages/Kids[]/Count 0>>".to_vec();
    assert_eq!(attached(&written(&[vec![catalog, pages], many].concat()), NAME), whole);
}

/// Each file is read in every way; each reading ends within a time that nobody notices.
fn all_ways(pdf: &[u8], what: &str, limit: Duration) {
    let start = Instant::now();
    let _ = attached(pdf, NAME);
    let _ = fields(pdf);
    let values = [("richiedente.codice_fiscale", "RSSMRA85T10A562S"), ("abitazione", "gruppo"), ("comune", "Legnano")];
    let values: Vec<_> = values.map(|(name, value)| (name.to_owned(), FormValue::Text(value.to_owned()))).into();
    let _ = fill(pdf, &values);
    assert!(start.elapsed() < limit, "{what}: {:?}", start.elapsed());
}

#[test]
fn files_that_refer_in_circles_come_to_an_end() {
    let tree = "<</Kids[4 0 R 5 0 R 4 0 R]>>";
    let field = "<</T(a)/Kids[8 0 R 9 0 R 8 0 R]/FT/Tx/Parent 8 0 R>>";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>/AcroForm<</Fields[8 0 R 9 0 R]/DR 10 0 R>>/AF 11 0 R>>",
        "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1>>",
        "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 3 0 R>>",
        tree,
        tree,
        "6 0 R",
        "7 0 R",
        field,
        field,
        "<</Font 10 0 R/DR 10 0 R>>",
        "[11 0 R 11 0 R 6 0 R]",
    ];
    let objects: Vec<Vec<u8>> = objects.iter().map(|object| object.as_bytes().to_vec()).collect();
    all_ways(&written(&objects), "circles", Duration::from_secs(2));
}

/// Ten megabytes of whatever takes a naive reader the square of its time.
#[test]
fn files_that_begin_and_never_end_come_to_an_end() {
    let parts: [&[u8]; 10] = [
        b"<<",
        b"1 0 obj<<",
        b"1 0 obj<</A[",
        b"1 0 obj<</A(",
        b"1 0 obj<</Type/ObjStm>>stream\n",
        b"1 0 obj<</Type/Catalog/Pages 1 0 R>>\n",
        b"trailer<</Root 1 0 R>>\n",
        b"1 0 obj [[[[[[[[",
        b"(((((((((",
        b"<</Root<</Root<</A ",
    ];
    for part in parts {
        let pdf = [b"%PDF-1.7\n".to_vec(), part.repeat((9 << 20) / part.len())].concat();
        all_ways(&pdf, &String::from_utf8_lossy(part), Duration::from_secs(60));
    }
}

/// Numbers that look drawn by lot and are the same on every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Words of the syntax: put where they do not belong, they do more harm than single bytes.
const WORDS: [&str; 24] = [
    "obj",
    "endobj",
    "stream\n",
    "endstream",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "/Kids",
    "/Length ",
    "/Filter/FlateDecode",
    " 0 R",
    "1 0 R",
    "-1",
    "4294967296",
    "99999999999999999999",
    "xref\n",
    "trailer",
    "startxref",
    "/Prev ",
    "/N 9",
    "\0",
];

fn damaged(pdf: &[u8], lot: &mut Lot) -> Vec<u8> {
    let mut pdf = pdf.to_vec();
    for _ in 0..=lot.below(6) {
        let at = lot.below(pdf.len());
        match lot.below(8) {
            0 => pdf.truncate(at),
            1 => drop(pdf.drain(at..(at + lot.below(200)).min(pdf.len()))),
            2 => {
                let part = pdf[at..(at + lot.below(400)).min(pdf.len())].to_vec();
                let to = lot.below(pdf.len());
                pdf.splice(to..to, part);
            }
            3 => {
                let word = WORDS[lot.below(WORDS.len())].as_bytes();
                pdf.splice(at..at, word.iter().copied());
            }
            4 => {
                let word = WORDS[lot.below(WORDS.len())].as_bytes();
                let to = (at + word.len()).min(pdf.len());
                pdf.splice(at..to, word.iter().copied());
            }
            // Digits are places, lengths and references: another digit keeps the syntax and changes the sense.
            5 | 6 => {
                if let Some(digit) = pdf[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b'0' + lot.below(10) as u8;
                }
            }
            _ if at < pdf.len() => pdf[at] = lot.below(256) as u8,
            _ => {}
        }
    }
    pdf
}

#[test]
fn no_damage_does_more_than_an_error() {
    let own = application(vec![attachment(NAME, answers())]);
    let mut originals = vec![qpdf(&own, &["--object-streams=generate"], "damage"), own];
    originals.extend(["by-hand", "cells", "libreoffice"].map(|name| {
        let path = file(&format!("tests/forms/{name}.pdf"));
        std::fs::read(path).unwrap()
    }));
    let mut lot = Lot(0x9E37_79B9_7F4A_7C15);
    for (at, original) in originals.iter().enumerate() {
        for round in 0..1500 {
            all_ways(&damaged(original, &mut lot), &format!("{at}, {round}"), Duration::from_secs(10));
        }
    }
    for round in 0..2000 {
        let words = (0..lot.below(300)).map(|_| WORDS[lot.below(WORDS.len())]).collect::<Vec<_>>().join(" ");
        all_ways(format!("%PDF-1.7\n{words}").as_bytes(), &format!("words {round}"), Duration::from_secs(10));
        let bytes: Vec<u8> = (0..lot.below(2000)).map(|_| lot.below(256) as u8).collect();
        all_ways(&[b"%PDF-1.7\n", bytes.as_slice()].concat(), &format!("bytes {round}"), Duration::from_secs(10));
    }
    for end in (0..originals[1].len()).step_by(97) {
        all_ways(&originals[1][..end], &format!("cut at {end}"), Duration::from_secs(10));
    }
}
