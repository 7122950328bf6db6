//! The rule book: everything that a notice and its programme say, as one page in plain words, for the official who has
//! to approve the notice before it is published.
//!
//! It is made from the data alone, so that what is approved is what people meet. Nothing here knows a programme; a rule
//! added to the data appears by itself, under the questions and numbers that it uses too.

mod access;
mod amounts;
mod head;
mod html;
mod inventory;
mod official;
mod papers;
mod projects;
mod questions;
mod sentences;
mod supports;
mod words;

use html::{Html, document, link, list, tag, void};
use inventory::{Rule, inventory};

use super::{place, reading, say};
use crate::programme::{Reading, Rules, Source, Text};

/// The style sheet of the page.
pub const STYLE: &str = include_str!("../../../style/rulebook.css");

/// Where the page takes its looks from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style<'a> {
    /// A style sheet inside the page, which then needs no other file.
    Inline,
    /// A style sheet at this address, for sites that allow none inside pages.
    Linked(&'a str),
}

/// The rules of a notice as a complete HTML page.
pub fn rulebook(rules: &Rules, style: Style<'_>) -> String {
    let book = Book { rules, inventory: inventory(rules) };
    let sections = [
        book.to_look_at(),
        book.numbers(),
        book.questions(),
        book.requirements(),
        book.priorities(),
        book.supports(),
        book.together(),
        book.projects(),
        book.reasons(),
        book.documents(),
        book.chapters(),
        book.declarations(),
        book.leads(),
        book.official_form(),
        book.sources(),
    ];
    let title = format!("{}: {}", words::TITLE, say(&rules.notice.title));
    let style = match style {
        Style::Inline => html::style(STYLE),
        Style::Linked(address) => void("link", &[("rel", "stylesheet"), ("href", address)]),
    };
    let head = [
        void("meta", &[("charset", "utf-8")]),
        void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        tag("title", &[], title.as_str()),
        style,
    ];
    let contents = list("", sections.iter().map(Section::entry));
    let contents =
        tag("nav", &[("aria-labelledby", "indice")], [tag("h2", &[("id", "indice")], words::CONTENTS), contents]);
    let sections: Html = sections.into_iter().map(Section::html).collect();
    let body = [book.head(&title), contents, tag("main", &[], sections), book.foot()];
    document(head.into(), body.into())
}

/// A section of the page, with the places inside it that the table of contents lists too.
struct Section {
    id: &'static str,
    title: &'static str,
    body: Html,
    inside: Vec<(String, String)>,
}

impl Section {
    fn new(id: &'static str, title: &'static str, body: impl Into<Html>) -> Self {
        Self { id, title, body: body.into(), inside: Vec::new() }
    }

    fn entry(&self) -> Html {
        let inside = self.inside.iter().map(|(anchor, title)| link(anchor, title.as_str()));
        [link(self.id, self.title), list("", inside)].into()
    }

    fn html(self) -> Html {
        let heading = format!("{}-titolo", self.id);
        let inside = [tag("h2", &[("id", &heading)], self.title), self.body];
        tag("section", &[("id", self.id), ("aria-labelledby", &heading)], inside)
    }
}

/// What every part of the page needs.
struct Book<'a> {
    rules: &'a Rules,
    inventory: Vec<Rule<'a>>,
}

impl Book<'_> {
    /// Where something stands, and how surely.
    fn source(&self, source: &Source) -> Html {
        let class = match source.reading {
            Reading::Stated => "stated",
            Reading::Inferred => "inferred",
            Reading::Unstated => "unstated",
        };
        let parts = [
            Html::from(place(self.rules, source)),
            " ".into(),
            tag("span", &[("class", class)], format!("({})", reading(self.rules.voice(), source.reading))),
        ];
        tag("span", &[("class", "source")], parts)
    }

    /// Links to the rules that pass, each name once.
    fn links_to(&self, pass: impl Fn(&Rule<'_>) -> bool) -> Html {
        let mut names: Vec<(&str, &str)> = Vec::new();
        for rule in self.inventory.iter().filter(|rule| pass(rule)) {
            if !names.contains(&(&rule.anchor, &rule.name)) {
                names.push((&rule.anchor, &rule.name));
            }
        }
        list("", names.into_iter().map(|(anchor, name)| link(anchor, name)))
    }

    /// `said`, or these words where nothing is.
    fn or(said: Html, words: &str) -> Html {
        if said.is_empty() { words.into() } else { said }
    }
}

/// The readings of texts that people may choose instead of the Italian shown above, for approval too.
fn readings<'t>(of: &str, texts: impl IntoIterator<Item = &'t Text>) -> Html {
    let row = |text: &Text| -> Vec<Html> {
        let english = tag("span", &[("lang", "en")], text.en.as_str());
        vec![text.it.as_str().into(), text.facile.as_str().into(), english]
    };
    let caption = format!("{}: {of}", words::READINGS);
    let table = html::table(&caption, &[words::ITALIAN, words::EASY, words::ENGLISH], texts.into_iter().map(row));
    if table.is_empty() {
        return table;
    }
    tag("details", &[], [tag("summary", &[], words::READINGS), table])
}
