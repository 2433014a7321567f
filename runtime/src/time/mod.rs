//! Clocks and timers of clients: those of the [`Timer`] that the program has set, or else those of tokio, which tests
//! can pause. Without either, nothing is limited, and pauses have no length.

mod instant;
mod timer;

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::{Duration, SystemTime};

pub(crate) use instant::Instant;
pub use timer::{Timer, set_timer};

/// Source of times and timers.
enum Source {
    /// That of the user.
    Timer(&'static dyn Timer),
    /// tokio, whose timers need its runtime.
    #[cfg(any(feature = "client", feature = "server"))]
    Tokio,
    None,
}

impl Source {
    fn here() -> Self {
        if let Some(timer) = timer::get() {
            return Self::Timer(timer);
        }
        #[cfg(any(feature = "client", feature = "server"))]
        if tokio::runtime::Handle::try_current().is_ok() {
            return Self::Tokio;
        }
        Self::None
    }
}

/// Whether time can be measured here.
pub(crate) fn has_timer() -> bool {
    !matches!(Source::here(), Source::None)
}

/// The time of the day. Without a timer, `wasm32-unknown-unknown` has none.
pub(crate) fn system_now() -> SystemTime {
    let has_clock = !cfg!(all(target_family = "wasm", target_os = "unknown"));
    let default = || if has_clock { SystemTime::now() } else { SystemTime::UNIX_EPOCH };
    timer::get().map_or_else(default, Timer::now)
}

pub(crate) async fn sleep(time: Duration) {
    match Source::here() {
        Source::Timer(timer) => timer.sleep(time).await,
        #[cfg(any(feature = "client", feature = "server"))]
        Source::Tokio => tokio::time::sleep(time).await,
        Source::None => {}
    }
}

/// A time limit was reached.
#[derive(Debug)]
pub(crate) struct Elapsed;

/// Awaits a future for at most `limit`. The caller pins it, because one that is passed by value is stored twice.
pub(crate) async fn timeout<F: Future>(limit: Duration, mut future: Pin<&mut F>) -> Result<F::Output, Elapsed> {
    match Source::here() {
        Source::Timer(timer) => {
            let mut end = timer.sleep(limit);
            poll_fn(|cx| match future.as_mut().poll(cx) {
                Poll::Ready(output) => Poll::Ready(Ok(output)),
                Poll::Pending => end.as_mut().poll(cx).map(|()| Err(Elapsed)),
            })
            .await
        }
        #[cfg(any(feature = "client", feature = "server"))]
        Source::Tokio => tokio::time::timeout(limit, future).await.map_err(|_| Elapsed),
        Source::None => Ok(future.await),
    }
}

pub(crate) async fn timeout_at<F: Future>(deadline: Instant, future: Pin<&mut F>) -> Result<F::Output, Elapsed> {
    timeout(deadline.saturating_duration_since(Instant::now()), future).await
}
