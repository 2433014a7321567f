//! Histograms of the crate `metrics`, in seconds.

use http::{Method, Uri};
use metrics::Label;

use super::{End, Rpc};
use crate::time::Instant;

/// Error type of codes that are not in the model.
const OTHER: &str = "_OTHER";

/// The time of a call or an attempt.
pub(in crate::client) trait Meter {
    /// Records the time until now.
    fn finish(self, end: &End<'_>);
}

pub(in crate::client) struct CallMeter {
    rpc: Rpc,
    start: Instant,
}

impl CallMeter {
    pub(super) fn start(rpc: Rpc) -> Self {
        Self { rpc, start: Instant::now() }
    }
}

impl Meter for CallMeter {
    fn finish(self, end: &End<'_>) {
        let mut labels = vec![
            Label::from_static_parts("rpc.system", self.rpc.system),
            Label::from_static_parts("rpc.service", self.rpc.service),
            Label::from_static_parts("rpc.method", self.rpc.method),
        ];
        labels.extend(error_type(end));
        metrics::histogram!("rpc.client.call.duration", labels).record(self.start.elapsed());
    }
}

pub(in crate::client) struct AttemptMeter {
    labels: Vec<Label>,
    start: Instant,
}

impl AttemptMeter {
    pub(super) fn start(method: &Method, uri: &Uri) -> Self {
        let mut labels = vec![
            Label::new("http.request.method", method.as_str().to_owned()),
            Label::new("server.address", uri.host().unwrap_or_default().to_owned()),
        ];
        labels.extend(uri.port_u16().map(|port| Label::new("server.port", port.to_string())));
        Self { labels, start: Instant::now() }
    }
}

impl Meter for AttemptMeter {
    fn finish(mut self, end: &End<'_>) {
        let status = end.info.map(|info| Label::new("http.response.status_code", info.status().to_string()));
        self.labels.extend(status.into_iter().chain(error_type(end)));
        metrics::histogram!("http.client.request.duration", self.labels).record(self.start.elapsed());
    }
}

fn error_type(end: &End<'_>) -> Option<Label> {
    let error = end.error?;
    Some(Label::new("error.type", if error.is_modeled { error.name.to_owned() } else { OTHER.to_owned() }))
}
