//! Configuration of a service: authentication, limits, protocols, layers.

use std::future::Future;
use std::sync::Arc;

use http::{HeaderName, Request, Response};

use super::answer::Dispatch;
use super::auth::Authentication;
use super::aws_style::Style;
use super::body::Body;
use super::exchange::Opening;
use super::idempotency::{self, IdempotencyStore};
use super::layers::{self, Layers, ReadRequest, RoutedRequest};
use super::limits::{Limits, ServiceSettings};
use super::service::{Service, Shared};
use super::{customizations, recognition, s3};
use crate::protocol::{self, AcceptedProtocol};
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};

impl<D: Dispatch> Service<D> {
    /// Sets how callers are verified and authorized. If the model has no authentication scheme, callers are only
    /// authorized (see [`Authentication::authorize`]).
    #[must_use]
    pub fn with_authentication(mut self, authentication: Authentication) -> Self {
        self.authentication = Some(Arc::new(authentication));
        self
    }

    /// Sets the limits of the service. Limits of operations that were set by
    /// [`with_settings_of`](Self::with_settings_of) stay as they are.
    #[must_use]
    pub fn with_settings(self, settings: ServiceSettings) -> Self {
        let own_limits = self.own_limits.as_deref();
        let own_limits =
            own_limits.map(|all| all.iter().map(|own| own.clone().filter(|own| !own.is_default)).collect());
        Self { limits: Limits::new(settings), own_limits, ..self }.with_largest_body()
    }

    /// Sets the limits of the operations that `select` accepts. `max_in_flight` applies to all of them together.
    ///
    /// Without a `max_body`, that of the service's settings applies. For protocols whose bodies name the operation, the
    /// size of its body is checked after it was read.
    ///
    /// ```
    /// use std::time::Duration;
    /// use whitesmith_runtime::server::{Dispatch, Service, ServiceSettings};
    ///
    /// fn with_reports<D: Dispatch>(service: Service<D>) -> Service<D> {
    ///     let timeout = Duration::from_secs(20);
    ///     let settings = ServiceSettings::default().with_max_in_flight(4).with_handler_timeout(timeout);
    ///     service.with_settings_of(|operation| operation.name() == "CreateReport", settings)
    /// }
    /// ```
    #[must_use]
    pub fn with_settings_of(
        self,
        select: impl Fn(&'static OperationSchema) -> bool,
        settings: ServiceSettings,
    ) -> Self {
        self.with_limits_of(select, &Limits::new(settings))
    }

    fn with_limits_of(self, select: impl Fn(&'static OperationSchema) -> bool, limits: &Limits) -> Self {
        let operations = self.shared.service.operations;
        let known = |index: usize| self.own_limits.as_deref().and_then(|all| all.get(index)?.clone());
        let of = |(index, operation)| {
            let known = known(index);
            // Limits that were set take precedence over defaults.
            let is_set = known.as_ref().is_some_and(|known| !known.is_default);
            if select(operation) && !(limits.is_default && is_set) { Some(limits.clone()) } else { known }
        };
        let own_limits = Some(operations.iter().copied().enumerate().map(of).collect());
        Self { own_limits, ..self }.with_largest_body()
    }

    /// Restricts the service to these protocols of the model. Protocols that the model does not have are ignored.
    ///
    /// A service can support only one of two protocols with similar requests, such as `awsQuery` and `ec2Query`.
    #[must_use]
    pub fn with_protocols(self, protocols: &[ProtocolId]) -> Self {
        let service = self.shared.service;
        let known = service.protocols.iter().copied().filter(|id| protocols.contains(id));
        let shared = Shared::new(service, known.map(AcceptedProtocol::new).collect(), Arc::clone(&self.shared.pool));
        Self { shared: Arc::new(shared), ..self }
    }

    /// Adds a layer between routing and reading, for the operations that `select` accepts. It gets the operation and
    /// the head of the request, before the caller is verified.
    ///
    /// Layers run in the order in which they were added. What they return is the response.
    ///
    /// ```
    /// use whitesmith_runtime::server::{Dispatch, Fault, Service};
    ///
    /// fn with_maintenance<D: Dispatch>(service: Service<D>) -> Service<D> {
    ///     let changes = |operation: &whitesmith_runtime::schema::OperationSchema| !operation.is_readonly();
    ///     service.route_layer(changes, async |request| {
    ///         request.reply(Fault::new(503, "Maintenance", format!("{} is closed", request.operation().name())))
    ///     })
    /// }
    /// ```
    #[must_use]
    pub fn route_layer<F>(
        self,
        select: impl Fn(&'static OperationSchema) -> bool,
        layer: impl Fn(RoutedRequest) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Response<Body>> + Send + 'static,
    {
        let layer = layers::boxed(layer);
        self.with_layers(|layers, service| layers::add(&mut layers.route, service, select, &layer))
    }

    /// Adds a layer between reading and the implementation, for the operations that `select` accepts. It gets the
    /// operation, the verified caller and the valid input, and runs after `authorize`.
    ///
    /// ```
    /// use whitesmith_runtime::server::{Dispatch, Service};
    ///
    /// struct Quota(u32);
    ///
    /// fn with_quota<D: Dispatch>(service: Service<D>) -> Service<D> {
    ///     service.call_layer(|_| true, async |mut request| {
    ///         request.extensions_mut().insert(std::sync::Arc::new(Quota(7)));
    ///         request.run().await
    ///     })
    /// }
    /// ```
    #[must_use]
    pub fn call_layer<F>(
        self,
        select: impl Fn(&'static OperationSchema) -> bool,
        layer: impl Fn(ReadRequest) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Response<Body>> + Send + 'static,
    {
        let layer = layers::boxed(layer);
        self.with_layers(|layers, service| layers::add(&mut layers.call, service, select, &layer))
    }

    /// Stores responses by idempotency token, for operations whose input has one: a repeated request with the same
    /// token, caller, protocol and input gets the first response, and the implementation is not called.
    ///
    /// The scheme and the [name](super::Identity::name) of its identity identify a caller, so names have to be unique.
    /// Without authentication, all callers have the same tokens: whoever sends the token and input of another caller
    /// gets that response. Requests with a token go on if their clients close the connection: within the limits of
    /// [`ServiceSettings`], and of the server that [`serve`](super::serve) runs, which waits for them when it stops.
    ///
    /// Responses are stored if the operation was executed: those with a status below 400, and internal failures because
    /// an output [cannot be sent](super::Outcome::failure). Errors are not stored, nor are outputs whose
    /// `@httpResponseCode` is that of an error. While the first request is in progress and its reservation has not
    /// expired, others with its token get status 503 and `Retry-After`; after that, they are executed, so reservations
    /// have to last longer than any request takes. A token with another input is an
    /// `IdempotentParameterMismatchException`. Responses of operations with streams are not stored. It is a
    /// [`call_layer`](Self::call_layer).
    ///
    /// If the store fails before a request runs, the request is not executed. If it fails afterwards, the request has
    /// its response, and the error is the [failure](super::Outcome::failure) of its outcome.
    #[must_use]
    pub fn idempotency_store(self, store: impl IdempotencyStore) -> Self {
        let store: Arc<dyn IdempotencyStore> = Arc::new(store);
        self.call_layer(idempotency::has_token, move |request| idempotency::run(Arc::clone(&store), request))
    }

    fn with_layers(self, change: impl FnOnce(&mut Layers, &'static ServiceSchema)) -> Self {
        let service = self.shared.service;
        let mut layers = self.layers.as_deref().cloned().unwrap_or_else(|| Layers::new(service));
        change(&mut layers, service);
        Self { layers: Some(Arc::new(layers)), ..self }
    }

    /// Accepts these protocols in addition to those of the model, for clients of other versions of it.
    ///
    /// Types, names and errors are those of the model, so its traits for a protocol have no effect if it lacks them.
    ///
    /// ```
    /// use whitesmith_runtime::schema::ProtocolId;
    /// use whitesmith_runtime::server::{Dispatch, Service};
    ///
    /// // SQS has awsJson1_0. Old clients send awsQuery.
    /// fn with_old_clients<D: Dispatch>(queues: Service<D>) -> Service<D> {
    ///     queues.with_additional_protocols(&[ProtocolId::AwsQuery])
    /// }
    /// ```
    #[must_use]
    pub fn with_additional_protocols(self, protocols: &[ProtocolId]) -> Self {
        let (service, mut accepted) = (self.shared.service, self.shared.protocols.clone());
        for id in protocols {
            if accepted.iter().all(|known| known.id != *id) {
                accepted.push(AcceptedProtocol::new(*id));
            }
        }
        Self { shared: Arc::new(Shared::new(service, accepted, Arc::clone(&self.shared.pool))), ..self }
    }

    /// Takes request IDs from a header that a trusted proxy sets, such as `x-request-id`. Without the header, or if its
    /// value is not 1 to 128 visible ASCII characters, the request gets a random UUID.
    ///
    /// ```
    /// use http::HeaderName;
    /// use whitesmith_runtime::server::{Dispatch, Service};
    ///
    /// fn behind_proxy<D: Dispatch>(service: Service<D>) -> Service<D> {
    ///     service.request_id_from(HeaderName::from_static("x-request-id"))
    /// }
    /// ```
    #[must_use]
    pub fn request_id_from(self, header: HeaderName) -> Self {
        Self { opening: Opening { id_header: Some(header), ..self.opening.clone() }, ..self }
    }

    /// Writes responses as AWS's own services do, for servers that stand in for them, such as emulators:
    ///
    /// - The request ID has the header of the service: `x-amz-request-id` for S3, with a host ID in `x-amz-id-2`.
    /// - Errors that are not in the model have the names and statuses of the service. A violated constraint is a
    ///   `ValidationError` with awsQuery, `InvalidParameterValue` or `MissingParameter` with ec2Query, and
    ///   `InvalidArgument` in S3; an unknown action is an `InvalidAction`.
    /// - Errors of S3 contain the path of the request and the host ID.
    /// - Bodies have the size limits of the service, such as 16 MiB for `DynamoDB`, unless they are set afterwards.
    ///
    /// Services are identified by the SDK ID of `@aws.api#service`.
    ///
    /// ```
    /// use whitesmith_runtime::server::{Dispatch, Service};
    ///
    /// fn emulated<D: Dispatch>(s3: Service<D>) -> Service<D> {
    ///     s3.aws_style()
    /// }
    /// ```
    #[must_use]
    pub fn aws_style(self) -> Self {
        let customization = customizations::of(self.shared.service);
        let with_size = |max_body| ServiceSettings { max_body: Some(max_body), ..self.limits.settings };
        let all = customization.max_body.map(with_size);
        let single = customization.max_bodies;
        let opening = Opening { style: Style::Aws, ..self.opening.clone() };
        let mut service = Self { opening, ..self };
        if let Some(settings) = all {
            service = service.with_settings(settings);
        }
        single.iter().fold(service, |service, (name, max_body)| {
            let settings = ServiceSettings { max_body: Some(*max_body), ..service.limits.settings };
            let limits = Limits::of_aws(settings);
            service.with_limits_of(|operation| operation.name == *name, &limits)
        })
    }

    /// Returns whether a request is for an operation of this service, to serve several services on one port.
    ///
    /// Signed requests name their service. Other requests belong to a service if their target, their path or the action
    /// in their query is one of its operations, and they have no mark of a protocol that the service does not support.
    /// An unsigned path may belong to several services, such as `GET /things` to all services with `GET /{name}`: try
    /// the service with literal paths first. The action of an unsigned form is in its body, so it is not recognized.
    pub fn matches<B>(&self, request: &Request<B>) -> bool {
        let Shared { service, protocols, router, .. } = &*self.shared;
        let mut head = Request::new(()).into_parts().0;
        head.method = request.method().clone();
        head.uri = request.uri().clone();
        head.headers = request.headers().clone();
        let signed = recognition::signing_name(&head);
        if let (Some(signed), Some(sigv4)) = (&signed, service.sigv4)
            && signed != sigv4.name
        {
            return false;
        }
        s3::find_bucket(service, &mut head);
        if protocol::is_marked(&head) && !protocols.iter().any(|protocol| protocol.claims(&head)) {
            return false;
        }
        match self.shared.route(&head) {
            Some((_, Ok(found))) if found.operation.is_some() => true,
            Some((_, Ok(_))) => match recognition::action(&head) {
                Some(action) => router.by_name(&action).is_some(),
                None => signed.is_some() && service.sigv4.is_some(),
            },
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::{Answer, Call};
    use super::*;
    use crate::schema::prelude::UNIT;

    static CODE: OperationSchema = OperationSchema::new("UpdateFunctionCode", &UNIT, &UNIT);
    static INVOKE: OperationSchema = OperationSchema::new("Invoke", &UNIT, &UNIT);
    static LARGE: OperationSchema = OperationSchema::new("Upload", &UNIT, &UNIT).max_body(1 << 23);
    static UPLOADS: ServiceSchema = ServiceSchema::new("test#Uploads", "1", &[&LARGE]);
    static LAMBDA: ServiceSchema = ServiceSchema::new("aws#Functions", "1", &[&CODE, &INVOKE]).sdk_id("Lambda");

    #[derive(Clone)]
    struct Nothing;

    impl Dispatch for Nothing {
        fn dispatch(&self, _: usize, call: Call) -> Answer {
            call.unknown_operation()
        }
    }

    #[test]
    fn services_in_the_style_of_aws_have_its_limits() {
        let service = Service::new(&LAMBDA, Nothing).aws_style();
        let of = |index| service.own_limits(index).unwrap_or(&service.limits).settings.body_limit();
        // "Request must be smaller than 70167211 bytes for the UpdateFunctionCode operation"
        assert_eq!((of(0), of(1)), (70_167_212, 6 * 1024 * 1024));
        let small = ServiceSettings { max_body: Some(7), ..ServiceSettings::default() };
        let set = |service: Service<Nothing>, index| {
            service.own_limits(index).unwrap_or(&service.limits).settings.body_limit()
        };
        assert_eq!(set(service.with_settings(small), 0), 7);
        let before = Service::new(&LAMBDA, Nothing).with_settings_of(|operation| operation.name == CODE.name, small);
        assert_eq!(set(before.aws_style(), 0), 7);
    }

    #[test]
    fn the_maximum_size_of_a_service_applies_to_operations_with_other_settings() {
        let (small, slow) = (Some(7), Some(std::time::Duration::from_secs(9)));
        let service = Service::new(&UPLOADS, Nothing)
            .with_settings_of(|_| true, ServiceSettings { handler_timeout: slow, ..ServiceSettings::default() });
        assert_eq!(service.settings_of(Some(0)).body_limit(), 1 << 23, "that of the model");
        let service = service.with_settings(ServiceSettings { max_body: small, ..ServiceSettings::default() });
        let found = service.settings_of(Some(0));
        assert_eq!((found.body_limit(), found.handler_timeout, service.largest_body), (7, slow, 7));
    }
}
