//! Writes a note and lists all notes of the server at `ENDPOINT`.

use std::env;
use std::error::Error;

use api::notes::Client;
use whitesmith_runtime::client::Config;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let endpoint = env::var("ENDPOINT").unwrap_or_else(|_| "http://127.0.0.1:8080".to_owned());
    let client = Client::new(Config::new().endpoint_url(endpoint).unsigned());
    client
        .put_note()
        .id("milk")
        .text("Two bottles")
        .send()
        .await?;
    for id in client.list_notes().send().await?.ids {
        let note = client.get_note().id(id.clone()).send().await?;
        println!("{id}: {}", note.text);
    }
    Ok(())
}
