//! Credentials of users who signed in at IAM Identity Center: `sso_session`, or `sso_start_url` in the profile.

use std::time::{Duration, SystemTime};

use super::chain::{Found, Request};
use super::error::{CredentialsError, CredentialsProblem, Origin};
use super::profile::{Profile, Setting};
use super::services::sso;
use super::services::sso::errors::GetRoleCredentialsError;
use super::settings::REGION;
use super::sso_token;
use crate::client::{Credentials, is_host_label};

/// Settings of a profile.
pub(super) struct Settings<'a> {
    pub(super) origin: Origin,
    pub(super) profile: &'a str,
    /// Name of the section `[sso-session]`, if the profile has one.
    pub(super) session: Option<&'a str>,
    pub(super) start_url: &'a str,
    pub(super) region: &'a str,
    role: &'a str,
    account: &'a str,
}

pub(super) async fn credentials(request: &Request<'_>, profile: &Profile) -> Found {
    let Some(settings) = Settings::read(request, profile)? else { return Ok(None) };
    let token = sso_token::load(request, &settings).await.map_err(|problem| settings.origin.failed(problem))?;
    let config = request.config().await?.region(settings.region).unsigned();
    let call = sso::Client::new(config)
        .get_role_credentials()
        .role_name(settings.role)
        .account_id(settings.account)
        .access_token(token);
    match call.send().await {
        Ok(output) => Ok(Some(Credentials::from(output.role_credentials).of_account(Some(settings.account)))),
        Err(error) => {
            let is_refused = matches!(error.as_service_error(), Some(GetRoleCredentialsError::Unauthorized(_)));
            Err(settings.origin.failed(if is_refused {
                settings.sign_in("IAM Identity Center refused the token", Some(Box::new(error)))
            } else {
                CredentialsProblem::Service("GetRoleCredentials", Box::new(error))
            }))
        }
    }
}

impl<'a> Settings<'a> {
    /// Reads the settings. `None` if the profile has neither role nor account.
    fn read(request: &Request<'a>, profile: &'a Profile) -> Result<Option<Self>, CredentialsError> {
        let Some(first) = profile.get("sso_account_id").or_else(|| profile.get("sso_role_name")) else {
            return Ok(None);
        };
        let origin = Origin::setting(first.place, &profile.name);
        let session = profile.get("sso_session");
        let group = match &session {
            Some(name) => {
                let unknown = || CredentialsProblem::UnknownSession(name.text.to_owned());
                Some(request.profiles.session(name.text).ok_or_else(|| origin.failed(unknown()))?)
            }
            None => None,
        };
        let mut missing = Vec::new();
        let mut get = |key| -> Result<&'a str, CredentialsError> {
            let pair = (group.and_then(|group| group.get(key)), profile.get(key));
            if let (Some(one), Some(other)) = &pair
                && one.text != other.text
            {
                return Err(origin.failed(CredentialsProblem::Conflict(key)));
            }
            let value = pair.0.or(pair.1).map(|setting: Setting<'a>| setting.text);
            Ok(value.unwrap_or_else(|| {
                missing.push(key);
                ""
            }))
        };
        let [role, account, start_url, region] =
            [get("sso_role_name")?, get("sso_account_id")?, get("sso_start_url")?, get("sso_region")?];
        if !missing.is_empty() {
            return Err(origin.failed(CredentialsProblem::Incomplete(missing)));
        }
        let place = group.and_then(|group| group.get("sso_region")).or_else(|| profile.get("sso_region"));
        if let Some(setting) = place.filter(|setting| !is_host_label(setting.text)) {
            let problem = CredentialsProblem::Value(REGION);
            return Err(Origin::setting(setting.place, &profile.name).failed(problem));
        }
        let session = session.map(|setting| setting.text);
        Ok(Some(Self { origin, profile: &profile.name, session, start_url, region, role, account }))
    }

    /// Returns the error that asks the user to sign in.
    pub(super) fn sign_in(&self, state: &'static str, source: Option<crate::types::BoxError>) -> CredentialsProblem {
        CredentialsProblem::SignIn { state, profile: self.profile.to_owned(), source }
    }
}

impl From<sso::types::RoleCredentials> for Credentials {
    fn from(other: sso::types::RoleCredentials) -> Self {
        let milliseconds = u64::try_from(other.expiration).unwrap_or(0);
        let expiry = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(milliseconds));
        Self::new(other.access_key_id, other.secret_access_key).with(Some(&other.session_token), expiry)
    }
}
