//! Credentials of AWS Signature Version 4.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

/// An access key with its secret, for services with `@sigv4`. `Debug` does not show them.
///
/// ```
/// use whitesmith_runtime::client::{Config, Credentials};
/// let credentials = Credentials::new("AKIDEXAMPLE", "secret").session_token("token");
/// assert!(!format!("{credentials:?}").contains("secret"));
/// let config = Config::new().region("eu-central-1").credentials(credentials);
/// ```
#[derive(Clone)]
pub struct Credentials {
    access_key_id: Arc<str>,
    secret_access_key: Arc<str>,
    session_token: Option<Arc<str>>,
    account_id: Option<Arc<str>>,
    expiry: Option<SystemTime>,
}

impl Credentials {
    /// Creates credentials without a session token and without an expiry. New ones are requested from providers after
    /// 15 minutes.
    pub fn new(access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        Self {
            access_key_id: access_key_id.into().into(),
            secret_access_key: secret_access_key.into().into(),
            session_token: None,
            account_id: None,
            expiry: None,
        }
    }

    /// Sets the session token of temporary credentials.
    #[must_use]
    pub fn session_token(mut self, token: impl Into<String>) -> Self {
        self.session_token = Some(token.into().into());
        self
    }

    /// Sets the ID of the account that the access key belongs to, which the endpoints of some services contain.
    #[must_use]
    pub fn account_id(mut self, id: impl Into<String>) -> Self {
        self.account_id = Some(id.into().into());
        self
    }

    /// Sets the expiry.
    #[must_use]
    pub fn expires_at(mut self, expiry: SystemTime) -> Self {
        self.expiry = Some(expiry);
        self
    }

    /// Sets the session token and the expiry that a source has, if any.
    #[cfg(feature = "aws")]
    pub(crate) fn with(self, token: Option<&str>, expiry: Option<SystemTime>) -> Self {
        Self { session_token: token.map(Arc::from), expiry, ..self }
    }

    /// Sets the account that a source names, if any.
    #[cfg(feature = "aws")]
    pub(crate) fn of_account(self, id: Option<&str>) -> Self {
        Self { account_id: id.filter(|id| !id.is_empty()).map(Arc::from), ..self }
    }

    /// Returns the ID of the access key, which is not secret.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    pub(super) fn account(&self) -> Option<Arc<str>> {
        self.account_id.clone()
    }

    pub(super) fn secret(&self) -> &str {
        &self.secret_access_key
    }

    pub(super) fn token(&self) -> Option<&str> {
        self.session_token.as_deref()
    }

    /// Access key, secret and session token.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        [&*self.access_key_id, &*self.secret_access_key].into_iter().chain(self.token())
    }

    pub(crate) fn expiry(&self) -> Option<SystemTime> {
        self.expiry
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("expiry", &self.expiry).finish_non_exhaustive()
    }
}

#[cfg(feature = "aws-config")]
impl From<aws_credential_types::Credentials> for Credentials {
    fn from(other: aws_credential_types::Credentials) -> Self {
        Self {
            access_key_id: other.access_key_id().into(),
            secret_access_key: other.secret_access_key().into(),
            session_token: other.session_token().map(Into::into),
            account_id: other.account_id().map(|id| id.as_str().into()),
            expiry: other.expiry(),
        }
    }
}

#[cfg(feature = "aws-config")]
impl From<&Credentials> for aws_credential_types::Credentials {
    fn from(own: &Credentials) -> Self {
        let mut builder = Self::builder();
        builder.set_session_token(own.token().map(str::to_owned));
        builder.set_expiry(own.expiry());
        builder.set_account_id(own.account().map(|id| id.to_string().into()));
        builder
            .access_key_id(own.access_key_id())
            .secret_access_key(own.secret())
            .provider_name("whitesmith-runtime")
            .build()
    }
}

#[cfg(all(test, feature = "aws-config"))]
mod tests {
    use std::time::{Duration, SystemTime};

    use aws_credential_types::attributes::AccountId;

    use super::Credentials;

    #[test]
    fn all_parts_are_converted_both_ways() {
        let expiry = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
        let own = Credentials::new("id", "secret").session_token("token").account_id("111122223333").expires_at(expiry);
        let theirs = aws_credential_types::Credentials::from(&own);
        assert_eq!(theirs.account_id().map(AccountId::as_str), Some("111122223333"));
        let back = Credentials::from(theirs);
        assert_eq!(back.parts().collect::<Vec<_>>(), ["id", "secret", "token"]);
        assert_eq!((back.account().as_deref(), back.expiry()), (Some("111122223333"), Some(expiry)));
    }
}
