//! Responses of completed requests, by idempotency token (`@idempotencyToken`): a repeated request gets the response of
//! the first one.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

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
use crate::codec::cbor;
use crate::reflect::Ref;
use crate::schema::{AuthKind, OperationSchema};
use crate::signature_terms::hex;
use crate::streaming;
use crate::types::{BoxError, Unhandled};

/// Length in bytes up to which the text of a token is stored as it is.
const MAX_TEXT: usize = 128;
/// Default of the size of all responses in memory, in bytes.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Future of a store.
pub type StoreFuture<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// A store of responses, for [`Service::idempotency_store`](super::Service::idempotency_store). [`MemoryStore`] is one;
/// servers with several processes need a shared one.
pub trait IdempotencyStore: Send + Sync + 'static {
    /// Returns the state of a key, and reserves it if it is new. Must be atomic: of several concurrent calls, exactly
    /// one gets [`Claim::New`]. Reservations have to expire, since a process may end before it stores a
    /// response.
    fn claim(&self, key: IdempotencyKey) -> StoreFuture<Claim>;

    /// Stores the response to the request of a reserved key.
    fn store(&self, key: IdempotencyKey, response: StoredResponse) -> StoreFuture<()>;

    /// Releases a reserved key, whose request failed.
    fn release(&self, key: IdempotencyKey) -> StoreFuture<()>;
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

/// Responses in the memory of this process. Cloning is cheap; clones have the same responses.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::server::{Dispatch, MemoryStore, Service};
///
/// fn once<D: Dispatch>(service: Service<D>) -> Service<D> {
///     service.idempotency_store(MemoryStore::new(Duration::from_secs(3600), 10_000))
/// }
/// ```
#[derive(Clone)]
pub struct MemoryStore {
    known: Arc<Mutex<Known>>,
    lifetime: Duration,
    capacity: usize,
    max_bytes: usize,
}

#[derive(Default)]
struct Known {
    responses: HashMap<IdempotencyKey, StoredResponse>,
    /// Keys of the responses, oldest first.
    order: VecDeque<(Instant, IdempotencyKey)>,
    /// Size of all responses.
    bytes: usize,
    /// Keys of requests in progress, and when they were reserved.
    reserved: HashMap<IdempotencyKey, Instant>,
    /// When expired reservations were last removed.
    swept: Option<Instant>,
}

impl Known {
    fn remove_oldest(&mut self) {
        if let Some((_, key)) = self.order.pop_front() {
            let stored = self.responses.remove(&key);
            self.bytes -= stored.map_or(0, |stored| stored.size());
        }
    }
}

impl MemoryStore {
    /// Stores up to `capacity` responses, each for `lifetime`. If there are more, the oldest is removed.
    ///
    /// Requests in progress count as responses, but are not removed. After `lifetime`, they no longer reserve their
    /// tokens: a request that is repeated then is executed, as if the first one had failed.
    pub fn new(lifetime: Duration, capacity: usize) -> Self {
        Self { known: Arc::default(), lifetime, capacity, max_bytes: MAX_BYTES }
    }

    /// Sets the maximum size of all responses in bytes: their headers, bodies and digests of requests. Default: 64 MiB.
    /// If they are larger, the oldest is removed. A response that is larger on its own is not stored, so its request
    /// can be repeated.
    #[must_use]
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes what has expired, and responses that exceed the limits.
    fn clean(&self, known: &mut Known) {
        // Once per lifetime: other requests need not look at all reservations.
        if known.swept.is_none_or(|last| last.elapsed() >= self.lifetime) {
            known.reserved.retain(|_, since| since.elapsed() < self.lifetime);
            known.swept = Some(Instant::now());
        }
        while let Some((since, _)) = known.order.front() {
            let count = known.order.len() + known.reserved.len();
            let is_over = count > self.capacity || known.bytes > self.max_bytes;
            if !is_over && since.elapsed() < self.lifetime {
                return;
            }
            known.remove_oldest();
        }
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore")
            .field("lifetime", &self.lifetime)
            .field("capacity", &self.capacity)
            .field("max_bytes", &self.max_bytes)
            .finish_non_exhaustive()
    }
}

impl IdempotencyStore for MemoryStore {
    fn claim(&self, key: IdempotencyKey) -> StoreFuture<Claim> {
        let mut known = self.known();
        self.clean(&mut known);
        let claim = if let Some(stored) = known.responses.get(&key) {
            Claim::Stored(stored.clone())
        } else if known.reserved.get(&key).is_some_and(|since| since.elapsed() < self.lifetime) {
            Claim::Running
        } else {
            known.reserved.insert(key, Instant::now());
            self.clean(&mut known);
            Claim::New
        };
        Box::pin(ready(Ok(claim)))
    }

    fn store(&self, key: IdempotencyKey, response: StoredResponse) -> StoreFuture<()> {
        let size = response.size();
        if size > self.max_bytes {
            return self.release(key);
        }
        let mut known = self.known();
        known.reserved.remove(&key);
        known.bytes += size;
        match known.responses.insert(key.clone(), response) {
            // It has its place in the order.
            Some(old) => known.bytes -= old.size(),
            None => known.order.push_back((Instant::now(), key)),
        }
        self.clean(&mut known);
        Box::pin(ready(Ok(())))
    }

    fn release(&self, key: IdempotencyKey) -> StoreFuture<()> {
        self.known().reserved.remove(&key);
        Box::pin(ready(Ok(())))
    }
}

/// Whether responses of the operation can be stored: its input has a token, and nothing is a stream.
pub(super) fn has_token(operation: &'static OperationSchema) -> bool {
    let has_stream = [operation.input, operation.output].into_iter().any(|schema| streaming::member(schema).is_some());
    !has_stream && operation.input.members.iter().any(|member| member.traits.idempotency_token)
}

/// A reserved key. It is released if the implementation panics or the runtime stops.
struct Reserved {
    store: Arc<dyn IdempotencyStore>,
    key: Option<IdempotencyKey>,
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if let (Some(key), Ok(runtime)) = (self.key.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(self.store.release(key));
        }
    }
}

/// Runs a request, unless the response for its token is known. A request with a token runs to completion even if its
/// client closes the connection, so that a repeated one gets its response.
pub(super) async fn run(store: Arc<dyn IdempotencyStore>, request: ReadRequest) -> Response<Body> {
    let Some(key) = key(&request) else { return request.run().await };
    let response = observe::in_current_span(once(store, key, request));
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return response.await };
    match runtime.spawn(response).await.map_err(tokio::task::JoinError::try_into_panic) {
        Ok(response) => response,
        Err(Ok(panic)) => std::panic::resume_unwind(panic),
        // The runtime stops, and this task with it.
        Err(Err(_)) => std::future::pending().await,
    }
}

async fn once(store: Arc<dyn IdempotencyStore>, key: IdempotencyKey, request: ReadRequest) -> Response<Body> {
    let hash = hash(&request);
    match store.claim(key.clone()).await {
        Err(error) => return request.reply(Fault::internal(error)),
        Ok(Claim::Running) => {
            let message = "The first request with this token is in progress";
            let busy = Fault::new(503, "ServiceUnavailableException", message);
            return request.reply(busy.with_header(RETRY_AFTER, 1.into()));
        }
        Ok(Claim::Stored(stored)) if stored.request == hash => {
            let mut response = Response::new(stored.body);
            (*response.status_mut(), *response.headers_mut()) = (stored.status, stored.headers);
            return request.answer(response);
        }
        Ok(Claim::Stored(_)) => {
            let message = "The token was used for a request with other parameters";
            return request.reply(Fault::new(400, "IdempotentParameterMismatchException", message));
        }
        Ok(Claim::New) => {}
    }
    let mut reserved = Reserved { store: Arc::clone(&store), key: Some(key) };
    let (mut head, body) = request.run().await.into_parts();
    // Bodies without streams are in memory.
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    if let Some(key) = reserved.key.take() {
        // An operation whose output could not be written was executed, and must not be executed again.
        let is_executed = head.extensions.get::<Outcome>().is_some_and(|outcome| outcome.is_executed);
        let stored = if head.status.is_success() || is_executed {
            let (status, headers) = (head.status, head.headers.clone());
            store.store(key, StoredResponse { request: hash, status, headers, body: body.clone() }).await
        } else {
            store.release(key).await
        };
        // The request has its response. A store that fails does not change it.
        if let Err(error) = stored {
            observe::store_failed();
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

    fn response() -> StoredResponse {
        StoredResponse {
            request: String::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: Bytes::from_static(b"1"),
        }
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

    #[tokio::test]
    async fn a_token_is_reserved_once_until_it_is_released() {
        let store = MemoryStore::new(Duration::from_secs(60), 10);
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::New)));
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::Running)));
        store.release(token("a")).await.expect("in memory");
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::New)));
        store.store(token("a"), response()).await.expect("in memory");
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::Stored(stored)) if stored == response()));
    }

    #[tokio::test]
    async fn the_oldest_responses_are_forgotten() {
        let store = MemoryStore::new(Duration::from_secs(60), 2);
        for text in ["a", "b", "c"] {
            store.claim(token(text)).await.expect("in memory");
            store.store(token(text), response()).await.expect("in memory");
        }
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::New)));
        assert!(matches!(store.claim(token("c")).await, Ok(Claim::Stored(_))));
        let expired = MemoryStore::new(Duration::ZERO, 2);
        expired.claim(token("a")).await.expect("in memory");
        expired.store(token("a"), response()).await.expect("in memory");
        assert!(matches!(expired.claim(token("a")).await, Ok(Claim::New)));
    }

    #[tokio::test]
    async fn reservations_expire() {
        let expired = MemoryStore::new(Duration::ZERO, 2);
        for text in ["a", "a", "b", "c", "d"] {
            assert!(matches!(expired.claim(token(text)).await, Ok(Claim::New)), "{text}");
        }
        expired.store(token("d"), response()).await.expect("in memory");
        assert_eq!(expired.known().reserved.len(), 0);
    }

    #[tokio::test]
    async fn requests_in_progress_count_and_are_not_forgotten() {
        let store = MemoryStore::new(Duration::from_secs(60), 2);
        store.claim(token("a")).await.expect("in memory");
        store.store(token("a"), response()).await.expect("in memory");
        for text in ["b", "c", "d"] {
            assert!(matches!(store.claim(token(text)).await, Ok(Claim::New)), "{text}");
        }
        assert!(store.known().responses.is_empty(), "the oldest response makes room");
        for text in ["b", "c", "d"] {
            assert!(matches!(store.claim(token(text)).await, Ok(Claim::Running)), "{text}");
        }
    }

    #[tokio::test]
    async fn responses_are_limited_by_their_size() {
        let large = |length: usize| StoredResponse { body: Bytes::from(vec![b'x'; length]), ..response() };
        let store = MemoryStore::new(Duration::from_secs(60), 10).max_bytes(1000);
        for text in ["a", "b", "c"] {
            store.claim(token(text)).await.expect("in memory");
            store.store(token(text), large(400)).await.expect("in memory");
        }
        assert_eq!(store.known().bytes, 800);
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::New)), "the oldest is forgotten");
        assert!(matches!(store.claim(token("c")).await, Ok(Claim::Stored(_))));
        store.store(token("c"), large(500)).await.expect("in memory");
        assert_eq!(store.known().bytes, 900, "a response that is replaced counts once");
        store.store(token("a"), large(1001)).await.expect("in memory");
        assert!(matches!(store.claim(token("a")).await, Ok(Claim::New)), "it is too large to be stored");
        assert!(matches!(store.claim(token("b")).await, Ok(Claim::Stored(_))), "it does not displace others");
        let headers = HeaderMap::from_iter([(RETRY_AFTER, "x".repeat(2000).parse().expect("a value"))]);
        store.claim(token("d")).await.expect("in memory");
        store.store(token("d"), StoredResponse { headers, ..response() }).await.expect("in memory");
        assert!(matches!(store.claim(token("d")).await, Ok(Claim::New)), "headers count");
    }
}
