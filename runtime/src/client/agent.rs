//! Headers in which AWS SDKs describe themselves and their attempts. Services count and trace requests by them.

use std::fmt::Write as _;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{HeaderName, HeaderValue, USER_AGENT};
use http::{HeaderMap, Request};

use super::Shared;
use super::config::{ChecksumMode, Config, random_token};
use super::retry::RetryMode;
use crate::schema::{OperationSchema, ServiceSchema};

const INVOCATION: HeaderName = HeaderName::from_static("amz-sdk-invocation-id");
const ATTEMPT: HeaderName = HeaderName::from_static("amz-sdk-request");

/// The parts of the user agent that settings determine. They contain only valid characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Agent {
    application: Option<String>,
    environment: Option<String>,
}

impl Config {
    /// Sets the ID of the application, which is part of the user agent of requests to AWS services, so that their logs
    /// distinguish applications. Default: none, or that of `from_env`. AWS recommends at most 50 characters. Characters
    /// other than letters, digits and ``!$%&'*+-.^_`|~`` are replaced by hyphens.
    ///
    /// ```
    /// use whitesmith_runtime::client::Config;
    /// let config = Config::new().region("eu-central-1").app_id("harbour-1.2");
    /// ```
    #[must_use]
    pub fn app_id(mut self, id: impl AsRef<str>) -> Self {
        self.agent.application = token(id.as_ref());
        self
    }

    /// Sets the name of the environment that executes the program, such as `AWS_Lambda_nodejs22.x`.
    #[cfg(feature = "aws")]
    pub(crate) fn execution_environment(mut self, name: &str) -> Self {
        self.agent.environment = token(name);
        self
    }
}

/// Replaces characters that are not allowed in a component of a user agent.
fn token(text: &str) -> Option<String> {
    let is_valid = |c: char| c.is_ascii_alphanumeric() || "!$%&'*+-.^_`|~".contains(c);
    let text: String = text.chars().map(|c| if is_valid(c) { c } else { '-' }).collect();
    Some(text).filter(|text| !text.is_empty())
}

/// The operating system, by the names that AWS knows.
fn system(name: &str) -> &str {
    match name {
        "android" | "ios" | "linux" | "macos" | "windows" => name,
        _ => "other",
    }
}

/// Returns the start of the user agent, which is the same for all requests of a client. Empty if the service is not one
/// of AWS.
pub(super) fn product(service: &ServiceSchema, config: &Config) -> Arc<str> {
    let Some(id) = service.sdk_id else { return Arc::default() };
    let api = id.to_lowercase().replace(' ', "_");
    let mut text = format!("whitesmith/{} ua/2.1 api/{api}", env!("CARGO_PKG_VERSION"));
    // Writing to a String cannot fail.
    if let Some(version) = token(service.version) {
        let _ = write!(text, "#{version}");
    }
    let _ = write!(text, " os/{} md/arch#{} lang/rust", system(std::env::consts::OS), std::env::consts::ARCH);
    if let Some(environment) = &config.agent.environment {
        let _ = write!(text, " exec-env/{environment}");
    }
    text.into()
}

/// Sets the user agent of requests to an AWS service.
pub(super) fn describe(shared: &Shared, operation: &OperationSchema, request: &mut Request<Bytes>) {
    if shared.product.is_empty() || request.headers().contains_key(USER_AGENT) {
        return;
    }
    let mut text = format!("{} m/", shared.product);
    put_features(&mut text, shared, operation, request.headers());
    if let Some(application) = &shared.config.agent.application {
        let _ = write!(text, " app/{application}");
    }
    if let Ok(value) = HeaderValue::try_from(text) {
        request.headers_mut().insert(USER_AGENT, value);
    }
}

/// Appends the features in use, by the IDs that AWS gives them.
fn put_features(text: &mut String, shared: &Shared, operation: &OperationSchema, headers: &HeaderMap) {
    let config = &shared.config;
    let checksum = |mode, supported, required| if mode == ChecksumMode::WhenSupported { supported } else { required };
    text.push(match config.retries.mode {
        RetryMode::Standard => 'E',
        RetryMode::Adaptive => 'F',
    });
    let is_cbor = headers.get("smithy-protocol").is_some_and(|protocol| protocol == "rpc-v2-cbor");
    let others = [
        is_cbor.then_some("M"),
        config.endpoint_of(shared.service).map(|_| "N"),
        operation.checksum_algorithm.map(|_| checksum(config.request_checksums, "Z", "a")),
        operation.response_checksums.map(|_| checksum(config.response_checksums, "b", "c")),
    ];
    for id in others.into_iter().flatten() {
        let _ = write!(text, ",{id}");
    }
}

/// Adds the ID of a call of an AWS service, which is the same for all attempts.
pub(super) fn named(shared: &Shared, mut request: Request<Bytes>) -> Request<Bytes> {
    if shared.service.sdk_id.is_some()
        && let Ok(id) = HeaderValue::try_from(random_token())
    {
        request.headers_mut().entry(INVOCATION).or_insert(id);
    }
    request
}

/// Adds the number of the attempt, if the call has an ID.
pub(super) fn count(config: &Config, number: u32, request: &mut Request<Bytes>) {
    if request.headers().contains_key(INVOCATION)
        && let Ok(value) = HeaderValue::try_from(format!("attempt={number}; max={}", config.retries.attempts))
    {
        request.headers_mut().insert(ATTEMPT, value);
    }
}
