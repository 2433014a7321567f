//! A program as it is written for `aws-sdk-rust`, with a module that has its names.

use std::collections::HashMap;
use std::time::Duration;

use golden::queues::config::retry::RetryConfig;
use golden::queues::config::timeout::TimeoutConfig;
use golden::queues::config::{BehaviorVersion, Builder, Config, Credentials, Region};
use golden::queues::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use golden::queues::operation::receive_message::ReceiveMessageOutput;
use golden::queues::operation::send_message::builders::SendMessageFluentBuilder;
use golden::queues::operation::send_message::{SendMessageError, SendMessageInput};
use golden::queues::presigning::PresigningConfig;
use golden::queues::primitives::{Blob, ByteStream, DateTime, DateTimeFormat};
use golden::queues::types::builders::MessageBuilder;
use golden::queues::types::error::QueueDoesNotExistException;
use golden::queues::types::{Message, Route, State};
use golden::queues::{Client, Error};

use super::support::{Server, header, response};

fn conf(server: &Server) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::new("id", "secret", Some("token".to_owned()), None, "test"))
        .endpoint_url(server.url())
}

fn urgent(call: SendMessageFluentBuilder) -> SendMessageFluentBuilder {
    call.delay_seconds(0).attributes("urgent", "yes")
}

async fn send(client: &Client) -> Result<String, SdkError<SendMessageError>> {
    let output = urgent(client.send_message()).queue_url("q").body("hello").send().await?;
    Ok(output.message_id().to_owned())
}

#[tokio::test]
async fn calls_and_errors_have_their_names() {
    let refused = r#"{"__type":"example.queues#QueueDoesNotExistException","message":"no such queue"}"#;
    let sent = response("200 OK", "", r#"{"MessageId":"m-1"}"#);
    let server = Server::start([sent, response("400 Bad Request", "", refused)]).await;
    let client = Client::from_conf(conf(&server).build());
    assert_eq!(client.config().region().map(Region::as_ref), Some("eu-central-1"));
    assert_eq!(State::values(), ["ACTIVE", "PAUSED"]);
    let mut other = client.config().to_builder();
    other.set_region(client.config().region().cloned()).set_region(None);
    assert_eq!(other.build().region(), None);
    assert_eq!(send(&client).await.expect("sent"), "m-1");
    assert!(server.requests().iter().all(|request| header(request, "x-amz-security-token") == Some("token")));

    let error = send(&client).await.expect_err("refused");
    assert!(error.as_service_error().is_some_and(SendMessageError::is_queue_does_not_exist_exception));
    assert_eq!(ProvideErrorMetadata::code(&error), Some("QueueDoesNotExistException"));
    assert!(DisplayErrorContext(&error).to_string().contains("no such queue"));
    match error.into_service_error() {
        SendMessageError::QueueDoesNotExistException(error) => {
            let error: QueueDoesNotExistException = error;
            assert_eq!(error.message(), Some("no such queue"));
        }
        error => panic!("{error}"),
    }
}

#[tokio::test]
async fn members_have_accessors() {
    let body = r#"{"Urgent":[{"Body":"a","Count":2,"Type":"t","Parent":{"Count":1},"Attributes":{"k":"v"}}],
                   "At":86400,"Digest":"eA==","State":"PAUSED"}"#;
    let server = Server::start([response("200 OK", "", body)]).await;
    let output: ReceiveMessageOutput =
        Client::new(conf(&server)).receive_message().queue_url("q").send().await.expect("received");
    let message: &Message = &output.urgent()[0];
    assert_eq!((message.body(), message.count(), message.r#type()), (Some("a"), 2, Some("t")));
    assert_eq!(message.parent().map(Message::count), Some(1));
    assert_eq!(message.attributes().and_then(|attributes| attributes.get("k")).map(String::as_str), Some("v"));
    assert!(output.messages().is_empty());
    assert_eq!(output.at(), Some(&DateTime::from_secs(86_400)));
    assert_eq!((output.digest(), output.state()), (Some(&Blob::new("x")), Some(&State::Paused)));
}

#[tokio::test]
async fn pages_are_requested_by_their_names() -> Result<(), Error> {
    let pages = [r#"{"QueueUrls":["a"],"NextToken":"2"}"#, r#"{"QueueUrls":["b"]}"#];
    let server = Server::start(pages.map(|page| response("200 OK", "", page))).await;
    let client = Client::new(conf(&server).attempt_timeout(Duration::from_secs(5)));
    let mut queues = client.list_queues().into_paginator().page_size(25).items().send();
    let mut found = Vec::new();
    while let Some(queue) = queues.try_next().await? {
        found.push(queue);
    }
    assert_eq!(found, ["a", "b"]);
    assert!(server.requests().iter().all(|request| request.contains(r#""MaxResults":25"#)));
    Ok(())
}

/// The variant of an error.
fn stage<E>(error: &SdkError<E>) -> &'static str {
    match error {
        SdkError::ConstructionFailure(_) => "construction",
        SdkError::TimeoutError(_) => "timeout",
        SdkError::DispatchFailure(_) => "dispatch",
        SdkError::ResponseError(_) => "response",
        SdkError::ServiceError(_) => "service",
        _ => "other",
    }
}

#[tokio::test]
async fn errors_are_distinguished_by_stage() {
    let refused = r#"{"__type":"example.queues#QueueDoesNotExistException","message":"no such queue"}"#;
    let refused = response("400 Bad Request", "x-amzn-requestid: r-1\r\n", refused);
    let server = Server::start([refused, response("200 OK", "", "{")]).await;
    let client = Client::new(conf(&server).attempts(1));
    let error = send(&client).await.expect_err("refused");
    let SdkError::ServiceError(context) = &error else { panic!("{error:?}") };
    assert_eq!(context.err().meta().code(), Some("QueueDoesNotExistException"));
    assert_eq!((context.raw().status().as_u16(), error.request_id()), (400, Some("r-1")));
    assert_eq!(error.meta().message(), Some("no such queue"));
    assert_eq!(error.raw_response().map(|raw| raw.status().as_u16()), Some(400));
    let text = error.to_string();
    assert!(text.starts_with("SendMessage: ") && text.contains("no such queue") && text.contains("r-1"), "{text}");
    assert_eq!(Error::from(error).to_string(), text);

    let error = send(&client).await.expect_err("half a document");
    assert_eq!((stage(&error), error.raw_response().map(|raw| raw.body().len())), ("response", Some(1)));
    let closed = client.config().to_builder().endpoint_url("http://127.0.0.1:1").build();
    let error = send(&Client::from_conf(closed)).await.expect_err("nobody listens");
    assert_eq!((stage(&error), error.code(), error.raw_response().is_some()), ("dispatch", None, false));
    assert!(DisplayErrorContext(&error).to_string().contains("refused"));
    let error = client.send_message().send().await.expect_err("incomplete");
    assert_eq!(stage(&error), "construction");
    assert!(matches!(error.into_service_error(), SendMessageError::Unhandled(_)));
}

#[tokio::test]
async fn errors_do_not_show_headers_and_bodies() {
    let body = r#"{"__type":"example.queues#QueueDoesNotExistException","message":"no such queue","Owner":"hidden-1"}"#;
    let refused = response("400 Bad Request", "x-token: hidden-2\r\n", body);
    let server = Server::start([refused, response("200 OK", "x-token: hidden-2\r\n", "\"hidden-1")]).await;
    let client = Client::new(conf(&server).attempts(1));
    for (expected, status) in [("service", "status 400"), ("response", "status 200")] {
        let error = send(&client).await.expect_err("not sent");
        let context = error.raw_response().expect("a response");
        assert!(context.headers().contains_key("x-token") && context.body().windows(6).any(|part| part == b"hidden"));
        let text = format!("{error:?} {error:#?} {error} {}", DisplayErrorContext(&error));
        assert!(stage(&error) == expected && text.contains(status) && !text.contains("hidden"), "{text}");
    }
}

#[tokio::test]
async fn retries_and_time_limits_are_set_by_their_names() {
    let server = Server::start([response("503 Busy", "", "")]).await;
    let retries = RetryConfig::standard()
        .with_max_attempts(4)
        .with_initial_backoff(Duration::ZERO)
        .with_max_backoff(Duration::ZERO);
    let client = Client::new(conf(&server).retry_config(retries).region(Region::from_static("eu-west-1")));
    assert_eq!(send(&client).await.expect_err("busy").raw_response().map(|raw| raw.status().as_u16()), Some(503));
    assert_eq!(server.requests().len(), 4);
    assert!(server.requests().iter().all(|request| request.contains("/eu-west-1/queues/")));
    assert!(send(&Client::new(conf(&server).retry_config(RetryConfig::disabled()))).await.is_err());
    assert_eq!(server.requests().len(), 5);

    // Nothing is written in response.
    let silent = Server::start([String::new()]).await;
    for limits in [
        TimeoutConfig::builder().operation_timeout(Duration::from_millis(20)),
        TimeoutConfig::builder().operation_attempt_timeout(Duration::from_millis(20)),
    ] {
        let config = conf(&silent).retry_config(RetryConfig::disabled()).timeout_config(limits.build());
        assert_eq!(stage(&send(&Client::new(config)).await.expect_err("no response")), "timeout");
    }
}

#[tokio::test]
async fn calls_are_presigned() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = Client::new(conf(&server));
    let config = PresigningConfig::expires_in(Duration::from_secs(60)).expect("a minute");
    let request = client.list_queues().presigned(config).await.expect("presigned");
    assert!(request.uri().contains("X-Amz-Expires=60") && request.method() == "POST");
    assert!(request.headers().any(|(name, _)| name == "x-amz-target"));
    assert!(!format!("{request:?}").contains("Signature"));

    // Callers could not get such a header as text, but it would be signed.
    let client = Client::new(conf(&server).before_signing(|head, _| {
        head.headers.insert("x-owner", "André".try_into()?);
        Ok(())
    }));
    let error = client.list_queues().presigned(config).await.expect_err("a header that is not text");
    assert!(stage(&error) == "construction" && error.to_string().contains("x-owner"), "{error}");
}

#[test]
fn presigned_requests_expire_after_a_second_to_a_week() {
    let week = Duration::from_hours(7 * 24);
    for accepted in [Duration::from_secs(1), week, week + Duration::from_millis(500)] {
        assert!(PresigningConfig::expires_in(accepted).is_ok(), "{accepted:?}");
    }
    for refused in [Duration::ZERO, Duration::from_millis(500), week + Duration::from_secs(1)] {
        let error = PresigningConfig::expires_in(refused).expect_err("out of range");
        assert_eq!(error.to_string(), "presigned requests must expire within 1 to 604800 seconds");
    }
}

#[test]
fn inputs_are_built_by_their_names() {
    let input = SendMessageInput::builder().queue_url("q").body("b").build().expect("complete");
    assert_eq!((input.queue_url(), input.body(), input.delay_seconds()), ("q", "b", None));
    let message: MessageBuilder = Message::builder();
    assert_eq!(message.count(3).build().expect("complete").count(), 3);
}

#[test]
fn structures_without_required_members_are_built_without_a_result() {
    let next = Route::builder().fast(false).hops("b").build();
    let route: Route = Route::builder()
        .hops("a")
        .next(next)
        .set_cost(Some(3))
        .at(DateTime::from_secs(0))
        .set_hops(Some(vec!["c".to_owned()]))
        .build();
    assert_eq!((route.hops(), route.cost(), route.fast()), (&["c".to_owned()][..], Some(3), true));
    assert_eq!(route.next().map(|next| (next.hops(), next.fast())), Some((&["b".to_owned()][..], false)));
    assert_eq!(route.at().map(|at| at.format(DateTimeFormat::DateTime)).as_deref(), Some("1970-01-01T00:00:00Z"));
}

#[test]
fn setters_take_the_types_of_members() {
    let attributes = HashMap::from([("k".to_owned(), "v".to_owned())]);
    let input = SendMessageInput::builder()
        .queue_url("q")
        .body("b")
        .set_attributes(Some(attributes))
        // The type is inferred.
        .digest(b"x".to_vec().into())
        .state("ACTIVE".parse().expect("a state"))
        .build()
        .expect("complete");
    assert_eq!(input.attributes().and_then(|attributes| attributes.get("k")).map(String::as_str), Some("v"));
    assert_eq!((input.digest(), input.state()), (Some(&Blob::new("x")), Some(&State::Active)));
    assert_eq!((State::from("PAUSED"), State::from("GONE").as_str()), (State::Paused, "GONE"));
}

#[tokio::test]
async fn static_bytes_are_a_stream() {
    let bytes = ByteStream::from_static(b"bytes").collect(5).await;
    assert_eq!(bytes.expect("all of them"), &b"bytes"[..]);
}
