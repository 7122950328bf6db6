//! Lists the published programmes and notices for the native command, and says early that the fonts are missing.

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
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), list)?;
    Ok(())
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
