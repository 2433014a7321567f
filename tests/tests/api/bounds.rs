//! Marker traits of public types. Each test is a compile-time check: losing a bound is a breaking change that other
//! tests do not detect.

use std::error::Error;
use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use generated::sfn;
use generated::sfn::types::StateMachineType;
use golden::streams;
use whitesmith_runtime as rt;
use whitesmith_runtime::types::{BigDecimal, BigInteger, Blob, ByteStream, Document, EventStream, Timestamp};

/// Values that can be moved to another thread, shared with it, and kept in a pinned future.
fn shared<T: Send + Sync + Unpin + Debug + 'static>() {}

/// Values that can be moved to another thread.
fn sent<T: Send + Unpin + Debug + 'static>() {}

fn cloned<T: Clone>() {}

/// Errors that convert to `Box<dyn Error + Send + Sync>` and `anyhow::Error`.
fn error<T: Error + Send + Sync + Unpin + 'static>() {}

/// Futures that can be spawned, because they borrow nothing.
fn spawned<F: Future + Send + 'static>(_: F) {}

/// Futures that can be awaited in a spawned task.
fn awaited<F: Future + Send>(_: F) {}

fn client() -> sfn::Client {
    sfn::Client::new(rt::client::Config::new().region("eu-central-1"))
}

#[test]
fn clients_are_cloned_and_shared() {
    cloned::<sfn::Client>();
    shared::<sfn::Client>();
    cloned::<rt::client::Config>();
    shared::<rt::client::Config>();
    shared::<rt::client::Transport>();
    shared::<rt::client::Canned>();
}

#[test]
fn builders_and_calls_are_kept_and_sent_from_any_thread() {
    shared::<sfn::types::ListExecutionsInputBuilder>();
    shared::<sfn::client::ListExecutionsCall>();
    sent::<streams::client::ConverseCall>();
}

// Futures are created and dropped, so nothing is sent.
#[test]
fn futures_of_calls_are_spawned() {
    spawned(client().list_executions().send());
    spawned(streams::Client::new(rt::client::Config::new()).converse().send());
    spawned(rt::client::Config::from_env());
    let orders = golden::orders::Client::new(rt::client::Config::new());
    spawned(orders.get_order().wait_until_order_shipped(Duration::ZERO));
}

#[test]
fn pages_are_kept_and_awaited_in_tasks() {
    sent::<rt::client::Pages<sfn::operations::ListExecutions>>();
    sent::<rt::client::ItemStream<sfn::operations::ListExecutions>>();
    let mut pages = client().list_executions().paginate();
    awaited(pages.try_next());
    let mut items = client().list_executions().paginate().items();
    awaited(items.try_next());
}

#[test]
fn errors_are_boxed_and_sent() {
    error::<sfn::errors::ListExecutionsError>();
    error::<sfn::types::StateMachineDoesNotExist>();
    error::<rt::client::Error<sfn::errors::ListExecutionsError>>();
    error::<rt::aws::ConfigError>();
    error::<rt::BuildError>();
    error::<rt::constraint::Violation>();
    error::<rt::constraint::Violations>();
    error::<rt::types::EventError<streams::types::Talk>>();
    error::<rt::types::InvalidNumber>();
    error::<rt::types::InvalidTimestamp>();
    error::<rt::types::StreamError>();
}

#[test]
fn values_are_cloned_and_shared() {
    cloned::<sfn::types::ListExecutionsOutput>();
    shared::<sfn::types::ListExecutionsOutput>();
    shared::<sfn::types::RoutingConfigurationList>();
    shared::<StateMachineType>();
    shared::<(BigDecimal, BigInteger, Blob, Document, Timestamp)>();
}

#[test]
fn streams_are_moved_between_threads() {
    sent::<ByteStream>();
    sent::<EventStream<sfn::types::ExecutionListItem>>();
}

#[test]
fn services_are_cloned_and_shared_and_their_futures_are_spawned() {
    fn service<S>(_: &S)
    where
        S: tower::Service<http::Request<ByteStream>> + Clone + Send + Sync + Unpin + 'static,
        S::Future: Send + 'static,
        S::Error: Send + Sync + 'static,
    {
    }

    /// Any implementation: only `Send`, `Sync` and `'static` are required.
    #[expect(dead_code, reason = "it only has to compile")]
    fn any<I: sfn::server::StepFunctions>(implementation: I) {
        service(&sfn::server::service(implementation).without_authentication());
    }

    shared::<rt::server::Body>();
    shared::<rt::server::RequestContext>();
}
