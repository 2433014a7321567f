//! Servers, raw requests, and the memory that they use.

use std::net::SocketAddr;

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

    /// A request for an operation, which restXml has at `/wides`.
    pub(crate) fn request(self, operation: &str, body: &[u8]) -> Vec<u8> {
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
            Self::Xml => "POST /wides HTTP/1.1\r\ncontent-type: application/xml".to_owned(),
        };
        let head = format!("{head}\r\nhost: x\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
        [head.as_bytes(), body].concat()
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
