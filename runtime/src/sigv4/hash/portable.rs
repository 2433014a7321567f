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

/// Key of HMAC with SHA-256, which is hashed once for all texts.
#[derive(Clone)]
pub(crate) struct MacKey(Hmac<sha2::Sha256>);

impl MacKey {
    pub(crate) fn new(key: &[u8]) -> Self {
        // Keys of any length are valid: longer ones are hashed.
        let mac = Hmac::new_from_slice(key);
        Self(mac.unwrap_or_else(|_| Hmac::new(&hmac::digest::Key::<Hmac<sha2::Sha256>>::default())))
    }

    /// Returns the HMAC of a text.
    pub(crate) fn sign(&self, text: &[u8]) -> [u8; 32] {
        self.0.clone().chain_update(text).finalize().into_bytes().into()
    }

    /// Whether the HMAC of a text is the expected one, in constant time.
    #[cfg(feature = "server")]
    pub(crate) fn is_valid(&self, text: &[u8], expected: &[u8]) -> bool {
        self.0.clone().chain_update(text).verify_slice(expected).is_ok()
    }
}
