//! Whom to ask.

use super::html::{Node, el, link, p, section, text, words};
use crate::programme::Office;
use crate::text::it;

/// The office, with whatever ways to reach it the notice gives.
pub fn office_card(office: &Office) -> Node {
    let line = |label: &str, scheme: &str, way: &Option<String>| {
        let way = way.as_ref()?;
        let target = match scheme {
            "tel:+39" => way.chars().filter(char::is_ascii_digit).collect(),
            _ => way.clone(),
        };
        Some(el("p", "", vec![words(&format!("{label}: ")), link(&format!("{scheme}{target}"), "", vec![words(way)])]))
    };
    let ways = [
        Some(el("p", "", vec![text("strong", "", &office.name)])),
        office.address.as_deref().map(p),
        line(it::page::TELEPHONE, "tel:+39", &office.telephone),
        line(it::page::EMAIL, "mailto:", &office.email),
        line(it::page::PEC, "mailto:", &office.pec),
        line(it::page::WEB, "https://", &office.web),
        office.hours.as_ref().map(|hours| p(&format!("{}: {hours}", it::page::HOURS))),
    ];
    el("div", "office", vec![section("office", it::page::OFFICE, ways.into_iter().flatten().collect())])
}
