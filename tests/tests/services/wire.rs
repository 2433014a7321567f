//! Requests and responses on the wire, as in the services' references.

use generated::sfn::types::{Arn, ExecutionStatus, RoutingConfigurationListItem, VersionWeight};
use generated::{customer_profiles, imagebuilder, sfn};
use serde_json::json;
use whitesmith_runtime::client::Config;
use whitesmith_runtime::client::Credentials;

use super::support::{IMAGE, MACHINE, Message, RUN, config, example, raw, request, response, scripted};

/// The request that a client sends.
macro_rules! sent {
    ($client:path, |$name:ident| $call:expr) => {{
        let (address, server) = scripted(vec![response("200 OK", "", "{}")]).await;
        let $name = <$client>::new(config(address));
        let _ = $call.send().await;
        server.await.expect("the server").pop().expect("a request")
    }};
}

/// Names of the members of a JSON object, in order.
fn members(message: &Message) -> Vec<String> {
    message.json().as_object().expect("an object").keys().cloned().collect()
}

#[tokio::test]
async fn the_list_workflow_executions_request_matches_the_reference() {
    let sent = sent!(imagebuilder::Client, |client| client
        .list_workflow_executions()
        .max_results(25)
        .next_token("t")
        .image_build_version_arn(IMAGE));
    assert_eq!(sent.start, "POST /ListWorkflowExecutions HTTP/1.1");
    assert_eq!(sent.header("content-type"), "application/json");
    assert_eq!(sent.json(), json!({ "maxResults": 25, "nextToken": "t", "imageBuildVersionArn": IMAGE }));
}

#[tokio::test]
async fn the_list_workflow_step_executions_request_matches_the_reference() {
    let sent = sent!(imagebuilder::Client, |client| client
        .list_workflow_step_executions()
        .max_results(1)
        .next_token("t")
        .workflow_execution_id(RUN));
    assert_eq!(sent.start, "POST /ListWorkflowStepExecutions HTTP/1.1");
    assert_eq!(sent.header("content-type"), "application/json");
    assert_eq!(sent.body, format!(r#"{{"maxResults":1,"nextToken":"t","workflowExecutionId":"{RUN}"}}"#));
}

#[tokio::test]
async fn unknown_enum_values_are_sent_only_if_the_configuration_allows_them() {
    let (address, server) = scripted(vec![response("200 OK", "", "{}")]).await;
    let newer = ExecutionStatus::or_unknown("NEWER");
    assert_eq!(ExecutionStatus::or_unknown("RUNNING"), ExecutionStatus::Running);
    let call =
        |config| sfn::Client::new(config).list_executions().state_machine_arn(MACHINE).status_filter(newer.clone());
    let error = call(config(address)).send().await.expect_err("the model forbids it");
    assert!(error.to_string().contains("'/statusFilter'"), "{error}");
    let _ = call(config(address).unlisted_enum_values()).send().await;
    let sent = server.await.expect("the server").pop().expect("a request");
    assert_eq!(sent.json(), json!({ "stateMachineArn": MACHINE, "statusFilter": "NEWER" }));
    let error = call(config(example().await).unlisted_enum_values()).send().await.expect_err("servers check");
    assert_eq!(error.code(), Some("ValidationException"));
}

#[tokio::test]
async fn absent_members_are_not_sent() {
    let sent = sent!(imagebuilder::Client, |client| client.list_workflow_step_executions().workflow_execution_id(RUN));
    assert_eq!(sent.body, format!(r#"{{"workflowExecutionId":"{RUN}"}}"#));
}

#[tokio::test]
async fn the_get_workflow_steps_request_uses_path_and_query() {
    let sent = sent!(customer_profiles::Client, |client| client
        .get_workflow_steps()
        .domain_name("example")
        .workflow_id("0123456789abcdef0123456789abcdef")
        .next_token("a b&c/ü")
        .max_results(5));
    assert_eq!(
        sent.start,
        "GET /domains/example/workflows/0123456789abcdef0123456789abcdef/steps\
         ?next-token=a%20b%26c%2F%C3%BC&max-results=5 HTTP/1.1"
    );
    assert_eq!((sent.body.as_str(), sent.header("content-type")), ("", ""));
}

#[tokio::test]
async fn step_functions_names_the_operation_in_a_header() {
    let sent =
        sent!(sfn::Client, |client| client.list_state_machine_versions().state_machine_arn(MACHINE).max_results(0));
    assert_eq!(sent.start, "POST / HTTP/1.1");
    assert_eq!(sent.header("x-amz-target"), "AWSStepFunctions.ListStateMachineVersions");
    assert_eq!(sent.header("content-type"), "application/x-amz-json-1.0");
    assert_eq!(sent.json(), json!({ "stateMachineArn": MACHINE, "maxResults": 0 }));
}

#[tokio::test]
async fn the_create_state_machine_alias_request_matches_the_reference() {
    let version = format!("{MACHINE}:1");
    let route = RoutingConfigurationListItem::builder()
        .state_machine_version_arn(Arn::try_from(version.as_str()).expect("an ARN"))
        .weight(VersionWeight::new(100).expect("a weight"))
        .build()
        .expect("valid");
    let sent = sent!(sfn::Client, |client| client
        .create_state_machine_alias()
        .description("d")
        .name("live")
        .routing_configuration(route));
    assert_eq!(sent.header("x-amz-target"), "AWSStepFunctions.CreateStateMachineAlias");
    assert_eq!(
        sent.json(),
        json!({
            "description": "d",
            "name": "live",
            "routingConfiguration": [{ "stateMachineVersionArn": version, "weight": 100 }],
        })
    );
}

#[tokio::test]
async fn image_builder_responses_match_the_reference() {
    let address = example().await;
    let body = format!(r#"{{"workflowExecutionId":"{RUN}","maxResults":1}}"#);
    let headers = [("content-type", "application/json")];
    let answer = raw(address, &request("POST /ListWorkflowStepExecutions", &headers, &body)).await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "application/json"));
    let mut found = answer.json();
    // Tokens and request IDs differ from run to run.
    for name in ["nextToken", "requestId"] {
        let value = found.as_object_mut().and_then(|members| members.remove(name));
        assert!(value.is_some_and(|value| value.as_str().is_some_and(|text| !text.is_empty())), "{name}");
    }
    assert_eq!(
        found,
        json!({
            "steps": [{
                "stepExecutionId": "step-00000001-0000-4000-8000-000000000001",
                "name": "Step-1",
                "status": "COMPLETED",
                "startTime": "2026-11-01T08:01:00Z",
            }],
            "workflowBuildVersionArn":
                "arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/make-image/1.0.0/1",
            "workflowExecutionId": RUN,
            "imageBuildVersionArn": IMAGE,
        })
    );
}

#[tokio::test]
async fn workflow_runs_have_the_members_of_the_reference() {
    let address = example().await;
    let body = format!(r#"{{"imageBuildVersionArn":"{IMAGE}","maxResults":1}}"#);
    let headers = [("content-type", "application/json")];
    let answer = raw(address, &request("POST /ListWorkflowExecutions", &headers, &body)).await;
    let run = &answer.json()["workflowExecutions"][0];
    assert_eq!((&run["type"], &run["retried"], &run["totalStepCount"]), (&json!("BUILD"), &json!(false), &json!(30)));
    assert_eq!(run["totalStepsFailed"], 0, "a number that is not optional is written, zero or not");
}

#[tokio::test]
async fn customer_profiles_writes_timestamps_as_numbers() {
    let address = example().await;
    let path = "GET /domains/example/workflows/0123456789abcdef0123456789abcdef/steps?max-results=1";
    let answer = raw(address, &request(path, &[], "")).await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "application/json"));
    assert_eq!(members(&answer), ["Items", "NextToken", "WorkflowId", "WorkflowType"]);
    let step = &answer.json()["Items"][0]["AppflowIntegration"];
    assert_eq!((&step["CreatedAt"], &step["RecordsProcessed"]), (&json!(1_793_520_060), &json!(100)));
}

#[tokio::test]
async fn step_functions_writes_timestamps_as_numbers() {
    let address = example().await;
    let headers = [
        ("content-type", "application/x-amz-json-1.0"),
        ("x-amz-target", "AWSStepFunctions.DescribeStateMachineAlias"),
    ];
    let body = format!(r#"{{"stateMachineAliasArn":"{MACHINE}:live"}}"#);
    let answer = raw(address, &request("POST /", &headers, &body)).await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "application/x-amz-json-1.0"));
    let alias = answer.json();
    assert_eq!(
        alias["routingConfiguration"][0],
        json!({ "stateMachineVersionArn": format!("{MACHINE}:1"), "weight": 90 })
    );
    assert!(alias["creationDate"].is_number() && alias["updateDate"].is_number(), "{alias}");
}

#[tokio::test]
async fn requests_are_signed() {
    let (address, server) = scripted(vec![response("200 OK", "", "{}")]).await;
    let credentials = Credentials::new("AKIDEXAMPLE", "secret").session_token("session");
    let config =
        Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).credentials(credentials);
    let _ = sfn::Client::new(config).list_state_machines().send().await;
    let sent = server.await.expect("the server").pop().expect("a request");
    let authorization = sent.header("authorization");
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), "{sent:?}");
    assert!(authorization.contains("/eu-central-1/states/aws4_request"), "{authorization}");
    assert!(authorization.contains("x-amz-target"), "the target is part of what is signed: {authorization}");
    assert_eq!(sent.header("x-amz-security-token"), "session");
    assert!(!sent.header("x-amz-date").is_empty());
}
