//! Information about responses in errors.

use std::time::Duration;

use golden::depot::Client;
use golden::depot::errors::{DeleteObjectError, DescribeObjectError};
use golden::orders::errors::GetOrderError;
use golden::{depot, orders};
use whitesmith_runtime::client::{Config, Error, ResponseError};

use super::support::{Server, response};

const IDS: &str = "x-amz-request-id: R1\r\nx-amz-id-2: E2\r\nx-amz-bucket-region: eu-west-3\r\n";

#[tokio::test]
async fn an_error_without_a_body_keeps_request_ids_status_and_headers() {
    let server = Server::start([response("403 Forbidden", IDS, "")]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let error = client.describe_object().bucket("b").key("k").send().await.expect_err("forbidden");
    let info = error.info().expect("a response");
    assert_eq!((error.status(), error.request_id(), info.extended_request_id()), (Some(403), Some("R1"), Some("E2")));
    assert_eq!(info.headers()["x-amz-bucket-region"], "eu-west-3");
    assert_eq!(
        error.to_string(),
        "DescribeObject: cannot read the response (status 403, request R1, extended request E2): error response \
         without a code"
    );
}

#[tokio::test]
async fn a_redirect_is_named_with_the_region_and_without_the_location() {
    let headers = format!("{IDS}location: https://b.s3.eu-west-3.amazonaws.com/?X-Amz-Signature=abc\r\n");
    let server = Server::start([response("301 Moved Permanently", &headers, "")]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let error = client.describe_object().bucket("b").key("k").send().await.expect_err("redirected");
    let Error::Response { status: 301, reason: ResponseError::Redirect { region, location }, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!(region.as_deref(), Some("eu-west-3"));
    assert!(location.as_deref().is_some_and(|location| location.contains("Signature")));
    let text = error.to_string();
    assert!(text.ends_with("redirected to the region eu-west-3; redirects are not followed"), "{text}");
    assert!(text.contains("request R1") && !text.contains("Signature"), "{text}");
}

#[tokio::test]
async fn an_error_is_one_line_with_operation_code_message_status_request_and_attempts() {
    let body = "<Error><Code>SlowDown</Code><Message>Reduce\nyour rate</Message></Error>";
    let headers = "x-amz-request-id: R1\r\nretry-after: 0\r\n";
    let server = Server::start([response("503 Slow Down", headers, body)]).await;
    let client = Client::new(server.config().unsigned().attempts(2));
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("throttled");
    let text = error.to_string();
    assert!(!text.contains('\n'), "{text}");
    assert!(text.starts_with("DeleteObject: SlowDown: Reduce"), "{text}");
    assert!(text.ends_with("(status 503, request R1, 2 attempts)"), "{text}");
    assert_eq!((error.code(), error.is_retryable()), (Some("SlowDown"), true));
    assert!(error.message().is_some_and(|message| message.starts_with("Reduce")));
}

#[tokio::test(start_paused = true)]
async fn an_error_without_a_response_names_operation_and_attempts() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr();
    let url = format!("http://{}", closed.expect("an address"));
    let unreachable = Client::new(Config::new().region("eu-west-3").unsigned().attempts(3).endpoint_url(url));
    let error = unreachable.describe_object().bucket("b").key("k").send().await.expect_err("unreachable");
    assert_eq!(error.to_string(), "DescribeObject failed after 3 attempts: cannot reach the service");
    assert_eq!(error.attempts(), Some(3));
    let silent = Server::start([String::new()]).await;
    let config = silent.config().unsigned().attempts(2).attempt_timeout(Duration::from_secs(1));
    let error = Client::new(config).describe_object().bucket("b").key("k").send().await.expect_err("silent");
    let text = "DescribeObject failed after 2 attempts: the service did not respond within 1s";
    assert_eq!(error.to_string(), text);
}

#[tokio::test(start_paused = true)]
async fn the_timeout_of_a_call_counts_the_attempts_so_far() {
    let silent = Server::start([String::new()]).await;
    let config = silent.config().unsigned().attempts(9).attempt_timeout(Duration::from_secs(60));
    let client = Client::new(config.operation_timeout(Duration::from_secs(100)));
    let error = client.describe_object().bucket("b").key("k").send().await.expect_err("silent");
    let text = "DescribeObject failed after 2 attempts: the service did not respond within 100s";
    assert_eq!((error.to_string().as_str(), error.attempts()), (text, Some(2)));
}

#[tokio::test]
async fn the_request_id_in_the_body_of_an_error_counts() {
    let body = "<Error><Code>AccessDenied</Code><Message>no</Message><RequestId>R9</RequestId></Error>";
    let server = Server::start([response("403 Forbidden", "", body)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("forbidden");
    assert_eq!(error.request_id(), Some("R9"));
}

#[tokio::test]
async fn the_message_of_an_error_without_a_member_for_it_is_kept() {
    let headers = "x-amzn-errortype: OrderExpired\r\nx-amzn-requestid: R1\r\n";
    let server = Server::start([response("410 Gone", headers, r#"{"message": "it is too old"}"#)]).await;
    let client = orders::Client::new(server.config().unsigned().attempts(1));
    let error = client.get_order().id("o-1").send().await.expect_err("expired");
    assert!(matches!(error.as_service_error(), Some(GetOrderError::OrderExpired(_))), "{error:?}");
    assert_eq!((error.code(), error.message()), (Some("OrderExpired"), Some("it is too old")));
    assert_eq!(error.to_string(), "GetOrder: OrderExpired: it is too old (status 410, request R1)");
    assert!(matches!(error.into_service_error(), GetOrderError::OrderExpired(_)));
}

#[tokio::test]
async fn the_text_of_an_error_structure_has_no_control_characters_and_is_cut() {
    let headers = "x-amzn-errortype: OrderNotFound\r\n";
    for (message, expected) in [
        (r"\u001b]0;x\u0007\n2026 INFO \u202e".to_owned(), r"\u{1b}]0;x\u{7}\u{a}2026 INFO \u{202e}".to_owned()),
        ("a".repeat(5000), format!("{}…", "a".repeat(1024))),
    ] {
        let body = format!(r#"{{"message": "{message}"}}"#);
        let server = Server::start([response("404 Not Found", headers, &body)]).await;
        let client = orders::Client::new(server.config().unsigned().attempts(1));
        let error = client.get_order().id("o-1").send().await.expect_err("not found");
        let Some(GetOrderError::OrderNotFound(error)) = error.as_service_error() else { panic!("{error:?}") };
        assert_eq!(error.to_string(), format!("OrderNotFound: {expected}"));
    }
}

#[tokio::test]
async fn an_error_that_is_not_of_the_service_is_the_source_of_a_service_error() {
    let error = Client::new(Config::new().unsigned()).delete_object().send().await.expect_err("no bucket");
    let error = error.into_service_error();
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert!(source.is_some_and(|source| source.contains("Bucket")), "{error:?}");
}

#[tokio::test]
async fn an_error_has_the_response_as_it_was_received() {
    let body = "<Error><Code>SlowDown</Code></Error>";
    let server = Server::start([response("503 Slow Down", "x-a: b\r\n", body)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let raw = client.delete_object().bucket("b").key("k").send().await.expect_err("throttled").raw().expect("one");
    assert_eq!((raw.status().as_u16(), raw.headers()["x-a"].as_bytes()), (503, b"b".as_slice()));
    assert_eq!(raw.body(), body);
}

#[tokio::test]
async fn the_debug_text_of_an_error_has_no_state_of_the_client() {
    let body = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    let server = Server::start([response("403 Forbidden", "", body)]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("denied");
    let text = format!("{error:?}");
    assert!(text.contains("AccessDenied") && text.contains("status 403"), "{text}");
    for state in ["query_code", "is_of_aws", "violations", "None, None"] {
        assert!(!text.contains(state), "{text}");
    }
    let error = client.delete_object().bucket("b").send().await.expect_err("no key");
    let text = format!("{error:?}");
    let violations = r#"[Violation { path: "/Key", constraint: Required }]"#;
    assert_eq!(text, format!(r#"Invalid {{ operation: Some("DeleteObject"), violations: {violations} }}"#));
    assert_eq!(error.operation(), Some("DeleteObject"));
}

/// Calls two operations.
async fn both(client: &Client) -> Result<(), depot::client::Error> {
    client.describe_object().bucket("b").key("k").wait_until_object_gone(Duration::from_secs(9)).await?;
    client.delete_object().bucket("b").key("k").send().await?;
    Ok(())
}

#[tokio::test]
async fn errors_of_all_operations_convert_to_that_of_the_client() {
    let gone = response("404 Not Found", "", "");
    let body = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    let denied = response("403 Forbidden", "x-amz-request-id: R1\r\n", body);
    let server = Server::start([gone, denied]).await;
    let client = Client::new(server.config().unsigned().attempts(1));
    let error = client.delete_object().bucket("b").send().await.map_err(depot::client::Error::from);
    let error = error.expect_err("no key");
    assert_eq!((error.code(), error.info().is_none(), error.attempts()), (None, true, None));
    let config = server.config().unsigned().attempts(1);
    let error = both(&Client::new(config)).await.expect_err("denied");
    assert_eq!(error.to_string(), "DeleteObject: AccessDenied: no (status 403, request R1)");
    assert_eq!((error.code(), error.message(), error.status()), (Some("AccessDenied"), Some("no"), Some(403)));
    assert!(error.downcast_ref::<DescribeObjectError>().is_none());
    let found = error.downcast_ref::<DeleteObjectError>().expect("of this operation");
    assert_eq!((found.code(), error.is_retryable()), (Some("AccessDenied"), false));
    let _: Box<dyn std::error::Error + Send + Sync> = error.into();
}
