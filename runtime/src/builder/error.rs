//! Error of building a structure.

use std::fmt;

use crate::constraint::Violations;
use crate::schema::Schema;

/// A structure lacks required members or violates constraints.
///
/// If a server method returns it with `?`, the response is an internal error without details.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildError {
    shape: &'static str,
    violations: Violations,
}

impl BuildError {
    pub(crate) fn new(schema: &'static Schema, violations: Violations) -> Self {
        Self { shape: schema.name(), violations }
    }

    /// Returns the name of the structure's shape.
    pub fn shape(&self) -> &'static str {
        self.shape
    }

    /// Returns all missing members and violated constraints.
    pub fn violations(&self) -> &Violations {
        &self.violations
    }

    /// Returns the violations, owned.
    pub fn into_violations(self) -> Violations {
        self.violations
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid `{}`: {}", self.shape, self.violations)
    }
}

impl std::error::Error for BuildError {}

impl From<BuildError> for Violations {
    fn from(error: BuildError) -> Self {
        error.violations
    }
}
