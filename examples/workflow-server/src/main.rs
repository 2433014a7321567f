//! Server for the three generated services, on one port.
//!
//! ```text
//! cargo run -p workflow-server -- --listen 127.0.0.1:8080 --data workflow.db
//! aws stepfunctions list-state-machines --endpoint-url http://127.0.0.1:8080
//! ```
//!
//! With `--credentials ~/.aws/credentials`, only requests that are signed by a key of that file are answered.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use tokio::net::TcpListener;
use whitesmith_runtime::server::serve;
use workflow_server::credentials::{self, CredentialsError};
use workflow_server::{Import, OpenError, Settings};

/// Serve Image Builder, Customer Profiles and Step Functions
#[derive(Debug, Parser)]
struct Arguments {
    /// Address to listen on; port 0 means any free port
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// Database file, which is created if it does not exist [default: in memory]
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,

    /// Start new databases without sample data
    #[arg(long)]
    empty: bool,

    /// JSON file with histories of executions, runs of image workflows and profile workflows to add
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,

    /// AWS credentials file with the accepted access keys [default: accept all callers]
    #[arg(long, value_name = "FILE")]
    credentials: Option<PathBuf>,
}

/// Error of starting the server.
#[derive(Debug)]
enum Failure {
    Import(PathBuf, Box<dyn Error>),
    Credentials(PathBuf, CredentialsError),
    Open(OpenError),
    Listen(SocketAddr, io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Import(file, _) => write!(f, "cannot import `{}`", file.display()),
            Self::Credentials(file, _) => write!(f, "cannot read credentials from `{}`", file.display()),
            Self::Open(error) => error.fmt(f),
            Self::Listen(address, _) => write!(f, "cannot listen on {address}"),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Import(_, error) => Some(&**error),
            Self::Credentials(_, error) => Some(error),
            Self::Open(error) => error.source(),
            Self::Listen(_, error) => Some(error),
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", chain(&error));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    let mut settings = Settings::default();
    if let Some(file) = arguments.data {
        settings = settings.data(file);
    }
    if arguments.empty {
        settings = settings.empty();
    }
    if let Some(file) = arguments.import {
        let import = read_import(&file).map_err(|error| Failure::Import(file, error))?;
        settings = settings.import(import);
    }
    if let Some(file) = arguments.credentials {
        let verifier = credentials::verifier(&file).map_err(|error| Failure::Credentials(file, error))?;
        settings = settings.authenticate(verifier);
    }
    let server = settings.open().map_err(Failure::Open)?;
    let failed = |error| Failure::Listen(arguments.listen, error);
    let listener = TcpListener::bind(arguments.listen).await.map_err(failed)?;
    if let Ok(address) = listener.local_addr() {
        // A closed pipe is not an error.
        let _ = writeln!(io::stdout(), "listening on http://{address}");
    }
    serve(listener, server.router()).await;
    Ok(())
}

fn read_import(file: &Path) -> Result<Import, Box<dyn Error>> {
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

/// The message of an error, followed by those of its causes.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}
