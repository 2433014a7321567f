// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! The server of `S`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// A service whose name is a type parameter's.
///
/// # Reading on
///
/// 1. See [the site](https://example.com/a_b).
/// 2. Then this:
///
/// ```text
/// let not = a(test);
/// ```
#[allow(clippy::wrong_self_convention)]
pub trait S: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Calls `Client`.
    fn client(
        &self,
        input: types::ClientInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ClientOutput, errors::Client2Error>,
    > + ::std::marker::Send;

    /// Calls `Clone`.
    fn clone2(
        &self,
        input: types::CloneInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::CloneOutput, errors::CloneError>,
    > + ::std::marker::Send;

    /// Defaults that have no plain literal.
    fn defaults(
        &self,
        input: types::DefaultsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::DefaultsOutput, errors::DefaultsError>,
    > + ::std::marker::Send;

    /// Calls `Dispatch`.
    fn dispatch(
        &self,
        input: types::DispatchInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::DispatchOutput, errors::DispatchError>,
    > + ::std::marker::Send;

    /// Calls `FromEnv`.
    fn from_env2(
        &self,
        input: types::FromEnvInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::FromEnvOutput, errors::FromEnvError>,
    > + ::std::marker::Send;

    /// A page whose items have the second of two equal names, may be absent in spite of their default,
    /// and are constrained.
    fn list(
        &self,
        input: types::ListInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ListOutput, errors::ListError>,
    > + ::std::marker::Send;

    /// Calls `New`.
    fn new2(
        &self,
        input: types::NewInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::NewOutput, errors::NewError>,
    > + ::std::marker::Send;

    /// Calls `Self`.
    fn self_(
        &self,
        input: types::SelfInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::SelfOutput, errors::SelfError>,
    > + ::std::marker::Send;

    /// Calls `Service`.
    fn service(
        &self,
        input: types::ServiceInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ServiceOutput, errors::ServiceError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`S`].
pub fn service<T: S>(implementation: T) -> rt::server::Service<Dispatch<T>> {
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

impl<T: S> rt::server::Dispatch for Dispatch<T> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Client2,
                        _,
                    >(move |input, context| async move {
                    service.client(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::Clone,
                        _,
                    >(move |input, context| async move {
                    service.clone2(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::Defaults,
                        _,
                    >(move |input, context| async move {
                    service.defaults(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::Dispatch,
                        _,
                    >(move |input, context| async move {
                    service.dispatch(input, context).await
                })
            }
            4 => {
                call.answer::<
                        operations::FromEnv,
                        _,
                    >(move |input, context| async move {
                    service.from_env2(input, context).await
                })
            }
            5 => {
                call.answer::<
                        operations::List,
                        _,
                    >(move |input, context| async move {
                    service.list(input, context).await
                })
            }
            6 => {
                call.answer::<
                        operations::New,
                        _,
                    >(move |input, context| async move {
                    service.new2(input, context).await
                })
            }
            7 => {
                call.answer::<
                        operations::Self_,
                        _,
                    >(move |input, context| async move {
                    service.self_(input, context).await
                })
            }
            8 => {
                call.answer::<
                        operations::Service,
                        _,
                    >(move |input, context| async move {
                    service.service(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
