//! Where a generated crate finds the runtime: the value of `--runtime`, and of `runtime` in `codegen.toml`.
//!
//! Holds the choice only. The command line turns it into a dependency of a particular crate.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use semver::VersionReq;

/// Name of the runtime's package.
pub const PACKAGE: &str = "whitesmith-runtime";

/// Source of the runtime.
///
/// ```
/// use whitesmith_codegen::runtime::Runtime;
///
/// assert_eq!("path:../runtime".parse(), Ok(Runtime::Path("../runtime".into())));
/// assert!("git:https://example.com/whitesmith".parse::<Runtime>().is_ok());
/// assert!("0.1".parse::<Runtime>().is_ok());
/// assert!("../runtime".parse::<Runtime>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// `path:DIR`: folder of the package.
    Path(PathBuf),
    /// `git:URL`: repository that contains the package.
    Git(String),
    /// `VERSION`: version requirement of the published package.
    Version(VersionReq),
}

/// Text that is not a source of the runtime.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseRuntimeError {
    /// `path:` without a folder.
    #[error("`path:` lacks the folder of the runtime, as in `path:../runtime`")]
    NoFolder,
    /// `git:` without a URL that cargo accepts.
    #[error("`{0}` is not a URL: write, for example, `git:https://example.com/whitesmith.git`")]
    Url(String),
    /// Neither a prefix nor a version.
    #[error("`{0}` is none of `path:DIR`, `git:URL` and a version such as `0.1`")]
    Unknown(String),
}

impl FromStr for Runtime {
    type Err = ParseRuntimeError;

    fn from_str(text: &str) -> Result<Self, ParseRuntimeError> {
        // A drive letter may follow `path:`, so only the first colon counts.
        match text.split_once(':') {
            Some(("path", "")) => Err(ParseRuntimeError::NoFolder),
            Some(("path", folder)) => Ok(Self::Path(folder.into())),
            Some(("git", url)) if is_url(url) => Ok(Self::Git(url.to_owned())),
            Some(("git", url)) => Err(ParseRuntimeError::Url(url.to_owned())),
            _ => match VersionReq::parse(text) {
                Ok(version) => Ok(Self::Version(version)),
                Err(_) => Err(ParseRuntimeError::Unknown(text.to_owned())),
            },
        }
    }
}

/// Whether cargo can take it for the URL of a repository.
fn is_url(text: &str) -> bool {
    let has_scheme = text.split_once("://").is_some_and(|(scheme, rest)| {
        !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
            && !rest.is_empty()
    });
    has_scheme && !text.contains(|character: char| character.is_whitespace() || character.is_control())
}

impl fmt::Display for Runtime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(folder) => write!(out, "path:{}", folder.display()),
            Self::Git(url) => write!(out, "git:{url}"),
            Self::Version(version) => write!(out, "{version}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParseRuntimeError, Runtime};

    #[test]
    fn a_drive_letter_belongs_to_the_path() {
        assert_eq!(r"path:C:\code\runtime".parse(), Ok(Runtime::Path(r"C:\code\runtime".into())));
        let bare = r"C:\code\runtime";
        assert_eq!(bare.parse::<Runtime>(), Err(ParseRuntimeError::Unknown(bare.to_owned())));
    }

    #[test]
    fn a_folder_needs_its_prefix() {
        assert_eq!("../runtime".parse::<Runtime>(), Err(ParseRuntimeError::Unknown("../runtime".to_owned())));
        assert_eq!("path:".parse::<Runtime>(), Err(ParseRuntimeError::NoFolder));
    }

    #[test]
    fn a_repository_is_named_by_a_url() {
        for url in ["https://example.com/a.git", "ssh://git@example.com/a", "git+ssh://example.com/a"] {
            assert_eq!(format!("git:{url}").parse(), Ok(Runtime::Git(url.to_owned())));
        }
        for wrong in ["", "example.com", "git@example.com:a/b", "https://", "https://example.com/a b"] {
            assert_eq!(format!("git:{wrong}").parse::<Runtime>(), Err(ParseRuntimeError::Url(wrong.to_owned())));
        }
    }

    #[test]
    fn a_choice_is_printed_as_it_is_written() {
        for text in ["path:../runtime", "git:https://example.com/a", "^0.1.2", "=0.1.0"] {
            assert_eq!(text.parse::<Runtime>().map(|runtime| runtime.to_string()).as_deref(), Ok(text));
        }
    }
}
