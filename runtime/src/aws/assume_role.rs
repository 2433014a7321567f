//! Credentials of a role, for those of another profile or source: `role_arn`.

use std::pin::Pin;
use std::time::SystemTime;

use super::chain::{Found, Request, Variables, from_variables};
use super::error::{ConfigError, CredentialsError, CredentialsProblem, Origin};
use super::profile::{Profile, Setting};
use super::services::sts;
use super::{container, imds};
use crate::client::{Config, Credentials};

/// The chain of profiles that starts at the selected one.
pub(super) struct AssumeRole<'a> {
    request: &'a Request<'a>,
    /// Names of the profiles so far.
    visited: Vec<String>,
}

type Loading<'a> = Pin<Box<dyn Future<Output = Result<Credentials, CredentialsError>> + Send + 'a>>;

impl<'a> AssumeRole<'a> {
    pub(super) fn new(request: &'a Request<'a>, profile: &Profile) -> Self {
        Self { request, visited: vec![profile.name.clone()] }
    }

    /// Whether the profile assumes a role. A role of a web identity is assumed elsewhere.
    pub(super) fn applies(profile: &Profile) -> bool {
        profile.has("role_arn") && !profile.has("web_identity_token_file")
    }

    /// Returns the credentials of the profile's role. A boxed future, since profiles may name each other.
    pub(super) fn credentials<'s>(&'s mut self, profile: &'s Profile) -> Loading<'s> {
        Box::pin(async move {
            let role = Role::read(profile)?;
            let source = match (profile.get("source_profile"), profile.get("credential_source")) {
                (Some(_), Some(other)) => {
                    return Err(
                        Origin::setting(other.place, &profile.name).failed(CredentialsProblem::ConflictingSources)
                    );
                }
                (None, None) => {
                    let missing = CredentialsProblem::Incomplete(vec!["source_profile or credential_source"]);
                    return Err(role.origin.failed(missing));
                }
                (Some(source), None) => self.of_profile(profile, &source).await?,
                (None, Some(source)) => self.of_source(profile, &source).await?,
            };
            role.assume(sts_config(self.request).await?, source, self.request.now()).await
        })
    }

    async fn of_profile(&mut self, profile: &Profile, name: &Setting<'_>) -> Result<Credentials, CredentialsError> {
        let origin = Origin::setting(name.place.clone(), &profile.name);
        let unknown = || origin.failed(CredentialsProblem::UnknownProfile(name.text.to_owned()));
        let source = self.request.profiles.get(name.text).ok_or_else(unknown)?;
        let is_static = source.has("aws_access_key_id") || source.has("aws_secret_access_key");
        // A profile may assume a role with its own keys.
        let is_own = source.name == profile.name && is_static;
        if self.visited.contains(&source.name) && !is_own {
            let path = self.visited.iter().chain([&source.name]).cloned().collect();
            return Err(origin.failed(CredentialsProblem::Cycle(path)));
        }
        self.visited.push(source.name.clone());
        if !is_static && Self::applies(source) {
            return self.credentials(source).await;
        }
        let found = self.request.of_profile(source, Variables::Ignored).await?;
        found.ok_or_else(|| origin.failed(CredentialsProblem::EmptyProfile(source.name.clone())))
    }

    async fn of_source(&self, profile: &Profile, name: &Setting<'_>) -> Result<Credentials, CredentialsError> {
        let origin = Origin::setting(name.place.clone(), &profile.name);
        let found: Found = match name.text {
            "Environment" => from_variables(self.request.environment),
            "EcsContainer" => container::credentials(self.request).await,
            "Ec2InstanceMetadata" => imds::credentials(self.request).await,
            _ => {
                let expected = "`Environment`, `EcsContainer` or `Ec2InstanceMetadata`";
                Err(origin.failed(CredentialsProblem::Value(expected)))
            }
        };
        found?.ok_or_else(|| origin.failed(CredentialsProblem::EmptySource(name.text.to_owned())))
    }
}

/// The role of a profile.
struct Role<'a> {
    origin: Origin,
    arn: &'a str,
    session_name: Option<&'a str>,
    external_id: Option<&'a str>,
    seconds: Option<i32>,
}

impl<'a> Role<'a> {
    fn read(profile: &'a Profile) -> Result<Self, CredentialsError> {
        let missing = || CredentialsError::new(CredentialsProblem::Incomplete(vec!["role_arn"]));
        let arn = profile.get("role_arn").ok_or_else(missing)?;
        if let Some(device) = profile.get("mfa_serial") {
            let mfa = CredentialsProblem::Mfa { profile: profile.name.clone() };
            return Err(Origin::setting(device.place, &profile.name).failed(mfa));
        }
        let seconds = profile.get("duration_seconds").map(|seconds| {
            let invalid = || {
                let origin = Origin::setting(seconds.place.clone(), &profile.name);
                origin.failed(CredentialsProblem::Value("a number of seconds"))
            };
            seconds.text.parse().map_err(|_| invalid())
        });
        let text = |key| profile.get(key).map(|setting| setting.text);
        Ok(Self {
            origin: Origin::setting(arn.place, &profile.name),
            arn: arn.text,
            session_name: text("role_session_name"),
            external_id: text("external_id"),
            seconds: seconds.transpose()?,
        })
    }

    async fn assume(
        &self,
        config: Config,
        source: Credentials,
        now: SystemTime,
    ) -> Result<Credentials, CredentialsError> {
        let call = sts::Client::new(config.credentials(source))
            .assume_role()
            .role_arn(self.arn)
            .role_session_name(session_name(self.session_name, now))
            .set_external_id(self.external_id)
            .set_duration_seconds(self.seconds);
        let output = call.send().await;
        let failed = |error| self.origin.failed(CredentialsProblem::Service("AssumeRole", Box::new(error)));
        let credentials = output.map(|output| Credentials::from(output.credentials)).map_err(failed)?;
        Ok(credentials.of_account(account_of(self.arn)))
    }
}

/// The account in the ARN of a role, `arn:aws:iam::123456789012:role/name`.
pub(super) fn account_of(role: &str) -> Option<&str> {
    let account = role.split(':').nth(4)?;
    (!account.is_empty() && account.bytes().all(|byte| byte.is_ascii_digit())).then_some(account)
}

/// The name of a session: that of the settings, or one with the time, which finds it in logs.
pub(super) fn session_name(setting: Option<&str>, now: SystemTime) -> String {
    let seconds = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    setting.map_or_else(|| format!("whitesmith-{seconds}"), str::to_owned)
}

/// Configuration of STS. Without a region, its endpoint is that of `us-east-1`.
pub(super) async fn sts_config(request: &Request<'_>) -> Result<Config, ConfigError> {
    let config = request.config().await?;
    Ok(if config.region_name().is_none() { config.region("us-east-1") } else { config })
}

impl From<sts::types::Credentials> for Credentials {
    fn from(other: sts::types::Credentials) -> Self {
        let expiry = SystemTime::try_from(other.expiration).ok();
        Self::new(other.access_key_id, other.secret_access_key).with(Some(&other.session_token), expiry)
    }
}
