//! A server on a socket, a client, and metered streams.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_core::Stream;
use golden::streams::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use whitesmith_runtime::client::Config;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Dispatch, Service};
use whitesmith_runtime::types::EventError;

use crate::service::Local;

/// Size of a chunk.
pub(crate) const PIECE: u64 = 64 * 1024;
/// More than sockets can buffer, and much less than the tests send.
pub(crate) const BOUND: u64 = 24 * 1024 * 1024;

/// Meter of a stream.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meter(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    made: AtomicU64,
    taken: AtomicU64,
    peak: AtomicU64,
    dropped: AtomicBool,
}

impl Meter {
    pub(crate) fn made(&self) -> u64 {
        self.0.made.load(Ordering::SeqCst)
    }

    /// Maximum number of bytes that were produced and not yet consumed.
    pub(crate) fn peak(&self) -> u64 {
        self.0.peak.load(Ordering::SeqCst)
    }

    pub(crate) fn take(&self, bytes: u64) {
        self.0.taken.fetch_add(bytes, Ordering::SeqCst);
    }

    fn make(&self, bytes: u64) {
        let made = self.0.made.fetch_add(bytes, Ordering::SeqCst) + bytes;
        let waiting = made.saturating_sub(self.0.taken.load(Ordering::SeqCst));
        self.0.peak.fetch_max(waiting, Ordering::SeqCst);
    }

    /// Waits until the metered stream is dropped.
    pub(crate) async fn dropped(&self) {
        let start = Instant::now();
        while !self.0.dropped.load(Ordering::SeqCst) {
            assert!(start.elapsed() < Duration::from_secs(20), "the stream is not dropped");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until no more chunks are produced.
    pub(crate) async fn stalled(&self) {
        let mut before = u64::MAX;
        while before != self.made() {
            before = self.made();
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
}

/// Chunks of `size` bytes in total, followed by the end, an error, or nothing forever.
pub(crate) struct Pieces {
    pub(crate) left: u64,
    pub(crate) then: Then,
    pub(crate) meter: Meter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    End,
    Fail,
    Panic,
    Wait,
}

impl Pieces {
    pub(crate) fn new(size: u64) -> Self {
        Self { left: size, then: Then::End, meter: Meter::default() }
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let size = self.left.min(PIECE);
        if size == 0 {
            return match self.then {
                Then::End => Poll::Ready(None),
                Then::Fail => Poll::Ready(Some(Err(std::io::Error::other("the disk is gone")))),
                Then::Panic => panic!("a stream panics"),
                Then::Wait => Poll::Pending,
            };
        }
        self.left -= size;
        self.meter.make(size);
        let size = usize::try_from(size).expect("a piece");
        Poll::Ready(Some(Ok(Bytes::from(vec![1; size]))))
    }
}

impl Drop for Pieces {
    fn drop(&mut self) {
        self.meter.0.dropped.store(true, Ordering::SeqCst);
    }
}

/// Numbered events, then an error or the end.
pub(crate) struct Events<T> {
    pub(crate) numbers: std::ops::Range<u32>,
    pub(crate) end: Option<EventError<T>>,
    pub(crate) make: fn(&str) -> Option<T>,
    pub(crate) meter: Meter,
}

impl<T> Unpin for Events<T> {}

impl<T> Stream for Events<T> {
    type Item = Result<T, EventError<T>>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(number) = self.numbers.next() else { return Poll::Ready(self.end.take().map(Err)) };
        self.meter.make(1);
        Poll::Ready((self.make)(&number.to_string()).map(Ok))
    }
}

impl<T> Drop for Events<T> {
    fn drop(&mut self) {
        self.meter.0.dropped.store(true, Ordering::SeqCst);
    }
}

/// Items of a channel with a capacity of one.
pub(crate) struct Receiver<T>(tokio::sync::mpsc::Receiver<T>);

impl<T> Receiver<T> {
    pub(crate) fn channel() -> (tokio::sync::mpsc::Sender<T>, Self) {
        let (sender, receiver) = tokio::sync::mpsc::channel(1);
        (sender, Self(receiver))
    }
}

impl<T> Stream for Receiver<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(cx)
    }
}

/// Address of a restJson1 server that runs until the test ends.
pub(crate) async fn serve(local: Local) -> SocketAddr {
    serve_in(local, ProtocolId::RestJson1).await
}

/// The same with another protocol and restJson1, or with restXml only, which has the same paths.
pub(crate) async fn serve_in(local: Local, protocol: ProtocolId) -> SocketAddr {
    let service = golden::streams::server::service(local).without_authentication();
    let service = match protocol {
        ProtocolId::RestXml => service.with_protocols(&[protocol]),
        _ => service.with_protocols(&[
            ProtocolId::RestJson1,
            ProtocolId::RpcV2Cbor,
            ProtocolId::RpcV2Json,
            ProtocolId::AwsJson1_1,
        ]),
    };
    serve_service(service).await
}

/// Address of a server of a service, which runs until the test ends.
pub(crate) async fn serve_service<D: Dispatch>(service: Service<D>) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let app = axum::Router::new().fallback_service(service);
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

pub(crate) fn config(address: SocketAddr) -> Config {
    Config::new().endpoint_url(format!("http://{address}")).protocol(ProtocolId::RestJson1).unsigned().attempts(1)
}

/// A client of the default server.
pub(crate) async fn client() -> Client {
    Client::new(config(serve(Local::default()).await))
}

/// A server that reads the head of one request, responds with these bytes, and closes the connection.
pub(crate) async fn canned(answer: &'static [u8]) -> Client {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.expect("a client");
        let mut seen = Vec::new();
        while !seen.windows(4).any(|end| end == b"\r\n\r\n") {
            if socket.read_buf(&mut seen).await.expect("a request") == 0 {
                return;
            }
        }
        socket.write_all(answer).await.expect("sent");
    });
    Client::new(config(address))
}

/// Response of a server to these bytes.
pub(crate) async fn raw(address: SocketAddr, request: &[u8]) -> String {
    let mut socket = tokio::net::TcpStream::connect(address).await.expect("a server");
    socket.write_all(request).await.expect("sent");
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), socket.read_to_end(&mut answer)).await;
    read.expect("in time").expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}
