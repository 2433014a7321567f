//! How a server with several protocols detects the protocol of a request and rejects invalid ones.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Answer, Call, Dispatch, Service};

use super::echo::Echo;

/// Status, media type and body of the response.
async fn answer(protocols: Option<&[ProtocolId]>, request: Request<Body>) -> (u16, String, String) {
    let service = golden::shapes::server::service(Echo);
    let service = match protocols {
        Some(protocols) => service.with_protocols(protocols),
        None => service,
    };
    let Ok(response) = service.oneshot(request).await;
    let (head, body) = response.into_parts();
    let body = axum::body::to_bytes(Body::new(body), usize::MAX).await.expect("all there");
    let media_type = head.headers.get("content-type").map(|value| value.to_str().expect("text").to_owned());
    (head.status.as_u16(), media_type.unwrap_or_default(), String::from_utf8_lossy(&body).into_owned())
}

fn post(path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let builder = headers.iter().fold(Request::post(path), |builder, (name, value)| builder.header(*name, *value));
    builder.body(Body::from(body.to_owned())).expect("a request")
}

const TARGET: (&str, &str) = ("x-amz-target", "Shapes.Nothing");
const TARGET_ALL: (&str, &str) = ("x-amz-target", "Shapes.EchoTypes");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const RPC: &str = "/service/Shapes/operation/Nothing";
const ALL: &str = "/service/Shapes/operation/EchoTypes";

#[tokio::test]
async fn the_protocol_of_each_request_is_detected() {
    for (request, media_type) in [
        (
            post(ALL, &[("smithy-protocol", "rpc-v2-json"), ("content-type", "application/json")], "{}"),
            "application/json",
        ),
        (post("/", &[TARGET_ALL, ("content-type", "application/x-amz-json-1.0")], "{}"), "application/x-amz-json-1.0"),
        (post("/", &[TARGET_ALL, ("content-type", "application/x-amz-json-1.1")], "{}"), "application/x-amz-json-1.1"),
        (post("/", &[FORM], "Action=Nothing&Version=2026-11-21"), "text/xml"),
        (post("/types", &[("content-type", "application/json")], "{}"), "application/json"),
        (post("/types", &[("content-type", "application/xml")], "<EchoTypesInput/>"), "application/xml"),
    ] {
        let shown = format!("{:?} {:?}", request.uri(), request.headers());
        let (status, found, body) = answer(None, request).await;
        assert_eq!((status, found.as_str()), (200, media_type), "{shown}: {body}");
    }
}

#[tokio::test]
async fn a_request_without_a_body_may_request_response_checksums() {
    for media_type in ["application/json", "application/xml"] {
        let request = Request::get("/items").header("accept", media_type).body(Body::empty()).expect("a request");
        let (status, found, body) = answer(None, request).await;
        assert_eq!((status, found.as_str()), (200, media_type), "{body}");
    }
}

#[tokio::test]
async fn a_form_may_have_another_version_than_the_service() {
    for protocol in [ProtocolId::AwsQuery, ProtocolId::Ec2Query] {
        for (form, status, words) in [
            ("Action=Nothing&Version=2026-11-21", 200, "NothingResponse"),
            ("Version=2026-11-21&Action=Nothing", 200, "NothingResponse"),
            ("Action=Nothing", 200, "NothingResponse"),
            ("Action=Nothing&Version=2020-01-01", 200, "NothingResponse"),
            ("Action=Nothing&Version=", 200, "NothingResponse"),
            ("Action=Other&Version=2026-11-21", 400, "<Code>InvalidAction</Code>"),
        ] {
            let (found, _, body) = answer(Some(&[protocol]), post("/", &[FORM], form)).await;
            assert_eq!((found, body.contains(words)), (status, true), "{form}: {body}");
        }
    }
}

#[tokio::test]
async fn unknown_operations_are_reported_in_each_protocol() {
    for (request, status, media_type, words) in [
        (
            post("/service/Shapes/operation/No", &[("smithy-protocol", "rpc-v2-cbor")], ""),
            404,
            "application/cbor",
            "the path names no operation of the service",
        ),
        (
            post("/service/Other/operation/Nothing", &[("smithy-protocol", "rpc-v2-json")], ""),
            404,
            "application/json",
            "UnknownOperationException",
        ),
        (
            post("/", &[("x-amz-target", "Shapes.No")], "{}"),
            400,
            "application/x-amz-json-1.0",
            r#""__type":"UnknownOperationException""#,
        ),
        (
            post("/", &[("x-amz-target", "Other.Nothing")], "{}"),
            400,
            "application/x-amz-json-1.0",
            r#""__type":"UnknownOperationException""#,
        ),
        (post("/", &[FORM], "Action=No"), 400, "text/xml", "<Code>InvalidAction</Code>"),
        (post("/", &[FORM], ""), 400, "text/xml", "The request has no parameter Action"),
        (
            post("/no", &[("content-type", "application/xml")], "<a/>"),
            404,
            "application/xml",
            "<Code>UnknownOperationException</Code>",
        ),
        (
            post("/no", &[("content-type", "application/json")], "{}"),
            404,
            "application/json",
            "Unknown operation: no operation has the path of the request",
        ),
    ] {
        let shown = format!("{:?} {:?}", request.uri(), request.headers());
        let (found, found_type, body) = answer(None, request).await;
        assert_eq!((found, found_type.as_str()), (status, media_type), "{shown}: {body}");
        assert!(body.contains(words), "{shown}: {body}");
    }
}

#[tokio::test]
async fn text_that_xml_does_not_allow_is_also_rejected_in_json() {
    for string in [r"\u0000", r"\ufffe"] {
        let body = format!("{{\"all\":{{\"string\":\"{string}\"}}}}");
        let (status, _, body) = answer(None, post("/types", &[("content-type", "application/json")], &body)).await;
        assert_eq!(status, 400, "{body}");
    }
}

#[tokio::test]
async fn zero_may_have_a_sign_but_no_fraction() {
    for (value, status) in [("-0", 200), ("0", 200), ("-7", 200), ("-0.0", 400), ("-0e0", 400), ("\"-0\"", 400)] {
        for member in ["byte", "integer", "long"] {
            let body = format!("{{\"all\":{{\"{member}\":{value}}}}}");
            let (found, _, body) = answer(None, post("/types", &[("content-type", "application/json")], &body)).await;
            assert_eq!(found, status, "{member} {value}: {body}");
        }
    }
}

#[tokio::test]
async fn a_body_without_a_value_is_an_output_without_members() {
    for (protocol, body, mark) in [
        (ProtocolId::AwsJson1_0, &b"null"[..], ""),
        (ProtocolId::AwsJson1_0, b"\"\"", ""),
        (ProtocolId::RestJson1, b" null\n", ""),
        (ProtocolId::RpcV2Json, b"null", "rpc-v2-json"),
        (ProtocolId::RpcV2Cbor, b"\xf6", "rpc-v2-cbor"),
    ] {
        let response = axum::http::Response::builder().header("smithy-protocol", mark);
        let canned = Canned::new([response.body(body.to_vec().into()).expect("a response")]);
        let config = Config::new().endpoint_url("http://test").unsigned().transport(canned).protocol(protocol);
        let sent = golden::shapes::Client::new(config).nothing().send().await;
        assert!(sent.is_ok(), "{protocol:?}: {sent:?}");
    }
}

#[tokio::test]
async fn only_utf_8_is_read() {
    let typed =
        |path: &str, media_type: &str, body: &str| post(path, &[TARGET_ALL, ("content-type", media_type)], body);
    for (path, media_type, body) in [
        ("/", "application/x-amz-json-1.1", "{}"),
        ("/", "application/x-www-form-urlencoded", "Action=EchoTypes"),
        ("/types", "application/json", "{}"),
        ("/types", "application/xml", "<EchoTypesInput/>"),
    ] {
        let protocol = match media_type {
            "application/json" => ProtocolId::RestJson1,
            "application/xml" => ProtocolId::RestXml,
            "application/x-amz-json-1.1" => ProtocolId::AwsJson1_1,
            _ => ProtocolId::AwsQuery,
        };
        for (charset, status) in [
            ("; charset=utf-8", 200),
            (";CHARSET=\"UTF-8\"", 200),
            ("; charset=iso-8859-1", 415),
            ("; a=b; charset=\"utf-16\"", 415),
        ] {
            let media_type = format!("{media_type}{charset}");
            let (found, _, body) = answer(Some(&[protocol]), typed(path, &media_type, body)).await;
            assert_eq!(found, status, "{media_type}: {body}");
        }
    }
}

/// Golden services that recognize a request.
fn recognizing(request: &Request<Body>) -> Vec<&'static str> {
    let shapes = golden::shapes::server::service(Echo).matches(request);
    let storage = Service::new(&golden::storage::schema::SERVICE, Unreachable).matches(request);
    [(shapes, "shapes"), (storage, "storage")].into_iter().filter(|found| found.0).map(|found| found.1).collect()
}

/// An implementation that is never called.
#[derive(Clone)]
struct Unreachable;

impl Dispatch for Unreachable {
    fn dispatch(&self, _: usize, call: Call) -> Answer {
        call.unknown_operation()
    }
}

#[test]
fn services_on_one_port_are_distinguished() {
    const S3: &str =
        "AWS4-HMAC-SHA256 Credential=AK/20260101/eu-central-1/s3/aws4_request, SignedHeaders=host, Signature=0";
    const OTHER: &str =
        "AWS4-HMAC-SHA256 Credential=AK/20260101/eu-central-1/sqs/aws4_request, SignedHeaders=host, Signature=0";
    let get = |path: &str| Request::get(path).body(Body::empty()).expect("a request");
    for (request, services) in [
        (get("/maps"), &["storage"][..]),
        (get("/no/such/path?x-id=Other"), &[]),
        (post("/types", &[], ""), &["shapes"]),
        (post("/maps?delete", &[("authorization", S3)], ""), &["storage"]),
        (post("/maps?delete", &[("authorization", OTHER)], ""), &[]),
        (post("/", &[TARGET], "{}"), &["shapes"]),
        (post("/", &[("x-amz-target", "Other.Nothing")], "{}"), &[]),
        (post("/maps?delete", &[("x-amz-target", "Other.Nothing")], "{}"), &[]),
        (post(RPC, &[("smithy-protocol", "rpc-v2-cbor")], ""), &["shapes"]),
        (post("/service/Other/operation/Nothing", &[("smithy-protocol", "rpc-v2-cbor")], ""), &[]),
        (get("/?Action=Nothing"), &["shapes"]),
        (post("/", &[FORM], "Action=Nothing"), &[]),
    ] {
        assert_eq!(recognizing(&request), services, "{request:?}");
    }
}

#[tokio::test]
async fn a_request_with_a_wrong_header_is_not_found() {
    let rpc = Some(&[ProtocolId::RpcV2Cbor][..]);
    for headers in [
        &[][..],
        &[("smithy-protocol", "rpc-v2-json")],
        &[("smithy-protocol", "cbor")],
        &[("smithy-protocol", "rpc-v2-cbor"), TARGET],
        &[("smithy-protocol", "rpc-v2-cbor"), ("x-amzn-target", "Shapes.Nothing")],
    ] {
        let (status, _, body) = answer(rpc, post(RPC, headers, "")).await;
        assert_eq!(status, 404, "{headers:?}: {body}");
    }
    let headers = [("smithy-protocol", "rpc-v2-cbor")];
    assert_eq!(answer(rpc, post(RPC, &headers, "")).await.0, 200);
    assert_eq!(answer(rpc, post(&format!("/any/prefix{RPC}"), &headers, "")).await.0, 200);
}

#[tokio::test]
async fn a_wrong_method_is_reported() {
    let get = |path: &str, header: (&str, &str)| {
        Request::get(path).header(header.0, header.1).body(Body::empty()).expect("a request")
    };
    for request in [get(RPC, ("smithy-protocol", "rpc-v2-cbor")), get("/", TARGET), get("/types", ("accept", "*/*"))] {
        let shown = format!("{:?}", request.uri());
        assert_eq!(answer(None, request).await.0, StatusCode::METHOD_NOT_ALLOWED, "{shown}");
    }
    let delete = Request::delete("/").header(FORM.0, FORM.1).body(Body::from("Action=Nothing")).expect("a request");
    assert_eq!(answer(Some(&[ProtocolId::AwsQuery]), delete).await.0, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn media_types_of_other_protocols_are_rejected() {
    let rpc = ("smithy-protocol", "rpc-v2-cbor");
    for (protocol, request) in [
        (ProtocolId::RpcV2Cbor, post(ALL, &[rpc, ("content-type", "application/json")], "{}")),
        (ProtocolId::RpcV2Cbor, post(ALL, &[rpc], "\u{60}")),
        (ProtocolId::AwsJson1_0, post("/", &[TARGET, ("content-type", "application/json")], "{}")),
        (ProtocolId::RestXml, post("/types", &[("content-type", "application/json")], "{}")),
        (ProtocolId::AwsQuery, post("/", &[("content-type", "text/plain")], "Action=Nothing")),
    ] {
        let shown = format!("{protocol:?} {:?}", request.headers());
        let (status, _, body) = answer(Some(&[protocol]), request).await;
        assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{shown}: {body}");
    }
    let cbor = [rpc, ("content-type", "application/cbor"), ("accept", "application/json")];
    assert_eq!(answer(None, post(ALL, &cbor, "")).await.0, StatusCode::NOT_ACCEPTABLE);
    let xml = [("content-type", "application/xml"), ("accept", "application/json")];
    assert_eq!(answer(None, post("/types", &xml, "<EchoTypesInput/>")).await.0, StatusCode::NOT_ACCEPTABLE);
}

#[tokio::test]
async fn malformed_bodies_are_reported_in_each_protocol() {
    for request in [
        post(ALL, &[("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")], "\u{7f}"),
        post(ALL, &[("smithy-protocol", "rpc-v2-json"), ("content-type", "application/json")], "{"),
        post("/", &[TARGET_ALL, ("content-type", "application/x-amz-json-1.1")], "[]"),
        post("/types", &[("content-type", "application/xml")], "<EchoTypesInput>"),
        post("/", &[FORM], "Action=EchoTypes&all.long=x"),
        // Infinite as an `f32`.
        post("/", &[FORM], "Action=EchoTypes&all.float=1e300"),
        post("/", &[TARGET_ALL, ("content-type", "application/x-amz-json-1.1")], "{\"all\":{\"float\":1e300}}"),
        post(
            "/types",
            &[("content-type", "application/xml")],
            "<EchoTypesInput><all><float>1e300</float></all></EchoTypesInput>",
        ),
    ] {
        let shown = format!("{:?}", request.headers());
        let (status, _, body) = answer(None, request).await;
        assert_eq!(status, 400, "{shown}: {body}");
        assert!(body.contains("SerializationException"), "{shown}: {body}");
    }
}
