//! Static markup as light data, turned into views in one place.
//!
//! Each kind of view that the `view!` macro makes is a type of its own, with its code, and an erased view is an object
//! of a hundred bytes that every list copies. What never changes is therefore a [`Node`], the size of a pointer; only
//! controls use `view!` (decision 5: the page stays small).

use leptos::html::custom;
use leptos::prelude::*;

/// A piece of markup.
pub struct Node(Box<Made>);

enum Made {
    Words(String),
    Element { tag: &'static str, class: &'static str, attribute: Option<(&'static str, String)>, children: Vec<Node> },
    View(AnyView),
}

impl Node {
    fn element(
        tag: &'static str,
        class: &'static str,
        attribute: Option<(&'static str, String)>,
        children: Vec<Node>,
    ) -> Self {
        Self(Box::new(Made::Element { tag, class, attribute, children }))
    }

    /// The same as a view.
    pub fn into_view(self) -> AnyView {
        match *self.0 {
            Made::Words(said) => said.into_any(),
            Made::View(view) => view,
            Made::Element { tag, class, attribute, children } => {
                let class = (!class.is_empty()).then_some(class);
                let element = custom(tag).attr("class", class).child(views(children));
                match attribute {
                    Some((name, value)) => element.attr(name, value).into_any(),
                    None => element.into_any(),
                }
            }
        }
    }
}

/// Several as views.
pub fn views(nodes: Vec<Node>) -> Vec<AnyView> {
    nodes.into_iter().map(Node::into_view).collect()
}

/// A view among static markup.
pub fn view_node(view: impl IntoAny) -> Node {
    Node(Box::new(Made::View(view.into_any())))
}

/// What is made anew whenever a signal that it reads changes. The code that renders such a thing is long, and is there once.
pub fn changing(made: impl Fn() -> Vec<Node> + Send + Sync + 'static) -> Node {
    let made: Box<dyn Fn() -> Vec<AnyView> + Send + Sync> = Box::new(move || views(made()));
    view_node(made)
}

/// A text that follows a signal.
#[cfg(feature = "whole")]
pub fn changing_words(said: impl Fn() -> String + Send + Sync + 'static) -> Box<dyn Fn() -> String + Send + Sync> {
    Box::new(said)
}

/// A text.
#[inline(never)]
pub fn words(said: &str) -> Node {
    Node(Box::new(Made::Words(said.into())))
}

/// An element of a class with whatever stands in it.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, children: Vec<Node>) -> Node {
    Node::element(tag, class, None, children)
}

/// An element that others refer to.
#[inline(never)]
pub fn el_with_id(tag: &'static str, class: &'static str, id: &str, children: Vec<Node>) -> Node {
    Node::element(tag, class, Some(("id", id.into())), children)
}

/// An element in Italian, whatever reading the page is in.
#[cfg(feature = "whole")]
pub fn el_in_italian(tag: &'static str, class: &'static str, children: Vec<Node>) -> Node {
    Node::element(tag, class, Some(("lang", "it".into())), children)
}

/// An element with a text.
#[inline(never)]
pub fn text(tag: &'static str, class: &'static str, said: &str) -> Node {
    el(tag, class, vec![words(said)])
}

/// A paragraph.
#[inline(never)]
pub fn p(said: &str) -> Node {
    text("p", "", said)
}

/// A link.
#[inline(never)]
pub fn link(href: &str, class: &'static str, children: Vec<Node>) -> Node {
    Node::element("a", class, Some(("href", href.into())), children)
}

/// A part of the page under a heading of its own.
#[inline(never)]
pub fn section(id: &'static str, title: &str, children: Vec<Node>) -> Node {
    let mut all = vec![el_with_id("h2", "", id, vec![words(title)])];
    all.extend(children);
    Node::element("section", "", Some(("aria-labelledby", id.into())), all)
}

/// Something that opens on demand.
#[inline(never)]
pub fn opening(title: &str, children: Vec<Node>) -> Node {
    opening_by(vec![words(title)], children)
}

/// The same where several on a page have one title: who does not see what it stands below hears what it is about.
#[cfg(feature = "whole")]
#[inline(never)]
pub fn opening_about(title: &str, about: &str, children: Vec<Node>) -> Node {
    let about = text("span", "visually-hidden", &format!(": {}", about.trim_end_matches('.')));
    opening_by(vec![words(title), about], children)
}

fn opening_by(title: Vec<Node>, children: Vec<Node>) -> Node {
    let body = el("div", "accordion-body", children);
    el("details", "accordion-item", vec![el("summary", "accordion-header", title), body])
}
