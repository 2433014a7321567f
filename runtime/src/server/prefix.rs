//! A prefix of all paths that the model does not have, such as the stage of an API in front of the server.

use std::sync::Arc;
use std::task::{Context, Poll};

use http::uri::{InvalidUri, PathAndQuery};
use http::{Extensions, Request, Uri};

/// A prefix of paths, which is removed before requests are routed. Signatures are verified with the path as it was
/// sent.
///
/// ```
/// use whitesmith_runtime::server::{Dispatch, PathPrefix, Prefixed, Service};
///
/// // `POST /prod/orders` is `POST /orders` of the model.
/// fn in_stage<D: Dispatch>(service: Service<D>) -> Prefixed<Service<D>> {
///     PathPrefix::new("/prod").around(service)
/// }
/// ```
#[derive(Clone, Debug)]
pub struct PathPrefix(Arc<str>);

impl PathPrefix {
    /// Creates a prefix of whole segments, as it is sent: `/prod`. Slashes at both ends are optional. An empty prefix
    /// removes nothing.
    pub fn new(prefix: impl AsRef<str>) -> Self {
        let prefix = prefix.as_ref().trim_matches('/');
        Self(if prefix.is_empty() { Arc::default() } else { format!("/{prefix}").into() })
    }

    /// Adds the prefix to a service: the result of `server::service`, or of [`Services`](super::Services). Requests
    /// without the prefix reach it unchanged.
    pub fn around<S>(self, service: S) -> Prefixed<S> {
        Prefixed { prefix: self, service }
    }

    /// Returns the target without the prefix. `None` if it has another one.
    fn remove(&self, uri: &Uri) -> Option<Uri> {
        let rest = uri.path_and_query()?.as_str().strip_prefix(&*self.0).filter(|_| !self.0.is_empty())?;
        let target: Result<PathAndQuery, InvalidUri> = match rest.as_bytes().first() {
            Some(b'/') => rest.parse(),
            None | Some(b'?') => format!("/{rest}").parse(),
            Some(_) => return None,
        };
        let mut parts = uri.clone().into_parts();
        parts.path_and_query = Some(target.ok()?);
        Uri::from_parts(parts).ok()
    }
}

/// Target of a request before its prefix was removed, in its extensions.
#[derive(Clone)]
struct SentTarget(Uri);

/// Returns the target of a request as it was sent.
pub(super) fn sent_target(extensions: &Extensions, uri: &Uri) -> Uri {
    extensions.get::<SentTarget>().map_or_else(|| uri.clone(), |sent| sent.0.clone())
}

/// A service below a prefix. Created by [`PathPrefix::around`].
#[derive(Clone, Debug)]
pub struct Prefixed<S> {
    prefix: PathPrefix,
    service: S,
}

impl<S, B> tower_service::Service<Request<B>> for Prefixed<S>
where
    S: tower_service::Service<Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        if let Some(target) = self.prefix.remove(request.uri()) {
            let sent = sent_target(request.extensions(), request.uri());
            *request.uri_mut() = target;
            request.extensions_mut().insert(SentTarget(sent));
        }
        self.service.call(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_segments_are_removed() {
        let removed = |prefix: &str, uri: &'static str| {
            PathPrefix::new(prefix).remove(&Uri::from_static(uri)).map(|uri| uri.to_string())
        };
        for prefix in ["/prod", "prod/"] {
            assert_eq!(removed(prefix, "/prod/a%2Fb?c=d").as_deref(), Some("/a%2Fb?c=d"));
            assert_eq!(removed(prefix, "https://host/prod/a").as_deref(), Some("https://host/a"));
            assert_eq!(removed(prefix, "/prod").as_deref(), Some("/"));
            assert_eq!(removed(prefix, "/prod?a").as_deref(), Some("/?a"));
            assert_eq!(removed(prefix, "/production/a"), None);
            assert_eq!(removed(prefix, "/other"), None);
        }
        assert_eq!(removed("/a/b", "/a/b/c").as_deref(), Some("/c"));
        assert_eq!(removed("/", "/a"), None);
    }
}
