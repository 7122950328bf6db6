//! Who may sign the declarations: not always who hands the application in (DPR 445/2000, articles 4 and 5).

use crate::programme::Role;

/// Who signs, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing {
    /// The person signs.
    Person,
    /// The person signs; the relative hands the paper in and cannot sign in the person's place.
    PersonNotRelative,
    /// Who holds parental responsibility signs for a minor (art. 5).
    Parent,
    /// The guardian signs for the person (art. 5).
    Guardian,
    /// The person signs, assisted by the curator (art. 5).
    PersonWithCurator,
    /// The decree says whether the administrator signs, or the person with the administrator.
    AsDecreeSays,
    /// The person, or who acts for the person, signs what is about the person; the body what is about itself.
    PersonAndBody,
}

impl Signing {
    /// Who signs when somebody in this role hands in the application of a person who is of age, or is not.
    pub fn of(role: Role, of_age: bool) -> Self {
        match role {
            Role::Oneself => Self::Person,
            Role::Relative if of_age => Self::PersonNotRelative,
            Role::Relative => Self::Parent,
            Role::Guardian => Self::Guardian,
            Role::Curator => Self::PersonWithCurator,
            Role::SupportAdministrator => Self::AsDecreeSays,
            Role::Body | Role::Municipality => Self::PersonAndBody,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_signs_only_for_a_minor() {
        assert_eq!(Signing::of(Role::Relative, true), Signing::PersonNotRelative);
        assert_eq!(Signing::of(Role::Relative, false), Signing::Parent);
        assert_eq!(Signing::of(Role::Oneself, true), Signing::Person);
    }
}
