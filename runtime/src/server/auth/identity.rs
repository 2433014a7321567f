//! Identities of callers, and credential scopes of signatures.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use http::request;

use super::Caller;
use crate::schema::AuthKind;
use crate::sigv4::{Place, Signed};

/// The verified caller of a request: a name, and values that the verifier adds. `Debug` does not show them.
///
/// ```
/// use whitesmith_runtime::server::Identity;
/// struct Account(u32);
/// let identity = Identity::new("alice").with(Account(7));
/// assert_eq!(identity.name(), "alice");
/// assert_eq!(identity.get::<Account>().map(|account| account.0), Some(7));
/// assert!(!format!("{identity:?}").contains("alice"));
/// ```
#[derive(Clone)]
pub struct Identity {
    name: Arc<str>,
    value: Option<Arc<dyn Any + Send + Sync>>,
}

impl Identity {
    /// Creates an identity with a name, such as a user name or the ID of an access key.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into().into(), value: None }
    }

    /// Adds a value for implementations, such as an account with its permissions.
    #[must_use]
    pub fn with<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.value = Some(Arc::new(value));
        self
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the value, if it has this type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.value.as_ref()?.downcast_ref()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(..)")
    }
}

/// Credential scope of the signature of a request (AWS Signature Version 4). Do not trust it unless the service
/// verifies signatures. `Debug` does not show the access key.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CredentialScope {
    /// ID of the access key.
    pub access_key: String,
    /// Region: `eu-central-1`. For a signature that is valid in several regions, their names or patterns, separated by
    /// commas: `eu-*,us-east-1`.
    pub region: String,
    /// Signing name of the service: `s3`.
    pub service: String,
    /// Whether the signature is in the URL.
    pub presigned: bool,
}

impl CredentialScope {
    /// `None` if the request has no signature, or a malformed one.
    pub(crate) fn of(head: &request::Parts) -> Option<Self> {
        Signed::of(head).ok().flatten().map(|signed| Self::from(&signed))
    }

    /// `None` if the caller was verified by another scheme.
    pub(in crate::server) fn for_caller(caller: Option<&Caller>, head: &request::Parts) -> Option<Self> {
        match caller {
            Some(caller) if caller.scheme != AuthKind::SigV4 => None,
            _ => Self::of(head),
        }
    }
}

impl From<&Signed> for CredentialScope {
    fn from(signed: &Signed) -> Self {
        Self {
            access_key: signed.access_key.clone(),
            region: signed.region.clone(),
            service: signed.service.clone(),
            presigned: signed.place != Place::Header,
        }
    }
}

impl fmt::Debug for CredentialScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialScope")
            .field("region", &self.region)
            .field("service", &self.service)
            .field("presigned", &self.presigned)
            .finish_non_exhaustive()
    }
}
