//! Faults in what goes into an official form. Whether the PDF has the fields is seen where PDFs are read.

use super::{Check, Seen};
use crate::programme::{Content, Datum, Detail, Holds, OfficialForm};

impl<'a> Check<'a> {
    pub(super) fn official_form(&mut self, form: &'a OfficialForm, asks_iban: bool) {
        self.source("official_form", &form.source);
        if !is_beside(&form.file) {
            let what = format!("\"{}\": serve il nome di un file accanto a quello dell'avviso", form.file);
            self.say("official_form.file", what);
        }
        let mut seen = Seen::default();
        for (at, mapped) in form.fields.iter().enumerate() {
            let key = format!("official_form.fields[{at}]");
            if !seen.insert(&mapped.field) {
                self.say(format!("{key}.field"), format!("il campo \"{}\" compare due volte", mapped.field));
            }
            if !asks_iban && mapped.content == Content::Write(Datum::Beneficiary(Detail::Iban)) {
                self.say(format!("{key}.write"), "l'IBAN si chiede solo con \"asks_iban\": true");
            }
            self.content(&key, &mapped.content);
        }
    }

    fn content(&mut self, key: &str, content: &'a Content) {
        match content {
            Content::Write(_) => {}
            Content::Answer(id) => {
                if !self.programme.questions.iter().any(|question| question.id == *id) {
                    self.say(format!("{key}.answer"), format!("la domanda \"{id}\" non esiste"));
                }
            }
            Content::FirstYear(id) => self.supports(&format!("{key}.first_year"), std::slice::from_ref(id)),
            Content::Tick(holds) => self.holds(key, holds),
            Content::Choose(options) => {
                let mut seen = Seen::default();
                for (at, (option, holds)) in options.iter().enumerate() {
                    let key = format!("{key}.choose[{at}]");
                    if !seen.insert(option) {
                        self.say(format!("{key}.option"), format!("\"{option}\" compare due volte"));
                    }
                    self.holds(&key, holds);
                }
            }
        }
    }

    fn holds(&mut self, key: &str, holds: &'a Holds) {
        if let Some(condition) = holds.condition() {
            self.condition(&format!("{key}.when"), condition);
        }
    }
}

/// Whether a file is named in the folder of the notice or below it, so that it is served by whoever serves the notice.
fn is_beside(file: &str) -> bool {
    !file.contains([':', '\\', '?', '#', '%']) && file.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}
