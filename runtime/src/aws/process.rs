//! Credentials that a program of the user prints: `credential_process`.

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::process::Command;
use tokio::task::JoinSet;

use super::chain::{Found, Request};
use super::document::Document;
use super::environment::Environment;
use super::error::{CredentialsProblem, Origin};
use super::profile::Profile;
use super::words;
use crate::client::Credentials;

/// Time limit of a program. It may call a service, or wait until the user touches a security key.
const LIMIT: Duration = Duration::from_secs(30);
/// Maximum length of what a program prints. The rest is not read.
const MAX_OUTPUT: u64 = 64 * 1024;
/// Maximum length of the part of a program's error output that is shown.
const MAX_MESSAGE: usize = 400;

pub(super) async fn credentials(request: &Request<'_>, profile: &Profile) -> Found {
    let Some(command) = profile.get("credential_process") else { return Ok(None) };
    let origin = Origin::setting(command.place, &profile.name);
    let found = run(command.text, request.environment, LIMIT).await;
    found.map(Some).map_err(|problem| origin.failed(problem))
}

async fn run(command: &str, environment: &Environment, limit: Duration) -> Result<Credentials, CredentialsProblem> {
    let words = words::split(command).unwrap_or_default();
    let [program, arguments @ ..] = &words[..] else { return Err(CredentialsProblem::Command) };
    let (status, output, errors) = match tokio::time::timeout(limit, output(program, arguments, environment)).await {
        Ok(Ok(output)) => output,
        Ok(Err(source)) => return Err(CredentialsProblem::Start { program: program.clone(), source }),
        Err(_) => return Err(CredentialsProblem::ProgramTimeout { program: program.clone(), limit }),
    };
    if !status.success() {
        return Err(CredentialsProblem::Exit { program: program.clone(), status, message: message(&errors) });
    }
    let document = Document::parse(&format!("the output of `{program}`"), &output)?;
    document.check_version()?;
    document.credentials("SessionToken")
}

/// Runs a program. If the future is dropped, the program is killed, and its output is no longer read.
async fn output(
    program: &str,
    arguments: &[String],
    environment: &Environment,
) -> std::io::Result<(ExitStatus, Vec<u8>, Vec<u8>)> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    if !environment.variables.are_of_process {
        command.env_clear().envs(environment.variables.iter());
    }
    let mut child = command.spawn()?;
    // Both pipes are read at the same time, since a program blocks while one of them is full.
    let mut reading = JoinSet::new();
    reading.spawn(read(child.stderr.take()));
    let output = read(child.stdout.take()).await?;
    let errors = match reading.join_next().await {
        Some(errors) => errors.map_err(std::io::Error::other)??,
        None => Vec::new(),
    };
    Ok((child.wait().await?, output, errors))
}

/// Reads up to the limit, and closes the pipe.
async fn read(pipe: Option<impl AsyncRead + Unpin>) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        pipe.take(MAX_OUTPUT).read_to_end(&mut bytes).await?;
    }
    Ok(bytes)
}

/// The start of the error output, on one line.
fn message(errors: &[u8]) -> String {
    let text = String::from_utf8_lossy(errors);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = line.chars().filter(|char| !char.is_control()).take(MAX_MESSAGE).collect();
    if start.is_empty() { start } else { format!(": {start}") }
}
