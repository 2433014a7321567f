//! Endpoints of requests without a configured endpoint, with the golden module `endpoints`.

use golden::endpoints::Client;
use http::Response;
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Canned, Config};

/// URL of a request, and the scope of its signature.
async fn sent(config: Config) -> Result<(String, String), String> {
    let canned = Canned::new([Response::new("{}".into())]);
    let credentials = Credentials::new("id", "secret");
    let client = Client::new(config.credentials(credentials).attempts(1).transport(canned.clone()));
    client.look().send().await.map_err(|error| error.to_string())?;
    let request = canned.requests().pop().expect("a request");
    let authorization = request.headers()["authorization"].to_str().expect("text");
    let scope = authorization.split('/').skip(2).take(2).collect::<Vec<_>>().join(" ");
    Ok((request.uri().to_string(), scope))
}

#[tokio::test]
async fn endpoints_and_signatures_follow_the_rules_of_the_model() {
    let at = |region| Config::new().region(region);
    let cases = [
        (at("eu-west-1"), "https://directory.amazonaws.com/", "us-east-1 directory"),
        (at("local"), "http://localhost:4000/", "us-east-1 directory-test"),
        (at("cn-north-1"), "https://directory.cn-north-1.amazonaws.com.cn/", "cn-north-1 directory"),
        (at("us-gov-west-1").fips(), "https://directory.us-gov-west-1.amazonaws.com/", "us-gov-west-1 directory"),
        (at("us-gov-east-1").fips(), "https://directory-fips.us-gov-east-1.amazonaws.com/", "us-gov-east-1 directory"),
        (at("eu-west-1").dual_stack(), "https://directory.eu-west-1.api.aws/v2/", "eu-west-1 directory"),
        (at("eu-west-1").endpoint_url("http://test"), "http://test/", "eu-west-1 directory"),
    ];
    for (config, url, scope) in cases {
        assert_eq!(sent(config).await, Ok((url.to_owned(), scope.to_owned())));
    }
}

#[tokio::test]
async fn requests_that_the_rules_reject_are_not_sent() {
    let error = sent(Config::new().region("cn-north-1").fips()).await.expect_err("refused");
    assert!(error.ends_with("Directories in China have no FIPS"), "{error}");
}
