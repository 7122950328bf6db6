//! An office's own form with values in it.
//!
//! Each value is stored in its field and drawn into the page, in the form's own font and size. Where it cannot be drawn,
//! the field gets a short mark instead and the value is given back whole, for a sheet to be added: a name cut short or
//! with a letter missing would be another name.
//!
//! A form may ask readers to draw its fields by themselves (`NeedAppearances`), each in its own way. The request is
//! withdrawn where every field of the form has a drawing, as all that are filled in here do; else it stays as it was. XFA,
//! a second form inside some forms that would hide the values, is taken out. Everything else of the file stays.

use std::collections::HashSet;

use hayro_syntax::object::{Dict, Object, ObjectIdentifier, String as Text};

use super::font::{Font, Style};
use super::form::{kind, states};
use super::look::{Area, Setting};
use super::tree::{Field, Form, Widget, form};
use super::update::{Update, object};
use super::{Filled, FormKind, FormValue, Left, NotRead, Reason, guard, text, update};

/// What a field without room for its value says, in the first of these forms that fits.
const MARKS: [&str; 4] = ["vedi foglio allegato", "v. foglio allegato", "v. allegato", "v. all."];

/// The font that every reader has, for forms that name one and do not bring it.
const HELVETICA: &[u8] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// Fills in a form. A value that cannot be written does not stop the others.
///
/// # Errors
/// When the PDF cannot be read or added to, has no fields, or has them in XFA alone.
pub fn fill(pdf: &[u8], values: &[(String, FormValue)]) -> Result<Filled, NotRead> {
    let opened = guard::open(pdf)?;
    let form = form(&opened)?;
    let mut filling = Filling { update: Update::new(pdf, form.xref)?, drawn: HashSet::new(), form: &form };
    let mut left = Vec::new();
    for (name, value) in values {
        let field = form.fields.iter().find(|field| field.name == *name && kind(field).is_some());
        let done = field.ok_or(Reason::NoSuchField).and_then(|field| filling.fill(field, value));
        if let Err(reason) = done {
            left.push(Left { field: name.clone(), value: value.clone(), reason });
        }
    }
    filling.close();
    Ok(Filled { pdf: filling.update.finish(), left })
}

struct Filling<'a, 'f> {
    update: Update<'a>,
    form: &'f Form<'a>,
    /// Widgets that have a drawing now.
    drawn: HashSet<ObjectIdentifier>,
}

impl<'a> Filling<'a, '_> {
    fn fill(&mut self, field: &Field<'a>, value: &FormValue) -> Result<(), Reason> {
        if field.flag(1) {
            return Err(Reason::ReadOnly);
        }
        match (kind(field).ok_or(Reason::NoSuchField)?, value) {
            (FormKind::CheckBox, FormValue::On(false)) => self.switch(field, b"Off"),
            (FormKind::CheckBox, FormValue::On(true)) => self.tick(field),
            (FormKind::CheckBox | FormKind::RadioGroup, FormValue::Text(option)) => {
                let state = states(field).into_iter().find(|(_, own)| own == option).ok_or(Reason::NoSuchOption)?;
                self.switch(field, &state.0)
            }
            (FormKind::Choice, FormValue::Text(option)) => self.choose(field, option),
            (FormKind::Text | FormKind::Comb | FormKind::Multiline, FormValue::Text(value)) => {
                self.write_or_mark(field, &value.replace("\r\n", "\n").replace('\r', "\n"))
            }
            (_, FormValue::On(_)) => Err(Reason::NoSuchOption),
        }
    }

    /// Ticks a box that has one way of being on.
    fn tick(&mut self, field: &Field<'a>) -> Result<(), Reason> {
        let mut states: Vec<Vec<u8>> = states(field).into_iter().map(|(state, _)| state).collect();
        states.dedup();
        match states.as_slice() {
            [state] => self.switch(field, state),
            [] => {
                // The form left it to readers to draw a tick.
                for widget in &field.widgets {
                    let area = Area::read(&widget.dict).ok_or(Reason::DoesNotFit)?;
                    let mut look = b"<< /N <<".to_vec();
                    for (state, on) in [("/Yes", true), ("/Off", false)] {
                        let object = area.object(&area.tick(on), b"Helv", HELVETICA);
                        look.extend(format!(" {state} ").into_bytes());
                        look.extend(self.update.add(object));
                    }
                    look.extend(b" >> >>");
                    self.look(widget, look);
                    self.update.set(widget.id, &widget.dict, "AS", Some(text::name(b"Yes")));
                }
                self.update.set(field.id, field.dict(), "V", Some(text::name(b"Yes")));
                Ok(())
            }
            _ => Err(Reason::NoSuchOption),
        }
    }

    /// Sets a button's state; its widgets bring a drawing for each.
    fn switch(&mut self, field: &Field<'a>, state: &[u8]) -> Result<(), Reason> {
        for widget in &field.widgets {
            let own = if widget.on.as_deref() == Some(state) { state } else { b"Off" };
            self.update.set(widget.id, &widget.dict, "AS", Some(text::name(own)));
        }
        self.update.set(field.id, field.dict(), "V", Some(text::name(state)));
        Ok(())
    }

    fn choose(&mut self, field: &Field<'a>, wanted: &str) -> Result<(), Reason> {
        let options = field.options();
        let found = options.iter().position(|(value, label)| value == wanted || label == wanted);
        let is_list = !field.flag(18);
        let (value, label) = match found {
            Some(at) => options[at].clone(),
            None if field.flag(19) && !is_list => return self.write_or_mark(field, wanted),
            None => return Err(Reason::NoSuchOption),
        };
        let chosen = found.filter(|_| is_list);
        match chosen {
            Some(at) => {
                let labels: Vec<&str> = options.iter().map(|(_, label)| label.as_str()).collect();
                self.write(field, &value, &labels.join("\n"), Some(at))?;
            }
            None => self.write(field, &value, &label, None)?,
        }
        let indices =
            found.filter(|_| field.inherited("I").is_some() || is_list).map(|at| format!("[{at}]").into_bytes());
        self.update.set(field.id, field.dict(), "I", indices);
        Ok(())
    }

    fn write_or_mark(&mut self, field: &Field<'a>, value: &str) -> Result<(), Reason> {
        let written = self.write(field, value, value, None);
        if written.is_err() {
            // The mark is of no use where it does not fit either; then the field is emptied of what was there before.
            MARKS.iter().chain(&[""]).find(|mark| self.write(field, mark, mark, None).is_ok());
        }
        written
    }

    /// Stores a value and draws it wherever the field shows; nothing is changed if it cannot be drawn somewhere.
    fn write(&mut self, field: &Field<'a>, value: &str, shown: &str, chosen: Option<usize>) -> Result<(), Reason> {
        let limit = field.max_length().unwrap_or(usize::MAX);
        if kind(field) != Some(FormKind::Choice) && value.chars().count() > limit {
            return Err(Reason::DoesNotFit);
        }
        let setting = match (kind(field), chosen) {
            (_, Some(at)) => Setting::List(at),
            (Some(FormKind::Comb), _) => Setting::Comb(limit),
            (Some(FormKind::Multiline), _) => Setting::Lines,
            _ => Setting::Line,
        };
        let mut drawings = Vec::new();
        for widget in &field.widgets {
            let (style, font, reference) = self.font(field, &widget.dict);
            if let Some(character) = font.missing(shown) {
                return Err(Reason::NotInFont { character });
            }
            let area = Area::read(&widget.dict).ok_or(Reason::DoesNotFit)?;
            let align = [widget.dict.get::<i64>(b"Q"), number(field.inherited("Q")), self.form.dict.get(b"Q")];
            let align = align.into_iter().flatten().next().unwrap_or(0);
            let drawing = area.text(shown, &setting, (&style, &font), align).ok_or(Reason::DoesNotFit)?;
            drawings.push(area.object(&drawing, &style.font, &reference));
        }
        for (widget, drawing) in field.widgets.iter().zip(drawings) {
            let mut look = b"<< /N ".to_vec();
            look.extend(self.update.add(drawing));
            look.extend(b" >>");
            self.look(widget, look);
        }
        self.update.set(field.id, field.dict(), "V", Some(text::written(value)));
        // The same text with typefaces, which would be another one now.
        self.update.set(field.id, field.dict(), "RV", None);
        Ok(())
    }

    fn look(&mut self, widget: &Widget<'a>, look: Vec<u8>) {
        self.update.set(widget.id, &widget.dict, "AP", Some(look));
        self.drawn.insert(widget.id);
    }

    /// The font of a widget, and how a drawing refers to it.
    fn font(&self, field: &Field<'a>, widget: &Dict<'a>) -> (Style, Font, Vec<u8>) {
        let own = |dict: &Dict<'a>| dict.get::<Text<'_>>(b"DA").map(|style| style.as_bytes().to_vec());
        let inherited = || field.inherited("DA").and_then(Object::into_string).map(|style| style.as_bytes().to_vec());
        let style = own(widget).or_else(inherited).or_else(|| own(&self.form.dict)).unwrap_or_default();
        let style = Style::read(&style);
        let resources =
            [widget.get(b"DR"), field.inherited("DR").and_then(Object::into_dict), self.form.dict.get(b"DR")];
        let fonts = resources.into_iter().flatten().filter_map(|own: Dict<'_>| own.get::<Dict<'_>>(b"Font"));
        let found = fonts.filter(|fonts| fonts.get::<Dict<'_>>(&style.font).is_some()).last();
        let dict = found.as_ref().and_then(|fonts| fonts.get::<Dict<'_>>(&style.font));
        let raw = found.as_ref().and_then(|fonts| fonts.get_raw::<Object<'_>>(&style.font));
        let reference = raw.map_or_else(|| HELVETICA.to_vec(), |raw| object(&raw, 0));
        let font = Font::read(dict.as_ref());
        (style, font, reference)
    }

    /// Takes out what would hide the values.
    fn close(&mut self) {
        let dict = &self.form.dict;
        let has_look = |widget: &Widget<'_>| self.drawn.contains(&widget.id) || widget.dict.contains_key(b"AP");
        let is_drawn = self.form.fields.iter().flat_map(|field| &field.widgets).all(has_look);
        let keys: Vec<&'static str> = ["XFA", "NeedAppearances"]
            .into_iter()
            .filter(|key| dict.contains_key(key) && (*key == "XFA" || is_drawn))
            .collect();
        if keys.is_empty() {
            return;
        }
        match self.form.catalog.get_ref(b"AcroForm") {
            Some(id) => keys.into_iter().for_each(|key| self.update.set(id.into(), dict, key, None)),
            None => {
                let changed = update::without(dict, &keys);
                self.update.set(self.form.xref.root_id(), &self.form.catalog, "AcroForm", Some(changed));
            }
        }
    }
}

fn number(object: Option<Object<'_>>) -> Option<i64> {
    Some(object?.into_number()?.as_i64())
}
