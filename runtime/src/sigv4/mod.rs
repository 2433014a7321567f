//! AWS Signature Version 4: canonical requests, keys, and signatures of requests, chunks and events. Independent of
//! clients, servers and protocols.
//!
//! Signing and verification share [`Canonical`], so both sides agree. Hashes are those of the
//! crates `sha2` and `hmac`.

#[cfg(feature = "sigv4a")]
mod asymmetric;
mod canonical;
mod chain;
mod key;
#[cfg(feature = "client-core")]
mod sign;
#[cfg(feature = "server")]
mod signed;
mod time;

#[cfg(all(test, feature = "client-core", feature = "server"))]
mod tests;

use http::HeaderName;

#[cfg(feature = "sigv4a")]
pub(crate) use asymmetric::AsymmetricKey;
#[cfg(all(feature = "sigv4a", feature = "client-core"))]
pub(crate) use asymmetric::AsymmetricKeyCache;
use canonical::Canonical;
pub(crate) use canonical::PathEncoding;
#[cfg(feature = "server")]
pub(crate) use canonical::{Begun, pairs};
pub(crate) use chain::Chain;
#[cfg(feature = "client-core")]
pub(crate) use key::KeyCache;
pub(crate) use key::{Scope, SigningKey, hex};
#[cfg(feature = "client-core")]
pub(crate) use sign::{Presign, Sha256Header, Signing, TokenKind, TokenPlace, Unsignable};
#[cfg(feature = "server")]
pub(crate) use signed::{Algorithm, Malformed, Place, Signed, VerificationKey, unhex};
pub(crate) use time::Stamp;

/// Header with the payload hash.
pub(crate) const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
/// Longest validity of a URL in seconds: a week.
const MAX_EXPIRES: u32 = 604_800;
/// Further headers that are not signed in URLs, because users of a URL do not send them. They do not change what a
/// request may do, so verification accepts them unsigned.
const UNSIGNED_IN_URLS: &[&str] = &["x-amz-checksum-mode", "x-amz-user-agent"];
/// Name of the algorithm.
pub(crate) const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// Name of the algorithm of asymmetric signatures.
#[cfg(any(feature = "server", feature = "sigv4a"))]
pub(crate) const ASYMMETRIC: &str = "AWS4-ECDSA-P256-SHA256";
/// Payload hash of requests whose signature does not cover the body.
pub(crate) const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";
/// Payload hash of requests with signed events.
pub(crate) const EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
/// Payload hash of bodies in chunks with a trailing checksum.
pub(crate) const UNSIGNED_TRAILER: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
