//! The response to a request that takes longer than the server that `serve` runs allows.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::ORIGIN;
use http::{HeaderValue, Response, request};

use super::exchange::Exchange;
use super::service::Shared;
use crate::protocol::{AcceptedProtocol, Rejection};

/// Place for the protocol of a request, in its extensions: the server adds it, and the service fills it once it knows
/// the protocol.
#[derive(Clone, Default)]
pub(super) struct Late(Arc<OnceLock<Known>>);

struct Known {
    shared: Arc<Shared>,
    protocol: AcceptedProtocol,
    exchange: Exchange,
    origin: Option<HeaderValue>,
}

impl Late {
    /// Adds it to the extensions of a request.
    pub(super) fn of(extensions: &mut http::Extensions) -> Self {
        let late = Self::default();
        extensions.insert(late.clone());
        late
    }

    /// Sets the protocol of a request that came from such a server.
    pub(super) fn routed(head: &request::Parts, shared: &Arc<Shared>, protocol: AcceptedProtocol, exchange: &Exchange) {
        if let Some(Self(place)) = head.extensions.get() {
            let (shared, exchange) = (Arc::clone(shared), exchange.clone());
            // A request that is forwarded to another service of the process keeps the first.
            let _ = place.set(Known { shared, protocol, exchange, origin: head.headers.get(ORIGIN).cloned() });
        }
    }

    /// Returns the response. Its body is empty if the protocol is not known.
    pub(super) fn response(&self, limit: Duration) -> Response<Bytes> {
        let rejection = Rejection::too_slow(limit);
        match self.0.get() {
            Some(Known { shared, protocol, exchange, origin }) => {
                shared.reject_late(*protocol, exchange, origin.as_ref(), &rejection)
            }
            None => {
                let mut response = rejection.put_headers(Response::new(Bytes::new()));
                *response.status_mut() = rejection.status;
                response
            }
        }
    }
}
