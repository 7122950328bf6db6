//! A file out of a PDF: the answers that an application of ours carries in itself.

use std::collections::HashSet;

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream, String as Text};
use hayro_syntax::xref::XRef;

use super::{NotRead, guard, text};

/// The answers of a person have some kilobytes.
const LARGEST: usize = 5 << 20;
const MB: usize = 1 << 20;
/// Nodes of a tree of names, or files in a list, that are looked at.
const MANY: usize = 10_000;

/// The file `name` that is attached to a PDF: found among its attached files, or else among those associated with it.
///
/// Whatever the bytes are, this ends, in bounded memory, with a file or an error.
///
/// # Errors
/// When the bytes are no PDF, a damaged or an encrypted one, when it has no such file, and when the file is larger than
/// 5 MB once unpacked.
pub fn attached(pdf: &[u8], name: &str) -> Result<Vec<u8>, NotRead> {
    let pdf = guard::open(pdf)?;
    let xref = pdf.xref();
    let catalog: Dict<'_> = xref.get(xref.root_id()).ok_or(NotRead::Damaged)?;
    let by_name = below(&catalog, "Names")?.map_or(Ok(None), |names| below(&names, "EmbeddedFiles"))?;
    let mut files = by_name.map(|root| tree(root, xref)).unwrap_or_default();
    let associated = catalog.get::<Array<'_>>(b"AF").into_iter();
    let associated = associated.flat_map(|files| files.iter::<Object<'_>>()).take(MANY);
    files.extend(associated.filter_map(|file| file.into_dict().map(|file| (None, file))));
    let named = |(key, file): &(Option<String>, Dict<'_>)| {
        let own = |key: &str| file.get::<Text<'_>>(key).is_some_and(|own| text::read(own.as_bytes()) == name);
        own("UF") || own("F") || key.as_deref() == Some(name)
    };
    let missing = || NotRead::NoSuchFile { name: name.to_owned() };
    let (_, file) = files.iter().find(|file| named(file)).ok_or_else(missing)?;
    let embedded: Dict<'_> = file.get(b"EF").ok_or_else(missing)?;
    let stream = embedded.get::<Stream<'_>>(b"UF").or_else(|| embedded.get(b"F")).ok_or(NotRead::Damaged)?;
    content(&stream)
}

/// A dictionary in another; damage is if it is referred to and not there.
fn below<'a>(dict: &Dict<'a>, key: &str) -> Result<Option<Dict<'a>>, NotRead> {
    let below = dict.get(key);
    if below.is_none() && dict.contains_key(key) { Err(NotRead::Damaged) } else { Ok(below) }
}

fn content(stream: &Stream<'_>) -> Result<Vec<u8>, NotRead> {
    let raw = stream.raw_data();
    let bytes = match stream.filters().as_slice() {
        [] => (raw.len() <= LARGEST).then(|| raw.into_owned()),
        [Filter::FlateDecode] if !stream.dict().contains_key(b"DecodeParms") => guard::unpack(&raw, LARGEST),
        // Packed by another program in some other way; how large it becomes was looked at when the file was opened.
        _ => {
            let decoded = stream.decoded_data().map_err(|_| NotRead::Damaged)?;
            (decoded.len() <= LARGEST).then(|| decoded.into_owned())
        }
    };
    bytes.ok_or(NotRead::TooLarge { megabytes: LARGEST / MB })
}

/// The files of a tree of names, with the names they have in it. Branches that were seen already are not followed.
fn tree<'a>(root: Dict<'a>, xref: &'a XRef) -> Vec<(Option<String>, Dict<'a>)> {
    let mut files = Vec::new();
    let mut seen: HashSet<ObjectIdentifier> = HashSet::new();
    let mut nodes = vec![root];
    for _ in 0..MANY {
        let Some(node) = nodes.pop() else { break };
        let mut items = node.get::<Array<'_>>(b"Names").unwrap_or_default().flex_iter();
        while let Some(key) = items.next::<Text<'_>>() {
            let Some(file) = items.next::<Dict<'_>>() else { break };
            files.push((Some(text::read(key.as_bytes())), file));
            if files.len() == MANY {
                return files;
            }
        }
        let kids = node.get::<Array<'_>>(b"Kids").unwrap_or_default();
        for kid in kids.raw_iter().take(MANY) {
            if let MaybeRef::Ref(kid) = kid
                && seen.insert(kid.into())
            {
                nodes.extend(xref.get::<Dict<'_>>(kid.into()));
            }
        }
    }
    files
}
