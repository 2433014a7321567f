//! Hashes in Rust, for all platforms.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Digest as _;

/// A hash of bytes that are added in parts.
#[derive(Clone)]
pub(crate) struct Sha256(sha2::Sha256);

impl Sha256 {
    pub(crate) fn new() -> Self {
        Self(sha2::Sha256::new())
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }

    /// Returns the hash of these bytes.
    pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
        sha2::Sha256::digest(bytes).into()
    }
}

/// HMAC with SHA-256 of bytes that are added in parts.
#[derive(Clone)]
pub(crate) struct Mac(Hmac<sha2::Sha256>);

impl Mac {
    pub(crate) fn new(key: &[u8]) -> Self {
        // Keys of any length are valid: longer ones are hashed.
        let mac = Hmac::new_from_slice(key);
        Self(mac.unwrap_or_else(|_| Hmac::new(&hmac::digest::Key::<Hmac<sha2::Sha256>>::default())))
    }

    /// Adds bytes.
    #[must_use]
    pub(crate) fn with(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.0.update(bytes.as_ref());
        self
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into_bytes().into()
    }

    /// Whether this is the expected value, in constant time.
    #[cfg(feature = "server")]
    pub(crate) fn is(self, expected: &[u8]) -> bool {
        self.0.verify_slice(expected).is_ok()
    }
}
