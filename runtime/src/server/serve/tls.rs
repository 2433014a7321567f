//! TLS: configurations from PEM, and certificates of clients.

use std::fmt;
use std::sync::Arc;

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

/// The verified certificate chain of the client, in the extensions of each request of its connection, if the TLS
/// configuration asks for one. `Debug` does not show it.
///
/// ```
/// use whitesmith_runtime::server::{AccessRequest, Authentication, Decision, PeerCertificates};
///
/// fn is_known(certificate: &[u8]) -> bool {
///     // Usually, the subject is read with a parser of X.509, or the fingerprint is looked up.
///     certificate.len() == 7
/// }
///
/// let authentication = Authentication::new().authorize(|request: &AccessRequest<'_>| {
///     match request.context.head().extensions.get::<PeerCertificates>() {
///         Some(certificates) if is_known(certificates.leaf()) => Decision::Allow,
///         _ => Decision::Deny("The client has no known certificate".to_owned()),
///     }
/// });
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PeerCertificates(Arc<[CertificateDer<'static>]>);

impl PeerCertificates {
    /// `None` if there are no certificates.
    pub(super) fn new(chain: Option<&[CertificateDer<'static>]>) -> Option<Self> {
        chain.filter(|chain| !chain.is_empty()).map(|chain| Self(chain.into()))
    }

    /// Returns the certificate of the client, in DER.
    pub fn leaf(&self) -> &[u8] {
        self.0.first().map_or(&[], |certificate| certificate)
    }

    /// Returns the certificate of the client and the intermediate ones that it sent, in DER.
    pub fn chain(&self) -> &[CertificateDer<'static>] {
        &self.0
    }
}

impl fmt::Debug for PeerCertificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PeerCertificates(..)")
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
