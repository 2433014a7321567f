//! The cryptography of TLS, for clients and servers.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
#[cfg(feature = "aws-lc-rs")]
use rustls::crypto::aws_lc_rs::default_provider;
#[cfg(not(feature = "aws-lc-rs"))]
use rustls::crypto::ring::default_provider;

/// Returns the provider that the program installed for the whole process, or else that of the features.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    CryptoProvider::get_default().map_or_else(|| Arc::new(default_provider()), Arc::clone)
}

/// Replaces bytes by random ones that nobody can guess, if the system has some.
#[cfg(feature = "client")]
pub(crate) fn randomize(bytes: &mut [u8]) {
    // Without them, the bytes stay as they are.
    let _ = provider().secure_random.fill(bytes);
}

#[cfg(test)]
mod tests {
    use super::provider;

    #[test]
    fn the_provider_is_that_of_the_process_or_of_the_features() {
        let name = || format!("{:?}", provider().secure_random);
        assert_eq!(name(), if cfg!(feature = "aws-lc-rs") { "AwsLcRs" } else { "Ring" });
        rustls::crypto::ring::default_provider().install_default().expect("the only test that installs a provider");
        assert_eq!(name(), "Ring");
    }
}
