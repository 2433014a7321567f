//! Points in time.

use std::ops::Add;
use std::time::{Duration, SystemTime};

use super::system_now;

/// A point in time. Those of different clocks have no distance: they exist if the program sets a timer while it has
/// clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Instant {
    /// From the clock of tokio, which is monotonic.
    #[cfg(any(feature = "client", feature = "server"))]
    Tokio(tokio::time::Instant),
    /// From the time of the day.
    Day(SystemTime),
}

impl Instant {
    pub(crate) fn now() -> Self {
        #[cfg(any(feature = "client", feature = "server"))]
        if super::timer::get().is_none() {
            return Self::Tokio(tokio::time::Instant::now());
        }
        Self::Day(system_now())
    }

    pub(crate) fn elapsed(self) -> Duration {
        Self::now().saturating_duration_since(self)
    }

    pub(crate) fn saturating_duration_since(self, earlier: Self) -> Duration {
        match (self, earlier) {
            #[cfg(any(feature = "client", feature = "server"))]
            (Self::Tokio(time), Self::Tokio(earlier)) => time.saturating_duration_since(earlier),
            (Self::Day(time), Self::Day(earlier)) => time.duration_since(earlier).unwrap_or_default(),
            #[cfg(any(feature = "client", feature = "server"))]
            _ => Duration::ZERO,
        }
    }

    pub(crate) fn checked_add(self, time: Duration) -> Option<Self> {
        match self {
            #[cfg(any(feature = "client", feature = "server"))]
            Self::Tokio(start) => start.checked_add(time).map(Self::Tokio),
            Self::Day(start) => start.checked_add(time).map(Self::Day),
        }
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, time: Duration) -> Self {
        match self {
            #[cfg(any(feature = "client", feature = "server"))]
            Self::Tokio(start) => Self::Tokio(start + time),
            Self::Day(start) => Self::Day(start + time),
        }
    }
}
