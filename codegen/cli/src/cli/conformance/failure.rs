//! Reasons why test cases have no results.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::string::FromUtf8Error;

use super::expected::ListError;
use crate::cli::package::Problem;
use whitesmith_codegen::{format, output};

/// An error that prevents results.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Already printed.
    #[error("errors were reported")]
    Reported,
    /// The runtime cannot be found. Printed as a diagnostic.
    #[error("the runtime cannot be found")]
    Runtime(Problem),
    #[error("the models have no protocol test cases to run")]
    NoCases,
    #[error(transparent)]
    List(#[from] ListError),
    #[error(transparent)]
    Emit(#[from] format::Error),
    #[error(transparent)]
    Output(#[from] output::Error),
    /// `Cargo.lock` of the runtime cannot be copied.
    #[error("cannot copy `{}`", path.display())]
    Lock { path: PathBuf, source: io::Error },
    #[error("cannot create `{}`", path.display())]
    Work { path: PathBuf, source: io::Error },
    #[error("Cargo has built the generated crate, but does not say where")]
    NoProgram,
    #[error("cannot run `{}`", program.display())]
    Start { program: PathBuf, source: io::Error },
    /// Cargo printed the reason.
    #[error("cannot build the generated crate")]
    Build,
    #[error("the test program failed: {0}")]
    Program(ExitStatus),
    #[error("the output of the test program is not UTF-8")]
    Text(#[from] FromUtf8Error),
    #[error("unexpected output of the test program: {line}")]
    Line { line: String, source: serde_json::Error },
}

impl Failure {
    /// How to fix it. Empty if the error says so.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::NoCases => {
                "cases are those of `@httpRequestTests`, `@httpResponseTests`, `@httpMalformedRequestTests`, \
                 `@eventStreamTests` and `@endpointTests`, for the protocols of --protocol"
            }
            Self::Build => "Cargo printed the reason above; if generated code does not compile, please report it",
            _ => "",
        }
    }
}
