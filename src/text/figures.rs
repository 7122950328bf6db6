//! Figures and dates the Italian way.

use rust_decimal::Decimal;

use crate::date::Date;
use crate::money::{Euro, Exact, Share};
use crate::programme::{Every, Number, NumberKind, Per};

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

/// A share with its article: `l'80%`, `il 70%`.
pub fn share(share: Share) -> String {
    let percent = decimal(share.percent());
    let elided = percent.starts_with('8')
        || percent == "1"
        || percent == "11"
        || percent.starts_with("1,")
        || percent.starts_with("11,");
    if elided { format!("l'{percent}%") } else { format!("il {percent}%") }
}

/// `12/03/1990`.
pub fn day(day: Date) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}/{month:02}/{year}")
}

/// How often and for whom: `al mese, per l'abitazione`.
pub fn unit(per: Per, every: Every) -> String {
    let every = match every {
        Every::Once => "una volta",
        Every::Day => "al giorno",
        Every::Month => "al mese",
        Every::Year => "all'anno",
        Every::Phase => "per tutta la fase",
    };
    format!("{every}, {}", whom(per))
}

/// For whom an amount is counted.
pub fn whom(per: Per) -> &'static str {
    match per {
        Per::Person => "per la persona",
        Per::Dwelling => "per l'abitazione",
    }
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
        assert_eq!(share(part), "l'80%");
        assert_eq!(share("0.7".parse().unwrap()), "il 70%");
        assert_eq!(share("0.08".parse().unwrap()), "l'8%");
        assert_eq!(share("0.125".parse().unwrap()), "il 12,5%");
        assert_eq!(exact(part.of("624.99".parse().unwrap())), "499,992\u{a0}€");
        assert_eq!(exact(part.of("500".parse().unwrap())), "400,00\u{a0}€");
        assert_eq!(day("1990-03-12".parse().unwrap()), "12/03/1990");
    }
}
