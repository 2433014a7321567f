//! Downloads over HTTP, with limits of size and time. Independent of Maven.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ureq::http::Uri;
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
    #[error("the response for `{0}` is incomplete")]
    Truncated(String),
    #[error("cannot download `{url}`")]
    Failed { url: String, source: Box<ureq::Error> },
}

/// Time limits.
const CONNECT: Duration = Duration::from_secs(20);
const READ: Duration = Duration::from_secs(30);
const WHOLE: Duration = Duration::from_secs(600);

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
        Self { agent: Self::agent(proxy), direct: Self::agent(None) }
    }

    fn agent(proxy: Option<ureq::Proxy>) -> ureq::Agent {
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
            .max_redirects(5)
            .timeout_connect(Some(CONNECT))
            .timeout_per_read(Some(READ))
            .timeout_global(Some(WHOLE))
            .user_agent(concat!("whitesmith/", env!("CARGO_PKG_VERSION")))
            .build();
        config.new_agent()
    }

    /// Downloads a file of at most `limit` bytes. `None` if it does not exist.
    ///
    /// Rejects `http:`, except for the local machine, and redirects from `https:` to `http:`.
    pub(super) fn get(&self, url: &str, credentials: Option<&str>, limit: u64) -> Result<Option<Vec<u8>>, HttpError> {
        let is_https = url.starts_with("https://");
        if !is_https && !is_this_machine(url) {
            return Err(HttpError::Insecure(url.to_owned()));
        }
        let failed = |source| match source {
            ureq::Error::BodyExceedsLimit(limit) => HttpError::TooLarge { url: url.to_owned(), limit },
            source => HttpError::Failed { url: url.to_owned(), source: Box::new(source) },
        };
        let mut request = if is_https { &self.agent } else { &self.direct }.get(url);
        // Checksums are those of files that are not compressed.
        request = request.header("accept-encoding", "identity");
        if let Some(credentials) = credentials {
            request = request.header("authorization", format!("Basic {}", STANDARD.encode(credentials)));
        }
        let request = request.config().https_only(is_https).build();
        let mut response = request.call().map_err(failed)?;
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
}

/// Whether an `http:` address is on the local machine.
fn is_this_machine(url: &str) -> bool {
    let Ok(url) = url.parse::<Uri>() else { return false };
    let is_local = |host: &str| matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    url.scheme_str() == Some("http") && url.host().is_some_and(is_local)
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

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
