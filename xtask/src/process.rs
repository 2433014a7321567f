//! Child processes: servers that tasks start, and CPU time.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use crate::error::TaskError;

/// A server process. It is killed on drop.
pub(crate) struct Server {
    child: Child,
    /// The first line that it prints, which contains its address.
    pub(crate) first_line: String,
}

impl Server {
    /// Starts a server, and waits for its first line.
    pub(crate) fn start(command: &mut Command) -> Result<Self, TaskError> {
        let failed = |source| TaskError::Run { program: "the server".to_owned(), source };
        let child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
        // From here on, an error kills the process.
        let mut server = Self { child, first_line: String::new() };
        if let Some(output) = server.child.stdout.take() {
            BufReader::new(output).read_line(&mut server.first_line).map_err(failed)?;
        }
        server.first_line.truncate(server.first_line.trim_end().len());
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// CPU seconds of all child processes that have exited. `None` on systems other than Linux.
pub(crate) fn cpu_seconds_of_children() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in parentheses, which may contain spaces. Fields 16 and 17 are the time of
    // children, in ticks of 10 ms.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<f64>().ok();
    Some((ticks(16)? + ticks(17)?) / 100.0)
}
