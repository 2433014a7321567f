//! Arguments of setters: values that convert to the type of a member.
//!
//! Setters convert to constrained types without checking constraints, for which they have a [`Fill`]. The complete
//! structure is validated when it is built, so that all violations are found, in the order of members. Such a
//! conversion only fails if there is no value to validate, such as for text that is not a value of an enum. Conversions
//! outside of setters check constraints, because constrained types prove that their values are valid.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;

use crate::constraint::{Constraint, Violation, Violations, pointer};
use crate::reflect::{Fill, Key};
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
    /// If the value has no equivalent in the member's type, or violates its constraints.
    fn into_member(self) -> Result<T, Violations>;

    /// Converts the value for a setter, without checking constraints.
    ///
    /// # Errors
    /// If the value has no equivalent in the member's type.
    #[doc(hidden)]
    fn into_unchecked(self, _: Fill) -> Result<T, Violations>
    where
        Self: Sized,
    {
        self.into_member()
    }
}

#[diagnostic::do_not_recommend]
impl<V, T: TryFromValue<V>> IntoMember<T> for V {
    fn into_member(self) -> Result<T, Violations> {
        T::try_from_value(self)
    }

    fn into_unchecked(self, fill: Fill) -> Result<T, Violations> {
        T::from_unchecked(self, fill)
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
    /// If the value has no equivalent in this type, or violates its constraints.
    fn try_from_value(value: V) -> Result<Self, Violations>;

    /// Converts the value for a setter, without checking constraints. Implemented by constrained types and by
    /// containers of them.
    ///
    /// # Errors
    /// If the value has no equivalent in this type.
    #[doc(hidden)]
    fn from_unchecked(value: V, _: Fill) -> Result<Self, Violations> {
        Self::try_from_value(value)
    }
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

impl<const N: usize> IntoPlain<Blob> for [u8; N] {
    fn into_plain(self) -> Result<Blob, Violation> {
        Ok(self.into())
    }
}

impl<const N: usize> IntoPlain<Blob> for &[u8; N] {
    fn into_plain(self) -> Result<Blob, Violation> {
        Ok(self.into())
    }
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

    fn from_unchecked(value: Option<V>, fill: Fill) -> Result<Self, Violations> {
        value.map(|value| T::from_unchecked(value, fill)).transpose()
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

    fn from_unchecked(value: Option<V>, fill: Fill) -> Result<Self, Violations> {
        value.map(|value| T::from_unchecked(value, fill)).transpose().map(Self::from)
    }
}

/// A generated enum, structure or union, or a box of one. Setters accept every type that converts to it by [`TryInto`].
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
        list(values, V::Item::into_member)
    }

    fn from_unchecked(values: V, fill: Fill) -> Result<Self, Violations> {
        list(values, |value| value.into_unchecked(fill))
    }
}

/// Converts the elements of a list, and returns the violations of all that cannot be converted.
fn list<T, V: IntoIterator>(
    values: V,
    convert: impl Fn(V::Item) -> Result<T, Violations>,
) -> Result<Vec<T>, Violations> {
    let values = values.into_iter();
    let expected = values.size_hint().0.min(1024);
    let mut found = Violations::default();
    let converted = values.enumerate().filter_map(|(index, value)| {
        convert(value).map_err(|violations| found.append(violations.within(&format!("/{index}")))).ok()
    });
    let list = if size_of::<V::Item>() == size_of::<T>() {
        // Reuses the memory of a vector, unless most of it would remain unused.
        let mut list: Vec<T> = converted.collect();
        if list.capacity() / 4 > list.len().max(expected) {
            list.shrink_to(expected);
        }
        list
    } else {
        let mut list = Vec::with_capacity(expected);
        list.extend(converted);
        list
    };
    if found.is_empty() { Ok(list) } else { Err(found) }
}

impl<K: Key, T, A: IntoMember<K>, B: IntoMember<T>, V: IntoIterator<Item = (A, B)>> TryFromValue<V> for BTreeMap<K, T> {
    fn try_from_value(entries: V) -> Result<Self, Violations> {
        map(entries.into_iter().map(|(key, value)| (key.into_member(), value.into_member())))
    }

    fn from_unchecked(entries: V, fill: Fill) -> Result<Self, Violations> {
        map(entries.into_iter().map(|(key, value)| (key.into_unchecked(fill), value.into_unchecked(fill))))
    }
}

/// Collects converted entries, or returns the violations of all that could not be converted.
fn map<K: Key, T>(
    entries: impl Iterator<Item = (Result<K, Violations>, Result<T, Violations>)>,
) -> Result<BTreeMap<K, T>, Violations> {
    let mut map = BTreeMap::new();
    let mut found = Violations::default();
    for entry in entries {
        match entry {
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
