//! Signatures (AWS Signature Version 4), calculated by `aws-sigv4`.

use std::sync::Arc;

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings, UriPathNormalizationMode,
    sign as make,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use bytes::Bytes;
use http::Request;
use sha2::{Digest, Sha256};

use super::Shared;
use super::auth;
use super::checksum;
use super::endpoint::Scope;
use super::request_error::AuthError;
use crate::event_stream::{CONTENT_SHA256, Signer};
use crate::schema::{AuthKind, OperationSchema, ServiceSchema};
use crate::streaming::Outgoing;
use crate::types::{ByteStream, StreamError};

/// Payload that a signature covers.
#[derive(Clone, Copy)]
pub(super) enum Payload<'a> {
    /// Body of the request.
    Body,
    /// Stream in memory.
    Bytes(&'a [u8]),
    /// Stream that was read to calculate its SHA-256, in hexadecimal.
    Hashed(&'a str),
    /// Stream that is not read before it is sent.
    Stream,
    /// Stream in chunks with a trailing checksum.
    Trailer,
    /// Events, which have signatures of their own.
    Events,
}

impl<'a> Payload<'a> {
    pub(super) fn of(stream: Option<&'a Outgoing>, hash: Option<&'a str>) -> Self {
        match stream {
            None => Self::Body,
            Some(Outgoing::Bytes(bytes)) => {
                let unread = hash.map_or(Self::Stream, Self::Hashed);
                bytes.as_bytes().map_or(unread, Self::Bytes)
            }
            Some(Outgoing::Events(_)) => Self::Events,
        }
    }
}

/// Returns the stream to read for its hash, if that is signed: one that can be read again, such as a file. S3 accepts
/// streams without a hash.
pub(super) fn to_hash(
    shared: &Shared,
    operation: &'static OperationSchema,
    kind: Option<AuthKind>,
    stream: Option<&Outgoing>,
) -> Option<ByteStream> {
    let Some(Outgoing::Bytes(stream)) = stream else { return None };
    let is_signed = kind == Some(AuthKind::SigV4) && shared.service.sigv4.is_some();
    let is_hashed = is_signed && !operation.unsigned_payload && !is_s3(shared.service);
    if is_hashed && stream.as_bytes().is_none() { stream.try_clone() } else { None }
}

/// Returns the SHA-256 of a stream in hexadecimal.
pub(super) async fn hash(stream: ByteStream) -> Result<String, StreamError> {
    let mut hash = Sha256::new();
    checksum::read(stream, |piece| hash.update(piece)).await?;
    Ok(checksum::hex(&hash.finalize()))
}

fn is_s3(service: &ServiceSchema) -> bool {
    service.sdk_id == Some("S3") || service.sigv4.is_some_and(|sigv4| sigv4.name == "s3")
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
    payload: Payload<'_>,
) -> Result<Option<Signer>, AuthError> {
    let Some(kind) = kind else { return Ok(None) };
    let Some(identity) = auth::identity(&shared.config, kind).await? else { return Ok(None) };
    auth::add(shared, &identity, request)?;
    let (auth::Identity::Credentials(credentials), Some(sigv4)) = (identity, shared.service.sigv4) else {
        return Ok(None);
    };
    let identity: Identity = credentials.into();
    let body = match payload {
        Payload::Trailer => SignableBody::StreamingUnsignedPayloadTrailer,
        _ if operation.unsigned_payload => SignableBody::UnsignedPayload,
        Payload::Body => SignableBody::Bytes(request.body()),
        Payload::Bytes(bytes) => SignableBody::Bytes(bytes),
        Payload::Hashed(hash) => SignableBody::Precomputed(hash.to_owned()),
        Payload::Stream => SignableBody::UnsignedPayload,
        Payload::Events => SignableBody::Precomputed(CONTENT_SHA256.to_owned()),
    };
    let mut settings = SigningSettings::default();
    let is_s3 = is_s3(shared.service);
    if is_s3 {
        // S3 does not normalize paths, as keys may contain anything.
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    if is_s3 || !matches!(body, SignableBody::Bytes(_)) {
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    let scope = request.extensions().get::<Scope>().copied().unwrap_or_default();
    let region = scope.region.or(shared.config.region.as_deref()).unwrap_or("us-east-1");
    let name = scope.name.unwrap_or(sigv4.name);
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(name)
        .time(shared.clock.now())
        .settings(settings)
        .build()
        .map_err(|error| AuthError::Signature(error.into()))?
        .into();
    let uri = request.uri().to_string();
    let headers = request.headers().iter().map(|(name, value)| match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => Ok((name.as_str(), text)),
        Err(_) => Err(AuthError::UnsignableHeader(name.to_string())),
    });
    let headers: Vec<(&str, &str)> = headers.collect::<Result<_, _>>()?;
    let signable = SignableRequest::new(request.method().as_str(), uri, headers.into_iter(), body)
        .map_err(|error| AuthError::Signature(error.into()))?;
    let signed = make(signable, &params).map_err(|error| AuthError::Signature(error.into()))?;
    let (instructions, previous) = signed.into_parts();
    instructions.apply_to_request_http1x(request);
    let clock = Arc::clone(&shared.clock);
    let now = move || clock.now();
    let is_events = matches!(payload, Payload::Events) && !operation.unsigned_payload;
    Ok(is_events.then(|| Signer { identity, region: region.to_owned(), name, previous, now: Box::new(now) }))
}
