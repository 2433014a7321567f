//! Settings of identities: credentials, tokens, keys and passwords.

use std::time::Duration;

use aws_credential_types::provider::ProvideCredentials;

use super::Config;
use crate::client::identity::{Secret, Source};
use crate::types::BoxError;

impl Config {
    /// Sets the credentials provider. `aws_credential_types::Credentials` provides static credentials.
    ///
    /// Credentials are requested from the provider when they are first needed, and again shortly before they expire, or
    /// after 15 minutes if they have no expiry. Clients that are created from clones of this configuration share them.
    /// There is never more than one request at a time, and none takes longer than
    /// [`identity_timeout`](Self::identity_timeout). If a request fails, credentials that are still valid are used.
    #[must_use]
    pub fn credentials(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(Source::credentials(provider));
        self
    }

    /// Sets the token for services with `@httpBearerAuth`.
    #[must_use]
    pub fn bearer_token(mut self, token: impl Into<Secret>) -> Self {
        self.bearer_token = Some(Source::Fixed(token.into()));
        self
    }

    /// Sets the provider of the token for services with `@httpBearerAuth`. Tokens are kept and shared like
    /// [`credentials`](Self::credentials).
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use whitesmith_runtime::client::{Config, Secret};
    /// let config = Config::new().bearer_token_provider(|| async {
    ///     // Usually, the token comes from an identity provider.
    ///     let token = Secret::new("abc").expires_at(SystemTime::now() + Duration::from_secs(3600));
    ///     Ok::<_, std::io::Error>(token)
    /// });
    /// ```
    #[must_use]
    pub fn bearer_token_provider<F, L, E>(mut self, provider: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<Secret, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.bearer_token = Some(Source::secret(provider));
        self
    }

    /// Sets the key for services with `@httpApiKeyAuth`.
    #[must_use]
    pub fn api_key(mut self, key: impl Into<Secret>) -> Self {
        self.api_key = Some(Source::Fixed(key.into()));
        self
    }

    /// Sets the provider of the key for services with `@httpApiKeyAuth`. Keys are kept and shared like
    /// [`credentials`](Self::credentials).
    #[must_use]
    pub fn api_key_provider<F, L, E>(mut self, provider: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<Secret, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.api_key = Some(Source::secret(provider));
        self
    }

    /// Sets user name and password for services with `@httpBasicAuth`. The name must not contain a colon.
    #[must_use]
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.basic = Some((user.into(), Source::Fixed(password.into())));
        self
    }

    /// Sets the user name and the provider of its password for services with `@httpBasicAuth`. Passwords are kept and
    /// shared like [`credentials`](Self::credentials).
    #[must_use]
    pub fn basic_auth_provider<F, L, E>(mut self, user: impl Into<String>, password: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<Secret, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.basic = Some((user.into(), Source::secret(password)));
        self
    }

    /// Sets the time limit for providers of credentials, tokens, keys and passwords. Default: 5 seconds. The time is
    /// part of the attempt that needs the identity.
    #[must_use]
    pub fn identity_timeout(mut self, timeout: Duration) -> Self {
        self.identity_timeout = timeout;
        self
    }

    /// Sends tokens, keys and passwords also over plain http. Default: only to this machine (`localhost`, 127.0.0.0/8,
    /// `::1`). Signatures of AWS do not reveal the secret key, and are always sent.
    #[must_use]
    pub fn allow_plain_http_identity(mut self) -> Self {
        self.plain_http_identity = true;
        self
    }
}
