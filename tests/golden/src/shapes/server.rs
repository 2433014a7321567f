// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! The server of `Shapes`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// One of everything.
pub trait Shapes: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Calls `Defaults`.
    fn defaults(
        &self,
        input: types::DefaultsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::DefaultsOutput, errors::DefaultsError>,
    > + ::std::marker::Send;

    /// Calls `EchoBindings`.
    fn echo_bindings(
        &self,
        input: types::EchoBindingsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoBindingsOutput,
            errors::EchoBindingsError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoBlobPayload`.
    fn echo_blob_payload(
        &self,
        input: types::EchoBlobPayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoBlobPayloadOutput,
            errors::EchoBlobPayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoDocumentPayload`.
    fn echo_document_payload(
        &self,
        input: types::EchoDocumentPayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoDocumentPayloadOutput,
            errors::EchoDocumentPayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoEnumPayload`.
    fn echo_enum_payload(
        &self,
        input: types::EchoEnumPayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoEnumPayloadOutput,
            errors::EchoEnumPayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoStringPayload`.
    fn echo_string_payload(
        &self,
        input: types::EchoStringPayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoStringPayloadOutput,
            errors::EchoStringPayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoStructurePayload`.
    fn echo_structure_payload(
        &self,
        input: types::EchoStructurePayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoStructurePayloadOutput,
            errors::EchoStructurePayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `EchoTypes`.
    fn echo_types(
        &self,
        input: types::EchoTypesInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::EchoTypesOutput, errors::EchoTypesError>,
    > + ::std::marker::Send;

    /// Calls `EchoUnionPayload`.
    fn echo_union_payload(
        &self,
        input: types::EchoUnionPayloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::EchoUnionPayloadOutput,
            errors::EchoUnionPayloadError,
        >,
    > + ::std::marker::Send;

    /// Calls `ListItems`.
    fn list_items(
        &self,
        input: types::ListItemsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ListItemsOutput, errors::ListItemsError>,
    > + ::std::marker::Send;

    /// Takes nothing, gives nothing.
    fn nothing(
        &self,
        input: types::NothingInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::NothingOutput, errors::NothingError>,
    > + ::std::marker::Send;

    /// Calls `Secrets`.
    fn secrets(
        &self,
        input: types::SecretsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::SecretsOutput, errors::SecretsError>,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Shapes`].
pub fn service<S: Shapes>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Shapes> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Defaults,
                        _,
                    >(move |input, context| async move {
                    service.defaults(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::EchoBindings,
                        _,
                    >(move |input, context| async move {
                    service.echo_bindings(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::EchoBlobPayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_blob_payload(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::EchoDocumentPayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_document_payload(input, context).await
                })
            }
            4 => {
                call.answer::<
                        operations::EchoEnumPayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_enum_payload(input, context).await
                })
            }
            5 => {
                call.answer::<
                        operations::EchoStringPayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_string_payload(input, context).await
                })
            }
            6 => {
                call.answer::<
                        operations::EchoStructurePayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_structure_payload(input, context).await
                })
            }
            7 => {
                call.answer::<
                        operations::EchoTypes,
                        _,
                    >(move |input, context| async move {
                    service.echo_types(input, context).await
                })
            }
            8 => {
                call.answer::<
                        operations::EchoUnionPayload,
                        _,
                    >(move |input, context| async move {
                    service.echo_union_payload(input, context).await
                })
            }
            9 => {
                call.answer::<
                        operations::ListItems,
                        _,
                    >(move |input, context| async move {
                    service.list_items(input, context).await
                })
            }
            10 => {
                call.answer::<
                        operations::Nothing,
                        _,
                    >(move |input, context| async move {
                    service.nothing(input, context).await
                })
            }
            11 => {
                call.answer::<
                        operations::Secrets,
                        _,
                    >(move |input, context| async move {
                    service.secrets(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
