//! Which day is today, where the person is: the one clock of the product.

use crate::date::Date;

/// Today by the device's clock; nothing where that lies outside 1900–2199.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    Date::new(year, month, day).ok()
}
