//! Mutated requests to a server with all protocols, and mutated responses to a client.

use axum::body::Body;
use axum::http::{Request, Response};
use bytes::Bytes;
use golden::shapes::Client;
use tower::ServiceExt;
use whitesmith_runtime::client::{Canned, Config};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::Service;

use crate::codecs::without_null;
use crate::echo::Echo;
use crate::values::all_types;
use crate::{Random, mutated, rounds};

/// Rounds for each protocol.
const TIMES: usize = 1_000;

const PROTOCOLS: [ProtocolId; 8] = [
    ProtocolId::RpcV2Cbor,
    ProtocolId::RpcV2Json,
    ProtocolId::AwsJson1_0,
    ProtocolId::AwsJson1_1,
    ProtocolId::RestJson1,
    ProtocolId::RestXml,
    ProtocolId::AwsQuery,
    ProtocolId::Ec2Query,
];

fn client(protocol: ProtocolId, canned: &Canned) -> Client {
    let config = Config::new().endpoint_url("http://test").unsigned().attempts(1);
    Client::new(config.protocol(protocol).transport(canned.clone()))
}

/// Request of a client.
async fn request(protocol: ProtocolId) -> Request<Bytes> {
    let canned = Canned::new([]);
    let mut all = all_types();
    all.string = Some("<&>\"\\\n🦀".to_owned());
    if matches!(protocol, ProtocolId::AwsQuery | ProtocolId::Ec2Query) {
        all = without_null(all);
    }
    let _ = client(protocol, &canned).echo_types().all(all).send().await;
    canned.requests().pop().expect("a request was sent")
}

/// Response of a server with that protocol.
async fn answer(protocol: ProtocolId, request: Request<Bytes>) -> Response<Bytes> {
    let server = golden::shapes::server::service(Echo).with_protocols(&[protocol]);
    let Ok(response) = server.oneshot(request.map(Body::from)).await;
    let (head, body) = response.into_parts();
    let body = axum::body::to_bytes(Body::new(body), usize::MAX).await.expect("all there");
    Response::from_parts(head, body)
}

fn with_body<T: Clone>(parts: &T, body: Vec<u8>, make: impl Fn(T, Bytes) -> Response<Bytes>) -> Response<Bytes> {
    make(parts.clone(), body.into())
}

#[tokio::test]
async fn changed_requests_are_answered_by_each_protocol() {
    let server = golden::shapes::server::service(Echo);
    for (seed, protocol) in (100..).zip(PROTOCOLS) {
        let (head, body) = request(protocol).await.into_parts();
        // A server with all protocols uses the first of the query protocols.
        let server: Service<_> =
            if protocol == ProtocolId::Ec2Query { server.clone().with_protocols(&[protocol]) } else { server.clone() };
        let mut random = Random(seed);
        for round in rounds(TIMES) {
            let request = Request::from_parts(head.clone(), Body::from(mutated(&body, &mut random)));
            let Ok(response) = server.clone().oneshot(request).await;
            // Values that can be read but not written, such as control characters in XML, are server errors.
            assert!(response.status().as_u16() <= 500, "{protocol:?} {round}: {}", response.status());
        }
    }
}

#[tokio::test]
async fn changed_responses_are_values_or_errors_by_each_protocol() {
    for (seed, protocol) in (200..).zip(PROTOCOLS) {
        let (head, body) = answer(protocol, request(protocol).await).await.into_parts();
        assert_eq!(head.status, 200, "{protocol:?} {}", String::from_utf8_lossy(&body));
        let mut random = Random(seed);
        for round in rounds(TIMES) {
            let body = mutated(&body, &mut random);
            let mut response = with_body(&head, body, Response::from_parts);
            *response.status_mut() = [200, 400, 404, 500][random.below(4)].try_into().expect("a status");
            let is_success = response.status() == 200;
            match client(protocol, &Canned::new([response])).echo_types().send().await {
                Ok(output) => assert!(is_success, "{protocol:?} {round}: {output:?}"),
                Err(error) => assert!(!error.to_string().is_empty(), "{protocol:?} {round}"),
            }
        }
    }
}
