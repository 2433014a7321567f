//! Functions under test of event streams. Each reads any bytes as a body, as clients and servers do. The tests of this
//! crate and the target of `cargo fuzz` in `tests/fuzz` call them.

use std::future::pending;

use bytes::Bytes;
use golden::streams::server::Streams;
use golden::streams::{Client, errors as e, types as t};
use http::{Request, Response};
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::EventStream;

/// Corrects the checksums of a frame, so that its content is decoded.
pub(crate) fn sum(frame: &mut [u8]) {
    let sum = crc32fast::hash(&frame[..8]).to_be_bytes();
    frame[8..12].copy_from_slice(&sum);
    let end = frame.len() - 4;
    let sum = crc32fast::hash(&frame[..end]).to_be_bytes();
    frame[end..].copy_from_slice(&sum);
}

/// Turns any bytes into frames with valid lengths and checksums.
#[allow(dead_code, reason = "for cargo fuzz")]
pub(crate) fn fix_lengths(mut bytes: &mut [u8]) {
    while bytes.len() >= 16 {
        let word = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        let total = word(0).clamp(16, bytes.len());
        let headers = word(4).min(total - 16);
        let (frame, rest) = bytes.split_at_mut(total);
        frame[..4].copy_from_slice(&(total as u32).to_be_bytes());
        frame[4..8].copy_from_slice(&(headers as u32).to_be_bytes());
        sum(frame);
        bytes = rest;
    }
}

/// Reads a stream to its end, and checks that there are not more events than its bytes allow.
async fn drain(mut talk: EventStream<t::Talk>, length: usize) -> i32 {
    let mut count = 0;
    loop {
        match talk.try_next().await {
            Ok(None) => return count,
            Ok(Some(event)) => assert!(!format!("{event:?}").is_empty()),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        count += 1;
        assert!(usize::try_from(count).is_ok_and(|count| count <= length / 16 + 1), "more events than bytes for them");
    }
}

/// Reads a response in a client.
pub(crate) async fn by_client(bytes: Vec<u8>, protocol: ProtocolId) {
    let length = bytes.len();
    let canned = Canned::new([Response::new(Bytes::from(bytes))]);
    let config = Config::new().endpoint_url("http://test").unsigned().attempts(1).transport(canned);
    // The initial frame of an RPC protocol may be invalid.
    if let Ok(output) = Client::new(config.protocol(protocol)).listen().count(1).send().await {
        drain(output.talk, length).await;
    }
}

/// Reads a request in a server.
pub(crate) async fn by_server(bytes: Vec<u8>, path: &str, target: &str) {
    let request = Request::post(path).header("content-type", "application/vnd.amazon.eventstream");
    let request = if target.is_empty() { request } else { request.header("x-amz-target", target) };
    let service = golden::streams::server::service(Listener(bytes.len())).without_authentication();
    let request = request.body(http_body_util::Full::new(Bytes::from(bytes))).expect("a request");
    let Ok(response) = service.oneshot(request).await;
    assert!(matches!(response.status().as_u16(), 200 | 400), "{}", response.status());
}

/// A server implementation that counts events.
struct Listener(usize);

impl Streams for Listener {
    async fn say(&self, input: t::SayInput, _: RequestContext) -> Result<t::SayOutput, e::SayError> {
        Ok(t::SayOutput::builder().count(drain(input.talk, self.0).await).build().expect("valid"))
    }

    async fn chat(&self, _: t::ChatInOut, _: RequestContext) -> Result<t::ChatInOut, e::ChatError> {
        pending().await
    }

    async fn converse(&self, _: t::ConverseInput, _: RequestContext) -> Result<t::ConverseOutput, e::ConverseError> {
        pending().await
    }

    async fn download(&self, _: t::DownloadInput, _: RequestContext) -> Result<t::DownloadOutput, e::DownloadError> {
        pending().await
    }

    async fn echo(&self, _: t::TextInOut, _: RequestContext) -> Result<t::TextInOut, e::EchoError> {
        pending().await
    }

    async fn listen(&self, _: t::ListenInput, _: RequestContext) -> Result<t::ListenOutput, e::ListenError> {
        pending().await
    }

    async fn pack(&self, _: t::BytesInOut, _: RequestContext) -> Result<t::BytesInOut, e::PackError> {
        pending().await
    }

    async fn seal(&self, _: t::BytesInOut, _: RequestContext) -> Result<t::BytesInOut, e::SealError> {
        pending().await
    }

    async fn upload(&self, _: t::UploadInput, _: RequestContext) -> Result<t::UploadOutput, e::UploadError> {
        pending().await
    }

    async fn upload_counted(
        &self,
        _: t::UploadCountedInput,
        _: RequestContext,
    ) -> Result<t::UploadCountedOutput, e::UploadCountedError> {
        pending().await
    }
}
