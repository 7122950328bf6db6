//! `publish SITE [CASES]`: the last step of a build. Beside each programme of the site it puts what the page fetches, in one
//! reading: for its first module what comes before the result, `ID.it.json`, and for the second all, `ID.it.whole.json`; for
//! each notice the page with all its rules, `regole/ID.html`, and the one with what it lacks, `revisione/ID.html`; at the
//! site's root a catalogue of all notices. The worked cases of a notice are looked for in `CASES/ID/`. A file with faults
//! stops the build, each fault a line with file and key; so does a notice whose form is not beside it, and one that an
//! orientation would not find.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dopo_di_noi::answers::Answers;
use dopo_di_noi::programme::{self, Fault, Rules, Tongue};
use dopo_di_noi::text::html::{STYLE, Style};
use dopo_di_noi::text::review::{self, Entry, review};
use dopo_di_noi::text::rulebook::rulebook;
use dopo_di_noi::text::say;
use serde_json::Value;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (site, cases) = match arguments.as_slice() {
        [site] => (site, None),
        [site, cases] => (site, Some(cases.as_path())),
        _ => {
            eprintln!("Uso: publish CARTELLA [CARTELLA_CASI]");
            return ExitCode::from(2);
        }
    };
    if let Some(cases) = cases
        && !cases.is_dir()
    {
        eprintln!("{}: la cartella non si legge", cases.display());
        return ExitCode::from(1);
    }
    match programmes(site).and_then(|()| pages(site, cases)).and_then(|all| catalogue(site, &all)) {
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

/// The rule book of each notice and its review page, each with a link to the other, and the list of the latter.
fn pages(site: &Path, cases: Option<&Path>) -> Result<Vec<Rules>, Vec<String>> {
    let (books, reviews) = (site.join("regole"), site.join("revisione"));
    for folder in [&books, &reviews] {
        fs::create_dir_all(folder).map_err(|why| told(folder, &why))?;
    }
    put(&books.join("regole.css"), STYLE)?;
    let (mut entries, mut all) = (Vec::new(), Vec::new());
    for path in json_files(&site.join("notices"))? {
        let file = path.display().to_string();
        let json = read(&path)?;
        let notice = programme::notice(&file, &json).map_err(lines)?;
        let from = site.join("programmes").join(format!("{}.json", notice.extends));
        let whole = read(&from)?;
        let programme = programme::programme(&from.display().to_string(), &whole).map_err(lines)?;
        let rules = programme::rules(&file, programme, notice).map_err(lines)?;
        if let Some(form) = &rules.notice.official_form
            && !path.with_file_name(&form.file).is_file()
        {
            return Err(vec![format!("{file}: official_form.file: \"{}\" non è accanto all'avviso", form.file)]);
        }
        let name = format!("{}.html", rules.notice.id);
        let beside = |folder: &str| format!("../{folder}/{name}");
        put(&books.join(&name), &rulebook(&rules, Style::Linked("regole.css"), Some(&beside("revisione"))))?;
        let cases = cases.map_or(Ok(Vec::new()), |cases| worked(&rules, &cases.join(&rules.notice.id)))?;
        let review = review(&rules, &value(&from, &whole)?, &value(&path, &json)?, &cases);
        put(&reviews.join(&name), &review.page(&rules, LINKED, Some(&beside("regole"))))?;
        entries.push(Entry { title: say(&rules.notice.title).into(), address: name, review });
        all.push(rules);
    }
    put(&reviews.join("index.html"), &review::index(&entries, LINKED))?;
    Ok(all)
}

/// The looks of a review page: those of the rule books.
const LINKED: Style<'_> = Style::Linked("../regole/regole.css");

/// The answers of a notice's worked cases; none where it has no folder of them.
fn worked(rules: &Rules, folder: &Path) -> Result<Vec<Answers>, Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let one = |path: &PathBuf| review::case(rules, &path.display().to_string(), &read(path)?).map_err(lines);
    let cases: Result<Vec<_>, _> = json_files(folder)?.iter().map(one).collect();
    Ok(cases?.into_iter().flatten().collect())
}

fn value(path: &Path, json: &str) -> Result<Value, Vec<String>> {
    serde_json::from_str(json).map_err(|why| vec![format!("{}: {why}", path.display())])
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
    put(&site.join("catalogue.json"), &text)
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

fn put(path: &Path, text: &str) -> Result<(), Vec<String>> {
    fs::write(path, text).map_err(|why| told(path, &why))
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
    paths.sort();
    Ok(paths)
}

fn told(path: &Path, why: &std::io::Error) -> Vec<String> {
    vec![format!("{}: {why}", path.display())]
}
