//! Calls with generated clients, with their default settings.

use whitesmith_runtime::client::{Config, Credentials, Error};
use whitesmith_runtime::operation::OperationError;
use whitesmith_runtime::types::ByteStream;

use crate::dynamodb::types::AttributeValue;
use crate::faults::Fault;
use crate::{Call, FOREVER, Setting, dynamodb, s3};

fn config(endpoint: &str, setting: Setting) -> Config {
    let config = Config::new().region("eu-central-1").endpoint_url(endpoint);
    match setting {
        Setting::HangingProvider | Setting::FailingProvider => config.credentials_provider(move || async move {
            if setting == Setting::HangingProvider {
                tokio::time::sleep(FOREVER).await;
            }
            Err::<Credentials, _>(std::io::Error::other("the provider is broken"))
        }),
        _ => config.credentials(Credentials::new("id", "secret")),
    }
}

fn failed<E: OperationError>(error: &Error<E>) -> String {
    match error {
        Error::Timeout { .. } => "timeout".to_owned(),
        Error::Transport { .. } => "connection".to_owned(),
        Error::Response { status, .. } => format!("response {status}"),
        Error::Service(error) => format!("service {} {}", error.status(), error.code().unwrap_or_default()),
        _ => "request".to_owned(),
    }
}

/// Calls, and returns a word for the result.
pub(crate) async fn call(endpoint: &str, fault: &Fault) -> String {
    let config = config(endpoint, fault.setting);
    let s3 = s3::Client::new(config.clone());
    let result = match fault.call {
        Call::GetItem => {
            let tables = dynamodb::Client::new(config);
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
            let call = s3.put_object().bucket("b").key("k").body(vec![b'x'; 1 << 20]).send().await;
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
async fn load(mut body: ByteStream) -> String {
    let mut text = String::new();
    loop {
        match body.try_next().await {
            Ok(Some(piece)) => text.push_str(&String::from_utf8_lossy(&piece)),
            Ok(None) => return text,
            Err(_) => return format!("{text} and an error"),
        }
    }
}
