//! The authentication scheme of a request, and the schemes other than signatures.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use http::{HeaderMap, Request, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::clock::Clocks;
use super::config::{AccountIdEndpointMode, Config};
use super::credentials::Credentials;
use super::identity::{Expiring, IdentityError, Limits, Secret, Source};
use super::request_error::AuthError;
use super::{Shared, by_rules};
use crate::schema::{AuthKind, KeyPlace, OperationSchema, Schemes};
use crate::time::Instant;
use crate::uri::append_query;

/// Returns the first scheme of the operation for which the configuration has an identity. `None` if the request is
/// anonymous.
pub(super) fn choose(shared: &Shared, operation: &'static OperationSchema) -> Result<Option<AuthKind>, AuthError> {
    let (config, service) = (&shared.config, shared.service);
    let kinds = match service.schemes(operation) {
        Schemes::Known(kinds) if !config.unsigned => kinds,
        Schemes::Known(_) | Schemes::None | Schemes::Unsupported => return Ok(None),
    };
    let has_identity = |kind: &AuthKind| match kind {
        AuthKind::SigV4 => config.credentials.is_some(),
        AuthKind::ApiKey => config.api_key.is_some(),
        AuthKind::Basic => config.basic.is_some(),
        AuthKind::Bearer => config.bearer_token.is_some(),
    };
    match kinds.iter().find(|kind| has_identity(kind)) {
        Some(AuthKind::SigV4) if service.sigv4.is_none() => Err(AuthError::NoSigningName),
        Some(kind) => Ok(Some(*kind)),
        None if operation.optional_auth => Ok(None),
        None => Err(AuthError::NoIdentity { schemes: kinds }),
    }
}

/// The identity of a request.
pub(super) enum Identity<'a> {
    /// For signatures.
    Credentials(Credentials),
    Token(Secret),
    Key(Secret),
    /// User name and password.
    Basic(&'a str, Secret),
}

impl Identity<'_> {
    fn scheme(&self) -> AuthKind {
        match self {
            Self::Credentials(_) => AuthKind::SigV4,
            Self::Token(_) => AuthKind::Bearer,
            Self::Key(_) => AuthKind::ApiKey,
            Self::Basic(..) => AuthKind::Basic,
        }
    }

    /// Whether it is a token or key without characters, such as the value of a variable that is not set. No service
    /// accepts it.
    fn is_empty(&self) -> bool {
        matches!(self, Self::Token(secret) | Self::Key(secret) if secret.as_str().is_empty())
    }

    /// Whether a part contains a control character, such as the line break at the end of a file. Headers must not
    /// contain control characters, and services would reject signatures made with such a key.
    fn has_control(&self) -> bool {
        let has_control = |text: &str| text.chars().any(char::is_control);
        match self {
            Self::Credentials(credentials) => credentials.parts().any(has_control),
            Self::Token(secret) | Self::Key(secret) => has_control(secret.as_str()),
            Self::Basic(user, password) => has_control(user) || has_control(password.as_str()),
        }
    }
}

/// Returns the identity for a scheme that [`choose`] returned, within the limits.
pub(super) async fn identity(
    config: &Config,
    kind: AuthKind,
    limits: Limits,
) -> Result<Option<Identity<'_>>, AuthError> {
    let clocks = &config.state.clocks;
    let loaded = match kind {
        AuthKind::SigV4 => load(config.credentials.as_ref(), limits, clocks, Identity::Credentials).await,
        AuthKind::Bearer => load(config.bearer_token.as_ref(), limits, clocks, Identity::Token).await,
        AuthKind::ApiKey => load(config.api_key.as_ref(), limits, clocks, Identity::Key).await,
        AuthKind::Basic => match &config.basic {
            Some((user, password)) => load(Some(password), limits, clocks, |key| Identity::Basic(user, key)).await,
            None => Ok(None),
        },
    };
    loaded.map_err(|source| AuthError::Identity { scheme: kind, source })
}

/// Returns the ID of the caller's account: of the configuration, or of the credentials. `None` if endpoints of the
/// service do not contain it, or it is not known.
pub(super) async fn account_id(
    shared: &Shared,
    operation: &'static OperationSchema,
) -> Result<Option<Arc<str>>, AuthError> {
    let settings = &shared.config.endpoints;
    if settings.account_id_mode == AccountIdEndpointMode::Disabled || !by_rules::has_account(shared.service) {
        return Ok(None);
    }
    if let Some(id) = &settings.account_id {
        return Ok(Some(Arc::from(id.as_str())));
    }
    if choose(shared, operation)? != Some(AuthKind::SigV4) {
        return Ok(None);
    }
    match identity(&shared.config, AuthKind::SigV4, limits(&shared.config, Instant::now())).await? {
        Some(Identity::Credentials(credentials)) => Ok(credentials.account()),
        _ => Ok(None),
    }
}

/// Returns the time limits of requests to providers, in an attempt that began at `start`.
pub(super) fn limits(config: &Config, start: Instant) -> Limits {
    let attempt = config.attempt_timeout.unwrap_or(super::exchange::ATTEMPT_TIMEOUT);
    Limits { provider: config.identity_timeout, attempt, start }
}

async fn load<'a, T: Expiring>(
    source: Option<&Source<T>>,
    limits: Limits,
    clocks: &Clocks,
    wrap: impl FnOnce(T) -> Identity<'a>,
) -> Result<Option<Identity<'a>>, IdentityError> {
    match source {
        Some(source) => source.get(limits, clocks).await.map(|loaded| Some(wrap(loaded))),
        None => Ok(None),
    }
}

/// Adds a token, password or key. [`sign`](super::sign) adds signatures.
pub(super) fn add(shared: &Shared, identity: &Identity<'_>, request: &mut Request<Bytes>) -> Result<(), AuthError> {
    let is_secret = !matches!(identity, Identity::Credentials(_));
    if is_secret && !shared.config.plain_http_identity && is_readable(request.uri()) {
        return Err(AuthError::PlainHttp);
    }
    if identity.is_empty() {
        return Err(AuthError::Empty { scheme: identity.scheme() });
    }
    if identity.has_control() {
        return Err(AuthError::ControlCharacter { scheme: identity.scheme() });
    }
    let headers = request.headers_mut();
    match identity {
        Identity::Credentials(_) => Ok(()),
        Identity::Token(token) => put(headers, AUTHORIZATION, &format!("Bearer {}", token.as_str())),
        Identity::Basic(user, _) if user.contains(':') => Err(AuthError::UserName),
        Identity::Basic(user, password) => {
            let text = STANDARD.encode(format!("{user}:{}", password.as_str()));
            put(headers, AUTHORIZATION, &format!("Basic {text}"))
        }
        Identity::Key(key) => add_key(shared, key, request),
    }
}

fn add_key(shared: &Shared, key: &Secret, request: &mut Request<Bytes>) -> Result<(), AuthError> {
    let Some(schema) = shared.service.api_key else { return Ok(()) };
    match schema.place {
        KeyPlace::Query => in_query(request.uri_mut(), schema.name, key.as_str()),
        KeyPlace::Header => {
            let name: HeaderName = schema.name.parse().map_err(|_| AuthError::HeaderName(schema.name))?;
            let text = schema.scheme.map(|scheme| format!("{scheme} {}", key.as_str()));
            put(request.headers_mut(), name, text.as_deref().unwrap_or(key.as_str()))
        }
    }
}

/// Whether a request can be read in transit: over plain HTTP, unless its destination is the local machine.
fn is_readable(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    uri.scheme() == Some(&http::uri::Scheme::HTTP) && !is_local(host)
}

/// Whether a host, without brackets, is the local machine.
pub(crate) fn is_local(host: &str) -> bool {
    host.parse::<std::net::IpAddr>().map_or(host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
}

/// Marks the value as sensitive, and does not show it in the error. Services would read characters that are not ASCII
/// in different ways.
fn put(headers: &mut HeaderMap, name: HeaderName, text: &str) -> Result<(), AuthError> {
    let value = HeaderValue::from_str(text).ok().filter(|_| text.is_ascii());
    let Some(mut value) = value else { return Err(AuthError::HeaderValue(name.to_string())) };
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

fn in_query(uri: &mut Uri, name: &str, key: &str) -> Result<(), AuthError> {
    let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC);
    append_query(uri, &format!("{}={}", encoded(name), encoded(key))).map_err(AuthError::Query)
}
