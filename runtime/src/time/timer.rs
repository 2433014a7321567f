//! Timers that users supply.

use std::pin::Pin;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

/// Clock and timer of clients, for platforms and executors other than tokio. For [`set_timer`].
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

/// Sets the timer of all clients of the program. The first one stays. Set it before the first client is created. It
/// precedes the timers of tokio, which clients use by default with the feature `client` or `server`. The standard
/// transport always uses those of tokio.
///
/// Without a timer, and outside the runtime of tokio, pauses between attempts have no length, and time limits no
/// effect. On `wasm32-unknown-unknown`, requests cannot be signed, because the time is not known.
pub fn set_timer(timer: impl Timer) {
    // A second timer is ignored, as documented.
    drop(TIMER.set(Box::new(timer)));
}

pub(super) fn get() -> Option<&'static dyn Timer> {
    TIMER.get().map(|timer| &**timer)
}
