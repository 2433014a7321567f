//! Formats of `alloy#simpleRestJson`: unions without tags (`alloy#discriminated`, `alloy#untagged`), and members that
//! hold what the model does not have (`alloy#jsonUnknown`). The variant of such a union is known only after its value
//! was read, so the text is read again.

use std::borrow::Cow;
use std::fmt;

use serde_core::Deserialize as _;
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use super::fault::Fault;
use super::parser::{Parser, Raw};
use super::read::{MemberValue, Members, State, fill};
use super::write::{string, structure};
use super::{Dialect, Error, Settings, write_document, write_value};
use crate::codec::MAX_DEPTH;
use crate::constraint::Path;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Bindings, Kind, Member, Schema, TimestampFormat, UnionStyle};

const FILL: Fill = Fill::VALUE;

/// Whether it is a union in another format than with a tag.
pub(super) fn applies(schema: &Schema) -> bool {
    schema.kind == Kind::Union && (schema.union_style() != UnionStyle::Tagged || schema.sets.json_unknown)
}

/// Number of bytes of a message that may be read again. Without a limit, nested unions would take exponential time.
pub(super) fn budget(text: &str) -> usize {
    text.len().saturating_mul(32).saturating_add(1 << 16)
}

/// Checks the nesting of a message, because the limit of the parser starts again for text that is read again.
pub(super) fn check_depth(settings: Settings, text: &str) -> Result<(), Error> {
    if settings.dialect != Dialect::Alloy {
        return Ok(());
    }
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for byte in text.bytes() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(Error::new(String::new(), "recursion limit exceeded".to_owned()));
        }
    }
    Ok(())
}

/// Appends a union in another format than with a tag. Returns false for other shapes.
pub(super) fn write(out: &mut Vec<u8>, settings: Settings, shape: &dyn Reflect) -> bool {
    let schema = shape.schema();
    if !applies(schema) {
        return false;
    }
    let mut is_written = false;
    shape.each(&mut |index, value| {
        let Some(member) = schema.members.get(index) else { return true };
        is_written = match (schema.union_style(), value) {
            (style, value) if member.traits.json_unknown || style == UnionStyle::Untagged => {
                write_value(out, settings, member, value);
                true
            }
            (UnionStyle::Discriminated(key), Ref::Shape(inner)) => {
                discriminated(out, settings, (key, name(settings, member)), inner);
                true
            }
            _ => false,
        };
        !is_written
    });
    is_written
}

/// Appends a structure, with a key and value before its members.
fn discriminated(out: &mut Vec<u8>, settings: Settings, (key, value): (&str, &str), shape: &dyn Reflect) {
    out.push(b'{');
    string(out, key);
    out.push(b':');
    string(out, value);
    let start = out.len();
    structure(out, settings, Bindings::Ignored, shape);
    if out.get(start..) == Some(b"{}") {
        out.truncate(start);
        out.push(b'}');
    } else if let Some(brace) = out.get_mut(start) {
        *brace = b',';
    }
}

/// The name of a member in JSON.
fn name(settings: Settings, member: &Member) -> &'static str {
    match member.traits.json_name {
        Some(json) if settings.use_json_name => json.name,
        _ => member.name,
    }
}

/// Fills a union in another format than with a tag.
pub(super) fn read<'de, D: Deserializer<'de>>(
    shape: &mut dyn Reflect,
    path: &Path<'_>,
    state: &mut State<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    let text = Raw::deserialize(deserializer)?.0;
    let mut union = Union { shape, path, state, text };
    let read = match union.shape.schema().union_style() {
        UnionStyle::Untagged => union.untagged(),
        UnionStyle::Tagged => union.by_name(None),
        UnionStyle::Discriminated(key) => union.by_name(Some(key)),
    };
    read.map_err(D::Error::custom)
}

/// A union, and the text of its value.
struct Union<'u, 's, 't> {
    shape: &'u mut dyn Reflect,
    path: &'u Path<'u>,
    state: &'u mut State<'s>,
    text: &'t str,
}

impl<'t> Union<'_, '_, 't> {
    /// Reads the text again, from its start.
    fn again(&mut self) -> Result<Parser<'t>, Fault> {
        match self.state.again.checked_sub(self.text.len() + 1) {
            Some(rest) => self.state.again = rest,
            None => return Err(Fault::custom("the unions are nested too deeply")),
        }
        Ok(Parser::new(self.text, self.state.settings.strictness))
    }

    /// Fills the member that is named by the discriminator with this key, or by the only key.
    fn by_name(&mut self, key: Option<&'static str>) -> Result<(), Fault> {
        let found = self.again()?.deserialize_map(Name { key })?;
        let schema = self.shape.schema();
        let settings = self.state.settings;
        let known = found.as_ref().and_then(|found| {
            schema.members.iter().position(|member| !member.traits.json_unknown && name(settings, member) == found)
        });
        let rest = schema.members.iter().position(|member| member.traits.json_unknown);
        match (known, found, key, rest) {
            (_, None, Some(key), _) => Err(Fault::custom(format_args!("`{key}` is missing"))),
            (None, Some(_), _, Some(rest)) => self.member(rest),
            (Some(known), _, Some(key), _) => {
                self.state.tag = Some(key);
                self.member(known)
            }
            // The name is not shown, because the sender may have sent a secret.
            (None, Some(_), Some(key), None) if settings.strictness.is_strict() => {
                Err(Fault::custom(format_args!("`{key}` is not the name of a member of the union")))
            }
            (None, Some(found), Some(_), None) => {
                self.shape.set_unknown(&found, FILL);
                Ok(())
            }
            (_, _, None, _) => {
                let mut again = self.again()?;
                let Self { shape, path, state, .. } = self;
                again.deserialize_map(&mut Members { shape: &mut **shape, path, bindings: Bindings::Ignored, state })
            }
        }
    }

    /// Fills the first member whose type the value has.
    fn untagged(&mut self) -> Result<(), Fault> {
        for index in 0..self.shape.schema().members.len() {
            let missing = std::mem::take(&mut self.state.reading.missing);
            let read = self.member(index);
            let is_complete = self.state.reading.missing().is_empty();
            self.state.reading.missing = missing;
            if read.is_ok() && is_complete {
                return Ok(());
            }
            self.state.forget_error();
        }
        Err(Fault::custom("the value has the type of no member of the union"))
    }

    fn member(&mut self, index: usize) -> Result<(), Fault> {
        let Some(member) = self.shape.schema().members.get(index) else { return Ok(()) };
        let mut again = self.again()?;
        let path = Path::Member(self.path, member.name);
        let value = &mut MemberValue { shape: &mut *self.shape, index, member, path: &path, state: &mut *self.state };
        let filled = value.deserialize(&mut again);
        if self.state.note(&path, member, filled)? { Ok(()) } else { Err(Fault::custom("a union cannot be null")) }
    }
}

/// Finds the value of a key. Without a key, finds the first key whose value is not null.
struct Name<'k> {
    key: Option<&'k str>,
}

impl<'de> Visitor<'de> for Name<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = access.next_key::<Cow<'de, str>>()? {
            match self.key {
                Some(wanted) if wanted == key => found = Some(access.next_value::<String>()?),
                Some(_) => {
                    access.next_value::<IgnoredAny>()?;
                }
                None if access.next_value::<Option<IgnoredAny>>()?.is_some() && found.is_none() => {
                    found = Some(key.into_owned());
                }
                None => {}
            }
        }
        Ok(found)
    }
}

/// The member that holds what the model does not have, while its structure is read.
pub(super) struct Rest {
    index: usize,
    member: &'static Member,
    /// Key of the discriminator, which belongs to the union around the structure.
    tag: Option<&'static str>,
    name: Option<Box<str>>,
}

impl Rest {
    pub(super) fn of(schema: &'static Schema, state: &mut State<'_>) -> Option<Self> {
        if state.settings.dialect != Dialect::Alloy {
            return None;
        }
        let tag = state.tag.take();
        let mut members = schema.members.iter().enumerate();
        let (index, member) = members.find(|(_, member)| member.traits.json_unknown)?;
        Some(Self { index, member, tag, name: None })
    }

    /// Place for a key that is not the name of a member.
    pub(super) fn name(&mut self) -> &mut Option<Box<str>> {
        self.name = None;
        &mut self.name
    }

    /// Whether the value of the key belongs to this member. A key with its name does.
    pub(super) fn takes(&mut self, index: usize) -> bool {
        if index == self.index {
            self.name = Some(self.member.name.into());
        }
        self.name.as_deref().is_some_and(|name| self.tag != Some(name))
    }

    /// Adds the value of the key.
    pub(super) fn value<'r, 's>(
        &'r self,
        shape: &'r mut dyn Reflect,
        path: &'r Path<'r>,
        state: &'r mut State<'s>,
    ) -> RestValue<'r, 's> {
        RestValue { rest: self, shape, path, state }
    }
}

/// A value of a member that holds what the model does not have.
pub(super) struct RestValue<'r, 's> {
    rest: &'r Rest,
    shape: &'r mut dyn Reflect,
    path: &'r Path<'r>,
    state: &'r mut State<'s>,
}

impl<'de> DeserializeSeed<'de> for RestValue<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { rest: Rest { index, member, name, .. }, shape, path, state } = self;
        let (Slot::Map(map), Some(name)) = (shape.slot(*index, FILL), name) else {
            return IgnoredAny::deserialize(deserializer).map(drop);
        };
        state.charge(map.insert_cost())?;
        let path = Path::Member(path, member.name);
        let target = member.target.members.last().map_or(member.target, |value| value.target);
        fill(map.insert(name, FILL), target, TimestampFormat::DateTime, &path, state, deserializer)
    }
}

/// Appends the entries of a member that holds what the model does not have, as members of the object that began at
/// `start`.
pub(super) fn write_rest(out: &mut Vec<u8>, start: usize, value: Ref<'_>) {
    let Ref::Map(map) = value else { return };
    map.each(&mut |key, value| {
        let Ref::Document(value) = value else { return true };
        if out.len() > start {
            out.push(b',');
        }
        string(out, key);
        out.push(b':');
        write_document(out, value);
        true
    });
}
