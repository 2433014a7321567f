//! Clients: calls, configuration, signing, transport, retries and pages.

mod call;
mod canned;
mod config;
mod customizations;
mod endpoint;
mod error;
mod exchange;
mod finish;
mod pages;
mod progress;
mod s3;
mod sent;
mod sign;
mod transport;

use std::sync::Arc;

pub use call::Call;
pub use canned::Canned;
pub use config::{Config, ConfigError};
pub use error::{Error, ServiceError};
#[cfg(feature = "conformance")]
pub(crate) use exchange::receive_whole as receive;
pub use pages::{ItemStream, Pages};
pub use s3::{S3Addressing, S3Settings};
pub use transport::{BoxError, RequestBody, Transport};

use crate::protocol::{Protocol, find, of};
use crate::schema::ServiceSchema;

/// What all calls of a client share. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    service: &'static ServiceSchema,
    protocol: Option<&'static dyn Protocol>,
    config: Config,
    transport: Transport,
}

impl Client {
    /// A client of the schema's service. Generated code calls it.
    pub fn new(service: &'static ServiceSchema, config: Config) -> Self {
        let protocol = match config.protocol {
            None => of(service),
            Some(id) if service.protocols.contains(&id) => Some(find(id)),
            Some(_) => None,
        };
        Self::speaking(service, protocol, config)
    }

    /// A client that speaks this protocol.
    pub(crate) fn speaking(
        service: &'static ServiceSchema,
        protocol: Option<&'static dyn Protocol>,
        config: Config,
    ) -> Self {
        let transport = config.transport.clone().unwrap_or_else(|| transport::default(&config));
        Self(Arc::new(Shared { service, protocol, config, transport }))
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("service", &self.0.service.id).field("config", &self.0.config).finish()
    }
}
