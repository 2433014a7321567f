//! The cryptography of TLS, for clients and servers.

use std::sync::Arc;
#[cfg(feature = "client")]
use std::sync::LazyLock;

use rustls::crypto::CryptoProvider;
#[cfg(feature = "client")]
use rustls::crypto::SecureRandom;
#[cfg(feature = "aws-lc-rs")]
use rustls::crypto::aws_lc_rs::default_provider;
#[cfg(not(feature = "aws-lc-rs"))]
use rustls::crypto::ring::default_provider;

/// Returns the provider that the program installed for the whole process, or else that of the features.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    CryptoProvider::get_default().map_or_else(|| Arc::new(default_provider()), Arc::clone)
}

/// Returns unpredictable random bytes. `None` if the system has none.
#[cfg(feature = "client")]
pub(crate) fn random<const N: usize>() -> Option<[u8; N]> {
    // Not that of the process: creating a provider takes time, and one may be installed later.
    static SOURCE: LazyLock<&'static dyn SecureRandom> = LazyLock::new(|| default_provider().secure_random);
    let mut bytes = [0; N];
    SOURCE.fill(&mut bytes).is_ok().then_some(bytes)
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

    #[cfg(feature = "client")]
    #[test]
    fn random_bytes_differ() {
        let [first, second] = [(); 2].map(|()| super::random::<16>());
        assert!(first.is_some() && first != second);
    }
}
