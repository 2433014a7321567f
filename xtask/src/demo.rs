//! `cargo xtask demo`: generates code and runs the example client against the example server.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};

use whitesmith::cli::error_chain;

use crate::error::{self, TaskError};
use crate::workspace;

/// Regenerates, starts the example server on a free port, and runs the example client against it.
pub(crate) fn run() -> ExitCode {
    match demo() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", error_chain(&error));
            ExitCode::FAILURE
        }
    }
}

/// A running server, killed on drop.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // The server may have exited already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn demo() -> Result<ExitCode, TaskError> {
    let root = workspace::root();
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&root);
        command
    };
    let this = std::env::current_exe().map_err(|source| TaskError::Run { program: "xtask".to_owned(), source })?;
    error::run(Command::new(this).arg("codegen").current_dir(&root))?;
    error::run(&mut cargo(&["build", "--package", "workflow-server", "--package", "workflow-client"]))?;
    let mut server = cargo(&["run", "--quiet", "--package", "workflow-server", "--", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| TaskError::Run { program: "the server".to_owned(), source })?;
    let output = server.stdout.take();
    let server = Server(server);
    let mut line = String::new();
    if let Some(output) = output {
        BufReader::new(output)
            .read_line(&mut line)
            .map_err(|source| TaskError::Run { program: "the server".to_owned(), source })?;
    }
    // The first line ends with the address: `listening on http://127.0.0.1:8080`.
    let address = line.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    println!("{}", line.trim());
    error::run(&mut cargo(&["run", "--quiet", "--package", "workflow-client", "--", "--endpoint-url", &address]))?;
    drop(server);
    Ok(ExitCode::SUCCESS)
}
