//! Responses of services that stand in for those of AWS.

use std::net::SocketAddr;

use golden::shapes::operations::{EchoBindings, EchoTypes};
use golden::{depot, shapes as echo, storage};
use http::request::Builder;
use http::{Request, Response};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Fault, Missing};

use super::{run, send};

/// MD5 of `<Delete`, in base64.
const MD5: &str = "lc+uAhGmLd2IM2WcV6i/kA==";

/// Errors by the path of the request.
#[allow(clippy::needless_pass_by_value, reason = "functions for missing operations own the request")]
fn fault(missing: Missing) -> Fault {
    match missing.head().uri.path() {
        "/maps" => Fault::new(404, "NoSuchBucket", "The bucket <maps> does not exist"),
        _ => Fault::internal("disk full"),
    }
}

async fn s3() -> SocketAddr {
    run(storage::server::partial(()).otherwise(fault).without_authentication().aws_style()).await
}

fn header<'r>(response: &'r Response<String>, name: &str) -> Option<&'r str> {
    response.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Returns the text of an element.
fn text<'b>(body: &'b str, name: &str) -> Option<&'b str> {
    let rest = body.split_once(&format!("<{name}>"))?.1;
    rest.split_once(&format!("</{name}>")).map(|(text, _)| text)
}

#[tokio::test]
async fn errors_of_s3_contain_the_resource_and_the_ids_of_the_headers() {
    let response = send(s3().await, Request::get("/maps"), "").await;
    let (id, host_id) = (header(&response, "x-amz-request-id"), header(&response, "x-amz-id-2"));
    assert_eq!((response.status().as_u16(), header(&response, "x-amzn-requestid")), (404, None));
    let body = response.body();
    assert!(body.contains("<Error><Code>NoSuchBucket</Code><Message>The bucket &lt;maps&gt; does not exist"), "{body}");
    assert_eq!(text(body, "Resource"), Some("/maps"));
    assert!(id.is_some() && text(body, "RequestId") == id, "{response:?}");
    assert!(host_id.is_some() && text(body, "HostId") == host_id, "{response:?}");
    let in_host = send(s3().await, Request::get("/").header("host", "maps.localhost"), "").await;
    assert_eq!(text(in_host.body(), "Resource"), Some("/maps"));
}

#[tokio::test]
async fn modeled_errors_of_s3_contain_the_resource_too() {
    async fn lost(_: storage::types::ListObjectsInput) -> Result<storage::types::ListObjectsOutput, Lost> {
        Err(storage::types::NoSuchBucket::builder().message("lost").build().map_err(Fault::internal)?.into())
    }
    type Lost = storage::errors::ListObjectsError;
    let functions = storage::server::partial(()).operation(storage::operations::ListObjects, lost);
    let address = run(functions.otherwise(fault).without_authentication().aws_style()).await;
    let response = send(address, Request::get("/maps"), "").await;
    let found = (response.status().as_u16(), text(response.body(), "Code"), text(response.body(), "Resource"));
    assert_eq!(found, (404, Some("NoSuchBucket"), Some("/maps")), "{response:?}");
}

#[tokio::test]
async fn errors_of_the_runtime_have_the_codes_of_s3() {
    async fn delete(_: storage::types::DeleteObjectsInput) -> Result<storage::types::DeleteObjectsOutput, Fault> {
        Err(Fault::not_implemented("DeleteObjects"))
    }
    async fn complete(_: storage::types::CompleteUploadInput) -> Result<storage::types::CompleteUploadOutput, Fault> {
        Err(Fault::not_implemented("CompleteUpload"))
    }

    let address = s3().await;
    let too_large = vec![b'a'; 3 << 20];
    let cases: [(Builder, &[u8], u16, &str); 4] = [
        (Request::get("/other"), b"", 500, "InternalError"),
        (Request::patch("/maps/a"), b"", 405, "MethodNotAllowed"),
        (Request::post("/maps?delete").header("content-md5", MD5), b"<Delete", 400, "MalformedXML"),
        (Request::post("/maps/a?uploadId=7"), &too_large, 400, "MaxMessageLengthExceeded"),
    ];
    let functions = storage::server::partial(()).operation(storage::operations::CompleteUpload, complete);
    let functions = functions.operation(storage::operations::DeleteObjects, delete);
    let implemented = run(functions.otherwise(fault).without_authentication().aws_style()).await;
    for (request, body, status, code) in cases {
        let address = if code.starts_with('M') && status == 400 { implemented } else { address };
        let response = send(address, request, body.to_vec()).await;
        assert_eq!((response.status().as_u16(), text(response.body(), "Code")), (status, Some(code)), "{response:?}");
    }
}

#[tokio::test]
async fn responses_to_head_have_no_body() {
    async fn describe(_: depot::types::DescribeObjectInput) -> Result<depot::types::DescribeObjectOutput, Fault> {
        Err(Fault::new(404, "NotFound", "Not found"))
    }
    use depot::operations::DescribeObject;
    use tower::ServiceExt;
    let service = depot::server::partial(()).operation(DescribeObject, describe).otherwise(Fault::not_implemented);
    let service = service.without_authentication().aws_style();
    // Calls the service directly, because an HTTP server may omit the body itself.
    let request = Request::head("/maps/a").body(http_body_util::Empty::<bytes::Bytes>::new()).expect("a request");
    let Ok(response) = service.clone().oneshot(request).await;
    assert_eq!(response.status().as_u16(), 404);
    assert_eq!(http_body::Body::size_hint(response.body()).exact(), Some(0));
    let response = send(run(service).await, Request::head("/maps/a"), "").await;
    assert_eq!((response.status().as_u16(), header(&response, "content-length")), (404, None), "{response:?}");
    assert!(header(&response, "x-amz-request-id").is_some() && header(&response, "x-amz-id-2").is_some());
}

async fn types(_: echo::types::EchoTypesInput) -> Result<echo::types::EchoTypesOutput, Fault> {
    Err(Fault::internal("disk full"))
}

async fn bindings(_: echo::types::EchoBindingsInput) -> Result<echo::types::EchoBindingsOutput, Fault> {
    Err(Fault::internal("disk full"))
}

#[tokio::test]
async fn query_services_have_the_common_errors_of_aws() {
    let form = || Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    for (protocol, expected) in [
        (ProtocolId::AwsQuery, ["ValidationError", "InvalidAction", "MalformedInput", "InternalFailure"]),
        (ProtocolId::Ec2Query, ["MissingParameter", "InvalidAction", "InvalidParameterValue", "InternalError"]),
    ] {
        let functions = echo::server::partial(()).operation(EchoBindings, bindings).operation(EchoTypes, types);
        let service = functions.otherwise(Fault::not_implemented).with_protocols(&[protocol]).aws_style();
        let address = run(service).await;
        let bodies = [
            "Action=EchoBindings&label=a&Label=a",
            "Action=Other",
            "Action=EchoBindings&number=x&Number=x",
            "Action=EchoTypes",
        ];
        for (body, code) in bodies.into_iter().zip(expected) {
            let response = send(address, form(), body).await;
            let status = if body == "Action=EchoTypes" { 500 } else { 400 };
            let found = (response.status().as_u16(), text(response.body(), "Code"));
            assert_eq!(found, (status, Some(code)), "{protocol}: {response:?}");
            assert!(header(&response, "x-amzn-requestid").is_some());
        }
    }
}

#[tokio::test]
async fn json_services_keep_the_errors_of_their_protocol() {
    let functions = echo::server::partial(()).operation(EchoBindings, bindings);
    let address = run(functions.otherwise(Fault::not_implemented).aws_style()).await;
    let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
    let response = send(address, request.header("x-amz-target", "Shapes.EchoBindings"), "{}").await;
    assert_eq!(response.status().as_u16(), 400);
    assert!(response.body().contains("ValidationException"), "{response:?}");
}
