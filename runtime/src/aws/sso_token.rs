//! The token that `aws sso login` leaves in a file, and its renewal.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;
use sha1::{Digest as _, Sha1};

use super::chain::Request;
use super::document::{Document, format_time};
use super::error::CredentialsProblem;
use super::services::sso_oidc;
use super::sso::Settings;
use crate::signature_terms::hex;
use crate::types::BoxError;

/// Time before its expiry at which a token is renewed.
const MARGIN: Duration = Duration::from_secs(15 * 60);

/// Returns the token, renewed if necessary.
pub(super) async fn load(request: &Request<'_>, settings: &Settings<'_>) -> Result<String, CredentialsProblem> {
    let missing = |source: BoxError| settings.sign_in("there is no token of IAM Identity Center", Some(source));
    let path = path(request, settings).ok_or_else(|| missing("there is no home folder".into()))?;
    let content = match request.environment.read(&path).await {
        Ok(content) => content,
        Err(source) => return Err(missing(Box::new(CredentialsProblem::File { file: path, source }))),
    };
    let mut document = Document::parse(&path.display().to_string(), &content)?;
    let token = document.text("accessToken")?.to_owned();
    let expiry = document.time("expiresAt")?;
    let left = expiry.and_then(|expiry| expiry.duration_since(request.now()).ok()).unwrap_or_default();
    if left >= MARGIN {
        return Ok(token);
    }
    let renewed = match settings.session {
        Some(_) => renew(request, settings, &mut document).await,
        None => Ok(None),
    };
    if let Ok(Some(token)) = renewed {
        let content = Value::Object(document.values).to_string().into_bytes();
        // If the file cannot be written, only the next renewal may fail.
        let _ = request.environment.replace(&path, content).await;
        return Ok(token);
    }
    if left.is_zero() {
        return Err(settings.sign_in("the token of IAM Identity Center has expired", renewed.err()));
    }
    Ok(token)
}

/// The file of a token. Its name is the hash of the session's name, or of the URL of a profile without one.
fn path(request: &Request<'_>, settings: &Settings<'_>) -> Option<PathBuf> {
    let name = hex(&Sha1::digest(settings.session.unwrap_or(settings.start_url)));
    Some(request.environment.home()?.join(".aws/sso/cache").join(name + ".json"))
}

/// Renews the token in the document, and returns it. Returns `None` if the token is not renewable.
async fn renew(
    request: &Request<'_>,
    settings: &Settings<'_>,
    document: &mut Document,
) -> Result<Option<String>, BoxError> {
    let client = (document.optional("clientId")?, document.optional("clientSecret")?);
    let (refresh, registered) = (document.optional("refreshToken")?, document.time("registrationExpiresAt")?);
    let ((Some(id), Some(secret)), Some(refresh), Some(registered)) = (client, refresh, registered) else {
        return Ok(None);
    };
    if registered <= request.now() {
        return Ok(None);
    }
    let config = request.config().await?.region(settings.region).unsigned();
    let call = sso_oidc::Client::new(config)
        .create_token()
        .client_id(id)
        .client_secret(secret)
        .grant_type("refresh_token")
        .refresh_token(refresh);
    let output = call.send().await?;
    let lifetime = Duration::from_secs(u64::try_from(output.expires_in).unwrap_or(0));
    let mut set = |key: &str, value: String| document.values.insert(key.to_owned(), Value::String(value));
    set("accessToken", output.access_token.clone());
    set("expiresAt", format_time(request.now() + lifetime));
    if let Some(refresh) = output.refresh_token {
        set("refreshToken", refresh);
    }
    Ok(Some(output.access_token))
}
