//! Answers that change nothing.

use generated::sfn::errors as e;
use generated::sfn::types as t;

use super::checks;
use super::store::{Alias, Execution, Machine, Revision, Store, Version, not_found};
use crate::pages::{InvalidToken, page};

/// The page's size: 0 stands for 100.
fn page_size(requested: t::PageSize) -> usize {
    match requested.get() {
        0 => 100,
        size => usize::try_from(size).unwrap_or(100),
    }
}

fn bad_token(_: InvalidToken) -> t::InvalidToken {
    t::InvalidToken { message: Some("The token is not one of this list".to_owned()) }
}

/// The page of a list whose tokens and sizes have the common types.
fn common_page<T: Clone>(
    items: &[T],
    token: Option<&t::PageToken>,
    size: t::PageSize,
) -> Result<(Vec<T>, Option<t::PageToken>), t::InvalidToken> {
    let (found, next) = page(items, token.map(t::PageToken::as_str), page_size(size)).map_err(bad_token)?;
    Ok((found, next.and_then(|token| token.try_into().ok())))
}

fn long(arn: &t::Arn) -> Option<t::LongArn> {
    t::LongArn::try_from(arn.as_str()).ok()
}

pub(super) fn describe_machine(
    store: &Store,
    input: &t::DescribeStateMachineInput,
) -> Result<t::DescribeStateMachineOutput, e::DescribeStateMachineError> {
    let machine = store.machine::<e::DescribeStateMachineError>(&input.state_machine_arn)?;
    let version = machine.version(&input.state_machine_arn);
    let revision: &Revision = version.map_or(&machine.revision, |version| &version.revision);
    let mut output = t::DescribeStateMachineOutput::new(
        input.state_machine_arn.clone(),
        machine.name.clone(),
        revision.definition.clone(),
        revision.role.clone(),
        machine.kind.clone(),
        version.map_or(machine.created, |version| version.created),
    );
    output.status = Some(t::StateMachineStatus::Active);
    output.logging_configuration.clone_from(&revision.logging);
    output.tracing_configuration.clone_from(&revision.tracing);
    output.revision_id = Some(revision.id());
    output.description = version.and_then(|version| version.description.clone());
    Ok(output)
}

pub(super) fn describe_machine_for_execution(
    store: &Store,
    input: &t::DescribeStateMachineForExecutionInput,
) -> Result<t::DescribeStateMachineForExecutionOutput, e::DescribeStateMachineForExecutionError> {
    let execution = store.execution::<e::DescribeStateMachineForExecutionError>(&input.execution_arn)?;
    let revision = &execution.revision;
    let mut output = t::DescribeStateMachineForExecutionOutput::new(
        execution.machine.clone(),
        execution.machine_name.clone(),
        revision.definition.clone(),
        revision.role.clone(),
        revision.made,
    );
    output.logging_configuration.clone_from(&revision.logging);
    output.tracing_configuration.clone_from(&revision.tracing);
    output.revision_id = Some(revision.id());
    Ok(output)
}

pub(super) fn list_machines(
    store: &Store,
    input: &t::ListStateMachinesInput,
) -> Result<t::ListStateMachinesOutput, e::ListStateMachinesError> {
    let item = |machine: &Machine| {
        t::StateMachineListItem::new(machine.arn.clone(), machine.name.clone(), machine.kind.clone(), machine.created)
    };
    let items: Vec<_> = store.machines.iter().map(item).collect();
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    let mut output = t::ListStateMachinesOutput::new(found);
    output.next_token = next;
    Ok(output)
}

pub(super) fn list_versions(
    store: &Store,
    input: &t::ListStateMachineVersionsInput,
) -> Result<t::ListStateMachineVersionsOutput, e::ListStateMachineVersionsError> {
    checks::machine_arn(&input.state_machine_arn)?;
    let machine = store.machines.iter().find(|machine| machine.answers_to(&input.state_machine_arn));
    let versions = machine.map(|machine| machine.versions.as_slice()).unwrap_or_default();
    let item = |version: &Version| Some(t::StateMachineVersionListItem::new(long(&version.arn)?, version.created));
    let items: Vec<_> = versions.iter().filter_map(item).collect();
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    let mut output = t::ListStateMachineVersionsOutput::new(found);
    output.next_token = next;
    Ok(output)
}

pub(super) fn list_aliases(
    store: &Store,
    input: &t::ListStateMachineAliasesInput,
) -> Result<t::ListStateMachineAliasesOutput, e::ListStateMachineAliasesError> {
    let wanted = &input.state_machine_arn;
    let machine = store.machine::<e::ListStateMachineAliasesError>(wanted)?;
    let routes_to = |alias: &&Alias| alias.routing.iter().any(|route| route.state_machine_version_arn == *wanted);
    let item = |alias: &Alias| Some(t::StateMachineAliasListItem::new(long(&alias.arn)?, alias.created));
    let listed = machine.aliases.iter().filter(|alias| machine.version(wanted).is_none() || routes_to(alias));
    let items: Vec<_> = listed.filter_map(item).collect();
    let (found, next) = common_page(&items, input.next_token.as_ref(), input.max_results)?;
    let mut output = t::ListStateMachineAliasesOutput::new(found);
    output.next_token = next;
    Ok(output)
}

pub(super) fn describe_alias(
    store: &Store,
    input: &t::DescribeStateMachineAliasInput,
) -> Result<t::DescribeStateMachineAliasOutput, e::DescribeStateMachineAliasError> {
    let wanted = &input.state_machine_alias_arn;
    checks::alias_arn(wanted)?;
    let mut aliases = store.machines.iter().flat_map(|machine| &machine.aliases);
    let alias = aliases.find(|alias| alias.arn == *wanted).ok_or_else(|| not_found(Some(wanted.clone())))?;
    Ok(t::DescribeStateMachineAliasOutput {
        state_machine_alias_arn: Some(alias.arn.clone()),
        name: t::Name::try_from(alias.name.as_str()).ok(),
        description: alias.description.clone(),
        routing_configuration: Some(alias.routing.clone()),
        creation_date: Some(alias.created),
        update_date: Some(alias.updated),
    })
}

pub(super) fn describe_execution(
    store: &Store,
    input: &t::DescribeExecutionInput,
) -> Result<t::DescribeExecutionOutput, e::DescribeExecutionError> {
    let execution = store.execution::<e::DescribeExecutionError>(&input.execution_arn)?.clone();
    let mut output =
        t::DescribeExecutionOutput::new(execution.arn, execution.machine, execution.status, execution.started);
    output.name = Some(execution.name);
    output.stop_date = execution.stopped;
    output.input = execution.input;
    output.state_machine_version_arn = execution.version;
    output.state_machine_alias_arn = execution.alias;
    Ok(output)
}

pub(super) fn list_executions(
    store: &Store,
    input: &t::ListExecutionsInput,
) -> Result<t::ListExecutionsOutput, e::ListExecutionsError> {
    checks::list_of(input)?;
    let Some(wanted) = &input.state_machine_arn else {
        // Nothing here runs a Distributed Map, so that there is no Map Run.
        let wanted = input.map_run_arn.as_ref().and_then(|arn| t::Arn::try_from(arn.as_str()).ok());
        return Err(not_found(wanted).into());
    };
    if store.machine::<e::ListExecutionsError>(wanted)?.kind == t::StateMachineType::Express {
        let message = Some("Executions of EXPRESS state machines are not kept".to_owned());
        return Err(t::StateMachineTypeNotSupported { message }.into());
    }
    let belongs = |execution: &&Execution| {
        execution.machine == *wanted
            || execution.version.as_ref() == Some(wanted)
            || execution.alias.as_ref() == Some(wanted)
    };
    let stands = |execution: &&Execution| input.status_filter.as_ref().is_none_or(|status| *status == execution.status);
    let items: Vec<_> = store.executions.iter().filter(belongs).filter(stands).map(list_item).collect();
    let token = input.next_token.as_ref().map(t::ListExecutionsPageToken::as_str);
    let (found, next) = page(&items, token, page_size(input.max_results)).map_err(bad_token)?;
    let mut output = t::ListExecutionsOutput::new(found);
    output.next_token = next.and_then(|token| token.try_into().ok());
    Ok(output)
}

fn list_item(execution: &Execution) -> t::ExecutionListItem {
    let mut item = t::ExecutionListItem::new(
        execution.arn.clone(),
        execution.machine.clone(),
        execution.name.clone(),
        execution.status.clone(),
        execution.started,
    );
    item.stop_date = execution.stopped;
    item.state_machine_version_arn.clone_from(&execution.version);
    item.state_machine_alias_arn.clone_from(&execution.alias);
    item
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
    let mut output = t::GetExecutionHistoryOutput::new(found);
    output.next_token = next;
    Ok(output)
}
