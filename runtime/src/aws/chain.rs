//! The chain of sources of credentials, in the order of botocore. The first source whose settings exist supplies the
//! credentials, or the error.

use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use super::assume_role::AssumeRole;
use super::document::parse_time;
use super::environment::Environment;
use super::error::{CredentialsError, CredentialsProblem, Origin, Place};
use super::profile::{Group, Profile, Profiles};
use super::{container, imds, process, sso, web_identity};
use crate::client::{Config, Credentials, ResponseChecks, Transport};

/// Time limit of the whole chain. The sources have shorter limits of their own, whose errors say more.
pub(super) const LIMIT: Duration = Duration::from_secs(60);

/// The result of a source: `None` if its settings do not exist.
pub(super) type Found = Result<Option<Credentials>, CredentialsError>;

/// The sources of an environment. Files are read again for each request, since other programs may change them.
#[derive(Debug)]
pub(super) struct Chain {
    environment: Environment,
    /// Of all requests for credentials. Creating it reads the root certificates of the machine.
    transport: OnceLock<Transport>,
}

/// What the sources of one request share.
pub(super) struct Request<'a> {
    pub(super) environment: &'a Environment,
    pub(super) profiles: &'a Profiles,
    /// Of clients that ask for credentials, without the transport.
    config: Config,
    transport: &'a OnceLock<Transport>,
}

/// Whether a source may use environment variables, or only the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variables {
    Used,
    Ignored,
}

impl Chain {
    pub(super) fn new(environment: Environment) -> Self {
        Self { environment, transport: OnceLock::new() }
    }

    /// Returns the credentials of the first source that applies.
    pub(super) async fn credentials(&self) -> Result<Credentials, CredentialsError> {
        let environment = &self.environment;
        let settings = |error| CredentialsError::new(CredentialsProblem::Settings(error));
        let profiles = Profiles::read(environment).await.map_err(settings)?;
        let selected = environment.selected_in(&profiles).map_err(settings)?;
        let variables = if environment.profile.is_some() { Variables::Ignored } else { Variables::Used };
        if variables == Variables::Used
            && let Some(found) = from_variables(environment)?
        {
            return Ok(found);
        }
        let config = environment.config_of(&profiles).await.map_err(settings)?;
        let request = Request { environment, profiles: &profiles, config, transport: &self.transport };
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
            let origin = Origin::profile(login.place, &profile.name);
            return Err(origin.failed(CredentialsProblem::Unsupported("signing in by `aws login`")));
        }
        if let Some(found) = process::credentials(self, profile).await? {
            return Ok(Some(found));
        }
        from_group(profile, profile.config.as_ref())
    }

    pub(super) fn transport(&self) -> &Transport {
        self.transport.get_or_init(|| self.config.transport_or_standard())
    }

    /// Configuration of a client that asks for credentials.
    pub(super) fn config(&self) -> Config {
        self.config.clone().transport(self.transport().clone()).check_responses(ResponseChecks::Constraints)
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
    let mut credentials = Credentials::new(id, secret);
    if let Some((token, _)) = environment.first(&["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"]) {
        credentials = credentials.session_token(token);
    }
    if let Some((text, place)) = environment.first(&["AWS_CREDENTIAL_EXPIRATION"]) {
        let origin = Origin { place, profile: None };
        let invalid = || origin.failed(CredentialsProblem::Value("a time, such as 2026-01-31T12:00:00Z"));
        credentials = credentials.expires_at(parse_time(text).ok_or_else(invalid)?);
    }
    Ok(Some(credentials))
}

/// Credentials in a section of a file.
fn from_group(profile: &Profile, group: Option<&Group>) -> Found {
    let Some(group) = group else { return Ok(None) };
    let Some(id) = group.get("aws_access_key_id") else { return Ok(None) };
    let incomplete = || {
        let origin = Origin::profile(Place::clone(&id.place), &profile.name);
        origin.failed(CredentialsProblem::Incomplete(vec!["aws_secret_access_key"]))
    };
    let secret = group.get("aws_secret_access_key").ok_or_else(incomplete)?;
    let credentials = Credentials::new(id.text, secret.text);
    let token = group.get("aws_security_token").or_else(|| group.get("aws_session_token"));
    Ok(Some(match token {
        Some(token) => credentials.session_token(token.text),
        None => credentials,
    }))
}
