//! TLS of the standard transport.

use std::fmt;
use std::sync::Arc;

use hyper_rustls::ConfigBuilderExt as _;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use rustls::{ClientConfig, RootCertStore};

use crate::cryptography::provider;

/// Error of reading root certificates.
#[derive(Debug)]
pub(crate) enum RootsError {
    Native(std::io::Error),
    Pem(pem::Error),
    Unusable(rustls::Error),
}

impl fmt::Display for RootsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Native(_) => f.write_str("cannot read the root certificates of this machine"),
            Self::Pem(_) => f.write_str("cannot read the root certificates of the configuration"),
            Self::Unusable(_) => f.write_str("cannot use the root certificates of the configuration"),
        }
    }
}

impl std::error::Error for RootsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Native(source) => Some(source),
            Self::Pem(source) => Some(source),
            Self::Unusable(source) => Some(source),
        }
    }
}

/// How servers are authenticated.
#[derive(Clone, Debug, Default)]
pub(in crate::client) enum Tls {
    /// By the root certificates of the machine.
    #[default]
    Machine,
    /// By these root certificates in PEM.
    Pem(Vec<u8>),
    /// By a configuration of the user.
    Custom(Arc<ClientConfig>),
}

/// The configuration of TLS, without protocols of HTTP, which connectors add.
pub(super) fn config(tls: &Tls) -> Result<ClientConfig, RootsError> {
    let builder = || {
        let versions = ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions();
        versions.map_err(RootsError::Unusable)
    };
    let pem = match tls {
        Tls::Pem(pem) => pem,
        Tls::Machine => {
            let roots = builder()?.with_native_roots().map_err(RootsError::Native)?;
            return Ok(roots.with_no_client_auth());
        }
        Tls::Custom(config) => {
            let mut config = ClientConfig::clone(config);
            config.alpn_protocols.clear();
            return Ok(config);
        }
    };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        store.add(certificate.map_err(RootsError::Pem)?).map_err(RootsError::Unusable)?;
    }
    if store.is_empty() {
        return Err(RootsError::Pem(pem::Error::NoItemsFound));
    }
    Ok(builder()?.with_root_certificates(store).with_no_client_auth())
}
