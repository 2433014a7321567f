//! Connections: direct, or through a proxy.

use std::fmt;
use std::io;
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
            Self::UnknownHost(value) => write!(f, "cannot find the host `{value}`"),
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
                let destination = socks_destination(destination, lookup).await?;
                Ok(SocksV4::new(with_port(&address, SOCKS_PORT)?, connector.plain).call(destination).await?)
            }
            Some(Kind::Socks5(lookup)) => {
                let destination = socks_destination(destination, lookup).await?;
                let mut socks = SocksV5::new(with_port(&address, SOCKS_PORT)?, connector.plain);
                if let Some((user, password)) = proxy.raw_auth() {
                    socks = socks.with_auth(user.to_owned(), password.to_owned());
                }
                Ok(socks.call(destination).await?)
            }
            None => Err(UnusableProxy::Scheme(address).into()),
        }
    }
}

/// Adds user and password.
fn authorized<C>(tunnel: Tunnel<C>, proxy: &Intercept) -> Tunnel<C> {
    match proxy.basic_auth() {
        Some(header) => tunnel.with_auth(header.clone()),
        None => tunnel,
    }
}

/// The destination with a port, and with an address if the client looks up the host.
async fn socks_destination(destination: Uri, lookup: Lookup) -> Result<Uri, BoxError> {
    let default = if destination.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 };
    let destination = with_port(&destination, default)?;
    let (Lookup::Client, Some(authority)) = (lookup, destination.authority()) else { return Ok(destination) };
    let mut found = tokio::net::lookup_host(authority.as_str()).await?;
    let address = found.next().ok_or_else(|| UnusableProxy::UnknownHost(authority.host().to_owned()))?;
    with_authority(&destination, &address.to_string())
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
