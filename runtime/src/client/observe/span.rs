//! Spans of `tracing`. Fields with the prefix `otel` are for the crate `tracing-opentelemetry`.

use http::{Method, Uri};
use tracing::Span;
use tracing::field::{Empty, display};

use super::{End, Rpc};
use crate::types::Plain;

/// Span of a call. Those of its attempts are its children.
pub(super) fn call(rpc: Rpc, region: Option<&str>) -> Span {
    tracing::info_span!(
        "call",
        otel.name = %format_args!("{}/{}", rpc.service, rpc.method),
        otel.kind = "client",
        otel.status_code = Empty,
        rpc.system = rpc.system,
        rpc.service = rpc.service,
        rpc.method = rpc.method,
        cloud.region = region,
        http.response.status_code = Empty,
        http.request.resend_count = Empty,
        aws.request_id = Empty,
        aws.extended_request_id = Empty,
        error.r#type = Empty,
    )
}

/// Span of an attempt.
pub(super) fn attempt(method: &Method, uri: &Uri, number: u32) -> Span {
    tracing::debug_span!(
        "attempt",
        otel.name = method.as_str(),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = method.as_str(),
        http.request.resend_count = number - 1,
        http.response.status_code = Empty,
        server.address = uri.host(),
        server.port = uri.port_u16(),
        url.scheme = uri.scheme_str(),
        aws.request_id = Empty,
        aws.extended_request_id = Empty,
        error.r#type = Empty,
    )
}

/// Records how a call or an attempt ended.
pub(super) fn end(span: &Span, end: &End<'_>) {
    if span.is_disabled() {
        return;
    }
    if let Some(attempts) = end.attempts {
        span.record("http.request.resend_count", attempts.saturating_sub(1));
    }
    if let Some(info) = end.info {
        span.record("http.response.status_code", info.status());
        if let Some(id) = info.request_id() {
            span.record("aws.request_id", display(Plain(id)));
        }
        if let Some(id) = info.extended_request_id() {
            span.record("aws.extended_request_id", display(Plain(id)));
        }
    }
    if let Some(error) = end.error {
        span.record("error.type", display(Plain(error.name)));
        span.record("otel.status_code", "ERROR");
    }
}
