//! The office's own form: what the product writes into each of its fields.

use super::html::{Html, list, p, table};
use super::inventory::OFFICIAL_FORM;
use super::{Book, Section, readings, sentences, words};
use crate::programme::{Content, Holds};
use crate::text::condition::{condition, quoted};
use crate::text::official::content_label;
use crate::text::roles::role_name;
use crate::text::say;

impl Book<'_> {
    pub(super) fn official_form(&self) -> Section {
        let Some(form) = &self.rules.notice.official_form else {
            return Section::new(OFFICIAL_FORM, words::OFFICIAL_FORM, p(words::NO_OFFICIAL_FORM));
        };
        let rows = form.fields.iter().map(|mapped| vec![mapped.field.as_str().into(), self.content(&mapped.content)]);
        let body = [
            p(format!("{} ({})", say(&form.label), form.file)),
            p(self.source(&form.source)),
            p(words::FORM_LEAD),
            table(words::FORM_FIELDS, &[words::FORM_FIELD, words::FORM_CONTENT], rows),
            readings(words::OFFICIAL_FORM, [&form.label]),
        ];
        Section::new(OFFICIAL_FORM, words::OFFICIAL_FORM, body)
    }

    fn content(&self, content: &Content) -> Html {
        let option = |(option, holds): &(String, Holds)| sentences::option(&quoted(option), &self.holds(holds)).into();
        match content {
            Content::Tick(holds) => sentences::option(words::TICK, &self.holds(holds)).into(),
            Content::Choose(options) => list("", options.iter().map(option)),
            _ => content_label(self.rules, content).unwrap_or_default().into(),
        }
    }

    fn holds(&self, holds: &Holds) -> String {
        match holds {
            Holds::When(when) => condition(self.rules, when),
            Holds::Role(role) => sentences::handed_in_as(&quoted(&role_name(self.rules.voice(), *role))),
        }
    }
}
