//! The initial frame of RPC protocols, and missing ones.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use golden::streams::Client;
use golden::streams::types::Talk;
use tower::ServiceExt;
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::ServiceSettings;

use crate::frames::{event, said};
use crate::service::Local;
use crate::support::Receiver;

const MEDIA_TYPE: &str = "application/vnd.amazon.eventstream";
const SOON: Duration = Duration::from_millis(50);

type Sender = tokio::sync::mpsc::Sender<Result<Vec<u8>, std::io::Error>>;

/// A body whose frames are sent later.
fn body() -> (Sender, Body) {
    let (sender, frames) = Receiver::channel();
    (sender, Body::from_stream(frames))
}

/// Calls a server with a short timeout.
async fn call(operation: &str, body: Body) -> Response<whitesmith_runtime::server::Body> {
    let settings = ServiceSettings::default().with_body_timeout(SOON);
    let service = golden::streams::server::service(Local::default()).with_settings(settings).without_authentication();
    let request = Request::post("/").header("content-type", MEDIA_TYPE);
    let request = request.header("x-amz-target", format!("Streams.{operation}")).body(body).expect("a request");
    let Ok(response) = service.oneshot(request).await;
    response
}

async fn text(response: Response<whitesmith_runtime::server::Body>) -> String {
    let bytes = axum::body::to_bytes(Body::new(response.into_body()), usize::MAX).await.expect("all there");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_server_does_not_wait_for_an_initial_message_without_members() {
    let (sender, body) = body();
    let answer = tokio::spawn(call("Say", body));
    tokio::time::sleep(2 * SOON).await;
    sender.send(Ok(said("late"))).await.expect("somebody reads");
    drop(sender);
    let answer = answer.await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(text(answer).await.contains("\"count\":1"));
}

#[tokio::test]
async fn a_server_continues_without_optional_members() {
    let (sender, body) = body();
    let answer = call("Chat", body).await;
    assert_eq!(answer.status(), StatusCode::OK);
    tokio::spawn(async move {
        for frame in [event("initial-request", "{\"topic\":\"too late\"}"), said("late")] {
            sender.send(Ok(frame)).await.expect("somebody reads");
        }
    });
    let answer = text(answer).await;
    assert!(answer.contains("late") && !answer.contains("too late"), "{answer}");
}

#[tokio::test]
async fn a_server_fails_if_a_required_member_is_missing() {
    let (_sender, body) = body();
    assert_eq!(call("Converse", body).await.status(), StatusCode::REQUEST_TIMEOUT);
}

/// Calls a server whose requests have a megabyte of memory together.
async fn call_small(operation: &str, body: impl Into<Body>) -> (StatusCode, String) {
    let settings = ServiceSettings::default().with_total_memory(1 << 20).with_body_timeout(20 * SOON);
    let service = golden::streams::server::service(Local::default()).with_settings(settings).without_authentication();
    let request = Request::post("/").header("content-type", MEDIA_TYPE);
    let request = request.header("x-amz-target", format!("Streams.{operation}")).body(body.into());
    let Ok(response) = service.oneshot(request.expect("a request")).await;
    (response.status(), text(response).await)
}

#[tokio::test]
async fn incomplete_frames_count_toward_the_memory_of_all_requests() {
    let mut frame = event("initial-request", &format!("{{\"topic\":\"{}\"}}", "x".repeat(1_500_000)));
    frame.pop();
    for operation in ["Chat", "Converse"] {
        let (sender, body) = body();
        sender.send(Ok(frame.clone())).await.expect("there is room");
        assert_eq!(call_small(operation, body).await.0, StatusCode::SERVICE_UNAVAILABLE, "{operation}");
    }
    // Later frames end the stream.
    let (_, body) = call_small("Say", [said("hello"), frame].concat()).await;
    assert!(body.contains("too much memory"), "{body}");
}

#[tokio::test]
async fn memory_of_events_is_available_again_after_them() {
    let events = said("hello").repeat(100_000);
    assert!(events.len() > 4 << 20);
    let pieces: Vec<_> = events.chunks(50_000).map(<[u8]>::to_vec).collect();
    let (sender, body) = body();
    tokio::spawn(async move {
        for piece in pieces {
            let _ = sender.send(Ok(piece)).await;
        }
    });
    let (status, body) = call_small("Say", body).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(body.contains("100000"), "{body}");
}

/// A client with a short timeout, and a sender for the frames of the response.
async fn client() -> (Client, Sender) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let (sender, body) = body();
    let body = std::sync::Mutex::new(Some(body));
    let answer = move || {
        let body = body.lock().expect("not poisoned").take().unwrap_or_default();
        std::future::ready(Response::builder().header("content-type", MEDIA_TYPE).body(body).expect("good parts"))
    };
    let answer = std::sync::Arc::new(answer);
    let app = axum::Router::new().fallback(move || answer());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let config = Config::new().endpoint_url(format!("http://{address}")).protocol(ProtocolId::AwsJson1_1).unsigned();
    (Client::new(config.attempts(1).attempt_timeout(10 * SOON)), sender)
}

#[tokio::test]
async fn a_client_does_not_wait_for_an_initial_message_without_members() {
    let (client, sender) = client().await;
    let output = tokio::time::timeout(5 * SOON, client.listen().count(1).send()).await;
    let mut talk = output.expect("at once").expect("a head").talk;
    sender.send(Ok(said("late"))).await.expect("somebody reads");
    assert!(matches!(talk.try_next().await, Ok(Some(Talk::Said(_)))));
}

#[tokio::test]
async fn a_client_continues_without_optional_members() {
    let (client, sender) = client().await;
    let mut output = client.chat().talk(Vec::new()).send().await.expect("a head");
    assert_eq!(output.topic, None);
    sender.send(Ok(said("late"))).await.expect("somebody reads");
    assert!(matches!(output.talk.try_next().await, Ok(Some(Talk::Said(_)))));
}

#[tokio::test]
async fn a_client_fails_if_a_required_member_is_missing() {
    let (client, _sender) = client().await;
    let error = client.converse().room("here").talk(Vec::new()).send().await.expect_err("nothing came");
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
}

#[tokio::test]
async fn optional_members_are_read_if_present() {
    let (client, sender) = client().await;
    sender.send(Ok(event("initial-response", "{\"topic\":\"tea\"}"))).await.expect("somebody reads");
    let output = client.chat().talk(Vec::new()).send().await.expect("a head");
    assert_eq!(output.topic.as_deref(), Some("tea"));
}
