//! The details of the people in an application. Like the roles they do not depend on a programme: a notice names them
//! where its official form asks for them.

use std::str::FromStr;

use super::Role;

/// One detail of a person, or of the office or body that acts for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Surname.
    Surname,
    /// Given name.
    Name,
    /// `F` or `M`, as the codice fiscale has it.
    Sex,
    /// Town or foreign state of birth.
    BirthPlace,
    /// Codice fiscale.
    TaxCode,
    /// Citizenship.
    Citizenship,
    /// Street and number.
    Address,
    /// Postal code.
    PostalCode,
    /// Town.
    Town,
    /// Where the person lives, if not there.
    Domicile,
    /// Telephone.
    Telephone,
    /// E-mail.
    Email,
    /// Bank account, asked only where a notice asks for it.
    Iban,
    /// Of a relative: which kinship.
    Kinship,
    /// Of a measure of protection: the court.
    Court,
    /// Number of its decree.
    DecreeNumber,
    /// Day of its decree.
    DecreeDate,
    /// Name of a body or office.
    BodyName,
    /// Its codice fiscale.
    BodyTaxCode,
    /// Its address.
    BodyAddress,
    /// What the person who signs for it is there.
    Position,
}

impl Detail {
    /// Every detail with its name in files and in ids.
    const ALL: [(&'static str, Self); 21] = [
        ("surname", Self::Surname),
        ("name", Self::Name),
        ("sex", Self::Sex),
        ("birth_place", Self::BirthPlace),
        ("tax_code", Self::TaxCode),
        ("citizenship", Self::Citizenship),
        ("address", Self::Address),
        ("postal_code", Self::PostalCode),
        ("town", Self::Town),
        ("domicile", Self::Domicile),
        ("telephone", Self::Telephone),
        ("email", Self::Email),
        ("iban", Self::Iban),
        ("kinship", Self::Kinship),
        ("court", Self::Court),
        ("decree_number", Self::DecreeNumber),
        ("decree_date", Self::DecreeDate),
        ("body_name", Self::BodyName),
        ("body_tax_code", Self::BodyTaxCode),
        ("body_address", Self::BodyAddress),
        ("position", Self::Position),
    ];

    const OF_BENEFICIARY: &'static [Self] = &[
        Self::Surname,
        Self::Name,
        Self::Sex,
        Self::BirthPlace,
        Self::TaxCode,
        Self::Citizenship,
        Self::Address,
        Self::PostalCode,
        Self::Town,
        Self::Domicile,
        Self::Telephone,
        Self::Email,
    ];

    /// What is asked of the person with disability, in order; of the account only where the notice asks for it.
    pub fn of_beneficiary(asks_iban: bool) -> impl Iterator<Item = Self> {
        Self::OF_BENEFICIARY.iter().copied().chain(asks_iban.then_some(Self::Iban))
    }

    /// What is asked of who hands the application in, in order.
    pub fn of_submitter(role: Role) -> &'static [Self] {
        use Detail::{
            Address, BodyAddress, BodyName, BodyTaxCode, Court, DecreeDate, DecreeNumber, Email, Kinship, Name,
            Position, PostalCode, Surname, TaxCode, Telephone, Town,
        };
        match role {
            Role::Oneself => &[],
            Role::Relative => &[Surname, Name, Kinship, TaxCode, Address, PostalCode, Town, Telephone, Email],
            Role::Guardian | Role::Curator | Role::SupportAdministrator => {
                &[Surname, Name, TaxCode, Court, DecreeNumber, DecreeDate, Address, PostalCode, Town, Telephone, Email]
            }
            Role::Body => &[BodyName, BodyTaxCode, BodyAddress, Surname, Name, Position, TaxCode, Telephone, Email],
            Role::Municipality => &[BodyName, Surname, Name, Position, Telephone, Email],
        }
    }

    /// Its name in files and ids.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, detail)| *detail == self).map_or("", |(name, _)| name)
    }
}

impl FromStr for Detail {
    type Err = String;

    /// Reads a detail's name.
    ///
    /// # Errors
    /// A name that no detail has.
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, detail)| *detail).ok_or_else(|| format!("\"{name}\" non è un dato noto"))
    }
}
