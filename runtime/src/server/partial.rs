//! Services made of functions: one for each implemented operation, and one for all others.

use std::fmt;
use std::future::{Future, ready};
use std::marker::PhantomData;
use std::pin::pin;
use std::sync::Arc;

use http::Response;

use super::answer::{Answer, Call, Dispatch, unwinding};
use super::body::Body;
use super::fault::Fault;
use super::handler::Handler;
use super::missing::Missing;
use super::service::Service;
use super::unauthenticated::Unauthenticated;
use crate::operation::{Operation, Unhandled};
use crate::schema::ServiceSchema;

type Function<S> = Arc<dyn Fn(&Arc<S>, Call) -> Answer + Send + Sync>;
type Otherwise = Arc<dyn Fn(Missing) -> Answer + Send + Sync>;

/// Functions that implement operations of a service, before [`otherwise`](Self::otherwise) or
/// [`exhaustive`](Self::exhaustive) makes them a service. `K` is the kind of service that the model needs.
///
/// Generated modules have a function `server::partial`, which returns it:
///
/// ```
/// # use whitesmith_runtime::schema::{OperationSchema, ServiceSchema, prelude::UNIT};
/// # use whitesmith_runtime::types::{Unhandled, Unit};
/// # static CREATE_QUEUE: OperationSchema = OperationSchema::new("CreateQueue", &UNIT, &UNIT);
/// # static SERVICE: ServiceSchema = ServiceSchema::new("example#Queues", "", &[&CREATE_QUEUE]);
/// # type CreateQueueOutput = u8;
/// # type CreateQueueInput = u8;
/// use whitesmith_runtime::server::{Fault, PartialService, State};
///
/// async fn create_queue(State(queues): State<u32>, input: CreateQueueInput) -> Result<CreateQueueOutput, Fault> {
///     Err(Fault::new(409, "QueueNameExists", "The queue exists already"))
/// }
///
/// // sqs::server::partial(queues).operation(operations::CreateQueue, create_queue).otherwise(Fault::not_implemented)
/// let service = PartialService::new(&SERVICE, 7_u32).otherwise(Fault::not_implemented);
/// ```
#[must_use = "call `otherwise` or `exhaustive` to get a service"]
pub struct Partial<S, K> {
    service: &'static ServiceSchema,
    state: Arc<S>,
    functions: Vec<Option<Function<S>>>,
    kind: PhantomData<fn() -> K>,
}

/// Functions of a service whose model has no authentication scheme.
pub type PartialService<S> = Partial<S, Service<Functions<S>>>;

/// Functions of a service whose model has authentication schemes.
pub type PartialUnauthenticated<S> = Partial<S, Unauthenticated<Functions<S>>>;

/// A service that is made of a schema and a dispatcher. Only services of this crate are.
#[doc(hidden)]
pub trait Assembled: sealed::Sealed {
    /// Dispatcher.
    type Dispatch;

    /// Creates the service.
    fn assemble(service: &'static ServiceSchema, dispatch: Self::Dispatch) -> Self;
}

mod sealed {
    pub trait Sealed {}
}

impl<D> sealed::Sealed for Service<D> {}
impl<D> sealed::Sealed for Unauthenticated<D> {}

impl<D: Dispatch> Assembled for Service<D> {
    type Dispatch = D;

    fn assemble(service: &'static ServiceSchema, dispatch: D) -> Self {
        Self::new(service, dispatch)
    }
}

impl<D: Dispatch> Assembled for Unauthenticated<D> {
    type Dispatch = D;

    fn assemble(service: &'static ServiceSchema, dispatch: D) -> Self {
        Self::new(service, dispatch)
    }
}

impl<S, K> Partial<S, K>
where
    S: Send + Sync + 'static,
    K: Assembled<Dispatch = Functions<S>>,
{
    /// Creates a service without functions. Generated code calls it.
    pub fn new(service: &'static ServiceSchema, state: S) -> Self {
        let functions = vec![None; service.operations.len()];
        Self { service, state: Arc::new(state), functions, kind: PhantomData }
    }

    /// Sets the function of an operation, which is a type of the generated module `operations`.
    ///
    /// # Panics
    /// If the operation belongs to another service.
    #[track_caller]
    pub fn operation<O: Operation, A: 'static>(mut self, _: O, handler: impl Handler<O, S, A>) -> Self {
        let function = move |state: &Arc<S>, call: Call| {
            let (handler, state) = (handler.clone(), Arc::clone(state));
            call.answer::<O, _>(move |input, context| handler.call(input, context, state))
        };
        let index = self.service.operations.iter().position(|operation| std::ptr::eq(*operation, O::schema()));
        let slot = index.and_then(|index| self.functions.get_mut(index));
        let (operation, service) = (O::schema().name, self.service.name());
        let Some(slot) = slot else { panic!("the operation `{operation}` does not belong to the service `{service}`") };
        *slot = Some(Arc::new(function));
        self
    }

    /// Answers requests for all other operations with an error or a response.
    ///
    /// The function is called after the caller was verified and [authorized](super::Authentication::authorize). It gets
    /// the operation and the request as it was sent.
    pub fn otherwise<R: IntoReply + 'static>(self, reply: impl Fn(Missing) -> R + Send + Sync + 'static) -> K {
        self.otherwise_async(move |missing| ready(reply(missing)))
    }

    /// Answers requests for all other operations with an error or a response, for example that of another server.
    pub fn otherwise_async<F>(self, reply: impl Fn(Missing) -> F + Send + Sync + 'static) -> K
    where
        F: Future<Output: IntoReply> + Send + 'static,
    {
        let reply = Arc::new(reply);
        self.assemble(Arc::new(move |missing| {
            let (reply, responder) = (Arc::clone(&reply), missing.responder());
            Box::pin(async move {
                // The function may panic before it returns a future.
                let replied = unwinding(pin!(async move { reply(missing).await.into_reply() })).await;
                match replied {
                    Ok(Ok(response)) => response,
                    Ok(Err(error)) => responder.error(Err(&error)),
                    Err(panic) => responder.panicked(&*panic),
                }
            })
        }))
    }

    /// Creates a service in which every operation has a function.
    ///
    /// # Errors
    /// Operations have no function. The error names them.
    pub fn exhaustive(self) -> Result<K, Incomplete> {
        let named = self.service.operations.iter().zip(&self.functions);
        let operations: Vec<_> =
            named.filter(|(_, function)| function.is_none()).map(|(named, _)| named.name).collect();
        if operations.is_empty() {
            Ok(self.otherwise(Fault::not_implemented))
        } else {
            Err(Incomplete { service: self.service.name(), operations })
        }
    }

    fn assemble(self, otherwise: Otherwise) -> K {
        let Self { service, state, functions, .. } = self;
        K::assemble(service, Functions { state, table: functions.into(), otherwise })
    }
}

impl<S, K> fmt::Debug for Partial<S, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Partial").field("service", &self.service.id).finish_non_exhaustive()
    }
}

/// Result of the function for operations that are not implemented.
pub trait IntoReply: Send {
    /// Returns a response, or an error that is written in the protocol of the request.
    ///
    /// # Errors
    /// If the response is an error.
    fn into_reply(self) -> Result<Response<Body>, Unhandled>;
}

impl IntoReply for Response<Body> {
    fn into_reply(self) -> Result<Response<Body>, Unhandled> {
        Ok(self)
    }
}

impl IntoReply for Fault {
    fn into_reply(self) -> Result<Response<Body>, Unhandled> {
        Err(self.into())
    }
}

impl<E: Into<Unhandled> + Send> IntoReply for Result<Response<Body>, E> {
    fn into_reply(self) -> Result<Response<Body>, Unhandled> {
        self.map_err(Into::into)
    }
}

/// Operations of a service have no function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Incomplete {
    /// Name of the service.
    pub service: &'static str,
    /// Names of the operations, in the order of the service.
    pub operations: Vec<&'static str>,
}

impl std::fmt::Display for Incomplete {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "operations of {} have no function: {}", self.service, self.operations.join(", "))
    }
}

impl std::error::Error for Incomplete {}

/// Dispatches to functions.
pub struct Functions<S> {
    state: Arc<S>,
    table: Arc<[Option<Function<S>>]>,
    otherwise: Otherwise,
}

impl<S> Clone for Functions<S> {
    fn clone(&self) -> Self {
        let (state, table) = (Arc::clone(&self.state), Arc::clone(&self.table));
        Self { state, table, otherwise: Arc::clone(&self.otherwise) }
    }
}

impl<S> fmt::Debug for Functions<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Functions").finish_non_exhaustive()
    }
}

impl<S: Send + Sync + 'static> Dispatch for Functions<S> {
    fn dispatch(&self, operation: usize, call: Call) -> Answer {
        match self.table.get(operation) {
            Some(Some(function)) => function(&self.state, call),
            _ => call.unknown_operation(),
        }
    }

    fn implements(&self, operation: usize) -> bool {
        matches!(self.table.get(operation), Some(Some(_)))
    }

    fn otherwise(&self, missing: Missing) -> Answer {
        (self.otherwise)(missing)
    }
}
