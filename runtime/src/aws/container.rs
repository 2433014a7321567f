//! Credentials of containers: tasks of ECS and pods of EKS Pod Identity.

use std::net::IpAddr;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use http::{Request as HttpRequest, Uri};

use super::chain::{Found, Request};
use super::error::{CredentialsProblem, HttpProblem, Origin};
use super::metadata;
use crate::client::{Credentials, RequestBody};

/// Host of relative URIs.
const HOST: &str = "http://169.254.170.2";
/// Hosts that may be asked over plain HTTP, besides this machine.
const HOSTS: [&str; 4] = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost"];
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
    ask(request, &url).await.map(Some).map_err(|problem| origin.failed(problem))
}

async fn ask(request: &Request<'_>, url: &str) -> Result<Credentials, CredentialsProblem> {
    let uri = metadata::absolute(url)?;
    if !is_allowed(&uri) {
        return Err(metadata::failed(url, HttpProblem::Host, None));
    }
    let token = token(request, url).await?;
    let transport = request.transport();
    let mut attempt = 1;
    loop {
        let mut http = HttpRequest::get(uri.clone()).body(RequestBody::default()).unwrap_or_default();
        http.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(token) = &token {
            http.headers_mut().insert(AUTHORIZATION, token.clone());
        }
        let found = match metadata::send(transport, http, LIMIT).await {
            Ok(body) => metadata::credentials(url, &body),
            Err(problem) => Err(problem),
        };
        match found {
            // Another attempt would have the same result.
            Err(CredentialsProblem::Http { reason: HttpProblem::Redirect(_), .. }) => return found,
            Err(_) if attempt < ATTEMPTS => tokio::time::sleep(PAUSE).await,
            found => return found,
        }
        attempt += 1;
    }
}

/// Whether a host may be asked: any over HTTPS, and otherwise this machine and the hosts of containers.
fn is_allowed(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    uri.scheme_str() == Some("https")
        || HOSTS.contains(&host)
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
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
    let Some(token) = token else { return Ok(None) };
    let value = HeaderValue::from_bytes(&token);
    let mut value = value.map_err(|_| metadata::failed(url, HttpProblem::Token, None))?;
    value.set_sensitive(true);
    Ok(Some(value))
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
            "http://169.254.170.23/v1",
            "http://[fd00:ec2::23]/v1",
        ];
        let refused =
            ["http://example.com/", "http://169.254.170.3/", "http://localhost.example.com/", "http://10.0.0.1/"];
        assert!(allowed.iter().all(|url| is_allowed(&url.parse().expect("a URL"))));
        assert!(!refused.iter().any(|url| is_allowed(&url.parse().expect("a URL"))));
    }
}
