//! Builds of packages that are not members of this workspace, as users build them: without its profiles and without the
//! settings of this process.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::{self, TaskError};
use crate::process::{Cost, cost};
use crate::workspace;

/// CPU seconds of a build that is measured once, because it is long enough.
const LONG: f64 = 10.0;

/// Commands of cargo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Check,
    Dev,
    Release,
}

impl Step {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Dev => "dev build",
            Self::Release => "release build",
        }
    }

    fn profile(self) -> &'static str {
        if self == Self::Release { "release" } else { "dev" }
    }

    fn folder(self) -> &'static str {
        if self == Self::Release { "release" } else { "debug" }
    }
}

/// Where dependencies come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Registry {
    /// Those of this workspace, which were downloaded with it.
    Workspace,
    /// Others are downloaded.
    Online,
}

/// A package with a workspace and a target folder of its own.
#[derive(Debug)]
pub(super) struct Package {
    name: String,
    folder: PathBuf,
    target: PathBuf,
    registry: Registry,
}

impl Package {
    /// A package whose dependencies have the versions of this workspace, if it has them.
    pub(super) fn new(name: &str, folder: PathBuf, target: &str, registry: Registry) -> Result<Self, TaskError> {
        let lock = folder.join("Cargo.lock");
        fs::copy(workspace::root().join("Cargo.lock"), &lock).map_err(TaskError::file(&lock))?;
        let target = workspace::root().join("target").join(target);
        Ok(Self { name: name.to_owned(), folder, target, registry })
    }

    /// A command of cargo.
    pub(super) fn cargo(&self, arguments: &[&str]) -> Command {
        const SETTINGS: [&str; 3] = ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"];
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).arg("--quiet").current_dir(&self.folder);
        let profiles = std::env::vars_os().map(|(name, _)| name);
        for name in profiles.filter(|name| name.to_string_lossy().starts_with("CARGO_PROFILE_")) {
            command.env_remove(name);
        }
        for name in SETTINGS {
            command.env_remove(name);
        }
        // An incremental build, or one from a cache, is not what is measured.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTC_WRAPPER", "").env("RUSTC_WORKSPACE_WRAPPER", "");
        command.env("CARGO_NET_OFFLINE", if self.registry == Registry::Online { "false" } else { "true" });
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// The command of a step.
    fn step(&self, step: Step, arguments: &[&str]) -> Command {
        let mut command = self.cargo(&[if step == Step::Check { "check" } else { "build" }]);
        command.args(["--profile", step.profile()]).args(arguments);
        command
    }

    /// Number of packages that cargo compiles, without this one.
    pub(super) fn dependencies(&self) -> Result<usize, TaskError> {
        let mut command = self.cargo(&["tree", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"]);
        Ok(packages(&error::output(&mut command)?) - 1)
    }

    /// Cost of the first build of the package, with all that it depends on. [`Self::dependencies`] downloads that.
    pub(super) fn cold(&self, step: Step) -> Result<Cost, TaskError> {
        let built = self.target.join(step.folder());
        if built.exists() {
            fs::remove_dir_all(&built).map_err(TaskError::file(&built))?;
        }
        cost(&mut self.step(step, &[]))
    }

    /// Cost of building one crate once its dependencies are built: the best of two builds, or one long build.
    /// `arguments` select features.
    pub(super) fn alone(&self, name: &str, step: Step, arguments: &[&str]) -> Result<Cost, TaskError> {
        let arguments = [&["--lib", "--package", name], arguments].concat();
        error::run(&mut self.step(step, &arguments))?;
        let run = || -> Result<Cost, TaskError> {
            error::run(&mut self.cargo(&["clean", "--package", name, "--profile", step.profile()]))?;
            cost(&mut self.step(step, &arguments))
        };
        let first = run()?;
        if first.cpu > LONG { Ok(first) } else { Ok(first.min(run()?)) }
    }

    /// Path of a program, once it is built in release mode.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.target.join(Step::Release.folder()).join(name)
    }

    /// Size of the program of this package in bytes, once it is built in release mode.
    pub(super) fn binary(&self) -> Result<u64, TaskError> {
        let program = self.program(&self.name);
        fs::metadata(&program).map(|metadata| metadata.len()).map_err(TaskError::file(&program))
    }
}

/// Number of packages in the output of `cargo tree`, which repeats them. A package that is compiled for the program and
/// for its build scripts counts once.
fn packages(tree: &str) -> usize {
    let lines = tree.lines().map(|line| line.trim_end_matches(" (*)"));
    let mut lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len()
}

#[cfg(test)]
mod tests {
    use super::packages;

    #[test]
    fn packages_count_once() {
        let tree = "signed v0.0.0 (signed)\nbytes v1.12.0\nhttp v1.5.0\nbytes v1.12.0 (*)\n\n\
                    serde_derive v1.0.0 (proc-macro)\nsyn v3.0.0\nsyn v2.0.0\nbytes v1.12.0\n";
        assert_eq!(packages(tree), 6);
        assert_eq!(packages(""), 0);
    }
}
