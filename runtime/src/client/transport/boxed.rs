//! Services without their types. Only the traits of `tower-service` and `tower-layer`, which `tower` re-exports, are
//! dependencies: `tower` has its own boxed services, and much else.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use tower_service::Service;

use super::{BoxError, RequestBody, ResponseBody};
use crate::types::ByteStream;

/// Response to a request that is being sent.
pub(super) type Sending = Pin<Box<dyn Future<Output = Result<Response<ResponseBody>, BoxError>> + Send>>;

/// A service whose type is not known.
pub(super) trait AnyService: Send + Sync {
    fn boxed(&self) -> Box<dyn AnyService>;
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>>;
    fn call(&mut self, request: Request<RequestBody>) -> Sending;
}

impl<S> AnyService for S
where
    S: Service<Request<RequestBody>, Response = Response<ResponseBody>, Error = BoxError, Future = Sending>
        + Clone
        + Send
        + Sync
        + 'static,
{
    fn boxed(&self) -> Box<dyn AnyService> {
        Box::new(self.clone())
    }

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Service::poll_ready(self, cx)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Sending {
        Service::call(self, request)
    }
}

/// A service with bodies, errors and futures of any type.
#[derive(Clone)]
pub(super) struct Converted<S>(pub(super) S);

impl<S, B> Service<Request<RequestBody>> for Converted<S>
where
    S: Service<Request<RequestBody>, Response = Response<B>, Error: Into<BoxError>, Future: Send + 'static>,
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    type Response = Response<ResponseBody>;
    type Error = BoxError;
    type Future = Sending;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Sending {
        let response = self.0.call(request);
        Box::pin(async move { Ok(response.await.map_err(Into::into)?.map(ByteStream::from_body)) })
    }
}

/// A function that sends a request.
#[derive(Clone)]
pub(super) struct Function<F>(pub(super) F);

impl<F, R, B, E> Service<Request<RequestBody>> for Function<F>
where
    F: Fn(Request<RequestBody>) -> R,
    R: Future<Output = Result<Response<B>, E>>,
{
    type Response = Response<B>;
    type Error = E;
    type Future = R;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), E>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<RequestBody>) -> R {
        (self.0)(request)
    }
}
