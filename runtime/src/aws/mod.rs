//! Settings and credentials from the sources of other AWS tools: environment variables and the files of `~/.aws`, in
//! containers and on instances.
//!
//! [`Environment`] is where they come from. [`Config::from_env`](crate::client::Config::from_env) uses the environment
//! of this process.

mod assume_role;
mod chain;
mod container;
mod document;
mod endpoint_settings;
mod environment;
mod error;
mod files;
mod imds;
mod ini;
mod metadata;
mod process;
mod profile;
mod services;
mod settings;
mod sso;
mod sso_token;
mod web_identity;
mod words;

pub use environment::Environment;
pub use error::{ConfigError, CredentialsError, CredentialsProblem, HttpProblem, Place, SyntaxError};
pub use files::{Disk, Files, MemoryFiles};
