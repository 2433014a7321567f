//! Serves the three generated services on one port, with data in memory.
//!
//! ```text
//! cargo run -p workflow-server -- --listen 127.0.0.1:8080
//! aws stepfunctions list-state-machines --endpoint-url http://127.0.0.1:8080
//! ```

use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Parser;
use tokio::net::TcpListener;
use whitesmith_runtime::server::serve;

/// Serve Image Builder, Customer Profiles and Step Functions with data in memory
#[derive(Debug, Parser)]
struct Arguments {
    /// Address to listen on; port 0 means any free port
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
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
    serve(listener, workflow_server::router()).await;
    ExitCode::SUCCESS
}
