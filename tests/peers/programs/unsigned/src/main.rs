//! One call of a generated client, with a bearer token.

use bench_codecatalyst::Client;
use bench_codecatalyst::runtime::client::Config;

#[tokio::main]
async fn main() {
    let client = Client::new(Config::new().region("us-west-2").bearer_token("token"));
    match client.list_spaces().send().await {
        Ok(output) => println!("{} spaces", output.items.map_or(0, |items| items.len())),
        Err(error) => eprintln!("{error}"),
    }
}
