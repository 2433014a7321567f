//! Health checks, request IDs, limits of headers, and responses that are stored by idempotency token.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use golden::shapes::errors::EchoBindingsError;
use golden::shapes::operations::EchoBindings;
use golden::shapes::{server, types};
use http::{HeaderName, Request, Response};
use tokio::sync::Semaphore;
use whitesmith_runtime::client::Config;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{
    Body, Claim, Fault, Functions, IdempotencyKey, IdempotencyStore, MemoryStore, Outcome, Probes, RequestBody,
    Service, ServiceSettings, State, StoreFuture, StoredResponse,
};

use super::{PROTOCOLS, config, run, send, shapes};

/// Number of calls, and permits to complete them.
#[derive(Clone)]
struct Calls(Arc<AtomicU32>, Arc<Semaphore>);

async fn bindings(
    State(calls): State<Calls>,
    input: types::EchoBindingsInput,
) -> Result<types::EchoBindingsOutput, EchoBindingsError> {
    let number = calls.0.fetch_add(1, Ordering::Relaxed) + 1;
    calls.1.acquire().await.map_err(Fault::internal)?.forget();
    match &*input.label {
        "bad" => return Err(Fault::new(409, "Conflict", "try later").into()),
        "broken-error" => return Err(types::Teapot::builder().spout("a\nb").build()?.into()),
        _ => {}
    }
    let output = types::EchoBindingsOutput::builder().set_header((input.label == "broken").then(|| "a\nb".to_owned()));
    let output = output.set_status(input.label.parse::<i32>().ok());
    Ok(output.label(format!("{} {number}", input.label)).build()?)
}

fn service() -> (Calls, Service<Functions<Calls>>) {
    let calls = Calls(Arc::default(), Arc::new(Semaphore::new(100)));
    let functions = server::partial(calls.clone()).operation(EchoBindings, bindings);
    (calls, functions.otherwise(Fault::not_implemented))
}

#[tokio::test]
async fn health_checks_are_answered_before_the_service() {
    let is_ready = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&is_ready);
    let probes = Probes::new().ready_if(move || {
        let is_ready = seen.load(Ordering::Relaxed);
        async move { is_ready }
    });
    let address = run(probes.around(service().1)).await;
    let status = async |request: http::request::Builder| send(address, request, "").await.status().as_u16();
    assert_eq!(status(Request::get("/livez")).await, 200);
    assert_eq!(status(Request::get("/readyz")).await, 503);
    is_ready.store(true, Ordering::Relaxed);
    assert_eq!(status(Request::get("/readyz?verbose")).await, 200);
    assert_eq!(status(Request::head("/readyz")).await, 200);
    assert_eq!(status(Request::post("/livez")).await, 405);
    assert_eq!(status(Request::get("/livez/other")).await, 404);
    shapes(address, ProtocolId::RestJson1).echo_bindings().label("a").path("b").send().await.expect("the service");
}

#[tokio::test]
async fn an_invalid_host_has_the_code_of_the_protocol() {
    async fn reject(service: impl tower::Service<Request<Body>, Response = Response<Body>>) -> String {
        let request = Request::post("/types").header("host", "a.test, b.test").body(Body::default());
        let response = tower::ServiceExt::oneshot(service, request.expect("a request")).await.ok().expect("a response");
        assert_eq!(response.status().as_u16(), 400);
        let (head, body) = response.into_parts();
        let body = http_body_util::BodyExt::collect(body).await.expect("a body").to_bytes();
        format!("{:?} {}", head.headers, String::from_utf8_lossy(&body))
    }
    for protocol in PROTOCOLS.into_iter().chain([ProtocolId::Ec2Query]) {
        let service = server::partial(()).otherwise(Fault::not_implemented).with_protocols(&[protocol]);
        let found = reject(service).await;
        let code = if protocol == ProtocolId::Ec2Query { "InvalidRequest" } else { "MalformedHttpRequestException" };
        assert!(found.contains(code), "{protocol}: {found}");
    }
    let s3 = golden::storage::server::partial(()).otherwise(Fault::not_implemented).without_authentication();
    let found = reject(s3).await;
    assert!(found.contains("<Code>InvalidRequest</Code>"), "{found}");
}

#[tokio::test]
async fn health_checks_can_be_added_to_any_service() {
    use axum::routing::get;

    let router = axum::Router::new().route("/hello", get(async || "hello"));
    let address = run(Probes::new().around(router)).await;
    let answer = async |path: &str| send(address, Request::get(path), "").await.into_body();
    assert_eq!((&*answer("/livez").await, &*answer("/hello").await), ("ok\n", "hello"));
    let plain = tower::service_fn(async |_: Request<RequestBody>| {
        Err::<Response<http_body_util::Full<bytes::Bytes>>, _>(std::io::Error::other("the service fails"))
    });
    let address = run(Probes::new().around(plain)).await;
    assert_eq!(send(address, Request::get("/readyz"), "").await.status().as_u16(), 200);
    assert_eq!(send(address, Request::get("/hello"), "").await.status().as_u16(), 500);
}

#[tokio::test]
async fn other_methods_of_a_path_are_refused_with_those_that_it_has() {
    let service = service().1.with_protocols(&[ProtocolId::RestJson1]);
    let address = run(service).await;
    for method in ["GET", "HEAD", "OPTIONS", "DELETE", "TRACE"] {
        let response = send(address, Request::builder().method(method).uri("/types"), "").await;
        assert_eq!(
            (response.status().as_u16(), response.headers()["allow"].as_bytes()),
            (405, &b"POST"[..]),
            "{method}"
        );
        assert_eq!(response.body().is_empty(), method == "HEAD", "{method}");
    }
    // An operation with the method `HEAD`.
    let depot = golden::depot::server::partial(()).otherwise(|_| Fault::new(418, "Seen", "")).without_authentication();
    let address = run(depot).await;
    let response = send(address, Request::head("/b/k"), "").await;
    assert_eq!((response.status().as_u16(), response.body().is_empty()), (418, true));
    let response = send(address, Request::options("/b/k"), "").await;
    assert_eq!(response.status().as_u16(), 405);
    let allowed = response.headers()["allow"].to_str().expect("text");
    assert!(allowed.split(", ").any(|method| method == "HEAD"), "{allowed}");
    for protocol in [ProtocolId::AwsJson1_0, ProtocolId::RpcV2Cbor, ProtocolId::AwsQuery] {
        let service = self::service().1.with_protocols(&[protocol]);
        let address = run(service).await;
        let path = if protocol == ProtocolId::RpcV2Cbor { "/service/Shapes/operation/EchoTypes" } else { "/" };
        let request = Request::options(path).header("x-amz-target", "Shapes.EchoTypes");
        let response = send(address, request.header("smithy-protocol", "rpc-v2-cbor"), "").await;
        let status = response.status().as_u16();
        assert!(matches!(status, 400 | 404 | 405), "{protocol}: {status}");
        assert_eq!(status == 405, response.headers().contains_key("allow"), "{protocol}");
    }
}

/// A service that waits for a permit before each request.
#[derive(Clone)]
struct Busy(Arc<Semaphore>, Service<Functions<Calls>>);

impl tower::Service<Request<RequestBody>> for Busy {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = <Service<Functions<Calls>> as tower::Service<Request<RequestBody>>>::Future;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        let Ok(permit) = self.0.try_acquire() else { return Poll::Pending };
        permit.forget();
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        self.1.call(request)
    }
}

#[tokio::test]
async fn health_checks_do_not_wait_for_a_busy_service() {
    let permits = Arc::new(Semaphore::new(1));
    let address = run(Probes::new().around(Busy(Arc::clone(&permits), service().1))).await;
    let status = async |path: &str| send(address, Request::get(path), "").await.status().as_u16();
    assert_eq!((status("/livez").await, permits.available_permits()), (200, 1));
    assert_eq!((status("/other").await, permits.available_permits()), (404, 0));
    assert_eq!((status("/livez").await, status("/readyz").await), (200, 200));
}

#[tokio::test]
async fn request_ids_are_those_of_the_proxy_if_they_are_visible_text() {
    let service = service().1.request_id_from(HeaderName::from_static("x-request-id"));
    let address = run(service).await;
    for (given, is_taken) in [("7f-A.b:1", true), ("", false), ("a b", false), (&*"x".repeat(129), false)] {
        let response = send(address, Request::get("/other").header("x-request-id", given), "").await;
        let id = response.headers()["x-amzn-requestid"].to_str().expect("text");
        assert_eq!(id == given, is_taken, "{given}: {id}");
        assert!(is_taken || id.len() == 36, "{id}");
    }
    let random = send(address, Request::get("/other"), "").await;
    assert_eq!(random.headers()["x-amzn-requestid"].len(), 36);
}

#[tokio::test]
async fn headers_of_one_operation_are_limited_by_number_and_size() {
    let is_bindings = |operation: &whitesmith_runtime::schema::OperationSchema| operation.name() == "EchoBindings";
    let settings = ServiceSettings::default().with_max_headers(12).with_max_header_size(1000);
    let address = run(service().1.with_settings_of(is_bindings, settings)).await;
    let request = || {
        let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
        request.header("x-amz-target", "Shapes.EchoBindings")
    };
    let body = r#"{"label":"a","path":"x"}"#;
    assert_eq!(send(address, request(), body).await.status().as_u16(), 200);
    let many = (0..12).fold(request(), |request, at| request.header(format!("x-{at}"), "1"));
    let response = send(address, many, body).await;
    assert_eq!(response.status().as_u16(), 431);
    assert!(response.body().contains("more than 12 header fields"), "{response:?}");
    let large = send(address, request().header("x-large", "a".repeat(1000)), body).await;
    assert_eq!(large.status().as_u16(), 431);
    assert!(large.body().contains("larger than 1000 bytes"), "{large:?}");
}

fn with_token(config: Config) -> golden::shapes::Client {
    golden::shapes::Client::new(config.idempotency_tokens(|| "token-1".to_owned()))
}

#[tokio::test]
async fn repeated_requests_get_the_first_answer_in_every_protocol() {
    for protocol in PROTOCOLS {
        let (calls, service) = service();
        let address = run(service.idempotency_store(MemoryStore::new(Duration::from_secs(60), 10))).await;
        let client = with_token(config(address).protocol(protocol));
        let call = |label: &'static str| client.echo_bindings().label(label).path("x").send();
        for _ in 0..2 {
            assert_eq!(call("a").await.expect("answered").label.as_deref(), Some("a 1"), "{protocol}");
        }
        assert_eq!(calls.0.load(Ordering::Relaxed), 1, "{protocol}");
        let error = call("b").await.expect_err("other parameters");
        let found = (error.status(), error.code());
        assert_eq!(found, (Some(400), Some("IdempotentParameterMismatchException")), "{protocol}");
        let other = client.echo_bindings().label("a").path("x").token("token-2").send().await.expect("answered");
        assert_eq!(other.label.as_deref(), Some("a 2"), "{protocol}");
    }
}

#[tokio::test]
async fn failed_requests_can_be_repeated_with_their_token() {
    let (calls, service) = service();
    let address = run(service.idempotency_store(MemoryStore::new(Duration::from_secs(60), 10))).await;
    let client = with_token(config(address).protocol(ProtocolId::RestJson1));
    // A response of the implementation, an error that cannot be sent, and outputs with the status of an error.
    for (label, status) in [("bad", 409), ("broken-error", 500), ("429", 429), ("503", 503)] {
        let error = client.echo_bindings().label(label).path("x").send().await.expect_err("refused");
        assert_eq!(error.status(), Some(status), "{label}");
    }
    client.echo_bindings().label("a").path("x").send().await.expect("the token was released");
    assert_eq!(calls.0.load(Ordering::Relaxed), 5);
}

#[tokio::test]
async fn an_operation_whose_output_cannot_be_sent_is_not_executed_again() {
    let (calls, service) = service();
    let address = run(service.idempotency_store(MemoryStore::new(Duration::from_secs(60), 10))).await;
    let client = with_token(config(address).protocol(ProtocolId::RestJson1));
    for _ in 0..2 {
        let error = client.echo_bindings().label("broken").path("x").send().await.expect_err("not sent");
        assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")));
    }
    assert_eq!(calls.0.load(Ordering::Relaxed), 1);
}

/// A store that is full.
struct Full;

impl IdempotencyStore for Full {
    fn claim(&self, _: IdempotencyKey, _: u64) -> StoreFuture<Claim> {
        Box::pin(std::future::ready(Ok(Claim::New)))
    }

    fn store(&self, _: IdempotencyKey, _: u64, _: StoredResponse) -> StoreFuture<()> {
        Box::pin(std::future::ready(Err("no space".into())))
    }

    fn release(&self, _: IdempotencyKey, _: u64) -> StoreFuture<()> {
        Box::pin(std::future::ready(Ok(())))
    }
}

#[tokio::test]
async fn layers_see_that_a_store_failed_and_callers_do_not() {
    let service = service().1.idempotency_store(Full);
    let request = Request::post("/").header("x-amz-target", "Shapes.EchoBindings");
    let request = request.header("content-type", "application/x-amz-json-1.1");
    let body = r#"{"label":"a","path":"x","token":"token-1"}"#.to_owned();
    let Ok(response) = tower::ServiceExt::oneshot(service, request.body(body).expect("a request")).await;
    let failure = response.extensions().get::<Outcome>().and_then(Outcome::failure).expect("a failure");
    let source = std::error::Error::source(failure).map(ToString::to_string);
    let found = (response.status().as_u16(), failure.code(), source.as_deref());
    assert_eq!(found, (200, "IdempotencyStore", Some("no space")));
}

#[tokio::test]
async fn a_token_in_progress_is_a_503_that_clients_repeat() {
    let (calls, service) = service();
    let address = run(service.idempotency_store(MemoryStore::new(Duration::from_secs(60), 10))).await;
    calls.1.acquire_many(100).await.expect("open").forget();
    let client = with_token(config(address));
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.echo_bindings().label("a").path("x").send().await }
    });
    while calls.0.load(Ordering::Relaxed) == 0 {
        tokio::task::yield_now().await;
    }
    let error = client.echo_bindings().label("a").path("x").send().await.expect_err("in progress");
    assert_eq!(error.status(), Some(503));
    assert_eq!(error.info().expect("a response").headers()["retry-after"], "1");
    calls.1.add_permits(1);
    first.await.expect("no panic").expect("answered");
}

#[tokio::test]
async fn a_request_with_a_token_runs_to_completion_without_its_client() {
    let (calls, service) = service();
    let address = run(service.idempotency_store(MemoryStore::new(Duration::from_secs(60), 10))).await;
    calls.1.acquire_many(100).await.expect("open").forget();
    let first = with_token(config(address));
    let first = tokio::spawn(async move { first.echo_bindings().label("a").path("x").send().await.map(drop) });
    while calls.0.load(Ordering::Relaxed) == 0 {
        tokio::task::yield_now().await;
    }
    first.abort();
    assert!(first.await.expect_err("it was aborted").is_cancelled());
    let client = with_token(config(address));
    let error = client.echo_bindings().label("a").path("x").send().await.expect_err("in progress");
    assert_eq!(error.status(), Some(503));
    calls.1.add_permits(1);
    let answer = loop {
        match client.echo_bindings().label("a").path("x").send().await {
            Ok(answer) => break answer,
            Err(error) => assert_eq!(error.status(), Some(503)),
        }
    };
    assert_eq!((answer.label.as_deref(), calls.0.load(Ordering::Relaxed)), (Some("a 1"), 1));
}
