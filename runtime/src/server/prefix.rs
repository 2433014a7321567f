//! A prefix of all paths that the model does not have, such as the stage of an API in front of the server.

use std::sync::Arc;
use std::task::{Context, Poll};

use http::{Extensions, Request, Uri};
use percent_encoding::percent_decode_str;

use crate::uri::with_target;

/// A prefix of paths, which is removed before requests are routed. Signatures are verified with the path as it was
/// sent, which [`RequestContext::sent_uri`](super::RequestContext::sent_uri) returns.
///
/// Whole segments are compared after their escapes are decoded, because escapes do not change signatures of S3:
/// `/my%20stage` and `/%6dy%20stage` both have the prefix `/my stage`. An escaped slash does not separate segments, so
/// no path has the prefix `/a/b` as `/a%2Fb`.
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
    /// Creates a prefix of whole segments, with or without escapes: `/prod`. Slashes at both ends are optional. An
    /// empty prefix removes nothing.
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
        let mut rest = uri.path();
        for segment in self.0.strip_prefix('/')?.split('/') {
            let path = rest.strip_prefix('/')?;
            let (first, others) = path.split_at(path.find('/').unwrap_or(path.len()));
            if !percent_decode_str(first).eq(percent_decode_str(segment)) {
                return None;
            }
            rest = others;
        }
        let path = if rest.is_empty() { "/" } else { rest };
        let target = match uri.query() {
            Some(query) => with_target(uri, &format!("{path}?{query}")),
            None => with_target(uri, path),
        };
        target.ok()
    }
}

/// Target of a request before its prefix was removed, in its extensions.
#[derive(Clone)]
struct SentTarget(Uri);

/// Returns the target of a request as it was sent.
pub(super) fn sent<'a>(extensions: &'a Extensions, uri: &'a Uri) -> &'a Uri {
    extensions.get::<SentTarget>().map_or(uri, |sent| &sent.0)
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
            let sent = sent(request.extensions(), request.uri()).clone();
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
        assert_eq!(removed("/a/b", "/a"), None);
        assert_eq!(removed("/a/b", "/a/c/b"), None);
    }

    #[test]
    fn escapes_do_not_change_a_prefix() {
        for prefix in ["/my stage/a", "/my%20stage/%61"] {
            let removed = |uri| PathPrefix::new(prefix).remove(&Uri::from_static(uri)).map(|uri| uri.to_string());
            assert_eq!(removed("/my%20stage/a/%62?c").as_deref(), Some("/%62?c"));
            assert_eq!(removed("/%6Dy%20st%61ge/%61").as_deref(), Some("/"));
            assert_eq!(removed("/my%20stage%2Fa/b"), None, "a slash in a segment");
            assert_eq!(removed("/my%2520stage/a"), None, "decoded once");
        }
    }
}
