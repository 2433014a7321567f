//! Checksums of requests and responses (`@httpChecksum`).

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use golden::archive::types::Algorithm;
use golden::archive::{Client, client::StoreCall};
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{ChecksumMode, Config, Error, ResponseError};
use whitesmith_runtime::types::{ByteStream, StreamError};

use super::support::{Server, chain, header, response};

const TEXT: &str = "123456789";

fn done() -> String {
    response("200 OK", "", "{}")
}

/// A stream of pieces, which can be read once.
struct Once(VecDeque<Vec<u8>>);

impl futures_core::Stream for Once {
    type Item = Result<Vec<u8>, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

fn once(pieces: &[&[u8]]) -> ByteStream {
    ByteStream::new(Once(pieces.iter().map(|piece| piece.to_vec()).collect()))
}

/// The request of a call.
async fn stored(configure: fn(Config) -> Config, build: impl FnOnce(StoreCall) -> StoreCall) -> String {
    let server = Server::start([done()]).await;
    let client = Client::new(configure(server.config().unsigned().attempts(1)));
    build(client.store()).send().await.expect("stored");
    server.requests().pop().expect("a request")
}

fn body(request: &str) -> &str {
    request.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[tokio::test]
async fn bytes_in_memory_have_the_chosen_checksum_in_a_header() {
    for (algorithm, name, sum) in [
        (Algorithm::Crc32, "x-amz-checksum-crc32", "y/Q5Jg=="),
        (Algorithm::Crc32c, "x-amz-checksum-crc32c", "4waSgw=="),
        (Algorithm::Crc64nvme, "x-amz-checksum-crc64nvme", "rosUhgp5mIg="),
        (Algorithm::Sha1, "x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
        (Algorithm::Sha256, "x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
    ] {
        let request = stored(|config| config, |call| call.algorithm(algorithm).content(TEXT)).await;
        assert_eq!((header(&request, name), body(&request)), (Some(sum), TEXT), "{request}");
    }
}

#[tokio::test]
async fn uploads_have_a_crc_by_default() {
    let request = stored(|config| config, |call| call.content(TEXT)).await;
    assert_eq!(header(&request, "x-amz-checksum-crc32"), Some("y/Q5Jg=="));
    assert_eq!(header(&request, "x-amz-sdk-checksum-algorithm"), Some("CRC32"));
    let when_required = |config: Config| config.request_checksums(ChecksumMode::WhenRequired);
    let request = stored(when_required, |call| call.content(TEXT)).await;
    assert!(!request.contains("checksum"), "{request}");
    let request = stored(when_required, |call| call.algorithm(Algorithm::Sha1).content(TEXT)).await;
    assert!(request.contains("x-amz-checksum-sha1"), "{request}");
}

#[tokio::test]
async fn a_checksum_that_is_added_before_signing_replaces_the_default() {
    let own = |config: Config| {
        config.before_signing(|head, _| {
            head.headers.insert("x-amz-checksum-sha256", "own".parse()?);
            Ok(())
        })
    };
    for content in [ByteStream::from(TEXT), once(&[b"123456789"]).with_length(9)] {
        let request = stored(own, |call| call.content(content)).await;
        assert_eq!(request.matches("checksum").count(), 1, "{request}");
        assert_eq!((header(&request, "x-amz-checksum-sha256"), body(&request)), (Some("own"), TEXT), "{request}");
    }
}

#[tokio::test]
async fn checksums_of_streams_are_added_after_functions_before_signing() {
    for content in [ByteStream::from(TEXT), once(&[b"123456789"]).with_length(9)] {
        let note = |config: Config| {
            config.before_signing(|head, _| {
                let has_checksum = head.headers.keys().any(|name| name.as_str().contains("checksum"));
                head.headers.insert("x-seen", has_checksum.to_string().parse()?);
                Ok(())
            })
        };
        let request = stored(note, |call| call.content(content)).await;
        assert_eq!(header(&request, "x-seen"), Some("false"), "{request}");
        assert!(request.contains("y/Q5Jg=="), "{request}");
    }
}

#[tokio::test]
async fn a_header_of_the_caller_that_names_the_algorithm_is_kept() {
    for content in [ByteStream::from(TEXT), once(&[b"123456789"]).with_length(9)] {
        let server = Server::start([done()]).await;
        let call = Client::new(server.config().unsigned().attempts(1)).store().content(content);
        call.customize().header("x-amz-sdk-checksum-algorithm", "mine").send().await.expect("stored");
        let request = server.requests().pop().expect("a request");
        assert_eq!(header(&request, "x-amz-sdk-checksum-algorithm"), Some("mine"), "{request}");
        assert_eq!(request.matches("y/Q5Jg==").count(), 1, "{request}");
    }
}

#[tokio::test]
async fn a_checksum_of_the_caller_is_the_only_one() {
    let request = stored(|config| config, |call| call.sum("ready").content(TEXT)).await;
    assert_eq!(header(&request, "x-amz-checksum-sha256"), Some("ready"));
    assert!(!request.contains("crc32") && !request.contains("aws-chunked"), "{request}");
}

#[tokio::test]
async fn a_checksum_that_is_set_for_a_call_is_the_only_one() {
    for content in [ByteStream::from(TEXT), once(&[b"123456789"]).with_length(9)] {
        for name in ["x-amz-checksum-sha256", "x-amz-checksum-xxhash3", "content-md5"] {
            let again = content.try_clone().unwrap_or_else(|| once(&[b"123456789"]).with_length(9));
            let server = Server::start([done()]).await;
            let call = Client::new(server.config().unsigned().attempts(1)).store().content(again);
            call.customize().header(name, "ready").send().await.expect("stored");
            let request = server.requests().pop().expect("a request");
            assert_eq!((header(&request, name), body(&request)), (Some("ready"), TEXT), "{request}");
            let is_other = request.contains("crc32") || request.contains("aws-chunked");
            assert!(!is_other && !request.contains("x-amz-sdk-checksum-algorithm"), "{request}");
        }
    }
}

#[tokio::test]
async fn a_header_about_checksums_is_none() {
    for name in ["x-amz-checksum-algorithm", "x-amz-checksum-type", "x-amz-checksum-mode"] {
        let server = Server::start([done()]).await;
        let call = Client::new(server.config().unsigned().attempts(1)).store().content(TEXT);
        call.customize().header(name, "any").send().await.expect("stored");
        let request = server.requests().pop().expect("a request");
        assert_eq!(header(&request, "x-amz-checksum-crc32"), Some("y/Q5Jg=="), "{request}");
    }
}

#[tokio::test]
async fn the_checksum_of_a_stream_follows_it() {
    let content = once(&[b"1234", b"56789"]).with_length(9);
    let request = stored(|config| config, |call| call.encoding("identity").content(content)).await;
    let expected = "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n";
    assert_eq!(body(&request), expected);
    for (name, value) in [
        ("content-encoding", "identity, aws-chunked"),
        ("content-length", expected.len().to_string().as_str()),
        ("x-amz-decoded-content-length", "9"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
    ] {
        assert_eq!(header(&request, name), Some(value), "{request}");
    }
}

#[tokio::test]
async fn a_long_stream_has_several_chunks() {
    let all = vec![b'x'; 2 * 65_536 + 1];
    let (first, last) = all.split_at(100_000);
    let content = once(&[first, last]).with_length(all.len() as u64);
    let request = stored(|config| config, |call| call.content(content)).await;
    let mut rest = body(&request);
    for size in [65_536, 65_536, 1, 0] {
        let (head, data) = rest.split_once("\r\n").expect("a chunk");
        assert_eq!(usize::from_str_radix(head, 16), Ok(size));
        rest = if size == 0 { data } else { data.get(size + 2..).expect("a whole chunk") };
    }
    assert!(rest.starts_with("x-amz-checksum-crc32:") && rest.ends_with("\r\n\r\n"), "{rest}");
    assert_eq!(header(&request, "content-length"), Some(body(&request).len().to_string().as_str()));
}

#[tokio::test]
async fn a_signature_covers_the_announcement_of_the_trailing_checksum() {
    let server = Server::start([done()]).await;
    let keys = Credentials::new("id", "secret");
    let client = Client::new(server.config().credentials(keys).attempts(1));
    client.store().content(once(&[b"123456789"]).with_length(9)).send().await.expect("stored");
    let request = server.requests().pop().expect("a request");
    let signed = header(&request, "authorization").expect("signed");
    assert!(signed.contains("x-amz-content-sha256") && signed.contains("x-amz-trailer"), "{signed}");
    assert_eq!(request.matches("STREAMING-UNSIGNED-PAYLOAD-TRAILER").count(), 1, "{request}");
}

#[tokio::test]
async fn the_length_of_the_input_is_that_of_a_stream_of_unknown_length() {
    let request = stored(|config| config, |call| call.content(once(&[b"123456789"])).length(9)).await;
    assert_eq!(header(&request, "x-amz-decoded-content-length"), Some("9"), "{request}");
    assert!(body(&request).contains("x-amz-checksum-crc32:y/Q5Jg=="), "{request}");
    for (length, expected) in [(8, "declared length of 8 bytes"), (10, "declared length of 10 bytes")] {
        let server = Server::start([done()]).await;
        let client = Client::new(server.config().unsigned().attempts(1));
        let error = client.store().content(once(&[b"123456789"])).length(length).send().await.expect_err("not sent");
        let text = chain(&error);
        assert!(text.contains(expected), "{text}");
    }
    let call = Client::new(Config::new().endpoint_url("http://test").unsigned()).store();
    let error = call.content(once(&[b"123456789"])).length(-1).send().await.expect_err("not sent");
    assert!(error.to_string().contains("member `length` is the length of the stream"), "{error}");
}

#[tokio::test]
async fn a_stream_of_unknown_length_is_sent_without_a_checksum_unless_one_is_chosen() {
    let request = stored(|config| config, |call| call.content(once(&[b"123456789"]))).await;
    for absent in ["checksum", "aws-chunked"] {
        assert!(!request.contains(absent), "{request}");
    }
    let server = Server::start([done()]).await;
    let call = Client::new(server.config().unsigned()).store().algorithm(Algorithm::Crc32);
    let error = call.content(once(&[b"123456789"])).send().await.expect_err("not possible");
    assert!(error.to_string().contains("requires a checksum"), "{error}");
}

/// The content of a response, or the error of its stream, and what was read before.
async fn loaded(headers: &str) -> (Vec<u8>, Option<StreamError>, String) {
    let server = Server::start([response("200 OK", headers, TEXT)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let mut content = client.load().send().await.expect("a head").content;
    let (mut read, mut error) = (Vec::new(), None);
    while let Some(piece) = content.next().await {
        match piece {
            Ok(piece) => read.extend_from_slice(&piece),
            Err(found) => error = Some(found),
        }
    }
    (read, error, server.requests().pop().expect("a request"))
}

#[tokio::test]
async fn a_response_stream_is_verified_while_it_is_read() {
    let (read, error, request) = loaded("x-amz-checksum-crc32: y/Q5Jg==\r\n").await;
    assert_eq!((read.as_slice(), error.is_none()), (TEXT.as_bytes(), true));
    assert_eq!(header(&request, "x-amz-checksum-mode"), Some("ENABLED"));
    for name in ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] {
        let (read, error, _) = loaded(&format!("x-amz-checksum-{name}: AAAAAA==\r\n")).await;
        let Some(StreamError::Checksum { header }) = error else { panic!("{error:?}") };
        assert_eq!(header, format!("x-amz-checksum-{name}"));
        assert!(read.len() < TEXT.len(), "the last piece is not given out");
    }
}

#[tokio::test]
async fn composite_checksums_are_not_verified() {
    for headers in
        ["x-amz-checksum-crc32: AAAAAA==-2\r\n", "x-amz-checksum-crc32: AAAAAA==\r\nx-amz-checksum-type: COMPOSITE\r\n"]
    {
        let (read, error, _) = loaded(headers).await;
        assert_eq!((read.as_slice(), error.is_none()), (TEXT.as_bytes(), true), "{headers}");
    }
}

#[tokio::test]
async fn a_response_that_was_damaged_is_requested_again() {
    let text = r#"{"text":"hello"}"#;
    let wrong = response("200 OK", "x-amz-checksum-crc32: AAAAAA==\r\n", text);
    let server = Server::start([wrong.clone(), response("200 OK", "", text)]).await;
    let output = Client::new(server.config().unsigned()).load_sheet().send().await.expect("the second response");
    assert_eq!(output.text.as_deref(), Some("hello"));
    let server = Server::start([wrong]).await;
    let result = Client::new(server.config().unsigned().attempts(1)).load_sheet().send().await;
    let Err(Error::Response { reason: ResponseError::Checksum { header }, .. }) = result else { panic!("{result:?}") };
    assert_eq!(header, "x-amz-checksum-crc32");
}

#[tokio::test]
async fn response_checksums_can_be_disabled() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let config = server.config().unsigned().response_checksums(ChecksumMode::WhenRequired);
    Client::new(config).load_sheet().send().await.expect("read");
    assert!(!server.requests()[0].contains("checksum"));
}
