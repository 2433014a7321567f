//! Errors of tasks.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

use whitesmith::cli::error_chain;
use whitesmith_codegen::output;

/// Error of a task.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskError {
    /// A program that did not start.
    #[error("cannot run {program}")]
    Run { program: String, source: io::Error },
    /// A program that failed.
    #[error("{program}: {status}")]
    Exit { program: String, status: ExitStatus },
    /// A file that cannot be read or written.
    #[error("{}", path.display())]
    File { path: PathBuf, source: io::Error },
    /// Generated files that cannot be written.
    #[error("cannot write generated files")]
    Output(#[from] output::Error),
    /// A file that is not JSON.
    #[error("{}", path.display())]
    Json { path: PathBuf, source: serde_json::Error },
    /// A file that is not the TOML that a task expects.
    #[error("{}", path.display())]
    Toml { path: PathBuf, source: toml::de::Error },
    /// A model with errors, which were printed.
    #[error("cannot generate code for {0}")]
    Model(String),
    /// A command with an unexpected exit code or output.
    #[error("{command}: {status}\n{output}")]
    Unexpected { command: String, status: ExitStatus, output: String },
    /// A downloaded file that differs from the uploaded one.
    #[error("{0} differs from the uploaded file")]
    Transfer(&'static str),
    /// `cargo-semver-checks` and `whitesmith diff` disagree, or agree unexpectedly.
    #[error("{0} verdicts differ without a known reason, or agree despite one")]
    Verdicts(usize),
    /// A missing prerequisite.
    #[error("no {0}")]
    Missing(String),
}

impl TaskError {
    /// Returns a function that makes an error of this file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { path: path.to_owned(), source }
    }
}

/// Prints the error of a task, if it failed.
pub(crate) fn exit_code(result: Result<(), TaskError>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_error!("{}", error_chain(&error));
            ExitCode::FAILURE
        }
    }
}

/// Runs a command, checks that it succeeds, and returns its output. Its standard error is shown only if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String, TaskError> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            say_error!("{}", String::from_utf8_lossy(&output.stderr));
            Err(TaskError::Exit { program: format!("{command:?}"), status: output.status })
        }
        Err(source) => Err(TaskError::Run { program: format!("{command:?}"), source }),
    }
}

/// Runs a command, and checks that it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<(), TaskError> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(TaskError::Exit { program: format!("{command:?}"), status }),
        Err(source) => Err(TaskError::Run { program: format!("{command:?}"), source }),
    }
}
