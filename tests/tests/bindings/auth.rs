//! Authentication schemes other than signatures, with the golden module `overrides`.

use std::time::Duration;

use golden::overrides::Client;
use http::Response;
use whitesmith_runtime::client::{Canned, Config};

/// A client and the requests that it sends.
fn client(config: Config) -> (Client, Canned) {
    let canned = Canned::new((0..4).map(|_| Response::new("{}".into())));
    (Client::new(config.endpoint_url("https://test").attempts(1).transport(canned.clone())), canned)
}

fn header(canned: &Canned, name: &str) -> Option<String> {
    let request = canned.requests().pop().expect("a request");
    let value = request.headers().get(name)?;
    assert!(value.is_sensitive(), "it would show in logs");
    Some(value.to_str().expect("text").to_owned())
}

#[tokio::test]
async fn the_first_scheme_with_an_identity_is_used() {
    let (client, canned) = self::client(Config::new().bearer_token("secret").api_key("key").basic_auth("me", "pass"));
    client.put().send().await.expect("sent");
    assert_eq!(header(&canned, "authorization").as_deref(), Some("Bearer secret"));
    assert_eq!(header(&canned, "x-key"), None);
    let (client, canned) = self::client(Config::new().api_key("key").basic_auth("me", "pass"));
    client.put().send().await.expect("sent");
    assert_eq!(header(&canned, "x-key").as_deref(), Some("Key key"));
    assert_eq!(header(&canned, "authorization"), None);
}

#[tokio::test]
async fn an_operation_overrides_the_schemes_of_its_service() {
    let (client, canned) = self::client(Config::new().bearer_token("secret").basic_auth("me", "pass"));
    client.enter().send().await.expect("sent");
    assert_eq!(header(&canned, "authorization").as_deref(), Some("Basic bWU6cGFzcw=="));
    client.knock().send().await.expect("sent");
    assert_eq!(header(&canned, "authorization"), None);
}

#[tokio::test]
async fn an_operation_without_a_supported_scheme_is_sent_without_authentication() {
    let (client, canned) = self::client(Config::new().bearer_token("secret").api_key("key").basic_auth("me", "pass"));
    client.whisper().send().await.expect("sent");
    assert_eq!((header(&canned, "authorization"), header(&canned, "x-key")), (None, None));
}

#[tokio::test]
async fn without_an_identity_only_anonymous_calls_are_sent() {
    let (client, canned) = self::client(Config::new());
    client.look().send().await.expect("optional");
    client.knock().send().await.expect("none");
    let error = client.put().send().await.expect_err("no server").to_string();
    assert!(error.ends_with("use Config::bearer_token, or use Config::api_key"), "{error}");
    assert_eq!(canned.requests().len(), 2);
    let (client, canned) = self::client(Config::new().unsigned());
    client.put().send().await.expect("as the configuration says");
    assert_eq!(header(&canned, "authorization"), None);
}

#[tokio::test]
async fn an_invalid_token_is_not_printed() {
    let config = Config::new().bearer_token("se\ncret");
    assert!(!format!("{config:?}").contains("cret"));
    let (client, _) = self::client(config);
    let error = client.put().send().await.expect_err("no header").to_string();
    assert!(error.contains("control character") && !error.contains("cret"), "{error}");
}

#[tokio::test]
async fn secrets_are_not_sent_over_plain_http_unless_that_is_allowed() {
    async fn result(config: Config, url: &str) -> Result<(), String> {
        let canned = Canned::new((0..4).map(|_| Response::new("{}".into())));
        let client = Client::new(config.endpoint_url(url).attempts(1).transport(canned));
        client.put().send().await.map(drop).map_err(|error| error.to_string())
    }
    for config in [Config::new().bearer_token("secret"), Config::new().api_key("key")] {
        let error = result(config.clone(), "http://test").await.expect_err("readable by others");
        assert!(error.contains("is not sent over http") && !error.contains("secret"), "{error}");
        for url in ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:80", "https://test"] {
            assert_eq!(result(config.clone(), url).await, Ok(()), "{url}");
        }
        assert_eq!(result(config.allow_plain_http_identity(), "http://test").await, Ok(()));
    }
}

#[tokio::test]
async fn a_token_is_not_put_into_a_request_for_others() {
    let (client, canned) = self::client(Config::new().bearer_token("secret"));
    let error = client.put().customize().presign(Duration::from_secs(60)).await.expect_err("not a signature");
    assert_eq!(error.to_string(), "Put: cannot send the request: only requests with AWS credentials can be presigned");
    client.knock().customize().presign(Duration::from_secs(60)).await.expect("anonymous");
    assert!(canned.requests().is_empty());
}
