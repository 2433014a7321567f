//! Reader of XML.

use quick_xml::events::BytesStart;

use super::elements::Elements;
use super::events::{Events, Malformed, attributes, is_name, local};
use super::text::is_text;
use super::{Settings, format_of, name_of};
use crate::codec::json::read_document_within;
use crate::codec::members::{REPEATED, Seen, find};
use crate::codec::text::from_text;
use crate::codec::{Error, Strictness};
use crate::constraint::Path;
use crate::memory::{Extent, Reading};
use crate::reflect::{Fill, ListSlot, MapSlot, Reflect, Slot};
use crate::schema::{Bindings, Kind, Member, Schema, TimestampFormat};

const FILL: Fill = Fill::VALUE;

/// Location of the members in a document.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// Root element with any name.
    Root,
    /// Root element with one of these names.
    Named(&'a [&'a str]),
    /// Child of the root element.
    Below {
        /// Name of the root element.
        root: &'a str,
        /// Name of the child.
        child: &'a str,
    },
    /// Element `Error`, optionally in `ErrorResponse`, or in `Response` and `Errors`.
    Error,
}

/// Fills a structure or union. Missing required members are added to `reading`.
///
/// # Errors
/// If the bytes are not XML 1.0 in UTF-8, have a DTD, are nested more than 128 levels deep, or do not match the
/// schema.
pub fn read(
    bytes: &[u8],
    settings: Settings,
    place: Place<'_>,
    shape: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), Error> {
    let mut reader = Reader::new(bytes, settings.strictness, reading)?;
    let filled = reader.document(settings.bindings, place, shape);
    filled.map_err(|error| Error::new(reader.place.unwrap_or_default(), error.to_string()))
}

/// Fills the value of a member, such as an HTTP payload, from the root element, which must have one of these names.
///
/// # Errors
/// The same as those of [`read`].
pub fn read_value(
    bytes: &[u8],
    settings: Settings,
    names: &[&str],
    member: &'static Member,
    slot: Slot<'_>,
    reading: &mut Reading,
) -> Result<(), Error> {
    let mut reader = Reader::new(bytes, settings.strictness, reading)?;
    let filled = reader.value(names, member, slot);
    filled.map_err(|error| Error::new(reader.place.unwrap_or_default(), error.to_string()))
}

/// Returns the document as text without byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| Error::new(String::new(), error.to_string()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Returns the name of the root element without its prefix. `None` if the bytes are not XML.
pub fn root_name(bytes: &[u8]) -> Option<String> {
    let root = Events::new(text(bytes).ok()?).root(Strictness::Lenient).ok()?;
    Some(local(root.name().into_inner()).to_owned())
}

fn check_root(found: &str, wanted: &[&str]) -> Result<(), Malformed> {
    if wanted.iter().any(|wanted| local(wanted) == found) {
        return Ok(());
    }
    let wanted = wanted.first().copied().unwrap_or_default();
    Err(Malformed::message(format!("the root element is not {wanted}")))
}

struct Reader<'b, 's> {
    events: Events<'b>,
    strictness: Strictness,
    reading: &'s mut Reading,
    /// Path of the first error.
    place: Option<String>,
}

impl<'b, 's> Reader<'b, 's> {
    fn new(bytes: &'b [u8], strictness: Strictness, reading: &'s mut Reading) -> Result<Self, Error> {
        let text = text(bytes)?;
        if strictness.is_strict() && !is_text(text) {
            return Err(Error::new(String::new(), "the document has characters that XML does not allow".to_owned()));
        }
        Ok(Self { events: Events::new(text), strictness, reading, place: None })
    }

    fn document(&mut self, bindings: Bindings, place: Place<'_>, shape: &mut dyn Reflect) -> Result<(), Malformed> {
        let root = self.events.root(self.strictness)?;
        let name = local(root.name().into_inner());
        match place {
            Place::Named(wanted) => check_root(name, wanted)?,
            Place::Below { root, child } => {
                check_root(name, &[root])?;
                return self.below(&[child], bindings, shape);
            }
            Place::Error if name != "Error" => return self.below(&["Error", "Errors"], bindings, shape),
            Place::Root | Place::Error => {}
        }
        self.shape(shape, bindings, &root, &Path::Root)?;
        self.events.end()
    }

    fn value(&mut self, wanted: &[&str], member: &'static Member, slot: Slot<'_>) -> Result<(), Malformed> {
        let root = self.events.root(self.strictness)?;
        check_root(local(root.name().into_inner()), wanted)?;
        let path = Path::Member(&Path::Root, member.name);
        let filled = self.fill(slot, member.target, format_of(member), &root, &path);
        self.note(&path, filled)?;
        self.events.end()
    }

    /// Fills the shape from the first element that the location describes.
    fn below(&mut self, wanted: &[&str], bindings: Bindings, shape: &mut dyn Reflect) -> Result<(), Malformed> {
        self.events.enter()?;
        while let Some(child) = self.events.child()? {
            let name = local(child.name().into_inner());
            match wanted.iter().position(|wanted| name == *wanted) {
                Some(0) => return self.shape(shape, bindings, &child, &Path::Root),
                Some(_) => return self.below(wanted, bindings, shape),
                None => self.events.skip(&child)?,
            }
        }
        Seen::default().close(shape, |member| member.in_body(bindings), &Path::Root, self.reading);
        Ok(())
    }

    /// Adds to the path of an error, from the innermost value outwards.
    fn note<T>(&mut self, path: &Path<'_>, result: Result<T, Malformed>) -> Result<T, Malformed> {
        if result.is_err() && self.place.is_none() {
            self.place = Some(path.pointer());
        }
        result
    }

    fn shape(
        &mut self,
        shape: &mut dyn Reflect,
        bindings: Bindings,
        start: &BytesStart<'b>,
        path: &Path<'_>,
    ) -> Result<(), Malformed> {
        self.events.enter()?;
        if shape.schema().kind == Kind::Union {
            self.union(shape, path)?;
        } else {
            self.structure(shape, bindings, start, path)?;
        }
        self.events.leave();
        Ok(())
    }

    fn structure(
        &mut self,
        shape: &mut dyn Reflect,
        bindings: Bindings,
        start: &BytesStart<'b>,
        path: &Path<'_>,
    ) -> Result<(), Malformed> {
        let schema = shape.schema();
        let mut seen = Seen::default();
        if schema.sets.xml_attributes {
            self.attributes(shape, start, &mut seen, path)?;
        }
        let mut elements = Elements::default();
        let mut guess = 0;
        while let Some(child) = self.events.child()? {
            let name = child.name().into_inner();
            let is_named = |member: &Member| is_name(name, name_of(member)) && !member.traits.xml_attribute;
            let found = find(schema, guess, |member| is_named(member) && member.in_body(bindings));
            let Some((index, member)) = found.and_then(|index| Some((index, schema.members.get(index)?))) else {
                self.events.skip(&child)?;
                continue;
            };
            // Elements of flattened lists are read one by one.
            guess = if member.traits.xml_flattened { index } else { index + 1 };
            if !member.traits.xml_flattened && seen.is_repeated(index, self.strictness) {
                return self.note(&Path::Member(path, member.name), Err(Malformed::message(REPEATED)));
            }
            if self.member(shape, index, &child, (path, &mut elements))? {
                seen.mark(index);
            }
        }
        seen.close(shape, |member| member.in_body(bindings), path, self.reading);
        Ok(())
    }

    fn attributes(
        &mut self,
        shape: &mut dyn Reflect,
        start: &BytesStart<'b>,
        seen: &mut Seen,
        path: &Path<'_>,
    ) -> Result<(), Malformed> {
        let schema = shape.schema();
        for attribute in attributes(start) {
            let (name, value) = attribute?;
            let is_named = |member: &Member| member.traits.xml_attribute && is_name(name, name_of(member));
            let Some(index) = find(schema, 0, is_named) else { continue };
            let Some(member) = schema.members.get(index) else { continue };
            if self.is_ignored(member, &value) {
                continue;
            }
            let path = Path::Member(path, member.name);
            if seen.is_repeated(index, self.strictness) {
                return self.note(&path, Err(Malformed::message(REPEATED)));
            }
            let filled = self.leaf(shape.slot(index, FILL), &value, format_of(member));
            if self.note(&path, filled)? {
                seen.mark(index);
            }
        }
        Ok(())
    }

    fn union(&mut self, shape: &mut dyn Reflect, path: &Path<'_>) -> Result<(), Malformed> {
        let schema = shape.schema();
        let (mut variant, mut unknown) = (None, None);
        let mut elements = Elements::default();
        while let Some(child) = self.events.child()? {
            let name = child.name().into_inner();
            match find(schema, 0, |member| is_name(name, name_of(member))) {
                Some(index) => {
                    let is_piece = variant == Some(index)
                        && schema.members.get(index).is_some_and(|member| member.traits.xml_flattened);
                    if variant.is_some() && !is_piece {
                        return Err(Malformed::message("a union must have exactly one member"));
                    }
                    if self.member(shape, index, &child, (path, &mut elements))? {
                        variant = Some(index);
                    }
                }
                None => {
                    unknown = Some(local(name).to_owned());
                    self.events.skip(&child)?;
                }
            }
        }
        match (variant, unknown) {
            (Some(_), None) => Ok(()),
            (Some(_), Some(_)) if !self.strictness.is_strict() => Ok(()),
            (Some(_), Some(_)) => Err(Malformed::message("a union must have exactly one member")),
            (None, _) if self.strictness.is_strict() => {
                Err(Malformed::message("a union must have exactly one of its members"))
            }
            (None, name) => {
                shape.set_unknown(&name.unwrap_or_default(), FILL);
                Ok(())
            }
        }
    }

    /// Whether a client ignores the text, because it is empty and accessing the slot would create a value.
    fn is_ignored(&self, member: &Member, text: &str) -> bool {
        !self.strictness.is_strict() && !has_empty_text(member.target.kind) && text.trim().is_empty()
    }

    /// Fills a member from its element. Returns whether it was filled.
    fn member(
        &mut self,
        shape: &mut dyn Reflect,
        index: usize,
        start: &BytesStart<'b>,
        (path, elements): (&Path<'_>, &mut Elements),
    ) -> Result<bool, Malformed> {
        let Some(member) = shape.schema().members.get(index) else { return Ok(false) };
        let path = Path::Member(path, member.name);
        if !has_empty_text(member.target.kind) {
            let text = self.events.text(self.strictness)?;
            if self.is_ignored(member, &text) {
                return Ok(false);
            }
            let filled = self.leaf(shape.slot(index, FILL), &text, format_of(member));
            return self.note(&path, filled);
        }
        let extent = Extent::of(shape);
        let filled = match shape.slot(index, FILL) {
            Slot::List(list) if member.traits.xml_flattened => {
                let path = Path::Element(&path, elements.next(index));
                let filled = self.element(list, member.target, start, &path).map(|()| true);
                return self.note(&path, filled);
            }
            Slot::Map(map) if member.traits.xml_flattened => self.entry(map, member.target, &path).map(|()| true),
            slot => {
                let charged = self.reading.budget.charge(extent.boxed(&slot)).map_err(Malformed::from);
                charged.and_then(|()| self.fill(slot, member.target, format_of(member), start, &path))
            }
        };
        self.note(&path, filled)
    }

    /// Fills a slot. Returns whether it was filled: clients ignore empty elements of types without an empty value.
    fn fill(
        &mut self,
        slot: Slot<'_>,
        schema: &'static Schema,
        format: TimestampFormat,
        start: &BytesStart<'b>,
        path: &Path<'_>,
    ) -> Result<bool, Malformed> {
        match slot {
            Slot::Str(place) => {
                let text = self.events.text(self.strictness)?;
                if place.capacity() == 0 {
                    *place = text.into_owned();
                } else {
                    text.as_ref().clone_into(place);
                }
                Ok(true)
            }
            Slot::Shape(shape) => self.shape(shape, Bindings::Ignored, start, path).map(|()| true),
            Slot::List(list) => self.list(list, schema, path).map(|()| true),
            Slot::Map(map) => self.map(map, schema, path).map(|()| true),
            Slot::Ignore | Slot::Bytes(_) | Slot::Events(_) => self.events.skip(start).map(|()| false),
            slot => {
                let text = self.events.text(self.strictness)?;
                self.leaf(slot, &text, format)
            }
        }
    }

    fn leaf(&mut self, slot: Slot<'_>, text: &str, format: TimestampFormat) -> Result<bool, Malformed> {
        let wrong = |expected: &str| Malformed::message(format!("the text is not {expected}"));
        match slot {
            Slot::Str(place) => text.clone_into(place),
            Slot::Enum(place) => place.set(text, FILL),
            Slot::Document(place) => {
                *place = read_document_within(text.as_bytes(), self.reading).map_err(|_| wrong("JSON"))?;
            }
            Slot::Blob(_) => {
                // White space in base64 is ignored.
                let plain: String;
                let text = if text.contains(|c: char| c.is_ascii_whitespace()) {
                    plain = text.split_ascii_whitespace().collect();
                    &plain
                } else {
                    text
                };
                from_text(slot, text, format, self.strictness).map_err(wrong)?;
            }
            slot => {
                let text = text.trim();
                if text.is_empty() && !self.strictness.is_strict() {
                    return Ok(false);
                }
                from_text(slot, text, format, self.strictness).map_err(wrong)?;
            }
        }
        Ok(true)
    }

    fn list(&mut self, list: &mut dyn ListSlot, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        let Some(member) = schema.members.first() else { return Err(Malformed::message("a list without a member")) };
        self.events.enter()?;
        list.clear(FILL);
        let name = member.traits.xml_name.unwrap_or("member");
        let mut index = 0;
        while let Some(child) = self.events.child()? {
            if is_name(child.name().into_inner(), name) {
                let path = Path::Element(path, index);
                let filled = self.element(list, schema, &child, &path);
                self.note(&path, filled)?;
                index += 1;
            } else if self.strictness.is_strict() {
                return Err(Malformed::message(format!("a list element is not {name}")));
            } else {
                self.events.skip(&child)?;
            }
        }
        self.events.leave();
        Ok(())
    }

    /// Adds an element to a list.
    fn element(
        &mut self,
        list: &mut dyn ListSlot,
        schema: &'static Schema,
        start: &BytesStart<'b>,
        path: &Path<'_>,
    ) -> Result<(), Malformed> {
        let Some(member) = schema.members.first() else { return Err(Malformed::message("a list without a member")) };
        self.reading.budget.grow(list.push_cost())?;
        if schema.sparse && is_nil(start)? {
            list.push_blank();
            return self.events.skip(start);
        }
        let filled = self.fill(list.push(FILL), member.target, format_of(member), start, path)?;
        if filled { Ok(()) } else { Err(Malformed::message("an empty list element")) }
    }

    fn map(&mut self, map: &mut dyn MapSlot, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        self.events.enter()?;
        map.clear(FILL);
        while let Some(child) = self.events.child()? {
            if is_name(child.name().into_inner(), "entry") {
                self.entry(map, schema, path)?;
            } else if self.strictness.is_strict() {
                return Err(Malformed::message("a map element is not entry"));
            } else {
                self.events.skip(&child)?;
            }
        }
        self.events.leave();
        Ok(())
    }

    /// Adds an entry to a map. The key's element precedes that of the value.
    fn entry(&mut self, map: &mut dyn MapSlot, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        let [key_member, member] = schema.members else { return Err(Malformed::message("a map without members")) };
        let (key_name, value_name) =
            (key_member.traits.xml_name.unwrap_or("key"), member.traits.xml_name.unwrap_or("value"));
        self.reading.budget.charge(map.insert_cost())?;
        let mut key = None;
        let mut filled = false;
        while let Some(child) = self.events.child()? {
            let name = child.name().into_inner();
            if key.is_none() && is_name(name, key_name) {
                key = Some(self.events.text(self.strictness)?);
            } else if let Some(key) = key.as_deref().filter(|_| !filled && is_name(name, value_name)) {
                let path = Path::entry(path, key_member, key);
                if schema.sparse && is_nil(&child)? {
                    map.insert_blank(key);
                    self.events.skip(&child)?;
                    filled = true;
                } else {
                    let result = self.fill(map.insert(key, FILL), member.target, format_of(member), &child, &path);
                    filled = self.note(&path, result)?;
                }
            } else if self.strictness.is_strict() || is_name(name, value_name) {
                return Err(Malformed::message(format!("a map entry must be {key_name}, then {value_name}")));
            } else {
                self.events.skip(&child)?;
            }
        }
        match key {
            Some(_) if filled => Ok(()),
            Some(key) if schema.sparse => {
                map.insert_blank(&key);
                Ok(())
            }
            _ => Err(Malformed::message(format!("a map entry must be {key_name}, then {value_name}"))),
        }
    }
}

/// Whether an element without text may have a value. Other kinds are read from text only.
fn has_empty_text(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::String
            | Kind::Enum
            | Kind::Blob
            | Kind::Document
            | Kind::List
            | Kind::Map
            | Kind::Structure
            | Kind::Union
    )
}

/// Whether an element represents null.
fn is_nil(start: &BytesStart<'_>) -> Result<bool, Malformed> {
    for attribute in attributes(start) {
        let (name, value) = attribute?;
        if name.contains(':') && local(name) == "nil" {
            return Ok(matches!(&*value, "true" | "1"));
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests;
