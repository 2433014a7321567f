//! Routing of requests in services with any number of operations.

use std::hint::black_box;

use axum::http::Request;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId, ServiceSchema, prelude};
use whitesmith_runtime::server::{Answer, Call, Dispatch, Service};

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
        assert!(black_box(&service).recognises(black_box(&request)));
    }
}
