//! Whether a notice is open on a day.

use super::reader::Reader;
use super::{Rules, Source, Window, WindowKind};
use crate::date::Date;

/// From when until when something applies, both days included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day; since ever, where nothing is said.
    pub from: Option<Date>,
    /// Last day; without an end, where nothing is said.
    pub until: Option<Date>,
    /// The paragraph that says so.
    pub source: Source,
}

impl Period {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { from: at.maybe_parsed("from"), until: at.maybe_parsed("until"), source: at.one("source", Source::read) }
    }
}

/// How a notice stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Applications are taken, until this day where it has one.
    Open(Option<Date>),
    /// There is no application: it is something to know.
    Information,
    /// Applications are taken from this day on.
    NotYet(Date),
    /// This was the last day.
    Closed(Date),
}

impl Window {
    /// How it stands on a day.
    pub fn standing(&self, day: Date) -> Standing {
        match (outside(self.from, self.until, day), self.kind) {
            (Some(standing), _) => standing,
            (None, WindowKind::Information) => Standing::Information,
            (None, WindowKind::Deadline | WindowKind::UntilExhausted) => Standing::Open(self.until),
        }
    }
}

impl Rules {
    /// How the notice stands on a day; outside of the time of its programme it is closed, whatever it says itself.
    pub fn standing(&self, day: Date) -> Standing {
        let in_force = self.programme.in_force.as_ref();
        let outside = in_force.and_then(|period| outside(period.from, period.until, day));
        outside.unwrap_or_else(|| self.notice.window.standing(day))
    }
}

fn outside(from: Option<Date>, until: Option<Date>, day: Date) -> Option<Standing> {
    let ended = until.filter(|until| day > *until).map(Standing::Closed);
    ended.or(from.filter(|from| day < *from).map(Standing::NotYet))
}
