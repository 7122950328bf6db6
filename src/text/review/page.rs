//! What is missing, as a page in the look of the rule book, and the list of these pages.

use super::{Missing, Review, Subject, Theme, words};
use crate::programme::Rules;
use crate::text::html::{self, Html, Section, Style, facts, link, link_to, list, p, table, tag};
use crate::text::{figures, say};

impl Review {
    /// What the notice lacks as a complete HTML page; `rulebook` is where its rule book is, where it stands beside one.
    pub fn page(&self, rules: &Rules, style: Style<'_>, rulebook: Option<&str>) -> String {
        let title = format!("{}: {}", words::TITLE, say(&rules.notice.title));
        let sections = Theme::ALL.into_iter().map(|theme| self.section(theme)).collect();
        let body = [self.head(rules, &title), html::sections(words::CONTENTS, sections), foot(rules, rulebook)];
        html::page(&title, style, body)
    }

    fn head(&self, rules: &Rules, title: &str) -> Html {
        let of_file = |title: &str, id: &str, version: &str| Html::from(format!("{title}, {}", dated(id, version)));
        let (programme, notice) = (&rules.programme, &rules.notice);
        let about = facts([
            (words::PROGRAMME, of_file(say(&programme.title), &programme.id, &programme.version)),
            (words::NOTICE, of_file(say(&notice.title), &notice.id, &notice.version)),
            (words::CASES, words::cases(self.cases).into()),
        ]);
        let rows = self.subjects.iter().map(|subject| {
            let said = words::said(subject.gap);
            vec![link(said.anchor, said.title), subject.of.to_string().into(), count(subject.missing.len())]
        });
        let summary = table(words::SUMMARY, &[words::WHAT, words::HOW_MANY, words::MISSING], rows);
        let all: usize = self.subjects.iter().map(|subject| subject.missing.len()).sum();
        let nothing = if all == 0 { p(words::NOTHING) } else { Html::default() };
        let lead = tag("p", &[("class", "lead")], words::LEAD);
        tag("header", &[], [tag("h1", &[], title), lead, p(words::LEAD_MADE), about, nothing, summary])
    }

    fn section(&self, theme: Theme) -> Section {
        let (anchor, title) = words::theme(theme);
        let of_theme: Vec<&Subject> = self.subjects.iter().filter(|subject| subject.gap.theme() == theme).collect();
        let lead = match theme {
            Theme::Cases if self.cases == 0 => p(words::NO_CASES),
            Theme::Cases => p(words::WITH_CASES),
            _ => Html::default(),
        };
        let subjects: Html = of_theme.iter().map(|subject| self.subject_html(subject)).collect();
        // What is inside stands in the table above, each with its link.
        Section::new(anchor, title, [lead, subjects])
    }

    fn subject_html(&self, subject: &Subject) -> Html {
        let said = words::said(subject.gap);
        let missing = &subject.missing;
        let heading = tag("h3", &[("id", said.anchor)], format!("{} ({})", said.title, missing.len()));
        match missing.len() {
            // Of nothing, all is there.
            0 => [heading, p(if subject.of == 0 { words::ABSENT_AT_ALL } else { said.none })].into(),
            // Without any case all would stand here, and say no more than that.
            _ if self.cases == 0 && subject.gap.theme() == Theme::Cases => [heading, p(said.to_do)].into(),
            _ => [heading, p(said.to_do), list("check", missing.iter().map(item))].into(),
        }
    }
}

/// What is missing, to be ticked off: what stands there, where, and what one needs to know beside it.
fn item(missing: &Missing) -> Html {
    let detail = if missing.detail.is_empty() { Html::default() } else { p(missing.detail.as_str()) };
    let place = p(tag("span", &[("class", "source")], missing.place.as_str()));
    [p(missing.words.as_str()), detail, place].into()
}

fn count(missing: usize) -> Html {
    if missing == 0 { words::NONE.into() } else { missing.to_string().into() }
}

/// "medio-olona-2024, versione del 21/11/2026"; a version is a date.
fn dated(id: &str, version: &str) -> String {
    let day = version.parse().map_or_else(|_| version.into(), figures::day);
    words::dated(id, &day)
}

fn foot(rules: &Rules, rulebook: Option<&str>) -> Html {
    let (programme, notice) = (&rules.programme, &rules.notice);
    let from = words::from(&dated(&programme.id, &programme.version), &dated(&notice.id, &notice.version));
    let rulebook = rulebook.map(|address| p(link_to(address, words::RULEBOOK))).unwrap_or_default();
    tag("footer", &[], [p(from), rulebook])
}

/// A notice in the list of review pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// Where its review page is.
    pub address: String,
    /// What it lacks.
    pub review: Review,
}

/// The list of review pages as a complete HTML page: how much each notice lacks, theme by theme.
pub fn index(entries: &[Entry], style: Style<'_>) -> String {
    let rows = entries.iter().map(|entry| {
        let of = |theme| match theme {
            Theme::Cases if entry.review.cases == 0 => words::ABSENT.into(),
            theme => count(entry.review.missing(theme)),
        };
        [link_to(&entry.address, entry.title.as_str())].into_iter().chain(Theme::ALL.map(of)).collect()
    });
    let heads: Vec<&str> = [words::NOTICE].into_iter().chain(Theme::ALL.map(|theme| words::theme(theme).1)).collect();
    let rows = table(words::INDEX_TABLE, &heads, rows);
    let rows = if rows.is_empty() { p(words::NO_NOTICES) } else { rows };
    let head = tag("header", &[], [tag("h1", &[], words::INDEX_TITLE), p(words::INDEX_LEAD)]);
    html::page(words::INDEX_TITLE, style, [head, tag("main", &[], rows)])
}
