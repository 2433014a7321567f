// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! The server of `Streams`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Streams of bytes and of events, both ways.
pub trait Streams: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Sends all back. Nothing but the events is required.
    fn chat(
        &self,
        input: types::ChatInOut,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ChatInOut, errors::ChatError>,
    > + ::std::marker::Send;

    /// Sends every event back as it comes.
    fn converse(
        &self,
        input: types::ConverseInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ConverseOutput, errors::ConverseError>,
    > + ::std::marker::Send;

    /// Gives as many bytes as are asked for.
    fn download(
        &self,
        input: types::DownloadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::DownloadOutput, errors::DownloadError>,
    > + ::std::marker::Send;

    /// Sends each piece back as it comes.
    fn echo(
        &self,
        input: types::TextInOut,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::TextInOut, errors::EchoError>,
    > + ::std::marker::Send;

    /// Gives as many events as are asked for.
    fn listen(
        &self,
        input: types::ListenInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::ListenOutput, errors::ListenError>,
    > + ::std::marker::Send;

    /// Takes bytes in less room, and sends them back.
    fn pack(
        &self,
        input: types::BytesInOut,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::BytesInOut, errors::PackError>,
    > + ::std::marker::Send;

    /// Counts the events.
    fn say(
        &self,
        input: types::SayInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::SayOutput, errors::SayError>,
    > + ::std::marker::Send;

    /// Takes bytes with their checksum, and sends them back.
    fn seal(
        &self,
        input: types::BytesInOut,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::BytesInOut, errors::SealError>,
    > + ::std::marker::Send;

    /// Takes bytes of any number.
    fn upload(
        &self,
        input: types::UploadInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<types::UploadOutput, errors::UploadError>,
    > + ::std::marker::Send;

    /// Takes bytes whose number is known.
    fn upload_counted(
        &self,
        input: types::UploadCountedInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::UploadCountedOutput,
            errors::UploadCountedError,
        >,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`Streams`].
pub fn service<S: Streams>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: Streams> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::Chat,
                        _,
                    >(move |input, context| async move {
                    service.chat(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::Converse,
                        _,
                    >(move |input, context| async move {
                    service.converse(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::Download,
                        _,
                    >(move |input, context| async move {
                    service.download(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::Echo,
                        _,
                    >(move |input, context| async move {
                    service.echo(input, context).await
                })
            }
            4 => {
                call.answer::<
                        operations::Listen,
                        _,
                    >(move |input, context| async move {
                    service.listen(input, context).await
                })
            }
            5 => {
                call.answer::<
                        operations::Pack,
                        _,
                    >(move |input, context| async move {
                    service.pack(input, context).await
                })
            }
            6 => {
                call.answer::<
                        operations::Say,
                        _,
                    >(move |input, context| async move {
                    service.say(input, context).await
                })
            }
            7 => {
                call.answer::<
                        operations::Seal,
                        _,
                    >(move |input, context| async move {
                    service.seal(input, context).await
                })
            }
            8 => {
                call.answer::<
                        operations::Upload,
                        _,
                    >(move |input, context| async move {
                    service.upload(input, context).await
                })
            }
            9 => {
                call.answer::<
                        operations::UploadCounted,
                        _,
                    >(move |input, context| async move {
                    service.upload_counted(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
