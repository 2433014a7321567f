//! Bodies that never arrive, arrive slowly, or end too early.

use std::time::Duration;

use golden::shapes;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio::time::Instant;
use whitesmith_runtime::server::{ServiceSettings, serve};

#[path = "../bindings/echo.rs"]
mod echo;

use crate::support::{read, start};
use crate::{assert_about, limits};

const HEAD: &[u8] = b"POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n";

#[tokio::test(start_paused = true)]
async fn bodies_that_do_not_come_are_answered_with_503_while_others_are_served() {
    let server = start(limits()).await;
    let mut streams = Vec::new();
    for _ in 0..200 {
        streams.push(server.send(HEAD).await);
    }
    server.assert_serves().await;
    let start = Instant::now();
    for stream in streams {
        let answer = read(stream).await;
        assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("connection: close"), "{answer}");
    }
    assert_about(start.elapsed(), limits().handler_timeout);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_trickles_is_answered_with_408_by_a_generated_service() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(serve(listener, shapes::server::service(echo::Echo)).into_future());
    let head = "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: Shapes.EchoTypes\r\n\
                content-type: application/x-amz-json-1.1\r\ncontent-length: 1000\r\n\r\n{";
    let stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let (mut reader, mut writer) = stream.into_split();
    writer.write_all(head.as_bytes()).await.expect("to write");
    let start = Instant::now();
    tokio::spawn(async move {
        // Each chunk arrives in time, but the whole body does not.
        while writer.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let mut answer = vec![0; 64];
    let length = tokio::io::AsyncReadExt::read(&mut reader, &mut answer).await.expect("an answer");
    let answer = String::from_utf8_lossy(&answer[..length]);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert_about(start.elapsed(), ServiceSettings::default().body_timeout);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_closes_its_half_in_a_body_or_head_is_closed_at_once() {
    let server = start(limits()).await;
    for part in [HEAD, b"GET / HT", b""] {
        let mut stream = server.send(part).await;
        let start = Instant::now();
        stream.shutdown().await.expect("to close");
        read(stream).await;
        assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    }
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_closes_its_half_after_a_request_is_answered() {
    let server = start(limits()).await;
    let mut stream = server.send(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    stream.shutdown().await.expect("to close");
    assert!(read(stream).await.ends_with("ok"));
}
