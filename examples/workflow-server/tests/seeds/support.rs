//! A server with a clock that tests set, and helpers for tests of Step Functions.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use generated::sfn::Client;
use generated::sfn::types::{Arn, RoutingConfigurationListItem, VersionWeight};
use tokio::net::TcpListener;
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::operation::OperationError;
use whitesmith_runtime::types::Timestamp;
use workflow_server::{Clock, Server, Settings};

pub(crate) const DEFINITION: &str = r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#;
pub(crate) const OTHER: &str = r#"{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}"#;
pub(crate) const ROLE: &str = "arn:aws:iam::123456789012:role/orders";
/// The state machine that [`Example::machine`] creates.
pub(crate) const MACHINE: &str = "arn:aws:states:eu-central-1:123456789012:stateMachine:orders";
/// When the clock starts.
pub(crate) const START: i64 = 1_800_000_000;

/// A running server.
pub(crate) struct Example {
    pub(crate) server: Server,
    pub(crate) config: Config,
    pub(crate) client: Client,
    clock: Arc<AtomicI64>,
}

impl Example {
    /// A server without data.
    pub(crate) async fn empty() -> Self {
        let clock = Arc::new(AtomicI64::new(START));
        let seconds = Arc::clone(&clock);
        let clocked = Clock::new(move || Timestamp::from_secs(seconds.load(Ordering::SeqCst)));
        let server = Settings::default().empty().clock(clocked).open().expect("a database in memory");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let router = server.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let config = Config::new().endpoint_url(format!("http://{address}")).unsigned().attempts(1);
        Self { server, client: Client::new(config.clone()), config, clock }
    }

    /// A server with a state machine of one revision.
    pub(crate) async fn machine() -> Self {
        let example = Self::empty().await;
        let create = example.client.create_state_machine().name("orders").definition(DEFINITION).role_arn(ROLE);
        create.send().await.expect("a state machine");
        example
    }

    /// A server with a state machine of that many versions.
    pub(crate) async fn versions(count: u32) -> Self {
        let example = Self::machine().await;
        for _ in 0..count {
            example.publish().await;
        }
        example
    }

    /// Advances the clock.
    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_secs(self.clock.load(Ordering::SeqCst))
    }

    /// Changes the state machine and publishes a version of it.
    pub(crate) async fn publish(&self) -> Arn {
        let update = self.client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER).publish(true);
        update.send().await.expect("a revision").state_machine_version_arn.expect("a version")
    }

    /// Creates an alias.
    pub(crate) async fn alias(&self, name: &str, shares: &[(u32, i32)]) -> Arn {
        let create = self.client.create_state_machine_alias().name(name);
        let create = create.set_routing_configuration(Some(routes(shares)));
        create.send().await.expect("an alias").state_machine_alias_arn
    }

    /// Starts an execution, and returns its ARN.
    pub(crate) async fn start(&self, arn: &str) -> Arn {
        self.client.start_execution().state_machine_arn(arn).send().await.expect("an execution").execution_arn
    }
}

pub(crate) fn qualified(qualifier: impl std::fmt::Display) -> String {
    format!("{MACHINE}:{qualifier}")
}

pub(crate) fn route(arn: &str, weight: i32) -> RoutingConfigurationListItem {
    RoutingConfigurationListItem::builder()
        .state_machine_version_arn(Arn::try_from(arn).expect("an ARN"))
        .weight(VersionWeight::new(weight).expect("a weight"))
        .build()
        .expect("valid")
}

/// Versions of the state machine with their weights.
pub(crate) fn routes(shares: &[(u32, i32)]) -> Vec<RoutingConfigurationListItem> {
    shares.iter().map(|(version, weight)| route(&qualified(version), *weight)).collect()
}

/// Error code of the result.
#[track_caller]
pub(crate) fn code<T: Debug, E: OperationError + Debug>(result: Result<T, Error<E>>) -> String {
    result.expect_err("an error").code().unwrap_or_default().to_owned()
}

/// Error code, HTTP status and message of the result.
#[track_caller]
pub(crate) fn fault<T: Debug, E: OperationError + Debug>(result: Result<T, Error<E>>) -> (String, u16, String) {
    let error = result.expect_err("an error");
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    (text(error.code()), error.status().unwrap_or_default(), text(error.message()))
}
