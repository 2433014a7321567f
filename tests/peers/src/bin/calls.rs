//! Signed calls of generated clients through a transport that returns the same response each time. See `canned.rs`.

#[path = "../canned.rs"]
mod canned;

use std::convert::Infallible;
use std::future::ready;
use std::hint::black_box;
use std::process::ExitCode;

use bytes::Bytes;
use canned::Calls;
use generated::{imagebuilder, sfn};
use http_body_util::Full;
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};

fn main() -> ExitCode {
    canned::run::<Generated>()
}

struct Generated {
    sfn: sfn::Client,
    imagebuilder: imagebuilder::Client,
}

impl Calls for Generated {
    fn new(body: Bytes) -> Self {
        let transport = Transport::new(tower::service_fn(move |_: http::Request<RequestBody>| {
            ready(Ok::<_, Infallible>(http::Response::new(Full::new(body.clone()))))
        }));
        let credentials = Credentials::new(canned::KEY, canned::SECRET);
        let config = Config::new().region(canned::REGION).credentials(credentials).transport(transport);
        Self { sfn: sfn::Client::new(config.clone()), imagebuilder: imagebuilder::Client::new(config) }
    }

    async fn versions(&self) -> usize {
        let call = self.sfn.list_state_machine_versions().state_machine_arn(canned::MACHINE).max_results(100);
        black_box(call.send().await).expect("a valid response").state_machine_versions.len()
    }

    async fn history(&self) -> usize {
        let call = self.sfn.get_execution_history().execution_arn(canned::EXECUTION).max_results(1000);
        black_box(call.send().await).expect("a valid response").events.len()
    }

    async fn steps(&self) -> usize {
        let call = self.imagebuilder.list_workflow_step_executions().workflow_execution_id(canned::WORKFLOW);
        let output = black_box(call.max_results(25).send().await).expect("a valid response");
        output.steps.map_or(0, |steps| steps.len())
    }
}
