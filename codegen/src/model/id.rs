//! Shape IDs: `namespace#Name` and `namespace#Name$member`.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// An absolute shape ID (spec: "Shape ID"). Cheap to clone. Ordered and hashed like its text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(Arc<str>);

/// The text is not an absolute shape ID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an absolute shape ID such as `example.weather#City` or `example.weather#City$name`")]
pub struct InvalidShapeId(pub String);

impl ShapeId {
    /// Parses an absolute shape ID.
    ///
    /// # Errors
    /// The text does not follow the grammar of an absolute shape ID.
    ///
    /// ```
    /// let id = whitesmith_codegen::model::ShapeId::parse("example#City$name")?;
    /// assert_eq!((id.namespace(), id.name(), id.member()), ("example", "City", Some("name")));
    /// # Ok::<(), whitesmith_codegen::model::InvalidShapeId>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, InvalidShapeId> {
        let valid = text.split_once('#').is_some_and(|(namespace, rest)| {
            let (name, member) = rest.split_once('$').map_or((rest, None), |(name, member)| (name, Some(member)));
            namespace.split('.').all(is_identifier) && is_identifier(name) && member.is_none_or(is_identifier)
        });
        if valid { Ok(Self(text.into())) } else { Err(InvalidShapeId(text.to_owned())) }
    }

    /// Joins parts that are identifiers.
    pub fn from_parts(namespace: &str, name: &str) -> Self {
        Self([namespace, "#", name].concat().into())
    }

    /// Creates an ID from a literal, without checking it.
    pub(crate) fn known(id: &'static str) -> Self {
        Self(id.into())
    }

    /// The ID of a member of this shape. Replaces the member if the ID has one.
    #[must_use]
    pub fn with_member(&self, member: &str) -> Self {
        Self([self.container(), "$", member].concat().into())
    }

    /// Like [`Self::with_member`], with a buffer that is used again and again.
    #[must_use]
    pub(crate) fn with_member_in(&self, member: &str, buffer: &mut String) -> Self {
        buffer.clear();
        buffer.extend([self.container(), "$", member]);
        Self(buffer.as_str().into())
    }

    /// The shape of the same name in another namespace.
    #[must_use]
    pub fn with_namespace(&self, namespace: &str) -> Self {
        let rest = self.0.split_once('#').map_or(&*self.0, |(_, rest)| rest);
        Self([namespace, "#", rest].concat().into())
    }

    /// The whole ID.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before `#`.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The shape name, between `#` and `$`.
    pub fn name(&self) -> &str {
        let container = self.container();
        container.split_once('#').map_or(container, |(_, name)| name)
    }

    /// The member name of a member ID.
    pub fn member(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// The ID of the containing shape, as text; the whole ID if there is no member.
    pub fn container(&self) -> &str {
        self.0.split_once('$').map_or(&*self.0, |(container, _)| container)
    }

    /// The ID without its member.
    #[must_use]
    pub fn without_member(&self) -> Self {
        if self.0.contains('$') { Self(self.container().into()) } else { self.clone() }
    }
}

/// Whether the text is an identifier: leading underscores, then a letter (or a digit after an underscore), then
/// letters, digits, `_`.
pub(crate) fn is_identifier(text: &str) -> bool {
    let bytes = text.as_bytes();
    let start = bytes.iter().position(|byte| *byte != b'_').unwrap_or(bytes.len());
    let head = bytes.get(start).is_some_and(|byte| byte.is_ascii_alphabetic() || (start > 0 && byte.is_ascii_digit()));
    head && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

impl FromStr for ShapeId {
    type Err = InvalidShapeId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for ShapeId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShapeId({})", self.0)
    }
}
