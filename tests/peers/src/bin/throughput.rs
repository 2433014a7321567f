//! Requests per second that a server answers on all cores: a generated one, and a handwritten one with axum and serde.
//!
//! `throughput whitesmith|axum` prints the number. A quarter of the cores, at least one, send requests on 256
//! connections. They do not allocate memory while they do.

#[allow(dead_code, reason = "the steps are always cloned")]
#[path = "../../../bench/src/bin/server_load/by_hand.rs"]
mod by_hand;

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::Barrier;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use by_hand::{Steps, Typed};

const CONNECTIONS: usize = 256;
const WARM_UP: Duration = Duration::from_millis(500);
const TIME: Duration = Duration::from_secs(2);

const REQUEST: &str = concat!(
    "POST /ListWorkflowStepExecutions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n",
    "content-length: 81\r\n\r\n",
    r#"{"workflowExecutionId":"wf-0a1b2c3d-0000-4000-8000-0123456789ab","maxResults":25}"#,
);

pub(crate) fn main() -> ExitCode {
    let app = match std::env::args().nth(1).as_deref() {
        Some("whitesmith") => {
            let service = generated::imagebuilder::server::service(Typed::new(Steps::Cloned));
            Router::new().fallback_service(service.without_authentication())
        }
        Some("axum") => by_hand::router(Steps::Cloned),
        _ => return ExitCode::from(2),
    };
    let address = start(app);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let clients = (cores / 4).max(1);
    let barrier = Barrier::new(clients);
    let per_second: f64 = thread::scope(|scope| {
        let clients: Vec<_> =
            (0..clients).map(|_| scope.spawn(|| rate(address, CONNECTIONS / clients, &barrier))).collect();
        clients.into_iter().map(|client| client.join().expect("a client")).sum()
    });
    println!("{per_second:.0}");
    ExitCode::SUCCESS
}

/// Starts a server on all cores.
fn start(app: Router) -> SocketAddr {
    let (sender, address) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            sender.send(listener.local_addr().expect("bound")).expect("open channel");
            axum::serve(listener, app).await
        })
    });
    address.recv().expect("started")
}

/// Sends a request on each connection, then reads the responses, until the time is over. Returns requests per second.
fn rate(address: SocketAddr, connections: usize, barrier: &Barrier) -> f64 {
    let connect = |_| {
        let stream = TcpStream::connect(address).expect("it listens");
        stream.set_nodelay(true).expect("a socket");
        stream
    };
    let mut streams: Vec<TcpStream> = (0..connections).map(connect).collect();
    let mut buffer = vec![0; 1 << 16];
    let length = streams.first_mut().map_or(0, |stream| first(stream, &mut buffer));
    let buffer = &mut buffer[..length];
    let mut run = |time: Duration| {
        let (start, mut requests) = (Instant::now(), 0);
        while start.elapsed() < time {
            for stream in &mut streams {
                stream.write_all(REQUEST.as_bytes()).expect("written");
            }
            for stream in &mut streams {
                stream.read_exact(buffer).expect("a response");
                assert!(buffer.starts_with(b"HTTP/1.1 200 ") && buffer.ends_with(b"}"), "a complete response");
            }
            requests += streams.len();
        }
        requests as f64 / start.elapsed().as_secs_f64()
    };
    barrier.wait();
    run(WARM_UP);
    run(TIME)
}

/// Reads the first response. All have its length, since their headers differ in digits only.
fn first(stream: &mut TcpStream, buffer: &mut [u8]) -> usize {
    stream.write_all(REQUEST.as_bytes()).expect("written");
    let mut length = 0;
    loop {
        let text = String::from_utf8_lossy(&buffer[..length]).to_ascii_lowercase();
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let line = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let body: usize = line.and_then(|value| value.trim().parse().ok()).expect("a length");
            let all = head.len() + 4 + body;
            stream.read_exact(&mut buffer[length..all]).expect("the body");
            return all;
        }
        let read = stream.read(&mut buffer[length..]).expect("a response");
        assert!(read > 0, "the server closed the connection");
        length += read;
    }
}
