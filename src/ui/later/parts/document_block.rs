//! A block of the application on the page: the same content as the PDF, readable before it is made.

use super::super::super::parts::html::{Node, el, p, text, view_node};
use super::callout;
use crate::application::document::{Align, Block, Check, Field, Level, Table};
use leptos::prelude::*;

/// What stands where something is to be written by hand.
const BLANK: &str = "______________";

/// One block. Headings stand one level lower: the page has its own first heading.
pub fn document_block(block: &Block) -> Node {
    match block {
        Block::Heading { level, text: said } => match level {
            Level::One => text("h2", "", said),
            Level::Two => text("h3", "", said),
            Level::Three => text("h4", "", said),
        },
        Block::Paragraph(said) => p(said),
        Block::Note { text: said, .. } => text("p", "alert alert-warning", said),
        Block::Summary { title, entries } => callout("h3", title, fields(entries)),
        Block::Fields(entries) => fields(entries),
        Block::Bullets(lines) => el("ul", "", lines.iter().map(|line| text("li", "", line)).collect()),
        Block::Checklist(checks) => {
            let class = |check: &Check| if check.checked { "ticked" } else { "to-tick" };
            el("ul", "plain", checks.iter().map(|check| text("li", class(check), &check.text)).collect())
        }
        Block::Table(found) => table(found, &[]),
        Block::Signature(lines) => {
            el("div", "signature", lines.iter().map(|line| p(&format!("{line} {BLANK}"))).collect())
        }
        Block::PageBreak => view_node(()),
    }
}

fn fields(entries: &[Field]) -> Node {
    let row = |entry: &Field| {
        let value = entry.value.as_deref().unwrap_or(BLANK);
        el("div", "row", vec![text("dt", "", &entry.label), text("dd", "", value)])
    };
    el("dl", "", entries.iter().map(row).collect())
}

/// A table; the rows at these places are marked.
pub fn table(table: &Table, marked: &[usize]) -> Node {
    let class = |at: usize| match table.columns.get(at) {
        Some(column) if column.align != Align::Start => "figure",
        _ => "",
    };
    let cell = |(at, said): (usize, &String)| match at {
        0 => header("row", "", said),
        _ => text("td", class(at), said),
    };
    let columns = table.columns.iter().enumerate();
    let head = columns.map(|(at, column)| header("col", class(at), &column.header)).collect();
    let rows = table.rows.iter().enumerate().map(|(at, row)| {
        let class = if marked.contains(&at) { "marked" } else { "" };
        el("tr", class, row.iter().enumerate().map(cell).collect())
    });
    let parts = vec![
        text("caption", "", &table.caption),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", rows.collect()),
    ];
    framed(&table.caption, parts)
}

/// A table with whatever stands in its cells.
pub fn table_of(caption: &str, headers: &[String], rows: Vec<Vec<Node>>) -> Node {
    let head = headers.iter().map(|said| header("col", "", said)).collect();
    let row = |cells: Vec<Node>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => view_node(view! { <th scope="row">{cell.into_view()}</th> }),
            _ => el("td", "", vec![cell]),
        });
        el("tr", "", cells.collect())
    };
    let parts = vec![
        text("caption", "", caption),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", rows.into_iter().map(row).collect()),
    ];
    framed(caption, parts)
}

/// The frame of a table, which scrolls where it is wider than the page.
fn framed(caption: &str, parts: Vec<Node>) -> Node {
    let (caption, table) = (caption.to_owned(), el("table", "table", parts).into_view());
    view_node(view! { <div class="table-responsive" tabindex="0" role="region" aria-label=caption>{table}</div> })
}

fn header(scope: &'static str, class: &'static str, said: &str) -> Node {
    let said = said.to_owned();
    view_node(view! { <th scope=scope class=class>{said}</th> })
}
