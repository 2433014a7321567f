//! Status, headers and request IDs of responses.

use std::fmt;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, StatusCode};

use super::attempts::Attempts;
use crate::types::Plain;

/// An output, with the status, headers and request IDs of its response.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// Output.
    pub output: T,
    /// Status, headers, request IDs, number of attempts.
    pub info: ResponseInfo,
}

/// Information about a response: status, headers, request IDs, number of attempts.
#[derive(Clone)]
pub struct ResponseInfo {
    pub(super) attempts: Attempts,
    status: u16,
    headers: HeaderMap,
    /// Request ID in the body of an error.
    body_id: Option<String>,
    /// Body of an error. Empty for outputs.
    body: Bytes,
}

impl ResponseInfo {
    pub(super) fn new(operation: &'static str, attempts: u32, head: Parts) -> Self {
        Self {
            attempts: Attempts::new(operation, attempts),
            status: head.status.as_u16(),
            headers: head.headers,
            body_id: None,
            body: Bytes::new(),
        }
    }

    pub(super) fn with_body_id(mut self, id: Option<String>) -> Self {
        self.body_id = id;
        self
    }

    pub(super) fn with_body(mut self, body: &Bytes) -> Self {
        self.body = body.clone();
        self
    }

    /// The response as it was received.
    pub(super) fn to_raw(&self) -> http::Response<Bytes> {
        let mut raw = http::Response::new(self.body.clone());
        *raw.status_mut() = StatusCode::from_u16(self.status).unwrap_or_default();
        raw.headers_mut().clone_from(&self.headers);
        raw
    }

    /// Returns the name of the operation in the model.
    pub fn operation(&self) -> &'static str {
        self.attempts.operation()
    }

    /// Returns the HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the headers, including those that could not be parsed as the types of their members.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the request ID: header `x-amzn-requestid` or `x-amz-request-id`, or in the body of an error.
    pub fn request_id(&self) -> Option<&str> {
        self.text("x-amzn-requestid").or_else(|| self.text("x-amz-request-id")).or(self.body_id.as_deref())
    }

    /// Returns the second request ID of S3: header `x-amz-id-2`. AWS Support requires both.
    pub fn extended_request_id(&self) -> Option<&str> {
        self.text("x-amz-id-2")
    }

    /// Returns the number of attempts, including the one with this response.
    pub fn attempts(&self) -> u32 {
        self.attempts.count()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok()).filter(|text| !text.is_empty())
    }
}

impl fmt::Display for ResponseInfo {
    /// Writes status, request IDs and the number of attempts, if there was more than one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.status)?;
        if let Some(id) = self.request_id() {
            write!(f, ", request {}", Plain(id))?;
        }
        if let Some(id) = self.extended_request_id() {
            write!(f, ", extended request {}", Plain(id))?;
        }
        if self.attempts() > 1 { write!(f, ", {} attempts", self.attempts()) } else { Ok(()) }
    }
}

impl fmt::Debug for ResponseInfo {
    /// Omits headers, because they may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResponseInfo({}, {self})", self.operation())
    }
}
