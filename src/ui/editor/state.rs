//! The notice under edit: what stands in it, what is wrong with it, and what is shown of it.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use web_sys::HtmlElement;

use crate::application::places::Places;
use crate::browser::{editing as around, fetch};
use crate::programme::{self, Programme};
use crate::text::editing::{Catalogue, Kind, Known, Path, Told, check, kept, shown, written};

/// How long nobody types before what stands there is checked.
const PAUSE: Duration = Duration::from_millis(700);

/// Id of what says how the notice stands.
pub const STATE: &str = "editor-state";

thread_local! {
    /// What was written, while the editor is not shown, and whether it is in no file yet.
    static KEPT: RefCell<Option<(Value, bool)>> = const { RefCell::new(None) };
}

/// The programme that the notice extends, by its id.
#[derive(Clone)]
pub enum Extended {
    /// It is on its way.
    Coming(String),
    /// It is not published here.
    Missing(String),
    /// It is here.
    Here(Arc<Programme>),
}

impl Extended {
    fn id(&self) -> &str {
        match self {
            Self::Coming(id) | Self::Missing(id) => id,
            Self::Here(programme) => &programme.id,
        }
    }
}

/// What every piece of the form is given. What is typed goes into the notice at once and makes nothing anew.
#[derive(Clone, Copy)]
pub struct Editing {
    place: StoredValue<HtmlElement, LocalStorage>,
    notice: StoredValue<Option<Value>>,
    /// Counts the notices opened.
    pub opened: RwSignal<u32>,
    changes: RwSignal<u32>,
    /// Counts the checks.
    pub checked: RwSignal<u32>,
    /// What is wrong.
    pub told: RwSignal<Vec<Told>>,
    /// The programme.
    pub extended: RwSignal<Extended>,
    /// Whether what stands there is in no file.
    pub unsaved: RwSignal<bool>,
    /// The text of the notice when it was last without fault.
    pub good: RwSignal<Option<String>>,
    /// What is published beside the page; nothing once it is known not to be there.
    pub catalogue: RwSignal<Option<Arc<Catalogue>>>,
    /// The municipalities, once somebody asked for one.
    pub places: StoredValue<Option<Arc<Places>>>,
}

impl Editing {
    /// The editor in an element, with what was written before.
    pub fn new(place: HtmlElement) -> Self {
        let (notice, unsaved) = KEPT.take().map_or((None, false), |(notice, unsaved)| (Some(notice), unsaved));
        let editing = Self {
            place: StoredValue::new_local(place),
            notice: StoredValue::new(notice),
            opened: RwSignal::new(0),
            changes: RwSignal::new(0),
            checked: RwSignal::new(0),
            told: RwSignal::default(),
            extended: RwSignal::new(Extended::Coming(String::new())),
            unsaved: RwSignal::new(unsaved),
            good: RwSignal::default(),
            catalogue: RwSignal::default(),
            places: StoredValue::default(),
        };
        on_cleanup(move || {
            let notice = editing.notice.try_update_value(Option::take).flatten();
            KEPT.set(notice.zip(editing.unsaved.try_get_untracked()));
        });
        let mut soon = debounce(PAUSE, move |()| editing.check());
        Effect::new(move |first: Option<()>| {
            editing.changes.track();
            if first.is_some() {
                soon(());
            }
        });
        Effect::new(move |_| around::ask_before_leaving(editing.unsaved.get()));
        editing.check();
        editing
    }

    /// Whether a notice is open.
    pub fn is_open(self) -> bool {
        self.notice.with_value(Option::is_some)
    }

    /// Shows another notice.
    pub fn open(self, notice: Value) {
        self.notice.set_value(Some(notice));
        self.unsaved.set(false);
        self.good.set(None);
        self.check();
        self.opened.update(|count| *count += 1);
        // What it was opened with is made anew, and the focus would be nowhere.
        self.reach_soon(STATE.into());
    }

    /// Looks at the notice.
    pub fn look<T: Default>(self, look: impl FnOnce(&Value) -> T) -> T {
        self.notice.with_value(|notice| notice.as_ref().map(look)).unwrap_or_default()
    }

    /// Changes the notice; it is checked once nobody types.
    pub fn change(self, change: impl FnOnce(&mut Value)) {
        self.notice.update_value(|notice| {
            if let Some(notice) = notice {
                change(notice);
            }
        });
        if !self.unsaved.get_untracked() {
            self.unsaved.set(true);
        }
        self.changes.update(|count| *count += 1);
    }

    /// What a control shows.
    pub fn shown(self, at: &Path, kind: Kind) -> String {
        self.look(|notice| shown(kind, at.of(notice)))
    }

    /// Keeps what was typed.
    pub fn keep(self, at: &Path, kind: Kind, raw: &str) {
        self.change(|notice| at.put(notice, kept(kind, raw)));
    }

    /// How many things are wrong at a place and below it.
    pub fn wrong_below(self, at: &Path) -> usize {
        let whole = at.to_string();
        let below = |told: &&Told| {
            let there = told.at.as_ref().map(ToString::to_string).unwrap_or_default();
            there.strip_prefix(&whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.told.with(|told| told.iter().filter(below).count())
    }

    /// Moves the focus to a control, unfolding what it is in.
    pub fn reach(self, id: &str) {
        if let Some(place) = self.place.try_get_value() {
            around::reach(&place, id);
        }
    }

    /// The same for one that is only now being made.
    pub fn reach_soon(self, id: String) {
        request_animation_frame(move || self.reach(&id));
    }

    /// The text of the file.
    pub fn text(self) -> String {
        self.look(written)
    }

    /// Checks what stands there, as `ddn check` would.
    pub fn check(self) {
        // Where the pause outlasts the page.
        if self.told.is_disposed() || !self.is_open() {
            return;
        }
        self.fetch_programme();
        let known = self.extended.get_untracked();
        let told = self.look(|notice| {
            check(
                notice,
                match &known {
                    Extended::Coming(_) => Known::Coming,
                    Extended::Missing(_) => Known::Missing,
                    Extended::Here(programme) => Known::Here(programme),
                },
            )
        });
        let good = told.is_empty() && matches!(known, Extended::Here(_));
        if self.told.with_untracked(|before| *before != told) {
            self.told.set(told);
        }
        self.checked.update(|count| *count += 1);
        if good {
            let text = Some(self.text());
            if self.good.with_untracked(|before| *before != text) {
                self.good.set(text);
            }
        }
    }

    /// Has the programme come that the notice names.
    fn fetch_programme(self) {
        let named = self.look(|notice| notice.get("extends").and_then(Value::as_str).map(str::to_owned));
        let id = named.unwrap_or_default();
        if id.is_empty() || self.extended.with_untracked(|known| known.id() == id) {
            return;
        }
        self.extended.set(Extended::Coming(id.clone()));
        spawn_local(async move {
            let file = format!("programmes/{id}.json");
            let read = fetch::text(&file).await.ok().and_then(|text| programme::programme(&file, &text).ok());
            // The person may have left the page meanwhile, or named another.
            if self.extended.try_with_untracked(|known| known.id() == id) == Some(true) {
                self.extended.set(match read {
                    Some(programme) if programme.id == id => Extended::Here(Arc::new(programme)),
                    _ => Extended::Missing(id),
                });
                self.check();
            }
        });
    }
}
