//! Signatures of parts of a body, each of which covers the previous one: chunks of `aws-chunked`, and events.

use std::fmt;

use super::hash::{Mac, Sha256};
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
        let signature = self.part("AWS4-HMAC-SHA256-PAYLOAD", &hashes).finish();
        self.previous = hex(&signature);
        signature
    }

    /// Verifies the signature of an event.
    #[cfg(feature = "server")]
    pub(crate) fn verify_event(&mut self, time: Stamp, headers: &[u8], payload: &[u8], signature: &[u8]) -> bool {
        self.set_time(time);
        let hashes = [Sha256::digest(headers), Sha256::digest(payload)];
        let part = self.part("AWS4-HMAC-SHA256-PAYLOAD", &hashes);
        self.previous = hex(signature);
        part.is(signature)
    }

    /// Verifies the signature of a chunk, in hexadecimal.
    #[cfg(feature = "server")]
    pub(crate) fn verify_chunk(&mut self, hash: [u8; 32], signature: &str) -> bool {
        let part = self.part("AWS4-HMAC-SHA256-PAYLOAD", &[Sha256::digest(b""), hash]);
        self.verify(part, signature)
    }

    /// Verifies the signature of trailing headers, which are lines `name:value\n`.
    #[cfg(feature = "server")]
    pub(crate) fn verify_trailer(&mut self, lines: &str, signature: &str) -> bool {
        let part = self.part("AWS4-HMAC-SHA256-TRAILER", &[Sha256::digest(lines.as_bytes())]);
        self.verify(part, signature)
    }

    #[cfg(feature = "server")]
    fn verify(&mut self, part: Mac, signature: &str) -> bool {
        signature.clone_into(&mut self.previous);
        super::signed::unhex(signature).is_some_and(|bytes| part.is(&bytes))
    }

    /// The key depends on the date of an event, which may be after that of the request.
    fn set_time(&mut self, time: Stamp) {
        if time.date() != self.time.date() {
            let scope = Scope { region: &self.region, service: &self.service };
            self.key = SigningKey::new(&self.secret, time.date(), scope);
        }
        self.time = time;
    }

    fn part(&self, algorithm: &str, hashes: &[[u8; 32]]) -> Mac {
        let scope = [self.time.date(), "/", &self.region, "/", &self.service, "/aws4_request\n", &self.previous];
        let head = [algorithm, "\n", self.time.as_str(), "\n"].into_iter().chain(scope);
        let mac = head.fold(self.key.start(), Mac::with);
        hashes.iter().fold(mac, |mac, hash| mac.with("\n").with(hex(hash)))
    }
}
