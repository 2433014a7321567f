//! Signatures of parts of a body, each of which covers the previous one: chunks of `aws-chunked`, and events.

use std::fmt;

use super::canonical::to_sign;
use super::hash::Sha256;
use super::{Scope, SigningKey, Stamp};
use crate::signature_terms::hex;

/// Signatures of a body, in order.
pub(crate) struct Chain {
    secret: String,
    region: String,
    service: String,
    /// Time of the last signature, and the key of its date.
    time: Stamp,
    key: SigningKey,
    /// Last signature in hexadecimal; initially that of the request.
    previous: String,
}

/// Does not print keys.
impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chain").field("region", &self.region).field("service", &self.service).finish_non_exhaustive()
    }
}

impl Chain {
    /// Continues the signature of a request.
    pub(crate) fn new(secret: &str, key: SigningKey, time: Stamp, scope: Scope<'_>, signature: String) -> Self {
        Self {
            secret: secret.to_owned(),
            region: scope.region.to_owned(),
            service: scope.service.to_owned(),
            time,
            key,
            previous: signature,
        }
    }

    /// Signs an event. `headers` are its encoded headers without the signature.
    #[cfg(feature = "client-core")]
    pub(crate) fn sign_event(&mut self, time: Stamp, headers: &[u8], payload: &[u8]) -> [u8; 32] {
        self.set_time(time);
        let hashes = [Sha256::digest(headers), Sha256::digest(payload)];
        let signature = self.key.sign(&self.text("AWS4-HMAC-SHA256-PAYLOAD", &hashes));
        self.previous = hex(&signature);
        signature
    }

    /// Verifies the signature of an event.
    #[cfg(feature = "server")]
    pub(crate) fn verify_event(&mut self, time: Stamp, headers: &[u8], payload: &[u8], signature: &[u8]) -> bool {
        self.set_time(time);
        let hashes = [Sha256::digest(headers), Sha256::digest(payload)];
        let text = self.text("AWS4-HMAC-SHA256-PAYLOAD", &hashes);
        self.previous = hex(signature);
        self.key.is_valid(&text, signature)
    }

    /// Verifies the signature of a chunk, in hexadecimal.
    #[cfg(feature = "server")]
    pub(crate) fn verify_chunk(&mut self, hash: [u8; 32], signature: &str) -> bool {
        let text = self.text("AWS4-HMAC-SHA256-PAYLOAD", &[Sha256::digest(b""), hash]);
        self.verify(&text, signature)
    }

    /// Verifies the signature of trailing headers, which are lines `name:value\n`.
    #[cfg(feature = "server")]
    pub(crate) fn verify_trailer(&mut self, lines: &str, signature: &str) -> bool {
        let text = self.text("AWS4-HMAC-SHA256-TRAILER", &[Sha256::digest(lines.as_bytes())]);
        self.verify(&text, signature)
    }

    #[cfg(feature = "server")]
    fn verify(&mut self, text: &str, signature: &str) -> bool {
        signature.clone_into(&mut self.previous);
        super::signed::unhex(signature).is_some_and(|bytes| self.key.is_valid(text, &bytes))
    }

    /// The key depends on the date of an event, which may be after that of the request.
    fn set_time(&mut self, time: Stamp) {
        if time.date() != self.time.date() {
            let scope = Scope { region: &self.region, service: &self.service };
            self.key = SigningKey::new(&self.secret, time.date(), scope);
        }
        self.time = time;
    }

    /// Returns the text to sign for the next part.
    fn text(&self, algorithm: &str, hashes: &[[u8; 32]]) -> String {
        let scope = Scope { region: &self.region, service: &self.service };
        let mut text = to_sign(algorithm, &self.time, scope, &self.previous);
        for hash in hashes {
            text.push('\n');
            text.push_str(&hex(hash));
        }
        text
    }
}
