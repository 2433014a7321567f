//! Services with authentication schemes, before the verification of callers is configured.

use std::task::{Context, Poll};

use http::Request;

use super::auth::Authentication;
use super::{Dispatch, Service, ServiceSettings};
use crate::schema::{ProtocolId, ServiceSchema};

/// Marks services whose callers are verified, or deliberately not. No type implements it: it only exists for its
/// message.
#[diagnostic::on_unimplemented(
    message = "this service does not verify its callers yet",
    label = "call `.authenticate(…)` or `.without_authentication()` on the service",
    note = "the model requires authentication"
)]
#[doc(hidden)]
pub trait Authenticated {}

/// The compiler takes this implementation for the only one, and reports the bound that does not hold.
#[doc(hidden)]
impl<D, R> tower_service::Service<Request<R>> for Unauthenticated<D>
where
    Self: Authenticated,
    Service<D>: tower_service::Service<Request<R>>,
{
    type Response = <Service<D> as tower_service::Service<Request<R>>>::Response;
    type Error = <Service<D> as tower_service::Service<Request<R>>>::Error;
    type Future = <Service<D> as tower_service::Service<Request<R>>>::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request<R>) -> Self::Future {
        self.0.call(request)
    }
}

/// A service whose model requires authentication. It becomes a `tower::Service` by
/// [`authenticate`](Self::authenticate), or by [`without_authentication`](Self::without_authentication).
///
/// ```compile_fail
/// # use whitesmith_runtime::server::{Body, Dispatch, Unauthenticated};
/// fn is_service<S: tower::Service<http::Request<Body>>>(_: S) {}
///
/// fn serve<D: Dispatch>(service: Unauthenticated<D>) {
///     is_service(service); // This compiles with `service.without_authentication()`.
/// }
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `authenticate` or `without_authentication` to get a `tower::Service`"]
pub struct Unauthenticated<D>(Service<D>);

impl<D: Dispatch> Unauthenticated<D> {
    /// Creates a service. Generated code calls it.
    pub fn new(service: &'static ServiceSchema, dispatch: D) -> Self {
        Self(Service::new(service, dispatch))
    }

    /// Verifies the callers of each operation by one of its schemes.
    pub fn authenticate(self, authentication: impl Into<Authentication>) -> Service<D> {
        self.0.with_authentication(authentication.into())
    }

    /// Accepts all callers, for tests and for services behind a layer that verifies callers.
    pub fn without_authentication(self) -> Service<D> {
        self.0
    }

    /// Sets the limits.
    pub fn with_settings(self, settings: ServiceSettings) -> Self {
        Self(self.0.with_settings(settings))
    }

    /// Writes responses as AWS's own services do. See [`Service::aws_style`].
    pub fn aws_style(self) -> Self {
        Self(self.0.aws_style())
    }

    /// Restricts the service to these protocols of the model, as [`Service::with_protocols`] does.
    pub fn with_protocols(self, protocols: &[ProtocolId]) -> Self {
        Self(self.0.with_protocols(protocols))
    }
}
