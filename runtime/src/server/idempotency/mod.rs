//! Responses of completed requests, by idempotency token (`@idempotencyToken`): a repeated request gets the response of
//! the first one.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, Response, StatusCode};
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};

use super::body::Body;
use super::fault::Fault;
use super::layers::ReadRequest;
use super::limits::header_size;
use super::observe;
use super::outcome::Outcome;
use super::tasks;
use crate::codec::cbor;
use crate::reflect::Ref;
use crate::schema::{AuthKind, OperationSchema};
use crate::signature_terms::hex;
use crate::streaming;
use crate::types::{BoxError, Unhandled};

mod memory;

pub use memory::MemoryStore;

/// Length in bytes up to which the text of a token is stored as it is.
const MAX_TEXT: usize = 128;
/// Future of a store.
pub type StoreFuture<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// A store of responses, for [`Service::idempotency_store`](super::Service::idempotency_store). [`MemoryStore`] is one;
/// servers with several processes need a shared one.
///
/// Time limits of requests do not end calls of a store: a call that outlasts its request goes on, and keeps the place
/// of the request in [`max_in_flight`](super::ServiceSettings::max_in_flight). Stores need time limits of their own.
pub trait IdempotencyStore: Send + Sync + 'static {
    /// Returns the state of a key, and reserves it for this owner if it is new. Must be atomic: of several concurrent
    /// calls, exactly one gets [`Claim::New`]. Reservations have to expire, since a process may end before it stores a
    /// response.
    ///
    /// The owner is a random number, another one for each request. A request may outlast its reservation, so that
    /// another one reserves the key: the first one must neither release that reservation nor end it with its response.
    fn claim(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<Claim>;

    /// Stores the response to the request of a key that was reserved for this owner. Does nothing if the key is
    /// reserved for another owner, or has a response.
    fn store(&self, key: IdempotencyKey, owner: u64, response: StoredResponse) -> StoreFuture<()>;

    /// Releases a key, whose request failed. Does nothing if the key is not reserved for this owner.
    fn release(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<()>;
}

/// Key of a stored response: the token of a caller, for an operation. `Debug` does not show caller and token.
///
/// ```
/// use whitesmith_runtime::server::IdempotencyKey;
///
/// let key = IdempotencyKey::new("example#Orders", "CreateOrder", "7c1f");
/// assert_ne!(key.digest(), IdempotencyKey::new("example#Orders", "CreateOrder", "7c20").digest());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct IdempotencyKey {
    /// Shape ID of the service.
    pub service: &'static str,
    /// Name of the operation.
    pub operation: &'static str,
    /// Scheme and name of the verified caller, if callers are verified.
    pub caller: Option<(AuthKind, String)>,
    /// Text of the token. Of a text that is longer than 128 bytes, the SHA-256 in hexadecimal digits.
    pub text: String,
}

impl IdempotencyKey {
    /// Creates a key without a caller, to test stores.
    pub fn new(service: &'static str, operation: &'static str, text: impl Into<String>) -> Self {
        Self { service, operation, caller: None, text: text.into() }
    }

    /// Returns a digest for stores: 64 hexadecimal digits, which differ for different keys.
    pub fn digest(&self) -> String {
        let caller = self.caller.as_ref().map(|(scheme, name)| (format!("{scheme:?}"), name.as_str()));
        let (scheme, name) = caller.as_ref().map_or(("", ""), |(scheme, name)| (scheme, name));
        let mut hash = Sha256::new();
        for part in [self.service, self.operation, scheme, name, &self.text] {
            // The length separates a part from the next one.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hex(&hash.finalize())
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdempotencyKey").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// State of a key.
#[derive(Debug)]
#[non_exhaustive]
pub enum Claim {
    /// The key is new, and is now reserved.
    New,
    /// Its first request is in progress.
    Running,
    /// The response.
    Stored(StoredResponse),
}

/// A stored response. `Debug` does not show headers and body.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredResponse {
    /// Hash of protocol and input of the request, in hexadecimal digits.
    pub request: String,
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl fmt::Debug for StoredResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredResponse").field("status", &self.status).finish_non_exhaustive()
    }
}

impl StoredResponse {
    /// Size in bytes, without that of its key.
    fn size(&self) -> usize {
        self.request.len() + header_size(&self.headers) + self.body.len()
    }
}

/// Whether responses of the operation can be stored: its input has a token, and nothing is a stream.
pub(super) fn has_token(operation: &'static OperationSchema) -> bool {
    let has_stream = [operation.input, operation.output].into_iter().any(|schema| streaming::member(schema).is_some());
    !has_stream && operation.input.members.iter().any(|member| member.traits.idempotency_token)
}

/// A reserved key. It is released if the implementation panics, or does not end within the limits of the request.
struct Reserved {
    store: Arc<dyn IdempotencyStore>,
    key: Option<IdempotencyKey>,
    owner: u64,
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if let (Some(key), Ok(runtime)) = (self.key.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(self.store.release(key, self.owner));
        }
    }
}

/// Runs a request, unless the response for its token is known. A request with a token goes on if its client closes the
/// connection, so that a repeated one gets its response. Its limits apply until it has ended.
pub(super) async fn run(store: Arc<dyn IdempotencyStore>, request: ReadRequest) -> Response<Body> {
    let Some(key) = key(&request) else { return request.run().await };
    let (held, extensions) = (request.held(), request.head().extensions.clone());
    tasks::run(held, &extensions, observe::in_current_span(once(store, key, request))).await
}

async fn once(store: Arc<dyn IdempotencyStore>, key: IdempotencyKey, request: ReadRequest) -> Response<Body> {
    let (hash, owner, running) = (hash(&request), fastrand::u64(..), request.held().running);
    let (of_store, of_request) = (Arc::clone(&store), running.clone());
    // The limits of the request end neither this nor storing: the key would stay reserved.
    let claim = tasks::to_end(async move {
        let _running = of_request;
        let claim = of_store.claim(key.clone(), owner).await?;
        let key = matches!(claim, Claim::New).then_some(key);
        Ok::<_, BoxError>((claim, Reserved { store: of_store, key, owner }))
    });
    let (claim, mut reserved) = match claim.await {
        Ok(claimed) => claimed,
        Err(error) => return request.reply(Fault::internal(error)),
    };
    match claim {
        Claim::Running => {
            let message = "The first request with this token is in progress";
            let busy = Fault::new(503, "ServiceUnavailableException", message);
            return request.reply(busy.with_header(RETRY_AFTER, 1.into()));
        }
        Claim::Stored(stored) if stored.request == hash => {
            let mut response = Response::new(stored.body);
            (*response.status_mut(), *response.headers_mut()) = (stored.status, stored.headers);
            return request.answer(response);
        }
        Claim::Stored(_) => {
            let message = "The token was used for a request with other parameters";
            return request.reply(Fault::new(400, "IdempotentParameterMismatchException", message));
        }
        Claim::New => {}
    }
    let (mut head, body) = request.run().await.into_parts();
    // Bodies without streams are in memory.
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    if let Some(key) = reserved.key.take() {
        let is_executed = head.extensions.get::<Outcome>().is_some_and(|outcome| outcome.is_executed);
        let ended = if head.status.is_success() || is_executed {
            let (status, headers) = (head.status, head.headers.clone());
            // The buffer in which the response was written may have up to twice its size.
            let body = Bytes::copy_from_slice(&body);
            store.store(key, owner, StoredResponse { request: hash, status, headers, body })
        } else {
            store.release(key, owner)
        };
        let ended = tasks::to_end(async move {
            let _running = running;
            ended.await
        });
        // The request has its response. A store that fails does not change it.
        if let Err(error) = ended.await {
            observe::store_failed(&error);
            if let Some(outcome) = head.extensions.get_mut::<Outcome>() {
                let failure = Unhandled::with_source("IdempotencyStore", error).by_server();
                outcome.failure.get_or_insert(failure);
            }
        }
    }
    Response::from_parts(head, body.into())
}

fn key(request: &ReadRequest) -> Option<IdempotencyKey> {
    let input = request.input();
    let index = input.schema().members.iter().position(|member| member.traits.idempotency_token)?;
    let Ref::Str(text) = input.get(index) else { return None };
    let text = if text.len() > MAX_TEXT { hex(&Sha256::digest(text)) } else { text.to_owned() };
    let caller = request.context().caller.as_ref();
    let caller = caller.map(|caller| (caller.scheme, caller.identity.name().to_owned()));
    Some(IdempotencyKey { service: request.service().id, operation: request.operation().name, caller, text })
}

fn hash(request: &ReadRequest) -> String {
    let mut bytes = request.protocol().shape_id().as_bytes().to_vec();
    cbor::write(&mut bytes, request.input());
    hex(&Sha256::digest(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str) -> IdempotencyKey {
        IdempotencyKey::new("a#A", "B", text)
    }

    #[test]
    fn keys_of_stores_differ_for_different_tokens() {
        let caller = |scheme, name: &str| Some((scheme, name.to_owned()));
        let tokens = [
            token("b"),
            IdempotencyKey { caller: caller(AuthKind::Bearer, ""), ..token("b") },
            IdempotencyKey { caller: caller(AuthKind::Bearer, "a"), ..token("b") },
            IdempotencyKey { caller: caller(AuthKind::Basic, "a"), ..token("b") },
            IdempotencyKey { caller: caller(AuthKind::Basic, "ab"), ..token("") },
        ];
        let keys: std::collections::HashSet<_> = tokens.iter().map(IdempotencyKey::digest).collect();
        assert_eq!(keys.len(), tokens.len());
    }
}
