//! IDs in responses: of the request, and for S3 of the host.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderName, HeaderValue, Response};

use super::body::Body;
use super::customizations;
use crate::schema::ServiceSchema;

const X_AMZN_REQUESTID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// ID of a request, for its response and for logs: a random UUID. It is not secret.
#[derive(Clone, Debug)]
pub(super) struct RequestId(HeaderValue);

impl RequestId {
    pub(super) fn new() -> Self {
        let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes()).into_uuid();
        let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
        let text: &str = id.hyphenated().encode_lower(&mut text);
        Self(HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static("-")))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    /// Adds the ID to a response.
    pub(super) fn put(&self, service: &ServiceSchema, mut response: Response<impl Into<Body>>) -> Response<Body> {
        response.headers_mut().insert(X_AMZN_REQUESTID, self.0.clone());
        let customization = customizations::of(service);
        if let Some(name) = customization.id_header {
            response.headers_mut().insert(HeaderName::from_static(name), self.0.clone());
        }
        if let Some(name) = customization.host_id_header {
            response.headers_mut().insert(HeaderName::from_static(name), host_id());
        }
        response.map(Into::into)
    }
}

/// Returns 64 random bytes in base64. Names of hosts stay internal.
fn host_id() -> HeaderValue {
    let mut id = [0; 64];
    fastrand::fill(&mut id);
    HeaderValue::from_str(&STANDARD.encode(id)).unwrap_or_else(|_| HeaderValue::from_static("-"))
}
