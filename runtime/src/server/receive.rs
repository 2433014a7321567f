//! Receives requests: authenticates callers, and reads and verifies bodies.
//!
//! Futures of rare requests are boxed, because a future has room for all that it may await.

use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{StatusCode, Uri, request};

use super::auth::{Admission, Authentication, BodySignature, Caller, Refusal, SignedBody};
use super::collect::{charge, collect};
use super::integrity::{Checks, StreamFault};
use super::limits::ServiceSettings;
use super::service::Shared;
use super::{encoding, integrity};
use crate::codec::xml;
use crate::event_stream::{Frame, FrameError, Side, Signatures};
use crate::memory::{ExceededLimit, Share};
use crate::protocol::{Rejection, ServerProtocol};
use crate::reflect::Reflect;
use crate::schema::{OperationSchema, ServiceSchema};
use crate::sigv4::Chain;
use crate::streaming::{self, Incoming, OpenError, StreamLimits, in_time};
use crate::types::{BoxError, ByteStream};

impl Shared {
    /// Returns the operation that the body names.
    fn look_into(
        &self,
        protocol: &dyn ServerProtocol,
        head: &mut request::Parts,
        body: Bytes,
        (settings, share): (ServiceSettings, &mut Share),
    ) -> Result<Received, Rejection> {
        let body = encoding::decode(self.service.operations, head, body, settings.body_limit(), share)?;
        let index = protocol.route_body(&self.router, head, &body)?;
        Ok(Received { index, body, raw: None, stream: None, fault: None, caller: None })
    }

    /// Receives a request whose operation is known by its head. The caller is verified before the body is read, or with
    /// the body if the signature covers it.
    pub(super) async fn receive<B>(
        &self,
        protocol: &dyn ServerProtocol,
        (operation, index): (&'static OperationSchema, usize),
        (head, body): (&mut request::Parts, B),
        mut admission: Admission,
        (settings, share): (ServiceSettings, &mut Share),
    ) -> Result<Received, Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let refuse = |refusal: Refusal| refusal.rejection(self.service, protocol);
        let target = Target { service: self.service, operation, protocol };
        let mut caller = admission.caller.take();
        let (body, stream, fault) = match (admission.pending.take(), streaming::member(operation.input)) {
            (Some(pending), Some(_)) => {
                // A stream is read before it is delivered, because its hash is signed.
                let body = collect(body, settings, share).await?;
                caller = Some(verified(settings, Box::pin(pending.verify_body(&body)), refuse).await?);
                Box::pin(receive(target, (head, ByteStream::from(body)), None, settings, share)).await?
            }
            (pending, _) => {
                let received = receive(target, (head, body), admission.body.take(), settings, share).await?;
                if let Some(pending) = pending {
                    caller = Some(verified(settings, Box::pin(pending.verify_body(&received.0)), refuse).await?);
                }
                received
            }
        };
        Ok(Received { index, body, raw: None, stream, fault, caller })
    }

    /// Returns the operation that a body names, and the body.
    pub(super) async fn named<B>(
        &self,
        protocol: &dyn ServerProtocol,
        (head, body): (&request::Parts, B),
        (settings, share): (ServiceSettings, &mut Share),
    ) -> Result<(usize, Bytes), Rejection>
    where
        B: http_body::Body,
        B::Error: Into<BoxError>,
    {
        let body = collect(body, settings, share).await?;
        // The decompressed body is dropped, and charged again when the request is read.
        let mut temporary = Share::new(&self.pool, settings.total_memory);
        let found = self.look_into(protocol, &mut head.clone(), body.clone(), (settings, &mut temporary))?;
        Ok((found.index, body))
    }

    /// Receives a request whose body names the operation. Signatures are over the target as it was sent.
    pub(super) async fn receive_named<B>(
        &self,
        protocol: &dyn ServerProtocol,
        (head, body): (&mut request::Parts, B),
        (target, authentication): (Uri, Option<&Authentication>),
        (settings, share): (ServiceSettings, &mut Share),
    ) -> Result<Received, Rejection>
    where
        B: http_body::Body,
        B::Error: Into<BoxError>,
    {
        let body = collect(body, settings, share).await?;
        let raw = body.clone();
        let Some(authentication) = authentication else {
            let received = self.look_into(protocol, head, body, (settings, share))?;
            return Ok(Received { raw: Some(raw), ..received });
        };
        let mut sent = head.clone();
        sent.uri = target;
        let mut received = self.look_into(protocol, head, body, (settings, share))?;
        let operation = self.operation(received.index)?;
        let refuse = |refusal: Refusal| refusal.rejection(self.service, protocol);
        let admission = verified(settings, authentication.admit(self.service, operation, &sent), refuse).await?;
        received.caller = match admission.pending {
            Some(pending) => Some(verified(settings, pending.verify_body(&raw), refuse).await?),
            // Bodies that are collected first are not in chunks.
            None if admission.body.is_some() => return Err(refuse(Refusal::UnsignedPayload)),
            None => {
                integrity::check_signed_hash(&sent.headers, &raw, || Refusal::changed_body(self.service, protocol))?;
                admission.caller
            }
        };
        received.raw = Some(raw);
        Ok(received)
    }
}

/// Returns what verifiers of the program find out, within their time limit.
pub(super) async fn verified<T>(
    settings: ServiceSettings,
    verifying: impl Future<Output = Result<T, Refusal>>,
    refuse: impl FnOnce(Refusal) -> Rejection,
) -> Result<T, Rejection> {
    let limit = settings.verifier_timeout;
    in_time(limit, pin!(verifying)).await.ok_or_else(|| Rejection::too_slow(limit))?.map_err(refuse)
}

/// A request to a known operation.
pub(super) struct Received {
    /// Index of the operation.
    pub(super) index: usize,
    pub(super) body: Bytes,
    /// Body as it was sent, if it names the operation.
    pub(super) raw: Option<Bytes>,
    /// Body, if the input has a stream.
    pub(super) stream: Option<Incoming>,
    /// Set if the stream is found to be invalid.
    pub(super) fault: Option<StreamFault>,
    pub(super) caller: Option<Caller>,
}

/// Operation of a request.
#[derive(Clone, Copy)]
struct Target<'a> {
    service: &'static ServiceSchema,
    operation: &'static OperationSchema,
    protocol: &'a dyn ServerProtocol,
}

const WRONG_CHUNK: &str = "The signature of a chunk of the body does not match";

/// Signatures of events. The first one that is missing or wrong sets the error of the request.
#[derive(Debug)]
struct SignedEvents {
    chain: Box<Chain>,
    fault: StreamFault,
    wrong: Rejection,
}

impl Signatures for SignedEvents {
    fn verify(&mut self, envelope: Option<&Frame>) -> Result<(), FrameError> {
        let verified = Signatures::verify(&mut *self.chain, envelope);
        verified.inspect_err(|_| drop(self.fault.set(self.wrong.clone())))
    }
}

/// Receives and verifies a body: all of it, or a stream if the input has one.
async fn receive<B>(
    target: Target<'_>,
    (head, body): (&mut request::Parts, B),
    signature: Option<BodySignature>,
    settings: ServiceSettings,
    share: &mut Share,
) -> Result<(Bytes, Option<Incoming>, Option<StreamFault>), Rejection>
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Target { service, operation, protocol } = target;
    let checks = Checks::of(operation, &mut head.headers, || Refusal::changed_body(service, protocol))?;
    let wrong = |message| Refusal::Mismatch(message).rejection(service, protocol);
    let (chunks, chain) = match signature {
        Some(BodySignature { kind: SignedBody::Events, chain }) => (None, Some(chain)),
        chunks => (chunks, None),
    };
    if checks.is_none() && chain.is_none() {
        // Signed chunks must not pass unverified.
        if chunks.is_some() {
            return Err(wrong(WRONG_CHUNK));
        }
        let (body, stream) = receive_checked(target, (head, body), None, settings, share).await?;
        return Ok((body, stream, None));
    }
    let fault = checks.as_ref().map_or_else(StreamFault::default, |checks| Arc::clone(&checks.fault));
    let signatures = chain.map(|chain| {
        let wrong = wrong("The signature of an event does not match");
        Box::new(SignedEvents { chain, fault: Arc::clone(&fault), wrong }) as Box<dyn Signatures>
    });
    let body = ByteStream::from_body(body);
    let body = match (checks, chunks) {
        (Some(mut checks), Some(signature)) => {
            checks.sign(signature, wrong(WRONG_CHUNK));
            checks.guard(body)
        }
        (Some(checks), None) => checks.guard(body),
        (None, _) => body,
    };
    match Box::pin(receive_checked(target, (head, body), signatures, settings, share)).await {
        Ok((body, stream)) => Ok((body, stream, Some(fault))),
        Err(rejection) => Err(fault.get().cloned().unwrap_or(rejection)),
    }
}

/// Receives a body: all of it, or a stream if the input has one.
async fn receive_checked<B>(
    Target { service, operation, protocol }: Target<'_>,
    (head, body): (&mut request::Parts, B),
    signatures: Option<Box<dyn Signatures>>,
    settings: ServiceSettings,
    share: &mut Share,
) -> Result<(Bytes, Option<Incoming>), Rejection>
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Some(member) = streaming::member(operation.input) else {
        return Ok((collect(body, settings, share).await?, None));
    };
    streaming::check(protocol.events(), operation)
        .map_err(|error| Rejection::new(StatusCode::NOT_IMPLEMENTED, "NotImplementedException", error.to_string()))?;
    let stream = ByteStream::from_body(body);
    if member.target.requires_length && stream.length().is_none() {
        let message = "The request has no content length";
        return Err(Rejection::new(StatusCode::LENGTH_REQUIRED, "MissingContentLengthException", message));
    }
    let stream = encoding::expand(operation, head, stream);
    let ServiceSettings { body_timeout: initial, max_memory: memory, .. } = settings;
    let limits = StreamLimits { event: settings.body_limit(), memory, initial, share: Some(share.beside()) };
    let format = protocol.events();
    let opened = streaming::open(format, Side::Server, member, operation.input, stream, limits, signatures);
    let (body, incoming) = Box::pin(opened).await.map_err(|error| match error {
        OpenError::Broken(error) if error.downcast_ref() == Some(&FrameError::TooMuchMemory) => {
            Rejection::exceeded_limit(ExceededLimit::Pool)
        }
        OpenError::Broken(error) => Rejection::serialization(error.to_string()),
        OpenError::TooSlow => Rejection::timeout(settings.body_timeout),
    })?;
    charge(share, body.len())?;
    Ok((body, Some(if service.has_xml() { incoming.checked(check_text) } else { incoming })))
}

/// Checks that XML can represent the text of an event.
fn check_text(event: &dyn Reflect) -> Result<(), BoxError> {
    xml::check(event).map_err(Into::into)
}
