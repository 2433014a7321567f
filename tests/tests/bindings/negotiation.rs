//! How a server with several protocols detects the protocol of a request and rejects invalid ones.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use whitesmith_runtime::schema::ProtocolId;

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
        (post("/", &[FORM], "Action=Nothing&Version=1"), "text/xml"),
        (post("/types", &[("content-type", "application/json")], "{}"), "application/json"),
        (post("/types", &[("content-type", "application/xml")], "<EchoTypesInput/>"), "application/xml"),
    ] {
        let shown = format!("{:?} {:?}", request.uri(), request.headers());
        let (status, found, body) = answer(None, request).await;
        assert_eq!((status, found.as_str()), (200, media_type), "{shown}: {body}");
    }
}

#[tokio::test]
async fn a_request_without_a_body_may_ask_for_response_checksums() {
    for media_type in ["application/json", "application/xml"] {
        let request = Request::get("/items").header("accept", media_type).body(Body::empty()).expect("a request");
        let (status, found, body) = answer(None, request).await;
        assert_eq!((status, found.as_str()), (200, media_type), "{body}");
    }
}

#[tokio::test]
async fn unknown_operations_are_reported_in_each_protocol() {
    for (request, media_type) in [
        (post("/service/Shapes/operation/No", &[("smithy-protocol", "rpc-v2-cbor")], ""), "application/cbor"),
        (post("/service/Other/operation/Nothing", &[("smithy-protocol", "rpc-v2-json")], ""), "application/json"),
        (post("/", &[("x-amz-target", "Shapes.No")], "{}"), "application/x-amz-json-1.0"),
        (post("/", &[("x-amz-target", "Other.Nothing")], "{}"), "application/x-amz-json-1.0"),
        (post("/", &[FORM], "Action=No"), "text/xml"),
        (post("/", &[FORM], ""), "text/xml"),
        (post("/no", &[("content-type", "application/xml")], "<a/>"), "application/xml"),
        (post("/no", &[("content-type", "application/json")], "{}"), "application/json"),
    ] {
        let shown = format!("{:?} {:?}", request.uri(), request.headers());
        let (status, found, body) = answer(None, request).await;
        assert_eq!((status, found.as_str()), (404, media_type), "{shown}: {body}");
        assert!(
            media_type == "application/json" && !body.contains("__type") || body.contains("UnknownOperation"),
            "{body}"
        );
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
