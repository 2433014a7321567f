//! Calls whose request others send: signed requests, and responses from anywhere.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::{Request, Response as HttpResponse};

use super::customize::Customized;
use super::erased::Place;
use super::error::Error;
use super::exchange::{ATTEMPT_TIMEOUT, Draft, complete};
use super::prepare::{Prepared, prepare};
use super::receive::{Attempt, receive};
use super::response::Response;
use super::transport::{BoxError, RequestBody};
use super::{Client, auth};
use crate::operation::Operation;
use crate::time::Instant;
use crate::types::ByteStream;

/// A call whose request is complete and signed, but not sent.
///
/// ```
/// use whitesmith_runtime::client::{Customized, Error};
/// use whitesmith_runtime::operation::Operation;
/// use whitesmith_runtime::types::ByteStream;
///
/// // `call` is the result of `client.get_order().id("o-1").customize()`, for example.
/// async fn with<O: Operation>(
///     call: Customized<O>,
///     send: impl AsyncFn(http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes>,
/// ) -> Result<O::Output, Error<O::Error>> {
///     let (request, reader) = call.sign().await?.into_parts();
///     let (head, body) = request.into_parts();
///     let body = body.collect(usize::MAX).await.expect("a body in memory");
///     let response = send(http::Request::from_parts(head, body)).await;
///     reader.read(response.map(ByteStream::from)).await.map(|response| response.output)
/// }
/// ```
#[must_use = "the request is not sent"]
pub struct SignedCall<O> {
    request: Request<RequestBody>,
    reader: ResponseReader<O>,
}

/// Reads the response to the request of a [`SignedCall`].
pub struct ResponseReader<O> {
    client: Client,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Customized<O> {
    /// Returns the signed request instead of sending it, and a reader of its response. Retries and time limits are left
    /// to the caller; signatures are valid for a few minutes.
    ///
    /// # Errors
    /// If the input is invalid, or the request cannot be created and signed.
    pub async fn sign(self) -> Result<SignedCall<O>, Error<O::Error>> {
        let (client, mut input, set) = self.into_call().finish()?;
        let (shared, operation) = (&*client.0, O::schema());
        let signed = async {
            let protocol = shared.protocol(operation)?;
            let account_id = auth::account_id(shared, operation).await?;
            let prepared = prepare(shared, protocol, operation, &mut input, &set, account_id.as_deref())?;
            let Prepared { request, stream, checksum, scope, .. } = prepared;
            let draft = Draft { request, stream, checksum, scope: &scope };
            complete(shared, operation, draft, 1, Instant::now()).await
        };
        let request = signed.await.map_err(Error::request(operation))?;
        Ok(SignedCall { request, reader: ResponseReader { client, operation: PhantomData } })
    }
}

impl<O> SignedCall<O> {
    /// Returns the request.
    pub fn request(&self) -> &Request<RequestBody> {
        &self.request
    }

    /// Returns the request, and the reader of its response.
    pub fn into_parts(self) -> (Request<RequestBody>, ResponseReader<O>) {
        (self.request, self.reader)
    }
}

impl<O: Operation> ResponseReader<O> {
    /// Reads a response: the output, with status, headers and request IDs.
    ///
    /// # Errors
    /// If the response cannot be read, or is an error of the service.
    pub async fn read<B>(&self, response: HttpResponse<B>) -> Result<Response<O::Output>, Error<O::Error>>
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let shared = &*self.client.0;
        let protocol = shared.protocol(O::schema()).map_err(Error::request(O::schema()))?;
        let response = response.map(ByteStream::from_body).into_parts();
        let limit = shared.config.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT);
        let attempt = Attempt { operation: O::schema(), number: 1, limit, rest: limit };
        let mut place = Place::<O>::new();
        let result = receive(shared, protocol, response, attempt, &mut place).await;
        place.finish(result.map_err(Error::refused))
    }
}

impl<O: Operation> fmt::Debug for SignedCall<O> {
    /// Omits headers and query, because signatures are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedCall({} {})", O::schema().name, self.request.method())
    }
}

impl<O: Operation> fmt::Debug for ResponseReader<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResponseReader({})", O::schema().name)
    }
}
