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

/// Key of HMAC with SHA-256, which is hashed once for all texts.
#[derive(Clone)]
pub(crate) struct MacKey(hmac::Key);

impl MacKey {
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, key))
    }

    /// Returns the HMAC of a text.
    pub(crate) fn sign(&self, text: &[u8]) -> [u8; 32] {
        array(hmac::sign(&self.0, text))
    }
}

/// The bytes of a hash, of which there are always 32.
fn array(hash: impl AsRef<[u8]>) -> [u8; 32] {
    hash.as_ref().try_into().unwrap_or_default()
}
