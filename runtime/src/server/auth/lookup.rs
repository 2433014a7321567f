//! Secrets of access keys: looked up by a function of the user, and cached with their signing keys.

use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Identity;
use crate::sigv4::{Algorithm, Signed, VerificationKey};
use crate::types::BoxError;

/// Maximum number of cached secrets for each algorithm.
const KEPT: usize = 1024;

/// Access key of a request, to look up its secret. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccessKey {
    /// ID of the access key.
    pub id: String,
    /// Session token of temporary credentials. A lookup must check that it belongs to the access key.
    pub session_token: Option<String>,
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessKey(..)")
    }
}

/// Secret of an access key, and the identity of its owner. `Debug` does not show them.
///
/// ```
/// use whitesmith_runtime::server::{Identity, SecretKey};
/// let secret = SecretKey::new("secret").identity(Identity::new("alice"));
/// assert!(!format!("{secret:?}").contains("secret"));
/// ```
#[derive(Clone)]
pub struct SecretKey {
    secret: Arc<str>,
    identity: Option<Identity>,
}

impl SecretKey {
    /// Creates a secret. The identity's name is the ID of the access key.
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into().into(), identity: None }
    }

    /// Sets the identity of the owner.
    #[must_use]
    pub fn identity(mut self, identity: Identity) -> Self {
        self.identity = Some(identity);
        self
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

type Loading = Pin<Box<dyn Future<Output = Result<Option<SecretKey>, BoxError>> + Send>>;

/// A function that looks up secrets, and a cache of its results.
pub(super) struct Lookup {
    load: Box<dyn Fn(AccessKey) -> Loading + Send + Sync>,
    kept: Mutex<Kept>,
}

/// Secrets by access key, for each algorithm.
#[derive(Default)]
struct Kept {
    symmetric: HashMap<String, Arc<Known>>,
    asymmetric: HashMap<String, Arc<Known>>,
}

impl Kept {
    fn of(&mut self, algorithm: Algorithm) -> &mut HashMap<String, Arc<Known>> {
        match algorithm {
            Algorithm::Symmetric => &mut self.symmetric,
            Algorithm::Asymmetric => &mut self.asymmetric,
        }
    }
}

/// A secret with its last key.
pub(super) struct Known {
    pub(super) secret: Arc<str>,
    pub(super) identity: Identity,
    pub(super) key: VerificationKey,
    token: Option<String>,
    /// Date, region and service of the key. Asymmetric keys have none.
    scope: Option<[String; 3]>,
    since: Instant,
}

impl Known {
    /// Whether the key is that of the signature.
    fn is_for(&self, signed: &Signed) -> bool {
        self.scope.as_ref().is_none_or(|[date, region, service]| {
            *date == signed.time.date() && *region == signed.region && *service == signed.service
        })
    }
}

impl Lookup {
    pub(super) fn new<F, L, E>(lookup: F) -> Self
    where
        F: Fn(AccessKey) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<SecretKey>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let load = move |key| -> Loading {
            let loading = lookup(key);
            Box::pin(async move { loading.await.map_err(Into::into) })
        };
        Self { load: Box::new(load), kept: Mutex::default() }
    }

    /// Returns the secret of a signature, which is cached for this time. `None` if the access key or the session token
    /// is unknown.
    pub(super) async fn get(&self, signed: &Signed, lifetime: Duration) -> Result<Option<Arc<Known>>, BoxError> {
        let kept = self.kept().of(signed.algorithm).get(&signed.access_key).cloned();
        let kept = kept.filter(|known| known.since.elapsed() < lifetime && known.token == signed.token);
        let (secret, identity, since) = match kept {
            Some(known) if known.is_for(signed) => return Ok(Some(known)),
            Some(known) => (Arc::clone(&known.secret), known.identity.clone(), known.since),
            None => {
                let key = AccessKey { id: signed.access_key.clone(), session_token: signed.token.clone() };
                let Some(SecretKey { secret, identity }) = (self.load)(key).await? else { return Ok(None) };
                (secret, identity.unwrap_or_else(|| Identity::new(&*signed.access_key)), Instant::now())
            }
        };
        let Some(key) = signed.key(&secret) else { return Ok(None) };
        let scope = || [signed.time.date().to_owned(), signed.region.clone(), signed.service.clone()];
        let scope = (signed.algorithm == Algorithm::Symmetric).then(scope);
        Ok(Some(Arc::new(Known { secret, identity, key, token: signed.token.clone(), scope, since })))
    }

    /// Caches a secret after its signature was found to be valid, so that invalid requests cannot fill the cache.
    pub(super) fn keep(&self, signed: &Signed, known: &Arc<Known>) {
        let mut kept = self.kept();
        let kept = kept.of(signed.algorithm);
        match kept.get_mut(&signed.access_key) {
            Some(old) => old.clone_from(known),
            None => {
                if kept.len() >= KEPT {
                    kept.clear();
                }
                kept.insert(signed.access_key.clone(), Arc::clone(known));
            }
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(all(test, feature = "sigv4a"))]
mod tests {
    use super::*;
    use crate::sigv4::{Place, Stamp};

    #[tokio::test]
    async fn both_algorithms_of_an_access_key_are_cached() {
        let lookup = Lookup::new(|_| async { Ok::<_, std::io::Error>(Some(SecretKey::new("secret"))) });
        let signed = |algorithm| Signed {
            algorithm,
            access_key: "AKIDEXAMPLE".to_owned(),
            region: "eu-central-1".to_owned(),
            service: "depots".to_owned(),
            time: Stamp::parse("20130524T000000Z").expect("a time"),
            place: Place::Header,
            signed_headers: "host".to_owned(),
            signature: String::new(),
            token: None,
        };
        let both = [signed(Algorithm::Symmetric), signed(Algorithm::Asymmetric)];
        let mut since = Vec::new();
        for signed in both.iter().chain(&both) {
            let known = lookup.get(signed, Duration::MAX).await.expect("no error").expect("known");
            lookup.keep(signed, &known);
            since.push(known.since);
        }
        assert_eq!(since[..2], since[2..], "neither evicts the other");
    }
}
