//! Faults of a notice, by itself and with its programme.

use super::{Check, Seen, is_belfiore, readable};
use crate::date::Date;
use crate::money::Euro;
use crate::programme::{Amount, Fault, Level, Notice, Number, NumberKind, Programme, WindowKind};

/// Faults of a notice by itself.
pub(in crate::programme) fn notice(file: &str, notice: &Notice) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut say = |key: String, what: String| faults.push(Fault { file: file.into(), key, what });
    if notice.version.parse::<Date>().is_err() {
        say("version".into(), format!("\"{}\" non è una data come \"2026-11-21\"", notice.version));
    }
    if notice.office.name.trim().is_empty() {
        say("office.name".into(), "manca il nome dell'ufficio".into());
    }
    if notice.municipalities.is_empty() {
        say("municipalities".into(), "serve almeno un Comune".into());
    }
    if notice.follows.as_ref() == Some(&notice.id) {
        say("follows".into(), "un avviso non prende il posto di se stesso".into());
    }
    let mut seen = Seen::default();
    for (at, municipality) in notice.municipalities.iter().enumerate() {
        let key = format!("municipalities[{at}].code");
        if !is_belfiore(&municipality.code) {
            say(key, format!("\"{}\" non è un codice catastale come \"C139\"", municipality.code));
        } else if !seen.insert(&municipality.code) {
            say(key, format!("\"{}\" compare due volte", municipality.code));
        }
    }
    match (notice.window.kind, notice.window.from, notice.window.until) {
        (WindowKind::Deadline, _, None) => say("window.until".into(), "una scadenza vuole la sua data".into()),
        (_, Some(from), Some(until)) if from > until => say("window.until".into(), "viene prima di window.from".into()),
        _ => {}
    }
    faults
}

/// Faults in what a notice says about the programme that it extends.
pub(in crate::programme) fn together(file: &str, programme: &Programme, notice: &Notice) -> Vec<Fault> {
    let mut check = Check::new(file, programme);
    if notice.extends != programme.id {
        check.say("extends", format!("\"{}\" non è il programma \"{}\"", notice.extends, programme.id));
    }
    check.documents.extend(notice.cited.iter().map(|cited| cited.id.as_str()));
    check.numbers.extend(&notice.numbers);
    for (at, lowered) in notice.lowered.iter().enumerate() {
        let key = format!("lowered[{at}]");
        check.source(&key, &lowered.source);
        match programme.numbers.iter().find(|number| number.id == lowered.number) {
            None => check.say(format!("{key}.number"), format!("il programma non ha il valore \"{}\"", lowered.number)),
            Some(number) => {
                if let Err(what) = may_become(number, &lowered.value) {
                    check.say(format!("{key}.value"), format!("{}: {what}", number.id));
                }
            }
        }
    }
    check.lowered_payers(notice);
    check.own_rules(notice);
    for (at, document) in notice.attachments.iter().enumerate() {
        let key = format!("attachments[{at}]");
        if programme.documents.iter().any(|other| other.id == document.id) {
            check.say(format!("{key}.id"), format!("\"{}\" è già un documento del programma", document.id));
        }
        check.document(&key, document);
    }
    if let Some(form) = &notice.official_form {
        check.official_form(form, notice.asks_iban);
    }
    for (key, source) in [
        ("channel_source", Some(&notice.channel_source)),
        ("window", Some(&notice.window.source)),
        ("resources", notice.resources.as_ref().map(|resources| &resources.source)),
        ("privacy_source", notice.privacy.as_ref().map(|privacy| &privacy.source)),
    ] {
        if let Some(source) = source {
            check.source(key, source);
        }
    }
    if programme.applying.takes_place() && notice.privacy.is_none() {
        check.say("privacy", "manca: chi fa domanda deve sapere come vengono trattati i suoi dati");
    }
    check.faults
}

impl<'a> Check<'a> {
    /// Who pays the parts of a rate: together all of it, as the notice has the numbers too.
    fn lowered_payers(&mut self, notice: &Notice) {
        let programme = self.programme;
        let value = |id: &str| {
            let lowered = notice.lowered.iter().find(|one| one.number == id).map(|one| &one.value);
            let own = || programme.numbers.iter().find(|one| one.id == id).map(|one| &one.value);
            lowered.or_else(own)?.parse::<Euro>().ok()
        };
        for support in &programme.supports {
            let Amount::Rate { rate, payers, .. } = &support.amount else { continue };
            let parts: Option<Euro> = payers.iter().map(|payer| value(&payer.rate)).sum();
            if !payers.is_empty() && parts != value(rate) {
                let sum = parts.unwrap_or_default();
                self.say("lowered", format!("le quote di \"{}\" fanno {sum}, e non la tariffa \"{rate}\"", support.id));
            }
        }
    }

    /// Numbers, requirements and chapters that a notice adds: none may stand in for one of the programme.
    fn own_rules(&mut self, notice: &'a Notice) {
        let programme = self.programme;
        for (at, number) in notice.numbers.iter().enumerate() {
            let key = format!("numbers[{at}]");
            self.source(&key, &number.source);
            if programme.numbers.iter().any(|other| other.id == number.id) {
                self.say(format!("{key}.id"), format!("\"{}\" è già del programma: cambialo in lowered", number.id));
            }
            if let Err(why) = readable(number.kind, &number.value) {
                self.say(format!("{key}.value"), format!("\"{}\": {why}", number.value));
            }
        }
        for (at, requirement) in notice.requirements.iter().enumerate() {
            let key = format!("requirements[{at}]");
            if programme.requirements.iter().any(|other| other.id == requirement.id) {
                self.say(format!("{key}.id"), format!("\"{}\" è già un requisito del programma", requirement.id));
            }
            self.source(&key, &requirement.source);
            self.condition(&format!("{key}.when"), &requirement.when);
        }
        for (at, chapter) in notice.chapters.iter().enumerate() {
            if programme.chapters.iter().any(|other| other.id == chapter.id) {
                self.say(format!("chapters[{at}].id"), format!("\"{}\" è già nel programma", chapter.id));
            }
        }
        self.chapters(&notice.chapters);
    }
}

fn may_become(number: &Number, value: &str) -> Result<(), String> {
    let new = readable(number.kind, value).map_err(|why| format!("\"{value}\": {why}"))?;
    let old = readable(number.kind, &number.value)?;
    match (number.level, number.kind) {
        (Level::Local, _) => Ok(()),
        (Level::Region, NumberKind::Ceiling) if new <= old => Ok(()),
        (Level::Region, NumberKind::Ceiling) => {
            Err(format!("il massimale regionale è {}: un avviso può abbassarlo, non alzarlo a {value}", number.value))
        }
        (Level::Region, _) => Err("lo fissa la Regione: un avviso non lo cambia".into()),
    }
}
