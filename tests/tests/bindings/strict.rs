//! Requests that others could read in another way than the server: it rejects them.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use whitesmith_runtime::schema::ProtocolId;

use super::echo::Echo;

async fn answer(request: Request<Body>) -> (StatusCode, String) {
    let Ok(response) = golden::shapes::server::service(Echo).oneshot(request).await;
    let (head, body) = response.into_parts();
    let body = axum::body::to_bytes(Body::new(body), usize::MAX).await.expect("all there");
    (head.status, String::from_utf8_lossy(&body).into_owned())
}

fn request(path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request<Body> {
    let method = if path.starts_with("/bindings") { "PUT" } else { "POST" };
    let builder = Request::builder().method(method).uri(path);
    let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
    builder.body(body.into()).expect("a request")
}

const JSON: (&str, &str) = ("content-type", "application/json");
const XML: (&str, &str) = ("content-type", "application/xml");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn repeated_members_are_rejected_in_every_protocol() {
    let target = [("x-amz-target", "Shapes.EchoTypes"), ("content-type", "application/x-amz-json-1.1")];
    let rpc = [("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")];
    let cbor = b"\xa2\x63all\xa1\x67integer\x01\x63all\xa0".to_vec();
    for request in [
        request("/types", &[JSON], r#"{"all":{"integer":1},"all":{"long":2}}"#),
        request("/types", &[JSON], r#"{"all":{"integer":1},"all":null}"#),
        request("/", &target, r#"{"all":{"integer":1,"integer":2}}"#),
        request(
            "/types",
            &[XML],
            "<EchoTypesInput><all><integer>1</integer></all><all><long>2</long></all></EchoTypesInput>",
        ),
        request("/", &[FORM], "Action=EchoTypes&all.integer=1&all.integer=2"),
        request("/?Action=EchoTypes&all.integer=1", &[FORM], "all.integer=2"),
        request("/service/Shapes/operation/EchoTypes", &rpc, cbor),
    ] {
        let shown = format!("{:?} {:?}", request.uri(), request.headers());
        let (status, body) = answer(request).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{shown}: {body}");
        assert!(body.contains("the member is repeated"), "{shown}: {body}");
    }
}

#[tokio::test]
async fn a_form_has_one_action() {
    let (status, body) = answer(request("/?Action=EchoTypes", &[FORM], "Action=EchoBindings")).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
    assert!(body.contains("several parameters Action"), "{body}");
    let (status, body) = answer(request("/?Action=EchoTypes", &[FORM], "Action=EchoTypes")).await;
    assert!(!body.contains("several parameters Action"), "{status}: {body}");
}

#[tokio::test]
async fn a_simple_value_has_one_header_and_one_query_parameter() {
    let call = async |query: &str, headers: &[(&str, &str)]| {
        answer(request(&format!("/bindings/a/to/b?fixed=yes{query}"), &[&[JSON], headers].concat(), "{}")).await
    };
    let (status, body) = call("&number=1&number=1000", &[]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
    assert!(body.contains("one value"), "{body}");
    let when = "Sun, 01 Nov 2026 08:00:00 GMT";
    assert_eq!(call("&item=1&item=2", &[("x-when", when)]).await.0, StatusCode::ACCEPTED);
    assert_eq!(call("", &[("x-when", when), ("x-when", when)]).await.0, StatusCode::BAD_REQUEST);
    // Several lines are one value.
    assert_eq!(call("", &[("x-text", "a"), ("x-text", "b")]).await.0, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn times_with_offsets_are_rejected_in_every_protocol() {
    for (time, status) in [("2019-01-01T00:00:00+01:00", 400), ("2019-01-01T00:00:00Z", 200)] {
        let escaped = time.replace(':', "%3A").replace('+', "%2B");
        for request in [
            request("/types", &[JSON], format!(r#"{{"all":{{"dateTime":"{time}"}}}}"#)),
            request(
                "/types",
                &[XML],
                format!("<EchoTypesInput><all><dateTime>{time}</dateTime></all></EchoTypesInput>"),
            ),
            request("/", &[FORM], format!("Action=EchoTypes&all.dateTime={escaped}")),
        ] {
            let shown = format!("{:?}", request.headers());
            let (found, body) = answer(request).await;
            assert_eq!(found.as_u16(), status, "{time} {shown}: {body}");
        }
    }
}

#[tokio::test]
async fn errors_repeat_little_of_the_request() {
    let text = "\u{200b}".repeat(500_000);
    for request in [
        request("/types", &[JSON], format!(r#"{{"all":{{"integer":"{text}"}}}}"#)),
        request("/types", &[JSON], format!(r#"{{"all":{{"level":"{text}"}}}}"#)),
        request("/types", &[JSON], format!(r#"{{"all":{{"choice":{{"{text}":1}}}}}}"#)),
        request("/types", &[XML], format!("<EchoTypesInput><all><integer>{text}</integer></all></EchoTypesInput>")),
        request("/types", &[XML], format!("<EchoTypesInput><all><a>{text}</b></all></EchoTypesInput>")),
        request("/", &[FORM], format!("Action=EchoTypes&all.integer={text}")),
    ] {
        let shown = format!("{:?}", request.headers());
        let (status, body) = answer(request).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{shown}");
        assert!(body.len() < 8192, "{shown}: {}", body.len());
    }
}

/// Status and media type of the response to a request without a body.
async fn get(path: &str, accept: &str) -> (u16, String) {
    let request = Request::get(path).header("accept", accept).body(Body::empty()).expect("a request");
    let Ok(response) = golden::shapes::server::service(Echo).oneshot(request).await;
    let media_type = response.headers().get("content-type").map(|value| value.to_str().expect("text").to_owned());
    (response.status().as_u16(), media_type.unwrap_or_default())
}

#[tokio::test]
async fn accepted_media_types_choose_between_protocols_with_bindings() {
    for (accept, media_type) in [
        ("application/xml;q=0.9", "application/xml"),
        ("application/xml, */*;q=0.1", "application/xml"),
        ("Application/XML; charset=utf-8", "application/xml"),
        ("application/xml;q=0.2, application/json;q=0.9", "application/json"),
        ("text/html, */*;q=0.8", "application/json"),
    ] {
        assert_eq!(get("/items", accept).await, (200, media_type.to_owned()), "{accept}");
    }
}

#[tokio::test]
async fn a_response_without_a_body_needs_no_accepted_media_type() {
    for accept in ["text/html", "image/*", "application/json;q=0"] {
        assert_eq!(get("/nothing", accept).await.0, 200, "{accept}");
    }
    assert_eq!(get("/items", "text/html").await.0, 406);
}

#[tokio::test]
async fn added_protocols_are_found_before_those_with_bindings() {
    for (first, added) in [
        (ProtocolId::RestJson1, ProtocolId::RpcV2Json),
        (ProtocolId::SimpleRestJson, ProtocolId::RpcV2Json),
        (ProtocolId::RestJson1, ProtocolId::AwsJson1_1),
    ] {
        let service = golden::shapes::server::service(Echo).with_protocols(&[first]);
        let service = service.with_additional_protocols(&[added]);
        let request = match added {
            ProtocolId::RpcV2Json => {
                request("/service/Shapes/operation/EchoTypes", &[("smithy-protocol", "rpc-v2-json"), JSON], "{}")
            }
            _ => request("/", &[("x-amz-target", "Shapes.EchoTypes"), JSON], "{}"),
        };
        let Ok(response) = service.clone().oneshot(request).await;
        let expected = if added == ProtocolId::RpcV2Json { 200 } else { 415 };
        assert_eq!(response.status().as_u16(), expected, "{first} {added}");
    }
}
