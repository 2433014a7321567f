//! Builders and calls that are used several times, and calls without `send`.

use golden::archive;
use golden::queues::operation::send_message::SendMessageInput;
use golden::queues::types::Route;
use golden::queues::types::builders::RouteBuilder;
use golden::storage::operations::PutObject;
use golden::{queues, shop};

use super::support::{Server, response};

async fn server() -> Server {
    Server::start([response("200 OK", "", r#"{"MessageId":"m-1"}"#)]).await
}

#[tokio::test]
async fn a_call_is_the_template_of_others() {
    let server = server().await;
    let config = queues::config::Config::builder().endpoint_url(server.url()).region(queues::config::Region::new("x"));
    let config = config.credentials_provider(queues::config::Credentials::new("id", "secret", None, None, "test"));
    let client = queues::Client::from_conf(config.build());
    let base = client.send_message().queue_url("q").attributes("urgent", "yes");
    for body in ["one", "two"] {
        base.clone().body(body).send().await.expect("sent");
    }
    base.body("three").await.expect("sent");
    for (request, body) in server.requests().iter().zip(["one", "two", "three"]) {
        assert!(request.contains(&format!(r#""Body":"{body}""#)) && request.contains("urgent"), "{request}");
    }
}

#[tokio::test]
async fn customized_calls_are_cloned_with_their_settings() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = archive::Client::new(server.config().unsigned());
    let call = client.describe().customize().header("x-team", "harbour");
    call.clone().send().await.expect("sent");
    call.send().await.expect("sent");
    client.describe().await.expect("sent without `send`");
    let teams: Vec<bool> = server.requests().iter().map(|request| request.contains("x-team: harbour")).collect();
    assert_eq!(teams, [true, true, false]);
}

#[test]
fn builders_are_cloned_with_what_they_refused() {
    let base = shop::types::PlaceOrderInput::builder().postcode("bad");
    let copy = base.clone();
    assert_eq!(base.build().expect_err("invalid"), copy.build().expect_err("invalid"));
}

#[test]
fn builders_have_a_default() {
    assert_eq!(RouteBuilder::default().cost(4).build(), Route::builder().cost(4).build());
    let error = SendMessageInput::builder().build().expect_err("members are missing");
    let of_default = queues::operation::send_message::builders::SendMessageInputBuilder::default().build();
    assert_eq!(of_default.expect_err("members are missing"), error);
}

#[test]
fn operations_have_names_in_debug_output() {
    assert_eq!(format!("{PutObject:?}"), "PutObject");
}
