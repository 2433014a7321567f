//! Values that came from a service, stored and read back. Needs the feature `serde`.
//!
//! `Deserialize` of generated types is strict, as hand-written files need it: it refuses values that break a constraint, enum
//! values that the model does not list, and unknown union variants. What a service answers may be all of that, since clients take
//! answers as they come. A stored answer must therefore be read as it was received. There are two ways:
//!
//! - [`Received<T>`] is a `T` that is read leniently.
//! - `#[serde(with = "whitesmith_runtime::received")]` does the same for a field of your own type.
//!
//! Both write what `T` writes, so that stored values need not be converted. A value that was written comes back equal, also when
//! it breaks the model, and also with a version of the generated code whose model has tighter constraints, more required members,
//! or fewer enum values. Only the values of unknown union variants are lost: a client does not keep them.
//! [`validate`](crate::validate) says whether a value that was read is valid.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::reflect::Shape;
use crate::with_serde::deserialize_received;

/// A value that came from a service: it is deserialized without checks.
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
/// When the serializer fails.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

/// Deserializes a value without checking it against the model. For `#[serde(with = "…")]`.
///
/// # Errors
/// When the deserializer fails, or the value is not of the type's shape, such as a number for a string.
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
