//! Clients: calls, configuration, signing, transport, retries, pages and waiters.

#[cfg(any(feature = "aws", feature = "aws-config"))]
mod agent;
mod any_error;
mod attempts;
mod auth;
#[cfg(feature = "rules")]
mod by_rules;
#[cfg(not(feature = "rules"))]
#[path = "by_rules/off.rs"]
mod by_rules;
mod call;
mod call_info;
mod canned;
#[cfg(feature = "checksums")]
mod checksum;
#[cfg(not(feature = "checksums"))]
#[path = "checksum/off.rs"]
mod checksum;
mod clock;
#[cfg(feature = "gzip")]
mod compression;
mod config;
#[cfg_attr(
    not(all(feature = "sigv4", any(feature = "client", feature = "sha2"))),
    allow(dead_code, reason = "only signatures use secrets")
)]
mod credentials;
mod customizations;
mod customize;
mod endpoint;
mod erased;
mod error;
mod exchange;
#[cfg(all(feature = "sigv4", feature = "xml", any(feature = "client", feature = "sha2")))]
#[allow(dead_code, unreachable_pub, reason = "a macro defines functions of the error that nothing uses")]
mod express;
#[cfg(all(feature = "sigv4", not(feature = "xml"), any(feature = "client", feature = "sha2")))]
#[path = "express/off.rs"]
mod express;
#[cfg(feature = "checksums")]
mod glacier;
mod identity;
#[cfg(feature = "telemetry")]
mod observe;
#[cfg(not(feature = "telemetry"))]
#[path = "observe/off.rs"]
mod observe;
mod pages;
#[cfg(feature = "rules")]
mod parameters;
mod partitions;
mod prepare;
mod presign;
mod progress;
mod receive;
mod request_error;
mod response;
mod response_error;
mod retry;
#[cfg(feature = "rules")]
pub(crate) mod rules;
mod s3;
mod service_error;
#[cfg(all(feature = "sigv4", any(feature = "client", feature = "sha2")))]
mod sign;
#[cfg(not(all(feature = "sigv4", any(feature = "client", feature = "sha2"))))]
#[path = "sign/off.rs"]
mod sign;
mod signed_call;
mod stall;
mod state;
mod task_lock;
#[cfg(feature = "test-util")]
pub mod testing;
#[cfg(feature = "checksums")]
mod trailer;
mod transport;
pub mod waiter;
mod without_defaults;

use std::sync::{Arc, OnceLock};

pub use any_error::AnyError;
pub use attempts::Attempts;
#[cfg(feature = "aws")]
pub(crate) use auth::is_local;
pub use call::{Call, CallBuilder, Sending};
pub use call_info::CallInfo;
pub use canned::Canned;
#[cfg(feature = "aws-config")]
#[doc(hidden)]
pub use config::ByAwsProvider;
#[doc(hidden)]
pub use config::ByFunction;
pub use config::{AccountIdEndpointMode, ChecksumMode, Config, CredentialsProvider, EndpointValue, ResponseChecks};
#[cfg(feature = "aws")]
pub(crate) use config::{EndpointLayer, MAX_COMPRESS_FROM};
pub use credentials::Credentials;
use customizations::Customization;
pub use customize::Customized;
#[cfg(feature = "aws")]
pub(crate) use endpoint::{is_host_label, without_user};
pub use error::Error;
pub use identity::{IdentityError, Secret};
pub use pages::{ItemStream, Pages};
pub use partitions::Partition;
#[cfg(feature = "conformance")]
pub(crate) use partitions::Partitions;
#[cfg(feature = "conformance")]
pub(crate) use receive::receive_whole as receive;
pub use request_error::{AuthError, EndpointError, RequestError};
pub use response::{Response, ResponseInfo};
pub use response_error::ResponseError;
pub use retry::{FailedAttempt, RetryDecision, RetryMode};
pub use s3::{S3Addressing, S3Settings};
pub use service_error::ServiceError;
pub use signed_call::{ResponseReader, SignedCall};
pub use transport::{BoxError, NotSent, RequestBody, ResponseBody, Transport};
#[cfg(feature = "client")]
pub use transport::{Proxies, ProxyError, TransportSettings};
pub use waiter::{CallResult, WaitError, WaitSettings, Waited};

use crate::protocol::ClientProtocol;
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
use crate::streaming;
pub use crate::time::{Timer, set_timer};

/// What generated clients wrap: the configuration, and the state that all calls share.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    service: &'static ServiceSchema,
    customization: &'static Customization,
    /// Protocols in order of preference.
    protocols: Vec<&'static dyn ClientProtocol>,
    config: Config,
    transport: Transport,
    /// Start of the user agent.
    #[cfg(any(feature = "aws", feature = "aws-config"))]
    product: Arc<str>,
    keys: Arc<sign::Keys>,
    /// The client of a customized call.
    origin: Option<Client>,
    /// Endpoint of all operations, if the service has no rules. Empty before the first call.
    endpoint: OnceLock<endpoint::Checked>,
}

impl Shared {
    /// Returns the first protocol that supports the operation's streams.
    fn protocol(&self, operation: &OperationSchema) -> Result<&'static dyn ClientProtocol, RequestError> {
        let mut refusal = None;
        for protocol in &self.protocols {
            match streaming::check(protocol.events(), operation) {
                Ok(()) => return Ok(*protocol),
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        Err(refusal.map_or_else(|| self.no_protocol(), RequestError::from))
    }

    fn no_protocol(&self) -> RequestError {
        RequestError::Protocol {
            service: self.service.id,
            protocol: self.config.protocol,
            supported: self.service.protocols,
        }
    }
}

impl Client {
    /// Creates a client of the service. Generated code calls it, and checks that the runtime has the features of the
    /// service's protocols; without one of them, the client has the others.
    pub fn new(service: &'static ServiceSchema, config: Config) -> Self {
        let chosen = config.protocol;
        let protocols = match &chosen {
            None => service.protocols,
            Some(id) if service.protocols.contains(id) => std::slice::from_ref(id),
            Some(_) => &[],
        };
        Self::for_protocols(service, protocols, config)
    }

    /// Returns the configuration. Generated code calls it.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Creates a client with these protocols.
    pub(crate) fn for_protocols(service: &'static ServiceSchema, protocols: &[ProtocolId], config: Config) -> Self {
        let transport = config.transport_or_standard();
        Self(Arc::new(Shared {
            service,
            customization: customizations::of(service),
            protocols: protocols.iter().filter_map(|id| crate::protocol::client(*id)).collect(),
            #[cfg(any(feature = "aws", feature = "aws-config"))]
            product: agent::product(service, &config),
            config,
            transport,
            keys: Arc::default(),
            origin: None,
            endpoint: OnceLock::new(),
        }))
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("service", &self.0.service.id).field("config", &self.0.config).finish()
    }
}
