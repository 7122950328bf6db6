//! Any answers at all, repeatable by a number.

use dopo_di_noi::answers::{Answer, Answers};
use dopo_di_noi::programme::{Kind, Question, Rules};

/// A small generator, so that a failure can be repeated by its number alone (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.roll(list.len() as u64);
        &list[usize::try_from(at).unwrap()]
    }
}

/// The day of all estimates in tests.
pub fn today() -> dopo_di_noi::date::Date {
    "2026-11-21".parse().unwrap()
}

/// An answer of any kind, often at an edge.
pub fn any_answer(dice: &mut Dice, rules: &Rules, question: &Question) -> Answer {
    match question.kind {
        Kind::Choice => Answer::Choice(dice.pick(&question.choices).value.clone()),
        Kind::Supports => {
            let wanted = rules.programme.supports.iter().filter(|_| dice.roll(3) == 0);
            Answer::Supports(wanted.map(|support| support.id.clone()).collect())
        }
        Kind::PastDate => {
            let year = u16::try_from(1930 + dice.roll(97)).unwrap();
            let date = dopo_di_noi::date::Date::new(year.min(2025), 1 + dice.roll(12) as u8, 1 + dice.roll(28) as u8);
            Answer::Day(date.unwrap())
        }
        Kind::Municipality => Answer::Municipality((*dice.pick(&["C139", "E101", "I793", "F205"])).into()),
        Kind::Money => {
            let edges = ["0", "0.01", "499.99", "625", "625.01", "1200", "2500.01", "71428.57", "999999999.99"];
            let cents = format!("{}.{:02}", dice.roll(90_000), dice.roll(100));
            let text = if dice.roll(3) == 0 { (*dice.pick(&edges)).to_owned() } else { cents };
            Answer::Money(text.parse().unwrap())
        }
        Kind::Count => {
            let most = if dice.roll(4) == 0 { 9999 } else { 12 };
            Answer::Count(u32::try_from(dice.roll(most)).unwrap().clamp(question.at_least, question.at_most))
        }
        Kind::Scale => {
            let halves = dice.roll(u64::from(question.at_most) * 2 + 1);
            Answer::Scale(rust_decimal::Decimal::from(halves) / rust_decimal::Decimal::TWO)
        }
        Kind::Measure => {
            let (least, most) = (u64::from(question.at_least) * 100, u64::from(question.at_most) * 100);
            let hundredths = least + dice.roll(most - least + 1);
            Answer::Measure(rust_decimal::Decimal::from(hundredths) / rust_decimal::Decimal::ONE_HUNDRED)
        }
    }
}

/// Answers to some questions, few or many.
pub fn any_answers(dice: &mut Dice, rules: &Rules) -> Answers {
    let density = 1 + dice.roll(10);
    let mut answers = Answers::new(today());
    for question in &rules.programme.questions {
        if dice.roll(10) < density {
            let answer = any_answer(dice, rules, question);
            answers.give(&question.id, answer);
        }
    }
    answers
}
