//! Shared parts of the query protocols: requests are forms, responses are XML.

#[cfg(feature = "client-core")]
pub(super) mod client;
#[cfg(feature = "server")]
pub(crate) mod server;

use crate::codec::{Strictness, xml};
use crate::schema::Bindings;

const FORM: &str = "application/x-www-form-urlencoded";

/// Settings of response documents.
pub(super) const XML: xml::Settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Lenient };
