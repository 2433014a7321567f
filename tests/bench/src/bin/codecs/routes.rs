//! Routing of requests in services with any number of operations, and among any number of services.

use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::http::Request;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId, ServiceSchema, prelude};
use whitesmith_runtime::server::{Answer, Call, Dispatch, Service, ServiceRouter, Services};

/// Requests in one run of a case.
const REQUESTS: usize = 1_000;

#[derive(Clone, Copy)]
struct Unreachable;

impl Dispatch for Unreachable {
    fn dispatch(&self, _: usize, call: Call) -> Answer {
        call.unknown_operation()
    }
}

/// A static service with `count` operations.
fn service(operations: usize, protocol: ProtocolId) -> Service<Unreachable> {
    let name = |index: usize| -> &'static str { format!("GetThing{index}").leak() };
    let operation = |index: usize| -> &'static OperationSchema {
        let uri: &'static str = format!("/things{index}/{{Id}}/parts").leak();
        let schema = OperationSchema::new(name(index), &prelude::UNIT, &prelude::UNIT).http("GET", uri, 200);
        Box::leak(Box::new(schema))
    };
    let operations: Vec<&'static OperationSchema> = (0..operations).map(operation).collect();
    let protocols: &'static [ProtocolId] = vec![protocol].leak();
    let schema = ServiceSchema::new("example#Service", "1", operations.leak()).protocols(protocols);
    Service::new(Box::leak(Box::new(schema)), Unreachable)
}

/// Routes requests to the last operation.
pub(crate) fn run(operations: usize, protocol: ProtocolId, times: usize) {
    let service = service(operations, protocol);
    let last = operations - 1;
    let request = match protocol {
        ProtocolId::RestJson1 => Request::get(format!("/things{last}/an-id/parts")),
        ProtocolId::RpcV2Cbor => {
            Request::post(format!("/service/Service/operation/GetThing{last}")).header("smithy-protocol", "rpc-v2-cbor")
        }
        _ => Request::post("/").header("x-amz-target", format!("Service.GetThing{last}")),
    };
    let request = request.body(()).expect("a request");
    for _ in 0..times * REQUESTS {
        assert!(black_box(&service).matches(black_box(&request)));
    }
}

/// Parts of a request that name its service.
#[derive(Clone, Copy)]
pub(crate) enum By {
    Host,
    Signature,
    Target,
    Path,
}

/// Services with ten operations each.
fn services(count: usize, by: By) -> ServiceRouter {
    let protocol = if matches!(by, By::Path) { ProtocolId::RestJson1 } else { ProtocolId::AwsJson1_0 };
    let service = |index: usize| -> Service<Unreachable> {
        let operation = |at: usize| -> &'static OperationSchema {
            let (name, uri) = (format!("GetThing{at}").leak(), format!("/service{index}/things{at}/{{Id}}").leak());
            Box::leak(Box::new(OperationSchema::new(name, &prelude::UNIT, &prelude::UNIT).http("GET", uri, 200)))
        };
        let operations: Vec<&'static OperationSchema> = (0..10).map(operation).collect();
        let name: &'static str = format!("service{index}").leak();
        let schema = ServiceSchema::new(format!("example#Service{index}").leak(), "1", operations.leak());
        let schema = schema.protocols(vec![protocol].leak()).sigv4(name).endpoint_prefix(name);
        Service::new(Box::leak(Box::new(schema)), Unreachable)
    };
    let all = (0..count).fold(Services::new(), |all, index| all.add(service(index)));
    all.build().expect("distinct services")
}

/// Sends requests for the last service, which are answered at once.
pub(crate) fn run_services(count: usize, by: By, times: usize) {
    let mut services = services(count, by);
    let last = count - 1;
    let scope = format!("AWS4-HMAC-SHA256 Credential=AK/20260101/eu/service{last}/aws4_request, SignedHeaders=host");
    let request = || match by {
        By::Host => Request::post("/").header("host", format!("service{last}.eu-central-1.amazonaws.com")),
        By::Signature => Request::post("/").header("authorization", &scope),
        By::Target => Request::post("/").header("x-amz-target", format!("Service{last}.GetThing7")),
        By::Path => Request::get(format!("/service{last}/things7/an-id")),
    };
    for _ in 0..times * REQUESTS {
        let request = request().body(axum::body::Body::empty()).expect("a request");
        let answer = pin!(tower::Service::call(&mut services, black_box(request)));
        let Poll::Ready(Ok(response)) = answer.poll(&mut Context::from_waker(Waker::noop())) else {
            unreachable!("nothing is waited for")
        };
        assert!(response.headers().contains_key("x-amzn-requestid"));
    }
}
