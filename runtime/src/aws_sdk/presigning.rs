//! Presigned requests.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::error::SdkError;
use crate::client::{AuthError, CallBuilder, Error, RequestError};
use crate::operation::Operation;
use crate::signature_terms::Presign;

/// How long presigned requests are valid.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::aws_sdk::presigning::PresigningConfig;
/// assert!(PresigningConfig::expires_in(Duration::from_secs(900)).is_ok());
/// assert!(PresigningConfig::expires_in(Duration::from_secs(8 * 24 * 3600)).is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PresigningConfig(Presign);

impl PresigningConfig {
    /// Creates a configuration from the validity. Fractions of seconds are truncated.
    ///
    /// # Errors
    /// If it is shorter than a second or longer than a week.
    #[inline]
    pub fn expires_in(expires: Duration) -> Result<Self, PresigningConfigError> {
        Presign::new(expires).map(Self).ok_or(PresigningConfigError(()))
    }
}

/// Presigned requests would be valid for less than a second or more than a week.
#[derive(Debug)]
pub struct PresigningConfigError(());

impl fmt::Display for PresigningConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        AuthError::Expires.fmt(f)
    }
}

impl std::error::Error for PresigningConfigError {}

/// A request that anybody can send until it expires. It is as secret as a password, and not shown by `Debug`.
#[derive(Clone)]
pub struct PresignedRequest {
    request: http::Request<Bytes>,
    uri: String,
}

impl fmt::Debug for PresignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PresignedRequest").field("method", self.request.method()).finish_non_exhaustive()
    }
}

impl PresignedRequest {
    /// Returns the HTTP method.
    #[inline]
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// Returns the URI.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Returns the headers that have to be sent.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        // All are text: `presign` rejects others.
        self.request.headers().iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
    }
}

/// Presigns a call.
///
/// # Errors
/// If the input is invalid, or the request cannot be signed, or has a header that is not text.
#[doc(hidden)]
pub async fn presign<O: Operation>(
    call: CallBuilder<O>,
    config: PresigningConfig,
) -> Result<PresignedRequest, SdkError<O::Error>> {
    let request: Result<_, Error<O::Error>> = call.customize().presign(config.0.duration()).await;
    let request = request?;
    if let Some((name, _)) = request.headers().iter().find(|(_, value)| value.to_str().is_err()) {
        return Err(Error::request(O::schema())(RequestError::Header(name.to_string())).into());
    }
    let uri = request.uri().to_string();
    Ok(PresignedRequest { request, uri })
}
