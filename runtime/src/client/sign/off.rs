//! Authenticates requests without signatures: the feature `sigv4` is off, so no client needs any.

use bytes::Bytes;
use http::{HeaderMap, Request};

use super::request_error::{AuthError, RequestError};
use super::{Shared, auth};
use crate::event_stream::Writer;
use crate::schema::{AuthKind, OperationSchema};
use crate::signature_terms::Presign;
use crate::streaming::Outgoing;
use crate::types::ByteStream;

/// Keys of signatures: none.
#[derive(Default)]
pub(super) struct Keys;

/// Signatures of events: none.
pub(super) enum Signer {}

impl Signer {
    pub(super) fn sign(self, _: Writer) -> ByteStream {
        match self {}
    }
}

/// Payload that a signature covers: none.
pub(super) struct Payload;

impl Payload {
    pub(super) fn of(
        _: &Shared,
        _: &'static OperationSchema,
        _: Option<AuthKind>,
        _: &HeaderMap,
        _: Option<&Outgoing>,
    ) -> Self {
        Self
    }
}

/// Authenticates the request by the given scheme.
pub(super) async fn sign(
    shared: &Shared,
    _: &'static OperationSchema,
    kind: Option<AuthKind>,
    request: &mut Request<Bytes>,
    _: Payload,
) -> Result<Option<Signer>, RequestError> {
    let Some(kind) = kind else { return Ok(None) };
    if kind == AuthKind::SigV4 {
        return Err(AuthError::NoSigningName.into());
    }
    if let Some(identity) = auth::identity(&shared.config, kind).await? {
        auth::add(shared, &identity, request)?;
    }
    Ok(None)
}

/// A request without an identity needs no signature in its URL.
pub(super) async fn presign(
    shared: &Shared,
    operation: &'static OperationSchema,
    _: &mut Request<Bytes>,
    _: Presign,
) -> Result<(), AuthError> {
    if auth::choose(shared, operation)?.is_some() { Err(AuthError::NotPresignable) } else { Ok(()) }
}
