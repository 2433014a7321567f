//! Authorization: whether a caller may send a request.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;

use crate::http_binding;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
use crate::server::{Identity, RequestContext};

/// An authenticated request with a valid input, before its operation is called.
#[non_exhaustive]
pub struct AccessRequest<'a> {
    /// Operation.
    pub operation: &'static OperationSchema,
    /// Context that will be passed to the operation, with the identity.
    pub context: &'a RequestContext,
    /// Input. Streams are not yet read.
    pub input: &'a dyn Reflect,
}

impl<'a> AccessRequest<'a> {
    /// Returns the verified caller. `None` if the operation allows callers without identity.
    pub fn identity(&self) -> Option<&'a Identity> {
        self.context.identity()
    }

    /// Returns a member of the input that identifies a resource, such as a label of the path: as decoded text,
    /// independent of the protocol. `None` if the input has no such member, or if it is not a simple value.
    pub fn label(&self, name: &str) -> Option<String> {
        http_binding::label(self.input, name)
    }
}

impl fmt::Debug for AccessRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessRequest").field("operation", &self.operation.name()).finish_non_exhaustive()
    }
}

/// Decision about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Calls the operation.
    Allow,
    /// Rejects the request with status 403 and this message.
    Deny(String),
}

/// Future of a [`Decision`].
pub type DecisionFuture<'a> = Pin<Box<dyn Future<Output = Decision> + Send + 'a>>;

/// Authorizes requests. Functions from `&AccessRequest` to [`Decision`] implement it.
pub trait Authorize: Send + Sync + 'static {
    /// Authorizes a request.
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> DecisionFuture<'a>;
}

impl<F: Fn(&AccessRequest<'_>) -> Decision + Send + Sync + 'static> Authorize for F {
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> DecisionFuture<'a> {
        Box::pin(ready(self(&request)))
    }
}
