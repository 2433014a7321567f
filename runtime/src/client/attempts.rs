//! Operation and attempts of calls that failed without a response.

use std::fmt;

/// Operation and attempts of a call that failed without a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempts {
    operation: &'static str,
    count: u32,
}

impl Attempts {
    pub(super) fn new(operation: &'static str, count: u32) -> Self {
        Self { operation, count }
    }

    /// Name of the operation in the model.
    pub fn operation(self) -> &'static str {
        self.operation
    }

    /// Number of attempts. 0 if the time limit of the call was reached before the first request was sent.
    pub fn count(self) -> u32 {
        self.count
    }
}

impl fmt::Display for Attempts {
    /// Writes "`ListWorkflows` failed after 3 attempts", without the backticks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed", self.operation)?;
        if self.count > 1 { write!(f, " after {} attempts", self.count) } else { Ok(()) }
    }
}
