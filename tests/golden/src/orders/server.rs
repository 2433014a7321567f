// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! The server of `Orders`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Orders, and what one may wait for.
pub trait Orders: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Calls `GetOrder`.
    fn get_order(
        &self,
        input: types::GetOrderInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::GetOrderOutput, errors::GetOrderError>,
    > + ::std::marker::Send;

    /// Calls `GetReceipt`.
    fn get_receipt(
        &self,
        input: types::GetReceiptInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::GetReceiptOutput, errors::GetReceiptError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Orders`].
pub fn service<S: Orders>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Orders> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::GetOrder,
                        _,
                    >(move |input, context| async move {
                    service.get_order(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::GetReceipt,
                        _,
                    >(move |input, context| async move {
                    service.get_receipt(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
