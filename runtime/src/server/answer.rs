//! From a decoded request to the implementation and back.

use std::future::{Future, poll_fn, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::Poll;

use bytes::Bytes;
use http::{HeaderValue, Response, request};

use super::body::Body;
use super::validation;
use crate::constraint::{Violations, check};
use crate::operation::{Operation, OperationError};
use crate::protocol::{Protocol, Rejection};
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::{OperationSchema, ServiceSchema};

/// Calls the method of an operation. Generated code implements it.
pub trait Dispatch: Clone + Send + Sync + 'static {
    /// Answers the call of the service's operation number `operation`.
    fn dispatch(&self, operation: usize, call: Call) -> Answer;
}

/// A response that is on its way.
pub type Answer = Pin<Box<dyn Future<Output = Response<Body>> + Send>>;

/// What an implementation may want to know of a request besides its input.
#[derive(Clone, Debug)]
pub struct RequestContext {
    head: request::Parts,
    request_id: String,
}

impl RequestContext {
    /// The request's method, URI, headers and extensions; what layers put there, too.
    pub fn head(&self) -> &request::Parts {
        &self.head
    }

    /// The id that the response carries in `x-amzn-requestid`.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }
}

/// A request whose operation is known.
pub struct Call {
    pub(super) service: &'static ServiceSchema,
    pub(super) operation: &'static OperationSchema,
    pub(super) protocol: &'static dyn Protocol,
    pub(super) head: request::Parts,
    pub(super) labels: Vec<(&'static str, String)>,
    pub(super) body: Bytes,
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

impl Call {
    /// Reads the input, calls `method` with it, and writes what it answers. An input that the model forbids never gets
    /// there; a panic becomes an internal failure.
    pub fn answer<O, F>(self, method: impl FnOnce(O::Input, RequestContext) -> F + Send + 'static) -> Answer
    where
        O: Operation,
        F: Future<Output = Result<O::Output, O::Error>> + Send + 'static,
    {
        let mut input = O::Input::blank(Fill(()));
        let request_id = uuid::Uuid::new_v4().to_string();
        let end = End { protocol: self.protocol, operation: self.operation, request_id: request_id.clone() };
        if let Err(response) = self.read(&mut input) {
            let response = end.finish(response);
            return Box::pin(ready(response));
        }
        let context = RequestContext { head: self.head, request_id };
        Box::pin(async move {
            let mut future = pin!(method(input, context));
            let outcome = poll_fn(|cx| {
                catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)))
                    .map_or(Poll::Ready(None), |polled| polled.map(Some))
            });
            match outcome.await {
                Some(Ok(output)) => end.output(&output),
                Some(Err(error)) => end.error(error.shape().ok()),
                None => end.error(None),
            }
        })
    }

    /// The answer for an index that the service does not have.
    pub fn unknown_operation(self) -> Answer {
        let response = self.protocol.write_rejection(&Rejection::unknown_operation());
        Box::pin(ready(response.map(Body::from)))
    }

    /// Fills and checks the input.
    fn read(&self, input: &mut dyn Reflect) -> Result<(), Response<Bytes>> {
        let labels: Vec<(&'static str, &str)> = self.labels.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let mut missing = Violations::default();
        self.protocol
            .read_input(self.operation, &self.head, &labels, &self.body, input, &mut missing)
            .map_err(|rejection| self.protocol.write_rejection(&rejection))?;
        let mut found = Violations::default();
        check(input, &mut found);
        let violations = missing.joined(found);
        if violations.is_empty() { Ok(()) } else { Err(validation::response(self.service, self.protocol, &violations)) }
    }
}

/// What is needed to write a response.
struct End {
    protocol: &'static dyn Protocol,
    operation: &'static OperationSchema,
    request_id: String,
}

impl End {
    fn output(&self, output: &dyn Reflect) -> Response<Body> {
        self.finish(self.protocol.write_output(self.operation, output))
    }

    /// A modelled error as it is; anything else without details.
    fn error(&self, error: Option<&dyn Reflect>) -> Response<Body> {
        self.finish(match error {
            Some(error) => self.protocol.write_error(error),
            None => self.protocol.write_rejection(&Rejection::internal()),
        })
    }

    fn finish(&self, mut response: Response<Bytes>) -> Response<Body> {
        if let Ok(id) = HeaderValue::from_str(&self.request_id) {
            response.headers_mut().insert("x-amzn-requestid", id);
        }
        response.map(Body::from)
    }
}
