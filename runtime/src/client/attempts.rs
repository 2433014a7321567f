//! Operation and attempts of calls.

use std::fmt;
use std::sync::Arc;

use super::request_error::RequestError;

/// Operation and attempts of a call that failed without a response.
#[derive(Clone)]
pub struct Attempts {
    operation: &'static str,
    count: u32,
    /// Why the request of the next attempt was not sent.
    pub(super) unsent: Option<Arc<RequestError>>,
}

impl Attempts {
    pub(super) fn new(operation: &'static str, count: u32) -> Self {
        Self { operation, count, unsent: None }
    }

    /// Returns the name of the operation in the model.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the number of attempts. 0 if the time limit of the call was reached before the first request was sent.
    pub fn count(&self) -> u32 {
        self.count
    }
}

impl fmt::Debug for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Attempts");
        debug.field("operation", &self.operation).field("count", &self.count);
        if let Some(reason) = &self.unsent {
            debug.field("unsent", reason);
        }
        debug.finish()
    }
}

impl fmt::Display for Attempts {
    /// Writes "`ListWorkflows` failed after 3 attempts", without the backticks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed", self.operation)?;
        if self.count > 1 { write!(f, " after {} attempts", self.count) } else { Ok(()) }
    }
}
