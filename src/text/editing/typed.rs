//! Between what stands in a file and what an office types: days and amounts the Italian way.

use serde_json::Value;

use super::{Kind, write};
use crate::answers::typed;
use crate::date::Date;
use crate::money::Euro;
use crate::text::figures;

/// What a control shows of a value.
pub fn shown(kind: Kind, value: Option<&Value>) -> String {
    match (kind, value) {
        (_, None) => String::new(),
        (Kind::Date, Some(Value::String(day))) => day.parse::<Date>().map_or_else(|_| day.clone(), figures::day),
        (Kind::Euro | Kind::NumberValue, Some(Value::String(amount))) if amount.parse::<Euro>().is_ok() => {
            amount.replace('.', ",")
        }
        (Kind::Json, Some(value @ (Value::Object(_) | Value::Array(_)))) => write::below(value),
        (_, Some(Value::String(words))) => words.clone(),
        (_, Some(other)) => other.to_string(),
    }
}

/// What is kept of what was typed; nothing for an empty line. What cannot be understood is kept as it is: the check says what
/// is wrong with it, and nothing typed is lost.
pub fn kept(kind: Kind, raw: &str) -> Option<Value> {
    let plain = raw.trim();
    if plain.is_empty() {
        return None;
    }
    Some(match kind {
        Kind::Date => typed::day(plain).map_or_else(|_| plain.into(), |day| day.to_string().into()),
        Kind::Euro => amount(plain).into(),
        // A share below one has a point or a comma after its nought, and no thousands.
        Kind::NumberValue if plain.starts_with("0.") || plain.starts_with("0,") => plain.replace(',', ".").into(),
        Kind::NumberValue => match plain.chars().all(|letter| letter.is_ascii_digit()) {
            true => plain.into(),
            false => amount(plain).into(),
        },
        Kind::Page => plain.parse::<u16>().map_or_else(|_| plain.into(), Value::from),
        Kind::Flag => (plain == "true").into(),
        Kind::Json => match serde_json::from_str(plain) {
            Ok(value @ Value::Object(_)) => value,
            _ => raw.into(),
        },
        Kind::Long => raw.trim_end().into(),
        _ => plain.into(),
    })
}

fn amount(plain: &str) -> String {
    typed::money(plain).map_or_else(|_| plain.to_owned(), |amount| amount.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_the_italian_way_is_kept_as_files_write_it() {
        for (kind, raw, in_file, again) in [
            (Kind::Date, "15/12/2026", "2026-12-15", "15/12/2026"),
            (Kind::Date, "metà mese", "metà mese", "metà mese"),
            (Kind::Euro, "216.660,21", "216660.21", "216660,21"),
            (Kind::NumberValue, "400", "400", "400"),
            (Kind::NumberValue, "400,5", "400.50", "400,50"),
            (Kind::NumberValue, "0,75", "0.75", "0,75"),
            (Kind::Words, " Ambito ", "Ambito", "Ambito"),
        ] {
            let value = kept(kind, raw);
            assert_eq!(value, Some(Value::from(in_file)), "{raw}");
            assert_eq!(shown(kind, value.as_ref()), again);
        }
        assert_eq!(kept(Kind::Page, "11"), Some(11.into()));
        assert_eq!(kept(Kind::Page, "undici"), Some("undici".into()));
        assert_eq!(kept(Kind::Words, "  "), None);
        assert_eq!(kept(Kind::Json, "{\"id\": "), Some("{\"id\": ".into()));
        assert_eq!(kept(Kind::Json, "{\"id\": \"a\"}"), Some(serde_json::json!({"id": "a"})));
    }
}
