//! Texts outside pages: names and values of fields, names of files. They are in PDF's own encoding or in Unicode.

use super::glyphs::{DOC_HIGH, DOC_LOW};

/// Reads a text string.
pub(super) fn read(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| letter(byte)).collect(),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

fn letter(byte: u8) -> char {
    let special = match byte {
        24..=31 => DOC_LOW.chars().nth(usize::from(byte - 24)),
        128..=160 => DOC_HIGH.chars().nth(usize::from(byte - 128)),
        _ => None,
    };
    special.unwrap_or(char::from(byte))
}

/// Writes a text string: as Latin letters where that is enough, else in Unicode.
pub(super) fn written(text: &str) -> Vec<u8> {
    if text.chars().all(|letter| matches!(letter, '\t' | '\n' | '\r' | ' '..='~')) {
        return string(text.as_bytes());
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    string(&bytes)
}

/// Writes bytes as a string of PDF's syntax.
pub(super) fn string(bytes: &[u8]) -> Vec<u8> {
    if bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        let mut written = vec![b'('];
        for &byte in bytes {
            if matches!(byte, b'(' | b')' | b'\\') {
                written.push(b'\\');
            }
            written.push(byte);
        }
        written.push(b')');
        return written;
    }
    let digits = bytes.iter().flat_map(|byte| format!("{byte:02X}").into_bytes());
    [b'<'].into_iter().chain(digits).chain([b'>']).collect()
}

/// Writes a name of PDF's syntax.
pub(super) fn name(bytes: &[u8]) -> Vec<u8> {
    let mut written = vec![b'/'];
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'*' | b':' | b',') {
            written.push(byte);
        } else {
            written.extend(format!("#{byte:02X}").into_bytes());
        }
    }
    written
}
