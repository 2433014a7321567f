//! Several services on one port.
//!
//! [`tables`] finds the service of a request, [`assembly`] refuses services that cannot be distinguished. This module
//! must not know how services answer.

mod assembly;
mod host;
mod tables;

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::future::ready;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response, request};

pub use assembly::{AmbiguousServices, Conflict};
use tables::{Found, Tables};

use super::answer::Dispatch;
use super::body::Body;
use super::collect::collect;
use super::cors;
use super::exchange::Exchange;
use super::limits::{Limits, ServiceSettings};
use super::service::{Pending, Service};
use crate::memory::{Pool, Share};
use crate::protocol::{AcceptedProtocol, Rejection, marked};
use crate::schema::{ProtocolId, ServiceSchema};
use crate::types::{BoxError, ByteStream};

/// Services that share a port. [`build`](Self::build) makes one `tower::Service` of them.
///
/// The service of a request is found by these parts, in this order. A part that does not decide leaves the decision
/// to the next:
///
/// 1. host: one that was set by [`host`](Self::host), or the endpoint prefix of the service before a region and the
///    domain of AWS, `localhost`, or one that was set by [`domain`](Self::domain)
/// 2. service in the credential scope of the signature, in the header or in the query
/// 3. service in `X-Amz-Target`
/// 4. service in the path of Smithy RPC v2
/// 5. `Version` and `Action`, in the query or in the form
/// 6. method and path
///
/// All are looked up in hash tables and in one tree of paths, whatever the number of services. A request that fits no
/// service goes to the fallback. One that fits several services is rejected with status 400 and the names of these.
///
/// ```
/// use whitesmith_runtime::server::{Dispatch, AmbiguousServices, Service, ServiceRouter, Services};
///
/// // Results of generated `server::service(…)`.
/// fn one_port<A: Dispatch, B: Dispatch, C: Dispatch>(
///     queues: Service<A>,
///     topics: Service<B>,
///     s3: Service<C>,
/// ) -> Result<ServiceRouter, AmbiguousServices> {
///     Services::new().add(queues).host("topics.example.com").add(topics).fallback(s3).build()
/// }
/// ```
#[derive(Default)]
#[must_use = "call `build` to get a `tower::Service`"]
pub struct Services {
    members: Vec<Arc<dyn Member>>,
    /// Hosts, and the index of their service.
    hosts: HashMap<String, Vec<usize>>,
    domains: Vec<String>,
    /// Hosts of the service that is added next.
    pending: Vec<String>,
    fallback: Option<usize>,
    settings: Option<ServiceSettings>,
}

impl Services {
    /// Creates an empty set of services.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a service.
    #[allow(clippy::should_implement_trait, reason = "the operator `+` would be misleading")]
    pub fn add<D: Dispatch>(mut self, service: Service<D>) -> Self {
        let index = self.members.len();
        for host in self.pending.drain(..) {
            self.hosts.entry(host).or_default().push(index);
        }
        self.members.push(Arc::new(service));
        self
    }

    /// Sets a host of the service that is added next, without a port: `queues.example.com`. Can be repeated.
    pub fn host(mut self, host: impl AsRef<str>) -> Self {
        self.pending.push(host.as_ref().to_ascii_lowercase());
        self
    }

    /// Adds a domain whose hosts begin with endpoint prefixes: with `example.com`, `sqs.example.com` and
    /// `sqs.eu-central-1.example.com` are hosts of the service with the endpoint prefix `sqs`.
    pub fn domain(mut self, domain: impl AsRef<str>) -> Self {
        self.domains.push(domain.as_ref().to_ascii_lowercase());
        self
    }

    /// Adds a service that also answers requests that fit no service, such as S3 with its bucket names in paths. A
    /// later call replaces the fallback.
    pub fn fallback<D: Dispatch>(self, service: Service<D>) -> Self {
        let added = self.add(service);
        Self { fallback: added.members.len().checked_sub(1), ..added }
    }

    /// Sets the limits of forms that are read to find their service: size, time, headers, memory and number. The memory
    /// is that of these forms only. Default: the largest size and time of any service, and the sum of their memory and
    /// numbers. Then the limits of their service apply.
    pub fn form_settings(mut self, settings: ServiceSettings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// Creates a `tower::Service`.
    ///
    /// # Errors
    /// Operations of two services cannot be distinguished, even if their requests are signed and sent to the hosts of
    /// the services; or no service was added after a [`host`](Self::host).
    pub fn build(self) -> Result<ServiceRouter, AmbiguousServices> {
        let Self { members, hosts, domains, pending, fallback, settings } = self;
        let services: Vec<_> = members.iter().map(|member| (member.schema(), member.protocols())).collect();
        assembly::check(&services, &hosts, pending)?;
        let tables = Tables::new(&services, hosts, domains, fallback);
        let combined = || members.iter().map(|member| member.settings()).reduce(ServiceSettings::combined);
        let limits = Limits::new(settings.or_else(combined).unwrap_or_default());
        Ok(ServiceRouter(Arc::new(Routes { members, tables, fallback, limits, pool: Arc::default() })))
    }
}

impl fmt::Debug for Services {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.members.iter().map(|member| member.schema().id)).finish()
    }
}

/// A service without the type of its implementation.
trait Member: Send + Sync {
    fn schema(&self) -> &'static ServiceSchema;
    fn protocols(&self) -> Vec<ProtocolId>;
    /// Whether the head of a request belongs to an operation.
    fn matches(&self, head: &request::Parts) -> bool;
    /// Settings for requests whose operation is not known yet.
    fn settings(&self) -> ServiceSettings;

    fn call(&self, request: Request<ByteStream>) -> Pending;
}

impl<D: Dispatch> Member for Service<D> {
    fn schema(&self) -> &'static ServiceSchema {
        self.shared.service
    }

    fn protocols(&self) -> Vec<ProtocolId> {
        self.shared.protocols.iter().map(|protocol| protocol.id).collect()
    }

    fn matches(&self, head: &request::Parts) -> bool {
        matches!(self.shared.route(head), Some((_, Ok(_))))
    }

    fn settings(&self) -> ServiceSettings {
        self.settings_of(None)
    }

    fn call(&self, request: Request<ByteStream>) -> Pending {
        tower_service::Service::call(&mut self.clone(), request)
    }
}

/// Several services on one port. Created by [`Services::build`]. Cloning is cheap. It never fails: errors are
/// responses.
#[derive(Clone)]
pub struct ServiceRouter(Arc<Routes>);

struct Routes {
    members: Vec<Arc<dyn Member>>,
    tables: Tables,
    fallback: Option<usize>,
    /// Limits of forms that are read to find their service.
    limits: Limits,
    /// Memory of these forms.
    pool: Arc<Pool>,
}

/// For responses without a service.
static NO_SERVICE: ServiceSchema = ServiceSchema::new("smithy.api#Service", "", &[]);

impl Routes {
    /// Returns the index of the service of a request, or the error response. `Err(None)` if it depends on the form.
    fn find(&self, head: &request::Parts, form: Option<&[u8]>) -> Result<usize, Option<Box<Response<Body>>>> {
        let index = match self.tables.find(head, form) {
            Found::One(index) => Some(index),
            Found::Form => return Err(None),
            Found::None => self.fallback,
            Found::Several(several) => {
                let fits = |index: &usize| self.members.get(*index).is_some_and(|member| member.matches(head));
                let fitting: Vec<usize> = several.iter().copied().filter(fits).collect();
                match (fitting.as_slice(), &*several) {
                    ([one], _) => Some(*one),
                    ([], [first, ..]) => Some(*first),
                    ([], []) => self.fallback,
                    (fitting, _) => return Err(Some(Box::new(self.ambiguous(head, fitting)))),
                }
            }
        };
        index.ok_or_else(|| Some(Box::new(reject(head, &Rejection::unknown_operation()))))
    }

    fn ambiguous(&self, head: &request::Parts, fitting: &[usize]) -> Response<Body> {
        let names = fitting.iter().filter_map(|index| self.members.get(*index)).map(|member| member.schema().name());
        let names = names.collect::<Vec<_>>().join(", ");
        let message = format!("The request fits several services: {names}. Sign it, or send it to the host of one");
        reject(head, &Rejection::new(http::StatusCode::BAD_REQUEST, "AmbiguousRequestException", message))
    }

    async fn call(self: Arc<Self>, head: request::Parts, body: ByteStream) -> Response<Body> {
        let (head, body, found) = match self.find(&head, None) {
            Err(None) => {
                let form = match self.read_form(&head, body).await {
                    Ok(form) => form,
                    Err(rejection) => return reject(&head, &rejection),
                };
                let found = self.find(&head, Some(&form));
                (head, ByteStream::from(form), found)
            }
            found => (head, body, found),
        };
        match found {
            Ok(index) => {
                let Ok(response) = self.send(index, Request::from_parts(head, body)).await;
                response
            }
            Err(Some(response)) => *response,
            Err(None) => reject(&head, &Rejection::unknown_operation()),
        }
    }

    /// Reads a form that names its service, which counts and charges it again.
    async fn read_form(&self, head: &request::Parts, body: ByteStream) -> Result<Bytes, Rejection> {
        let _running = self.limits.admit(&head.headers)?;
        let settings = self.limits.settings;
        collect(body, settings, &mut Share::new(&self.pool, settings.total_memory)).await
    }

    fn send(&self, index: usize, request: Request<ByteStream>) -> Pending {
        match self.members.get(index) {
            Some(member) => member.call(request),
            // Indices come from the same services.
            None => {
                let head = request.into_parts().0;
                Box::pin(ready(Ok(reject(&head, &Rejection::internal()))))
            }
        }
    }
}

/// Writes an error in the protocol that the request seems to have.
fn reject(head: &request::Parts, rejection: &Rejection) -> Response<Body> {
    let (protocol, exchange) = (AcceptedProtocol::new(marked(head)), Exchange::new());
    exchange.put(&NO_SERVICE, exchange.reject(&NO_SERVICE, &*protocol, rejection))
}

impl<B> tower_service::Service<Request<B>> for ServiceRouter
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pending;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Pending {
        let routes = Arc::clone(&self.0);
        let (head, body) = request.into_parts();
        if let Err(error) = super::host::check(&head.uri, &head.headers) {
            let rejection = error.rejection(&NO_SERVICE, &*AcceptedProtocol::new(marked(&head)));
            return Box::pin(ready(Ok(reject(&head, &rejection))));
        }
        let body = ByteStream::from_body(body);
        // A preflight request is for the service of the request that follows it.
        let intended = cors::intended(&head);
        // Most requests are found by their head, and have no future of their own.
        match routes.find(intended.as_ref().unwrap_or(&head), None) {
            Ok(index) => routes.send(index, Request::from_parts(head, body)),
            Err(Some(response)) => Box::pin(ready(Ok(*response))),
            Err(None) => Box::pin(async move { Ok(routes.call(head, body).await) }),
        }
    }
}

impl fmt::Debug for ServiceRouter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.members.iter().map(|member| member.schema().id)).finish()
    }
}
