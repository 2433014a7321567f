//! Credentials providers of `aws-credential-types`.

#![cfg(feature = "aws-config")]

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, future};
use whitesmith_runtime::client::{self, Config};

/// Provides credentials as `aws-config` does.
#[derive(Debug)]
struct Provider;

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(Ok(Credentials::new("AKID", "secret", None, None, "test")))
    }
}

#[test]
fn credentials_of_aws_keep_their_parts_and_stay_secret() {
    let expiry = SystemTime::now() + Duration::from_secs(60);
    let other = Credentials::new("AKID", "topsecret", Some("session".to_owned()), Some(expiry), "test");
    let credentials = client::Credentials::from(other);
    assert_eq!(credentials.access_key_id(), "AKID");
    let text = format!("{credentials:?}");
    assert!(!text.contains("secret") && !text.contains("session") && text.contains("expiry"), "{text}");
    let config = format!("{:?}", Config::new().credentials_provider(Provider).credentials(credentials));
    assert!(!config.contains("secret"), "{config}");
}
