//! Request checksums with a configurable algorithm, with the golden module `overrides`.

use golden::overrides::client::{Client, SealCall};
use golden::overrides::types::Algorithm;
use http::{HeaderMap, Response};
use whitesmith_runtime::client::{Canned, Config};

/// Headers of a request, or the error of the call.
async fn sent(build: impl FnOnce(SealCall) -> SealCall) -> Result<HeaderMap, String> {
    let canned = Canned::new([Response::new("{}".into())]);
    let client = Client::new(
        Config::new().endpoint_url("http://test").unsigned().unlisted_enum_values().transport(canned.clone()),
    );
    build(client.seal().text("123456789")).send().await.map_err(|error| error.to_string())?;
    Ok(canned.requests().pop().expect("a request").headers().clone())
}

#[tokio::test]
async fn the_checksum_is_of_the_chosen_algorithm() {
    let headers = sent(|call| call.algorithm(Algorithm::Sha256)).await.expect("sent");
    assert_eq!(headers["x-amz-checksum-sha256"], "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
    assert_eq!(headers["x-algorithm"], "SHA256");
}

#[tokio::test]
async fn the_default_algorithm_is_a_crc() {
    let headers = sent(|call| call).await.expect("sent");
    assert_eq!(headers["x-amz-checksum-crc32"], "y/Q5Jg==");
    assert_eq!(headers["x-algorithm"], "CRC32");
}

#[tokio::test]
async fn an_explicit_checksum_is_the_only_one() {
    let headers = sent(|call| call.sum("ready")).await.expect("sent");
    assert_eq!(headers["x-amz-checksum-sha256"], "ready");
    assert!(!headers.contains_key("x-amz-checksum-crc32"));
}

#[tokio::test]
async fn an_unsupported_algorithm_is_reported() {
    let error = sent(|call| call.algorithm(Algorithm::or_unknown("SHA3"))).await.expect_err("it cannot be made");
    assert!(error.contains("unsupported checksum algorithm SHA3"), "{error}");
}
