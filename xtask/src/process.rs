//! Child processes: servers that tasks start, and what commands cost.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{self, TaskError};
use crate::task::is_installed;
use crate::workspace;

/// Time until a server is ready.
const START: Duration = Duration::from_secs(120);

/// The lines that a process prints. A thread reads them, so that there is a time limit.
pub(crate) struct Lines(mpsc::Receiver<Result<String, io::Error>>);

impl Lines {
    pub(crate) fn new(output: ChildStdout) -> Self {
        let (sender, lines) = mpsc::sync_channel(1);
        // The thread ends with the output, or at the next line after this is dropped.
        thread::spawn(move || BufReader::new(output).lines().try_for_each(|line| sender.send(line)));
        Self(lines)
    }

    /// Returns the next line. The end of the output is an error, as is a line that does not come in time.
    pub(crate) fn next(&self, limit: Duration) -> Result<String, io::Error> {
        self.0.recv_timeout(limit).unwrap_or_else(|error| {
            Err(match error {
                RecvTimeoutError::Timeout => io::Error::new(io::ErrorKind::TimedOut, format!("no line in {limit:?}")),
                RecvTimeoutError::Disconnected => io::Error::new(io::ErrorKind::UnexpectedEof, "it ended"),
            })
        })
    }
}

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
            server.first_line = Lines::new(output).next(START).map_err(failed)?;
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

/// Cost of a command, with the processes that it started and waited for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cost {
    /// CPU time in seconds.
    pub(crate) cpu: f64,
    /// Seconds.
    pub(crate) wall: f64,
    /// Peak memory of the largest process in bytes. `None` if GNU time is not installed.
    pub(crate) peak: Option<u64>,
}

impl Cost {
    /// The lower of each.
    pub(crate) fn min(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), wall: self.wall.min(other.wall), peak: self.peak.min(other.peak) }
    }
}

/// Runs a command, and checks that it succeeds. Its output is shown only if it fails.
pub(crate) fn cost(command: &mut Command) -> Result<Cost, TaskError> {
    let missing = || TaskError::Missing("CPU time of processes on this system".to_owned());
    let folder = workspace::root().join("target");
    fs::create_dir_all(&folder).map_err(TaskError::file(&folder))?;
    let report = folder.join("bench-time.txt");
    let has_time = is_installed(Command::new("time").arg("--version"));
    let mut timed = Command::new("time");
    let command = if has_time {
        timed.arg("--format=%M").arg("--output").arg(&report).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => timed.env(name, value),
                None => timed.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            timed.current_dir(folder);
        }
        &mut timed
    } else {
        command
    };
    let (before, start) = (cpu_seconds_of_children().ok_or_else(missing)?, Instant::now());
    error::output(command)?;
    let wall = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds_of_children().ok_or_else(missing)? - before;
    let peak = if has_time {
        let text = fs::read_to_string(&report).map_err(TaskError::file(&report))?;
        text.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
    } else {
        None
    };
    Ok(Cost { cpu, wall, peak })
}

/// CPU seconds of all child processes that have exited. `None` on systems other than Linux.
pub(crate) fn cpu_seconds_of_children() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in parentheses, which may contain spaces. Fields 16 and 17 are the time of
    // children, in ticks of 10 ms.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<f64>().ok();
    Some((ticks(16)? + ticks(17)?) / 100.0)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::Server;

    #[test]
    #[cfg(unix)]
    fn servers_print_a_line_first() {
        let start = |script| Server::start(Command::new("sh").args(["-c", script]));
        assert_eq!(start("echo 127.0.0.1:1; exec sleep 60").expect("a server").first_line, "127.0.0.1:1");
        assert!(start("exit 1").is_err(), "it ends without an address");
    }
}
