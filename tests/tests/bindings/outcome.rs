//! `Outcome` for layers, and `RequestContext` in tests.

use axum::body::Body;
use axum::http::{Request, Response};
use golden::shapes::errors::EchoBindingsError;
use golden::shapes::operations::EchoBindings;
use golden::shapes::server::Shapes;
use golden::shapes::{schema, types as t};
use tower::ServiceExt;
use tower::util::MapResponseLayer;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{self, Fault, Outcome, RequestContext};

use super::client_at;
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

/// Returns what the label selects: an output or error that some protocols cannot send.
async fn unwritable(input: t::EchoBindingsInput) -> Result<t::EchoBindingsOutput, EchoBindingsError> {
    let (output, error) = (t::EchoBindingsOutput::builder(), t::Teapot::builder());
    Ok(match input.label.as_str() {
        "header" => output.header("a\nb").build()?,
        "body" => output.body("\u{1}").build()?,
        "error-header" => return Err(error.spout("a\nb").build()?.into()),
        "error-body" => return Err(error.message("\u{1}").build()?.into()),
        status => output.status(status.parse::<i32>().expect("a number")).build()?,
    })
}

#[tokio::test]
async fn outputs_and_errors_that_cannot_be_sent_are_internal_failures_that_layers_see() {
    const STATUS: &str = "member `status` is the status of the response and must be from 200 to 599";
    const HEADER: &str = "has characters that a header does not allow";
    const XML: &str = "has characters that XML does not allow";
    let (rest, ec2) = ([ProtocolId::RestJson1, ProtocolId::RestXml], ProtocolId::Ec2Query);
    let xml = [ProtocolId::RestXml, ProtocolId::AwsQuery, ec2];
    for (protocols, label, message) in [
        (&rest[..], "header", format!("member `header` {HEADER}")),
        (&rest, "-5", STATUS.to_owned()),
        (&rest, "0", STATUS.to_owned()),
        (&rest, "199", STATUS.to_owned()),
        (&rest, "600", STATUS.to_owned()),
        (&rest, "70000", STATUS.to_owned()),
        (&rest, "error-header", format!("Teapot: member `spout` {HEADER}")),
        (&xml, "body", format!("member `body` {XML}")),
        (&xml, "error-body", format!("Teapot: member `message` {XML}")),
    ] {
        for protocol in protocols {
            let (seen, outcomes) = std::sync::mpsc::channel();
            let layer = MapResponseLayer::new(move |response: Response<server::Body>| {
                let outcome = response.extensions().get::<Outcome>().expect("the operation is known");
                seen.send(outcome.failure().cloned().expect("a failure")).expect("received");
                response
            });
            let functions = golden::shapes::server::partial(()).operation(EchoBindings, unwritable);
            let service = functions.otherwise(Fault::not_implemented).with_protocols(&[*protocol]);
            let client = client_at(tower::Layer::layer(&layer, service), *protocol).await;
            let error = client.echo_bindings().label(label).path("x").send().await.expect_err("not sent");
            assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")), "{protocol} {label}");
            let failure = outcomes.recv().expect("a failure");
            assert_eq!((failure.code(), failure.message()), ("InvalidOutput", Some(&*message)), "{protocol} {label}");
        }
    }
}

/// An output with the status that the label names, and members in a header and in the body.
async fn with_status(input: t::EchoBindingsInput) -> Result<t::EchoBindingsOutput, EchoBindingsError> {
    let status = input.label.parse::<i32>().expect("a number");
    Ok(t::EchoBindingsOutput::builder().status(status).header("kept").body("content").build()?)
}

#[tokio::test]
async fn responses_without_content_have_no_body_and_no_content_type() {
    for protocol in [ProtocolId::RestJson1, ProtocolId::RestXml] {
        for (status, has_content) in [("200", true), ("204", false), ("205", false), ("304", false), ("404", true)] {
            let functions = golden::shapes::server::partial(()).operation(EchoBindings, with_status);
            let service = functions.otherwise(Fault::not_implemented).with_protocols(&[protocol]);
            let request = Request::put(format!("/bindings/{status}/to/x?fixed=yes")).body(Body::empty());
            let Ok(response) = service.oneshot(request.expect("a request")).await;
            let (head, body) = response.into_parts();
            let body = axum::body::to_bytes(Body::new(body), usize::MAX).await.expect("all there");
            assert_eq!(head.status.as_str(), status, "{protocol}");
            assert_eq!(head.headers["x-text"], "kept", "{protocol} {status}");
            let found = (head.headers.contains_key("content-type"), String::from_utf8_lossy(&body).contains("content"));
            assert_eq!(found, (has_content, has_content), "{protocol} {status}");
        }
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
