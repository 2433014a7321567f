//! Signed calls of the AWS SDK for Rust through a connector that returns the same response each time. See `canned.rs`.

#[path = "../../../../src/canned.rs"]
mod canned;

use std::hint::black_box;
use std::process::ExitCode;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sfn::config::BehaviorVersion;
use aws_sdk_sfn::config::retry::RetryConfig;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use aws_types::region::Region;
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

struct Sdk {
    sfn: aws_sdk_sfn::Client,
    imagebuilder: aws_sdk_imagebuilder::Client,
}

impl Calls for Sdk {
    fn new(body: Bytes) -> Self {
        let credentials = Credentials::new(canned::KEY, canned::SECRET, None, None, "code");
        let connector = SharedHttpConnector::new(Canned(body));
        let config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(canned::REGION))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .retry_config(RetryConfig::disabled())
            .http_client(http_client_fn(move |_, _| connector.clone()))
            .build();
        Self { sfn: aws_sdk_sfn::Client::new(&config), imagebuilder: aws_sdk_imagebuilder::Client::new(&config) }
    }

    async fn versions(&self) -> usize {
        let call = self.sfn.list_state_machine_versions().state_machine_arn(canned::MACHINE).max_results(100);
        black_box(call.send().await).expect("a valid response").state_machine_versions().len()
    }

    async fn history(&self) -> usize {
        let call = self.sfn.get_execution_history().execution_arn(canned::EXECUTION).max_results(1000);
        black_box(call.send().await).expect("a valid response").events().len()
    }

    async fn steps(&self) -> usize {
        let call = self.imagebuilder.list_workflow_step_executions().workflow_execution_id(canned::WORKFLOW);
        black_box(call.max_results(25).send().await).expect("a valid response").steps().len()
    }
}
