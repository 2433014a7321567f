//! Reader of JSON: visitors that fill structures, unions and slots.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use super::collections::{Elements, Entries};
use super::fault::Fault;
use super::key::{Key, Keys, Order};
use super::leaf::{BigNumbers, LeafOptions, Text, document, leaf};
use super::parser::Parser;
use super::{Dialect, Error, Settings, styled};
use crate::codec::members::{REPEATED, Seen, set_null};
use crate::constraint::Path;
use crate::memory::{Extent, Reading};
use crate::reflect::{Fill, Reflect, Slot};
use crate::schema::{Bindings, Kind, Member, Schema, TimestampFormat};

const FILL: Fill = Fill::VALUE;

/// Fills a structure from the JSON object in `bytes`. Missing required members are added to `reading`.
/// [`Settings::bindings`] selects the members that are in the body.
///
/// # Errors
/// If the bytes are not JSON, are nested more than 128 levels deep, or do not match the structure's schema.
pub fn read(bytes: &[u8], settings: Settings, shape: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Error> {
    let text = text(bytes)?;
    styled::check_depth(settings, text)?;
    let mut state = State::of(settings, text, reading);
    let bindings = settings.bindings;
    let schema = shape.schema();
    let mut parser = Parser::new(text, settings.strictness);
    let filled = parser
        .deserialize_map(&mut Members { shape, path: &Path::Root, bindings, state: &mut state })
        .and_then(|()| parser.end());
    state.hidden |= schema.sensitive;
    filled.map_err(|error| state.error(&error))
}

/// Fills the value of a member, such as an HTTP payload.
///
/// # Errors
/// The same as those of [`read`].
pub fn read_value(
    bytes: &[u8],
    settings: Settings,
    member: &'static Member,
    slot: Slot<'_>,
    reading: &mut Reading,
) -> Result<(), Error> {
    let text = text(bytes)?;
    styled::check_depth(settings, text)?;
    let mut state = State::of(settings, text, reading);
    let path = Path::Member(&Path::Root, member.name);
    let mut parser = Parser::new(text, settings.strictness);
    let filled =
        fill(slot, member.target, settings.format(member), &path, &mut state, &mut parser).and_then(|()| parser.end());
    state.hidden |= member.is_sensitive();
    filled.map_err(|error| state.error(&error))
}

/// Checks UTF-8 once, so that the parser does not check each string.
fn text(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| Error::new(String::new(), error.to_string()))
}

/// Fills a slot from a self-describing format of `serde`. Strict reading has the rules of servers, lenient reading
/// those of clients.
///
/// # Errors
/// If the deserializer fails, or the value does not match the schema.
#[cfg(feature = "serde")]
pub(crate) fn read_from<'de, D: Deserializer<'de>>(
    deserializer: D,
    schema: &'static Schema,
    slot: Slot<'_>,
    strictness: crate::codec::Strictness,
    reading: &mut Reading,
) -> Result<(), D::Error> {
    let settings = Settings {
        use_json_name: false,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::DateTime,
        strictness,
        // Ignores `@timestampFormat`, which is for the wire.
        dialect: Dialect::RpcV2,
    };
    let mut state = State { big_numbers: BigNumbers::Text, ..State::new(settings, reading) };
    fill(slot, schema, settings.timestamp_format, &Path::Root, &mut state, deserializer)
        .map_err(|error| if state.hidden || schema.sensitive { D::Error::custom(HIDDEN) } else { error })
}

/// Shared state of all visitors of a message.
pub(super) struct State<'s> {
    pub(super) settings: Settings,
    big_numbers: BigNumbers,
    pub(super) reading: &'s mut Reading,
    /// Bytes that may still be read again, to find the member of a union.
    pub(super) again: usize,
    /// Key of the discriminator of the structure that is read next.
    pub(super) tag: Option<&'static str>,
    /// The order of members.
    order: Order,
    /// Path of the first error.
    error_path: Option<String>,
    /// Whether the error is in a sensitive value.
    hidden: bool,
}

/// Error message that replaces that of the parser, which could contain a sensitive value.
const HIDDEN: &str = "not a value of the member's type";

impl<'s> State<'s> {
    fn new(settings: Settings, reading: &'s mut Reading) -> Self {
        let big_numbers = match settings.dialect {
            Dialect::Aws | Dialect::Alloy => BigNumbers::Raw,
            #[cfg(feature = "conformance")]
            Dialect::Canonical => BigNumbers::Raw,
            Dialect::RpcV2 => BigNumbers::Quoted,
        };
        let order = Order::default();
        Self { settings, big_numbers, reading, again: 0, tag: None, order, error_path: None, hidden: false }
    }

    /// The state for a message in bytes.
    fn of(settings: Settings, text: &str, reading: &'s mut Reading) -> Self {
        Self { again: styled::budget(text), ..Self::new(settings, reading) }
    }

    /// Charges the growth of a list.
    pub(super) fn grow<E: serde_core::de::Error>(&mut self, growth: usize) -> Result<(), E> {
        self.reading.budget.grow(growth).map_err(E::custom)
    }

    /// Charges an allocation.
    pub(super) fn charge<E: serde_core::de::Error>(&mut self, size: usize) -> Result<(), E> {
        self.reading.budget.charge(size).map_err(E::custom)
    }

    fn keys(&self, schema: &'static Schema, bindings: Bindings) -> Keys {
        let has_text = match self.big_numbers {
            BigNumbers::Raw | BigNumbers::Quoted => true,
            #[cfg(feature = "serde")]
            BigNumbers::Text => false,
        };
        Keys::of(schema, has_text, self.settings.use_json_name, bindings)
    }

    fn leaf_options(&self) -> LeafOptions {
        LeafOptions { strictness: self.settings.strictness, big_numbers: self.big_numbers }
    }

    /// Forgets the path of an error that is not reported.
    pub(super) fn forget_error(&mut self) {
        self.error_path = None;
    }

    /// Adds to the path of an error, from the innermost value outwards.
    pub(super) fn note<T, E>(&mut self, path: &Path<'_>, member: &Member, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            self.note_error(path, member);
        }
        result
    }

    #[cold]
    fn note_error(&mut self, path: &Path<'_>, member: &Member) {
        self.hidden |= member.is_sensitive();
        if self.error_path.is_none() {
            self.error_path = Some(path.pointer());
        }
    }

    /// Returns the error of reading a message.
    fn error(self, error: &Fault) -> Error {
        let path = self.error_path.unwrap_or_default();
        if self.hidden && error.is_data() {
            Error::new(path, HIDDEN.to_owned())
        } else {
            Error::new(path, in_terms_of_json(error.to_string()))
        }
    }
}

/// Returns the message with the names of JSON in place of those of serde.
fn in_terms_of_json(message: String) -> String {
    let names = [("invalid type: sequence", "invalid type: array"), ("invalid type: map", "invalid type: object")];
    let found =
        names.iter().find_map(|(theirs, ours)| message.strip_prefix(theirs).map(|rest| format!("{ours}{rest}")));
    found.unwrap_or(message)
}

/// Visitor that fills a structure or union from an object.
pub(super) struct Members<'a, 's> {
    pub(super) shape: &'a mut dyn Reflect,
    pub(super) path: &'a Path<'a>,
    pub(super) bindings: Bindings,
    pub(super) state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for &mut Members<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let schema = self.shape.schema();
        if schema.kind == Kind::Union { self.union(schema, access) } else { self.structure(schema, access) }
    }
}

impl Members<'_, '_> {
    fn structure<'de, A: MapAccess<'de>>(&mut self, schema: &'static Schema, mut access: A) -> Result<(), A::Error> {
        let Members { shape, path, bindings, state } = self;
        let (shape, bindings): (&mut dyn Reflect, _) = (&mut **shape, *bindings);
        let keys = state.keys(schema, bindings);
        let mut seen = Seen::default();
        // One more than the index of the last member.
        let mut after = 0;
        let mut rest = styled::Rest::of(schema, state);
        loop {
            let unknown = rest.as_mut().map(styled::Rest::name);
            let guess = state.order.expected(schema, after);
            let Some(index) = access.next_key_seed(&mut Key { keys: &keys, guess, unknown })? else { break };
            if let Some(rest) = &mut rest
                && rest.takes(index)
            {
                access.next_value_seed(rest.value(shape, path, state))?;
                continue;
            }
            let member = schema.members.get(index).filter(|member| member.in_body(bindings));
            let Some(member) = member else {
                access.next_value::<IgnoredAny>()?;
                continue;
            };
            // Unless the structure of a message is recursive, no other object has its order.
            if index != guess && !matches!(path, Path::Root) {
                state.order.note(schema, after, index);
            }
            after = index + 1;
            let path = Path::Member(path, member.name);
            if seen.is_repeated(index, state.settings.strictness) {
                return state.note(&path, member, Err(A::Error::custom(REPEATED)));
            }
            let filled =
                access.next_value_seed(&mut MemberValue { shape: &mut *shape, index, member, path: &path, state });
            if state.note(&path, member, filled)? {
                seen.mark(index);
            }
        }
        seen.close(shape, |member| member.in_body(bindings) && !member.traits.json_unknown, path, state.reading);
        Ok(())
    }

    fn union<'de, A: MapAccess<'de>>(&mut self, schema: &'static Schema, mut access: A) -> Result<(), A::Error> {
        let Members { shape, path, state, .. } = self;
        let shape: &mut dyn Reflect = &mut **shape;
        let mut variant = false;
        let mut unknown = None;
        // A variant without a value, as `serde` writes unknown variants.
        let mut empty = None;
        let keys = state.keys(schema, Bindings::Ignored);
        loop {
            let mut name = None;
            let key = &mut Key { keys: &keys, guess: 0, unknown: Some(&mut name) };
            let Some(index) = access.next_key_seed(key)? else { break };
            match schema.members.get(index) {
                Some(member) => {
                    let path = Path::Member(path, member.name);
                    let filled = access.next_value_seed(&mut MemberValue {
                        shape: &mut *shape,
                        index,
                        member,
                        path: &path,
                        state,
                    });
                    if !state.note(&path, member, filled)? {
                        empty = Some(member.name.into());
                    } else if std::mem::replace(&mut variant, true) {
                        return Err(A::Error::custom("a union must have exactly one member"));
                    }
                }
                None => {
                    // `__type` names the shape; it is not a variant.
                    let is_empty = access.next_value::<Option<IgnoredAny>>()?.is_none();
                    if name.as_deref() != Some("__type") {
                        *(if is_empty { &mut empty } else { &mut unknown }) = name;
                    }
                }
            }
        }
        match (variant, unknown) {
            (true, None) => Ok(()),
            (true, Some(_)) if !state.settings.strictness.is_strict() => Ok(()),
            (true, Some(_)) => Err(A::Error::custom("a union must have exactly one member")),
            (false, _) if state.settings.strictness.is_strict() => {
                Err(A::Error::custom("a union must have exactly one of its members"))
            }
            (false, name) => {
                shape.set_unknown(&name.or(empty).unwrap_or_default(), FILL);
                Ok(())
            }
        }
    }
}

/// Fills a member, unless the value is null. Returns whether it was filled.
pub(super) struct MemberValue<'a, 's> {
    pub(super) shape: &'a mut dyn Reflect,
    pub(super) index: usize,
    pub(super) member: &'static Member,
    pub(super) path: &'a Path<'a>,
    pub(super) state: &'a mut State<'s>,
}

impl<'de> DeserializeSeed<'de> for &mut MemberValue<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        if self.member.target.kind == Kind::Document && !self.member.traits.nullable {
            // A document may be null.
            let slot = self.shape.slot(self.index, FILL);
            let format = TimestampFormat::EpochSeconds;
            return fill(slot, self.member.target, format, self.path, self.state, deserializer).map(|()| true);
        }
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for &mut MemberValue<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E>(self) -> Result<bool, E> {
        Ok(set_null(self.shape, self.index, self.member))
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(set_null(self.shape, self.index, self.member))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let extent = Extent::of(self.shape);
        match self.shape.slot(self.index, FILL) {
            // Most members are strings.
            Slot::Str(place) => deserializer.deserialize_str(Text(place)),
            slot => {
                self.state.charge(extent.boxed(&slot))?;
                let format = self.state.settings.format(self.member);
                fill(slot, self.member.target, format, self.path, self.state, deserializer)
            }
        }?;
        Ok(true)
    }
}

/// Fills a slot from a value that is not null.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    schema: &'static Schema,
    format: TimestampFormat,
    path: &Path<'_>,
    state: &mut State<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    match slot {
        Slot::Shape(shape) if state.settings.dialect == Dialect::Alloy && styled::applies(shape.schema()) => {
            styled::read(shape, path, state, deserializer)
        }
        Slot::Shape(shape) => {
            deserializer.deserialize_map(&mut Members { shape, path, bindings: Bindings::Ignored, state })
        }
        Slot::List(list) => deserializer.deserialize_seq(&mut Elements { list, schema, path, state }),
        Slot::Map(map) => deserializer.deserialize_map(&mut Entries { map, schema, path, state }),
        Slot::Document(place) => {
            *place = document(deserializer, state.leaf_options(), &mut state.reading.budget)?;
            Ok(())
        }
        leaf_slot => leaf(leaf_slot, format, state.leaf_options(), deserializer),
    }
}

#[cfg(test)]
mod tests {
    use std::any::Any;

    use super::super::key::SLOW_KEYS;
    use super::*;
    use crate::member;
    use crate::reflect::{Described, Description, Field, Ref, Visitor};
    use crate::schema::prelude::INTEGER;

    /// A structure with more than 64 members.
    struct Wide([i32; 70]);

    static WIDE: Schema = Schema::structure("example#Wide", &WIDE_MEMBERS);
    static WIDE_MEMBERS: [Member; 70] = {
        let mut members = [const { member!("other", INTEGER).required() }; 70];
        members[3] = member!("three", INTEGER).required();
        members[68] = member!("sixtyEight", INTEGER).required();
        members[69] = member!("sixtyNine", INTEGER).default(crate::schema::DefaultValue::Integer(7));
        members
    };

    impl Described for Wide {
        fn describe(&self) -> (Description, Option<&dyn Any>) {
            (Description::of(&WIDE), None)
        }
    }

    impl Reflect for Wide {
        fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool {
            self.0.iter().enumerate().all(|(index, value)| visitor.member(index, Ref::Int(*value)))
        }

        fn field(&mut self, member: usize, _: Fill) -> Option<&mut dyn Field> {
            self.0.get_mut(member).map(|value| value as _)
        }
    }

    const SETTINGS: Settings = Settings {
        use_json_name: true,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strictness: crate::codec::Strictness::Strict,
        dialect: Dialect::Aws,
    };

    #[test]
    fn members_beyond_the_first_64_are_found_and_defaulted() {
        let mut wide = Wide([0; 70]);
        let mut reading = Reading::default();
        read(br#"{"sixtyEight":68,"three":3,"unknown":[{}]}"#, SETTINGS, &mut wide, &mut reading).expect("valid");
        assert_eq!((wide.0[3], wide.0[68], wide.0[69]), (3, 68, 7));
        assert_eq!(reading.missing().count(), 67);
        let wide: &dyn Reflect = &wide;
        assert!(matches!(wide.get(68), Ref::Int(68)));
        assert!(matches!(wide.get(70), Ref::Absent));
    }

    #[test]
    fn keys_in_the_order_of_the_model_are_taken_by_comparison() {
        let slow_keys = |text: &str| {
            let mut wide = Wide([0; 70]);
            SLOW_KEYS.set(0);
            read(text.as_bytes(), SETTINGS, &mut wide, &mut Reading::default()).expect("valid");
            (SLOW_KEYS.get(), wide.0)
        };
        let values = std::array::from_fn(|index| i32::try_from(index).expect("small"));
        let members = WIDE_MEMBERS.iter().zip(values);
        let pairs: Vec<String> = members.map(|(member, value)| format!("\"{}\":{value}", member.name)).collect();
        assert_eq!(slow_keys(&format!("{{{}}}", pairs.join(","))), (0, values));
        assert_eq!(slow_keys(&format!("{{ {} }}", pairs.join(" ,\n"))), (0, values));
        assert_eq!(slow_keys(&format!("{{{}}}", pairs.join(",").replace(':', " : "))), (0, values));
        // The member after one that is absent is searched.
        assert_eq!(slow_keys(&format!("{{{}}}", pairs[68..].join(","))).0, 1);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn errors_do_not_show_a_sensitive_root() {
        static SECRET: Schema = Schema::simple("example#Secret", Kind::Integer).sensitive();
        let mut deserializer = serde_json::Deserializer::from_str("\"1234\"");
        let read = read_from(
            &mut deserializer,
            &SECRET,
            Slot::Int(&mut 0),
            crate::codec::Strictness::Strict,
            &mut Reading::default(),
        );
        assert!(!read.expect_err("a string").to_string().contains("1234"));
    }

    #[test]
    fn invalid_utf_8_is_rejected() {
        let error = read(b"{\"three\":\"\xff\"}", SETTINGS, &mut Wide([0; 70]), &mut Reading::default());
        assert!(error.expect_err("invalid").to_string().contains("invalid utf-8"));
    }
}
