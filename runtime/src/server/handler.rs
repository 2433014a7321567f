//! Functions that implement operations.

use std::future::Future;
use std::sync::Arc;

use http::HeaderMap;

use super::context::RequestContext;
use super::extract::FromContext;
use crate::operation::{Operation, Unhandled};

/// An asynchronous function that implements the operation `O` of a service with the state `S`.
///
/// Its arguments are up to eight types that implement [`FromContext`], then the input. It returns the output, or the
/// output after a `HeaderMap` with headers for the response. Its error is that of the operation, or a type that
/// converts to it, such as [`Fault`](super::Fault):
///
/// ```
/// use whitesmith_runtime::server::{Fault, RequestContext, State};
/// # #[derive(Clone)] struct Queues;
/// # struct CreateQueueInput; struct CreateQueueOutput;
///
/// async fn create_queue(
///     State(queues): State<Queues>,
///     context: RequestContext,
///     input: CreateQueueInput,
/// ) -> Result<CreateQueueOutput, Fault> {
///     Err(Fault::new(409, "QueueNameExists", "The queue exists already"))
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement an operation",
    label = "expected an asynchronous function of types that implement `FromContext`, then the operation's input",
    note = "it returns a `Result` of the output and of an error that converts to the operation's error"
)]
pub trait Handler<O: Operation, S, A>: Clone + Send + Sync + 'static {
    /// Calls the function.
    fn call(
        self,
        input: O::Input,
        context: RequestContext,
        state: Arc<S>,
    ) -> impl Future<Output = Result<O::Output, O::Error>> + Send;
}

/// An output, with or without headers for the response.
pub trait IntoOutput<T> {
    /// Returns the output, and adds headers to the response.
    fn into_output(self, context: &RequestContext) -> T;
}

impl<T> IntoOutput<T> for T {
    fn into_output(self, _: &RequestContext) -> T {
        self
    }
}

impl<T> IntoOutput<T> for (HeaderMap, T) {
    fn into_output(self, context: &RequestContext) -> T {
        context.exchange.headers().extend(self.0);
        self.1
    }
}

macro_rules! functions {
    ($($argument:ident),*) => {
        impl<O, S, F, R, T, E, $($argument,)*> Handler<O, S, ($($argument,)*)> for F
        where
            O: Operation,
            S: Send + Sync + 'static,
            F: Fn($($argument,)* O::Input) -> R + Clone + Send + Sync + 'static,
            R: Future<Output = Result<T, E>> + Send,
            T: IntoOutput<O::Output>,
            E: Into<O::Error>,
            $($argument: FromContext<S> + Send,)*
        {
            #[allow(non_snake_case, unused_variables, reason = "arguments are named like their types")]
            async fn call(
                self,
                input: O::Input,
                context: RequestContext,
                state: Arc<S>,
            ) -> Result<O::Output, O::Error> {
                $(let $argument = $argument::from_context(&context, &state).map_err(Unhandled::from)?;)*
                let output = self($($argument,)* input).await.map_err(Into::into)?;
                Ok(output.into_output(&context))
            }
        }
    };
}

functions!();
functions!(A1);
functions!(A1, A2);
functions!(A1, A2, A3);
functions!(A1, A2, A3, A4);
functions!(A1, A2, A3, A4, A5);
functions!(A1, A2, A3, A4, A5, A6);
functions!(A1, A2, A3, A4, A5, A6, A7);
functions!(A1, A2, A3, A4, A5, A6, A7, A8);
