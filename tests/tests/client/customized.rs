//! Customized calls, and information about their responses.

use std::time::Duration;

use golden::archive::Client;
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Config, Error, RequestError};

use super::support::{Server, header, response};

fn signed(server: &Server) -> Config {
    server.config().credentials(Credentials::new("id", "secret"))
}

#[tokio::test]
async fn a_call_returns_facts_about_its_response() {
    let headers = "expires: 0\r\nx-amzn-requestid: R1\r\n";
    let server = Server::start([response("503 Busy", "", ""), response("200 OK", headers, "{}")]).await;
    let client = Client::new(server.config().unsigned());
    let response = client.describe().customize().send_with_response().await.expect("described");
    assert_eq!(response.output.expires, None);
    assert_eq!(response.info.headers()["expires"], "0");
    let info = (response.info.status(), response.info.request_id(), response.info.attempts());
    assert_eq!(info, (200, Some("R1"), 2));
}

#[tokio::test]
async fn a_header_of_a_call_is_sent_and_signed() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = Client::new(signed(&server));
    client.describe().customize().header("X-Team", "harbour").region("us-west-2").send().await.expect("sent");
    client.describe().send().await.expect("sent");
    let requests = server.requests();
    let authorization = header(&requests[0], "authorization").expect("signed");
    assert_eq!(header(&requests[0], "x-team"), Some("harbour"));
    assert!(authorization.contains(";x-team") && authorization.contains("/us-west-2/"), "{authorization}");
    let authorization = header(&requests[1], "authorization").expect("signed");
    assert!(!authorization.contains("x-team") && authorization.contains("/eu-central-1/"), "{authorization}");
}

#[tokio::test]
async fn an_invalid_header_of_a_call_is_an_error_without_its_value() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = Client::new(server.config().unsigned());
    let call = client.describe().customize().header("x-team", "a\nb");
    let error = call.send().await.expect_err("a line break");
    assert!(
        matches!(&error, Error::Request { reason: RequestError::Header(name), .. } if name == "x-team"),
        "{error:?}"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn attempts_and_time_of_a_call_are_limited() {
    let server = Server::start([response("503 Busy", "", "")]).await;
    let client = Client::new(server.config().unsigned());
    client.describe().customize().attempts(1).send().await.expect_err("busy");
    assert_eq!(server.requests().len(), 1);
    let silent = Server::start([String::new()]).await;
    let client = Client::new(silent.config().unsigned());
    let start = tokio::time::Instant::now();
    let error = client.describe().customize().timeout(Duration::from_secs(3)).send().await.expect_err("silent");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_secs(3)), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(4));
}
