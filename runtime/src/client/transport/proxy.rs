//! Proxies: which requests use one.

use std::fmt;
use std::sync::Arc;

use http::uri::Scheme;
use http::{Request, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

/// Hosts of the machine itself, which proxies cannot reach.
const LOCAL: &str = "localhost,127.0.0.0/8,::1";

/// The proxies of a client. For [`Config::proxies`](super::super::Config::proxies).
///
/// The proxy of a request depends on its scheme and host. Requests over TLS pass through it as a tunnel (`CONNECT`), so
/// that it cannot read them. Proxies have one of these schemes, and optionally a user and password, which `Debug` does
/// not show:
///
/// | scheme | default port | |
/// |---|---|---|
/// | `http` | 80 | |
/// | `https` | 443 | The connection to the proxy uses TLS, with the settings of the client. |
/// | `socks5` | 1080 | All requests pass it unread. The client looks up the host. |
/// | `socks5h` | 1080 | The proxy looks up the host. |
/// | `socks4` | 1080 | For IPv4, without a password. The client looks up the host. |
/// | `socks4a` | 1080 | For IPv4, without a password. The proxy looks up the host. |
///
/// ```
/// use whitesmith_runtime::client::{Config, Proxies};
/// let proxies = Proxies::new("http://ada:secret@proxy.example.com:3128", "internal.example.com,10.0.0.0/8")?;
/// let config = Config::new().proxies(proxies);
/// # Ok::<(), whitesmith_runtime::client::ProxyError>(())
/// ```
#[derive(Clone)]
pub struct Proxies(Arc<Matcher>);

/// A proxy that cannot be used: its URL is malformed, or its scheme is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProxyError;

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected a proxy as in `http://user:password@host:port`, with the scheme http, https, socks5, socks5h, \
             socks4 or socks4a",
        )
    }
}

impl std::error::Error for ProxyError {}

impl Proxies {
    /// Uses no proxies.
    pub fn none() -> Self {
        Self(Arc::new(Matcher::builder().build()))
    }

    /// Uses one proxy for all hosts but those of `except`: domains, IP addresses and networks, separated by commas. A
    /// domain includes its subdomains, and `*` all hosts.
    ///
    /// # Errors
    /// The URL of the proxy is malformed, or has another scheme.
    #[inline]
    pub fn new(url: &str, except: &str) -> Result<Self, ProxyError> {
        let uri: Uri = url.parse().map_err(|_| ProxyError)?;
        if Kind::of(&uri).is_none() || uri.host().is_none() {
            return Err(ProxyError);
        }
        if is_everything(except) {
            return Ok(Self::none());
        }
        Ok(Self(Arc::new(Matcher::builder().all(url).no(except).build())))
    }

    /// Reads the proxies of environment variables, in upper or lower case: `HTTPS_PROXY`, `HTTP_PROXY`, and `ALL_PROXY`
    /// for both schemes. Hosts in `NO_PROXY` and the local machine have none. In CGI scripts there are none, because
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
        let except = first("NO_PROXY");
        if is_everything(&except) {
            return Self::none();
        }
        let except = format!("{except},{LOCAL}");
        let matcher = Matcher::builder().all(first("ALL_PROXY")).http(first("HTTP_PROXY"));
        Self(Arc::new(matcher.https(first("HTTPS_PROXY")).no(except).build()))
    }

    /// Returns the proxy of a request.
    pub(super) fn intercept(&self, destination: &Uri) -> Option<Intercept> {
        self.0.intercept(destination)
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

/// Whether a list of exceptions has an asterisk for all hosts. `Matcher` applies it to domains only.
fn is_everything(except: &str) -> bool {
    except.split(',').any(|part| part.trim() == "*")
}

/// Protocol between clients and a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Http,
    Https,
    Socks4(Lookup),
    Socks5(Lookup),
}

/// Who looks up the host of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    Client,
    Proxy,
}

impl Kind {
    /// The protocol of a proxy with this URI. `None` if it is not supported.
    pub(super) fn of(proxy: &Uri) -> Option<Self> {
        Some(match proxy.scheme_str()? {
            "http" => Self::Http,
            "https" => Self::Https,
            "socks4" => Self::Socks4(Lookup::Client),
            "socks4a" => Self::Socks4(Lookup::Proxy),
            "socks5" => Self::Socks5(Lookup::Client),
            "socks5h" => Self::Socks5(Lookup::Proxy),
            _ => return None,
        })
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
    fn an_asterisk_excepts_all_hosts() {
        let variables = variables(&[("ALL_PROXY", "http://any:2"), ("NO_PROXY", "a.test, *")]);
        for proxies in [variables, Proxies::new("http://any:2", "*").expect("valid")] {
            for direct in ["https://b.test", "http://10.0.0.5", "http://[2001:db8::1]:80"] {
                assert_eq!(proxy(&proxies, direct), None, "{direct}");
            }
        }
    }

    #[test]
    fn callers_of_cgi_scripts_cannot_choose_a_proxy() {
        let proxies = variables(&[("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "http://evil:1")]);
        assert_eq!(proxy(&proxies, "http://a.test"), None);
    }

    #[test]
    fn only_proxies_with_a_supported_scheme_are_accepted() {
        for url in ["", "proxy:3128", "ftp://proxy:3128", "socks://proxy", "http://", "http:///path"] {
            assert!(Proxies::new(url, "").is_err(), "{url}");
        }
        for url in ["https://proxy:3128", "socks5://proxy", "socks5h://proxy:1", "socks4://proxy", "socks4a://proxy"] {
            assert!(Proxies::new(url, "").is_ok(), "{url}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let proxies = Proxies::new("http://ada:secret@proxy:3128", "").expect("valid");
        assert!(!format!("{proxies:?}").contains("secret"));
    }
}
