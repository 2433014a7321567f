//! TLS of the standard transport.

use std::sync::Arc;

use hyper_rustls::HttpsConnectorBuilder;
use hyper_rustls::builderstates::WantsSchemes;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use rustls::{ClientConfig, RootCertStore};

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

/// A connector with TLS.
pub(super) fn builder(tls: &Tls) -> Result<HttpsConnectorBuilder<WantsSchemes>, RootsError> {
    let provider = rustls::crypto::ring::default_provider();
    let pem = match tls {
        Tls::Pem(pem) => pem,
        Tls::Machine => {
            let tls = HttpsConnectorBuilder::new().with_provider_and_native_roots(provider);
            return tls.map_err(RootsError::Native);
        }
        Tls::Custom(config) => {
            let mut config = ClientConfig::clone(config);
            // The connector offers the protocols of HTTP itself.
            config.alpn_protocols.clear();
            return Ok(HttpsConnectorBuilder::new().with_tls_config(config));
        }
    };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        store.add(certificate.map_err(RootsError::Pem)?).map_err(RootsError::Unusable)?;
    }
    if store.is_empty() {
        return Err(RootsError::Pem(pem::Error::NoItemsFound));
    }
    let versions = ClientConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions();
    let tls = versions.map_err(RootsError::Unusable)?.with_root_certificates(store).with_no_client_auth();
    Ok(HttpsConnectorBuilder::new().with_tls_config(tls))
}
