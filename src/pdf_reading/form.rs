//! What an office's own form asks.

use hayro_syntax::object::Object;
use serde::Serialize;

use super::tree::{Field, Widget, form};
use super::{FormValue, Left, NotRead, guard, text};

/// A field that can be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its full name: the parts of nested fields joined by dots.
    pub name: String,
    /// What the form calls it for people, where it says so.
    pub label: Option<String>,
    /// How it is filled in.
    pub kind: FormKind,
    /// How many characters it takes, if there is a limit.
    pub max_length: Option<usize>,
    /// Its options: of a check box the value when on, of a group one for each button.
    pub options: Vec<Choice>,
    /// The page where it first shows, counted from one.
    pub page: Option<usize>,
    /// Whether the form wants it filled in.
    pub required: bool,
    /// Whether the form lets nobody fill it in.
    pub read_only: bool,
    /// What is in it.
    pub value: Option<FormValue>,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// A line of text.
    Text,
    /// Text with a cell for each character.
    Comb,
    /// Text of several lines.
    Multiline,
    /// A box to tick.
    CheckBox,
    /// Buttons of which one is on.
    RadioGroup,
    /// One of several options; some forms allow others to be typed.
    Choice,
}

/// An option of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What the form stores.
    pub value: String,
    /// What it shows.
    pub label: String,
}

/// A form with values in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The file.
    pub pdf: Vec<u8>,
    /// The values that are not in it.
    pub left: Vec<Left>,
}

/// The fields of a form that can be filled in, in the form's order.
///
/// # Errors
/// When the PDF cannot be read, has no such fields, or has them in XFA alone.
pub fn fields(pdf: &[u8]) -> Result<Vec<FormField>, NotRead> {
    let pdf = guard::open(pdf)?;
    Ok(form(&pdf)?.fields.iter().filter_map(described).collect())
}

/// How a field is filled in; nothing for those that are not for values.
pub(super) fn kind(field: &Field<'_>) -> Option<FormKind> {
    match field.kind().as_slice() {
        // Passwords and files to be sent are nothing for paper.
        b"Tx" if field.flag(14) || field.flag(21) => None,
        b"Tx" if field.flag(13) => Some(FormKind::Multiline),
        b"Tx" if field.flag(25) && field.max_length().is_some() => Some(FormKind::Comb),
        b"Tx" => Some(FormKind::Text),
        b"Btn" if field.flag(17) => None,
        b"Btn" if field.flag(16) => Some(FormKind::RadioGroup),
        b"Btn" => Some(FormKind::CheckBox),
        b"Ch" => Some(FormKind::Choice),
        _ => None,
    }
}

/// The states of a button's widgets: the name of each in the file, and the option that it stands for.
pub(super) fn states(field: &Field<'_>) -> Vec<(Vec<u8>, String)> {
    let exported = field.options();
    let of = |(at, widget): (usize, &Widget<'_>)| {
        let state = widget.on.clone()?;
        let own = String::from_utf8_lossy(&state).into_owned();
        let option =
            if exported.len() == field.widgets.len() { exported.get(at).map(|(value, _)| value.clone()) } else { None };
        Some((state, option.unwrap_or(own)))
    };
    field.widgets.iter().enumerate().filter_map(of).collect()
}

fn described(field: &Field<'_>) -> Option<FormField> {
    let kind = kind(field)?;
    let is_button = matches!(kind, FormKind::CheckBox | FormKind::RadioGroup);
    let mut options: Vec<Choice> = Vec::new();
    let pairs = if is_button {
        states(field).into_iter().map(|(_, option)| (option.clone(), option)).collect()
    } else {
        field.options()
    };
    for (value, label) in pairs {
        if !options.iter().any(|option| option.value == value) {
            options.push(Choice { value, label });
        }
    }
    let stored = match field.inherited("V") {
        Some(Object::String(value)) => Some(text::read(value.as_bytes())),
        Some(Object::Name(state)) => {
            let state = state.as_ref();
            let option = states(field).into_iter().find(|(own, _)| own == state).map(|(_, option)| option);
            Some(option.unwrap_or_else(|| String::from_utf8_lossy(state).into_owned()))
        }
        _ => None,
    };
    let value = match kind {
        FormKind::CheckBox if options.len() < 2 => Some(FormValue::On(stored.is_some_and(|state| state != "Off"))),
        _ => stored.filter(|value| !value.is_empty() && (value != "Off" || !is_button)).map(FormValue::Text),
    };
    let label = field.inherited("TU").and_then(Object::into_string).map(|label| text::read(label.as_bytes()));
    Some(FormField {
        name: field.name.clone(),
        label: label.filter(|label| !label.is_empty()),
        kind,
        max_length: field.max_length(),
        options,
        page: field.widgets.iter().find_map(|widget| widget.page),
        required: field.flag(2),
        read_only: field.flag(1),
        value,
    })
}
