//! Calls as programs with `aws-sdk-sfn` make them.

use generated::sfn::Client;
use generated::sfn::errors::StartExecutionError;
use whitesmith_runtime::client::{Canned, Config};

/// Starts an execution of each state machine with this name.
async fn start(client: &Client, name: &str) -> Result<usize, Box<dyn std::error::Error>> {
    let mut machines = client.list_state_machines().paginate().items();
    let mut started = 0;
    while let Some(machine) = machines.try_next().await? {
        if machine.name != name {
            continue;
        }
        match client.start_execution().state_machine_arn(machine.state_machine_arn).input("{}").send().await {
            Ok(_) => started += 1,
            Err(error) if matches!(error.as_service_error(), Some(StartExecutionError::ExecutionLimitExceeded(_))) => {
                break;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(started)
}

#[tokio::test]
async fn executions_are_started() {
    let machine = r#"{"stateMachineArn":"arn:m","name":"orders","type":"STANDARD","creationDate":0}"#;
    let canned = Canned::new([
        http::Response::new(format!(r#"{{"stateMachines":[{machine}]}}"#).into()),
        http::Response::new(r#"{"executionArn":"arn:e","startDate":0}"#.into()),
    ]);
    let config = Config::new().region("eu-central-1").endpoint_url("http://test").unsigned().transport(canned);
    assert_eq!(start(&Client::new(config), "orders").await.expect("answered"), 1);
}
