//! Publishes, lists and deletes versions.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;

use super::arns::{MachineArn, qualified};
use super::lists;
use super::records::{Machine, Revision, Version, no_machine};
use crate::database::{Session, nanoseconds};
use crate::pages::{Listing, Order, placed};
use crate::tokens::Query;

/// Maximum number of versions of a state machine.
const QUOTA: u32 = 1000;
/// Revision ID in requests that refer to the first revision, which has none.
const INITIAL: &str = "INITIAL";

/// The version of the current revision, which is created if it does not exist.
pub(super) fn publish<E>(
    session: &Session<'_>,
    machine: &Machine,
    description: Option<&t::VersionDescription>,
) -> Result<Version, E>
where
    E: From<t::ServiceQuotaExceededException> + From<Unhandled>,
{
    if let Some(version) = Version::of_revision(session, machine)? {
        return Ok(version);
    }
    let count: u32 =
        session.value("SELECT count(*) FROM version WHERE machine = ?1", [machine.id], |row| row.get(0))?;
    if count >= QUOTA {
        let message = format!("The state machine has {QUOTA} versions; delete those that are not used");
        return Err(error!(ServiceQuotaExceededException, message).into());
    }
    Ok(create(session, machine, description)?)
}

/// Creates a version of the current revision.
pub(super) fn create(
    session: &Session<'_>,
    machine: &Machine,
    description: Option<&t::VersionDescription>,
) -> Result<Version, Unhandled> {
    let number = machine.published + 1;
    session.execute("UPDATE machine SET published = ?2 WHERE id = ?1", (machine.id, number))?;
    let sql = "INSERT INTO version (machine, number, revision, description, created) VALUES (?1, ?2, ?3, ?4, ?5)";
    let text = description.map(t::VersionDescription::as_str);
    let created = session.now();
    let id = session.insert(sql, (machine.id, number, machine.revision, text, nanoseconds(created)))?;
    Ok(Version { id, number, revision: machine.revision, description: description.cloned(), created })
}

pub(super) fn publish_current(
    session: &Session<'_>,
    input: &t::PublishStateMachineVersionInput,
) -> Result<t::PublishStateMachineVersionOutput, e::PublishStateMachineVersionError> {
    let wanted = MachineArn::unqualified::<e::PublishStateMachineVersionError>(&input.state_machine_arn)?;
    let machine = Machine::find(session, wanted)?.ok_or_else(|| no_machine(wanted))?;
    if let Some(expected) = &input.revision_id {
        let current = Revision::get(session, machine.revision)?;
        let is_current =
            if expected == INITIAL { current.is_first() } else { current.id_text().as_ref() == Some(expected) };
        if !is_current {
            let current = current.id_text().unwrap_or_else(|| INITIAL.to_owned());
            let message = format!("The current revision ID of the state machine is {current}");
            return Err(t::ConflictException::builder().message(message).build()?.into());
        }
    }
    let version = publish::<e::PublishStateMachineVersionError>(session, &machine, input.description.as_ref())?;
    Ok(t::PublishStateMachineVersionOutput::builder()
        .creation_date(version.created)
        .state_machine_version_arn(qualified(&machine.arn, version.number)?)
        .build()?)
}

/// Deletes a version that no alias routes to. Succeeds if it does not exist.
pub(super) fn delete(
    session: &Session<'_>,
    input: &t::DeleteStateMachineVersionInput,
) -> Result<t::DeleteStateMachineVersionOutput, e::DeleteStateMachineVersionError> {
    let wanted = input.state_machine_version_arn.as_str();
    let (machine, number) = MachineArn::version::<e::DeleteStateMachineVersionError>(wanted)?;
    let done = t::DeleteStateMachineVersionOutput::default();
    let Some(machine) = Machine::find(session, machine)? else { return Ok(done) };
    let Some(version) = Version::find(session, machine.id, number)? else { return Ok(done) };
    let sql = "SELECT alias.name FROM route JOIN alias ON alias.id = route.alias WHERE route.version = ?1 \
               ORDER BY alias.name";
    let aliases: Vec<String> = session.all(sql, [version.id], |row| row.get(0))?;
    if !aliases.is_empty() {
        let message = format!("Version {number} is referenced by these aliases: {}", aliases.join(", "));
        return Err(t::ConflictException::builder().message(message).build()?.into());
    }
    session.execute("DELETE FROM version WHERE id = ?1", [version.id])?;
    Revision::forget(session, version.revision)?;
    Ok(done)
}

/// Versions of a state machine, the newest first. There are none if it does not exist.
pub(super) fn list(
    session: &Session<'_>,
    input: &t::ListStateMachineVersionsInput,
) -> Result<t::ListStateMachineVersionsOutput, e::ListStateMachineVersionsError> {
    let wanted = MachineArn::any::<e::ListStateMachineVersionsError>(&input.state_machine_arn)?;
    let (size, argument) = lists::size(input.max_results);
    let query = Query {
        operation: "ListStateMachineVersions",
        arguments: &[Some(input.state_machine_arn.as_str()), Some(&argument)],
    };
    let token = input.next_token.as_ref().map(t::PageToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Descending).map_err(lists::bad_token)?;
    let found = match Machine::find(session, wanted.machine)? {
        None => Vec::new(),
        Some(machine) => {
            let sql = "SELECT * FROM version WHERE machine = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3";
            let versions = session.all(sql, (machine.id, listing.after, listing.limit), Version::read)?;
            let item = |version: Version| {
                let item = t::StateMachineVersionListItem::builder()
                    .state_machine_version_arn(qualified(&machine.arn, version.number)?.as_str())
                    .creation_date(version.created);
                placed(i64::from(version.number), item.build())
            };
            versions.into_iter().map(item).collect::<Result<_, _>>()?
        }
    };
    let (items, token) = listing.page(session, found);
    Ok(t::ListStateMachineVersionsOutput::builder()
        .set_state_machine_versions(Some(items))
        .set_next_token(token)
        .build()?)
}
