//! What became of a request, for the layers around a service.

use std::fmt;

use super::request_id::RequestId;
use crate::schema::OperationSchema;
use crate::types::Unhandled;

/// What became of a request: it is in the extensions of each response to a request whose operation is known. The response
/// itself tells nobody why an implementation failed; a layer can write it down:
///
/// ```
/// use http::Response;
/// use tower::util::MapResponseLayer;
/// use whitesmith_runtime::server::{Body, Outcome};
///
/// fn log(response: Response<Body>) -> Response<Body> {
///     if let Some(outcome) = response.extensions().get::<Outcome>()
///         && let Some(failure) = outcome.failure()
///     {
///         let cause = std::error::Error::source(failure).map(|cause| format!(": {cause}")).unwrap_or_default();
///         eprintln!("{} of request {}: {failure}{cause}", outcome.operation_name(), outcome.request_id());
///     }
///     response
/// }
///
/// let layer = MapResponseLayer::new(log);
/// # fn is_layer(_: impl tower::Layer<()>) {}
/// # is_layer(layer);
/// ```
#[derive(Clone)]
pub struct Outcome {
    pub(super) operation: &'static OperationSchema,
    pub(super) request_id: RequestId,
    pub(super) failure: Option<Unhandled>,
}

impl Outcome {
    /// The name of the operation's shape.
    pub fn operation_name(&self) -> &'static str {
        self.operation.name
    }

    /// The id that the response carries in `x-amzn-requestid`.
    pub fn request_id(&self) -> &str {
        self.request_id.as_str()
    }

    /// The failure that the model does not list: the implementation's [`Unhandled`], or one with the code `Panic` or
    /// `InvalidOutput` and the message or source of the failure. The caller got it if it has a status, and an internal failure
    /// otherwise.
    pub fn failure(&self) -> Option<&Unhandled> {
        self.failure.as_ref()
    }
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("operation", &self.operation.name)
            .field("request_id", &self.request_id())
            .field("failure", &self.failure)
            .finish()
    }
}
