//! Requests of HTTP/1.1 that are sent without reading the responses.

use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpSocket;
use tokio::time::{Instant, timeout};

use crate::support::start;
use crate::{assert_about, limits};

const MIB: usize = 1024 * 1024;

#[tokio::test(start_paused = true)]
async fn a_flood_of_requests_is_read_no_faster_than_its_responses() {
    let server = start(limits()).await;
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4096).expect("a small buffer");
    let mut stream = socket.connect(server.address).await.expect("a connection");
    let block = b"GET /flood HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(1024);
    let mut taken = 0;
    // Time advances when neither side can go on.
    while taken < 256 * MIB
        && let Ok(Ok(())) = timeout(Duration::from_secs(1), stream.write_all(&block)).await
    {
        taken += block.len();
    }
    assert!(taken < 64 * MIB, "{taken} bytes");
    let handled = server.handled("/flood");
    server.assert_serves().await;
    let start = Instant::now();
    while timeout(Duration::from_secs(1), stream.write_all(&block)).await.is_err() {}
    assert_about(start.elapsed() + Duration::from_secs(1), limits().write_timeout);
    assert_eq!(server.handled("/flood"), handled, "no more requests are read");
}

#[tokio::test(start_paused = true)]
async fn many_clients_that_do_not_read_are_dropped_while_others_are_served() {
    let server = start(limits()).await;
    let mut streams = Vec::new();
    for _ in 0..64 {
        streams.push(server.send(b"GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n").await);
    }
    while server.endless.load(Ordering::SeqCst) < 64 {
        tokio::task::yield_now().await;
    }
    server.assert_serves().await;
    tokio::time::sleep(limits().write_timeout + Duration::from_secs(2)).await;
    assert_eq!(server.endless.load(Ordering::SeqCst), 0, "all responses are dropped");
    drop(streams);
}
