//! Secrets and untrusted text in errors and debug output.

use golden::depot::Client;
use http::Response;
use whitesmith_runtime::client::{Canned, Config};

const USER: &str = "https://user:PASSWORD@example.com/x";

/// The error of a call with this configuration and response.
async fn failure(config: Config, response: Response<&'static str>) -> String {
    let canned = Canned::new([response.map(|body| bytes::Bytes::from_static(body.as_bytes()))]);
    let client = Client::new(config.unsigned().attempts(1).transport(canned));
    let error = client.get_location().bucket("b").send().await.expect_err("an error");
    format!("{error} {}", std::error::Error::source(&error).map_or_else(String::new, ToString::to_string))
}

fn answer(status: u16, body: &'static str) -> Response<&'static str> {
    Response::builder().status(status).body(body).expect("a response")
}

#[tokio::test]
async fn a_password_in_the_endpoint_is_not_shown() {
    let shown = format!("{:?}", Config::new().endpoint_url(USER));
    assert!(!shown.contains("PASSWORD") && shown.contains("example.com/x"), "{shown}");
    for url in ["https://user:PASSWORD@example.com/?q=1", "https://user:PASSWORD@example.com:99999", "user:PASSWORD@"] {
        let text = failure(Config::new().endpoint_url(url), answer(200, "")).await;
        assert!(!text.contains("PASSWORD"), "{text}");
    }
}

#[tokio::test]
async fn endpoints_with_a_query_or_an_invalid_port_are_rejected() {
    for (url, words) in [
        ("http://test/?q=1", "query"),
        ("http://test#x", "query"),
        ("http://test:99999", "port"),
        ("http://[::1]:99999/", "port"),
    ] {
        let text = failure(Config::new().endpoint_url(url), answer(200, "")).await;
        assert!(text.contains(words) && text.starts_with("GetLocation: cannot send the request: "), "{text}");
    }
}

#[tokio::test]
async fn redirects_do_not_show_where_they_lead() {
    let mut response = answer(307, "");
    response.headers_mut().insert("location", "https://e/?X-Amz-Signature=SECRET".parse().expect("text"));
    let text = failure(Config::new().endpoint_url("http://test"), response).await;
    assert!(text.contains("redirected") && !text.contains("SECRET"), "{text}");
    let text = failure(Config::new().endpoint_url("http://test"), answer(304, "")).await;
    assert!(text.contains("not modified"), "{text}");
}

#[tokio::test]
async fn messages_of_services_are_shown_short_and_without_control_characters() {
    let body = format!("<Error><Code>A&#x202e;B</Code><Message>x\u{85}y{}</Message></Error>", "z".repeat(100_000));
    let text = failure(Config::new().endpoint_url("http://test"), answer(400, body.leak())).await;
    assert!(text.starts_with("GetLocation: A\\u{202e}B: x\\u{85}yzz") && text.len() < 1200, "{text}");
}
