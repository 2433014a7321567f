//! Health checks: whether the process runs, and whether it is ready for requests.

use std::fmt;
use std::future::{Future, poll_fn, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Response, StatusCode};

#[cfg(feature = "serve")]
use super::tasks::Served;

type Checking = Pin<Box<dyn Future<Output = bool> + Send>>;

/// Paths of health checks, which are answered before the service sees the request, even while the service is not
/// ready.
///
/// ```
/// use whitesmith_runtime::server::{Dispatch, Probed, Probes, Service};
///
/// # async fn is_connected() -> bool { true }
/// // The result is a `tower::Service`, for `serve` and other servers.
/// fn with_probes<D: Dispatch>(service: Service<D>) -> Probed<Service<D>> {
///     Probes::new().ready_if(|| async { is_connected().await }).around(service)
/// }
/// ```
#[derive(Clone)]
pub struct Probes {
    live: String,
    ready: String,
    check: Option<Arc<dyn Fn() -> Checking + Send + Sync>>,
}

impl Default for Probes {
    fn default() -> Self {
        Self::new()
    }
}

impl Probes {
    /// Creates probes that answer `GET /livez` and `GET /readyz` with status 200.
    pub fn new() -> Self {
        Self { live: "/livez".to_owned(), ready: "/readyz".to_owned(), check: None }
    }

    /// Sets the paths, if the service has operations with the default paths, as S3 has.
    #[must_use]
    pub fn at(mut self, live: impl Into<String>, ready: impl Into<String>) -> Self {
        (self.live, self.ready) = (live.into(), ready.into());
        self
    }

    /// Sets a function that returns whether the server can handle requests. If it returns false, the check for
    /// readiness has status 503. It also has when a server that [`serve`](super::serve) runs is going to stop.
    #[must_use]
    pub fn ready_if<F>(mut self, check: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = bool> + Send + 'static,
    {
        self.check = Some(Arc::new(move || Box::pin(check())));
        self
    }

    /// Adds the checks to a service: the result of `server::service` or of [`Services`](super::Services), an
    /// `axum::Router`, or any other service whose response body can be created from bytes.
    pub fn around<S>(self, service: S) -> Probed<S> {
        Probed { probes: Arc::new(self), service }
    }

    /// Returns the future of a check. `None` for all other requests.
    fn answer<B>(&self, request: &Request<B>) -> Option<Pin<Box<dyn Future<Output = Response<Bytes>> + Send>>> {
        let path = request.uri().path();
        let is_live = path == self.live;
        if !is_live && path != self.ready {
            return None;
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut response = response(StatusCode::METHOD_NOT_ALLOWED, "method not allowed\n");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return Some(Box::pin(ready(response)));
        }
        #[cfg(feature = "serve")]
        if !is_live && Served::of(request.extensions()).is_some_and(|served| served.is_leaving()) {
            return Some(Box::pin(ready(response(StatusCode::SERVICE_UNAVAILABLE, "stopping\n"))));
        }
        let check = self.check.as_ref().filter(|_| !is_live).map(|check| check());
        Some(Box::pin(async move {
            let is_ready = match check {
                Some(check) => check.await,
                None => true,
            };
            if is_ready {
                response(StatusCode::OK, "ok\n")
            } else {
                response(StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
            }
        }))
    }
}

fn response(status: StatusCode, text: &'static str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(text.as_bytes()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl fmt::Debug for Probes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Probes").field("live", &self.live).field("ready", &self.ready).finish_non_exhaustive()
    }
}

/// A service with health checks. Created by [`Probes::around`]. It is always ready: any other request waits until a
/// clone of the service is ready.
#[derive(Clone, Debug)]
pub struct Probed<S> {
    probes: Arc<Probes>,
    service: S,
}

impl<S, B, R> tower_service::Service<Request<B>> for Probed<S>
where
    S: tower_service::Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
    R: From<Bytes>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<R>, S::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        if let Some(answer) = self.probes.answer(&request) {
            return Box::pin(async move { Ok(answer.await.map(R::from)) });
        }
        let mut service = self.service.clone();
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context)).await?;
            service.call(request).await
        })
    }
}
