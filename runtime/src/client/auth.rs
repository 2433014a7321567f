//! The authentication scheme of a request, and the schemes other than signatures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use http::uri::PathAndQuery;
use http::{HeaderMap, Request, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Shared;
use super::config::Config;
use super::request_error::AuthError;
use crate::schema::{AuthKind, KeyPlace, OperationSchema};

/// Returns the first scheme of the operation for which the configuration has an identity; none if the request is
/// anonymous.
pub(super) fn choose(shared: &Shared, operation: &OperationSchema) -> Result<Option<AuthKind>, AuthError> {
    let (config, service) = (&shared.config, shared.service);
    if config.unsigned || operation.no_auth {
        return Ok(None);
    }
    let kinds = match (operation.auth, service.auth) {
        ([], []) if service.sigv4.is_some() => &[AuthKind::SigV4],
        ([], kinds) | (kinds, _) => kinds,
    };
    let has_identity = |kind: &AuthKind| match kind {
        AuthKind::SigV4 => config.credentials.is_some(),
        AuthKind::ApiKey => config.api_key.is_some(),
        AuthKind::Basic => config.basic.is_some(),
        AuthKind::Bearer => config.bearer_token.is_some(),
    };
    match kinds.iter().find(|kind| has_identity(kind)) {
        Some(kind) => Ok(Some(*kind)),
        None if kinds.is_empty() || operation.optional_auth => Ok(None),
        None => Err(AuthError::NoIdentity { schemes: kinds }),
    }
}

/// Adds a token, password or key. [`sign`](super::sign) adds signatures.
pub(super) fn add(shared: &Shared, kind: AuthKind, request: &mut Request<Bytes>) -> Result<(), AuthError> {
    if kind != AuthKind::SigV4 && !shared.config.plain_http_identity && is_readable(request.uri()) {
        return Err(AuthError::PlainHttp);
    }
    let headers = request.headers_mut();
    let Config { bearer_token, api_key, basic, .. } = &shared.config;
    match (kind, bearer_token, basic, api_key.as_deref().zip(shared.service.api_key)) {
        (AuthKind::Bearer, Some(token), _, _) => put(headers, AUTHORIZATION, &format!("Bearer {token}")),
        (AuthKind::Basic, _, Some((user, _)), _) if user.contains(':') => Err(AuthError::UserName),
        (AuthKind::Basic, _, Some((user, password)), _) => {
            put(headers, AUTHORIZATION, &format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
        }
        (AuthKind::ApiKey, _, _, Some((key, place))) => match place.place {
            KeyPlace::Header => {
                let name: HeaderName = place.name.parse().map_err(|_| AuthError::HeaderName(place.name))?;
                match place.scheme {
                    Some(scheme) => put(headers, name, &format!("{scheme} {key}")),
                    None => put(headers, name, key),
                }
            }
            KeyPlace::Query => in_query(request.uri_mut(), place.name, key),
        },
        _ => Ok(()),
    }
}

/// Whether others can read a request on its way: over plain http, unless it stays on this machine.
fn is_readable(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let is_local =
        host.parse::<std::net::IpAddr>().map_or(host.eq_ignore_ascii_case("localhost"), |ip| ip.is_loopback());
    uri.scheme() == Some(&http::uri::Scheme::HTTP) && !is_local
}

/// Marks the value as sensitive, and does not show it in the error.
fn put(headers: &mut HeaderMap, name: HeaderName, text: &str) -> Result<(), AuthError> {
    let mut value = HeaderValue::from_str(text).map_err(|_| AuthError::HeaderValue(name.to_string()))?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

fn in_query(uri: &mut Uri, name: &str, key: &str) -> Result<(), AuthError> {
    let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let path = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let sign = if uri.query().is_some() { '&' } else { '?' };
    let path = format!("{path}{sign}{}={}", encoded(name), encoded(key));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path.parse::<PathAndQuery>().map_err(|error| AuthError::Query(error.into()))?);
    *uri = Uri::from_parts(parts).map_err(|error| AuthError::Query(error.into()))?;
    Ok(())
}
