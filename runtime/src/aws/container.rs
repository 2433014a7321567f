//! Credentials of containers: tasks of ECS and pods of EKS Pod Identity.

use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use http::{Request as HttpRequest, Uri};

use super::chain::{Found, Request};
use super::error::{CredentialsProblem, HttpProblem, Origin};
use super::metadata::{self, RepeatedStatuses, Service};
use crate::client::{Credentials, is_local};

/// Host of relative URIs.
const HOST: &str = "http://169.254.170.2";
/// Hosts of containers, which are reached over plain HTTP.
const HOSTS: [&str; 3] = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"];
/// Time limit of a request.
const LIMIT: Duration = Duration::from_secs(2);
const ATTEMPTS: u32 = 3;
/// Time between two attempts.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) async fn credentials(request: &Request<'_>) -> Found {
    let names = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
    let Some((text, place)) = request.environment.first(&names) else { return Ok(None) };
    let is_relative = request.environment.get(names[0]).is_some();
    let url = if is_relative { format!("{HOST}{text}") } else { text.to_owned() };
    let origin = Origin { place, profile: None };
    get(request, &url).await.map(Some).map_err(|problem| origin.failed(problem))
}

async fn get(request: &Request<'_>, url: &str) -> Result<Credentials, CredentialsProblem> {
    let uri = metadata::absolute(url)?;
    if !is_allowed(&uri) {
        return Err(metadata::failed(url, HttpProblem::Host, None));
    }
    let mut http = HttpRequest::new(());
    *http.uri_mut() = uri;
    http.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
    if let Some(token) = token(request, url).await? {
        http.headers_mut().insert(AUTHORIZATION, token);
    }
    let transport = request.direct_transport().await?.clone();
    let repeated = RepeatedStatuses::All;
    let service = Service { transport, limit: LIMIT, attempts: ATTEMPTS, pause: PAUSE, repeated };
    service.send(&http, |body| metadata::credentials(url, &body)).await
}

/// Whether requests may be sent to a host: to any over HTTPS, to this machine, and to the hosts of containers.
fn is_allowed(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    uri.scheme_str() == Some("https") || HOSTS.contains(&host) || is_local(host)
}

/// The authorization token: the content of a file, which changes, or a variable.
async fn token(request: &Request<'_>, url: &str) -> Result<Option<HeaderValue>, CredentialsProblem> {
    let environment = request.environment;
    let token = match environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
        Some(file) => {
            let file = environment.expand(file);
            let content = environment.read(&file).await;
            Some(content.map_err(|source| CredentialsProblem::File { file, source })?)
        }
        None => environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN").map(|token| token.as_bytes().to_owned()),
    };
    token.map(|token| metadata::secret(url, &token)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_and_the_hosts_of_containers() {
        let allowed = [
            "https://example.com/x",
            "http://127.0.0.1:80/",
            "http://127.9.9.9/",
            "http://[::1]/",
            "http://localhost/",
            "http://LocalHost/",
            "http://169.254.170.23/v1",
            "http://[fd00:ec2::23]/v1",
        ];
        let refused =
            ["http://example.com/", "http://169.254.170.3/", "http://localhost.example.com/", "http://10.0.0.1/"];
        assert!(allowed.iter().all(|url| is_allowed(&url.parse().expect("a URL"))));
        assert!(!refused.iter().any(|url| is_allowed(&url.parse().expect("a URL"))));
    }
}
