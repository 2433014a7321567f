//! Storing and restoring values that came from a service. Needs the feature `serde`.
//!
//! `Deserialize` of generated types is strict, as handwritten files need it: it rejects violations of constraints, enum
//! values that the model does not list, and unknown union variants. Responses of services may contain all of these, as
//! clients do not check them by default. To restore a stored response, read it as it was received. There are two ways:
//!
//! - [`Received<T>`] is a `T` that is read leniently.
//! - `#[serde(with = "whitesmith_runtime::received")]` does the same for a field of your own type.
//!
//! Both serialize a value as `T` does, so existing data need not be converted. A restored value is equal to the stored
//! one, even if it violates the model, and even if the model now has tighter constraints, more required members or
//! fewer enum values. Only the values of unknown union variants are lost, as clients do not keep them.
//! [`validate`](crate::validate) checks whether a restored value is valid.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::reflect::Shape;
use crate::with_serde::deserialize_received;

/// A value that came from a service. It is deserialized without validation.
///
/// ```
/// # use whitesmith_runtime::{constrained, schema::{Kind, Schema}};
/// # static NAME: Schema = Schema::simple("example#Name", Kind::String).max_length(3);
/// # #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Name(String);
/// # constrained! { Name(String), NAME }
/// use whitesmith_runtime::{Received, validate};
///
/// // `Name` has at most three characters.
/// assert!(serde_json::from_str::<Name>(r#""abcd""#).is_err());
///
/// let Received(name) = serde_json::from_str::<Received<Name>>(r#""abcd""#)?;
/// assert_eq!(name, "abcd");
/// assert!(validate(&name).is_err());
/// assert_eq!(serde_json::to_string(&Received(name))?, r#""abcd""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Received<T>(pub T);

impl<T> Received<T> {
    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Received<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> AsRef<T> for Received<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Received<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Shape> Deserialize<'de> for Received<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_received(deserializer).map(Self)
    }
}

/// Serializes a value as its type does. For `#[serde(with = "…")]`.
///
/// # Errors
/// Fails if the serializer fails.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

/// Deserializes a value without validating it. For `#[serde(with = "…")]`.
///
/// # Errors
/// Fails if the deserializer fails, or the value is not of the shape's type, such as a number for a string.
///
/// ```
/// # use whitesmith_runtime::{constrained, schema::{Kind, Schema}};
/// # static NAME: Schema = Schema::simple("example#Name", Kind::String).max_length(3);
/// # #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Name(String);
/// # constrained! { Name(String), NAME }
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Cached {
///     #[serde(with = "whitesmith_runtime::received")]
///     name: Name,
/// }
///
/// let cached: Cached = serde_json::from_str(r#"{"name":"abcd"}"#)?;
/// assert_eq!(cached.name, "abcd");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn deserialize<'de, T: Shape, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserialize_received(deserializer)
}
