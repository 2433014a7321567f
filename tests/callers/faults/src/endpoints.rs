//! Hosts of endpoints with the caller's account, which cannot be called.

use std::sync::{Arc, Mutex, PoisonError};

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::types::AttributeValue as SdkValue;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_types::SdkConfig;
use aws_types::endpoint_config::AccountIdEndpointMode as SdkMode;
use aws_types::region::Region;
use whitesmith_runtime::client::{AccountIdEndpointMode, Canned, Config, Credentials};

use crate::dynamodb::{self, types::AttributeValue};

/// A call: name of the table, and settings.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Why the hosts differ.
    pub(crate) reason: Option<&'static str>,
    table: &'static str,
    has_account: bool,
    is_disabled: bool,
    fips: bool,
    dual_stack: bool,
}

const PLAIN: Case =
    Case { name: "", reason: None, table: "t", has_account: true, is_disabled: false, fips: false, dual_stack: false };

const CASES: [Case; 6] = [
    Case { name: "with an account", ..PLAIN },
    Case { name: "without an account", has_account: false, ..PLAIN },
    Case { name: "disabled", is_disabled: true, ..PLAIN },
    Case { name: "a table of another account", table: "arn:aws:dynamodb:us-east-1:222222222222:table/t", ..PLAIN },
    Case { name: "with FIPS", fips: true, ..PLAIN },
    Case {
        name: "with dual stack",
        reason: Some("the SDK was generated from a later model"),
        dual_stack: true,
        ..PLAIN
    },
];

const ACCOUNT: &str = "111111111111";

/// Keeps the URI of the last request, which fails.
#[derive(Clone, Debug, Default)]
struct Capture(Arc<Mutex<Option<String>>>);

impl HttpConnector for Capture {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(request.uri().to_owned());
        HttpConnectorFuture::ready(Err(ConnectorError::user("not sent".into())))
    }
}

async fn sdk(case: &Case) -> Option<String> {
    let seen = Capture::default();
    let connector = SharedHttpConnector::new(seen.clone());
    let credentials = aws_credential_types::Credentials::builder().access_key_id("id").secret_access_key("secret");
    let mut credentials = credentials.provider_name("faults");
    credentials.set_account_id(case.has_account.then(|| ACCOUNT.into()));
    let config = SdkConfig::builder()
        .behavior_version(aws_sdk_dynamodb::config::BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials.build()))
        .http_client(http_client_fn(move |_, _| connector.clone()))
        .account_id_endpoint_mode(if case.is_disabled { SdkMode::Disabled } else { SdkMode::Preferred })
        .use_fips(case.fips)
        .use_dual_stack(case.dual_stack)
        .build();
    let call = aws_sdk_dynamodb::Client::new(&config).get_item().table_name(case.table);
    // It fails, because nothing is sent.
    let _ = call.key("id", SdkValue::S("7".to_owned())).send().await;
    seen.0.lock().unwrap_or_else(PoisonError::into_inner).as_deref().and_then(host)
}

async fn ours(case: &Case) -> Option<String> {
    let seen = Canned::default();
    let credentials = Credentials::new("id", "secret");
    let credentials = if case.has_account { credentials.account_id(ACCOUNT) } else { credentials };
    let mode = if case.is_disabled { AccountIdEndpointMode::Disabled } else { AccountIdEndpointMode::Preferred };
    let config = Config::new()
        .region("us-east-1")
        .credentials(credentials)
        .transport(seen.clone())
        .account_id_endpoint_mode(mode);
    let config = if case.fips { config.fips() } else { config };
    let config = if case.dual_stack { config.dual_stack() } else { config };
    let call = dynamodb::Client::new(config).get_item().table_name(case.table);
    // It fails, because nothing is sent.
    let _ = call.key("id", AttributeValue::S("7".to_owned())).send().await;
    seen.requests().first().and_then(|request| host(&request.uri().to_string()))
}

fn host(uri: &str) -> Option<String> {
    uri.split('/').nth(2).map(str::to_owned)
}

/// The hosts that the SDK and our client send each request to.
pub(crate) async fn compare() -> Vec<(&'static Case, Option<String>, Option<String>)> {
    let mut hosts = Vec::new();
    for case in &CASES {
        hosts.push((case, sdk(case).await, ours(case).await));
    }
    hosts
}
