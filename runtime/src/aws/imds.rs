//! Credentials of the role of an EC2 instance, by version 2 of the instance metadata service. Version 1 is not used,
//! since any program that can be made to send a request could read its answers.

use std::time::Duration;

use http::header::HeaderValue;
use http::{Method, Request as HttpRequest};

use super::chain::{Found, Request};
use super::error::{CredentialsError, CredentialsProblem, HttpProblem, Origin, Place};
use super::metadata;
use crate::client::{Credentials, RequestBody, Transport};

const ENDPOINT: &str = "http://169.254.169.254";
const ENDPOINT_IPV6: &str = "http://[fd00:ec2::254]";
const ROLES: &str = "latest/meta-data/iam/security-credentials/";
const TOKEN: &str = "x-aws-ec2-metadata-token";
const LIFETIME: &str = "x-aws-ec2-metadata-token-ttl-seconds";
/// Time that expired credentials are used for if the service has no newer ones: it may be impaired, and services that
/// check signatures may know.
const EXTENSION: Duration = Duration::from_secs(10 * 60);

/// Settings of the service.
struct Service {
    origin: Origin,
    endpoint: String,
    /// Time limit of a request.
    limit: Duration,
    attempts: u32,
    transport: Transport,
}

/// Returns the credentials. `None` if the service is disabled.
pub(super) async fn credentials(request: &Request<'_>) -> Found {
    let disabled = request.environment.get("AWS_EC2_METADATA_DISABLED");
    if disabled.is_some_and(|value| value.eq_ignore_ascii_case("true")) {
        return Ok(None);
    }
    let service = Service::read(request)?;
    let found = service.credentials().await.map_err(|problem| service.origin.failed(problem))?;
    let expired = found.expiry().is_some_and(|expiry| expiry <= request.now());
    Ok(Some(if expired { found.expires_at(request.now() + EXTENSION) } else { found }))
}

impl Service {
    fn read(request: &Request<'_>) -> Result<Self, CredentialsError> {
        let profile = request.environment.selected_in(request.profiles).ok().flatten();
        let get = |variable, key| request.environment.setting(&[variable], profile, key);
        let invalid = |error| CredentialsError::new(CredentialsProblem::Settings(error));
        let number = |variable, key| get(variable, key).map_or(Ok(1), |setting| setting.positive().map_err(invalid));
        let seconds = number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout")?;
        let attempts = number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts")?;
        let endpoint = get("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");
        let mode = get("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");
        let is_ipv6 = match &mode {
            Some(mode) if mode.text.eq_ignore_ascii_case("ipv6") => true,
            Some(mode) if !mode.text.eq_ignore_ascii_case("ipv4") => {
                return Err(invalid(mode.must_be("`IPv4` or `IPv6`")));
            }
            _ => false,
        };
        let (endpoint, place) = match endpoint {
            Some(setting) => (setting.text.trim_end_matches('/').to_owned(), setting.place),
            None => (if is_ipv6 { ENDPOINT_IPV6 } else { ENDPOINT }.to_owned(), Place::Instance),
        };
        let origin = Origin { place, profile: None };
        let transport = request.transport().clone();
        Ok(Self { origin, endpoint, limit: Duration::from_secs(seconds.into()), attempts, transport })
    }

    async fn credentials(&self) -> Result<Credentials, CredentialsProblem> {
        let token = self.token().await?;
        let roles = match self.get(ROLES, &token).await {
            Err(CredentialsProblem::Http { url, reason: HttpProblem::Status(404), .. }) => {
                return Err(metadata::failed(&url, HttpProblem::NoRole, None));
            }
            roles => roles?,
        };
        let roles = String::from_utf8_lossy(&roles);
        let role = roles.lines().next().unwrap_or_default().trim();
        let url = format!("{}/{ROLES}{role}", self.endpoint);
        if role.is_empty() {
            return Err(metadata::failed(&url, HttpProblem::NoRole, None));
        }
        let body = self.get(&format!("{ROLES}{role}"), &token).await?;
        metadata::credentials(&url, &body)
    }

    async fn token(&self) -> Result<HeaderValue, CredentialsProblem> {
        let lifetime = (LIFETIME, HeaderValue::from_static("21600"));
        let token = match self.send(&Method::PUT, "latest/api/token", lifetime).await {
            Err(CredentialsProblem::Http { url, reason: HttpProblem::Timeout(limit), .. }) => {
                return Err(metadata::failed(&url, HttpProblem::Hops(limit), None));
            }
            token => token?,
        };
        let value = HeaderValue::from_bytes(&token);
        let mut value = value.map_err(|_| metadata::failed(&self.endpoint, HttpProblem::Token, None))?;
        value.set_sensitive(true);
        Ok(value)
    }

    async fn get(&self, path: &str, token: &HeaderValue) -> Result<bytes::Bytes, CredentialsProblem> {
        self.send(&Method::GET, path, (TOKEN, token.clone())).await
    }

    async fn send(
        &self,
        method: &Method,
        path: &str,
        (name, value): (&'static str, HeaderValue),
    ) -> Result<bytes::Bytes, CredentialsProblem> {
        let url = format!("{}/{path}", self.endpoint);
        let uri = metadata::absolute(&url)?;
        let mut attempt = 1;
        loop {
            let mut http = HttpRequest::new(RequestBody::default());
            (*http.method_mut(), *http.uri_mut()) = (method.clone(), uri.clone());
            http.headers_mut().insert(name, value.clone());
            match metadata::send(&self.transport, http, self.limit).await {
                Err(problem) if attempt < self.attempts && may_pass(&problem) => attempt += 1,
                answer => return answer,
            }
        }
    }
}

/// Whether another attempt may succeed.
fn may_pass(problem: &CredentialsProblem) -> bool {
    match problem {
        CredentialsProblem::Http { reason: HttpProblem::Status(status), .. } => *status >= 500,
        CredentialsProblem::Http { reason: HttpProblem::Redirect(_), .. } => false,
        _ => true,
    }
}
