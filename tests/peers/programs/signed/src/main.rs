//! One call of a generated client, which is signed.

use bench_sfn::Client;
use bench_sfn::runtime::client::{Config, Credentials};

#[tokio::main]
async fn main() {
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    let client = Client::new(Config::new().region("eu-central-1").credentials(credentials));
    let arn = "arn:aws:states:eu-central-1:123456789012:stateMachine:order";
    match client.list_state_machine_versions().state_machine_arn(arn).send().await {
        Ok(output) => println!("{} versions", output.state_machine_versions.len()),
        Err(error) => eprintln!("{error}"),
    }
}
