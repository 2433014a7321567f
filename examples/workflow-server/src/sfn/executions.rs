//! Starts, stops, describes and lists executions. They run until they are stopped, or until a history is imported.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;

use super::arns::{Qualifier, arn, qualified};
use super::history::{self, Ending};
use super::records::{Alias, Execution, Revision, Summary, Target, Version, no_machine, not_found};
use super::{arns, checks, lists};
use crate::database::{Session, nanoseconds};
use crate::pages::{Listing, Order, placed};
use crate::tokens::Query;

/// The version of an alias's next execution. Each hundred consecutive executions follow the weights exactly.
fn routed(session: &Session<'_>, machine: i64, alias: &Alias) -> Result<Option<Version>, Unhandled> {
    // 61 and 100 are coprime, so each of the hundred numbers occurs once.
    let mut number = i32::try_from(u64::from(alias.started) * 61 % 100).unwrap_or_default();
    let mut routes = alias.routes(session)?.into_iter();
    let chosen = routes.find(|(_, weight)| {
        number -= weight;
        number < 0
    });
    match chosen {
        Some((version, _)) => Version::find(session, machine, version),
        None => Ok(None),
    }
}

/// A name that no other execution has.
fn random_name(session: &Session<'_>) -> Result<String, Unhandled> {
    session.value("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))
}

pub(super) fn start(
    session: &Session<'_>,
    input: &t::StartExecutionInput,
) -> Result<t::StartExecutionOutput, e::StartExecutionError> {
    input.name.as_ref().map_or(Ok(()), checks::name)?;
    checks::execution_input(input.input.as_ref())?;
    let target = Target::get::<e::StartExecutionError>(session, &input.state_machine_arn)?;
    let Target { machine, mut version, alias } = target;
    if let Some(alias) = &alias {
        let chosen = routed(session, machine.id, alias)?;
        version = Some(chosen.ok_or_else(|| no_machine(input.state_machine_arn.as_str()))?);
    }
    let name = match &input.name {
        Some(name) => name.clone(),
        None => t::Name::new(random_name(session)?).map_err(|_| Unhandled::default())?,
    };
    let execution_arn = if machine.kind == t::StateMachineType::Express {
        let kind = machine.arn.as_str().replace(":stateMachine:", ":express:");
        arn(format!("{kind}:{name}:{}", random_name(session)?))?
    } else {
        let kind = machine.arn.as_str().replace(":stateMachine:", ":execution:");
        arn(format!("{kind}:{name}"))?
    };
    let started =
        |date| t::StartExecutionOutput::builder().execution_arn(execution_arn.clone()).start_date(date).build();
    if let Some(same) = Execution::find(session, execution_arn.as_str())? {
        if same.summary.status == t::ExecutionStatus::Running && same.input == input.input {
            return Ok(started(same.summary.started)?);
        }
        let message = format!("Execution already exists: {execution_arn}");
        return Err(t::ExecutionAlreadyExists::builder().message(message).build()?.into());
    }
    if let Some(alias) = &alias {
        session.execute("UPDATE alias SET started = started + 1 WHERE id = ?1", [alias.id])?;
    }
    let revision = version.as_ref().map_or(machine.revision, |version| version.revision);
    let version_arn = version.map(|version| qualified(&machine.arn, version.number)).transpose()?;
    let alias_arn = alias.map(|alias| qualified(&machine.arn, alias.name)).transpose()?;
    let sql = "INSERT INTO execution \
               (arn, machine, machine_name, revision, version, alias, name, status, started, input, trace_header) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let row = (
        execution_arn.as_str(),
        machine.arn.as_str(),
        machine.name.as_str(),
        revision,
        version_arn.as_ref().map(t::Arn::as_str),
        alias_arn.as_ref().map(t::Arn::as_str),
        name.as_str(),
        t::ExecutionStatus::Running.as_str(),
        nanoseconds(session.now()),
        input.input.as_ref().map(t::SensitiveData::as_str),
        input.trace_header.as_ref().map(t::TraceHeader::as_str),
    );
    let execution = session.insert(sql, row)?;
    let details = t::ExecutionStartedEventDetails::builder()
        .set_input(input.input.clone())
        .set_input_details(input.input.is_some().then(t::HistoryEventExecutionDataDetails::default))
        .role_arn(Revision::get(session, revision)?.role)
        .set_state_machine_version_arn(version_arn)
        .set_state_machine_alias_arn(alias_arn)
        .build()?;
    let event = t::HistoryEvent::builder()
        .timestamp(session.now())
        .r#type(t::HistoryEventType::ExecutionStarted)
        .id(1)
        .execution_started_event_details(details);
    history::append(session, execution, &event.build()?)?;
    Ok(started(session.now())?)
}

/// Stops an execution. Nothing changes if it has ended.
pub(super) fn stop(
    session: &Session<'_>,
    input: &t::StopExecutionInput,
) -> Result<t::StopExecutionOutput, e::StopExecutionError> {
    let execution = Execution::get::<e::StopExecutionError>(session, &input.execution_arn)?.summary;
    let stopped = |date| t::StopExecutionOutput::builder().stop_date(date).build();
    if let Some(date) = execution.stopped {
        return Ok(stopped(date)?);
    }
    let last = history::last(session, execution.id)?;
    let details = t::ExecutionAbortedEventDetails::builder()
        .set_error(input.error.clone())
        .set_cause(input.cause.clone())
        .build()?;
    let event = t::HistoryEvent::builder()
        .timestamp(session.now())
        .r#type(t::HistoryEventType::ExecutionAborted)
        .id(last + 1)
        .previous_event_id(last)
        .execution_aborted_event_details(details)
        .build()?;
    history::append(session, execution.id, &event)?;
    Ending::of(&event).store(session, execution.id)?;
    Ok(stopped(session.now())?)
}

pub(super) fn describe(
    session: &Session<'_>,
    input: &t::DescribeExecutionInput,
) -> Result<t::DescribeExecutionOutput, e::DescribeExecutionError> {
    let execution = Execution::get::<e::DescribeExecutionError>(session, &input.execution_arn)?;
    let summary = execution.summary;
    let included = || t::CloudWatchEventsExecutionDataDetails::builder().included(true).build();
    let input_details = execution.input.is_some().then(included).transpose()?;
    let output_details = execution.output.is_some().then(included).transpose()?;
    Ok(t::DescribeExecutionOutput::builder()
        .execution_arn(summary.arn)
        .state_machine_arn(summary.machine)
        .status(summary.status)
        .start_date(summary.started)
        .name(summary.name)
        .set_stop_date(summary.stopped)
        .set_input(execution.input)
        .set_input_details(input_details)
        .set_output(execution.output)
        .set_output_details(output_details)
        .set_trace_header(execution.trace_header)
        .set_error(execution.error)
        .set_cause(execution.cause)
        .set_state_machine_version_arn(summary.version)
        .set_state_machine_alias_arn(summary.alias)
        .build()?)
}

/// Executions of a state machine, version or alias, the newest first.
pub(super) fn list(
    session: &Session<'_>,
    input: &t::ListExecutionsInput,
) -> Result<t::ListExecutionsOutput, e::ListExecutionsError> {
    checks::list_of(input)?;
    let Some(wanted) = &input.state_machine_arn else {
        // There are no Map Runs, because executions do not run.
        let wanted = input.map_run_arn.as_ref().and_then(|arn| t::Arn::try_from(arn.as_str()).ok());
        return Err(not_found(wanted).into());
    };
    let target = Target::get::<e::ListExecutionsError>(session, wanted)?;
    if target.machine.kind == t::StateMachineType::Express {
        let message = "ListExecutions is not supported for EXPRESS state machines";
        return Err(t::StateMachineTypeNotSupported::builder().message(message).build()?.into());
    }
    let column = match arns::MachineArn::any::<e::ListExecutionsError>(wanted)?.qualifier {
        None => "machine",
        Some(Qualifier::Version(_)) => "version",
        Some(Qualifier::Alias(_)) => "alias",
    };
    let status = input.status_filter.as_ref().map(t::ExecutionStatus::as_str);
    let (size, argument) = lists::size(input.max_results);
    let query = Query { operation: "ListExecutions", arguments: &[Some(wanted.as_str()), status, Some(&argument)] };
    let token = input.next_token.as_ref().map(t::ListExecutionsPageToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Descending).map_err(lists::bad_token)?;
    let sql = format!(
        "SELECT id, arn, machine, version, alias, name, status, started, stopped FROM execution \
         WHERE {column} = ?1 AND id < ?2 AND (?3 IS NULL OR status = ?3) ORDER BY id DESC LIMIT ?4"
    );
    let parameters = (wanted.as_str(), listing.after, status, listing.limit);
    let executions = session.all(&sql, parameters, Summary::read)?;
    let (items, token) = listing.page(session, executions.into_iter().map(item).collect::<Result<_, _>>()?);
    Ok(t::ListExecutionsOutput::builder().set_executions(Some(items)).set_next_token(token).build()?)
}

fn item(execution: Summary) -> Result<(i64, t::ExecutionListItem), Unhandled> {
    let item = t::ExecutionListItem::builder()
        .execution_arn(execution.arn)
        .state_machine_arn(execution.machine)
        .name(execution.name)
        .status(execution.status)
        .start_date(execution.started)
        .set_stop_date(execution.stopped)
        .set_state_machine_version_arn(execution.version)
        .set_state_machine_alias_arn(execution.alias);
    placed(execution.id, item.build())
}
