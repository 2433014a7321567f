//! Requests whose end a proxy may see elsewhere. What follows them on the connection is never a request.

use std::time::Duration;

use tokio::time::Instant;

use crate::limits;
use crate::support::{read, start};

const SMUGGLED: &str = "GET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// The status of the answer, and whether the connection was closed at once.
async fn answer(request: &str) -> u16 {
    let server = start(limits()).await;
    let stream = server.send(format!("{request}{SMUGGLED}").as_bytes()).await;
    let start = Instant::now();
    let answer = read(stream).await;
    assert!(start.elapsed() < Duration::from_secs(1), "{request:?} does not close the connection");
    assert_eq!(server.handled("/smuggled"), 0, "{request:?}");
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{request:?}: {answer}");
    server.assert_serves().await;
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
}

fn post(fields: &str, body: &str) -> String {
    format!("POST /echo HTTP/1.1\r\nhost: localhost\r\n{fields}\r\n{body}")
}

#[tokio::test(start_paused = true)]
async fn ambiguous_lengths_are_rejected() {
    for fields in [
        "content-length: 0\r\ncontent-length: 44\r\n",
        "content-length: 44\r\ncontent-length: 0\r\n",
        "content-length: 0, 44\r\n",
        "content-length: +0\r\n",
        "content-length: -1\r\n",
        "content-length: 0x2c\r\n",
        "content-length: 4 4\r\n",
        "content-length:\r\n",
        "content-length: 18446744073709551660\r\n",
        "content-length : 44\r\n",
        "content-length\r\n",
    ] {
        assert_eq!(answer(&post(fields, "")).await, 400, "{fields:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn ambiguous_encodings_are_rejected() {
    for fields in [
        "transfer-encoding: xchunked\r\n",
        "transfer-encoding: identity\r\n",
        "transfer-encoding: chunked, identity\r\n",
        "transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n",
        "transfer-encoding : chunked\r\n",
        "transfer-encoding:\r\n chunked\r\n",
        " transfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\rx: y\r\n",
        "transfer-encoding\0: chunked\r\n",
        "transfer-encoding: \u{b}chunked\r\n",
    ] {
        assert_eq!(answer(&post(fields, "0\r\n\r\n")).await, 400, "{fields:?}");
    }
    let old = "POST /echo HTTP/1.0\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";
    assert_eq!(answer(old).await, 400);
}

#[tokio::test(start_paused = true)]
async fn a_length_beside_chunks_is_ignored_and_the_connection_closed() {
    for fields in [
        "content-length: 49\r\ntransfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 49\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 0\r\ncontent-length: 49\r\n",
    ] {
        assert_eq!(answer(&post(fields, "0\r\n\r\n")).await, 200, "{fields:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn chunks_that_are_none_end_the_connection() {
    for chunks in [
        "0x1\r\na\r\n0\r\n\r\n",
        "-1\r\na\r\n0\r\n\r\n",
        "1 1\r\na\r\n0\r\n\r\n",
        "\r\n0\r\n\r\n",
        "1\r\nab\r\n0\r\n\r\n",
        "10000000000000001\r\na\r\n0\r\n\r\n",
        "1;a\nb\r\na\r\n0\r\n\r\n",
    ] {
        let request = post("transfer-encoding: chunked\r\n", chunks);
        let server = start(limits()).await;
        let stream = server.send(format!("{request}{SMUGGLED}").as_bytes()).await;
        let start = Instant::now();
        read(stream).await;
        assert!(start.elapsed() < Duration::from_secs(1), "{chunks:?} does not close the connection");
        assert_eq!(server.handled("/smuggled"), 0, "{chunks:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn requests_with_several_hosts_or_none_are_rejected() {
    for head in [
        "POST /echo HTTP/1.1\r\n",
        "POST /echo HTTP/1.1\r\nhost: a.test\r\nhost: b.test\r\n",
        "POST /echo HTTP/1.1\r\nhost: a.test\r\nHost: a.test\r\n",
        "POST http://a.test/echo HTTP/1.1\r\nhost: b.test\r\n",
        "POST /echo HTTP/1.1\r\nhost: a.test, b.test\r\n",
        "POST /echo HTTP/1.1\r\nhost: a@b.test\r\n",
        "POST http://a@b.test/echo HTTP/1.1\r\nhost: b.test\r\n",
        "POST http://a@b.test/echo HTTP/1.1\r\n",
    ] {
        assert_eq!(answer(&format!("{head}content-length: 0\r\n\r\n")).await, 400, "{head:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn only_requests_of_http_1_0_need_no_host() {
    let server = start(limits()).await;
    for (version, status) in [("1.0", 200), ("1.1", 400)] {
        let answer = read(server.send(format!("GET / HTTP/{version}\r\n\r\n").as_bytes()).await).await;
        assert!(answer.starts_with(&format!("HTTP/{version} {status} ")), "{version}: {answer}");
    }
}
