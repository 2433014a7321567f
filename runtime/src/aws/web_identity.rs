//! Credentials of a role, for a token of an OIDC provider in a file, as in pods of EKS.

use super::assume_role::{account_of, session_name, sts_config};
use super::chain::{Found, Request, Variables};
use super::error::{CredentialsProblem, Origin};
use super::profile::Profile;
use super::services::sts;
use crate::client::Credentials;

pub(super) async fn credentials(request: &Request<'_>, profile: &Profile, variables: Variables) -> Found {
    let get = |variable: &'static str, key: &'static str| {
        let variable = [variable];
        let variables = if variables == Variables::Used { &variable[..] } else { &[] };
        request.environment.setting(variables, Some(profile), key)
    };
    let Some(file) = get("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else { return Ok(None) };
    let origin = Origin::setting(file.place, &profile.name);
    let Some(role) = get("AWS_ROLE_ARN", "role_arn") else {
        return Err(origin.failed(CredentialsProblem::Incomplete(vec!["AWS_ROLE_ARN or role_arn"])));
    };
    let path = request.environment.expand(file.text);
    let unreadable = |source| origin.failed(CredentialsProblem::File { file: path.clone(), source });
    let token = request.environment.read(&path).await.map_err(unreadable)?;
    let token = String::from_utf8(token).map_err(|_| unreadable(std::io::ErrorKind::InvalidData.into()))?;
    let name = get("AWS_ROLE_SESSION_NAME", "role_session_name").map(|name| name.text);
    let call = sts::Client::new(sts_config(request).await?.unsigned())
        .assume_role_with_web_identity()
        .role_arn(role.text)
        .role_session_name(session_name(name, request.now()))
        .web_identity_token(token);
    match call.send().await {
        Ok(output) => Ok(Some(Credentials::from(output.credentials).of_account(account_of(role.text)))),
        Err(error) => Err(origin.failed(CredentialsProblem::Service("AssumeRoleWithWebIdentity", Box::new(error)))),
    }
}
