//! Failures of the standard transport.

use std::sync::Arc;

use hyper_util::client::legacy;

use super::BoxError;
use super::tls::RootsError;

/// Whether a request was not sent, because there was no connection.
pub(in crate::client) fn is_connect(error: &BoxError) -> bool {
    error.downcast_ref::<legacy::Error>().is_some_and(legacy::Error::is_connect)
}

/// Whether a connection fails again in the same way: certificates and TLS settings do not change between attempts, nor
/// does the configuration.
pub(in crate::client) fn is_permanent(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<rustls::Error>() || error.is::<Arc<RootsError>>() {
            return true;
        }
        // `io::Error` does not return the error that it wraps as its source.
        let inner = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if inner.is_some_and(|inner| is_permanent(inner)) {
            return true;
        }
        next = error.source();
    }
    false
}
