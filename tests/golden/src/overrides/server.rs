// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! The server of `Overrides`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Traits of members that say more than their targets do, and of operations that say more than
/// their service.
pub trait Overrides: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// By name and password alone.
    fn enter(
        &self,
        input: types::EnterInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::EnterOutput, errors::EnterError>,
    > + ::std::marker::Send;

    /// Nobody needs to say who it is.
    fn knock(
        &self,
        input: types::KnockInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::KnockOutput, errors::KnockError>,
    > + ::std::marker::Send;

    /// Anybody may look.
    fn look(
        &self,
        input: types::LookInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::LookOutput, errors::LookError>,
    > + ::std::marker::Send;

    /// Takes everything.
    fn put(
        &self,
        input: types::PutInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::PutOutput, errors::PutError>,
    > + ::std::marker::Send;

    /// Takes a text with its checksum.
    fn seal(
        &self,
        input: types::SealInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::SealOutput, errors::SealError>,
    > + ::std::marker::Send;

    /// By a scheme that clients lack.
    fn whisper(
        &self,
        input: types::WhisperInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::WhisperOutput, errors::WhisperError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Overrides`].
pub fn service<S: Overrides>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Overrides> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Enter,
                        _,
                    >(move |input, context| async move {
                    service.enter(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::Knock,
                        _,
                    >(move |input, context| async move {
                    service.knock(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::Look,
                        _,
                    >(move |input, context| async move {
                    service.look(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::Put,
                        _,
                    >(move |input, context| async move {
                    service.put(input, context).await
                })
            }
            4 => {
                call.answer::<
                        operations::Seal,
                        _,
                    >(move |input, context| async move {
                    service.seal(input, context).await
                })
            }
            5 => {
                call.answer::<
                        operations::Whisper,
                        _,
                    >(move |input, context| async move {
                    service.whisper(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
