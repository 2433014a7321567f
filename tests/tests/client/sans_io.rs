//! Calls whose requests the caller sends.

use golden::archive::Client;
use golden::archive::errors::CheckError;
use http::Response;
use http_body_util::Full;
use whitesmith_runtime::client::{Config, Credentials};
use whitesmith_runtime::types::ByteStream;

fn client() -> Client {
    let config = Config::new().region("eu-central-1").endpoint_url("http://archive.test");
    Client::new(config.credentials(Credentials::new("id", "secret")))
}

fn answer(status: u16, body: &'static str) -> http::response::Builder {
    let _ = body;
    Response::builder().status(status)
}

#[tokio::test]
async fn a_request_is_signed_and_its_response_read_without_a_transport() {
    let (request, reader) =
        client().describe().customize().header("x-team", "harbour").sign().await.expect("signed").into_parts();
    assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("GET", "http://archive.test/sheet"));
    let signed = request.headers()["authorization"].to_str().expect("text");
    assert!(signed.contains("x-team"), "{signed}");
    let response = answer(200, "{}").header("expires", "0").header("x-amzn-requestid", "R1");
    let response = reader.read(response.body(Full::new("{}".into())).expect("a response")).await.expect("read");
    assert_eq!((response.info.request_id(), response.info.status()), (Some("R1"), 200));
}

#[tokio::test]
async fn an_error_of_the_service_is_read_like_that_of_a_call() {
    let signed = client().check().customize().sign().await.expect("signed");
    let (_, reader) = signed.into_parts();
    let response = answer(400, "").header("x-amzn-errortype", "Refused");
    let response = response.body(Full::new(r#"{"message":"no"}"#.into())).expect("a response");
    let error = reader.read(response).await.expect_err("refused");
    assert!(matches!(error.as_service_error(), Some(CheckError::Refused(_))), "{error:?}");
}

#[tokio::test]
async fn a_stream_is_the_body_of_the_request() {
    let call = client().store().content(ByteStream::from("123456789"));
    let (request, _) = call.customize().sign().await.expect("signed").into_parts();
    assert_eq!(request.headers()["x-amz-checksum-crc32"], "y/Q5Jg==");
    assert_eq!(request.into_body().collect(100).await.expect("the body"), "123456789");
}

#[tokio::test]
async fn an_invalid_input_is_an_error_before_anything_is_signed() {
    let call = golden::depot::Client::new(Config::new().unsigned()).get_object();
    assert!(call.customize().sign().await.is_err());
}
