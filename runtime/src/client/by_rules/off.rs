//! Endpoints without the feature `rules`: clients of services with rules do not compile.

use super::endpoint::{Base, Parameters};
use super::request_error::EndpointError;
use crate::schema::{EndpointRules, ServiceSchema};

/// No endpoint contains the ID of an account.
pub(super) fn has_account(_: &ServiceSchema) -> bool {
    false
}

/// Rules are not evaluated.
pub(super) fn base(_: &'static EndpointRules, _: Parameters<'_>) -> Result<Base, EndpointError> {
    Err(EndpointError::NoFeature("rules"))
}
