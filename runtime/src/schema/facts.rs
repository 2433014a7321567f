//! Facts about services and operations, for layers, routers and tools.

use super::schemes::Schemes;
use super::{AuthKind, Http, OperationSchema, ProtocolId, Schema, ServiceSchema};

impl OperationSchema {
    /// Returns the errors of the operation, in the order of the variants of its error enum.
    pub fn error_schemas(&self) -> &'static [&'static Schema] {
        self.errors
    }

    /// Returns the method, URI pattern and status of `@http`. `None` without the trait.
    pub fn http_binding(&self) -> Option<Http> {
        self.http
    }

    /// Returns whether the operation has `@readonly`.
    pub fn is_readonly(&self) -> bool {
        self.readonly
    }

    /// Returns whether the operation has `@idempotent`.
    pub fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Returns whether the operation accepts requests without an identity: it has `@optionalAuth`, or an empty `@auth`.
    /// An operation whose `@auth` has only schemes that the runtime does not support accepts no request, unless it has
    /// `@optionalAuth`.
    pub fn allows_anonymous(&self) -> bool {
        self.optional_auth || (self.no_auth && !self.unsupported_auth)
    }

    /// Returns the schemes of `@auth`, in order of preference. Empty if they are those of the service, or if there are
    /// none.
    pub fn auth_kinds(&self) -> &'static [AuthKind] {
        self.auth
    }

    /// Returns the value of a trait by its shape ID, as JSON. `None` if the operation does not have the trait, or if
    /// `traits` of the configuration does not name it.
    ///
    /// ```
    /// use whitesmith_runtime::schema::{OperationSchema, prelude::UNIT};
    /// static REPORT: OperationSchema =
    ///     OperationSchema::new("CreateReport", &UNIT, &UNIT).custom_traits(&[("acme#tier", r#""gold""#)]);
    /// assert_eq!(REPORT.custom_trait("acme#tier"), Some("\"gold\""));
    /// assert_eq!(REPORT.custom_trait("acme#audit"), None);
    /// ```
    pub fn custom_trait(&self, id: &str) -> Option<&'static str> {
        value_of(self.custom_traits, id)
    }

    /// Returns the maximum duration of a call with `@longPoll`, in milliseconds. `None` without the trait.
    pub fn long_poll_timeout(&self) -> Option<u32> {
        self.long_poll
    }
}

impl ServiceSchema {
    /// Returns the protocols of the service, in order of preference.
    pub fn protocol_ids(&self) -> &'static [ProtocolId] {
        self.protocols
    }

    /// Returns the service name in signatures (`@aws.auth#sigv4`), such as `states`.
    pub fn signing_name(&self) -> Option<&'static str> {
        self.sigv4.map(|sigv4| sigv4.name)
    }

    /// Returns the authentication schemes of the service that the runtime supports, in order of preference. Operations
    /// may have others, or, with `@auth([])`, none.
    ///
    /// ```
    /// use whitesmith_runtime::schema::{AuthKind, ServiceSchema};
    /// static STATES: ServiceSchema = ServiceSchema::new("aws#States", "2016-11-23", &[]).sigv4("states");
    /// assert_eq!(STATES.auth_kinds(), &[AuthKind::SigV4]);
    /// assert_eq!(STATES.signing_name(), Some("states"));
    /// ```
    pub fn auth_kinds(&self) -> &'static [AuthKind] {
        match self.own_schemes() {
            Schemes::Known(kinds) => kinds,
            Schemes::None | Schemes::Unsupported => &[],
        }
    }

    /// Returns the first part of the hosts of the service (`@aws.api#service`), such as `states`.
    pub fn endpoint_prefix_name(&self) -> Option<&'static str> {
        self.endpoint_prefix
    }

    /// Returns the value of a trait by its shape ID, as JSON. `None` if the service does not have the trait, or if
    /// `traits` of the configuration does not name it.
    pub fn custom_trait(&self, id: &str) -> Option<&'static str> {
        value_of(self.custom_traits, id)
    }

    /// Returns the SDK ID of the service (`@aws.api#service`), such as `SFN`.
    pub fn sdk_name(&self) -> Option<&'static str> {
        self.sdk_id
    }
}

#[inline]
fn value_of(traits: &'static [(&'static str, &'static str)], id: &str) -> Option<&'static str> {
    traits.iter().find(|(known, _)| *known == id).map(|(_, value)| *value)
}
