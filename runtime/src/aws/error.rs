//! Errors of settings and credentials. Each names the file, line and key, or the variable, that it is about. None shows
//! a value that may be secret.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use super::ini::SyntaxError;
use crate::types::BoxError;

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// An environment variable.
    Variable(String),
    /// A key in a file.
    Key {
        /// Path of the file.
        file: PathBuf,
        /// Number of the line, from 1.
        line: usize,
        /// Name of the key.
        key: String,
    },
    /// The program itself.
    Program,
    /// The instance metadata service, without any setting.
    Instance,
}

impl Place {
    pub(super) fn variable(name: &str) -> Self {
        Self::Variable(name.to_owned())
    }

    pub(super) fn key(file: &Path, line: usize, key: &str) -> Self {
        Self::Key { file: file.to_owned(), line, key: key.to_owned() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => f.write_str(name),
            Self::Key { file, line, key } => write!(f, "`{key}` at {}:{line}", file.display()),
            Self::Program => f.write_str("the program"),
            Self::Instance => f.write_str("instance metadata service"),
        }
    }
}

/// Environment variables or files have no usable settings.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConfigError {
    /// A file exists but cannot be read.
    Unreadable {
        /// Path of the file.
        file: PathBuf,
        /// The reason.
        source: Arc<io::Error>,
    },
    /// A line of a file is malformed.
    Syntax {
        /// Path of the file.
        file: PathBuf,
        /// The line.
        source: SyntaxError,
    },
    /// The selected profile does not exist.
    UnknownProfile {
        /// Name of the profile.
        name: String,
        /// Where it is selected.
        place: Place,
        /// The files that were read.
        files: Vec<PathBuf>,
    },
    /// A setting has an invalid value.
    Value {
        /// The setting.
        place: Place,
        /// Valid values.
        expected: &'static str,
    },
    /// A section that a setting names does not exist.
    UnknownSection {
        /// The setting.
        place: Place,
        /// Header of the section.
        section: String,
    },
    /// The file with root certificates cannot be read.
    Certificates {
        /// The setting.
        place: Place,
        /// Path of the file.
        file: PathBuf,
        /// The reason.
        source: Arc<io::Error>,
    },
    /// There is neither a region nor an endpoint.
    NoRegion {
        /// The selected profile.
        profile: String,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, .. } => write!(f, "cannot read {}", file.display()),
            Self::Syntax { file, .. } => write!(f, "{} is malformed", file.display()),
            Self::UnknownProfile { name, place, files } => {
                write!(f, "{place} selects the profile `{name}`, which is not in {}", Paths(files))
            }
            Self::Value { place, expected } => write!(f, "{place} must be {expected}"),
            Self::UnknownSection { place, section } => {
                write!(f, "{place} names the section `[{section}]`, which does not exist")
            }
            Self::Certificates { place, file, .. } => {
                write!(f, "{place} names a file that cannot be read: {}", file.display())
            }
            Self::NoRegion { profile } => write!(
                f,
                "no region or endpoint is set: set AWS_REGION, AWS_DEFAULT_REGION or AWS_ENDPOINT_URL, or `region` \
                 in the profile `{profile}`"
            ),
        }
    }
}

impl std::error::Error for ConfigError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } | Self::Certificates { source, .. } => Some(&**source),
            Self::Syntax { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Paths in a message.
struct Paths<'a>(&'a [PathBuf]);

impl fmt::Display for Paths<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, path) in self.0.iter().enumerate() {
            write!(f, "{}{}", if index == 0 { "" } else { " or " }, path.display())?;
        }
        if self.0.is_empty() { f.write_str("any file, since there is no home folder") } else { Ok(()) }
    }
}

/// A source of credentials, for messages: "`credential_process` at /ada/.aws/config:3 (profile `dev`)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) place: Place,
    pub(super) profile: Option<String>,
}

impl Origin {
    pub(super) fn variable(name: &str) -> Self {
        Self { place: Place::variable(name), profile: None }
    }

    /// A setting that a profile uses. Only settings in files belong to the profile.
    pub(super) fn setting(place: Place, profile: &str) -> Self {
        let profile = matches!(place, Place::Key { .. }).then(|| profile.to_owned());
        Self { place, profile }
    }

    /// Returns the error that this source failed.
    pub(super) fn failed(&self, problem: CredentialsProblem) -> CredentialsError {
        CredentialsError { origin: Some(self.clone()), problem }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)?;
        if let Some(profile) = &self.profile { write!(f, " (profile `{profile}`)") } else { Ok(()) }
    }
}

/// Why no credentials could be found or obtained. Names the source.
#[derive(Debug)]
pub struct CredentialsError {
    /// `None` if no source applied.
    origin: Option<Origin>,
    problem: CredentialsProblem,
}

impl CredentialsError {
    pub(super) fn new(problem: CredentialsProblem) -> Self {
        Self { origin: None, problem }
    }

    /// Returns the setting that selects the source. `None` if no source applied.
    pub fn place(&self) -> Option<&Place> {
        self.origin.as_ref().map(|origin| &origin.place)
    }

    /// Returns the profile that the setting belongs to.
    pub fn profile(&self) -> Option<&str> {
        self.origin.as_ref()?.profile.as_deref()
    }

    /// Returns the problem.
    pub fn problem(&self) -> &CredentialsProblem {
        &self.problem
    }
}

impl From<ConfigError> for CredentialsError {
    fn from(error: ConfigError) -> Self {
        Self::new(CredentialsProblem::Settings(error))
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Some(origin) => write!(f, "{origin}: {}", self.problem),
            None => self.problem.fmt(f),
        }
    }
}

impl std::error::Error for CredentialsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.problem.source()
    }
}

/// Problems of a source of credentials.
#[derive(Debug)]
#[non_exhaustive]
pub enum CredentialsProblem {
    /// No source has credentials. The source of the error is that of the instance metadata service, the last one.
    NotFound {
        /// The selected profile.
        profile: String,
        /// The files that were read.
        files: Vec<PathBuf>,
        /// Why the instance metadata service has none.
        source: Option<BoxError>,
    },
    /// Settings are invalid.
    Settings(ConfigError),
    /// Settings that belong together are incomplete.
    Incomplete(Vec<&'static str>),
    /// A value is not one of those allowed.
    Value(&'static str),
    /// A profile does not exist.
    UnknownProfile(String),
    /// A profile has no credentials.
    EmptyProfile(String),
    /// The source that `credential_source` names has no credentials.
    EmptySource(String),
    /// Profiles name each other as the source of their credentials. The first name is also the last.
    Cycle(Vec<String>),
    /// A profile has both a source profile and a credential source.
    ConflictingSources,
    /// A section `[sso-session]` does not exist.
    UnknownSession(String),
    /// The profile and its section `[sso-session]` have different values of a key.
    Conflict(&'static str),
    /// The role requires a code of an MFA device. There is no prompt for it.
    Mfa {
        /// The profile of the role.
        profile: String,
    },
    /// A source that is not supported.
    Unsupported(&'static str),
    /// The token of IAM Identity Center is missing or has expired.
    SignIn {
        /// Problem of the token.
        state: &'static str,
        /// The profile to sign in with.
        profile: String,
        /// Why the token could not be renewed or used.
        source: Option<BoxError>,
    },
    /// A file cannot be read.
    File {
        /// Path of the file.
        file: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// A document is not JSON, or lacks a value.
    Malformed {
        /// The source that was read.
        document: String,
        /// The reason. Does not show the document.
        source: BoxError,
    },
    /// A command line is malformed.
    Command,
    /// A program did not start.
    Start {
        /// The program.
        program: String,
        /// The reason.
        source: io::Error,
    },
    /// A program failed.
    Exit {
        /// The program.
        program: String,
        /// The exit status.
        status: std::process::ExitStatus,
        /// Start of what it printed to its standard error, after a colon.
        message: String,
    },
    /// A program did not exit in time, and was killed.
    ProgramTimeout {
        /// The program.
        program: String,
        /// The limit.
        limit: Duration,
    },
    /// A request for credentials failed.
    Http {
        /// Scheme, host and port.
        url: String,
        /// The problem.
        reason: HttpProblem,
        /// The underlying error.
        source: Option<BoxError>,
    },
    /// A call to an AWS service failed.
    Service(&'static str, BoxError),
}

impl fmt::Display for CredentialsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { profile, files, .. } => write!(
                f,
                "no credentials found in environment variables, in profile `{profile}` of {}, in a container or on an \
                 instance",
                Paths(files)
            ),
            Self::Settings(_) => f.write_str("the settings are invalid"),
            Self::Incomplete(value) => write!(f, "missing: {}", value.join(", ")),
            Self::Value(value) => write!(f, "must be {value}"),
            Self::UnknownProfile(value) => write!(f, "there is no profile `{value}`"),
            Self::EmptyProfile(value) => write!(f, "the profile `{value}` has no credentials"),
            Self::EmptySource(value) => write!(f, "`{value}` has no credentials"),
            Self::Cycle(value) => write!(f, "the profiles form a cycle: {}", value.join(" -> ")),
            Self::ConflictingSources => f.write_str("`source_profile` and `credential_source` are mutually exclusive"),
            Self::UnknownSession(value) => write!(f, "there is no section [sso-session {value}]"),
            Self::Conflict(value) => write!(f, "`{value}` differs between the profile and its section [sso-session]"),
            Self::Mfa { profile } => write!(
                f,
                "codes of MFA devices are not supported; run `aws configure export-credentials --profile {profile} \
                 --format env` and set the variables that it prints"
            ),
            Self::Unsupported(value) => write!(f, "{value} is not supported"),
            Self::SignIn { state, profile, .. } => write!(f, "{state}; run `aws sso login --profile {profile}`"),
            Self::File { file, .. } => write!(f, "cannot read {}", file.display()),
            Self::Malformed { document, .. } => write!(f, "{document} is malformed"),
            Self::Command => f.write_str("a quote is not closed, or the command is empty"),
            Self::Start { program, .. } => write!(f, "cannot run `{program}`"),
            Self::Exit { program, status, message } => write!(f, "`{program}` failed: {status}{message}"),
            Self::ProgramTimeout { program, limit } => write!(f, "`{program}` did not exit within {limit:?}"),
            Self::Http { url, reason, .. } => write!(f, "{url}: {reason}"),
            Self::Service(value, _) => write!(f, "call to {value} failed"),
        }
    }
}

impl std::error::Error for CredentialsProblem {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotFound { source, .. } | Self::SignIn { source, .. } | Self::Http { source, .. } => {
                source.as_deref().map(|source| source as _)
            }
            Self::Settings(source) => Some(source),
            Self::File { source, .. } | Self::Start { source, .. } => Some(source),
            Self::Malformed { source, .. } | Self::Service(_, source) => Some(&**source),
            _ => None,
        }
    }
}

impl From<ConfigError> for CredentialsProblem {
    fn from(error: ConfigError) -> Self {
        Self::Settings(error)
    }
}

/// Problems of a request for credentials to a container or instance.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpProblem {
    /// The URL is malformed or has no scheme.
    Url,
    /// The host is neither this machine nor one of the known hosts.
    Host,
    /// The token is not a valid header value.
    Token,
    /// There was no response in time.
    Timeout(Duration),
    /// The token of the instance metadata service did not arrive.
    TokenTimeout(Duration),
    /// No connection.
    Unreachable,
    /// The response is a redirect. Redirects are not followed.
    Redirect(u16),
    /// The response has a status other than 200.
    Status(u16),
    /// The instance has no role.
    NoRole,
    /// The response is too long or incomplete.
    Body,
    /// The service reports an error.
    Code(String),
}

impl fmt::Display for HttpProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url => f.write_str("the URL must be absolute, and start with http:// or https://"),
            Self::Host => f.write_str(
                "over plain http, the host must be this machine, 169.254.170.2, 169.254.170.23 or [fd00:ec2::23]",
            ),
            Self::Token => f.write_str("the authorization token is not a valid header"),
            Self::Timeout(value) => write!(f, "no response within {value:?}"),
            Self::TokenTimeout(value) => {
                write!(f, "no token within {value:?}; in a container, the hop limit of the instance may be too low")
            }
            Self::Unreachable => f.write_str("not reachable"),
            Self::Redirect(value) => write!(f, "status {value}: redirects are not followed"),
            Self::Status(value) => write!(f, "status {value}"),
            Self::NoRole => f.write_str("the instance has no role"),
            Self::Body => f.write_str("cannot read the response"),
            Self::Code(value) => write!(f, "the service reports `{value}`"),
        }
    }
}

impl std::error::Error for HttpProblem {}
