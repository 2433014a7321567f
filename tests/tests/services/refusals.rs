//! Requests that a verifying server refuses, in one table: five protocols, each with its statuses and codes. They are
//! signed by our clients and by the crate `aws-sigv4`, for one region and for several.

mod cases;
mod chunks;

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningParams, SigningSettings,
    UriPathNormalizationMode,
};
use aws_sigv4::sign::{v4, v4a};
use bytes::Bytes;
use generated::{imagebuilder, sfn};
use golden::storage;
use http::{HeaderMap, Method, Request};
use tower::ServiceExt;
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{AccessKey, Body, Fault, Missing, PathPrefix, SecretKey, SigV4Verifier, SignatureUse};

use self::cases::{CASES, Change, FORM, GOOD, PROTOCOLS, WRONG, set, set_target};
use super::storage::server::Memory;
use super::support::{IMAGE, serve};

/// The server is 20 minutes behind its clients.
const BEHIND: u64 = u64::MAX;

/// Returns the time of the server.
fn clock(minutes: u64) -> fn() -> SystemTime {
    match minutes {
        0 => SystemTime::now,
        20 => || SystemTime::now() + Duration::from_secs(20 * 60),
        BEHIND => || SystemTime::now() - Duration::from_secs(20 * 60),
        _ => panic!("add this time"),
    }
}

/// Knows one key.
fn keys() -> SigV4Verifier {
    SigV4Verifier::new(|key: AccessKey| async move {
        Ok::<_, Infallible>((key.id == GOOD.0).then(|| SecretKey::new(GOOD.1)))
    })
}

/// Knows one key, and accepts each signature once.
fn verifier(minutes: u64) -> SigV4Verifier {
    let seen: Arc<Mutex<HashSet<String>>> = Arc::default();
    keys().allow_sigv4a().clock(clock(minutes)).replay(move |found: SignatureUse| {
        let is_new = seen.lock().expect("not poisoned").insert(found.signature);
        async move { Ok::<_, Infallible>(is_new) }
    })
}

/// Configurations of the clients of servers: for restJson1 and awsJson, S3, awsQuery, and ec2Query.
struct Servers {
    others: Config,
    s3: Config,
    query: Config,
    ec2: Config,
}

async fn none(_: sfn::types::ListStateMachinesInput) -> Result<sfn::types::ListStateMachinesOutput, Fault> {
    let machines = Some(Vec::<sfn::types::StateMachineListItem>::new());
    sfn::types::ListStateMachinesOutput::builder().set_state_machines(machines).build().map_err(Fault::internal)
}

async fn servers(verifier: SigV4Verifier, (id, secret): (&str, &str)) -> Servers {
    let s3 = storage::server::service(Memory::default()).authenticate(verifier.clone());
    let others = workflow_server::Settings::default().authenticate(verifier.clone()).open();
    let others = serve(others.expect("a database in memory").router()).await;
    let s3 = serve(axum::Router::new().fallback_service(s3)).await;
    let form = async |protocol| {
        let service = sfn::server::partial(()).operation(sfn::operations::ListStateMachines, none);
        let service = service.otherwise(Fault::not_implemented).authenticate(verifier.clone());
        serve(axum::Router::new().fallback_service(service.with_additional_protocols(&[protocol]))).await
    };
    let config = |address| {
        let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1);
        config.credentials(Credentials::new(id, secret))
    };
    let (query, ec2) = (form(ProtocolId::AwsQuery).await, form(ProtocolId::Ec2Query).await);
    Servers { others: config(others), s3: config(s3), query: config(query), ec2: config(ec2) }
}

/// Signed requests of the protocols. Our clients do not sign those of the last two.
async fn signed(servers: &Servers, credentials: (&str, &str)) -> Vec<Request<RequestBody>> {
    let images = imagebuilder::Client::new(servers.others.clone());
    let images = images.list_workflow_executions().image_build_version_arn(IMAGE).customize().sign().await;
    let machines = sfn::Client::new(servers.others.clone()).list_state_machines().customize().sign().await;
    let object = storage::Client::new(servers.s3.clone()).put_object().bucket("maps").key("a").body("text");
    let object = object.customize().sign().await;
    let mut requests = vec![
        images.expect("signed").into_parts().0,
        machines.expect("signed").into_parts().0,
        object.expect("signed").into_parts().0,
    ];
    for config in [&servers.query, &servers.ec2] {
        // Any request to the server has its address.
        let machines = sfn::Client::new(config.clone()).list_state_machines().customize().sign().await;
        let mut request = Request::post(machines.expect("signed").into_parts().0.uri());
        request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.body(RequestBody::from(Bytes::from(FORM))).expect("a request");
        requests.push(sign_again(request, "states", credentials, None).await);
    }
    requests
}

/// Signs a request for one region, or for several, as `aws-sigv4` does.
async fn sign_again(
    request: Request<RequestBody>,
    service: &str,
    (id, secret): (&str, &str),
    regions: Option<&str>,
) -> Request<RequestBody> {
    let (mut head, body) = request.into_parts();
    let body = body.collect(100_000).await.expect("all there");
    for name in ["authorization", "x-amz-date", "x-amz-content-sha256"] {
        head.headers.remove(name);
    }
    let mut settings = SigningSettings::default();
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    if service == "s3" {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    let identity = aws_credential_types::Credentials::new(id, secret, None, None, "test").into();
    let time = SystemTime::now();
    let params: SigningParams<'_> = match regions {
        None => {
            let params = v4::SigningParams::builder().identity(&identity).region("eu-central-1").name(service);
            params.time(time).settings(settings).build().expect("complete").into()
        }
        Some(regions) => {
            let params = v4a::SigningParams::builder().identity(&identity).region_set(regions).name(service);
            params.time(time).settings(settings).build().expect("complete").into()
        }
    };
    let headers = head.headers.iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
    let signable =
        SignableRequest::new(head.method.as_str(), head.uri.to_string(), headers, SignableBody::Bytes(&body));
    let signed = aws_sigv4::http_request::sign(signable.expect("signable"), &params).expect("signed");
    let mut request = Request::from_parts(head, RequestBody::from(body.clone()));
    signed.into_parts().0.apply_to_request_http1x(&mut request);
    request
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

/// Requests that are not answered as the table says, and why.
async fn wrong_answers(regions: Option<&str>) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in CASES {
        let servers = servers(verifier(case.minutes), case.credentials).await;
        let requests = signed(&servers, case.credentials).await;
        for (at, mut request) in requests.into_iter().enumerate() {
            if regions.is_some() {
                let service = ["imagebuilder", "states", "s3", "states", "states"][at];
                request = sign_again(request, service, case.credentials, regions).await;
            }
            (case.change)(&mut request);
            let (found, expected) = (send(&servers.others, request).await, case.expected[at]);
            if (found.0, &*found.1) != expected {
                wrong.push(format!("{} {}: {found:?}, not {expected:?}", case.name, PROTOCOLS[at]));
            }
        }
    }
    wrong
}

#[tokio::test]
async fn requests_are_answered_only_as_they_were_signed_and_within_their_time() {
    assert_eq!(wrong_answers(None).await, [""; 0]);
}

#[tokio::test]
async fn signatures_for_several_regions_are_answered_like_others() {
    assert_eq!(wrong_answers(Some("us-east-1,eu-*")).await, [""; 0]);
}

#[tokio::test]
async fn signatures_for_several_regions_are_valid_in_theirs_and_do_not_cover_chunks() {
    const CHUNKS: &str = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD";
    for (regions, hash, expected) in [
        ("*", None, (200, "")),
        ("us-*,eu-central-1", None, (200, "")),
        ("us-*", None, (400, "AuthorizationHeaderMalformed")),
        ("*", Some(CHUNKS), (501, "NotImplemented")),
        ("*", Some("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), WRONG[2]),
    ] {
        let servers = servers(verifier(0).region("eu-central-1"), GOOD).await;
        let request = signed(&servers, GOOD).await.remove(2);
        let mut request = sign_again(request, "s3", GOOD, Some(regions)).await;
        if let Some(hash) = hash {
            set(&mut request, "x-amz-content-sha256", hash);
        }
        let found = send(&servers.s3, request).await;
        assert_eq!((found.0, &*found.1), expected, "{regions} {hash:?}");
    }
}

#[tokio::test]
async fn signatures_of_requests_whose_body_names_the_operation_cover_a_prefix() {
    let service = sfn::server::partial(()).operation(sfn::operations::ListStateMachines, none);
    let service = service.otherwise(Fault::not_implemented).authenticate(verifier(0));
    let below = PathPrefix::new("/prod").around(service.with_additional_protocols(&[ProtocolId::AwsQuery]));
    let address = serve(axum::Router::new().fallback_service(below)).await;
    let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).unsigned();
    for (signed, expected) in [("/prod/", (200, "")), ("/", WRONG[3])] {
        let request = Request::post(format!("http://{address}{signed}"));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.body(RequestBody::from(Bytes::from(FORM))).expect("a request");
        let mut request = sign_again(request, "states", GOOD, None).await;
        set_target(&mut request, |_| "/prod/".to_owned());
        let (status, code) = send(&config, request).await;
        assert_eq!((status, &*code), expected, "signed for {signed}");
    }
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
    let servers = servers(verifier(0), GOOD).await;
    let requests = signed(&servers, GOOD).await;
    let bodies = [None, Some("{}"), Some("text"), Some(FORM), Some(FORM)];
    for ((request, body), expected) in requests.iter().zip(bodies).zip(WRONG).filter(|((_, body), _)| body.is_some()) {
        let body = body.unwrap_or_default();
        assert_eq!(send(&servers.others, copy(request, body)).await.0, 200, "{}", request.uri());
        let (status, code) = send(&servers.others, copy(request, body)).await;
        assert_eq!((status, &*code), expected, "{}", request.uri());
    }
}

#[tokio::test]
async fn presigned_urls_are_refused_when_they_are_changed_or_expired() {
    async fn presigned(minutes: u64, change: Change) -> (u16, String) {
        let Servers { s3, .. } = servers(verifier(minutes), GOOD).await;
        let client = storage::Client::new(s3.clone());
        let call = client.put_object().bucket("maps").key("a").customize().presign(Duration::from_secs(60));
        let mut request = call.await.expect("signed").map(|_| RequestBody::from(Bytes::from("text")));
        change(&mut request);
        send(&s3, request).await
    }
    let cases: [(&str, u64, Change, u16, &str); 7] = [
        ("valid", 0, |_| {}, 200, ""),
        ("expired", 20, |_| {}, 403, "AccessDenied"),
        ("signed in 20 minutes", BEHIND, |_| {}, 403, "AccessDenied"),
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

#[tokio::test]
async fn s3_refuses_presigned_urls_with_wrong_parameters_with_codes_of_their_own() {
    const QUERY: (u16, &str) = (400, "AuthorizationQueryParametersError");
    let service = storage::server::service(Memory::default()).authenticate(keys().region("eu-central-1"));
    let address = serve(axum::Router::new().fallback_service(service)).await;
    let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1);
    let client = storage::Client::new(config.clone().credentials(Credentials::new(GOOD.0, GOOD.1)));
    let presigned = client.get_object().bucket("maps").key("a").customize().presign(Duration::from_secs(60));
    let uri = presigned.await.expect("signed").uri().to_string();
    let cases: [(&str, &str, (u16, &str)); 16] = [
        ("X-Amz-Expires=60", "X-Amz-Expires=60", (200, "")),
        ("X-Amz-Expires=60", "X-Amz-Expires=0", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=-1", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=%2B60", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=604801", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=99999999999999999999", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=60&X-Amz-Expires=60", QUERY),
        ("X-Amz-Expires=60", "X-Amz-Expires=60&X%2DAmz%2DExpires=600", QUERY),
        ("X-Amz-Expires=60&", "", QUERY),
        ("X-Amz-Date=", "X-Amz-Date=0", QUERY),
        ("%2Faws4_request", "%2Faws5_request", QUERY),
        ("%2Fs3%2F", "%2Fsqs%2F", QUERY),
        ("eu-central-1", "us-east-1", QUERY),
        ("AWS4-HMAC-SHA256", "aws4-hmac-sha256", (400, "InvalidRequest")),
        ("SignedHeaders=host", "SignedHeaders=range", (403, "AccessDenied")),
        ("X-Amz-Expires=60", "X-Amz-Expires=600", (403, "SignatureDoesNotMatch")),
    ];
    for (before, after, expected) in cases {
        let changed = uri.replacen(before, after, 1);
        assert_eq!(changed == uri, before == after, "{before} is not in {uri}");
        let request = Request::get(changed).body(RequestBody::from(Bytes::new())).expect("a request");
        let found = send(&config, request).await;
        assert_eq!((found.0, &*found.1), expected, "{after}");
    }
    let request = Request::get(&uri).header("authorization", "AWS4-HMAC-SHA256 Credential=A");
    let found = send(&config, request.body(RequestBody::from(Bytes::new())).expect("a request")).await;
    assert_eq!((found.0, &*found.1), (400, "InvalidArgument"));
}

/// Reads the body of a request for an operation without a function.
async fn read(missing: Missing) -> Result<http::Response<Body>, Fault> {
    let mut body = missing.into_request().into_body();
    while body.try_next().await.map_err(|error| Fault::new(400, "Changed", error.to_string()))?.is_some() {}
    Err(Fault::new(501, "NotImplemented", "read to its end"))
}

#[tokio::test]
async fn bodies_for_operations_without_a_function_have_the_signed_hash() {
    let service = sfn::server::partial(()).otherwise_async(read).authenticate(verifier(0));
    let address = serve(axum::Router::new().fallback_service(service)).await;
    let config = Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1);
    let client = sfn::Client::new(config.clone().credentials(Credentials::new(GOOD.0, GOOD.1)));
    for (max_results, body, expected) in [(1, None, (501, "NotImplemented")), (2, Some("{}"), (400, "Changed"))] {
        let call = client.list_state_machines().max_results(max_results);
        let request = call.customize().sign().await.expect("signed").into_parts().0;
        let mut request = sign_again(request, "states", GOOD, None).await;
        if let Some(body) = body {
            *request.body_mut() = RequestBody::from(Bytes::from(body));
        }
        let (status, code) = send(&config, request).await;
        assert_eq!((status, &*code), expected);
    }
}
