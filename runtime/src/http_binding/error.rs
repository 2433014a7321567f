//! Errors of values that their bindings cannot represent.

use crate::codec::xml::Unwritable;

/// A label, query parameter or header that cannot be parsed as its member's type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("/{member}: the text is not {expected}")]
pub(crate) struct InvalidBinding {
    pub(crate) member: &'static str,
    /// The expected form of the text.
    pub(crate) expected: &'static str,
}

/// A value that the HTTP message cannot represent, such as an empty path label or a control character in a header.
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
