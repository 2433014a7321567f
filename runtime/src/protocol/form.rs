//! Shared parts of the query protocols: requests are forms, responses are XML, whose envelopes the protocols add.

#[cfg(feature = "client-core")]
pub(super) mod client;
#[cfg(feature = "server")]
pub(crate) mod server;

use super::Protocol;
use crate::codec::query::Dialect;
use crate::codec::{Strictness, xml};
use crate::schema::Bindings;

const FORM: &str = "application/x-www-form-urlencoded";

/// Settings of response documents.
pub(super) const XML: xml::Settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Lenient };

/// A protocol whose requests are forms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query<E>(pub(super) E);

/// What distinguishes a query protocol on both sides.
pub(super) trait Envelope: Send + Sync {
    /// Names of parameters.
    const DIALECT: Dialect;
}

impl<E: Envelope> Protocol for Query<E> {}
