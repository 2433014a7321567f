//! Packages of Node.js.

use std::path::Path;
use std::process::Command;

use crate::task::{is_installed, succeeds};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Whether Node.js and npm run.
pub(crate) fn is_available() -> bool {
    is_installed(Command::new("node").arg("--version")) && is_installed(Command::new(NPM).arg("--version"))
}

/// Installs packages into a folder, or those of its `package.json` if none is named. No script of a package runs.
/// Packages that were downloaded before are used without the registry.
pub(crate) fn install(folder: &Path, packages: &[&str]) -> bool {
    let arguments = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
    succeeds(Command::new(NPM).args(arguments).args(["--prefix", "."]).args(packages).current_dir(folder))
}
