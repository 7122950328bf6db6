//! Calendar days, and ages counted in them. Nothing here knows which day is today: that is always an argument.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A day of the calendar, from the year 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(time::Date);

/// The text or the numbers are no day of the calendar between 1900 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

impl fmt::Display for NoSuchDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("serve una data che esiste, dal 1900 al 2199, scritta come \"1990-05-10\"")
    }
}

impl std::error::Error for NoSuchDay {}

impl Date {
    /// The day with these numbers.
    ///
    /// # Errors
    /// When there is no such day: 31 April, 29 February of a common year, the year 90.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NoSuchDay> {
        if !(1900..2200).contains(&year) {
            return Err(NoSuchDay);
        }
        let month = time::Month::try_from(month).map_err(|_| NoSuchDay)?;
        time::Date::from_calendar_date(i32::from(year), month, day).map(Self).map_err(|_| NoSuchDay)
    }

    /// Year, month from 1, day of the month from 1.
    pub fn parts(self) -> (u16, u8, u8) {
        let (year, month, day) = self.0.to_calendar_date();
        (year.unsigned_abs() as u16, month.into(), day)
    }

    /// The day so many days later; nothing beyond the calendar.
    pub fn plus_days(self, days: u32) -> Option<Self> {
        let later = self.0.checked_add(time::Duration::days(i64::from(days)))?;
        Some(Self(later)).filter(|day| day.parts().0 < 2200)
    }

    /// The same day of the month so many months later, or the last one of a month that has no such day; nothing beyond
    /// the calendar.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let (year, month, day) = self.parts();
        let all = u32::from(year) * 12 + u32::from(month) - 1 + months;
        let (year, month) = (u16::try_from(all / 12).ok()?, u8::try_from(all % 12 + 1).ok()?);
        (29..=day).rev().chain([day.min(28)]).find_map(|day| Self::new(year, month, day).ok())
    }

    /// How many days lie between this day and a later one; none if it is not later.
    pub fn days_until(self, later: Self) -> u32 {
        u32::try_from((later.0 - self.0).whole_days()).unwrap_or_default()
    }

    /// Completed years from this birth date to `today`; none if the birth lies ahead.
    /// Who was born on 29 February turns a year older on 1 March in common years (assessment, "Requirements").
    pub fn age_at(self, today: Self) -> u16 {
        let (born, month, day) = self.parts();
        let (year, now_month, now_day) = today.parts();
        let birthday_ahead = (now_month, now_day) < (month, day);
        year.saturating_sub(born).saturating_sub(u16::from(birthday_ahead))
    }
}

impl FromStr for Date {
    type Err = NoSuchDay;
    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, NoSuchDay> {
        let number = |range: std::ops::Range<usize>| {
            let digits = text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|part| part.parse::<u16>().ok()).ok_or(NoSuchDay)
        };
        let dashes = text.bytes().enumerate().filter(|(_, byte)| *byte == b'-').map(|(at, _)| at);
        if text.len() != 10 || !dashes.eq([4, 7]) {
            return Err(NoSuchDay);
        }
        let small = |part: u16| u8::try_from(part).map_err(|_| NoSuchDay);
        Self::new(number(0..4)?, small(number(5..7)?)?, small(number(8..10)?)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for good in ["1990-05-10", "2008-02-29", "2000-02-29", "1900-01-01"] {
            assert_eq!(day(good).to_string(), good);
        }
        for bad in [
            "1990-02-30",
            "1900-02-29",
            "1990-13-01",
            "1990-00-10",
            "1990-1-1",
            "90-01-01",
            "1990/05/10",
            "1899-12-31",
            "199O-05-10",
            "1990-05-1à",
        ] {
            assert_eq!(bad.parse::<Date>(), Err(NoSuchDay), "{bad}");
        }
    }

    #[test]
    fn days_and_months_are_counted_by_the_calendar() {
        assert_eq!(day("2026-11-22").plus_months(12), Some(day("2027-11-22")));
        assert_eq!(day("2027-08-31").plus_months(6), Some(day("2028-02-29")));
        assert_eq!(day("2026-08-31").plus_months(6), Some(day("2027-02-28")));
        assert_eq!(day("2026-01-31").plus_months(1), Some(day("2026-02-28")));
        assert_eq!(day("2026-12-30").plus_months(0), Some(day("2026-12-30")));
        assert_eq!(day("2199-12-01").plus_months(1), None);
        assert_eq!(day("2026-12-20").plus_days(17), Some(day("2027-01-06")));
        assert_eq!(day("2199-12-31").plus_days(1), None);
        assert_eq!(day("2026-11-22").days_until(day("2027-11-22")), 365);
        assert_eq!(day("2027-11-22").days_until(day("2028-11-22")), 366);
        assert_eq!(day("2027-11-22").days_until(day("2026-11-22")), 0);
    }

    #[test]
    fn age_is_counted_in_completed_years() {
        assert_eq!(day("2008-11-21").age_at(day("2026-11-21")), 18);
        assert_eq!(day("2008-11-22").age_at(day("2026-11-21")), 17);
        assert_eq!(day("2008-02-29").age_at(day("2026-02-28")), 17);
        assert_eq!(day("2008-02-29").age_at(day("2026-03-01")), 18);
        assert_eq!(day("2008-02-29").age_at(day("2028-02-29")), 20);
        assert_eq!(day("2030-01-01").age_at(day("2026-03-01")), 0);
    }
}
