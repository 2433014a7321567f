//! `Debug` of configurations, without secrets.

use std::fmt;

use super::Config;
use crate::client::endpoint::without_user;

impl fmt::Debug for Config {
    /// Omits identities, including those in the URLs of the endpoint and of proxies, values of headers, and functions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Config");
        fields
            .field("region", &self.region)
            .field("endpoint_url", &self.endpoint_url.as_deref().map(without_user))
            .field("fips", &self.fips)
            .field("dual_stack", &self.dual_stack)
            .field("unsigned", &self.unsigned)
            .field("plain_http_identity", &self.plain_http_identity)
            .field("identity_timeout", &self.identity_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("stall_timeout", &self.stall_timeout)
            .field("operation_timeout", &self.operation_timeout)
            .field("retries", &self.retries)
            .field("max_response", &self.max_response)
            .field("max_memory", &self.max_memory)
            .field("compress_from", &self.compress_from)
            .field("expect_continue", &self.expect_continue)
            .field("host_prefix", &self.host_prefix)
            .field("s3", &self.s3)
            .field("protocol", &self.protocol)
            .field("unlisted_enum_values", &self.unlisted_enum_values)
            .field("response_checks", &self.response_checks)
            .field("request_checksums", &self.request_checksums)
            .field("response_checksums", &self.response_checksums)
            .field("transport", &self.transport);
        #[cfg(feature = "client")]
        fields
            .field("connect_timeout", &self.standard.settings.connect_timeout)
            .field("proxies", &self.standard.settings.proxies)
            .field("idle_timeout", &self.standard.settings.idle_timeout)
            .field("max_idle", &self.standard.settings.max_idle)
            .field("max_connections", &self.standard.settings.max_connections);
        fields.finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "client"))]
mod tests {
    use std::time::Duration;

    use crate::client::{Config, Credentials, Proxies};

    #[test]
    fn settings_are_shown_and_secrets_are_not() {
        let proxies = Proxies::new("http://user:hidden@proxy.example:8080", "").expect("a proxy");
        let config = Config::new()
            .endpoint_url("https://user:hidden@service.example")
            .credentials(Credentials::new("id", "hidden"))
            .bearer_token("hidden")
            .api_key("hidden")
            .basic_auth("user", "hidden")
            .operation_timeout(Duration::from_secs(7))
            .proxies(proxies);
        let text = format!("{config:?}");
        assert!(!text.contains("hidden"), "{text}");
        for part in ["operation_timeout: Some(7s)", "proxy.example", "service.example", "max_response: 67108864"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
