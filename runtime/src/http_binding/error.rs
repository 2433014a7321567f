//! Errors of values that their bindings cannot represent.

use std::fmt;

use crate::codec::Unwritable;
use crate::memory::OverBudget;

/// A label, query parameter or header that cannot be parsed as its member's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvalidBinding {
    pub(crate) member: &'static str,
    /// The expected form of the text.
    pub(crate) expected: &'static str,
}

impl InvalidBinding {
    /// The error of a member, or of the query, that takes too much memory.
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(super) fn over_budget(member: &'static str) -> impl Fn(OverBudget) -> Self + Copy {
        move |OverBudget| Self { member, expected: OverBudget::EXPECTED }
    }
}

/// A value that the HTTP message cannot represent, such as an empty path label or a control character in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvalidMember {
    pub(crate) member: &'static str,
    pub(crate) reason: &'static str,
}

impl fmt::Display for InvalidBinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}: the text is not {}", self.member, self.expected)
    }
}

impl std::error::Error for InvalidBinding {}

impl fmt::Display for InvalidMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "member `{}` {}", self.member, self.reason)
    }
}

impl std::error::Error for InvalidMember {}

impl From<Unwritable> for InvalidMember {
    fn from(Unwritable { member, reason }: Unwritable) -> Self {
        Self { member, reason }
    }
}
