//! Observes nothing, without the feature `telemetry`.

use http::Request;

use crate::schema::{OperationSchema, ServiceSchema};

pub(super) struct CallObserver;

#[expect(clippy::unused_self, reason = "the same interface as that of observers")]
impl CallObserver {
    pub(super) fn start(_: &'static ServiceSchema, _: &'static OperationSchema, _: Option<&str>) -> Self {
        Self
    }

    pub(super) fn within<F: Future>(&self, call: F) -> F {
        call
    }

    pub(super) fn finish<R>(self, _: &R) {}
}

pub(super) struct AttemptObserver;

#[expect(clippy::unused_self, reason = "the same interface as that of observers")]
impl AttemptObserver {
    pub(super) fn start<B>(_: &Request<B>, _: u32) -> Self {
        Self
    }

    pub(super) fn within<F: Future>(&self, attempt: F) -> F {
        attempt
    }

    pub(super) fn finish<R>(self, _: &R) {}
}
