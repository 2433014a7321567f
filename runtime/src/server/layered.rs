//! Requests of operations with layers before reading. They are counted, and headers checked, before the layers run.

use std::pin::pin;

use http::Response;

use super::answer::{Dispatch, Outputs, Responder, unwinding};
use super::body::Body;
use super::layers::{self, Layers, Rest};
use super::service::{Admitted, Routed, Service};
use crate::protocol::Rejection;
use crate::types::{BoxError, ByteStream};

impl<D: Dispatch> Service<D> {
    /// Runs the layers of the operation, then the request.
    pub(super) async fn layered<B>(&self, layers: &Layers, routed: Routed<B>) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let shared = &*self.shared;
        let protocol = routed.protocol;
        let (routed, body) = routed.split();
        let (index, body, admitted) = match self.admit_to_layers(&routed, body).await {
            Ok(admitted) => admitted,
            Err(rejection) => return shared.reject(protocol, &routed.exchange, &rejection),
        };
        let Ok(operation) = shared.operation(index) else {
            return shared.reject(protocol, &routed.exchange, &Rejection::unknown_operation());
        };
        let Routed { labels, head, sent, exchange, .. } = routed;
        shared.observe(&exchange, Some(index));
        let (service, fault, outputs) = (shared.service, None, Outputs::Trusted);
        let responder = Responder { service, protocol, operation, fault, exchange: exchange.clone(), outputs };
        let own = self.clone();
        let rest: Rest = Box::new(move |(head, body)| {
            let head = Box::new(head);
            let routed = Routed { protocol, index: Some(index), labels, head, sent, body, exchange };
            Box::pin(async move { Box::pin(own.answer(routed, Some(admitted))).await })
        });
        let layers = layers.route.get(index).cloned().unwrap_or_default();
        let again = responder.clone();
        let answered = pin!(async { layers::run_routed(layers, 0, (*head, body), responder, rest).await });
        unwinding(answered).await.unwrap_or_else(|panic| again.panicked(&*panic))
    }

    /// Admits a request that has layers, and finds its operation. A body that names it is read.
    async fn admit_to_layers<B>(&self, routed: &Routed<()>, body: B) -> Result<(usize, ByteStream, Admitted), Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (protocol, head) = (routed.protocol, &*routed.head);
        let mut admitted = self.enter(routed.index, &head.headers)?;
        if let Some(index) = routed.index {
            return Ok((index, ByteStream::from_body(body), admitted));
        }
        let limits = (self.settings_of(None), &mut admitted.share);
        let (index, body) = self.shared.named(&*protocol, (head, body), limits).await?;
        admitted.running[1] = self.own_limits(index).map(|own| own.admit(&head.headers)).transpose()?;
        // The request is read from this body, which is charged then.
        admitted.share.rewind();
        Ok((index, body.into(), admitted))
    }
}
