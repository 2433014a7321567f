//! Services of functions: arguments, operations without a function, and where requests for them go.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use generated::imagebuilder;
use golden::shapes::errors::EchoTypesError;
use golden::shapes::operations::EchoTypes;
use golden::shapes::{server, types};
use golden::{storage, tickets};
use http::{HeaderMap, Method, Request};
use hyper_util::rt::TokioExecutor;
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId};
use whitesmith_runtime::server::{
    AccessRequest, Authentication, Body, Decision, Extension, Fault, Identity, Missing, PeerAddress, SecretKey,
    SigV4Verifier, State,
};
use whitesmith_runtime::types::{BoxError, ByteStream};

use super::{PROTOCOLS, config, run, send, shapes};

type Counter = Arc<AtomicUsize>;

async fn echo_types(
    State(calls): State<Counter>,
    headers: HeaderMap,
    method: Method,
    PeerAddress(peer): PeerAddress,
    operation: &'static OperationSchema,
    identity: Option<Identity>,
    input: types::EchoTypesInput,
) -> Result<types::EchoTypesOutput, EchoTypesError> {
    calls.fetch_add(1, Ordering::Relaxed);
    assert!(headers.contains_key("user-agent") && method == Method::POST && peer.ip().is_loopback());
    assert_eq!((operation.name(), identity.is_some()), ("EchoTypes", false));
    Ok(types::EchoTypesOutput::builder().set_all(input.all).build()?)
}

#[tokio::test]
async fn functions_get_state_and_parts_of_the_request() {
    let calls = Counter::default();
    let service = server::partial(Arc::clone(&calls));
    let service = service.operation(EchoTypes, echo_types).otherwise(Fault::not_implemented);
    let address = run(service).await;
    for protocol in PROTOCOLS {
        shapes(address, protocol).echo_types().send().await.expect("echoed");
    }
    assert_eq!(calls.load(Ordering::Relaxed), PROTOCOLS.len());
}

#[tokio::test]
async fn operations_without_a_function_are_not_implemented_in_every_protocol() {
    let address = run(server::partial(()).otherwise(Fault::not_implemented)).await;
    for protocol in PROTOCOLS {
        let error = shapes(address, protocol).echo_types().send().await.expect_err("not implemented");
        let found = (error.status(), error.code(), error.message());
        let expected = (Some(501), Some("NotImplemented"), Some("EchoTypes is not implemented"));
        assert_eq!(found, expected, "{protocol}: {error}");
    }
}

#[tokio::test]
async fn unknown_operations_are_unknown_and_not_missing() {
    let address = run(server::partial(()).otherwise(Fault::not_implemented)).await;
    let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build_http();
    let request = Request::post(format!("http://{address}/")).header("x-amz-target", "Shapes.Unheard");
    let request = request.header("content-type", "application/x-amz-json-1.1");
    let body = http_body_util::Full::new(Bytes::from("{}"));
    let response = client.request(request.body(body).expect("a request")).await.expect("a response");
    assert_eq!(response.status(), 400);
}

#[tokio::test]
async fn the_fallback_gets_operation_protocol_and_request() {
    let reply = |missing: Missing| {
        let (operation, service) = (missing.operation().name(), missing.service().name());
        Fault::new(418, "Seen", format!("{service} {operation} {} {}", missing.protocol(), missing.head().method))
    };
    let address = run(server::partial(()).otherwise(reply)).await;
    for protocol in PROTOCOLS {
        let error = shapes(address, protocol).echo_bindings().label("a").path("b").send().await.expect_err("a fault");
        let method = match protocol {
            ProtocolId::RestJson1 | ProtocolId::RestXml => "PUT",
            _ => "POST",
        };
        let expected = format!("Shapes EchoBindings {protocol} {method}");
        assert_eq!(error.message(), Some(expected.as_str()), "{error}");
    }
}

/// Sends a request to another server.
async fn forward(missing: Missing, upstream: String) -> Result<http::Response<Body>, Fault> {
    let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build_http();
    let mut request: Request<ByteStream> = missing.into_request();
    *request.uri_mut() = format!("{upstream}{}", request.uri()).parse().map_err(Fault::internal)?;
    let response = client.request(request).await.map_err(Fault::internal)?;
    Ok(response.map(|body| Body::from(ByteStream::from_body(body))))
}

#[tokio::test]
async fn requests_are_forwarded_as_they_were_sent_in_every_protocol() {
    let calls = Counter::default();
    let upstream =
        server::partial(Arc::clone(&calls)).operation(EchoTypes, echo_types).otherwise(Fault::not_implemented);
    let upstream = format!("http://{}", run(upstream).await);
    let address = run(server::partial(()).otherwise_async(move |missing| forward(missing, upstream.clone()))).await;
    let all = types::AllTypes::builder().string("ä & b").build().expect("valid");
    for protocol in PROTOCOLS {
        let output = shapes(address, protocol).echo_types().all(all.clone()).send().await.expect("echoed");
        assert_eq!(output.all.as_ref(), Some(&all), "{protocol}");
    }
    assert_eq!(calls.load(Ordering::Relaxed), PROTOCOLS.len());
}

#[tokio::test]
async fn requests_of_http_2_are_forwarded_with_their_host() {
    let reply = |missing: Missing| {
        let (head, host) = (missing.head(), missing.head().headers.get("host").cloned());
        Fault::new(418, "Seen", format!("{} {:?} {host:?} {}", head.uri, head.version, head.headers.contains_key("te")))
    };
    let upstream = format!("http://{}", run(server::partial(()).otherwise(reply)).await);
    let address = run(server::partial(()).otherwise_async(move |missing| forward(missing, upstream.clone()))).await;
    for is_http_2 in [true, false] {
        let client =
            hyper_util::client::legacy::Client::builder(TokioExecutor::new()).http2_only(is_http_2).build_http();
        let request = Request::post(format!("http://{address}/types?a=%20")).header("te", "trailers");
        let body = http_body_util::Full::new(Bytes::from("{}"));
        let response = client.request(request.body(body).expect("a request")).await.expect("a response");
        let body = http_body_util::BodyExt::collect(response.into_body()).await.expect("a body").to_bytes();
        let (body, host) = (String::from_utf8_lossy(&body), address.to_string());
        let expected = format!("/types?a=%20 HTTP/1.1 Some(\\\"{host}\\\") false");
        assert!(body.contains(&expected), "{body}");
    }
}

#[tokio::test]
async fn callers_cannot_take_away_fields_of_forwarded_requests() {
    let reply = |missing: Missing| {
        let names = ["connection", "keep-alive", "host", "authorization", "content-encoding", "x-amz-date", "x-own"];
        let kept = names.into_iter().filter(|name| missing.head().headers.contains_key(*name));
        let host = missing.head().headers["host"].to_str().unwrap_or_default();
        Fault::new(418, "Seen", format!("{} {host}", kept.collect::<Vec<_>>().join(" ")))
    };
    let upstream = format!("http://{}", run(server::partial(()).otherwise(reply)).await);
    let address = run(server::partial(()).otherwise_async(move |missing| forward(missing, upstream.clone()))).await;
    let request = Request::post("/types").header("connection", "Host, authorization, content-encoding");
    let request = request.header("connection", "x-amz-date, x-own, keep-alive").header("keep-alive", "timeout=5");
    let request = request.header("authorization", "a").header("content-encoding", "gzip").header("x-amz-date", "b");
    let response = send(address, request.header("x-own", "c"), "{}").await;
    let expected = format!("host authorization content-encoding x-amz-date x-own {address}");
    assert!(response.body().contains(&format!("\"{expected}\"")), "{response:?}");
}

#[tokio::test]
async fn an_upstream_that_cannot_be_reached_is_an_internal_error() {
    let address =
        run(server::partial(()).otherwise_async(|missing| forward(missing, "http://127.0.0.1:1".to_owned()))).await;
    let error = shapes(address, ProtocolId::RestJson1).echo_types().send().await.expect_err("no upstream");
    assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")));
}

#[tokio::test]
async fn a_fallback_that_panics_is_an_internal_error() {
    let reply = |_: Missing| -> Fault { panic!("as the test wants it") };
    let address = run(server::partial(()).otherwise(reply)).await;
    let error = shapes(address, ProtocolId::RestXml).echo_types().send().await.expect_err("a panic");
    assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")));
}

async fn needs_extension(
    Extension(_): Extension<u8>,
    _: types::EchoTypesInput,
) -> Result<types::EchoTypesOutput, Fault> {
    unreachable!("no layer adds it")
}

#[tokio::test]
async fn a_missing_extension_is_an_internal_error() {
    let address =
        run(server::partial(()).operation(EchoTypes, needs_extension).otherwise(Fault::not_implemented)).await;
    let error = shapes(address, ProtocolId::RpcV2Cbor).echo_types().send().await.expect_err("no extension");
    assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")));
}

#[test]
fn exhaustive_services_name_operations_without_a_function() {
    let error = server::partial(()).operation(EchoTypes, echo_unit).exhaustive().expect_err("incomplete");
    assert_eq!(error.operations.len(), 11);
    assert!(!error.operations.contains(&"EchoTypes") && error.to_string().contains("EchoBindings"), "{error}");
}

async fn echo_unit(_: types::EchoTypesInput) -> Result<types::EchoTypesOutput, EchoTypesError> {
    Ok(types::EchoTypesOutput::builder().build()?)
}

fn verifier() -> SigV4Verifier {
    SigV4Verifier::new(|key: whitesmith_runtime::server::AccessKey| async move {
        Ok::<_, BoxError>((key.id == "AKID").then(|| SecretKey::new("secret").identity(Identity::new("alice"))))
    })
}

#[tokio::test]
async fn callers_of_missing_operations_are_verified() {
    let reply = |missing: Missing| {
        let name = missing.identity().map_or("nobody", Identity::name).to_owned();
        Fault::new(501, "NotImplemented", format!("{name} {}", missing.as_ref()))
    };
    let address = run(imagebuilder::server::partial(()).otherwise(reply).authenticate(verifier())).await;
    let call = |secret: &str| {
        let client = imagebuilder::Client::new(config(address).credentials(Credentials::new("AKID", secret)));
        let arn = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
        async move { client.list_workflow_executions().image_build_version_arn(arn).send().await.expect_err("an error") }
    };
    assert_eq!(call("secret").await.message(), Some("alice ListWorkflowExecutions"));
    assert_eq!(call("wrong").await.status(), Some(403));
}

#[tokio::test]
async fn callers_of_missing_operations_are_authorized() {
    let reply = |missing: Missing| Fault::new(501, "NotImplemented", missing.as_ref());
    let only_maps = |request: &AccessRequest<'_>| {
        assert!(request.input.is_none() && request.operation.name() == "GetObject");
        assert_eq!(request.identity().map(Identity::name), Some("alice"));
        match request.label("Bucket").as_deref() {
            Some("maps") => Decision::Allow,
            Some("plans") => Decision::Deny("only maps".to_owned()),
            other => panic!("{other:?}"),
        }
    };
    let authentication = Authentication::from(verifier()).authorize(only_maps);
    let address = run(storage::server::partial(()).otherwise(reply).authenticate(authentication)).await;
    let client = storage::Client::new(config(address).credentials(Credentials::new("AKID", "secret")));
    let requests = [("maps", 501, "GetObject"), ("plans", 403, "only maps"), ("other", 500, "")];
    for (bucket, status, message) in requests {
        let error = client.get_object().bucket(bucket).key("a b").send().await.expect_err("an error");
        assert_eq!(error.status(), Some(status), "{bucket}: {error}");
        assert!(error.message().unwrap_or_default().contains(message), "{bucket}: {error}");
    }
}

#[tokio::test]
async fn labels_are_parsed_before_a_fallback_as_before_an_operation() {
    let asked = Counter::default();
    let counted = Arc::clone(&asked);
    let not_seven = move |request: &AccessRequest<'_>| {
        counted.fetch_add(1, Ordering::Relaxed);
        match request.label("priority").as_deref() {
            Some("7") | None => Decision::Deny("not 7".to_owned()),
            Some(_) => Decision::Allow,
        }
    };
    let authentication = Authentication::new().authorize(not_seven);
    let service = tickets::server::partial(()).otherwise(Fault::not_implemented);
    let address = run(service.with_authentication(authentication)).await;
    let cases =
        [("8", 501), ("7", 403), ("07", 403), ("%37", 403), ("-08", 501), ("x", 400), ("%FF", 400), ("+7", 400)];
    for (label, status) in cases {
        let response = send(address, Request::put(format!("/tickets/a/{label}")), "{}").await;
        assert_eq!(response.status().as_u16(), status, "{label}: {response:?}");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 5, "not for labels that cannot be parsed");
}

#[tokio::test]
async fn a_caller_who_is_not_allowed_reaches_the_fallback_in_no_protocol() {
    let calls = Counter::default();
    let counted = Arc::clone(&calls);
    let reply = move |missing: Missing| {
        counted.fetch_add(1, Ordering::Relaxed);
        Fault::not_implemented(&missing)
    };
    let nobody = Authentication::new().authorize(|_: &AccessRequest<'_>| Decision::Deny("nobody may".to_owned()));
    let service = server::partial(()).otherwise(reply).with_authentication(nobody);
    let address = run(service).await;
    for protocol in PROTOCOLS {
        let error = shapes(address, protocol).echo_types().send().await.expect_err("denied");
        assert_eq!((error.status(), error.message()), (Some(403), Some("nobody may")), "{protocol}");
    }
    assert_eq!(calls.load(Ordering::Relaxed), 0);
}

/// An implementation that is used elsewhere, too.
struct Local(AtomicUsize);

impl golden::bare::server::Bare for Local {}

#[test]
fn a_service_shares_its_implementation() {
    let shared = Arc::new(Local(AtomicUsize::new(7)));
    let service = golden::bare::server::shared(Arc::clone(&shared));
    assert_eq!((Arc::strong_count(&shared), shared.0.load(Ordering::Relaxed)), (2, 7));
    drop(service);
}
