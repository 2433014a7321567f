//! Storing and restoring values that were received from a service. Needs the feature `serde`.
//!
//! `Deserialize` of generated types is strict, as is appropriate for handwritten files: it rejects violations of
//! constraints, unknown enum values and unknown union variants. Responses may contain all of these, because clients do
//! not check them by default. There are two ways to restore a stored response without checks:
//!
//! - [`Received<T>`] is a `T` that is deserialized leniently.
//! - `#[serde(with = "whitesmith_runtime::received")]` does the same for a field of your own type.
//!
//! Both serialize a value as `T` does, so existing data does not need to be converted. A restored value equals the
//! stored one, even if it violates the model, and even if the model now has tighter constraints, more required members
//! or fewer enum values. Only the values of unknown union variants are lost, because clients do not store them.
//! [`validate`](crate::validate) checks whether a restored value is valid.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::reflect::Shape;
use crate::with_serde::deserialize_received;

/// A value that was received from a service. It is deserialized without validation.
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
/// If the serializer fails.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

/// Deserializes a value without validating it. For `#[serde(with = "…")]`.
///
/// # Errors
/// If the deserializer fails, or the value does not match the shape, such as a number for a string.
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
