//! In-memory server for the three generated services, on one port.
//!
//! ```text
//! cargo run -p workflow-server -- --listen 127.0.0.1:8080
//! aws stepfunctions list-state-machines --endpoint-url http://127.0.0.1:8080
//! ```
//!
//! With `--credentials ~/.aws/credentials`, only requests that are signed by a key of that file are answered.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tokio::net::TcpListener;
use whitesmith_runtime::server::serve;
use workflow_server::credentials;

/// Serve Image Builder, Customer Profiles and Step Functions with data in memory
#[derive(Debug, Parser)]
struct Arguments {
    /// Address to listen on; port 0 means any free port
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// AWS credentials file with the accepted access keys [default: accept all callers]
    #[arg(long, value_name = "FILE")]
    credentials: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let app = match arguments.credentials.as_deref().map(credentials::verifier) {
        None => workflow_server::router(),
        Some(Ok(verifier)) => workflow_server::authenticated_router(&verifier),
        Some(Err(error)) => {
            let _ = writeln!(io::stderr(), "cannot read the credentials: {error}");
            return ExitCode::FAILURE;
        }
    };
    let listener = match TcpListener::bind(arguments.listen).await {
        Ok(listener) => listener,
        Err(error) => {
            let _ = writeln!(io::stderr(), "cannot listen on {}: {error}", arguments.listen);
            return ExitCode::FAILURE;
        }
    };
    if let Ok(address) = listener.local_addr() {
        // A closed pipe is not an error.
        let _ = writeln!(io::stdout(), "listening on http://{address}");
    }
    serve(listener, app).await;
    ExitCode::SUCCESS
}
