//! A small HTML writer: what it gives is well formed and escaped, whatever the data say. The pages for offices, which
//! have no script, are made with it: the rule book and the review page.

/// The style sheet of these pages.
pub const STYLE: &str = include_str!("../../style/rulebook.css");

/// Where a page takes its looks from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style<'a> {
    /// A style sheet inside the page, which then needs no other file.
    Inline,
    /// A style sheet at this address, for sites that allow none inside pages.
    Linked(&'a str),
}

/// A piece of HTML, made only of escaped text and of closed elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Html(String);

/// Names and values of an element's attributes; the values are escaped.
type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Html {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self(escaped(text))
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self(escaped(&text))
    }
}

impl<const N: usize> From<[Html; N]> for Html {
    fn from(parts: [Html; N]) -> Self {
        parts.into_iter().collect()
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<T: IntoIterator<Item = Html>>(parts: T) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}

/// Text with the characters that mean something in HTML written as references.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

/// An element. Those that stand in a line of text are followed by nothing, all others by a line break, so that two
/// editions of a page can be compared line by line.
pub(super) fn tag(name: &str, attributes: Attributes<'_>, inside: impl Into<Html>) -> Html {
    let end = if matches!(name, "a" | "span" | "strong") { "" } else { "\n" };
    Html(format!("{}{}</{name}>{end}", opening(name, attributes), inside.into().0))
}

/// An element that holds nothing.
pub(super) fn void(name: &str, attributes: Attributes<'_>) -> Html {
    Html(format!("{}\n", opening(name, attributes)))
}

fn opening(name: &str, attributes: Attributes<'_>) -> String {
    let attributes = attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)));
    format!("<{name}{}>", attributes.collect::<String>())
}

/// A whole page.
pub(super) fn page(title: &str, style: Style<'_>, body: impl Into<Html>) -> String {
    let style = match style {
        Style::Inline => Html(format!("<style>\n{STYLE}</style>\n")),
        Style::Linked(address) => void("link", &[("rel", "stylesheet"), ("href", address)]),
    };
    let head = [
        void("meta", &[("charset", "utf-8")]),
        void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        tag("title", &[], title),
        style,
    ];
    format!("<!doctype html>\n{}", tag("html", &[("lang", "it")], [tag("head", &[], head), tag("body", &[], body)]).0)
}

/// A section of a page, with the places inside it that the table of contents lists too.
pub(super) struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What stands below.
    pub body: Html,
    /// Anchors inside it, with their titles.
    pub inside: Vec<(String, String)>,
}

impl Section {
    /// A section that has no places of its own.
    pub(super) fn new(id: &'static str, title: &'static str, body: impl Into<Html>) -> Self {
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

/// Sections below their table of contents.
pub(super) fn sections(contents: &str, sections: Vec<Section>) -> Html {
    let entries = list("", sections.iter().map(Section::entry));
    let contents = tag("nav", &[("aria-labelledby", "indice")], [tag("h2", &[("id", "indice")], contents), entries]);
    [contents, tag("main", &[], sections.into_iter().map(Section::html).collect::<Html>())].into()
}

/// A paragraph.
pub(super) fn p(inside: impl Into<Html>) -> Html {
    tag("p", &[], inside)
}

/// A link to another place of the page.
pub(super) fn link(anchor: &str, text: impl Into<Html>) -> Html {
    tag("a", &[("href", &format!("#{anchor}"))], text)
}

/// A link to another page.
pub(super) fn link_to(address: &str, text: impl Into<Html>) -> Html {
    tag("a", &[("href", address)], text)
}

/// A list; nothing where it would be empty.
pub(super) fn list(class: &str, items: impl IntoIterator<Item = Html>) -> Html {
    let items: Html = items.into_iter().map(|item| tag("li", &[], item)).collect();
    match (items.is_empty(), class) {
        (true, _) => items,
        (false, "") => tag("ul", &[], items),
        (false, class) => tag("ul", &[("class", class)], items),
    }
}

/// Names with what is said about each; those about which nothing is said are left out.
pub(super) fn facts(rows: impl IntoIterator<Item = (&'static str, Html)>) -> Html {
    let said = rows.into_iter().filter(|(_, value)| !value.is_empty());
    tag(
        "dl",
        &[],
        said.map(|(name, value)| -> Html { [tag("dt", &[], name), tag("dd", &[], value)].into() }).collect::<Html>(),
    )
}

/// A table whose first column names its rows. It scrolls by itself where the screen is narrow; nothing where it would
/// have no rows.
pub(super) fn table(caption: &str, heads: &[&str], rows: impl IntoIterator<Item = Vec<Html>>) -> Html {
    let row = |cells: Vec<Html>| -> Html {
        let cell = |(at, cell): (usize, Html)| match at {
            0 => tag("th", &[("scope", "row")], cell),
            _ => tag("td", &[], cell),
        };
        tag("tr", &[], cells.into_iter().enumerate().map(cell).collect::<Html>())
    };
    let rows: Html = rows.into_iter().map(row).collect();
    if rows.is_empty() {
        return rows;
    }
    let heads: Html = heads.iter().map(|head| tag("th", &[("scope", "col")], *head)).collect();
    let parts = [tag("caption", &[], caption), tag("thead", &[], tag("tr", &[], heads)), tag("tbody", &[], rows)];
    let scrolls = [("class", "scroll"), ("role", "group"), ("aria-label", caption), ("tabindex", "0")];
    tag("div", &scrolls, tag("table", &[], parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_becomes_markup() {
        let text = "<script>\"a\" & b</script>";
        let safe = "&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;";
        assert_eq!(p(text).0, format!("<p>{safe}</p>\n"));
        assert_eq!(link(text, "x").0, format!("<a href=\"#{safe}\">x</a>"));
    }

    #[test]
    fn what_would_be_empty_is_left_out() {
        assert!(list("", []).is_empty() && table("Nulla", &["a"], []).is_empty());
        assert_eq!(facts([("Uno", "1".into()), ("Due", Html::default())]).0.matches("<dt>").count(), 1);
    }
}
