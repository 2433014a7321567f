//! What a request and its response share: IDs, of the request and for S3 of the host, and headers that the
//! implementation adds.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue, Response};

use super::body::Body;
use super::customizations;
use crate::schema::ServiceSchema;

const X_AMZN_REQUESTID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// A request and its response.
#[derive(Clone, Debug)]
pub(super) struct Exchange(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// Request ID, for the response and for logs: a random UUID. It is not secret.
    id: [u8; uuid::fmt::Hyphenated::LENGTH],
    /// Headers for a successful response.
    headers: Mutex<HeaderMap>,
}

impl Exchange {
    pub(super) fn new() -> Self {
        let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes()).into_uuid();
        let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
        id.hyphenated().encode_lower(&mut text);
        Self(Arc::new(Shared { id: text, headers: Mutex::default() }))
    }

    /// Returns the request ID.
    pub(super) fn id(&self) -> &str {
        std::str::from_utf8(&self.0.id).unwrap_or_default()
    }

    /// Headers for a successful response.
    pub(super) fn headers(&self) -> MutexGuard<'_, HeaderMap> {
        self.0.headers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds the ID to a response.
    pub(super) fn put(&self, service: &ServiceSchema, mut response: Response<impl Into<Body>>) -> Response<Body> {
        let id = HeaderValue::from_bytes(&self.0.id).unwrap_or_else(|_| HeaderValue::from_static("-"));
        let customization = customizations::of(service);
        if let Some(name) = customization.id_header {
            response.headers_mut().insert(HeaderName::from_static(name), id.clone());
        }
        response.headers_mut().insert(X_AMZN_REQUESTID, id);
        if let Some(name) = customization.host_id_header {
            response.headers_mut().insert(HeaderName::from_static(name), host_id());
        }
        response.map(Into::into)
    }
}

/// Adds headers that a response does not have yet.
pub(super) fn add_headers(response: &mut HeaderMap, headers: &HeaderMap) {
    for name in headers.keys() {
        if !response.contains_key(name) {
            for value in headers.get_all(name) {
                response.append(name, value.clone());
            }
        }
    }
}

/// Returns 64 random bytes in base64. Names of hosts stay internal.
fn host_id() -> HeaderValue {
    let mut id = [0; 64];
    fastrand::fill(&mut id);
    HeaderValue::from_str(&STANDARD.encode(id)).unwrap_or_else(|_| HeaderValue::from_static("-"))
}
