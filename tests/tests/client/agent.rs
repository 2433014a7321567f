//! Headers by which AWS services recognize clients, calls and attempts.

use std::time::Duration;

use golden::depot::Client;
use golden::{archive, warehouse};
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::{Config, Credentials, RetryMode};

use super::support::{Server, header, response};

fn done() -> String {
    response("204 No Content", "", "")
}

/// The requests of a call that is sent twice.
async fn requests(configure: impl FnOnce(Config) -> Config) -> Vec<String> {
    let server = Server::start([response("503 Service Unavailable", "", ""), done()]).await;
    let config = server.config().unsigned().retry_pauses(Duration::ZERO, Duration::ZERO);
    let client = Client::new(configure(config));
    client.delete_object().bucket("b").key("k").send().await.expect("deleted");
    server.requests()
}

fn agent(request: &str) -> &str {
    header(request, "user-agent").expect("a user agent")
}

#[tokio::test]
async fn requests_to_aws_services_say_who_sends_them() {
    let requests = requests(|config| config.app_id("harbour-1.2")).await;
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let expected = format!(
        "whitesmith/{} ua/2.1 api/s3#2006-03-01 os/{os} md/arch#{arch} lang/rust m/E,N app/harbour-1.2",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(agent(&requests[0]), expected);
}

#[tokio::test]
async fn attempts_are_counted_and_have_the_id_of_their_call() {
    let found = requests(|config| config.attempts(4)).await;
    let ids: Vec<_> = found.iter().map(|request| header(request, "amz-sdk-invocation-id").expect("an ID")).collect();
    assert_eq!((ids[0].len(), ids[0]), (36, ids[1]));
    let counts: Vec<_> = found.iter().filter_map(|request| header(request, "amz-sdk-request")).collect();
    assert_eq!(counts, ["attempt=1; max=4", "attempt=2; max=4"]);
    let other = requests(|config| config).await;
    assert_ne!(header(&other[0], "amz-sdk-invocation-id"), Some(ids[0]));
}

#[tokio::test]
async fn the_application_is_that_of_the_environment_or_the_profile() {
    let server = Server::start([done()]).await;
    let files = || MemoryFiles::new([("/ada/.aws/config", "[default]\nsdk_ua_app_id = from file\n")]);
    let environment =
        || Environment::new().variable("HOME", "/ada").variable("AWS_REGION", "eu-central-1").files(files());
    for (environment, expected) in [
        (environment(), " app/from-file"),
        (environment().variable("AWS_SDK_UA_APP_ID", "n\u{e4}her"), " app/n-her"),
        (environment().variable("AWS_EXECUTION_ENV", "AWS_Lambda_provided"), " exec-env/AWS_Lambda_provided m/E,N"),
    ] {
        let config = environment.config().await.expect("valid").endpoint_url(server.url()).unsigned();
        Client::new(config).delete_object().bucket("b").key("k").send().await.expect("deleted");
        let request = server.requests().pop().expect("a request");
        assert!(agent(&request).contains(expected), "{}", agent(&request));
    }
}

#[tokio::test]
async fn features_in_use_are_listed() {
    let found = requests(|config| config.retry_mode(RetryMode::Adaptive)).await;
    assert!(agent(&found[0]).ends_with(" m/F,N"), "{}", agent(&found[0]));
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = archive::Client::new(server.config().unsigned());
    client.store().content("x").send().await.expect("stored");
    assert!(agent(&server.requests()[0]).ends_with(" m/E,N,Z"), "{}", agent(&server.requests()[0]));
}

#[tokio::test]
async fn signatures_cover_the_id_of_the_call() {
    let server = Server::start([done()]).await;
    let client = Client::new(server.config().credentials(Credentials::new("id", "secret")));
    client.delete_object().bucket("b").key("k").send().await.expect("deleted");
    let requests = server.requests();
    let signature = header(&requests[0], "authorization").expect("signed");
    assert!(signature.contains("SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;host;"), "{signature}");
}

#[tokio::test]
async fn urls_and_requests_that_others_send_are_not_counted() {
    let config = Config::new().region("eu-central-1").credentials(Credentials::new("id", "secret"));
    let client = Client::new(config.endpoint_url("http://test"));
    let call = || client.delete_object().bucket("b").key("k").customize();
    let request = call().presign(Duration::from_secs(60)).await.expect("signed");
    assert!(request.headers().is_empty(), "{:?}", request.headers());
    let signed = call().sign().await.expect("signed");
    assert!(!signed.request().headers().contains_key("amz-sdk-request"));
}

#[tokio::test]
async fn services_outside_aws_get_none_of_it() {
    let server = Server::start([response("200 OK", "", r#"{"total":1}"#)]).await;
    let client = warehouse::Client::new(server.config().unsigned().app_id("x"));
    let _ = client.store_articles().id("chair").count(4).send().await;
    let requests = server.requests();
    assert!(!requests[0].contains("amz-sdk"), "{}", requests[0]);
    assert_eq!(agent(&requests[0]), concat!("whitesmith/", env!("CARGO_PKG_VERSION")));
}
