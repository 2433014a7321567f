//! Reflection of leaves and containers, which generated code does not implement.

use std::collections::BTreeMap;

use crate::memory;
use crate::reflect::{Absent, Fill, Key, ListRef, ListSlot, MapRef, MapSlot, Ref, Slot, Value};
use crate::schema::DefaultValue;
use crate::types::{BigDecimal, BigInteger, Blob, Document, Timestamp};

macro_rules! scalar {
    ($($type:ty: $variant:ident)*) => {
        $(
            impl Value for $type {
                type Access = Absent;

                fn get(&self) -> Ref<'_> {
                    Ref::$variant(*self)
                }

                fn slot(&mut self, _: Fill) -> Slot<'_> {
                    Slot::$variant(self)
                }

                fn blank(_: Fill) -> Self {
                    Self::default()
                }
            }
        )*
    };
}

scalar! { bool: Bool i8: Byte i16: Short i32: Int i64: Long f32: Float f64: Double Timestamp: Timestamp }

macro_rules! leaf {
    ($($type:ty: $variant:ident)*) => {
        $(
            impl Value for $type {
                type Access = Absent;

                fn get(&self) -> Ref<'_> {
                    Ref::$variant(self)
                }

                fn slot(&mut self, _: Fill) -> Slot<'_> {
                    Slot::$variant(self)
                }

                fn blank(_: Fill) -> Self {
                    Self::default()
                }
            }
        )*
    };
}

leaf! { String: Str BigInteger: BigInteger BigDecimal: BigDecimal Blob: Blob Document: Document }

impl<T: Value> Value for Option<T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        match self {
            Some(value) => value.get(),
            None => Ref::Absent,
        }
    }

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        if self.is_none() {
            *self = Some(T::blank(fill));
        }
        match self {
            Some(value) => value.slot(fill),
            None => Slot::Ignore,
        }
    }

    fn blank(_: Fill) -> Self {
        None
    }
}

impl<T: Value> Value for Box<T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        (**self).get()
    }

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        (**self).slot(fill)
    }

    fn blank(fill: Fill) -> Self {
        Self::new(T::blank(fill))
    }
}

impl<T: Value> Value for Vec<T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        Ref::List(self)
    }

    fn slot(&mut self, _: Fill) -> Slot<'_> {
        Slot::List(self)
    }

    fn blank(_: Fill) -> Self {
        Self::new()
    }
}

impl<T: Value> ListRef for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Ref<'_> {
        match self.as_slice().get(index) {
            Some(element) => element.get(),
            None => Ref::Absent,
        }
    }
}

impl<T: Value> ListSlot for Vec<T> {
    fn clear(&mut self, _: Fill) {
        self.clear();
    }

    fn push(&mut self, fill: Fill) -> Slot<'_> {
        // Unlike `push`, this creates the element in its place.
        self.resize_with(self.len() + 1, || T::blank(fill));
        match self.last_mut() {
            Some(element) if !fill.is_blank() => element.slot(fill),
            _ => Slot::Ignore,
        }
    }

    fn push_cost(&self) -> usize {
        memory::push_cost(self)
    }
}

impl<K: Key, T: Value> Value for BTreeMap<K, T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        Ref::Map(self)
    }

    fn slot(&mut self, _: Fill) -> Slot<'_> {
        Slot::Map(self)
    }

    fn blank(_: Fill) -> Self {
        Self::new()
    }
}

impl<K: Key, T: Value> MapRef for BTreeMap<K, T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Ref<'a>) -> bool) {
        for (key, value) in self {
            if !visit(key.as_key(), value.get()) {
                break;
            }
        }
    }
}

impl<K: Key, T: Value> MapSlot for BTreeMap<K, T> {
    fn clear(&mut self, _: Fill) {
        self.clear();
    }

    fn insert(&mut self, key: &str, fill: Fill) -> Slot<'_> {
        let value = self.entry(K::from_key(key, fill)).or_insert_with(|| T::blank(fill));
        *value = T::blank(fill);
        if fill.is_blank() { Slot::Ignore } else { value.slot(fill) }
    }

    fn insert_cost(&self) -> usize {
        memory::insert_cost(self)
    }
}

impl Key for String {
    fn as_key(&self) -> &str {
        self
    }

    fn from_key(key: &str, _: Fill) -> Self {
        key.to_owned()
    }
}

/// Sets the member at `index` to its default, if it has one.
pub(crate) fn apply_default(shape: &mut dyn crate::reflect::Reflect, index: usize) {
    let Some(default) = shape.schema().members.get(index).and_then(|member| member.traits.default) else { return };
    // Accessing the slot of an optional member creates a value.
    if default != DefaultValue::Null {
        fill_default(shape.slot(index, Fill::VALUE), default);
    }
}

/// Sets the slot of a blank value to a default.
pub(crate) fn fill_default(slot: Slot<'_>, default: DefaultValue) {
    let fill = Fill::VALUE;
    match (slot, default) {
        (Slot::Bool(place), DefaultValue::Bool(value)) => *place = value,
        (Slot::Byte(place), DefaultValue::Integer(value)) => *place = i8::try_from(value).unwrap_or_default(),
        (Slot::Short(place), DefaultValue::Integer(value)) => *place = i16::try_from(value).unwrap_or_default(),
        (Slot::Int(place), DefaultValue::Integer(value)) => *place = i32::try_from(value).unwrap_or_default(),
        (Slot::IntEnum(place), DefaultValue::Integer(value)) => {
            place.set(i32::try_from(value).unwrap_or_default(), fill);
        }
        (Slot::Long(place), DefaultValue::Integer(value)) => *place = value,
        (Slot::Float(place), DefaultValue::Integer(value)) => *place = value as f32,
        (Slot::Float(place), DefaultValue::Float(value)) => *place = value as f32,
        (Slot::Double(place), DefaultValue::Integer(value)) => *place = value as f64,
        (Slot::Double(place), DefaultValue::Float(value)) => *place = value,
        (Slot::BigInteger(place), DefaultValue::Integer(value)) => *place = value.into(),
        (Slot::BigDecimal(place), DefaultValue::Integer(value)) => *place = value.into(),
        (Slot::BigInteger(place), DefaultValue::Number(text)) => *place = text.parse().unwrap_or_default(),
        (Slot::BigDecimal(place), DefaultValue::Number(text)) => *place = text.parse().unwrap_or_default(),
        (Slot::Timestamp(place), DefaultValue::Integer(value)) => {
            *place = Timestamp::from_unix(value, 0).unwrap_or_default();
        }
        (Slot::Timestamp(place), DefaultValue::Timestamp(seconds, nanoseconds)) => {
            *place = Timestamp::from_unix(seconds, nanoseconds).unwrap_or_default();
        }
        (Slot::Str(place), DefaultValue::Str(value)) => value.clone_into(place),
        (Slot::Enum(place), DefaultValue::Str(value)) => place.set(value, fill),
        (Slot::Blob(place), DefaultValue::Str(value)) => *place = Blob::from(value),
        (Slot::Blob(place), DefaultValue::Bytes(value)) => *place = Blob::from(value),
        (Slot::Document(place), DefaultValue::Bool(value)) => *place = value.into(),
        (Slot::Document(place), DefaultValue::Integer(value)) => *place = value.into(),
        (Slot::Document(place), DefaultValue::Float(value)) => *place = value.into(),
        (Slot::Document(place), DefaultValue::Number(text)) => {
            *place = text.parse().map(Document::Number).unwrap_or_default();
        }
        (Slot::Document(place), DefaultValue::Str(value)) => *place = value.into(),
        (Slot::Document(place), DefaultValue::EmptyList) => *place = Vec::new().into(),
        (Slot::Document(place), DefaultValue::EmptyMap) => *place = BTreeMap::new().into(),
        // Blank lists and maps are empty.
        _ => {}
    }
}
