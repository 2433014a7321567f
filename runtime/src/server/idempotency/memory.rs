//! Responses in memory, by idempotency token.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Claim, IdempotencyKey, IdempotencyStore, StoreFuture, StoredResponse};

/// Default of the size of all responses in memory, in bytes.
const MAX_BYTES: usize = 64 * 1024 * 1024;

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
    /// Keys of requests in progress.
    reserved: HashMap<IdempotencyKey, Reservation>,
    /// When expired reservations were last removed.
    swept: Option<Instant>,
}

struct Reservation {
    owner: u64,
    since: Instant,
}

impl Known {
    /// Removes the reservation of this owner.
    fn release(&mut self, key: &IdempotencyKey, owner: u64) {
        if self.reserved.get(key).is_some_and(|reservation| reservation.owner == owner) {
            self.reserved.remove(key);
        }
    }

    fn remove_oldest(&mut self) {
        if let Some((_, key)) = self.order.pop_front() {
            let stored = self.responses.remove(&key);
            self.bytes -= stored.map_or(0, |stored| stored.size());
        }
    }
}

impl MemoryStore {
    /// Stores up to `capacity` responses, each for `lifetime`. If there are more, the oldest is removed. Requests in
    /// progress do not count.
    ///
    /// A request reserves its token for `lifetime`, which has to be longer than any request takes: if a request that is
    /// still in progress is repeated after that, the operation is executed again, as if the first request had failed.
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

    fn is_current(&self, reservation: &Reservation) -> bool {
        reservation.since.elapsed() < self.lifetime
    }

    /// Removes what has expired, and responses that exceed the limits.
    fn clean(&self, known: &mut Known) {
        // Once per lifetime: other requests need not look at all reservations.
        if known.swept.is_none_or(|last| last.elapsed() >= self.lifetime) {
            known.reserved.retain(|_, reservation| self.is_current(reservation));
            known.swept = Some(Instant::now());
        }
        while let Some((since, _)) = known.order.front() {
            let is_over = known.order.len() > self.capacity || known.bytes > self.max_bytes;
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
    fn claim(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<Claim> {
        let mut known = self.known();
        self.clean(&mut known);
        let claim = if let Some(stored) = known.responses.get(&key) {
            Claim::Stored(stored.clone())
        } else if known.reserved.get(&key).is_some_and(|reservation| self.is_current(reservation)) {
            Claim::Running
        } else {
            known.reserved.insert(key, Reservation { owner, since: Instant::now() });
            Claim::New
        };
        Box::pin(ready(Ok(claim)))
    }

    fn store(&self, key: IdempotencyKey, owner: u64, response: StoredResponse) -> StoreFuture<()> {
        let size = response.size();
        let mut known = self.known();
        self.clean(&mut known);
        known.release(&key, owner);
        let is_taken = known.responses.contains_key(&key)
            || known.reserved.get(&key).is_some_and(|reservation| self.is_current(reservation));
        if !is_taken && size <= self.max_bytes {
            known.bytes += size;
            known.responses.insert(key.clone(), response);
            known.order.push_back((Instant::now(), key));
            self.clean(&mut known);
        }
        Box::pin(ready(Ok(())))
    }

    fn release(&self, key: IdempotencyKey, owner: u64) -> StoreFuture<()> {
        self.known().release(&key, owner);
        Box::pin(ready(Ok(())))
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::header::RETRY_AFTER;
    use http::{HeaderMap, StatusCode};

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

    #[tokio::test]
    async fn a_token_is_reserved_once_until_it_is_released() {
        let store = MemoryStore::new(Duration::from_secs(60), 10);
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)));
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::Running)));
        store.release(token("a"), 1).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)));
        store.store(token("a"), 1, response()).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::Stored(stored)) if stored == response()));
    }

    #[tokio::test]
    async fn the_oldest_responses_are_forgotten() {
        let store = MemoryStore::new(Duration::from_secs(60), 2);
        for text in ["a", "b", "c"] {
            store.claim(token(text), 1).await.expect("in memory");
            store.store(token(text), 1, response()).await.expect("in memory");
        }
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)));
        assert!(matches!(store.claim(token("c"), 1).await, Ok(Claim::Stored(_))));
        let expired = MemoryStore::new(Duration::ZERO, 2);
        expired.claim(token("a"), 1).await.expect("in memory");
        expired.store(token("a"), 1, response()).await.expect("in memory");
        assert!(matches!(expired.claim(token("a"), 1).await, Ok(Claim::New)));
    }

    #[tokio::test]
    async fn reservations_expire() {
        let expired = MemoryStore::new(Duration::ZERO, 2);
        for text in ["a", "a", "b", "c", "d"] {
            assert!(matches!(expired.claim(token(text), 1).await, Ok(Claim::New)), "{text}");
        }
        expired.store(token("d"), 1, response()).await.expect("in memory");
        assert_eq!(expired.known().reserved.len(), 0);
    }

    /// A store with a reservation that has expired, and one of another owner after it.
    async fn taken_over() -> MemoryStore {
        let mut store = MemoryStore::new(Duration::ZERO, 10);
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)));
        assert!(matches!(store.claim(token("a"), 2).await, Ok(Claim::New)));
        store.lifetime = Duration::from_secs(60);
        store
    }

    #[tokio::test]
    async fn requests_that_outlast_their_reservation_leave_that_of_another() {
        let store = taken_over().await;
        store.release(token("a"), 1).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 3).await, Ok(Claim::Running)), "the owner is another one");
        let late = StoredResponse { status: StatusCode::ACCEPTED, ..response() };
        store.store(token("a"), 1, late.clone()).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 3).await, Ok(Claim::Running)), "the owner is another one");
        store.store(token("a"), 2, response()).await.expect("in memory");
        store.store(token("a"), 1, late.clone()).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 3).await, Ok(Claim::Stored(stored)) if stored == response()));
        assert_eq!(store.known().order.len(), 1, "it is stored once");
        let store = taken_over().await;
        store.release(token("a"), 2).await.expect("in memory");
        store.store(token("a"), 1, late.clone()).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 3).await, Ok(Claim::Stored(stored)) if stored == late), "it is free");
    }

    #[tokio::test]
    async fn requests_in_progress_displace_no_responses() {
        let store = MemoryStore::new(Duration::from_secs(60), 2);
        for text in ["a", "b", "c", "d"] {
            assert!(matches!(store.claim(token(text), 1).await, Ok(Claim::New)), "{text}");
        }
        for text in ["a", "b"] {
            store.store(token(text), 1, response()).await.expect("in memory");
        }
        for text in ["a", "b"] {
            assert!(matches!(store.claim(token(text), 1).await, Ok(Claim::Stored(_))), "{text}");
        }
        for text in ["c", "d"] {
            assert!(matches!(store.claim(token(text), 1).await, Ok(Claim::Running)), "{text}");
        }
    }

    #[tokio::test]
    async fn responses_are_limited_by_their_size() {
        let large = |length: usize| StoredResponse { body: Bytes::from(vec![b'x'; length]), ..response() };
        let store = MemoryStore::new(Duration::from_secs(60), 10).max_bytes(1000);
        for text in ["a", "b", "c"] {
            store.claim(token(text), 1).await.expect("in memory");
            store.store(token(text), 1, large(400)).await.expect("in memory");
        }
        assert_eq!(store.known().bytes, 800);
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)), "the oldest is forgotten");
        assert!(matches!(store.claim(token("c"), 1).await, Ok(Claim::Stored(_))));
        store.store(token("a"), 1, large(1001)).await.expect("in memory");
        assert!(matches!(store.claim(token("a"), 1).await, Ok(Claim::New)), "it is too large to be stored");
        assert!(matches!(store.claim(token("b"), 1).await, Ok(Claim::Stored(_))), "it does not displace others");
        let headers = HeaderMap::from_iter([(RETRY_AFTER, "x".repeat(2000).parse().expect("a value"))]);
        store.claim(token("d"), 1).await.expect("in memory");
        store.store(token("d"), 1, StoredResponse { headers, ..response() }).await.expect("in memory");
        assert!(matches!(store.claim(token("d"), 1).await, Ok(Claim::New)), "headers count");
    }
}
