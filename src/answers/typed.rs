//! Answers as people type them in Italian: `1.234,56`, `12/03/1990`. What cannot be understood is refused, with the
//! reason, and stays in the field.

use crate::date::Date;
use crate::money::Euro;
use rust_decimal::Decimal;

use super::Answer;
use super::read::{halves, size as in_bounds};

/// Why what was typed is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUnderstood {
    /// No amount at all.
    MoneyEmpty,
    /// An amount with a minus.
    MoneyBelowZero,
    /// An amount with something else than figures in it.
    MoneySign(char),
    /// An amount with more than one comma, or a point after it.
    MoneyTwoCommas,
    /// An amount with more than two decimals.
    MoneyCents,
    /// An amount of a thousand million or more.
    MoneyTooLarge,
    /// An amount with points that part no thousands.
    MoneyThousands,
    /// No day, month and year in figures.
    DayShape,
    /// A date that begins with the year.
    DayOrder,
    /// A year without four figures.
    DayYearFigures,
    /// A year before 1900 or after 2199.
    DayYear(u16),
    /// A thirteenth month.
    DayMonth(u16),
    /// A day, a month and a year that no calendar has.
    DayNone(u16, u16, u16),
    /// A day after the day of the estimate.
    DayAhead,
    /// No number at all.
    CountEmpty,
    /// A number with decimals.
    CountWhole,
    /// A number below or above what can be.
    CountRange {
        /// The smallest that can be.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// A number with something else than figures in it.
    CountFigures,
    /// No size between these bounds.
    Size {
        /// The smallest that can be.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// No total of a scale, in halves, from 0 to this.
    Scale {
        /// The largest that can be.
        most: u32,
    },
}

/// Reads an amount: `1234,56`, `1.234,56`, `1234.5`, with or without `€` and spaces.
///
/// A point is a thousands separator where it stands before exactly three digits, a decimal point before one or two.
///
/// # Errors
/// What is wrong.
pub fn money(raw: &str) -> Result<Euro, NotUnderstood> {
    let text: String = raw
        .trim()
        .trim_start_matches('€')
        .trim_end_matches('€')
        .trim()
        .split([' ', '\u{a0}', '\u{202f}', '\''])
        .collect();
    let text = text.trim_end_matches("euro").trim_end_matches("EUR");
    if text.is_empty() {
        return Err(NotUnderstood::MoneyEmpty);
    }
    if text.starts_with(['-', '−', '–']) {
        return Err(NotUnderstood::MoneyBelowZero);
    }
    if let Some(odd) = text.chars().find(|c| !c.is_ascii_digit() && !",.".contains(*c)) {
        return Err(NotUnderstood::MoneySign(odd));
    }
    let (whole, cents) = match text.split_once(',') {
        Some((_, cents)) if cents.contains(',') || cents.contains('.') => {
            return Err(NotUnderstood::MoneyTwoCommas);
        }
        Some((whole, cents)) => (grouped(whole)?, cents),
        None => match text.rsplit_once('.') {
            Some((whole, cents)) if !whole.contains('.') && matches!(cents.len(), 1 | 2) => (whole.to_owned(), cents),
            _ => (grouped(text)?, ""),
        },
    };
    if cents.len() > 2 {
        return Err(NotUnderstood::MoneyCents);
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if whole.len() > 9 {
        return Err(NotUnderstood::MoneyTooLarge);
    }
    let plain = if cents.is_empty() { whole.to_owned() } else { format!("{whole}.{cents}") };
    plain.parse().map_err(|_| NotUnderstood::MoneyEmpty)
}

/// An answer as a person would type it; what is chosen by its value.
pub fn as_typed(answer: &Answer) -> String {
    match answer {
        Answer::Choice(value) | Answer::Municipality(value) => value.clone(),
        Answer::Supports(ids) => ids.join(" "),
        Answer::Day(day) => {
            let (year, month, day) = day.parts();
            format!("{day:02}/{month:02}/{year}")
        }
        Answer::Money(amount) => amount.to_string().replace('.', ","),
        Answer::Count(count) => count.to_string(),
        Answer::Scale(number) | Answer::Measure(number) => number.to_string().replace('.', ","),
    }
}

/// Digits that may be grouped by thousands with points.
fn grouped(text: &str) -> Result<String, NotUnderstood> {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if !rest.is_empty() && (first.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3)) {
        return Err(NotUnderstood::MoneyThousands);
    }
    Ok(text.replace('.', ""))
}

/// Reads a day: `12/03/1990`, `12.3.1990`, `12-03-1990`, `12 3 1990`.
///
/// # Errors
/// What is wrong.
pub fn day(raw: &str) -> Result<Date, NotUnderstood> {
    let parts: Vec<&str> = raw.trim().split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return Err(NotUnderstood::DayShape) };
    if day.len() == 4 {
        return Err(NotUnderstood::DayOrder);
    }
    if parts.iter().any(|part| part.bytes().any(|byte| !byte.is_ascii_digit())) {
        return Err(NotUnderstood::DayShape);
    }
    if year.len() != 4 {
        return Err(NotUnderstood::DayYearFigures);
    }
    let number = |text: &str| text.parse::<u16>().unwrap_or(u16::MAX);
    let (day, month, year) = (number(day), number(month), number(year));
    if !(1900..2200).contains(&year) {
        return Err(NotUnderstood::DayYear(year));
    }
    if !(1..=12).contains(&month) {
        return Err(NotUnderstood::DayMonth(month));
    }
    let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
    Date::new(year, small(month), small(day)).map_err(|_| NotUnderstood::DayNone(day, month, year))
}

/// Reads a whole number between two bounds.
///
/// # Errors
/// What is wrong.
pub fn count(raw: &str, at_least: u32, at_most: u32) -> Result<u32, NotUnderstood> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(NotUnderstood::CountEmpty);
    }
    if text.contains([',', '.']) {
        return Err(NotUnderstood::CountWhole);
    }
    match text.parse::<u32>() {
        Ok(count) if (at_least..=at_most).contains(&count) => Ok(count),
        Ok(_) => Err(NotUnderstood::CountRange { least: at_least, most: at_most }),
        Err(_) => Err(NotUnderstood::CountFigures),
    }
}

/// Reads a total from 0 to `at_most` in halves: `4`, `7,5`.
///
/// # Errors
/// What is wrong.
pub fn scale(raw: &str, at_most: u32) -> Result<Decimal, NotUnderstood> {
    halves(&raw.trim().replace(',', "."), at_most).ok_or(NotUnderstood::Scale { most: at_most })
}

/// Reads a size between two bounds, with at most two decimals: `50`, `43,5`.
///
/// # Errors
/// What is wrong.
pub fn size(raw: &str, least: u32, most: u32) -> Result<Decimal, NotUnderstood> {
    in_bounds(&raw.trim().replace(',', "."), (least, most)).ok_or(NotUnderstood::Size { least, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_typed_the_italian_way() {
        for (raw, read) in [
            ("1.234,56", "1234.56"),
            ("1234,56", "1234.56"),
            ("1234.5", "1234.50"),
            ("1.234", "1234.00"),
            ("€ 450", "450.00"),
            ("450 €", "450.00"),
            ("0", "0.00"),
            ("000,50", "0.50"),
            ("1 234,5", "1234.50"),
            ("1.234.567", "1234567.00"),
            (" 12,00 ", "12.00"),
            ("1'200", "1200.00"),
            ("600 euro", "600.00"),
            ("5,", "5.00"),
        ] {
            assert_eq!(money(raw).map(|amount| amount.to_string()).as_deref(), Ok(read), "{raw}");
        }
        for raw in
            ["", "-5", "4oo", "1,234,5", "1.23.4", "12.3456", "1,234", "12345.678", "1e3", "1234567890", ",,", "١٢"]
        {
            assert!(money(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn days_are_typed_day_first() {
        for raw in ["12/03/1990", "12/3/1990", "12.03.1990", "12-03-1990", "12 3 1990"] {
            assert_eq!(day(raw).map(|day| day.to_string()).as_deref(), Ok("1990-03-12"), "{raw}");
        }
        for raw in [
            "",
            "12/03",
            "1990-03-12",
            "12/03/90",
            "31/04/1990",
            "12/13/1990",
            "29/02/1990",
            "aa/bb/cccc",
            "1/1/1800",
            "12/03/19900",
        ] {
            assert!(day(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn counts_and_scales_have_bounds() {
        assert_eq!(count(" 3 ", 1, 9999), Ok(3));
        for raw in ["", "0", "10000", "3,5", "tre", "-1", "99999999999"] {
            assert!(count(raw, 1, 9999).is_err(), "{raw}");
        }
        assert_eq!(scale("7,5", 8).map(|total| total.to_string()).as_deref(), Ok("7.5"));
        for raw in ["", "8,5", "7,3", "-1", "sette"] {
            assert!(scale(raw, 8).is_err(), "{raw}");
        }
        for (raw, read) in [("50", "50"), (" 43,5 ", "43.5"), ("43.50", "43.5"), ("1", "1"), ("999", "999")] {
            assert_eq!(size(raw, 1, 999).map(|size| size.to_string()).as_deref(), Ok(read), "{raw}");
        }
        for raw in ["", "0", "0,99", "999,01", "5000", "-50", "43,555", "1.000", "50 m²", "cinquanta"] {
            assert!(size(raw, 1, 999).is_err(), "{raw}");
        }
    }
}
