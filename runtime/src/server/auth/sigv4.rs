//! Verifies signatures of AWS Signature Version 4: of requests, presigned URLs, chunks and events.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::CONTENT_ENCODING;
use http::{HeaderMap, request};
use sha2::{Digest, Sha256};

use super::lookup::{AccessKey, Known, Lookup, SecretKey};
use super::refusal::{MISMATCH, Refusal, SignedIn};
use super::rules::Rules;
use super::{Admission, Caller};
use crate::schema::{AuthKind, Member, OperationSchema, ServiceSchema};
use crate::signature_terms::{self, hex};
use crate::sigv4::{Algorithm, Begun, Chain, Malformed, Place, Signed, VerificationKey};
use crate::streaming;
use crate::types::BoxError;

const SIGNED_CHUNKS: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
const SIGNED_TRAILER: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
/// Start of the payload hashes of chunks and events with asymmetric signatures.
const ASYMMETRIC_PARTS: &str = "STREAMING-AWS4-ECDSA-P256-SHA256-";

/// How long a secret is cached.
const LIFETIME: Duration = Duration::from_secs(300);
/// Longest difference that can be set: a week, as for URLs.
const MAX_SKEW: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Which requests may have bodies that their signature does not cover (`UNSIGNED-PAYLOAD`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnsignedPayload {
    /// Those of operations with `@unsignedPayload`, and of S3; and bodies with a trailing checksum, of operations with
    /// `@httpChecksum`. Serve these over TLS, which protects such bodies. This is the default.
    #[default]
    Allowed,
    /// Those of operations with `@unsignedPayload`, and presigned URLs of S3.
    Refused,
}

/// A valid signature, to find out whether it was used before. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignatureUse {
    /// Signature in hexadecimal digits, in a normalized form: equal for all encodings of the same signature.
    pub signature: String,
    /// Time at which the signature expires.
    pub expires: SystemTime,
    /// Whether it is in a URL, which may be meant to be used several times.
    pub presigned: bool,
}

impl fmt::Debug for SignatureUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureUse").field("presigned", &self.presigned).finish_non_exhaustive()
    }
}

type Checking = Pin<Box<dyn Future<Output = Result<bool, BoxError>> + Send>>;

/// Verifier of AWS Signature Version 4, for [`Authentication::sigv4`](super::Authentication::sigv4).
///
/// With the feature `sigv4a`, [`allow_sigv4a`](Self::allow_sigv4a) also accepts signatures that are valid in
/// several regions (Signature Version 4a), except for those of chunks and events.
///
/// It verifies signatures in headers and in presigned URLs, their time, and that they cover the host, the body and all
/// headers `x-amz-*`. Signatures of chunks and events are verified as they are read. Paths with dot segments or
/// repeated slashes are rejected, except for S3, because other paths have the same signatures.
///
/// The data of a chunk is delivered before its signature is verified. If the signature is invalid, the stream ends
/// with an error, so an operation must not act on a stream before its end.
///
/// ```
/// use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier};
///
/// let verifier = SigV4Verifier::new(|key: AccessKey| async move {
///     // Usually, the secret is read from a database. Temporary credentials have a token, which must also be checked.
///     let is_known = key.id == "AKIDEXAMPLE" && key.session_token.is_none();
///     Ok::<_, std::io::Error>(is_known.then(|| SecretKey::new("secret")))
/// });
/// ```
#[derive(Clone)]
pub struct SigV4Verifier {
    lookup: Arc<Lookup>,
    lifetime: Duration,
    skew: Option<Duration>,
    region: Option<Arc<str>>,
    allow_sigv4a: bool,
    unsigned_payload: UnsignedPayload,
    is_new: Option<Arc<dyn Fn(SignatureUse) -> Checking + Send + Sync>>,
    now: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl SigV4Verifier {
    /// Creates a verifier that looks up secrets with a function, which returns `None` for an unknown access key or an
    /// invalid session token. Its errors are internal errors of the service.
    pub fn new<F, L, E>(lookup: F) -> Self
    where
        F: Fn(AccessKey) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<SecretKey>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self {
            lookup: Arc::new(Lookup::new(lookup)),
            lifetime: LIFETIME,
            skew: None,
            region: None,
            allow_sigv4a: false,
            unsigned_payload: UnsignedPayload::default(),
            is_new: None,
            now: Arc::new(SystemTime::now),
        }
    }

    /// Sets how long a secret is cached. Default: 5 minutes. Secrets are cached after their first valid signature, at
    /// most 1,024 of them.
    #[must_use]
    pub fn keep_secrets(mut self, lifetime: Duration) -> Self {
        self.lifetime = lifetime;
        self
    }

    /// Sets the accepted difference between the clocks of client and server. Default: 15 minutes for S3, 5 minutes for
    /// all other services. At most a week.
    #[must_use]
    pub fn clock_skew(mut self, skew: Duration) -> Self {
        self.skew = Some(skew.min(MAX_SKEW));
        self
    }

    /// Accepts only signatures for this region, alone or with others. Default: all regions.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into().into());
        self
    }

    /// Also accepts signatures that are valid in several regions (Signature Version 4a). Such a signature can be used
    /// once in each of its regions, unless the functions for [`replay`](Self::replay) share a store.
    #[cfg(feature = "sigv4a")]
    #[must_use]
    pub fn allow_sigv4a(mut self) -> Self {
        self.allow_sigv4a = true;
        self
    }

    /// Sets which requests may have bodies that their signature does not cover.
    #[must_use]
    pub fn unsigned_payload(mut self, unsigned_payload: UnsignedPayload) -> Self {
        self.unsigned_payload = unsigned_payload;
        self
    }

    /// Sets a function that returns whether a valid signature is new, to reject repeated requests. Store signatures
    /// until they expire. With `allow_sigv4a`, the servers of all regions must share the store. Clients sign each
    /// attempt anew, but equal requests in the same second have equal signatures.
    ///
    /// ```
    /// # use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier, SignatureUse};
    /// use std::collections::HashMap;
    /// use std::sync::{Arc, Mutex};
    ///
    /// # let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, std::io::Error>(None) });
    /// let seen = Arc::new(Mutex::new(HashMap::new()));
    /// let verifier = verifier.replay(move |found: SignatureUse| {
    ///     let mut seen = seen.lock().expect("not poisoned");
    ///     seen.retain(|_, expires| *expires > std::time::SystemTime::now());
    ///     let is_new = found.presigned || seen.insert(found.signature, found.expires).is_none();
    ///     async move { Ok::<_, std::io::Error>(is_new) }
    /// });
    /// ```
    #[must_use]
    pub fn replay<F, L, E>(mut self, is_new: F) -> Self
    where
        F: Fn(SignatureUse) -> L + Send + Sync + 'static,
        L: Future<Output = Result<bool, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        self.is_new = Some(Arc::new(move |found| {
            let checking = is_new(found);
            Box::pin(async move { checking.await.map_err(Into::into) })
        }));
        self
    }

    /// Sets the clock, for tests.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Verifies the head of a request, and its signature unless that covers a body that is not yet received.
    pub(super) async fn admit(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        head: &request::Parts,
        signed: Signed,
    ) -> Result<Admission, Refusal> {
        let rules = Rules::of(service);
        let (encoding, place) = (rules.encoding(), SignedIn::from(signed.place));
        if signed.algorithm == Algorithm::Asymmetric && !self.allow_sigv4a {
            return Err(Refusal::Malformed(Malformed::Algorithm, place));
        }
        signed.check_headers(&head.headers).map_err(|error| Refusal::Malformed(error, place))?;
        if service.sigv4.is_some_and(|sigv4| sigv4.name != signed.service) {
            return Err(Refusal::Scope("The credential must be scoped to the service", place));
        }
        if self.region.as_ref().is_some_and(|region| !signed.is_for(region)) {
            return Err(Refusal::Scope("The credential must be scoped to the region of the service", place));
        }
        if !encoding.is_unambiguous(head.uri.path()) {
            return Err(Refusal::Mismatch("The path must not have dot segments or repeated slashes"));
        }
        let expires = self.check_time(&signed, rules)?;
        let payload = self.payload(operation, head, &signed, rules)?;
        let found = self.lookup.get(&signed, self.lifetime).await.map_err(|_| Refusal::Unavailable)?;
        let known = found.ok_or(Refusal::UnknownKey)?;
        let begun = signed.begin(head, encoding).ok_or(Refusal::Mismatch(MISMATCH))?;
        let pending = Pending { verifier: self.clone(), signed, known, begun, expires };
        match payload {
            Payload::Unknown => Ok(Admission { pending: Some(Box::new(pending)), ..Admission::default() }),
            Payload::Declared(hash, body) => {
                let caller = Some(pending.verify(&hash).await?);
                let body = match body {
                    Some(kind) => {
                        let chain = Box::new(pending.chain().ok_or(Refusal::UnsupportedParts)?);
                        Some(BodySignature { kind, chain })
                    }
                    None => None,
                };
                Ok(Admission { caller, pending: None, body })
            }
        }
    }

    /// Returns when the signature expires.
    fn check_time(&self, signed: &Signed, rules: Rules) -> Result<SystemTime, Refusal> {
        let skew = self.skew.unwrap_or(rules.skew()).as_secs();
        let now = (self.now)().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let time = signed.time.seconds().try_into().unwrap_or(0_u64);
        if time > now.saturating_add(skew) {
            return Err(if signed.place == Place::Header { Refusal::Skewed } else { Refusal::Early });
        }
        let (lifetime, refusal) = match signed.place {
            Place::Header => (skew, Refusal::Skewed),
            Place::Query { expires } => (expires.into(), Refusal::Expired),
        };
        let end = time.saturating_add(lifetime);
        // It is valid until the end of its last second.
        if now > end { Err(refusal) } else { Ok(UNIX_EPOCH + Duration::from_secs(end + 1)) }
    }

    /// Returns the payload hash of a request, if it is known without the body and allowed.
    fn payload(
        &self,
        operation: &'static OperationSchema,
        head: &request::Parts,
        signed: &Signed,
        rules: Rules,
    ) -> Result<Payload, Refusal> {
        let has_events = streaming::member(operation.input).is_some_and(Member::is_events);
        let is_presigned = signed.place != Place::Header;
        let is_unsigned_allowed = operation.unsigned_payload
            || (rules == Rules::S3 && (is_presigned || self.unsigned_payload == UnsignedPayload::Allowed));
        let is_trailer_allowed =
            operation.checksum_algorithm.is_some() && self.unsigned_payload == UnsignedPayload::Allowed;
        let mut values = head.headers.get_all(signature_terms::CONTENT_SHA256).iter();
        let value = match (values.next().map(|value| value.to_str().unwrap_or_default()), values.next()) {
            (Some(value), None) => value,
            (Some(_), Some(_)) => return Err(Refusal::Mismatch("x-amz-content-sha256 is repeated")),
            (None, _) if is_presigned && is_unsigned_allowed => signature_terms::UNSIGNED_PAYLOAD,
            // Some clients sign the hash of no bytes, to which the signatures of the events are chained.
            (None, _) if has_events && !is_presigned && !is_chunked(&head.headers) => {
                return Ok(Payload::Declared(hex(&Sha256::digest([])), Some(SignedBody::Events)));
            }
            // Event streams may never end, and the hash does not cover chunks.
            (None, _) if has_events || is_chunked(&head.headers) => return Err(Refusal::UnsignedPayload),
            (None, _) => return Ok(Payload::Unknown),
        };
        // The encoding may be unsigned, and the hash does not cover an encoded body.
        if is_chunked(&head.headers) && !value.starts_with("STREAMING-") && value != signature_terms::UNSIGNED_PAYLOAD {
            return Err(Refusal::UnsignedPayload);
        }
        let is_hash = value.len() == 64 && value.bytes().all(|digit| digit.is_ascii_hexdigit());
        let body = match value {
            _ if is_hash => None,
            signature_terms::UNSIGNED_PAYLOAD if is_unsigned_allowed => None,
            // Bodies with a trailing checksum are sent over TLS.
            signature_terms::UNSIGNED_TRAILER if is_unsigned_allowed || is_trailer_allowed => None,
            _ if value.starts_with(ASYMMETRIC_PARTS) => return Err(Refusal::UnsupportedParts),
            _ if value.starts_with("STREAMING-AWS4-") && signed.algorithm == Algorithm::Asymmetric => {
                return Err(Refusal::UnsignedPayload);
            }
            SIGNED_CHUNKS if !has_events => Some(SignedBody::Chunks),
            SIGNED_TRAILER if !has_events => Some(SignedBody::ChunksAndTrailer),
            signature_terms::EVENTS if has_events => Some(SignedBody::Events),
            _ => return Err(Refusal::UnsignedPayload),
        };
        Ok(Payload::Declared(value.to_owned(), body))
    }
}

impl fmt::Debug for SigV4Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigV4Verifier")
            .field("clock_skew", &self.skew)
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

/// Whether the headers declare a body in chunks (`aws-chunked`).
fn is_chunked(headers: &HeaderMap) -> bool {
    let values =
        headers.get_all(CONTENT_ENCODING).iter().flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    values.map(<[u8]>::trim_ascii).any(|name| name.eq_ignore_ascii_case(b"aws-chunked"))
}

/// How a signature covers the body.
enum Payload {
    /// Hash or marker, and further signatures in the body.
    Declared(String, Option<SignedBody>),
    /// The hash of the body.
    Unknown,
}

/// Signatures in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignedBody {
    Chunks,
    ChunksAndTrailer,
    Events,
}

/// Signatures in a body, which continue that of the request.
pub(crate) struct BodySignature {
    pub(crate) kind: SignedBody,
    pub(crate) chain: Box<Chain>,
}

/// A signature that is not yet verified.
pub(crate) struct Pending {
    verifier: SigV4Verifier,
    signed: Signed,
    known: Arc<Known>,
    /// Hash of the head as it was sent.
    begun: Begun,
    expires: SystemTime,
}

impl Pending {
    /// Verifies the signature with the body.
    pub(crate) async fn verify_body(self, body: &[u8]) -> Result<Caller, Refusal> {
        self.verify(&hex(&Sha256::digest(body))).await
    }

    async fn verify(&self, payload_hash: &str) -> Result<Caller, Refusal> {
        if !self.signed.is_valid(&self.known.key, &self.begun.clone().with(payload_hash)) {
            return Err(Refusal::Mismatch(MISMATCH));
        }
        self.verifier.lookup.keep(&self.signed, &self.known);
        if let Some(is_new) = &self.verifier.is_new {
            let found = SignatureUse {
                signature: self.signed.unique(),
                expires: self.expires,
                presigned: self.signed.place != Place::Header,
            };
            if !is_new(found).await.map_err(|_| Refusal::Unavailable)? {
                return Err(Refusal::Replayed);
            }
        }
        Ok(Caller { identity: self.known.identity.clone(), scheme: AuthKind::SigV4 })
    }

    /// `None` for asymmetric signatures, which the signatures of parts cannot continue.
    fn chain(&self) -> Option<Chain> {
        let Signed { time, signature, .. } = &self.signed;
        match &self.known.key {
            VerificationKey::Symmetric(key) => {
                Some(Chain::new(&self.known.secret, key.clone(), *time, self.signed.scope(), signature.clone()))
            }
            #[cfg(feature = "sigv4a")]
            VerificationKey::Asymmetric(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
