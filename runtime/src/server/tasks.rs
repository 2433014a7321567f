//! Tasks of requests that go on if their clients close the connection. They keep the limits of their requests.

use std::any::Any;
use std::future::{Future, pending};
use std::pin::Pin;
use std::task::{Context, Poll};

use http::Extensions;
use tokio::runtime::Handle;
use tokio::time::{Instant, timeout_at};

use super::limits::Running;

type Panic = Box<dyn Any + Send>;

/// Limits of a request in progress.
#[derive(Clone, Default)]
pub(super) struct Held {
    /// Its places among the requests in progress: of the service, of the operation, or of both if the body names it.
    pub(super) running: [Option<Running>; 2],
    /// End of the time for the response, if the service limits it.
    pub(super) deadline: Option<Instant>,
}

/// Runs a future until it completes, also if the future that this function returns is dropped before. It ends early at
/// the time limit of the request, and with the server; then the returned future never completes, as whoever awaits it
/// has the same limits.
pub(super) async fn run<T: Send + 'static>(
    held: Held,
    extensions: &Extensions,
    future: impl Future<Output = T> + Send + 'static,
) -> T {
    let Ok(runtime) = Handle::try_current() else { return future.await };
    #[cfg(not(feature = "serve"))]
    let (of_server, _) = (None, extensions);
    #[cfg(feature = "serve")]
    let served = Served::of(extensions);
    #[cfg(feature = "serve")]
    let of_server = served.as_ref().and_then(|served| Instant::now().checked_add(served.limit()));
    let deadline = held.deadline.into_iter().chain(of_server).min();
    let limited = async move {
        let _running = held.running;
        match deadline {
            Some(deadline) => timeout_at(deadline, future).await.ok(),
            None => Some(future.await),
        }
    };
    #[cfg(feature = "serve")]
    if let Some(served) = served {
        return of_task(served.run(limited).await).await;
    }
    of_task(runtime.spawn(limited).await.map_err(|error| error.try_into_panic().ok())).await
}

/// Runs a future to its end: if the future that this function returns is dropped before, a task goes on with it.
pub(super) fn to_end<T: Send + 'static>(
    future: impl Future<Output = T> + Send + 'static,
) -> impl Future<Output = T> + Send + 'static {
    ToEnd(Some(Box::pin(future)))
}

/// A future that has not completed yet.
struct ToEnd<T: Send + 'static>(Option<Pin<Box<dyn Future<Output = T> + Send>>>);

impl<T: Send + 'static> Future for ToEnd<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        // If the future panics, nothing goes on.
        let Some(mut future) = self.0.take() else { return Poll::Pending };
        let polled = future.as_mut().poll(context);
        if polled.is_pending() {
            self.0 = Some(future);
        }
        polled
    }
}

impl<T: Send + 'static> Drop for ToEnd<T> {
    fn drop(&mut self) {
        if let (Some(future), Ok(runtime)) = (self.0.take(), Handle::try_current()) {
            runtime.spawn(future);
        }
    }
}

/// The output of a task, which has none if its time is over, and an error without a panic if the server stops.
async fn of_task<T>(ended: Result<Option<T>, Option<Panic>>) -> T {
    match ended {
        Ok(Some(output)) => output,
        Err(Some(panic)) => std::panic::resume_unwind(panic),
        Ok(None) | Err(None) => pending().await,
    }
}

#[cfg(feature = "serve")]
pub(super) use with_serve::{Connection, Served, Stage};

#[cfg(feature = "serve")]
mod with_serve {
    use std::future::{Future, pending, poll_fn};
    use std::pin::pin;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
    use std::time::Duration;

    use http::Extensions;
    use tokio::sync::{oneshot, watch};
    use tokio::task::JoinSet;

    use super::Panic;
    use crate::server::answer::unwinding;

    /// The tasks of a connection. Dropping it ends them.
    #[derive(Debug, Default)]
    pub(in crate::server) struct Connection(Arc<Tasks>);

    #[derive(Debug, Default)]
    struct Tasks {
        set: Mutex<JoinSet<()>>,
        /// Number of tasks in progress.
        running: AtomicUsize,
    }

    impl Tasks {
        fn set(&self) -> MutexGuard<'_, JoinSet<()>> {
            self.set.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    /// A task in progress.
    struct Counted(Weak<Tasks>);

    impl Drop for Counted {
        fn drop(&mut self) {
            if let Some(tasks) = self.0.upgrade() {
                tasks.running.fetch_sub(1, Ordering::Relaxed);
            }
        }
    }

    impl Connection {
        /// Data of the connection for its requests. `limit` is the time limit of a request.
        pub(in crate::server) fn served(&self, limit: Duration, stage: watch::Receiver<Stage>) -> Served {
            Served(Arc::new(Known { tasks: Arc::downgrade(&self.0), limit, stage }))
        }

        /// Waits until all tasks have ended.
        pub(in crate::server) async fn ended(&self) {
            while poll_fn(|cx| self.0.set().poll_join_next(cx)).await.is_some() {}
        }
    }

    /// What a server does with requests.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in crate::server) enum Stage {
        Serving,
        /// It still serves, but is not ready for more.
        Leaving,
        /// It finishes those in progress.
        Draining,
    }

    /// The connection of a request, in its extensions.
    #[derive(Clone)]
    pub(in crate::server) struct Served(Arc<Known>);

    struct Known {
        tasks: Weak<Tasks>,
        limit: Duration,
        stage: watch::Receiver<Stage>,
    }

    impl Served {
        pub(in crate::server) fn of(extensions: &Extensions) -> Option<Self> {
            extensions.get().cloned()
        }

        pub(super) fn limit(&self) -> Duration {
            self.0.limit
        }

        /// Number of tasks of the connection that are in progress.
        pub(in crate::server) fn running(&self) -> usize {
            self.0.tasks.upgrade().map_or(0, |tasks| tasks.running.load(Ordering::Relaxed))
        }

        /// Whether the server is going to stop, so that it should get no more requests.
        pub(in crate::server) fn is_leaving(&self) -> bool {
            *self.0.stage.borrow() != Stage::Serving
        }

        /// Completes when the server begins to stop.
        pub(in crate::server) async fn stopping(&self) {
            if self.0.stage.clone().wait_for(|stage| *stage == Stage::Draining).await.is_err() {
                // The server is gone without having stopped.
                pending::<()>().await;
            }
        }

        /// Runs a future as a task of the connection.
        pub(super) async fn run<T: Send + 'static>(
            &self,
            future: impl Future<Output = T> + Send + 'static,
        ) -> Result<T, Option<Panic>> {
            let (sender, receiver) = oneshot::channel();
            {
                let Some(tasks) = self.0.tasks.upgrade() else { return Err(None) };
                tasks.running.fetch_add(1, Ordering::Relaxed);
                let counted = Counted(Weak::clone(&self.0.tasks));
                let mut set = tasks.set();
                while set.try_join_next().is_some() {}
                set.spawn(async move {
                    let ended = unwinding(pin!(future)).await;
                    // Before the client can send another request.
                    drop(counted);
                    let _ = sender.send(ended);
                });
            }
            receiver.await.map_err(|_| None)?.map_err(Some)
        }
    }
}
