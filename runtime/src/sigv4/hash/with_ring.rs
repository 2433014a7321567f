//! Hashes of `ring`.

use ring::{digest, hmac};

/// A hash of bytes that are added in parts.
#[derive(Clone)]
pub(crate) struct Sha256(digest::Context);

impl Sha256 {
    pub(crate) fn new() -> Self {
        Self(digest::Context::new(&digest::SHA256))
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        array(self.0.finish())
    }

    /// Returns the hash of these bytes.
    pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
        array(digest::digest(&digest::SHA256, bytes))
    }
}

/// HMAC with SHA-256 of bytes that are added in parts.
#[derive(Clone)]
pub(crate) struct Mac(hmac::Context);

impl Mac {
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key)))
    }

    /// Adds bytes.
    #[must_use]
    pub(crate) fn with(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.0.update(bytes.as_ref());
        self
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        array(self.0.sign())
    }
}

/// The bytes of a hash, of which there are always 32.
fn array(hash: impl AsRef<[u8]>) -> [u8; 32] {
    hash.as_ref().try_into().unwrap_or_default()
}
