//! Identities, and a cache of those that providers supply. Independent of how requests use them.

use std::fmt;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::clock::Clocks;
use super::credentials::Credentials;
use super::task_lock::TaskLock;
use crate::time::{Instant, timeout};
use crate::types::BoxError;

/// How long an identity without an expiry is cached.
const LIFETIME: Duration = Duration::from_secs(15 * 60);
/// Time before its expiry at which an identity is requested again; at most a quarter of its lifetime.
const MARGIN: Duration = Duration::from_secs(60);
/// Minimum time between two requests to a provider, if the first failed or was cancelled while the previous identity is
/// valid, or if it returned an expired identity: a wrong `Date` of the service makes all identities look expired.
const PAUSE: Duration = Duration::from_secs(5);

/// A token, key or password, with an optional expiry. `Debug` does not show the value.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use whitesmith_runtime::client::Secret;
/// let token = Secret::new("abc").expires_at(SystemTime::now() + Duration::from_secs(3600));
/// assert!(!format!("{token:?}").contains("abc"));
/// ```
#[derive(Clone)]
pub struct Secret {
    value: Arc<str>,
    expiry: Option<SystemTime>,
}

impl Secret {
    /// Creates a secret without an expiry. A secret from a provider is requested again after 15 minutes.
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into().into(), expiry: None }
    }

    /// Sets the expiry.
    #[must_use]
    pub fn expires_at(mut self, expiry: SystemTime) -> Self {
        self.expiry = Some(expiry);
        self
    }

    pub(super) fn as_str(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").field("expiry", &self.expiry).finish_non_exhaustive()
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// Reason why a provider did not supply an identity.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum IdentityError {
    /// The provider failed.
    Failed(Arc<dyn std::error::Error + Send + Sync>),
    /// The provider did not return in time. The value is the limit that was reached:
    /// [`Config::identity_timeout`](super::Config::identity_timeout), the time limit of the attempt, or half of it.
    Timeout(Duration),
}

impl fmt::Display for IdentityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(_) => f.write_str("the provider failed"),
            Self::Timeout(limit) => write!(f, "the provider did not return within {limit:?}"),
        }
    }
}

impl std::error::Error for IdentityError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Failed(error) = self { Some(&**error) } else { None }
    }
}

type Loading<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Identity that is fixed, or supplied by a provider. Clones share the cache.
#[derive(Clone)]
pub(super) enum Source<T> {
    Fixed(T),
    Provided(Arc<Cache<T>>),
}

impl<T: Expiring> Source<T> {
    fn provided(load: impl Fn() -> Loading<T> + Send + Sync + 'static) -> Self {
        Self::Provided(Arc::new(Cache { load: Box::new(load), lock: TaskLock::default(), state: Mutex::default() }))
    }

    /// Returns the identity, within the limits. Expiries are times of the machine's clock, unless services agree that
    /// it is wrong.
    pub(super) async fn get(&self, limits: Limits, clocks: &Clocks) -> Result<T, IdentityError> {
        match self {
            Self::Fixed(identity) => Ok(identity.clone()),
            Self::Provided(cache) => cache.get(limits, clocks).await,
        }
    }

    pub(super) fn from_provider<F, L, E>(provider: F) -> Self
    where
        F: Fn() -> L + Send + Sync + 'static,
        L: Future<Output = Result<T, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self::provided(move || {
            let loading = provider();
            Box::pin(async move { loading.await.map_err(Into::into) })
        })
    }
}

/// Time limits of a request to a provider.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) provider: Duration,
    /// Limit of the attempt that needs the identity.
    pub(super) attempt: Duration,
    /// Start of the attempt.
    pub(super) start: Instant,
}

/// A value that may expire.
pub(super) trait Expiring: Clone {
    fn expiry(&self) -> Option<SystemTime>;
}

impl Expiring for Credentials {
    fn expiry(&self) -> Option<SystemTime> {
        Credentials::expiry(self)
    }
}

impl Expiring for Secret {
    fn expiry(&self) -> Option<SystemTime> {
        self.expiry
    }
}

/// A provider and its last identity.
pub(super) struct Cache<T> {
    load: Box<dyn Fn() -> Loading<T> + Send + Sync>,
    /// Held by the caller that waits for the provider.
    lock: TaskLock,
    state: Mutex<State<T>>,
}

struct State<T> {
    /// Number of completed requests.
    requests: u64,
    last: Option<Result<Known<T>, IdentityError>>,
}

impl<T> Default for State<T> {
    fn default() -> Self {
        Self { requests: 0, last: None }
    }
}

struct Known<T> {
    identity: T,
    /// Time to call the provider again.
    refresh: Deadline,
    /// `None` if the identity does not expire.
    end: Option<Deadline>,
}

impl<T: Expiring> Known<T> {
    fn new(identity: T, now: SystemTime) -> Self {
        let lifetime = identity.expiry().map(|expiry| expiry.duration_since(now).unwrap_or_default());
        let kept = match lifetime {
            Some(Duration::ZERO) => PAUSE,
            Some(lifetime) => lifetime.saturating_sub(MARGIN.min(lifetime / 4)),
            None => LIFETIME,
        };
        let after = |time| Deadline::after(time, now);
        Self { identity, refresh: after(kept), end: lifetime.map(after) }
    }

    fn is_fresh(&self, now: SystemTime) -> bool {
        !self.refresh.has_passed(now)
    }

    fn is_valid(&self, now: SystemTime) -> bool {
        !self.end.is_some_and(|end| end.has_passed(now))
    }

    /// Postpones the next request to the provider, but not beyond the expiry.
    fn pause(&mut self, now: SystemTime) {
        let pause = Deadline::after(PAUSE, now);
        self.refresh = self.end.map_or(pause, |end| pause.min(end));
    }
}

impl<T: Expiring> Cache<T> {
    async fn get(&self, limits: Limits, clocks: &Clocks) -> Result<T, IdentityError> {
        let (before, longest, other) = {
            let state = self.state();
            if let Some(Ok(known)) = &state.last
                && known.is_fresh(clocks.shared_now())
            {
                return Ok(known.identity.clone());
            }
            // With an identity that is still valid, half of the attempt is left to send the request.
            let other = state.valid(clocks.shared_now());
            let longest = if other.is_some() { limits.attempt / 2 } else { limits.attempt };
            (state.requests, longest, other)
        };
        // The limit that is reached, and the time that is left of it.
        let limit = limits.provider.min(longest);
        let left = limits.provider.min(longest.saturating_sub(limits.start.elapsed()));
        let start = Instant::now();
        let guard = match (self.lock.try_take(), other) {
            (Some(guard), _) => guard,
            (None, Some(other)) => return Ok(other),
            // The other caller may have a longer limit.
            (None, None) => match timeout(left, pin!(self.lock.take())).await {
                Ok(guard) => guard,
                Err(_) => return self.state().valid(clocks.shared_now()).ok_or(IdentityError::Timeout(limit)),
            },
        };
        {
            // Callers that waited for the same request share its result. If that request was cancelled, the next caller
            // starts another, unless the previous identity is still valid.
            let state = self.state();
            match &state.last {
                Some(last) if state.requests != before => {
                    return last.as_ref().map(|known| known.identity.clone()).map_err(Clone::clone);
                }
                Some(Ok(known)) if known.is_fresh(clocks.shared_now()) => return Ok(known.identity.clone()),
                _ => {}
            }
        }
        let request = Request { cache: self, clocks };
        let loaded = timeout(left.saturating_sub(start.elapsed()), pin!((self.load)())).await;
        drop(request);
        let loaded = match loaded {
            Ok(loaded) => loaded.map_err(|error| IdentityError::Failed(error.into())),
            // Only this caller had no time left. The others have their own.
            Err(_) if guard.has_waited() || left < limits.provider => {
                return self.state().valid(clocks.shared_now()).ok_or(IdentityError::Timeout(limit));
            }
            Err(_) => Err(IdentityError::Timeout(limit)),
        };
        self.state().record(loaded, clocks.shared_now())
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request to a provider, until it is completed, given up or cancelled. If it is not completed, the next one is
/// postponed.
struct Request<'a, T: Expiring> {
    cache: &'a Cache<T>,
    clocks: &'a Clocks,
}

impl<T: Expiring> Drop for Request<'_, T> {
    fn drop(&mut self) {
        self.cache.state().pause(self.clocks.shared_now());
    }
}

impl<T: Expiring> State<T> {
    /// The last identity, if it is still valid.
    fn valid(&self, now: SystemTime) -> Option<T> {
        let known = self.last.as_ref()?.as_ref().ok().filter(|known| known.is_valid(now))?;
        Some(known.identity.clone())
    }

    /// Postpones the next request if the last identity is still valid.
    fn pause(&mut self, now: SystemTime) {
        if let Some(Ok(known)) = &mut self.last
            && known.is_valid(now)
        {
            known.pause(now);
        }
    }

    /// Records the result of a request, whose end has postponed the next one. After a failure, an identity that is
    /// still valid is used until then.
    fn record(&mut self, loaded: Result<T, IdentityError>, now: SystemTime) -> Result<T, IdentityError> {
        self.requests += 1;
        let known = match (loaded, self.last.take()) {
            (Ok(identity), _) => Ok(Known::new(identity, now)),
            (Err(_), Some(Ok(known))) if known.is_valid(now) => Ok(known),
            (Err(error), _) => Err(error),
        };
        let last = self.last.insert(known);
        last.as_ref().map(|known| known.identity.clone()).map_err(Clone::clone)
    }
}

/// A time on two clocks: the monotonic clock stops while the machine is suspended, and the system clock may be set
/// back.
#[derive(Clone, Copy)]
struct Deadline {
    monotonic: Option<Instant>,
    system: Option<SystemTime>,
}

impl Deadline {
    fn after(time: Duration, now: SystemTime) -> Self {
        Self { monotonic: Instant::now().checked_add(time), system: now.checked_add(time) }
    }

    /// The earlier one, on each clock.
    fn min(self, other: Self) -> Self {
        fn earlier<C: Ord>(one: Option<C>, other: Option<C>) -> Option<C> {
            one.into_iter().chain(other).min()
        }
        Self { monotonic: earlier(self.monotonic, other.monotonic), system: earlier(self.system, other.system) }
    }

    fn has_passed(&self, now: SystemTime) -> bool {
        self.monotonic.is_some_and(|end| Instant::now() >= end) || self.system.is_some_and(|end| now >= end)
    }
}
