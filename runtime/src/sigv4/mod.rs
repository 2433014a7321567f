//! AWS Signature Version 4: canonical requests, keys, and signatures of requests, chunks and events. Independent of
//! clients, servers and protocols.
//!
//! Signing and verification share [`Canonical`], so both sides agree. Hashes are those of other crates (`hash`).

#[cfg(feature = "sigv4a")]
mod asymmetric;
mod canonical;
#[cfg_attr(not(feature = "events"), allow(dead_code, reason = "clients sign events, servers have them"))]
mod chain;
mod hash;
mod key;
#[cfg(feature = "client-core")]
mod sign;
#[cfg(feature = "server")]
mod signed;
mod time;

#[cfg(all(test, feature = "client-core", feature = "server"))]
mod tests;

#[cfg(feature = "sigv4a")]
pub(crate) use asymmetric::AsymmetricKey;
#[cfg(all(feature = "sigv4a", feature = "client-core"))]
pub(crate) use asymmetric::AsymmetricKeyCache;
#[cfg(feature = "server")]
pub(crate) use canonical::Begun;
use canonical::Canonical;
pub(crate) use chain::Chain;
#[cfg(feature = "client-core")]
pub(crate) use hash::Sha256;
#[cfg(feature = "client-core")]
pub(crate) use key::KeyCache;
pub(crate) use key::{Scope, SigningKey};
#[cfg(feature = "client-core")]
pub(crate) use sign::{Sha256Header, Signing, TokenKind, TokenPlace, Unsignable};
#[cfg(feature = "server")]
pub(crate) use signed::{Algorithm, Malformed, Place, Signed, VerificationKey, unhex};
pub(crate) use time::Stamp;

/// Further headers that are not signed in URLs, because users of a URL do not send them. They do not change what a
/// request may do, so verification accepts them unsigned.
const UNSIGNED_IN_URLS: &[&str] = &["x-amz-checksum-mode", "x-amz-user-agent"];
/// Name of the algorithm.
pub(crate) const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// Name of the algorithm of asymmetric signatures.
#[cfg(any(feature = "server", feature = "sigv4a"))]
pub(crate) const ASYMMETRIC: &str = "AWS4-ECDSA-P256-SHA256";
