//! TLS configurations from PEM.

use std::fmt;

use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::cryptography::provider;

/// Error of creating a TLS configuration.
#[derive(Debug)]
#[non_exhaustive]
pub enum TlsError {
    /// The certificate chain is not PEM, or has no certificate.
    Certificates(pem::Error),
    /// The private key is not PEM, or is missing.
    Key(pem::Error),
    /// The key does not match the certificate, or is not supported.
    Unusable(rustls::Error),
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Certificates(_) => f.write_str("cannot read the certificate chain"),
            Self::Key(_) => f.write_str("cannot read the private key"),
            Self::Unusable(_) => f.write_str("cannot use the certificate and its key"),
        }
    }
}

impl std::error::Error for TlsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Certificates(source) | Self::Key(source) => Some(source),
            Self::Unusable(source) => Some(source),
        }
    }
}

/// Creates a TLS configuration without client certificates, from a certificate chain and its private key in PEM.
///
/// # Errors
/// Fails if one of them cannot be read, or they do not match.
pub fn tls_from_pem(certificates: &[u8], key: &[u8]) -> Result<ServerConfig, TlsError> {
    let chain: Vec<_> =
        CertificateDer::pem_slice_iter(certificates).collect::<Result<_, _>>().map_err(TlsError::Certificates)?;
    if chain.is_empty() {
        return Err(TlsError::Certificates(pem::Error::NoItemsFound));
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(TlsError::Key)?;
    ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Unusable)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(TlsError::Unusable)
}
