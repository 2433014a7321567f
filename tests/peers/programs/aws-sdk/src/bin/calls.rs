//! Signed calls of the AWS SDK for Rust through a connector that returns the same response each time. See `canned.rs`.

#[path = "../../../../src/canned.rs"]
mod canned;

use std::hint::black_box;
use std::process::ExitCode;

use aws_sdk_sfn::config::retry::RetryConfig;
use aws_sdk_sfn::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_sfn::{Client, Config};
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use canned::Calls;

fn main() -> ExitCode {
    canned::run::<Sdk>()
}

/// The body of all responses.
#[derive(Debug)]
struct Canned(Bytes);

impl HttpConnector for Canned {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let body = SdkBody::from(self.0.clone());
        HttpConnectorFuture::ready(Ok(HttpResponse::new(http::StatusCode::OK.into(), body)))
    }
}

struct Sdk(Client);

impl Calls for Sdk {
    fn new(body: Bytes) -> Self {
        let credentials = Credentials::new(canned::KEY, canned::SECRET, None, None, "code");
        let connector = SharedHttpConnector::new(Canned(body));
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(canned::REGION))
            .credentials_provider(credentials)
            .retry_config(RetryConfig::disabled())
            .http_client(http_client_fn(move |_, _| connector.clone()));
        Self(Client::from_conf(config.build()))
    }

    async fn versions(&self) -> usize {
        let call = self.0.list_state_machine_versions().state_machine_arn(canned::MACHINE).max_results(100);
        black_box(call.send().await).expect("a valid response").state_machine_versions().len()
    }

    async fn history(&self) -> usize {
        let call = self.0.get_execution_history().execution_arn(canned::EXECUTION).max_results(1000);
        black_box(call.send().await).expect("a valid response").events().len()
    }
}
