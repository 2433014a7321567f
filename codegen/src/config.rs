//! `codegen.toml`: which services are generated, from which models.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The package that is written to, relative to the file.
    pub package: PathBuf,
    /// The services.
    #[serde(default, rename = "service")]
    pub services: Vec<ServiceConfig>,
}

/// One service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ServiceConfig {
    /// The Rust module.
    pub module: String,
    /// The service's shape id.
    pub id: String,
    /// Files and folders of the model, relative to the file.
    pub models: Vec<PathBuf>,
    /// The service's type name; made from the shape's name where it is not given.
    pub name: Option<String>,
    /// Only these operations, by name; all where it is not given.
    pub operations: Option<Vec<String>>,
    /// What members are `Option`.
    #[serde(default)]
    pub nullability: Nullability,
    /// The error that reports violated constraints, instead of the framework's.
    pub validation_error: Option<String>,
    /// Event ids (and what is below them) of findings that do not matter here, such as `ShapeIdConflict`: for models that
    /// somebody else owns. What the generator itself relies on is never accepted.
    #[serde(default)]
    pub accept: Vec<String>,
}

/// Who decides whether a member may be absent (spec: "Structure member optionality").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nullability {
    /// The model: required members, and those with a default, are there.
    #[default]
    Authoritative,
    /// For models that somebody else owns and may loosen: nothing is certain but defaults.
    ClientCareful,
}

impl Config {
    /// Reads the text of a `codegen.toml`. Paths are taken relative to `folder`.
    ///
    /// # Errors
    /// What is wrong, with line and column.
    ///
    /// ```
    /// let text = "package = 'generated'\n[[service]]\nmodule = 'a'\nid = 'a#A'\nmodels = ['models/a.json']";
    /// let config = whitesmith::config::Config::parse(text, "work".as_ref()).unwrap();
    /// assert_eq!(config.services[0].models, [std::path::Path::new("work/models/a.json")]);
    /// ```
    pub fn parse(text: &str, folder: &Path) -> Result<Self, String> {
        let mut config: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        config.package = folder.join(&config.package);
        for service in &mut config.services {
            for model in &mut service.models {
                *model = folder.join(&*model);
            }
        }
        Ok(config)
    }
}
