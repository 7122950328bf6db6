//! The controls of the form, one for each kind of thing that a file holds. What is typed goes into the notice at once.

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, el_with_id, text, view_node, views, words};
use super::super::parts::tick_box;
use super::form::label;
use super::state::{Editing, Extended};
use crate::text::editing::{Field, Kind, Path, about, is_amount, offered, shown};
use crate::text::it::editor as said;

/// A control with its label, what helps with it, and what is wrong with what stands there.
pub fn control(editing: Editing, at: &Path, field: &'static Field) -> Node {
    if let Kind::Flag = field.kind {
        let (here, ticked) = (at.clone(), editing.shown(at, Kind::Flag) == "true");
        let change = move |now: bool| editing.keep(&here, Kind::Flag, if now { "true" } else { "" });
        return tick_box(at.id(), "form-check", field.label, vec![], RwSignal::new(ticked), change);
    }
    labelled(editing, at, &label(field), field.help, move |described| match field.kind {
        Kind::Choice(choices) => {
            let all: Vec<_> = choices.iter().map(|(value, label)| ((*value).into(), (*label).into())).collect();
            select(editing, at, field, described, move || all.clone())
        }
        Kind::Programme | Kind::Number | Kind::Cited => {
            let kind = field.kind;
            select(editing, at, field, described, move || options(editing, kind))
        }
        Kind::Long | Kind::Json => lines(editing, at, field, described),
        _ => line(editing, at, field, described),
    })
}

/// A control under its label. The place for what is wrong stays, so that what describes the control never points to nothing.
pub fn labelled(editing: Editing, at: &Path, label: &str, help: &str, made: impl FnOnce(String) -> Node) -> Node {
    let id = at.id();
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    let here = at.clone();
    let wrong = changing(move || {
        let said = editing.told.with(|told| {
            let here = told.iter().filter(|told| told.at.as_ref() == Some(&here));
            here.map(|told| told.what.clone()).collect::<Vec<_>>().join("; ")
        });
        (!said.is_empty()).then(|| text("span", "", &said)).into_iter().collect()
    });
    let control = made(format!("{hint} {error}"));
    let label = view_node(view! { <label for=id.clone()>{label.to_owned()}</label> });
    let hint = el_with_id("p", "form-text", &hint, vec![words(help)]);
    el("div", "form-group", vec![label, hint, el_with_id("p", "invalid", &error, vec![wrong]), control])
}

/// Whether something is wrong with what stands at a control.
pub fn is_wrong(editing: Editing, at: &Path) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
    let here = at.clone();
    move || editing.told.with(|told| told.iter().any(|told| told.at.as_ref() == Some(&here))).then_some("true")
}

fn line(editing: Editing, at: &Path, field: &'static Field, described: String) -> Node {
    let (keyboard, class) = match field.kind {
        Kind::Page | Kind::Date => ("numeric", "form-control short"),
        Kind::Euro | Kind::NumberValue => ("decimal", "form-control short"),
        _ => ("text", "form-control"),
    };
    let (here, kind, given) = (at.clone(), field.kind, editing.shown(at, field.kind));
    view_node(view! {
        <input type="text" id=at.id() class=class inputmode=keyboard autocomplete="off" spellcheck="false"
            aria-describedby=described aria-invalid=is_wrong(editing, at) prop:value=given
            on:input=move |event| editing.keep(&here, as_number(editing, &here, kind), &event_target_value(&event))/>
    })
}

/// How the value of a number is kept: an amount in euro has its cents.
fn as_number(editing: Editing, at: &Path, kind: Kind) -> Kind {
    let (Kind::NumberValue, Some(above)) = (kind, at.above()) else { return kind };
    let id = editing.shown(&above.key("number"), Kind::Words);
    let euro = editing.extended.with_untracked(|known| match known {
        Extended::Here(programme) => is_amount(programme, &id),
        _ => false,
    });
    if euro { Kind::Euro } else { kind }
}

fn lines(editing: Editing, at: &Path, field: &'static Field, described: String) -> Node {
    let (here, kind, given) = (at.clone(), field.kind, editing.shown(at, field.kind));
    let json = matches!(kind, Kind::Json);
    let class = if json { "form-control editor-json" } else { "form-control" };
    // Where the browser does not fit it to what stands in it.
    let rows = (given.len() / 60 + given.lines().count()).clamp(2, 12).to_string();
    let language = (field.key == "en").then_some("en");
    view_node(view! {
        <textarea id=at.id() class=class rows=rows lang=language spellcheck=if json { "false" } else { "true" }
            aria-describedby=described aria-invalid=is_wrong(editing, at) prop:value=given
            on:input=move |event| editing.keep(&here, kind, &event_target_value(&event))></textarea>
    })
}

type Options = Vec<(String, String)>;

/// One of a few. What stands in the file is among them, whatever it is.
fn select(
    editing: Editing,
    at: &Path,
    field: &'static Field,
    described: String,
    options: impl Fn() -> Options + Send + Sync + 'static,
) -> Node {
    let options = Memo::new(move |_| options());
    let (here, of_about, changed) = (at.clone(), at.clone(), at.clone());
    let chosen = RwSignal::new(0);
    let rows = changing(move || {
        let mut options = options.get();
        let given = editing.look(|notice| shown(Kind::Words, here.of(notice)));
        if !given.is_empty() && options.iter().all(|(value, _)| *value != given) {
            options.push((given.clone(), given.clone()));
        }
        let none = if field.needed { said::CHOOSE } else { said::NOT_SAID };
        options.insert(0, (String::new(), none.into()));
        let row = |(value, label): (String, String)| {
            let selected = value == given;
            view_node(view! { <option value=value selected=selected>{label}</option> })
        };
        options.into_iter().map(row).collect()
    });
    let change = move |event| {
        editing.keep(&changed, Kind::Words, &event_target_value(&event));
        chosen.update(|count| *count += 1);
    };
    let (id, about_id) = (at.id(), format!("{}-about", at.id()));
    let described = format!("{described} {about_id}");
    let control = view! {
        <select id=id class="form-control" aria-describedby=described aria-invalid=is_wrong(editing, at) on:change=change>
            {rows.into_view()}
        </select>
    };
    // The ceiling is seen where it is lowered.
    let regional = changing(move || {
        chosen.track();
        let id = editing.look(|notice| shown(Kind::Words, of_about.of(notice)));
        let about = editing.extended.with(|known| match (known, field.kind) {
            (Extended::Here(programme), Kind::Number) => about(programme, &id),
            _ => None,
        });
        about.map(|about| text("p", "form-text", &about)).into_iter().collect()
    });
    el("div", "", vec![view_node(control), el_with_id("div", "", &about_id, vec![regional])])
}

/// What can be chosen where that depends on the programme or on the notice itself.
fn options(editing: Editing, kind: Kind) -> Options {
    match kind {
        Kind::Programme => {
            let listed = editing.catalogue.get();
            let programmes = listed.iter().flat_map(|catalogue| &catalogue.programmes);
            programmes.map(|one| (one.id.clone(), format!("{} ({})", one.title, one.id))).collect()
        }
        Kind::Number => editing.extended.with(|known| match known {
            Extended::Here(programme) => offered(programme).into_iter().map(|one| (one.id, one.label)).collect(),
            _ => Vec::new(),
        }),
        _ => cited(editing),
    }
}

/// The documents that a source can point to: those of the notice, then those of the programme.
fn cited(editing: Editing) -> Options {
    editing.checked.track();
    let own: Options = editing.look(|notice| {
        let rows = notice.get("cited").and_then(serde_json::Value::as_array);
        let row = |row: &serde_json::Value| {
            let id = row.get("id")?.as_str()?.to_owned();
            let name = Path::read("name.it").of(row).and_then(serde_json::Value::as_str).unwrap_or(&id).to_owned();
            Some((id, name))
        };
        rows.into_iter().flatten().filter_map(row).collect()
    });
    let of_programme = editing.extended.with(|known| match known {
        Extended::Here(programme) => {
            programme.cited.iter().map(|cited| (cited.id.clone(), cited.name.it.clone())).collect()
        }
        _ => Vec::new(),
    });
    let named = |(id, name): (String, String)| (id.clone(), format!("{name} ({id})"));
    own.into_iter().chain(of_programme).map(named).collect()
}

/// The rows of a list of options, for what offers them as one types.
pub fn offers(found: Vec<String>) -> Vec<AnyView> {
    views(found.into_iter().map(|name| view_node(view! { <option value=name></option> })).collect())
}
