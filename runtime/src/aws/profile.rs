//! Profiles: the sections of the two files of AWS tools, merged.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::environment::Environment;
use super::error::{ConfigError, Place};
use super::ini::{self, Section};
use super::words;

/// Both files. Like its parts, it has no `Debug`, since values may be secret.
#[derive(Default)]
pub(super) struct Profiles {
    by_name: BTreeMap<String, Profile>,
    sessions: BTreeMap<String, Group>,
    services: BTreeMap<String, Group>,
    /// Paths of the two files, which may not exist.
    pub(super) paths: Vec<PathBuf>,
}

/// A profile. Its values come from both files.
#[derive(Default)]
pub(super) struct Profile {
    pub(super) name: String,
    /// The section of the credentials file, which takes precedence.
    pub(super) shared: Option<Group>,
    /// The section of the config file.
    pub(super) config: Option<Group>,
}

/// A section and its file.
pub(super) struct Group {
    file: Arc<Path>,
    section: Arc<Section>,
}

/// A value and its place.
pub(super) struct Setting<'a> {
    pub(super) text: &'a str,
    pub(super) place: Place,
}

impl Profiles {
    /// Reads both files. A file that does not exist is empty.
    pub(super) async fn read(environment: &Environment) -> Result<Self, ConfigError> {
        let mut profiles = Self::default();
        let config = path(environment, "AWS_CONFIG_FILE", "config");
        let shared = path(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
        if let Some(path) = config {
            for group in sections(environment, &path).await? {
                profiles.add_config(group);
            }
            profiles.paths.push(path);
        }
        if let Some(path) = shared {
            for group in sections(environment, &path).await? {
                let name = group.section.name.clone();
                profiles.profile(name).shared = Some(group);
            }
            profiles.paths.push(path);
        }
        Ok(profiles)
    }

    fn profile(&mut self, name: String) -> &mut Profile {
        self.by_name.entry(name.clone()).or_insert_with(|| Profile { name, ..Profile::default() })
    }

    /// Adds a section of the config file, whose header has a kind and a name.
    fn add_config(&mut self, group: Group) {
        let header = group.section.name.clone();
        if header == "default" {
            self.profile(header).config = Some(group);
            return;
        }
        // Sections of other kinds are ignored.
        let Some([_, name]) = words::split(&header).and_then(|words| <[String; 2]>::try_from(words).ok()) else {
            return;
        };
        if header.starts_with("profile") {
            self.profile(name).config = Some(group);
        } else if header.starts_with("sso-session") {
            self.sessions.insert(name, group);
        } else if header.starts_with("services") {
            self.services.insert(name, group);
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Profile> {
        self.by_name.get(name)
    }

    pub(super) fn session(&self, name: &str) -> Option<&Group> {
        self.sessions.get(name)
    }

    pub(super) fn services(&self, name: &str) -> Option<&Group> {
        self.services.get(name)
    }
}

impl Profile {
    /// Returns a value. An empty value counts as unset.
    pub(super) fn get(&self, key: &'static str) -> Option<Setting<'_>> {
        let mut groups = self.shared.iter().chain(&self.config);
        groups.find_map(|group| group.raw(key)).filter(|setting| !setting.text.is_empty())
    }

    /// Returns a value of the indented lines below a key, as in `s3 =`, `  addressing_style = path`.
    pub(super) fn nested(&self, key: &'static str, name: &'static str) -> Option<Setting<'_>> {
        self.shared.iter().chain(&self.config).find_map(|group| {
            let value = group.section.values.get(key)?;
            let text = value.nested(name).filter(|text| !text.is_empty())?;
            Some(Setting { text, place: Place::key(&group.file, value.line, &format!("{key}.{name}")) })
        })
    }

    pub(super) fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }
}

impl Group {
    pub(super) fn get(&self, key: &'static str) -> Option<Setting<'_>> {
        self.raw(key).filter(|setting| !setting.text.is_empty())
    }

    fn raw(&self, key: &'static str) -> Option<Setting<'_>> {
        let value = self.section.values.get(key)?;
        Some(Setting { text: &value.text, place: Place::key(&self.file, value.line, key) })
    }

    /// Returns the values of `name` below each key, as in `s3 =`, `  endpoint_url = …`.
    pub(super) fn nested<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, Setting<'a>)> {
        self.section.values.iter().filter_map(move |(key, value)| {
            let text = value.nested(name).filter(|text| !text.is_empty())?;
            Some((key.as_str(), Setting { text, place: Place::key(&self.file, value.line, &format!("{key}.{name}")) }))
        })
    }
}

/// The path of a file: the value of a variable, or `.aws/NAME` in the home directory.
fn path(environment: &Environment, variable: &str, name: &str) -> Option<PathBuf> {
    match environment.get(variable) {
        Some(path) => Some(environment.expand_all(path)),
        None => environment.home().map(|home| home.join(".aws").join(name)),
    }
}

async fn sections(environment: &Environment, path: &Path) -> Result<Vec<Group>, ConfigError> {
    let failed = |source| ConfigError::Unreadable { file: path.to_owned(), source: Arc::new(source) };
    let bytes = match environment.read(path).await {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(failed(error)),
    };
    let text = String::from_utf8(bytes);
    // The error would show the bytes.
    let text = text.map_err(|_| failed(io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8")))?;
    let sections = ini::parse(&text).map_err(|source| ConfigError::Syntax { file: path.to_owned(), source })?;
    let file: Arc<Path> = path.into();
    Ok(sections.into_iter().map(|section| Group { file: Arc::clone(&file), section: Arc::new(section) }).collect())
}
