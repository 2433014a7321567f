//! A service whose structures have 300 optional members, so that `{}` takes 7,200 bytes.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Semaphore;
use whitesmith_runtime as rt;
use whitesmith_runtime::Builder;
use whitesmith_runtime::client::{Call as ClientCall, Client, Config, Error};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::reflect::{AsShape, Description, Field, Fill, Ref, Reflect, Shape, Value, Visitor};
use whitesmith_runtime::schema::{Member, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude};
use whitesmith_runtime::server::{Answer, Call, Dispatch, Service};

const MEMBERS: usize = 300;

/// Only the first member has a distinct name, because the others are always absent.
#[allow(clippy::large_stack_arrays, reason = "evaluated by the compiler")]
const fn members() -> [Member; MEMBERS] {
    let mut members = [const { Member::new("other", ",\"other\":", &prelude::STRING) }; MEMBERS];
    members[0] = Member::new("first", ",\"first\":", &prelude::STRING);
    members
}

static WIDE_MEMBERS: [Member; MEMBERS] = members();
static WIDE: Schema = Schema::structure("example.wide#Wide", &WIDE_MEMBERS);
static WIDES: Schema = Schema::list("example.wide#WideList", &[rt::member!("member", WIDE)]);
static NAMED: Schema =
    Schema::map("example.wide#WideMap", &[rt::member!("key", prelude::STRING), rt::member!("value", WIDE)]);
static SHAPE: Schema =
    Schema::structure("example.wide#Wides", &[rt::member!("wides", WIDES), rt::member!("named", NAMED)]);
static PUT: OperationSchema =
    OperationSchema::new("Put", &SHAPE, &SHAPE).http("POST", "/wides", 200).compression(&["gzip"]);
static SERVICE: ServiceSchema = ServiceSchema::new("example.wide#Service", "2026-01-01", &[&PUT]).protocols(&[
    ProtocolId::AwsJson1_1,
    ProtocolId::RpcV2Cbor,
    ProtocolId::AwsQuery,
    ProtocolId::RestXml,
]);

/// A structure with many optional members.
pub(crate) struct Wide([Option<String>; MEMBERS]);

impl Shape for Wide {
    fn shape() -> Description {
        Description { schema: &WIDE, names: "" }
    }
}

impl Reflect for Wide {
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool {
        let mut members = self.0.iter().enumerate();
        members.all(|(index, member)| member.as_ref().is_none_or(|text| visitor.member(index, Ref::Str(text))))
    }

    fn field(&mut self, member: usize, _: Fill) -> Option<&mut dyn Field> {
        self.0.get_mut(member).map(|member| member as _)
    }
}

impl Value for Wide {
    type Access = AsShape;

    fn blank(_: Fill) -> Self {
        Self([const { None }; MEMBERS])
    }
}

/// Input and output of the operation.
pub(crate) struct Wides {
    wides: Option<Vec<Wide>>,
    named: Option<BTreeMap<String, Wide>>,
}

rt::structure! { Wides: SHAPE { wides, named } }

#[derive(Debug)]
pub(crate) enum PutError {
    Unhandled(Unhandled),
}

rt::operation_error! { PutError {} }

/// The operation.
pub(crate) struct Put;

rt::operation! { Put: PUT { Wides, Wides, PutError } }

/// An implementation that holds its inputs until the gate has permits.
#[derive(Clone)]
pub(crate) struct Gated {
    pub(crate) gate: Arc<Semaphore>,
    /// Number of inputs that have been read.
    pub(crate) reads: Arc<AtomicUsize>,
}

impl Dispatch for Gated {
    fn dispatch(&self, _: usize, call: Call) -> Answer {
        let Self { gate, reads } = self.clone();
        call.answer::<Put, _>(async move |input, _| {
            reads.fetch_add(1, Ordering::Relaxed);
            let _permit = gate.acquire().await;
            drop(input);
            Ok(Wides { wides: None, named: None })
        })
    }
}

/// A service with four protocols.
pub(crate) fn service(implementation: Gated) -> Service<Gated> {
    Service::new(&SERVICE, implementation)
}

/// A client of the service.
pub(crate) fn client(config: Config) -> Client {
    Client::new(&SERVICE, config)
}

/// Calls the operation.
pub(crate) async fn put(client: &Client) -> Result<usize, Error<PutError>> {
    let output = Builder::<Wides, ClientCall<Put>>::call(client).send().await?;
    Ok(output.wides.map_or(0, |wides| wides.len()) + output.named.map_or(0, |named| named.len()))
}
