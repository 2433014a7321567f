//! Errors of values that do not fit their bindings.

use crate::codec::xml::Unwritable;

/// A label, query parameter or header that is not a value of its member's type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("/{member}: the text is not {expected}")]
pub(crate) struct InvalidBinding {
    pub(crate) member: &'static str,
    /// The expected form of the text.
    pub(crate) expected: &'static str,
}

/// A value that the HTTP message cannot represent: an empty path label, a control character in a header.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("member `{member}` {reason}")]
pub(crate) struct InvalidMember {
    pub(crate) member: &'static str,
    pub(crate) reason: &'static str,
}

impl From<Unwritable> for InvalidMember {
    fn from(Unwritable { member }: Unwritable) -> Self {
        Self { member, reason: "has characters that XML does not allow" }
    }
}
