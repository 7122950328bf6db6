//! Opening a PDF whatever it holds.
//!
//! The library reads objects only when they are asked for, but unpacks the tables and the streams that hold objects
//! without asking how large they become: a hundred kilobytes can be packed so as to fill any memory. So this walks once
//! over the bytes before the library sees them, finds everything that could be unpacked, and unpacks it into nothing to
//! see how large it would be. It asks no table where things are, since a table may lie; it needs no memory, and time in
//! proportion to the file and to what may come out of it.

use hayro_syntax::object::{Dict, FromBytes, MaybeRef, Name, Object, Stream};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::NotRead;

const MB: usize = 1 << 20;
/// A form that an office publishes has a megabyte or two, an application of ours a tenth of one.
const FILE: usize = 10 * MB;
/// Everything in the file, unpacked: pictures may be many times as large as they come.
const UNPACKED: usize = 256 * MB;
/// A table of objects, unpacked; it takes memory for each of its bytes.
const TABLE: usize = 2 * MB;
/// A stream of objects, unpacked.
const OBJECTS: usize = 16 * MB;
/// Dictionaries within dictionaries, reckoned roughly: letters of a picture may look like the one or the other.
const NESTED: usize = 200;
/// Things that begin and never end. A damaged file has a few; searching for the end of each takes its time.
const UNENDED: usize = 64;

/// Opens a PDF.
pub(super) fn open(pdf: &[u8]) -> Result<Pdf, NotRead> {
    if !find(&pdf[..pdf.len().min(1024)], b"%PDF-") {
        return Err(NotRead::NotPdf);
    }
    if pdf.len() > FILE {
        return Err(NotRead::TooLarge { megabytes: FILE / MB });
    }
    examine(pdf)?;
    let read = Pdf::new(pdf.to_vec());
    read.map_err(|fault| match fault {
        LoadPdfError::Decryption(_) => NotRead::Encrypted,
        LoadPdfError::Invalid => NotRead::Damaged,
    })
}

fn find(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)).count()
}

/// Looks at every dictionary after `obj` or `trailer`, and at the stream after it.
fn examine(pdf: &[u8]) -> Result<(), NotRead> {
    let mut unpacked = 0;
    let mut unended = 0;
    let mut read = 0;
    let mut nested = 0_usize;
    let mut at = 0;
    while at < pdf.len() {
        let rest = &pdf[at..];
        match rest {
            [b'<', b'<', ..] => nested += 1,
            [b'>', b'>', ..] => nested = nested.saturating_sub(1),
            _ => {}
        }
        if nested > NESTED {
            return Err(NotRead::Damaged);
        }
        let Some(word) = [&b"obj"[..], b"trailer"].into_iter().find(|word| rest.starts_with(word)) else {
            at += 1;
            continue;
        };
        at += word.len();
        let start = at + spaces(&pdf[at..]);
        if !pdf[start..].starts_with(b"<<") {
            continue;
        }
        let Some(dict) = Dict::from_bytes(&pdf[start..]) else {
            unended += 1;
            if unended > UNENDED {
                return Err(NotRead::Damaged);
            }
            continue;
        };
        read += dict.data().len();
        if read > 4 * pdf.len() {
            return Err(NotRead::Damaged);
        }
        let is_table = dict.contains_key(b"W");
        if (word == b"trailer" || is_table) && dict.contains_key(b"Encrypt") {
            return Err(NotRead::Encrypted);
        }
        let end = start + dict.data().len();
        // Without a stream, what looked like an object may be a part of one: its inside is searched too.
        let Some(data) = stream(&pdf[end..]) else { continue };
        unended += usize::from(!ends(data));
        if unended > UNENDED {
            return Err(NotRead::Damaged);
        }
        let limit = match () {
            () if is_table => TABLE,
            () if dict.contains_key(b"First") => OBJECTS,
            () => UNPACKED,
        };
        let size = size(&dict, data, limit)?;
        unpacked += size;
        if size > limit || unpacked > UNPACKED {
            return Err(NotRead::TooLarge { megabytes: UNPACKED / MB });
        }
        at = end;
    }
    Ok(())
}

/// What stands between `stream` and the end of the file.
fn stream(after: &[u8]) -> Option<&[u8]> {
    let mut after = after;
    loop {
        after = &after[spaces(after)..];
        if !after.starts_with(b"%") {
            break;
        }
        let line = after.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
        after = &after[line..];
    }
    let data = after.strip_prefix(b"stream")?;
    data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).or_else(|| data.strip_prefix(b"\r"))
}

/// Whether a stream ends before another begins.
fn ends(data: &[u8]) -> bool {
    let part = b"stream";
    let next = data.windows(part.len()).position(|window| window == part);
    next.is_some_and(|next| data[..next].ends_with(b"end"))
}

/// How large a stream becomes at the most, counted no further than just above `limit`.
fn size(dict: &Dict<'_>, data: &[u8], limit: usize) -> Result<usize, NotRead> {
    let mut filters = filters(dict);
    let texts = filters.iter().take_while(|filter| matches!(filter, Filter::AsciiHexDecode | Filter::Ascii85Decode));
    let texts = texts.count();
    if !rows_are_sound(dict) {
        return Err(NotRead::Damaged);
    }
    let packed: Vec<Filter> = filters.split_off(texts);
    match packed.as_slice() {
        // The library unpacks no pictures here.
        [] | [Filter::DctDecode | Filter::JpxDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode, ..] => Ok(0),
        [Filter::FlateDecode] if texts == 0 => {
            // Where the length is a number, the data end there or at the word; elsewhere anywhere.
            let length = dict.get_ref(b"Length").map_or_else(|| dict.get::<u32>(b"Length"), |_| Some(u32::MAX));
            let end = within(data).max(length.unwrap_or(0) as usize).min(data.len());
            inflated(&data[..end], limit)
        }
        [Filter::FlateDecode] => inflated(&plain(&filters, data).ok_or(NotRead::Damaged)?, limit),
        // What a byte becomes at the most.
        [Filter::RunLengthDecode] => Ok(within(data) * 64),
        [Filter::LzwDecode] => Ok(within(data) * 2048),
        // No program packs twice, except to hide how large a thing is.
        _ => Err(NotRead::TooLarge { megabytes: UNPACKED / MB }),
    }
}

fn within(data: &[u8]) -> usize {
    let part = b"endstream";
    data.windows(part.len()).position(|window| window == part).unwrap_or(data.len())
}

/// Undoes encodings as text, which only make things larger.
fn plain(filters: &[Filter], data: &[u8]) -> Option<Vec<u8>> {
    let mut data = data[..within(data)].to_vec();
    for filter in filters {
        let name = if *filter == Filter::AsciiHexDecode { "AHx" } else { "A85" };
        let mut object = format!("<</Length {}/Filter/{name}>>stream\n", data.len()).into_bytes();
        object.append(&mut data);
        object.extend_from_slice(b"\nendstream");
        data = Stream::from_bytes(&object)?.decoded_data().ok()?.into_owned();
    }
    Some(data)
}

/// Whether rows of differences, which packing may be about, have a length that can be worked with: the library divides by
/// it, and makes room for it.
fn rows_are_sound(dict: &Dict<'_>) -> bool {
    let sound = |rows: &Dict<'_>| {
        let keys = ["Predictor", "Columns", "Colors", "BitsPerComponent"];
        let [predictor, columns, colours, bits] = keys.map(|key| rows.get::<i64>(key));
        let is_said_elsewhere = keys.iter().any(|key| rows.get_ref(key).is_some());
        let (columns, colours, bits) = (columns.unwrap_or(1), colours.unwrap_or(1), bits.unwrap_or(8));
        let is_sound = (1..=65_536).contains(&columns) && (1..=15).contains(&colours) && (1..=16).contains(&bits);
        !is_said_elsewhere && (predictor.unwrap_or(1) <= 1 || (is_sound && colours * bits <= 255))
    };
    ["DP", "DecodeParms"].into_iter().all(|key| match dict.get_raw::<Object<'_>>(key) {
        None | Some(MaybeRef::NotRef(Object::Null(_))) => true,
        Some(MaybeRef::NotRef(Object::Dict(rows))) => sound(&rows),
        Some(MaybeRef::NotRef(Object::Array(list))) => list.raw_iter().all(|rows| match rows {
            MaybeRef::NotRef(Object::Dict(rows)) => sound(&rows),
            MaybeRef::NotRef(_) => true,
            MaybeRef::Ref(_) => false,
        }),
        _ => false,
    })
}

/// The filters of a stream, read without a table of objects: a reference instead of a name counts as packed twice.
fn filters(dict: &Dict<'_>) -> Vec<Filter> {
    let unknown = vec![Filter::Crypt];
    // `F` is either short for it or says that the data are in another file, which no form does.
    if dict.contains_key(b"F") || dict.get_ref(b"Filter").is_some() {
        return unknown;
    }
    let names: Vec<Option<Name<'_>>> = match dict.get::<Object<'_>>(b"Filter") {
        Some(Object::Name(name)) => vec![Some(name)],
        Some(Object::Array(names)) => names
            .raw_iter()
            .map(|item| match item {
                MaybeRef::NotRef(Object::Name(name)) => Some(name),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let known = |name: &Option<Name<'_>>| {
        Some(match name.as_ref()?.as_ref() {
            b"FlateDecode" | b"Fl" => Filter::FlateDecode,
            b"LZWDecode" | b"LZW" => Filter::LzwDecode,
            b"RunLengthDecode" | b"RL" => Filter::RunLengthDecode,
            b"ASCIIHexDecode" | b"AHx" => Filter::AsciiHexDecode,
            b"ASCII85Decode" | b"A85" => Filter::Ascii85Decode,
            b"DCTDecode" | b"DCT" => Filter::DctDecode,
            b"JPXDecode" => Filter::JpxDecode,
            b"CCITTFaxDecode" | b"CCF" => Filter::CcittFaxDecode,
            b"JBIG2Decode" => Filter::Jbig2Decode,
            // The library passes over names that it does not know, and so does this.
            _ => return None,
        })
    };
    if names.iter().any(Option::is_none) {
        return unknown;
    }
    names.iter().filter_map(known).collect()
}

/// Unpacks into nothing, and says how much it was. The library goes on where this meets nonsense: that is told by what
/// the rest could become at the worst.
fn inflated(data: &[u8], limit: usize) -> Result<usize, NotRead> {
    let mut total = 0;
    let broken = inflate(data, |piece| {
        total += piece.len();
        total <= limit
    });
    match broken {
        Some(at) if total + (data.len() - at).saturating_mul(1032) > limit => Err(NotRead::Damaged),
        Some(at) => Ok(total + (data.len() - at) * 1032),
        None => Ok(total),
    }
}

/// Unpacks what `FlateDecode` packed, unless it becomes larger than `limit`. What a damaged end leaves is given.
pub(super) fn unpack(data: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    let mut fits = true;
    inflate(data, |piece| {
        fits = whole.len() + piece.len() <= limit;
        if fits {
            whole.extend_from_slice(piece);
        }
        fits
    });
    fits.then_some(whole)
}

/// Hands over piece after piece until one is refused; returns where nonsense begins, if it does. Like the library, it
/// takes data without a header too.
fn inflate(data: &[u8], mut take: impl FnMut(&[u8]) -> bool) -> Option<usize> {
    let headed = matches!(data, [first, second, ..]
        if first & 15 == 8 && (usize::from(*first) << 8 | usize::from(*second)).is_multiple_of(31) && second & 32 == 0);
    let header = if headed { TINFL_FLAG_PARSE_ZLIB_HEADER } else { 0 };
    let mut window = vec![0; 32 << 10];
    let mut state = Box::new(DecompressorOxide::new());
    let (mut from, mut to) = (0, 0);
    loop {
        let flags = header | TINFL_FLAG_IGNORE_ADLER32 | TINFL_FLAG_HAS_MORE_INPUT;
        let (status, read, written) = decompress(&mut state, &data[from..], &mut window, to, flags);
        if written > 0 && !take(&window[to..to + written]) {
            return None;
        }
        from += read;
        to = (to + written) % window.len();
        match status {
            TINFLStatus::HasMoreOutput => {}
            TINFLStatus::Done | TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => return None,
            _ => return Some(from),
        }
    }
}
