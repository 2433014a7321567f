//! CPU time of a request: a generated server and a handwritten one with axum and serde, both returning 25 steps, under
//! the same load on one connection. Prints microseconds and the ratio. The steps are cloned, or built for each request.
//!
//! `server_load SERVER TIMES`, where SERVER is one of `SERVERS`, only sends TIMES requests, to count instructions.

mod by_hand;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use axum::Router;
use by_hand::Steps;

const REQUESTS: u32 = 20_000;
const ROUNDS: u32 = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => {
            compare("server CPU a request, 25 steps", "whitesmith", "axum");
            compare("the same, steps built each time", "whitesmith-built", "axum-built");
        }
        [server, times] => {
            let app = SERVERS.iter().find(|(name, _)| name == server).map(|(_, app)| *app);
            let (Some(app), Ok(times)) = (app, times.parse()) else { return ExitCode::from(2) };
            let mut connection = Connection::open(Server::start(app).address);
            (0..times).for_each(|_: u32| connection.ask());
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

type App = fn() -> Router;

const SERVERS: [(&str, App); 4] = [
    ("whitesmith", || whitesmith(Steps::Cloned)),
    ("axum", || by_hand::router(Steps::Cloned)),
    ("whitesmith-built", || whitesmith(Steps::Built)),
    ("axum-built", || by_hand::router(Steps::Built)),
];

fn whitesmith(steps: Steps) -> Router {
    let service = generated::imagebuilder::server::service(by_hand::Typed::new(steps));
    Router::new().fallback_service(service.without_authentication())
}

fn compare(name: &str, ours: &str, theirs: &str) {
    let start = |server: &str| {
        let (_, app) = SERVERS.iter().find(|(name, _)| *name == server).expect("one of the servers");
        Server::start(*app)
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
}

impl Server {
    fn start(app: App) -> Self {
        let (address_out, address) = mpsc::channel();
        let (ask_cpu, mut requests) = tokio::sync::mpsc::unbounded_channel::<mpsc::Sender<u64>>();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                address_out.send(listener.local_addr().expect("bound")).expect("open channel");
                tokio::spawn(async move {
                    while let Some(answer) = requests.recv().await {
                        answer.send(thread_cpu()).expect("open channel");
                    }
                });
                axum::serve(listener, app()).await
            })
        });
        Self { address: address.recv().expect("started"), ask_cpu }
    }

    /// CPU time of the server's thread in nanoseconds.
    fn cpu(&self) -> u64 {
        let (answer, cpu) = mpsc::channel();
        self.ask_cpu.send(answer).expect("it runs");
        cpu.recv().expect("it answers")
    }

    /// Body of one response, with sorted members.
    fn ask_once(&self) -> serde_json::Value {
        let mut connection = Connection::open(self.address);
        connection.ask();
        serde_json::from_slice(&connection.body).expect("JSON")
    }

    /// CPU time per request in microseconds.
    fn cost(&self) -> f64 {
        let mut connection = Connection::open(self.address);
        (0..100).for_each(|_| connection.ask());
        let before = self.cpu();
        (0..REQUESTS).for_each(|_| connection.ask());
        (self.cpu() - before) as f64 / 1e3 / f64::from(REQUESTS)
    }
}

/// The first number is the CPU time in nanoseconds.
fn thread_cpu() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("a file of Linux");
    text.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")
}

struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("it listens");
        stream.set_nodelay(true).expect("a socket");
        Self { stream: BufReader::new(stream), body: Vec::new() }
    }

    fn ask(&mut self) {
        let body = r#"{"workflowExecutionId":"wf-0a1b2c3d-0000-4000-8000-0123456789ab","maxResults":25}"#;
        let request = format!(
            "POST /ListWorkflowStepExecutions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
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
