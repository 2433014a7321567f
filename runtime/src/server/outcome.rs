//! Outcome of a request, for layers around a service.

use std::fmt;

use super::exchange::Exchange;
use crate::schema::OperationSchema;
use crate::types::Unhandled;

/// Outcome of a request, in the extensions of responses to requests of known operations. Responses do not contain the
/// details of internal failures; a layer can log them:
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
    pub(super) exchange: Exchange,
    pub(super) failure: Option<Unhandled>,
    /// Whether the operation was executed, so that it must not be executed again: the implementation returned an output
    /// whose status is not that of an error, or which cannot be sent.
    pub(super) is_executed: bool,
}

impl Outcome {
    /// Returns the name of the operation's shape.
    pub fn operation_name(&self) -> &'static str {
        self.operation.name
    }

    /// Returns the request ID, which the response has in `x-amzn-requestid`.
    pub fn request_id(&self) -> &str {
        self.exchange.id()
    }

    /// Returns the unmodeled failure: the implementation's [`Unhandled`], or one with the code `Panic` or
    /// `InvalidOutput` and the message or source of the failure. It was sent to the caller only if it has a status.
    /// `InvalidOutput` means that the output or error could not be sent: for instance, a member in a header has a line
    /// break.
    ///
    /// The code `IdempotencyStore` is that of an [idempotency store](super::Service::idempotency_store) that failed
    /// after the request: the caller got the response, but a repeated request may not.
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
            .finish_non_exhaustive()
    }
}
