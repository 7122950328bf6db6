//! Drawings for who would rather look than read: one for each topic, beside its heading in the easy reading. They repeat
//! what the words say, and are hidden from screen readers.

use leptos::prelude::*;

use super::super::route::Page;
use super::super::session::Session;
use super::html::{Node, view_node};
use crate::programme::{Drawing, Tongue};

/// A drawing on a ground of 48 by 48: its lines, and what is filled below them.
#[derive(Clone, Copy)]
struct Picture {
    line: &'static str,
    fill: &'static str,
}

/// The drawing of a step, in the easy reading.
pub fn drawing(session: Session, page: &Page) -> Option<Node> {
    let Picture { line, fill } = Some(of_page(session, page)).filter(|_| session.voice().tongue == Tongue::Facile)?;
    Some(view_node(view! {
        <svg class="drawing" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path class="fill" d=fill/>
            <path class="line" d=line/>
        </svg>
    }))
}

fn of_page(session: Session, page: &Page) -> Picture {
    match page {
        Page::Start => of(Drawing::House),
        Page::Question(id) | Page::Trial(Some(id)) => {
            let rules = session.rules();
            let section = rules.question(id).map(|question| question.section.clone());
            of_section(session, &section.unwrap_or_default())
        }
        Page::Section(id) => of_section(session, id),
        Page::Review => CHECK,
        Page::Result => RESULT,
        Page::Trial(None) | Page::Comparison => QUESTION,
        Page::Budget => of(Drawing::Coins),
        Page::Documents
        | Page::Keep
        | Page::Resume
        | Page::Desk
        | Page::Editor
        | Page::Cases
        | Page::Case
        | Page::Sheet(_) => of(Drawing::Paper),
        Page::Person => of(Drawing::Person),
        Page::Application => of(Drawing::Pen),
    }
}

fn of_section(session: Session, id: &str) -> Picture {
    let rules = session.rules();
    rules.section(id).and_then(|section| section.drawing).map_or(QUESTION, of)
}

fn of(drawing: Drawing) -> Picture {
    match drawing {
        Drawing::Pen => {
            Picture { line: "M7 41l3-11L32 8l8 8-22 22zM27 13l8 8M27 42h16", fill: "M10 30 27 13l8 8-17 17z" }
        }
        Drawing::Person => Picture {
            line: "M16.5 13a7.5 7.5 0 1 1 0 .1zM7 43v-4a12 12 0 0 1 12-12h10a12 12 0 0 1 12 12v4z",
            fill: "M7 43v-4a12 12 0 0 1 12-12h10a12 12 0 0 1 12 12v4z",
        },
        Drawing::Family => Picture {
            line: "M4 17 24 4l20 13M19 20a5 5 0 1 1 0 .1zM15 43v-5a9 9 0 0 1 18 0v5zM5 26a4 4 0 1 1 0 .1zM35 26a4 4 0 1 1 0 .1zM10 43H4v-3a7 7 0 0 1 6-6M38 43h6v-3a7 7 0 0 0-6-6",
            fill: "M15 43v-5a9 9 0 0 1 18 0v5z",
        },
        Drawing::Helps => Picture {
            line: "M24 24C8 14 14 3 24 9 34 3 40 14 24 24zM4 29h6v14H4M10 31c4-3 8-3 12 0h5a3 3 0 0 1 0 6h-7M29 35l9-6a3 3 0 0 1 4 5L31 43H10",
            fill: "M24 24C8 14 14 3 24 9 34 3 40 14 24 24z",
        },
        Drawing::Road => Picture {
            line: "M5 43C5 31 28 34 28 28 28 23 11 24 11 15h6c0 5 21 4 21 13S20 35 20 43zM25 5l13 4.5-13 4.5zM25 14v5",
            fill: "M5 43C5 31 28 34 28 28 28 23 11 24 11 15h6c0 5 21 4 21 13S20 35 20 43zM25 5l13 4.5-13 4.5z",
        },
        Drawing::House => Picture { line: "M4 23 24 6l20 17M10 18v25h28V18M20 43V29h8v14", fill: "M20 43V29h8v14z" },
        Drawing::Tools => Picture {
            line: "M5 8h11q6 0 7 8H5zM9 16h6v27H9zM30 6a9 9 0 0 0 1 16v17a4 4 0 0 0 8 0V22a9 9 0 0 0 1-16v8l-5 3-5-3z",
            fill: "M5 8h11q6 0 7 8H5z",
        },
        Drawing::Care => Picture {
            line: "M9 16a6 6 0 1 1 0 .1zM28 10a6 6 0 1 1 0 .1zM44 43V32a10 10 0 0 0-10-10q-3 0-6 2l-12 2a3.4 3.4 0 0 0 1 6.7L27 31v12zM10 27a9 9 0 0 0-6 8v8h23",
            fill: "M10 27a9 9 0 0 0-6 8v8h23v-9l-10 1.5c-6 1-9-4-7-8.5z",
        },
        Drawing::Coins => Picture {
            line: "M5 18a13 13 0 1 1 0 .1zM24 13a7 7 0 1 0 0 10M10 16h9M10 20h9M34.2 23.1A17 17 0 0 1 23.1 34.2a10 10 0 1 0 11.1-11.1z",
            fill: "M34.2 23.1A17 17 0 0 1 23.1 34.2a10 10 0 1 0 11.1-11.1z",
        },
        Drawing::Suitcase => Picture {
            line: "M5 19a3 3 0 0 1 3-3h32a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3zM17 16v-6a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v6M14 16v26M34 16v26",
            fill: "M14 16h20v26H14z",
        },
        Drawing::Paper => {
            Picture { line: "M27 5H9v38h30V17zv12h12M16 17h5M16 24h16M16 34l4 4 9-8", fill: "M27 5v12h12z" }
        }
    }
}

const QUESTION: Picture = Picture {
    line: "M8 5h32a3 3 0 0 1 3 3v25a3 3 0 0 1-3 3H23l-9 8v-8H8a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z",
    fill: "M16 17a8 8 0 1 1 10 7.7V26h-4v-5h2a4 4 0 1 0-4-4zM21.5 31a2.5 2.5 0 1 1 0 .1z",
};
const CHECK: Picture = Picture {
    line: "M5 11l4 4 8-8M5 25l4 4 8-8M5 39l4 4 8-8",
    fill: "M25 9h16a2 2 0 0 1 0 4H25a2 2 0 0 1 0-4zM25 23h16a2 2 0 0 1 0 4H25a2 2 0 0 1 0-4zM25 37h10a2 2 0 0 1 0 4H25a2 2 0 0 1 0-4z",
};
const RESULT: Picture =
    Picture { line: "M4 43h6V5h28v38h6M10 5l15 6v34l-15-2", fill: "M10 5l15 6v34l-15-2zM20 25a1.8 1.8 0 1 0 .1 0z" };
