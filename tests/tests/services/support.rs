//! Servers for tests, and handwritten HTTP messages.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use whitesmith_runtime::client::Config;

pub(crate) const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
pub(crate) const RUN: &str = "wf-00000001-0000-4000-8000-000000000000";
pub(crate) const MACHINE: &str = "arn:aws:states:eu-central-1:123456789012:stateMachine:orders";

/// Serves a router on a free port until the test ends.
pub(crate) async fn serve(router: axum::Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// The three services of the example server.
pub(crate) async fn example() -> SocketAddr {
    serve(workflow_server::Settings::default().open().expect("a database in memory").router()).await
}

/// A configuration with this address and without retries.
pub(crate) fn config(address: SocketAddr) -> Config {
    Config::new().endpoint_url(format!("http://{address}")).unsigned().attempts(1)
}

/// A parsed HTTP message.
#[derive(Debug)]
pub(crate) struct Message {
    /// The request line, or the status line.
    pub(crate) start: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Message {
    /// The status of a response.
    pub(crate) fn status(&self) -> u16 {
        self.start.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status line")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {:?}", self.body))
    }
}

/// Reads one message. `None` if the stream ends before the end of the head.
pub(crate) async fn read_message(stream: &mut TcpStream) -> Option<Message> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let start = lines.next().unwrap_or_default().to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = bytes.split_off(head + 4);
    while body.len() < length && stream.read_buf(&mut body).await.ok()? > 0 {}
    Some(Message { start, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// Sends bytes on a new connection and reads the response.
pub(crate) async fn raw(address: SocketAddr, request: &[u8]) -> Message {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    // The server may respond and close before it has read everything.
    let _ = stream.write_all(request).await;
    read_message(&mut stream).await.expect("an answer")
}

/// A request with a JSON body of the given type.
pub(crate) fn request(start: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("{start} HTTP/1.1\r\nhost: localhost\r\n");
    for (name, value) in headers {
        text.extend([*name, ": ", *value, "\r\n"]);
    }
    if !body.is_empty() || start.starts_with("POST") {
        text.extend(["content-length: ", body.len().to_string().as_str(), "\r\n"]);
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// A server that reads one request on each connection and responds with the next of the given bytes. Returns the
/// requests.
pub(crate) async fn scripted(answers: Vec<String>) -> (SocketAddr, JoinHandle<Vec<Message>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let task = tokio::spawn(async move {
        let mut requests = Vec::new();
        for answer in answers {
            let Ok((mut stream, _)) = listener.accept().await else { break };
            requests.extend(read_message(&mut stream).await);
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
            // Read what the client still sends, so that it receives the response.
            let _ = tokio::time::timeout(Duration::from_millis(200), stream.read_to_end(&mut Vec::new())).await;
        }
        requests
    });
    (address, task)
}

/// A complete response with a JSON body.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n{headers}\r\n{body}", body.len())
}
