//! `server::serve`: slow, idle, greedy and hostile clients over real sockets. The clock is paused and advances when all
//! tasks are idle, so time limits are exact and tests do not wait.

mod bodies;
mod flood;
mod heads;
mod pipelines;
#[cfg(unix)]
mod signals;
mod smuggling;
mod streams;
mod support;
mod tls;

use std::future::IntoFuture as _;
use std::sync::atomic::Ordering;
use std::time::Duration;

use support::{read, start};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::Instant;
use whitesmith_runtime::server::{Probes, ServeLimits, serve};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn limits() -> ServeLimits {
    ServeLimits::default()
}

fn limits_with(change: impl FnOnce(&mut ServeLimits)) -> ServeLimits {
    let mut limits = limits();
    change(&mut limits);
    limits
}

/// Waits until all streams are closed, and returns how long that took.
async fn closed(streams: Vec<TcpStream>) -> Duration {
    let start = Instant::now();
    for stream in streams {
        read(stream).await;
    }
    start.elapsed()
}

#[track_caller]
fn assert_about(found: Duration, expected: Duration) {
    let slack = Duration::from_millis(1500);
    assert!(found >= expected && found < expected + slack, "{found:?} is not about {expected:?}");
}

#[tokio::test(start_paused = true)]
async fn half_sent_heads_are_closed_while_others_are_served() {
    let server = start(limits()).await;
    let mut streams = Vec::new();
    for _ in 0..200 {
        streams.push(server.send(b"GET / HTTP/1.1\r\nhost: loc").await);
    }
    // These may become the preface of HTTP/2.
    for start in [b"P".as_slice(), b"PR", b"PRI * HT"] {
        streams.push(server.send(start).await);
    }
    assert!(server.get("/").await.ends_with("ok"));
    assert_about(closed(streams).await, limits().header_timeout);
}

#[tokio::test(start_paused = true)]
async fn limits_of_the_largest_values_are_no_limits() {
    let server = start(limits_with(|limits| {
        limits.header_timeout = Duration::MAX;
        limits.idle_timeout = Duration::MAX;
        limits.handler_timeout = Duration::MAX;
        limits.write_timeout = Duration::MAX;
        limits.drain_timeout = Duration::MAX;
        limits.max_connections = usize::MAX;
        limits.max_headers = usize::MAX;
        limits.max_head_size = u32::MAX;
        limits.max_concurrent_streams = u32::MAX;
    }))
    .await;
    assert!(server.get("/slow").await.ends_with("slow"));
    let (client, uri) = streams::client(&server, "/slow");
    assert_eq!(client.get(uri).await.expect("a response").status().as_u16(), 200);
    server.stop.send(()).expect("a running server");
    drop(client);
    server.task.await.expect("no panic");
}

#[tokio::test(start_paused = true)]
async fn more_fields_than_a_map_holds_are_refused_whatever_the_limit() {
    let server = start(limits_with(|limits| {
        limits.max_headers = usize::MAX;
        limits.max_head_size = u32::MAX;
    }))
    .await;
    let request = format!("GET / HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "a:\r\n".repeat(70_000));
    let mut stream = server.send(b"").await;
    // The server may answer before it has read everything.
    let _ = stream.write_all(request.as_bytes()).await;
    let answer = read(stream).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn a_server_accepts_at_least_one_connection() {
    let server = start(limits_with(|limits| limits.max_connections = 0)).await;
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn a_head_that_trickles_is_closed_at_the_same_limit() {
    let server = start(limits()).await;
    let mut stream = server.send(b"GET / HTTP/1.1\r\n").await;
    let start = Instant::now();
    // Writing fails once the server has closed the connection.
    while stream.write_all(b"a: b\r\n").await.is_ok() && start.elapsed() < seconds(100) {
        tokio::time::sleep(seconds(1)).await;
    }
    assert_about(start.elapsed(), limits().header_timeout);
}

#[tokio::test(start_paused = true)]
async fn silent_connections_are_closed_when_idle() {
    let server = start(limits()).await;
    let silent = server.send(b"").await;
    let used = server.send(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    assert_about(closed(vec![silent, used]).await, limits().idle_timeout);
}

#[tokio::test(start_paused = true)]
async fn connections_beyond_the_limit_wait_for_a_free_slot() {
    let server = start(limits_with(|limits| limits.max_connections = 2)).await;
    let blockers = [server.send(b"GET").await, server.send(b"GET").await];
    let start = Instant::now();
    assert!(server.get("/").await.ends_with("ok"));
    assert_about(start.elapsed(), limits().header_timeout);
    drop(blockers);
}

#[tokio::test(start_paused = true)]
async fn responses_that_clients_do_not_read_are_dropped() {
    let server = start(limits()).await;
    let stream = server.send(b"GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    let start = Instant::now();
    while server.endless.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    while server.endless.load(Ordering::SeqCst) == 1 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_about(start.elapsed(), limits().write_timeout);
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn handlers_that_take_too_long_are_answered_with_503() {
    let server = start(limits()).await;
    let start = Instant::now();
    let answer = server.get("/never").await;
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("retry-after: 1\r\n"), "{answer}");
    assert_about(start.elapsed(), limits().handler_timeout);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_arrives_in_pieces_extends_the_handlers_time() {
    let server = start(limits()).await;
    let head = b"POST /echo HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 4\r\n\r\n";
    let mut stream = server.send(head).await;
    for _ in 0..4 {
        tokio::time::sleep(seconds(40)).await;
        stream.write_all(b"x").await.expect("to write");
    }
    assert!(read(stream).await.ends_with("xxxx"));
}

#[tokio::test(start_paused = true)]
async fn stopping_finishes_requests_in_progress_and_waits_for_no_half_sent_head() {
    let server = start(limits()).await;
    let half = server.send(b"GET / HT").await;
    let idle = server.send(b"").await;
    let slow = server.send(b"GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(seconds(1)).await;
    let start = Instant::now();
    server.stop.send(()).expect("a running server");
    server.task.await.expect("no panic");
    assert_about(start.elapsed(), seconds(4));
    assert!(read(slow).await.ends_with("slow"));
    drop((half, idle));
}

#[tokio::test(start_paused = true)]
async fn stopping_aborts_requests_after_the_deadline() {
    let server = start(limits_with(|limits| limits.handler_timeout = seconds(1000))).await;
    let stream = server.send(b"GET /never HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(seconds(1)).await;
    let start = Instant::now();
    server.stop.send(()).expect("a running server");
    server.task.await.expect("no panic");
    assert_about(start.elapsed(), limits().drain_timeout);
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn stopping_reads_bodies_to_their_end_and_serves_no_request_after_them() {
    let server = start(limits()).await;
    let head = "POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\n\r\n";
    let mut streams = Vec::new();
    for sent in [head.to_owned(), format!("{head}x"), format!("{head}xxx")] {
        streams.push((server.send(sent.as_bytes()).await, sent.len() - head.len()));
    }
    let mut idle = server.send(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(seconds(1)).await;
    server.stop.send(()).expect("a running server");
    tokio::time::sleep(seconds(1)).await;
    // The connection may be closed already.
    let _ = idle.write_all(b"GET /late HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    assert_eq!(read(idle).await.matches("HTTP/1.1 ").count(), 1);
    for (mut stream, sent) in streams {
        let rest = format!("{}GET /late HTTP/1.1\r\nhost: localhost\r\n\r\n", "x".repeat(4 - sent));
        stream.write_all(rest.as_bytes()).await.expect("to write");
        let answer = read(stream).await;
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("\r\n\r\nxxxx"), "{answer}");
    }
    server.task.await.expect("no panic");
    assert!(!server.handled.lock().expect("no panic").iter().any(|path| path == "/late"));
}

#[tokio::test(start_paused = true)]
async fn stopping_aborts_responses_that_do_not_end_after_the_deadline() {
    let server = start(limits_with(|limits| limits.write_timeout = seconds(1000))).await;
    let stream = server.send(b"GET /endless HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    tokio::time::sleep(seconds(1)).await;
    let start = Instant::now();
    server.stop.send(()).expect("a running server");
    server.task.await.expect("no panic");
    assert_about(start.elapsed(), limits().drain_timeout);
    assert_eq!(server.endless.load(Ordering::SeqCst), 0);
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_is_going_to_stop_is_not_ready_and_still_serves() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let limits = limits_with(|limits| limits.stop_delay = seconds(10));
    let router = axum::Router::new().fallback(|| async { "ok" });
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let stopped = async {
        let _ = stopped.await;
    };
    let server = serve(listener, Probes::new().around(router)).limits(limits).stop_on(stopped);
    let task = tokio::spawn(server.into_future());
    let get = async |path: &str| {
        let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
        let head = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await.expect("to write");
        read(stream).await.get(..12).map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(get("/readyz").await, "HTTP/1.1 200");
    let start = Instant::now();
    stop.send(()).expect("a running server");
    tokio::time::sleep(seconds(1)).await;
    for (path, status) in [("/readyz", "HTTP/1.1 503"), ("/livez", "HTTP/1.1 200"), ("/", "HTTP/1.1 200")] {
        assert_eq!(get(path).await, status, "{path}");
    }
    task.await.expect("no panic");
    assert_about(start.elapsed(), seconds(10));
}
