//! Reflection of leaves and containers: written once here, so that generated code needs none for them.

use std::collections::BTreeMap;

use crate::reflect::{Fill, Key, ListRef, ListSlot, MapRef, MapSlot, Ref, Slot, Value};
use crate::types::{BigDecimal, BigInteger, Blob, Document, Timestamp};

macro_rules! scalar {
    ($($type:ty: $variant:ident)*) => {
        $(
            impl Value for $type {
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
    fn get(&self) -> Ref<'_> {
        self.as_ref().map_or(Ref::Absent, Value::get)
    }

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        self.get_or_insert_with(|| T::blank(fill)).slot(fill)
    }

    fn blank(_: Fill) -> Self {
        None
    }
}

impl<T: Value> Value for Box<T> {
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
    fn get(&self) -> Ref<'_> {
        Ref::List(self)
    }

    fn slot(&mut self, _: Fill) -> Slot<'_> {
        // A second value for the same member replaces the first.
        self.clear();
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
        self.as_slice().get(index).map_or(Ref::Absent, Value::get)
    }
}

impl<T: Value> ListSlot for Vec<T> {
    fn push(&mut self, fill: Fill) -> Slot<'_> {
        self.push(T::blank(fill));
        self.last_mut().map_or(Slot::Ignore, |element| element.slot(fill))
    }

    fn push_blank(&mut self, fill: Fill) {
        self.push(T::blank(fill));
    }
}

impl<K: Key, T: Value> Value for BTreeMap<K, T> {
    fn get(&self) -> Ref<'_> {
        Ref::Map(self)
    }

    fn slot(&mut self, _: Fill) -> Slot<'_> {
        self.clear();
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

    fn each(&self, visit: &mut dyn FnMut(&str, Ref<'_>) -> bool) {
        for (key, value) in self {
            if !visit(key.as_key(), value.get()) {
                break;
            }
        }
    }
}

impl<K: Key, T: Value> MapSlot for BTreeMap<K, T> {
    fn insert(&mut self, key: &str, fill: Fill) -> Slot<'_> {
        let value = self.entry(K::from_key(key, fill)).or_insert_with(|| T::blank(fill));
        *value = T::blank(fill);
        value.slot(fill)
    }

    fn insert_blank(&mut self, key: &str, fill: Fill) {
        self.insert(K::from_key(key, fill), T::blank(fill));
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
