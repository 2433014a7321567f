//! Streams of bytes and events.

use bytes::Bytes;
use golden::streams::Client;
use golden::streams::errors::ConverseError;
use golden::streams::types::{ConverseInput, ConverseOutput, Note, Talk};
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::types::{ByteStream, EventStream};

/// Downloads in pieces.
async fn download(client: &Client) -> Result<usize, Box<dyn std::error::Error>> {
    let mut body = client.download().size(5).send().await?.body;
    let mut length = 0;
    while let Some(piece) = body.next().await {
        length += piece?.len();
    }
    Ok(length)
}

/// Downloads to memory, at most a mebibyte.
async fn download_all(client: &Client) -> Result<Bytes, Box<dyn std::error::Error>> {
    let output = client.download().size(5).send().await?;
    Ok(output.body.collect(1024 * 1024).await?)
}

/// Uploads bytes in memory.
async fn upload(client: &Client) -> Result<i64, Box<dyn std::error::Error>> {
    let output = client.upload().name("greeting").body(ByteStream::from("hello")).send().await?;
    Ok(output.length)
}

#[tokio::test]
async fn bytes_are_streamed() {
    let response = |body: &'static str| http::Response::new(Bytes::from(body));
    let canned = Canned::new([response("hello"), response("hello"), response(r#"{"length":5,"sum":532}"#)]);
    let client = Client::new(Config::new().region("r").endpoint_url("http://test").unsigned().transport(canned));
    assert_eq!(download(&client).await.expect("a body"), 5);
    assert_eq!(download_all(&client).await.expect("a body"), "hello");
    assert_eq!(upload(&client).await.expect("stored"), 5);
}

/// Sends and receives events at the same time.
async fn listen(client: &Client, talk: EventStream<Talk>) -> Result<usize, Box<dyn std::error::Error>> {
    let mut answers = client.converse().room("blue").talk(talk).send().await?.talk;
    let mut notes = 0;
    while let Some(event) = answers.try_next().await? {
        if let Talk::Note(_) = event {
            notes += 1;
        }
    }
    Ok(notes)
}

/// A server method that returns the events of its input.
#[expect(clippy::unused_async, reason = "methods of servers are async")]
async fn converse(input: ConverseInput) -> Result<ConverseOutput, ConverseError> {
    let topic = input.topic.unwrap_or_default();
    Ok(ConverseOutput::builder().topic(topic).talk(input.talk).build()?)
}

#[tokio::test]
async fn events_are_returned() {
    let note = Note::builder().text("hello").build().expect("valid");
    let talk = EventStream::from(vec![Talk::Note(note.clone())]);
    let input = ConverseInput::builder().room("blue").talk(talk).build().expect("complete");
    let mut answers = converse(input).await.expect("an output").talk;
    assert_eq!(answers.try_next().await.expect("an event"), Some(Talk::Note(note)));

    let canned = Canned::new([]);
    let client = Client::new(Config::new().region("r").endpoint_url("http://test").unsigned().transport(canned));
    assert!(listen(&client, EventStream::empty()).await.is_err());
}
