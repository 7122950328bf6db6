//! The fields of a form as the file has them: a tree whose leaves inherit from their branches, each leaf with the places
//! on pages where it shows ("widgets").

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as Text};
use hayro_syntax::xref::XRef;

use super::{NotRead, text};

/// Fields and branches that are looked at, and how deep: more than any form has.
const MANY: usize = 10_000;
const DEEP: usize = 32;

/// A form.
pub(super) struct Form<'a> {
    pub xref: &'a XRef,
    pub catalog: Dict<'a>,
    pub dict: Dict<'a>,
    pub fields: Vec<Field<'a>>,
}

/// A field.
pub(super) struct Field<'a> {
    pub name: String,
    pub id: ObjectIdentifier,
    /// From the field to the root of its tree: what an entry is inherited from.
    line: Vec<Dict<'a>>,
    pub widgets: Vec<Widget<'a>>,
}

/// Where a field shows.
pub(super) struct Widget<'a> {
    pub id: ObjectIdentifier,
    pub dict: Dict<'a>,
    /// Counted from one.
    pub page: Option<usize>,
    /// Of a button: the name of its state when it is on.
    pub on: Option<Vec<u8>>,
}

impl<'a> Field<'a> {
    /// The field's own dictionary.
    pub(super) fn dict(&self) -> &Dict<'a> {
        &self.line[0]
    }

    /// An entry of the field, or of the nearest branch that has it.
    pub(super) fn inherited(&self, key: &str) -> Option<Object<'a>> {
        self.line.iter().find_map(|dict| dict.get(key))
    }

    /// What kind it is: `Tx`, `Btn`, `Ch` or `Sig`.
    pub(super) fn kind(&self) -> Vec<u8> {
        let kind = self.inherited("FT").and_then(Object::into_name);
        kind.map(|kind| kind.as_ref().to_vec()).unwrap_or_default()
    }

    /// Whether flag `position` of the field is set, counted from one as in the standard.
    pub(super) fn flag(&self, position: u32) -> bool {
        let flags = self.inherited("Ff").and_then(Object::into_number);
        flags.is_some_and(|flags| flags.as_i64() >> (position - 1) & 1 == 1)
    }

    /// How many characters it takes.
    pub(super) fn max_length(&self) -> Option<usize> {
        let length = self.inherited("MaxLen").and_then(Object::into_number)?.as_i64();
        usize::try_from(length).ok().filter(|length| *length > 0)
    }

    /// The options of a choice, or the export values of a button's widgets: what is stored, and what is shown.
    pub(super) fn options(&self) -> Vec<(String, String)> {
        let options = self.inherited("Opt").and_then(Object::into_array).unwrap_or_default();
        let read = |text: Text<'_>| self::text::read(text.as_bytes());
        let option = |option: Object<'_>| match option {
            Object::String(both) => Some((read(both.clone()), read(both))),
            Object::Array(pair) => {
                let mut pair = pair.iter::<Text<'_>>();
                Some((read(pair.next()?), read(pair.next()?)))
            }
            _ => None,
        };
        options.iter::<Object<'_>>().take(MANY).filter_map(option).collect()
    }
}

/// Reads the form of a PDF.
///
/// # Errors
/// When there is none, when it has no fields, and when its fields are in XFA alone.
pub(super) fn form(pdf: &Pdf) -> Result<Form<'_>, NotRead> {
    let xref = pdf.xref();
    let catalog: Dict<'_> = xref.get(xref.root_id()).ok_or(NotRead::Damaged)?;
    // A form that the catalog refers to and that is not there was lost.
    let lost = if catalog.contains_key(b"AcroForm") { NotRead::Damaged } else { NotRead::NoForm };
    let dict: Dict<'_> = catalog.get(b"AcroForm").ok_or(lost)?;
    let mut pages = HashMap::new();
    for (at, page) in pdf.pages().iter().enumerate() {
        let annotations = page.raw().get::<Array<'_>>(b"Annots").unwrap_or_default();
        for annotation in annotations.raw_iter().take(MANY) {
            if let MaybeRef::Ref(id) = annotation {
                pages.entry(ObjectIdentifier::from(id)).or_insert(at + 1);
            }
        }
    }
    let mut walk = Walk { xref, pages, seen: HashSet::new(), fields: Vec::new() };
    walk.kids(&dict.get(b"Fields").unwrap_or_default(), &[], "");
    let fields = walk.fields;
    // A form that was meant for XFA may come with a page that only says so, and no fields.
    let dynamic = catalog.get::<bool>(b"NeedsRendering") == Some(true);
    match dict.contains_key(b"XFA") {
        true if dynamic || fields.is_empty() => Err(NotRead::OnlyXfa),
        false if fields.is_empty() => Err(NotRead::NoForm),
        _ => Ok(Form { xref, catalog, dict, fields }),
    }
}

struct Walk<'a> {
    xref: &'a XRef,
    pages: HashMap<ObjectIdentifier, usize>,
    seen: HashSet<ObjectIdentifier>,
    fields: Vec<Field<'a>>,
}

impl<'a> Walk<'a> {
    /// Takes the fields below a branch. Only objects of their own can be fields.
    fn kids(&mut self, kids: &Array<'a>, line: &[Dict<'a>], prefix: &str) {
        for (id, dict) in self.own(kids) {
            let part = dict.get::<Text<'_>>(b"T").map(|part| text::read(part.as_bytes()));
            let name = match part {
                Some(part) if prefix.is_empty() => part,
                Some(part) => format!("{prefix}.{part}"),
                None => prefix.to_owned(),
            };
            let mut line = line.to_vec();
            line.insert(0, dict.clone());
            let kids: Array<'_> = dict.get(b"Kids").unwrap_or_default();
            let is_branch = kids.iter::<Dict<'_>>().take(MANY).any(|kid| kid.contains_key(b"T"));
            if is_branch && line.len() < DEEP {
                self.kids(&kids, &line, &name);
            } else if self.fields.len() < MANY {
                let mut places = self.own(&kids);
                if places.is_empty() {
                    places.push((id, dict));
                }
                let widgets = places.into_iter().map(|(id, dict)| self.widget(id, dict)).collect();
                self.fields.push(Field { name, id, line, widgets });
            }
        }
    }

    /// The dictionaries that a list refers to, each only the first time that it is met anywhere.
    fn own(&mut self, list: &Array<'a>) -> Vec<(ObjectIdentifier, Dict<'a>)> {
        let mut own = Vec::new();
        for item in list.raw_iter() {
            if let MaybeRef::Ref(id) = item
                && self.seen.len() < MANY
                && self.seen.insert(id.into())
                && let Some(dict) = self.xref.get::<Dict<'a>>(id.into())
            {
                own.push((id.into(), dict));
            }
        }
        own
    }

    fn widget(&self, id: ObjectIdentifier, dict: Dict<'a>) -> Widget<'a> {
        let states: Option<Dict<'_>> = dict.get::<Dict<'_>>(b"AP").and_then(|looks| looks.get(b"N"));
        let on = states.and_then(|states| {
            let mut names: Vec<Name<'_>> = states.keys().filter(|name| name.as_ref() != b"Off").collect();
            names.sort();
            names.first().map(|name| name.as_ref().to_vec())
        });
        Widget { id, page: self.pages.get(&id).copied(), dict, on }
    }
}
