//! The steps of the path, and how each is written after `#` in the address.

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What this is.
    #[default]
    Start,
    /// One question, by id.
    Question(String),
    /// A section of questions, by id.
    Section(String),
    /// What we understood.
    Review,
    /// What the notice could offer.
    Result,
    /// What another answer to one question would change; which question, once it is picked.
    Trial(Option<String>),
    /// Housing options side by side.
    Comparison,
    /// The budget of several residents.
    Budget,
    /// Going on another time.
    Keep,
    /// Going on with what was begun before.
    Resume,
    /// The office's desk.
    Desk,
    /// A counsellor's cases.
    Cases,
    /// The one that is open.
    Case,
    /// A sheet of it.
    Sheet(Sheet),
    /// Documents to prepare.
    Documents,
    /// Personal data.
    Person,
    /// The application.
    Application,
    /// Where an office writes its notice.
    Editor,
}

/// A sheet to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For the family, easy to read.
    Family,
    /// With articles and figures.
    Technical,
}

/// How many parts the path has.
pub const PARTS: u8 = 7;

const QUESTION: &str = "/domanda/";
const SECTION: &str = "/sezione/";
const TRIAL: &str = "/prova/";

impl Page {
    /// The step after `#`; the start for anything unknown.
    pub fn read(step: &str) -> Self {
        match step {
            "/riepilogo" => Self::Review,
            "/risultato" => Self::Result,
            "/prova" => Self::Trial(None),
            "/confronto" => Self::Comparison,
            "/budget" => Self::Budget,
            "/conserva" => Self::Keep,
            "/riprendi" => Self::Resume,
            "/sportello" => Self::Desk,
            "/redazione" => Self::Editor,
            "/casi" => Self::Cases,
            "/caso" => Self::Case,
            "/caso/famiglia" => Self::Sheet(Sheet::Family),
            "/caso/tecnica" => Self::Sheet(Sheet::Technical),
            "/documenti" => Self::Documents,
            "/dati" => Self::Person,
            "/modulo" => Self::Application,
            _ => match [QUESTION, SECTION, TRIAL].map(|kind| step.strip_prefix(kind)) {
                [Some(id), ..] => Self::Question(id.into()),
                [_, Some(id), _] => Self::Section(id.into()),
                [_, _, Some(id)] => Self::Trial(Some(id.into())),
                [None, None, None] => Self::Start,
            },
        }
    }

    /// What stands after `#` for this step.
    pub fn step(&self) -> String {
        match self {
            Self::Start => "/".into(),
            Self::Question(id) => format!("{QUESTION}{id}"),
            Self::Section(id) => format!("{SECTION}{id}"),
            Self::Review => "/riepilogo".into(),
            Self::Result => "/risultato".into(),
            Self::Trial(None) => "/prova".into(),
            Self::Trial(Some(id)) => format!("{TRIAL}{id}"),
            Self::Comparison => "/confronto".into(),
            Self::Budget => "/budget".into(),
            Self::Keep => "/conserva".into(),
            Self::Resume => "/riprendi".into(),
            Self::Desk => "/sportello".into(),
            Self::Editor => "/redazione".into(),
            Self::Cases => "/casi".into(),
            Self::Case => "/caso".into(),
            Self::Sheet(Sheet::Family) => "/caso/famiglia".into(),
            Self::Sheet(Sheet::Technical) => "/caso/tecnica".into(),
            Self::Documents => "/documenti".into(),
            Self::Person => "/dati".into(),
            Self::Application => "/modulo".into(),
        }
    }

    /// Which part of the path it is in, from 1 to [`PARTS`]: all that a host hears. Not the question, since which ones
    /// are asked depends on answers.
    pub fn part(&self) -> u8 {
        match self {
            Self::Start
            | Self::Keep
            | Self::Resume
            | Self::Desk
            | Self::Editor
            | Self::Cases
            | Self::Case
            | Self::Sheet(_) => 1,
            Self::Question(_) | Self::Section(_) => 2,
            Self::Review => 3,
            Self::Result | Self::Trial(_) | Self::Comparison | Self::Budget => 4,
            Self::Documents => 5,
            Self::Person => 6,
            Self::Application => PARTS,
        }
    }

    /// The same as a link.
    pub fn link(&self) -> String {
        format!("#{}", self.step())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_reads_back() {
        let pages = [
            Page::Start,
            Page::Question("birth_date".into()),
            Page::Section("person".into()),
            Page::Review,
            Page::Result,
            Page::Trial(None),
            Page::Trial(Some("birth_date".into())),
            Page::Comparison,
            Page::Budget,
            Page::Keep,
            Page::Resume,
            Page::Desk,
            Page::Editor,
            Page::Cases,
            Page::Case,
            Page::Sheet(Sheet::Family),
            Page::Sheet(Sheet::Technical),
            Page::Documents,
            Page::Person,
            Page::Application,
        ];
        for page in pages {
            assert_eq!(Page::read(&page.step()), page);
        }
        assert_eq!(Page::read("/qualcosa"), Page::Start);
        assert_eq!(Page::read(""), Page::Start);
    }
}
