//! TLS of the standard transport.

use std::sync::Arc;

use hyper_rustls::ConfigBuilderExt as _;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use rustls::{ClientConfig, RootCertStore};

use crate::cryptography::provider;

/// Error of reading root certificates.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RootsError {
    #[error("cannot read the root certificates of this machine")]
    Native(#[source] std::io::Error),
    #[error("cannot read the root certificates of the configuration")]
    Pem(#[source] pem::Error),
    #[error("cannot use the root certificates of the configuration")]
    Unusable(#[source] rustls::Error),
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
