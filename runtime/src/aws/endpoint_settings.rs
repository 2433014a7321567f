//! Settings of endpoints from environment variables and the selected profile.

use super::error::ConfigError;
use super::settings::Settings;
use crate::client::{AccountIdEndpointMode, Config, S3Settings};

impl Settings<'_> {
    /// Adds the settings of endpoints that depend on accounts, S3 and STS.
    pub(super) fn with_endpoints(&self, mut config: Config) -> Result<Config, ConfigError> {
        if let Some(mode) = self.account_id_mode()? {
            config = config.account_id_endpoint_mode(mode);
        }
        let sts = ("AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints");
        if self.is_legacy(sts)? {
            config = config.sts_global_endpoint();
        }
        Ok(config.s3(S3Settings {
            use_arn_region: self.is_on("AWS_S3_USE_ARN_REGION", "s3_use_arn_region")?,
            disable_multi_region_access_points: self
                .is_on("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS", "s3_disable_multiregion_access_points")?,
            disable_express_session_auth: self
                .is_on("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth")?,
            use_global_endpoint: self
                .is_legacy(("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "s3_us_east_1_regional_endpoint"))?,
            ..S3Settings::default()
        }))
    }

    fn account_id_mode(&self) -> Result<Option<AccountIdEndpointMode>, ConfigError> {
        let setting = self.get(&["AWS_ACCOUNT_ID_ENDPOINT_MODE"], "account_id_endpoint_mode");
        let Some(mode) = setting else { return Ok(None) };
        match mode.text.to_ascii_lowercase().as_str() {
            "preferred" => Ok(Some(AccountIdEndpointMode::Preferred)),
            "disabled" => Ok(Some(AccountIdEndpointMode::Disabled)),
            "required" => Ok(Some(AccountIdEndpointMode::Required)),
            _ => Err(mode.must_be("`preferred`, `disabled` or `required`")),
        }
    }

    /// Whether a setting selects global endpoints. Without it, endpoints are regional.
    fn is_legacy(&self, (variable, key): (&'static str, &'static str)) -> Result<bool, ConfigError> {
        match self.get(&[variable], key) {
            Some(setting) if setting.text.eq_ignore_ascii_case("legacy") => Ok(true),
            Some(setting) if !setting.text.eq_ignore_ascii_case("regional") => {
                Err(setting.must_be("`legacy` or `regional`"))
            }
            _ => Ok(false),
        }
    }
}
