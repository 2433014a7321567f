//! State machines, versions, aliases and executions in memory, and how to find them.

use std::sync::Arc;

use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use super::checks;

pub(super) const PREFIX: &str = "arn:aws:states:eu-central-1:123456789012";

/// All data of the service.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) machines: Vec<Machine>,
    /// Most recent first, as in lists.
    pub(super) executions: Vec<Execution>,
}

#[derive(Debug)]
pub(super) struct Machine {
    pub(super) arn: t::Arn,
    pub(super) name: t::Name,
    pub(super) kind: t::StateMachineType,
    pub(super) created: Timestamp,
    /// Current revision. Versions and executions keep the one that they were created with.
    pub(super) revision: Arc<Revision>,
    /// `publish` and `versionDescription` of the create request.
    pub(super) first_version: (bool, Option<t::VersionDescription>),
    /// Number of versions ever published. Version numbers are not reused.
    pub(super) published: u32,
    /// Most recent first, as in lists.
    pub(super) versions: Vec<Version>,
    /// Most recent first, as in lists.
    pub(super) aliases: Vec<Alias>,
}

/// The parts of a state machine that updates change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Revision {
    /// Starts at 1.
    pub(super) number: u32,
    pub(super) definition: t::Definition,
    pub(super) role: t::Arn,
    pub(super) logging: Option<t::LoggingConfiguration>,
    pub(super) tracing: Option<t::TracingConfiguration>,
    pub(super) made: Timestamp,
}

#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) arn: t::Arn,
    pub(super) description: Option<t::VersionDescription>,
    pub(super) created: Timestamp,
    pub(super) revision: Arc<Revision>,
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
    pub(super) machine_name: t::Name,
    pub(super) revision: Arc<Revision>,
    pub(super) version: Option<t::Arn>,
    pub(super) alias: Option<t::Arn>,
    pub(super) name: t::Name,
    pub(super) status: t::ExecutionStatus,
    pub(super) started: Timestamp,
    pub(super) stopped: Option<Timestamp>,
    pub(super) input: Option<t::SensitiveData>,
    pub(super) events: Vec<t::HistoryEvent>,
}

/// Creates an ARN. Fails if it is too long, which callers cannot fix.
pub(super) fn arn(text: String) -> Result<t::Arn, Unhandled> {
    t::Arn::new(text).map_err(|_| Unhandled::new("InternalFailure", None))
}

pub(super) fn no_machine() -> t::StateMachineDoesNotExist {
    error!(StateMachineDoesNotExist, "State machine not found")
}

fn no_execution() -> t::ExecutionDoesNotExist {
    error!(ExecutionDoesNotExist, "Execution not found")
}

pub(super) fn not_found(what: Option<t::Arn>) -> t::ResourceNotFound {
    let mut error = error!(ResourceNotFound, "Resource not found");
    error.resource_name = what;
    error
}

impl Revision {
    pub(super) fn id(&self) -> String {
        self.number.to_string()
    }
}

impl Machine {
    /// Whether the ARN is that of this state machine or of one of its versions or aliases.
    pub(super) fn answers_to(&self, wanted: &t::Arn) -> bool {
        self.arn == *wanted || self.version(wanted).is_some() || self.aliases.iter().any(|alias| alias.arn == *wanted)
    }

    pub(super) fn version(&self, wanted: &t::Arn) -> Option<&Version> {
        self.versions.iter().find(|version| version.arn == *wanted)
    }
}

impl Store {
    /// The state machine of an ARN of a state machine, version or alias.
    pub(super) fn machine<E>(&self, wanted: &t::Arn) -> Result<&Machine, E>
    where
        E: From<t::InvalidArn> + From<t::StateMachineDoesNotExist>,
    {
        checks::machine_arn(wanted)?;
        Ok(self.machines.iter().find(|machine| machine.answers_to(wanted)).ok_or_else(no_machine)?)
    }

    /// The state machine with this ARN.
    pub(super) fn machine_mut<E>(&mut self, wanted: &t::Arn) -> Result<&mut Machine, E>
    where
        E: From<t::InvalidArn> + From<t::StateMachineDoesNotExist>,
    {
        checks::unqualified_arn(wanted)?;
        Ok(self.machines.iter_mut().find(|machine| machine.arn == *wanted).ok_or_else(no_machine)?)
    }

    pub(super) fn execution<E>(&self, wanted: &t::Arn) -> Result<&Execution, E>
    where
        E: From<t::InvalidArn> + From<t::ExecutionDoesNotExist>,
    {
        checks::execution_arn(wanted)?;
        Ok(self.executions.iter().find(|execution| execution.arn == *wanted).ok_or_else(no_execution)?)
    }

    pub(super) fn execution_mut<E>(&mut self, wanted: &t::Arn) -> Result<&mut Execution, E>
    where
        E: From<t::InvalidArn> + From<t::ExecutionDoesNotExist>,
    {
        checks::execution_arn(wanted)?;
        Ok(self.executions.iter_mut().find(|execution| execution.arn == *wanted).ok_or_else(no_execution)?)
    }

    /// The first of these versions that does not exist.
    pub(super) fn missing_version(&self, routing: &t::RoutingConfigurationList) -> Option<t::Arn> {
        let wanted = routing.iter().map(|route| &route.state_machine_version_arn);
        let mut missing = wanted.filter(|arn| !self.machines.iter().any(|machine| machine.version(arn).is_some()));
        missing.next().cloned()
    }
}
