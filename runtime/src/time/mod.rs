//! Clocks and timers of clients. With the standard transport they are those of tokio, which tests can pause; without
//! it, those of a [`Timer`].

#[cfg(not(any(feature = "client", feature = "server")))]
mod own;
mod timer;

use std::time::SystemTime;

#[cfg(not(any(feature = "client", feature = "server")))]
pub(crate) use own::{Instant, Sleep, sleep, timeout, timeout_at};
pub use timer::{Timer, set_timer};
#[cfg(any(feature = "client", feature = "server"))]
pub(crate) use tokio::time::{Instant, Sleep, sleep, timeout, timeout_at};

/// Whether time can be measured here: tokio's timers need a runtime.
#[cfg(any(feature = "client", feature = "server"))]
pub(crate) fn has_timer() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}

#[cfg(not(any(feature = "client", feature = "server")))]
pub(crate) fn has_timer() -> bool {
    timer::get().is_some()
}

/// The time of the day.
#[cfg(any(feature = "client", feature = "server"))]
pub(crate) fn system_now() -> SystemTime {
    SystemTime::now()
}

#[cfg(not(any(feature = "client", feature = "server")))]
pub(crate) fn system_now() -> SystemTime {
    timer::get().map_or_else(own::default_time, timer::Timer::now)
}
