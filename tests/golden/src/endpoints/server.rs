// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! The server of `Directory`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// A service whose endpoints are not where those of most services are: one for each of the larger
/// partitions, and one for tests.
pub trait Directory: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Looks.
    fn look(
        &self,
        input: types::LookInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::LookOutput, errors::LookError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Directory`].
pub fn service<S: Directory>(implementation: S) -> rt::server::Service<Dispatch<S>> {
    rt::server::Service::new(
        &schema::SERVICE,
        Dispatch(::std::sync::Arc::new(implementation)),
    )
}

/// Calls the method of a request's operation.
#[derive(::std::fmt::Debug)]
pub struct Dispatch<S>(::std::sync::Arc<S>);

impl<S> ::std::clone::Clone for Dispatch<S> {
    fn clone(&self) -> Self {
        Self(::std::clone::Clone::clone(&self.0))
    }
}

impl<S: Directory> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Look,
                        _,
                    >(move |input, context| async move {
                    service.look(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
