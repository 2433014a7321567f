//! Authentication of callers by the schemes of the model, between routing and reading the input.
//!
//! This module selects the scheme of a request and calls its verifier. It does not read inputs.

mod authorize;
mod identity;
mod lookup;
mod refusal;
mod rules;
mod secret;
mod sigv4;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::AUTHORIZATION;
use http::{HeaderMap, request};

pub use authorize::{AccessRequest, Authorize, Decision, DecisionFuture};
pub use identity::{CredentialScope, Identity};
pub use lookup::{AccessKey, SecretKey};
pub(crate) use refusal::Refusal;
use refusal::SignedIn;
use secret::Check;
pub(crate) use sigv4::{BodySignature, Pending, SignedBody};
pub use sigv4::{SigV4Verifier, SignatureUse, UnsignedPayload};

use crate::schema::{AuthKind, KeyPlace, OperationSchema, Schemes, ServiceSchema};
use crate::sigv4::Signed;
use crate::types::BoxError;

/// Verifiers of the authentication schemes of a service, for `.authenticate(…)`.
///
/// A request is verified by the first scheme of its operation for which it has an identity. It is rejected if that is
/// invalid, if the operation requires an identity and the request has none, or if the scheme has no verifier.
/// Operations with `@optionalAuth` or an empty `@auth` accept requests without an identity.
///
/// ```
/// use whitesmith_runtime::server::{AccessRequest, Authentication, Decision, Identity};
///
/// let tokens = Authentication::new()
///     .bearer(|token: String| async move {
///         // Usually, the token is looked up, or its signature is verified.
///         Ok::<_, std::io::Error>((token == "abc").then(|| Identity::new("alice")))
///     })
///     .authorize(|request: &AccessRequest<'_>| match request.identity() {
///         Some(identity) if identity.name() == "alice" => Decision::Allow,
///         _ => Decision::Deny("only alice has access".to_owned()),
///     });
/// ```
///
/// Compare secrets in constant time, for example with the crate `subtle`, or look up their hashes.
#[derive(Clone, Default)]
pub struct Authentication {
    sigv4: Option<SigV4Verifier>,
    bearer: Option<Check<String>>,
    api_key: Option<Check<String>>,
    basic: Option<Check<(String, String)>>,
    pub(in crate::server) authorize: Option<Arc<dyn Authorize>>,
}

impl Authentication {
    /// Creates an authentication without verifiers, which rejects all identities.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the verifier of signatures (`@sigv4`).
    #[must_use]
    pub fn sigv4(mut self, verifier: SigV4Verifier) -> Self {
        self.sigv4 = Some(verifier);
        self
    }

    /// Sets the verifier of bearer tokens (`@httpBearerAuth`). It returns `None` for an invalid token. Its errors are
    /// internal errors of the service.
    #[must_use]
    pub fn bearer<F, L, E>(mut self, verify: F) -> Self
    where
        F: Fn(String) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<Identity>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.bearer = Some(Check::new(verify));
        self
    }

    /// Sets the verifier of API keys (`@httpApiKeyAuth`). It returns `None` for an invalid key. Its errors are
    /// internal errors of the service.
    #[must_use]
    pub fn api_key<F, L, E>(mut self, verify: F) -> Self
    where
        F: Fn(String) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<Identity>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.api_key = Some(Check::new(verify));
        self
    }

    /// Sets the verifier of user names and passwords (`@httpBasicAuth`). It returns `None` for an invalid password. Its
    /// errors are internal errors of the service.
    #[must_use]
    pub fn basic<F, L, E>(mut self, verify: F) -> Self
    where
        F: Fn(String, String) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<Identity>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.basic = Some(Check::new(move |(user, password)| verify(user, password)));
        self
    }

    /// Sets the function that authorizes valid requests, and those that the fallback of a
    /// [partial](super::Partial) service gets. Without it, verified callers may call all operations.
    #[must_use]
    pub fn authorize(mut self, authorize: impl Authorize) -> Self {
        self.authorize = Some(Arc::new(authorize));
        self
    }

    /// Verifies the head of a request.
    pub(in crate::server) async fn admit(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        head: &request::Parts,
    ) -> Result<Admission, Refusal> {
        let kinds = match service.schemes(operation) {
            Schemes::None => return Ok(Admission::default()),
            Schemes::Unsupported if operation.optional_auth => return Ok(Admission::default()),
            Schemes::Unsupported => return Err(Refusal::Unsupported),
            Schemes::Known(kinds) => kinds,
        };
        let signed = if kinds.contains(&AuthKind::SigV4) {
            Signed::of(head).map_err(|error| Refusal::Malformed(error, SignedIn::of(head)))
        } else {
            Ok(None)
        };
        let is_present = |kind: &AuthKind| match kind {
            AuthKind::SigV4 => !matches!(signed, Ok(None)),
            AuthKind::Bearer => scheme_value(&head.headers, "Bearer").is_some(),
            AuthKind::Basic => scheme_value(&head.headers, "Basic").is_some(),
            AuthKind::ApiKey => api_key(service, head).is_some(),
        };
        let Some(kind) = kinds.iter().copied().find(is_present) else {
            if operation.optional_auth {
                return Ok(Admission::default());
            }
            let is_other = service.is_s3() && head.headers.contains_key(AUTHORIZATION);
            return Err(if is_other { Refusal::OtherScheme } else { Refusal::Missing(kinds) });
        };
        let identity = match kind {
            AuthKind::SigV4 => {
                let (Some(verifier), Some(signed)) = (&self.sigv4, signed?) else { return Err(Refusal::Unsupported) };
                return verifier.admit(service, operation, head, signed).await;
            }
            AuthKind::Bearer => {
                let token = scheme_value(&head.headers, "Bearer").unwrap_or_default();
                verify(self.bearer.as_ref(), Some(token.to_owned())).await?
            }
            AuthKind::ApiKey => verify(self.api_key.as_ref(), api_key(service, head)).await?,
            AuthKind::Basic => {
                let text = scheme_value(&head.headers, "Basic").unwrap_or_default();
                verify(self.basic.as_ref(), basic(text)).await?
            }
        };
        let identity = identity.ok_or(Refusal::Invalid(kind))?;
        Ok(Admission { caller: Some(Caller { identity, scheme: kind }), ..Admission::default() })
    }
}

impl std::fmt::Debug for Authentication {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Authentication").finish_non_exhaustive()
    }
}

impl From<SigV4Verifier> for Authentication {
    fn from(verifier: SigV4Verifier) -> Self {
        Self::new().sigv4(verifier)
    }
}

/// A verified caller.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) identity: Identity,
    /// Scheme that verified the identity.
    pub(crate) scheme: AuthKind,
}

/// Result of verifying the head of a request.
#[derive(Default)]
pub(crate) struct Admission {
    /// `None` if the operation accepts callers without an identity.
    pub(crate) caller: Option<Caller>,
    /// Signature that is verified after the body was received.
    pub(crate) pending: Option<Box<Pending>>,
    /// Signatures of chunks or events.
    pub(crate) body: Option<BodySignature>,
}

async fn verify<T>(check: Option<&Check<T>>, value: Option<T>) -> Result<Option<Identity>, Refusal> {
    let check = check.ok_or(Refusal::Unsupported)?;
    match value {
        Some(value) => check.verify(value).await.map_err(|_| Refusal::Unavailable),
        None => Ok(None),
    }
}

/// Returns the credentials after the name of a scheme in the `Authorization` header. `None` if the header is repeated.
fn scheme_value<'h>(headers: &'h HeaderMap, scheme: &str) -> Option<&'h str> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (found, value) = values.next()?.to_str().ok()?.split_once(' ')?;
    let is_only = values.next().is_none();
    (is_only && found.eq_ignore_ascii_case(scheme)).then(|| value.trim())
}

/// Returns user name and password.
fn basic(text: &str) -> Option<(String, String)> {
    let text = String::from_utf8(STANDARD.decode(text).ok()?).ok()?;
    text.split_once(':').map(|(user, password)| (user.to_owned(), password.to_owned()))
}

fn api_key(service: &ServiceSchema, head: &request::Parts) -> Option<String> {
    let traits = service.api_key?;
    match (traits.place, traits.scheme) {
        (KeyPlace::Query, _) => {
            let query = head.uri.query().unwrap_or_default();
            let mut values = crate::uri::pairs(query).filter(|(name, _)| **name == *traits.name.as_bytes());
            let (_, value) = values.next()?;
            String::from_utf8(value.into_owned()).ok().filter(|_| values.next().is_none())
        }
        (KeyPlace::Header, scheme) => {
            let mut values = head.headers.get_all(traits.name).iter();
            let value = values.next()?.to_str().ok().filter(|_| values.next().is_none())?;
            match scheme {
                None => Some(value.to_owned()),
                Some(scheme) => {
                    let (found, value) = value.split_once(' ')?;
                    found.eq_ignore_ascii_case(scheme).then(|| value.trim().to_owned())
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::prelude;

    #[tokio::test]
    async fn optional_authentication_holds_for_unsupported_schemes_too() {
        static PLAIN: OperationSchema = OperationSchema::new("Get", &prelude::UNIT, &prelude::UNIT);
        static OPTIONAL: OperationSchema = OperationSchema::new("Look", &prelude::UNIT, &prelude::UNIT).optional_auth();
        static SERVICE: ServiceSchema =
            ServiceSchema::new("example#Digest", "1", &[&PLAIN, &OPTIONAL]).unsupported_auth();
        let (head, ()) = http::Request::new(()).into_parts();
        let authentication = Authentication::new();
        let refused = authentication.admit(&SERVICE, &PLAIN, &head).await;
        assert!(matches!(refused, Err(Refusal::Unsupported)), "{:?}", refused.err());
        assert!(authentication.admit(&SERVICE, &OPTIONAL, &head).await.is_ok());
        assert!(OPTIONAL.allows_anonymous());
        let anonymous = OperationSchema::new("Get", &prelude::UNIT, &prelude::UNIT).no_auth();
        assert!(!anonymous.unsupported_auth().allows_anonymous());
    }
}
