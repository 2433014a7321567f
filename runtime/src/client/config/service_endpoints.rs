//! Endpoints of single services, which environment variables and profiles set.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Config;
use crate::schema::ServiceSchema;

/// Returns the endpoint of the service with this SDK ID, as written in its model.
pub(super) type Lookup = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Endpoints from one source. It has no `Debug`, since a URL may contain a password.
#[derive(Clone, Default)]
pub(crate) struct EndpointLayer {
    /// Of single services, by their IDs in uppercase with underscores, such as `SSO_OIDC`.
    pub(crate) services: BTreeMap<String, String>,
    /// Of single services, from the settings of another library.
    pub(super) lookup: Option<Lookup>,
    /// Of all other services.
    pub(crate) all: Option<String>,
}

impl Config {
    /// Sets endpoints, in order of precedence. [`endpoint_url`](Self::endpoint_url) precedes them.
    #[cfg(feature = "aws")]
    pub(crate) fn endpoint_layers(mut self, layers: Vec<EndpointLayer>) -> Self {
        let is_set = |layer: &EndpointLayer| layer.all.is_some() || !layer.services.is_empty();
        self.endpoint_layers = layers.into_iter().filter(is_set).collect();
        self
    }

    /// Whether the endpoint of any service is set.
    #[cfg(feature = "aws")]
    pub(crate) fn has_endpoint(&self) -> bool {
        self.endpoint_url.is_some() || !self.endpoint_layers.is_empty()
    }

    /// Returns the endpoint that is set for the service.
    pub(in crate::client) fn endpoint_of(&self, service: &ServiceSchema) -> Option<Cow<'_, str>> {
        let own = || self.service_endpoint(service.sdk_id);
        self.endpoint_url.as_deref().map(Cow::from).or_else(own)
    }

    /// Returns the endpoint that variables and profiles set for the service with this ID.
    fn service_endpoint(&self, sdk_id: Option<&str>) -> Option<Cow<'_, str>> {
        if self.endpoint_layers.is_empty() {
            return None;
        }
        let name = sdk_id.map(|id| id.to_uppercase().replace([' ', '-'], "_"));
        self.endpoint_layers.iter().find_map(|layer| {
            let own = name.as_deref().and_then(|name| layer.services.get(name));
            let found = own.is_none().then(|| layer.lookup.as_ref()?(sdk_id?)).flatten();
            found.map(Cow::Owned).or_else(|| own.or(layer.all.as_ref()).map(Cow::from))
        })
    }
}
