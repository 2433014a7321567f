//! A server over raw sockets that injects network faults.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Actions of the server on a request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Closes the connection before it reads the request.
    Close,
    /// Resets the connection before it reads the request.
    Reset,
    /// Reads the head of the request only, and then resets the connection.
    ResetInBody,
    /// Answers, and keeps the connection.
    Answer(String),
    /// Sends this, and closes the connection.
    ThenClose(String),
    /// Sends this, and resets the connection.
    ThenReset(String),
    /// Sends this, and then nothing more.
    ThenStall(String),
    /// Sends the first text at once, and the other byte by byte, one in five seconds.
    Drip(String, String),
}

/// The server: the first request gets the first step, and so on. The last step is repeated.
#[derive(Clone)]
pub(crate) struct FaultServer {
    pub(crate) address: SocketAddr,
    requests: Arc<AtomicUsize>,
}

impl FaultServer {
    pub(crate) async fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::<AtomicUsize>::default();
        let server = Self { address, requests: Arc::clone(&requests) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, steps.clone(), Arc::clone(&requests)));
            }
        });
        server
    }

    /// Number of requests so far, those that were not read included.
    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, steps: Vec<Step>, requests: Arc<AtomicUsize>) {
    loop {
        let step = |number: usize| steps.get(number).or(steps.last()).cloned().unwrap_or(Step::Close);
        let next = step(requests.load(Ordering::SeqCst));
        if matches!(next, Step::Close | Step::Reset) {
            requests.fetch_add(1, Ordering::SeqCst);
            if matches!(next, Step::Reset) {
                stream.set_zero_linger().expect("a socket");
            }
            return;
        }
        let Some(length) = head(&mut stream).await else { return };
        let step = step(requests.fetch_add(1, Ordering::SeqCst));
        if matches!(step, Step::ResetInBody) {
            stream.set_zero_linger().expect("a socket");
            return;
        }
        let mut body = vec![0; length];
        if stream.read_exact(&mut body).await.is_err() {
            return;
        }
        if answer(&mut stream, step).await.is_none() {
            return;
        }
    }
}

/// Performs the step. `None` if the connection ends.
async fn answer(stream: &mut TcpStream, step: Step) -> Option<()> {
    match step {
        Step::Answer(text) => stream.write_all(text.as_bytes()).await.ok(),
        Step::ThenClose(text) => {
            stream.write_all(text.as_bytes()).await.ok()?;
            None
        }
        Step::ThenReset(text) => {
            stream.write_all(text.as_bytes()).await.ok()?;
            stream.flush().await.ok()?;
            // The client reads what was sent before the connection is reset.
            tokio::time::sleep(Duration::from_millis(1)).await;
            stream.set_zero_linger().ok()?;
            None
        }
        Step::ThenStall(text) => {
            stream.write_all(text.as_bytes()).await.ok()?;
            std::future::pending().await
        }
        Step::Drip(start, text) => {
            stream.write_all(start.as_bytes()).await.ok()?;
            for byte in text.as_bytes() {
                stream.write_all(&[*byte]).await.ok()?;
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
            Some(())
        }
        Step::Close | Step::Reset | Step::ResetInBody => None,
    }
}

/// Reads the head of a request. Returns the length of its body. `None` if the connection ends.
async fn head(stream: &mut TcpStream) -> Option<usize> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let text = String::from_utf8_lossy(&head).to_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
    Some(length.map_or(0, |length| length.trim().parse().expect("a number")))
}
