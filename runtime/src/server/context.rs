//! Context of a request, for implementations.

use std::fmt;
use std::future::{Future, pending};

use http::{HeaderName, HeaderValue, Uri, request};

use super::auth::{Caller, CredentialScope, Identity};
use super::exchange::Exchange;
use super::prefix::sent;
#[cfg(feature = "serve")]
use super::tasks::Served;
use crate::schema::{AuthKind, OperationSchema};

/// Context of a request, for implementations.
#[derive(Clone)]
pub struct RequestContext {
    pub(super) operation: &'static OperationSchema,
    pub(super) head: Box<request::Parts>,
    pub(super) exchange: Exchange,
    pub(super) caller: Option<Caller>,
}

/// Does not print path, query and headers, as they may contain credentials and sensitive values.
impl fmt::Debug for RequestContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestContext")
            .field("method", &self.head.method)
            .field("operation", &self.operation.name)
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl RequestContext {
    /// Creates the context of a request with a new ID, to test implementations.
    ///
    /// ```
    /// use whitesmith_runtime::schema::OperationSchema;
    /// use whitesmith_runtime::schema::prelude::UNIT;
    /// use whitesmith_runtime::server::RequestContext;
    ///
    /// // Generated code has one for each operation, in its module `schema`.
    /// static WAIT: OperationSchema = OperationSchema::new("Wait", &UNIT, &UNIT);
    ///
    /// let (head, ()) = http::Request::new(()).into_parts();
    /// let context = RequestContext::new(&WAIT, head);
    /// assert_eq!(context.operation_name(), "Wait");
    /// ```
    pub fn new(operation: &'static OperationSchema, head: request::Parts) -> Self {
        Self { operation, head: Box::new(head), exchange: Exchange::new(), caller: None }
    }

    /// Sets the identity of the caller, to test implementations. It counts as verified by the signature of the request.
    #[must_use]
    pub fn with_identity(self, identity: Identity) -> Self {
        Self { caller: Some(Caller { identity, scheme: AuthKind::SigV4 }), ..self }
    }

    /// Completes when the server that [`serve`](super::serve) runs begins to stop. With other servers, or without the
    /// feature `serve`, it never completes.
    ///
    /// Streams of events that have no end of their own should end then, with a last event if the model has one: after
    /// [`drain_timeout`](super::ServeLimits::drain_timeout), they are cut.
    ///
    /// ```
    /// use whitesmith_runtime::server::RequestContext;
    ///
    /// /// Waits for the next change, or for the end of the stream.
    /// async fn next<T>(context: &RequestContext, changes: &mut tokio::sync::mpsc::Receiver<T>) -> Option<T> {
    ///     tokio::select! {
    ///         change = changes.recv() => change,
    ///         () = context.stopping() => None,
    ///     }
    /// }
    /// ```
    pub fn stopping(&self) -> impl Future<Output = ()> + Send + 'static {
        #[cfg(feature = "serve")]
        let served = self.head.extensions.get::<Served>().cloned();
        async move {
            #[cfg(feature = "serve")]
            if let Some(served) = served {
                served.stopping().await;
                return;
            }
            pending::<()>().await;
        }
    }

    /// Returns the verified caller. `None` if the service does not verify callers, or if the operation accepts requests
    /// without an identity and this is one.
    pub fn identity(&self) -> Option<&Identity> {
        self.caller.as_ref().map(|caller| &caller.identity)
    }

    /// Returns access key, region and service of the request's signature. `None` if the request has no signature, or if
    /// the caller was verified by another scheme. It proves nothing unless [`identity`](Self::identity) returns the
    /// caller: services without authentication do not verify signatures.
    pub fn credential_scope(&self) -> Option<CredentialScope> {
        CredentialScope::for_caller(self.caller.as_ref(), &self.head)
    }

    /// Returns the operation.
    pub fn operation(&self) -> &'static OperationSchema {
        self.operation
    }

    /// Returns the name of the operation's shape.
    pub fn operation_name(&self) -> &'static str {
        self.operation.name
    }

    /// Returns method, URI, headers and extensions of the request, including extensions that layers add.
    pub fn head(&self) -> &request::Parts {
        &self.head
    }

    /// Returns the URI of the request as it was sent, before a [`PathPrefix`](super::PathPrefix) was removed.
    ///
    /// ```
    /// use whitesmith_runtime::server::RequestContext;
    ///
    /// fn is_in_production(context: &RequestContext) -> bool {
    ///     context.sent_uri().path().starts_with("/prod/")
    /// }
    /// ```
    pub fn sent_uri(&self) -> &Uri {
        sent(&self.head.extensions, &self.head.uri)
    }

    /// Returns the request ID, which the response has in `x-amzn-requestid`.
    pub fn request_id(&self) -> &str {
        self.exchange.id()
    }

    /// Adds a header to the response, if the operation succeeds. Headers of the output and of the protocol have
    /// precedence. For headers of errors, see [`Fault::with_header`](super::Fault::with_header).
    ///
    /// ```
    /// use http::HeaderValue;
    /// use http::header::CACHE_CONTROL;
    /// use whitesmith_runtime::server::RequestContext;
    ///
    /// fn no_store(context: &RequestContext) {
    ///     context.add_response_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    /// }
    /// ```
    pub fn add_response_header(&self, name: HeaderName, value: HeaderValue) {
        self.exchange.headers().append(name, value);
    }
}
