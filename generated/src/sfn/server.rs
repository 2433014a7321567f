// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! The server of `StepFunctions`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// AWS Step Functions: state machines, their versions and aliases, and executions with their
/// history.
pub trait StepFunctions: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Creates a state machine from a definition in the Amazon States Language. Publishes its first
    /// version if `publish` is true.
    fn create_state_machine(
        &self,
        input: types::CreateStateMachineInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::CreateStateMachineOutput,
            errors::CreateStateMachineError,
        >,
    > + ::std::marker::Send;

    /// Creates an alias for one or two versions of a state machine. An alias of two versions splits new
    /// executions between them by weight. Repeating a request with equal values has no effect.
    fn create_state_machine_alias(
        &self,
        input: types::CreateStateMachineAliasInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::CreateStateMachineAliasOutput,
            errors::CreateStateMachineAliasError,
        >,
    > + ::std::marker::Send;

    /// Starts the deletion of a state machine with its versions and aliases. The deletion completes
    /// when all executions have ended.
    fn delete_state_machine(
        &self,
        input: types::DeleteStateMachineInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DeleteStateMachineOutput,
            errors::DeleteStateMachineError,
        >,
    > + ::std::marker::Send;

    /// Deletes an alias. Its versions are kept.
    fn delete_state_machine_alias(
        &self,
        input: types::DeleteStateMachineAliasInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DeleteStateMachineAliasOutput,
            errors::DeleteStateMachineAliasError,
        >,
    > + ::std::marker::Send;

    /// Deletes a version that no alias routes to. Running executions of the version continue.
    fn delete_state_machine_version(
        &self,
        input: types::DeleteStateMachineVersionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DeleteStateMachineVersionOutput,
            errors::DeleteStateMachineVersionError,
        >,
    > + ::std::marker::Send;

    /// Returns the status, times, input, and output or error of an execution.
    fn describe_execution(
        &self,
        input: types::DescribeExecutionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DescribeExecutionOutput,
            errors::DescribeExecutionError,
        >,
    > + ::std::marker::Send;

    /// Returns the definition, role, type, status and configuration of a state machine. Accepts the ARN
    /// of a version or alias, too.
    fn describe_state_machine(
        &self,
        input: types::DescribeStateMachineInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DescribeStateMachineOutput,
            errors::DescribeStateMachineError,
        >,
    > + ::std::marker::Send;

    /// Returns the name, description, routing and times of an alias.
    fn describe_state_machine_alias(
        &self,
        input: types::DescribeStateMachineAliasInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DescribeStateMachineAliasOutput,
            errors::DescribeStateMachineAliasError,
        >,
    > + ::std::marker::Send;

    /// Returns the definition, role and configuration that an execution uses. Not supported for state
    /// machines of type `EXPRESS`.
    fn describe_state_machine_for_execution(
        &self,
        input: types::DescribeStateMachineForExecutionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::DescribeStateMachineForExecutionOutput,
            errors::DescribeStateMachineForExecutionError,
        >,
    > + ::std::marker::Send;

    /// Lists the events of an execution in chronological or reverse order. Not supported for state
    /// machines of type `EXPRESS`.
    fn get_execution_history(
        &self,
        input: types::GetExecutionHistoryInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::GetExecutionHistoryOutput,
            errors::GetExecutionHistoryError,
        >,
    > + ::std::marker::Send;

    /// Lists the executions of a state machine, version, alias or Map Run, most recent first. Not
    /// supported for state machines of type `EXPRESS`.
    fn list_executions(
        &self,
        input: types::ListExecutionsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListExecutionsOutput,
            errors::ListExecutionsError,
        >,
    > + ::std::marker::Send;

    /// Lists the aliases of a state machine or of one of its versions.
    fn list_state_machine_aliases(
        &self,
        input: types::ListStateMachineAliasesInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListStateMachineAliasesOutput,
            errors::ListStateMachineAliasesError,
        >,
    > + ::std::marker::Send;

    /// Lists the versions of a state machine, most recent first.
    fn list_state_machine_versions(
        &self,
        input: types::ListStateMachineVersionsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListStateMachineVersionsOutput,
            errors::ListStateMachineVersionsError,
        >,
    > + ::std::marker::Send;

    /// Lists the state machines of the account and region.
    fn list_state_machines(
        &self,
        input: types::ListStateMachinesInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListStateMachinesOutput,
            errors::ListStateMachinesError,
        >,
    > + ::std::marker::Send;

    /// Publishes the current revision of a state machine as its next version. Versions are numbered
    /// from 1 and are immutable.
    fn publish_state_machine_version(
        &self,
        input: types::PublishStateMachineVersionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::PublishStateMachineVersionOutput,
            errors::PublishStateMachineVersionError,
        >,
    > + ::std::marker::Send;

    /// Starts an execution of a state machine, version or alias.
    fn start_execution(
        &self,
        input: types::StartExecutionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::StartExecutionOutput,
            errors::StartExecutionError,
        >,
    > + ::std::marker::Send;

    /// Stops a running execution.
    fn stop_execution(
        &self,
        input: types::StopExecutionInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::StopExecutionOutput,
            errors::StopExecutionError,
        >,
    > + ::std::marker::Send;

    /// Updates a state machine. Publishes a version of the result if `publish` is true. Running
    /// executions keep the previous definition and role.
    fn update_state_machine(
        &self,
        input: types::UpdateStateMachineInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::UpdateStateMachineOutput,
            errors::UpdateStateMachineError,
        >,
    > + ::std::marker::Send;

    /// Updates the description or the routing of an alias. At least one of them is required.
    fn update_state_machine_alias(
        &self,
        input: types::UpdateStateMachineAliasInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::UpdateStateMachineAliasOutput,
            errors::UpdateStateMachineAliasError,
        >,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`StepFunctions`].
pub fn service<S: StepFunctions>(implementation: S) -> rt::server::Service<Dispatch<S>> {
    rt::server::Service::new(
        &schema::SERVICE,
        Dispatch(::std::sync::Arc::new(implementation)),
    )
}

/// Calls the method of a request's operation.
#[derive(::std::fmt::Debug)]
pub struct Dispatch<S>(::std::sync::Arc<S>);

impl<S> ::std::clone::Clone for Dispatch<S> {
    fn clone(&self) -> Self {
        Self(::std::clone::Clone::clone(&self.0))
    }
}

impl<S: StepFunctions> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::CreateStateMachine,
                        _,
                    >(move |input, context| async move {
                    service.create_state_machine(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::CreateStateMachineAlias,
                        _,
                    >(move |input, context| async move {
                    service.create_state_machine_alias(input, context).await
                })
            }
            2 => {
                call.answer::<
                        operations::DeleteStateMachine,
                        _,
                    >(move |input, context| async move {
                    service.delete_state_machine(input, context).await
                })
            }
            3 => {
                call.answer::<
                        operations::DeleteStateMachineAlias,
                        _,
                    >(move |input, context| async move {
                    service.delete_state_machine_alias(input, context).await
                })
            }
            4 => {
                call.answer::<
                        operations::DeleteStateMachineVersion,
                        _,
                    >(move |input, context| async move {
                    service.delete_state_machine_version(input, context).await
                })
            }
            5 => {
                call.answer::<
                        operations::DescribeExecution,
                        _,
                    >(move |input, context| async move {
                    service.describe_execution(input, context).await
                })
            }
            6 => {
                call.answer::<
                        operations::DescribeStateMachine,
                        _,
                    >(move |input, context| async move {
                    service.describe_state_machine(input, context).await
                })
            }
            7 => {
                call.answer::<
                        operations::DescribeStateMachineAlias,
                        _,
                    >(move |input, context| async move {
                    service.describe_state_machine_alias(input, context).await
                })
            }
            8 => {
                call.answer::<
                        operations::DescribeStateMachineForExecution,
                        _,
                    >(move |input, context| async move {
                    service.describe_state_machine_for_execution(input, context).await
                })
            }
            9 => {
                call.answer::<
                        operations::GetExecutionHistory,
                        _,
                    >(move |input, context| async move {
                    service.get_execution_history(input, context).await
                })
            }
            10 => {
                call.answer::<
                        operations::ListExecutions,
                        _,
                    >(move |input, context| async move {
                    service.list_executions(input, context).await
                })
            }
            11 => {
                call.answer::<
                        operations::ListStateMachineAliases,
                        _,
                    >(move |input, context| async move {
                    service.list_state_machine_aliases(input, context).await
                })
            }
            12 => {
                call.answer::<
                        operations::ListStateMachineVersions,
                        _,
                    >(move |input, context| async move {
                    service.list_state_machine_versions(input, context).await
                })
            }
            13 => {
                call.answer::<
                        operations::ListStateMachines,
                        _,
                    >(move |input, context| async move {
                    service.list_state_machines(input, context).await
                })
            }
            14 => {
                call.answer::<
                        operations::PublishStateMachineVersion,
                        _,
                    >(move |input, context| async move {
                    service.publish_state_machine_version(input, context).await
                })
            }
            15 => {
                call.answer::<
                        operations::StartExecution,
                        _,
                    >(move |input, context| async move {
                    service.start_execution(input, context).await
                })
            }
            16 => {
                call.answer::<
                        operations::StopExecution,
                        _,
                    >(move |input, context| async move {
                    service.stop_execution(input, context).await
                })
            }
            17 => {
                call.answer::<
                        operations::UpdateStateMachine,
                        _,
                    >(move |input, context| async move {
                    service.update_state_machine(input, context).await
                })
            }
            18 => {
                call.answer::<
                        operations::UpdateStateMachineAlias,
                        _,
                    >(move |input, context| async move {
                    service.update_state_machine_alias(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
