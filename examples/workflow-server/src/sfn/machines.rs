//! Creates, updates and deletes state machines and versions.

use std::sync::Arc;

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use super::checks;
use super::store::{Machine, PREFIX, Revision, Store, Version, arn};

/// Alternative identifier of the first revision.
const INITIAL: &str = "INITIAL";

impl Machine {
    /// The version of the current revision, which is created if it does not exist.
    fn publish(&mut self, description: Option<t::VersionDescription>) -> Result<Version, Unhandled> {
        if let Some(version) = self.versions.iter().find(|version| Arc::ptr_eq(&version.revision, &self.revision)) {
            return Ok(version.clone());
        }
        self.published += 1;
        let version = Version {
            arn: arn(format!("{}:{}", self.arn.as_str(), self.published))?,
            description,
            created: Timestamp::now(),
            revision: Arc::clone(&self.revision),
        };
        self.versions.insert(0, version.clone());
        Ok(version)
    }

    /// Whether the request has the current values. Role and tags are not compared.
    fn is_asked_for(&self, input: &t::CreateStateMachineInput) -> bool {
        let kind = input.r#type.as_ref().unwrap_or(&t::StateMachineType::Standard);
        self.kind == *kind
            && self.revision.definition == input.definition
            && self.revision.logging == input.logging_configuration
            && self.revision.tracing == input.tracing_configuration
            && self.first_version.0 == input.publish
            && self.first_version.1 == input.version_description
    }

    /// The version that was published on creation, if it still exists.
    fn first_version(&self) -> Option<t::Arn> {
        let first = format!("{}:1", self.arn.as_str());
        let version = self.versions.iter().find(|version| version.arn.as_str() == first);
        version.filter(|_| self.first_version.0).map(|version| version.arn.clone())
    }
}

impl Store {
    pub(super) fn create_machine(
        &mut self,
        input: t::CreateStateMachineInput,
    ) -> Result<t::CreateStateMachineOutput, e::CreateStateMachineError> {
        checks::name(&input.name)?;
        checks::definition(&input.definition)?;
        checks::logging(input.logging_configuration.as_ref())?;
        checks::version_description(input.publish, input.version_description.as_ref())?;
        let machine_arn = arn(format!("{PREFIX}:stateMachine:{}", input.name.as_str()))?;
        if let Some(same) = self.machines.iter().find(|machine| machine.arn == machine_arn) {
            if !same.is_asked_for(&input) {
                let message = "A state machine of this name exists";
                return Err(t::StateMachineAlreadyExists::builder().message(message).build()?.into());
            }
            return Ok(t::CreateStateMachineOutput::builder()
                .state_machine_arn(machine_arn)
                .creation_date(same.created)
                .set_state_machine_version_arn(same.first_version())
                .build()?);
        }
        let created = Timestamp::now();
        let mut machine = Machine {
            arn: machine_arn.clone(),
            name: input.name,
            kind: input.r#type.unwrap_or(t::StateMachineType::Standard),
            created,
            revision: Arc::new(Revision {
                number: 1,
                definition: input.definition,
                role: input.role_arn,
                logging: input.logging_configuration,
                tracing: input.tracing_configuration,
                made: created,
            }),
            first_version: (input.publish, input.version_description.clone()),
            published: 0,
            versions: Vec::new(),
            aliases: Vec::new(),
        };
        let mut output =
            t::CreateStateMachineOutput::builder().state_machine_arn(machine_arn).creation_date(created).build()?;
        if input.publish {
            output.state_machine_version_arn = Some(machine.publish(input.version_description)?.arn);
        }
        self.machines.push(machine);
        Ok(output)
    }

    pub(super) fn update_machine(
        &mut self,
        input: t::UpdateStateMachineInput,
    ) -> Result<t::UpdateStateMachineOutput, e::UpdateStateMachineError> {
        let machine = self.machine_mut::<e::UpdateStateMachineError>(&input.state_machine_arn)?;
        if input.definition.is_none() && input.role_arn.is_none() {
            let message = "definition or roleArn is required";
            return Err(t::MissingRequiredParameter::builder().message(message).build()?.into());
        }
        input.definition.as_ref().map_or(Ok(()), checks::definition)?;
        checks::logging(input.logging_configuration.as_ref())?;
        checks::version_description(input.publish, input.version_description.as_ref())?;
        let old = &machine.revision;
        let made = Timestamp::now();
        machine.revision = Arc::new(Revision {
            number: old.number + 1,
            definition: input.definition.unwrap_or_else(|| old.definition.clone()),
            role: input.role_arn.unwrap_or_else(|| old.role.clone()),
            logging: input.logging_configuration.or_else(|| old.logging.clone()),
            tracing: input.tracing_configuration.or_else(|| old.tracing.clone()),
            made,
        });
        let mut output = t::UpdateStateMachineOutput::builder().update_date(made).build()?;
        output.revision_id = Some(machine.revision.id());
        if input.publish {
            output.state_machine_version_arn = Some(machine.publish(input.version_description)?.arn);
        }
        Ok(output)
    }

    /// Deletes a state machine with its versions and aliases. Succeeds if it does not exist.
    pub(super) fn delete_machine(
        &mut self,
        input: &t::DeleteStateMachineInput,
    ) -> Result<t::DeleteStateMachineOutput, e::DeleteStateMachineError> {
        checks::unqualified_arn(&input.state_machine_arn)?;
        self.machines.retain(|machine| machine.arn != input.state_machine_arn);
        Ok(t::DeleteStateMachineOutput::default())
    }

    pub(super) fn publish(
        &mut self,
        input: t::PublishStateMachineVersionInput,
    ) -> Result<t::PublishStateMachineVersionOutput, e::PublishStateMachineVersionError> {
        let machine = self.machine_mut::<e::PublishStateMachineVersionError>(&input.state_machine_arn)?;
        let current = &machine.revision;
        let is_current = |id: &String| *id == current.id() || (id == INITIAL && current.number == 1);
        if !input.revision_id.as_ref().is_none_or(is_current) {
            let message = "The revision is not the current one";
            return Err(t::ConflictException::builder().message(message).build()?.into());
        }
        let version = machine.publish(input.description)?;
        Ok(t::PublishStateMachineVersionOutput::builder()
            .creation_date(version.created)
            .state_machine_version_arn(version.arn)
            .build()?)
    }

    /// Deletes a version that no alias routes to. Succeeds if it does not exist.
    pub(super) fn delete_version(
        &mut self,
        input: &t::DeleteStateMachineVersionInput,
    ) -> Result<t::DeleteStateMachineVersionOutput, e::DeleteStateMachineVersionError> {
        checks::version_arn(&input.state_machine_version_arn)?;
        let wanted = input.state_machine_version_arn.as_str();
        for machine in &mut self.machines {
            let routes = machine.aliases.iter().flat_map(|alias| alias.routing.iter());
            if routes.into_iter().any(|route| route.state_machine_version_arn.as_str() == wanted) {
                let message = "An alias routes to this version";
                return Err(t::ConflictException::builder().message(message).build()?.into());
            }
            machine.versions.retain(|version| version.arn.as_str() != wanted);
        }
        Ok(t::DeleteStateMachineVersionOutput::default())
    }
}
