//! The rule book: everything that a notice and its programme say, as one page in plain words, for the official who has
//! to approve the notice before it is published.
//!
//! It is made from the data alone, so that what is approved is what people meet. Nothing here knows a programme; a rule
//! added to the data appears by itself, under the questions and numbers that it uses too.

mod access;
mod amounts;
mod head;
mod inventory;
mod official;
mod papers;
mod projects;
mod questions;
mod sentences;
mod supports;
mod words;

use html::{Html, Section, Style, link, list, tag};
use inventory::{Rule, inventory};

use super::{html, place, reading, say};
use crate::programme::{Reading, Rules, Source, Text};

/// The rules of a notice as a complete HTML page; `review` is where its review page is, where it stands beside one.
pub fn rulebook(rules: &Rules, style: Style<'_>, review: Option<&str>) -> String {
    let book = Book { rules, inventory: inventory(rules) };
    let sections = vec![
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
    let body = [book.head(&title), html::sections(words::CONTENTS, sections), book.foot(review)];
    html::page(&title, style, body)
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
