//! Spans and metrics of calls and attempts, with the names of OpenTelemetry's semantic conventions for clients of RPC,
//! HTTP and AWS.
//!
//! Members, headers, paths and queries are not part of them, because they may be secret. A service cannot create any
//! number of metrics: error codes that are not in the model are `_OTHER`.

mod meter;
mod span;

use http::Request;

use super::erased::CallError;
use super::error::Error;
use super::response::ResponseInfo;
use crate::operation::OperationError;
use crate::schema::{OperationSchema, ServiceSchema};

/// Service and operation.
#[derive(Clone, Copy)]
struct Rpc {
    /// `aws-api`, or `smithy` for services outside AWS.
    system: &'static str,
    service: &'static str,
    method: &'static str,
}

impl Rpc {
    fn new(service: &'static ServiceSchema, operation: &'static OperationSchema) -> Self {
        let name = service.id.rsplit('#').next().unwrap_or(service.id);
        Self {
            system: if service.sdk_id.is_some() { "aws-api" } else { "smithy" },
            service: service.sdk_id.unwrap_or(name),
            method: operation.name,
        }
    }
}

/// How a call or an attempt ended.
struct End<'a> {
    info: Option<&'a ResponseInfo>,
    /// Number of attempts.
    attempts: Option<u32>,
    error: Option<ErrorKind<'a>>,
}

#[derive(Clone, Copy)]
struct ErrorKind<'a> {
    /// Error code, or the kind of error.
    name: &'a str,
    is_modelled: bool,
}

impl<'a> End<'a> {
    fn of(result: &'a Result<ResponseInfo, CallError>) -> Self {
        match result {
            Ok(info) => Self { info: Some(info), attempts: Some(info.attempts()), error: None },
            Err(error) => Self { info: error.info(), attempts: error.attempts(), error: Some(ErrorKind::of(error)) },
        }
    }
}

impl<'a> ErrorKind<'a> {
    fn of(error: &'a CallError) -> Self {
        let name = match error {
            Error::Invalid(_) => "invalid_input",
            Error::Request(_) => "request",
            Error::Transport { .. } => "transport",
            Error::Timeout { .. } => "timeout",
            Error::Response { .. } => "response",
            Error::InvalidResponse { .. } => "invalid_response",
            Error::Service(answer) => {
                return Self { name: answer.code(), is_modelled: answer.error().shape().is_ok() };
            }
        };
        Self { name, is_modelled: true }
    }
}

/// A call that is observed.
pub(super) struct CallObserver {
    span: tracing::Span,
    meter: meter::CallMeter,
}

impl CallObserver {
    pub(super) fn start(
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        region: Option<&str>,
    ) -> Self {
        let rpc = Rpc::new(service, operation);
        Self { span: span::call(rpc, region), meter: meter::CallMeter::start(rpc) }
    }

    /// Runs the call in its span.
    pub(super) fn within<F: Future>(&self, call: F) -> impl Future<Output = F::Output> + use<F> {
        tracing::Instrument::instrument(call, self.span.clone())
    }

    pub(super) fn finish(self, result: &Result<ResponseInfo, CallError>) {
        let end = End::of(result);
        span::end(&self.span, &end);
        self.meter.finish(&end);
    }
}

/// An attempt that is observed.
pub(super) struct AttemptObserver {
    span: tracing::Span,
    meter: meter::AttemptMeter,
}

impl AttemptObserver {
    pub(super) fn start<B>(request: &Request<B>, number: u32) -> Self {
        Self {
            span: span::attempt(request.method(), request.uri(), number),
            meter: meter::AttemptMeter::start(request.method(), request.uri()),
        }
    }

    /// Runs the attempt in its span.
    pub(super) fn within<F: Future>(&self, attempt: F) -> impl Future<Output = F::Output> + use<F> {
        tracing::Instrument::instrument(attempt, self.span.clone())
    }

    pub(super) fn finish(self, result: &Result<ResponseInfo, CallError>) {
        let end = End::of(result);
        span::end(&self.span, &end);
        self.meter.finish(&end);
    }
}
