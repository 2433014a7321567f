//! Visitors that fill lists and maps from JSON arrays and objects.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::read::{State, fill};
use crate::constraint::Path;
use crate::reflect::{Fill, ListSlot, MapSlot};
use crate::schema::{Kind, Member, Schema};

const FILL: Fill = Fill::VALUE;

/// Fills an element of a list. Null becomes a blank element if the list is sparse.
struct Element<'a, 's> {
    list: &'a mut dyn ListSlot,
    sparse: bool,
    member: &'static Member,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl Element<'_, '_> {
    fn charge<E: serde_core::de::Error>(&mut self) -> Result<(), E> {
        self.state.grow(self.list.push_cost())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Element<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for &mut Element<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element")
    }

    fn visit_none<E: serde_core::de::Error>(self) -> Result<(), E> {
        if self.sparse || self.member.target.kind == Kind::Document {
            self.charge()?;
            self.list.push_blank();
            Ok(())
        } else if self.state.settings.strictness.is_strict() {
            Err(E::custom("null in a list that is not sparse"))
        } else {
            Ok(())
        }
    }

    fn visit_unit<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.charge()?;
        let slot = self.list.push(FILL);
        let format = self.state.settings.format(self.member);
        fill(slot, self.member.target, format, self.path, self.state, deserializer)
    }
}

/// Fills the value of a map entry. Null becomes a blank value if the map is sparse.
struct Entry<'a, 's> {
    map: &'a mut dyn MapSlot,
    key: &'a str,
    sparse: bool,
    member: &'static Member,
    path: &'a Path<'a>,
    state: &'a mut State<'s>,
}

impl Entry<'_, '_> {
    fn charge<E: serde_core::de::Error>(&mut self) -> Result<(), E> {
        self.state.charge(self.map.insert_cost())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Entry<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for &mut Entry<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: serde_core::de::Error>(self) -> Result<(), E> {
        if self.sparse || self.member.target.kind == Kind::Document {
            self.charge()?;
            self.map.insert_blank(self.key);
            Ok(())
        } else if self.state.settings.strictness.is_strict() {
            Err(E::custom("null in a map that is not sparse"))
        } else {
            Ok(())
        }
    }

    fn visit_unit<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.charge()?;
        let slot = self.map.insert(self.key, FILL);
        let format = self.state.settings.format(self.member);
        fill(slot, self.member.target, format, self.path, self.state, deserializer)
    }
}

/// Fills a list from an array.
pub(super) struct Elements<'a, 's> {
    pub(super) list: &'a mut dyn ListSlot,
    pub(super) schema: &'static Schema,
    pub(super) path: &'a Path<'a>,
    pub(super) state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for &mut Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some(member) = self.schema.members.first() else { return Ok(()) };
        self.list.clear(FILL);
        for index in 0.. {
            let path = Path::Element(self.path, index);
            let (list, state, sparse) = (&mut *self.list, &mut *self.state, self.schema.sparse);
            let filled = access.next_element_seed(&mut Element { list, sparse, member, path: &path, state });
            if self.state.note(&path, member, filled)?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// Fills a map from an object.
pub(super) struct Entries<'a, 's> {
    pub(super) map: &'a mut dyn MapSlot,
    pub(super) schema: &'static Schema,
    pub(super) path: &'a Path<'a>,
    pub(super) state: &'a mut State<'s>,
}

impl<'de> Visitor<'de> for &mut Entries<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let [key_member, member] = self.schema.members else { return Ok(()) };
        self.map.clear(FILL);
        while let Some(key) = access.next_key::<String>()? {
            let path = Path::entry(self.path, key_member, &key);
            let (map, state, sparse) = (&mut *self.map, &mut *self.state, self.schema.sparse);
            let filled = access.next_value_seed(&mut Entry { map, key: &key, sparse, member, path: &path, state });
            self.state.note(&path, member, filled)?;
        }
        Ok(())
    }
}
