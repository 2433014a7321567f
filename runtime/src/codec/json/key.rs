//! Converts keys of JSON objects to member indices.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Visitor};

use crate::schema::{Bindings, Schema};

/// Visitor of a key. Returns the index of its member, or [`UNKNOWN`].
pub(super) struct Key<'u> {
    pub(super) schema: &'static Schema,
    /// Index of the next member if keys are in model order.
    pub(super) guess: usize,
    pub(super) use_json_name: bool,
    pub(super) bindings: Bindings,
    /// Receives a key that is not the name of a member.
    pub(super) unknown: Option<&'u mut Option<Box<str>>>,
}

const UNKNOWN: usize = usize::MAX;

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, key: &str) -> Result<usize, E> {
        match self.schema.members.get(self.guess) {
            Some(member) if member.name == key && !self.by_json_name() => Ok(self.guess),
            _ => Ok(self.search(key)),
        }
    }
}

impl Key<'_> {
    fn by_json_name(&self) -> bool {
        self.use_json_name && self.schema.sets.json_names
    }

    /// Finds the member of a key that is out of order.
    fn search(self, key: &str) -> usize {
        let members = self.schema.members;
        let found = if self.by_json_name() {
            members.iter().position(|member| {
                let name = member.json_name.map_or(member.name, |json| json.name);
                name == key && member.in_body(self.bindings)
            })
        } else {
            members.iter().position(|member| member.name == key)
        };
        if let (None, Some(unknown)) = (found, self.unknown) {
            *unknown = Some(key.into());
        }
        found.unwrap_or(UNKNOWN)
    }
}
