//! The steps of the path, and how each is written after `#` in the address.

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What this is.
    #[default]
    Start,
    /// One question, by id.
    Question(String),
    /// What we understood.
    Review,
    /// What the notice could offer.
    Result,
    /// Documents to prepare.
    Documents,
    /// Personal data.
    Person,
    /// The application.
    Application,
}

const QUESTION: &str = "/domanda/";

impl Page {
    /// The step after `#`; the start for anything unknown.
    pub fn read(step: &str) -> Self {
        match step {
            "/riepilogo" => Self::Review,
            "/risultato" => Self::Result,
            "/documenti" => Self::Documents,
            "/dati" => Self::Person,
            "/modulo" => Self::Application,
            _ => step.strip_prefix(QUESTION).map_or(Self::Start, |id| Self::Question(id.into())),
        }
    }

    /// What stands after `#` for this step.
    pub fn step(&self) -> String {
        match self {
            Self::Start => "/".into(),
            Self::Question(id) => format!("{QUESTION}{id}"),
            Self::Review => "/riepilogo".into(),
            Self::Result => "/risultato".into(),
            Self::Documents => "/documenti".into(),
            Self::Person => "/dati".into(),
            Self::Application => "/modulo".into(),
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
        let question = Page::Question("birth_date".into());
        for page in
            [Page::Start, question, Page::Review, Page::Result, Page::Documents, Page::Person, Page::Application]
        {
            assert_eq!(Page::read(&page.step()), page);
        }
        assert_eq!(Page::read("/qualcosa"), Page::Start);
        assert_eq!(Page::read(""), Page::Start);
    }
}
