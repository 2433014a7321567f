//! `cargo xtask demo`: generates code and runs the example client against the example server.

use std::process::{Command, ExitCode};

use crate::error::{self, TaskError};
use crate::process::Server;
use crate::workspace;

/// Regenerates, starts the example server on a free port, and runs the example client against it.
pub(crate) fn run() -> ExitCode {
    error::exit_code(demo())
}

fn demo() -> Result<(), TaskError> {
    let root = workspace::root();
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&root);
        command
    };
    let this = std::env::current_exe().map_err(|source| TaskError::Run { program: "xtask".to_owned(), source })?;
    error::run(Command::new(this).arg("codegen").current_dir(&root))?;
    error::run(&mut cargo(&["build", "--package", "workflow-server", "--package", "workflow-client"]))?;
    let server = Server::start(&mut cargo(&[
        "run",
        "--quiet",
        "--package",
        "workflow-server",
        "--",
        "--listen",
        "127.0.0.1:0",
    ]))?;
    say!("{}", server.first_line);
    // The line ends with the address: `listening on http://127.0.0.1:8080`.
    let address = server.first_line.rsplit(' ').next().unwrap_or_default();
    error::run(&mut cargo(&["run", "--quiet", "--package", "workflow-client", "--", "--endpoint-url", address]))
}
