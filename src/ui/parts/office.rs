//! Whom to ask.

use super::html::{Node, el, link, p, section, text, words};
use crate::programme::{Office, Voice};
use crate::text::words::{Words, page};

/// The office, with whatever ways to reach it the notice gives.
pub fn office_card(voice: Voice, office: &Office) -> Node {
    let line = |label: Words, scheme: &str, way: &Option<String>| {
        let way = way.as_ref()?;
        let target = match scheme {
            "tel:+39" => way.chars().filter(char::is_ascii_digit).collect(),
            _ => way.clone(),
        };
        Some(el(
            "p",
            "",
            vec![words(&format!("{}: ", voice.say(label))), link(&format!("{scheme}{target}"), "", vec![words(way)])],
        ))
    };
    let ways = [
        Some(el("p", "", vec![text("strong", "", &office.name)])),
        office.address.as_deref().map(p),
        line(page::TELEPHONE, "tel:+39", &office.telephone),
        line(page::EMAIL, "mailto:", &office.email),
        line(page::PEC, "mailto:", &office.pec),
        line(page::WEB, "https://", &office.web),
        office.hours.as_ref().map(|hours| p(&format!("{}: {hours}", &voice.say(page::HOURS)))),
    ];
    el("div", "office", vec![section("office", &voice.say(page::OFFICE), ways.into_iter().flatten().collect())])
}
