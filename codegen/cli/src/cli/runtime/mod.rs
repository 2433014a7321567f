//! Finds the runtime for a generated crate. All commands that write a manifest use this module.

mod manifest;
mod place;
mod workspace;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::runtime::{PACKAGE, Runtime};

use super::configuration;
pub(super) use manifest::{Manifest, ManifestError};
pub(super) use place::{Place, is_below, resolve};

/// Whether the packages are published, so that their version is the default. docs/release.md describes when this
/// changes.
const IS_PUBLISHED: bool = false;

/// Source of the runtime, as chosen by the user or this program.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The user's choice. Otherwise, it is that of the workspace around the crate, or of the nearest `codegen.toml`.
    pub choice: Option<Runtime>,
    /// Folder of the runtime, for crates without a choice and outside a workspace with the runtime.
    pub fallback: Option<PathBuf>,
}

/// The source of a dependency in a manifest: a key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dependency {
    key: &'static str,
    value: String,
}

impl Dependency {
    /// Its key and its value.
    pub(super) fn source(&self) -> (&str, &str) {
        (self.key, &self.value)
    }
}

impl fmt::Display for Dependency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} = {}", self.key, toml_edit::Value::from(self.value.as_str()))
    }
}

/// Why there is no runtime for a crate.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    #[error("the source of the runtime is not set: {PACKAGE} is not published yet")]
    NotChosen,
    #[error("the source of the runtime is unknown, because `{}` is invalid: {problem}", path.display())]
    Configuration { path: PathBuf, problem: String },
    #[error("cannot read `{}`", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("cannot find the workspace of `{}`: cannot read `{}`", folder.display(), path.display())]
    Workspace { folder: PathBuf, path: PathBuf, source: ManifestError },
    #[error("`{}` is not the manifest of {PACKAGE}", .0.display())]
    OtherPackage(PathBuf),
    #[error("there is no relative path from `{}` to `{}`, because they are on different drives", from.display(), to.display())]
    OtherDrive { from: PathBuf, to: PathBuf },
    #[error("the path `{}` is not UTF-8", .0.display())]
    NotUtf8(PathBuf),
}

impl Error {
    /// How to fix it.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::NotChosen => {
                "use `--runtime path:DIR`, `--runtime git:URL` or `--runtime VERSION`; in codegen.toml: `runtime = \"path:DIR\"`"
            }
            Self::Configuration { .. } => "correct the configuration, or use `--runtime`",
            Self::Unreadable { .. } | Self::OtherPackage(_) => {
                "`path:DIR` is the folder with the Cargo.toml of whitesmith-runtime"
            }
            Self::Workspace { .. } => "correct the manifest, or choose a folder outside its own",
            Self::OtherDrive { .. } => "move one of them, or use `git:URL` or a version",
            Self::NotUtf8(_) => "rename the folder, or use `git:URL` or a version",
        }
    }
}

impl Selection {
    /// The dependency that a new crate in `folder` has.
    pub(super) fn resolve(&self, folder: &Path) -> Result<Dependency, Error> {
        match self.source(folder)? {
            Some(Runtime::Path(runtime)) => path(&runtime, folder),
            Some(Runtime::Git(url)) => Ok(Dependency { key: "git", value: url }),
            Some(Runtime::Version(version)) => {
                // Cargo's manifests write `^0.1` as `0.1`.
                let version = version.to_string();
                let bare = version.strip_prefix('^').filter(|bare| !bare.contains(','));
                Ok(Dependency { key: "version", value: bare.unwrap_or(&version).to_owned() })
            }
            None if IS_PUBLISHED => Ok(Dependency { key: "version", value: env!("CARGO_PKG_VERSION").to_owned() }),
            None => Err(Error::NotChosen),
        }
    }

    /// The user's choice, the runtime of the workspace around the folder, or that of the configuration nearest to it.
    fn source(&self, folder: &Path) -> Result<Option<Runtime>, Error> {
        if let Some(choice) = &self.choice {
            return Ok(Some(choice.clone()));
        }
        let folder = resolve(folder)?;
        match workspace::runtime(&folder).or_else(|| self.fallback.clone()) {
            Some(local) => Ok(Some(Runtime::Path(local))),
            None => configuration::runtime(&folder),
        }
    }

    /// The folder of the runtime, if [`Self::resolve`] finds it on this machine.
    pub(super) fn folder(&self, folder: &Path) -> Option<PathBuf> {
        if let Some(Runtime::Path(runtime)) = self.source(folder).ok()? { Some(runtime) } else { None }
    }
}

/// The runtime that the package in `folder` depends on, if its manifest says no more than its source.
pub(super) fn of_package(folder: &Path) -> Option<Runtime> {
    let text = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    match Manifest::parse(text).ok()?.source()? {
        ("path", path) => Some(Runtime::Path(folder.join(path))),
        ("git", url) => Some(Runtime::Git(url.to_owned())),
        ("version", version) => version.parse().ok().map(Runtime::Version),
        _ => None,
    }
}

/// A dependency on a folder, by its path relative to the crate.
fn path(runtime: &Path, folder: &Path) -> Result<Dependency, Error> {
    let manifest = runtime.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|source| Error::Unreadable { path: manifest.clone(), source })?;
    if workspace::package_name(&text).as_deref() != Some(PACKAGE) {
        return Err(Error::OtherPackage(manifest));
    }
    let (from, to) = (resolve(folder)?, resolve(runtime)?);
    let value = Place::of(&from)?.path_to(&Place::of(&to)?);
    value.map(|value| Dependency { key: "path", value }).ok_or(Error::OtherDrive { from, to })
}
