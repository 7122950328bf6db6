//! The logical structure that a screen reader follows, grown while blocks are laid out and filled while pages are
//! drawn: an element may start on one page and end on another.

use krilla::tagging::{Identifier, TagGroup, TagKind, TagTree};

/// An element of the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TagId(usize);

enum Child {
    Element(TagId),
    Content(Identifier),
}

struct Element {
    kind: TagKind,
    children: Vec<Child>,
}

/// The structure of a document; elements keep the order in which they were added.
#[derive(Default)]
pub(super) struct Tags {
    elements: Vec<Element>,
    roots: Vec<TagId>,
}

impl Tags {
    /// Adds an element at the end of the document.
    pub(super) fn root(&mut self, kind: impl Into<TagKind>) -> TagId {
        let id = self.element(kind.into());
        self.roots.push(id);
        id
    }

    /// Adds an element at the end of another.
    pub(super) fn child(&mut self, parent: TagId, kind: impl Into<TagKind>) -> TagId {
        let id = self.element(kind.into());
        self.elements[parent.0].children.push(Child::Element(id));
        id
    }

    fn element(&mut self, kind: TagKind) -> TagId {
        self.elements.push(Element { kind, children: Vec::new() });
        TagId(self.elements.len() - 1)
    }

    /// Says that something drawn on a page belongs to an element.
    pub(super) fn content(&mut self, element: TagId, drawn: Identifier) {
        self.elements[element.0].children.push(Child::Content(drawn));
    }

    /// The finished structure.
    pub(super) fn tree(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            tree.push(self.group(root));
        }
        tree
    }

    fn group(&mut self, id: TagId) -> TagGroup {
        let mut group = TagGroup::new(self.elements[id.0].kind.clone());
        for child in std::mem::take(&mut self.elements[id.0].children) {
            match child {
                Child::Element(element) => group.push(self.group(element)),
                Child::Content(drawn) => group.push(drawn),
            }
        }
        group
    }
}
