//! Clients whose operations are closures.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::StatusCode;

use crate::client::config::Config;
use crate::client::error::Error;
use crate::client::request_error::RequestError;
use crate::client::response::{Response, ResponseInfo};
use crate::client::service_error::ServiceError;
use crate::constraint::Violations;
use crate::operation::{Operation, OperationError};
use crate::schema::ServiceSchema;

/// Operations as closures: calls of a client with this mock return what they return, without a request. Inputs are
/// checked as before any call; errors are not retried.
///
/// An operation is named by its type in the generated module `operations`. Calls of operations without a closure fail
/// with [`RequestError::Transport`](crate::client::RequestError::Transport).
///
/// ```
/// use whitesmith_runtime::client::Config;
/// use whitesmith_runtime::client::testing::Mock;
/// use whitesmith_runtime::operation::Operation;
///
/// // `O` is `operations::GetOrder`, for example.
/// fn config<O: Operation>(output: fn() -> O::Output) -> Config {
///     Config::new().mock(Mock::new().on::<O>(move |_| Ok(output())))
/// }
/// ```
#[derive(Clone, Default)]
pub struct Mock(Arc<Mutex<HashMap<TypeId, Entry>>>);

struct Entry {
    name: &'static str,
    /// An `Answer` of the operation.
    answer: Box<dyn Any + Send + Sync>,
    calls: usize,
}

type Answer<O> =
    Arc<dyn Fn(&<O as Operation>::Input) -> Result<<O as Operation>::Output, <O as Operation>::Error> + Send + Sync>;

impl Mock {
    /// Creates a mock without operations.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the closure of the operation `O`. It replaces an earlier one.
    #[must_use]
    pub fn on<O: Operation>(
        self,
        answer: impl Fn(&O::Input) -> Result<O::Output, O::Error> + Send + Sync + 'static,
    ) -> Self {
        let answer: Answer<O> = Arc::new(answer);
        let entry = Entry { name: O::schema().name, answer: Box::new(answer), calls: 0 };
        self.entries().insert(TypeId::of::<O>(), entry);
        self
    }

    /// Returns the number of calls of the operation `O`.
    pub fn calls<O: Operation>(&self) -> usize {
        self.entries().get(&TypeId::of::<O>()).map_or(0, |entry| entry.calls)
    }

    pub(in crate::client) fn call<O: Operation>(
        &self,
        service: &ServiceSchema,
        input: &O::Input,
    ) -> Result<Response<O::Output>, Error<O::Error>> {
        let found = self.entries().get_mut(&TypeId::of::<O>()).and_then(|entry| {
            entry.calls += 1;
            entry.answer.downcast_ref::<Answer<O>>().cloned()
        });
        let name = O::schema().name;
        let Some(answer) = found else {
            let source = format!("the mock has no closure for `{name}`").into();
            return Err(Error::request(O::schema())(RequestError::Transport(source)));
        };
        let info = |status: u16| {
            let (mut head, ()) = http::Response::new(()).into_parts();
            head.status = StatusCode::from_u16(status).unwrap_or_default();
            ResponseInfo::new(name, 1, head)
        };
        match answer(input) {
            Ok(output) => Ok(Response { output, info: info(O::schema().http.map_or(200, |http| http.code)) }),
            Err(error) => {
                let status = match error.shape() {
                    Ok(shape) => shape.schema().error_traits().map(|traits| traits.status),
                    Err(unhandled) => unhandled.status(),
                };
                Err(Error::Service(Box::new(ServiceError {
                    error,
                    info: info(status.unwrap_or(500)),
                    query_code: None,
                    is_of_aws: service.sdk_id.is_some(),
                    message: None,
                    violations: Violations::default(),
                })))
            }
        }
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<TypeId, Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Config {
    /// Replaces the operations of clients by closures.
    #[must_use]
    pub fn mock(mut self, mock: Mock) -> Self {
        self.mock = Some(mock);
        self
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entries();
        let mut names: Vec<_> = entries.values().map(|entry| entry.name).collect();
        names.sort_unstable();
        f.debug_tuple("Mock").field(&names).finish()
    }
}
