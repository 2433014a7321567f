//! Settings of endpoints from environment variables and the selected profile.

use super::error::ConfigError;
use super::profile::Setting;
use super::settings::Settings;
use crate::client::{AccountIdEndpointMode, Config, S3Addressing, S3Settings};

impl Settings<'_> {
    /// Adds the settings of endpoints that depend on accounts, S3 and STS.
    pub(super) fn with_endpoints(&self, mut config: Config) -> Result<Config, ConfigError> {
        if let Some(mode) = self.account_id_mode()? {
            config = config.account_id_endpoint_mode(mode);
        }
        if is_legacy(self.get(&["AWS_STS_REGIONAL_ENDPOINTS"], "sts_regional_endpoints"))? {
            config = config.sts_global_endpoint();
        }
        Ok(config.s3(self.s3_settings()?))
    }

    /// The settings of S3. Those of the indented lines below the key `s3` are the last choice.
    fn s3_settings(&self) -> Result<S3Settings, ConfigError> {
        let is_on = |setting: Option<Setting<'_>>| setting.map_or(Ok(false), |setting| setting.boolean());
        let either = |variable, key, nested| self.get(&[variable], key).or_else(|| self.s3(nested));
        let arn_region = either("AWS_S3_USE_ARN_REGION", "s3_use_arn_region", "use_arn_region");
        let multi_region = "s3_disable_multiregion_access_points";
        let express = "s3_disable_express_session_auth";
        let global = either(
            "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT",
            "s3_us_east_1_regional_endpoint",
            "us_east_1_regional_endpoint",
        );
        Ok(S3Settings {
            addressing: self.addressing()?,
            dual_stack: is_on(self.s3("use_dualstack_endpoint"))?,
            accelerate: is_on(self.s3("use_accelerate_endpoint"))?,
            use_arn_region: arn_region.map_or(Ok(true), |setting| setting.boolean())?,
            disable_multi_region_access_points: is_on(either(
                "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
                multi_region,
                multi_region,
            ))?,
            disable_express_session_auth: is_on(either("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", express, express))?,
            use_global_endpoint: is_legacy(global)?,
        })
    }

    fn addressing(&self) -> Result<S3Addressing, ConfigError> {
        let Some(style) = self.s3("addressing_style") else { return Ok(S3Addressing::Auto) };
        match style.text.to_ascii_lowercase().as_str() {
            "auto" => Ok(S3Addressing::Auto),
            "path" => Ok(S3Addressing::Path),
            "virtual" => Ok(S3Addressing::Virtual),
            _ => Err(style.must_be("`auto`, `path` or `virtual`")),
        }
    }

    /// A value of the indented lines below the key `s3` of the profile.
    fn s3(&self, name: &'static str) -> Option<Setting<'_>> {
        self.profile?.nested("s3", name)
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
}

/// Whether a setting selects global endpoints. Without it, endpoints are regional.
fn is_legacy(setting: Option<Setting<'_>>) -> Result<bool, ConfigError> {
    match setting {
        Some(setting) if setting.text.eq_ignore_ascii_case("legacy") => Ok(true),
        Some(setting) if !setting.text.eq_ignore_ascii_case("regional") => {
            Err(setting.must_be("`legacy` or `regional`"))
        }
        _ => Ok(false),
    }
}
