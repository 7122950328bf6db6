//! Amounts of money and shares of them, exact from the first cent to the last.
//!
//! A rule works on [`Exact`] values, which are never rounded; it ends with one [`Exact::to_cents`], half up,
//! which gives the [`Euro`] that people see. There is no way from a float to an amount.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Why a text is not an amount or a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// The text is not written as `123` or `123.45`.
    NotANumber,
    /// A share lies outside 0–1.
    OutOfRange,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "serve un numero scritto come \"123\" o \"123.45\", al più 9 cifre intere e 2 decimali",
            Self::OutOfRange => "serve una quota tra \"0\" e \"1\", con al più 4 decimali",
        })
    }
}

impl std::error::Error for MoneyError {}

/// Reads `0` or digits without leading zeros, at most `whole` of them, then at most `fraction` decimals.
fn plain_decimal(text: &str, whole: usize, fraction: usize) -> Option<Decimal> {
    let (integer, decimals) = match text.split_once('.') {
        Some((integer, decimals)) if (1..=fraction).contains(&decimals.len()) => (integer, decimals),
        Some(_) => return None,
        None => (text, ""),
    };
    if !(1..=whole).contains(&integer.len()) || (integer != "0" && integer.starts_with('0')) {
        return None;
    }
    let mut digits: i64 = 0;
    for digit in integer.bytes().chain(decimals.bytes()) {
        if !digit.is_ascii_digit() {
            return None;
        }
        digits = digits * 10 + i64::from(digit - b'0');
    }
    Some(Decimal::new(digits, u32::try_from(decimals.len()).ok()?))
}

/// An amount in euro, a whole number of cents, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Euro(Decimal);

impl Euro {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The same amount, to calculate with.
    pub fn exact(self) -> Exact {
        Exact(self.0)
    }

    /// This amount `times` times over.
    pub fn times(self, times: u32) -> Self {
        Self(self.0 * Decimal::from(times))
    }

    /// This amount for each unit of a size: 43.5 square metres.
    pub fn for_size(self, size: Decimal) -> Exact {
        Exact(self.0 * size)
    }

    /// One of `parts` equal parts, half up to the cent; the parts need not add up, see [`Euro::less`].
    /// Zero parts give nothing.
    pub fn part_of(self, parts: u32) -> Self {
        self.0.checked_div(Decimal::from(parts)).map_or(Self::ZERO, |part| Exact(part).to_cents())
    }

    /// `parts` parts that add up to this amount exactly: equal, but that the first ones take the cents left over.
    /// Zero parts give none.
    pub fn split(self, parts: u32) -> Vec<Self> {
        let mut left = self;
        let part = |parts_left: u32| {
            // Up to the cent, so that what is left over is spent at the beginning.
            let part = Exact(left.0 / Decimal::from(parts_left)).up_to_cents();
            left = left.less(part);
            part
        };
        (1..=parts).rev().map(part).collect()
    }

    /// What is left after `other`, nothing if `other` is larger.
    pub fn less(self, other: Self) -> Self {
        Self((self.0 - other.0).max(Decimal::ZERO))
    }

    /// The number of euro, with its decimals.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl std::ops::Add for Euro {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::iter::Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

impl FromStr for Euro {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        plain_decimal(text, 9, 2).map(Self).ok_or(MoneyError::NotANumber)
    }
}

/// Always two decimals: `"500.00"`.
impl fmt::Display for Euro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut cents = self.0;
        cents.rescale(2);
        cents.fmt(f)
    }
}

/// An amount in euro inside a rule: not rounded, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Decimal);

impl Exact {
    /// One of `parts` equal parts of `whole`; nothing for zero parts.
    pub fn part(whole: Decimal, parts: Decimal) -> Option<Self> {
        whole.checked_div(parts).map(Self)
    }

    /// The end of a rule: half up to the cent.
    pub fn to_cents(self) -> Euro {
        Euro(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Down to the cent, for limits that a sum must stay under.
    pub fn down_to_cents(self) -> Euro {
        Euro(self.0.round_dp_with_strategy(2, RoundingStrategy::ToZero))
    }

    /// Up to the cent, for sums that must reach a limit.
    pub fn up_to_cents(self) -> Euro {
        Euro(self.0.round_dp_with_strategy(2, RoundingStrategy::AwayFromZero))
    }

    /// The number of euro, with all its decimals and no trailing zeros.
    pub fn decimal(self) -> Decimal {
        self.0.normalize()
    }
}

/// A share of an amount, from 0 to 1, with at most four decimals: `"0.80"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(Decimal);

impl Share {
    /// This share of `amount`, not rounded.
    pub fn of(self, amount: Euro) -> Exact {
        Exact(self.0 * amount.0)
    }

    /// The amount that `part` is this share of, not rounded; nothing where the share is zero.
    pub fn whole_of(self, part: Euro) -> Option<Exact> {
        part.0.checked_div(self.0).map(Exact)
    }

    /// The share as a number from 0 to 1.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The share in percent, without trailing zeros: `80`.
    pub fn percent(self) -> Decimal {
        (self.0 * Decimal::ONE_HUNDRED).normalize()
    }
}

impl FromStr for Share {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let share = plain_decimal(text, 1, 4).filter(|share| *share <= Decimal::ONE);
        share.map(Self).ok_or(MoneyError::OutOfRange)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}
as_text!(Euro, Share);

/// All decimals that matter, and at least two: an intermediate result is shown as it is.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.decimal();
        if shown.scale() < 2 {
            shown.rescale(2);
        }
        shown.fmt(f)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro(text: &str) -> Euro {
        text.parse().unwrap()
    }

    #[test]
    fn only_plain_decimals_are_amounts() {
        for good in ["0", "0.5", "0.05", "10", "1234.50", "999999999.99"] {
            assert!(good.parse::<Euro>().is_ok(), "{good}");
        }
        for bad in
            ["", "-1", "+1", "01", "00", "1.", ".5", "1.234", "1,5", "1e3", " 1", "1000000000", "4oo", "1 0", "٣"]
        {
            assert_eq!(bad.parse::<Euro>(), Err(MoneyError::NotANumber), "{bad}");
        }
    }

    #[test]
    fn shares_lie_between_nothing_and_all() {
        assert!("0.70".parse::<Share>().is_ok() && "1".parse::<Share>().is_ok() && "1.0".parse::<Share>().is_ok());
        for bad in ["1.5", "1.0001", "-0.1", "0.70000", "70%", "2"] {
            assert_eq!(bad.parse::<Share>(), Err(MoneyError::OutOfRange), "{bad}");
        }
    }

    #[test]
    fn faults_say_what_goes_there() {
        assert!(MoneyError::NotANumber.to_string().contains("123.45"));
        assert!(MoneyError::OutOfRange.to_string().contains("tra \"0\" e \"1\""));
    }

    #[test]
    fn rounding_is_half_up_and_only_at_the_end() {
        let share: Share = "0.80".parse().unwrap();
        assert_eq!(share.of(euro("624.99")).decimal().to_string(), "499.992");
        assert_eq!(share.of(euro("624.99")).to_cents(), euro("499.99"));
        assert_eq!(Exact("0.005".parse().unwrap()).to_cents(), euro("0.01"));
        assert_eq!(Exact("0.0049".parse().unwrap()).to_cents(), euro("0"));
        assert_eq!(Exact("0.009".parse().unwrap()).down_to_cents(), euro("0"));
    }

    #[test]
    fn parts_add_up_to_the_cent() {
        let parts = |amount: &str, parts| euro(amount).split(parts).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(parts("500", 3), ["166.67", "166.67", "166.66"]);
        assert_eq!(parts("0.02", 3), ["0.01", "0.01", "0.00"]);
        assert_eq!(parts("100", 4), ["25.00"; 4]);
        assert_eq!(parts("1", 0), [""; 0]);
        for cents in (0_u32..4_000).step_by(7).chain([99_999_999]) {
            let amount = euro(&format!("{}.{:02}", cents / 100, cents % 100));
            for count in 1..=12 {
                let parts = amount.split(count);
                assert_eq!(parts.iter().copied().sum::<Euro>(), amount);
                assert!(
                    parts.is_sorted_by(|one, next| one >= next)
                        && parts[0].less(parts[parts.len() - 1]) <= euro("0.01")
                );
            }
        }
    }

    #[test]
    fn rounding_up_and_back_from_a_share() {
        let share: Share = "0.70".parse().unwrap();
        assert_eq!(share.whole_of(euro("700")).map(Exact::up_to_cents), Some(euro("1000")));
        assert_eq!(share.whole_of(euro("1200")).map(Exact::up_to_cents), Some(euro("1714.29")));
        assert_eq!("0".parse::<Share>().unwrap().whole_of(euro("1")), None);
        assert_eq!(Exact("0.001".parse().unwrap()).up_to_cents(), euro("0.01"));
    }

    #[test]
    fn amounts_print_with_two_decimals() {
        // What is no end of a rule keeps its decimals, and has two at least.
        for (exact, shown) in [("0.5", "0.50"), ("499.992", "499.992"), ("12.50", "12.50"), ("7", "7.00")] {
            assert_eq!(Exact(exact.parse().unwrap()).to_string(), shown);
        }
        assert_eq!(euro("500").to_string(), "500.00");
        assert_eq!(euro("0.5").to_string(), "0.50");
        assert_eq!(euro("500").part_of(3).to_string(), "166.67");
        assert_eq!(euro("500").part_of(0), Euro::ZERO);
        assert_eq!(euro("10").less(euro("20")), Euro::ZERO);
    }
}
