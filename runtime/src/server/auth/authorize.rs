//! Authorization: whether a caller may send a request.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;

use crate::http_binding;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
use crate::server::{Identity, RequestContext};

/// An authenticated request, before its operation is called with the valid input, or before the fallback of a
/// [partial](crate::server::Partial) service gets it.
#[non_exhaustive]
pub struct AccessRequest<'a> {
    /// Operation.
    pub operation: &'static OperationSchema,
    /// Context that will be passed to the operation, with the identity.
    pub context: &'a RequestContext,
    /// Input. Streams are not yet read. `None` if the operation has no function in a partial service: the input is not
    /// read.
    pub input: Option<&'a dyn Reflect>,
    /// Labels of the path, if there is no input.
    pub(in crate::server) labels: &'a [(&'static str, String)],
}

impl<'a> AccessRequest<'a> {
    /// Returns the verified caller. `None` if the operation allows callers without identity.
    pub fn identity(&self) -> Option<&'a Identity> {
        self.context.identity()
    }

    /// Returns a member of the input that identifies a resource, such as a label of the path: as decoded text,
    /// independent of the protocol. `None` if the input has no such member, or if it is not a simple value.
    ///
    /// Before a fallback, there is no input: only labels of the path are known, and RPC protocols have none. Deny
    /// requests without the label on which the decision depends.
    pub fn label(&self, name: &str) -> Option<String> {
        let Some(input) = self.input else {
            return self.labels.iter().find(|(label, _)| *label == name).map(|(_, text)| text.clone());
        };
        http_binding::label(input, name)
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
    /// Calls the operation, or passes the request to the fallback.
    Allow,
    /// Rejects the request with status 403 and this message.
    Deny(String),
}

/// Future of a [`Decision`].
pub type DecisionFuture<'a> = Pin<Box<dyn Future<Output = Decision> + Send + 'a>>;

/// Authorizes requests. Functions from `&AccessRequest` to [`Decision`] implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not authorize requests",
    label = "expected a function from `&AccessRequest<'_>` to `Decision`",
    note = "implement `Authorize` for a type of your own to decide asynchronously"
)]
pub trait Authorize: Send + Sync + 'static {
    /// Authorizes a request.
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> DecisionFuture<'a>;
}

impl<F: Fn(&AccessRequest<'_>) -> Decision + Send + Sync + 'static> Authorize for F {
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> DecisionFuture<'a> {
        Box::pin(ready(self(&request)))
    }
}
