//! Settings of endpoints that depend on accounts, partitions and parameters of services.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Config;
use crate::client::partitions::{Partition, Partitions};

/// When endpoints contain the ID of the caller's account. For [`Config::account_id_endpoint_mode`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AccountIdEndpointMode {
    /// If the ID is known and the service has such endpoints. This is the default.
    #[default]
    Preferred,
    /// Never.
    Disabled,
    /// Always: calls to services that have such endpoints fail if the ID is not known.
    Required,
}

impl AccountIdEndpointMode {
    /// Value of the parameter `AWS::Auth::AccountIdEndpointMode`.
    #[cfg(feature = "rules")]
    pub(in crate::client) fn name(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Disabled => "disabled",
            Self::Required => "required",
        }
    }
}

/// Value of a parameter of endpoint rules. For [`Config::endpoint_parameter`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndpointValue {
    /// A boolean.
    Boolean(bool),
    /// A string.
    Text(String),
    /// A list of strings.
    Texts(Vec<String>),
}

impl From<bool> for EndpointValue {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<&str> for EndpointValue {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for EndpointValue {
    #[inline]
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<String>> for EndpointValue {
    #[inline]
    fn from(values: Vec<String>) -> Self {
        Self::Texts(values)
    }
}

/// Settings that endpoint rules read.
#[derive(Clone, Debug, Default)]
pub(in crate::client) struct EndpointSettings {
    pub(in crate::client) account_id: Option<String>,
    pub(in crate::client) account_id_mode: AccountIdEndpointMode,
    pub(in crate::client) sts_global: bool,
    pub(in crate::client) partitions: Partitions,
    /// Parameters of `@clientContextParams`, by name.
    pub(in crate::client) parameters: BTreeMap<String, EndpointValue>,
}

impl Config {
    /// Sets the ID of the caller's account, which some endpoints contain. Default: that of the
    /// [`Credentials`](crate::client::Credentials::account_id).
    #[must_use]
    pub fn account_id(mut self, id: impl Into<String>) -> Self {
        self.endpoints_mut().account_id = Some(id.into());
        self
    }

    /// Sets when endpoints contain the ID of the caller's account. Default: if it is known.
    #[must_use]
    #[inline]
    pub fn account_id_endpoint_mode(mut self, mode: AccountIdEndpointMode) -> Self {
        self.endpoints_mut().account_id_mode = mode;
        self
    }

    /// Sends requests for STS in older regions to `sts.amazonaws.com`, as older AWS tools do. Default: to the endpoint
    /// of the region.
    #[must_use]
    #[inline]
    pub fn sts_global_endpoint(mut self) -> Self {
        self.endpoints_mut().sts_global = true;
        self
    }

    /// Sends requests for STS to the endpoint of the region. This is the default, unless the environment sets the
    /// other.
    #[must_use]
    #[inline]
    pub fn sts_regional_endpoint(mut self) -> Self {
        self.endpoints_mut().sts_global = false;
        self
    }

    /// Adds an AWS partition, for regions that the runtime does not know. It precedes the partitions of AWS, and those
    /// that were added before.
    #[must_use]
    #[inline]
    pub fn partition(mut self, partition: Partition) -> Self {
        self.endpoints_mut().partitions.own.insert(0, partition);
        self
    }

    /// Sets a parameter of a service's endpoint rules (`@clientContextParams`), which the documentation of its client
    /// lists. It precedes other settings with the same meaning. Services without the parameter ignore it; a value of
    /// the wrong type is an error of calls.
    ///
    /// ```
    /// use whitesmith_runtime::client::Config;
    /// let config = Config::new().region("eu-central-1").endpoint_parameter("Stage", "beta");
    /// ```
    #[must_use]
    pub fn endpoint_parameter(mut self, name: impl Into<String>, value: impl Into<EndpointValue>) -> Self {
        self.endpoints_mut().parameters.insert(name.into(), value.into());
        self
    }

    #[inline]
    fn endpoints_mut(&mut self) -> &mut EndpointSettings {
        Arc::make_mut(&mut self.endpoints)
    }
}
