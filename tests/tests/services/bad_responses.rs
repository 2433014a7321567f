//! Clients return typed errors for unreachable services, broken connections and invalid responses.

use std::time::Duration;

use generated::imagebuilder::Client;
use generated::imagebuilder::errors::ListWorkflowStepExecutionsError;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use whitesmith_runtime::client::{AuthError, Config, EndpointError, Error, RequestError, ResponseChecks};

use super::support::{RUN, config, response, scripted};

type Failure = Error<ListWorkflowStepExecutionsError>;

const JSON: &str = "content-type: application/json\r\n";

/// Result of a call with this configuration.
async fn call(config: Config) -> Result<(), Failure> {
    Client::new(config).list_workflow_step_executions().workflow_execution_id(RUN).send().await.map(drop)
}

/// Result of a call to which the service responds with these bytes.
async fn answered(bytes: String) -> Failure {
    let (address, _server) = scripted(vec![bytes]).await;
    call(config(address)).await.expect_err("an error")
}

#[tokio::test]
async fn an_input_that_the_model_forbids_is_never_sent() {
    let (address, server) = scripted(vec![]).await;
    let client = Client::new(config(address));
    let call = client.list_workflow_step_executions().max_results(26).next_token("");
    let error = call.send().await.expect_err("an error");
    let Error::Invalid { violations, .. } = &error else { panic!("{error:?}") };
    let paths: Vec<&str> = violations.iter().map(|violation| violation.path.as_str()).collect();
    assert_eq!(
        paths,
        ["/workflowExecutionId", "/maxResults", "/nextToken"],
        "what is missing comes first, as in servers"
    );
    let start = "ListWorkflowStepExecutions: 3 validation errors detected. ";
    assert!(error.to_string().starts_with(start), "{error}");
    assert!(server.await.expect("the server").is_empty());
}

#[tokio::test]
async fn an_unreachable_host_is_a_transport_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let error = call(config(address)).await.expect_err("an error");
    assert!(matches!(error, Error::Transport { .. }) && error.is_retryable(), "{error:?}");
    assert_eq!(error.to_string(), "ListWorkflowStepExecutions failed: cannot reach the service");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn a_tls_failure_is_a_transport_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    // The server sends plain HTTP first.
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        stream.write_all(response("400 Bad Request", "", "").as_bytes()).await
    });
    let error = call(config(address).endpoint_url(format!("https://{address}"))).await.expect_err("an error");
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
}

#[tokio::test]
async fn a_response_that_is_not_json_is_a_response_error() {
    for body in ["<html></html>", "[]", "{", "{\"steps\":7}", "{\"steps\":[7]}"] {
        let error = answered(response("200 OK", JSON, body)).await;
        assert!(matches!(error, Error::Response { status: 200, .. }) && !error.is_retryable(), "{body}: {error:?}");
    }
}

#[tokio::test]
async fn a_page_in_place_of_a_response_is_named_by_its_content_type() {
    let error = answered(response("200 OK", "content-type: text/html\r\n", "<html></html>")).await;
    assert!(error.to_string().contains("the content type is `text/html`: "), "{error}");
}

#[tokio::test]
async fn an_error_that_is_not_json_is_a_response_error() {
    let error = answered(response("502 Bad Gateway", "content-type: text/html\r\n", "<h1>502</h1>")).await;
    assert!(matches!(error, Error::Response { status: 502, .. }) && error.is_retryable(), "{error:?}");
}

#[tokio::test]
async fn an_error_without_a_code_is_a_response_error() {
    for (bytes, words) in [
        (
            response("301 Moved Permanently", "location: https://example.com/\r\n", ""),
            "redirected to `https://example.com/`; redirects are not followed",
        ),
        (
            response("301 Moved Permanently", "location: /login?token=secret\r\n", ""),
            "redirected to `/login`; redirects are not followed",
        ),
        (
            response("301 Moved Permanently", "location: https://me:secret@test/\r\n", ""),
            "redirected; redirects are not followed",
        ),
        (response("307 Temporary Redirect", "", ""), "redirected; redirects are not followed"),
        (response("404 Not Found", "", ""), "without a code"),
        (response("500 Internal Server Error", JSON, "{}"), "in an unknown format"),
    ] {
        let error = answered(bytes).await;
        assert!(matches!(error, Error::Response { .. }) && error.code().is_none(), "{error:?}");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_response_that_is_not_http_is_a_transport_error() {
    let error = answered("SSH-2.0-OpenSSH_9.6\r\n".to_owned()).await;
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
}

#[tokio::test]
async fn a_truncated_body_is_a_transport_error() {
    let whole = response("200 OK", JSON, "{\"steps\":[]}");
    let error = answered(whole[..whole.len() - 4].to_owned()).await;
    assert!(matches!(error, Error::Transport { .. }) && error.is_retryable(), "{error:?}");
    let text = "ListWorkflowStepExecutions failed: the request or its response was interrupted";
    assert_eq!(error.to_string(), text);
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_a_response_error() {
    let body = format!("{{\"message\":\"{}\"}}", "x".repeat(5000));
    let (address, _server) = scripted(vec![response("200 OK", JSON, &body)]).await;
    let error = call(config(address).max_response(4096)).await.expect_err("an error");
    assert!(matches!(error, Error::Response { .. }) && error.to_string().contains("larger"), "{error:?}");
}

#[tokio::test]
async fn a_silent_peer_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let limit = Duration::from_millis(50);
    let error = call(config(address).attempt_timeout(limit)).await.expect_err("an error");
    assert!(matches!(error, Error::Timeout { limit: found, .. } if found == limit), "{error:?}");
}

#[tokio::test]
async fn an_unknown_error_code_is_preserved() {
    let headers = "content-type: application/json\r\nx-amzn-errortype: BrandNewException:http://example.com/\r\n\
                   x-amzn-requestid: r-1\r\n";
    let error = answered(response("418 Teapot", headers, r#"{"message":"short and stout"}"#)).await;
    assert!(matches!(error.as_service_error(), Some(ListWorkflowStepExecutionsError::Unhandled(_))), "{error:?}");
    assert_eq!(error.code(), Some("BrandNewException"));
    assert_eq!(error.message(), Some("short and stout"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(
        error.to_string(),
        "ListWorkflowStepExecutions: BrandNewException: short and stout (status 418, request r-1)"
    );
}

#[tokio::test]
async fn error_codes_are_found_in_headers_and_bodies() {
    let bodies = [
        r#"{"__type":"com.amazonaws.imagebuilder#ForbiddenException","message":"no"}"#,
        r#"{"code":"ForbiddenException","Message":"no"}"#,
        r#"{"__type":"com.amazonaws.imagebuilder#ForbiddenException:http://x/","message":"no"}"#,
    ];
    for body in bodies {
        let error = answered(response("403 Forbidden", JSON, body)).await;
        assert!(
            matches!(error.as_service_error(), Some(ListWorkflowStepExecutionsError::Forbidden(_))),
            "{body}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_failing_service_is_tried_again() {
    let busy = response("503 Busy", "x-amzn-errortype: ServiceUnavailableException\r\n", "{}");
    let answers = vec![busy.clone(), busy.clone(), response("200 OK", JSON, "{}")];
    let (address, server) = scripted(answers).await;
    call(config(address).attempts(3)).await.expect("the third attempt");
    assert_eq!(server.await.expect("the server").len(), 3);
    let error = answered(busy).await;
    assert!(
        matches!(error.as_service_error(), Some(ListWorkflowStepExecutionsError::ServiceUnavailable(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_refused_request_is_not_tried_again() {
    let no = response("400 Bad Request", "x-amzn-errortype: InvalidRequestException\r\n", "{}");
    let (address, _server) = scripted(vec![no.clone(), response("200 OK", JSON, "{}")]).await;
    let error = call(config(address).attempts(3)).await.expect_err("the first answer");
    assert_eq!(error.code(), Some("InvalidRequestException"));
}

#[tokio::test]
async fn responses_that_violate_the_model_are_accepted() {
    let body = format!(r#"{{"steps":[{{"status":"BRAND_NEW","name":"{}"}}],"newer":{{}}}}"#, "x".repeat(1000));
    let (address, _server) = scripted(vec![response("200 OK", JSON, &body)]).await;
    let call = Client::new(config(address)).list_workflow_step_executions().workflow_execution_id(RUN);
    let output = call.send().await.expect("an output");
    let status = output.steps.as_ref().and_then(|steps| steps.first()?.status.as_ref());
    assert_eq!(status.map(generated::imagebuilder::types::WorkflowStepExecutionStatus::as_str), Some("BRAND_NEW"));
}

#[tokio::test]
async fn a_page_that_leads_to_itself_is_the_last() {
    let page = response("200 OK", JSON, r#"{"steps":[{}],"nextToken":"again"}"#);
    let (address, _server) = scripted(vec![page.clone(), page]).await;
    let call = Client::new(config(address)).list_workflow_step_executions().workflow_execution_id(RUN);
    let mut pages = call.paginate();
    assert!(pages.try_next().await.expect("the first page").is_some());
    assert!(pages.try_next().await.expect("the same token again").is_some());
    assert!(pages.try_next().await.expect("the end").is_none());
}

#[tokio::test]
async fn without_credentials_nothing_is_sent() {
    let (address, server) = scripted(vec![]).await;
    let error = call(Config::new().endpoint_url(format!("http://{address}"))).await.expect_err("an error");
    assert!(
        matches!(&error, Error::Request { reason: RequestError::Auth(AuthError::NoIdentity { .. }), .. }),
        "{error:?}"
    );
    assert!(server.await.expect("the server").is_empty());
}

#[tokio::test]
async fn a_region_that_is_not_a_host_label_is_rejected() {
    for region in ["x@evil.example/#", "evil.example/", "", "x y"] {
        let credentials = whitesmith_runtime::client::Credentials::new("AKID", "secret");
        let error = call(Config::new().region(region).credentials(credentials)).await.expect_err("an error");
        assert!(
            matches!(&error, Error::Request { reason: RequestError::Endpoint(EndpointError::Region(_)), .. }),
            "{region}: {error:?}"
        );
    }
}

#[tokio::test]
async fn secrets_are_not_shown() {
    let credentials = whitesmith_runtime::client::Credentials::new("AKID", "topsecret");
    let config = Config::new().region("eu-central-1").credentials(credentials);
    let client = Client::new(config.clone());
    assert!(!format!("{config:?} {client:?}").contains("topsecret"));
}

#[tokio::test]
async fn check_responses_rejects_responses_that_violate_the_model() {
    let body = r#"{"workflowExecutionId":"x","nextToken":"","steps":[{"status":"NEWER"}]}"#;
    let violations = async |checks: ResponseChecks| {
        let (address, _server) = scripted(vec![response("200 OK", JSON, body)]).await;
        match call(config(address).check_responses(checks)).await {
            Ok(()) => Vec::new(),
            Err(Error::InvalidResponse { status: 200, violations, .. }) => {
                violations.iter().map(|violation| violation.path.clone()).collect()
            }
            Err(error) => panic!("{error:?}"),
        }
    };
    assert_eq!(violations(ResponseChecks::Off).await, [""; 0]);
    let mut found = violations(ResponseChecks::Constraints).await;
    found.sort();
    assert_eq!(found, ["/nextToken", "/workflowExecutionId"]);
    let mut found = violations(ResponseChecks::All).await;
    found.sort();
    assert_eq!(found, ["/nextToken", "/steps/0/status", "/workflowExecutionId"]);
}

/// Paths of the violations for which a response is rejected.
fn refused<T: std::fmt::Debug, E: std::fmt::Debug>(result: Result<T, Error<E>>, expected: u16) -> Vec<String> {
    match result {
        Err(Error::InvalidResponse { status, violations, .. }) if status == expected => {
            violations.iter().map(|violation| violation.path.clone()).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn check_responses_rejects_responses_without_a_required_member() {
    for checks in [ResponseChecks::Constraints, ResponseChecks::All] {
        for body in ["{}", ""] {
            let (address, _server) = scripted(vec![response("200 OK", JSON, body)]).await;
            let client = golden::evolution_old::Client::new(config(address).check_responses(checks));
            assert_eq!(refused(client.look().order("o-1").send().await, 200), ["/state"]);
        }
    }
    let (address, _server) = scripted(vec![response("200 OK", JSON, "{}")]).await;
    golden::evolution_old::Client::new(config(address)).look().order("o-1").send().await.expect("not checked");
}

#[tokio::test]
async fn an_error_that_breaks_its_model_is_retried_and_then_refused() {
    let body = r#"{"__type":"KmsInvalidStateException","message":"no","kmsKeyState":"NEWER"}"#;
    let busy = response("503 Busy", "content-type: application/x-amz-json-1.0\r\n", body);
    let (address, server) = scripted(vec![busy.clone(), busy]).await;
    let client = generated::sfn::Client::new(config(address).attempts(2).check_responses(ResponseChecks::All));
    let result = client.describe_execution().execution_arn("arn").send().await;
    assert_eq!(refused(result, 503), ["/kmsKeyState"]);
    assert_eq!(server.await.expect("the server").len(), 2);
}
