//! The letter to the office and the calendar.

mod common;

use common::rules;
use dopo_di_noi::text::letter::{calendar, days_ahead, to_office};

#[test]
fn the_letter_names_the_notice_and_no_person() {
    let letter = to_office(&rules("medio-olona-2024"));
    assert!(letter.subject.contains("appuntamento") && letter.body.contains("Ambito di Castellanza"));
    assert!(!letter.body.contains('{'), "{}", letter.body);
}

#[test]
fn the_calendar_holds_the_days_ahead_and_keeps_to_its_form() {
    let rules = rules("valle-inventata-2026");
    let today = "2026-11-21".parse().unwrap();
    let days = days_ahead(&rules, today);
    assert_eq!(days.len(), 1, "the opening lies behind: {days:?}");
    let file = calendar(&rules, today, &days);
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    for line in ["DTSTART;VALUE=DATE:20261215", "TRIGGER:-P7D", "DTSTAMP:20261121T000000Z"] {
        assert!(file.lines().any(|own| own == line), "{line} is not in {file}");
    }
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    // Unfolded and unescaped, the words are those of the notice.
    let plain = file.replace("\r\n ", "").replace("\\,", ",");
    assert!(plain.contains("SUMMARY:Ultimo giorno per la domanda: Dopo di Noi, Ambito Valle Inventata"), "{plain}");
    assert_eq!(file.matches("BEGIN:").count(), file.matches("END:").count());
    // After the last day, and for a notice without one, there is nothing to note.
    assert!(days_ahead(&rules, "2026-12-15".parse().unwrap()).is_empty());
    assert!(days_ahead(&common::rules("medio-olona-2024"), today).is_empty());
}
