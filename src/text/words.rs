//! The product's own words, in three readings: `words/*.json`, a file for each subject.
//!
//! The build makes a constant of each key, so that a text that is missing, or that nobody uses, stops it. Words about a
//! programme are in its data.

#![cfg_attr(not(feature = "whole"), allow(dead_code, reason = "only the whole page says all of them"))]

use crate::programme::Voice;

/// A phrase in its three readings: Italian, easy-to-read, English. Behind a reference: it is handed on in two hundred places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(&'static [&'static str; 3]);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Voice {
    /// A phrase in this voice.
    pub(crate) fn say(self, words: Words) -> String {
        self.said(words.0[self.tongue as usize])
    }

    /// The same with what goes into its places: `("amount", "500,00 €")` goes where it says `{amount}`.
    pub(crate) fn fill(self, words: Words, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.say(words), |said, (place, value)| said.replace(&format!("{{{place}}}"), value))
    }
}
