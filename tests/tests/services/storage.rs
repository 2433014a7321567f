//! A server with the bindings and the SDK ID of S3, called by its own client and with the bytes of other clients.

pub(super) mod server;

use std::net::SocketAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use golden::storage::Client;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::support::{Message, config, read_message, serve};
use server::Memory;

async fn storage() -> (SocketAddr, Memory) {
    let memory = Memory::default();
    let service = golden::storage::server::service(memory.clone()).without_authentication();
    (serve(axum::Router::new().fallback_service(service)).await, memory)
}

/// Sends a request line with headers, and a body.
async fn send(address: SocketAddr, head: &str, body: &[u8]) -> Message {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let host = if head.to_ascii_lowercase().contains("\r\nhost:") { "" } else { "\r\nhost: localhost" };
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let headers = if headers.is_empty() { String::new() } else { format!("\r\n{headers}") };
    let head = format!("{line} HTTP/1.1{host}{headers}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await.expect("written");
    stream.write_all(body).await.expect("written");
    read_message(&mut stream).await.expect("a response")
}

#[tokio::test]
async fn requests_of_clients_that_do_not_name_the_operation_are_routed() {
    let (address, _) = storage().await;
    for (head, words) in [
        ("GET /", "<ListBucketsOutput"),
        ("GET /?x-id=ListRegions", "<ListRegionsOutput"),
        ("GET /maps", "<ListObjectsOutput"),
        ("GET /maps/?prefix=a", "<ListObjectsOutput"),
        ("POST /maps/a/b?uploads", "<UploadId>new a/b</UploadId>"),
        ("POST /maps/a/b?uploads=", "<UploadId>new a/b</UploadId>"),
        ("POST /maps/a/b?uploadId=7", "<UploadId>7</UploadId>"),
        ("PUT /maps/a?uploadId=7", "x-upload: 7"),
        ("PUT /maps/a", "x-length: 4"),
        ("PUT /maps/a?x-id=PutObject", "x-length: 4"),
        ("PUT /maps/a\r\nx-amz-copy-source: /maps/b", "<Copied>/maps/b</Copied>"),
        ("POST /maps/uploads/delete?uploads&x-id=CreateUpload", "<UploadId>new uploads/delete</UploadId>"),
        ("POST /maps/a?uploadId=7&uploads", "<UploadId>new a</UploadId>"),
        ("POST /maps/%3Fuploads?uploadId=7", "<UploadId>7</UploadId>"),
        // URLs signed by others, with and without the name of the operation.
        ("GET /maps/all?x-id=GetObject&X-Amz-Expires=60", "x-amz-request-id: "),
        ("GET /maps/all?X-Amz-Expires=60&X-Amz-SignedHeaders=host", "x-amz-request-id: "),
    ] {
        let answer = send(address, head, if head.starts_with("PUT") { b"body" } else { b"" }).await;
        assert_eq!(answer.status(), 200, "{head}: {answer:?}");
        let headers =
            answer.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("\n");
        assert!(answer.body.contains(words) || headers.contains(words), "{head}: {answer:?}");
    }
    assert_eq!(send(address, "GET /maps/a?x-id=Other", b"").await.status(), 405);
}

#[tokio::test]
async fn documents_without_a_content_type_are_read() {
    let (address, _) = storage().await;
    let md5 = "content-md5: 31jRwodtwioCD0V0FsrBQg==";
    let body = b"<Delete><Keys>a</Keys><Keys>b</Keys></Delete>";
    for types in
        ["", "content-type:\r\n", "content-type: text/xml\r\n", "content-type: Application/XML;charset=utf8\r\n"]
    {
        let answer = send(address, &format!("POST /maps?delete\r\n{types}{md5}"), body).await;
        assert!(answer.body.contains("<Deleted>a</Deleted><Deleted>b</Deleted>"), "{types}: {answer:?}");
    }
    let answer = send(address, &format!("POST /maps?delete\r\ncontent-type: application/json\r\n{md5}"), body).await;
    assert_eq!(answer.status(), 415, "{answer:?}");
}

#[tokio::test]
async fn a_bucket_may_be_in_the_host() {
    let (address, memory) = storage().await;
    send(address, "PUT /a/b\r\nhost: maps.localhost:8080", b"body").await;
    assert_eq!(memory.get("maps", "a/b").as_deref(), Some(&b"body"[..]));
    let answer = send(address, "GET /\r\nhost: maps.localhost", b"").await;
    assert!(answer.body.contains("<Keys>a/b</Keys>"), "{answer:?}");
}

#[tokio::test]
async fn an_object_that_does_not_exist_is_a_404() {
    let (address, _) = storage().await;
    let answer = send(address, "HEAD /maps/a", b"").await;
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.header("x-amz-request-id"), answer.header("x-amzn-requestid"));
    assert_eq!(answer.header("x-amz-id-2").len(), 88, "64 bytes in base64");
    assert_ne!(answer.header("x-amz-id-2"), send(address, "HEAD /maps/a", b"").await.header("x-amz-id-2"));
    let error = Client::new(config(address)).head_object().bucket("maps").key("a").send().await.expect_err("not found");
    assert_eq!(error.code(), Some("NotFound"));
}

#[tokio::test]
async fn error_documents_have_code_and_message_under_their_usual_names() {
    let (address, _) = storage().await;
    let answer = send(address, "GET /lost", b"").await;
    assert_eq!(answer.status(), 404);
    let words = "<Code>NoSuchBucket</Code><Message>There is no bucket `lost`</Message><RequestId>";
    assert!(answer.body.contains(words), "{answer:?}");
    let error = Client::new(config(address)).list_objects().bucket("lost").send().await.expect_err("not found");
    assert_eq!(error.message(), Some("There is no bucket `lost`"));
}

#[tokio::test]
async fn a_part_of_an_object_is_partial_content() {
    let (address, _) = storage().await;
    assert_eq!(send(address, "GET /maps/all", b"").await.status(), 200);
    let part = send(address, "GET /maps/part", b"").await;
    assert_eq!((part.status(), part.header("content-range")), (206, "bytes 0-1/11"));
}

#[tokio::test]
async fn errors_that_the_model_does_not_list_keep_code_and_status() {
    let (address, _) = storage().await;
    let answer = send(address, "GET /secret", b"").await;
    assert_eq!(answer.status(), 403);
    assert!(answer.body.contains("<Code>AccessDenied</Code><Message>Access denied</Message>"), "{answer:?}");
    let answer = send(address, "GET /later", b"").await;
    assert_eq!(answer.status(), 409);
    assert!(answer.body.contains("<Code>Later&lt;&gt;\u{fffd}</Code>"), "{answer:?}");
}

#[tokio::test]
async fn an_error_without_a_status_is_not_shown_to_the_caller() {
    let (address, _) = storage().await;
    let answer = send(address, "GET /broken", b"").await;
    assert_eq!(answer.status(), 500);
    assert!(answer.body.contains("InternalFailure") && !answer.body.contains("sda"), "{answer:?}");
}

/// SHA-256 of `hello`.
const HELLO: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

/// A body in chunks, as clients of AWS send it.
const CHUNKED: &[u8] = b"5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";
const UNSIGNED: &str =
    "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-trailer: x-amz-checksum-crc32";

#[tokio::test]
async fn bodies_in_chunks_are_decoded() {
    let (address, memory) = storage().await;
    let head =
        format!("PUT /maps/a\r\ncontent-encoding: aws-chunked\r\nx-amz-decoded-content-length: 11\r\n{UNSIGNED}");
    let answer = send(address, &head, CHUNKED).await;
    assert_eq!(
        (answer.status(), answer.header("x-length"), answer.header("x-encoding")),
        (200, "11", ""),
        "{answer:?}"
    );
    assert_eq!(memory.get("maps", "a").as_deref(), Some(&b"hello world"[..]));
    let signed = b"5;chunk-signature=ad80\r\nhello\r\n0;chunk-signature=b605\r\n\r\n";
    let head = "PUT /maps/b\r\ncontent-encoding: aws-chunked, gzip\r\nx-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    let answer = send(address, head, signed).await;
    assert_eq!(answer.header("x-encoding"), "gzip", "the encoding of the object is left: {answer:?}");
    assert_eq!(memory.get("maps", "b").as_deref(), Some(&b"hello"[..]));
}

#[tokio::test]
async fn damaged_bodies_are_rejected_and_not_stored() {
    let (address, memory) = storage().await;
    let chunked = |length: usize| {
        format!("PUT /maps/a\r\ncontent-encoding: aws-chunked\r\nx-amz-decoded-content-length: {length}\r\n{UNSIGNED}")
    };
    let other = String::from_utf8_lossy(CHUNKED).replace("DUoRhQ==", "DUoRhA==");
    let none = String::from_utf8_lossy(CHUNKED).replace("x-amz-checksum-crc32:DUoRhQ==\r\n", "");
    for (head, body, code) in [
        (chunked(11), other.as_bytes(), "BadDigest"),
        (chunked(11), none.as_bytes(), "MalformedTrailerError"),
        (chunked(12), CHUNKED, "IncompleteBody"),
        (chunked(10), CHUNKED, "IncompleteBody"),
        (chunked(11), &CHUNKED[..20], "IncompleteBody"),
        ("PUT /maps/a\r\ncontent-md5: XrY7u+Ae7tCTyyK7j1rNww==".to_owned(), b"hello", "BadDigest"),
        ("PUT /maps/a\r\nx-amz-checksum-crc32c: AAAAAA==".to_owned(), b"hello", "BadDigest"),
        (format!("PUT /maps/a\r\nx-amz-content-sha256: {HELLO}"), b"hallo", "XAmzContentSHA256Mismatch"),
        (format!("PUT /maps/a\r\nx-amz-content-sha256: {HELLO}0"), b"hello", "InvalidRequest"),
        ("PUT /maps/a\r\nx-amz-content-sha256: hello".to_owned(), b"hello", "InvalidRequest"),
        ("POST /maps?delete\r\nx-amz-checksum-sha1: AAAA".to_owned(), DELETE, "InvalidDigest"),
        ("PUT /maps/a\r\ncontent-md5: 5d41402abc4b2a76b9719d911017c592".to_owned(), b"hello", "InvalidDigest"),
        ("PUT /maps/a\r\ncontent-md5: ".to_owned(), b"hello", "InvalidDigest"),
        ("PUT /maps/a\r\ncontent-md5: caf\u{e9}".to_owned(), b"hello", "InvalidDigest"),
        (
            "PUT /maps/a\r\nx-amz-checksum-crc32: NhCmhg==\r\nx-amz-checksum-crc32: AAAAAA==".to_owned(),
            b"hello",
            "InvalidRequest",
        ),
        (
            "PUT /maps/a\r\ncontent-md5: XUFAKrxLKna5cZ2REBfFkg==\r\nContent-MD5: XUFAKrxLKna5cZ2REBfFkg==".to_owned(),
            b"hello",
            "InvalidRequest",
        ),
        (format!("{}, other, X-Amz-Checksum-Crc32", chunked(11)), CHUNKED, "InvalidRequest"),
        (format!("{}\r\nx-amz-trailer: x-amz-checksum-crc32", chunked(11)), CHUNKED, "InvalidRequest"),
        (format!("{}{}", chunked(11), ",content-md5".repeat(1000)), CHUNKED, "InvalidRequest"),
        (chunked(11), b"b\r\nhello world\r\n", "IncompleteBody"),
        (chunked(11), b"b\r\nhello world", "IncompleteBody"),
        (chunked(11), b"b\r\nhello world!\r\n0\r\n\r\n", "IncompleteBody"),
        (chunked(11), b"b\nhello world\r\n0\r\nx-amz-checksum-crc32c:DUoRhQ==\r\n\r\n", "MalformedTrailerError"),
        (chunked(11), b"0x0b\r\nhello world\r\n0\r\n\r\n", "IncompleteBody"),
        (chunked(11).replace("length: 11", "length: +11"), CHUNKED, "InvalidRequest"),
        (chunked(11).replace("length: 11", "length: 0x0b"), CHUNKED, "InvalidRequest"),
        (chunked(11).replace("length: 11", "length: -1"), CHUNKED, "InvalidRequest"),
        (chunked(11).replace("length: 11", "length: 99999999999999999999"), CHUNKED, "InvalidRequest"),
    ] {
        let answer = send(address, &head, body).await;
        assert_eq!(answer.status(), 400, "{head}: {answer:?}");
        assert!(answer.body.contains(&format!("<Code>{code}</Code>")), "{head}: {answer:?}");
    }
    assert_eq!(memory.get("maps", "a"), None);
    let answer = send(address, "PUT /maps/a\r\nx-amz-checksum-crc32c: mnG7TA==", b"hello").await;
    assert_eq!(answer.status(), 200, "{answer:?}");
    for body in [
        &b"0000000b;a=b;c\r\nhello world\r\n0\r\nX-Amz-Checksum-CRC32: DUoRhQ==\r\nother: x\r\n\r\n"[..],
        b"B\r\nhello world\r\n000\r\nx-amz-checksum-crc32:DUoRhQ==\r\n",
        b"1\r\nh\r\nA \r\nello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==",
    ] {
        let answer = send(address, &chunked(11), body).await;
        assert_eq!((answer.status(), answer.header("x-length")), (200, "11"), "{answer:?}");
    }
}

#[tokio::test]
async fn signed_hashes_of_bodies_are_verified() {
    let (address, memory) = storage().await;
    for hash in [HELLO, &HELLO.to_uppercase(), "UNSIGNED-PAYLOAD"] {
        let answer = send(address, &format!("PUT /maps/{hash}\r\nx-amz-content-sha256: {hash}"), b"hello").await;
        assert_eq!(answer.status(), 200, "{answer:?}");
        assert_eq!(memory.get("maps", hash).as_deref(), Some(&b"hello"[..]));
    }
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(send(address, &format!("GET /\r\nx-amz-content-sha256: {empty}"), b"").await.status(), 200);
    let answer =
        send(address, &format!("POST /maps?delete\r\n{DELETE_CRC}\r\nx-amz-content-sha256: {empty}"), DELETE).await;
    assert!(answer.body.contains("<Code>XAmzContentSHA256Mismatch</Code>"), "{answer:?}");
}

const DELETE: &[u8] = b"<Delete><Keys>a</Keys></Delete>";
const DELETE_CRC: &str = "x-amz-checksum-crc32: vTvAsA==";

#[tokio::test]
async fn an_operation_that_requires_a_checksum_rejects_requests_without_one() {
    let (address, _) = storage().await;
    let answer = send(address, "POST /maps?delete", DELETE).await;
    assert_eq!(answer.status(), 400, "{answer:?}");
    assert!(answer.body.contains("<Code>InvalidRequest</Code>"), "{answer:?}");
    let hash = "x-amz-content-sha256: eb6682037526176c4aae6ab5fc5412907c596f9637a377e9275947b7433f7f40";
    let answer = send(address, &format!("POST /maps?delete\r\n{hash}"), DELETE).await;
    assert_eq!(answer.status(), 400, "a signed hash is not a checksum of the model: {answer:?}");
    let chunked = [b"1f\r\n".as_slice(), DELETE, b"\r\n0\r\nx-amz-checksum-crc32:vTvAsA==\r\n\r\n"].concat();
    for (head, body) in [(DELETE_CRC, DELETE), ("content-md5: TqViMZI4tuZf0tusHlS+TA==", DELETE), (UNSIGNED, &chunked)]
    {
        let answer = send(address, &format!("POST /maps?delete\r\n{head}"), body).await;
        assert_eq!(answer.status(), 200, "{head}: {answer:?}");
    }
}

#[tokio::test]
async fn an_unknown_content_encoding_is_rejected() {
    let (address, _) = storage().await;
    let answer = send(address, &format!("POST /maps?delete\r\n{DELETE_CRC}\r\ncontent-encoding: br"), DELETE).await;
    assert_eq!(answer.status(), 415, "{answer:?}");
    let answer = send(address, "PUT /maps/a\r\ncontent-encoding: br", DELETE).await;
    assert_eq!((answer.status(), answer.header("x-encoding")), (200, "br"), "{answer:?}");
}

#[tokio::test]
async fn text_that_xml_does_not_allow_is_rejected_in_every_location() {
    let (address, _) = storage().await;
    for (head, body) in [
        ("PUT /maps/a%01", ""),
        ("PUT /maps/%EF%BF%BE", ""),
        ("PUT /maps/a?uploadId=%0B", ""),
        ("PUT /maps/a\r\nx-amz-copy-source: \u{ffff}", ""),
        ("POST /maps?delete", "<Delete><Keys>\u{1}</Keys></Delete>"),
        ("POST /maps?delete", "<Delete><Keys>&#xFFFE;</Keys></Delete>"),
        ("POST /maps?delete", "<Delete><Other>\u{1}</Other><Keys>a</Keys></Delete>"),
    ] {
        let sum = STANDARD.encode(crc32fast::hash(body.as_bytes()).to_be_bytes());
        let head = format!("{head}\r\nx-amz-checksum-crc32: {sum}");
        let answer = send(address, &head, body.as_bytes()).await;
        assert_eq!(answer.status(), 400, "{head} {body:?}: {answer:?}");
        assert!(answer.body.contains("characters that XML does not allow"), "{head} {body:?}: {answer:?}");
    }
    assert_eq!(send(address, "PUT /maps/a%09b%7F", b"").await.status(), 200);
}
