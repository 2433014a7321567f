//! JSON documents with credentials or tokens. Errors name a missing value but do not show the document.

use std::fmt;
use std::time::SystemTime;

use serde_json::{Map, Value};

use super::error::CredentialsProblem;
use crate::client::Credentials;
use crate::schema::TimestampFormat;
use crate::types::{BoxError, Timestamp};

/// A JSON object.
pub(super) struct Document {
    /// Its name in messages.
    name: String,
    pub(super) values: Map<String, Value>,
}

/// Errors of a document.
#[derive(Debug)]
enum DocumentError {
    NotObject,
    Missing(&'static str),
    NotString(&'static str),
    NotTime(&'static str),
    Version,
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotObject => f.write_str("it is not a JSON object"),
            Self::Missing(value) => write!(f, "`{value}` is missing"),
            Self::NotString(value) => write!(f, "`{value}` is not a string"),
            Self::NotTime(value) => write!(f, "`{value}` is not a time"),
            Self::Version => f.write_str("`Version` is not 1"),
        }
    }
}

impl std::error::Error for DocumentError {}

impl Document {
    pub(super) fn parse(name: &str, bytes: &[u8]) -> Result<Self, CredentialsProblem> {
        let malformed = |source: BoxError| CredentialsProblem::Malformed { document: name.to_owned(), source };
        match serde_json::from_slice(bytes) {
            Ok(Value::Object(values)) => Ok(Self { name: name.to_owned(), values }),
            Ok(_) => Err(malformed(DocumentError::NotObject.into())),
            Err(error) => Err(malformed(error.into())),
        }
    }

    fn malformed(&self, error: DocumentError) -> CredentialsProblem {
        CredentialsProblem::Malformed { document: self.name.clone(), source: error.into() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// Returns a string, if the document has one.
    pub(super) fn optional(&self, key: &'static str) -> Result<Option<&str>, CredentialsProblem> {
        match self.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.malformed(DocumentError::NotString(key))),
        }
    }

    /// Returns a string.
    pub(super) fn text(&self, key: &'static str) -> Result<&str, CredentialsProblem> {
        self.optional(key)?.ok_or_else(|| self.malformed(DocumentError::Missing(key)))
    }

    /// Returns a time, if the document has one.
    pub(super) fn time(&self, key: &'static str) -> Result<Option<SystemTime>, CredentialsProblem> {
        let Some(text) = self.optional(key)? else { return Ok(None) };
        parse_time(text).map(Some).ok_or_else(|| self.malformed(DocumentError::NotTime(key)))
    }

    /// Fails unless the document has the version 1.
    pub(super) fn check_version(&self) -> Result<(), CredentialsProblem> {
        let is_known = self.get("Version").and_then(Value::as_u64) == Some(1);
        if is_known { Ok(()) } else { Err(self.malformed(DocumentError::Version)) }
    }

    /// Returns the credentials in the document, whose session token has this key.
    pub(super) fn credentials(&self, token: &'static str) -> Result<Credentials, CredentialsProblem> {
        let credentials = Credentials::new(self.text("AccessKeyId")?, self.text("SecretAccessKey")?);
        let token = self.optional(token)?.filter(|token| !token.is_empty());
        Ok(credentials.with(token, self.time("Expiration")?).of_account(self.optional("AccountId")?))
    }
}

/// Parses a time such as `2026-01-31T12:00:00Z`. Earlier versions of the AWS command line wrote `UTC` instead of `Z`.
pub(super) fn parse_time(text: &str) -> Option<SystemTime> {
    let text = text.strip_suffix("UTC").map_or_else(|| text.to_owned(), |text| format!("{text}Z"));
    Timestamp::parse(&text, TimestampFormat::DateTime).ok().and_then(|time| SystemTime::try_from(time).ok())
}

/// Formats a time in whole seconds.
pub(super) fn format_time(time: SystemTime) -> String {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let time = Timestamp::from_seconds(i64::try_from(seconds).unwrap_or(i64::MAX));
    time.map(|time| time.format(TimestampFormat::DateTime)).unwrap_or_default()
}
