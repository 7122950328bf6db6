//! `publish SITE`: the last step of a build. Beside each programme of the site it puts what the page fetches, in one
//! reading. A file with faults stops the build, each fault a line with file and key.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dopo_di_noi::programme;

/// The readings that the page can show.
const READINGS: [&str; 1] = ["it"];

fn main() -> ExitCode {
    let Some(site) = env::args().nth(1) else {
        eprintln!("Uso: publish CARTELLA");
        return ExitCode::from(2);
    };
    match programmes(Path::new(&site)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            ExitCode::from(1)
        }
    }
}

fn programmes(site: &Path) -> Result<(), Vec<String>> {
    for path in json_files(&site.join("programmes"))? {
        let json = fs::read_to_string(&path).map_err(|why| told(&path, &why))?;
        for reading in READINGS {
            let published = programme::publish(&path.display().to_string(), &json, reading);
            let published = published.map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
            let beside = path.with_extension(format!("{reading}.json"));
            fs::write(&beside, published).map_err(|why| told(&beside, &why))?;
        }
    }
    Ok(())
}

/// The programmes as they were written: not those that an earlier run put beside them.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|why| told(folder, &why))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
    let mut paths = paths.map_err(|why| told(folder, &why))?;
    let written = |path: &Path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.ends_with(".json") && name.matches('.').count() == 1)
    };
    paths.retain(|path| written(path));
    Ok(paths)
}

fn told(path: &Path, why: &std::io::Error) -> Vec<String> {
    vec![format!("{}: {why}", path.display())]
}
