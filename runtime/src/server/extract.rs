//! Arguments of functions that implement operations, in addition to the input.

use std::any::type_name;

use http::{HeaderMap, Method, Uri};

use super::auth::{CredentialScope, Identity};
use super::context::RequestContext;
use super::fault::Fault;
#[cfg(feature = "serve")]
use super::serve::PeerAddress;
#[cfg(feature = "serve-tls")]
use super::serve::PeerCertificates;
use crate::schema::OperationSchema;

/// An argument of a function that implements an operation of a service with the state `S`.
///
/// The runtime implements it for [`State`], [`Extension`], [`RequestContext`], `HeaderMap`, `Method`, `Uri`,
/// [`Identity`], `Option<Identity>`, `Option<CredentialScope>`, `PeerAddress`, `Option<PeerCertificates>` and
/// `&'static OperationSchema`. Own types can implement it:
///
/// ```
/// use whitesmith_runtime::server::{Fault, FromContext, RequestContext};
///
/// struct Account(String);
///
/// impl<S> FromContext<S> for Account {
///     fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
///         let value = context.head().headers.get("x-account").and_then(|value| value.to_str().ok());
///         let value = value.ok_or_else(|| Fault::new(400, "MissingAccount", "The request has no x-account"))?;
///         Ok(Self(value.to_owned()))
///     }
/// }
/// ```
pub trait FromContext<S>: Sized {
    /// Returns the argument.
    ///
    /// # Errors
    /// The error response, if the request does not have it.
    fn from_context(context: &RequestContext, state: &S) -> Result<Self, Fault>;
}

/// The state of the service.
#[derive(Clone, Copy, Debug, Default)]
pub struct State<S>(pub S);

impl<S: Clone> FromContext<S> for State<S> {
    fn from_context(_: &RequestContext, state: &S) -> Result<Self, Fault> {
        Ok(Self(state.clone()))
    }
}

/// A value of this type in the extensions of the request, which a layer added. Without it, the response is an internal
/// error.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extension<T>(pub T);

impl<S, T: Clone + Send + Sync + 'static> FromContext<S> for Extension<T> {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        let value = context.head.extensions.get::<T>().cloned().map(Self);
        value.ok_or_else(|| missing_extension::<T>("a layer must add it"))
    }
}

fn missing_extension<T>(help: &str) -> Fault {
    Fault::internal(format!("the request has no extension of type `{}`: {help}", type_name::<T>()))
}

impl<S> FromContext<S> for RequestContext {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.clone())
    }
}

impl<S> FromContext<S> for HeaderMap {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.head.headers.clone())
    }
}

impl<S> FromContext<S> for Method {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.head.method.clone())
    }
}

impl<S> FromContext<S> for Uri {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.head.uri.clone())
    }
}

impl<S> FromContext<S> for Option<Identity> {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.identity().cloned())
    }
}

/// Requests without an identity are rejected with status 403.
impl<S> FromContext<S> for Identity {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        let identity = context.identity().cloned();
        identity.ok_or_else(|| Fault::new(403, "AccessDeniedException", "The request has no identity"))
    }
}

impl<S> FromContext<S> for Option<CredentialScope> {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.credential_scope())
    }
}

impl<S> FromContext<S> for &'static OperationSchema {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.operation)
    }
}

/// `None` for clients without a certificate, and with other servers than `serve`.
#[cfg(feature = "serve-tls")]
impl<S> FromContext<S> for Option<PeerCertificates> {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        Ok(context.head.extensions.get().cloned())
    }
}

/// Only `serve` adds it. With other servers, the response is an internal error.
#[cfg(feature = "serve")]
impl<S> FromContext<S> for PeerAddress {
    fn from_context(context: &RequestContext, _: &S) -> Result<Self, Fault> {
        let address = context.head.extensions.get().copied();
        address.ok_or_else(|| missing_extension::<Self>("serve the service with `serve`"))
    }
}
