//! What there is, and how it changes.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

const PREFIX: &str = "arn:aws:states:eu-central-1:123456789012";

/// Everything the service knows.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) machines: Vec<Machine>,
    pub(super) executions: Vec<Execution>,
}

#[derive(Debug)]
pub(super) struct Machine {
    pub(super) arn: t::Arn,
    pub(super) name: t::Name,
    pub(super) definition: t::Definition,
    pub(super) role: t::Arn,
    pub(super) kind: t::StateMachineType,
    pub(super) created: Timestamp,
    pub(super) revision: u32,
    pub(super) published: u32,
    pub(super) versions: Vec<Version>,
    pub(super) aliases: Vec<Alias>,
}

#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) arn: t::Arn,
    pub(super) created: Timestamp,
}

#[derive(Clone, Debug)]
pub(super) struct Alias {
    pub(super) arn: t::Arn,
    pub(super) name: t::CharacterRestrictedName,
    pub(super) description: Option<t::AliasDescription>,
    pub(super) routing: t::RoutingConfigurationList,
    pub(super) created: Timestamp,
    pub(super) updated: Timestamp,
}

#[derive(Clone, Debug)]
pub(super) struct Execution {
    pub(super) arn: t::Arn,
    pub(super) machine: t::Arn,
    pub(super) version: Option<t::Arn>,
    pub(super) alias: Option<t::Arn>,
    pub(super) name: t::Name,
    pub(super) status: t::ExecutionStatus,
    pub(super) started: Timestamp,
    pub(super) stopped: Option<Timestamp>,
    pub(super) input: Option<t::SensitiveData>,
    pub(super) events: Vec<t::HistoryEvent>,
}

/// A name that grew too long for an ARN: nothing a caller could mend.
pub(super) fn arn(text: String) -> Result<t::Arn, Unhandled> {
    t::Arn::new(text).map_err(|_| Unhandled::new("InternalFailure", None))
}

pub(super) fn no_machine() -> t::StateMachineDoesNotExist {
    t::StateMachineDoesNotExist { message: Some("There is no such state machine".to_owned()) }
}

pub(super) fn no_execution() -> t::ExecutionDoesNotExist {
    t::ExecutionDoesNotExist { message: Some("There is no such execution".to_owned()) }
}

pub(super) fn not_found(what: &t::Arn) -> t::ResourceNotFound {
    t::ResourceNotFound { message: Some("There is no such resource".to_owned()), resource_name: Some(what.clone()) }
}

impl Machine {
    fn publish(&mut self) -> Result<Version, Unhandled> {
        self.published += 1;
        let version =
            Version { arn: arn(format!("{}:{}", self.arn.as_str(), self.published))?, created: Timestamp::now() };
        // Newest first, as they are listed.
        self.versions.insert(0, version.clone());
        Ok(version)
    }

    /// Whether the ARN is this machine's, or one of its versions' or aliases'.
    pub(super) fn answers_to(&self, wanted: &t::Arn) -> bool {
        self.arn == *wanted
            || self.versions.iter().any(|version| version.arn == *wanted)
            || self.aliases.iter().any(|alias| alias.arn == *wanted)
    }
}

impl Store {
    /// One machine with two versions, an alias between them, and an execution with a long history.
    pub(super) fn sample() -> Self {
        let mut store = Self::default();
        // The names are valid: should one not be, the server begins with less.
        let _ = store.add_sample();
        store
    }

    fn add_sample(&mut self) -> Option<()> {
        let mut input = t::CreateStateMachineInput::new(
            t::Name::try_from("orders").ok()?,
            t::Definition::try_from(r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#).ok()?,
            t::Arn::try_from("arn:aws:iam::123456789012:role/orders").ok()?,
        );
        input.publish = true;
        let made = self.create_machine(input).ok()?;
        let published = self.publish(t::PublishStateMachineVersionInput::new(made.state_machine_arn)).ok()?;
        let share = |arn: t::Arn, weight: i32| {
            Some(t::RoutingConfigurationListItem::new(arn, t::VersionWeight::new(weight).ok()?))
        };
        let routing =
            vec![share(made.state_machine_version_arn?, 90)?, share(published.state_machine_version_arn, 10)?];
        let alias = t::CreateStateMachineAliasInput::new(
            t::CharacterRestrictedName::try_from("live").ok()?,
            t::RoutingConfigurationList::new(routing).ok()?,
        );
        let alias = self.create_alias(alias).ok()?;
        let mut start = t::StartExecutionInput::new(alias.state_machine_alias_arn);
        start.name = Some(t::Name::try_from("first").ok()?);
        start.input = Some(t::SensitiveData::try_from(r#"{"order":1}"#).ok()?);
        self.start(start).ok()?;
        let execution = self.executions.first_mut()?;
        for id in 2..=41 {
            let kind =
                if id % 2 == 0 { t::HistoryEventType::PassStateEntered } else { t::HistoryEventType::PassStateExited };
            execution.events.push(t::HistoryEvent::new(execution.started, kind, id));
        }
        Some(())
    }

    pub(super) fn machine(&self, wanted: &t::Arn) -> Result<&Machine, t::StateMachineDoesNotExist> {
        self.machines.iter().find(|machine| machine.answers_to(wanted)).ok_or_else(no_machine)
    }

    fn machine_mut(&mut self, wanted: &t::Arn) -> Result<&mut Machine, t::StateMachineDoesNotExist> {
        self.machines.iter_mut().find(|machine| machine.answers_to(wanted)).ok_or_else(no_machine)
    }

    pub(super) fn execution(&self, wanted: &t::Arn) -> Result<&Execution, t::ExecutionDoesNotExist> {
        self.executions.iter().find(|execution| execution.arn == *wanted).ok_or_else(no_execution)
    }

    pub(super) fn create_machine(
        &mut self,
        input: t::CreateStateMachineInput,
    ) -> Result<t::CreateStateMachineOutput, e::CreateStateMachineError> {
        let machine_arn = arn(format!("{PREFIX}:stateMachine:{}", input.name.as_str()))?;
        if self.machines.iter().any(|machine| machine.arn == machine_arn) {
            let message = Some("There is a state machine of this name".to_owned());
            return Err(t::StateMachineAlreadyExists { message }.into());
        }
        let mut machine = Machine {
            arn: machine_arn.clone(),
            name: input.name,
            definition: input.definition,
            role: input.role_arn,
            kind: input.r#type.unwrap_or(t::StateMachineType::Standard),
            created: Timestamp::now(),
            revision: 1,
            published: 0,
            versions: Vec::new(),
            aliases: Vec::new(),
        };
        let mut output = t::CreateStateMachineOutput::new(machine_arn, machine.created);
        if input.publish {
            output.state_machine_version_arn = Some(machine.publish()?.arn);
        }
        self.machines.push(machine);
        Ok(output)
    }

    pub(super) fn update_machine(
        &mut self,
        input: t::UpdateStateMachineInput,
    ) -> Result<t::UpdateStateMachineOutput, e::UpdateStateMachineError> {
        let machine = self.machine_mut(&input.state_machine_arn)?;
        if input.definition.is_none() && input.role_arn.is_none() {
            let message = Some("Give a definition or a role".to_owned());
            return Err(t::MissingRequiredParameter { message }.into());
        }
        machine.definition = input.definition.unwrap_or_else(|| machine.definition.clone());
        machine.role = input.role_arn.unwrap_or_else(|| machine.role.clone());
        machine.revision += 1;
        let mut output = t::UpdateStateMachineOutput::new(Timestamp::now());
        output.revision_id = Some(machine.revision.to_string());
        if input.publish {
            output.state_machine_version_arn = Some(machine.publish()?.arn);
        }
        Ok(output)
    }

    pub(super) fn publish(
        &mut self,
        input: t::PublishStateMachineVersionInput,
    ) -> Result<t::PublishStateMachineVersionOutput, e::PublishStateMachineVersionError> {
        let machine = self.machine_mut(&input.state_machine_arn)?;
        if input.revision_id.is_some_and(|revision| revision != machine.revision.to_string()) {
            let message = Some("The state machine has another revision by now".to_owned());
            return Err(t::ConflictException { message }.into());
        }
        let version = machine.publish()?;
        Ok(t::PublishStateMachineVersionOutput::new(version.created, version.arn))
    }

    pub(super) fn delete_version(
        &mut self,
        input: &t::DeleteStateMachineVersionInput,
    ) -> Result<t::DeleteStateMachineVersionOutput, e::DeleteStateMachineVersionError> {
        let wanted = input.state_machine_version_arn.as_str();
        for machine in &mut self.machines {
            let routes = machine.aliases.iter().flat_map(|alias| alias.routing.as_inner());
            if routes.into_iter().any(|route| route.state_machine_version_arn.as_str() == wanted) {
                let message = Some("An alias routes to this version".to_owned());
                return Err(t::ConflictException { message }.into());
            }
            machine.versions.retain(|version| version.arn.as_str() != wanted);
        }
        Ok(t::DeleteStateMachineVersionOutput {})
    }

    pub(super) fn create_alias(
        &mut self,
        input: t::CreateStateMachineAliasInput,
    ) -> Result<t::CreateStateMachineAliasOutput, e::CreateStateMachineAliasError> {
        let routes = input.routing_configuration.as_inner();
        if routes.iter().map(|route| route.weight.get()).sum::<i32>() != 100 {
            return Err(t::ValidationException {
                message: Some("The weights must add up to 100".to_owned()),
                reason: Some(t::ValidationExceptionReason::InvalidRoutingConfiguration),
            }
            .into());
        }
        let first = routes.first().map(|route| route.state_machine_version_arn.clone());
        let machine = self
            .machines
            .iter_mut()
            .find(|machine| machine.versions.iter().any(|version| Some(&version.arn) == first.as_ref()));
        let machine = match (machine, first) {
            (Some(machine), _) => machine,
            (None, Some(version)) => return Err(not_found(&version).into()),
            (None, None) => return Err(t::ResourceNotFound::default().into()),
        };
        let alias_arn = arn(format!("{}:{}", machine.arn.as_str(), input.name.as_str()))?;
        if let Some(same) = machine.aliases.iter().find(|alias| alias.arn == alias_arn) {
            if same.routing == input.routing_configuration && same.description == input.description {
                return Ok(t::CreateStateMachineAliasOutput::new(alias_arn, same.created));
            }
            let message = Some("There is an alias of this name".to_owned());
            return Err(t::ConflictException { message }.into());
        }
        let created = Timestamp::now();
        machine.aliases.push(Alias {
            arn: alias_arn.clone(),
            name: input.name,
            description: input.description,
            routing: input.routing_configuration,
            created,
            updated: created,
        });
        Ok(t::CreateStateMachineAliasOutput::new(alias_arn, created))
    }

    pub(super) fn update_alias(
        &mut self,
        input: t::UpdateStateMachineAliasInput,
    ) -> Result<t::UpdateStateMachineAliasOutput, e::UpdateStateMachineAliasError> {
        let wanted = input.state_machine_alias_arn;
        let mut aliases = self.machines.iter_mut().flat_map(|machine| &mut machine.aliases);
        let alias = aliases.find(|alias| alias.arn == wanted).ok_or_else(|| not_found(&wanted))?;
        alias.description = input.description.or_else(|| alias.description.take());
        if let Some(routing) = input.routing_configuration {
            alias.routing = routing;
        }
        alias.updated = Timestamp::now();
        Ok(t::UpdateStateMachineAliasOutput::new(alias.updated))
    }

    pub(super) fn delete_alias(
        &mut self,
        input: &t::DeleteStateMachineAliasInput,
    ) -> Result<t::DeleteStateMachineAliasOutput, e::DeleteStateMachineAliasError> {
        let wanted = &input.state_machine_alias_arn;
        for machine in &mut self.machines {
            if let Some(index) = machine.aliases.iter().position(|alias| alias.arn == *wanted) {
                machine.aliases.remove(index);
                return Ok(t::DeleteStateMachineAliasOutput {});
            }
        }
        Err(not_found(wanted).into())
    }

    pub(super) fn start(
        &mut self,
        input: t::StartExecutionInput,
    ) -> Result<t::StartExecutionOutput, e::StartExecutionError> {
        let number = self.executions.len() + 1;
        let machine = self.machine(&input.state_machine_arn)?;
        let alias = machine.aliases.iter().find(|alias| alias.arn == input.state_machine_arn);
        let routed = alias.and_then(|alias| alias.routing.as_inner().first());
        let version = match routed {
            Some(route) => Some(route.state_machine_version_arn.clone()),
            None => Some(input.state_machine_arn.clone()).filter(|arn| *arn != machine.arn),
        };
        let name = match input.name {
            Some(name) => name,
            None => t::Name::new(format!("execution-{number}")).map_err(|_| Unhandled::default())?,
        };
        let execution_arn = arn(format!("{PREFIX}:execution:{}:{}", machine.name.as_str(), name.as_str()))?;
        if self.execution(&execution_arn).is_ok() {
            let message = Some("There is an execution of this name".to_owned());
            return Err(t::ExecutionAlreadyExists { message }.into());
        }
        let started = Timestamp::now();
        let mut event = t::HistoryEvent::new(started, t::HistoryEventType::ExecutionStarted, 1);
        event.execution_started_event_details = Some(t::ExecutionStartedEventDetails {
            input: input.input.clone(),
            role_arn: Some(machine.role.clone()),
            ..t::ExecutionStartedEventDetails::default()
        });
        let execution = Execution {
            arn: execution_arn.clone(),
            machine: machine.arn.clone(),
            version,
            alias: alias.map(|alias| alias.arn.clone()),
            name,
            status: t::ExecutionStatus::Running,
            started,
            stopped: None,
            input: input.input,
            events: vec![event],
        };
        self.executions.insert(0, execution);
        Ok(t::StartExecutionOutput::new(execution_arn, started))
    }

    pub(super) fn stop(
        &mut self,
        input: t::StopExecutionInput,
    ) -> Result<t::StopExecutionOutput, e::StopExecutionError> {
        let mut executions = self.executions.iter_mut();
        let execution = executions.find(|execution| execution.arn == input.execution_arn).ok_or_else(no_execution)?;
        let stopped = *execution.stopped.get_or_insert_with(Timestamp::now);
        if execution.status == t::ExecutionStatus::Running {
            execution.status = t::ExecutionStatus::Aborted;
            let id = i64::try_from(execution.events.len()).unwrap_or(i64::MAX) + 1;
            let mut event = t::HistoryEvent::new(stopped, t::HistoryEventType::ExecutionAborted, id);
            event.execution_aborted_event_details =
                Some(t::ExecutionAbortedEventDetails { error: input.error, cause: input.cause });
            execution.events.push(event);
        }
        Ok(t::StopExecutionOutput::new(stopped))
    }
}
