//! Arguments of setters: values that convert to the type of a member.
//!
//! Conversions to constrained types do not check constraints. The complete structure is validated when it is built, so
//! that all violations are found, in the order of members. A conversion only fails if there is no value to validate,
//! such as for text that is not a value of an enum.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;

use crate::constraint::{Constraint, Violation, Violations, pointer};
use crate::reflect::Key;
use crate::types::{BigDecimal, BigInteger, Blob, ByteStream, Document, EventStream, Nullable, Timestamp};

/// Values that setters accept for a member of type `T`.
///
/// Implemented for `T` itself and for types that convert to it: `&str` for strings, constrained strings and enums;
/// iterators of such values, such as lists and arrays, for lists; iterators of pairs, such as `HashMap`, for maps. For
/// your own types, implement [`TryFromValue`].
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be converted to `{T}`, the type of this member")]
pub trait IntoMember<T> {
    /// Converts the value.
    ///
    /// # Errors
    /// If the value has no equivalent in the member's type.
    fn into_member(self) -> Result<T, Violations>;
}

#[diagnostic::do_not_recommend]
impl<V, T: TryFromValue<V>> IntoMember<T> for V {
    fn into_member(self) -> Result<T, Violations> {
        T::try_from_value(self)
    }
}

/// Types of members that can be created from a `V`.
#[diagnostic::on_unimplemented(
    message = "`{V}` cannot be converted to `{Self}`, the type of this member",
    label = "no conversion to `{Self}`"
)]
pub trait TryFromValue<V>: Sized {
    /// Converts the value.
    ///
    /// # Errors
    /// If the value has no equivalent in this type.
    fn try_from_value(value: V) -> Result<Self, Violations>;
}

/// Plain values that setters accept for a simple type or a constrained type. Newtypes are not included, so that a value
/// of one is not accepted for another.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be converted to a constrained `{T}`")]
pub trait IntoPlain<T> {
    /// Converts the value.
    ///
    /// # Errors
    /// If the number is out of range.
    fn into_plain(self) -> Result<T, Violation>;
}

/// Result of a conversion with any error.
fn converted<T, E: Into<Violation>>(result: Result<T, E>) -> Result<T, Violations> {
    result.map_err(|error| error.into().into())
}

macro_rules! plain {
    ($($to:ty: $($from:ty),*;)*) => {
        $($(
            impl IntoPlain<$to> for $from {
                fn into_plain(self) -> Result<$to, Violation> {
                    Ok(self.into())
                }
            }
        )*)*
    };
}

plain! {
    String: String, &str, &String, Cow<'_, str>, Box<str>, char;
    i8: i8;
    i16: i16, i8, u8;
    i32: i32, i16, i8, u16, u8;
    i64: i64, i32, i16, i8, u32, u16, u8;
    f32: f32, i16, i8, u16, u8;
    f64: f64, f32, i32, i16, i8, u32, u16, u8;
    BigInteger: BigInteger, i64;
    BigDecimal: BigDecimal, i64;
    Blob: Blob, Bytes, Vec<u8>, &[u8], &str, String;
}

macro_rules! narrow {
    ($($to:ident: $($from:ty),*;)*) => {
        $($(
            impl IntoPlain<$to> for $from {
                fn into_plain(self) -> Result<$to, Violation> {
                    self.try_into().map_err(|_| {
                        Violation::new(Constraint::Malformed(concat!("a number in the range of ", stringify!($to))))
                    })
                }
            }
        )*)*
        $(
            impl<V: IntoPlain<$to>> TryFromValue<V> for $to {
                fn try_from_value(value: V) -> Result<Self, Violations> {
                    value.into_plain().map_err(Into::into)
                }
            }
        )*
    };
}

// Literals without a suffix are `i32`.
narrow! {
    i8: i32, i16, u8;
    i16: i32, u16;
}

macro_rules! simple {
    ($($type:ty)*) => {
        $(
            impl<V: Into<$type>> TryFromValue<V> for $type {
                fn try_from_value(value: V) -> Result<Self, Violations> {
                    Ok(value.into())
                }
            }
        )*
    };
}

simple! { bool i32 i64 f32 f64 String Blob Document ByteStream }

macro_rules! converted {
    ($($type:ty)*) => {
        $(
            impl<V: TryInto<$type, Error: Into<Violation>>> TryFromValue<V> for $type {
                fn try_from_value(value: V) -> Result<Self, Violations> {
                    converted(value.try_into())
                }
            }
        )*
    };
}

// Dates and numbers of other crates may be out of range.
converted! { BigInteger BigDecimal Timestamp }

impl<V: Into<Self>, T: Send + 'static> TryFromValue<V> for EventStream<T> {
    fn try_from_value(value: V) -> Result<Self, Violations> {
        Ok(value.into())
    }
}

/// Element of a sparse list or map: a value or null.
impl<V, T: TryFromValue<V>> TryFromValue<Option<V>> for Option<T> {
    fn try_from_value(value: Option<V>) -> Result<Self, Violations> {
        value.map(T::try_from_value).transpose()
    }
}

impl<T> TryFromValue<Self> for Nullable<T> {
    fn try_from_value(value: Self) -> Result<Self, Violations> {
        Ok(value)
    }
}

/// `None` is null.
impl<V, T: TryFromValue<V>> TryFromValue<Option<V>> for Nullable<T> {
    fn try_from_value(value: Option<V>) -> Result<Self, Violations> {
        value.map(T::try_from_value).transpose().map(Self::from)
    }
}

/// Generated enums, structures and unions, and boxes of them. Setters accept what [`TryInto`] converts.
pub trait MemberType: Sized {
    /// Of a structure, the enum of its fields in the order of the schema's members, so that the index of a field is a
    /// constant. It is part of this trait, because each implementation of a trait takes time to compile.
    #[doc(hidden)]
    type Field;
}

/// Recursive structures and unions are boxed.
impl<T> MemberType for Box<T> {
    type Field = ();
}

// `MemberType` comes first, because it rules out this implementation for most types.
impl<T: MemberType, V: TryInto<T, Error: Into<Violation>>> TryFromValue<V> for T {
    fn try_from_value(value: V) -> Result<Self, Violations> {
        converted(value.try_into())
    }
}

impl<T, V: IntoIterator<Item: IntoMember<T>>> TryFromValue<V> for Vec<T> {
    fn try_from_value(values: V) -> Result<Self, Violations> {
        let values = values.into_iter();
        let mut list = Self::with_capacity(values.size_hint().0.min(1024));
        let mut found = Violations::default();
        for (index, value) in values.enumerate() {
            match value.into_member() {
                Ok(value) => list.push(value),
                Err(violations) => found.append(violations.within(&format!("/{index}"))),
            }
        }
        if found.is_empty() { Ok(list) } else { Err(found) }
    }
}

impl<K: Key, T, A: IntoMember<K>, B: IntoMember<T>, V: IntoIterator<Item = (A, B)>> TryFromValue<V> for BTreeMap<K, T> {
    fn try_from_value(entries: V) -> Result<Self, Violations> {
        let mut map = Self::new();
        let mut found = Violations::default();
        for (key, value) in entries {
            match (key.into_member(), value.into_member()) {
                (Ok(key), Ok(value)) => {
                    map.insert(key, value);
                }
                // A key may be sensitive, according to its schema. `State` hides such keys.
                (Ok(key), Err(violations)) => found.append(violations.within(&pointer(key.as_key()))),
                (Err(violations), _) => found.append(violations),
            }
        }
        if found.is_empty() { Ok(map) } else { Err(found) }
    }
}
