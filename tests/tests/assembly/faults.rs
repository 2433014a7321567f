//! Errors that the model does not list, and headers of responses.

use golden::shapes::errors::EchoBindingsError;
use golden::shapes::operations::EchoBindings;
use golden::shapes::{server, types};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};
use whitesmith_runtime::server::{Fault, PartialService, RequestContext};

use super::{PROTOCOLS, run, shapes};

async fn echo(
    context: RequestContext,
    input: types::EchoBindingsInput,
) -> Result<types::EchoBindingsOutput, EchoBindingsError> {
    if input.label == "gone" {
        let fault = Fault::new(410, "QueueDeletedRecently", "try again in 60 seconds");
        return Err(fault.with_header(RETRY_AFTER, 60.into()).into());
    }
    if input.label == "far" {
        types::Limited::try_from(9)?;
    }
    context.add_response_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    context.add_response_header(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    // As of a response of another server that is passed on.
    context.add_response_header(http::header::CONTENT_LENGTH, 3.into());
    context.add_response_header(http::header::CONNECTION, HeaderValue::from_static("close"));
    Ok(types::EchoBindingsOutput::builder().label(input.label).build()?)
}

#[tokio::test]
async fn faults_have_their_status_code_and_message_in_every_protocol() {
    let address = run(server::partial(()).operation(EchoBindings, echo).otherwise(Fault::not_implemented)).await;
    for protocol in PROTOCOLS {
        let call = shapes(address, protocol).echo_bindings().label("gone").path("x");
        let error = call.send().await.expect_err("a fault");
        let found = (error.status(), error.code(), error.message());
        let expected = (Some(410), Some("QueueDeletedRecently"), Some("try again in 60 seconds"));
        assert_eq!(found, expected, "{protocol}: {error}");
        let info = error.info().expect("a response");
        assert_eq!(info.headers()["retry-after"], "60", "{protocol}");
    }
}

#[tokio::test]
async fn values_that_violate_constraints_are_internal_errors() {
    let address = run(server::partial(()).operation(EchoBindings, echo).otherwise(Fault::not_implemented)).await;
    let call = shapes(address, PROTOCOLS[0]).echo_bindings().label("far").path("x").customize().attempts(1);
    let error = call.send().await.expect_err("above the maximum");
    assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")), "{error}");
    let error = EchoBindingsError::from(types::Limited::try_from(9).expect_err("above the maximum"));
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert!(source.is_some_and(|source| source.contains("between 1 and 5")), "{error:?}");
}

/// Sends a request of `awsJson1_1`, and returns the headers of the response.
async fn headers(service: impl Fn() -> PartialService<()>) -> HeaderMap {
    let address = run(service().otherwise(Fault::not_implemented)).await;
    let request = http::Request::post(format!("http://{address}/"))
        .header("x-amz-target", "Shapes.EchoBindings")
        .header("content-type", "application/x-amz-json-1.1");
    let body = http_body_util::Full::new(bytes::Bytes::from(r#"{"label":"a","path":"x"}"#));
    let client = hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new()).build_http();
    let response = client.request(request.body(body).expect("a request")).await.expect("a response");
    assert_eq!(response.status(), 200);
    response.headers().clone()
}

#[tokio::test]
async fn implementations_add_headers_that_the_protocol_does_not_set() {
    let found = headers(|| server::partial(()).operation(EchoBindings, echo)).await;
    assert_eq!(found["cache-control"], "no-store");
    assert_eq!(found["content-type"], "application/x-amz-json-1.1");
    assert!(!found.contains_key("connection") && found["content-length"] != "3", "{found:?}");
}

#[tokio::test]
async fn errors_of_other_services_are_not_sent_to_the_caller() {
    let refuse = |_: types::EchoBindingsInput| async {
        Err::<types::EchoBindingsOutput, _>(Fault::new(403, "AccessDenied", "role/backend is not authorized"))
    };
    let upstream = run(server::partial(()).operation(EchoBindings, refuse).otherwise(Fault::not_implemented)).await;
    let forward = move |input: types::EchoBindingsInput| async move {
        let sent = shapes(upstream, PROTOCOLS[0]).echo_bindings().label("a").path("x").send().await;
        let error = sent.expect_err("refused").into_service_error();
        let EchoBindingsError::Unhandled(error) = error else { panic!("not modeled") };
        assert_eq!(error.status(), Some(403));
        let error = if input.label == "passed on" { error.with_status(403) } else { error };
        Err::<types::EchoBindingsOutput, _>(EchoBindingsError::from(error))
    };
    let address = run(server::partial(()).operation(EchoBindings, forward).otherwise(Fault::not_implemented)).await;
    for protocol in PROTOCOLS {
        let call = async |label: &str| {
            let call = shapes(address, protocol).echo_bindings().label(label).path("x").customize().attempts(1);
            call.send().await.expect_err("refused")
        };
        let (own, passed) = (call("own").await, call("passed on").await);
        assert_eq!((own.status(), own.code()), (Some(500), Some("InternalFailure")), "{protocol}: {own}");
        assert!(!own.to_string().contains("backend"), "{protocol}: {own}");
        assert_eq!((passed.status(), passed.code()), (Some(403), Some("AccessDenied")), "{protocol}: {passed}");
    }
}

async fn with_headers(_: types::EchoBindingsInput) -> Result<(HeaderMap, types::EchoBindingsOutput), Fault> {
    let headers = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("max-age=60"))]);
    Ok((headers, types::EchoBindingsOutput::builder().build().map_err(Fault::internal)?))
}

#[tokio::test]
async fn functions_return_headers_before_the_output() {
    let found = headers(|| server::partial(()).operation(EchoBindings, with_headers)).await;
    assert_eq!(found["cache-control"], "max-age=60");
}
