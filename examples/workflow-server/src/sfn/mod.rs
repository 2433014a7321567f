//! Step Functions: state machines, versions, aliases and executions.

/// An error with a message. Its other members are optional: `Default` cannot fail.
macro_rules! error {
    ($name:ident, $message:expr) => {{
        let mut error = ::generated::sfn::types::$name::default();
        error.message = Some($message.into());
        error
    }};
}

mod aliases;
mod arns;
mod checks;
mod executions;
mod history;
mod import;
mod lists;
mod machines;
#[cfg(test)]
mod rate;
mod records;
mod versions;

use generated::sfn::errors as e;
use generated::sfn::server::StepFunctions;
use generated::sfn::types as t;
use whitesmith_runtime::server::RequestContext;

pub use self::import::HistoryImport;
pub(crate) use self::import::{apply, sample};
use crate::database::Database;

/// The service.
pub(crate) struct Machines(pub(crate) Database);

/// Each method is one transaction.
impl StepFunctions for Machines {
    async fn create_state_machine(
        &self,
        input: t::CreateStateMachineInput,
        _: RequestContext,
    ) -> Result<t::CreateStateMachineOutput, e::CreateStateMachineError> {
        self.0.write(move |session| machines::create(session, &input)).await
    }

    async fn update_state_machine(
        &self,
        input: t::UpdateStateMachineInput,
        _: RequestContext,
    ) -> Result<t::UpdateStateMachineOutput, e::UpdateStateMachineError> {
        self.0.write(move |session| machines::update(session, &input)).await
    }

    async fn delete_state_machine(
        &self,
        input: t::DeleteStateMachineInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineOutput, e::DeleteStateMachineError> {
        self.0.write(move |session| machines::delete(session, &input)).await
    }

    async fn describe_state_machine(
        &self,
        input: t::DescribeStateMachineInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineOutput, e::DescribeStateMachineError> {
        self.0.read(move |session| machines::describe(session, &input)).await
    }

    async fn describe_state_machine_for_execution(
        &self,
        input: t::DescribeStateMachineForExecutionInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineForExecutionOutput, e::DescribeStateMachineForExecutionError> {
        self.0.read(move |session| machines::describe_for_execution(session, &input)).await
    }

    async fn list_state_machines(
        &self,
        input: t::ListStateMachinesInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachinesOutput, e::ListStateMachinesError> {
        self.0.read(move |session| machines::list(session, &input)).await
    }

    async fn publish_state_machine_version(
        &self,
        input: t::PublishStateMachineVersionInput,
        _: RequestContext,
    ) -> Result<t::PublishStateMachineVersionOutput, e::PublishStateMachineVersionError> {
        self.0.write(move |session| versions::publish_current(session, &input)).await
    }

    async fn delete_state_machine_version(
        &self,
        input: t::DeleteStateMachineVersionInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineVersionOutput, e::DeleteStateMachineVersionError> {
        self.0.write(move |session| versions::delete(session, &input)).await
    }

    async fn list_state_machine_versions(
        &self,
        input: t::ListStateMachineVersionsInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachineVersionsOutput, e::ListStateMachineVersionsError> {
        self.0.read(move |session| versions::list(session, &input)).await
    }

    async fn create_state_machine_alias(
        &self,
        input: t::CreateStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::CreateStateMachineAliasOutput, e::CreateStateMachineAliasError> {
        self.0.write(move |session| aliases::create(session, &input)).await
    }

    async fn describe_state_machine_alias(
        &self,
        input: t::DescribeStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::DescribeStateMachineAliasOutput, e::DescribeStateMachineAliasError> {
        self.0.read(move |session| aliases::describe(session, &input)).await
    }

    async fn update_state_machine_alias(
        &self,
        input: t::UpdateStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::UpdateStateMachineAliasOutput, e::UpdateStateMachineAliasError> {
        self.0.write(move |session| aliases::update(session, &input)).await
    }

    async fn delete_state_machine_alias(
        &self,
        input: t::DeleteStateMachineAliasInput,
        _: RequestContext,
    ) -> Result<t::DeleteStateMachineAliasOutput, e::DeleteStateMachineAliasError> {
        self.0.write(move |session| aliases::delete(session, &input)).await
    }

    async fn list_state_machine_aliases(
        &self,
        input: t::ListStateMachineAliasesInput,
        _: RequestContext,
    ) -> Result<t::ListStateMachineAliasesOutput, e::ListStateMachineAliasesError> {
        self.0.read(move |session| aliases::list(session, &input)).await
    }

    async fn start_execution(
        &self,
        input: t::StartExecutionInput,
        _: RequestContext,
    ) -> Result<t::StartExecutionOutput, e::StartExecutionError> {
        self.0.write(move |session| executions::start(session, &input)).await
    }

    async fn stop_execution(
        &self,
        input: t::StopExecutionInput,
        _: RequestContext,
    ) -> Result<t::StopExecutionOutput, e::StopExecutionError> {
        self.0.write(move |session| executions::stop(session, &input)).await
    }

    async fn describe_execution(
        &self,
        input: t::DescribeExecutionInput,
        _: RequestContext,
    ) -> Result<t::DescribeExecutionOutput, e::DescribeExecutionError> {
        self.0.read(move |session| executions::describe(session, &input)).await
    }

    async fn list_executions(
        &self,
        input: t::ListExecutionsInput,
        _: RequestContext,
    ) -> Result<t::ListExecutionsOutput, e::ListExecutionsError> {
        self.0.read(move |session| executions::list(session, &input)).await
    }

    async fn get_execution_history(
        &self,
        input: t::GetExecutionHistoryInput,
        _: RequestContext,
    ) -> Result<t::GetExecutionHistoryOutput, e::GetExecutionHistoryError> {
        self.0.read(move |session| history::get(session, &input)).await
    }
}
