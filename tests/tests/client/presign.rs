//! Requests that are signed in their URL.

use std::time::Duration;

use golden::{archive, depot};
use whitesmith_runtime::client::{AuthError, Canned, Config, Credentials, Error, RequestError};
use whitesmith_runtime::schema::TimestampFormat;
use whitesmith_runtime::types::Timestamp;

fn config() -> Config {
    Config::new().region("eu-central-1").endpoint_url("https://depot.example.com")
}

fn signed() -> Config {
    config().credentials(Credentials::new("AKIDEXAMPLE", "secret").session_token("session"))
}

fn parameter<'u>(uri: &'u http::Uri, name: &str) -> Option<&'u str> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(found, _)| *found == name).map(|(_, value)| value).next()
}

#[tokio::test]
async fn a_presigned_request_has_everything_in_its_url() {
    let call = depot::Client::new(signed()).delete_object().bucket("maps").key("a b");
    let request = call.customize().presign(Duration::from_secs(900)).await.expect("signed");
    assert_eq!((request.method().as_str(), request.uri().path()), ("DELETE", "/maps/a%20b"));
    for (name, value) in [
        ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
        ("X-Amz-Expires", "900"),
        ("X-Amz-Security-Token", "session"),
        ("X-Amz-SignedHeaders", "host"),
    ] {
        assert_eq!(parameter(request.uri(), name), Some(value), "{}", request.uri());
    }
    assert!(
        parameter(request.uri(), "X-Amz-Credential").is_some_and(|credential| credential.starts_with("AKIDEXAMPLE%2F"))
    );
    assert_eq!(parameter(request.uri(), "X-Amz-Signature").map(str::len), Some(64));
    assert!(request.headers().is_empty(), "{:?}", request.headers());
    assert!(!format!("{request:?}").contains("secret"));
}

#[tokio::test]
async fn a_stream_is_left_to_those_who_use_the_url() {
    let call = archive::Client::new(signed()).store().content("text");
    let request = call.customize().presign(Duration::from_secs(60)).await.expect("signed");
    assert!(request.body().is_empty());
    assert!(request.headers().is_empty(), "no checksum, no length, no default type: {:?}", request.headers());
}

#[tokio::test]
async fn headers_of_the_caller_are_signed_and_returned() {
    let call =
        depot::Client::new(signed()).delete_object().bucket("maps").key("a").customize().header("x-amz-mfa", "1");
    let request = call.presign(Duration::from_secs(60)).await.expect("signed");
    assert_eq!(parameter(request.uri(), "X-Amz-SignedHeaders"), Some("host%3Bx-amz-mfa"));
    assert_eq!(request.headers()["x-amz-mfa"], "1");
}

#[tokio::test]
async fn urls_are_valid_for_a_second_to_a_week() {
    for (seconds, is_good) in [(0, false), (1, true), (604_800, true), (604_801, false)] {
        let call = depot::Client::new(signed()).delete_object().bucket("maps").key("a");
        let result = call.customize().presign(Duration::from_secs(seconds)).await;
        let is_refused = matches!(result, Err(Error::Request { reason: RequestError::Auth(AuthError::Expires), .. }));
        assert_eq!(is_refused, !is_good, "{seconds}");
    }
}

#[tokio::test]
async fn a_url_cannot_be_signed_without_credentials() {
    let call = depot::Client::new(config()).delete_object().bucket("maps").key("a");
    let error = call.customize().presign(Duration::from_secs(60)).await.expect_err("no credentials");
    assert!(
        matches!(error, Error::Request { reason: RequestError::Auth(AuthError::NoIdentity { .. }), .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_url_is_signed_by_the_services_clock_once_it_is_known() {
    let now = std::time::SystemTime::now();
    let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let ahead = Timestamp::from_unix(since(now).cast_signed() + 36 * 3600, 0).expect("in range");
    let rejected = || {
        let response = http::Response::builder().status(403).header("date", ahead.format(TimestampFormat::HttpDate));
        response.body("<Error><Code>RequestTimeTooSkewed</Code></Error>".into())
    };
    let done = http::Response::builder().status(204).body(bytes::Bytes::new());
    // More than a day has to be confirmed.
    let canned = Canned::new([rejected(), rejected(), done].map(|response| response.expect("a response")));
    let client = depot::Client::new(signed().transport(canned).attempts(3));
    let call = || client.delete_object().bucket("maps").key("a");
    let early = call().customize().presign(Duration::from_secs(60)).await.expect("signed");
    call().send().await.expect("the third attempt");
    let late = call().customize().presign(Duration::from_secs(60)).await.expect("signed");
    let day =
        |request: &http::Request<bytes::Bytes>| parameter(request.uri(), "X-Amz-Date").map(|date| date[..8].to_owned());
    let text = ahead.format(TimestampFormat::DateTime).replace('-', "");
    assert_ne!(day(&early), day(&late));
    assert_eq!(day(&late).as_deref(), text.get(..8));
    let scope = parameter(late.uri(), "X-Amz-Credential").expect("a scope");
    assert!(scope.contains(&text[..8]), "the scope has the same day: {scope}");
}
