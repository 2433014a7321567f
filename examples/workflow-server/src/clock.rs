//! Source of the current time.

use std::fmt;
use std::sync::Arc;

use whitesmith_runtime::types::Timestamp;

/// Source of the current time. The default is the system's clock.
///
/// ```
/// use whitesmith_runtime::types::Timestamp;
/// use workflow_server::Clock;
/// let stopped = Clock::new(|| Timestamp::from_secs(0));
/// assert_eq!(stopped.now().secs(), 0);
/// ```
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that calls a function.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(Timestamp::now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}
