//! Files with the two that judge them: the schema and the reader.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use std::sync::Mutex;

use boon::{Compiler, SchemaIndex, Schemas};
use dopo_di_noi::programme::{self, Fault, Programme};
use serde_json::Value;

use crate::common::{file, json_files};

/// A schema as an editor would read it.
pub struct Schema {
    schemas: Schemas,
    at: SchemaIndex,
}

impl Schema {
    /// As the command gives it.
    pub fn of(what: &str) -> Self {
        Self::compiled(&given(what))
    }

    fn compiled(schema: &Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("http://schema.invalid/it.json", schema.clone()).unwrap();
        let at =
            compiler.compile("http://schema.invalid/it.json", &mut schemas).unwrap_or_else(|why| panic!("{why:#}"));
        Self { schemas, at }
    }

    /// Why it does not accept a file.
    pub fn accepts(&self, value: &Value) -> Result<(), String> {
        self.schemas.validate(value, self.at).map_err(|why| format!("{why:#}"))
    }
}

/// What the command prints.
pub fn given(what: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_ddn")).args(["schema", what]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{what}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn faults_of_programme(value: &Value) -> Vec<Fault> {
    programme::programme("f.json", &value.to_string()).err().unwrap_or_default()
}

fn faults_of_notice(value: &Value) -> Vec<Fault> {
    let notice = match programme::notice("f.json", &value.to_string()) {
        Err(faults) => return faults,
        Ok(notice) => notice,
    };
    let Some(programme) = published(&notice.extends) else {
        return vec![Fault { file: "f.json".into(), key: "extends".into(), what: "no such programme".into() }];
    };
    programme::rules("f.json", programme, notice).err().unwrap_or_default()
}

/// A published programme, or one of the tests, read once.
fn published(id: &str) -> Option<Programme> {
    static READ: Mutex<BTreeMap<String, Programme>> = Mutex::new(BTreeMap::new());
    let mut known = READ.lock().unwrap();
    if !known.contains_key(id) {
        let read = |folder: &str| fs::read_to_string(file(&format!("{folder}/programmes/{id}.json"))).ok();
        let json = read("public").or_else(|| read("tests"))?;
        known.insert(id.into(), programme::programme(id, &json).unwrap());
    }
    known.get(id).cloned()
}

/// A file with its schema and its reader.
pub struct Subject {
    /// Its path.
    pub name: String,
    /// What is in it.
    pub value: Value,
    /// What editors hold it against.
    pub schema: Rc<Schema>,
    /// What the reader finds in it.
    pub faults: fn(&Value) -> Vec<Fault>,
}

impl Subject {
    /// That both refuse the file with `other` in the place of what stands there.
    pub fn refused(&self, pointer: &str, other: Value) {
        let mut spoilt = self.value.clone();
        let said = format!("{}{pointer}: {other}", self.name);
        *spoilt.pointer_mut(pointer).unwrap() = other;
        self.both_refuse(&spoilt, &said);
    }

    /// That both refuse this file; `said` tells what is wrong with it.
    pub fn both_refuse(&self, file: &Value, said: &str) {
        assert!(self.schema.accepts(file).is_err(), "{said}: the schema takes it");
        assert!(!(self.faults)(file).is_empty(), "{said}: the reader takes it");
    }
}

/// Every file that is published, and those of the tests.
pub fn subjects() -> Vec<Subject> {
    let (programme, notice) = (Rc::new(Schema::of("programme")), Rc::new(Schema::of("notice")));
    let read = |folder: &str| json_files(folder).into_iter().map(|path| (path.display().to_string(), value_of(&path)));
    let of_programme = |(name, value)| Subject { name, value, schema: programme.clone(), faults: faults_of_programme };
    let of_notice = |(name, value)| Subject { name, value, schema: notice.clone(), faults: faults_of_notice };
    let programmes = ["public/programmes", "tests/programmes"].into_iter().flat_map(read).map(of_programme);
    programmes.chain(["public/notices", "tests/notices"].into_iter().flat_map(read).map(of_notice)).collect()
}

fn value_of(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Pointers to one value for each way of getting somewhere, in whichever file of a kind: members of a list count as one,
/// and so do texts.
pub fn places(subjects: &[Subject]) -> Vec<(&Subject, String)> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for subject in subjects {
        let kind = if subject.value.get("extends").is_some() { "notice" } else { "programme" };
        let mut open = vec![(String::new(), kind.to_owned(), &subject.value)];
        while let Some((pointer, shape, value)) = open.pop() {
            let within = if value.get("facile").is_some() { "text" } else { &shape };
            let of_object = value.as_object().into_iter().flatten();
            let of_object =
                of_object.map(|(key, inner)| (format!("{pointer}/{key}"), format!("{within}/{key}"), inner));
            let of_list = value.as_array().into_iter().flatten().enumerate();
            let of_list = of_list.map(|(at, inner)| (format!("{pointer}/{at}"), format!("{within}/-"), inner));
            open.extend(of_object.chain(of_list));
            // Conditions in conditions are as others.
            let inner = shape.matches("/any").count() + shape.matches("/all").count() > 1;
            if seen.insert(shape) && !inner && !pointer.is_empty() {
                found.push((subject, pointer));
            }
        }
    }
    found
}
