//! The notice: how one office carries a programme out.

use serde::Serialize;

use super::reader::Reader;
use super::{Chapter, CitedDocument, Document, Number, OfficialForm, Requirement, Source, Text};
use crate::date::Date;
use crate::money::Euro;

/// A notice, as its file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where the JSON Schema is, for editors.
    pub schema: Option<String>,
    /// Whom to ask. First in the file, so that even a damaged file tells.
    pub office: Office,
    /// Id, equal to the name of the file.
    pub id: String,
    /// Version of this file, a date: it is printed on whatever leaves the product.
    pub version: String,
    /// Id of the programme that it carries out.
    pub extends: String,
    /// Id of the earlier notice that it takes the place of.
    pub follows: Option<String>,
    /// Its name.
    pub title: Text,
    /// Name of the territory: "Ambito di …".
    pub territory: String,
    /// Whose residents it is for.
    pub municipalities: Vec<Municipality>,
    /// Where and how an application is handed in.
    pub channel: Text,
    /// The paragraph about that.
    pub channel_source: Source,
    /// Money set aside.
    pub resources: Option<Resources>,
    /// When applications are taken.
    pub window: Window,
    /// Documents that sources point to, beside the programme's.
    pub cited: Vec<CitedDocument>,
    /// Numbers of the programme that are lower or set here.
    pub lowered: Vec<Lowered>,
    /// Numbers of this notice's own requirements, beside the programme's.
    pub numbers: Vec<Number>,
    /// Requirements of this notice, beside the programme's.
    pub requirements: Vec<Requirement>,
    /// Documents asked for here, beside the programme's.
    pub attachments: Vec<Document>,
    /// Rules of this notice that no answer records, beside the programme's.
    pub chapters: Vec<Chapter>,
    /// Whether the application asks for the account that a contribution would be paid to.
    pub asks_iban: bool,
    /// Where the answers travel.
    pub answers_file: AnswersFile,
    /// The office's own form, where it has one that can be filled in.
    pub official_form: Option<OfficialForm>,
    /// How personal data are treated, for the acknowledgement of an application.
    pub privacy: Option<Privacy>,
}

impl Notice {
    /// The municipality with this Belfiore code, where it belongs to the territory.
    pub fn municipality(&self, code: &str) -> Option<&Municipality> {
        self.municipalities.iter().find(|municipality| municipality.code == code)
    }

    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            schema: at.maybe_words("$schema"),
            office: at.one("office", Office::read),
            id: at.words("id"),
            version: at.words("version"),
            extends: at.words("extends"),
            follows: at.maybe_words("follows"),
            title: at.text("title"),
            territory: at.words("territory"),
            municipalities: at.each("municipalities", Municipality::read),
            channel: at.text("channel"),
            channel_source: at.one("channel_source", Source::read),
            resources: at.maybe("resources", Resources::read),
            window: at.one("window", Window::read),
            cited: at.any("cited", CitedDocument::read),
            lowered: at.any("lowered", Lowered::read),
            numbers: at.any("numbers", Number::read),
            requirements: at.any("requirements", Requirement::read),
            attachments: at.any("attachments", Document::read),
            chapters: at.any("chapters", Chapter::read),
            asks_iban: at.flag("asks_iban"),
            answers_file: at
                .maybe_one_of("answers_file", &[("inside", AnswersFile::Inside), ("beside", AnswersFile::Beside)])
                .unwrap_or_default(),
            official_form: at.maybe("official_form", OfficialForm::read),
            privacy: Privacy::read(at),
        }
    }
}

/// How personal data are treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// What one has to know.
    pub text: Text,
    /// The paragraph about it.
    pub source: Source,
}

impl Privacy {
    /// It stands in two keys of the notice, of which neither is there without the other.
    fn read(at: &Reader<'_>) -> Option<Self> {
        let (text, source) = (at.maybe_text("privacy"), at.maybe("privacy_source", Source::read));
        if text.is_some() != source.is_some() {
            at.wrong("\"privacy\" e \"privacy_source\" vanno insieme");
        }
        Some(Self { text: text?, source: source? })
    }
}

/// Where the answers travel that an application was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswersFile {
    /// Inside the PDF, which archives keep as PDF/A-3a.
    #[default]
    Inside,
    /// As a file beside it, for an archive that takes PDF/A-2a only: that has no room for files.
    Beside,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Street, number, postal code, town.
    pub address: Option<String>,
    /// Telephone, as printed.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// Web site.
    pub web: Option<String>,
    /// Opening hours, where published.
    pub hours: Option<String>,
}

impl Office {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            name: at.words("name"),
            address: at.maybe_words("address"),
            telephone: at.maybe_words("telephone"),
            email: at.maybe_words("email"),
            pec: at.maybe_words("pec"),
            web: at.maybe_words("web"),
            hours: at.maybe_words("hours"),
        }
    }
}

/// A municipality of the territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Municipality {
    /// Belfiore code: `C139`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Postal code.
    pub postal_code: String,
}

impl Municipality {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { code: at.words("code"), name: at.words("name"), postal_code: at.words("postal_code") }
    }
}

/// Money set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resources {
    /// How much.
    pub amount: Euro,
    /// The paragraph that says so.
    pub source: Source,
}

impl Resources {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { amount: at.parsed("amount"), source: at.one("source", Source::read) }
    }
}

/// When applications are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// What ends it.
    pub kind: WindowKind,
    /// First day, where stated.
    pub from: Option<Date>,
    /// Last day, where there is one.
    pub until: Option<Date>,
    /// The sentence.
    pub text: Text,
    /// The paragraph that says so.
    pub source: Source,
}

impl Window {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            kind: at.one_of(
                "kind",
                &[
                    ("deadline", WindowKind::Deadline),
                    ("until_exhausted", WindowKind::UntilExhausted),
                    ("information", WindowKind::Information),
                ],
            ),
            from: at.maybe_parsed("from"),
            until: at.maybe_parsed("until"),
            text: at.text("text"),
            source: at.one("source", Source::read),
        }
    }
}

/// What ends the time for applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowKind {
    /// A last day.
    Deadline,
    /// The end of the money.
    UntilExhausted,
    /// Nothing: there is no application to hand in, only something to know.
    Information,
}

/// A number of the programme that this notice lowers or sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowered {
    /// Id of the number.
    pub number: String,
    /// Its value here.
    pub value: String,
    /// The paragraph that says so.
    pub source: Source,
}

impl Lowered {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { number: at.words("number"), value: at.words("value"), source: at.one("source", Source::read) }
    }
}
