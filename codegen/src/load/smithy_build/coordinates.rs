//! Coordinates of Maven artifacts. Their parts are plain names, which cannot refer to other folders.

use std::fmt;

/// An artifact: `group:artifact:version`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coordinates {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: String,
}

/// A part of coordinates is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("coordinates consist of letters, digits, `.`, `-`, `_` and `+`")]
pub struct InvalidCoordinates;

impl Coordinates {
    pub(super) fn new(group: String, artifact: String, version: String) -> Result<Self, InvalidCoordinates> {
        let coordinates = Self { group, artifact, version };
        let parts = [&*coordinates.group, &*coordinates.artifact, &*coordinates.version];
        if Self::is_plain(&parts) { Ok(coordinates) } else { Err(InvalidCoordinates) }
    }

    /// Parses `group:artifact:version`.
    ///
    /// # Errors
    /// There are other than three parts, or one is not a name.
    pub fn parse(text: &str) -> Result<Self, InvalidCoordinates> {
        let parts: Vec<&str> = text.split(':').collect();
        let [group, artifact, version] = parts.as_slice() else { return Err(InvalidCoordinates) };
        Self::new((*group).to_owned(), (*artifact).to_owned(), (*version).to_owned())
    }

    /// Whether all parts are names.
    pub(super) fn is_plain(parts: &[&str]) -> bool {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
        let plain = |part: &&str| part.bytes().all(known) && part.split('.').all(|piece| !piece.is_empty());
        parts.iter().all(plain)
    }

    /// The path of a file in Maven's layout, with `/`:
    /// `group/with/slashes/artifact/version/artifact-version.extension`.
    pub fn path(&self, extension: &str) -> String {
        let Self { group, artifact, version } = self;
        format!("{}/{artifact}/{version}/{}", group.replace('.', "/"), self.file(extension))
    }

    pub(super) fn file(&self, extension: &str) -> String {
        format!("{}-{}.{extension}", self.artifact, self.version)
    }
}

impl fmt::Display for Coordinates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.group, self.artifact, self.version)
    }
}
