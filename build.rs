//! Turns the product's own words into constants, lists the published programmes and notices for the native command, and
//! says early that the fonts are missing.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_PDF").is_some() {
        for name in ["text-regular.ttf", "text-bold.ttf", "text-symbols.ttf"] {
            println!("cargo::rerun-if-changed=fonts/{name}");
            if !root.join("fonts").join(name).exists() {
                println!("cargo::error=fonts/{name} is missing: run make setup");
            }
        }
    }
    let mut list = String::new();
    for (name, folder) in [("PROGRAMMES", "public/programmes"), ("NOTICES", "public/notices")] {
        println!("cargo::rerun-if-changed={folder}");
        writeln!(list, "/// Id and text of each file in `{folder}`.\npub const {name}: &[(&str, &str)] = &[")?;
        for file in json_files(&root.join(folder))? {
            let id = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is not UTF-8")?;
            writeln!(list, "    ({id:?}, include_str!({file:?})),")?;
        }
        writeln!(list, "];")?;
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("embedded.rs"), list)?;
    fs::write(out.join("words.rs"), words(&root.join("src/text/words"))?)?;
    for file in OF_SCRIPTS {
        println!("cargo::rerun-if-changed={file}");
        readings(&root.join(file))?;
    }
    Ok(())
}

/// The readings of a text.
const READINGS: [&str; 3] = ["it", "facile", "en"];

/// Words that scripts say, which take them from the file itself.
const OF_SCRIPTS: [&str; 3] = ["src/element/words.json", "src/guard/words.json", "src/offline/words.json"];

/// A module for each file of words, with a constant for each key. A reading that is missing or empty, or that has other
/// places to fill in than the Italian one, stops the build; so does, by the compiler, a key that nobody uses.
fn words(folder: &Path) -> Result<String, Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut code = String::new();
    for file in json_files(folder)? {
        let name = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is not UTF-8")?;
        writeln!(code, "pub(crate) mod {name} {{\n    use super::Words;")?;
        for (key, said) in readings(&file)? {
            writeln!(code, "    pub(crate) const {}: Words = Words(&{said:?});", key.to_uppercase())?;
        }
        code.push_str("}\n");
    }
    Ok(code)
}

/// Texts by key, each in every reading.
type Texts = Vec<(String, [String; 3])>;

/// The texts of a file.
fn readings(file: &Path) -> Result<Texts, Box<dyn std::error::Error>> {
    let all: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let mut texts = Vec::new();
    for (key, readings) in all.as_object().ok_or("words are not an object")? {
        let said = READINGS.map(|reading| readings[reading].as_str().unwrap_or_default().to_owned());
        for (reading, said_so) in READINGS.iter().zip(&said) {
            if said_so.trim().is_empty() {
                println!("cargo::error={}: {key}.{reading}: the text is missing", file.display());
            }
            if places(said_so) != places(&said[0]) {
                println!("cargo::error={}: {key}.{reading}: other {{places}} than in Italian", file.display());
            }
        }
        texts.push((key.clone(), said));
    }
    Ok(texts)
}

/// The `{places}` of a text that somebody fills in; those of the person are filled in by the voice.
fn places(text: &str) -> BTreeSet<&str> {
    let places = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(place, _)| place));
    places.filter(|place| !place.to_lowercase().ends_with("person")).collect()
}

fn json_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
