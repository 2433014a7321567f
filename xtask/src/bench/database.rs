//! Writes of `examples/workflow-server` to `SQLite`. A test of that package measures them, since only its own code has
//! access to its database.

use std::process::Command;

use crate::error::{self, TaskError};
use crate::workspace;

/// Requests that create and delete aliases, against the same statements through the driver.
pub(super) fn writes() -> Result<(), TaskError> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["test", "--quiet", "--release", "--package", "workflow-server", "--lib", "sfn::rate"]);
    command.args(["--", "--ignored", "--nocapture"]).current_dir(workspace::root());
    let output = error::output(&mut command)?;
    let rows: Vec<&str> = output.lines().filter(|line| line.starts_with("SQLite")).collect();
    if rows.is_empty() {
        return Err(TaskError::Missing(format!("rows in the output of {command:?}")));
    }
    for row in rows {
        say!("{row}");
    }
    Ok(())
}
