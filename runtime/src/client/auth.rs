//! Which scheme of authentication a request has, and those schemes that are no signature.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use http::uri::PathAndQuery;
use http::{HeaderMap, Request, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Shared;
use super::config::Config;
use crate::schema::{AuthKind, KeyPlace, OperationSchema};

/// The first scheme of the operation for which the configuration has an identity. None where the request goes without.
pub(super) fn choose(shared: &Shared, operation: &OperationSchema) -> Result<Option<AuthKind>, String> {
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
        None => {
            let ways: Vec<&str> = kinds.iter().map(|kind| way(*kind)).collect();
            Err(format!("there is nothing to say who sends it: {}", ways.join(", or ")))
        }
    }
}

/// How to give an identity.
fn way(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::SigV4 => "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use Config::credentials",
        AuthKind::ApiKey => "use Config::api_key",
        AuthKind::Basic => "use Config::basic_auth",
        AuthKind::Bearer => "use Config::bearer_token",
    }
}

/// Adds a token, password or key. A signature is made elsewhere.
pub(super) fn add(shared: &Shared, kind: AuthKind, request: &mut Request<Bytes>) -> Result<(), String> {
    let headers = request.headers_mut();
    let Config { bearer_token, api_key, basic, .. } = &shared.config;
    match (kind, bearer_token, basic, api_key.as_deref().zip(shared.service.api_key)) {
        (AuthKind::Bearer, Some(token), _, _) => put(headers, AUTHORIZATION, &format!("Bearer {token}")),
        (AuthKind::Basic, _, Some((user, _)), _) if user.contains(':') => {
            Err("the name of Config::basic_auth has a colon, which would end it".to_owned())
        }
        (AuthKind::Basic, _, Some((user, password)), _) => {
            put(headers, AUTHORIZATION, &format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
        }
        (AuthKind::ApiKey, _, _, Some((key, place))) => match place.place {
            KeyPlace::Header => {
                let name: HeaderName = place.name.parse().map_err(|_| format!("`{}` is no header", place.name))?;
                put(headers, name, format!("{} {key}", place.scheme).trim_start())
            }
            KeyPlace::Query => in_query(request.uri_mut(), place.name, key),
        },
        _ => Ok(()),
    }
}

/// Secrets stay out of logs and of the message that says that they cannot be sent.
fn put(headers: &mut HeaderMap, name: HeaderName, text: &str) -> Result<(), String> {
    let value = HeaderValue::from_str(text);
    let mut value = value.map_err(|_| format!("what is to stand in the header `{name}` has characters that cannot"))?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

fn in_query(uri: &mut Uri, name: &str, key: &str) -> Result<(), String> {
    let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let path = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let sign = if uri.query().is_some() { '&' } else { '?' };
    let path = format!("{path}{sign}{}={}", encoded(name), encoded(key));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path.parse().map_err(|_| "the key makes the URI too long".to_owned())?);
    *uri = Uri::from_parts(parts).map_err(|_| "the key does not make a URI".to_owned())?;
    Ok(())
}
