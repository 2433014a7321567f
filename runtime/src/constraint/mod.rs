//! Constraints: validation of values, and violations.

mod check;
#[cfg(any(feature = "client-core", feature = "serde", feature = "server"))]
mod conversions;
mod unchecked;
mod unique;
mod violation;

pub(crate) use check::{Conversion, Path, check_all, check_built, check_member, report};
pub use check::{check, check_value, validate};
#[cfg(any(feature = "client-core", feature = "serde", feature = "server"))]
pub(crate) use conversions::conversions;
pub(crate) use unchecked::record as record_unchecked;
pub(crate) use violation::pointer;
pub use violation::{Constraint, Violation, Violations};
