//! What a programme and a notice say, as data.
//!
//! A [`Programme`] is the regional act: questions, requirements, supports and every number in them. A [`Notice`] is
//! how one office carries it out: territory, contacts, resources, numbers lowered locally. Both are JSON files that
//! an office writes without compiling anything; [`load`] turns them into [`Rules`], or says which key of which file
//! is wrong. The vocabulary is closed: a rule that it cannot say needs a new word here, not an exception elsewhere.

mod applying;
mod budget;
mod chapter;
mod check;
mod comparison;
mod condition;
mod detail;
mod document;
mod lead;
mod load;
mod notice;
mod official_form;
#[expect(clippy::module_inception, reason = "the file about the programme itself")]
mod programme;
mod question;
mod reader;
mod rules;
mod source;
mod standing;
mod support;
mod urgent;
mod voice;

pub use applying::{Applying, Role, RolesOf};
pub use budget::{Budget, Resource, Sheet};
pub use chapter::{Chapter, Remark};
pub(crate) use check::is_belfiore;
pub use comparison::{ComparedOption, Comparison};
pub use condition::Condition;
pub use detail::Detail;
pub use document::{Document, Need as DocumentNeed};
pub use lead::{Catalogue, Lead, Listed};
pub use load::{
    Fault, catalogue, notice, notice_in, office_of, programme, publish, publish_catalogue, publish_first, published,
    rules,
};
pub use notice::{AnswersFile, Lowered, Municipality, Notice, Office, Privacy, Resources, Window, WindowKind};
pub use official_form::{Content, Datum, Holds, MappedField, OfficialForm};
pub use programme::{
    COMPATIBILITY_NOT_STATED, COMPATIBILITY_UNSTATED, Compatibility, Drawing, Level, Number, NumberKind, Priority,
    Programme, Reason, ReasonKind, Requirement, Section, Stands, Wording,
};
pub use question::{Choice, Guide, Kind, Question};
pub use rules::Rules;
pub use source::{CitedDocument, Reading, Source, Text};
pub use standing::{Period, Standing};
pub use support::{
    Amount, Ceiling, Clause, Companion, CompanionPhase, Days, Every, Needed, Payer, Per, Phase, Support, Times,
};
pub use urgent::{Call, Urgent};
pub use voice::{About, Tongue, Voice, capital};
