//! Signing keys: derived from a secret for a day, a region and a service, and cached for that day.

use std::fmt;
#[cfg(feature = "client-core")]
use std::sync::{Mutex, PoisonError};

use super::hash::MacKey;

/// Region and service of a signing key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scope<'a> {
    /// Region: `eu-central-1`.
    pub(crate) region: &'a str,
    /// Signing name of the service: `s3`.
    pub(crate) service: &'a str,
}

/// Key that is derived from a secret, valid for a day and a scope.
#[derive(Clone)]
pub(crate) struct SigningKey(MacKey);

/// Does not print the key.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

impl SigningKey {
    /// Derives the key for a date, such as `20260131`.
    pub(crate) fn new(secret: &str, date: &str, scope: Scope<'_>) -> Self {
        let mut start = String::with_capacity(4 + secret.len());
        start.push_str("AWS4");
        start.push_str(secret);
        let parts = [date, scope.region, scope.service, "aws4_request"];
        Self(parts.into_iter().fold(MacKey::new(start.as_bytes()), |key, part| MacKey::new(&key.sign(part.as_bytes()))))
    }

    /// Returns the signature of a text.
    #[cfg(feature = "client-core")]
    pub(super) fn sign(&self, text: &str) -> [u8; 32] {
        self.0.sign(text.as_bytes())
    }

    /// Whether a signature is that of a text, in constant time.
    #[cfg(feature = "server")]
    pub(super) fn is_valid(&self, text: &str, signature: &[u8]) -> bool {
        self.0.is_valid(text.as_bytes(), signature)
    }
}

/// Number of cached keys of a client, which may call several regions and services.
#[cfg(feature = "client-core")]
const KEPT: usize = 4;

/// The last signing keys of a client.
#[cfg(feature = "client-core")]
#[derive(Default)]
pub(crate) struct KeyCache(Mutex<Vec<Entry>>);

#[cfg(feature = "client-core")]
struct Entry {
    secret: String,
    date: String,
    region: String,
    service: String,
    key: SigningKey,
}

#[cfg(feature = "client-core")]
impl KeyCache {
    /// Returns the key for a date and scope, and derives it if it is not cached.
    pub(crate) fn get(&self, secret: &str, date: &str, scope: Scope<'_>) -> SigningKey {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = entries.iter().find(|entry| {
            entry.date == date
                && entry.region == scope.region
                && entry.service == scope.service
                && entry.secret == secret
        });
        if let Some(entry) = found {
            return entry.key.clone();
        }
        let key = SigningKey::new(secret, date, scope);
        if entries.len() == KEPT {
            entries.remove(0);
        }
        entries.push(Entry {
            secret: secret.to_owned(),
            date: date.to_owned(),
            region: scope.region.to_owned(),
            service: scope.service.to_owned(),
            key: key.clone(),
        });
        key
    }
}
