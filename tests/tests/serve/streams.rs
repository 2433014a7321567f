//! Streams of HTTP/2: reset at once, never ending heads, compressed heads, windows of 0, empty pieces.

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt as _, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::OwnedReadHalf;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::support::{Running, start};
use crate::{assert_about, limits};

pub(crate) const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
pub(crate) const SETTINGS: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;
const MIB: usize = 1024 * 1024;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a short payload").to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// Fields of a request, with names and values of HPACK's static table where it has them.
fn fields(method: u8, path: &str) -> Vec<u8> {
    let length = u8::try_from(path.len()).expect("a short path");
    [&[method, 0x86, 0x04, length], path.as_bytes(), &[0x01, 9], b"localhost"].concat()
}

const GET: u8 = 0x82;
const POST: u8 = 0x83;

/// Writes frames until the server closes the connection, and returns the number of bytes and the frames that it sent.
async fn flood(server: &Running, start: &[u8], mut next: impl FnMut(u32) -> Vec<u8>) -> (usize, Vec<(u8, Vec<u8>)>) {
    let (reader, mut writer) = server.send(&[PREFACE, SETTINGS, start].concat()).await.into_split();
    let answers = collect(reader);
    let mut taken = 0;
    for number in 0.. {
        let block = next(number);
        if taken > 64 * MIB || writer.write_all(&block).await.is_err() {
            break;
        }
        taken += block.len();
    }
    server.assert_serves().await;
    (taken, answers.await.expect("no panic"))
}

/// Types and payloads of all frames until the end of the connection.
fn collect(mut reader: OwnedReadHalf) -> JoinHandle<Vec<(u8, Vec<u8>)>> {
    tokio::spawn(async move {
        let mut frames = Vec::new();
        let mut head = [0; 9];
        while reader.read_exact(&mut head).await.is_ok() {
            let mut payload = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
            if reader.read_exact(&mut payload).await.is_err() {
                break;
            }
            frames.push((head[3], payload));
        }
        frames
    })
}

#[track_caller]
fn assert_ended(taken: usize, frames: &[(u8, Vec<u8>)]) {
    assert!(taken < 16 * MIB, "{taken} bytes");
    assert_calm(frames);
}

/// Fails if the server closes the connection for another reason than `ENHANCE_YOUR_CALM`.
#[track_caller]
fn assert_calm(frames: &[(u8, Vec<u8>)]) {
    let codes: Vec<&[u8]> =
        frames.iter().filter(|(kind, _)| *kind == GOAWAY).map(|(_, payload)| &payload[4..8]).collect();
    // The reset of the connection may overtake the frame.
    assert!(codes.is_empty() || codes.contains(&&[0, 0, 0, 11][..]), "{codes:?}");
}

/// A client with one connection, and the URI of a path.
pub(crate) fn client(server: &Running, path: &str) -> (Client<HttpConnector, Empty<Bytes>>, Uri) {
    let uri = format!("http://{}{path}", server.address).parse().expect("a URI");
    (Client::builder(TokioExecutor::new()).http2_only(true).build_http(), uri)
}

#[tokio::test(start_paused = true)]
async fn other_requests_do_not_extend_the_time_of_a_handler() {
    let server = start(limits()).await;
    let request = |stream, path| frame(HEADERS, END_HEADERS | END_STREAM, stream, &fields(GET, path));
    let first = [PREFACE, SETTINGS, &request(1, "/never")].concat();
    let (mut reader, mut writer) = server.send(&first).await.into_split();
    while server.handled("/never") == 0 {
        tokio::task::yield_now().await;
    }
    let start = Instant::now();
    let others = tokio::spawn(async move {
        for index in 1..8 {
            tokio::time::sleep(Duration::from_secs(25)).await;
            writer.write_all(&request(index * 2 + 1, "/other")).await.expect("to write");
        }
    });
    let mut head = [0; 9];
    let status = loop {
        reader.read_exact(&mut head).await.expect("a frame");
        let mut payload = vec![0; usize::from(head[1]) << 8 | usize::from(head[2])];
        reader.read_exact(&mut payload).await.expect("a payload");
        if head[3] == HEADERS && head[8] == 1 {
            break payload[0];
        }
    };
    // Status 200 is one byte in HPACK.
    assert_ne!(status, 0x88);
    assert_about(start.elapsed(), limits().handler_timeout);
    others.abort();
}

#[tokio::test(start_paused = true)]
async fn a_response_that_is_not_read_does_not_end_others() {
    let server = start(limits()).await;
    let (client, uri) = client(&server, "/endless");
    let unread = client.get(uri.clone()).await.expect("a response");
    let mut read = client.get(uri).await.expect("a response").into_body();
    let start = Instant::now();
    while start.elapsed() < limits().write_timeout * 2 {
        for _ in 0..32 {
            assert!(matches!(read.frame().await, Some(Ok(_))));
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert_eq!(server.endless.load(Ordering::SeqCst), 2);
    drop(unread);
}

#[tokio::test(start_paused = true)]
async fn requests_that_are_reset_at_once_end_the_connection() {
    let server = start(limits()).await;
    let block = |number: u32| {
        let streams = (0..64).map(|index| (number * 64 + index) * 2 + 1);
        let reset = |stream| {
            let request = frame(HEADERS, END_HEADERS | END_STREAM, stream, &fields(GET, "/never"));
            [request, frame(RST_STREAM, 0, stream, &[0, 0, 0, 8])].concat()
        };
        streams.flat_map(reset).collect()
    };
    let (taken, frames) = flood(&server, &[], block).await;
    assert_ended(taken, &frames);
    let handled = server.handled("/never");
    assert!(handled < 10_000, "{handled} requests");
}

#[tokio::test(start_paused = true)]
async fn heads_that_do_not_end_end_the_connection() {
    let server = start(limits()).await;
    let field = [&[0x00, 1, b'a', 100][..], &[b'b'; 100]].concat();
    let first = frame(HEADERS, END_STREAM, 1, &fields(GET, "/endless-head"));
    let (taken, frames) = flood(&server, &first, |_| frame(CONTINUATION, 0, 1, &field.repeat(100))).await;
    assert_ended(taken, &frames);
    assert_eq!(server.handled("/endless-head"), 0);
}

#[tokio::test(start_paused = true)]
async fn fields_that_are_large_when_decompressed_end_the_connection() {
    let server = start(limits()).await;
    // A field of 3,900 bytes is stored in the table, and then repeated 10,000 times by one byte each: 39 MB.
    let stored = [&[0x40, 1, b'a', 0x7f, 0xbd, 0x1d][..], &[b'b'; 3900]].concat();
    let head = [fields(GET, "/bomb"), stored, vec![0xbe; 10_000]].concat();
    let request = frame(HEADERS, END_HEADERS | END_STREAM, 1, &head);
    let (reader, _writer) = server.send(&[PREFACE, SETTINGS, &request].concat()).await.into_split();
    let frames = collect(reader).await.expect("no panic");
    assert_eq!(server.handled("/bomb"), 0);
    assert_calm(&frames);
    server.assert_serves().await;
}

#[tokio::test(start_paused = true)]
async fn streams_without_a_window_are_dropped_while_others_are_served() {
    let server = start(limits()).await;
    // SETTINGS_INITIAL_WINDOW_SIZE is 0.
    let settings = frame(4, 0, 0, &[0, 4, 0, 0, 0, 0]);
    let requests =
        (0..50).flat_map(|index| frame(HEADERS, END_HEADERS | END_STREAM, index * 2 + 1, &fields(GET, "/endless")));
    let stream = server.send(&[PREFACE, &settings, &requests.collect::<Vec<u8>>()].concat()).await;
    while server.endless.load(Ordering::SeqCst) < 50 {
        tokio::task::yield_now().await;
    }
    server.assert_serves().await;
    tokio::time::sleep(limits().write_timeout + Duration::from_secs(2)).await;
    assert_eq!(server.endless.load(Ordering::SeqCst), 0, "all responses are dropped");
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn no_more_streams_are_served_at_once_than_the_limit() {
    let server = start(limits()).await;
    let count = limits().max_concurrent_streams + 50;
    let requests =
        (0..count).flat_map(|index| frame(HEADERS, END_HEADERS | END_STREAM, index * 2 + 1, &fields(GET, "/never")));
    let stream = server.send(&[PREFACE, SETTINGS, &requests.collect::<Vec<u8>>()].concat()).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(server.handled("/never"), limits().max_concurrent_streams as usize);
    server.assert_serves().await;
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn empty_pieces_of_a_body_that_is_not_read_end_the_connection() {
    let server = start(limits()).await;
    let request = frame(HEADERS, END_HEADERS, 1, &fields(POST, "/never"));
    let (taken, _) = flood(&server, &request, |_| frame(DATA, 0, 1, &[]).repeat(1024)).await;
    assert!(taken < 16 * MIB, "{taken} bytes");
}
