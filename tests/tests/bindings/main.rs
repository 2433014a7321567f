//! HTTP bindings, in requests and responses: the generated client of the case model `shapes` calls a server that
//! returns its input.

mod auth;
mod authorization;
mod checksums;
mod echo;
mod edges;
mod endpoint_rules;
mod endpoints;
mod hosts;
mod negotiation;
mod outcome;
mod overrides;
mod protocols;
mod slow;
mod strict;
mod values;

use std::collections::BTreeMap;
use std::convert::Infallible;

use golden::shapes::Client;
use golden::shapes::errors::EchoBindingsError;
use golden::shapes::types::{AllTypes, Choice, Color, Level, Limited, Password, Tree};
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::Body;
use whitesmith_runtime::types::{Blob, Document, Timestamp};

use values::{all_types, text};

/// A client of a server that runs until the test ends, with a protocol that supports all bindings.
async fn client() -> Client {
    client_of(ProtocolId::RestJson1).await
}

async fn client_of(protocol: ProtocolId) -> Client {
    let service = golden::shapes::server::service(echo::Echo);
    // Requests of the two query protocols are equal.
    let service = if protocol == ProtocolId::Ec2Query { service.with_protocols(&[protocol]) } else { service };
    client_at(service, protocol).await
}

/// A client of a service that runs until the test ends.
async fn client_at<S>(service: S, protocol: ProtocolId) -> Client
where
    S: tower::Service<http::Request<axum::body::Body>, Response = http::Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let app = axum::Router::new().fallback_service(service);
    tokio::spawn(async move { axum::serve(listener, app).await });
    Client::new(Config::new().endpoint_url(format!("http://{address}")).attempts(1).protocol(protocol))
}

fn pairs(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| (text(key), text(value))).collect()
}

#[tokio::test]
async fn a_value_of_each_type_round_trips() {
    let all = all_types();
    let output = client().await.echo_types().all(all.clone()).send().await.expect("echoed");
    assert_eq!(output.all, Some(all));
}

#[tokio::test]
async fn json_carries_times_to_the_nanosecond() {
    let time = Timestamp::from_unix(1_700_000_000, 123_456_789).expect("in range");
    let all = AllTypes::builder().timestamp(time).build().expect("valid");
    let output = client().await.echo_types().all(all).send().await.expect("echoed");
    assert_eq!(output.all.and_then(|all| all.timestamp), Some(time));
}

#[tokio::test]
async fn entries_of_a_map_that_are_the_same_header_are_not_sent() {
    let call = client().await.echo_bindings().label("a").path("b");
    let error = call.set_prefixed(Some(pairs(&[("One", "1"), ("one", "2")]))).send().await.expect_err("two values");
    assert!(error.to_string().contains("two entries for the same header"), "{error}");
}

#[tokio::test]
async fn every_binding_of_requests_and_responses_round_trips() {
    let times: Vec<Timestamp> =
        [0, 1_398_796_238].iter().map(|seconds| Timestamp::from_unix(*seconds, 0).expect("in range")).collect();
    let output = client()
        .await
        .echo_bindings()
        .label("a/b c?&%é")
        .path("one/two three/é")
        .number(-7)
        .set_list(Some(vec![text("x y"), text("z&=")]))
        .set_params(Some(pairs(&[("other", "1 2"), ("number", "ignored")])))
        .header("plain")
        .set_headers(Some(vec![text("a"), text("b, c"), text("say \"hi\"")]))
        .when(times[1])
        .set_dates(Some(times.clone()))
        .set_prefixed(Some(pairs(&[("one", "1"), ("two", "2")])))
        .media("{\"a\": \"é\"}")
        .body("the body")
        .send()
        .await
        .expect("echoed");
    assert_eq!(output.status, Some(202));
    assert_eq!(output.label.as_deref(), Some("a/b c?&%é"));
    assert_eq!(output.path.as_deref(), Some("one/two three/é"));
    assert_eq!(output.number, Some(-7));
    assert_eq!(output.list, Some(vec![text("x y"), text("z&=")]));
    let params = output.params.expect("echoed");
    assert_eq!(params.get("other").map(String::as_str), Some("1 2"));
    assert_eq!(params.get("number").map(String::as_str), Some("-7"), "a member's own binding wins over the map");
    assert_eq!(params.get("fixed").map(String::as_str), Some("yes"));
    assert_eq!(output.header.as_deref(), Some("plain"));
    assert_eq!(output.headers, Some(vec![text("a"), text("b, c"), text("say \"hi\"")]));
    assert_eq!(output.when, Some(times[1]));
    assert_eq!(output.dates, Some(times));
    assert_eq!(output.prefixed, Some(pairs(&[("one", "1"), ("two", "2")])));
    assert_eq!(output.media.as_deref(), Some("{\"a\": \"é\"}"));
    assert_eq!(output.body.as_deref(), Some("the body"));
    assert_eq!(output.token.map(|token| token.len()), Some(36), "the client makes an idempotency token");
}

#[tokio::test]
async fn errors_have_all_members_and_whether_they_are_retryable() {
    let client = client().await;
    let error = client.echo_bindings().label("teapot").path("x").send().await.expect_err("an error");
    let Some(EchoBindingsError::Teapot(teapot)) = error.as_service_error() else { panic!("{error}") };
    assert_eq!(teapot.spout.as_deref(), Some("short"));
    assert_eq!(error.message(), Some("short and stout"));
    assert!(!error.is_retryable());
    assert!(matches!(&error, Error::Service(answer) if answer.status() == 418));
    let error = client.echo_bindings().label("busy").path("x").send().await.expect_err("an error");
    assert_eq!((error.code(), error.is_retryable()), (Some("Busy"), true));
    assert!(error.request_id().is_some());
    let error = client.echo_bindings().label("panic").path("x").send().await.expect_err("an error");
    assert_eq!((error.code(), error.message()), (Some("InternalFailure"), Some("The request could not be processed")));
}

#[tokio::test]
async fn an_empty_label_is_rejected_before_anything_is_sent() {
    let error = client().await.echo_bindings().label("").path("x").send().await.expect_err("an error");
    assert!(matches!(error, Error::Request { .. }), "{error}");
}

#[tokio::test]
async fn payloads_of_each_kind_round_trip() {
    let client = client().await;
    let tree = Tree::builder().value(text("x")).build().expect("valid");
    assert_eq!(client.echo_structure_payload().payload(tree.clone()).send().await.expect("echoed").payload, Some(tree));
    let blob = Blob::from(vec![0, 1, 255]);
    assert_eq!(client.echo_blob_payload().payload(blob.clone()).send().await.expect("echoed").payload, Some(blob));
    let string = client.echo_string_payload().payload("é").send().await.expect("echoed").payload;
    assert_eq!(string.as_deref(), Some("é"));
    let document = Document::from("x");
    let echoed = client.echo_document_payload().payload(document.clone()).send().await.expect("echoed").payload;
    assert_eq!(echoed, Some(document));
    let union = Choice::Text(text("x"));
    assert_eq!(client.echo_union_payload().payload(union.clone()).send().await.expect("echoed").payload, Some(union));
    let color = client.echo_enum_payload().payload(Color::Red).send().await.expect("echoed").payload;
    assert_eq!(color, Some(Color::Red));
}

#[tokio::test]
async fn members_with_defaults_have_them_on_both_sides() {
    let output = client().await.defaults().send().await.expect("echoed");
    assert_eq!(output, golden::shapes::types::DefaultsOutput::default());
    assert_eq!((output.boolean, output.integer, output.string.as_str()), (true, 7, "hello"));
    assert_eq!(
        (output.color, output.level, output.limited),
        (Color::DarkGreen, Level::High, Limited::new(3).expect("valid"))
    );
    assert_eq!(output.none, None);
}

#[tokio::test]
async fn an_operation_without_input_and_output_works() {
    assert!(client().await.nothing().send().await.is_ok());
}

#[tokio::test]
async fn sensitive_values_are_never_shown() {
    let password = Password::new("hunter2").expect("long enough");
    assert!(!format!("{password:?} {password}").contains("hunter2"));
    let client = client().await;
    let call = client.secrets().password(password).note("hunter2").plain("seen");
    assert!(!format!("{call:?}").contains("hunter2"));
    let output = call.send().await.expect("echoed");
    assert_eq!(output.password.as_ref().map(Password::as_str), Some("hunter2"));
    assert!(!format!("{output:?}").contains("hunter2"));
    let error = client.secrets().password("hu").send().await.expect_err("too short");
    assert!(!error.to_string().contains("hu'") && error.to_string().contains("length 2"), "{error}");
}

#[tokio::test]
async fn paginators_use_nested_tokens() {
    let mut items = client().await.list_items().size(2).paginate().items();
    let mut found = Vec::new();
    while let Some(item) = items.try_next().await.expect("a page") {
        found.push(item);
    }
    assert_eq!(found, ["0", "1", "2", "3", "4"]);
}
