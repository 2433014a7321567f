//! Answers of completed requests, by idempotency token (`@idempotencyToken`): a repeated request gets the answer of the
//! first one.

use std::collections::hash_map::Entry;
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
use crate::codec::cbor;
use crate::reflect::Ref;
use crate::schema::OperationSchema;
use crate::sigv4::hex;
use crate::streaming;
use crate::types::BoxError;

/// Future of a store.
pub type Storing<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// A store of answers, for [`Service::keep_answers`](super::Service::keep_answers). [`MemoryAnswers`] is one; servers
/// with several processes need a shared one.
pub trait Answers: Send + Sync + 'static {
    /// Returns the state of a token, and reserves it if it is new. Must be atomic: of several concurrent calls, exactly
    /// one gets [`Claim::New`].
    fn claim(&self, token: Token) -> Storing<Claim>;

    /// Keeps the answer of a reserved token.
    fn keep(&self, token: Token, answer: KeptAnswer) -> Storing<()>;

    /// Releases a reserved token, whose request failed.
    fn release(&self, token: Token) -> Storing<()>;
}

/// A token of a caller, for an operation. `Debug` does not show caller and token.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Token {
    /// Shape ID of the service.
    pub service: &'static str,
    /// Name of the operation.
    pub operation: &'static str,
    /// Name of the verified caller, if callers are verified.
    pub caller: Option<String>,
    /// Text of the token.
    pub text: String,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// State of a token.
#[derive(Debug)]
pub enum Claim {
    /// The token is new, and is now reserved.
    New,
    /// Its first request is in progress.
    Running,
    /// The answer.
    Kept(KeptAnswer),
}

/// A kept answer. `Debug` does not show headers and body.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Hash of protocol and input of the request, in hexadecimal digits.
    pub request: String,
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl fmt::Debug for KeptAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeptAnswer").field("status", &self.status).finish_non_exhaustive()
    }
}

/// Answers in the memory of this process. Cloning is cheap; clones have the same answers.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::server::{Dispatch, MemoryAnswers, Service};
///
/// fn once<D: Dispatch>(service: Service<D>) -> Service<D> {
///     service.keep_answers(MemoryAnswers::new(Duration::from_secs(3600), 10_000))
/// }
/// ```
#[derive(Clone)]
pub struct MemoryAnswers {
    known: Arc<Mutex<Known>>,
    lifetime: Duration,
    capacity: usize,
}

#[derive(Default)]
struct Known {
    /// `None` while the request is in progress.
    answers: HashMap<Token, Option<KeptAnswer>>,
    /// Kept answers, oldest first.
    order: VecDeque<(Instant, Token)>,
}

impl MemoryAnswers {
    /// Keeps up to `capacity` answers, each for `lifetime`. If there are more, the oldest is removed.
    pub fn new(lifetime: Duration, capacity: usize) -> Self {
        Self { known: Arc::default(), lifetime, capacity }
    }

    /// Returns the entries, after removing those that have expired.
    fn known(&self) -> MutexGuard<'_, Known> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        while known
            .order
            .front()
            .is_some_and(|(since, _)| known.order.len() > self.capacity || since.elapsed() >= self.lifetime)
        {
            if let Some((_, token)) = known.order.pop_front() {
                known.answers.remove(&token);
            }
        }
        known
    }
}

impl fmt::Debug for MemoryAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryAnswers")
            .field("lifetime", &self.lifetime)
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}

impl Answers for MemoryAnswers {
    fn claim(&self, token: Token) -> Storing<Claim> {
        let claim = match self.known().answers.entry(token) {
            Entry::Occupied(known) => known.get().clone().map_or(Claim::Running, Claim::Kept),
            Entry::Vacant(free) => {
                free.insert(None);
                Claim::New
            }
        };
        Box::pin(ready(Ok(claim)))
    }

    fn keep(&self, token: Token, answer: KeptAnswer) -> Storing<()> {
        let mut known = self.known();
        known.answers.insert(token.clone(), Some(answer));
        known.order.push_back((Instant::now(), token));
        Box::pin(ready(Ok(())))
    }

    fn release(&self, token: Token) -> Storing<()> {
        self.known().answers.remove(&token);
        Box::pin(ready(Ok(())))
    }
}

/// Whether answers of the operation can be kept: its input has a token, and nothing is a stream.
pub(super) fn has_token(operation: &'static OperationSchema) -> bool {
    let has_stream = [operation.input, operation.output].into_iter().any(|schema| streaming::member(schema).is_some());
    !has_stream && operation.input.members.iter().any(|member| member.idempotency_token)
}

/// A reserved token. It is released when the request ends without an answer, for example because the client closed the
/// connection.
struct Reserved {
    answers: Arc<dyn Answers>,
    token: Option<Token>,
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if let (Some(token), Ok(runtime)) = (self.token.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(self.answers.release(token));
        }
    }
}

/// Runs a request, unless the answer of its token is known.
pub(super) async fn run(answers: Arc<dyn Answers>, request: ReadRequest) -> Response<Body> {
    let Some(token) = token(&request) else { return request.run().await };
    let hash = hash(&request);
    match answers.claim(token.clone()).await {
        Err(error) => return request.reply(Fault::internal(error)),
        Ok(Claim::Running) => {
            let message = "The first request with this token is in progress";
            let busy = Fault::new(503, "ServiceUnavailableException", message);
            return request.reply(busy.with_header(RETRY_AFTER, 1.into()));
        }
        Ok(Claim::Kept(kept)) if kept.request == hash => {
            let mut response = Response::new(kept.body);
            (*response.status_mut(), *response.headers_mut()) = (kept.status, kept.headers);
            return request.answer(response);
        }
        Ok(Claim::Kept(_)) => {
            let message = "The token was used for a request with other parameters";
            return request.reply(Fault::new(400, "IdempotentParameterMismatchException", message));
        }
        Ok(Claim::New) => {}
    }
    let mut reserved = Reserved { answers: Arc::clone(&answers), token: Some(token) };
    let (head, body) = request.run().await.into_parts();
    if !head.status.is_success() {
        return Response::from_parts(head, body);
    }
    // Bodies without streams are in memory.
    let Ok(body) = body.collect().await.map(http_body_util::Collected::to_bytes) else {
        return Response::from_parts(head, Body::default());
    };
    let kept = KeptAnswer { request: hash, status: head.status, headers: head.headers.clone(), body: body.clone() };
    if let Some(token) = reserved.token.clone()
        && answers.keep(token, kept).await.is_ok()
    {
        reserved.token = None;
    }
    Response::from_parts(head, body.into())
}

fn token(request: &ReadRequest) -> Option<Token> {
    let input = request.input();
    let index = input.schema().members.iter().position(|member| member.idempotency_token)?;
    let Ref::Str(text) = input.get(index) else { return None };
    Some(Token {
        service: request.service().id,
        operation: request.operation().name,
        caller: request.identity().map(|identity| identity.name().to_owned()),
        text: text.to_owned(),
    })
}

fn hash(request: &ReadRequest) -> String {
    let mut bytes = request.protocol().shape_id().as_bytes().to_vec();
    cbor::write(&mut bytes, request.input());
    hex(&Sha256::digest(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str) -> Token {
        Token { service: "a#A", operation: "B", caller: None, text: text.to_owned() }
    }

    fn answer() -> KeptAnswer {
        KeptAnswer {
            request: String::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: Bytes::from_static(b"1"),
        }
    }

    #[tokio::test]
    async fn a_token_is_reserved_once_until_it_is_released() {
        let answers = MemoryAnswers::new(Duration::from_secs(60), 10);
        assert!(matches!(answers.claim(token("a")).await, Ok(Claim::New)));
        assert!(matches!(answers.claim(token("a")).await, Ok(Claim::Running)));
        answers.release(token("a")).await.expect("in memory");
        assert!(matches!(answers.claim(token("a")).await, Ok(Claim::New)));
        answers.keep(token("a"), answer()).await.expect("in memory");
        assert!(matches!(answers.claim(token("a")).await, Ok(Claim::Kept(kept)) if kept == answer()));
    }

    #[tokio::test]
    async fn the_oldest_answers_are_forgotten() {
        let answers = MemoryAnswers::new(Duration::from_secs(60), 2);
        for text in ["a", "b", "c"] {
            answers.claim(token(text)).await.expect("in memory");
            answers.keep(token(text), answer()).await.expect("in memory");
        }
        assert!(matches!(answers.claim(token("a")).await, Ok(Claim::New)));
        assert!(matches!(answers.claim(token("c")).await, Ok(Claim::Kept(_))));
        let expired = MemoryAnswers::new(Duration::ZERO, 2);
        expired.claim(token("a")).await.expect("in memory");
        expired.keep(token("a"), answer()).await.expect("in memory");
        assert!(matches!(expired.claim(token("a")).await, Ok(Claim::New)));
    }
}
