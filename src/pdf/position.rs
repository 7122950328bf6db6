//! Where a font wants its glyphs: pairs closer together, marks on their letters (OpenType `GPOS`). Latin, Greek and
//! Cyrillic need no more than this of a shaper, which would weigh a quarter of the module.

use skrifa::FontRef;
use skrifa::GlyphId;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::gpos::{AnchorTable, MarkBasePosFormat1, MarkMarkPosFormat1, PairPos, PositionSubtables};

/// The positioning rules of a font; distances are in font units.
#[derive(Default)]
pub(super) struct Positions {
    /// By lookup, of whose subtables the first that knows a pair counts.
    pairs: Vec<Vec<PairPos<'static>>>,
    on_letters: Vec<MarkBasePosFormat1<'static>>,
    on_marks: Vec<MarkMarkPosFormat1<'static>>,
}

impl Positions {
    /// Reads the rules; what cannot be read does not count.
    pub(super) fn read(font: &FontRef<'static>) -> Self {
        let mut positions = Self::default();
        let Ok(lookups) = font.gpos().and_then(|table| table.lookup_list()) else { return positions };
        for lookup in lookups.lookups().iter().flatten() {
            match lookup.subtables() {
                Ok(PositionSubtables::Pair(tables)) => positions.pairs.push(tables.iter().flatten().collect()),
                Ok(PositionSubtables::MarkToBase(tables)) => positions.on_letters.extend(tables.iter().flatten()),
                Ok(PositionSubtables::MarkToMark(tables)) => positions.on_marks.extend(tables.iter().flatten()),
                _ => {}
            }
        }
        positions
    }

    /// By how much the second glyph comes closer to the first: mostly negative.
    pub(super) fn kern(&self, first: GlyphId, second: GlyphId) -> i16 {
        let known = |tables: &Vec<PairPos>| tables.iter().find_map(|table| pair(table, first, second));
        self.pairs.iter().filter_map(known).sum()
    }

    /// How far a mark moves so that it stands on a letter, measured from the letter's own origin.
    pub(super) fn on_letter(&self, letter: GlyphId, mark: GlyphId) -> Option<(i16, i16)> {
        self.on_letters.iter().find_map(|table| {
            let own = table.mark_array().ok()?;
            let own_at = table.mark_coverage().ok()?.get(mark)?;
            let record = own.mark_records().get(usize::from(own_at))?;
            let base = table.base_array().ok()?;
            let base_at = table.base_coverage().ok()?.get(letter)?;
            let below = base.base_records().get(usize::from(base_at)).ok()?;
            let anchor = below.base_anchors(base.offset_data()).get(usize::from(record.mark_class()))?.ok()?;
            Some(between(&anchor, &record.mark_anchor(own.offset_data()).ok()?))
        })
    }

    /// How far a mark moves so that it stands on another mark, measured from that one's own origin.
    pub(super) fn on_mark(&self, lower: GlyphId, mark: GlyphId) -> Option<(i16, i16)> {
        self.on_marks.iter().find_map(|table| {
            let own = table.mark1_array().ok()?;
            let own_at = table.mark1_coverage().ok()?.get(mark)?;
            let record = own.mark_records().get(usize::from(own_at))?;
            let base = table.mark2_array().ok()?;
            let base_at = table.mark2_coverage().ok()?.get(lower)?;
            let below = base.mark2_records().get(usize::from(base_at)).ok()?;
            let anchor = below.mark2_anchors(base.offset_data()).get(usize::from(record.mark_class()))?.ok()?;
            Some(between(&anchor, &record.mark_anchor(own.offset_data()).ok()?))
        })
    }
}

fn between(base: &AnchorTable, mark: &AnchorTable) -> (i16, i16) {
    (base.x_coordinate() - mark.x_coordinate(), base.y_coordinate() - mark.y_coordinate())
}

fn pair(table: &PairPos, first: GlyphId, second: GlyphId) -> Option<i16> {
    let value = match table {
        PairPos::Format1(table) => {
            let at = table.coverage().ok()?.get(first)?;
            let set = table.pair_sets().get(usize::from(at)).ok()?;
            let record = set.pair_value_records().iter().flatten().find(|record| record.second_glyph() == second)?;
            record.value_record1().x_advance()
        }
        PairPos::Format2(table) => {
            table.coverage().ok()?.get(first)?;
            let (one, two) = (table.class_def1().ok()?.get(first), table.class_def2().ok()?.get(second));
            let record = table.class1_records().get(usize::from(one)).ok()?;
            record.class2_records().get(usize::from(two)).ok()?.value_record1().x_advance()
        }
    };
    Some(value.unwrap_or(0))
}
