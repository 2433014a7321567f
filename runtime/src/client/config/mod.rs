//! Configuration of clients.

mod debug;
mod endpoints;
mod identity;
mod retries;
#[cfg(feature = "aws-config")]
mod sdk_config;
mod service_endpoints;
#[cfg(feature = "client")]
mod transport;
mod uploads;

use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

pub(super) use endpoints::EndpointSettings;
pub use endpoints::{AccountIdEndpointMode, EndpointValue};
#[cfg(feature = "aws-config")]
#[doc(hidden)]
pub use identity::ByAwsProvider;
#[doc(hidden)]
pub use identity::ByFunction;
pub use identity::CredentialsProvider;
pub(crate) use service_endpoints::EndpointLayer;
pub(super) use uploads::ExpectContinue;

use super::call_info::Layers;
use super::credentials::Credentials;
use super::identity::{Secret, Source};
use super::retry::RetrySettings;
use super::s3::S3Settings;
use super::state::SharedState;
#[cfg(feature = "client")]
use super::state::StandardTransport;
use super::transport::Transport;
#[cfg(feature = "client")]
use super::transport::TransportSettings;
use crate::memory::MemoryLimit;
use crate::schema::ProtocolId;
use crate::time::system_now;

/// The responses, including errors, that a client rejects because they violate the model. For
/// [`Config::check_responses`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseChecks {
    /// None. This is the default.
    #[default]
    Off,
    /// Responses that lack a required member, or have a value that violates a constraint. Unknown enum values and union
    /// variants are accepted, because a service may be newer than the model.
    Constraints,
    /// Also responses with unknown enum values or union variants.
    All,
}

/// When clients calculate checksums of requests, and request checksums of responses (`@httpChecksum`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChecksumMode {
    /// If the operation supports them. This is the default.
    #[default]
    WhenSupported,
    /// If the operation requires them, or the input requests them.
    WhenRequired,
}

/// Configuration of a client: endpoint, identity, time limits, retries.
///
/// ```
/// use whitesmith_runtime::client::Config;
/// let config = Config::new().region("eu-central-1").endpoint_url("http://127.0.0.1:8080").unsigned();
/// ```
#[derive(Clone)]
pub struct Config {
    pub(super) region: Option<String>,
    pub(super) endpoint_url: Option<String>,
    pub(super) fips: bool,
    pub(super) dual_stack: bool,
    pub(super) credentials: Option<Source<Credentials>>,
    pub(super) bearer_token: Option<Source<Secret>>,
    pub(super) api_key: Option<Source<Secret>>,
    /// User name and password.
    pub(super) basic: Option<(String, Source<Secret>)>,
    pub(super) identity_timeout: Duration,
    pub(super) unsigned: bool,
    pub(super) plain_http_identity: bool,
    /// Endpoints of single services, in order of precedence.
    pub(super) endpoint_layers: Arc<[EndpointLayer]>,
    /// `None` for the default of the operation.
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) stall_timeout: Option<Duration>,
    pub(super) operation_timeout: Option<Duration>,
    pub(super) retries: RetrySettings,
    pub(super) state: Arc<SharedState>,
    pub(super) max_response: usize,
    pub(super) max_memory: MemoryLimit,
    pub(super) transport: Option<Transport>,
    pub(super) layers: Layers,
    #[cfg(feature = "test-util")]
    pub(super) mock: Option<super::testing::Mock>,
    #[cfg(feature = "client")]
    pub(super) standard: StandardTransport,
    pub(super) tokens: Arc<dyn Fn() -> String + Send + Sync>,
    /// `None` to disable compression.
    pub(super) compress_from: Option<usize>,
    pub(super) expect_continue: ExpectContinue,
    pub(super) host_prefix: bool,
    pub(crate) s3: S3Settings,
    pub(super) endpoints: Arc<EndpointSettings>,
    pub(super) protocol: Option<ProtocolId>,
    pub(super) unlisted_enum_values: bool,
    pub(super) response_checks: ResponseChecks,
    pub(super) request_checksums: ChecksumMode,
    pub(super) response_checksums: ChecksumMode,
    /// Headers of a single call.
    pub(super) headers: HeaderMap,
    /// Name of a header that could not be set.
    pub(super) invalid_header: Option<String>,
    #[cfg(any(feature = "aws", feature = "aws-config"))]
    pub(super) agent: super::agent::Agent,
}

/// Maximum of the compression threshold (spec: "Compression", client implementation).
pub(crate) const MAX_COMPRESS_FROM: usize = 10_485_760;

/// A random UUID. It is unpredictable if TLS is available, which has such random numbers, and the system has them too.
pub(super) fn random_token() -> String {
    #[cfg(feature = "client")]
    let bytes = crate::cryptography::random();
    #[cfg(not(feature = "client"))]
    let bytes = None;
    let bytes = bytes.unwrap_or_else(|| {
        // Platforms without random numbers have at least the time.
        let time = system_now().duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap_or_default();
        (fastrand::u128(..) ^ time.as_nanos()).to_ne_bytes()
    });
    crate::uuid::from_random(bytes)
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

impl Config {
    /// Creates a configuration without region, endpoint and credentials. Time limits are 5 seconds for connecting and
    /// 60 seconds for an attempt. There are up to 3 attempts, and responses have at most 64 MiB.
    pub fn new() -> Self {
        Self {
            region: None,
            endpoint_url: None,
            fips: false,
            dual_stack: false,
            credentials: None,
            bearer_token: None,
            api_key: None,
            basic: None,
            identity_timeout: Duration::from_secs(5),
            unsigned: false,
            plain_http_identity: false,
            endpoint_layers: Arc::default(),
            attempt_timeout: None,
            stall_timeout: Some(Duration::from_secs(20)),
            operation_timeout: None,
            retries: RetrySettings::default(),
            state: Arc::default(),
            max_response: 64 * 1024 * 1024,
            max_memory: MemoryLimit::default(),
            transport: None,
            layers: Layers::default(),
            #[cfg(feature = "test-util")]
            mock: None,
            #[cfg(feature = "client")]
            standard: StandardTransport::default(),
            tokens: Arc::new(random_token),
            compress_from: Some(10_240),
            expect_continue: ExpectContinue::default(),
            host_prefix: true,
            s3: S3Settings::default(),
            endpoints: Arc::default(),
            protocol: None,
            unlisted_enum_values: false,
            response_checks: ResponseChecks::Off,
            request_checksums: ChecksumMode::WhenSupported,
            response_checksums: ChecksumMode::WhenSupported,
            headers: HeaderMap::new(),
            invalid_header: None,
            #[cfg(any(feature = "aws", feature = "aws-config"))]
            agent: super::agent::Agent::default(),
        }
    }

    /// Sets the AWS region, such as `eu-central-1`. It is part of endpoints and signatures.
    #[must_use]
    pub fn region(mut self, region: impl AsRef<str>) -> Self {
        self.region = Some(region.as_ref().to_owned());
        self
    }

    /// Sets or removes the region.
    pub(crate) fn replace_region(&mut self, region: Option<String>) {
        self.region = region;
    }

    /// Returns the region.
    pub fn region_name(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Sets the endpoint: scheme, host, optional port, and optional path prefix. Default: the endpoint of the service.
    #[must_use]
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.endpoint_url = Some(url.into());
        self
    }

    /// Uses FIPS endpoints. Calls fail before anything is sent if the service has none, or if an endpoint is set.
    #[must_use]
    pub fn fips(mut self) -> Self {
        self.fips = true;
        self
    }

    /// Does not use FIPS endpoints. This is the default, unless the environment sets them.
    #[must_use]
    pub fn without_fips(mut self) -> Self {
        self.fips = false;
        self
    }

    /// Uses dual-stack endpoints, which have IPv4 and IPv6 addresses. Calls fail before anything is sent if the service
    /// has none, or if an endpoint is set.
    #[must_use]
    pub fn dual_stack(mut self) -> Self {
        self.dual_stack = true;
        self
    }

    /// Does not use dual-stack endpoints. This is the default, unless the environment sets them.
    #[must_use]
    pub fn without_dual_stack(mut self) -> Self {
        self.dual_stack = false;
        self
    }

    /// Sends requests without authentication.
    #[must_use]
    pub fn unsigned(mut self) -> Self {
        self.unsigned = true;
        self
    }

    /// Sends requests with authentication, if the operation needs it. This is the default.
    #[must_use]
    pub fn signed(mut self) -> Self {
        self.unsigned = false;
        self
    }

    /// Sets the protocol. Default: the first protocol of the service that supports the streams of the operation;
    /// compact ones come first. Calls fail before anything is sent if the service does not support it.
    #[must_use]
    pub fn protocol(mut self, protocol: ProtocolId) -> Self {
        self.protocol = Some(protocol);
        self
    }

    /// Allows enum values that are not in the model, for services that are newer than the model. By default, they are
    /// rejected as violations. Unknown values come from responses, or are created by `or_unknown` of the enum.
    #[must_use]
    pub fn unlisted_enum_values(mut self) -> Self {
        self.unlisted_enum_values = true;
        self
    }

    /// Rejects enum values that are not in the model. This is the default.
    #[must_use]
    pub fn without_unlisted_enum_values(mut self) -> Self {
        self.unlisted_enum_values = false;
        self
    }

    /// Sets which responses are rejected because they violate the model. Default: none.
    ///
    /// The error is [`Error::InvalidResponse`](super::Error::InvalidResponse), which lists all missing members and
    /// violated constraints. Errors of the service are checked after the last attempt, so this does not affect retries.
    /// [`validate`](crate::validate) checks a single value, but cannot detect that a required member was missing.
    ///
    /// ```
    /// use whitesmith_runtime::client::{Config, ResponseChecks};
    /// let config = Config::new().region("eu-central-1").check_responses(ResponseChecks::Constraints);
    /// ```
    #[must_use]
    pub fn check_responses(mut self, checks: ResponseChecks) -> Self {
        self.response_checks = checks;
        self
    }

    /// Sets the time limit of an attempt, from sending the request to the end of the response. Default: 60 seconds, or
    /// the longest time that the service documents for the operation, which is 16 minutes for Lambda's `Invoke`; for
    /// one with `@longPoll`, the time that it states. Operations with such a time are not retried after a timeout.
    /// If the request has a stream, the limit applies to the time without progress; time in which the stream has no
    /// data is not counted. If the response has a stream, the limit applies to the head of the response.
    #[must_use]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Sets the time after which a byte stream is aborted: that of a response if the service sends no data, that of a
    /// request if the service reads none. Default: 20 seconds. Time in which the caller does not read or write is not
    /// counted. Event streams are not limited, because they may be idle for a long time.
    #[must_use]
    pub fn stall_timeout(mut self, timeout: Duration) -> Self {
        self.stall_timeout = Some(timeout);
        self
    }

    /// Disables the time limit for streams that stall.
    #[must_use]
    pub fn without_stall_timeout(mut self) -> Self {
        self.stall_timeout = None;
        self
    }

    /// Sets the time limit of a call, including all attempts, the pauses between them, and identity providers. Default:
    /// none. If the response has a stream, the limit applies to the head of the response. If the pause before the next
    /// attempt would exceed the limit, the call returns the error of the last attempt at once.
    #[must_use]
    pub fn operation_timeout(mut self, timeout: Duration) -> Self {
        self.operation_timeout = Some(timeout);
        self
    }

    /// Removes the time limit of a call. This is the default.
    #[must_use]
    pub fn without_operation_timeout(mut self) -> Self {
        self.operation_timeout = None;
        self
    }

    /// Sets the maximum size of a response body in bytes. Default: 64 MiB.
    #[must_use]
    pub fn max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// Sets the memory limit of a response in bytes, including the values read from it. Default: 32 times the size of
    /// its body plus 1 MiB. Responses that exceed it are errors.
    #[must_use]
    pub fn max_memory(mut self, limit: MemoryLimit) -> Self {
        self.max_memory = limit;
        self
    }

    /// Sets the generator of idempotency tokens. Default: random UUIDs. Without the feature `client`, or if the system
    /// has no secure random numbers, they are derived from the time and may be predictable.
    #[must_use]
    pub fn idempotency_tokens(mut self, make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.tokens = Arc::new(make);
        self
    }

    /// Sets the minimum size in bytes of bodies that are compressed, if the operation supports compression: 0 to
    /// 10,485,760, by default 10,240. With a larger number, calls of such operations fail before anything is sent.
    /// Streams of bytes are always compressed.
    #[must_use]
    pub fn compress_from(mut self, bytes: usize) -> Self {
        self.compress_from = Some(bytes);
        self
    }

    /// Disables compression.
    #[must_use]
    pub fn without_compression(mut self) -> Self {
        self.compress_from = None;
        self
    }

    /// Disables host prefixes (spec: `@endpoint`). IP addresses and `localhost` never get a prefix.
    #[must_use]
    pub fn without_host_prefix(mut self) -> Self {
        self.host_prefix = false;
        self
    }

    /// Enables host prefixes. This is the default.
    #[must_use]
    pub fn host_prefix(mut self) -> Self {
        self.host_prefix = true;
        self
    }

    /// Sets how S3 buckets are addressed.
    #[must_use]
    pub fn s3(mut self, settings: S3Settings) -> Self {
        self.s3 = settings;
        self
    }

    /// Sets when checksums of requests are calculated. Default: if the operation supports them, with CRC32 unless the
    /// input selects another algorithm. The checksum is in a header, or follows a stream that is not in memory
    /// (`aws-chunked`), which some S3-compatible services do not accept.
    #[must_use]
    pub fn request_checksums(mut self, mode: ChecksumMode) -> Self {
        self.request_checksums = mode;
        self
    }

    /// Sets when checksums of responses are requested. Default: if the operation supports them. Checksums in responses
    /// are always verified, those of streams while they are read.
    #[must_use]
    pub fn response_checksums(mut self, mode: ChecksumMode) -> Self {
        self.response_checksums = mode;
        self
    }

    /// Returns the transport of the configuration, or the standard one.
    pub(crate) fn transport_or_standard(&self) -> Transport {
        #[cfg(feature = "client")]
        let standard = || self.standard.get();
        #[cfg(not(feature = "client"))]
        let standard = Transport::missing;
        self.layers.wrap(self.transport.clone().unwrap_or_else(standard))
    }

    /// Sets the transport. Default: HTTP/1.1 over TCP and TLS. Without the feature `client` there is no default, and
    /// calls fail.
    #[must_use]
    pub fn transport(mut self, transport: impl Into<Transport>) -> Self {
        self.transport = Some(transport.into());
        self
    }
}

#[cfg(feature = "client")]
impl From<&Config> for TransportSettings {
    fn from(config: &Config) -> Self {
        config.standard.settings.clone()
    }
}
