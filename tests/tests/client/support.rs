//! A server with prepared responses.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use whitesmith_runtime::client::Config;
use whitesmith_runtime::schema::TimestampFormat;
use whitesmith_runtime::types::Timestamp;

/// A server that answers each request on a connection with the next response, and repeats the last one.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) async fn start(responses: impl IntoIterator<Item = String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let responses: Vec<String> = responses.into_iter().collect();
        let connections = Arc::<AtomicUsize>::default();
        let (seen, accepted) = (Arc::clone(&requests), Arc::clone(&connections));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                accepted.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(answer(stream, responses.clone(), Arc::clone(&seen)));
            }
        });
        Self { address, requests, connections }
    }

    /// A configuration for this server, without identity.
    pub(crate) fn config(&self) -> Config {
        Config::new().region("eu-central-1").endpoint_url(self.url())
    }

    /// The base URL of the server.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Number of connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Requests so far, each with its head and body.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("not poisoned").clone()
    }
}

async fn answer(mut stream: TcpStream, responses: Vec<String>, seen: Arc<Mutex<Vec<String>>>) {
    while let Some(request) = read_request(&mut stream).await {
        let response = {
            let mut seen = seen.lock().expect("not poisoned");
            seen.push(request);
            responses.get(seen.len() - 1).or(responses.last()).cloned().unwrap_or_default()
        };
        if stream.write_all(response.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// Reads a request whose length is known, or whose body is chunked. The chunks are not decoded.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let is_complete = match header(head, "content-length") {
                Some(length) => body.len() >= length.parse().expect("a number"),
                None => header(head, "transfer-encoding").is_none() || body.ends_with("0\r\n\r\n"),
            };
            if is_complete {
                return Some(text);
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

/// The value of a header in the head of a message.
pub(crate) fn header<'m>(message: &'m str, name: &str) -> Option<&'m str> {
    let head = message.split("\r\n\r\n").next().unwrap_or_default();
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
}

/// A response with a body of known length. `headers` are complete lines.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len())
}

/// The date this many seconds from now, as in headers.
pub(crate) fn date(seconds: i64) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs();
    let time = Timestamp::from_unix(now.cast_signed() + seconds, 0).expect("in range");
    time.format(TimestampFormat::HttpDate)
}

/// The text of an error and its sources.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        // Writing to a String cannot fail.
        let _ = write!(text, ": {source}");
        next = source.source();
    }
    text
}
