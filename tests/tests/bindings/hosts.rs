//! The host of an operation that has a prefix (spec: `@endpoint`).

use golden::awkward::Client;
use whitesmith_runtime::client::{Canned, Config};

/// Where a request of the operation goes.
async fn host(config: Config) -> String {
    let canned = Canned::default();
    let client = Client::new(config.attempts(1).unsigned().transport(canned.clone()));
    client.list().send().await.expect_err("nobody answers");
    canned.requests()[0].uri().authority().expect("a host").to_string()
}

#[tokio::test]
async fn the_prefix_stands_before_the_endpoints_host() {
    assert_eq!(host(Config::new().endpoint_url("http://example.com:80")).await, "list.example.com:80");
}

#[tokio::test]
async fn a_configuration_may_want_no_prefix() {
    assert_eq!(host(Config::new().endpoint_url("http://example.com").without_host_prefix()).await, "example.com");
}

#[tokio::test]
async fn this_machine_and_addresses_have_no_prefix() {
    assert_eq!(host(Config::new().endpoint_url("http://localhost:8080")).await, "localhost:8080");
    assert_eq!(host(Config::new().endpoint_url("http://[::1]:8080")).await, "[::1]:8080");
}
