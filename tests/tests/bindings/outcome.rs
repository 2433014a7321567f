//! `Outcome` for layers, and `RequestContext` in tests.

use axum::body::Body;
use axum::http::{Request, Response};
use golden::shapes::server::Shapes;
use golden::shapes::{schema, types as t};
use tower::ServiceExt;
use whitesmith_runtime::server::{self, Outcome, RequestContext};

use super::echo::Echo;

/// Calls `EchoBindings` with a label that selects the result.
async fn call(body: &str) -> Response<server::Body> {
    let request = Request::post("/").header("x-amz-target", "Shapes.EchoBindings");
    let request = request.header("content-type", "application/x-amz-json-1.1").body(Body::from(body.to_owned()));
    let Ok(response) = golden::shapes::server::service(Echo).oneshot(request.expect("a request")).await;
    response
}

/// Name of the operation, and code and message of the error.
fn outcome(response: &Response<server::Body>) -> (&str, Option<(&str, Option<&str>)>) {
    let outcome = response.extensions().get::<Outcome>().expect("the operation is known");
    assert_eq!(response.headers()["x-amzn-requestid"], outcome.request_id());
    (outcome.operation_name(), outcome.failure().map(|failure| (failure.code(), failure.message())))
}

#[tokio::test]
async fn internal_errors_are_visible_to_layers_but_not_to_callers() {
    for (label, code, message) in
        [("unhandled", "NoRoom", "the disk is full"), ("panic", "Panic", "as the test wants it")]
    {
        let response = call(&format!("{{\"label\":\"{label}\",\"path\":\"x\"}}")).await;
        assert_eq!(outcome(&response), ("EchoBindings", Some((code, Some(message)))));
        let body = axum::body::to_bytes(Body::new(response.into_body()), usize::MAX).await.expect("all there");
        let body = String::from_utf8_lossy(&body);
        assert!(body.contains("InternalFailure") && !body.contains(message) && !body.contains(code), "{body}");
    }
}

#[tokio::test]
async fn layers_get_the_operation_of_accepted_and_rejected_requests() {
    for (body, status) in
        [(r#"{"label":"a","path":"x"}"#, 200), (r#"{"label":"busy","path":"x"}"#, 503), ("{}", 400), ("[]", 400)]
    {
        let response = call(body).await;
        assert_eq!((response.status().as_u16(), outcome(&response)), (status, ("EchoBindings", None)), "{body}");
    }
}

#[tokio::test]
async fn an_implementation_can_be_called_without_a_server() {
    let context = RequestContext::new(&schema::ECHO_BINDINGS, Request::new(()).into_parts().0);
    assert_eq!((context.operation_name(), context.request_id().len()), ("EchoBindings", 36));
    let output = Echo
        .echo_bindings(t::EchoBindingsInput::builder().label("a").path("x").build().expect("valid"), context)
        .await
        .expect("echoed");
    assert_eq!(output.label.as_deref(), Some("a"));
}
