//! Calls an operation of the server at `ENDPOINT`.

use std::env;
use std::error::Error;

use api::{{module}}::Client;
use whitesmith_runtime::client::Config;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let endpoint = env::var("ENDPOINT").unwrap_or_else(|_| "http://127.0.0.1:8080".to_owned());
    let client = Client::new(Config::new().endpoint_url(endpoint).unsigned());
    // Set members here. `send` reports all that are missing or invalid.
    let call = client.{{method}}();
    println!("{:?}", call.send().await?);
    Ok(())
}
