//! Creates, updates and deletes aliases.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::types::Timestamp;

use super::checks;
use super::store::{Alias, Store, arn, not_found};

impl Store {
    pub(super) fn create_alias(
        &mut self,
        input: t::CreateStateMachineAliasInput,
    ) -> Result<t::CreateStateMachineAliasOutput, e::CreateStateMachineAliasError> {
        checks::routing(&input.routing_configuration)?;
        if let Some(missing) = self.missing_version(&input.routing_configuration) {
            return Err(not_found(Some(missing)).into());
        }
        let first = input.routing_configuration.as_slice().first().map(|route| &route.state_machine_version_arn);
        let owner = self.machines.iter_mut().find(|machine| first.is_some_and(|arn| machine.version(arn).is_some()));
        let Some(machine) = owner else { return Err(not_found(None).into()) };
        let alias_arn = arn(format!("{}:{}", machine.arn.as_str(), input.name.as_str()))?;
        if let Some(same) = machine.aliases.iter().find(|alias| alias.arn == alias_arn) {
            if same.routing == input.routing_configuration && same.description == input.description {
                return Ok(t::CreateStateMachineAliasOutput::builder()
                    .state_machine_alias_arn(alias_arn)
                    .creation_date(same.created)
                    .build()?);
            }
            let message = "An alias of this name exists";
            return Err(t::ConflictException::builder().message(message).build()?.into());
        }
        let created = Timestamp::now();
        let alias = Alias {
            arn: alias_arn.clone(),
            name: input.name,
            description: input.description,
            routing: input.routing_configuration,
            created,
            updated: created,
        };
        machine.aliases.insert(0, alias);
        Ok(t::CreateStateMachineAliasOutput::builder()
            .state_machine_alias_arn(alias_arn)
            .creation_date(created)
            .build()?)
    }

    /// Updates an alias. If the request has the current values, nothing changes, not even the date.
    pub(super) fn update_alias(
        &mut self,
        input: t::UpdateStateMachineAliasInput,
    ) -> Result<t::UpdateStateMachineAliasOutput, e::UpdateStateMachineAliasError> {
        checks::alias_arn(&input.state_machine_alias_arn)?;
        checks::alias_update(&input)?;
        if let Some(routing) = &input.routing_configuration {
            checks::routing(routing)?;
            if let Some(missing) = self.missing_version(routing) {
                return Err(not_found(Some(missing)).into());
            }
        }
        let wanted = input.state_machine_alias_arn;
        for machine in &mut self.machines {
            let Some(alias) = machine.aliases.iter_mut().find(|alias| alias.arn == wanted) else { continue };
            let routing = input.routing_configuration.unwrap_or_else(|| alias.routing.clone());
            let mut versions = routing.iter().map(|route| &route.state_machine_version_arn);
            if let Some(other) = versions.find(|arn| !machine.versions.iter().any(|version| version.arn == **arn)) {
                return Err(not_found(Some(other.clone())).into());
            }
            let description = input.description.or_else(|| alias.description.clone());
            if alias.routing != routing || alias.description != description {
                alias.routing = routing;
                alias.description = description;
                alias.updated = Timestamp::now();
            }
            return Ok(t::UpdateStateMachineAliasOutput::builder().update_date(alias.updated).build()?);
        }
        Err(not_found(Some(wanted)).into())
    }

    pub(super) fn delete_alias(
        &mut self,
        input: &t::DeleteStateMachineAliasInput,
    ) -> Result<t::DeleteStateMachineAliasOutput, e::DeleteStateMachineAliasError> {
        let wanted = &input.state_machine_alias_arn;
        checks::alias_arn(wanted)?;
        for machine in &mut self.machines {
            if let Some(index) = machine.aliases.iter().position(|alias| alias.arn == *wanted) {
                machine.aliases.remove(index);
                return Ok(t::DeleteStateMachineAliasOutput::default());
            }
        }
        Err(not_found(Some(wanted.clone())).into())
    }
}
