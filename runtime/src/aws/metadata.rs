//! Requests to the metadata services of containers and instances. They follow no redirects and use no proxies.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Request, Uri};
use serde_json::Value;

use super::document::Document;
use super::error::{CredentialsProblem, HttpProblem};
use crate::client::{RequestBody, Transport, without_user};
use crate::types::BoxError;

/// Maximum length of a response.
const LIMIT: usize = 64 * 1024;

/// A metadata service, and how often its requests are sent.
pub(super) struct Service {
    pub(super) transport: Transport,
    /// Time limit of an attempt.
    pub(super) limit: Duration,
    /// Maximum number of attempts.
    pub(super) attempts: u32,
    /// Time between two attempts.
    pub(super) pause: Duration,
    pub(super) repeated: RepeatedStatuses,
}

/// Statuses after which a request is sent again, except for redirects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RepeatedStatuses {
    All,
    ServerErrors,
}

impl Service {
    /// Sends a request until its response can be read.
    pub(super) async fn send<T>(
        &self,
        request: &Request<()>,
        read: impl Fn(Bytes) -> Result<T, CredentialsProblem>,
    ) -> Result<T, CredentialsProblem> {
        let mut attempt = 1;
        loop {
            let response = send(&self.transport, request, self.limit).await;
            match response.and_then(&read) {
                Err(problem) if attempt < self.attempts && self.may_pass(&problem) => {
                    tokio::time::sleep(self.pause).await;
                    attempt += 1;
                }
                result => return result,
            }
        }
    }

    /// Whether another attempt may succeed.
    fn may_pass(&self, problem: &CredentialsProblem) -> bool {
        match problem {
            CredentialsProblem::Http { reason: HttpProblem::Status(status), .. } => {
                *status >= 500 || self.repeated == RepeatedStatuses::All
            }
            CredentialsProblem::Http { reason: HttpProblem::Redirect(_), .. } => false,
            _ => true,
        }
    }
}

/// Sends a request once, and returns the body of the response, whose status is 200.
async fn send(transport: &Transport, request: &Request<()>, limit: Duration) -> Result<Bytes, CredentialsProblem> {
    let url = request.uri().to_string();
    let request = request.clone().map(|()| RequestBody::default());
    let sent = async {
        let response = transport.clone().send(request).await;
        let response = response.map_err(|error| (HttpProblem::Unreachable, Some(error)))?;
        let status = response.status();
        if status.is_redirection() {
            return Err((HttpProblem::Redirect(status.as_u16()), None));
        }
        if status != http::StatusCode::OK {
            return Err((HttpProblem::Status(status.as_u16()), None));
        }
        response.into_body().collect(LIMIT).await.map_err(|error| (HttpProblem::Body, Some(error.into())))
    };
    let answer = tokio::time::timeout(limit, sent).await.unwrap_or(Err((HttpProblem::Timeout(limit), None)));
    answer.map_err(|(reason, source)| failed(&url, reason, source))
}

/// Returns the error of a request to this URL.
pub(super) fn failed(url: &str, reason: HttpProblem, source: Option<BoxError>) -> CredentialsProblem {
    CredentialsProblem::Http { url: shown(url), reason, source }
}

/// Scheme, host and port of a URL. Its path may be secret: that of a container is.
fn shown(url: &str) -> String {
    let url = without_user(url);
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    if host.is_empty() { "the URL".to_owned() } else { format!("{scheme}://{host}") }
}

/// Returns a token as the value of a header.
pub(super) fn secret(url: &str, token: &[u8]) -> Result<HeaderValue, CredentialsProblem> {
    let mut value = HeaderValue::from_bytes(token).map_err(|_| failed(url, HttpProblem::Token, None))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Parses an absolute URL.
pub(super) fn absolute(url: &str) -> Result<Uri, CredentialsProblem> {
    let invalid = |source: Option<BoxError>| failed(url, HttpProblem::Url, source);
    let uri: Uri = url.parse().map_err(|error: http::uri::InvalidUri| invalid(Some(error.into())))?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    if is_web && uri.host().is_some_and(|host| !host.is_empty()) { Ok(uri) } else { Err(invalid(None)) }
}

/// Reads credentials from a response.
pub(super) fn credentials(url: &str, body: &[u8]) -> Result<crate::client::Credentials, CredentialsProblem> {
    let document = Document::parse(&format!("the response of {}", shown(url)), body)?;
    if let Some(Value::String(code)) = document.get("Code").filter(|code| *code != "Success") {
        return Err(failed(url, HttpProblem::Code(code.chars().take(64).collect()), None));
    }
    document.credentials("Token")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_in_messages_have_neither_password_nor_path() {
        for url in ["http://user:pass@host:80/path", "http://user:pa/ss@host:80/path", "http://host:80/path?query"] {
            assert_eq!(shown(url), "http://host:80", "{url}");
        }
        assert_eq!(shown("host/path"), "the URL");
    }
}
