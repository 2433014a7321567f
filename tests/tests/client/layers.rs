//! Functions and layers that see the requests of a client.

use std::sync::{Arc, Mutex};

use golden::archive::Client;
use tower::ServiceBuilder;
use whitesmith_runtime::client::{CallInfo, Credentials, Error, RequestBody, RequestError};

use super::support::{Server, chain, header, response};

#[tokio::test]
async fn headers_that_are_added_before_signing_are_signed() {
    let busy = response("503 Busy", "retry-after: 0\r\n", "");
    let server = Server::start([busy, response("200 OK", "", "{}")]).await;
    let config = server.config().credentials(Credentials::new("id", "secret")).before_signing(|head, call| {
        let value = format!("{} {} {}", call.service(), call.operation(), call.attempt());
        head.headers.insert("x-call", value.try_into()?);
        Ok(())
    });
    Client::new(config).describe().send().await.expect("described");
    for (number, request) in server.requests().iter().enumerate() {
        let expected = format!("example.archive#Archive Describe {}", number + 1);
        assert_eq!(header(request, "x-call"), Some(expected.as_str()));
        assert!(header(request, "authorization").is_some_and(|value| value.contains(";x-call")), "{request}");
    }
}

#[tokio::test]
async fn an_error_before_signing_ends_the_call() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let config = server.config().unsigned().before_signing(|_, _| Err("not today".into()));
    let error = Client::new(config).describe().send().await.expect_err("refused");
    assert!(matches!(error, Error::Request { reason: RequestError::Layer(_), .. }), "{error:?}");
    assert!(chain(&error).ends_with("before_signing failed: not today"), "{}", chain(&error));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn layers_see_signed_requests_and_their_calls_from_the_outside_in() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let layer = |name: &'static str| {
        let seen = Arc::clone(&seen);
        let record = move |request: http::Request<RequestBody>| {
            let call = request.extensions().get::<CallInfo>().expect("a call").operation();
            let is_signed = request.headers().contains_key("authorization");
            seen.lock().expect("not poisoned").push(format!("{name} {call} {is_signed}"));
            request
        };
        ServiceBuilder::new().map_request(record).into_inner()
    };
    let config = server.config().credentials(Credentials::new("id", "secret"));
    let client = Client::new(config.layer(layer("outer")).layer(layer("inner")));
    client.describe().send().await.expect("described");
    client.describe().customize().attempts(1).send().await.expect("described");
    let seen = seen.lock().expect("not poisoned");
    assert_eq!(*seen, ["outer Describe true", "inner Describe true"].repeat(2));
}
