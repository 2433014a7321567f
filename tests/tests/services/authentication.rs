//! Who may call: signatures of our own client over sockets, as sent and changed on the way.

use std::collections::HashSet;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use generated::{imagebuilder, sfn};
use http::{HeaderValue, Request};
use tower::{ServiceBuilder, ServiceExt};
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};
use whitesmith_runtime::server::{
    AccessKey, AccessRequest, Authentication, Decision, PathPrefix, SecretKey, SigV4Verifier, SignatureUse,
};

use super::storage::server::Memory;
use super::support::{IMAGE, serve};

/// Knows one key without a session token, and one with it.
fn verifier() -> SigV4Verifier {
    SigV4Verifier::new(|key: AccessKey| async move {
        let is_known = match key.id.as_str() {
            "AKIDEXAMPLE" => key.session_token.is_none(),
            "ASIAEXAMPLE" => key.session_token.as_deref() == Some("session"),
            _ => false,
        };
        Ok::<_, Infallible>(is_known.then(|| SecretKey::new("secret")))
    })
}

async fn services(verifier: SigV4Verifier) -> SocketAddr {
    let server = workflow_server::Settings::default().authenticate(verifier).open().expect("a database in memory");
    serve(server.router()).await
}

fn good() -> Credentials {
    Credentials::new("AKIDEXAMPLE", "secret")
}

/// A configuration whose requests are changed after they are signed.
fn changed(address: SocketAddr, change: fn(&mut Request<RequestBody>)) -> Config {
    let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1);
    let changing = ServiceBuilder::new().map_request(move |mut request: Request<RequestBody>| {
        change(&mut request);
        request
    });
    let transport = Transport::new(changing.service(Transport::standard(&config)));
    config.transport(transport)
}

fn unchanged(_: &mut Request<RequestBody>) {}

fn set_target(request: &mut Request<RequestBody>, change: impl FnOnce(&str) -> String) {
    let target = request.uri().path_and_query().expect("a target").as_str();
    let target = change(target);
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(target.parse().expect("a target"));
    *request.uri_mut() = http::Uri::from_parts(parts).expect("a URI");
}

/// Status and code of a call of restJson1, or 200.
async fn list(config: Config) -> (u16, String) {
    let client = imagebuilder::Client::new(config);
    match client.list_workflow_executions().image_build_version_arn(IMAGE).send().await {
        Ok(_) => (200, String::new()),
        Err(error) => (error.status().unwrap_or_default(), error.code().unwrap_or_default().to_owned()),
    }
}

fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

#[tokio::test]
async fn only_requests_that_arrive_as_they_were_signed_are_answered() {
    type Case = (&'static str, fn(&mut Request<RequestBody>), u16, &'static str);
    let cases: &[Case] = &[
        ("unchanged", unchanged, 200, ""),
        (
            "another body",
            |request| *request.body_mut() = RequestBody::from(Bytes::from("{}")),
            403,
            "InvalidSignatureException",
        ),
        (
            "another header",
            |request| {
                request
                    .headers_mut()
                    .insert("content-type", HeaderValue::from_static("application/json; charset=utf-8"));
            },
            403,
            "InvalidSignatureException",
        ),
        (
            "another header of AWS",
            |request| {
                request.headers_mut().insert("x-amz-extra", HeaderValue::from_static("1"));
            },
            400,
            "IncompleteSignatureException",
        ),
        (
            "another query",
            |request| set_target(request, |target| format!("{target}?a=b")),
            403,
            "InvalidSignatureException",
        ),
        (
            "another path",
            |request| set_target(request, |_| "/ListWorkflowStepExecutions".to_owned()),
            403,
            "InvalidSignatureException",
        ),
        (
            "another time",
            |request| {
                let time = HeaderValue::from_static("20200101T000000Z");
                request.headers_mut().insert("x-amz-date", time);
            },
            400,
            "IncompleteSignatureException",
        ),
        (
            "no signature",
            |request| {
                request.headers_mut().remove("authorization");
            },
            403,
            "MissingAuthenticationTokenException",
        ),
        (
            "another scheme",
            |request| {
                request.headers_mut().insert("authorization", HeaderValue::from_static("Bearer forged"));
            },
            403,
            "MissingAuthenticationTokenException",
        ),
        (
            "a signature that is cut off",
            |request| {
                let value = request.headers()["authorization"].to_str().expect("text").to_owned();
                let value = HeaderValue::from_str(&value[..value.len() - 1]).expect("text");
                request.headers_mut().insert("authorization", value);
            },
            403,
            "InvalidSignatureException",
        ),
    ];
    let address = services(verifier()).await;
    for (name, change, status, code) in cases {
        let found = list(changed(address, *change).credentials(good())).await;
        assert_eq!(found, refused(*status, code), "{name}");
    }
}

#[tokio::test]
async fn only_known_keys_with_their_secrets_and_tokens_are_answered() {
    let address = services(verifier()).await;
    for (credentials, expected) in [
        (good(), refused(200, "")),
        (Credentials::new("ASIAEXAMPLE", "secret").session_token("session"), refused(200, "")),
        (Credentials::new("AKIDEXAMPLE", "wrong"), refused(403, "InvalidSignatureException")),
        (Credentials::new("AKIDOTHER", "secret"), refused(403, "UnrecognizedClientException")),
        (Credentials::new("ASIAEXAMPLE", "secret"), refused(403, "UnrecognizedClientException")),
        (good().session_token("stolen"), refused(403, "UnrecognizedClientException")),
    ] {
        // The second time, a valid key is known.
        for _ in 0..2 {
            let found = list(changed(address, unchanged).credentials(credentials.clone())).await;
            assert_eq!(found, expected, "{credentials:?}");
        }
    }
    assert_eq!(list(changed(address, unchanged).unsigned()).await, refused(403, "MissingAuthenticationTokenException"));
}

#[tokio::test]
async fn signatures_cover_a_prefix_that_is_removed_from_the_path() {
    let server = workflow_server::Settings::default().authenticate(verifier()).open().expect("a database in memory");
    let below = PathPrefix::new("/prod").around(server.router());
    let address = serve(axum::Router::new().fallback_service(below)).await;
    let config = |change| changed(address, change).endpoint_url(format!("http://{address}/prod")).credentials(good());
    assert_eq!(list(config(unchanged)).await, refused(200, ""));
    let without: fn(&mut _) = |request| set_target(request, |target| target.replace("/prod", ""));
    assert_eq!(list(config(without)).await, refused(403, "InvalidSignatureException"));
    let escaped: fn(&mut _) = |request| set_target(request, |target| target.replace("/prod", "/%70rod"));
    assert_eq!(list(config(escaped)).await, refused(403, "InvalidSignatureException"), "the prefix, signed otherwise");
    let twice: fn(&mut _) = |request| set_target(request, |target| format!("/prod{target}"));
    assert_eq!(list(config(twice)).await.0, 400, "another service has all other paths");
}

#[tokio::test]
async fn services_with_aws_json_refuse_signatures_with_status_400() {
    let address = services(verifier()).await;
    let call = |credentials: Credentials| {
        let client = sfn::Client::new(changed(address, unchanged).credentials(credentials));
        async move { client.list_state_machines().send().await }
    };
    call(good()).await.expect("answered");
    let error = call(Credentials::new("AKIDEXAMPLE", "wrong")).await.expect_err("refused");
    assert_eq!((error.status(), error.code()), (Some(400), Some("InvalidSignatureException")));
}

#[tokio::test]
async fn signatures_are_valid_within_five_minutes() {
    fn minutes_ahead(minutes: u64) -> SystemTime {
        SystemTime::now() + Duration::from_secs(60 * minutes)
    }
    fn minutes_behind(minutes: u64) -> SystemTime {
        SystemTime::now() - Duration::from_secs(60 * minutes)
    }
    let skewed = || refused(403, "RequestTimeTooSkewed");
    for (now, expected) in [
        ((|| minutes_ahead(4)) as fn() -> SystemTime, refused(200, "")),
        (|| minutes_behind(4), refused(200, "")),
        (|| minutes_ahead(6), skewed()),
        (|| minutes_behind(6), skewed()),
    ] {
        let address = services(verifier().clock(now)).await;
        assert_eq!(list(changed(address, unchanged).credentials(good())).await, expected);
    }
}

#[tokio::test]
async fn a_signature_can_be_used_once_if_the_verifier_says_so() {
    let seen: Arc<Mutex<HashSet<String>>> = Arc::default();
    // A difference that no clock can have.
    let verifier = verifier().clock_skew(Duration::MAX).replay(move |found: SignatureUse| {
        assert!(found.expires > SystemTime::now() && !found.presigned);
        let is_new = seen.lock().expect("not poisoned").insert(found.signature);
        async move { Ok::<_, Infallible>(is_new) }
    });
    let address = services(verifier).await;
    let sent: Arc<Mutex<Option<(http::HeaderMap, http::Uri)>>> = Arc::default();
    let kept = Arc::clone(&sent);
    let config = changed(address, unchanged);
    let keeping = ServiceBuilder::new().map_request(move |request: Request<RequestBody>| {
        *kept.lock().expect("not poisoned") = Some((request.headers().clone(), request.uri().clone()));
        request
    });
    let transport = Transport::new(keeping.service(Transport::standard(&config)));
    assert_eq!(list(config.clone().transport(transport).credentials(good())).await, refused(200, ""));
    let (headers, uri) = sent.lock().expect("not poisoned").clone().expect("sent");
    let body = format!(r#"{{"imageBuildVersionArn":"{IMAGE}"}}"#);
    let mut again = Request::post(uri).body(RequestBody::from(Bytes::from(body))).expect("good parts");
    *again.headers_mut() = headers;
    let response = Transport::standard(&config).oneshot(again).await.expect("answered");
    assert_eq!(response.status(), 403);
}

/// An S3 server, and a client of it.
async fn storage(verifier: SigV4Verifier) -> (golden::storage::Client, Config) {
    let service = golden::storage::server::service(Memory::default()).authenticate(verifier);
    let config = changed(serve(axum::Router::new().fallback_service(service)).await, unchanged);
    (golden::storage::Client::new(config.clone().credentials(good())), config)
}

/// Sends a presigned request. Returns its status and body.
async fn send(config: &Config, request: Request<Bytes>, body: &'static str) -> (u16, String) {
    let request = request.map(|_| RequestBody::from(Bytes::from(body)));
    let response = Transport::standard(config).oneshot(request).await.expect("answered");
    let status = response.status().as_u16();
    let body = response.into_body().collect(100_000).await.expect("all there");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn presigned_urls_are_valid_until_they_expire_and_for_what_they_say() {
    let minute = Duration::from_secs(60);
    let (client, config) = storage(verifier()).await;
    let put = client.put_object().bucket("maps").key("a b").customize().presign(minute).await.expect("signed");
    assert_eq!(send(&config, put.clone(), "body").await.0, 200);
    let other = put.uri().to_string().replace("a%20b", "c");
    let changed = Request::put(other).body(Bytes::new()).expect("good parts");
    let (status, text) = send(&config, changed, "body").await;
    assert!(status == 403 && text.contains("<Code>SignatureDoesNotMatch</Code>"), "{text}");
    let longer = put.uri().to_string().replace("X-Amz-Expires=60", "X-Amz-Expires=600");
    let changed = Request::put(longer).body(Bytes::new()).expect("good parts");
    let (status, text) = send(&config, changed, "body").await;
    assert!(status == 403 && text.contains("<Code>SignatureDoesNotMatch</Code>"), "{text}");
    let (client, config) = storage(verifier().clock(|| SystemTime::now() + Duration::from_secs(120))).await;
    let put = client.put_object().bucket("maps").key("a").customize().presign(minute).await.expect("signed");
    let (status, text) = send(&config, put, "body").await;
    assert!(status == 403 && text.contains("<Code>AccessDenied</Code>") && text.contains("expired"), "{text}");
}

#[tokio::test]
async fn a_length_that_a_url_covers_is_that_of_the_body() {
    let (client, config) = storage(verifier()).await;
    let put = client.put_object().bucket("maps").key("a").customize().header("content-length", "4");
    let mut put = put.presign(Duration::from_secs(60)).await.expect("signed");
    assert_eq!(send(&config, put.clone(), "text").await.0, 200);
    // The transport sends the length of the body.
    put.headers_mut().remove("content-length");
    assert_eq!(send(&config, put.clone(), "text").await.0, 200);
    for body in ["", "tex", "texts"] {
        let (status, text) = send(&config, put.clone(), body).await;
        assert!(status == 403 && text.contains("<Code>SignatureDoesNotMatch</Code>"), "{body}: {status} {text}");
    }
}

#[tokio::test]
async fn headers_that_urls_leave_unsigned_are_accepted_with_them_and_no_others() {
    let (client, config) = storage(verifier()).await;
    let minute = Duration::from_secs(60);
    client.put_object().bucket("maps").key("a").body("text").send().await.expect("stored");
    let get = client.get_object().bucket("maps").key("a").customize().header("x-amz-checksum-mode", "ENABLED");
    let get = get.presign(minute).await.expect("signed");
    assert_eq!(get.headers()["x-amz-checksum-mode"], "ENABLED");
    assert!(get.uri().query().is_some_and(|query| query.contains("X-Amz-SignedHeaders=host&")), "{}", get.uri());
    assert_eq!(send(&config, get.clone(), "").await, (200, "text".to_owned()));
    let mut other = get;
    other.headers_mut().insert("x-amz-meta-owner", HeaderValue::from_static("me"));
    let (status, text) = send(&config, other, "").await;
    assert!((400..404).contains(&status), "{status} {text}");
}

#[tokio::test]
async fn an_authorizer_sees_operation_identity_and_labels() {
    let authentication = Authentication::from(verifier()).authorize(|request: &AccessRequest<'_>| {
        let name = request.identity().map(|identity| identity.name().to_owned());
        assert_eq!(name.as_deref(), Some("AKIDEXAMPLE"));
        let scope = request.context.credential_scope().expect("signed");
        assert_eq!((scope.region.as_str(), scope.service.as_str(), scope.presigned), ("eu-central-1", "s3", false));
        match (request.operation.name(), request.label("Bucket").as_deref()) {
            ("PutObject", Some("maps")) => Decision::Allow,
            _ => Decision::Deny("only maps".to_owned()),
        }
    });
    let service = golden::storage::server::service(Memory::default()).authenticate(authentication);
    let config = changed(serve(axum::Router::new().fallback_service(service)).await, unchanged);
    let client = golden::storage::Client::new(config.credentials(good()));
    let put = |bucket: &'static str| client.put_object().bucket(bucket).key("a").body("x").send();
    put("maps").await.expect("allowed");
    let error = put("other").await.expect_err("denied");
    assert_eq!((error.status(), error.code(), error.message()), (Some(403), Some("AccessDenied"), Some("only maps")));
}
