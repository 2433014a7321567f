//! The chain of sources of credentials, in the order of botocore. The first source whose settings exist supplies the
//! credentials, or the error.

use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use super::assume_role::AssumeRole;
use super::document::parse_time;
use super::environment::Environment;
use super::error::{ConfigError, CredentialsError, CredentialsProblem, Origin, Place};
use super::profile::{Group, Profile, Profiles};
use super::settings::Settings;
use super::{container, imds, process, sso, web_identity};
use crate::client::{Config, Credentials, Proxies, ResponseChecks, Transport};

/// Time limit of the whole chain. Sources have shorter limits, whose errors are more specific.
pub(super) const LIMIT: Duration = Duration::from_secs(60);

/// The result of a source: `None` if its settings do not exist.
pub(super) type Found = Result<Option<Credentials>, CredentialsError>;

/// The sources of an environment. Files are read again for each request, since other programs may change them.
#[derive(Debug)]
pub(super) struct Chain {
    environment: Environment,
    transports: Transports,
}

/// Transports that all requests for credentials share. Each is created when a source first needs it, since that reads
/// root certificates.
#[derive(Debug, Default)]
struct Transports {
    /// Through the proxies of the environment.
    any: OnceLock<Transport>,
    /// Without proxies.
    direct: OnceLock<Transport>,
}

/// State that the sources of one request share.
pub(super) struct Request<'a> {
    pub(super) environment: &'a Environment,
    pub(super) profiles: &'a Profiles,
    pub(super) settings: Settings<'a>,
    /// Configuration of the clients of sources, without the transport.
    config: Config,
    transports: &'a Transports,
}

/// Whether a source may use environment variables, or only the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variables {
    Used,
    Ignored,
}

impl Chain {
    pub(super) fn new(environment: Environment) -> Self {
        Self { environment, transports: Transports::default() }
    }

    /// Returns the credentials of the first source that applies.
    pub(super) async fn credentials(&self) -> Result<Credentials, CredentialsError> {
        let environment = &self.environment;
        let profiles = Profiles::read(environment).await?;
        let selected = environment.selected_in(&profiles)?;
        let variables = if environment.profile.is_some() { Variables::Ignored } else { Variables::Used };
        if variables == Variables::Used
            && let Some(found) = from_variables(environment)?
        {
            return Ok(found);
        }
        let settings = Settings { environment, profiles: &profiles, profile: selected };
        let config = settings.config()?;
        let request = Request { environment, profiles: &profiles, settings, config, transports: &self.transports };
        let none = Profile { name: environment.selected().0.to_owned(), ..Profile::default() };
        let profile = selected.unwrap_or(&none);
        if AssumeRole::applies(profile) {
            return AssumeRole::new(&request, profile).credentials(profile).await;
        }
        if let Some(found) = request.of_profile(profile, variables).await? {
            return Ok(found);
        }
        if let Some(found) = container::credentials(&request).await? {
            return Ok(found);
        }
        let source = match imds::credentials(&request).await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(error) => Some(error.into()),
        };
        let (profile, files) = (profile.name.clone(), profiles.paths.clone());
        Err(CredentialsError::new(CredentialsProblem::NotFound { profile, files, source }))
    }
}

impl Request<'_> {
    /// Returns the credentials of a profile that assumes no role, or does so by a web identity.
    pub(super) async fn of_profile(&self, profile: &Profile, variables: Variables) -> Found {
        if let Some(found) = web_identity::credentials(self, profile, variables).await? {
            return Ok(Some(found));
        }
        if let Some(found) = sso::credentials(self, profile).await? {
            return Ok(Some(found));
        }
        if let Some(found) = from_group(profile, profile.shared.as_ref())? {
            return Ok(Some(found));
        }
        if let Some(login) = profile.get("login_session") {
            let origin = Origin::setting(login.place, &profile.name);
            return Err(origin.failed(CredentialsProblem::Unsupported("signing in by `aws login`")));
        }
        if let Some(found) = process::credentials(self, profile).await? {
            return Ok(Some(found));
        }
        from_group(profile, profile.config.as_ref())
    }

    async fn transport(&self) -> Result<&Transport, ConfigError> {
        self.created(&self.transports.any, |config| config).await
    }

    /// Returns the transport for the metadata services of this machine. They know it by its connection, so a proxy
    /// would get its own credentials, or could read those of this machine.
    pub(super) async fn direct_transport(&self) -> Result<&Transport, ConfigError> {
        self.created(&self.transports.direct, |config| config.proxies(Proxies::none())).await
    }

    async fn created<'t>(
        &self,
        place: &'t OnceLock<Transport>,
        change: impl FnOnce(Config) -> Config,
    ) -> Result<&'t Transport, ConfigError> {
        if let Some(transport) = place.get() {
            return Ok(transport);
        }
        let mut config = change(self.config.clone());
        if self.environment.transport.is_none()
            && let Some(pem) = self.settings.certificates().await?
        {
            config = config.root_certificates(pem);
        }
        Ok(place.get_or_init(|| config.transport_or_standard()))
    }

    /// Returns the configuration of the client of a source.
    pub(super) async fn config(&self) -> Result<Config, ConfigError> {
        let transport = self.transport().await?.clone();
        Ok(self.config.clone().transport(transport).check_responses(ResponseChecks::Constraints))
    }

    pub(super) fn now(&self) -> SystemTime {
        self.environment.now()
    }
}

/// Credentials in environment variables.
pub(super) fn from_variables(environment: &Environment) -> Found {
    let Some(id) = environment.get("AWS_ACCESS_KEY_ID") else { return Ok(None) };
    let origin = Origin::variable("AWS_ACCESS_KEY_ID");
    let secret = environment.get("AWS_SECRET_ACCESS_KEY");
    let secret = secret.ok_or_else(|| origin.failed(CredentialsProblem::Incomplete(vec!["AWS_SECRET_ACCESS_KEY"])))?;
    let token = environment.first(&["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"]).map(|(token, _)| token);
    let expiry = environment.get("AWS_CREDENTIAL_EXPIRATION").map(|text| {
        let problem = CredentialsProblem::Value("a time, such as 2026-01-31T12:00:00Z");
        parse_time(text).ok_or_else(|| Origin::variable("AWS_CREDENTIAL_EXPIRATION").failed(problem))
    });
    let credentials = Credentials::new(id, secret).with(token, expiry.transpose()?);
    Ok(Some(credentials.of_account(environment.get("AWS_ACCOUNT_ID"))))
}

/// Credentials in a section of a file.
fn from_group(profile: &Profile, group: Option<&Group>) -> Found {
    let Some(group) = group else { return Ok(None) };
    let Some(id) = group.get("aws_access_key_id") else { return Ok(None) };
    let incomplete = || {
        let origin = Origin::setting(Place::clone(&id.place), &profile.name);
        origin.failed(CredentialsProblem::Incomplete(vec!["aws_secret_access_key"]))
    };
    let secret = group.get("aws_secret_access_key").ok_or_else(incomplete)?;
    let token = group.get("aws_security_token").or_else(|| group.get("aws_session_token"));
    let credentials = Credentials::new(id.text, secret.text).with(token.map(|token| token.text), None);
    Ok(Some(credentials.of_account(group.get("aws_account_id").map(|account| account.text))))
}
