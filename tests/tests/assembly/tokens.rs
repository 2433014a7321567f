//! Requests with an idempotency token, whose clients are gone: the limits of the service and of the server apply.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use golden::shapes::operations::EchoBindings;
use golden::shapes::{server, types};
use http::Request;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;
use tower::{Service as _, ServiceExt as _};
use whitesmith_runtime::server::{Claim, IdempotencyKey, IdempotencyStore, StoreFuture, StoredResponse};
use whitesmith_runtime::server::{Fault, MemoryStore, RequestBody, ServeLimits, ServiceSettings, State, serve};

use super::send;

/// Time within which everything happens that these tests wait for, by the clock of the machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Counts what is not dropped.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(count))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[derive(Clone)]
struct Work {
    /// Calls of the implementation that are in progress.
    calls: Arc<AtomicUsize>,
    /// Requests whose response the server waits for.
    requests: Arc<AtomicUsize>,
    completed: Arc<AtomicUsize>,
    permits: Arc<Semaphore>,
}

async fn work(State(work): State<Work>, _: types::EchoBindingsInput) -> Result<types::EchoBindingsOutput, Fault> {
    let _call = Counted::new(&work.calls);
    work.permits.acquire().await.map_err(Fault::internal)?.forget();
    work.completed.fetch_add(1, Ordering::SeqCst);
    types::EchoBindingsOutput::builder().build().map_err(Fault::internal)
}

struct Running {
    work: Work,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

async fn start(settings: ServiceSettings, limits: ServeLimits) -> Running {
    let count = Arc::<AtomicUsize>::default;
    let work = Work { calls: count(), requests: count(), completed: count(), permits: Arc::new(Semaphore::new(0)) };
    let functions = server::partial(work.clone()).operation(EchoBindings, self::work);
    let service = functions.otherwise(Fault::not_implemented).with_settings(settings);
    let service = service.idempotency_store(MemoryStore::new(Duration::from_secs(3600), 10));
    let requests = Arc::clone(&work.requests);
    let counted = tower::service_fn(move |request: Request<RequestBody>| {
        let (mut service, request_counted) = (service.clone(), Counted::new(&requests));
        async move {
            let _request = request_counted;
            service.call(request).await
        }
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let server = serve(listener, counted).limits(limits).stop_on(async { drop(stopped.await) });
    Running { work, address, stop, server: tokio::spawn(server.into_future()) }
}

fn request(address: SocketAddr, token: &str) -> Request<http_body_util::Full<bytes::Bytes>> {
    let request = Request::post(format!("http://{address}/")).header("content-type", "application/x-amz-json-1.1");
    let body = format!(r#"{{"label":"a","path":"x","token":"{token}"}}"#);
    request.header("x-amz-target", "Shapes.EchoBindings").body(body.into()).expect("a request")
}

/// Waits without letting a paused clock advance.
async fn until(holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "it does not happen");
        tokio::task::yield_now().await;
    }
}

/// Sends requests until one is answered by the implementation: a response may be stored, and the place be free, a
/// moment after the implementation has ended.
async fn until_accepted(status: impl AsyncFn() -> u16) {
    let start = Instant::now();
    while status().await != 200 {
        assert!(start.elapsed() < PATIENCE, "no request is accepted");
        tokio::task::yield_now().await;
    }
}

impl Running {
    fn count(count: &AtomicUsize) -> usize {
        count.load(Ordering::SeqCst)
    }

    /// Sends a request, and closes the connection while the implementation works.
    async fn abandon(&self, token: &str) {
        let calls = Self::count(&self.work.calls);
        let mut stream = TcpStream::connect(self.address).await.expect("a connection");
        let body = format!(r#"{{"label":"a","path":"x","token":"{token}"}}"#);
        let head = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-amz-json-1.1\r\n\
                    x-amz-target: Shapes.EchoBindings\r\n";
        let text = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(text.as_bytes()).await.expect("to write");
        until(|| Self::count(&self.work.calls) > calls).await;
        drop(stream);
        until(|| Self::count(&self.work.requests) == 0).await;
    }

    /// The status of a request that is answered without the implementation.
    async fn refusal(&self, token: &str) -> u16 {
        let calls = Self::count(&self.work.calls);
        let (head, body) = request(self.address, token).into_parts();
        let mut builder = Request::builder().method("POST").uri("/");
        *builder.headers_mut().expect("valid") = head.headers;
        let body = http_body_util::BodyExt::collect(body).await.expect("a body").to_bytes();
        tokio::select! {
            response = send(self.address, builder, body) => response.status().as_u16(),
            () = until(|| Self::count(&self.work.calls) > calls) => panic!("the implementation is called"),
        }
    }
}

#[tokio::test]
async fn a_request_without_its_client_keeps_its_place() {
    let running = start(ServiceSettings::default().with_max_in_flight(1), ServeLimits::default()).await;
    running.abandon("one").await;
    assert_eq!(running.refusal("two").await, 503);
    running.work.permits.add_permits(2);
    until(|| Running::count(&running.work.calls) == 0).await;
    let answered = async || {
        let body = r#"{"label":"a","path":"x","token":"three"}"#;
        let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
        send(running.address, request.header("x-amz-target", "Shapes.EchoBindings"), body).await.status().as_u16()
    };
    until_accepted(answered).await;
    assert_eq!(Running::count(&running.work.completed), 2);
}

#[tokio::test(start_paused = true)]
async fn time_limits_apply_to_requests_without_their_client() {
    let limit = Duration::from_secs(30);
    let mut of_server = ServeLimits::default();
    of_server.handler_timeout = limit;
    let of_service = ServiceSettings::default().with_handler_timeout(limit);
    for (settings, limits) in [(of_service, ServeLimits::default()), (ServiceSettings::default(), of_server)] {
        let running = start(settings, limits).await;
        running.abandon("one").await;
        assert_eq!(running.refusal("one").await, 503, "it is in progress");
        assert_eq!(Running::count(&running.work.calls), 1);
        tokio::time::sleep(limit + Duration::from_secs(1)).await;
        assert_eq!(Running::count(&running.work.calls), 0);
        running.abandon("one").await;
    }
}

#[tokio::test]
async fn a_connection_has_as_many_requests_as_it_may_also_if_it_resets_them() {
    let mut limits = ServeLimits::default();
    limits.max_concurrent_streams = 2;
    let running = start(ServiceSettings::default(), limits).await;
    let client = Client::builder(TokioExecutor::new()).http2_only(true).build_http();
    for (count, token) in ["one", "two"].into_iter().enumerate() {
        let sent = tokio::spawn(client.request(request(running.address, token)));
        until(|| Running::count(&running.work.calls) > count).await;
        sent.abort();
        until(|| Running::count(&running.work.requests) == 0).await;
    }
    let refused = tokio::select! {
        response = client.request(request(running.address, "three")) => response.expect("a response"),
        () = until(|| Running::count(&running.work.calls) > 2) => panic!("the implementation is called"),
    };
    assert_eq!((refused.status().as_u16(), &refused.headers()["retry-after"]), (503, &"1".parse().expect("text")));
    running.work.permits.add_permits(3);
    until(|| Running::count(&running.work.completed) == 2).await;
    let four = async || client.request(request(running.address, "four")).await.expect("a response").status().as_u16();
    until_accepted(four).await;
}

#[tokio::test]
async fn a_server_that_stops_waits_for_requests_without_their_client() {
    let running = start(ServiceSettings::default(), ServeLimits::default()).await;
    running.abandon("one").await;
    running.stop.send(()).expect("it runs");
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    assert!(!running.server.is_finished());
    running.work.permits.add_permits(1);
    running.server.await.expect("no panic");
    assert_eq!(running.work.completed.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_stops_ends_them_at_the_drain_timeout() {
    let mut limits = ServeLimits::default();
    (limits.drain_timeout, limits.handler_timeout) = (Duration::from_secs(5), Duration::MAX);
    let running = start(ServiceSettings::default(), limits).await;
    running.abandon("one").await;
    running.stop.send(()).expect("it runs");
    running.server.await.expect("no panic");
    until(|| running.work.calls.load(Ordering::SeqCst) == 0).await;
    assert_eq!(running.work.completed.load(Ordering::SeqCst), 0);
}

/// A store that takes its time to answer.
struct SlowStore {
    store: MemoryStore,
    claims: Arc<Semaphore>,
    responses: Arc<Semaphore>,
}

/// Completes after the future, with a permit.
fn slowed<T: Send + 'static>(permits: &Arc<Semaphore>, future: StoreFuture<T>) -> StoreFuture<T> {
    let permits = Arc::clone(permits);
    Box::pin(async move {
        let done = future.await;
        permits.acquire().await?.forget();
        done
    })
}

impl IdempotencyStore for SlowStore {
    fn claim(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<Claim> {
        slowed(&self.claims, self.store.claim(key, owner))
    }

    fn store(&self, key: IdempotencyKey, owner: u64, response: StoredResponse) -> StoreFuture<()> {
        // A future of another store may do nothing before it is polled: wait first.
        let (permits, store) = (Arc::clone(&self.responses), self.store.store(key, owner, response));
        Box::pin(async move {
            permits.acquire().await?.forget();
            store.await
        })
    }

    fn release(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<()> {
        self.store.release(key, owner)
    }
}

#[tokio::test(start_paused = true)]
async fn time_limits_do_not_end_calls_of_the_store() {
    let permits = |number| Arc::new(Semaphore::new(number));
    // The store is slow to reserve the key, or to store the response.
    for (slow_claim, executions_of_first) in [(true, 0), (false, 1)] {
        let (claims, responses) = (permits(usize::from(!slow_claim)), permits(usize::from(slow_claim)));
        let store = MemoryStore::new(Duration::from_secs(3600), 10);
        let store = SlowStore { store, claims: Arc::clone(&claims), responses: Arc::clone(&responses) };
        let count = Arc::<AtomicUsize>::default;
        let work = Work { calls: count(), requests: count(), completed: count(), permits: permits(9) };
        let functions = server::partial(work.clone()).operation(EchoBindings, self::work);
        let settings = ServiceSettings::default().with_handler_timeout(Duration::from_secs(30)).with_max_in_flight(1);
        let service = functions.otherwise(Fault::not_implemented).with_settings(settings).idempotency_store(store);
        let send = async || {
            let request = request(SocketAddr::from(([127, 0, 0, 1], 80)), "one");
            let Ok(response) = service.clone().oneshot(request).await;
            response.status().as_u16()
        };
        assert_eq!(send().await, 503, "the time is over");
        assert_eq!(Running::count(&work.completed), executions_of_first);
        assert_eq!(send().await, 503, "the first one has its place still");
        claims.add_permits(9);
        responses.add_permits(9);
        until_accepted(send).await;
        assert_eq!(Running::count(&work.completed), 1, "executed once");
    }
}
