//! Constraints: validation of values, and violations.

mod check;
mod unique;
mod violation;

#[cfg(feature = "serde")]
pub(crate) use check::check_all;
pub(crate) use check::{Path, check_member, report};
pub use check::{check, check_value, validate};
pub(crate) use violation::pointer;
pub use violation::{Constraint, Violation, Violations};
