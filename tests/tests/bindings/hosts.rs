//! Host prefixes of operations (`@endpoint`).

use golden::awkward::Client;
use whitesmith_runtime::client::{Canned, Config};

/// Host of a request of the operation.
async fn host(config: Config) -> String {
    let canned = Canned::default();
    let client = Client::new(config.attempts(1).unsigned().transport(canned.clone()));
    client.list().send().await.expect_err("no server");
    canned.requests()[0].uri().authority().expect("a host").to_string()
}

#[tokio::test]
async fn the_prefix_is_added_to_the_host_of_the_endpoint() {
    assert_eq!(host(Config::new().endpoint_url("http://example.com:80")).await, "list.example.com:80");
}

#[tokio::test]
async fn prefixes_can_be_turned_off() {
    assert_eq!(host(Config::new().endpoint_url("http://example.com").without_host_prefix()).await, "example.com");
}

#[tokio::test]
async fn localhost_and_ip_addresses_have_no_prefix() {
    assert_eq!(host(Config::new().endpoint_url("http://localhost:8080")).await, "localhost:8080");
    assert_eq!(host(Config::new().endpoint_url("http://[::1]:8080")).await, "[::1]:8080");
}
