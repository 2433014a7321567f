//! Access keys of an AWS credentials file.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier};

/// Secret and session token of each access key.
#[derive(Default)]
struct Keys(HashMap<String, Profile>);

/// A profile of the file.
#[derive(Default)]
struct Profile {
    id: Option<String>,
    secret: Option<String>,
    session_token: Option<String>,
}

/// Reason why a credentials file has no keys.
#[derive(Debug)]
pub enum CredentialsError {
    /// It cannot be read.
    Io(io::Error),
    /// The line with this number is neither a profile, nor a setting, nor a comment.
    Line(usize),
    /// No profile has an access key and a secret.
    Empty,
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::Line(number) => write!(f, "line {number} is neither a profile nor a setting"),
            Self::Empty => f.write_str("no profile has aws_access_key_id and aws_secret_access_key"),
        }
    }
}

impl std::error::Error for CredentialsError {}

/// Returns a verifier that accepts the access keys of a file.
///
/// # Errors
/// If the file cannot be read, or has no access key.
pub fn verifier(path: &Path) -> Result<SigV4Verifier, CredentialsError> {
    let keys = Arc::new(keys(&fs::read_to_string(path).map_err(CredentialsError::Io)?)?);
    Ok(SigV4Verifier::new(move |key| {
        let secret = keys.secret(&key);
        async move { Ok::<_, Infallible>(secret) }
    }))
}

impl Keys {
    fn secret(&self, key: &AccessKey) -> Option<SecretKey> {
        let profile = self.0.get(&key.id)?;
        (profile.session_token == key.session_token).then(|| profile.secret.clone().map(SecretKey::new)).flatten()
    }
}

fn keys(text: &str) -> Result<Keys, CredentialsError> {
    let mut profiles: Vec<Profile> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if line.starts_with('[') && line.ends_with(']') {
            profiles.push(Profile::default());
            continue;
        }
        let setting = line.split_once('=').map(|(name, value)| (name.trim(), value.trim().to_owned()));
        let (Some((name, value)), Some(profile)) = (setting, profiles.last_mut()) else {
            return Err(CredentialsError::Line(index + 1));
        };
        match name {
            "aws_access_key_id" => profile.id = Some(value),
            "aws_secret_access_key" => profile.secret = Some(value),
            "aws_session_token" => profile.session_token = Some(value),
            _ => {}
        }
    }
    let complete = profiles.into_iter().filter(|profile| profile.secret.is_some());
    let keys: HashMap<_, _> = complete.filter_map(|profile| Some((profile.id.clone()?, profile))).collect();
    if keys.is_empty() { Err(CredentialsError::Empty) } else { Ok(Keys(keys)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_with_keys_are_read() {
        let file = "# keys\n[default]\naws_access_key_id = A\naws_secret_access_key=s\n\n[other]\nregion = r\n";
        let keys = keys(file).expect("well-formed");
        assert_eq!(keys.0.keys().collect::<Vec<_>>(), ["A"]);
        assert_eq!(keys.0["A"].secret.as_deref(), Some("s"));
    }

    #[test]
    fn files_without_keys_are_errors() {
        assert!(matches!(keys("[default]\nnonsense\n"), Err(CredentialsError::Line(2))));
        assert!(matches!(keys("aws_access_key_id = A\n"), Err(CredentialsError::Line(1))));
        assert!(matches!(keys("[default]\naws_access_key_id = A\n"), Err(CredentialsError::Empty)));
    }
}
