//! A program as it is written for `aws-sdk-rust`, with a module that has its names.

use std::time::Duration;

use golden::queues::config::{BehaviorVersion, Builder, Config, Credentials, Region};
use golden::queues::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use golden::queues::operation::receive_message::ReceiveMessageOutput;
use golden::queues::operation::send_message::builders::SendMessageFluentBuilder;
use golden::queues::operation::send_message::{SendMessageError, SendMessageInput};
use golden::queues::primitives::{Blob, ByteStream, DateTime};
use golden::queues::types::builders::MessageBuilder;
use golden::queues::types::error::QueueDoesNotExistException;
use golden::queues::types::{Message, State};
use golden::queues::{Client, Error};

use super::support::{Server, response};

fn conf(server: &Server) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials(Credentials::new("id", "secret"))
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
    assert_eq!(send(&client).await.expect("sent"), "m-1");

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
    let mut queues = client.list_queues().into_paginator().items().send();
    let mut found = Vec::new();
    while let Some(queue) = queues.try_next().await? {
        found.push(queue);
    }
    assert_eq!(found, ["a", "b"]);
    Ok(())
}

#[test]
fn inputs_are_built_by_their_names() {
    let input = SendMessageInput::builder().queue_url("q").body("b").build().expect("complete");
    assert_eq!((input.queue_url(), input.body(), input.delay_seconds()), ("q", "b", None));
    let message: MessageBuilder = Message::builder();
    assert_eq!(message.count(3).build().expect("complete").count(), 3);
}

#[tokio::test]
async fn static_bytes_are_a_stream() {
    let bytes = ByteStream::from_static(b"bytes").collect(5).await;
    assert_eq!(bytes.expect("all of them"), &b"bytes"[..]);
}
