//! Why a PDF gave nothing. Each error is a sentence for the person who brought the file, and says what to do.

use std::fmt;

use serde::Serialize;

/// A PDF that cannot be read, or not for what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NotRead {
    /// When the bytes are no PDF at all.
    NotPdf,
    /// When it begins as a PDF, but what it is made of cannot be found or made out.
    Damaged,
    /// When it is encrypted, with a password or without.
    Encrypted,
    /// When no file of that name is attached.
    NoSuchFile {
        /// The name that was looked for.
        name: String,
    },
    /// When the file, or something packed in it, is larger than anything this is made for.
    TooLarge {
        /// How many megabytes are read at most.
        megabytes: usize,
    },
    /// When it has no fields to fill in.
    NoForm,
    /// When its fields exist in Adobe's XFA alone, which only Adobe's programs can fill in.
    OnlyXfa,
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPdf => f.write_str("Questo file non è un PDF: scegli il PDF che avevi salvato."),
            Self::Damaged => f.write_str(
                "Il PDF è danneggiato o incompleto: scaricalo o copialo di nuovo dall’originale, poi riprova.",
            ),
            Self::Encrypted => f.write_str(
                "Il PDF è protetto: salvane una copia senza password né limitazioni, oppure chiedila a chi lo ha fatto.",
            ),
            Self::NoSuchFile { name } => write!(
                f,
                "Nel PDF non c’è l’allegato «{name}»: scegli il PDF salvato da qui, non una sua stampa o scansione."
            ),
            Self::TooLarge { megabytes } => write!(
                f,
                "Il PDF contiene più di {megabytes} MB e non viene letto: scegli quello salvato da qui, o il modulo originale."
            ),
            Self::NoForm => {
                f.write_str("Il PDF non ha campi da compilare: scegli il modulo compilabile, o compilalo a mano.")
            }
            Self::OnlyXfa => f.write_str(
                "Il modulo è in un formato che solo Adobe Acrobat compila (XFA): aprilo con quello, oppure chiedi all’ufficio un PDF compilabile normale.",
            ),
        }
    }
}

impl std::error::Error for NotRead {}
