//! What a programme and a notice say, as data.
//!
//! A [`Programme`] is the regional act: questions, requirements, supports and every number in them. A [`Notice`] is
//! how one office carries it out: territory, contacts, resources, numbers lowered locally. Both are JSON files that
//! an office writes without compiling anything; [`load`] turns them into [`Rules`], or says which key of which file
//! is wrong. The vocabulary is closed: a rule that it cannot say needs a new word here, not an exception elsewhere.

mod applying;
mod check;
mod condition;
mod document;
mod load;
mod notice;
#[expect(clippy::module_inception, reason = "the file about the programme itself")]
mod programme;
mod question;
mod reader;
mod rules;
mod source;
mod support;

pub use applying::{Applying, Role, RolesOf};
pub(crate) use check::is_belfiore;
pub use condition::Condition;
pub use document::{Document, Need as DocumentNeed};
pub use load::{Fault, notice, office_of, programme, publish, published, rules};
pub use notice::{Lowered, Municipality, Notice, Office, Resources, Window, WindowKind};
pub use programme::{
    Budget, COMPATIBILITY_NOT_STATED, COMPATIBILITY_UNSTATED, ComparedOption, Comparison, Compatibility, Level, Number,
    NumberKind, Priority, Programme, Reason, ReasonKind, Requirement, Resource, Section, Sheet, Stands, Wording,
};
pub use question::{Choice, Kind, Question};
pub use rules::Rules;
pub use source::{CitedDocument, Reading, Source, Text};
pub use support::{
    Amount, Ceiling, Chapter, Clause, Companion, CompanionPhase, Days, Every, Needed, Per, Phase, Remark, Support,
};
