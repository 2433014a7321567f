//! Costs, requests and remains of attempts.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use golden::{archive, depot, shapes, warehouse};
use http::Response;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep};
use whitesmith_runtime::aws_sdk::error::{ProvideErrorMetadata, SdkError};
use whitesmith_runtime::client::testing::{Faults, InjectedFault};
use whitesmith_runtime::client::{
    self, CallBuilder, Canned, Config, Credentials, Error, IdentityError, NotSent, RequestBody, RequestError,
    RetryDecision, Transport,
};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{EndpointRules, OperationSchema, ProtocolId, ServiceSchema, prelude};
use whitesmith_runtime::types::{StreamError, Unit};
use whitesmith_runtime::{operation, operation_error};

fn config(transport: impl Into<Transport>) -> Config {
    let config = Config::new().region("eu-central-1").endpoint_url("http://test").transport(transport);
    config.retry_pauses(Duration::ZERO, Duration::ZERO)
}

/// A service whose head comes after some time.
fn slow(time: Duration) -> Transport {
    Transport::new(tower::service_fn(move |_| async move {
        sleep(time).await;
        Ok::<_, io::Error>(Response::new(RequestBody::default()))
    }))
}

/// Credentials that need some time.
fn late(config: Config, time: Duration) -> Config {
    config.identity_timeout(Duration::from_mins(1)).credentials_provider(move || async move {
        sleep(time).await;
        Ok::<_, io::Error>(Credentials::new("id", "secret"))
    })
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_an_attempt_includes_the_time_for_its_identity() {
    let seconds = Duration::from_secs;
    let attempt = |identity, head| {
        let config = late(config(slow(seconds(head))), seconds(identity)).attempts(1).attempt_timeout(seconds(10));
        async move {
            let start = Instant::now();
            let result = depot::Client::new(config).delete_object().bucket("b").key("k").send().await;
            (result.map(drop), start.elapsed().as_secs())
        }
    };
    assert!(matches!(attempt(6, 3).await, (Ok(()), 9)));
    let (result, time) = attempt(6, 9).await;
    let error = result.expect_err("too slow");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == seconds(10)), "{error:?}");
    assert_eq!((error.attempts(), time), (Some(1), 10));
    let (result, time) = attempt(11, 0).await;
    let error = result.expect_err("too slow");
    assert!(matches!(error, Error::Request { reason: RequestError::Auth(_), .. }), "{error:?}");
    let cause = std::error::Error::source(&error).and_then(|error| error.downcast_ref::<IdentityError>());
    assert!(matches!(cause, Some(IdentityError::Timeout(limit)) if *limit == seconds(10)), "{cause:?}");
    assert_eq!((error.attempts(), time), (None, 10));
}

#[tokio::test]
async fn a_lost_request_is_reported_if_the_next_cannot_be_created() {
    let faults = Faults::new(Canned::new([Response::new("".into())]), [InjectedFault::LostResponse]);
    let config = config(faults).unsigned().before_signing(|_, call| match call.attempt() {
        1 => Ok(()),
        _ => Err("closed".into()),
    });
    let error = depot::Client::new(config).delete_object().bucket("b").key("k").send().await.expect_err("lost");
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert_eq!((error.attempts(), error.is_retryable()), (Some(1), true));
    assert!(matches!(error.unsent(), Some(RequestError::Layer(_))), "{error:?}");
    let text = error.to_string();
    assert!(text.starts_with("DeleteObject failed: the request or its response was interrupted: "), "{text}");
    assert!(text.ends_with("; the next request was not sent"), "{text}");
    let reason = std::error::Error::source(&error).expect("a reason");
    assert!(matches!(reason.downcast_ref(), Some(RequestError::Layer(_))), "{reason:?}");
    assert_eq!(reason.source().map(ToString::to_string).as_deref(), Some("closed"));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_ends_before_its_first_request_has_no_attempts() {
    let config = late(config(slow(Duration::ZERO)), Duration::from_secs(50)).operation_timeout(Duration::from_secs(2));
    let error = depot::Client::new(config).delete_object().bucket("b").key("k").send().await.expect_err("late");
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(error.attempts(), None);
}

#[tokio::test]
async fn a_request_that_was_not_sent_is_repeated_whatever_the_operation() {
    let canned = Canned::new([Response::new(r#"{"total":7}"#.into())]);
    let config = config(Faults::new(canned.clone(), [InjectedFault::Refused, InjectedFault::Refused])).unsigned();
    let client = warehouse::Client::new(config.protocol(ProtocolId::RestJson1));
    client.store_articles().id("chair").count(4).send().await.expect("stored");
    assert_eq!(canned.requests().len(), 1);
}

/// An error of a layer around a transport.
#[derive(Debug)]
struct Wrapped<E>(E);

impl<E> std::fmt::Display for Wrapped<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("wrapped")
    }
}

impl<E: std::error::Error + 'static> std::error::Error for Wrapped<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// The number of requests of an operation that must not be executed twice, with a transport that fails with this error,
/// and whether the service may have got it.
async fn failed<E: std::error::Error + Send + Sync + 'static>(error: fn() -> E) -> (usize, bool) {
    let count = Arc::<AtomicUsize>::default();
    let (counter, is_sent) = (Arc::clone(&count), Arc::new(AtomicUsize::new(0)));
    let transport = Transport::new(tower::service_fn(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        async move { Err::<Response<RequestBody>, E>(error()) }
    }));
    let seen = Arc::clone(&is_sent);
    let config = config(transport).unsigned().protocol(ProtocolId::RestJson1).retry_when(move |failed| {
        assert!(!failed.is_timeout());
        seen.fetch_add(usize::from(!failed.is_connect()), Ordering::SeqCst);
        RetryDecision::Default
    });
    let call = warehouse::Client::new(config).store_articles().id("chair").count(4).send().await;
    assert!(matches!(call, Err(Error::Transport { .. })));
    (count.load(Ordering::SeqCst), is_sent.load(Ordering::SeqCst) > 0)
}

#[tokio::test]
async fn a_transport_can_say_that_nothing_was_sent() {
    let broken = || io::Error::other("broken");
    let unsent = || NotSent::new("the lines are busy");
    assert_eq!(failed(broken).await, (1, true));
    assert_eq!(failed(unsent).await, (3, false));
    assert_eq!(failed(|| Wrapped(NotSent::new("busy"))).await, (3, false));
    assert_eq!(failed(|| io::Error::other(Wrapped(NotSent::new("busy")))).await, (3, false));
    // The source of the request's stream is another client.
    let of_stream = || Wrapped(StreamError::Broken(NotSent::new("busy").into()));
    assert_eq!(failed(of_stream).await, (1, true));
    assert_eq!(failed(|| NotSent::new(StreamError::Broken("busy".into()))).await, (3, false));
}

#[tokio::test]
async fn settings_of_the_environment_can_be_undone() {
    let set = Config::new().fips().dual_stack().unsigned().sts_global_endpoint().operation_timeout(Duration::ZERO);
    let set = set.unlisted_enum_values().allow_plain_http_identity().without_host_prefix().endpoint_url("http://test");
    let canned = Canned::new([Response::new("".into())]);
    let undone = set.without_fips().without_dual_stack().signed().sts_regional_endpoint().without_operation_timeout();
    let undone = undone.without_unlisted_enum_values().refuse_plain_http_identity().host_prefix();
    let config = undone.region("eu-central-1").credentials(Credentials::new("id", "secret")).transport(canned.clone());
    depot::Client::new(config).delete_object().bucket("b").key("k").send().await.expect("deleted");
    assert!(canned.requests()[0].headers().contains_key("authorization"));
}

#[tokio::test]
async fn idempotency_tokens_come_from_any_function() {
    let canned = Canned::new([Response::new("{}".into())]);
    let count = AtomicUsize::new(6);
    let config = config(canned.clone()).unsigned().protocol(ProtocolId::RestJson1);
    let config = config.idempotency_tokens(move || format!("t{}", count.fetch_add(1, Ordering::SeqCst)));
    // The prepared response has another status.
    let _ = shapes::Client::new(config).echo_bindings().label("a").path("b").send().await;
    assert_eq!(canned.requests()[0].body(), r#"{"token":"t6"}"#);
}

#[tokio::test]
async fn an_error_without_a_code_has_none_in_the_style_of_the_sdk() {
    let canned = Canned::new([Response::builder().status(418).body(r#"{"message":"no"}"#.into()).expect("a response")]);
    let config = config(canned).unsigned().protocol(ProtocolId::RestJson1);
    let error = shapes::Client::new(config).echo_bindings().label("a").path("b").send().await.expect_err("refused");
    let Error::Service(service) = &error else { panic!("{error:?}") };
    let standard: &dyn std::error::Error = &**service;
    assert!(standard.to_string().starts_with("EchoBindings: "), "{standard}");
    assert_eq!(ProvideErrorMetadata::code(service.error()), None);
    assert_eq!(SdkError::from(error).code(), None);
}

/// The number of connections of a call to a server that ends TLS with this alert.
async fn connections(alert: u8) -> usize {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    let count = Arc::<AtomicUsize>::default();
    let counter = Arc::clone(&count);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counter.fetch_add(1, Ordering::SeqCst);
            let mut hello = [0; 4096];
            let length = stream.read(&mut hello).await.expect("a greeting");
            assert!(length > 0);
            stream.write_all(&[21, 3, 3, 0, 2, 2, alert]).await.expect("sent");
        }
    });
    let config = Config::new().region("eu-central-1").endpoint_url(url).unsigned();
    let config = config.retry_pauses(Duration::ZERO, Duration::ZERO);
    let call = depot::Client::new(config).delete_object().bucket("b").key("k").send().await;
    assert!(matches!(call.expect_err("no connection"), Error::Transport { .. }));
    count.load(Ordering::SeqCst)
}

#[tokio::test]
async fn failures_of_tls_are_repeated_unless_they_stay() {
    let (handshake_failure, unknown_ca, internal_error) = (40, 48, 80);
    assert_eq!(connections(internal_error).await, 3);
    assert_eq!(connections(handshake_failure).await, 1);
    assert_eq!(connections(unknown_ca).await, 1);
}

#[tokio::test]
async fn parameters_of_the_map_stay_if_the_member_of_their_name_has_no_value() {
    let canned = Canned::new([Response::new("{}".into())]);
    let client = shapes::Client::new(config(canned.clone()).unsigned().protocol(ProtocolId::RestJson1));
    for (number, expected) in [(None, "fixed=yes&item=9&number=7"), (Some(1), "fixed=yes&item=9&number=1")] {
        let call = client.echo_bindings().label("a").path("b").set_number(number);
        // The list has no elements, so it is no parameter.
        let call = call.set_list(Some(Vec::<String>::new())).params("number", "7").params("item", "9");
        let call = call.params("fixed", "no");
        // The prepared response has another status.
        let _ = call.send().await;
        let request = canned.requests().pop().expect("a request");
        let mut query: Vec<_> = request.uri().query().expect("a query").split('&').collect();
        query.sort_unstable();
        assert_eq!(query.join("&"), expected);
    }
}

static RULES: EndpointRules =
    EndpointRules::new("else => \"http://test\" headers {\"x-a\": [\"1\", \"2\"], \"x-b\": [\"3\"]}\n");
static OPEN: OperationSchema =
    OperationSchema::new("Open", &prelude::UNIT, &prelude::UNIT).http("POST", "/open", 200).idempotent();
static DOORS: ServiceSchema =
    ServiceSchema::new("example#Doors", "1", &[&OPEN]).protocols(&[ProtocolId::RestJson1]).rules(&RULES);

struct Open;
operation! { Open: OPEN { Unit, Unit, OpenError } }

#[derive(Clone, Debug)]
enum OpenError {
    Unhandled(Unhandled),
}
operation_error! { OpenError {} }

#[tokio::test]
async fn headers_of_endpoint_rules_have_all_of_their_values() {
    let canned = Canned::new([Response::new("{}".into())]);
    let client = client::Client::new(&DOORS, Config::new().transport(canned.clone()));
    CallBuilder::<Open>::call(&client).send().await.expect("opened");
    let request = canned.requests().pop().expect("a request");
    for (name, expected) in [("x-a", &["1", "2"][..]), ("x-b", &["3"])] {
        let values: Vec<_> =
            request.headers().get_all(name).iter().map(|value| value.to_str().expect("text")).collect();
        assert_eq!(values, expected, "{name}");
    }
}

#[tokio::test]
async fn buckets_are_in_the_host_in_all_partitions() {
    for (region, expected) in [
        ("eu-central-1", "b12.s3.eu-central-1.amazonaws.com"),
        ("cn-north-1", "b12.s3.cn-north-1.amazonaws.com.cn"),
        ("eusc-de-east-1", "b12.s3.eusc-de-east-1.amazonaws.eu"),
        ("us-iso-east-1", "b12.s3.us-iso-east-1.c2s.ic.gov"),
    ] {
        let canned = Canned::new([Response::new("".into())]);
        let config = Config::new().region(region).unsigned().transport(canned.clone());
        depot::Client::new(config).delete_object().bucket("b12").key("k").send().await.expect("deleted");
        assert_eq!(canned.requests()[0].uri().host(), Some(expected));
    }
}

/// Runs a future on this thread, without tokio.
fn run<F: Future>(future: F) -> F::Output {
    struct Unpark(std::thread::Thread);
    impl std::task::Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(Unpark(std::thread::current())).into();
    let mut cx = std::task::Context::from_waker(&waker);
    let mut future = std::pin::pin!(future);
    loop {
        if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        std::thread::park();
    }
}

#[test]
fn clients_with_their_own_transport_need_no_runtime() {
    let canned = Canned::new([Response::new("{}".into()), Response::new("123".into())]);
    let faults = Faults::new(canned, [InjectedFault::Status(http::StatusCode::SERVICE_UNAVAILABLE)]);
    let config = config(faults).credentials_provider(|| async { Ok::<_, io::Error>(Credentials::new("id", "secret")) });
    let client = archive::Client::new(config.operation_timeout(Duration::from_secs(60)));
    run(client.describe().send()).expect("described");
    let content = run(client.load().send()).expect("a head").content;
    assert_eq!(run(content.collect(10)).expect("loaded"), "123");
}
