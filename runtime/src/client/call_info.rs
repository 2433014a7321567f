//! The call that a request belongs to.

use std::sync::Arc;

use http::request;

use super::config::Config;
use super::request_error::RequestError;
use super::transport::{BoxError, RequestBody, Transport};
use crate::schema::{OperationSchema, ServiceSchema};

/// The call that a request belongs to. Requests have it as an extension, for layers of the transport, which see each
/// attempt after it is signed.
///
/// ```
/// use tower::ServiceBuilder;
/// use whitesmith_runtime::client::{CallInfo, Config, RequestBody};
///
/// let layer = ServiceBuilder::new().map_request(|request: http::Request<RequestBody>| {
///     if let Some(call) = request.extensions().get::<CallInfo>() {
///         println!("{} of {}, attempt {}", call.operation(), call.service(), call.attempt());
///     }
///     request
/// });
/// let config = Config::new().layer(layer.into_inner());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallInfo {
    service: &'static str,
    operation: &'static str,
    attempt: u32,
}

impl CallInfo {
    pub(super) fn new(service: &ServiceSchema, operation: &OperationSchema, attempt: u32) -> Self {
        Self { service: service.id, operation: operation.name, attempt }
    }

    /// Returns the shape ID of the service.
    pub fn service(&self) -> &'static str {
        self.service
    }

    /// Returns the name of the operation in the model.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the number of the attempt, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }
}

type Change = dyn Fn(&mut request::Parts, CallInfo) -> Result<(), BoxError> + Send + Sync;
type Wrap = dyn Fn(Transport) -> Transport + Send + Sync;

/// Functions of the user that see each request.
#[derive(Clone, Default)]
pub(super) struct Layers {
    before: Vec<Arc<Change>>,
    after: Vec<Arc<Wrap>>,
}

impl Layers {
    /// Calls the functions that see requests before they are signed.
    pub(super) fn change(&self, head: &mut request::Parts, call: CallInfo) -> Result<(), RequestError> {
        self.before.iter().try_for_each(|change| change(head, call).map_err(RequestError::Layer))
    }

    /// Returns whether [`change`](Self::change) does nothing.
    pub(super) fn changes_nothing(&self) -> bool {
        self.before.is_empty()
    }

    /// Adds the layers to a transport. The first one is the outermost.
    pub(super) fn wrap(&self, transport: Transport) -> Transport {
        self.after.iter().rev().fold(transport, |transport, wrap| wrap(transport))
    }
}

impl Config {
    /// Adds a function that sees the head of each request before it is signed, and can change it: what it adds is part
    /// of the signature. Functions are called for each attempt, in the order in which they were added. An error ends
    /// the call. If it is that of the first attempt, nothing was sent; after others, the call fails as the attempt
    /// before did. A checksum of the body that a function adds, such as `x-amz-checksum-sha256`, replaces the one that
    /// the request would have.
    ///
    /// Functions do not see the headers of checksums of streaming blobs, such as `x-amz-trailer`: they are added after
    /// all functions, and replace what a function set of them.
    ///
    /// The host is part of the signature, too, but the connection goes to the URI of the request.
    ///
    /// ```
    /// use whitesmith_runtime::client::Config;
    ///
    /// let config = Config::new().before_signing(|head, call| {
    ///     head.headers.insert("x-operation", call.operation().try_into()?);
    ///     Ok(())
    /// });
    /// ```
    #[must_use]
    pub fn before_signing<F>(mut self, change: F) -> Self
    where
        F: Fn(&mut request::Parts, CallInfo) -> Result<(), BoxError> + Send + Sync + 'static,
    {
        self.layers.before.push(Arc::new(change));
        self
    }

    /// Adds a layer around the transport. It sees each request after it is signed, with [`CallInfo`] as an extension,
    /// and its response. The first layer is the outermost.
    #[must_use]
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: tower_layer::Layer<Transport> + Send + Sync + 'static,
        L::Service: tower_service::Service<http::Request<RequestBody>, Response = http::Response<RequestBody>>
            + Clone
            + Send
            + Sync
            + 'static,
        <L::Service as tower_service::Service<http::Request<RequestBody>>>::Error: Into<BoxError>,
        <L::Service as tower_service::Service<http::Request<RequestBody>>>::Future: Send + 'static,
    {
        self.layers.after.push(Arc::new(move |transport| Transport::new(layer.layer(transport))));
        self
    }
}
