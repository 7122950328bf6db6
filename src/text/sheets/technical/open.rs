//! What the notice leaves open: in this case, and in its text.

use super::super::super::form::heading;
use super::super::super::it::technical as words;
use super::super::super::{say, source, states};
use super::super::{Sheet, requirement_says};
use super::Technical;
use crate::application::document::{Block, Level};
use crate::assess::{PriorityState, RequirementState, SupportState};
use crate::programme::{Reading, ReasonKind, Remark};

impl Technical<'_> {
    pub(super) fn open(&self) -> Vec<Block> {
        let parts = [(words::OPEN_CASE, self.open_in_the_case()), (words::OPEN_TEXT, self.open_in_the_text())];
        let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        let body: Vec<Block> =
            parts.flat_map(|(title, lines)| [heading(Level::Three, title), Block::Bullets(lines)]).collect();
        if body.is_empty() {
            return body;
        }
        std::iter::once(heading(Level::Two, words::OPEN)).chain(body).collect()
    }

    /// The rows that an office has to look at.
    fn open_in_the_case(&self) -> Vec<String> {
        let Sheet { rules, assessment, .. } = self.0;
        let requirements = self.0.requirements().filter(|(_, row)| row.state == RequirementState::ToVerify);
        let requirements = requirements.map(|(one, row)| {
            let said = requirement_says(rules, one, row);
            format!("{}: {said} ({})", say(&one.label), source(rules, &row.source))
        });
        let priorities = rules.programme.priorities.iter().zip(&assessment.priorities);
        let priorities = priorities.filter(|(_, row)| row.state == PriorityState::ToVerify).map(|(one, row)| {
            let state = states::priority_state(rules.voice(), row.state);
            format!("{}: {state}. ({})", say(&one.label), source(rules, &row.source))
        });
        let supports = self
            .0
            .supports(SupportState::ToVerify)
            .map(|row| format!("{}: {}", self.0.label(&row.id), self.0.told(row, ReasonKind::Doubt)));
        requirements.chain(priorities).chain(supports).collect()
    }

    /// The remarks on supports asked for, and on no support, that the text does not state.
    fn open_in_the_text(&self) -> Vec<String> {
        let Sheet { rules, assessment, .. } = self.0;
        let line = |about: &str, remark: &Remark| {
            (remark.source.reading != Reading::Stated)
                .then(|| format!("{about}: {} ({})", say(&remark.text), source(rules, &remark.source)))
        };
        let asked = assessment.supports.iter().filter(|row| row.state != SupportState::NotWanted);
        let supports = asked.filter_map(|row| rules.support(&row.id));
        let of_supports =
            supports.flat_map(|support| support.remarks.iter().filter_map(|one| line(say(&support.label), one)));
        let chapters = rules.programme.chapters.iter();
        let of_chapters =
            chapters.flat_map(|chapter| chapter.remarks.iter().filter_map(|one| line(say(&chapter.title), one)));
        of_supports.chain(of_chapters).collect()
    }
}
