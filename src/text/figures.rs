//! Figures and dates the Italian way.

use rust_decimal::Decimal;

use super::words::sums;
use crate::date::Date;
use crate::money::{Euro, Exact, Share};
use crate::programme::{Every, Number, NumberKind, Per, Voice};

/// `1.234,56 €`.
pub fn euro(amount: Euro) -> String {
    format!("{}\u{a0}€", grouped(&amount.to_string()))
}

/// An amount inside a calculation, with all its decimals and at least two: `499,992 €`.
pub fn exact(amount: Exact) -> String {
    format!("{}\u{a0}€", grouped(&amount.to_string()))
}

/// `7,5`.
pub fn decimal(number: Decimal) -> String {
    grouped(&number.normalize().to_string())
}

/// A number of the programme as its kind is written: `1.200,00 €`, `80%`, `7,5`.
pub fn number(number: &Number) -> String {
    let written = match number.kind {
        NumberKind::Ceiling | NumberKind::Sum => number.value.parse().ok().map(euro),
        NumberKind::Share => number.value.parse().ok().map(|share: Share| format!("{}%", decimal(share.percent()))),
        NumberKind::Count => number.value.parse().ok().map(|count: Euro| decimal(count.decimal())),
    };
    written.unwrap_or_else(|| number.value.clone())
}

/// A share with its article, where the language has one: `l'80%`, `il 70%`.
pub fn share(voice: Voice, share: Share) -> String {
    let percent = decimal(share.percent());
    let elided = percent.starts_with('8')
        || percent == "1"
        || percent == "11"
        || percent.starts_with("1,")
        || percent.starts_with("11,");
    voice.fill(if elided { sums::SHARE_ELIDED } else { sums::SHARE }, &[("percent", &percent)])
}

/// `12/03/1990`.
pub fn day(day: Date) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}/{month:02}/{year}")
}

/// How often and for whom: `al mese, per l'abitazione`.
pub fn unit(voice: Voice, per: Per, every: Every) -> String {
    let every = voice.say(match every {
        Every::Once => sums::ONCE,
        Every::Day => sums::DAY,
        Every::Month => sums::MONTH,
        Every::Year => sums::YEAR,
        Every::Phase => sums::PHASE,
    });
    voice.fill(sums::UNIT, &[("every", &every), ("whom", &whom(voice, per))])
}

/// For whom an amount is counted.
pub fn whom(voice: Voice, per: Per) -> String {
    voice.say(match per {
        Per::Person => sums::PER_PERSON,
        Per::Dwelling => sums::PER_DWELLING,
    })
}

/// Points between thousands, a comma before decimals.
fn grouped(plain: &str) -> String {
    let (whole, decimals) = plain.split_once('.').map_or((plain, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut text = String::with_capacity(plain.len() + 4);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(',');
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_the_italian_way() {
        let money = |text: &str| euro(text.parse().unwrap());
        assert_eq!(money("1234567.5"), "1.234.567,50\u{a0}€");
        assert_eq!(money("0"), "0,00\u{a0}€");
        assert_eq!(money("999"), "999,00\u{a0}€");
        let part: Share = "0.80".parse().unwrap();
        assert_eq!(share(Voice::default(), part), "l'80%");
        assert_eq!(share(Voice::default(), "0.7".parse().unwrap()), "il 70%");
        assert_eq!(share(Voice::default(), "0.08".parse().unwrap()), "l'8%");
        assert_eq!(share(Voice::default(), "0.125".parse().unwrap()), "il 12,5%");
        assert_eq!(exact(part.of("624.99".parse().unwrap())), "499,992\u{a0}€");
        assert_eq!(exact(part.of("500".parse().unwrap())), "400,00\u{a0}€");
        assert_eq!(day("1990-03-12".parse().unwrap()), "12/03/1990");
    }
}
