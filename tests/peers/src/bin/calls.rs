//! Signed calls of generated clients through a transport that returns the same response each time. See `canned.rs`.

#[path = "../canned.rs"]
mod canned;

use std::convert::Infallible;
use std::future::ready;
use std::hint::black_box;
use std::process::ExitCode;

use bytes::Bytes;
use canned::Calls;
use generated::sfn::Client;
use http_body_util::Full;
use whitesmith_runtime::client::{Config, Credentials, RequestBody, Transport};

fn main() -> ExitCode {
    canned::run::<Generated>()
}

struct Generated(Client);

impl Calls for Generated {
    fn new(body: Bytes) -> Self {
        let transport = Transport::new(tower::service_fn(move |_: http::Request<RequestBody>| {
            ready(Ok::<_, Infallible>(http::Response::new(Full::new(body.clone()))))
        }));
        let credentials = Credentials::new(canned::KEY, canned::SECRET);
        Self(Client::new(Config::new().region(canned::REGION).credentials(credentials).transport(transport)))
    }

    async fn versions(&self) -> usize {
        let call = self.0.list_state_machine_versions().state_machine_arn(canned::MACHINE).max_results(100);
        black_box(call.send().await).expect("a valid response").state_machine_versions.len()
    }

    async fn history(&self) -> usize {
        let call = self.0.get_execution_history().execution_arn(canned::EXECUTION).max_results(1000);
        black_box(call.send().await).expect("a valid response").events.len()
    }
}
