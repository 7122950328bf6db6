//! `publish SITE`: the last step of a build. Beside each programme of the site it puts what the page fetches, in one
//! reading: for its first module what comes before the result, `ID.it.json`, and for the second all, `ID.it.whole.json`; and for each notice the page with all its rules, `regole/ID.html`; at the site's root a catalogue of all
//! notices. A file with faults stops the build, each fault a line with file and key; so does a notice whose form is not
//! beside it, and one that an orientation would not find.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dopo_di_noi::programme::{self, Fault, Rules, Tongue};
use dopo_di_noi::text::rulebook::{STYLE, Style, rulebook};

fn main() -> ExitCode {
    let Some(site) = env::args().nth(1) else {
        eprintln!("Uso: publish CARTELLA");
        return ExitCode::from(2);
    };
    let site = Path::new(&site);
    match programmes(site).and_then(|()| rule_books(site)).and_then(|all| catalogue(site, &all)) {
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
            let beside = path.with_extension(format!("{reading}.whole.json"));
            fs::write(&beside, published).map_err(|why| told(&beside, &why))?;
            let first = programme::publish_first(&path.display().to_string(), &json, tongue).map_err(lines)?;
            let beside = path.with_extension(format!("{reading}.json"));
            fs::write(&beside, first).map_err(|why| told(&beside, &why))?;
        }
    }
    Ok(())
}

fn rule_books(site: &Path) -> Result<Vec<Rules>, Vec<String>> {
    let folder = site.join("regole");
    fs::create_dir_all(&folder).map_err(|why| told(&folder, &why))?;
    let put = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|why| told(&path, &why))
    };
    put("regole.css", STYLE)?;
    let mut all = Vec::new();
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
        put(&format!("{}.html", rules.notice.id), &rulebook(&rules, Style::Linked("regole.css")))?;
        all.push(rules);
    }
    Ok(all)
}

fn catalogue(site: &Path, all: &[Rules]) -> Result<(), Vec<String>> {
    let missing: Vec<String> = all.iter().flat_map(|rules| not_found(rules, all)).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let files = |folder: &str| -> Result<Vec<(String, String)>, Vec<String>> {
        let paths = json_files(&site.join(folder))?;
        paths.iter().map(|path| Ok((path.display().to_string(), read(path)?))).collect()
    };
    let text = programme::publish_catalogue(&files("programmes")?, &files("notices")?).map_err(lines)?;
    let path = site.join("catalogue.json");
    fs::write(&path, text).map_err(|why| told(&path, &why))
}

/// What an orientation would not find among all notices: a programme that it leads to, and the municipalities of those who
/// should be led there.
fn not_found(rules: &Rules, all: &[Rules]) -> Vec<String> {
    let mut missing = Vec::new();
    for (at, lead) in rules.programme.leads.iter().enumerate() {
        let key = format!("{}: leads[{at}].programmes", rules.programme.id);
        for id in &lead.programmes {
            let notices: Vec<&Rules> = all.iter().filter(|other| other.programme.id == *id).collect();
            if notices.is_empty() {
                missing.push(format!("{key}: nessun avviso segue il programma \"{id}\""));
            }
            let places = notices.iter().flat_map(|other| &other.notice.municipalities);
            for place in places.filter(|place| rules.notice.municipality(&place.code).is_none()) {
                let (notice, name, code) = (&rules.notice.id, &place.name, &place.code);
                missing.push(format!("{notice}: municipalities: manca {name} ({code}), dove vale \"{id}\""));
            }
        }
    }
    missing.sort();
    missing.dedup();
    missing
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
