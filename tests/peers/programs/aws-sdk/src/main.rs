//! One call with the AWS SDK for Rust.

use aws_sdk_sfn::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_sfn::{Client, Config};

#[tokio::main]
async fn main() {
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None, None, "code");
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("eu-central-1"));
    let client = Client::from_conf(config.credentials_provider(credentials).build());
    let arn = "arn:aws:states:eu-central-1:123456789012:stateMachine:order";
    match client.list_state_machine_versions().state_machine_arn(arn).send().await {
        Ok(output) => println!("{} versions", output.state_machine_versions().len()),
        Err(error) => eprintln!("{error}"),
    }
}
