//! Configuration of clients.

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use crate::client::{self, S3Addressing, S3Settings};

pub mod retry;
pub mod timeout;

/// Builder of a [`Config`].
pub use crate::client::Config as Builder;

/// Configuration of a client.
///
/// ```
/// use whitesmith_runtime::aws_sdk::config::{Config, Region};
/// let config = Config::builder().region(Region::new("eu-central-1")).build();
/// assert_eq!(config.region().map(ToString::to_string).as_deref(), Some("eu-central-1"));
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    inner: client::Config,
    region: Option<Region>,
}

impl Config {
    /// Returns a builder with the default settings.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Creates a configuration from that of `aws-config`.
    #[cfg(feature = "aws-config")]
    pub fn new(sdk_config: &aws_types::SdkConfig) -> Self {
        sdk_config.into()
    }

    /// Returns a builder with these settings.
    pub fn to_builder(&self) -> Builder {
        self.inner.clone()
    }

    /// Returns the region, if one is set.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }
}

impl From<client::Config> for Config {
    fn from(inner: client::Config) -> Self {
        let region = inner.region_name().map(|name| Region(Cow::Owned(name.to_owned())));
        Self { inner, region }
    }
}

impl From<Config> for client::Config {
    fn from(config: Config) -> Self {
        config.inner
    }
}

#[cfg(feature = "aws-config")]
impl From<&aws_types::SdkConfig> for Config {
    fn from(sdk: &aws_types::SdkConfig) -> Self {
        client::Config::from(sdk).into()
    }
}

#[cfg(feature = "aws-config")]
impl From<aws_types::SdkConfig> for Config {
    fn from(sdk: aws_types::SdkConfig) -> Self {
        Self::from(&sdk)
    }
}

impl Builder {
    /// Returns the configuration.
    #[must_use]
    pub fn build(self) -> Config {
        self.into()
    }

    /// Sets or removes the region. [`region`](Self::region) takes no `Option`.
    pub fn set_region(&mut self, region: Option<Region>) -> &mut Self {
        self.replace_region(region.map(|region| region.0.into_owned()));
        self
    }

    /// Sets whether the bucket is always in the path of S3's URLs.
    #[must_use]
    pub fn force_path_style(self, is_forced: bool) -> Self {
        let addressing = if is_forced { S3Addressing::Path } else { S3Addressing::Auto };
        let settings = S3Settings { addressing, ..self.s3 };
        self.s3(settings)
    }

    /// Has no effect: there is only one version of defaults.
    #[must_use]
    pub fn behavior_version(self, _: BehaviorVersion) -> Self {
        self
    }
}

/// An AWS region.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region(Cow<'static, str>);

impl Region {
    /// Creates a region from its name.
    pub fn new(region: impl Into<Cow<'static, str>>) -> Self {
        Self(region.into())
    }

    /// Creates a region from its name.
    pub const fn from_static(region: &'static str) -> Self {
        Self(Cow::Borrowed(region))
    }
}

impl AsRef<str> for Region {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The version of defaults that a program expects. There is only one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BehaviorVersion(());

impl BehaviorVersion {
    /// Returns the newest version.
    pub fn latest() -> Self {
        Self(())
    }
}

/// An access key with its secret.
#[derive(Clone, Debug)]
pub struct Credentials(client::Credentials);

impl Credentials {
    /// Creates credentials. The name of their provider is not used.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
        expires_after: Option<SystemTime>,
        provider_name: &'static str,
    ) -> Self {
        let _ = provider_name;
        let mut credentials = client::Credentials::new(access_key_id, secret_access_key);
        if let Some(token) = session_token {
            credentials = credentials.session_token(token);
        }
        if let Some(expiry) = expires_after {
            credentials = credentials.expires_at(expiry);
        }
        Self(credentials)
    }

    /// Creates credentials that do not expire.
    pub fn from_keys(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
    ) -> Self {
        Self::new(access_key_id, secret_access_key, session_token, None, "")
    }

    /// Returns the ID of the access key, which is not secret.
    pub fn access_key_id(&self) -> &str {
        self.0.access_key_id()
    }
}

impl From<Credentials> for client::Credentials {
    fn from(credentials: Credentials) -> Self {
        credentials.0
    }
}

/// Credentials as their own provider. With the feature `aws-config`, they are one of `aws-credential-types`.
#[cfg(not(feature = "aws-config"))]
#[doc(hidden)]
#[derive(Debug)]
pub enum ByCredentials {}

#[cfg(not(feature = "aws-config"))]
impl client::CredentialsProvider<ByCredentials> for Credentials {
    fn configure(self, config: client::Config) -> client::Config {
        config.credentials(self)
    }
}

#[cfg(feature = "aws-config")]
impl aws_credential_types::provider::ProvideCredentials for Credentials {
    fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        aws_credential_types::provider::future::ProvideCredentials::ready(Ok((&self.0).into()))
    }
}
