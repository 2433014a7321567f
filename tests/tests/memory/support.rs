//! Servers, raw requests, and the memory that they use.

use std::io::Write as _;
use std::net::SocketAddr;

use flate2::Compression;
use flate2::write::GzEncoder;
use peak_alloc::PeakAlloc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, MutexGuard};
use whitesmith_runtime::server::{Dispatch, Service};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

pub(crate) const MIB: usize = 1024 * 1024;

/// Buffers of one connection: those of sockets and of the HTTP parser.
pub(crate) const CONNECTION: usize = 64 * 1024;

/// The tests of this binary share one counter, so they run one after the other.
pub(crate) async fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::const_new(());
    ALONE.lock().await
}

/// Memory that is allocated from now on.
pub(crate) struct Peak(usize);

impl Peak {
    pub(crate) fn start() -> Self {
        ALLOCATOR.reset_peak_usage();
        Self(ALLOCATOR.current_usage())
    }

    pub(crate) fn bytes(&self) -> usize {
        ALLOCATOR.peak_usage().saturating_sub(self.0)
    }
}

/// Serves over a real socket.
pub(crate) async fn serve<D: Dispatch>(service: Service<D>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback_service(service)).await });
    address
}

/// Protocols of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    Json,
    Cbor,
    Query,
    Xml,
}

impl Wire {
    pub(crate) const ALL: [Self; 4] = [Self::Json, Self::Cbor, Self::Query, Self::Xml];

    /// A request for an operation.
    pub(crate) fn request(self, operation: &str, body: &[u8]) -> Vec<u8> {
        self.encoded(operation, "", body)
    }

    /// The same request, compressed.
    pub(crate) fn compressed(self, operation: &str, body: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).expect("memory takes everything");
        self.encoded(operation, "content-encoding: gzip\r\n", &encoder.finish().expect("memory takes everything"))
    }

    fn encoded(self, operation: &str, fields: &str, body: &[u8]) -> Vec<u8> {
        let head = match self {
            Self::Json => {
                format!("POST / HTTP/1.1\r\nx-amz-target: {operation}\r\ncontent-type: application/x-amz-json-1.1")
            }
            Self::Cbor => {
                let path = operation.replace('.', "/operation/");
                let types = "smithy-protocol: rpc-v2-cbor\r\ncontent-type: application/cbor";
                format!("POST /service/{path} HTTP/1.1\r\n{types}")
            }
            Self::Query => "POST / HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded".to_owned(),
            Self::Xml => {
                let path = if operation == "Service.Put" { "/wides" } else { "/types" };
                format!("POST {path} HTTP/1.1\r\ncontent-type: application/xml")
            }
        };
        let own = format!("host: x\r\nconnection: close\r\n{fields}content-length: {}", body.len());
        let head = format!("{head}\r\n{own}\r\n\r\n");
        [head.as_bytes(), body].concat()
    }

    /// A structure with a text of this length.
    pub(crate) fn long_text(self, length: usize) -> Vec<u8> {
        let text = "x".repeat(length);
        match self {
            Self::Json => format!("{{\"wides\":[{{\"first\":\"{text}\"}}]}}").into_bytes(),
            Self::Cbor => {
                let length = u32::try_from(length).expect("short").to_be_bytes();
                [b"\xa1\x65wides\x81\xa1\x65first\x7a".as_slice(), &length, text.as_bytes()].concat()
            }
            Self::Query => format!("Action=Put&Version=2026-01-01&wides.member.1.first={text}").into_bytes(),
            Self::Xml => format!("<Wides><wides><member><first>{text}</first></member></wides></Wides>").into_bytes(),
        }
    }

    /// About `length` bytes with as many structures as possible, all of them blank.
    pub(crate) fn blank_wides(self, length: usize) -> Vec<u8> {
        match self {
            Self::Json => format!("{{\"wides\":[{}]}}", vec!["{}"; length / 3].join(",")).into_bytes(),
            Self::Cbor => [b"\xa1\x65wides\x9f".as_slice(), &vec![0xa0; length], b"\xff"].concat(),
            Self::Query => {
                let wides = (1..=length / 28).map(|index| format!("&wides.member.{index}.first="));
                format!("Action=Put&Version=2026-01-01{}", wides.collect::<String>()).into_bytes()
            }
            Self::Xml => format!("<Wides><wides>{}</wides></Wides>", "<member/>".repeat(length / 9)).into_bytes(),
        }
    }
}

/// Sends a request, and returns the head of the response.
pub(crate) async fn send(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    // A server may answer before it has read everything.
    let _ = stream.write_all(request).await;
    let mut head = vec![0; 512];
    let mut length = 0;
    while let Ok(read @ 1..) = stream.read(&mut head[length..]).await {
        length += read;
    }
    String::from_utf8_lossy(&head[..length]).to_ascii_lowercase()
}

/// Responds to all requests with this status, and these lines of headers and body.
pub(crate) async fn respond(status: &str, fields: &str, body: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let head = format!("HTTP/1.1 {status}\r\n{fields}connection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    let response = [head.as_bytes(), &body].concat();
    drop(body);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(&response).await;
        }
    });
    format!("http://{address}")
}
