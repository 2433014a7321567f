//! Settings of clients from environment variables and the selected profile. Variables take precedence.

use std::sync::Arc;

use super::chain::Chain;
use super::environment::Environment;
use super::error::{ConfigError, CredentialsError, Place};
use super::metadata;
use super::profile::{Profile, Profiles, Setting};
use crate::client::{
    ChecksumMode, Config, Credentials, EndpointLayer, MAX_COMPRESS_FROM, Proxies, RetryMode, is_host_label,
};

/// A valid region, for messages.
pub(super) const REGION: &str = "a region: letters, digits and hyphens, as in `eu-central-1`";

/// The profile if none is selected.
const DEFAULT_PROFILE: &str = "default";

impl Config {
    /// Reads the configuration from environment variables, and from the profile that they select in the files of
    /// `~/.aws`, as AWS tools do. Credentials come from variables, the profile, the container or the instance when a
    /// client first needs them. The settings are those of [`Environment::config`] for
    /// [`Environment::from_process`].
    ///
    /// # Errors
    /// There is neither a region nor an endpoint, a setting is invalid, or a file is malformed.
    pub async fn from_env() -> Result<Self, ConfigError> {
        let environment = Environment::from_process();
        let config = environment.config().await?;
        if config.region_name().is_none() && !config.has_endpoint() {
            return Err(ConfigError::NoRegion { profile: environment.selected().0.to_owned() });
        }
        Ok(config)
    }
}

impl Environment {
    /// Reads the settings of clients: region, endpoints, retries, certificates, and the source of credentials. The book
    /// lists the variables and keys.
    ///
    /// Credentials are requested when a client first needs them, and kept and shared as those of
    /// [`Config::credentials_provider`].
    ///
    /// # Errors
    /// A file is malformed, the selected profile does not exist, or a setting has an invalid value.
    pub async fn config(&self) -> Result<Config, ConfigError> {
        let profiles = Profiles::read(self).await?;
        let settings = Settings { environment: self, profiles: &profiles, profile: self.selected_in(&profiles)? };
        let mut config = settings.config()?;
        if let Some(pem) = settings.certificates().await? {
            config = config.root_certificates(pem);
        }
        let chain = Arc::new(Chain::new(self.clone()));
        let provider = move || {
            let chain = Arc::clone(&chain);
            async move { chain.credentials().await }
        };
        Ok(config.identity_timeout(super::chain::LIMIT).credentials_provider(provider))
    }

    /// Returns credentials, for other uses than those of a client. They are not cached.
    ///
    /// # Errors
    /// There are no credentials, or their source failed.
    pub async fn credentials(&self) -> Result<Credentials, CredentialsError> {
        Chain::new(self.clone()).credentials().await
    }

    /// The selected profile, and where it is selected, if anywhere.
    pub(super) fn selected(&self) -> (&str, Option<Place>) {
        if let Some(name) = &self.profile {
            return (name, Some(Place::Program));
        }
        let variable = self.first(&["AWS_DEFAULT_PROFILE", "AWS_PROFILE"]);
        variable.map_or((DEFAULT_PROFILE, None), |(name, place)| (name, Some(place)))
    }

    /// Returns the selected profile. `None` if no profile is selected and there is no default.
    pub(super) fn selected_in<'a>(&self, profiles: &'a Profiles) -> Result<Option<&'a Profile>, ConfigError> {
        let (name, place) = self.selected();
        match (profiles.get(name), place) {
            (None, Some(place)) => {
                Err(ConfigError::UnknownProfile { name: name.to_owned(), place, files: profiles.paths.clone() })
            }
            (profile, _) => Ok(profile),
        }
    }
}

/// The settings of variables and of the selected profile.
#[derive(Clone, Copy)]
pub(super) struct Settings<'a> {
    pub(super) environment: &'a Environment,
    pub(super) profiles: &'a Profiles,
    /// The selected profile, if it exists.
    pub(super) profile: Option<&'a Profile>,
}

impl<'a> Settings<'a> {
    /// Returns the configuration without certificates and credentials, which are read from other files.
    pub(super) fn config(&self) -> Result<Config, ConfigError> {
        let mut config = Config::new().endpoint_layers(self.endpoints()?);
        if let Some(transport) = &self.environment.transport {
            config = config.transport(transport.clone());
        }
        if let Some(region) = self.region()? {
            config = config.region(region);
        }
        if self.is_on("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")? {
            config = config.fips();
        }
        if self.is_on("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")? {
            config = config.dual_stack();
        }
        if let Some(attempts) = self.get(&["AWS_MAX_ATTEMPTS"], "max_attempts") {
            config = config.attempts(attempts.positive()?);
        }
        if let Some(mode) = self.retry_mode()? {
            config = config.retry_mode(mode);
        }
        if let Some(mode) = self.checksums("AWS_REQUEST_CHECKSUM_CALCULATION", "request_checksum_calculation")? {
            config = config.request_checksums(mode);
        }
        if let Some(mode) = self.checksums("AWS_RESPONSE_CHECKSUM_VALIDATION", "response_checksum_validation")? {
            config = config.response_checksums(mode);
        }
        let names = ("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "request_min_compression_size_bytes");
        if let Some(size) = self.get(&[names.0], names.1) {
            let number = size.text.parse().ok().filter(|number| *number <= MAX_COMPRESS_FROM);
            config = config.compress_from(number.ok_or_else(|| size.must_be("a whole number up to 10485760"))?);
        }
        if self.is_on("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression")? {
            config = config.without_compression();
        }
        if let Some(id) = self.get(&["AWS_SDK_UA_APP_ID"], "sdk_ua_app_id") {
            config = config.app_id(id.text);
        }
        if let Some(name) = self.environment.get("AWS_EXECUTION_ENV") {
            config = config.execution_environment(name);
        }
        config =
            config.proxies(Proxies::from_variables(|name| self.environment.variables.get(name).map(str::to_owned)));
        self.with_endpoints(config)
    }

    /// Returns the value of the first of these variables, or of the profile.
    pub(super) fn get(&self, variables: &[&'static str], key: &'static str) -> Option<Setting<'a>> {
        self.environment.setting(variables, self.profile, key)
    }

    pub(super) fn is_on(&self, variable: &'static str, key: &'static str) -> Result<bool, ConfigError> {
        self.get(&[variable], key).map_or(Ok(false), |setting| setting.boolean())
    }

    fn region(&self) -> Result<Option<&'a str>, ConfigError> {
        match self.get(&["AWS_REGION", "AWS_DEFAULT_REGION"], "region") {
            Some(region) if !is_host_label(region.text) => Err(region.must_be(REGION)),
            region => Ok(region.map(|region| region.text)),
        }
    }

    /// Returns the retry mode. The mode `legacy` of older tools is the standard mode.
    fn retry_mode(&self) -> Result<Option<RetryMode>, ConfigError> {
        let Some(mode) = self.get(&["AWS_RETRY_MODE"], "retry_mode") else { return Ok(None) };
        match mode.text.to_ascii_lowercase().as_str() {
            "legacy" | "standard" => Ok(Some(RetryMode::Standard)),
            "adaptive" => Ok(Some(RetryMode::Adaptive)),
            _ => Err(mode.must_be("`legacy`, `standard` or `adaptive`")),
        }
    }

    fn checksums(&self, variable: &'static str, key: &'static str) -> Result<Option<ChecksumMode>, ConfigError> {
        let Some(mode) = self.get(&[variable], key) else { return Ok(None) };
        match mode.text.to_ascii_lowercase().as_str() {
            "when_supported" => Ok(Some(ChecksumMode::WhenSupported)),
            "when_required" => Ok(Some(ChecksumMode::WhenRequired)),
            _ => Err(mode.must_be("`when_supported` or `when_required`")),
        }
    }

    /// Returns the root certificates in the form PEM.
    pub(super) async fn certificates(&self) -> Result<Option<Vec<u8>>, ConfigError> {
        let Some(setting) = self.get(&["AWS_CA_BUNDLE"], "ca_bundle") else { return Ok(None) };
        let file = self.environment.expand(setting.text);
        match self.environment.read(&file).await {
            Ok(pem) => Ok(Some(pem)),
            Err(source) => Err(ConfigError::Certificates { place: setting.place, file, source: Arc::new(source) }),
        }
    }

    /// Endpoints of services, in order of precedence: those of variables, then those of the profile.
    fn endpoints(&self) -> Result<Vec<EndpointLayer>, ConfigError> {
        if self.is_on("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")? {
            return Ok(Vec::new());
        }
        let mut variables = EndpointLayer::default();
        for (name, text) in self.environment.variables.iter().filter(|(_, text)| !text.is_empty()) {
            match name.strip_prefix("AWS_ENDPOINT_URL") {
                Some("") => variables.all = Some(endpoint(&Setting { text, place: Place::variable(name) })?),
                Some(service) if service.starts_with('_') => {
                    let url = endpoint(&Setting { text, place: Place::variable(name) })?;
                    variables.services.insert(service[1..].to_owned(), url);
                }
                _ => {}
            }
        }
        let mut files = EndpointLayer::default();
        if let Some(services) = self.profile.and_then(|profile| profile.get("services")) {
            let unknown = || ConfigError::UnknownSection {
                place: services.place.clone(),
                section: format!("services {}", services.text),
            };
            let section = self.profiles.services(services.text).ok_or_else(unknown)?;
            for (service, setting) in section.nested("endpoint_url") {
                files.services.insert(service.to_uppercase(), endpoint(&setting)?);
            }
        }
        if let Some(url) = self.profile.and_then(|profile| profile.get("endpoint_url")) {
            files.all = Some(endpoint(&url)?);
        }
        Ok(vec![variables, files])
    }
}

fn endpoint(setting: &Setting<'_>) -> Result<String, ConfigError> {
    match metadata::absolute(setting.text) {
        Ok(_) => Ok(setting.text.to_owned()),
        Err(_) => Err(setting.must_be("a URL that starts with http:// or https://")),
    }
}

impl Setting<'_> {
    /// Returns the error of a value that is not one of those expected.
    pub(super) fn must_be(&self, expected: &'static str) -> ConfigError {
        ConfigError::Value { place: self.place.clone(), expected }
    }

    /// Returns `true` or `false`, in any case.
    pub(super) fn boolean(&self) -> Result<bool, ConfigError> {
        match self.text.to_ascii_lowercase().as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.must_be("`true` or `false`")),
        }
    }

    /// Returns the number, which is not zero.
    pub(super) fn positive(&self) -> Result<u32, ConfigError> {
        let number = self.text.parse().ok().filter(|number| *number > 0);
        number.ok_or_else(|| self.must_be("a whole number from 1"))
    }
}
