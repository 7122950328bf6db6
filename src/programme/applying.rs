//! Who may hand an application in, and in which role.

use serde::{Deserialize, Serialize};

use super::About;
use super::reader::Reader;

/// In which role somebody hands an application in. The roles are those of civil law: what each may sign does not depend
/// on a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The person with disability.
    Oneself,
    /// A relative without any measure of protection.
    Relative,
    /// A guardian (tutore), who acts in the person's place.
    Guardian,
    /// A curator (curatore), who assists.
    Curator,
    /// A support administrator (amministratore di sostegno), with the powers of the decree.
    SupportAdministrator,
    /// A body with its legal representative.
    Body,
    /// A municipality.
    Municipality,
}

impl Role {
    /// Every role, with the word that files use.
    pub const ALL: [(&'static str, Self); 7] = [
        ("oneself", Self::Oneself),
        ("relative", Self::Relative),
        ("guardian", Self::Guardian),
        ("curator", Self::Curator),
        ("support_administrator", Self::SupportAdministrator),
        ("body", Self::Body),
        ("municipality", Self::Municipality),
    ];
}

/// Which roles an answer leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applying {
    /// The question with choices that tells who is filling in.
    pub question: String,
    /// The roles that each choice can mean, the likeliest first.
    pub by: Vec<RolesOf>,
}

/// The roles that one choice can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolesOf {
    /// The choice.
    pub value: String,
    /// The roles; none where nobody of that choice hands an application in.
    pub roles: Vec<Role>,
    /// Who the person with disability is to whoever made that choice; anyone where nothing is said.
    pub address: About,
}

impl Applying {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { question: at.words("question"), by: at.each("by", RolesOf::read) }
    }

    /// Who the person with disability is to whoever made a choice.
    pub fn address(&self, choice: Option<&str>) -> About {
        self.choice(choice).map_or(About::Anyone, |one| one.address)
    }

    /// The roles that a choice can mean; all of them where nothing was chosen.
    pub fn roles(&self, choice: Option<&str>) -> Vec<Role> {
        self.choice(choice).map_or_else(|| Role::ALL.map(|(_, role)| role).to_vec(), |one| one.roles.clone())
    }

    /// Whether anybody hands an application in at all: of some programmes one can only be informed.
    pub fn takes_place(&self) -> bool {
        self.by.iter().any(|one| !one.roles.is_empty())
    }

    fn choice(&self, choice: Option<&str>) -> Option<&RolesOf> {
        self.by.iter().find(|one| Some(one.value.as_str()) == choice)
    }
}

impl RolesOf {
    fn read(at: &Reader<'_>) -> Self {
        Self {
            value: at.words("value"),
            roles: at.few_of("roles", &Role::ALL),
            address: at.maybe_one_of("address", &About::ALL).unwrap_or_default(),
        }
    }
}
