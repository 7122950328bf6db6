//! Texts that only a passphrase opens: a key made from it by PBKDF2-SHA-256, and AES-GCM with 256 bits. The browser does
//! both, and never shows the key, not even to this page.

use js_sys::{Array, JsString, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params};

use crate::application::{Lock, Sealed};

/// How often a passphrase is turned over before it is a key: who tries many has to do so for each. OWASP asks for 600,000.
const ROUNDS: u32 = 600_000;
/// More than that in a changed file would hold the page up.
const MOST_ROUNDS: u32 = 10_000_000;
const SALT_BYTES: u32 = 16;
const NONCE_BYTES: u32 = 12;

/// Nothing was sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// The browser does not do this here: the page did not come over a safe connection.
    Unable,
    /// The passphrase is another one, or the text was changed. Which of the two cannot be told.
    Refused,
}

/// What opens and seals.
#[derive(Clone, Debug)]
pub struct Key {
    key: CryptoKey,
    /// What it was made with, beside the passphrase.
    pub lock: Lock,
}

/// Whether anything can be sealed here.
pub fn is_able() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// A key for something new.
///
/// # Errors
/// When the browser cannot.
pub async fn new_key(passphrase: &str) -> Result<Key, Shut> {
    let salt = crypto().and_then(|crypto| random(&crypto, SALT_BYTES)).ok_or(Shut::Unable)?;
    key(passphrase, Lock { salt: base64(&salt).ok_or(Shut::Unable)?, rounds: ROUNDS }).await
}

/// The key of something sealed before. A wrong passphrase gives a key that opens nothing.
///
/// # Errors
/// When the browser cannot.
pub async fn key(passphrase: &str, lock: Lock) -> Result<Key, Shut> {
    let salt = bytes(&lock.salt).filter(|_| lock.rounds <= MOST_ROUNDS).ok_or(Shut::Refused)?;
    let key = derived(passphrase, &salt, lock.rounds).await.ok_or(Shut::Unable)?;
    Ok(Key { key, lock })
}

async fn derived(passphrase: &str, salt: &Uint8Array, rounds: u32) -> Option<CryptoKey> {
    let subtle = crypto()?.subtle();
    // An accent may be typed as one sign or as two.
    let passphrase = String::from(JsString::from(passphrase).normalize("NFC"));
    let raw = Uint8Array::from(passphrase.as_bytes());
    let may = |what: &str| JsValue::from(Array::of1(&what.into()));
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &may("deriveKey")).ok()?;
    let base: CryptoKey = JsFuture::from(base).await.ok()?.dyn_into().ok()?;
    let how = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", rounds, salt);
    let what = AesDerivedKeyParams::new("AES-GCM", 256);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&how, &base, &what, false, &usages).ok()?;
    JsFuture::from(key).await.ok()?.dyn_into().ok()
}

impl Key {
    /// Seals a text, which opens only as what it was sealed as: its name.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn seal(&self, name: &str, text: &str) -> Result<Sealed, Shut> {
        self.sealed(name, text).await.ok_or(Shut::Unable)
    }

    async fn sealed(&self, name: &str, text: &str) -> Option<Sealed> {
        let crypto = crypto()?;
        let nonce = random(&crypto, NONCE_BYTES)?;
        let text = Uint8Array::from(text.as_bytes());
        let how = how(&nonce, name);
        let sealed = crypto.subtle().encrypt_with_object_and_js_u8_array(&how, &self.key, &text).ok()?;
        let sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?);
        Some(Sealed { nonce: base64(&nonce)?, text: base64(&sealed)? })
    }

    /// Opens what was sealed under this name.
    ///
    /// # Errors
    /// When the key is another one, or anything of it was changed.
    pub async fn open(&self, name: &str, sealed: &Sealed) -> Result<String, Shut> {
        self.opened(name, sealed).await.ok_or(Shut::Refused)
    }

    /// Opens many at once, each sealed under its name.
    pub async fn open_all(&self, sealed: &[(String, Sealed)]) -> Vec<Result<String, Shut>> {
        let mut opened = Vec::with_capacity(sealed.len());
        // All are asked for before the first is waited for: the browser works on them side by side.
        let coming: Vec<_> = sealed.iter().map(|(name, sealed)| self.opening(name, sealed)).collect();
        for coming in coming {
            opened.push(text_of(coming).await.ok_or(Shut::Refused));
        }
        opened
    }

    async fn opened(&self, name: &str, sealed: &Sealed) -> Option<String> {
        text_of(self.opening(name, sealed)).await
    }

    fn opening(&self, name: &str, sealed: &Sealed) -> Option<Promise> {
        let how = how(&bytes(&sealed.nonce)?, name);
        crypto()?.subtle().decrypt_with_object_and_js_u8_array(&how, &self.key, &bytes(&sealed.text)?).ok()
    }
}

async fn text_of(opening: Option<Promise>) -> Option<String> {
    let opened = Uint8Array::new(&JsFuture::from(opening?).await.ok()?);
    String::from_utf8(opened.to_vec()).ok()
}

fn how(nonce: &Uint8Array, name: &str) -> Object {
    let how = AesGcmParams::new_with_u8_array("AES-GCM", nonce);
    how.set_additional_data_u8_array(&Uint8Array::from(name.as_bytes()));
    how.into()
}

fn crypto() -> Option<Crypto> {
    if !is_able() {
        return None;
    }
    web_sys::window()?.crypto().ok()
}

fn random(crypto: &Crypto, length: u32) -> Option<Uint8Array> {
    let bytes = Uint8Array::new_with_length(length);
    crypto.get_random_values_with_js_u8_array(&bytes).ok()?;
    Some(bytes)
}

/// A name that nothing else has.
pub fn unique() -> Option<String> {
    let bytes = random(&web_sys::window()?.crypto().ok()?, SALT_BYTES)?;
    Some(bytes.to_vec().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn base64(bytes: &Uint8Array) -> Option<String> {
    let signs: String = bytes.to_vec().into_iter().map(char::from).collect();
    web_sys::window()?.btoa(&signs).ok()
}

fn bytes(base64: &str) -> Option<Uint8Array> {
    let signs = web_sys::window()?.atob(base64).ok()?;
    let bytes: Option<Vec<u8>> = signs.chars().map(|sign| u8::try_from(u32::from(sign)).ok()).collect();
    Some(Uint8Array::from(bytes?.as_slice()))
}
