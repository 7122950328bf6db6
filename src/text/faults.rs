//! What is wrong with what was typed or brought, and what to do: a sentence for each fault.

use super::words::{Words, fault};
use crate::answers::typed::NotUnderstood;

use crate::application::contact::ContactFault;
use crate::application::tax_code::{TaxCodeError, Wanted};
use crate::application::tax_note::Note;
use crate::application::{FileFault, RecordFault};
use crate::programme::Voice;

/// Why an answer is not understood.
pub fn answer(voice: Voice, why: NotUnderstood) -> String {
    let with = |words: Words, place: &str, value: &dyn ToString| voice.fill(words, &[(place, &value.to_string())]);
    match why {
        NotUnderstood::MoneyEmpty => voice.say(fault::MONEY_EMPTY),
        NotUnderstood::MoneyBelowZero => voice.say(fault::MONEY_BELOW_ZERO),
        NotUnderstood::MoneySign(sign) => with(fault::MONEY_SIGN, "sign", &sign),
        NotUnderstood::MoneyTwoCommas => voice.say(fault::MONEY_TWO_COMMAS),
        NotUnderstood::MoneyCents => voice.say(fault::MONEY_CENTS),
        NotUnderstood::MoneyTooLarge => voice.say(fault::MONEY_TOO_LARGE),
        NotUnderstood::MoneyThousands => voice.say(fault::MONEY_THOUSANDS),
        NotUnderstood::DayShape => voice.say(fault::DAY_SHAPE),
        NotUnderstood::DayOrder => voice.say(fault::DAY_ORDER),
        NotUnderstood::DayYearFigures => voice.say(fault::DAY_YEAR_FIGURES),
        NotUnderstood::DayYear(year) => with(fault::DAY_YEAR, "year", &year),
        NotUnderstood::DayMonth(month) => with(fault::DAY_MONTH, "month", &month),
        NotUnderstood::DayNone(day, month, year) => with(fault::DAY_NONE, "day", &format!("{day}/{month:02}/{year}")),
        NotUnderstood::DayAhead => voice.say(fault::DAY_AHEAD),
        NotUnderstood::CountEmpty => voice.say(fault::COUNT_EMPTY),
        NotUnderstood::CountWhole => voice.say(fault::COUNT_WHOLE),
        NotUnderstood::CountRange { least, most } => {
            voice.fill(fault::COUNT_RANGE, &[("least", &least.to_string()), ("most", &most.to_string())])
        }
        NotUnderstood::CountFigures => voice.say(fault::COUNT_FIGURES),
        NotUnderstood::Size { least, most } => {
            voice.fill(fault::SIZE, &[("least", &least.to_string()), ("most", &most.to_string())])
        }
        NotUnderstood::Scale { most } => with(fault::SCALE, "most", &most),
    }
}

/// Why a contact cannot be right.
pub fn contact(voice: Voice, why: ContactFault) -> String {
    let with_sign = |words: Words, sign: char| voice.fill(words, &[("sign", &sign.to_string())]);
    match why {
        ContactFault::PostalCode => voice.say(fault::POSTAL_CODE),
        ContactFault::TelephoneLength => voice.say(fault::TELEPHONE_LENGTH),
        ContactFault::TelephoneSign(sign) => with_sign(fault::TELEPHONE_SIGN, sign),
        ContactFault::EmailAt => voice.say(fault::EMAIL_AT),
        ContactFault::EmailSign(' ') => voice.say(fault::EMAIL_SPACE),
        ContactFault::EmailSign(sign) => with_sign(fault::EMAIL_SIGN, sign),
        ContactFault::EmailDomain => voice.say(fault::EMAIL_DOMAIN),
        ContactFault::IbanLength(length) => voice.fill(fault::IBAN_LENGTH, &[("length", &length.to_string())]),
        ContactFault::IbanShape => voice.say(fault::IBAN_SHAPE),
        ContactFault::IbanCheck => voice.say(fault::IBAN_CHECK),
    }
}

/// Why a text is no codice fiscale.
pub fn tax_code(voice: Voice, why: &TaxCodeError) -> String {
    match why {
        TaxCodeError::Character(found) => voice.fill(fault::TAX_CODE_CHARACTER, &[("sign", &found.to_string())]),
        TaxCodeError::Length { found: 0 } => voice.say(fault::TAX_CODE_EMPTY),
        TaxCodeError::Length { found } => voice.fill(fault::TAX_CODE_LENGTH, &[("length", &found.to_string())]),
        TaxCodeError::Pattern { position, found, wanted } => {
            let words = match wanted {
                Wanted::Letter => fault::TAX_CODE_LETTER,
                Wanted::Month => fault::TAX_CODE_MONTH,
                Wanted::Figure => fault::TAX_CODE_FIGURE,
            };
            voice.fill(words, &[("position", &position.to_string()), ("sign", &found.to_string())])
        }
        TaxCodeError::Day { day, month, year } => {
            voice.fill(fault::TAX_CODE_DAY, &[("day", &format!("{day:02}/{month:02}/{year:02}"))])
        }
        TaxCodeError::Check => voice.say(fault::TAX_CODE_CHECK),
    }
}

/// Something to know about a codice fiscale.
pub fn note(voice: Voice, note: &Note) -> String {
    match note {
        Note::Provisional => voice.say(fault::NOTE_PROVISIONAL),
        Note::Omocode => voice.say(fault::NOTE_OMOCODE),
        Note::UnknownPlace(code) => voice.fill(fault::NOTE_UNKNOWN_PLACE, &[("code", code)]),
        Note::Surname => voice.say(fault::NOTE_SURNAME),
        Note::Name => voice.say(fault::NOTE_NAME),
        Note::Birth(day, month, year) => {
            voice.fill(fault::NOTE_BIRTH, &[("day", &format!("{day:02}/{month:02}/{year:02}"))])
        }
        Note::Sex => voice.say(fault::NOTE_SEX),
        Note::Place(code) => voice.fill(fault::NOTE_PLACE, &[("code", code)]),
        Note::Ahead => voice.say(fault::NOTE_AHEAD),
    }
}

/// Why a record cannot be taken.
pub fn record(voice: Voice, why: &RecordFault) -> String {
    match why {
        RecordFault::NotOurs => voice.say(fault::FILE_NOT_OURS),
        RecordFault::Newer { found } => voice.fill(fault::FILE_NEWER, &[("version", &found.to_string())]),
        RecordFault::Damaged(what) => format!("{} ({what})", voice.say(fault::FILE_DAMAGED)),
    }
}

/// Why a file cannot be taken. What exactly is damaged in it follows as the reader of answers says it, in Italian.
pub fn file(voice: Voice, why: &FileFault) -> String {
    match why {
        FileFault::NotOurs => voice.say(fault::FILE_NOT_OURS),
        FileFault::Newer { found } => voice.fill(fault::FILE_NEWER, &[("version", &found.to_string())]),
        FileFault::OtherNotice { notice } => voice.fill(fault::FILE_OTHER_NOTICE, &[("notice", notice)]),
        FileFault::Bad(faults) => {
            let lines = faults.iter().map(|fault| format!(" {fault}."));
            voice.say(fault::FILE_DAMAGED) + &lines.collect::<String>()
        }
    }
}
