//! Settings of the standard transport: connections, TLS, proxies.
//!
//! Clients of configurations with different settings do not share connections.

use std::sync::Arc;
use std::time::Duration;

use super::Config;
use crate::client::transport::{Proxies, Tls};

impl Config {
    /// Sets the time limit for connecting, including TLS and proxies. Default: 5 seconds.
    #[must_use]
    #[inline]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.standard.change(|settings| settings.connect_timeout = timeout);
        self
    }

    /// Sets how long a connection without requests is kept. Default: 20 seconds.
    #[must_use]
    #[inline]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.standard.change(|settings| settings.idle_timeout = timeout);
        self
    }

    /// Sets the maximum number of connections without requests that are kept for each host. Default: no limit. Use 0 to
    /// close connections after each request.
    #[must_use]
    #[inline]
    pub fn max_idle_connections(mut self, number: usize) -> Self {
        self.standard.change(|settings| settings.max_idle = number);
        self
    }

    /// Sets the maximum number of connections that are in use at the same time, over all hosts: from 1. Default: no
    /// limit. A request has its connection until its response has been read or dropped; with HTTP/2, each request
    /// counts as a connection. Further requests wait, which counts toward the time limit of the attempt.
    ///
    /// ```
    /// use whitesmith_runtime::client::Config;
    /// let config = Config::new().max_connections(50).max_idle_connections(50);
    /// ```
    #[must_use]
    #[inline]
    pub fn max_connections(mut self, number: usize) -> Self {
        self.standard.change(|settings| settings.max_connections = Some(number));
        self
    }

    /// Sets the trusted root certificates in PEM. Default: the root certificates of the machine.
    #[must_use]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.standard.change(|settings| settings.tls = Tls::Pem(pem.into()));
        self
    }

    /// Sets the TLS configuration: root certificates, client certificates, and the cryptography of any rustls
    /// provider. Replaces [`root_certificates`](Self::root_certificates). Its ALPN protocols are ignored. By default,
    /// the cryptography is that of the provider which the program installed for the process, or else of `aws-lc-rs`
    /// with the feature of that name, and of `ring` without it.
    ///
    /// If a program contains both providers, `rustls::ClientConfig::builder()` cannot choose one and panics: install a
    /// provider for the process first, or use `rustls::ClientConfig::builder_with_provider`.
    #[must_use]
    pub fn tls(mut self, config: impl Into<Arc<rustls::ClientConfig>>) -> Self {
        self.standard.change(|settings| settings.tls = Tls::Custom(config.into()));
        self
    }

    /// Sets the proxies. Default: those of the environment, [`Proxies::from_env`].
    #[must_use]
    #[inline]
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.standard.change(|settings| settings.proxies = Some(proxies));
        self
    }
}
