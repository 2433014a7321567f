//! A server with the bindings and the SDK id of S3, called by its own client and with the bytes of other clients.

mod server;

use std::net::SocketAddr;

use golden::storage::Client;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::support::{Message, config, read_message, serve};
use server::Memory;

async fn storage() -> (SocketAddr, Memory) {
    let memory = Memory::default();
    let service = golden::storage::server::service(memory.clone());
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
    let md5 = "content-md5: dm9HETRqJ2zCWLEq8qiiHg==";
    let body = b"<Delete><Keys>a</Keys><Keys>b</Keys></Delete>";
    let answer = send(address, &format!("POST /maps?delete\r\n{md5}"), body).await;
    assert!(answer.body.contains("<Deleted>a</Deleted><Deleted>b</Deleted>"), "{answer:?}");
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
    assert!(!answer.header("x-amz-id-2").is_empty());
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
async fn a_failure_without_a_status_tells_the_caller_nothing() {
    let (address, _) = storage().await;
    let answer = send(address, "GET /broken", b"").await;
    assert_eq!(answer.status(), 500);
    assert!(answer.body.contains("InternalFailure") && !answer.body.contains("sda"), "{answer:?}");
}
