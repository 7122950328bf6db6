//! What people send and note down beside the application: a letter to the office, without personal data unless the
//! person adds them, and the days not to miss, for a calendar.

use super::words::page;
use super::{it, say};
use crate::date::Date;
use crate::programme::Rules;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// A letter that asks the office for an appointment. It says nothing about the person.
pub fn to_office(rules: &Rules) -> Letter {
    let programme = say(&rules.programme.title);
    Letter {
        subject: format!("{programme}: {}", it::letter::SUBJECT),
        body: it::letter::BODY.replace("{notice}", say(&rules.notice.title)),
    }
}

/// A day not to miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// What it is the day of.
    pub what: String,
}

/// The days of a notice that lie ahead on `today`.
pub fn days_ahead(rules: &Rules, today: Date) -> Vec<Due> {
    let window = &rules.notice.window;
    let due = [(window.from, page::OPENS), (window.until, page::CLOSES)];
    let ahead = due.into_iter().filter_map(|(day, what)| Some((day.filter(|day| *day > today)?, what)));
    ahead
        .map(|(day, what)| Due { day, what: format!("{}: {}", rules.voice().say(what), say(&rules.notice.title)) })
        .collect()
}

/// The days as an iCalendar file (RFC 5545), each with a reminder a week before.
pub fn calendar(rules: &Rules, today: Date, days: &[Due]) -> String {
    let plain = |day: Date| day.to_string().replace('-', "");
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dopo-di-noi//IT", "CALSCALE:GREGORIAN"].map(Into::into).to_vec();
    for due in days {
        lines.extend([
            "BEGIN:VEVENT".into(),
            format!("UID:{}-{}@dopo-di-noi", rules.notice.id, plain(due.day)),
            format!("DTSTAMP:{}T000000Z", plain(today)),
            format!("DTSTART;VALUE=DATE:{}", plain(due.day)),
            format!("SUMMARY:{}", escaped(&due.what)),
            format!("DESCRIPTION:{}", escaped(say(&rules.notice.window.text))),
            "BEGIN:VALARM".into(),
            "ACTION:DISPLAY".into(),
            "TRIGGER:-P7D".into(),
            format!("DESCRIPTION:{}", escaped(&due.what)),
            "END:VALARM".into(),
            "END:VEVENT".into(),
        ]);
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().map(|line| folded(line)).collect()
}

/// A text as a value: its own separators are escaped.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => value.push_str("\\n"),
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            letter => value.push(letter),
        }
    }
    value
}

/// A line of at most 75 bytes, gone on with on further lines that begin with a space.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(letter);
        width += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}
