//! Time of clients outside the runtime of tokio. The timer is that of the whole process, so this is its only test.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use golden::archive::Client;
use golden::shapes::errors::EchoTypesError;
use golden::shapes::operations::EchoTypes;
use golden::shapes::server;
use golden::shapes::types::{EchoTypesInput, EchoTypesOutput};
use http::{Request, Response, StatusCode};
use tower::ServiceExt as _;
use whitesmith_runtime::client::{Config, Error, RequestBody, Timer, Transport, set_timer};
use whitesmith_runtime::server::{Fault, ServiceSettings};

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
    // Servers have the timer of tokio.
    let settings = ServiceSettings::default().with_body_timeout(Duration::from_secs(5));
    let service = server::partial(()).operation(EchoTypes, unreached).otherwise(Fault::not_implemented);
    let service = service.with_settings(settings);
    let request = Request::post("/").header("x-amz-target", "Shapes.EchoTypes");
    let request = request.header("content-type", "application/x-amz-json-1.1").body(Silent).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    let (response, elapsed) = runtime.expect("a runtime").block_on(async {
        let start = tokio::time::Instant::now();
        (service.oneshot(request).await, start.elapsed().as_secs())
    });
    let Ok(response) = response;
    assert_eq!((response.status(), elapsed), (StatusCode::REQUEST_TIMEOUT, 5));
    assert_eq!(SECONDS.load(Ordering::SeqCst), 60);
}

async fn unreached(_: EchoTypesInput) -> Result<EchoTypesOutput, EchoTypesError> {
    panic!("the input does not come")
}

/// A body that never comes.
struct Silent;

impl http_body::Body for Silent {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        Poll::Pending
    }
}
