//! State that all clients of a configuration share.

use std::sync::Arc;

use super::clock::Clocks;
use super::retry::RetryState;

/// State that all clients of a configuration share, and those of its clones.
#[derive(Debug, Default)]
pub(super) struct SharedState {
    pub(super) clocks: Arc<Clocks>,
    pub(super) retries: RetryState,
}

#[cfg(feature = "client")]
pub(super) use standard::StandardTransport;

#[cfg(feature = "client")]
mod standard {
    use std::sync::{Arc, OnceLock};

    use crate::client::transport::{Transport, TransportSettings};

    /// The standard transport of a configuration, which is created for its first client.
    #[derive(Clone, Default)]
    pub(in crate::client) struct StandardTransport {
        pub(in crate::client) settings: TransportSettings,
        created: Arc<OnceLock<Transport>>,
    }

    impl StandardTransport {
        pub(in crate::client) fn get(&self) -> Transport {
            self.created.get_or_init(|| Transport::standard(self.settings.clone())).clone()
        }

        /// Changes the settings. Clients of this configuration no longer share connections with those created before.
        pub(in crate::client) fn change(&mut self, change: impl FnOnce(&mut TransportSettings)) {
            change(&mut self.settings);
            self.created = Arc::default();
        }
    }
}
