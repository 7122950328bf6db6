//! The published JSON Schemas, each as one document: in the site a notice's points to the programme's beside it.

use serde_json::Value;

use crate::files::Faults;

/// What there is a schema of.
pub const OF: [&str; 3] = ["programme", "notice", "answers"];

const PROGRAMME: &str = include_str!("../../../public/schema/programme.json");
const NOTICE: &str = include_str!("../../../public/schema/notice.json");
const ANSWERS: &str = include_str!("../../../public/schema/answers.json");

/// How the schema of a notice points to what the programme's defines.
const OF_PROGRAMME: &str = "programme.json#";
const DEFINED: &str = "#/$defs/";

/// The schema of one of [`OF`].
pub fn schema(of: &str) -> Result<Value, Faults> {
    match of {
        "programme" => parsed(PROGRAMME),
        "notice" => Ok(whole(parsed(NOTICE)?, &parsed(PROGRAMME)?)),
        _ => parsed(ANSWERS),
    }
}

fn parsed(schema: &str) -> Result<Value, Faults> {
    serde_json::from_str(schema).map_err(|why| vec![why.to_string()])
}

/// The schema of a notice with everything in it that it takes from the programme's.
fn whole(mut notice: Value, programme: &Value) -> Value {
    let mut wanted = Vec::new();
    take_home(&mut notice, &mut wanted);
    while let Some(name) = wanted.pop() {
        if notice["$defs"].get(&name).is_none() {
            let mut defined = programme["$defs"][&name].clone();
            take_home(&mut defined, &mut wanted);
            notice["$defs"][name] = defined;
        }
    }
    notice
}

/// Makes references to the programme's schema references to this one, and names what they need.
fn take_home(schema: &mut Value, wanted: &mut Vec<String>) {
    match schema {
        Value::String(text) => {
            if let Some(here) = text.strip_prefix(OF_PROGRAMME) {
                *text = format!("#{here}");
            }
            wanted.extend(text.strip_prefix(DEFINED).map(Into::into));
        }
        Value::Object(keys) => keys.values_mut().for_each(|value| take_home(value, wanted)),
        Value::Array(items) => items.iter_mut().for_each(|value| take_home(value, wanted)),
        _ => {}
    }
}
