//! Timers that users supply.

use std::pin::Pin;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

/// Clock and timer of clients without the standard transport, for platforms that tokio does not support. For
/// [`set_timer`].
///
/// ```
/// use std::pin::Pin;
/// use std::time::{Duration, SystemTime};
/// use whitesmith_runtime::client::{Timer, set_timer};
///
/// struct Threads;
///
/// impl Timer for Threads {
///     fn now(&self) -> SystemTime {
///         SystemTime::now()
///     }
///
///     fn sleep(&self, time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
///         // A timer of the platform's event loop, in practice.
///         Box::pin(async move { std::thread::sleep(time) })
///     }
/// }
///
/// set_timer(Threads);
/// ```
pub trait Timer: Send + Sync + 'static {
    /// Returns the time of the day.
    fn now(&self) -> SystemTime;

    /// Returns a future that is completed after this time.
    fn sleep(&self, time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>>;
}

static TIMER: OnceLock<Box<dyn Timer>> = OnceLock::new();

/// Sets the timer of all clients of the program. The first one stays. It has no effect with the feature `client` or
/// `server`, which use tokio's timers.
///
/// Without a timer, pauses between attempts have no length, and time limits no effect. On `wasm32-unknown-unknown`,
/// requests cannot be signed, because the time is not known.
pub fn set_timer(timer: impl Timer) {
    // A second timer is ignored, as documented.
    drop(TIMER.set(Box::new(timer)));
}

#[cfg(not(any(feature = "client", feature = "server")))]
pub(super) fn get() -> Option<&'static dyn Timer> {
    TIMER.get().map(|timer| &**timer)
}
