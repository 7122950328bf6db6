//! How amounts come about: a sentence, then each number with its source.

use super::html::{Html, p, table};
use super::{Book, sentences, words};
use crate::programme::{Amount, Ceiling, Days, Number, Payer, Support, Times};
use crate::text::condition::{choice, listed, short, support_name, value};
use crate::text::{capital, figures, reason, say};

impl Book<'_> {
    pub(super) fn amount(&self, support: &Support) -> Html {
        match &support.amount {
            Amount::ShareOfCosts { costs, share, ceilings, every, days, .. } => {
                let costs: Vec<String> = costs.iter().map(|cost| short(self.rules, cost)).collect();
                let part = share.as_ref().and_then(|share| self.rules.share(share));
                let part = part
                    .map_or_else(|| words::ALL_OF.into(), |share| capital(&figures::share(self.rules.voice(), share)));
                let sentence = sentences::share_of_costs(
                    &part,
                    &costs.join(" + "),
                    sentences::each(*every),
                    &self.ceilings(ceilings),
                    &figures::unit(self.rules.voice(), support.per, *every),
                );
                let share = share.iter().map(|share| (words::SHARE_OF_COSTS, share));
                let most = ceilings.iter().map(|ceiling| (words::CEILING, &ceiling.number));
                let numbers = share.chain(most).chain(days.iter().map(|days| (words::DAYS_AT_MOST, &days.at_most)));
                let days = days.as_ref().map(|days| p(self.days(days))).unwrap_or_default();
                [p(sentence), days, self.values(numbers)].into()
            }
            Amount::Fixed { sum, every } => {
                let sentence =
                    sentences::fixed(&value(self.rules, sum), &figures::unit(self.rules.voice(), support.per, *every));
                [p(sentence), self.values([(words::FIXED_SUM, sum)])].into()
            }
            Amount::Rate { rate, times, payers, compared_with } => {
                self.rate(rate, times, payers, compared_with.as_deref())
            }
            Amount::Service { ask } => [p(words::SERVICE), p(say(ask))].into(),
            Amount::Phases { phase, editions, phases } => {
                let sentence = sentences::phases(
                    &short(self.rules, phase),
                    &short(self.rules, editions),
                    &figures::whom(self.rules.voice(), support.per),
                );
                let row = |one: &crate::programme::Phase| {
                    vec![
                        choice(self.rules, phase, &one.phase).into(),
                        self.valued(&one.ceiling),
                        sentences::lasts(one.years).into(),
                        self.valued(&one.editions),
                    ]
                };
                let heads = [words::PHASE, words::AT_MOST, words::LASTS, words::EDITIONS];
                [p(sentence), table(words::PHASES, &heads, phases.iter().map(row))].into()
            }
        }
    }

    fn rate(&self, rate: &str, times: &Times, payers: &[Payer], compared_with: Option<&str>) -> Html {
        let price = value(self.rules, rate);
        let (sentence, month) = match times {
            Times::Stay { days, months, month } => {
                let [days, months] = [days, months].map(|question| short(self.rules, question));
                (sentences::rate_of_stay(&price, &days, &months, &value(self.rules, month)), Some(month))
            }
            Times::Size(question) => (sentences::rate_of_size(&price, &short(self.rules, question)), None),
            Times::Nothing => (String::new(), None),
        };
        let compared = compared_with.map(|question| p(sentences::compared_with(&short(self.rules, question))));
        let rate = rate.to_owned();
        let paid: Vec<String> = payers.iter().map(|payer| sentences::paid_by(say(&payer.label))).collect();
        let parts = paid.iter().zip(payers).map(|(sets, payer)| (sets.as_str(), &payer.rate));
        let month = month.into_iter().map(|month| (words::DAYS_OF_MONTH, month));
        let numbers = self.values([(words::RATE, &rate)].into_iter().chain(parts).chain(month));
        [p(sentence), compared.unwrap_or_default(), numbers].into()
    }

    fn ceilings(&self, ceilings: &[Ceiling]) -> String {
        let one = |ceiling: &Ceiling| match &ceiling.less {
            Some(less) => sentences::ceiling_less(&value(self.rules, &ceiling.number), &short(self.rules, less)),
            None => value(self.rules, &ceiling.number),
        };
        let all: Vec<String> = ceilings.iter().map(one).collect();
        if all.len() > 1 { sentences::lowest_of(&listed(&all, "e")) } else { all.concat() }
    }

    fn days(&self, days: &Days) -> String {
        sentences::days(
            &short(self.rules, &days.asked),
            &value(self.rules, &days.at_most),
            &short(self.rules, &days.used),
            &reason(self.rules, &days.capped),
        )
    }

    /// Numbers by what they set, each with its source.
    fn values<'n>(&self, numbers: impl IntoIterator<Item = (&'n str, &'n String)>) -> Html {
        let row = |(sets, id): (&str, &String)| {
            let source = self.rules.number(id).map(|number| self.source(&number.source));
            vec![capital(sets).into(), value(self.rules, id).into(), source.unwrap_or_default()]
        };
        table(words::NUMBERS_OF_AMOUNT, &[words::SETS, words::VALUE, words::SOURCE], numbers.into_iter().map(row))
    }

    /// A number with its source below it.
    fn valued(&self, id: &str) -> Html {
        let both = |number: &Number| -> Html { [p(figures::number(number)), p(self.source(&number.source))].into() };
        self.rules.number(id).map(both).unwrap_or_default()
    }

    /// How a support integrates another instead of standing alone.
    pub(super) fn companion(&self, support: &Support) -> Html {
        let Some(companion) = &support.companion else { return Html::default() };
        let Some(Amount::Phases { phase, .. }) = self.rules.support(&companion.of).map(|lead| &lead.amount) else {
            return Html::default();
        };
        let lead = support_name(self.rules, &companion.of);
        let asked_by = short(self.rules, &companion.asked_by);
        let yes = choice(self.rules, &companion.asked_by, "yes");
        let row = |one: &crate::programme::CompanionPhase| {
            vec![choice(self.rules, phase, &one.phase).into(), self.valued(&one.ceiling)]
        };
        let excluded = sentences::companion_excluded(&lead, &reason(self.rules, &companion.excluded_with));
        [
            p(sentences::companion(&asked_by, &yes, &lead)),
            p(self.source(&companion.source)),
            table(words::PHASES, &[words::PHASE, words::ADDS], companion.phases.iter().map(row)),
            p(excluded),
            self.clauses(words::COMPANION_NOTES, companion.notes.iter()),
        ]
        .into()
    }
}
