//! Starts and stops executions. They run until they are stopped.

use std::sync::Arc;

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use super::checks;
use super::store::{Alias, Execution, Machine, Store, Version, arn, no_machine};

/// Target of a start request.
struct Target<'m> {
    machine: &'m Machine,
    version: Option<&'m Version>,
    alias: Option<&'m Alias>,
}

impl<'m> Target<'m> {
    /// `count` is the number of earlier executions.
    fn new(machine: &'m Machine, wanted: &t::Arn, count: usize) -> Option<Self> {
        let alias = machine.aliases.iter().find(|alias| alias.arn == *wanted);
        let version = match alias {
            Some(alias) => Some(machine.version(routed(alias, count)?)?),
            None => machine.version(wanted),
        };
        Some(Self { machine, version, alias })
    }
}

/// The version of the next execution. Each hundred consecutive executions follow the weights exactly.
fn routed(alias: &Alias, count: usize) -> Option<&t::Arn> {
    // 61 and 100 are coprime, so each of the hundred numbers occurs once.
    let mut number = i32::try_from(count * 61 % 100).unwrap_or_default();
    let mut routes = alias.routing.iter();
    let chosen = routes.find(|route| {
        number -= route.weight.get();
        number < 0
    });
    chosen.map(|route| &route.state_machine_version_arn)
}

impl Store {
    pub(super) fn start(
        &mut self,
        input: t::StartExecutionInput,
    ) -> Result<t::StartExecutionOutput, e::StartExecutionError> {
        input.name.as_ref().map_or(Ok(()), checks::name)?;
        checks::execution_input(input.input.as_ref())?;
        let count = self.executions.len();
        let machine = self.machine::<e::StartExecutionError>(&input.state_machine_arn)?;
        let target = Target::new(machine, &input.state_machine_arn, count).ok_or_else(no_machine)?;
        let name = match input.name {
            Some(name) => name,
            None => t::Name::new(format!("execution-{}", count + 1)).map_err(|_| Unhandled::default())?,
        };
        let machine_arn = &target.machine.arn;
        let execution_arn =
            arn(format!("{}:{}", machine_arn.as_str().replace(":stateMachine:", ":execution:"), name.as_str()))?;
        if let Some(same) = self.executions.iter().find(|execution| execution.arn == execution_arn) {
            if same.status == t::ExecutionStatus::Running && same.input == input.input {
                return Ok(t::StartExecutionOutput::builder()
                    .execution_arn(execution_arn)
                    .start_date(same.started)
                    .build()?);
            }
            let message = "An execution of this name exists";
            return Err(t::ExecutionAlreadyExists::builder().message(message).build()?.into());
        }
        let revision = target.version.map_or(&machine.revision, |version| &version.revision);
        let started = Timestamp::now();
        let execution = Execution {
            arn: execution_arn.clone(),
            machine: machine_arn.clone(),
            machine_name: machine.name.clone(),
            revision: Arc::clone(revision),
            version: target.version.map(|version| version.arn.clone()),
            alias: target.alias.map(|alias| alias.arn.clone()),
            name,
            status: t::ExecutionStatus::Running,
            started,
            stopped: None,
            events: vec![first_event(started, input.input.clone(), revision.role.clone())?],
            input: input.input,
        };
        self.executions.insert(0, execution);
        Ok(t::StartExecutionOutput::builder().execution_arn(execution_arn).start_date(started).build()?)
    }

    pub(super) fn stop(
        &mut self,
        input: t::StopExecutionInput,
    ) -> Result<t::StopExecutionOutput, e::StopExecutionError> {
        let execution = self.execution_mut::<e::StopExecutionError>(&input.execution_arn)?;
        let stopped = *execution.stopped.get_or_insert_with(Timestamp::now);
        if execution.status == t::ExecutionStatus::Running {
            execution.status = t::ExecutionStatus::Aborted;
            let id = i64::try_from(execution.events.len()).unwrap_or(i64::MAX) + 1;
            let details =
                t::ExecutionAbortedEventDetails::builder().set_error(input.error).set_cause(input.cause).build()?;
            let event = t::HistoryEvent::builder()
                .timestamp(stopped)
                .r#type(t::HistoryEventType::ExecutionAborted)
                .id(id)
                .execution_aborted_event_details(details)
                .build()?;
            execution.events.push(event);
        }
        Ok(t::StopExecutionOutput::builder().stop_date(stopped).build()?)
    }
}

fn first_event(
    started: Timestamp,
    input: Option<t::SensitiveData>,
    role: t::Arn,
) -> Result<t::HistoryEvent, BuildError> {
    let details = t::ExecutionStartedEventDetails::builder().set_input(input).role_arn(role).build()?;
    t::HistoryEvent::builder()
        .timestamp(started)
        .r#type(t::HistoryEventType::ExecutionStarted)
        .id(1)
        .execution_started_event_details(details)
        .build()
}
