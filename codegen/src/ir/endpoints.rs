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

/// A parameter of endpoint rules that an operation supplies.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointParameter {
    /// Name of the parameter.
    pub name: String,
    /// Its value.
    pub source: ParameterSource,
}

/// Source of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterSource {
    /// A boolean.
    Boolean(bool),
    /// A string.
    Text(String),
    /// A list of strings.
    Texts(Vec<String>),
    /// An input member, by its name in the model.
    Member(String),
    /// Values in the input.
    Path(crate::jmespath::Plan),
}
