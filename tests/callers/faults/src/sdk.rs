//! Calls with the AWS SDK for Rust, with its default settings.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use aws_sdk_dynamodb::types::AttributeValue;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_async::time::TimeSource;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::SdkConfig;
use aws_types::region::Region;

use crate::faults::Fault;
use crate::{Call, FOREVER, Setting};

/// A provider that hangs or fails.
#[derive(Debug)]
struct Broken(Setting);

impl ProvideCredentials for Broken {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            if self.0 == Setting::HangingProvider {
                tokio::time::sleep(FOREVER).await;
            }
            Err(CredentialsError::provider_error("the provider is broken"))
        })
    }
}

/// The time that passes when all tasks wait, which limits of streams use.
#[derive(Debug)]
struct Clock(SystemTime, tokio::time::Instant);

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        self.0 + self.1.elapsed()
    }
}

fn config(endpoint: &str, setting: Setting) -> SdkConfig {
    let credentials = match setting {
        Setting::HangingProvider | Setting::FailingProvider => SharedCredentialsProvider::new(Broken(setting)),
        _ => SharedCredentialsProvider::new(Credentials::new("id", "secret", None, None, "faults")),
    };
    SdkConfig::builder()
        .behavior_version(aws_sdk_s3::config::BehaviorVersion::latest())
        .endpoint_url(endpoint)
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials)
        .http_client(
            aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https(),
        )
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(Clock(SystemTime::now(), tokio::time::Instant::now()))
        .build()
}

fn failed<E: ProvideErrorMetadata>(error: &SdkError<E, HttpResponse>) -> String {
    let status = error.raw_response().map_or(0, |response| response.status().as_u16());
    match error {
        SdkError::TimeoutError(_) => "timeout".to_owned(),
        SdkError::DispatchFailure(_) => "connection".to_owned(),
        SdkError::ResponseError(_) => format!("response {status}"),
        // The error is read from the response, whatever that is.
        SdkError::ServiceError(error) => match error.err().code() {
            Some(code) => format!("service {status} {code}"),
            None => format!("response {status}"),
        },
        _ => "request".to_owned(),
    }
}

/// Calls, and returns a word for the result.
pub(crate) async fn call(endpoint: &str, fault: &Fault) -> String {
    let config = config(endpoint, fault.setting);
    let s3 = aws_sdk_s3::Client::new(&config);
    let result = match fault.call {
        Call::GetItem => {
            let tables = aws_sdk_dynamodb::Client::new(&config);
            let call = tables.get_item().table_name("t").key("id", AttributeValue::S("7".to_owned()));
            let item = call.send().await.map(|output| output.item).map_err(|error| failed(&error));
            item.map(|item| if item.is_some() { "ok" } else { "empty" }.to_owned())
        }
        Call::ListParts => {
            let call = s3.list_parts().bucket("b").key("k").upload_id("u");
            let parts = call.send().await.map(|output| output.parts).map_err(|error| failed(&error));
            parts.map(|parts| if parts.is_some() { "ok" } else { "empty" }.to_owned())
        }
        Call::CopyObject => {
            let call = s3.copy_object().bucket("b").key("k").copy_source("b/l").send().await;
            call.map(|_| "ok".to_owned()).map_err(|error| failed(&error))
        }
        Call::PutObject => {
            let call = s3.put_object().bucket("b").key("k").body(vec![b'x'; 1 << 20].into()).send().await;
            call.map(|_| "ok".to_owned()).map_err(|error| failed(&error))
        }
        Call::GetObject => match s3.get_object().bucket("b").key("k").send().await {
            Ok(output) => Ok(load(output.body).await),
            Err(error) => Err(failed(&error)),
        },
    };
    result.unwrap_or_else(|word| word)
}

/// The text of a body, and whether it ends early.
async fn load(mut body: aws_sdk_s3::primitives::ByteStream) -> String {
    let mut text = String::new();
    loop {
        match body.try_next().await {
            Ok(Some(piece)) => text.push_str(&String::from_utf8_lossy(&piece)),
            Ok(None) => return text,
            Err(_) => return format!("{text} and an error"),
        }
    }
}
