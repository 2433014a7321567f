//! Connections: direct, or through a proxy.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use http::uri::{Authority, Scheme};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::MaybeHttpsStream;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use tower_service::Service;

use super::BoxError;
use super::proxy::{Kind, Lookup, Proxies};
use super::secured::Secured;

/// Port of SOCKS proxies whose URL has none.
const SOCKS_PORT: u16 = 1080;

/// Connects directly, or through a proxy.
///
/// Connections to proxies have the same types as others, because each type of connections is compiled with TLS of its
/// own.
#[derive(Clone)]
pub(super) struct Connector {
    direct: HttpConnector,
    /// `None` for connections to proxies.
    through: Option<Box<Through>>,
}

/// The proxies of a connector, and how it connects to them.
#[derive(Clone)]
struct Through {
    proxies: Proxies,
    connector: Secured,
    /// Time limit of a connection.
    limit: Duration,
}

/// A proxy cannot be used.
#[derive(Debug)]
enum UnusableProxy {
    Scheme(Uri),
    NoRoots(Uri),
    UnknownHost(String),
}

impl fmt::Display for UnusableProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme(value) => write!(
                f,
                "cannot use the proxy {value}: its scheme must be http, https, socks5, socks5h, socks4 or socks4a"
            ),
            Self::NoRoots(value) => write!(f, "cannot use the proxy {value}: there are no root certificates for TLS"),
            Self::UnknownHost(value) => write!(f, "cannot find an address of the host `{value}` for the proxy"),
        }
    }
}

impl std::error::Error for UnusableProxy {}

impl Connector {
    /// Connects directly.
    pub(super) fn direct(tcp: HttpConnector) -> Self {
        Self { direct: tcp, through: None }
    }

    /// Connects through proxies, to which `connector` connects directly. The addresses of a host share the time limit,
    /// which the caller applies to the whole connection.
    pub(super) fn through(proxies: Proxies, connector: Secured, limit: Duration) -> Self {
        let direct = connector.plain.direct.clone();
        Self { direct, through: Some(Box::new(Through { proxies, connector, limit })) }
    }

    async fn connect(mut self, destination: Uri) -> Result<Stream, BoxError> {
        let through = self.through.and_then(|through| {
            let proxy = through.proxies.intercept(&destination)?;
            Some((proxy, through.connector, through.limit))
        });
        let Some((proxy, mut connector, limit)) = through else {
            return Ok(Stream { inner: Inner::Tcp(self.direct.call(destination).await?), is_proxied: false });
        };
        // The proxy reads requests without TLS, whose target is the complete URI.
        let is_proxied = destination.scheme() == Some(&Scheme::HTTP);
        let address = proxy.uri().clone();
        match Kind::of(&address) {
            Some(Kind::Https) if connector.tls.is_err() => Err(UnusableProxy::NoRoots(address).into()),
            Some(Kind::Http | Kind::Https) => {
                let stream = if is_proxied {
                    connector.call(address).await?
                } else {
                    authorized(Tunnel::new(address, connector), &proxy).call(destination).await?
                };
                Ok(Stream { inner: Inner::Proxy(Box::new(stream)), is_proxied })
            }
            Some(Kind::Socks4(lookup)) => {
                let mut socks = SocksV4::new(with_port(&address, SOCKS_PORT)?, connector.plain);
                let destinations = destinations(destination, lookup, SocketAddr::is_ipv4).await?;
                in_turn(destinations, limit, |destination| socks.call(destination)).await
            }
            Some(Kind::Socks5(lookup)) => {
                let mut socks = SocksV5::new(with_port(&address, SOCKS_PORT)?, connector.plain);
                if let Some((user, password)) = proxy.raw_auth() {
                    socks = socks.with_auth(user.to_owned(), password.to_owned());
                }
                let destinations = destinations(destination, lookup, |_| true).await?;
                in_turn(destinations, limit, |destination| socks.call(destination)).await
            }
            None => Err(UnusableProxy::Scheme(address).into()),
        }
    }
}

/// Connects to the first of these destinations to which the proxy can connect. There is at least one. Each has an equal
/// part of the time that is left, the last one all of it. Errors of the proxy itself end the attempts.
async fn in_turn<C: Future<Output = Result<S, E>>, S, E: fmt::Debug + Into<BoxError>>(
    destinations: Vec<Uri>,
    limit: Duration,
    mut connect: impl FnMut(Uri) -> C,
) -> Result<S, BoxError> {
    let start = Instant::now();
    let mut destinations = destinations.into_iter();
    while let Some(destination) = destinations.next() {
        let connecting = connect(destination);
        if destinations.len() == 0 {
            return connecting.await.map_err(Into::into);
        }
        let left = u32::try_from(destinations.len()).map_or(u32::MAX, |others| others.saturating_add(1));
        match timeout(limit.saturating_sub(start.elapsed()) / left, connecting).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) if !is_refused(&error) => return Err(error.into()),
            Ok(Err(_)) | Err(_) => {}
        }
    }
    Err(BoxError::from("no destination"))
}

/// Whether the proxy cannot connect to the destination, but may be able to connect to another. The type of these errors
/// is private: only their text distinguishes them.
fn is_refused(error: &impl fmt::Debug) -> bool {
    let text = format!("{error:?}");
    text.starts_with("V4(Command(") || text.starts_with("V5(Command(")
}

/// Adds user and password.
fn authorized<C>(tunnel: Tunnel<C>, proxy: &Intercept) -> Tunnel<C> {
    match proxy.basic_auth() {
        Some(header) => tunnel.with_auth(header.clone()),
        None => tunnel,
    }
}

/// The destination with a port. If the client looks up the host, one for each address that the proxy supports, at least
/// one.
async fn destinations(
    destination: Uri,
    lookup: Lookup,
    supports: fn(&SocketAddr) -> bool,
) -> Result<Vec<Uri>, BoxError> {
    let default = if destination.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 };
    let destination = with_port(&destination, default)?;
    let (Lookup::Client, Some(authority)) = (lookup, destination.authority()) else { return Ok(vec![destination]) };
    let found = tokio::net::lookup_host(authority.as_str()).await?;
    let found = found.filter(supports).map(|address| with_authority(&destination, &address.to_string()));
    let found = found.collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() {
        return Err(UnusableProxy::UnknownHost(authority.host().to_owned()).into());
    }
    Ok(found)
}

/// The URI with its own port, or else with this one.
fn with_port(uri: &Uri, port: u16) -> Result<Uri, BoxError> {
    match uri.host() {
        Some(host) if uri.port().is_none() => with_authority(uri, &format!("{host}:{port}")),
        _ => Ok(uri.clone()),
    }
}

fn with_authority(uri: &Uri, authority: &str) -> Result<Uri, BoxError> {
    let mut parts = uri.clone().into_parts();
    parts.authority = Some(Authority::try_from(authority)?);
    Ok(Uri::from_parts(parts)?)
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.direct.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, destination: Uri) -> Self::Future {
        Box::pin(self.clone().connect(destination))
    }
}

/// A connection to the service, or to a proxy.
pub(super) struct Stream {
    inner: Inner,
    /// Whether a proxy reads the requests.
    is_proxied: bool,
}

enum Inner {
    Tcp(TokioIo<TcpStream>),
    /// Through an HTTP proxy.
    Proxy(Box<MaybeHttpsStream<Stream>>),
}

/// Operations of both kinds of connections.
trait Io: Connection + Read + Write + Unpin {}

impl<T: Connection + Read + Write + Unpin> Io for T {}

impl Stream {
    fn io(&self) -> &dyn Io {
        match &self.inner {
            Inner::Tcp(stream) => stream,
            Inner::Proxy(stream) => &**stream,
        }
    }

    fn io_mut(&mut self) -> Pin<&mut dyn Io> {
        match &mut self.inner {
            Inner::Tcp(stream) => Pin::new(stream),
            Inner::Proxy(stream) => Pin::new(&mut **stream),
        }
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.io().connected().proxy(self.is_proxied)
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        self.io_mut().poll_read(cx, buffer)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.io_mut().poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.io_mut().poll_write_vectored(cx, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.io().is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.io_mut().poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.io_mut().poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn found(destination: &'static str, lookup: Lookup, supports: fn(&SocketAddr) -> bool) -> Vec<String> {
        let found = destinations(Uri::from_static(destination), lookup, supports).await;
        found.map_or_else(|error| vec![error.to_string()], |found| found.iter().map(ToString::to_string).collect())
    }

    #[tokio::test]
    async fn a_proxy_gets_the_addresses_that_it_supports() {
        let all = |_: &SocketAddr| true;
        assert_eq!(found("http://[::1]/", Lookup::Client, all).await, ["http://[::1]:80/"]);
        assert_eq!(found("https://127.0.0.1/", Lookup::Client, SocketAddr::is_ipv4).await, ["https://127.0.0.1:443/"]);
        assert_eq!(found("https://a.test:1/", Lookup::Proxy, SocketAddr::is_ipv4).await, ["https://a.test:1/"]);
        let error = found("http://[::1]/", Lookup::Client, SocketAddr::is_ipv4).await;
        assert_eq!(error, ["cannot find an address of the host `[::1]` for the proxy"]);
    }

    const LIMIT: Duration = Duration::from_secs(8);

    fn addresses() -> Vec<Uri> {
        ["http://192.0.2.1:80", "http://192.0.2.2:80", "http://192.0.2.3:80"].map(Uri::from_static).to_vec()
    }

    /// Connects to addresses through a proxy with these responses, one for each connection. Returns the error, and the
    /// number of connections.
    async fn through(version: u8, responses: &'static [&'static [u8]]) -> (Option<String>, usize) {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let proxy = format!("http://{}", listener.local_addr().expect("an address")).parse().expect("a URI");
        let count = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = std::sync::Arc::clone(&count);
        tokio::spawn(async move {
            let mut open = Vec::new();
            for response in responses {
                let (mut client, _) = listener.accept().await.expect("a connection");
                counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                // A client that is refused does not read the rest.
                tokio::io::AsyncWriteExt::write_all(&mut client, response).await.expect("sent");
                open.push(client);
            }
            std::future::pending::<()>().await;
        });
        let direct = Connector::direct(HttpConnector::new());
        let result = if version == 4 {
            let mut socks = SocksV4::new(proxy, direct);
            in_turn(addresses(), LIMIT, |destination| socks.call(destination)).await
        } else {
            let mut socks = SocksV5::new(proxy, direct);
            in_turn(addresses(), LIMIT, |destination| socks.call(destination)).await
        };
        (result.err().map(|error| error.to_string()), count.load(std::sync::atomic::Ordering::SeqCst))
    }

    #[tokio::test]
    async fn addresses_are_tried_in_turn() {
        const UNREACHABLE: &[u8] = &[5, 0, 5, 4, 0, 1, 0, 0, 0, 0, 0, 0];
        const CONNECTED: &[u8] = &[5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        const UNREACHABLE_4: &[u8] = &[0, 91, 0, 0, 0, 0, 0, 0];
        const CONNECTED_4: &[u8] = &[0, 90, 0, 0, 0, 0, 0, 0];
        assert_eq!(through(4, &[UNREACHABLE_4, CONNECTED_4]).await, (None, 2));
        assert_eq!(through(5, &[UNREACHABLE, CONNECTED]).await, (None, 2));
        let (error, count) = through(5, &[UNREACHABLE, UNREACHABLE, UNREACHABLE]).await;
        assert_eq!((error.is_some(), count), (true, 3));
    }

    #[tokio::test]
    async fn a_proxy_that_refuses_the_client_is_asked_once() {
        let (error, count) = through(5, &[&[5, 255], &[5, 255], &[5, 255]]).await;
        assert_eq!((error.is_some(), count), (true, 1), "{error:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn an_address_without_answer_leaves_time_for_the_others() {
        let start = Instant::now();
        let mut asked = Vec::new();
        let connected = tokio::time::timeout(
            LIMIT,
            in_turn(addresses(), LIMIT, |uri| {
                asked.push(uri.to_string());
                let is_last = asked.len() == 3;
                async move { if is_last { Ok::<_, BoxError>(()) } else { std::future::pending().await } }
            }),
        );
        assert!(matches!(connected.await, Ok(Ok(()))));
        assert_eq!(asked.len(), 3);
        // A third of eight seconds, and half of the rest.
        assert_eq!(start.elapsed().as_secs(), 5);
    }
}
