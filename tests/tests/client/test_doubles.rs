//! Recorded responses, faults and mocks.

use std::collections::BTreeMap;
use std::time::Duration;

use golden::archive;
use golden::overrides;
use golden::warehouse::Client;
use golden::warehouse::errors::GetArticleError;
use golden::warehouse::operations::{GetArticle, ListArticles};
use golden::warehouse::types::{Article, ListArticlesOutput, NoSuchArticle};
use http::{Request, Response, StatusCode};
use whitesmith_runtime::client::testing::{Faults, InjectedFault, Mock, Recorder, Replayer};
use whitesmith_runtime::client::{self, CallBuilder, Canned, Config, Credentials, Error, RequestError, Transport};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{Kind, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude};
use whitesmith_runtime::types::{Blob, StreamError, Timestamp};
use whitesmith_runtime::{member, operation, operation_error, structure};

use super::support::{Server, response};

fn config(transport: impl Into<Transport>) -> Config {
    let config = Config::new().region("eu-central-1").endpoint_url("http://test").transport(transport);
    config.unsigned().protocol(ProtocolId::RestJson1)
}

#[tokio::test]
async fn what_was_recorded_can_be_replayed() {
    let server = Server::start([response("200 OK", "x-a: b\r\nset-cookie: s\r\n", r#"{"total":7}"#)]).await;
    let settings = server.config().credentials(Credentials::new("id", "secret")).protocol(ProtocolId::RestJson1);
    let recorder = Recorder::new(Transport::standard(&settings));
    let client = Client::new(settings.unsigned().transport(recorder.clone()));
    client.store_articles().id("chair").count(4).send().await.expect("stored");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("recording.json");
    recorder.save(&file).expect("written");

    let replayer = Replayer::load(&file).expect("a recording");
    let client = Client::new(config(replayer.clone()));
    let error = client.store_articles().id("chair").count(5).send().await.expect_err("another body");
    assert!(error.to_string().ends_with("the recording has no unused response to POST /articles/chair/store"));
    let output = client.store_articles().id("chair").count(4).send().await.expect("replayed");
    assert_eq!((output.total, replayer.left()), (7, 0));
}

#[tokio::test]
async fn a_recording_has_no_secrets() {
    let server = Server::start([response("200 OK", "set-cookie: crumbs\r\n", "{}")]).await;
    let settings = server.config().credentials(Credentials::new("id", "secret").session_token("the-token"));
    let recorder = Recorder::new(Transport::standard(&settings)).redact(http::HeaderName::from_static("x-team"));
    let client = archive::Client::new(settings.transport(recorder.clone()));
    client.describe().customize().header("x-team", "harbour").send().await.expect("described");
    let text = recorder.to_json();
    for secret in ["Signature=", "the-token", "crumbs", "harbour"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(text.contains("\"authorization\": \"redacted\""), "{text}");
    assert!(server.requests()[0].contains("Signature=") && server.requests()[0].contains("harbour"));
}

#[tokio::test]
async fn a_recording_has_no_value_that_is_marked_as_secret() {
    let canned = Canned::new([Response::new("{}".into())]);
    let recorder = Recorder::new(canned.clone());
    let config = Config::new().endpoint_url("https://test").api_key("the-key").transport(recorder.clone());
    let config = config.before_signing(|head, _| {
        let mut value = http::HeaderValue::from_static("harbour");
        value.set_sensitive(true);
        head.headers.append("x-team", value);
        head.headers.append("x-team", http::HeaderValue::from_static("pier"));
        Ok(())
    });
    overrides::Client::new(config).put().send().await.expect("sent");
    let text = recorder.to_json();
    for secret in ["the-key", "harbour", "pier"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert_eq!(canned.requests()[0].headers()["x-team"], "harbour");
}

static SECRET: Schema = Schema::simple("example#Secret", Kind::String).sensitive();
static SECRETS: Schema = Schema::list("example#Secrets", &[member!("member": SECRET)]);
static COUNT: Schema = Schema::simple("example#Count", Kind::Integer).sensitive();
static SINCE: Schema = Schema::simple("example#Since", Kind::Timestamp).sensitive();
static BYTES: Schema = Schema::simple("example#Bytes", Kind::Blob).sensitive();
static OTHERS: Schema = Schema::map("example#Others", &[member!("key": prelude::STRING), member!("value": SECRET)]);
static KEYS: Schema = Schema::structure(
    "example#Keys",
    &[
        member!("one": SECRET).header("x-one"),
        member!("many": SECRETS).header("x-many"),
        member!("count": COUNT).required().header("x-count"),
        member!("since": SINCE).header("x-since"),
        member!("bytes": BYTES).header("x-bytes"),
        member!("size": prelude::INTEGER).required().header("x-size"),
        member!("others": OTHERS).prefix_headers(""),
    ],
);
static TURN: OperationSchema = OperationSchema::new("Turn", &KEYS, &KEYS).http("POST", "/turn", 200);
static LOCKS: ServiceSchema = ServiceSchema::new("example#Locks", "1", &[&TURN]).protocols(&[ProtocolId::RestJson1]);

struct Keys {
    one: Option<String>,
    many: Option<Vec<String>>,
    count: i32,
    since: Option<Timestamp>,
    bytes: Option<Blob>,
    size: i32,
    others: Option<BTreeMap<String, String>>,
}
structure! { Keys: KEYS { one, many, count, since, bytes, size, others } }

struct Turn;
operation! { Turn: TURN { Keys, Keys, TurnError } }

#[derive(Clone, Debug)]
enum TurnError {
    Unhandled(Unhandled),
}
operation_error! { TurnError {} }

#[tokio::test]
async fn a_recording_has_no_value_of_a_sensitive_member() {
    let answer = Response::builder().header("x-one", "copper").header("x-many", "tin, zinc").header("x-count", "4711");
    let answer = answer.header("x-since", "Tue, 29 Apr 2014 18:30:38 GMT").header("x-bytes", "aXJvbg==");
    let answer = answer.header("x-size", "5").header("x-other", "nickel").header("content-type", "application/json");
    let answer = answer.header("x-amzn-requestid", "r-1");
    let recorder = Recorder::new(Canned::new([answer.body("{}".into()).expect("a response")]));
    let client = client::Client::new(&LOCKS, config(recorder.clone()));
    let output = CallBuilder::<Turn>::call(&client).with_input(keys()).send().await.expect("turned");
    assert_eq!((output.one.as_deref(), output.count), (Some("copper"), 4711));
    let text = recorder.to_json();
    for secret in ["gold", "silver", "copper", "tin", "4711", "2014", "aXJvbg", "nickel"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(text.contains("application/json") && text.contains("r-1"), "{text}");

    // Each placeholder is a value of its member.
    let client = client::Client::new(&LOCKS, config(Replayer::from_json(&text).expect("a recording")));
    let output = CallBuilder::<Turn>::call(&client).with_input(keys()).send().await.expect("replayed");
    let since = output.since.map(Timestamp::seconds);
    assert_eq!((output.one.as_deref(), output.count, since), (Some("redacted"), 0, Some(0)));
    assert_eq!((output.many, output.bytes), (Some(vec!["redacted".to_owned()]), Some(Blob::from("redacted"))));
}

fn keys() -> Keys {
    let (one, many) = (Some("gold".to_owned()), Some(vec!["silver".to_owned()]));
    Keys { one, many, count: 1, since: None, bytes: None, size: 2, others: None }
}

#[test]
fn an_error_in_a_recording_names_its_place() {
    for (recording, text) in [
        ("{", "/: expected JSON"),
        ("{}", "/: expected an array"),
        (
            r#"[{"request":{"method":"GET","uri":"/"},"response":{"status":42}}]"#,
            "/0/response/status: expected a status",
        ),
        (r#"[{"request":{"method":"a b"}}]"#, "/0/request/method: expected a method"),
    ] {
        let error = Replayer::from_json(recording).expect_err("invalid");
        let place = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(error.to_string(), text);
        assert_eq!(
            place.as_deref(),
            recording.ends_with('{').then_some("EOF while parsing an object at line 1 column 1")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn faults_happen_in_their_order() {
    let canned = Canned::new(vec![Response::new(r#"{"total":7}"#.into()); 3]);
    let unavailable = InjectedFault::Status(StatusCode::SERVICE_UNAVAILABLE);
    let faults = Faults::new(canned.clone(), [unavailable, InjectedFault::Delay(Duration::from_secs(1))]);
    let client = Client::new(config(faults.clone()));
    let start = tokio::time::Instant::now();
    client.store_articles().id("chair").count(4).send().await.expect("stored");
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!((canned.requests().len(), faults.left()), (1, 0));
    let config = config(Faults::new(canned.clone(), [InjectedFault::LostResponse, InjectedFault::Refused])).attempts(1);
    let client = Client::new(config);
    for expected in [2, 2] {
        let error = client.store_articles().id("chair").count(4).send().await.expect_err("lost");
        assert!(matches!(error, Error::Transport { .. }), "{error:?}");
        assert_eq!(canned.requests().len(), expected);
    }
}

/// The error of a stream, and what was read before.
async fn loaded(fault: InjectedFault) -> (Vec<u8>, Option<StreamError>) {
    let body = Response::builder().header("x-amz-checksum-crc32", "y/Q5Jg==").body("123456789".into());
    let faults = Faults::new(Canned::new([body.expect("a response")]), [fault]);
    let mut content = archive::Client::new(config(faults)).load().send().await.expect("a head").content;
    let mut read = Vec::new();
    loop {
        match content.try_next().await {
            Ok(Some(piece)) => read.extend_from_slice(&piece),
            Ok(None) => return (read, None),
            Err(error) => return (read, Some(error)),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn bodies_of_responses_are_damaged() {
    assert!(matches!(loaded(InjectedFault::None).await, (read, None) if read == b"123456789"));
    assert!(matches!(loaded(InjectedFault::CutAfter(3)).await, (read, Some(StreamError::Broken(_))) if read == b"123"));
    assert!(matches!(loaded(InjectedFault::Corrupt(8)).await, (_, Some(StreamError::Checksum { .. }))));
    assert!(
        matches!(loaded(InjectedFault::StallAfter(2)).await, (read, Some(StreamError::Stalled { .. })) if read == b"12")
    );
}

#[tokio::test]
async fn operations_can_be_closures() {
    let mock = Mock::new()
        .on::<ListArticles>(|input| {
            assert_eq!(input.page_size.map(i32::from), Some(2));
            Ok(ListArticlesOutput::builder().set_articles(Some(Vec::<Article>::new())).build()?)
        })
        .on::<GetArticle>(|_| {
            let missing = NoSuchArticle::builder().message("no chair").build()?;
            Err(missing.into())
        });
    let client = Client::new(Config::new().mock(mock.clone()));
    client.list_articles().page_size(2).send().await.expect("listed");
    let error = client.get_article().id("chair").send().await.expect_err("missing");
    assert!(matches!(error.as_service_error(), Some(GetArticleError::NoSuchArticle(_))), "{error:?}");
    assert_eq!((error.status(), error.message()), (Some(404), Some("no chair")));
    let error = client.get_article().id("!").send().await.expect_err("invalid");
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
    let error = client.store_articles().id("chair").count(1).send().await.expect_err("no closure");
    assert!(matches!(error, Error::Request { reason: RequestError::Transport(_), .. }), "{error:?}");
    assert!(error.to_string().ends_with("the mock has no closure for `StoreArticles`"), "{error}");
    assert_eq!((mock.calls::<GetArticle>(), mock.calls::<ListArticles>()), (1, 1));
}

#[tokio::test]
async fn requests_without_a_response_are_not_retried() {
    let canned = Canned::new([]);
    let client = Client::new(config(canned.clone()).attempts(3));
    let error = client.store_articles().id("chair").count(1).send().await.expect_err("no response");
    assert!(matches!(error, Error::Request { reason: RequestError::Transport(_), .. }), "{error:?}");
    assert!(error.to_string().ends_with("the transport `Canned` has no response left"), "{error}");
    assert_eq!((canned.requests().len(), error.is_retryable()), (1, false));
    let throttled = Response::builder().status(503).header("retry-after", "0").body(bytes::Bytes::new());
    let canned = Canned::new([throttled.expect("a response")]);
    let client = Client::new(config(canned.clone()).attempts(3));
    let error = client.store_articles().id("chair").count(1).send().await.expect_err("throttled");
    assert_eq!((error.status(), canned.requests().len()), (Some(503), 2), "{error:?}");
}

fn pair(uri: &str, body: &'static str) -> (Request<bytes::Bytes>, Response<bytes::Bytes>) {
    let request = Request::post(uri).header("content-type", "application/json").body(body.into());
    (request.expect("a request"), Response::new(r#"{"total":7}"#.into()))
}

#[tokio::test]
async fn requests_are_compared_with_the_expected_ones() {
    let uri = "http://test/articles/chair/store";
    let canned = Canned::expect([pair(uri, r#"{ "count": 4 }"#)]);
    let client = Client::new(config(canned.clone()));
    client.store_articles().id("chair").count(4).send().await.expect("stored");
    canned.assert_requests_match(&[]);
}

#[tokio::test]
#[should_panic(expected = "body of request 0 is\n{\"count\":4}\nexpected\n{\"count\":5}")]
async fn a_request_with_another_body_does_not_match() {
    let canned = Canned::expect([pair("http://test/articles/chair/store", r#"{"count":5}"#)]);
    let client = Client::new(config(canned.clone()));
    client.store_articles().id("chair").count(4).send().await.expect("stored");
    canned.assert_requests_match(&["content-type"]);
}
