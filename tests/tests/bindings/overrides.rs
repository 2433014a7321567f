//! Traits of members that override those of their targets, with the golden module `overrides`.

use std::convert::Infallible;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use golden::overrides::errors::{self as e, PutError};
use golden::overrides::server::{Overrides, service};
use golden::overrides::types::{self as t, CodesMember, PutInput, PutOutput, Rank, ScoresKey, ScoresValue, Settings};
use golden::overrides::{Client, types::Old};
use http::Request;
use http_body_util::{BodyExt, Full};
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::server::{Authentication, Identity, RequestContext};

/// Returns its input.
pub(crate) struct EchoOverrides;

impl Overrides for EchoOverrides {
    async fn put(&self, input: PutInput, _: RequestContext) -> Result<PutOutput, PutError> {
        panic!("{input:?}");
    }

    async fn look(&self, _: t::LookInput, _: RequestContext) -> Result<t::LookOutput, e::LookError> {
        Ok(t::LookOutput::builder().build().expect("valid"))
    }

    async fn enter(&self, _: t::EnterInput, _: RequestContext) -> Result<t::EnterOutput, e::EnterError> {
        Ok(t::EnterOutput::builder().build().expect("valid"))
    }

    async fn seal(&self, _: t::SealInput, _: RequestContext) -> Result<t::SealOutput, e::SealError> {
        Ok(t::SealOutput::builder().build().expect("valid"))
    }

    async fn whisper(&self, _: t::WhisperInput, _: RequestContext) -> Result<t::WhisperOutput, e::WhisperError> {
        Ok(t::WhisperOutput::builder().build().expect("valid"))
    }

    async fn knock(&self, _: t::KnockInput, _: RequestContext) -> Result<t::KnockOutput, e::KnockError> {
        Ok(t::KnockOutput::builder().build().expect("valid"))
    }
}

/// Status and body of the response to a body.
async fn answer(body: &'static str) -> (u16, String) {
    let request = Request::builder().method("POST").uri("/things").header("content-type", "application/json");
    let request = request.body(Full::new(Bytes::from(body))).expect("good parts");
    let response = service(EchoOverrides).without_authentication().oneshot(request).await.expect("never fails");
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.expect("all there").to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn members_of_lists_and_maps_have_their_own_constraints() {
    let (status, body) = answer(r#"{"codes": ["ABC", "abc"], "scores": {"x": 1, "yy": 6}}"#).await;
    assert_eq!(status, 400);
    for message in [
        "3 validation errors detected. ",
        "Value at '/codes/1' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[A-Z]{3}$",
        "Value with length 1 at '/scores' failed to satisfy constraint: Member must have length greater than or equal to 2",
        "Value at '/scores/yy' failed to satisfy constraint: Member must be less than or equal to 5",
    ] {
        assert!(body.contains(message), "{body}");
    }
    assert!(CodesMember::new("ABCD").is_err() && CodesMember::new("ABC").is_ok());
    assert!(ScoresKey::new("x").is_err() && ScoresValue::new(6).is_err());
}

#[tokio::test]
async fn messages_keep_internal_values_to_themselves() {
    let (_, body) = answer(r#"{"old": "down", "rank": "middle"}"#).await;
    assert!(
        body.contains(
            "Value at '/old' failed to satisfy constraint: Member must satisfy enum value set: [up, left-handed]"
        ),
        "{body}"
    );
    assert!(
        body.contains("Value at '/rank' failed to satisfy constraint: Member must satisfy enum value set: [first]"),
        "{body}"
    );
    // Other values are preserved.
    assert_eq!(Old::try_from("secret").map(|old| old.as_str().to_owned()), Ok("secret".to_owned()));
    let (status, _) = answer(r#"{"old": "secret", "rank": "last"}"#).await;
    assert_eq!(status, 500, "the method was called");
}

#[test]
fn defaults_match_the_model() {
    let settings = Settings::default();
    assert_eq!((settings.text.as_bytes(), settings.bytes.as_bytes()), (&b"abc"[..], &b"\0\xff"[..]));
    assert_eq!((settings.factor, settings.rank), (None, Rank::First));
    assert_eq!(PutInput::default().count, 3);
}

#[tokio::test]
async fn clients_leave_defaults_at_the_top_and_optional_ones_to_the_service() {
    let canned = Canned::new([http::Response::new("{}".into())]);
    let client = Client::new(Config::new().endpoint_url("http://test").unsigned().transport(canned.clone()));
    client.put().settings(Settings::default()).send().await.expect("the answer is good");
    let sent = canned.requests().pop().expect("a request");
    assert_eq!(&sent.body()[..], br#"{"settings":{"text":"YWJj","bytes":"AP8=","rank":"first"}}"#);
}

#[tokio::test]
async fn a_whole_input_is_sent_as_it_is() {
    let canned = Canned::new([http::Response::new("{}".into())]);
    let client = Client::new(Config::new().endpoint_url("http://test").unsigned().transport(canned.clone()));
    let input = PutInput::builder().old(Old::try_from("up").expect("one of them")).build().expect("valid");
    client.put().count(9).with_input(input).send().await.expect("the answer is good");
    let sent = canned.requests().pop().expect("a request");
    assert_eq!(&sent.body()[..], br#"{"old":"up","count":3}"#);
}

/// Number of attempts if the first response is this.
async fn sent_after(status: u16) -> usize {
    let first = http::Response::builder().status(status).body("{}".into()).expect("good parts");
    let canned = Canned::new([first, http::Response::new("{}".into())]);
    let client = Client::new(Config::new().endpoint_url("http://test").unsigned().transport(canned.clone()));
    let _ = client.put().send().await;
    canned.requests().len()
}

#[tokio::test]
async fn requests_that_may_have_been_executed_are_not_retried() {
    assert_eq!(sent_after(500).await, 1);
    assert_eq!(sent_after(503).await, 2);
    assert_eq!(sent_after(429).await, 2);
}

/// Status, code and challenges of an operation's response to headers.
async fn called(path: &str, headers: &[(&'static str, &str)]) -> (u16, Vec<String>) {
    let known = |is_known: bool| async move { Ok::<_, Infallible>(is_known.then(|| Identity::new("me"))) };
    let authentication = Authentication::new()
        .bearer(move |token| known(token == "token"))
        .api_key(move |key| known(key == "key"))
        .basic(move |user, password| known(user == "user" && password == "pass:word"));
    let (mut request, mut body) = (Request::post(path), "");
    if path == "/things" {
        (request, body) = (request.header("content-type", "application/json"), "{}");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::new(Bytes::from(body))).expect("good parts");
    let response = service(EchoOverrides).authenticate(authentication).oneshot(request).await.expect("never fails");
    let challenges = response.headers().get_all("www-authenticate").iter();
    let challenges = challenges.map(|value| value.to_str().expect("text").to_owned()).collect();
    (response.status().as_u16(), challenges)
}

#[tokio::test]
async fn operations_accept_the_schemes_of_the_model_only() {
    let basic = format!("Basic {}", STANDARD.encode("user:pass:word"));
    let wrong = format!("Basic {}", STANDARD.encode("user:word"));
    for (path, headers, status) in [
        ("/things", &[("authorization", "Bearer token")][..], 500),
        ("/things", &[("authorization", "bearer  token")], 500),
        ("/things", &[("x-key", "Key key")], 500),
        ("/things", &[], 401),
        ("/things", &[("authorization", "Bearer forged")], 401),
        ("/things", &[("authorization", "Bearer forged"), ("x-key", "Key key")], 401),
        ("/things", &[("authorization", "Bearer token"), ("authorization", "Bearer forged")], 401),
        ("/things", &[("x-key", "key")], 401),
        ("/things", &[("authorization", &basic)], 401),
        ("/enter", &[("authorization", &basic)], 200),
        ("/enter", &[("authorization", &wrong)], 401),
        ("/enter", &[("authorization", "Basic ?")], 401),
        ("/enter", &[("authorization", "Bearer token")], 401),
        ("/look", &[("authorization", "Bearer token")], 200),
        ("/look", &[], 200),
        ("/look", &[("authorization", "Bearer forged")], 401),
        ("/knock", &[], 200),
        ("/knock", &[("authorization", "Bearer forged")], 200),
        // The runtime does not know its scheme.
        ("/whisper", &[], 403),
    ] {
        assert_eq!(called(path, headers).await.0, status, "{path} {headers:?}");
    }
}

#[tokio::test]
async fn refusals_name_the_schemes_that_an_operation_accepts() {
    let (_, challenges) = called("/things", &[]).await;
    assert_eq!(challenges, ["Bearer realm=\"Overrides\"", "Key realm=\"Overrides\""]);
    let (_, challenges) = called("/things", &[("authorization", "Bearer forged")]).await;
    assert_eq!(challenges, ["Bearer realm=\"Overrides\", error=\"invalid_token\""]);
    let (_, challenges) = called("/enter", &[]).await;
    assert_eq!(challenges, ["Basic realm=\"Overrides\", charset=\"UTF-8\""]);
}
