//! Reader of CBOR.

use minicbor::data::Type;
use minicbor::decode::Error as Malformed;

use super::tokens::Tokens;
use super::{document, number, tag};
use crate::codec::members::{REPEATED, Seen, find, set_null};
use crate::codec::text::narrow;
use crate::codec::{Error, Strictness};
use crate::constraint::Path;
use crate::memory::{Extent, Reading};
use crate::reflect::{Fill, ListSlot, MapSlot, Reflect, Slot};
use crate::schema::{Kind, Member, Schema};
use crate::types::{Blob, Timestamp};

const FILL: Fill = Fill::VALUE;

/// Fills a structure or union from the map in `bytes`. Missing required members are added to `reading`.
///
/// # Errors
/// If the bytes are not CBOR, are nested more than 128 levels deep, or do not match the schema.
pub fn read(bytes: &[u8], strictness: Strictness, shape: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Error> {
    let mut reader = Reader { tokens: Tokens::new(bytes), strictness, reading, place: None };
    let filled = reader.shape(shape, &Path::Root).and_then(|()| reader.tokens.end());
    filled.map_err(|error| Error::new(reader.place.unwrap_or_default(), error.to_string()))
}

struct Reader<'b, 's> {
    tokens: Tokens<'b>,
    strictness: Strictness,
    reading: &'s mut Reading,
    /// Path of the first error.
    place: Option<String>,
}

impl Reader<'_, '_> {
    /// Adds to the path of an error, from the innermost value outwards.
    fn note<T>(&mut self, path: &Path<'_>, result: Result<T, Malformed>) -> Result<T, Malformed> {
        if result.is_err() && self.place.is_none() {
            self.place = Some(path.pointer());
        }
        result
    }

    fn shape(&mut self, shape: &mut dyn Reflect, path: &Path<'_>) -> Result<(), Malformed> {
        if shape.schema().kind == Kind::Union { self.union(shape, path) } else { self.structure(shape, path) }
    }

    fn structure(&mut self, shape: &mut dyn Reflect, path: &Path<'_>) -> Result<(), Malformed> {
        let schema = shape.schema();
        let mut seen = Seen::default();
        let mut guess = 0;
        let mut rest = self.tokens.map()?;
        while self.tokens.more(&mut rest) {
            let key = self.tokens.key()?;
            let found = find(schema, guess, |member| member.name.as_bytes() == &*key);
            let Some((index, member)) = found.and_then(|index| Some((index, schema.members.get(index)?))) else {
                self.tokens.skip()?;
                continue;
            };
            guess = index + 1;
            if seen.is_repeated(index, self.strictness) {
                return self.note(&Path::Member(path, member.name), Err(Malformed::message(REPEATED)));
            }
            if self.member(shape, index, member, path)? {
                seen.mark(index);
            }
        }
        seen.close(shape, |_| true, path, self.reading);
        Ok(())
    }

    /// Fills a member, unless the value is null. Returns whether it was filled.
    fn member(
        &mut self,
        shape: &mut dyn Reflect,
        index: usize,
        member: &'static Member,
        path: &Path<'_>,
    ) -> Result<bool, Malformed> {
        if (member.traits.nullable || member.target.kind != Kind::Document) && self.tokens.null() {
            return Ok(set_null(shape, index, member));
        }
        let path = Path::Member(path, member.name);
        let extent = Extent::of(shape);
        let filled = match shape.slot(index, FILL) {
            // Most members are strings.
            Slot::Str(place) => self.string(place),
            slot => {
                let charged = self.reading.budget.charge(extent.boxed(&slot)).map_err(Malformed::from);
                charged.and_then(|()| self.fill(slot, member.target, &path))
            }
        };
        self.note(&path, filled).map(|()| true)
    }

    fn string(&mut self, place: &mut String) -> Result<(), Malformed> {
        let text = self.tokens.text()?;
        if place.capacity() == 0 {
            *place = text.into_owned();
        } else {
            text.as_ref().clone_into(place);
        }
        Ok(())
    }

    fn union(&mut self, shape: &mut dyn Reflect, path: &Path<'_>) -> Result<(), Malformed> {
        let schema = shape.schema();
        let (mut variant, mut unknown) = (false, None);
        let mut rest = self.tokens.map()?;
        while self.tokens.more(&mut rest) {
            let key = self.tokens.text()?;
            match find(schema, 0, |member| member.name == key) {
                Some(index) => {
                    let Some(member) = schema.members.get(index) else { continue };
                    if self.member(shape, index, member, path)? && std::mem::replace(&mut variant, true) {
                        return Err(Malformed::message("a union must have exactly one member"));
                    }
                }
                // `__type` names the shape; it is not a variant.
                None if self.tokens.null() => {}
                None => {
                    self.tokens.skip()?;
                    if key != "__type" {
                        unknown = Some(key);
                    }
                }
            }
        }
        match (variant, unknown) {
            (true, None) => Ok(()),
            (true, Some(_)) if !self.strictness.is_strict() => Ok(()),
            (true, Some(_)) => Err(Malformed::message("a union must have exactly one member")),
            (false, _) if self.strictness.is_strict() => {
                Err(Malformed::message("a union must have exactly one of its members"))
            }
            (false, name) => {
                shape.set_unknown(&name.unwrap_or_default(), FILL);
                Ok(())
            }
        }
    }

    /// Fills a slot from a value that is not null.
    fn fill(&mut self, slot: Slot<'_>, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        match slot {
            Slot::Str(place) => self.string(place),
            Slot::Shape(shape) => self.shape(shape, path),
            Slot::List(list) => self.list(list, schema, path),
            Slot::Map(map) => self.map(map, schema, path),
            leaf => self.leaf(leaf),
        }
    }

    fn list(&mut self, list: &mut dyn ListSlot, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        let mut rest = self.tokens.array()?;
        let Some(member) = schema.members.first() else { return Err(Malformed::message("a list without a member")) };
        let mut index = 0;
        list.clear(FILL);
        while self.tokens.more(&mut rest) {
            let path = Path::Element(path, index);
            self.reading.budget.grow(list.push_cost())?;
            if self.null(schema, member) {
                let kept = self.keep_null(schema).map(|keep| {
                    if keep {
                        list.push_blank();
                    }
                });
                self.note(&path, kept)?;
            } else {
                let filled = self.fill(list.push(FILL), member.target, &path);
                self.note(&path, filled)?;
            }
            index += 1;
        }
        Ok(())
    }

    fn map(&mut self, map: &mut dyn MapSlot, schema: &'static Schema, path: &Path<'_>) -> Result<(), Malformed> {
        let mut rest = self.tokens.map()?;
        let [key_member, member] = schema.members else { return Err(Malformed::message("a map without members")) };
        map.clear(FILL);
        while self.tokens.more(&mut rest) {
            let key = self.tokens.text()?;
            let path = Path::entry(path, key_member, &key);
            self.reading.budget.charge(map.insert_cost())?;
            if self.null(schema, member) {
                let kept = self.keep_null(schema).map(|keep| {
                    if keep {
                        map.insert_blank(&key);
                    }
                });
                self.note(&path, kept)?;
            } else {
                let filled = self.fill(map.insert(&key, FILL), member.target, &path);
                self.note(&path, filled)?;
            }
        }
        Ok(())
    }

    /// Skips a null element, unless it is a document.
    fn null(&mut self, schema: &Schema, member: &Member) -> bool {
        (schema.sparse || member.target.kind != Kind::Document) && self.tokens.null()
    }

    /// Whether null is kept in a collection. If the model does not allow it, clients skip it.
    fn keep_null(&self, schema: &Schema) -> Result<bool, Malformed> {
        match (schema.sparse, self.strictness.is_strict()) {
            (true, _) => Ok(true),
            (false, true) => Err(Malformed::message("null in a collection that is not sparse")),
            (false, false) => Ok(false),
        }
    }

    fn leaf(&mut self, slot: Slot<'_>) -> Result<(), Malformed> {
        let tokens = &mut self.tokens;
        match slot {
            Slot::Enum(place) => place.set(&tokens.text()?, FILL),
            Slot::Blob(place) => *place = Blob::from(tokens.bytes()?.into_owned()),
            Slot::Timestamp(place) => *place = self.timestamp()?,
            Slot::BigInteger(place) => *place = number::read_integer(tokens, &mut self.reading.budget)?,
            Slot::BigDecimal(place) => *place = number::read_decimal(tokens, &mut self.reading.budget)?,
            Slot::Document(place) => *place = document::read(tokens, &mut self.reading.budget)?,
            Slot::Bool(place) => {
                tokens.untag()?;
                *place = tokens.decoder.bool()?;
            }
            Slot::Byte(place) => *place = self.integer("a byte")?,
            Slot::Short(place) => *place = self.integer("a short")?,
            Slot::Int(place) => *place = self.integer("an integer")?,
            Slot::Long(place) => *place = self.integer("a long")?,
            Slot::IntEnum(place) => place.set(self.integer("an integer")?, FILL),
            Slot::Float(place) => {
                let value = narrow(self.float()?, self.strictness);
                *place = value.ok_or_else(|| Malformed::message("the number does not fit into a float"))?;
            }
            Slot::Double(place) => *place = self.float()?,
            Slot::Ignore
            | Slot::Str(_)
            | Slot::Shape(_)
            | Slot::List(_)
            | Slot::Map(_)
            | Slot::Bytes(_)
            | Slot::Events(_) => tokens.skip()?,
        }
        Ok(())
    }

    fn integer<T: TryFrom<i64>>(&mut self, expected: &str) -> Result<T, Malformed> {
        self.tokens.untag()?;
        let is_float = matches!(self.tokens.kind()?, Type::F16 | Type::F32 | Type::F64);
        let value = if is_float && !self.strictness.is_strict() {
            // Some services write integers as floats.
            let value = self.tokens.float()?;
            if value.fract() != 0.0 || value.abs() >= 9.0e15 {
                return Err(Malformed::message(format_args!("expected {expected}")));
            }
            value as i64
        } else {
            self.tokens.decoder.i64()?
        };
        T::try_from(value).map_err(|_| Malformed::message(format_args!("the number does not fit into {expected}")))
    }

    fn float(&mut self) -> Result<f64, Malformed> {
        self.tokens.untag()?;
        match self.tokens.kind()? {
            Type::F16 | Type::F32 | Type::F64 => self.tokens.float(),
            _ => self.tokens.decoder.int().map(|value| i128::from(value) as f64),
        }
    }

    fn timestamp(&mut self) -> Result<Timestamp, Malformed> {
        let tag = self.tokens.tag()?;
        if tag != Some(tag::EPOCH_SECONDS) && (self.strictness.is_strict() || tag.is_some()) {
            return Err(Malformed::message("a timestamp must have tag 1"));
        }
        let time = match self.tokens.kind()? {
            Type::F16 | Type::F32 | Type::F64 => Timestamp::from_epoch_milliseconds(self.tokens.float()?),
            _ => Timestamp::from_unix(self.tokens.decoder.i64()?, 0),
        };
        time.map_err(Malformed::message)
    }
}

#[cfg(test)]
mod tests;
