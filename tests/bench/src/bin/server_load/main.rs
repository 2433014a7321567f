//! CPU time of a request: a generated server and a handwritten one with axum and serde, both returning 25 steps, under
//! the same load on one connection. Prints microseconds and the ratio. The steps are cloned, or built for each request.
//!
//! With the feature `telemetry`, the generated server also verifies signatures, and traces requests.
//!
//! `server_load SERVER TIMES`, where SERVER is one of `SERVERS`, only sends TIMES requests, to count instructions.

mod by_hand;
#[allow(dead_code, reason = "requests are not run by a function")]
#[path = "../../cpu.rs"]
mod cpu;
#[cfg(feature = "telemetry")]
mod sink;

use std::convert::Infallible;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use axum::Router;
use by_hand::Steps;
use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier};

const REQUESTS: u32 = 20_000;
const ROUNDS: u32 = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    #[cfg(feature = "telemetry")]
    tracing::subscriber::set_global_default(sink::Sink::default()).expect("the first subscriber");
    match arguments.as_slice() {
        [] if cfg!(feature = "telemetry") => compare("signed and traced request", "whitesmith-signed", "axum-signed"),
        [] => {
            compare("server CPU a request, 25 steps", "whitesmith", "axum");
            compare("the same, steps built each time", "whitesmith-built", "axum-built");
        }
        [server, times] => {
            let app = SERVERS.iter().find(|(name, _)| name == server).map(|(_, app)| *app);
            let (Some(app), Ok(times)) = (app, times.parse()) else { return ExitCode::from(2) };
            let mut connection = Server::start(server, app).connect();
            (0..times).for_each(|_: u32| connection.ask());
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

type App = fn() -> Router;

const SERVERS: [(&str, App); 6] = [
    ("whitesmith", || whitesmith(Steps::Cloned)),
    ("axum", || by_hand::router(Steps::Cloned)),
    ("whitesmith-built", || whitesmith(Steps::Built)),
    ("axum-built", || by_hand::router(Steps::Built)),
    ("whitesmith-signed", verifying),
    ("axum-signed", || by_hand::router(Steps::Cloned)),
];

/// Headers of a request that was signed with the secret `secret` at [`SIGNED_AT`].
const SIGNATURE: &str = "x-amz-date: 20260101T000000Z\r\nauthorization: AWS4-HMAC-SHA256 \
    Credential=AKIDEXAMPLE/20260101/eu-central-1/imagebuilder/aws4_request, \
    SignedHeaders=content-type;host;x-amz-date, \
    Signature=4b1e21e2f6d04e913c75e4a84f12ddf144115249c926aa945fadbb4b1d6668ec\r\n";

/// Seconds since 1970.
const SIGNED_AT: u64 = 1_767_225_600;

fn verifying() -> Router {
    let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, Infallible>(Some(SecretKey::new("secret"))) });
    let verifier = verifier.clock(|| UNIX_EPOCH + Duration::from_secs(SIGNED_AT));
    let service = generated::imagebuilder::server::service(by_hand::Typed::new(Steps::Cloned));
    Router::new().fallback_service(service.authenticate(verifier))
}

fn whitesmith(steps: Steps) -> Router {
    let service = generated::imagebuilder::server::service(by_hand::Typed::new(steps));
    Router::new().fallback_service(service.without_authentication())
}

fn compare(name: &str, ours: &str, theirs: &str) {
    let start = |server: &str| {
        let (_, app) = SERVERS.iter().find(|(name, _)| *name == server).expect("one of the servers");
        Server::start(server, *app)
    };
    let (ours, theirs) = (start(ours), start(theirs));
    assert_eq!(ours.ask_once(), theirs.ask_once(), "the same response");
    let (mut best_ours, mut best_theirs) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        best_ours = best_ours.min(ours.cost());
        best_theirs = best_theirs.min(theirs.cost());
    }
    println!("{name:<40} {best_ours:>10.1} µs {best_theirs:>10.1} µs {:>8.2}", best_ours / best_theirs);
}

/// A server on a separate thread.
struct Server {
    address: SocketAddr,
    ask_cpu: tokio::sync::mpsc::UnboundedSender<mpsc::Sender<u64>>,
    /// Headers of a signature.
    signature: &'static str,
}

impl Server {
    fn start(name: &str, app: App) -> Self {
        let signature = if name.ends_with("-signed") { SIGNATURE } else { "" };
        let (address_out, address) = mpsc::channel();
        let (ask_cpu, mut requests) = tokio::sync::mpsc::unbounded_channel::<mpsc::Sender<u64>>();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                address_out.send(listener.local_addr().expect("bound")).expect("open channel");
                tokio::spawn(async move {
                    while let Some(answer) = requests.recv().await {
                        answer.send(cpu::of_thread()).expect("open channel");
                    }
                });
                axum::serve(listener, app()).await
            })
        });
        Self { address: address.recv().expect("started"), ask_cpu, signature }
    }

    /// CPU time of the server's thread in nanoseconds.
    fn cpu(&self) -> u64 {
        let (answer, cpu) = mpsc::channel();
        self.ask_cpu.send(answer).expect("it runs");
        cpu.recv().expect("it answers")
    }

    fn connect(&self) -> Connection {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_nodelay(true).expect("a socket");
        Connection { stream: BufReader::new(stream), body: Vec::new(), signature: self.signature }
    }

    /// Body of one response, with sorted members.
    fn ask_once(&self) -> serde_json::Value {
        let mut connection = self.connect();
        connection.ask();
        serde_json::from_slice(&connection.body).expect("JSON")
    }

    /// CPU time per request in microseconds.
    fn cost(&self) -> f64 {
        let mut connection = self.connect();
        (0..100).for_each(|_| connection.ask());
        let before = self.cpu();
        (0..REQUESTS).for_each(|_| connection.ask());
        (self.cpu() - before) as f64 / 1e3 / f64::from(REQUESTS)
    }
}

struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
    signature: &'static str,
}

impl Connection {
    fn ask(&mut self) {
        let body = r#"{"workflowExecutionId":"wf-0a1b2c3d-0000-4000-8000-0123456789ab","maxResults":25}"#;
        let request = format!(
            "POST /ListWorkflowStepExecutions HTTP/1.1\r\nhost: localhost\r\n{}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.signature,
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).expect("written");
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.stream.read_line(&mut line).expect("a line");
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a number");
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).expect("the body");
    }
}
