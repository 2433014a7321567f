//! Time of clients outside the runtime of tokio. The timer is that of the whole process, so this is its only test.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, SystemTime};

use golden::archive::Client;
use http::Response;
use whitesmith_runtime::client::{Config, Error, RequestBody, Timer, Transport, set_timer};

/// A clock that each pause moves.
static SECONDS: AtomicU64 = AtomicU64::new(0);

struct Moved;

impl Timer for Moved {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(SECONDS.load(Ordering::SeqCst))
    }

    fn sleep(&self, time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(async move {
            SECONDS.fetch_add(time.as_secs(), Ordering::SeqCst);
        })
    }
}

struct Thread(std::thread::Thread);

impl Wake for Thread {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Runs a future on this thread.
fn run<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Thread(std::thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return output;
        }
        std::thread::park();
    }
}

#[test]
fn clients_use_the_timer_of_the_program() {
    set_timer(Moved);
    let silent =
        Transport::new(tower::service_fn(|_| std::future::pending::<Result<Response<RequestBody>, std::io::Error>>()));
    let config = Config::new().endpoint_url("http://test").unsigned().attempts(1).transport(silent);
    let error = run(Client::new(config).describe().send()).expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_secs(60)), "{error:?}");
    assert_eq!(SECONDS.load(Ordering::SeqCst), 60);
}
