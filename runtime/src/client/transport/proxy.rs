//! Proxies: which requests use one, and connections through it.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::uri::Scheme;
use http::{Request, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower::Service;

use super::BoxError;

/// Hosts of the machine itself, which proxies cannot reach.
const LOCAL: &str = "localhost,127.0.0.0/8,::1";

/// The proxies of a client. For [`Config::proxies`](super::super::Config::proxies).
///
/// The proxy of a request depends on its scheme and host. Requests over TLS pass through it as a tunnel (`CONNECT`), so
/// that it cannot read them. Proxies have the scheme `http`, and optionally a user and password, which `Debug` does not
/// show.
///
/// ```
/// use whitesmith_runtime::client::{Config, Proxies};
/// let proxies = Proxies::new("http://ada:secret@proxy.example.com:3128", "internal.example.com,10.0.0.0/8")?;
/// let config = Config::new().proxies(proxies);
/// # Ok::<(), whitesmith_runtime::client::ProxyError>(())
/// ```
#[derive(Clone)]
pub struct Proxies(Arc<Matcher>);

/// A proxy that cannot be used: its URL is malformed, or its scheme is not `http`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a proxy as in `http://user:password@host:port`")]
pub struct ProxyError;

impl Proxies {
    /// No proxies.
    pub fn none() -> Self {
        Self(Arc::new(Matcher::builder().build()))
    }

    /// One proxy for all hosts but those of `except`: domains, IP addresses and networks, separated by commas. A domain
    /// includes its subdomains.
    ///
    /// # Errors
    /// The URL of the proxy is malformed, or has another scheme than `http`.
    pub fn new(url: &str, except: &str) -> Result<Self, ProxyError> {
        let uri: Uri = url.parse().map_err(|_| ProxyError)?;
        if uri.scheme() != Some(&Scheme::HTTP) || uri.host().is_none() {
            return Err(ProxyError);
        }
        Ok(Self(Arc::new(Matcher::builder().all(url).no(except).build())))
    }

    /// The proxies of environment variables, in upper or lower case: `HTTPS_PROXY`, `HTTP_PROXY`, and `ALL_PROXY` for
    /// both schemes. Hosts in `NO_PROXY` and the local machine have none. In CGI scripts there are none, because
    /// callers can set `HTTP_PROXY`.
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// The same with other variables.
    pub(crate) fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("REQUEST_METHOD").is_some() {
            return Self::none();
        }
        let first = |upper: &str| variable(upper).or_else(|| variable(&upper.to_lowercase())).unwrap_or_default();
        let except = format!("{},{LOCAL}", first("NO_PROXY"));
        let matcher = Matcher::builder().all(first("ALL_PROXY")).http(first("HTTP_PROXY"));
        Self(Arc::new(matcher.https(first("HTTPS_PROXY")).no(except).build()))
    }

    /// Adds the header with user and password for a proxy that reads the request.
    pub(super) fn authorize<B>(&self, request: &mut Request<B>) {
        if request.uri().scheme() == Some(&Scheme::HTTP)
            && let Some(proxy) = self.0.intercept(request.uri())
            && let Some(header) = proxy.basic_auth()
        {
            request.headers_mut().insert(http::header::PROXY_AUTHORIZATION, header.clone());
        }
    }
}

impl Default for Proxies {
    fn default() -> Self {
        Self::from_env()
    }
}

impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Connects directly, or through a proxy.
#[derive(Clone)]
pub(super) struct Connector {
    pub(super) direct: HttpConnector,
    pub(super) proxies: Proxies,
}

/// The scheme of a proxy of the environment is not supported.
#[derive(Debug, thiserror::Error)]
#[error("cannot use the proxy {0}: its scheme is not `http`")]
struct UnsupportedProxy(Uri);

impl Connector {
    async fn connect(mut self, destination: Uri) -> Result<Stream, BoxError> {
        let Some(proxy) = self.proxies.0.intercept(&destination) else {
            return Ok(Stream { inner: self.direct.call(destination).await?, is_proxied: false });
        };
        if proxy.uri().scheme() != Some(&Scheme::HTTP) {
            return Err(UnsupportedProxy(proxy.uri().clone()).into());
        }
        if destination.scheme() == Some(&Scheme::HTTP) {
            // The proxy reads the request, whose target is the complete URI.
            return Ok(Stream { inner: self.direct.call(proxy.uri().clone()).await?, is_proxied: true });
        }
        Ok(Stream { inner: self.tunnel(&proxy).call(destination).await?, is_proxied: false })
    }

    fn tunnel(self, proxy: &Intercept) -> Tunnel<HttpConnector> {
        let tunnel = Tunnel::new(proxy.uri().clone(), self.direct);
        match proxy.basic_auth() {
            Some(header) => tunnel.with_auth(header.clone()),
            None => tunnel,
        }
    }
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
    inner: TokioIo<TcpStream>,
    /// Whether a proxy reads the requests.
    is_proxied: bool,
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.inner.connected().proxy(self.is_proxied)
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buffer)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(proxies: &Proxies, uri: &str) -> Option<String> {
        proxies.0.intercept(&uri.parse().expect("a URI")).map(|proxy| proxy.uri().to_string())
    }

    fn variables(list: &[(&str, &str)]) -> Proxies {
        let find = |name: &str| list.iter().find(|(found, _)| *found == name).map(|(_, value)| (*value).to_owned());
        Proxies::from_variables(find)
    }

    #[test]
    fn variables_name_the_proxies_of_each_scheme() {
        let proxies =
            variables(&[("https_proxy", "http://tls:1"), ("ALL_PROXY", "http://any:2"), ("NO_PROXY", "in.test")]);
        assert_eq!(proxy(&proxies, "https://a.test").as_deref(), Some("http://tls:1/"));
        assert_eq!(proxy(&proxies, "http://a.test").as_deref(), Some("http://any:2/"));
        for direct in ["https://in.test", "http://a.in.test", "http://localhost:80", "http://127.0.0.1", "http://[::1]"]
        {
            assert_eq!(proxy(&proxies, direct), None, "{direct}");
        }
    }

    #[test]
    fn callers_of_cgi_scripts_cannot_choose_a_proxy() {
        let proxies = variables(&[("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "http://evil:1")]);
        assert_eq!(proxy(&proxies, "http://a.test"), None);
    }

    #[test]
    fn only_proxies_with_the_scheme_http_are_accepted() {
        for url in ["", "proxy:3128", "https://proxy:3128", "socks5://proxy", "http://", "http:///path"] {
            assert!(Proxies::new(url, "").is_err(), "{url}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let proxies = Proxies::new("http://ada:secret@proxy:3128", "").expect("valid");
        assert!(!format!("{proxies:?}").contains("secret"));
    }
}
