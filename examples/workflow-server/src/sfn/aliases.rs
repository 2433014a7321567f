//! Creates, updates, describes, lists and deletes aliases.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;

use super::arns::{MachineArn, qualified};
use super::records::{Alias, Machine, Target, Version, not_found};
use super::{checks, lists};
use crate::database::{Session, nanoseconds};
use crate::pages::{Listing, Order, placed};
use crate::tokens::Query;

/// Maximum number of aliases of a state machine.
const QUOTA: u32 = 100;

/// The state machine of a routing configuration, and the IDs of its versions with their weights.
fn routed<E>(session: &Session<'_>, routing: &t::RoutingConfigurationList) -> Result<(Machine, Vec<(i64, i32)>), E>
where
    E: From<t::ValidationException> + From<t::InvalidArn> + From<t::ResourceNotFound> + From<Unhandled>,
{
    checks::routing(routing)?;
    let mut owner = None;
    let mut versions = Vec::new();
    for route in routing {
        let arn = &route.state_machine_version_arn;
        let (machine, number) = MachineArn::version::<E>(arn.as_str())?;
        let found = match Machine::find(session, machine)? {
            None => None,
            Some(machine) => Version::find(session, machine.id, number)?.map(|version| (machine, version)),
        };
        let (machine, version) = found.ok_or_else(|| not_found(Some(arn.clone())))?;
        versions.push((version.id, route.weight.get()));
        owner = Some(machine);
    }
    // The model has at least one route.
    let owner = owner.ok_or_else(|| not_found(None))?;
    Ok((owner, versions))
}

fn set_routes(session: &Session<'_>, alias: i64, versions: &[(i64, i32)]) -> Result<(), Unhandled> {
    session.execute("DELETE FROM route WHERE alias = ?1", [alias])?;
    for (position, (version, weight)) in (0_i64..).zip(versions) {
        let sql = "INSERT INTO route (alias, position, version, weight) VALUES (?1, ?2, ?3, ?4)";
        session.execute(sql, (alias, position, version, weight))?;
    }
    Ok(())
}

/// Routes of an alias as in requests.
fn configuration(
    session: &Session<'_>,
    machine: &t::Arn,
    alias: &Alias,
) -> Result<t::RoutingConfigurationList, Unhandled> {
    let route = |(version, weight): (u32, i32)| {
        let weight = t::VersionWeight::try_from(weight).map_err(|_| Unhandled::default())?;
        let route = t::RoutingConfigurationListItem::builder()
            .state_machine_version_arn(qualified(machine, version)?)
            .weight(weight);
        route.build().map_err(Unhandled::from)
    };
    let routes: Vec<_> = alias.routes(session)?.into_iter().map(route).collect::<Result<_, _>>()?;
    t::RoutingConfigurationList::try_from(routes).map_err(|_| Unhandled::new("InternalFailure", None))
}

pub(super) fn create(
    session: &Session<'_>,
    input: &t::CreateStateMachineAliasInput,
) -> Result<t::CreateStateMachineAliasOutput, e::CreateStateMachineAliasError> {
    let routing = &input.routing_configuration;
    let (machine, versions) = routed::<e::CreateStateMachineAliasError>(session, routing)?;
    let (name, alias_arn) = (&input.name, qualified(&machine.arn, &input.name)?);
    let created = |date| {
        let output = t::CreateStateMachineAliasOutput::builder().state_machine_alias_arn(alias_arn.clone());
        output.creation_date(date).build()
    };
    if let Some(same) = Alias::find(session, machine.id, name.as_str())? {
        if same.description == input.description && configuration(session, &machine.arn, &same)? == *routing {
            return Ok(created(same.created)?);
        }
        let message = format!("The alias {name} exists with another description or routing configuration");
        return Err(t::ConflictException::builder().message(message).build()?.into());
    }
    let count: u32 = session.value("SELECT count(*) FROM alias WHERE machine = ?1", [machine.id], |row| row.get(0))?;
    if count >= QUOTA {
        let message = format!("The state machine has {QUOTA} aliases; delete those that are not used");
        return Err(t::ServiceQuotaExceededException::builder().message(message).build()?.into());
    }
    let now = session.now();
    let sql = "INSERT INTO alias (machine, name, description, created, updated) VALUES (?1, ?2, ?3, ?4, ?4)";
    let description = input.description.as_ref().map(t::AliasDescription::as_str);
    let alias = session.insert(sql, (machine.id, name.as_str(), description, nanoseconds(now)))?;
    set_routes(session, alias, &versions)?;
    Ok(created(now)?)
}

/// The state machine and the alias of an ARN.
fn find<E>(session: &Session<'_>, arn: &t::Arn) -> Result<(Machine, Alias), E>
where
    E: From<t::InvalidArn> + From<t::ResourceNotFound> + From<Unhandled>,
{
    let (machine, name) = MachineArn::alias::<E>(arn)?;
    let found = match Machine::find(session, machine)? {
        None => None,
        Some(machine) => Alias::find(session, machine.id, name)?.map(|alias| (machine, alias)),
    };
    Ok(found.ok_or_else(|| not_found(Some(arn.clone())))?)
}

/// Updates an alias. If the request has the current values, nothing changes, not even the date.
pub(super) fn update(
    session: &Session<'_>,
    input: &t::UpdateStateMachineAliasInput,
) -> Result<t::UpdateStateMachineAliasOutput, e::UpdateStateMachineAliasError> {
    checks::alias_update(input)?;
    let (machine, alias) = find::<e::UpdateStateMachineAliasError>(session, &input.state_machine_alias_arn)?;
    let mut is_changed = input.description.is_some() && input.description != alias.description;
    if let Some(routing) = &input.routing_configuration {
        let (owner, versions) = routed::<e::UpdateStateMachineAliasError>(session, routing)?;
        if owner.id != machine.id {
            let other = routing.get(0).map(|route| route.state_machine_version_arn.clone());
            return Err(not_found(other).into());
        }
        if configuration(session, &machine.arn, &alias)? != *routing {
            is_changed = true;
            set_routes(session, alias.id, &versions)?;
        }
    }
    let output = t::UpdateStateMachineAliasOutput::builder();
    if !is_changed {
        return Ok(output.update_date(alias.updated).build()?);
    }
    let sql = "UPDATE alias SET description = coalesce(?2, description), updated = ?3 WHERE id = ?1";
    let description = input.description.as_ref().map(t::AliasDescription::as_str);
    session.execute(sql, (alias.id, description, nanoseconds(session.now())))?;
    Ok(output.update_date(session.now()).build()?)
}

pub(super) fn delete(
    session: &Session<'_>,
    input: &t::DeleteStateMachineAliasInput,
) -> Result<t::DeleteStateMachineAliasOutput, e::DeleteStateMachineAliasError> {
    let (_, alias) = find::<e::DeleteStateMachineAliasError>(session, &input.state_machine_alias_arn)?;
    session.execute("DELETE FROM alias WHERE id = ?1", [alias.id])?;
    Ok(t::DeleteStateMachineAliasOutput::default())
}

pub(super) fn describe(
    session: &Session<'_>,
    input: &t::DescribeStateMachineAliasInput,
) -> Result<t::DescribeStateMachineAliasOutput, e::DescribeStateMachineAliasError> {
    let (machine, alias) = find::<e::DescribeStateMachineAliasError>(session, &input.state_machine_alias_arn)?;
    Ok(t::DescribeStateMachineAliasOutput::builder()
        .state_machine_alias_arn(input.state_machine_alias_arn.clone())
        .set_routing_configuration(Some(configuration(session, &machine.arn, &alias)?))
        .name(alias.name.as_str())
        .set_description(alias.description)
        .creation_date(alias.created)
        .update_date(alias.updated)
        .build()?)
}

/// Aliases of a state machine, or those that route to a version, the newest first.
pub(super) fn list(
    session: &Session<'_>,
    input: &t::ListStateMachineAliasesInput,
) -> Result<t::ListStateMachineAliasesOutput, e::ListStateMachineAliasesError> {
    let wanted = &input.state_machine_arn;
    let Target { machine, version, .. } = Target::get::<e::ListStateMachineAliasesError>(session, wanted)?;
    let (size, argument) = lists::size(input.max_results);
    let query = Query { operation: "ListStateMachineAliases", arguments: &[Some(wanted.as_str()), Some(&argument)] };
    let token = input.next_token.as_ref().map(t::PageToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Descending).map_err(lists::bad_token)?;
    let sql = "SELECT id, name, created FROM alias WHERE machine = ?1 AND id < ?2 \
               AND (?3 IS NULL OR EXISTS (SELECT 1 FROM route WHERE alias = alias.id AND version = ?3)) \
               ORDER BY id DESC LIMIT ?4";
    let parameters = (machine.id, listing.after, version.map(|version| version.id), listing.limit);
    let read = |row: &rusqlite::Row<'_>| {
        Ok((row.get("id")?, row.get::<_, String>("name")?, crate::database::time(row, "created")?))
    };
    let item = |(id, name, created): (i64, String, _)| {
        let item = t::StateMachineAliasListItem::builder()
            .state_machine_alias_arn(qualified(&machine.arn, name)?.as_str())
            .creation_date(created);
        placed(id, item.build())
    };
    let found = session.all(sql, parameters, read)?.into_iter().map(item).collect::<Result<_, _>>()?;
    let (items, token) = listing.page(session, found);
    Ok(t::ListStateMachineAliasesOutput::builder()
        .set_state_machine_aliases(Some(items))
        .set_next_token(token)
        .build()?)
}
