//! Signals that stop a process: a server in a child process, which is this program with a single test selected. Its
//! clock is the system's.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use whitesmith_runtime::server::serve;

use crate::limits_with;
use crate::support::Test;

/// Milliseconds for requests in progress when the program stops. Unset outside these tests.
const DRAIN: &str = "WHITESMITH_SERVE_DRAIN";

const A_DAY: Duration = Duration::from_secs(24 * 3600);

#[test]
#[ignore = "the program that the other tests start"]
fn program() {
    let Some(drain) = std::env::var(DRAIN).ok().and_then(|milliseconds| milliseconds.parse().ok()) else { return };
    let limits = limits_with(|limits| {
        limits.drain_timeout = Duration::from_millis(drain);
        // Connections without a request are closed by the signal, or not at all.
        (limits.header_timeout, limits.idle_timeout) = (A_DAY, A_DAY);
    });
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("a setting of sockets");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let address = listener.local_addr().expect("an address");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        // The harness captures what macros print.
        writeln!(io::stdout(), "\nlistening on {address}").expect("to write");
        serve(listener, Test::default()).limits(limits).await;
    });
}

/// A child process, which ends with the test, even if that fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program, and a request in progress.
struct Program {
    child: Running,
    address: SocketAddr,
    /// A connection whose request is handled, and lacks the end of its body.
    request: TcpStream,
}

impl Program {
    fn start(drain: Duration) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(["--exact", "signals::program", "--ignored", "--nocapture"]);
        command.env(DRAIN, drain.as_millis().to_string()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = Running(command.spawn().expect("the program"));
        let mut lines = BufReader::new(child.0.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let address = lines.find_map(|line| line.strip_prefix("listening on ")?.parse().ok()).expect("the address");
        // The rest is that of the harness, which must be able to write it.
        std::thread::spawn(move || lines.for_each(drop));
        let mut request = TcpStream::connect(address).expect("a connection");
        let head = b"POST /echo HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n";
        request.write_all(head).expect("to write");
        let mut going = [0; 25];
        request.read_exact(&mut going).expect("a response");
        assert_eq!(&going, b"HTTP/1.1 100 Continue\r\n\r\n", "the handler reads the body");
        request.write_all(b"hel").expect("to write");
        Self { child, address, request }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -s {name} {}", self.child.0.id())]).status();
        assert!(sent.expect("a shell").success());
    }

    /// Waits until connections are refused.
    fn refuses(&self) {
        for _ in 0..6000 {
            match TcpStream::connect(self.address) {
                Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => return,
                _ => std::thread::sleep(Duration::from_millis(10)),
            }
        }
        panic!("new connections are accepted");
    }

    /// Remaining response, and how the program ends.
    fn end(mut self) -> (String, ExitStatus) {
        (received(&mut self.request), self.child.0.wait().expect("an end"))
    }
}

/// Bytes received until the connection is closed or reset.
fn received(stream: &mut TcpStream) -> String {
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a setting of sockets");
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        assert_ne!(error.kind(), io::ErrorKind::WouldBlock, "the connection is not closed");
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn each_signal_lets_requests_in_progress_finish_and_refuses_others() {
    for signal in ["TERM", "INT"] {
        // It ends before this deadline, or not at all.
        let mut program = Program::start(A_DAY);
        let mut half = TcpStream::connect(program.address).expect("a connection");
        half.write_all(b"GET / HTTP/1.1\r\nhost: loc").expect("to write");
        let mut idle = TcpStream::connect(program.address).expect("a connection");
        program.signal(signal);
        program.refuses();
        for stream in [&mut half, &mut idle] {
            assert_eq!(received(stream), "", "SIG{signal}");
        }
        program.request.write_all(b"lo").expect("still open");
        let (response, status) = program.end();
        assert!(response.starts_with("HTTP/1.1 200 ") && response.ends_with("hello"), "SIG{signal}: {response}");
        assert!(status.success(), "SIG{signal}: {status}");
    }
}

#[test]
fn a_request_that_outlives_the_deadline_is_aborted() {
    for signal in ["TERM", "INT"] {
        let program = Program::start(Duration::from_millis(100));
        program.signal(signal);
        let (response, status) = program.end();
        assert_eq!(response, "", "SIG{signal}");
        assert!(status.success(), "SIG{signal}: {status}");
    }
}
