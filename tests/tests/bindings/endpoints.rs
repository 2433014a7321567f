//! Endpoints of requests: those of the model, with the golden module `endpoints`, and configured ones.

use golden::endpoints::Client;
use golden::shapes;
use http::Response;
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Canned, Config, Error};
use whitesmith_runtime::schema::ProtocolId;

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

#[tokio::test]
async fn endpoints_that_are_not_used_as_written_are_rejected() {
    let sent = async |endpoint: &str| {
        let canned = Canned::new([Response::new("{}".into())]);
        let config = Config::new().endpoint_url(endpoint).unsigned().transport(canned.clone());
        let sent = shapes::Client::new(config.protocol(ProtocolId::RestJson1)).nothing().send().await;
        let requests = canned.requests();
        let is_sent = !matches!(sent, Err(Error::Request { .. }));
        assert_eq!(is_sent, !requests.is_empty(), "{endpoint}: {sent:?}");
        requests.first().map(|request| request.uri().to_string())
    };
    for endpoint in [
        "",
        " ",
        "h",
        "h:80",
        "/x",
        "//h",
        "http:",
        "http:h",
        "http://",
        "http:///x",
        "http://?q",
        "http://:80",
        "http://:80/x",
        "http://@/x",
        "http://u@",
        "http://u:p@:80",
        "http://h/?q=1",
        "http://h?",
        "https://h?x",
        "http://h/#f",
        "http://h#",
        "http://h:",
        "http://h:/x",
        "http://h:0",
        "http://h:00000",
        "http://h:65536",
        "http://h:99999",
        "http://h:99999999999999999999",
        "http://h:-1",
        "http://h:+80",
        "http://h:8a",
        "http://h: 80",
        "http://h:80:80",
        "http://h:80 ",
        " http://h",
        "http://h ",
        "http://h\n",
        "http://h\t/x",
        "http://h/a b",
        "http://a b/",
        "http://h\\x",
        "http://bücher.example",
        "http://h/ü",
        "http://h/a\u{7f}",
        "http://[]",
        "http://[]:80/x",
        "http://[h]",
        "http://[1]",
        "http://[127.0.0.1]",
        "http://[::1",
        "http://::1",
        "http://[::1]x",
        "http://[::1]:0",
        "http://[::1]:65536",
        "http://a@b@c",
        "http://u@h",
        "http://u:p@h:80/x",
        "ftp://h",
        "ws://h",
        "unix:///run/x",
        "file:///x",
        "http+unix://h",
    ] {
        assert_eq!(sent(endpoint).await, None, "{endpoint:?}");
    }
    for (endpoint, expected) in [
        ("http://h", "http://h/nothing"),
        ("http://h/", "http://h/nothing"),
        ("http://h//", "http://h/nothing"),
        ("http://h/a/../b//", "http://h/a/../b/nothing"),
        ("http://h/%20", "http://h/%20/nothing"),
        ("HTTP://H.Example", "http://H.Example/nothing"),
        ("https://h:65535", "https://h:65535/nothing"),
        ("http://h:080", "http://h:080/nothing"),
        ("http://h.", "http://h./nothing"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/nothing"),
        ("http://h/%C3%BC", "http://h/%C3%BC/nothing"),
        ("http://[::1]", "http://[::1]/nothing"),
        ("http://[::ffff:127.0.0.1]", "http://[::ffff:127.0.0.1]/nothing"),
        ("http://[fe80::1]:8080/x", "http://[fe80::1]:8080/x/nothing"),
        ("http://xn--bcher-kva.example", "http://xn--bcher-kva.example/nothing"),
    ] {
        assert_eq!(sent(endpoint).await.as_deref(), Some(expected), "{endpoint:?}");
    }
}
