//! Serves HTTP on the address in `LISTEN`.

use std::{env, io};

use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use whitesmith_runtime::server::serve;

fn main() -> io::Result<()> {
    // What `#[tokio::main]` does. Without the attribute, there are no macros to compile.
    Runtime::new()?.block_on(run())
}

async fn run() -> io::Result<()> {
    let address = env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    serve(listener, {{crate}}::app()).await;
    Ok(())
}
