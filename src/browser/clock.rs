//! Which day is today, where the person is: the one clock of the product.

use crate::date::Date;

/// Today by the device's clock; nothing where that lies outside 1900–2199.
pub fn today() -> Option<Date> {
    day(&js_sys::Date::new_0())
}

fn day(at: &js_sys::Date) -> Option<Date> {
    let year = u16::try_from(at.get_full_year()).ok()?;
    let month = u8::try_from(at.get_month() + 1).ok()?;
    let day = u8::try_from(at.get_date()).ok()?;
    Date::new(year, month, day).ok()
}

/// Milliseconds since 1970 by the device's clock, which people move.
#[cfg(feature = "whole")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and none before 1970")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Day and time of such a moment, as a clock on the wall there shows it: "16:05".
#[cfg(feature = "whole")]
#[expect(clippy::cast_precision_loss, reason = "no clock is that far ahead")]
pub fn on_the_wall(moment: u64) -> Option<(Date, String)> {
    let at = js_sys::Date::new(&(moment as f64).into());
    Some((day(&at)?, format!("{}:{:02}", at.get_hours(), at.get_minutes())))
}
