//! What tasks share: the paths that they use, their result, and programs that they run.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::workspace;

/// Result of a step.
pub(crate) enum Outcome {
    Passed,
    /// Passed, but a part was skipped. Contains the part and the reason.
    Partial(String),
    /// Skipped. Contains the reason.
    Skipped(String),
    /// Failed. Contains the message.
    Failed(String),
}

impl Outcome {
    /// Prints what failed or was skipped, for a step that runs alone.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::Passed => ExitCode::SUCCESS,
            Self::Partial(skipped) | Self::Skipped(skipped) => {
                say_error!("skipped: {skipped}");
                ExitCode::SUCCESS
            }
            Self::Failed(reason) => {
                say_error!("{reason}");
                ExitCode::FAILURE
            }
        }
    }
}

/// Paths that steps use.
pub(crate) struct Context {
    /// The workspace root.
    pub(crate) root: PathBuf,
    /// The folder with official models and test suites, if present.
    pub(crate) shared: Option<PathBuf>,
}

impl Context {
    pub(crate) fn new() -> Self {
        Self { root: workspace::root(), shared: workspace::shared() }
    }

    /// Runs cargo in the workspace.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Outcome {
        self.finish(Command::new(env!("CARGO")).args(arguments))
    }

    /// Lets a script find `whitesmith` like an installed program, and the workspace as `WHITESMITH`.
    pub(crate) fn with_program(&self, command: &mut Command) -> Result<(), Outcome> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.root.join(target).join("debug")).chain(std::env::split_paths(&path));
        let path = std::env::join_paths(folders)
            .map_err(|_| Outcome::Failed("the path of the target folder has a separator".to_owned()))?;
        command.env("PATH", path).env("WHITESMITH", &self.root);
        Ok(())
    }

    /// Makes cargo build packages outside this workspace with the settings of `whitesmith conformance`, into its
    /// folder, so that each dependency is compiled once for all of them. Nothing is downloaded.
    pub(crate) fn outside<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("CARGO_TARGET_DIR", self.outside_target()).env("CARGO_NET_OFFLINE", "true");
        command.env("CARGO_INCREMENTAL", "0").env("CARGO_PROFILE_DEV_DEBUG", "0")
    }

    /// The target folder of packages outside this workspace.
    pub(crate) fn outside_target(&self) -> PathBuf {
        self.root.join("target/conformance/target")
    }

    /// Runs xtask with other arguments.
    pub(crate) fn xtask(&self, arguments: &[&str]) -> Outcome {
        match std::env::current_exe() {
            Ok(program) => self.finish(Command::new(program).args(arguments)),
            Err(error) => Outcome::Failed(format!("cannot find the path of xtask: {error}")),
        }
    }

    /// Runs a command in the workspace root. It passes if its exit code is 0.
    pub(crate) fn finish(&self, command: &mut Command) -> Outcome {
        Self::finish_in(command, &self.root)
    }

    /// Runs a command in a folder. It passes if its exit code is 0.
    pub(crate) fn finish_in(command: &mut Command, folder: &Path) -> Outcome {
        match command.current_dir(folder).stdin(Stdio::null()).status() {
            Ok(status) if status.success() => Outcome::Passed,
            Ok(status) => Outcome::Failed(format!("{command:?}: {status}")),
            Err(error) => Outcome::Failed(format!("cannot run {command:?}: {error}")),
        }
    }
}

/// Whether a tool runs: `command` prints its version.
pub(crate) fn is_installed(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a command, and shows its errors. Returns whether it succeeds.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}
