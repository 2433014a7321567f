//! Endpoints of a service.

/// The endpoint of a service in some regions and variants, where it differs from the default pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Variants of the endpoint; at least one.
    pub variants: Vec<EndpointVariant>,
    /// Partitions or regions; `None` means that no region is set. An empty list means any region.
    pub places: Vec<Option<String>>,
    /// The endpoint.
    pub target: Target,
}

/// Combination of FIPS and dual stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the settings'")]
pub enum EndpointVariant {
    Plain,
    Fips,
    DualStack,
    FipsDualStack,
}

/// An endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A URL with the placeholders `{region}`, `{suffix}` and `{dual_stack_suffix}`.
    At {
        /// URL.
        url: String,
        /// Signing region, if it differs from the client's.
        region: Option<String>,
        /// Signing name, if it differs from the service's.
        name: Option<String>,
    },
    /// No endpoint, with the reason.
    Refused(String),
}
