//! Everything outside the program that settings and credentials depend on: variables, files, clock, network.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::error::Place;
use super::files::{Disk, Files};
use super::profile::{Profile, Setting};
use crate::client::Transport;

/// Variables, files, clock and transport from which [`config`](Self::config) reads settings and credentials.
///
/// [`from_process`](Self::from_process) is the environment of this process. [`new`](Self::new) is empty, for tests and
/// for programs with settings of their own:
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use whitesmith_runtime::aws::{Environment, MemoryFiles};
/// let files = MemoryFiles::new([("/ada/.aws/config", "[default]\nregion = eu-central-1\n")]);
/// let environment = Environment::new().variable("HOME", "/ada").files(files);
/// let config = environment.config().await?;
/// assert_eq!(config.region_name(), Some("eu-central-1"));
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Environment {
    pub(super) variables: Variables,
    pub(super) files: Arc<dyn Files>,
    pub(super) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    pub(super) transport: Option<Transport>,
    /// A profile that the program chose.
    pub(super) profile: Option<String>,
}

/// Environment variables.
#[derive(Clone)]
pub(super) struct Variables {
    values: Arc<BTreeMap<String, String>>,
    /// Whether they are those of this process, which other programs inherit.
    pub(super) are_of_process: bool,
}

impl Environment {
    /// Creates an environment without variables, with the files and the clock of this machine.
    pub fn new() -> Self {
        Self {
            variables: Variables { values: Arc::default(), are_of_process: false },
            files: Arc::new(Disk),
            clock: Arc::new(SystemTime::now),
            transport: None,
            profile: None,
        }
    }

    /// Returns the environment of this process: its variables at this time, and the files and the clock of this
    /// machine. Variables that are not UTF-8 are ignored.
    pub fn from_process() -> Self {
        let variables = std::env::vars_os();
        let variables =
            variables.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        let variables = Variables { values: Arc::new(variables.collect()), are_of_process: true };
        Self { variables, ..Self::new() }
    }

    /// Sets a variable.
    #[must_use]
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.variables.values).insert(name.into(), value.into());
        self.variables.are_of_process = false;
        self
    }

    /// Sets the files.
    #[must_use]
    pub fn files(mut self, files: impl Files + 'static) -> Self {
        self.files = Arc::new(files);
        self
    }

    /// Sets the clock that decides whether tokens and credentials have expired. Default: the system clock. Clients
    /// always use the system clock for the credentials that they keep.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(now);
        self
    }

    /// Sets the transport of requests, both for credentials and for clients of the configuration. Default: the standard
    /// transport.
    #[must_use]
    pub fn transport(mut self, transport: impl Into<Transport>) -> Self {
        self.transport = Some(transport.into());
        self
    }

    /// Selects a profile. Credentials in environment variables are ignored then, as with the option `--profile` of the
    /// AWS command line.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    pub(super) fn now(&self) -> SystemTime {
        (self.clock)()
    }

    /// Returns the value of a variable. An empty variable counts as unset.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.variables.get(name)
    }

    /// Returns the value of the first of these variables that is set, with its name.
    pub(super) fn first(&self, names: &[&'static str]) -> Option<(&str, Place)> {
        names.iter().find_map(|name| Some((self.get(name)?, Place::variable(name))))
    }

    /// Returns the value of the first of these variables that is set, or else that of the profile.
    pub(super) fn setting<'a>(
        &'a self,
        variables: &[&'static str],
        profile: Option<&'a Profile>,
        key: &'static str,
    ) -> Option<Setting<'a>> {
        let variable = self.first(variables).map(|(text, place)| Setting { text, place });
        variable.or_else(|| profile?.get(key))
    }

    /// The user's home folder.
    pub(super) fn home(&self) -> Option<PathBuf> {
        let name = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        self.get(name).map(PathBuf::from)
    }

    /// Replaces `~` at the start of a path by the home folder.
    pub(super) fn expand(&self, path: &str) -> PathBuf {
        match (path.strip_prefix('~'), self.home()) {
            (Some(""), Some(home)) => home,
            (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => home.join(&rest[1..]),
            _ => path.into(),
        }
    }

    /// Replaces variables (`$NAME`, `${NAME}`) and then `~`. Variables that are not set stay as they are.
    pub(super) fn expand_all(&self, path: &str) -> PathBuf {
        let mut expanded = String::new();
        let mut rest = path;
        while let Some((before, after)) = rest.split_once('$') {
            expanded.push_str(before);
            let (name, end) = match after.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
                Some((name, end)) => (name, end),
                None => after.split_at(after.find(|c: char| !is_of_name(c)).unwrap_or(after.len())),
            };
            match self.variables.values.get(name) {
                Some(value) => {
                    expanded.push_str(value);
                    rest = end;
                }
                None => {
                    expanded.push('$');
                    rest = after;
                }
            }
        }
        expanded.push_str(rest);
        self.expand(&expanded)
    }

    /// Returns the content of a file.
    pub(super) async fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        blocking(move || files.read(&path)).await
    }

    /// Replaces the content of a file.
    pub(super) async fn replace(&self, path: &Path, content: Vec<u8>) -> io::Result<()> {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        blocking(move || files.replace(&path, &content)).await
    }
}

/// Whether a character can be part of a variable's name without braces.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

async fn blocking<T: Send + 'static>(run: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(run).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}

impl Variables {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl Default for Environment {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Environment {
    /// Shows the names of variables, whose values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> =
            self.variables.iter().map(|(name, _)| name).filter(|name| name.starts_with("AWS_")).collect();
        f.debug_struct("Environment").field("variables", &names).field("profile", &self.profile).finish_non_exhaustive()
    }
}
