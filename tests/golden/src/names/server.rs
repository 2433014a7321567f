// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! The server of `Service`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Service
#[allow(clippy::wrong_self_convention)]
pub trait Service: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Calls `FromEnv`.
    fn from_env2(
        &self,
        input: types::FromEnvInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::FromEnvOutput, errors::FromEnvError>,
    > + ::std::marker::Send;

    /// Calls `Match`.
    fn r#match(
        &self,
        input: types::MatchInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::MatchOutput, errors::MatchError>,
    > + ::std::marker::Send;

    /// Calls `New`.
    fn new2(
        &self,
        input: types::NewInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::NewOutput, errors::NewError>,
    > + ::std::marker::Send;

    /// Calls `Send`.
    fn send(
        &self,
        input: types::SendInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::SendOutput, errors::SendError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Service`].
pub fn service<S: Service>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Service> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::FromEnv,
                        _,
                    >(move |input, context| async move {
                    service.from_env2(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::Match,
                        _,
                    >(move |input, context| async move {
                    service.r#match(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::New,
                        _,
                    >(move |input, context| async move {
                    service.new2(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::Send,
                        _,
                    >(move |input, context| async move {
                    service.send(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
