//! `cargo xtask demo`: the main job from end to end.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};

use crate::workspace;

/// Regenerates, starts the example server on a free port, and runs the example client against it.
pub(crate) fn run() -> ExitCode {
    match demo() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Ends the server also when something goes wrong.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn demo() -> Result<ExitCode, String> {
    let root = workspace::root();
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&root);
        command
    };
    let this = std::env::current_exe().map_err(|error| format!("this program does not know its path: {error}"))?;
    run_to_end(Command::new(this).arg("codegen").current_dir(&root))?;
    run_to_end(&mut cargo(&["build", "--package", "workflow-server", "--package", "workflow-client"]))?;
    let mut server = cargo(&["run", "--quiet", "--package", "workflow-server", "--", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the server does not start: {error}"))?;
    let output = server.stdout.take();
    let server = Server(server);
    let mut line = String::new();
    if let Some(output) = output {
        BufReader::new(output).read_line(&mut line).map_err(|error| format!("the server says nothing: {error}"))?;
    }
    // The server's first line ends with its address.
    let address = line.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    println!("{}", line.trim());
    run_to_end(&mut cargo(&["run", "--quiet", "--package", "workflow-client", "--", "--endpoint-url", &address]))?;
    drop(server);
    Ok(ExitCode::SUCCESS)
}

fn run_to_end(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}")),
        Err(error) => Err(format!("{command:?} does not start: {error}")),
    }
}
