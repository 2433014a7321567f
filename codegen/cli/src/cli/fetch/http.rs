//! Downloads over HTTP, with limits of size and time. Independent of Maven.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ureq::Body;
use ureq::http::{Response, Uri};
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

/// A file could not be downloaded.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    #[error("`{0}` is not an HTTPS address")]
    Insecure(String),
    #[error("status {status} for `{url}`")]
    Status { url: String, status: u16 },
    #[error("`{url}` is larger than {limit} bytes")]
    TooLarge { url: String, limit: u64 },
    #[error("`{0}` leads away from the local machine")]
    Away(String),
    #[error("the response for `{0}` is incomplete")]
    Truncated(String),
    #[error("cannot download `{url}`")]
    Failed { url: String, source: Box<ureq::Error> },
}

/// Time limits.
const CONNECT: Duration = Duration::from_secs(20);
const READ: Duration = Duration::from_secs(30);
const WHOLE: Duration = Duration::from_secs(600);

/// Maximum number of redirects.
const MAX_REDIRECTS: u32 = 5;

/// An HTTP client. Uses the proxy of the environment variables, and the certificates of the system.
pub(super) struct Client {
    agent: ureq::Agent,
    /// Without a proxy, for local servers.
    direct: ureq::Agent,
}

impl Client {
    pub(super) fn new() -> Self {
        Self::with_proxy(ureq::Proxy::try_from_env())
    }

    /// Uses this proxy, or none.
    pub(super) fn with_proxy(proxy: Option<ureq::Proxy>) -> Self {
        Self { agent: Self::agent(proxy, MAX_REDIRECTS), direct: Self::agent(None, 0) }
    }

    fn agent(proxy: Option<ureq::Proxy>, redirects: u32) -> ureq::Agent {
        let provider = rustls::crypto::ring::default_provider();
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider.into())
            .build();
        let config = ureq::Agent::config_builder()
            .tls_config(tls)
            .proxy(proxy)
            .http_status_as_error(false)
            .max_redirects(redirects)
            .timeout_connect(Some(CONNECT))
            .timeout_per_read(Some(READ))
            .timeout_global(Some(WHOLE))
            .user_agent(concat!("whitesmith/", env!("CARGO_PKG_VERSION")))
            .build();
        config.new_agent()
    }

    /// Downloads a file of at most `limit` bytes. `None` if it does not exist.
    ///
    /// Rejects `http:`, except for the local machine, redirects from there to others, and redirects from `https:` to
    /// `http:`. Redirects get no credentials.
    pub(super) fn get(&self, url: &str, credentials: Option<&str>, limit: u64) -> Result<Option<Vec<u8>>, HttpError> {
        let failed = |source| match source {
            ureq::Error::BodyExceedsLimit(limit) => HttpError::TooLarge { url: url.to_owned(), limit },
            source => HttpError::Failed { url: url.to_owned(), source: Box::new(source) },
        };
        let mut response = self.response(url, credentials)?;
        match response.status().as_u16() {
            200 => {}
            404 | 410 => return Ok(None),
            status => return Err(HttpError::Status { url: url.to_owned(), status }),
        }
        let announced: Option<u64> =
            response.headers().get("content-length").and_then(|value| value.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length| length > limit) {
            return Err(HttpError::TooLarge { url: url.to_owned(), limit });
        }
        let bytes = response.body_mut().with_config().limit(limit).read_to_vec().map_err(failed)?;
        if announced.is_some_and(|length| length != bytes.len() as u64) {
            return Err(HttpError::Truncated(url.to_owned()));
        }
        Ok(Some(bytes))
    }

    /// The response, after redirects.
    fn response(&self, url: &str, mut credentials: Option<&str>) -> Result<Response<Body>, HttpError> {
        let is_https = url.starts_with("https://");
        if !is_https && !is_this_machine(url) {
            return Err(HttpError::Insecure(url.to_owned()));
        }
        let mut address = url.to_owned();
        for _ in 0..=MAX_REDIRECTS {
            let mut request = if is_https { &self.agent } else { &self.direct }.get(&address);
            // Checksums are those of files that are not compressed.
            request = request.header("accept-encoding", "identity");
            if let Some(credentials) = credentials.take() {
                request = request.header("authorization", format!("Basic {}", STANDARD.encode(credentials)));
            }
            let request = request.config().https_only(is_https).build();
            let failed = |source| HttpError::Failed { url: url.to_owned(), source: Box::new(source) };
            let response = request.call().map_err(failed)?;
            // Those of `https:` were followed.
            let location = response.headers().get("location").and_then(|location| location.to_str().ok());
            match location.filter(|_| !is_https && response.status().is_redirection()) {
                Some(location) => address = target(&address, location),
                None => return Ok(response),
            }
            if !is_this_machine(&address) {
                return Err(HttpError::Away(url.to_owned()));
            }
        }
        Err(HttpError::Failed { url: url.to_owned(), source: Box::new(ureq::Error::TooManyRedirects) })
    }
}

/// The target of a redirect of an `http:` address.
fn target(url: &str, location: &str) -> String {
    // Of a relative address, the query may contain another address.
    if location.find("://").is_some_and(|at| !location[..at].contains(['/', '?', '#'])) {
        return location.to_owned();
    } else if location.starts_with("//") {
        return format!("http:{location}");
    }
    let url = url.split(['?', '#']).next().unwrap_or(url);
    if location.is_empty() || location.starts_with(['?', '#']) {
        return format!("{url}{location}");
    }
    let host = url.find("://").map_or(0, |at| at + 3);
    let (origin, old) = url.split_at(url[host..].find('/').map_or(url.len(), |at| host + at));
    let (new, query) = location.split_at(location.find(['?', '#']).unwrap_or(location.len()));
    let folder = if new.starts_with('/') { "" } else { &old[..old.rfind('/').map_or(0, |at| at + 1)] };
    let path = format!("{folder}{new}");
    let mut parts = Vec::new();
    for part in path.strip_prefix('/').unwrap_or(&path).split('/') {
        if part == ".." {
            parts.pop();
        } else if part != "." {
            parts.push(part);
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        parts.push("");
    }
    format!("{origin}/{}{query}", parts.join("/"))
}

/// Whether an `http:` address is on the local machine.
fn is_this_machine(url: &str) -> bool {
    let Ok(url) = url.parse::<Uri>() else { return false };
    let is_local = |host: &str| matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    url.scheme_str() == Some("http") && url.host().is_some_and(is_local)
}

#[cfg(test)]
mod tests {
    use super::{is_this_machine, target};

    #[test]
    fn a_redirect_is_relative_to_its_address() {
        for (location, expected) in [
            ("http://localhost/b", "http://localhost/b"),
            ("//[::1]/b", "http://[::1]/b"),
            ("/b?from=http://c/d", "http://localhost:80/b?from=http://c/d"),
            ("b", "http://localhost:80/a/b"),
            ("b?from=http://c", "http://localhost:80/a/b?from=http://c"),
            ("./b", "http://localhost:80/a/b"),
            ("../../b/./c", "http://localhost:80/b/c"),
            ("..", "http://localhost:80/"),
            ("?b=/c", "http://localhost:80/a/x?b=/c"),
        ] {
            assert_eq!(target("http://localhost:80/a/x?y=/z", location), expected, "{location}");
        }
        assert_eq!(target("http://localhost", "b"), "http://localhost/b");
    }

    #[test]
    fn only_addresses_of_this_machine_may_be_http() {
        for url in ["http://127.0.0.1:80/a", "http://localhost", "http://[::1]:8080/"] {
            assert!(is_this_machine(url), "{url}");
        }
        for url in
            ["http://localhost@example.com/", "http://example.com", "ftp://localhost", "http://127.0.0.1.example.com"]
        {
            assert!(!is_this_machine(url), "{url}");
        }
    }
}
