//! TLS configurations from PEM text.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// Why a certificate or key cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TlsError {
    /// The certificate chain is no PEM text, or has no certificate.
    #[error("cannot read the certificate chain")]
    Certificates(#[source] pem::Error),
    /// The private key is no PEM text, or there is none.
    #[error("cannot read the private key")]
    Key(#[source] pem::Error),
    /// The key does not belong to the certificate, or its kind is not supported.
    #[error("cannot use the certificate and its key")]
    Unusable(#[source] rustls::Error),
}

/// A TLS configuration from a certificate chain and its private key, both in PEM, without client certificates.
///
/// # Errors
/// When one of them cannot be read, or they do not fit each other.
pub fn tls_from_pem(certificates: &[u8], key: &[u8]) -> Result<ServerConfig, TlsError> {
    let chain: Vec<_> =
        CertificateDer::pem_slice_iter(certificates).collect::<Result<_, _>>().map_err(TlsError::Certificates)?;
    if chain.is_empty() {
        return Err(TlsError::Certificates(pem::Error::NoItemsFound));
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(TlsError::Key)?;
    ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Unusable)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(TlsError::Unusable)
}
