//! Requests that a verifying server refuses, in one table: three protocols, each with its statuses and codes.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use generated::{imagebuilder, sfn};
use golden::storage;
use http::{HeaderMap, HeaderValue, Method, Request};
use tower::ServiceExt;
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};
use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier, SignatureUse};

use super::storage::server::Memory;
use super::support::{IMAGE, serve};

/// A request, as it was signed and changed on the way.
type Change = fn(&mut Request<RequestBody>);

struct Case {
    name: &'static str,
    credentials: (&'static str, &'static str),
    change: Change,
    /// Time of the server, in minutes from now.
    minutes: u64,
    /// Status and code of `restJson1`, `awsJson1_0` and S3.
    expected: [(u16, &'static str); 3],
}

const GOOD: (&str, &str) = ("AKIDEXAMPLE", "secret");

const VALID: Case = Case { name: "valid", credentials: GOOD, change: |_| {}, minutes: 0, expected: [(200, ""); 3] };

const WRONG: [(u16, &str); 3] =
    [(403, "InvalidSignatureException"), (400, "InvalidSignatureException"), (403, "SignatureDoesNotMatch")];
const MISSING: [(u16, &str); 3] =
    [(403, "MissingAuthenticationTokenException"), (400, "MissingAuthenticationTokenException"), (403, "AccessDenied")];
const INCOMPLETE: [(u16, &str); 3] = [
    (400, "IncompleteSignatureException"),
    (400, "IncompleteSignatureException"),
    (400, "AuthorizationHeaderMalformed"),
];

fn set_target(request: &mut Request<RequestBody>, change: fn(&str) -> String) {
    let target = change(request.uri().path_and_query().expect("a target").as_str());
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(target.parse().expect("a target"));
    *request.uri_mut() = http::Uri::from_parts(parts).expect("a URI");
}

fn set(request: &mut Request<RequestBody>, name: &'static str, value: &'static str) {
    request.headers_mut().insert(name, HeaderValue::from_static(value));
}

fn cases() -> Vec<Case> {
    let skewed = [(403, "RequestTimeTooSkewed"), (400, "RequestTimeTooSkewed"), (403, "RequestTimeTooSkewed")];
    let unknown =
        [(403, "UnrecognizedClientException"), (400, "UnrecognizedClientException"), (403, "InvalidAccessKeyId")];
    // Clients of S3 also send a checksum, which is verified as the body is read.
    let other_body = [WRONG[0], WRONG[1], (400, "BadDigest")];
    vec![
        VALID,
        Case { name: "wrong secret", credentials: ("AKIDEXAMPLE", "wrong"), expected: WRONG, ..VALID },
        Case { name: "unknown key", credentials: ("AKIDOTHER", "secret"), expected: unknown, ..VALID },
        Case {
            name: "other body",
            change: |request| *request.body_mut() = RequestBody::from(Bytes::from("other")),
            expected: other_body,
            ..VALID
        },
        Case {
            name: "other signed header",
            change: |request| {
                let value = request.headers()["authorization"].to_str().expect("text");
                let name = if value.contains("content-type") { "content-type" } else { "host" };
                set(request, name, "changed.test");
            },
            expected: WRONG,
            ..VALID
        },
        Case {
            name: "unsigned header of AWS",
            change: |request| set(request, "x-amz-extra", "1"),
            expected: INCOMPLETE,
            ..VALID
        },
        Case {
            name: "other query",
            change: |request| {
                set_target(request, |target| format!("{target}{}a=b", if target.contains('?') { '&' } else { '?' }));
            },
            expected: WRONG,
            ..VALID
        },
        Case {
            name: "other path",
            change: |request| {
                set_target(request, |target| match target {
                    "/ListWorkflowExecutions" => "/ListWorkflowStepExecutions".to_owned(),
                    "/" => "//".to_owned(),
                    _ => target.replace("/maps/a", "/maps/b"),
                });
            },
            expected: WRONG,
            ..VALID
        },
        Case {
            name: "other date",
            change: |request| set(request, "x-amz-date", "20200101T000000Z"),
            expected: INCOMPLETE,
            ..VALID
        },
        Case {
            name: "signature that is cut off",
            change: |request| {
                let value = request.headers()["authorization"].to_str().expect("text").to_owned();
                let value = HeaderValue::from_str(&value[..value.len() - 1]).expect("text");
                request.headers_mut().insert("authorization", value);
            },
            expected: WRONG,
            ..VALID
        },
        Case {
            name: "unsigned",
            change: |request| drop(request.headers_mut().remove("authorization")),
            expected: MISSING,
            ..VALID
        },
        Case {
            name: "other scheme",
            change: |request| set(request, "authorization", "Bearer forged"),
            expected: MISSING,
            ..VALID
        },
        Case { name: "signed 20 minutes ago", minutes: 20, expected: skewed, ..VALID },
    ]
}

/// Returns the time of the server.
fn clock(minutes: u64) -> fn() -> SystemTime {
    match minutes {
        0 => SystemTime::now,
        20 => || SystemTime::now() + Duration::from_secs(20 * 60),
        _ => panic!("add this time"),
    }
}

/// Knows one key, and accepts each signature once.
fn verifier(minutes: u64) -> SigV4Verifier {
    let seen: Arc<Mutex<HashSet<String>>> = Arc::default();
    let verifier = SigV4Verifier::new(|key: AccessKey| async move {
        Ok::<_, Infallible>((key.id == GOOD.0).then(|| SecretKey::new(GOOD.1)))
    });
    verifier.clock(clock(minutes)).replay(move |found: SignatureUse| {
        let is_new = seen.lock().expect("not poisoned").insert(found.signature);
        async move { Ok::<_, Infallible>(is_new) }
    })
}

/// A server of the three services, and the configuration of their clients.
async fn config(minutes: u64, (id, secret): (&str, &str)) -> (Config, Config) {
    let verifier = verifier(minutes);
    let s3 = storage::server::service(Memory::default()).authenticate(verifier.clone());
    let others = workflow_server::Settings::default().authenticate(verifier).open().expect("a database in memory");
    let others = serve(others.router()).await;
    let s3 = serve(axum::Router::new().fallback_service(s3)).await;
    let config = |address| {
        let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1);
        config.credentials(Credentials::new(id, secret))
    };
    (config(others), config(s3))
}

/// Signed requests of the three protocols.
async fn signed(config: &Config, s3: &Config) -> [Request<RequestBody>; 3] {
    let images = imagebuilder::Client::new(config.clone());
    let images = images.list_workflow_executions().image_build_version_arn(IMAGE).customize().sign().await;
    let machines = sfn::Client::new(config.clone()).list_state_machines().customize().sign().await;
    let object = storage::Client::new(s3.clone()).put_object().bucket("maps").key("a").body("text");
    let object = object.customize().sign().await;
    [
        images.expect("signed").into_parts().0,
        machines.expect("signed").into_parts().0,
        object.expect("signed").into_parts().0,
    ]
}

fn code(headers: &HeaderMap, body: &str) -> String {
    let in_header = headers.get("x-amzn-errortype").and_then(|value| value.to_str().ok());
    let in_json = || Some(body.split_once("\"__type\":\"")?.1.split_once('"')?.0);
    let in_xml = || Some(body.split_once("<Code>")?.1.split_once("</Code>")?.0);
    let code = in_header.or_else(in_json).or_else(in_xml).unwrap_or_default();
    code.rsplit('#').next().unwrap_or_default().split(':').next().unwrap_or_default().to_owned()
}

async fn send(config: &Config, request: Request<RequestBody>) -> (u16, String) {
    let response = Transport::standard(config).oneshot(request).await.expect("answered");
    let (head, body) = response.into_parts();
    let body = body.collect(100_000).await.expect("all there");
    let code = code(&head.headers, &String::from_utf8_lossy(&body));
    (head.status.as_u16(), if head.status.is_success() { String::new() } else { code })
}

#[tokio::test]
async fn requests_are_answered_only_as_they_were_signed_and_within_their_time() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (config, s3) = config(case.minutes, case.credentials).await;
        let requests = signed(&config, &s3).await;
        for ((request, expected), protocol) in requests.into_iter().zip(case.expected).zip(["rest", "json", "S3"]) {
            let mut request = request;
            (case.change)(&mut request);
            let found = send(&config, request).await;
            if (found.0, &*found.1) != expected {
                wrong.push(format!("{} {protocol}: {found:?}, not {expected:?}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A copy of a request without a body.
fn copy(request: &Request<RequestBody>, body: &'static str) -> Request<RequestBody> {
    let mut copy = Request::new(RequestBody::from(Bytes::from(body)));
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    copy
}

#[tokio::test]
async fn a_signature_is_accepted_once() {
    let (config, s3) = config(0, GOOD).await;
    let requests = signed(&config, &s3).await;
    let bodies = [None, Some("{}"), Some("text")];
    for ((request, body), expected) in requests.iter().zip(bodies).zip(WRONG).filter(|((_, body), _)| body.is_some()) {
        let body = body.unwrap_or_default();
        assert_eq!(send(&config, copy(request, body)).await.0, 200, "{}", request.uri());
        let (status, code) = send(&config, copy(request, body)).await;
        assert_eq!((status, &*code), expected, "{}", request.uri());
    }
}

#[tokio::test]
async fn presigned_urls_are_refused_when_they_are_changed_or_expired() {
    async fn presigned(minutes: u64, change: Change) -> (u16, String) {
        let (_, s3) = config(minutes, GOOD).await;
        let client = storage::Client::new(s3.clone());
        let call = client.put_object().bucket("maps").key("a").customize().presign(Duration::from_secs(60));
        let mut request = call.await.expect("signed").map(|_| RequestBody::from(Bytes::from("text")));
        change(&mut request);
        send(&s3, request).await
    }
    let cases: [(&str, u64, Change, u16, &str); 6] = [
        ("valid", 0, |_| {}, 200, ""),
        ("expired", 20, |_| {}, 403, "AccessDenied"),
        (
            "other path",
            0,
            |request| set_target(request, |target| target.replace("/maps/a", "/maps/b")),
            403,
            "SignatureDoesNotMatch",
        ),
        (
            "longer",
            0,
            |request| set_target(request, |target| target.replace("Expires=60", "Expires=600")),
            403,
            "SignatureDoesNotMatch",
        ),
        (
            "other query",
            0,
            |request| set_target(request, |target| target.to_owned() + "&a=b"),
            403,
            "SignatureDoesNotMatch",
        ),
        (
            "other method",
            0,
            |request| {
                *request.method_mut() = Method::GET;
                set_target(request, |target| target.replace("x-id=PutObject", "x-id=GetObject"));
            },
            403,
            "SignatureDoesNotMatch",
        ),
    ];
    for (name, minutes, change, status, code) in cases {
        let found = presigned(minutes, change).await;
        assert_eq!((found.0, &*found.1), (status, code), "{name}");
    }
}
