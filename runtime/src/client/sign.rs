//! Signs requests (AWS Signature Version 4).

use bytes::Bytes;
use http::{HeaderMap, Request};

use super::Shared;
use super::auth;
use super::clock::{Clock, Timing};
use super::credentials::Credentials;
use super::endpoint::{Scope as OwnScope, SignatureKind};
use super::express::Sessions;
use super::request_error::{AuthError, RequestError};
use crate::event_stream::Signer;
use crate::schema::{AuthKind, OperationSchema};
use crate::signature_terms::{EVENTS, HexHash, PathEncoding, Presign, TRAILER, UNSIGNED_PAYLOAD, UNSIGNED_TRAILER};
#[cfg(feature = "sigv4a")]
use crate::sigv4;
use crate::sigv4::{
    Chain, KeyCache, Scope, Sha256, Sha256Header, Signing, SigningKey, Stamp, TokenKind, TokenPlace, Unsignable,
};
use crate::streaming::Outgoing;
use crate::time::Instant;
use crate::types::{ByteStream, StreamError};

/// Keys of a client's signatures, and its sessions.
#[derive(Default)]
pub(super) struct Keys {
    symmetric: KeyCache,
    #[cfg(feature = "sigv4a")]
    asymmetric: sigv4::AsymmetricKeyCache,
    /// Sessions for directory buckets of S3.
    sessions: Sessions,
}

/// Payload that a signature covers.
pub(super) enum Payload<'a> {
    /// Body of the request.
    Body,
    /// Stream in memory.
    Bytes(&'a [u8]),
    /// Copy of a stream that can be read again, such as a file, to calculate its SHA-256.
    Unread(ByteStream),
    /// Stream that is not read before it is sent.
    Stream,
    /// Stream in chunks with a trailing checksum.
    Trailer,
    /// Events, each of which is signed separately.
    Events,
}

impl<'a> Payload<'a> {
    /// Returns the payload of a request with these headers.
    pub(super) fn of(
        shared: &Shared,
        operation: &'static OperationSchema,
        kind: Option<AuthKind>,
        headers: &HeaderMap,
        stream: Option<&'a Outgoing>,
    ) -> Self {
        match stream {
            _ if headers.contains_key(TRAILER) => Self::Trailer,
            None => Self::Body,
            Some(Outgoing::Events(_)) => Self::Events,
            Some(Outgoing::Bytes(stream)) => match stream.as_bytes() {
                Some(bytes) => Self::Bytes(bytes),
                None if has_hash(shared, operation, kind) => stream.try_clone().map_or(Self::Stream, Self::Unread),
                None => Self::Stream,
            },
        }
    }
}

/// Whether signatures cover streams that are not in memory. S3 accepts streams without a hash.
fn has_hash(shared: &Shared, operation: &'static OperationSchema, kind: Option<AuthKind>) -> bool {
    let is_signed = kind == Some(AuthKind::SigV4) && shared.service.sigv4.is_some();
    is_signed && !operation.unsigned_payload && !shared.service.is_s3()
}

/// Payload hash of a signature.
enum PayloadHash {
    /// SHA-256.
    Known(HexHash),
    /// A text in place of the hash.
    Marker(&'static str),
}

impl PayloadHash {
    fn of(bytes: &[u8]) -> Self {
        Self::Known(HexHash::new(&Sha256::digest(bytes)))
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Known(hash) => hash.as_str(),
            Self::Marker(text) => text,
        }
    }
}

/// Returns the hash of a stream.
async fn hash_of_stream(mut stream: ByteStream) -> Result<PayloadHash, StreamError> {
    let mut hash = Sha256::new();
    while let Some(piece) = stream.next().await {
        hash.update(&piece?);
    }
    Ok(PayloadHash::Known(HexHash::new(&hash.finish())))
}

/// Returns the payload hash of a signature, and whether the request has it in a header.
async fn covered(
    shared: &Shared,
    operation: &'static OperationSchema,
    body: &Bytes,
    payload: Payload<'_>,
) -> Result<(PayloadHash, Sha256Header), RequestError> {
    let hash = match payload {
        Payload::Trailer => PayloadHash::Marker(UNSIGNED_TRAILER),
        _ if operation.unsigned_payload => PayloadHash::Marker(UNSIGNED_PAYLOAD),
        Payload::Body if !shared.service.is_s3() => return Ok((PayloadHash::of(body), Sha256Header::Omitted)),
        Payload::Body => PayloadHash::of(body),
        Payload::Bytes(bytes) => PayloadHash::of(bytes),
        Payload::Unread(stream) => hash_of_stream(stream).await.map_err(RequestError::Stream)?,
        Payload::Stream => PayloadHash::Marker(UNSIGNED_PAYLOAD),
        Payload::Events => PayloadHash::Marker(EVENTS),
    };
    // Servers need the hash before they have read a stream.
    Ok((hash, Sha256Header::Sent))
}

/// Authenticates the request by the given scheme. Returns the signer of its events, if it has events and a signature.
///
/// A signature does not cover the body if that is a stream that can be read only once, or if the operation has
/// `@unsignedPayload`. The header `x-amz-content-sha256` then has the value `UNSIGNED-PAYLOAD`.
pub(super) async fn sign(
    shared: &Shared,
    operation: &'static OperationSchema,
    kind: Option<AuthKind>,
    request: &mut Request<Bytes>,
    scope: &OwnScope,
    payload: Payload<'_>,
    Timing { start, clock }: Timing<'_>,
) -> Result<Option<Signer>, RequestError> {
    let has_events = matches!(payload, Payload::Events);
    let Some((credentials, token)) = authenticate(shared, kind, request, scope, start).await? else {
        return Ok(None);
    };
    let (hash, header) = covered(shared, operation, request.body(), payload).await?;
    let context = Context::new(shared, scope, &credentials, clock);
    #[cfg(feature = "sigv4a")]
    if context.asymmetric.is_some() && has_events {
        return Err(AuthError::UnsupportedSignature("sigv4a of event streams".to_owned()).into());
    }
    let signature = context.signing(&credentials, token).sign(request, hash.as_str(), header).map_err(refusal)?;
    if !has_events || operation.unsigned_payload {
        return Ok(None);
    }
    let clock = clock.clone();
    let (key, signature) = (context.key.clone(), signature.as_str().to_owned());
    let chain = Chain::new(credentials.secret(), key, context.time, context.scope(), signature);
    Ok(Signer::new(chain, Box::new(move || clock.now())))
}

/// Signs the URL of a request, so that it is valid for some time without the credentials. Its body is signed, except
/// for S3 and operations with `@unsignedPayload`.
pub(super) async fn presign(
    shared: &Shared,
    operation: &'static OperationSchema,
    request: &mut Request<Bytes>,
    scope: &OwnScope,
    expires: Presign,
) -> Result<(), AuthError> {
    let kind = auth::choose(shared, operation)?;
    if kind.is_some_and(|kind| kind != AuthKind::SigV4) {
        return Err(AuthError::NotPresignable);
    }
    let identity = authenticate(shared, kind, request, scope, Instant::now()).await?;
    let Some((credentials, token)) = identity else { return Ok(()) };
    let is_unsigned = shared.service.is_s3() || operation.unsigned_payload;
    let hash = if is_unsigned { PayloadHash::Marker(UNSIGNED_PAYLOAD) } else { PayloadHash::of(request.body()) };
    let clock = shared.config.state.clocks.of(request.uri());
    let context = Context::new(shared, scope, &credentials, &clock);
    context.signing(&credentials, token).presign(request, hash.as_str(), expires).map_err(refusal)
}

/// Adds an identity other than a signature, within the limits of an attempt that began at `start`. Returns the
/// credentials if the scheme is a signature, and the kind of their session token.
async fn authenticate(
    shared: &Shared,
    kind: Option<AuthKind>,
    request: &mut Request<Bytes>,
    scope: &OwnScope,
    start: Instant,
) -> Result<Option<(Credentials, TokenKind)>, AuthError> {
    let Some(kind) = kind else { return Ok(None) };
    let limits = auth::limits(&shared.config, start);
    let Some(identity) = auth::identity(&shared.config, kind, limits).await? else { return Ok(None) };
    auth::add(shared, &identity, request)?;
    match identity {
        auth::Identity::Credentials(credentials) => match &scope.kind {
            SignatureKind::Plain => Ok(Some((credentials, TokenKind::Security))),
            #[cfg(feature = "sigv4a")]
            SignatureKind::Asymmetric(_) => Ok(Some((credentials, TokenKind::Security))),
            SignatureKind::Unsupported(names) => Err(AuthError::UnsupportedSignature(names.clone())),
            SignatureKind::ExpressSession => {
                let region = scope.region.as_deref();
                let session = shared.keys.sessions.get(shared, request.uri(), region, credentials, limits).await;
                let failed = |source| AuthError::Identity { scheme: AuthKind::SigV4, source };
                Ok(Some((session.map_err(failed)?, TokenKind::Express)))
            }
        },
        auth::Identity::Token(_) | auth::Identity::Key(_) | auth::Identity::Basic(..) => Ok(None),
    }
}

/// Time, scope and key of a signature.
struct Context<'a> {
    time: Stamp,
    region: &'a str,
    name: &'a str,
    encoding: PathEncoding,
    key: SigningKey,
    /// Key and regions of an asymmetric signature.
    #[cfg(feature = "sigv4a")]
    asymmetric: Option<(sigv4::AsymmetricKey, &'a str)>,
}

impl<'a> Context<'a> {
    fn new(shared: &'a Shared, own: &'a OwnScope, credentials: &Credentials, clock: &Clock) -> Self {
        let region = own.region.as_deref().or(shared.config.region.as_deref()).unwrap_or("us-east-1");
        let name = own.name.as_deref().or(shared.service.sigv4.map(|sigv4| sigv4.name)).unwrap_or_default();
        let default = if shared.service.is_s3() { PathEncoding::Once } else { PathEncoding::Twice };
        let encoding = own.encoding.unwrap_or(default);
        let time = Stamp::of(clock.now());
        let key = shared.keys.symmetric.get(credentials.secret(), time.date(), Scope { region, service: name });
        #[cfg(feature = "sigv4a")]
        let asymmetric = match &own.kind {
            SignatureKind::Asymmetric(regions) => {
                let key = shared.keys.asymmetric.get(credentials.access_key_id(), credentials.secret());
                key.map(|key| (key, &**regions))
            }
            _ => None,
        };
        Self {
            time,
            region,
            name,
            encoding,
            key,
            #[cfg(feature = "sigv4a")]
            asymmetric,
        }
    }

    fn scope(&self) -> Scope<'_> {
        Scope { region: self.region, service: self.name }
    }

    fn signing<'s>(&'s self, credentials: &'s Credentials, token_kind: TokenKind) -> Signing<'s> {
        Signing {
            access_key: credentials.access_key_id(),
            token: credentials.token(),
            token_place: TokenPlace::Signed,
            token_kind,
            key: &self.key,
            scope: self.scope(),
            time: self.time,
            encoding: self.encoding,
            #[cfg(feature = "sigv4a")]
            asymmetric: self.asymmetric.as_ref().map(|(key, regions)| (key, *regions)),
        }
    }
}

fn refusal(error: Unsignable) -> AuthError {
    match error {
        Unsignable::Header(name) => AuthError::UnsignableHeader(name.to_string()),
        error => AuthError::Signature(error.into()),
    }
}
