//! Configuration from environment variables.

use std::collections::BTreeMap;
use std::fmt;

use super::Config;
use crate::client::credentials::Credentials;

/// The environment has no usable configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(&'static str);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the configuration from environment variables: `AWS_REGION` or `AWS_DEFAULT_REGION`; `AWS_ENDPOINT_URL_…`
    /// with the service's name, or `AWS_ENDPOINT_URL`; `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT`, `true`
    /// or `false`; `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; `AWS_CA_BUNDLE`, a file of
    /// root certificates.
    ///
    /// # Errors
    /// Fails if there is neither a region nor an endpoint of any service, if a boolean is neither `true` nor `false`,
    /// or if the file cannot be read.
    // Asynchronous, because further credential sources will need to wait.
    #[allow(clippy::unused_async)]
    pub async fn from_env() -> Result<Self, ConfigError> {
        // Names and values that are not UTF-8 are ignored.
        let vars = std::env::vars_os();
        Self::from_vars(
            &vars.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect(),
        )
    }

    fn from_vars(vars: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let var = |name: &str| vars.get(name).cloned().filter(|value| !value.is_empty());
        let mut config = Self { from_env: true, ..Self::new() };
        config.region = var("AWS_REGION").or_else(|| var("AWS_DEFAULT_REGION"));
        let is_on = |name: &str, message| match var(name) {
            Some(value) if value.eq_ignore_ascii_case("true") => Ok(true),
            Some(value) if !value.eq_ignore_ascii_case("false") => Err(ConfigError(message)),
            _ => Ok(false),
        };
        config.fips = is_on("AWS_USE_FIPS_ENDPOINT", "AWS_USE_FIPS_ENDPOINT must be true or false")?;
        config.dual_stack = is_on("AWS_USE_DUALSTACK_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT must be true or false")?;
        if let (Some(id), Some(secret)) = (var("AWS_ACCESS_KEY_ID"), var("AWS_SECRET_ACCESS_KEY")) {
            let credentials = Credentials::new(id, secret);
            config = config.credentials(match var("AWS_SESSION_TOKEN") {
                Some(token) => credentials.session_token(token),
                None => credentials,
            });
        }
        if let Some(path) = var("AWS_CA_BUNDLE") {
            let pem = std::fs::read(path).map_err(|_| ConfigError("the file of AWS_CA_BUNDLE cannot be read"))?;
            config = config.root_certificates(pem);
        }
        let has_endpoint = vars.iter().any(|(name, url)| name.starts_with("AWS_ENDPOINT_URL") && !url.is_empty());
        if config.region.is_none() && !has_endpoint {
            let message = "no region or endpoint is set: set AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL, or \
                           AWS_ENDPOINT_URL_ followed by the name of the service";
            return Err(ConfigError(message));
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_vars(vars: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::from_vars(&vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn region_or_endpoint_come_from_the_environment() {
        for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            assert_eq!(from_vars(&[(name, "eu-central-1")]).expect(name).region.as_deref(), Some("eu-central-1"));
        }
        let both = from_vars(&[("AWS_REGION", "eu-central-1"), ("AWS_DEFAULT_REGION", "us-west-2")]);
        assert_eq!(both.expect("two").region.as_deref(), Some("eu-central-1"));
        for name in ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SFN"] {
            assert!(from_vars(&[(name, "http://127.0.0.1:8080")]).is_ok(), "{name}");
        }
    }

    #[test]
    fn fips_and_dual_stack_are_read_from_the_environment() {
        let config = from_vars(&[("AWS_REGION", "r"), ("AWS_USE_FIPS_ENDPOINT", "TRUE")]).expect("fine");
        assert!(config.fips && !config.dual_stack);
        let config = from_vars(&[
            ("AWS_REGION", "r"),
            ("AWS_USE_FIPS_ENDPOINT", "false"),
            ("AWS_USE_DUALSTACK_ENDPOINT", "true"),
        ]);
        let config = config.expect("fine");
        assert!(!config.fips && config.dual_stack);
        let error = from_vars(&[("AWS_REGION", "r"), ("AWS_USE_FIPS_ENDPOINT", "yes")]).expect_err("neither");
        assert_eq!(error.to_string(), "AWS_USE_FIPS_ENDPOINT must be true or false");
    }

    #[test]
    fn an_environment_without_region_and_endpoint_is_an_error_that_names_the_variables() {
        for vars in [&[][..], &[("AWS_REGION", ""), ("AWS_ENDPOINT_URL_SFN", "")]] {
            let error = from_vars(vars).expect_err("nothing").to_string();
            assert!(error.contains("AWS_DEFAULT_REGION") && error.contains("AWS_ENDPOINT_URL"), "{error}");
        }
    }
}
