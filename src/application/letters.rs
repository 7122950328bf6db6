//! Letters with marks, spelled with the 26 of the Latin alphabet: a codice fiscale knows no others, and nobody should
//! have to type accents to find a town.

/// What becomes of a letter with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As the registry of residents and, since its circular 34/E of 2011, the tax office spell it: `ö` is OE.
    Official,
    /// Without its mark: `ö` is O. Searching wants it, and many an office did it.
    Bare,
    /// Left out, as the tax office could do before 2011.
    Dropped,
}

/// Stands for a letter of another alphabet, which cannot be spelled.
pub const UNKNOWN: char = '\u{fffd}';

/// The text in capitals A–Z and digits. Whatever else is no letter becomes a space, but for `/`, which stays; a letter
/// of another alphabet becomes [`UNKNOWN`].
pub fn spell(text: &str, spelling: Spelling) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut before_mark = false;
    for letter in text.chars() {
        let was_plain = std::mem::take(&mut before_mark);
        match letter.to_ascii_uppercase() {
            plain @ 'A'..='Z' => {
                spelled.push(plain);
                before_mark = true;
            }
            '0'..='9' | '/' => spelled.push(letter),
            '\0'..='\u{bf}' => spelled.push(' '),
            // A mark on its own belongs to the letter before it.
            '\u{300}'..='\u{36f}' if was_plain => mark(&mut spelled, letter, spelling),
            '\u{300}'..='\u{36f}' => {}
            _ => letter.to_uppercase().for_each(|capital| beyond(&mut spelled, capital, spelling)),
        }
    }
    spelled
}

/// A capital that is not on an English keyboard, or a capital that became of one: `ß` is SS, `ŉ` is ʼN.
fn beyond(spelled: &mut String, capital: char, spelling: Spelling) {
    match (marked(capital), spelling) {
        (None, _) if capital.is_ascii_uppercase() => spelled.push(capital),
        (None, _) => spelled.push(if is_letter(capital) { UNKNOWN } else { ' ' }),
        (Some(_), Spelling::Dropped) => {}
        (Some((official, _)), Spelling::Official) => spelled.push_str(official),
        (Some((_, bare)), Spelling::Bare) => spelled.push_str(bare),
    }
}

fn mark(spelled: &mut String, mark: char, spelling: Spelling) {
    match (spelling, mark, spelled.chars().last()) {
        (Spelling::Dropped, ..) => drop(spelled.pop()),
        (Spelling::Official, '\u{308}', Some('A' | 'O' | 'U')) => spelled.push('E'),
        (Spelling::Official, '\u{30a}', Some('A')) => spelled.push('A'),
        _ => {}
    }
}

/// Near enough without the tables of Unicode: beyond Latin-1, the modifiers, marks and punctuation, all are letters.
fn is_letter(letter: char) -> bool {
    !matches!(letter, '×' | '÷' | '\u{2b0}'..='\u{36f}' | '\u{2000}'..='\u{206f}')
}

/// A capital with a mark, officially and bare. The first ones are those of the Ministry's circular 1 of 2008, which
/// 34/E adopts; it is silent on the rest, where passports give the spelling (ICAO 9303).
fn marked(capital: char) -> Option<(&'static str, &'static str)> {
    Some(match capital {
        'Ä' => ("AE", "A"),
        'Ö' | 'Ø' => ("OE", "O"),
        'Ü' => ("UE", "U"),
        'Å' => ("AA", "A"),
        'Æ' => ("AE", "AE"),
        'Œ' => ("OE", "OE"),
        'ẞ' => ("SS", "SS"),
        'Þ' => ("TH", "TH"),
        'Ĳ' => ("IJ", "IJ"),
        other => {
            let bare = bare(other)?;
            (bare, bare)
        }
    })
}

fn bare(capital: char) -> Option<&'static str> {
    Some(match capital {
        'À'..='Ã' | 'Ā' | 'Ă' | 'Ą' | 'Ǎ' => "A",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'Ð' | 'Ď' | 'Đ' => "D",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' | 'Ə' => "E",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' | 'Ǧ' => "G",
        'Ĥ' | 'Ħ' => "H",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' | 'Ǐ' => "I",
        'Ĵ' => "J",
        'Ķ' | 'Ǩ' => "K",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' => "L",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'Ò'..='Õ' | 'Ō' | 'Ŏ' | 'Ő' | 'Ơ' | 'Ǒ' => "O",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => "S",
        'Ţ' | 'Ť' | 'Ŧ' | 'Ț' => "T",
        'Ù'..='Û' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' | 'Ư' | 'Ǔ' => "U",
        'Ŵ' => "W",
        'Ý' | 'Ŷ' | 'Ÿ' => "Y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_spelling_of_a_marked_letter() {
        let all = |text| [Spelling::Official, Spelling::Bare, Spelling::Dropped].map(|spelling| spell(text, spelling));
        assert_eq!(all("Müller"), ["MUELLER", "MULLER", "MLLER"]);
        // The same letter as two characters.
        assert_eq!(all("Mu\u{308}ller"), ["MUELLER", "MULLER", "MLLER"]);
        assert_eq!(all("Åse"), ["AASE", "ASE", "SE"]);
        assert_eq!(all("A\u{30a}se"), ["AASE", "ASE", "SE"]);
        assert_eq!(all("Alù"), ["ALU", "ALU", "AL"]);
        assert_eq!(all("Alu\u{300}"), ["ALU", "ALU", "AL"]);
        assert_eq!(all("straße"), ["STRASSE"; 3]);
        assert_eq!(all("Ærø"), ["AEROE", "AERO", "R"]);
        assert_eq!(all("René D'Aò"), ["RENE D AO", "RENE D AO", "REN D A"]);
    }

    #[test]
    fn what_is_no_letter_separates_and_what_cannot_be_spelled_shows() {
        assert_eq!(spell("de’ Rossi-Bianchi/2ª", Spelling::Bare), "DE  ROSSI BIANCHI/2 ");
        assert_eq!(spell("Иван", Spelling::Bare), UNKNOWN.to_string().repeat(4));
        assert_eq!(spell("\u{301}", Spelling::Dropped), "");
    }
}
