//! Step Functions: state machines, versions, aliases and executions in memory. Executions run until they are stopped.

/// An error with a message. Its other members are optional: `Default` cannot fail.
macro_rules! error {
    ($name:ident, $message:expr) => {{
        let mut error = ::generated::sfn::types::$name::default();
        error.message = Some($message.into());
        error
    }};
}

mod aliases;
mod checks;
mod executions;
mod machines;
mod queries;
mod sample;
mod store;

use std::sync::{Mutex, MutexGuard, PoisonError};

use generated::sfn::errors as e;
use generated::sfn::server::StepFunctions;
use generated::sfn::types as t;
use whitesmith_runtime::server::RequestContext;

use self::store::Store;

/// The service: a store with a lock.
#[derive(Debug)]
pub(crate) struct Machines(Mutex<Store>);

impl Machines {
    /// Sample data.
    pub(crate) fn sample() -> Self {
        Self(Mutex::new(Store::sample()))
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Each method calls the store, or a function of `queries`.
impl StepFunctions for Machines {
    async fn create_state_machine(
        &self,
        input: t::CreateStateMachineInput,
        _: RequestContext,
    ) -> Result<t::CreateStateMachineOutput, e::CreateStateMachineError> {
        self.store().create_machine(input)
    }

    async fn update_state_machine(
        &self,
        input: t::UpdateStateMachineInput,
        _: RequestContext,
    ) -> Result<t::UpdateStateMachineOutput, e::UpdateStateMachineError> {
        self.store().update_machine(input)
    }

    async fn delete_state_machine(
        &self,
        input: t::DeleteStateMachineInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineOutput, e::DeleteStateMachineError> {
        self.store().delete_machine(&input)
    }

    async fn describe_state_machine(
        &self,
        input: t::DescribeStateMachineInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineOutput, e::DescribeStateMachineError> {
        queries::describe_machine(&self.store(), &input)
    }

    async fn describe_state_machine_for_execution(
        &self,
        input: t::DescribeStateMachineForExecutionInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineForExecutionOutput, e::DescribeStateMachineForExecutionError> {
        queries::describe_machine_for_execution(&self.store(), &input)
    }

    async fn list_state_machines(
        &self,
        input: t::ListStateMachinesInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachinesOutput, e::ListStateMachinesError> {
        queries::list_machines(&self.store(), &input)
    }

    async fn publish_state_machine_version(
        &self,
        input: t::PublishStateMachineVersionInput,
        _: RequestContext,
    ) -> Result<t::PublishStateMachineVersionOutput, e::PublishStateMachineVersionError> {
        self.store().publish(input)
    }

    async fn delete_state_machine_version(
        &self,
        input: t::DeleteStateMachineVersionInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineVersionOutput, e::DeleteStateMachineVersionError> {
        self.store().delete_version(&input)
    }

    async fn list_state_machine_versions(
        &self,
        input: t::ListStateMachineVersionsInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachineVersionsOutput, e::ListStateMachineVersionsError> {
        queries::list_versions(&self.store(), &input)
    }

    async fn create_state_machine_alias(
        &self,
        input: t::CreateStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::CreateStateMachineAliasOutput, e::CreateStateMachineAliasError> {
        self.store().create_alias(input)
    }

    async fn describe_state_machine_alias(
        &self,
        input: t::DescribeStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineAliasOutput, e::DescribeStateMachineAliasError> {
        queries::describe_alias(&self.store(), &input)
    }

    async fn update_state_machine_alias(
        &self,
        input: t::UpdateStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::UpdateStateMachineAliasOutput, e::UpdateStateMachineAliasError> {
        self.store().update_alias(input)
    }

    async fn delete_state_machine_alias(
        &self,
        input: t::DeleteStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineAliasOutput, e::DeleteStateMachineAliasError> {
        self.store().delete_alias(&input)
    }

    async fn list_state_machine_aliases(
        &self,
        input: t::ListStateMachineAliasesInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachineAliasesOutput, e::ListStateMachineAliasesError> {
        queries::list_aliases(&self.store(), &input)
    }

    async fn start_execution(
        &self,
        input: t::StartExecutionInput,
        _: RequestContext,
    ) -> Result<t::StartExecutionOutput, e::StartExecutionError> {
        self.store().start(input)
    }

    async fn stop_execution(
        &self,
        input: t::StopExecutionInput,
        _: RequestContext,
    ) -> Result<t::StopExecutionOutput, e::StopExecutionError> {
        self.store().stop(input)
    }

    async fn describe_execution(
        &self,
        input: t::DescribeExecutionInput,
        _: RequestContext,
    ) -> Result<t::DescribeExecutionOutput, e::DescribeExecutionError> {
        queries::describe_execution(&self.store(), &input)
    }

    async fn list_executions(
        &self,
        input: t::ListExecutionsInput,
        _: RequestContext,
    ) -> Result<t::ListExecutionsOutput, e::ListExecutionsError> {
        queries::list_executions(&self.store(), &input)
    }

    async fn get_execution_history(
        &self,
        input: t::GetExecutionHistoryInput,
        _: RequestContext,
    ) -> Result<t::GetExecutionHistoryOutput, e::GetExecutionHistoryError> {
        queries::history(&self.store(), &input)
    }
}
