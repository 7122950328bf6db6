//! Whether a form has the fields that a notice puts something into. It is asked when a notice is checked, not when a form
//! is filled in: then what does not go in is left, with its reason.

use super::{FormField, FormKind};
use crate::programme::{Content, Fault, MappedField, OfficialForm};

/// Faults in what a notice, the file named `file`, says about the fields of its form.
pub fn mapping_faults(file: &str, form: &OfficialForm, fields: &[FormField]) -> Vec<Fault> {
    let fault = |(at, mapped): (usize, &MappedField)| {
        let (key, what) = wrong(mapped, fields)?;
        Some(Fault { file: file.into(), key: format!("official_form.fields[{at}]{key}"), what })
    };
    form.fields.iter().enumerate().filter_map(fault).collect()
}

/// The fields of a form that a notice puts nothing into.
pub fn unmapped<'f>(form: &OfficialForm, fields: &'f [FormField]) -> Vec<&'f FormField> {
    let is_mapped = |field: &FormField| form.fields.iter().any(|mapped| mapped.field == field.name);
    fields.iter().filter(|field| !is_mapped(field)).collect()
}

/// The key below the entry, and what is wrong there.
fn wrong(mapped: &MappedField, fields: &[FormField]) -> Option<(String, String)> {
    let Some(field) = fields.iter().find(|field| field.name == mapped.field) else {
        return Some((".field".into(), format!("il modulo non ha il campo \"{}\"", mapped.field)));
    };
    if field.read_only {
        return Some((".field".into(), format!("il modulo non lascia scrivere nel campo \"{}\"", mapped.field)));
    }
    let takes = match &mapped.content {
        Content::Write(_) | Content::Answer(_) | Content::FirstYear(_) => {
            matches!(field.kind, FormKind::Text | FormKind::Comb | FormKind::Multiline | FormKind::Choice)
        }
        Content::Tick(_) => field.kind == FormKind::CheckBox && field.options.len() < 2,
        Content::Choose(options) => {
            let has = |option: &str| field.options.iter().any(|own| own.value == option || own.label == option);
            let missing = options.iter().position(|(option, _)| !has(option));
            if let (false, Some(at)) = (field.options.is_empty(), missing) {
                return Some((format!(".choose[{at}].option"), no_such_option(&options[at].0, field)));
            }
            !field.options.is_empty()
        }
    };
    (!takes).then(|| (String::new(), format!("il campo \"{}\" è {}: qui va altro", mapped.field, called(field))))
}

fn no_such_option(option: &str, field: &FormField) -> String {
    let options: Vec<&str> = field.options.iter().map(|own| own.value.as_str()).collect();
    format!("il campo \"{}\" non ha la scelta \"{option}\"; ha: {}", field.name, options.join(", "))
}

/// What a field is and which key puts something into it.
fn called(field: &FormField) -> &'static str {
    match field.kind {
        FormKind::Text | FormKind::Comb | FormKind::Multiline => "un testo (write, answer, first_year)",
        FormKind::CheckBox if field.options.len() < 2 => "una casella da spuntare (when, role)",
        FormKind::CheckBox | FormKind::RadioGroup => "una scelta tra più pulsanti (choose)",
        FormKind::Choice => "un elenco (choose, answer)",
    }
}
