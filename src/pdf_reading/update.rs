//! Changes to a PDF, appended to it: every byte of the original stays where it is, and readers take the later of two
//! versions of an object. This keeps all that the file has and this code knows nothing of, signatures included.

use std::collections::BTreeMap;

use hayro_syntax::object::{Dict, FromBytes, MaybeRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::xref::XRef;

use super::{NotRead, text};

/// Entries of a dictionary to be set, or removed where there is no value.
type Entries = BTreeMap<&'static str, Option<Vec<u8>>>;

/// Where the original's own table is, and what it says of the whole file.
struct Trailer<'a> {
    start: usize,
    is_stream: bool,
    dict: Dict<'a>,
}

/// What will be appended.
pub(super) struct Update<'a> {
    xref: &'a XRef,
    original: &'a [u8],
    trailer: Trailer<'a>,
    changed: BTreeMap<ObjectIdentifier, (Dict<'a>, Entries)>,
    added: BTreeMap<ObjectIdentifier, Vec<u8>>,
    next: u32,
}

impl<'a> Update<'a> {
    /// An update that changes nothing yet.
    ///
    /// # Errors
    /// When the original's table cannot be followed: what is appended to it could not be found either.
    pub(super) fn new(original: &'a [u8], xref: &'a XRef) -> Result<Self, NotRead> {
        let trailer = trailer(original).ok_or(NotRead::Damaged)?;
        let root = trailer.dict.get_ref(b"Root").map(ObjectIdentifier::from);
        let next = trailer.dict.get::<u32>(b"Size").ok_or(NotRead::Damaged)?;
        // Numbers above these are outside what readers take.
        if root != Some(xref.root_id()) || next > 8_000_000 {
            return Err(NotRead::Damaged);
        }
        Ok(Self { xref, original, trailer, changed: BTreeMap::new(), added: BTreeMap::new(), next })
    }

    /// Sets an entry of the dictionary that is the object `id`; `None` removes it.
    pub(super) fn set(&mut self, id: ObjectIdentifier, dict: &Dict<'a>, key: &'static str, value: Option<Vec<u8>>) {
        self.changed.entry(id).or_insert_with(|| (dict.clone(), BTreeMap::new())).1.insert(key, value);
    }

    /// Adds an object and returns how others refer to it.
    pub(super) fn add(&mut self, object: Vec<u8>) -> Vec<u8> {
        let mut id = ObjectIdentifier::new(self.next, 0);
        // A file may say that it has fewer objects than it has.
        while self.xref.get::<Object<'_>>(id).is_some() {
            id.obj_number += 1;
        }
        self.next = id.obj_number + 1;
        self.added.insert(id, object);
        format!("{} 0 R", id.obj_number).into_bytes()
    }

    /// The original with everything appended.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let mut out = self.original.to_vec();
        let mut places: BTreeMap<ObjectIdentifier, usize> = BTreeMap::new();
        for (id, (dict, changes)) in &self.changed {
            self.added.insert(*id, rewritten(dict, changes));
        }
        out.push(b'\n');
        for (id, object) in &self.added {
            places.insert(*id, out.len());
            out.extend(format!("{} {} obj\n", id.obj_number, id.gen_number).into_bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let start = out.len();
        let size = self.next + u32::from(self.trailer.is_stream);
        let mut entries: Entries = BTreeMap::new();
        for (key, value) in [("Size", size.to_string()), ("Prev", self.trailer.start.to_string())] {
            entries.insert(key, Some(value.into_bytes()));
        }
        for key in ["XRefStm", "Length", "Filter", "DecodeParms", "DL"] {
            entries.insert(key, None);
        }
        if self.trailer.is_stream {
            places.insert(ObjectIdentifier::new(self.next, 0), start);
            let (index, rows) = table_stream(&places);
            for (key, value) in [("W", "[1 4 2]".to_owned()), ("Index", index), ("Length", rows.len().to_string())] {
                entries.insert(key, Some(value.into_bytes()));
            }
            out.extend(format!("{} 0 obj\n", self.next).into_bytes());
            out.extend(rewritten(&self.trailer.dict, &entries));
            out.extend(b"\nstream\n");
            out.extend(rows);
            out.extend(b"\nendstream\nendobj\n");
        } else {
            out.extend(table(&places).into_bytes());
            out.extend(b"trailer\n");
            out.extend(rewritten(&self.trailer.dict, &entries));
            out.push(b'\n');
        }
        out.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
        out
    }
}

/// Follows the last `startxref`.
fn trailer(pdf: &[u8]) -> Option<Trailer<'_>> {
    let word = b"startxref";
    let at = pdf.windows(word.len()).rposition(|window| window == word)?;
    let digits = pdf[at + word.len()..].trim_ascii_start();
    let digits: String = digits.iter().map_while(|byte| byte.is_ascii_digit().then_some(char::from(*byte))).collect();
    let start: usize = digits.parse().ok()?;
    let table = pdf.get(start..)?.trim_ascii_start();
    if table.starts_with(b"xref") {
        let word = b"trailer";
        let at = table.windows(word.len()).position(|window| window == word)?;
        let dict = Dict::from_bytes(table[at + word.len()..].trim_ascii_start())?;
        return Some(Trailer { start, is_stream: false, dict });
    }
    let word = b"obj";
    let head = &table[..table.len().min(30)];
    let at = head.windows(word.len()).position(|window| window == word)?;
    let dict = Stream::from_bytes(table[at + word.len()..].trim_ascii_start())?.dict().clone();
    dict.contains_key(b"W").then_some(Trailer { start, is_stream: true, dict })
}

/// Neighbouring object numbers, each run with its places.
fn runs(places: &BTreeMap<ObjectIdentifier, usize>) -> Vec<Vec<(ObjectIdentifier, usize)>> {
    let mut runs: Vec<Vec<(ObjectIdentifier, usize)>> = Vec::new();
    for (&id, &place) in places {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(last, _)| last.obj_number + 1 == id.obj_number) => {
                run.push((id, place));
            }
            _ => runs.push(vec![(id, place)]),
        }
    }
    runs
}

fn table(places: &BTreeMap<ObjectIdentifier, usize>) -> String {
    let mut table = "xref\n".to_owned();
    for run in runs(places) {
        table += &format!("{} {}\n", run[0].0.obj_number, run.len());
        for (id, place) in run {
            table += &format!("{place:010} {:05} n \n", id.gen_number);
        }
    }
    table
}

fn table_stream(places: &BTreeMap<ObjectIdentifier, usize>) -> (String, Vec<u8>) {
    let mut index = "[".to_owned();
    let mut rows = Vec::new();
    for run in runs(places) {
        index += &format!(" {} {}", run[0].0.obj_number, run.len());
        for (id, place) in run {
            rows.push(1);
            rows.extend((place as u32).to_be_bytes());
            rows.extend((id.gen_number as u16).to_be_bytes());
        }
    }
    (index + " ]", rows)
}

/// A dictionary with some entries set or removed.
fn rewritten(dict: &Dict<'_>, changes: &Entries) -> Vec<u8> {
    let mut out = b"<<".to_vec();
    let kept = dict.entries().filter(|(key, _)| !changes.keys().any(|changed| changed.as_bytes() == key.as_ref()));
    for (key, value) in kept {
        out.extend(text::name(key.as_ref()));
        out.push(b' ');
        out.extend(object(&value, 0));
        out.push(b'\n');
    }
    for (key, value) in changes {
        let Some(value) = value else { continue };
        out.extend(text::name(key.as_bytes()));
        out.push(b' ');
        out.extend(value);
        out.push(b'\n');
    }
    out.extend(b">>");
    out
}

/// A dictionary without some of its entries.
pub(super) fn without(dict: &Dict<'_>, keys: &[&'static str]) -> Vec<u8> {
    rewritten(dict, &keys.iter().map(|key| (*key, None)).collect())
}

/// An object as it is written. Streams stand by themselves and never within another; too deep a nesting ends in nothing.
pub(super) fn object(object: &MaybeRef<Object<'_>>, depth: usize) -> Vec<u8> {
    let value = match object {
        MaybeRef::Ref(to) => return format!("{} {} R", to.obj_number, to.gen_number).into_bytes(),
        MaybeRef::NotRef(value) => value,
    };
    match value {
        _ if depth > 100 => b"null".to_vec(),
        Object::Null(_) | Object::Stream(_) => b"null".to_vec(),
        Object::Boolean(value) => value.to_string().into_bytes(),
        Object::Number(value) if value.as_f64().fract() == 0.0 => value.as_i64().to_string().into_bytes(),
        Object::Number(value) => format!("{:.6}", value.as_f64()).into_bytes(),
        Object::String(value) => text::string(value.as_bytes()),
        Object::Name(value) => text::name(value.as_ref()),
        Object::Array(items) => {
            let mut out = b"[".to_vec();
            for item in items.raw_iter() {
                out.push(b' ');
                out.extend(self::object(&item, depth + 1));
            }
            out.extend(b" ]");
            out
        }
        Object::Dict(dict) => {
            let mut out = b"<<".to_vec();
            for (key, value) in dict.entries() {
                out.extend(text::name(key.as_ref()));
                out.push(b' ');
                out.extend(self::object(&value, depth + 1));
                out.push(b' ');
            }
            out.extend(b">>");
            out
        }
    }
}
