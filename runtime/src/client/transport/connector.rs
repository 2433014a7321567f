//! Connections: direct, or through a proxy.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::Uri;
use http::uri::{Authority, Scheme};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::MaybeHttpsStream;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
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

    /// Connects through proxies, to which `connector` connects directly.
    pub(super) fn through(proxies: Proxies, connector: Secured) -> Self {
        let direct = connector.plain.direct.clone();
        Self { direct, through: Some(Box::new(Through { proxies, connector })) }
    }

    async fn connect(mut self, destination: Uri) -> Result<Stream, BoxError> {
        let through = self.through.and_then(|through| {
            let proxy = through.proxies.intercept(&destination)?;
            Some((proxy, through.connector))
        });
        let Some((proxy, mut connector)) = through else {
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
                in_turn(destinations, |destination| socks.call(destination)).await
            }
            Some(Kind::Socks5(lookup)) => {
                let mut socks = SocksV5::new(with_port(&address, SOCKS_PORT)?, connector.plain);
                if let Some((user, password)) = proxy.raw_auth() {
                    socks = socks.with_auth(user.to_owned(), password.to_owned());
                }
                let destinations = destinations(destination, lookup, |_| true).await?;
                in_turn(destinations, |destination| socks.call(destination)).await
            }
            None => Err(UnusableProxy::Scheme(address).into()),
        }
    }
}

/// Connects to the first of these destinations that accepts the connection. There is at least one.
async fn in_turn<C: Future<Output = Result<Stream, E>>, E: Into<BoxError>>(
    destinations: Vec<Uri>,
    mut connect: impl FnMut(Uri) -> C,
) -> Result<Stream, BoxError> {
    let mut result = Err(BoxError::from("no destination"));
    for destination in destinations {
        result = connect(destination).await.map_err(Into::into);
        if result.is_ok() {
            break;
        }
    }
    result
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

/// What both kinds of connections do.
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

    #[tokio::test]
    async fn addresses_are_tried_in_turn() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let uris = ["http://first.test", "http://second.test", "http://third.test"].map(Uri::from_static);
        let mut asked = Vec::new();
        let stream = in_turn(uris.to_vec(), |uri| {
            asked.push(uri.to_string());
            let is_second = asked.len() == 2;
            async move {
                if !is_second {
                    return Err(BoxError::from("refused"));
                }
                let inner = Inner::Tcp(TokioIo::new(TcpStream::connect(address).await?));
                Ok(Stream { inner, is_proxied: false })
            }
        });
        assert!(stream.await.is_ok());
        assert_eq!(asked, ["http://first.test/", "http://second.test/"]);
    }
}
