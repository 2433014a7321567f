//! Traits of error structures.

/// Cause of an error (spec: `@error`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller. The default status is 400.
    Client,
    /// The service. The default status is 500.
    Server,
}

/// `@error`, `@httpError`, `@retryable` and `@awsQueryError` of an error structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorTraits {
    /// Whether the caller or the service caused the error.
    pub fault: Fault,
    /// HTTP status.
    pub status: u16,
    /// Whether a client may send the request again.
    pub retryable: bool,
    /// Whether the service limits the rate of requests, so that a client should wait longer before a retry.
    pub throttling: bool,
    /// `@awsQueryError`.
    pub query: Option<QueryError>,
}

/// `@awsQueryError`: code and status of an error in the query protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// Error code.
    pub code: &'static str,
    /// HTTP status.
    pub status: u16,
}

/// [`ErrorTraits`] without texts.
#[derive(Clone, Copy, Debug)]
pub(super) struct ErrorNumbers {
    pub(super) fault: Fault,
    pub(super) status: u16,
    pub(super) retryable: bool,
    pub(super) throttling: bool,
    /// HTTP status of `@awsQueryError`.
    pub(super) query: Option<u16>,
}
