//! Mutated requests to the example server, and mutated responses to its clients.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};

use crate::{Random, mutated, rounds};

const TIMES: usize = 3_000;

const BODY: &str = r#"{"all":{"boolean":true,"byte":-1,"float":"NaN","bigDecimal":1.5,"string":"x","blob":"AAE=","timestamp":1398796238.5,"dateTime":"1985-04-12T23:20:50.52Z","httpDate":"Tue, 29 Apr 2014 18:30:38 GMT","document":{"a":[1,null]},"color":"red","level":10,"sparse":["a",null],"sparseNumbers":{"red":null},"nested":[{"a":1}],"choice":{"deep":{"many":[{"nothing":{}},{"text":"x"}]}},"tree":{"left":{"value":"l"},"forest":[{}]},"other \"name\"":"r"}}"#;

#[tokio::test]
async fn changed_responses_are_values_or_typed_errors() {
    let mut random = Random(1);
    for round in rounds(TIMES) {
        let body = mutated(BODY.as_bytes(), &mut random);
        let status = [200, 400, 404, 500][random.below(4)];
        let response = Response::builder().status(status).body(body.into()).expect("a response");
        let config = Config::new().endpoint_url("http://test").attempts(1).transport(Canned::new([response]));
        match golden::shapes::Client::new(config).echo_types().send().await {
            Ok(output) => assert!(status == 200, "{round}: {output:?}"),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

/// Requests of the example server's three services.
const REQUESTS: &[(&str, &str, &str, &str)] = &[
    (
        "/ListWorkflowStepExecutions",
        "application/json",
        "",
        r#"{"workflowExecutionId":"wf-00000001-0000-4000-8000-000000000000","maxResults":25,"nextToken":"2"}"#,
    ),
    (
        "/",
        "application/x-amz-json-1.0",
        "AWSStepFunctions.CreateStateMachineAlias",
        r#"{"name":"live","description":"d","routingConfiguration":[{"stateMachineVersionArn":"arn:aws:states:eu-central-1:123456789012:stateMachine:orders:1","weight":100}]}"#,
    ),
    (
        "/",
        "application/x-amz-json-1.0",
        "AWSStepFunctions.StartExecution",
        r#"{"stateMachineArn":"arn:x","name":"n","input":"{}"}"#,
    ),
    (
        "/",
        "application/x-amz-json-1.0",
        "AWSStepFunctions.GetExecutionHistory",
        r#"{"executionArn":"arn:x","maxResults":5,"reverseOrder":true}"#,
    ),
];

#[tokio::test]
async fn changed_requests_are_answered_and_the_server_goes_on() {
    let app: Router = workflow_server::Settings::default().open().expect("a database in memory").router();
    let mut random = Random(2);
    for round in rounds(TIMES) {
        let (path, media_type, target, body) = REQUESTS[round % REQUESTS.len()];
        let mut request = Request::post(path).header("content-type", media_type);
        if !target.is_empty() {
            request = request.header("x-amz-target", target);
        }
        let request = request.body(Body::from(mutated(body.as_bytes(), &mut random))).expect("a request");
        let Ok(response) = app.clone().oneshot(request).await;
        assert!(response.status().as_u16() < 500, "{round}: {}", response.status());
    }
}
