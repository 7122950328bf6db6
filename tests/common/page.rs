//! What every page that the product writes for offices has to be.

/// Words as they stand in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The opening and closing tags of a page, its own style sheet left out.
fn tags(page: &str) -> Vec<&str> {
    let (head, rest) = page.split_once("<style>").unwrap_or((page, ""));
    let rest = rest.split_once("</style>").map_or("", |(_, rest)| rest);
    let parts = head.split('<').skip(1).chain(rest.split('<').skip(1));
    parts.map(|part| part.split_once('>').unwrap_or_else(|| panic!("<{part} is never closed")).0).collect()
}

/// What a reader sees: everything outside tags.
pub fn visible(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let shown: String = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, shown)| shown).collect();
    shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The values of an attribute.
pub fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    page.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// That each element is closed where it should be, that an id is there once and that links lead to one, or to a place
/// that `elsewhere` knows.
pub fn assert_well_formed(page: &str, elsewhere: impl Fn(&str) -> bool) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(page) {
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "in {open:?}"),
            None if ["!doctype", "meta", "link"].contains(&name) => {}
            None => open.push(name),
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
    }
    assert!(open.is_empty(), "{open:?}");

    let ids = values(page, "id");
    assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "an id is there twice");
    for link in values(page, "href") {
        let here = link.strip_prefix('#').is_some_and(|id| ids.contains(&id));
        assert!(here || elsewhere(link), "{link} leads nowhere");
    }
    for once in ["<html lang=\"it\">", "<h1>", "<main>", "name=\"viewport\"", "<title>"] {
        assert_eq!(page.matches(once).count(), 1, "{once}");
    }
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    assert!(!page.contains("<script") && !page.contains(" style="));
}
