//! Heads of requests that are too large or malformed.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::Instant;

use crate::limits;
use crate::support::{read, start};

#[tokio::test(start_paused = true)]
async fn too_many_or_too_large_header_fields_are_answered_with_431() {
    let server = start(limits()).await;
    let many = "a: b\r\n".repeat(limits().max_headers + 1);
    let large = format!("a: {}\r\n", "b".repeat(limits().max_head_size as usize));
    for fields in [many, large] {
        let head = format!("GET /large HTTP/1.1\r\nhost: localhost\r\n{fields}\r\n");
        let start = Instant::now();
        let answer = read(server.send(head.as_bytes()).await).await;
        assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
        assert!(start.elapsed() < Duration::from_secs(1), "the connection is closed at once");
    }
    assert_eq!(server.handled("/large"), 0);
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn a_head_that_does_not_end_is_read_up_to_the_limit() {
    let server = start(limits()).await;
    let mut stream = server.send(b"GET / HTTP/1.1\r\na: ").await;
    let block = vec![b'b'; 64 * 1024];
    let mut taken = 0;
    while taken < 64 * 1024 * 1024 && stream.write_all(&block).await.is_ok() {
        taken += block.len();
    }
    // What was taken without being read is in buffers of the system.
    assert!(taken < 16 * 1024 * 1024, "{taken} bytes");
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn bytes_of_other_protocols_are_closed_at_once() {
    let server = start(limits()).await;
    let hello = b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03";
    for bytes in
        [&hello[..], b"EHLO localhost\r\n", b"\0\0\0\0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n\r\n\x80\r\n\r\n"]
    {
        let mut stream = server.send(bytes).await;
        let start = Instant::now();
        let _ = stream.read_to_end(&mut Vec::new()).await;
        assert!(start.elapsed() < Duration::from_secs(1), "{bytes:?}: {:?}", start.elapsed());
    }
    assert_eq!(server.handled.lock().expect("no panic").len(), 0);
    server.assert_serves().await;
}
