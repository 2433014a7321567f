//! Spans, metrics and an access log of requests, with the names of OpenTelemetry's semantic conventions for servers of
//! HTTP and RPC. Compiled with the feature `telemetry`.
//!
//! Routes and names of operations are recorded; members, headers, paths and queries are not, because they may be
//! secret. Clients cannot create new values of labels: codes that are not in the model, and unknown methods, are
//! `_OTHER`.

#[cfg(not(feature = "telemetry"))]
mod off;
#[cfg(feature = "telemetry")]
mod on;

#[cfg(all(feature = "serve", not(feature = "telemetry")))]
pub(super) use off::Expiry;
#[cfg(not(feature = "telemetry"))]
pub(super) use off::{Observer, in_current_span, store_failed};
#[cfg(all(feature = "serve", feature = "telemetry"))]
pub(super) use on::Expiry;
#[cfg(feature = "telemetry")]
pub(super) use on::{Observer, in_current_span, store_failed};

/// Code of panics.
pub(super) const PANIC: &str = "Panic";

/// Where an error code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "telemetry"), allow(dead_code, reason = "observers read it"))]
pub(super) enum Code {
    /// Model or runtime: there is a limited number of them.
    Known,
    /// The implementation.
    Other,
}
