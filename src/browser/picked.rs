//! Files that a person picks or drops: read here, sent nowhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::pdf_reading::{self, NoReading};

/// The file inside an application that holds the answers.
const INSIDE: &str = "domanda.json";
/// More than any application or saved file has.
const MOST: f64 = 30_000_000.0;

/// A file that was picked or dropped.
#[derive(Clone, Debug)]
pub struct Picked(web_sys::File);

/// Why a file gave no answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is larger than anything this is made for.
    TooLarge,
    /// It is neither a PDF nor text.
    NotText,
    /// The browser did not give its bytes.
    Unreadable,
    /// The PDF was refused, with the reason as what reads PDFs names it.
    Pdf(String),
    /// What reads PDFs did not come.
    NoModule,
}

impl Picked {
    /// The file's name.
    pub fn name(&self) -> String {
        self.0.name()
    }
}

/// The files picked with a control.
pub fn chosen(event: &web_sys::Event) -> Vec<Picked> {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    all(input.and_then(|input| input.files()))
}

/// The files dropped.
pub fn dropped(event: &web_sys::DragEvent) -> Vec<Picked> {
    all(event.data_transfer().and_then(|data| data.files()))
}

fn all(files: Option<web_sys::FileList>) -> Vec<Picked> {
    let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
    files.map(Picked).collect()
}

async fn bytes_of(file: &Picked) -> Result<js_sys::Uint8Array, NotTaken> {
    if file.0.size() > MOST {
        return Err(NotTaken::TooLarge);
    }
    let buffer = JsFuture::from(file.0.array_buffer()).await.map_err(|_| NotTaken::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&buffer))
}

/// The text of a file.
///
/// # Errors
/// When it cannot be read, or is none.
#[cfg(feature = "editor")]
pub async fn text_in(file: &Picked) -> Result<String, NotTaken> {
    String::from_utf8(bytes_of(file).await?.to_vec()).map_err(|_| NotTaken::NotText)
}

/// The answers in a file: of a PDF the file inside it, of anything else the text.
///
/// # Errors
/// When it cannot be read, or holds none.
pub async fn answers_in(file: Picked) -> Result<String, NotTaken> {
    let bytes = bytes_of(&file).await?;
    let inside = match bytes.slice(0, 5).to_vec().as_slice() {
        b"%PDF-" => pdf_reading::attached(&bytes, INSIDE).await.map_err(|fault| match fault {
            NoReading::Refused { code } => NotTaken::Pdf(code),
            NoReading::Failed => NotTaken::NoModule,
        })?,
        _ => bytes.to_vec(),
    };
    String::from_utf8(inside).map_err(|_| NotTaken::NotText)
}
