//! Failures of transports: whether a request was sent, and whether the next one fails in the same way.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::io;
#[cfg(feature = "client")]
use std::sync::Arc;

#[cfg(feature = "client")]
use hyper_util::client::legacy;
#[cfg(feature = "client")]
use rustls::{AlertDescription, InvalidMessage};

use super::BoxError;
#[cfg(feature = "client")]
use super::tls::RootsError;
use crate::types::StreamError;

/// Error of a transport that has sent nothing of a request, such as one that could not connect. The request can be
/// repeated, whatever its operation does. Errors that have it as a source, directly or not, mean the same, except those
/// of a request's stream ([`StreamError`]), which is read after the request has begun.
///
/// ```
/// use whitesmith_runtime::client::{NotSent, RequestBody, Transport};
/// let transport = Transport::new(tower::service_fn(|_: http::Request<RequestBody>| async {
///     Err::<http::Response<RequestBody>, _>(NotSent::new("all lines are busy"))
/// }));
/// ```
#[derive(Debug)]
pub struct NotSent(BoxError);

impl NotSent {
    /// Creates an error with the reason.
    pub fn new(reason: impl Into<BoxError>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request was not sent")
    }
}

impl Error for NotSent {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

/// Error of a transport behind which there is no service: none is set, or it is a test double without a response to the
/// request. Calls fail with it at once, as they do with requests that cannot be created.
#[derive(Debug)]
pub(in crate::client) struct NoService(Cow<'static, str>);

impl NoService {
    pub(in crate::client) fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(reason.into())
    }

    /// Whether it is the error of a transport, or one of its sources.
    pub(in crate::client) fn is_cause(error: &BoxError) -> bool {
        chain(&**error).any(<dyn Error>::is::<Self>)
    }
}

impl fmt::Display for NoService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for NoService {}

/// The error and its sources. `io::Error` does not return the error that it wraps as its source.
fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| {
        let error: &'e (dyn Error + 'static) = *error;
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner as &(dyn Error + 'static)),
            None => error.source(),
        }
    })
}

/// Whether a request was not sent, because there was no connection.
pub(in crate::client) fn is_connect(error: &BoxError) -> bool {
    for error in chain(&**error) {
        if error.is::<NotSent>() {
            return true;
        }
        // The source of the request's stream may be another client, whose request was not sent.
        if error.is::<StreamError>() {
            return false;
        }
        // What caused it may be the failure of another connection, such as that of the source of the request's stream.
        #[cfg(feature = "client")]
        if let Some(error) = error.downcast_ref::<legacy::Error>() {
            return error.is_connect();
        }
    }
    false
}

/// Whether a connection fails again in the same way: certificates and TLS settings do not change between attempts.
#[cfg(feature = "client")]
pub(in crate::client) fn is_permanent(error: &BoxError) -> bool {
    chain(&**error).any(|error| {
        error.is::<Arc<RootsError>>() || error.downcast_ref::<rustls::Error>().is_some_and(is_permanent_in_tls)
    })
}

#[cfg(not(feature = "client"))]
pub(in crate::client) fn is_permanent(_: &BoxError) -> bool {
    false
}

/// Whether an error of TLS is one of certificates, settings or versions, or the peer does not use TLS. Others, such as
/// an internal error of the peer, may be temporary.
#[cfg(feature = "client")]
fn is_permanent_in_tls(error: &rustls::Error) -> bool {
    use rustls::Error as Tls;
    match error {
        Tls::AlertReceived(alert) => matches!(
            alert,
            AlertDescription::HandshakeFailure
                | AlertDescription::NoCertificate
                | AlertDescription::BadCertificate
                | AlertDescription::UnsupportedCertificate
                | AlertDescription::CertificateRevoked
                | AlertDescription::CertificateExpired
                | AlertDescription::CertificateUnknown
                | AlertDescription::UnknownCA
                | AlertDescription::AccessDenied
                | AlertDescription::ProtocolVersion
                | AlertDescription::InsufficientSecurity
                | AlertDescription::UnrecognisedName
                | AlertDescription::CertificateRequired
                | AlertDescription::NoApplicationProtocol
        ),
        Tls::InvalidMessage(message) => matches!(message, InvalidMessage::InvalidContentType),
        Tls::NoCertificatesPresented
        | Tls::UnsupportedNameType
        | Tls::InvalidCertificate(_)
        | Tls::InvalidCertRevocationList(_)
        | Tls::PeerIncompatible(_)
        | Tls::InconsistentKeys(_)
        | Tls::NoApplicationProtocol => true,
        _ => false,
    }
}
