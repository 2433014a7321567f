//! Observes nothing, without the feature `telemetry`.

use std::future::Future;

#[cfg(feature = "serve")]
use http::Extensions;
use http::{Response, request};

use crate::schema::{OperationSchema, ServiceSchema};
use crate::types::{BoxError, Unhandled};

#[derive(Debug)]
pub(in crate::server) struct Observer;

#[expect(clippy::unused_self, reason = "the same interface as that of the observer")]
impl Observer {
    pub(in crate::server) fn start(_: &'static ServiceSchema, _: &request::Parts, _: &str) -> Self {
        Self
    }

    pub(in crate::server) fn routed(&self, _: &'static OperationSchema) {}

    pub(in crate::server) fn failed(&self, _: &str, _: super::Code) {}

    pub(in crate::server) fn panicked(&self) {}

    pub(in crate::server) fn caused(&self, _: &Unhandled) {}

    pub(in crate::server) fn within<F: Future>(_: Option<&Self>, request: F) -> F {
        request
    }

    pub(in crate::server) fn finish<B>(&self, _: &Response<B>) {}
}

pub(in crate::server) fn in_current_span<F: Future>(future: F) -> F {
    future
}

pub(in crate::server) fn store_failed(_: &BoxError) {}

#[cfg(feature = "serve")]
pub(in crate::server) struct Expiry;

#[cfg(feature = "serve")]
#[expect(clippy::unused_self, reason = "the same interface as that of the observer")]
impl Expiry {
    pub(in crate::server) fn of(_: &mut Extensions) -> Self {
        Self
    }

    pub(in crate::server) fn set(&self) {}
}
