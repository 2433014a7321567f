//! Servers respond to invalid requests with errors of the protocol and continue.

use std::net::SocketAddr;

use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::support::{IMAGE, MACHINE, Message, RUN, example, raw, read_message, request};

const JSON: (&str, &str) = ("content-type", "application/json");

/// A request to Image Builder (restJson1).
async fn rest(address: SocketAddr, body: &str) -> Message {
    raw(address, &request("POST /ListWorkflowStepExecutions", &[JSON], body)).await
}

/// A request to Step Functions (`awsJson1_0`).
async fn rpc(address: SocketAddr, operation: &str, body: &str) -> Message {
    let target = format!("AWSStepFunctions.{operation}");
    let headers = [("content-type", "application/x-amz-json-1.0"), ("x-amz-target", target.as_str())];
    raw(address, &request("POST /", &headers, body)).await
}

#[track_caller]
fn assert_rest_error(answer: &Message, status: u16, code: &str) {
    assert_eq!((answer.status(), answer.header("x-amzn-errortype")), (status, code), "{answer:?}");
    assert_eq!(answer.header("content-type"), "application/json");
    let body = answer.json();
    assert!(body["message"].is_string() || body["Message"].is_string(), "{answer:?}");
    assert_eq!(answer.header("x-amzn-requestid").len(), 36, "{answer:?}");
}

#[track_caller]
fn assert_rpc_error(answer: &Message, status: u16, code: &str) {
    let body = answer.json();
    let found = body["__type"].as_str().unwrap_or_default();
    assert_eq!((answer.status(), found.rsplit('#').next()), (status, Some(code)), "{answer:?}");
    assert_eq!(answer.header("content-type"), "application/x-amz-json-1.0");
    assert_eq!(answer.header("x-amzn-requestid").len(), 36, "{answer:?}");
}

#[tokio::test]
async fn malformed_json_is_a_serialization_error() {
    let address = example().await;
    for body in ["{", "{\"maxResults\":}", "[]", "\"text\"", "{}x", "\u{0}"] {
        assert_rest_error(&rest(address, body).await, 400, "SerializationException");
        assert_rpc_error(&rpc(address, "ListExecutions", body).await, 400, "SerializationException");
    }
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_a_serialization_error() {
    let address = example().await;
    let mut bytes = request("POST /ListWorkflowStepExecutions", &[JSON], "{\"workflowExecutionId\":\"??\"}");
    for byte in bytes.iter_mut().filter(|byte| **byte == b'?') {
        *byte = 0xff;
    }
    assert_rest_error(&raw(address, &bytes).await, 400, "SerializationException");
}

#[tokio::test]
async fn a_wrong_type_is_a_serialization_error_with_a_path() {
    let address = example().await;
    let answer = rest(address, &format!(r#"{{"workflowExecutionId":"{RUN}","maxResults":"7"}}"#)).await;
    assert_rest_error(&answer, 400, "SerializationException");
    assert!(answer.body.contains("/maxResults"), "{answer:?}");
    let answer = rpc(address, "ListExecutions", r#"{"stateMachineArn":7}"#).await;
    assert_rpc_error(&answer, 400, "SerializationException");
    assert!(answer.body.contains("/stateMachineArn"), "{answer:?}");
    let answer = rpc(address, "ListExecutions", "[]").await;
    assert!(answer.body.contains("invalid type: array, expected an object"), "{answer:?}");
    let answer = rpc(address, "ListExecutions", r#"{"stateMachineArn":{}}"#).await;
    assert!(answer.body.contains("invalid type: object, expected a string"), "{answer:?}");
}

#[tokio::test]
async fn a_missing_member_is_the_services_own_validation_error() {
    let address = example().await;
    let message = "1 validation error detected. Value at '/workflowExecutionId' failed to satisfy constraint: Member must not be null";
    let answer = rest(address, "{}").await;
    assert_rest_error(&answer, 400, "InvalidRequestException");
    assert_eq!(answer.json(), json!({ "message": message }));
    let answer = rpc(address, "StopExecution", "{}").await;
    assert_rpc_error(&answer, 400, "ValidationException");
    assert_eq!(
        answer.json()["message"],
        "1 validation error detected. Value at '/executionArn' failed to satisfy constraint: Member must not be null"
    );
}

#[tokio::test]
async fn every_violation_is_reported() {
    let address = example().await;
    let answer = rest(address, r#"{"workflowExecutionId":"wf-1","maxResults":26,"nextToken":""}"#).await;
    assert_rest_error(&answer, 400, "InvalidRequestException");
    let message = answer.json()["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.starts_with("3 validation errors detected. "), "{message}");
    for part in [
        "Value at '/maxResults' failed to satisfy constraint: Member must be between 1 and 25, inclusive",
        "Value with length 0 at '/nextToken' failed to satisfy constraint: \
         Member must have length between 1 and 65535, inclusive",
        "Value at '/workflowExecutionId' failed to satisfy constraint: \
         Member must satisfy regular expression pattern: ^wf-[0-9a-fA-F]{8}-",
    ] {
        assert!(message.contains(part), "{message}");
    }
}

#[tokio::test]
async fn query_parameters_are_checked_as_members_are() {
    let address = example().await;
    let path = "GET /domains/example/workflows/0123456789abcdef0123456789abcdef/steps";
    let answer = raw(address, &request(&format!("{path}?max-results=0"), &[], "")).await;
    assert_rest_error(&answer, 400, "BadRequestException");
    assert!(answer.body.contains("Value at '/MaxResults'"), "{answer:?}");
    for text in ["x", "1.5", "+1", "", "99999999999"] {
        let answer = raw(address, &request(&format!("{path}?max-results={text}"), &[], "")).await;
        assert_rest_error(&answer, 400, "SerializationException");
        let message = "/MaxResults: the text is not a whole number from -2147483648 to 2147483647";
        assert_eq!(answer.json()["message"], message);
    }
}

#[tokio::test]
async fn an_unknown_operation_is_a_bad_request_or_not_found() {
    let address = example().await;
    assert_rpc_error(&rpc(address, "LaunchRocket", "{}").await, 400, "UnknownOperationException");
    let no_target = request("POST /", &[("content-type", "application/x-amz-json-1.0")], "{}");
    assert_rpc_error(&raw(address, &no_target).await, 400, "UnknownOperationException");
    let answer = raw(address, &request("GET /domains/example/workflows", &[], "")).await;
    assert_rest_error(&answer, 404, "UnknownOperationException");
}

#[tokio::test]
async fn a_wrong_method_is_not_allowed() {
    let address = example().await;
    for method in ["GET", "PUT", "DELETE"] {
        let answer = raw(address, &request(&format!("{method} /ListWorkflowStepExecutions"), &[JSON], "")).await;
        assert_rest_error(&answer, 405, "MethodNotAllowedException");
        assert_eq!(answer.header("allow"), "POST");
    }
    let steps = "/domains/example/workflows/0123456789abcdef0123456789abcdef/steps";
    let answer = raw(address, &request(&format!("POST {steps}"), &[JSON], "{}")).await;
    assert_eq!((answer.status(), answer.header("allow")), (405, "GET"));
    let target = ("x-amz-target", "AWSStepFunctions.ListStateMachines");
    let answer = raw(address, &request("GET /", &[target], "")).await;
    assert_rpc_error(&answer, 405, "MethodNotAllowedException");
    assert_eq!(answer.header("allow"), "POST");
}

#[tokio::test]
async fn a_wrong_media_type_is_not_supported() {
    let address = example().await;
    for media_type in ["text/plain", "application/xml", "application/jsonx", ""] {
        let bytes = request("POST /ListWorkflowStepExecutions", &[("content-type", media_type)], "{}");
        assert_rest_error(&raw(address, &bytes).await, 415, "UnsupportedMediaTypeException");
    }
    let target = ("x-amz-target", "AWSStepFunctions.ListStateMachines");
    let bytes = request("POST /", &[("content-type", "application/json"), target], "{}");
    assert_rpc_error(&raw(address, &bytes).await, 415, "UnsupportedMediaTypeException");
}

#[tokio::test]
async fn media_types_are_compared_as_http_compares_them() {
    let address = example().await;
    let body = format!(r#"{{"workflowExecutionId":"{RUN}"}}"#);
    for media_type in ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=\"UTF-8\""] {
        let bytes = request("POST /ListWorkflowStepExecutions", &[("content-type", media_type)], &body);
        assert_eq!(raw(address, &bytes).await.status(), 200, "{media_type}");
    }
}

#[tokio::test]
async fn a_response_that_is_not_wanted_is_not_acceptable() {
    let address = example().await;
    let body = format!(r#"{{"workflowExecutionId":"{RUN}"}}"#);
    let ask = |accept: &'static str| {
        let bytes = request("POST /ListWorkflowStepExecutions", &[JSON, ("accept", accept)], &body);
        async move { raw(address, &bytes).await }
    };
    assert_rest_error(&ask("text/html").await, 406, "NotAcceptableException");
    for accept in ["*/*", "application/*", "text/html, application/json;q=0.5"] {
        assert_eq!(ask(accept).await.status(), 200, "{accept}");
    }
}

#[tokio::test]
async fn an_oversized_body_is_rejected() {
    let address = example().await;
    let body = format!(r#"{{"workflowExecutionId":"{}"}}"#, "x".repeat(3 * 1024 * 1024));
    assert_rest_error(&rest(address, &body).await, 413, "RequestEntityTooLargeException");
    // The announced length is sufficient to reject the request.
    let head =
        format!("POST /ListWorkflowStepExecutions HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n", 1_u64 << 40);
    assert_rest_error(&raw(address, head.as_bytes()).await, 413, "RequestEntityTooLargeException");
}

#[tokio::test]
async fn deep_nesting_is_rejected() {
    let address = example().await;
    let body = format!(r#"{{"other":{}"#, "[".repeat(100_000));
    assert_rest_error(&rest(address, &body).await, 400, "SerializationException");
}

#[tokio::test]
async fn a_truncated_body_does_not_stop_the_server() {
    let address = example().await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = "POST /ListWorkflowStepExecutions HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    stream.write_all(format!("{head}content-length: 100\r\n\r\n{{\"").as_bytes()).await.expect("to write");
    stream.shutdown().await.expect("to stop writing");
    // There may be a response or none, but not a successful one.
    assert!(read_message(&mut stream).await.is_none_or(|answer| answer.status() == 400));
    assert_eq!(rest(address, &format!(r#"{{"workflowExecutionId":"{RUN}"}}"#)).await.status(), 200);
}

#[tokio::test]
async fn the_server_continues_after_bad_requests() {
    let address = example().await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    for body in ["{", "{}", r#"{"maxResults":true}"#] {
        let bytes = request("POST /ListWorkflowStepExecutions", &[JSON], body);
        stream.write_all(&bytes).await.expect("the connection is still there");
        assert_eq!(read_message(&mut stream).await.map(|answer| answer.status()), Some(400));
    }
    let body = format!(r#"{{"imageBuildVersionArn":"{IMAGE}"}}"#);
    stream
        .write_all(&request("POST /ListWorkflowExecutions", &[JSON], &body))
        .await
        .expect("the connection is still there");
    assert_eq!(read_message(&mut stream).await.map(|answer| answer.status()), Some(200));
}

#[tokio::test]
async fn modeled_errors_have_their_status_and_members() {
    let address = example().await;
    let answer = rpc(address, "DescribeStateMachine", &format!(r#"{{"stateMachineArn":"{MACHINE}-no"}}"#)).await;
    assert_rpc_error(&answer, 400, "StateMachineDoesNotExist");
    let path = "GET /domains/elsewhere/workflows/0123456789abcdef0123456789abcdef/steps";
    assert_rest_error(&raw(address, &request(path, &[], "")).await, 404, "ResourceNotFoundException");
}
