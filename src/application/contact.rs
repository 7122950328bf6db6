//! Postal code, telephone, e-mail and IBAN: whether what was typed can be one. Only the shape is looked at: whether
//! somebody answers there is for the office to find out.

/// Why a text cannot be what its field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactFault {
    /// A postal code that has not five figures.
    PostalCode,
    /// A telephone number with too few or too many figures.
    TelephoneLength,
    /// A telephone number with something else than figures in it.
    TelephoneSign(char),
    /// An e-mail address without one `@`, or with nothing on one side of it.
    EmailAt,
    /// An e-mail address with a space or a sign that none has.
    EmailSign(char),
    /// An e-mail address whose domain has no dot, or an empty part.
    EmailDomain,
    /// An Italian IBAN that has not 27 characters, with how many it has.
    IbanLength(usize),
    /// An IBAN that does not begin with two letters and two figures, or has other signs in it.
    IbanShape,
    /// An IBAN whose check figures do not fit.
    IbanCheck,
}

/// Whether a text can be an Italian postal code.
///
/// # Errors
/// Why not.
pub fn postal_code(typed: &str) -> Result<(), ContactFault> {
    let figures = typed.trim();
    let right = figures.len() == 5 && figures.bytes().all(|figure| figure.is_ascii_digit());
    right.then_some(()).ok_or(ContactFault::PostalCode)
}

/// Whether a text can be a telephone number, here or abroad (ITU-T E.164: 15 figures at most).
///
/// # Errors
/// Why not.
pub fn telephone(typed: &str) -> Result<(), ContactFault> {
    let typed = typed.trim();
    let number = typed.strip_prefix('+').unwrap_or(typed);
    if let Some(sign) = number.chars().find(|sign| !sign.is_ascii_digit() && !" .-/()\u{a0}".contains(*sign)) {
        return Err(ContactFault::TelephoneSign(sign));
    }
    let figures = number.bytes().filter(u8::is_ascii_digit).count();
    (6..=15).contains(&figures).then_some(()).ok_or(ContactFault::TelephoneLength)
}

/// Whether a text can be an e-mail address that people have: quoted names and domains in brackets are taken for slips.
///
/// # Errors
/// Why not.
pub fn email(typed: &str) -> Result<(), ContactFault> {
    let typed = typed.trim();
    let odd = |sign: &char| sign.is_whitespace() || sign.is_control() || "(),:;<>[]\\\"".contains(*sign);
    if let Some(sign) = typed.chars().find(odd) {
        return Err(ContactFault::EmailSign(if sign.is_whitespace() { ' ' } else { sign }));
    }
    let Some((name, domain)) = typed.split_once('@').filter(|(name, domain)| !name.is_empty() && !domain.is_empty())
    else {
        return Err(ContactFault::EmailAt);
    };
    if domain.contains('@') {
        return Err(ContactFault::EmailAt);
    }
    let whole = |parts: &str| !parts.split('.').any(str::is_empty);
    (domain.contains('.') && whole(domain) && whole(name)).then_some(()).ok_or(ContactFault::EmailDomain)
}

/// Whether a text can be an IBAN (ISO 13616): its shape, its length where it is Italian, and its check figures.
///
/// # Errors
/// Why not.
pub fn iban(typed: &str) -> Result<(), ContactFault> {
    let signs: Vec<u8> =
        typed.bytes().filter(|sign| !b" -".contains(sign)).map(|sign| sign.to_ascii_uppercase()).collect();
    let shape = matches!(signs.as_slice(), [one, two, three, four, ..]
            if one.is_ascii_uppercase() && two.is_ascii_uppercase() && three.is_ascii_digit() && four.is_ascii_digit());
    if !shape || !signs.iter().all(u8::is_ascii_alphanumeric) {
        return Err(ContactFault::IbanShape);
    }
    if signs.starts_with(b"IT") && signs.len() != 27 || !(15..=34).contains(&signs.len()) {
        return Err(ContactFault::IbanLength(signs.len()));
    }
    // The first four go to the end, letters count from 10, and the whole number leaves 1 when divided by 97.
    let (front, rest) = signs.split_at(4);
    let remainder = rest.iter().chain(front).fold(0_u32, |before, sign| match sign {
        b'0'..=b'9' => (before * 10 + u32::from(sign - b'0')) % 97,
        letter => (before * 100 + u32::from(letter - b'A') + 10) % 97,
    });
    (remainder == 1).then_some(()).ok_or(ContactFault::IbanCheck)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_codes_have_five_figures() {
        assert_eq!(postal_code(" 21053 "), Ok(()));
        for typed in ["2105", "210533", "2105a", "٢١٠٥٣"] {
            assert_eq!(postal_code(typed), Err(ContactFault::PostalCode), "{typed}");
        }
    }

    #[test]
    fn telephones_are_taken_however_they_are_grouped() {
        for typed in ["0331 123456", "+39 333 1234567", "333-12.34.567", "(0331) 123456", "0331/123456", "112233"] {
            assert_eq!(telephone(typed), Ok(()), "{typed}");
        }
        assert_eq!(telephone("12345"), Err(ContactFault::TelephoneLength));
        assert_eq!(telephone("1234567890123456"), Err(ContactFault::TelephoneLength));
        assert_eq!(telephone("333 casa"), Err(ContactFault::TelephoneSign('c')));
        assert_eq!(telephone("333+1234567"), Err(ContactFault::TelephoneSign('+')));
    }

    #[test]
    fn addresses_that_people_have_are_taken() {
        for typed in ["anna@esempio.it", "Anna.D-Aò+posta@posta.comune.esempio.it", "o'brien@esempio.ie", " a@b.it "] {
            assert_eq!(email(typed), Ok(()), "{typed}");
        }
        for (typed, fault) in [
            ("anna", ContactFault::EmailAt),
            ("@esempio.it", ContactFault::EmailAt),
            ("anna@", ContactFault::EmailAt),
            ("anna@@esempio.it", ContactFault::EmailAt),
            ("anna @esempio.it", ContactFault::EmailSign(' ')),
            ("anna@esempio,it", ContactFault::EmailSign(',')),
            ("anna@esempio", ContactFault::EmailDomain),
            ("anna@esempio..it", ContactFault::EmailDomain),
            ("anna.@esempio.it", ContactFault::EmailDomain),
        ] {
            assert_eq!(email(typed), Err(fault), "{typed}");
        }
    }

    #[test]
    fn ibans_are_checked_to_the_figure() {
        // The examples of the banking association's standard and of ISO 13616.
        for typed in ["IT60X0542811101000000123456", "it60 x054 2811 1010 0000 0123 456", "DE89370400440532013000"] {
            assert_eq!(iban(typed), Ok(()), "{typed}");
        }
        assert_eq!(iban("IT60X0542811101000000123457"), Err(ContactFault::IbanCheck));
        assert_eq!(iban("IT60X054281110100000012345"), Err(ContactFault::IbanLength(26)));
        assert_eq!(iban("DE89"), Err(ContactFault::IbanLength(4)));
        assert_eq!(iban("60X0542811101000000123456"), Err(ContactFault::IbanShape));
        assert_eq!(iban("IT60X05428è1101000000123456"), Err(ContactFault::IbanShape));
    }
}
