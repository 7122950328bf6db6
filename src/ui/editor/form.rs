//! The form, made of the table: a fold for each part, and in it a control for each key.

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, p, text, view_node, views};
use super::controls::control;
use super::list::list;
use super::state::Editing;
use crate::text::editing::{Field, Kind, PARTS, Part, Path, shown};
use crate::text::it::editor as said;

/// All of it.
pub fn form(editing: Editing) -> Node {
    el("div", "editor-parts", PARTS.iter().enumerate().map(|(at, part)| fold(editing, at, part)).collect())
}

fn fold(editing: Editing, at: usize, part: &'static Part) -> Node {
    let wrong = move || editing.told.with(|told| told.iter().filter(|told| told.part == Some(at)).count());
    let lead = std::iter::once(p(part.lead));
    let fields = part.fields.iter().map(|one| field(editing, &Path::default().key(one.key), one));
    let body = el("div", "accordion-body", lead.chain(fields).collect()).into_view();
    view_node(view! {
        <details class="accordion-item" id=part.id>
            <summary class="accordion-header">
                <h2 class="editor-part">{part.title}</h2>
                {count(wrong).into_view()}
            </summary>
            {body}
        </details>
    })
}

/// How many things are wrong inside something folded.
pub fn count(wrong: impl Fn() -> usize + Send + Sync + 'static) -> Node {
    changing(move || {
        let count = wrong();
        (count > 0).then(|| text("span", "editor-count", &said::to_mend(count))).into_iter().collect()
    })
}

/// What stands at a key.
pub fn field(editing: Editing, at: &Path, field: &'static Field) -> Node {
    match field.kind {
        Kind::List(row) => list(editing, at, field, row),
        Kind::Source => source(editing, at, field),
        Kind::Text | Kind::Object(_) => {
            let inside = below(editing, at, field.kind);
            if field.label.is_empty() {
                return el("div", "", inside);
            }
            let class = if matches!(field.kind, Kind::Text) { "editor-text" } else { "" };
            el("fieldset", class, std::iter::once(text("legend", "", &label(field))).chain(inside).collect())
        }
        _ => control(editing, at, field),
    }
}

/// The keys of something that has keys.
pub fn below(editing: Editing, at: &Path, kind: Kind) -> Vec<Node> {
    let fields = kind.fields().unwrap_or_default();
    fields.iter().map(|one| field(editing, &at.key(one.key), one)).collect()
}

/// What a key is called, and whether a notice can be without it.
pub fn label(field: &Field) -> String {
    if field.needed { field.label.into() } else { format!("{} {}", field.label, said::OPTIONAL) }
}

/// Where something is said: a line that says it, and the four lines to change it folded away.
fn source(editing: Editing, at: &Path, field: &'static Field) -> Node {
    let (here, wrong) = (at.clone(), at.clone());
    let place = move || {
        editing.checked.track();
        let part = |key: &str| editing.look(|notice| shown(Kind::Words, here.key(key).of(notice)));
        let (document, section, page) = (part("document"), part("section"), part("page"));
        let parts = [document, section, if page.is_empty() { page } else { format!("pag. {page}") }];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { said::NEW.to_owned() } else { parts.join(", ") }
    };
    let title = format!("{}: ", label(field));
    let count = count(move || editing.wrong_below(&wrong)).into_view();
    let body = views(below(editing, at, field.kind));
    view_node(view! {
        <details class="accordion-item editor-source">
            <summary class="accordion-header"><span>{title}<span class="editor-said">{place}</span></span>{count}</summary>
            <div class="accordion-body">{body}</div>
        </details>
    })
}
