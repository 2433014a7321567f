//! Credentials of the role of an EC2 instance, by version 2 of the instance metadata service. Version 1 is not used,
//! since any program that can be made to send a request could read its responses.

use std::time::Duration;

use bytes::Bytes;
use http::header::HeaderValue;
use http::{Method, Request as HttpRequest};

use super::chain::{Found, Request};
use super::error::{CredentialsError, CredentialsProblem, HttpProblem, Origin, Place};
use super::metadata::{self, RepeatedStatuses};
use crate::client::Credentials;

const ENDPOINT: &str = "http://169.254.169.254";
const ENDPOINT_IPV6: &str = "http://[fd00:ec2::254]";
const ROLES: &str = "latest/meta-data/iam/security-credentials/";
const TOKEN: &str = "x-aws-ec2-metadata-token";
const LIFETIME: &str = "x-aws-ec2-metadata-token-ttl-seconds";
/// Time for which expired credentials are used if there are no newer ones. If the service is impaired, AWS services
/// accept them for longer.
const EXTENSION: Duration = Duration::from_secs(10 * 60);

/// Settings of the service.
struct Service {
    origin: Origin,
    endpoint: String,
    requests: metadata::Service,
}

/// Returns the credentials. `None` if the service is disabled.
pub(super) async fn credentials(request: &Request<'_>) -> Found {
    let disabled = request.environment.get("AWS_EC2_METADATA_DISABLED");
    if disabled.is_some_and(|value| value.eq_ignore_ascii_case("true")) {
        return Ok(None);
    }
    let service = Service::read(request).await?;
    let found = service.credentials().await.map_err(|problem| service.origin.failed(problem))?;
    let expired = found.expiry().is_some_and(|expiry| expiry <= request.now());
    Ok(Some(if expired { found.expires_at(request.now() + EXTENSION) } else { found }))
}

impl Service {
    async fn read(request: &Request<'_>) -> Result<Self, CredentialsError> {
        let get = |variable, key| request.settings.get(&[variable], key);
        let number = |variable, key| get(variable, key).map_or(Ok(1), |setting| setting.positive());
        let seconds = number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout")?;
        let attempts = number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts")?;
        let endpoint = get("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");
        let mode = get("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");
        let is_ipv6 = match &mode {
            Some(mode) if mode.text.eq_ignore_ascii_case("ipv6") => true,
            Some(mode) if !mode.text.eq_ignore_ascii_case("ipv4") => {
                return Err(mode.must_be("`IPv4` or `IPv6`").into());
            }
            _ => false,
        };
        let (endpoint, place) = match endpoint {
            Some(setting) => (setting.text.trim_end_matches('/').to_owned(), setting.place),
            None => (if is_ipv6 { ENDPOINT_IPV6 } else { ENDPOINT }.to_owned(), Place::Instance),
        };
        let origin = Origin { place, profile: None };
        let requests = metadata::Service {
            transport: request.direct_transport().await?.clone(),
            limit: Duration::from_secs(seconds.into()),
            attempts,
            pause: Duration::ZERO,
            repeated: RepeatedStatuses::ServerErrors,
        };
        Ok(Self { origin, endpoint, requests })
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
        let token = match self.send(Method::PUT, "latest/api/token", lifetime).await {
            Err(CredentialsProblem::Http { url, reason: HttpProblem::Timeout(limit), .. }) => {
                return Err(metadata::failed(&url, HttpProblem::TokenTimeout(limit), None));
            }
            token => token?,
        };
        metadata::secret(&self.endpoint, &token)
    }

    async fn get(&self, path: &str, token: &HeaderValue) -> Result<Bytes, CredentialsProblem> {
        self.send(Method::GET, path, (TOKEN, token.clone())).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        (name, value): (&'static str, HeaderValue),
    ) -> Result<Bytes, CredentialsProblem> {
        let mut http = HttpRequest::new(());
        *http.method_mut() = method;
        *http.uri_mut() = metadata::absolute(&format!("{}/{path}", self.endpoint))?;
        http.headers_mut().insert(name, value);
        self.requests.send(&http, Ok).await
    }
}
