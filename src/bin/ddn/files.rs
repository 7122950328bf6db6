//! Files by name: notices with the programmes that they extend, worked cases. What is wrong names the file, and the key
//! where there is one.

use std::path::{Path, PathBuf};
use std::{fs, io};

use dopo_di_noi::answers::Answers;
use dopo_di_noi::programme::{self, Rules};
use dopo_di_noi::text::review;
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// What is wrong with the input, a line per fault.
pub type Faults = Vec<String>;

/// A file by the name that messages call it.
pub struct File {
    name: String,
    json: String,
}

/// A notice and the programme that it extends, as written.
pub struct Files {
    /// The notice.
    pub notice: File,
    /// Its programme.
    pub programme: File,
}

impl File {
    /// What is written in it.
    pub fn value(&self) -> Result<Value, Faults> {
        serde_json::from_str(&self.json).map_err(|why| vec![format!("{}: non è JSON corretto: {why}", self.name)])
    }
}

impl Files {
    /// A notice by published id or by path.
    pub fn of(notice: &str) -> Result<Self, Faults> {
        match NOTICES.iter().find(|(id, _)| *id == notice) {
            Some((id, json)) => Self::from(id, json),
            None => Self::from(notice, &read(notice)?),
        }
    }

    /// A notice's programme is looked for beside it (`../programmes/`, or the same folder), then among the published ones.
    fn from(file: &str, json: &str) -> Result<Self, Faults> {
        let notice = programme::notice(file, json).map_err(|faults| lines(&faults))?;
        let name = format!("{}.json", notice.extends);
        let folder = Path::new(file).parent().unwrap_or(Path::new(""));
        let beside = [folder.join("../programmes").join(&name), folder.join(&name)];
        let programme = match beside.iter().find(|path| path.is_file()) {
            Some(path) => File { name: path.display().to_string(), json: read(&path.to_string_lossy())? },
            None => match PROGRAMMES.iter().find(|(id, _)| *id == notice.extends) {
                Some((id, json)) => File { name: (*id).to_owned(), json: (*json).to_owned() },
                None => return Err(vec![format!("{file}: extends: il programma \"{}\" non si trova", notice.extends)]),
            },
        };
        Ok(Self { notice: File { name: file.into(), json: json.into() }, programme })
    }

    /// What the two say together.
    pub fn rules(&self) -> Result<Rules, Faults> {
        let Self { notice, programme } = self;
        let read_notice = programme::notice(&notice.name, &notice.json).map_err(|faults| lines(&faults))?;
        let read_programme = programme::programme(&programme.name, &programme.json).map_err(|faults| lines(&faults))?;
        programme::rules(&notice.name, read_programme, read_notice).map_err(|faults| lines(&faults))
    }
}

/// The rules of a notice, by published id or by path.
pub fn rules(notice: &str) -> Result<Rules, Faults> {
    Files::of(notice)?.rules()
}

/// The rules of a notice whose file was read.
pub fn rules_of(file: &str, json: &str) -> Result<Rules, Faults> {
    Files::from(file, json)?.rules()
}

/// The answers of the worked cases in a folder.
pub fn worked(rules: &Rules, folder: &str) -> Result<Vec<Answers>, Faults> {
    let entries = fs::read_dir(folder).map_err(|why| vec![format!("{folder}: la cartella non si legge: {why}")])?;
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|why| not_read(folder, &why))?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let one = |path: &PathBuf| {
        let file = path.to_string_lossy();
        review::case(rules, &file, &read(&file)?).map_err(|faults| lines(&faults))
    };
    let (read, wrong): (Vec<_>, Vec<_>) = paths.iter().map(one).partition(Result::is_ok);
    match wrong.is_empty() {
        true => Ok(read.into_iter().flatten().flatten().collect()),
        false => Err(wrong.into_iter().filter_map(Result::err).flatten().collect()),
    }
}

/// The text of a file.
pub fn read(path: &str) -> Result<String, Faults> {
    fs::read_to_string(path).map_err(|why| not_read(path, &why))
}

/// The bytes of a file.
pub fn read_bytes(path: &str) -> Result<Vec<u8>, Faults> {
    fs::read(path).map_err(|why| not_read(path, &why))
}

fn not_read(path: &str, why: &io::Error) -> Faults {
    vec![format!("{path}: il file non si legge: {why}")]
}

/// Writes a file.
pub fn write(out: &str, bytes: &[u8]) -> Result<(), Faults> {
    fs::write(out, bytes).map_err(|why| vec![format!("{out}: il file non si scrive: {why}")])
}

/// Faults as lines.
pub fn lines(faults: &[impl ToString]) -> Faults {
    faults.iter().map(ToString::to_string).collect()
}
