//! Settings of the AWS SDK for Rust, for programs that load them with `aws-config`.

use std::sync::Arc;

use aws_types::SdkConfig;
use aws_types::endpoint_config::AccountIdEndpointMode as SdkMode;
use aws_types::sdk_config::{RequestChecksumCalculation, ResponseChecksumValidation, RetryConfig};
use aws_types::service_config::ServiceConfigKey;

use super::service_endpoints::Lookup;
use super::{AccountIdEndpointMode, ChecksumMode, Config, EndpointLayer};
use crate::client::retry::RetryMode;

impl From<&SdkConfig> for Config {
    /// Takes over region, credentials, endpoints (also those of single services), FIPS and dual stack, account ID mode,
    /// retries, time limits, compression, checksums and the application ID. The HTTP client, the time source, the
    /// sleep implementation, the token provider and the read timeout of the SDK are not used.
    ///
    /// The limit of [`stall_timeout`](Self::stall_timeout) applies to both directions. If stalled stream protection of
    /// the SDK is not enabled for both uploads and downloads, there is no such limit.
    ///
    /// ```
    /// # async fn config() -> whitesmith_runtime::client::Config {
    /// # let sdk_config = aws_types::SdkConfig::builder().build();
    /// // let sdk_config = aws_config::load_from_env().await;
    /// let config = whitesmith_runtime::client::Config::from(&sdk_config);
    /// # config }
    /// ```
    fn from(sdk: &SdkConfig) -> Self {
        let mut config = endpoints(sdk, Self::new());
        if let Some(region) = sdk.region() {
            config = config.region(region);
        }
        if let Some(provider) = sdk.credentials_provider() {
            config = config.credentials_provider(provider);
        }
        if sdk.use_fips() == Some(true) {
            config = config.fips();
        }
        if sdk.use_dual_stack() == Some(true) {
            config = config.dual_stack();
        }
        match sdk.account_id_endpoint_mode() {
            Some(SdkMode::Disabled) => config = config.account_id_endpoint_mode(AccountIdEndpointMode::Disabled),
            Some(SdkMode::Required) => config = config.account_id_endpoint_mode(AccountIdEndpointMode::Required),
            _ => {}
        }
        if let Some(name) = sdk.app_name() {
            config = config.app_id(name);
        }
        if sdk.disable_request_compression() == Some(true) {
            config = config.without_compression();
        } else if let Some(size) = sdk.request_min_compression_size_bytes() {
            config = config.compress_from(size.try_into().unwrap_or(usize::MAX));
        }
        if sdk.request_checksum_calculation() == Some(RequestChecksumCalculation::WhenRequired) {
            config = config.request_checksums(ChecksumMode::WhenRequired);
        }
        if sdk.response_checksum_validation() == Some(ResponseChecksumValidation::WhenRequired) {
            config = config.response_checksums(ChecksumMode::WhenRequired);
        }
        limits(sdk, retries(sdk, config))
    }
}

impl From<SdkConfig> for Config {
    /// Converts like `From<&SdkConfig>`.
    fn from(sdk: SdkConfig) -> Self {
        Self::from(&sdk)
    }
}

/// An endpoint that the program sets applies to all services. In the environment and profiles, endpoints of single
/// services take precedence over the general one.
fn endpoints(sdk: &SdkConfig, mut config: Config) -> Config {
    let all = sdk.endpoint_url().map(str::to_owned);
    if let Some(url) = &all
        && sdk.get_origin("endpoint_url").is_client_config()
    {
        return config.endpoint_url(url);
    }
    let services = sdk.service_config().is_some().then(|| -> Lookup {
        let sdk = sdk.clone();
        Arc::new(move |id| {
            let key = ServiceConfigKey::builder().service_id(id).env("AWS_ENDPOINT_URL").profile("endpoint_url");
            sdk.service_config()?.load_config(key.build().ok()?)
        })
    });
    if all.is_some() || services.is_some() {
        config.endpoint_layers = [EndpointLayer { all, lookup: services, ..EndpointLayer::default() }].into();
    }
    config
}

fn retries(sdk: &SdkConfig, config: Config) -> Config {
    let Some(retries) = sdk.retry_config() else { return config };
    let is_adaptive = retries.mode() == RetryConfig::adaptive().mode();
    let config = config.attempts(retries.max_attempts());
    let config = config.retry_mode(if is_adaptive { RetryMode::Adaptive } else { RetryMode::Standard });
    let default = RetryConfig::standard();
    if (retries.initial_backoff(), retries.max_backoff()) == (default.initial_backoff(), default.max_backoff()) {
        return config;
    }
    config.retry_pauses(retries.initial_backoff(), retries.max_backoff())
}

fn limits(sdk: &SdkConfig, mut config: Config) -> Config {
    if let Some(limits) = sdk.timeout_config() {
        #[cfg(feature = "client")]
        if let Some(limit) = limits.connect_timeout() {
            config = config.connect_timeout(limit);
        }
        if let Some(limit) = limits.operation_timeout() {
            config = config.operation_timeout(limit);
        }
        if let Some(limit) = limits.operation_attempt_timeout() {
            config = config.attempt_timeout(limit);
        }
    }
    match sdk.stalled_stream_protection() {
        Some(stalls) if stalls.upload_enabled() && stalls.download_enabled() => {
            config.stall_timeout(stalls.grace_period())
        }
        Some(_) => config.without_stall_timeout(),
        None => config,
    }
}
