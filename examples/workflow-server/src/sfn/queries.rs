//! Read-only operations.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::BuildError;

use super::checks;
use super::store::{Alias, Execution, Machine, Revision, Store, Version, not_found};
use crate::pages::{InvalidToken, page};

/// Page size. 0 means 100.
fn page_size(requested: t::PageSize) -> usize {
    match requested.get() {
        0 => 100,
        size => usize::try_from(size).unwrap_or(100),
    }
}

fn bad_token(_: InvalidToken) -> t::InvalidToken {
    error!(InvalidToken, "Invalid pagination token")
}

/// A page of a list with the common types of tokens and sizes.
fn common_page<T: Clone>(
    items: &[T],
    token: Option<&t::PageToken>,
    size: t::PageSize,
) -> Result<(Vec<T>, Option<t::PageToken>), t::InvalidToken> {
    let (found, next) = page(items, token.map(t::PageToken::as_str), page_size(size)).map_err(bad_token)?;
    Ok((found, next.and_then(|token| token.try_into().ok())))
}

pub(super) fn describe_machine(
    store: &Store,
    input: &t::DescribeStateMachineInput,
) -> Result<t::DescribeStateMachineOutput, e::DescribeStateMachineError> {
    let machine = store.machine::<e::DescribeStateMachineError>(&input.state_machine_arn)?;
    let version = machine.version(&input.state_machine_arn);
    let revision: &Revision = version.map_or(&machine.revision, |version| &version.revision);
    Ok(t::DescribeStateMachineOutput::builder()
        .state_machine_arn(input.state_machine_arn.clone())
        .name(machine.name.clone())
        .definition(revision.definition.clone())
        .role_arn(revision.role.clone())
        .r#type(machine.kind.clone())
        .creation_date(version.map_or(machine.created, |version| version.created))
        .status(t::StateMachineStatus::Active)
        .set_logging_configuration(revision.logging.clone())
        .set_tracing_configuration(revision.tracing.clone())
        .revision_id(revision.id())
        .set_description(version.and_then(|version| version.description.clone()))
        .build()?)
}

pub(super) fn describe_machine_for_execution(
    store: &Store,
    input: &t::DescribeStateMachineForExecutionInput,
) -> Result<t::DescribeStateMachineForExecutionOutput, e::DescribeStateMachineForExecutionError> {
    let execution = store.execution::<e::DescribeStateMachineForExecutionError>(&input.execution_arn)?;
    let revision = &execution.revision;
    Ok(t::DescribeStateMachineForExecutionOutput::builder()
        .state_machine_arn(execution.machine.clone())
        .name(execution.machine_name.clone())
        .definition(revision.definition.clone())
        .role_arn(revision.role.clone())
        .update_date(revision.made)
        .set_logging_configuration(revision.logging.clone())
        .set_tracing_configuration(revision.tracing.clone())
        .revision_id(revision.id())
        .build()?)
}

pub(super) fn list_machines(
    store: &Store,
    input: &t::ListStateMachinesInput,
) -> Result<t::ListStateMachinesOutput, e::ListStateMachinesError> {
    let item = |machine: &Machine| {
        t::StateMachineListItem::builder()
            .state_machine_arn(machine.arn.clone())
            .name(machine.name.clone())
            .r#type(machine.kind.clone())
            .creation_date(machine.created)
            .build()
    };
    let items: Vec<_> = store.machines.iter().map(item).collect::<Result<_, _>>()?;
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    Ok(t::ListStateMachinesOutput::builder().set_state_machines(Some(found)).set_next_token(next).build()?)
}

pub(super) fn list_versions(
    store: &Store,
    input: &t::ListStateMachineVersionsInput,
) -> Result<t::ListStateMachineVersionsOutput, e::ListStateMachineVersionsError> {
    checks::machine_arn(&input.state_machine_arn)?;
    let machine = store.machines.iter().find(|machine| machine.answers_to(&input.state_machine_arn));
    let versions = machine.map(|machine| machine.versions.as_slice()).unwrap_or_default();
    let item = |version: &Version| {
        t::StateMachineVersionListItem::builder()
            .state_machine_version_arn(version.arn.as_str())
            .creation_date(version.created)
            .build()
    };
    let items: Vec<_> = versions.iter().map(item).collect::<Result<_, _>>()?;
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    Ok(t::ListStateMachineVersionsOutput::builder()
        .set_state_machine_versions(Some(found))
        .set_next_token(next)
        .build()?)
}

pub(super) fn list_aliases(
    store: &Store,
    input: &t::ListStateMachineAliasesInput,
) -> Result<t::ListStateMachineAliasesOutput, e::ListStateMachineAliasesError> {
    let wanted = &input.state_machine_arn;
    let machine = store.machine::<e::ListStateMachineAliasesError>(wanted)?;
    let routes_to = |alias: &&Alias| alias.routing.iter().any(|route| route.state_machine_version_arn == *wanted);
    let item = |alias: &Alias| {
        t::StateMachineAliasListItem::builder()
            .state_machine_alias_arn(alias.arn.as_str())
            .creation_date(alias.created)
            .build()
    };
    let listed = machine.aliases.iter().filter(|alias| machine.version(wanted).is_none() || routes_to(alias));
    let items: Vec<_> = listed.map(item).collect::<Result<_, _>>()?;
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    Ok(t::ListStateMachineAliasesOutput::builder()
        .set_state_machine_aliases(Some(found))
        .set_next_token(next)
        .build()?)
}

pub(super) fn describe_alias(
    store: &Store,
    input: &t::DescribeStateMachineAliasInput,
) -> Result<t::DescribeStateMachineAliasOutput, e::DescribeStateMachineAliasError> {
    let wanted = &input.state_machine_alias_arn;
    checks::alias_arn(wanted)?;
    let mut aliases = store.machines.iter().flat_map(|machine| &machine.aliases);
    let alias = aliases.find(|alias| alias.arn == *wanted).ok_or_else(|| not_found(Some(wanted.clone())))?;
    Ok(t::DescribeStateMachineAliasOutput::builder()
        .state_machine_alias_arn(alias.arn.clone())
        .set_name(t::Name::try_from(alias.name.as_str()).ok())
        .set_description(alias.description.clone())
        .set_routing_configuration(Some(alias.routing.clone()))
        .creation_date(alias.created)
        .update_date(alias.updated)
        .build()?)
}

pub(super) fn describe_execution(
    store: &Store,
    input: &t::DescribeExecutionInput,
) -> Result<t::DescribeExecutionOutput, e::DescribeExecutionError> {
    let execution = store.execution::<e::DescribeExecutionError>(&input.execution_arn)?.clone();
    Ok(t::DescribeExecutionOutput::builder()
        .execution_arn(execution.arn)
        .state_machine_arn(execution.machine)
        .status(execution.status)
        .start_date(execution.started)
        .name(execution.name)
        .set_stop_date(execution.stopped)
        .set_input(execution.input)
        .set_state_machine_version_arn(execution.version)
        .set_state_machine_alias_arn(execution.alias)
        .build()?)
}

pub(super) fn list_executions(
    store: &Store,
    input: &t::ListExecutionsInput,
) -> Result<t::ListExecutionsOutput, e::ListExecutionsError> {
    checks::list_of(input)?;
    let Some(wanted) = &input.state_machine_arn else {
        // There are no Map Runs, because executions do not run.
        let wanted = input.map_run_arn.as_ref().and_then(|arn| t::Arn::try_from(arn.as_str()).ok());
        return Err(not_found(wanted).into());
    };
    if store.machine::<e::ListExecutionsError>(wanted)?.kind == t::StateMachineType::Express {
        let message = "Not supported for EXPRESS state machines";
        return Err(t::StateMachineTypeNotSupported::builder().message(message).build()?.into());
    }
    let belongs = |execution: &&Execution| {
        execution.machine == *wanted
            || execution.version.as_ref() == Some(wanted)
            || execution.alias.as_ref() == Some(wanted)
    };
    let stands = |execution: &&Execution| input.status_filter.as_ref().is_none_or(|status| *status == execution.status);
    let items: Vec<_> =
        store.executions.iter().filter(belongs).filter(stands).map(list_item).collect::<Result<_, _>>()?;
    let token = input.next_token.as_ref().map(t::ListExecutionsPageToken::as_str);
    let (found, next) = page(&items, token, page_size(input.max_results)).map_err(bad_token)?;
    Ok(t::ListExecutionsOutput::builder().set_executions(Some(found)).set_next_token(next).build()?)
}

fn list_item(execution: &Execution) -> Result<t::ExecutionListItem, BuildError> {
    t::ExecutionListItem::builder()
        .execution_arn(execution.arn.clone())
        .state_machine_arn(execution.machine.clone())
        .name(execution.name.clone())
        .status(execution.status.clone())
        .start_date(execution.started)
        .set_stop_date(execution.stopped)
        .set_state_machine_version_arn(execution.version.clone())
        .set_state_machine_alias_arn(execution.alias.clone())
        .build()
}

pub(super) fn history(
    store: &Store,
    input: &t::GetExecutionHistoryInput,
) -> Result<t::GetExecutionHistoryOutput, e::GetExecutionHistoryError> {
    let mut events = store.execution::<e::GetExecutionHistoryError>(&input.execution_arn)?.events.clone();
    if input.reverse_order {
        events.reverse();
    }
    if input.include_execution_data == Some(false) {
        for details in events.iter_mut().filter_map(|event| event.execution_started_event_details.as_mut()) {
            details.input = None;
        }
    }
    let (found, next) = common_page(&events, input.next_token.as_ref(), input.max_results)?;
    Ok(t::GetExecutionHistoryOutput::builder().set_events(Some(found)).set_next_token(next).build()?)
}
