//! Settings of identities: credentials, tokens, keys and passwords.

use std::time::Duration;

use super::Config;
use crate::client::credentials::Credentials;
use crate::client::identity::{Secret, Source};
use crate::types::BoxError;

/// Types that [`Config::credentials_provider`] accepts. `Kind` is inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a credentials provider",
    note = "functions that return a future of `Result<Credentials, _>` are; with the feature `aws-config` of \
            `whitesmith-runtime`, also what implements `ProvideCredentials`"
)]
pub trait CredentialsProvider<Kind> {
    /// Adds the provider to a configuration.
    #[doc(hidden)]
    fn configure(self, config: Config) -> Config;
}

/// Functions as providers.
#[doc(hidden)]
#[derive(Debug)]
pub enum ByFunction {}

impl<F, L, E> CredentialsProvider<ByFunction> for F
where
    F: Fn() -> L + Send + Sync + 'static,
    L: Future<Output = Result<Credentials, E>> + Send + 'static,
    E: Into<BoxError>,
{
    fn configure(self, mut config: Config) -> Config {
        config.credentials = Some(Source::from_provider(self));
        config
    }
}

/// Providers of `aws-credential-types`.
#[cfg(feature = "aws-config")]
#[doc(hidden)]
#[derive(Debug)]
pub enum ByAwsProvider {}

#[cfg(feature = "aws-config")]
impl<P: aws_credential_types::provider::ProvideCredentials + 'static> CredentialsProvider<ByAwsProvider> for P {
    fn configure(self, config: Config) -> Config {
        let provider = std::sync::Arc::new(self);
        config.credentials_provider(move || {
            let provider = std::sync::Arc::clone(&provider);
            async move { provider.provide_credentials().await.map(Credentials::from) }
        })
    }
}

impl Config {
    /// Sets the credentials for services with `@sigv4`.
    #[must_use]
    pub fn credentials(mut self, credentials: impl Into<Credentials>) -> Self {
        self.credentials = Some(Source::Fixed(credentials.into()));
        self
    }

    /// Sets the credentials provider for services with `@sigv4`: a function, or with the feature `aws-config` a
    /// provider of the crate `aws-credential-types`.
    ///
    /// Credentials are requested from the provider when they are first needed, and again shortly before they expire, or
    /// after 15 minutes if they have no expiry. Clients that are created from clones of this configuration share them.
    /// There is at most one request at a time, limited by [`identity_timeout`](Self::identity_timeout). While one call
    /// waits for the provider, other calls use credentials that are still valid; so does that call if the request fails
    /// or takes too long.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use whitesmith_runtime::client::{Config, Credentials};
    /// let config = Config::new().credentials_provider(|| async {
    ///     // Usually, temporary credentials come from a service.
    ///     let credentials = Credentials::new("ASIAEXAMPLE", "secret").session_token("token");
    ///     Ok::<_, std::io::Error>(credentials.expires_at(SystemTime::now() + Duration::from_secs(3600)))
    /// });
    /// ```
    #[must_use]
    pub fn credentials_provider<Kind>(self, provider: impl CredentialsProvider<Kind>) -> Self {
        provider.configure(self)
    }

    /// Sets the token for services with `@httpBearerAuth`.
    #[must_use]
    pub fn bearer_token(mut self, token: impl Into<Secret>) -> Self {
        self.bearer_token = Some(Source::Fixed(token.into()));
        self
    }

    /// Sets the provider of the token for services with `@httpBearerAuth`. Tokens are cached and shared like
    /// [`credentials_provider`](Self::credentials_provider).
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
        self.bearer_token = Some(Source::from_provider(provider));
        self
    }

    /// Sets the key for services with `@httpApiKeyAuth`.
    #[must_use]
    pub fn api_key(mut self, key: impl Into<Secret>) -> Self {
        self.api_key = Some(Source::Fixed(key.into()));
        self
    }

    /// Sets the provider of the key for services with `@httpApiKeyAuth`. Keys are cached and shared like
    /// [`credentials_provider`](Self::credentials_provider).
    #[must_use]
    pub fn api_key_provider<F, L, E>(mut self, provider: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<Secret, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.api_key = Some(Source::from_provider(provider));
        self
    }

    /// Sets user name and password for services with `@httpBasicAuth`. The name must not contain a colon.
    #[must_use]
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.basic = Some((user.into(), Source::Fixed(password.into())));
        self
    }

    /// Sets the user name and the provider of its password for services with `@httpBasicAuth`. Passwords are cached and
    /// shared like [`credentials_provider`](Self::credentials_provider).
    #[must_use]
    pub fn basic_auth_provider<F, L, E>(mut self, user: impl Into<String>, password: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<Secret, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.basic = Some((user.into(), Source::from_provider(password)));
        self
    }

    /// Sets the time limit for providers of credentials, tokens, keys and passwords. The time counts toward the
    /// attempt that needs the identity, of which at most half is spent if the previous identity is still valid.
    /// Default: 5 seconds, and 60 seconds for the sources of `from_env`.
    #[must_use]
    pub fn identity_timeout(mut self, timeout: Duration) -> Self {
        self.identity_timeout = timeout;
        self
    }

    /// Allows tokens, keys and passwords to be sent over plain HTTP. By default, they are sent only to the local
    /// machine (`localhost`, 127.0.0.0/8, `::1`). AWS signatures do not reveal the secret key, and are always sent.
    #[must_use]
    pub fn allow_plain_http_identity(mut self) -> Self {
        self.plain_http_identity = true;
        self
    }

    /// Sends tokens, keys and passwords over plain HTTP only to the local machine. This is the default.
    #[must_use]
    pub fn refuse_plain_http_identity(mut self) -> Self {
        self.plain_http_identity = false;
        self
    }
}
