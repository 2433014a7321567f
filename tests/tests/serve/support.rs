//! Servers with a paused clock, and clients that write raw bytes.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Either, Full};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use whitesmith_runtime::server::{PeerCertificates, RequestBody, Serve, ServeLimits, serve};

/// A body of the test service.
pub(crate) type TestBody = Either<Full<Bytes>, Endless>;

/// A body that never ends. Counts the bodies that are not dropped.
pub(crate) struct Endless(Arc<AtomicUsize>);

impl Drop for Endless {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::from_static(&[b'x'; 16 * 1024])))))
    }
}

/// A running server.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    /// Number of endless responses that are not dropped.
    pub(crate) endless: Arc<AtomicUsize>,
    /// Paths of all requests that reached the service.
    pub(crate) handled: Arc<Mutex<Vec<String>>>,
    pub(crate) stop: oneshot::Sender<()>,
    pub(crate) task: JoinHandle<()>,
}

/// Starts a server: `/endless` has an endless response, `/never` does not respond, `/slow` responds after 5 seconds,
/// `/echo` with the request's body, `/certificate` with that of the client, and all other paths with `ok`.
pub(crate) async fn start(limits: ServeLimits) -> Running {
    start_with(|server| server.limits(limits)).await
}

/// Starts a server with additional settings.
pub(crate) async fn start_with<F>(configure: F) -> Running
where
    F: FnOnce(Serve<Test>) -> Serve<Test>,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (endless, handled) = (Arc::new(AtomicUsize::new(0)), Arc::default());
    let (stop, stopped) = oneshot::channel();
    let stop_future = async {
        let _ = stopped.await;
    };
    let server = configure(serve(listener, Test { endless: Arc::clone(&endless), handled: Arc::clone(&handled) }))
        .stop_on(stop_future);
    Running { address, endless, handled, stop, task: tokio::spawn(server.into_future()) }
}

/// The service of [`start`].
#[derive(Clone, Default)]
pub(crate) struct Test {
    endless: Arc<AtomicUsize>,
    handled: Arc<Mutex<Vec<String>>>,
}

impl tower::Service<Request<RequestBody>> for Test {
    type Response = Response<TestBody>;
    type Error = std::convert::Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let endless = Arc::clone(&self.endless);
        self.handled.lock().expect("no panic").push(request.uri().path().to_owned());
        Box::pin(async move {
            let text = |text: Bytes| Ok(Response::new(Either::Left(Full::new(text))));
            match request.uri().path() {
                "/endless" => {
                    endless.fetch_add(1, Ordering::SeqCst);
                    Ok(Response::new(Either::Right(Endless(endless))))
                }
                "/never" => std::future::pending().await,
                "/slow" => {
                    tokio::time::sleep(Duration::from_secs(5)).await;
                    text("slow".into())
                }
                "/echo" => text(
                    request
                        .into_body()
                        .collect()
                        .await
                        .map_or_else(|_| Bytes::new(), http_body_util::Collected::to_bytes),
                ),
                "/certificate" => {
                    let certificates = request.extensions().get::<PeerCertificates>();
                    text(certificates.map_or_else(Bytes::new, |all| Bytes::copy_from_slice(all.leaf())))
                }
                _ => text("ok".into()),
            }
        })
    }
}

impl Running {
    /// A connection on which these bytes were sent.
    pub(crate) async fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.expect("a connection");
        stream.write_all(bytes).await.expect("to write");
        stream
    }

    /// Number of requests for a path that reached the service.
    pub(crate) fn handled(&self, path: &str) -> usize {
        self.handled.lock().expect("no panic").iter().filter(|handled| *handled == path).count()
    }

    /// Fails if the server does not serve others.
    pub(crate) async fn assert_serves(&self) {
        assert!(self.get("/").await.ends_with("ok"), "others are served");
    }

    /// The response to a request on a new connection.
    pub(crate) async fn get(&self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        read(self.send(request.as_bytes()).await).await
    }
}

/// All bytes until the end of the stream or a reset.
pub(crate) async fn read(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8_lossy(&bytes).into_owned()
}
