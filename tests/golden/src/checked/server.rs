// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! The server of `Constraints`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Constraints
pub trait Constraints: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Calls `Check`.
    fn check(
        &self,
        input: types::CheckInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::CheckOutput, errors::CheckError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Constraints`].
pub fn service<S: Constraints>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Constraints> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Check,
                        _,
                    >(move |input, context| async move {
                    service.check(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
