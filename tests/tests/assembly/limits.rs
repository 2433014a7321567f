//! Limits of single operations.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use generated::sfn;
use golden::shapes::operations::{EchoBindings, EchoTypes};
use golden::shapes::{server, types};
use http::Request;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId};
use whitesmith_runtime::server::{
    AccessRequest, Authentication, Authorize, DecisionFuture, Fault, Functions, ServeLimits, Service, ServiceSettings,
    Services, State, serve,
};

use super::{PROTOCOLS, run, send, shapes};

/// Requests that have begun, and permits to end them.
#[derive(Clone)]
struct Gate(Arc<Semaphore>, Arc<Semaphore>);

async fn wait(State(gate): State<Gate>, _: types::EchoTypesInput) -> Result<types::EchoTypesOutput, Fault> {
    gate.0.add_permits(1);
    gate.1.acquire().await.map_err(Fault::internal)?.forget();
    types::EchoTypesOutput::builder().build().map_err(Fault::internal)
}

async fn bindings(State(_): State<Gate>, input: types::EchoBindingsInput) -> Result<types::EchoBindingsOutput, Fault> {
    types::EchoBindingsOutput::builder().label(input.label).build().map_err(Fault::internal)
}

fn service(settings: ServiceSettings) -> (Gate, Service<Functions<Gate>>) {
    let gate = Gate(Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let functions = server::partial(gate.clone()).operation(EchoTypes, wait).operation(EchoBindings, bindings);
    let is_types = |operation: &OperationSchema| operation.name() == "EchoTypes";
    (gate, functions.otherwise(Fault::not_implemented).with_settings_of(is_types, settings))
}

#[tokio::test]
async fn bodies_of_one_operation_are_limited_in_every_protocol() {
    let (gate, service) = service(ServiceSettings::default().with_max_body(200));
    gate.1.add_permits(PROTOCOLS.len());
    let address = run(service).await;
    for protocol in PROTOCOLS {
        let client = shapes(address, protocol);
        let text = "a".repeat(300);
        let all = types::AllTypes::builder().string(text.as_str()).build().expect("valid");
        let error = client.echo_types().all(all).send().await.expect_err("too large");
        assert_eq!(error.status(), Some(413), "{protocol}: {error}");
        client.echo_types().send().await.expect("small");
        let output = client.echo_bindings().label("a").path("b").body(text.as_str()).send().await;
        assert_eq!(output.expect("not limited").label.as_deref(), Some("a"), "{protocol}");
    }
}

#[tokio::test]
async fn the_configuration_raises_the_limit_of_an_operation_in_every_protocol() {
    let functions = server::partial(()).operation(EchoTypes, async |_: types::EchoTypesInput| {
        types::EchoTypesOutput::builder().build().map_err(Fault::internal)
    });
    let functions = functions.operation(EchoBindings, async |_: types::EchoBindingsInput| {
        types::EchoBindingsOutput::builder().build().map_err(Fault::internal)
    });
    // Other settings keep the limits of operations.
    let settings = ServiceSettings::default().with_body_timeout(Duration::from_secs(20));
    let address = run(functions.otherwise(Fault::not_implemented).with_settings(settings)).await;
    for protocol in PROTOCOLS {
        let client = shapes(address, protocol);
        let text = |mib: usize| "a".repeat(mib * 1024 * 1024 / 2);
        let all = |text: String| types::AllTypes::builder().string(text).build().expect("valid");
        let more = client.echo_types().all(all(text(5))).send().await;
        assert!(more.is_ok(), "{protocol}: {more:?}");
        let error = client.echo_types().all(all(text(7))).send().await.expect_err("more than is configured");
        assert_eq!(error.status(), Some(413), "{protocol}: {error}");
        let error = client.echo_bindings().label("a").path("b").body(text(5)).send().await.expect_err("the default");
        assert_eq!(error.status(), Some(413), "{protocol}: {error}");
    }
}

#[tokio::test]
async fn further_requests_are_rejected_while_others_are_in_flight() {
    let (gate, service) = service(ServiceSettings::default().with_max_in_flight(1));
    let address = run(service).await;
    for protocol in PROTOCOLS {
        let client = shapes(address, protocol);
        let first = tokio::spawn({
            let client = client.clone();
            async move { client.echo_types().send().await }
        });
        gate.0.acquire().await.expect("open").forget();
        let error = client.echo_types().send().await.expect_err("busy");
        assert_eq!(error.status(), Some(503), "{protocol}: {error}");
        assert_eq!(error.info().expect("a response").headers()["retry-after"], "1", "{protocol}");
        client.echo_bindings().label("a").path("b").send().await.expect("another operation");
        gate.1.add_permits(1);
        first.await.expect("no panic").expect("answered");
    }
}

/// A form whose body is larger than most others.
fn form(length: usize) -> String {
    format!("Action=EchoBindings&Version=2026-11-21&label=a&path=b&other={}", "x".repeat(length))
}

fn post() -> http::request::Builder {
    Request::post("/").header("content-type", "application/x-www-form-urlencoded")
}

/// Sends the head of a form and part of its body. The request lasts as long as the connection.
async fn half_a_form(address: SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99";
    stream.write_all(format!("{head}\r\n\r\nAction=Echo").as_bytes()).await.expect("to write");
    stream
}

/// Sends forms until one is answered with status 503.
async fn assert_becomes_busy(address: SocketAddr) {
    for _ in 0..300 {
        if send(address, post(), form(0)).await.status() == 503 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("further requests are served");
}

fn only_bindings() -> Service<Functions<Gate>> {
    service(ServiceSettings::default()).1
}

#[tokio::test]
async fn requests_count_before_the_body_that_names_their_operation_is_read() {
    let settings = ServiceSettings::default().with_max_in_flight(1);
    let service = only_bindings().with_settings(settings).route_layer(|_| true, async |request| request.run().await);
    let routed = Services::new().add(only_bindings()).form_settings(settings).build().expect("one service");
    for address in [run(service).await, run(routed).await] {
        let half = half_a_form(address).await;
        assert_becomes_busy(address).await;
        drop(half);
    }
}

#[tokio::test]
async fn layers_run_for_requests_within_the_limits_of_headers_and_operations() {
    let settings = ServiceSettings::default().with_max_headers(5);
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let (gate, service) = service(ServiceSettings::default().with_max_in_flight(1));
    let service = service.with_settings(settings).route_layer(
        |_| true,
        move |request| {
            count.fetch_add(1, Ordering::SeqCst);
            async move { request.run().await }
        },
    );
    let address = run(service).await;
    let many = (0..9).fold(post(), |request, index| request.header(format!("x-{index}"), "a"));
    assert_eq!(send(address, many, form(0)).await.status(), 431);
    assert_eq!(seen.load(Ordering::SeqCst), 0);
    assert_eq!(send(address, post(), form(0)).await.status(), 200);
    // An operation has limits of its own, whatever names it.
    let waiting = tokio::spawn(async move { send(address, post(), "Action=EchoTypes&Version=2026-11-21").await });
    gate.0.acquire().await.expect("open").forget();
    let busy = send(address, post(), "Action=EchoTypes&Version=2026-11-21").await;
    assert_eq!((busy.status().as_u16(), seen.load(Ordering::SeqCst)), (503, 2));
    gate.1.add_permits(1);
    assert_eq!(waiting.await.expect("no panic").status(), 200);
}

#[tokio::test]
async fn bodies_that_name_their_operation_are_charged_once_with_layers() {
    let settings = ServiceSettings::default().with_total_memory(400 * 1024);
    let plain = only_bindings().with_settings(settings);
    let layered = only_bindings().with_settings(settings).route_layer(|_| true, async |request| request.run().await);
    for address in [run(plain).await, run(layered).await] {
        let response = send(address, post(), form(250 * 1024)).await;
        assert_eq!(response.status(), 200, "{response:?}");
        let response = send(address, post(), form(500 * 1024)).await;
        assert_eq!(response.status(), 503, "{response:?}");
    }
}

#[tokio::test]
async fn forms_of_several_services_have_the_largest_limits_of_their_services() {
    let limited = |settings| Services::new().add(only_bindings().with_settings(settings)).build().expect("one service");
    let default = ServiceSettings::default;
    let many = || (0..9).fold(post(), |request, index| request.header(format!("x-{index}"), "a"));
    let address = run(limited(default().with_max_headers(5))).await;
    assert_eq!(send(address, many(), "Action=None&Version=1").await.status(), 431);
    let address = run(limited(default().with_total_memory(64 * 1024))).await;
    assert_eq!(send(address, post(), format!("Action=None&x={}", "x".repeat(100_000))).await.status(), 503);
    let address = run(limited(default().with_body_timeout(Duration::from_millis(20)))).await;
    let mut half = half_a_form(address).await;
    let mut status = [0; 12];
    half.read_exact(&mut status).await.expect("a response");
    assert_eq!(&status, b"HTTP/1.1 408");
}

#[tokio::test]
async fn forms_of_two_services_have_the_larger_size_and_both_numbers() {
    let settings = |body| ServiceSettings::default().with_max_in_flight(1).with_max_body(body).with_max_headers(5);
    let stepped = sfn::server::partial(()).otherwise(Fault::not_implemented).without_authentication();
    let stepped = stepped.with_additional_protocols(&[ProtocolId::AwsQuery]).with_settings(settings(2000));
    let services = Services::new().add(only_bindings().with_settings(settings(1000))).add(stepped);
    let address = run(services.build().expect("distinct services")).await;
    let other = |length| format!("Action=ListStateMachines&Version=2016-11-23&other={}", "x".repeat(length));
    assert_eq!(send(address, post(), other(1500)).await.status(), 501, "within the limit of its service");
    assert_eq!(send(address, post(), other(3000)).await.status(), 413);
    assert_eq!(send(address, post(), form(1500)).await.status(), 413, "more than its service accepts");
    let one = half_a_form(address).await;
    // The first half may be admitted after this form.
    for _ in 0..20 {
        assert_eq!(send(address, post(), form(0)).await.status(), 200);
    }
    let two = half_a_form(address).await;
    assert_becomes_busy(address).await;
    drop((one, two));
}

#[tokio::test]
async fn a_query_of_tens_of_thousands_of_parameters_is_read() {
    let address = run(only_bindings()).await;
    let query = "a&".repeat(10_000) + "fixed=yes&" + &"item=b&".repeat(3000);
    let response = send(address, Request::put(format!("/bindings/x/to/y?{query}")), "").await;
    assert_eq!(response.status(), 201, "{response:?}");
}

#[tokio::test]
async fn slow_implementations_are_interrupted() {
    let limit = Duration::from_millis(20);
    let (_, service) = service(ServiceSettings::default().with_handler_timeout(limit).with_max_in_flight(1));
    let address = run(service).await;
    for protocol in [ProtocolId::RestJson1, ProtocolId::AwsQuery] {
        let error = shapes(address, protocol).echo_types().send().await.expect_err("never answered");
        let found = (error.status(), error.code());
        assert_eq!(found, (Some(503), Some("ServiceUnavailableException")), "{protocol}: {error}");
        assert_eq!(error.info().expect("a response").headers()["retry-after"], "1", "{protocol}");
    }
}

#[tokio::test]
async fn requests_that_the_server_ends_are_answered_in_their_protocol() {
    let service = server::partial(()).otherwise_async(|_| std::future::pending::<Fault>());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let mut limits = ServeLimits::default();
    limits.handler_timeout = Duration::from_millis(20);
    tokio::spawn(serve(listener, service).limits(limits).into_future());
    for protocol in super::PROTOCOLS {
        let call = shapes(address, protocol).echo_types().customize().attempts(1);
        let error = call.send().await.expect_err("never answered");
        let found = (error.status(), error.code(), error.message());
        let expected = (Some(503), Some("ServiceUnavailableException"), Some("The request took more than 20ms"));
        assert_eq!(found, expected, "{protocol}: {error}");
        let info = error.info().expect("a response");
        assert_eq!(info.headers()["retry-after"], "1", "{protocol}");
        assert!(error.request_id().is_some(), "{protocol}");
    }
}

#[tokio::test]
async fn slow_fallbacks_are_interrupted() {
    let settings = ServiceSettings::default().with_handler_timeout(Duration::from_millis(20));
    let service = server::partial(()).otherwise_async(|_| std::future::pending::<Fault>());
    let address = run(service.with_settings(settings)).await;
    for protocol in [ProtocolId::RestJson1, ProtocolId::AwsQuery] {
        let error = shapes(address, protocol).echo_types().send().await.expect_err("never answered");
        assert_eq!((error.status(), error.code()), (Some(503), Some("ServiceUnavailableException")), "{protocol}");
    }
}

/// Never decides.
struct Silent;

impl Authorize for Silent {
    fn authorize<'a>(&'a self, _: AccessRequest<'a>) -> DecisionFuture<'a> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn slow_authorization_is_interrupted_before_operations_and_fallbacks() {
    let settings = ServiceSettings::default().with_handler_timeout(Duration::from_millis(20));
    let functions = server::partial(()).operation(EchoTypes, async |_: types::EchoTypesInput| {
        types::EchoTypesOutput::builder().build().map_err(Fault::internal)
    });
    let service = functions.otherwise(Fault::not_implemented);
    let service = service.with_authentication(Authentication::new().authorize(Silent));
    let address = run(service.with_settings(settings)).await;
    for protocol in [ProtocolId::RestJson1, ProtocolId::AwsQuery] {
        let client = shapes(address, protocol);
        let error = client.echo_types().send().await.expect_err("never answered");
        assert_eq!((error.status(), error.code()), (Some(503), Some("ServiceUnavailableException")), "{protocol}");
        let error = client.echo_bindings().label("a").path("b").send().await.expect_err("never answered");
        assert_eq!((error.status(), error.code()), (Some(503), Some("ServiceUnavailableException")), "{protocol}");
    }
}
