//! Events of API Gateway (both formats), function URLs and load balancers, without AWS.

use std::future::poll_fn;
use std::pin::pin;

use futures_core::Stream as _;
use lambda_http::request::LambdaRequest;
use lambda_http::tower::ServiceExt as _;
use lambda_http::{Adapter, Context, LambdaEvent, StreamAdapter};
use serde_json::{Value, json};

/// `{"a":1}` and [`lambda::PICTURE`] in base64.
const JSON: &str = "eyJhIjoxfQ==";
const PICTURE: &str = "iVD/AA==";

/// A request: method, path without stage, query parameter, content and whether that is in base64.
#[derive(Clone, Copy)]
struct Sent {
    method: &'static str,
    path: &'static str,
    tag: Option<&'static str>,
    body: Option<(&'static str, bool)>,
}

const ADD: Sent = Sent { method: "POST", path: "/notes/a%20b", tag: Some("x&y"), body: Some((JSON, true)) };
const READ: Sent = Sent { method: "GET", path: "/notes/picture", tag: None, body: None };

/// An event of a REST API, whose path has no stage.
fn rest_api(sent: Sent) -> Value {
    let body = sent.body;
    json!({
        "resource": "/{proxy+}",
        "path": sent.path,
        "httpMethod": sent.method,
        "headers": { "Host": "abc.execute-api.eu-central-1.amazonaws.com", "Content-Type": "application/octet-stream" },
        "multiValueHeaders": {
            "Host": ["abc.execute-api.eu-central-1.amazonaws.com"], "Content-Type": ["application/octet-stream"],
        },
        "queryStringParameters": sent.tag.map(|tag| json!({ "tag": tag })),
        "multiValueQueryStringParameters": sent.tag.map(|tag| json!({ "tag": [tag, "second"] })),
        "pathParameters": { "proxy": sent.path },
        "stageVariables": null,
        "requestContext": {
            "accountId": "123456789012",
            "resourceId": "r",
            "resourcePath": "/{proxy+}",
            "httpMethod": sent.method,
            "path": format!("/prod{}", sent.path),
            "protocol": "HTTP/1.1",
            "stage": "prod",
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "requestTimeEpoch": 1_767_225_600_000_i64,
            "identity": { "sourceIp": "192.0.2.1", "userAgent": "test" },
            "apiId": "abc",
        },
        "body": body.map(|(text, _)| text),
        "isBase64Encoded": body.is_some_and(|(_, is_base64)| is_base64),
    })
}

/// An event of an HTTP API or of a function URL, whose path has the stage if it is not the default.
fn http_api(sent: Sent, stage: &str, host: &str) -> Value {
    let body = sent.body;
    let prefix = if stage == "$default" { String::new() } else { format!("/{stage}") };
    let path = format!("{prefix}{}", sent.path);
    json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": sent.tag.map_or("", |_| "tag=x%26y&tag=second"),
        "headers": { "host": host, "content-type": "application/octet-stream" },
        "queryStringParameters": sent.tag.map(|tag| json!({ "tag": format!("{tag},second") })),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc",
            "domainName": host,
            "domainPrefix": "abc",
            "http": {
                "method": sent.method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test",
            },
            "requestId": "id",
            "routeKey": "$default",
            "stage": stage,
            "time": "01/Jan/2026:00:00:00 +0000",
            "timeEpoch": 1_767_225_600_000_i64,
        },
        "body": body.map(|(text, _)| text),
        "isBase64Encoded": body.is_some_and(|(_, is_base64)| is_base64),
    })
}

/// An event of an Application Load Balancer, whose query is escaped.
fn load_balancer(sent: Sent) -> Value {
    let body = sent.body;
    json!({
        "requestContext": { "elb": {
            "targetGroupArn": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/notes/0123456789abcdef",
        } },
        "httpMethod": sent.method,
        "path": sent.path,
        "multiValueQueryStringParameters": sent.tag.map_or(json!({}), |_| json!({ "tag": ["x%26y", "second"] })),
        "multiValueHeaders": {
            "host": ["notes.example.com"], "content-type": ["application/octet-stream"], "x-forwarded-proto": ["https"],
        },
        "body": body.map_or("", |(text, _)| text),
        "isBase64Encoded": body.is_some_and(|(_, is_base64)| is_base64),
    })
}

/// The same request as the event of each source, the prefix of its path, and the stage that the implementation sees.
fn events(sent: Sent) -> [(&'static str, Value, &'static str, Option<&'static str>); 5] {
    let (gateway, url) = ("abc.execute-api.eu-central-1.amazonaws.com", "abc.lambda-url.eu-central-1.on.aws");
    [
        ("REST API", rest_api(sent), "/prod", Some("prod")),
        ("HTTP API", http_api(sent, "$default", gateway), "", Some("$default")),
        ("HTTP API with a stage", http_api(sent, "dev", gateway), "/dev", Some("dev")),
        ("function URL", http_api(sent, "$default", url), "", Some("$default")),
        ("load balancer", load_balancer(sent), "", None),
    ]
}

fn parse(event: &Value) -> LambdaEvent<LambdaRequest> {
    let request = serde_json::from_str(&event.to_string()).expect("an event");
    LambdaEvent::new(request, Context::default())
}

async fn answer(event: &Value, prefix: &str) -> Value {
    let Ok(response) = Adapter::from(lambda::service(prefix)).oneshot(parse(event)).await;
    serde_json::to_value(response).expect("a response")
}

#[tokio::test]
async fn events_of_each_source_reach_their_operation() {
    for (source, event, prefix, stage) in events(ADD) {
        let response = answer(&event, prefix).await;
        assert_eq!(response["statusCode"], 200, "{source}: {response}");
        let body: Value = serde_json::from_str(response["body"].as_str().expect("text")).expect("JSON");
        assert_eq!(body["size"], 7, "{source}: the body is decoded");
        assert_eq!(body["tags"], json!(["x&y", "second"]), "{source}");
        assert_eq!(body.get("stage").and_then(Value::as_str), stage, "{source}");
        assert_eq!(response["isBase64Encoded"], false, "{source}");
    }
}

#[tokio::test]
async fn binary_responses_are_in_base64() {
    for (source, event, prefix, _) in events(READ) {
        let response = answer(&event, prefix).await;
        let found = (&response["statusCode"], &response["body"], &response["isBase64Encoded"]);
        assert_eq!(found, (&json!(200), &json!(PICTURE), &json!(true)), "{source}: {response}");
    }
}

#[tokio::test]
async fn errors_are_responses() {
    let long = Sent { path: "/notes/0123456789-0123456789-0123456789", ..READ };
    let cases = [(Sent { path: "/notes/other", ..READ }, 404), (Sent { path: "/other", ..READ }, 404), (long, 400)];
    for (sent, status) in cases {
        for (source, event, prefix, _) in events(sent) {
            assert_eq!(answer(&event, prefix).await["statusCode"], status, "{source} {}", sent.path);
        }
    }
}

#[tokio::test]
async fn responses_can_be_streamed() {
    for (source, event, prefix, _) in events(READ) {
        let Ok(response) = StreamAdapter::from(lambda::service(prefix)).oneshot(parse(&event)).await;
        assert_eq!(response.metadata_prelude.status_code, 200, "{source}");
        let mut pieces = pin!(response.stream);
        let mut body = Vec::new();
        while let Some(piece) = poll_fn(|context| pieces.as_mut().poll_next(context)).await {
            body.extend_from_slice(&piece.expect("a piece"));
        }
        assert_eq!(body, lambda::PICTURE, "{source}");
    }
}
