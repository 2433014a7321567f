//! Error documents in responses with the status 200, as S3 sends them.

use golden::depot::Client;
use golden::depot::errors::CompleteUploadError;
use whitesmith_runtime::client::{Canned, Config, Error};
use whitesmith_runtime::operation::OperationError;

use super::support::{config, response, scripted};

const FAILED: &str = "<?xml version=\"1.0\"?>\n\n<Error><Code>InternalError</Code><Message>m</Message>\
                      <RequestId>R1</RequestId></Error>";
const DONE: &str = "<CompleteUploadResult><ETag>\"e\"</ETag></CompleteUploadResult>";

/// A client that receives these bodies with the status 200, and the transport that counts its requests.
fn client(bodies: &[&str]) -> (Client, Canned) {
    let canned = Canned::new(bodies.iter().map(|body| http::Response::new((*body).to_owned().into())));
    let config = Config::new().endpoint_url("http://test").unsigned();
    (Client::new(config.transport(canned.clone())), canned)
}

/// Code of an error. `None` for an output.
fn code<T, E: OperationError>(result: Result<T, Error<E>>) -> String {
    result.err().and_then(|error| error.code().map(str::to_owned)).unwrap_or_default()
}

#[tokio::test]
async fn an_error_document_with_status_200_is_tried_again_over_a_socket() {
    let answers = vec![response("200 OK", "", FAILED), response("200 OK", "", DONE)];
    let (address, server) = scripted(answers).await;
    let call = Client::new(config(address).attempts(3)).complete_upload().bucket("b").key("k");
    assert_eq!(call.send().await.expect("the second answer").e_tag.as_deref(), Some("\"e\""));
    assert_eq!(server.await.expect("the server").len(), 2);
}

#[tokio::test]
async fn an_error_document_with_status_200_is_the_modeled_error() {
    let (client, canned) = client(&["<Error><Code>NoSuchUpload</Code><Message>gone</Message></Error>"]);
    let error = client.complete_upload().bucket("b").key("k").send().await.expect_err("an error");
    assert!(matches!(error.as_service_error(), Some(CompleteUploadError::NoSuchUpload(_))), "{error:?}");
    assert_eq!((error.message(), error.is_retryable()), (Some("gone"), false));
    assert_eq!(canned.requests().len(), 1);
}

#[tokio::test]
async fn every_kind_of_output_is_checked_for_error_documents() {
    let (client, _) = client(&[FAILED; 15]);
    let codes = [
        code(client.copy_object().bucket("b").key("k").send().await),
        code(client.delete_object().bucket("b").key("k").send().await),
        code(client.get_location().bucket("b").send().await),
        code(client.get_policy().bucket("b").send().await),
        code(client.list_parts().bucket("b").key("k").send().await),
    ];
    assert_eq!(codes, ["InternalError"; 5]);
}

#[tokio::test(start_paused = true)]
async fn error_documents_are_found_in_each_spelling() {
    for (body, expected) in [
        ("\u{feff}<Error><Code>SlowDown</Code></Error>", "SlowDown"),
        (" \n \n<?xml version='1.0'?><!-- late --><Error><Code>SlowDown</Code></Error>", "SlowDown"),
        ("<?a b?><s:Error xmlns:s='http://s/'><s:Code> SlowDown\n</s:Code></s:Error>", "SlowDown"),
        ("<Error xmlns='http://s3.amazonaws.com/doc/2006-03-01/'><Code>SlowDown</Code>", "SlowDown"),
        ("<ErrorResponse><RequestId>R</RequestId><Error><Code>SlowDown</Code></Error></ErrorResponse>", "SlowDown"),
        // Errors without a code.
        ("<Error/>", ""),
        ("<Error><Message>m</Message></Error>", ""),
    ] {
        let (client, canned) = client(&[body; 6]);
        let upload = client.complete_upload().bucket("b").key("k").send().await.expect_err(body);
        assert_eq!(upload.code().unwrap_or_default(), expected, "{body}");
        assert_eq!(canned.requests().len(), if expected.is_empty() { 1 } else { 3 }, "{body}: {upload:?}");
        assert!(client.get_policy().bucket("b").send().await.is_err(), "{body}");
    }
}

#[tokio::test]
async fn the_content_of_a_stream_is_not_searched_for_errors() {
    let (client, _) = client(&[FAILED]);
    let object = client.get_object().bucket("b").key("k").send().await.expect("an object");
    assert_eq!(object.body.collect(1024).await.expect("its content"), FAILED);
}

#[tokio::test]
async fn a_document_of_another_name_is_not_an_output() {
    let (client, _) = client(&["<html><body>Sign in</body></html>"; 4]);
    let error = client.complete_upload().bucket("b").key("k").send().await.expect_err("another document");
    assert!(matches!(error, Error::Response { status: 200, .. }), "{error:?}");
    assert!(error.to_string().contains("the root element is not CompleteUploadResult"), "{error}");
    assert!(client.copy_object().bucket("b").key("k").send().await.is_err());
    assert!(client.get_location().bucket("b").send().await.is_err());
}

#[tokio::test]
async fn a_document_may_have_the_name_of_the_output_shape() {
    let (client, _) = client(&["<CompleteUploadOutput><ETag>e</ETag></CompleteUploadOutput>"]);
    let output = client.complete_upload().bucket("b").key("k").send().await.expect("an output");
    assert_eq!(output.e_tag.as_deref(), Some("e"));
}
