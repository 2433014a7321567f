//! State that all clients of a configuration share.

use std::sync::{Arc, OnceLock};

use super::clock::Clock;
use super::retry::RetryState;
use super::transport::{Transport, TransportSettings};

/// State that all clients of a configuration share, and those of its clones.
#[derive(Debug, Default)]
pub(super) struct SharedState {
    pub(super) clock: Arc<Clock>,
    pub(super) retries: RetryState,
}

/// The standard transport of a configuration, which is created for its first client.
#[derive(Clone, Default)]
pub(super) struct StandardTransport {
    pub(super) settings: TransportSettings,
    created: Arc<OnceLock<Transport>>,
}

impl StandardTransport {
    pub(super) fn get(&self) -> Transport {
        self.created.get_or_init(|| Transport::standard(self.settings.clone())).clone()
    }

    /// Changes the settings. Clients of this configuration no longer share connections with those created before.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut TransportSettings)) {
        change(&mut self.settings);
        self.created = Arc::default();
    }
}
