//! JSON to values: visitors that fill slots.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::value::RawValue;

use super::Settings;
use super::document::Wire;
use crate::constraint::{Constraint, Path, Violation, Violations};
use crate::reflect::{Fill, ListSlot, MapSlot, Reflect, Slot};
use crate::schema::{Binding, Kind, Member, Schema, TimestampFormat};
use crate::types::{Blob, Timestamp};

const FILL: Fill = Fill(());

/// The bytes are no JSON, or not of the expected shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    path: String,
    message: String,
}

impl Error {
    pub(super) fn new(path: String, error: &serde_json::Error) -> Self {
        Self { path, message: error.to_string() }
    }

    /// An error found outside of the parser.
    #[cfg(any(feature = "client", feature = "server"))]
    pub(crate) fn message(member: &str, message: &str) -> Self {
        Self { path: format!("/{member}"), message: message.to_owned() }
    }

    /// The same, found in the member `name`.
    #[cfg(any(feature = "client", feature = "server"))]
    #[must_use]
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.path.insert_str(0, name);
        self.path.insert(0, '/');
        self
    }

    /// Where: a JSON pointer by member names; empty for the whole body.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Fills a structure from the JSON object in `bytes`. Required members that the object lacks are added to `missing`; with
/// [`Settings::use_bindings`], only members that stand in the body are looked at.
///
/// # Errors
/// When the bytes are no JSON, nested more than 128 levels deep, or not of the structure's shape.
pub fn read(bytes: &[u8], settings: Settings, shape: &mut dyn Reflect, missing: &mut Violations) -> Result<(), Error> {
    let mut state = State { settings, missing, error_path: None };
    let body_only = settings.use_bindings;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let filled = deserializer
        .deserialize_map(Members { shape, path: &Path::Root, body_only, state: &mut state })
        .and_then(|()| deserializer.end());
    filled.map_err(|error| Error::new(state.error_path.take().unwrap_or_default(), &error))
}

/// Fills the value of a member, such as an HTTP payload.
///
/// # Errors
/// As [`read`].
pub fn read_value(
    bytes: &[u8],
    settings: Settings,
    member: &'static Member,
    slot: Slot<'_>,
    missing: &mut Violations,
) -> Result<(), Error> {
    let mut state = State { settings, missing, error_path: None };
    let path = Path::Member(&Path::Root, member.name);
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let filled = fill(slot, member.target, settings.format(member), &path, &mut state, &mut deserializer)
        .and_then(|()| deserializer.end());
    filled.map_err(|error| Error::new(state.error_path.take().unwrap_or_default(), &error))
}

struct State<'s> {
    settings: Settings,
    missing: &'s mut Violations,
    /// Where the first error was.
    error_path: Option<String>,
}

impl State<'_> {
    /// Notes where an error was, the innermost place first.
    fn note<T, E>(&mut self, path: &Path<'_>, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() && self.error_path.is_none() {
            self.error_path = Some(path.pointer());
        }
        result
    }
}

/// Which members were seen.
#[derive(Default)]
struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    fn mark(&mut self, index: usize) {
        if index < 64 {
            self.first |= 1 << index;
        } else {
            let word = index / 64 - 1;
            if self.rest.len() <= word {
                self.rest.resize(word + 1, 0);
            }
            if let Some(bits) = self.rest.get_mut(word) {
                *bits |= 1 << (index % 64);
            }
        }
    }

    fn has(&self, index: usize) -> bool {
        let bits = if index < 64 { Some(&self.first) } else { self.rest.get(index / 64 - 1) };
        bits.is_some_and(|bits| bits & (1 << (index % 64)) != 0)
    }
}

/// Fills the members of a structure or union from an object.
struct Members<'a, 's> {
    shape: &'a mut dyn Reflect,
    path: &'a Path<'a>,
    body_only: bool,
    state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for Members<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        if self.shape.schema().kind == Kind::Union { self.union(access) } else { self.structure(access) }
    }
}

impl Members<'_, '_> {
    fn structure<'de, A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Members { shape, path, body_only, state } = self;
        let schema = shape.schema();
        let mut seen = Seen::default();
        let mut guess = 0;
        while let Some(key) = access.next_key_seed(Key { schema, settings: state.settings, guess, body_only })? {
            let Some((index, member)) = key.ok().and_then(|index| Some((index, schema.members.get(index)?))) else {
                access.next_value::<IgnoredAny>()?;
                continue;
            };
            guess = index + 1;
            let path = Path::Member(path, member.name);
            let filled = access.next_value_seed(MemberValue {
                shape: &mut *shape,
                index,
                member,
                path: &path,
                state: &mut *state,
            });
            if state.note(&path, filled)? {
                seen.mark(index);
            }
        }
        for (index, member) in schema.members.iter().enumerate() {
            if seen.has(index) || (body_only && member.binding != Binding::Body) {
                continue;
            }
            if member.default.is_some() {
                crate::value::apply_default(shape, index);
            } else if member.required {
                state.missing.push(Violation {
                    path: Path::Member(path, member.name).pointer(),
                    constraint: Constraint::Required,
                });
            }
        }
        Ok(())
    }

    fn union<'de, A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Members { shape, path, state, .. } = self;
        let schema = shape.schema();
        let mut variant = false;
        let mut unknown = None;
        while let Some(key) =
            access.next_key_seed(Key { schema, settings: state.settings, guess: 0, body_only: false })?
        {
            match key.map(|index| (index, &schema.members[index])) {
                Ok((index, member)) => {
                    let path = Path::Member(path, member.name);
                    let filled = access.next_value_seed(MemberValue {
                        shape: &mut *shape,
                        index,
                        member,
                        path: &path,
                        state: &mut *state,
                    });
                    if state.note(&path, filled)? && std::mem::replace(&mut variant, true) {
                        return Err(A::Error::custom("a union has exactly one member"));
                    }
                }
                Err(name) => {
                    // `__type` says which shape it is; it is no variant.
                    if access.next_value::<Option<IgnoredAny>>()?.is_some() && &*name != "__type" {
                        unknown = Some(name);
                    }
                }
            }
        }
        match (variant, unknown) {
            (true, None) => Ok(()),
            (true, Some(_)) if !state.settings.strict => Ok(()),
            (true, Some(_)) => Err(A::Error::custom("a union has exactly one member")),
            (false, _) if state.settings.strict => Err(A::Error::custom("a union has exactly one of its members")),
            (false, name) => {
                shape.set_unknown(&name.unwrap_or_default(), FILL);
                Ok(())
            }
        }
    }
}

/// Finds the member of a key: its index, or the key itself where there is none.
struct Key {
    schema: &'static Schema,
    settings: Settings,
    /// The member that comes next when keys come in model order.
    guess: usize,
    body_only: bool,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Result<usize, Box<str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Result<usize, Box<str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        let is =
            |member: &Member| self.settings.name(member) == key && !(self.body_only && member.binding != Binding::Body);
        let members = self.schema.members;
        let guess = self.guess.min(members.len());
        let (before, after) = members.split_at(guess);
        let found = after.iter().position(is).map(|index| guess + index).or_else(|| before.iter().position(is));
        Ok(found.ok_or_else(|| if self.schema.kind == Kind::Union { key.into() } else { Box::default() }))
    }
}

/// Fills a member's slot; a null leaves it alone. Says whether it was filled.
struct MemberValue<'a, 's> {
    shape: &'a mut dyn Reflect,
    index: usize,
    member: &'static Member,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl<'de> DeserializeSeed<'de> for MemberValue<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        if self.member.target.kind == Kind::Document {
            // A document may be null itself.
            let slot = self.shape.slot(self.index, FILL);
            return leaf(slot, TimestampFormat::EpochSeconds, self.state, deserializer).map(|()| true);
        }
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for MemberValue<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let slot = self.shape.slot(self.index, FILL);
        let format = self.state.settings.format(self.member);
        fill(slot, self.member.target, format, self.path, self.state, deserializer).map(|()| true)
    }
}

/// Fills an element of a list; a null becomes a blank where the list is sparse.
struct Element<'a, 's> {
    list: &'a mut dyn ListSlot,
    sparse: bool,
    member: &'static Member,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Element<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        if self.sparse || self.member.target.kind == Kind::Document {
            self.list.push_blank(FILL);
            Ok(())
        } else if self.state.settings.strict {
            Err(E::custom("null in a list that is not sparse"))
        } else {
            Ok(())
        }
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let slot = self.list.push(FILL);
        let format = self.state.settings.format(self.member);
        fill(slot, self.member.target, format, self.path, self.state, deserializer)
    }
}

/// Fills a map's value; a null becomes a blank where the map is sparse.
struct Entry<'a, 's> {
    map: &'a mut dyn MapSlot,
    key: &'a str,
    sparse: bool,
    member: &'static Member,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl<'de> DeserializeSeed<'de> for Entry<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Entry<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        if self.sparse || self.member.target.kind == Kind::Document {
            self.map.insert_blank(self.key, FILL);
            Ok(())
        } else if self.state.settings.strict {
            Err(E::custom("null in a map that is not sparse"))
        } else {
            Ok(())
        }
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let slot = self.map.insert(self.key, FILL);
        let format = self.state.settings.format(self.member);
        fill(slot, self.member.target, format, self.path, self.state, deserializer)
    }
}

/// Fills any slot from a value that is not null.
fn fill<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    schema: &'static Schema,
    format: TimestampFormat,
    path: &Path<'_>,
    state: &mut State<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    match slot {
        Slot::Shape(shape) => deserializer.deserialize_map(Members { shape, path, body_only: false, state }),
        Slot::List(list) => deserializer.deserialize_seq(Elements { list, schema, path, state }),
        Slot::Map(map) => deserializer.deserialize_map(Entries { map, schema, path, state }),
        leaf_slot => leaf(leaf_slot, format, state, deserializer),
    }
}

struct Elements<'a, 's> {
    list: &'a mut dyn ListSlot,
    schema: &'static Schema,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some(member) = self.schema.members.first() else { return Ok(()) };
        for index in 0.. {
            let path = Path::Element(self.path, index);
            let (list, state, sparse) = (&mut *self.list, &mut *self.state, self.schema.sparse);
            let filled = access.next_element_seed(Element { list, sparse, member, path: &path, state });
            if self.state.note(&path, filled)?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

struct Entries<'a, 's> {
    map: &'a mut dyn MapSlot,
    schema: &'static Schema,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for Entries<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let [_, member] = self.schema.members else { return Ok(()) };
        while let Some(key) = access.next_key::<String>()? {
            let path = Path::Member(self.path, &key);
            let (map, state, sparse) = (&mut *self.map, &mut *self.state, self.schema.sparse);
            let filled = access.next_value_seed(Entry { map, key: &key, sparse, member, path: &path, state });
            self.state.note(&path, filled)?;
        }
        Ok(())
    }
}

/// Fills a slot that is no aggregate.
fn leaf<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    format: TimestampFormat,
    state: &State<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    let strict = state.settings.strict;
    match slot {
        Slot::Str(place) => deserializer.deserialize_str(Text(place)),
        Slot::Enum(place) => deserializer.deserialize_str(With("a string", |text: &str| {
            place.set(text, FILL);
            Some(())
        })),
        Slot::Bool(place) => Deserialize::deserialize(deserializer).map(|value| *place = value),
        Slot::Byte(place) => integer(deserializer, strict, "a byte").map(|value| *place = value),
        Slot::Short(place) => integer(deserializer, strict, "a short").map(|value| *place = value),
        Slot::Int(place) => integer(deserializer, strict, "an integer").map(|value| *place = value),
        Slot::Long(place) => integer(deserializer, strict, "a long").map(|value| *place = value),
        Slot::IntEnum(place) => integer(deserializer, strict, "an integer").map(|value| place.set(value, FILL)),
        Slot::Float(place) => deserializer.deserialize_any(Float).map(|value| *place = value as f32),
        Slot::Double(place) => deserializer.deserialize_any(Float).map(|value| *place = value),
        Slot::Timestamp(place) if format == TimestampFormat::EpochSeconds => {
            let seconds = deserializer.deserialize_f64(Seconds)?;
            *place = Timestamp::from_epoch_seconds(seconds).map_err(D::Error::custom)?;
            Ok(())
        }
        Slot::Timestamp(place) => deserializer.deserialize_str(With("a timestamp", |text: &str| {
            *place = Timestamp::parse(text, format).ok()?;
            Some(())
        })),
        Slot::Blob(place) => deserializer.deserialize_str(With("base64", |text: &str| {
            *place = Blob::from(STANDARD.decode(text).ok()?);
            Some(())
        })),
        Slot::BigInteger(place) => {
            let raw = <&RawValue>::deserialize(deserializer)?;
            *place = raw.get().parse().map_err(D::Error::custom)?;
            Ok(())
        }
        Slot::BigDecimal(place) => {
            let raw = <&RawValue>::deserialize(deserializer)?;
            *place = raw.get().parse().map_err(D::Error::custom)?;
            Ok(())
        }
        Slot::Document(place) => Wire::deserialize(deserializer).map(|wire| *place = wire.0),
        Slot::Ignore | Slot::Shape(_) | Slot::List(_) | Slot::Map(_) => {
            deserializer.deserialize_ignored_any(IgnoredAny).map(drop)
        }
    }
}

/// Copies a string into its place, reusing the place's memory.
struct Text<'a>(&'a mut String);

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.clear();
        self.0.push_str(text);
        Ok(())
    }
}

/// Hands a string on to a function, which says whether it is what the words say.
struct With<F>(&'static str, F);

impl<F: FnOnce(&str) -> Option<()>> Visitor<'_> for With<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        let expected = self.0;
        (self.1)(text).ok_or_else(|| E::custom(format_args!("expected {expected}")))
    }
}

fn integer<'de, D: Deserializer<'de>, T: TryFrom<i64>>(
    deserializer: D,
    strict: bool,
    expected: &'static str,
) -> Result<T, D::Error> {
    let value = deserializer.deserialize_i64(Integer { strict, expected })?;
    T::try_from(value).map_err(|_| D::Error::custom(format_args!("{value} does not fit into {expected}")))
}

struct Integer {
    strict: bool,
    expected: &'static str,
}

impl Visitor<'_> for Integer {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_i64<E>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<i64, E> {
        i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<i64, E> {
        // Some services write whole numbers with a fraction of zero.
        if !self.strict && value.fract() == 0.0 && value.abs() < 9.0e15 {
            Ok(value as i64)
        } else {
            Err(E::invalid_type(Unexpected::Float(value), &self))
        }
    }
}

struct Float;

impl Visitor<'_> for Float {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<f64, E> {
        match text {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
}

struct Seconds;

impl Visitor<'_> for Seconds {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970")
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }
}
