//! Imported histories, and sample data.

use generated::sfn::types as t;
use serde::Deserialize;
use whitesmith_runtime::BuildError;

use super::records::Execution;
use super::{aliases, executions, history, machines};
use crate::database::Session;
use crate::import::ImportError;

/// The history of an execution, which replaces the one that it has.
///
/// Its last event determines the status of the execution: an `ExecutionSucceeded` with an output, for example, ends it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryImport {
    /// ARN of an execution that exists.
    pub execution_arn: t::Arn,
    /// Events: at least one, numbered from 1, none earlier than the one before.
    pub events: Vec<t::HistoryEvent>,
}

pub(crate) fn apply(session: &Session<'_>, import: &HistoryImport) -> Result<(), ImportError> {
    let wrong = |reason: &str| ImportError::new(format!("history of `{}`: {reason}", import.execution_arn));
    let found = Execution::find(session, import.execution_arn.as_str())?;
    let execution = found.ok_or_else(|| wrong("the execution does not exist; start it first"))?;
    if import.events.is_empty() {
        return Err(wrong("it has no events"));
    }
    if !(1..).zip(&import.events).all(|(number, event)| event.id == number) {
        return Err(wrong("the IDs of the events must be 1, 2, 3 …"));
    }
    if !import.events.is_sorted_by_key(|event| event.timestamp) {
        return Err(wrong("an event is earlier than the one before it"));
    }
    Ok(history::replace(session, execution.summary.id, &import.events)?)
}

/// A state machine with two versions, an alias for both, and an execution with a long history.
pub(crate) fn sample(session: &Session<'_>) -> Result<(), ImportError> {
    let create = t::CreateStateMachineInput::builder()
        .name("orders")
        .definition(r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#)
        .role_arn("arn:aws:iam::123456789012:role/orders")
        .publish(true);
    let made = machines::create(session, &create.build()?)?;
    let update = t::UpdateStateMachineInput::builder()
        .state_machine_arn(made.state_machine_arn)
        .definition(r#"{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}"#)
        .publish(true);
    let updated = machines::update(session, &update.build()?)?;
    let alias = t::CreateStateMachineAliasInput::builder()
        .name("live")
        .routing_configuration(share(made.state_machine_version_arn, 90)?)
        .routing_configuration(share(updated.state_machine_version_arn, 10)?);
    let alias = aliases::create(session, &alias.build()?)?;
    let start = t::StartExecutionInput::builder()
        .state_machine_arn(alias.state_machine_alias_arn)
        .name("first")
        .input(r#"{"order":1}"#);
    let execution = executions::start(session, &start.build()?)?;
    let Some(found) = Execution::find(session, execution.execution_arn.as_str())? else { return Ok(()) };
    for id in 2..=41 {
        let kind =
            if id % 2 == 0 { t::HistoryEventType::PassStateEntered } else { t::HistoryEventType::PassStateExited };
        let event =
            t::HistoryEvent::builder().timestamp(found.summary.started).r#type(kind).id(id).previous_event_id(id - 1);
        history::append(session, found.summary.id, &event.build()?)?;
    }
    Ok(())
}

fn share(version: Option<t::Arn>, weight: i32) -> Result<t::RoutingConfigurationListItem, BuildError> {
    t::RoutingConfigurationListItem::builder().set_state_machine_version_arn(version).weight(weight).build()
}
