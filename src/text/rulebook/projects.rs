//! What concerns a project as a whole: its budget, how long it lasts, what can be compared.

use super::html::{Html, facts, list, p};
use super::inventory::{BUDGET, names};
use super::{Book, Section, readings, sentences, words};
use crate::programme::{Budget, ComparedOption, Comparison, Sheet};
use crate::text::condition::{choice, listed, short, value};
use crate::text::{figures, say};

impl Book<'_> {
    pub(super) fn projects(&self) -> Section {
        let programme = &self.rules.programme;
        let years = |id: &String| -> Html {
            let source = self.rules.number(id).map(|number| self.source(&number.source));
            [p(sentences::horizon(&value(self.rules, id))), p(source.unwrap_or_default())].into()
        };
        let body = [
            programme.budget.as_ref().map(|budget| self.budget(budget)).unwrap_or_default(),
            facts([
                (words::HORIZON, programme.horizon.as_ref().map(years).unwrap_or_default()),
                (words::COMPARISON, programme.comparison.as_ref().map(|one| self.comparison(one)).unwrap_or_default()),
            ]),
        ];
        Section::new(BUDGET, words::BUDGET, body)
    }

    fn budget(&self, budget: &Budget) -> Html {
        let limit =
            self.rules.share(&budget.limit).map(|share| figures::share(self.rules.voice(), share)).unwrap_or_default();
        let sentence =
            sentences::budget(&limit, &short(self.rules, &budget.budget), &short(self.rules, &budget.residents));
        let limit = self.rules.number(&budget.limit).map(|number| self.source(&number.source));
        let rows = [
            (words::SHARE_AT_MOST, [p(sentence), p(limit.unwrap_or_default())].into()),
            (words::RESIDENTIAL, self.some_supports(&budget.residential)),
            (words::ALSO_COUNT, self.some_supports(&budget.also)),
            (words::SHEET, self.sheet(&budget.sheet).into()),
            (words::SOURCE, self.source(&budget.source)),
        ];
        let labels = budget.sheet.resources.iter().map(|resource| &resource.label);
        [facts(rows), readings(words::SHEET, labels)].into()
    }

    fn sheet(&self, sheet: &Sheet) -> String {
        let resources: Vec<String> = sheet.resources.iter().map(|resource| say(&resource.label).into()).collect();
        sentences::sheet(
            &value(self.rules, &sheet.from),
            &value(self.rules, &sheet.to),
            &self.shorts(&sheet.dwelling),
            &self.shorts(&sheet.own),
            &listed(&resources, "e"),
        )
    }

    fn shorts(&self, questions: &[String]) -> String {
        listed(&questions.iter().map(|id| short(self.rules, id)).collect::<Vec<_>>(), "e")
    }

    fn comparison(&self, comparison: &Comparison) -> Html {
        let option = |option: &ComparedOption| -> Html {
            let with = names(self.rules, &option.supports);
            format!("{}: {with}", choice(self.rules, &comparison.question, &option.value)).into()
        };
        let sentence = sentences::comparison(&short(self.rules, &comparison.question), &self.shorts(&comparison.vary));
        [p(sentence), list("", comparison.options.iter().map(option))].into()
    }
}
