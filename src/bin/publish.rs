//! `publish SITE`: the last step of a build. Beside each programme of the site it puts what the page fetches, in one
//! reading, and for each notice the page with all its rules, `regole/ID.html`. A file with faults stops the build, each
//! fault a line with file and key; so does a notice whose form is not beside it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dopo_di_noi::programme::{self, Fault, Tongue};
use dopo_di_noi::text::html::{STYLE, Style};
use dopo_di_noi::text::rulebook::rulebook;

fn main() -> ExitCode {
    let Some(site) = env::args().nth(1) else {
        eprintln!("Uso: publish CARTELLA");
        return ExitCode::from(2);
    };
    match programmes(Path::new(&site)).and_then(|()| rule_books(Path::new(&site))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            ExitCode::from(1)
        }
    }
}

fn programmes(site: &Path) -> Result<(), Vec<String>> {
    for path in json_files(&site.join("programmes"))? {
        let json = read(&path)?;
        for (reading, tongue) in Tongue::ALL {
            let published = programme::publish(&path.display().to_string(), &json, tongue).map_err(lines)?;
            let beside = path.with_extension(format!("{reading}.json"));
            fs::write(&beside, published).map_err(|why| told(&beside, &why))?;
        }
    }
    Ok(())
}

fn rule_books(site: &Path) -> Result<(), Vec<String>> {
    let folder = site.join("regole");
    fs::create_dir_all(&folder).map_err(|why| told(&folder, &why))?;
    let put = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|why| told(&path, &why))
    };
    put("regole.css", STYLE)?;
    for path in json_files(&site.join("notices"))? {
        let file = path.display().to_string();
        let notice = programme::notice(&file, &read(&path)?).map_err(lines)?;
        let from = site.join("programmes").join(format!("{}.json", notice.extends));
        let programme = programme::programme(&from.display().to_string(), &read(&from)?).map_err(lines)?;
        let rules = programme::rules(&file, programme, notice).map_err(lines)?;
        if let Some(form) = &rules.notice.official_form
            && !path.with_file_name(&form.file).is_file()
        {
            return Err(vec![format!("{file}: official_form.file: \"{}\" non è accanto all'avviso", form.file)]);
        }
        put(&format!("{}.html", rules.notice.id), &rulebook(&rules, Style::Linked("regole.css"), None))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Vec<String>> {
    fs::read_to_string(path).map_err(|why| told(path, &why))
}

fn lines(faults: Vec<Fault>) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

/// The files of a folder as they were written: not those that an earlier run put beside them.
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
