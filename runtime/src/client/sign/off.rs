//! Authenticates requests without signatures: the feature `sigv4` is off, or `sha2` in clients without `client`.
//! Clients of services with signatures do not compile.

use bytes::Bytes;
use http::{HeaderMap, Request};

use super::clock::Timing;
use super::endpoint::Scope;
use super::request_error::{AuthError, RequestError};
use super::{Shared, auth};
use crate::event_stream::Writer;
use crate::schema::{AuthKind, OperationSchema};
use crate::signature_terms::Presign;
use crate::streaming::Outgoing;
use crate::types::ByteStream;

/// The feature that signatures lack.
const MISSING: &str = if cfg!(feature = "sigv4") { "sha2" } else { "sigv4" };

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

/// Authenticates the request by the given scheme, within the limits of an attempt that began at `start`.
pub(super) async fn sign(
    shared: &Shared,
    _: &'static OperationSchema,
    kind: Option<AuthKind>,
    request: &mut Request<Bytes>,
    _: &Scope,
    _: Payload,
    timing: Timing<'_>,
) -> Result<Option<Signer>, RequestError> {
    let Some(kind) = kind else { return Ok(None) };
    if kind == AuthKind::SigV4 {
        return Err(AuthError::NoFeature(MISSING).into());
    }
    if let Some(identity) = auth::identity(&shared.config, kind, auth::limits(&shared.config, timing.start)).await? {
        auth::add(shared, &identity, request)?;
    }
    Ok(None)
}

/// A request without an identity needs no signature in its URL.
pub(super) async fn presign(
    shared: &Shared,
    operation: &'static OperationSchema,
    _: &mut Request<Bytes>,
    _: &Scope,
    _: Presign,
) -> Result<(), AuthError> {
    match auth::choose(shared, operation)? {
        None => Ok(()),
        Some(AuthKind::SigV4) => Err(AuthError::NoFeature(MISSING)),
        Some(_) => Err(AuthError::NotPresignable),
    }
}
