//! What the act's silence about two supports together does to each of them.

use crate::programme::{COMPATIBILITY_NOT_STATED, COMPATIBILITY_UNSTATED, Rules};

/// Reasons that `support` has because of the partners that count.
#[derive(Debug, Default)]
pub(super) struct Silences {
    pub doubts: Vec<String>,
    pub notes: Vec<String>,
}

/// Looks at each pair of `support` with a partner that `counts`, both by their place in the programme.
pub(super) fn silences(rules: &Rules, support: usize, counts: &[bool]) -> Silences {
    let mut found = Silences::default();
    for pair in rules.silences_of(support).filter(|pair| counts[pair.partner]) {
        let partner = &rules.programme.supports[pair.partner].id;
        if !pair.doubtful {
            found.notes.push(format!("{COMPATIBILITY_NOT_STATED}:{partner}"));
        } else if let Some(reason) = &rules.programme.compatibility[pair.entry].reason {
            found.doubts.push(reason.clone());
        } else {
            found.doubts.push(format!("{COMPATIBILITY_UNSTATED}:{partner}"));
        }
    }
    found
}
