//! In which words the product speaks, and to whom.
//!
//! A text stands in three readings, and it says "you" to the person it is about, "your son or daughter" to a parent,
//! "the client" to a social worker. Both are written into the text itself: `[Dove vivi?|Dove vive {person}?]` holds what
//! the person reads, and what anybody else does.

/// One of the three readings of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Italian.
    #[default]
    Italian,
    /// Italian that follows the European easy-to-read rules.
    Facile,
    /// English.
    English,
}

impl Tongue {
    /// Every reading, with its key in the files.
    pub const ALL: [(&'static str, Self); 3] = [("it", Self::Italian), ("facile", Self::Facile), ("en", Self::English)];

    /// The reading with this key; Italian for any other.
    pub fn of_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|(known, _)| *known == key).map_or(Self::Italian, |(_, tongue)| tongue)
    }

    /// Its key in the files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::Facile => "facile",
            Self::English => "en",
        }
    }

    /// Its language, as HTML names it.
    pub fn language(self) -> &'static str {
        if self == Self::English { "en" } else { "it" }
    }
}

/// Who the person with disability is to whoever reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Nobody said yet who fills in.
    #[default]
    Anyone,
    /// The reader.
    Oneself,
    /// A son or daughter.
    Relative,
    /// Somebody whom the reader assists by law.
    Assisted,
    /// Somebody whom the reader's service or body looks after.
    Client,
}

impl About {
    /// What a file can say, with the word that it uses.
    pub const ALL: [(&'static str, Self); 4] = [
        ("oneself", Self::Oneself),
        ("relative", Self::Relative),
        ("assisted", Self::Assisted),
        ("client", Self::Client),
    ];
}

/// A reading, and whom it is said to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The reading.
    pub tongue: Tongue,
    /// Who the person is to whoever reads.
    pub about: About,
}

/// The words that stand for the person, with what each is in a text.
const PERSON: [&str; 3] = ["{person}", "{of_person}", "{to_person}"];
/// The same at the start of a sentence.
const PERSON_FIRST: [&str; 3] = ["{Person}", "{Of_person}", "{To_person}"];

/// Where a reason names another support.
const SUPPORT: &str = "{support}";

impl Voice {
    /// A text that holds several voices, in this one.
    pub fn said(self, text: &str) -> String {
        // Most texts are the same for everybody.
        if !text.contains(['[', '{']) {
            return text.into();
        }
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('[') {
            said.push_str(before);
            let Some((choice, behind)) = after.split_once(']') else {
                rest = after;
                break;
            };
            let (oneself, other) = choice.split_once('|').unwrap_or((choice, choice));
            said.push_str(if self.about == About::Oneself { oneself } else { other });
            rest = behind;
        }
        said.push_str(rest);
        for (at, name) in self.person().into_iter().enumerate() {
            said = said.replace(PERSON[at], name);
            if said.contains(PERSON_FIRST[at]) {
                said = said.replace(PERSON_FIRST[at], &capital(name));
            }
        }
        said
    }

    /// The person, of the person, to the person.
    fn person(self) -> [&'static str; 3] {
        if self.tongue == Tongue::English {
            return match self.about {
                About::Anyone => ["the person", "of the person", "to the person"],
                About::Oneself => ["you", "of you", "to you"],
                About::Relative => ["your son or daughter", "of your son or daughter", "to your son or daughter"],
                About::Assisted => ["the person you assist", "of the person you assist", "to the person you assist"],
                About::Client => ["the client", "of the client", "to the client"],
            };
        }
        match self.about {
            About::Anyone => ["la persona", "della persona", "alla persona"],
            About::Oneself => ["tu", "di te", "a te"],
            About::Relative => ["tuo figlio o tua figlia", "di tuo figlio o tua figlia", "a tuo figlio o tua figlia"],
            About::Assisted => ["la persona che assisti", "della persona che assisti", "alla persona che assisti"],
            About::Client => ["l'assistito", "dell'assistito", "all'assistito"],
        }
    }
}

/// The same words with a capital at the start.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Why a text cannot be said in every voice; nothing where it can.
pub(super) fn fault(text: &str) -> Option<&'static str> {
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        let Some((choice, behind)) = rest[at..].strip_prefix('[').and_then(|open| open.split_once(']')) else {
            return Some("una parentesi quadra non ha la sua compagna: serve [per la persona|per chi la aiuta]");
        };
        if choice.contains('[') || choice.matches('|').count() != 1 {
            return Some(
                "tra parentesi quadre servono due testi divisi da una barra: [per la persona|per chi la aiuta]",
            );
        }
        rest = behind;
    }
    let known = |place: &str| PERSON.contains(&place) || PERSON_FIRST.contains(&place) || place == SUPPORT;
    let mut places = text.match_indices('{').map(|(at, _)| &text[at..]);
    let strange = places.any(|rest| !rest.find('}').is_some_and(|end| known(&rest[..=end])));
    strange.then_some(
        "tra graffe vanno solo {person}, {of_person}, {to_person}, le stesse con la maiuscola, e {support} nei motivi",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_speaks_to_who_reads_it() {
        let text = "[Dove vivi?|{Person} vive qui? La casa {of_person}.]";
        let said = |tongue, about| Voice { tongue, about }.said(text);
        assert_eq!(said(Tongue::Italian, About::Oneself), "Dove vivi?");
        assert_eq!(said(Tongue::Facile, About::Anyone), "La persona vive qui? La casa della persona.");
        assert_eq!(said(Tongue::Italian, About::Client), "L'assistito vive qui? La casa dell'assistito.");
        assert_eq!(
            said(Tongue::English, About::Relative),
            "Your son or daughter vive qui? La casa of your son or daughter."
        );
        assert_eq!(Voice::default().said("Con {support} e un [accento|àccento]."), "Con {support} e un àccento.");
    }

    #[test]
    fn a_text_that_cannot_be_said_is_found() {
        assert_eq!(fault("[tu|lui] e [noi|voi]"), None);
        assert_eq!(fault("{support}"), None);
        assert_eq!(fault("{Of_person} e {to_person}"), None);
        for text in
            ["[tu|lui", "tu|lui]", "[tu]", "[a|b|c]", "[a [b|c]|d]", "Vive {persona}", "Vive {person", "{Persona}"]
        {
            assert!(fault(text).is_some(), "{text}");
        }
    }
}
