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
pub(super) struct End<'a> {
    info: Option<&'a ResponseInfo>,
    /// Number of attempts.
    attempts: Option<u32>,
    error: Option<ErrorKind<'a>>,
}

#[derive(Clone, Copy)]
struct ErrorKind<'a> {
    /// Error code, or the kind of error.
    name: &'a str,
    is_modeled: bool,
}

impl<'a> End<'a> {
    /// The caller has dropped the future, or the time limit of the call was reached.
    const CANCELLED: End<'static> =
        End { info: None, attempts: None, error: Some(ErrorKind { name: "cancelled", is_modeled: true }) };

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
            Error::Invalid { .. } => "invalid_input",
            Error::Request { .. } => "request",
            Error::Transport { .. } => "transport",
            Error::Timeout { .. } => "timeout",
            Error::Response { .. } => "response",
            Error::InvalidResponse { .. } => "invalid_response",
            Error::Service(answer) => {
                return Self { name: answer.code().unwrap_or_default(), is_modeled: answer.error().shape().is_ok() };
            }
        };
        Self { name, is_modeled: true }
    }
}

/// A call or an attempt that is observed. If it is dropped before its end, it was cancelled.
pub(super) struct Observer<M: meter::Meter> {
    span: tracing::Span,
    /// `None` after the end.
    meter: Option<M>,
}

pub(super) type CallObserver = Observer<meter::CallMeter>;
pub(super) type AttemptObserver = Observer<meter::AttemptMeter>;

impl CallObserver {
    pub(super) fn start(
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        region: Option<&str>,
    ) -> Self {
        let rpc = Rpc::new(service, operation);
        Self { span: span::call(rpc, region), meter: Some(meter::CallMeter::start(rpc)) }
    }
}

impl AttemptObserver {
    pub(super) fn start<B>(request: &Request<B>, number: u32) -> Self {
        Self {
            span: span::attempt(request.method(), request.uri(), number),
            meter: Some(meter::AttemptMeter::start(request.method(), request.uri())),
        }
    }
}

impl<M: meter::Meter> Observer<M> {
    /// Runs the call or attempt in its span.
    pub(super) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F, M> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    pub(super) fn finish(mut self, result: &Result<ResponseInfo, CallError>) {
        self.end(&End::of(result));
    }

    fn end(&mut self, end: &End<'_>) {
        if let Some(meter) = self.meter.take() {
            span::end(&self.span, end);
            meter.finish(end);
        }
    }
}

impl<M: meter::Meter> Drop for Observer<M> {
    fn drop(&mut self) {
        self.end(&End::CANCELLED);
    }
}
