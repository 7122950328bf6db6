//! What is published beside the page: `catalogue.json`, made with the site.

use serde_json::Value;

/// Every programme and notice of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Programmes.
    pub programmes: Vec<Listed>,
    /// Notices.
    pub notices: Vec<Listed>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Id.
    pub id: String,
    /// What to call it; its id, where the list says no more.
    pub title: String,
}

impl Catalogue {
    /// Reads the list; nothing where it is none.
    pub fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let list =
            |key: &str| -> Option<Vec<Listed>> { value.get(key)?.as_array()?.iter().map(Listed::read).collect() };
        Some(Self { programmes: list("programmes")?, notices: list("notices")? })
    }
}

impl Listed {
    fn read(value: &Value) -> Option<Self> {
        let id = value.get("id")?.as_str()?;
        let title = value.get("title").and_then(|title| title.get("it")).and_then(Value::as_str);
        Some(Self { id: id.into(), title: title.unwrap_or(id).into() })
    }
}
