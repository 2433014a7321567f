//! Converts keys of JSON objects to member indices.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Visitor};

use crate::schema::{Bindings, Member, Schema};

/// The keys of a structure or union.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    schema: &'static Schema,
    /// Whether the deserializer is our parser, which recognizes expected keys by their text.
    has_text: bool,
    by_json_name: bool,
    bindings: Bindings,
}

impl Keys {
    pub(super) fn of(schema: &'static Schema, has_text: bool, use_json_name: bool, bindings: Bindings) -> Self {
        Self { schema, has_text, by_json_name: use_json_name && schema.sets.json_names, bindings }
    }

    /// The text of the key of a member.
    #[inline]
    fn text(&self, index: usize) -> Option<&'static str> {
        let member = self.schema.members.get(index)?;
        match member.traits.json_name {
            _ if !self.has_text => None,
            _ if self.by_json_name && !member.in_body(self.bindings) => None,
            Some(json) if self.by_json_name => Some(json.key),
            // Writers need the comma.
            _ => member.json_key.strip_prefix(','),
        }
    }

    /// Finds the member with this name, which probably comes after the one at `guess`.
    fn find(&self, name: &str, guess: usize) -> Option<usize> {
        let is_named = |member: &Member| match member.traits.json_name {
            _ if !self.by_json_name => member.name == name,
            json => json.map_or(member.name, |json| json.name) == name && member.in_body(self.bindings),
        };
        // In the order of the model, members before it were read already.
        let members = self.schema.members;
        let (before, after) = members.split_at_checked(guess).unwrap_or((members, &[]));
        let found = after.iter().position(is_named).map(|index| before.len() + index);
        found.or_else(|| before.iter().position(is_named))
    }
}

/// Visitor of a key. Returns the index of its member, or [`UNKNOWN`]. Passed by reference, as all visitors of several
/// fields: the processor waits for fields that were just written if they are copied together.
pub(super) struct Key<'k> {
    pub(super) keys: &'k Keys,
    /// Index of the member that is expected next.
    pub(super) guess: usize,
    /// Receives a key that is not the name of a member.
    pub(super) unknown: Option<&'k mut Option<Box<str>>>,
}

const UNKNOWN: usize = usize::MAX;

#[cfg(test)]
thread_local! {
    /// Number of keys that were not taken by comparison with the expected one.
    pub(super) static SLOW_KEYS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl<'de> DeserializeSeed<'de> for &mut Key<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        match self.keys.text(self.guess) {
            Some(text) => deserializer.deserialize_unit_struct(text, self),
            None => deserializer.deserialize_str(self),
        }
    }
}

impl Visitor<'_> for &mut Key<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_unit<E>(self) -> Result<usize, E> {
        Ok(self.guess)
    }

    fn visit_str<E>(self, key: &str) -> Result<usize, E> {
        #[cfg(test)]
        SLOW_KEYS.set(SLOW_KEYS.get() + 1);
        let found = self.keys.find(key, self.guess);
        if let (None, Some(unknown)) = (found, &mut self.unknown) {
            **unknown = Some(key.into());
        }
        Ok(found.unwrap_or(UNKNOWN))
    }
}

/// The order of members in the objects of a message. Objects of the same structure usually have the same order.
#[derive(Default)]
pub(super) struct Order {
    /// A hash table, which is empty while all objects are in the order of the model. Of pairs with the same place, it
    /// has the last one.
    pairs: Vec<Pair>,
}

/// A member that came after another one.
#[derive(Clone, Copy, Default)]
struct Pair {
    /// Address of the schema.
    schema: usize,
    /// One more than the index of the first member, or zero for the start of the object.
    after: usize,
    /// Index of the second member.
    next: usize,
}

impl Order {
    const SIZE: usize = 128;

    fn place(schema: &'static Schema, after: usize) -> (usize, usize) {
        let address = std::ptr::from_ref(schema).addr();
        (address, (address / align_of::<Schema>()).wrapping_add(after) % Self::SIZE)
    }

    /// Index of the member that is expected after another one, given as in [`Pair`]. If none came after it before, that
    /// is the next one of the model.
    #[inline]
    pub(super) fn expected(&self, schema: &'static Schema, after: usize) -> usize {
        // Most messages are in the order of the model.
        if self.pairs.is_empty() { after } else { self.find(schema, after) }
    }

    #[inline(never)]
    fn find(&self, schema: &'static Schema, after: usize) -> usize {
        let (schema, place) = Self::place(schema, after);
        match self.pairs.get(place) {
            Some(pair) if pair.schema == schema && pair.after == after => pair.next,
            _ => after,
        }
    }

    /// Notes that a member came in place of the expected one.
    #[inline(never)]
    pub(super) fn note(&mut self, schema: &'static Schema, after: usize, next: usize) {
        // Members that were skipped are absent.
        if self.pairs.is_empty() && next >= after {
            return;
        }
        self.pairs.resize(Self::SIZE, Pair::default());
        let (schema, place) = Self::place(schema, after);
        if let Some(pair) = self.pairs.get_mut(place) {
            *pair = Pair { schema, after, next };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::member;
    use crate::schema::prelude::STRING;

    #[test]
    fn expected_keys_have_the_text_of_json() {
        static MEMBERS: [Member; 2] =
            [const { member!("plain", STRING) }, const { member!("named", STRING).json_name("other", "\"other\":") }];
        static SCHEMA: Schema = Schema::structure("example#Structure", &MEMBERS);
        let texts = |use_json_name| {
            let keys = Keys::of(&SCHEMA, true, use_json_name, Bindings::Ignored);
            [keys.text(0), keys.text(1), keys.text(2)]
        };
        assert_eq!(texts(false), [Some("\"plain\":"), Some("\"named\":"), None]);
        assert_eq!(texts(true), [Some("\"plain\":"), Some("\"other\":"), None]);
    }
}
