//! The box on page one: what a clerk asks first. Who, acting for whom, what for, which requirements, which papers.

use super::super::roles::role_name;
use super::super::words::state;
use super::super::{figures, it, residence, say, states};
use super::{Form, field};
use crate::answers::truth::wanted;
use crate::application::document::{Block, Field};
use crate::application::{Detail, Person};
use crate::assess::RequirementState;
use crate::programme::{DocumentNeed, Role};

/// The states in the order in which a clerk wants them: what needs looking at comes first.
const STATES: [RequirementState; 4] =
    [RequirementState::NotMet, RequirementState::ToVerify, RequirementState::Unknown, RequirementState::Met];

impl Form<'_> {
    pub(super) fn summary(&self) -> Block {
        let entries: Vec<Field> = vec![
            field(it::form::BENEFICIARY, self.beneficiary()),
            field(it::form::SUBMITTER, self.submitter()),
            field(it::form::RESIDENCE, residence(self.rules, self.answers).unwrap_or_default()),
            field(it::form::ASKED, self.supports_asked()),
            field(it::form::REQUIREMENTS, self.by_state()),
            field(it::form::REQUIRED_DOCUMENTS, self.papers()),
        ];
        Block::Summary { title: it::form::SUMMARY.into(), entries }
    }

    /// Name, birth date, codice fiscale and a telephone: enough to find somebody in a register and to call back.
    fn beneficiary(&self) -> String {
        let person = &self.applicant.beneficiary;
        let name = person.full_name();
        if name.is_empty() {
            return name;
        }
        let born = super::super::roles::born(self.answers).map(|day| it::form::born(&figures::day(day)));
        joined([Some(name), born, given(person, Detail::TaxCode), given(person, Detail::Telephone)])
    }

    fn submitter(&self) -> String {
        let role = self.role();
        if role == Role::Oneself {
            return it::form::ONESELF.into();
        }
        let person = &self.applicant.submitter;
        let called = Some(person.called()).filter(|called| !called.is_empty());
        joined([
            called,
            Some(role_name(self.rules.voice(), role).to_lowercase()),
            given(person, Detail::Telephone),
            None,
        ])
    }

    /// Their names; that there are none is an answer too.
    fn supports_asked(&self) -> String {
        if wanted(self.rules, self.answers).is_some_and(<[String]>::is_empty) {
            return self.rules.voice().say(state::NO_SUPPORT);
        }
        let asked = self.asked_for().filter_map(|row| self.rules.support(&row.id));
        asked.map(|support| say(&support.label)).collect::<Vec<_>>().join("; ")
    }

    /// The requirements by name, grouped by what the answers make of them.
    fn by_state(&self) -> String {
        let labelled = || self.assessment.requirements.iter().zip(&self.rules.programme.requirements);
        let group = |state: RequirementState| {
            let names: Vec<&str> =
                labelled().filter(|(row, _)| row.state == state).map(|(_, one)| say(&one.label)).collect();
            (!names.is_empty())
                .then(|| format!("{}: {}", states::requirement_state(self.rules.voice(), state), names.join("; ")))
        };
        STATES.into_iter().filter_map(group).collect::<Vec<_>>().join("\n")
    }

    fn papers(&self) -> String {
        let names: Vec<&str> = self.documents(DocumentNeed::Required).map(|document| say(&document.label)).collect();
        if names.is_empty() { String::new() } else { format!("{}: {}", names.len(), names.join("; ")) }
    }
}

fn given(person: &Person, detail: Detail) -> Option<String> {
    Some(person.get(detail).trim().to_owned()).filter(|value| !value.is_empty())
}

fn joined(parts: [Option<String>; 4]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
