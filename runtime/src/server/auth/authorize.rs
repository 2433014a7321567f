//! Decides whether a caller may do what a request asks for.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;

use crate::http_binding;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
use crate::server::{Identity, RequestContext};

/// A request whose input is valid, before its operation is called.
#[non_exhaustive]
pub struct AccessRequest<'a> {
    /// Operation.
    pub operation: &'static OperationSchema,
    /// Context that the operation will get, with the identity.
    pub context: &'a RequestContext,
    /// Input. Streams are not read yet.
    pub input: &'a dyn Reflect,
}

impl<'a> AccessRequest<'a> {
    /// Returns the verified caller. None if the operation allows callers without identity.
    pub fn identity(&self) -> Option<&'a Identity> {
        self.context.identity()
    }

    /// Returns a member of the input that names a resource, such as a label of the path: as text, decoded, whatever the
    /// protocol. None if the input has no such member, or if it is not a simple value.
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
    /// The operation is called.
    Allow,
    /// The request gets status 403 with this message.
    Deny(String),
}

/// Future of a [`Decision`].
pub type Deciding<'a> = Pin<Box<dyn Future<Output = Decision> + Send + 'a>>;

/// Decides about requests. Functions from `&AccessRequest` to [`Decision`] implement it.
pub trait Authorize: Send + Sync + 'static {
    /// Decides about a request.
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> Deciding<'a>;
}

impl<F: Fn(&AccessRequest<'_>) -> Decision + Send + Sync + 'static> Authorize for F {
    fn authorize<'a>(&'a self, request: AccessRequest<'a>) -> Deciding<'a> {
        Box::pin(ready(self(&request)))
    }
}
