//! Creates, updates, describes and deletes state machines.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;

use super::arns::{MachineArn, PREFIX, arn, qualified};
use super::records::{Execution, Machine, Revision, Target, Version, no_machine};
use super::{checks, lists, versions};
use crate::database::{Session, nanoseconds, to_json};
use crate::pages::{Listing, Order, placed};
use crate::tokens::Query;

/// Content of a new revision.
struct Draft<'a> {
    number: u32,
    definition: &'a t::Definition,
    role: &'a t::Arn,
    logging: Option<&'a t::LoggingConfiguration>,
    tracing: Option<&'a t::TracingConfiguration>,
}

impl Draft<'_> {
    /// Stores the revision, and returns its ID.
    fn insert(&self, session: &Session<'_>) -> Result<i64, Unhandled> {
        let sql =
            "INSERT INTO revision (number, definition, role, logging, tracing, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let logging = self.logging.map(to_json).transpose()?;
        let tracing = self.tracing.map(to_json).transpose()?;
        let made = nanoseconds(session.now());
        session.insert(sql, (self.number, self.definition.as_str(), self.role.as_str(), logging, tracing, made))
    }
}

/// Whether the request has the current values. Role and tags are not compared.
fn is_same(machine: &Machine, revision: &Revision, input: &t::CreateStateMachineInput) -> bool {
    let kind = input.r#type.as_ref().unwrap_or(&t::StateMachineType::Standard);
    machine.kind == *kind
        && revision.definition == input.definition
        && revision.logging == input.logging_configuration
        && revision.tracing == input.tracing_configuration
        && machine.first_version == (input.publish, input.version_description.clone())
}

pub(super) fn create(
    session: &Session<'_>,
    input: &t::CreateStateMachineInput,
) -> Result<t::CreateStateMachineOutput, e::CreateStateMachineError> {
    checks::name(&input.name)?;
    checks::definition(&input.definition)?;
    checks::logging(input.logging_configuration.as_ref())?;
    checks::tags(input.tags.as_deref().unwrap_or_default())?;
    checks::version_description(input.publish, input.version_description.as_ref())?;
    let machine_arn = arn(format!("{PREFIX}:stateMachine:{}", input.name))?;
    if let Some(same) = Machine::find(session, machine_arn.as_str())? {
        if !is_same(&same, &Revision::get(session, same.revision)?, input) {
            let message = format!("State machine already exists: {machine_arn}");
            return Err(t::StateMachineAlreadyExists::builder().message(message).build()?.into());
        }
        let first = Version::find(session, same.id, 1)?.filter(|_| input.publish);
        return Ok(t::CreateStateMachineOutput::builder()
            .creation_date(same.created)
            .set_state_machine_version_arn(first.map(|_| qualified(&machine_arn, 1)).transpose()?)
            .state_machine_arn(machine_arn)
            .build()?);
    }
    let draft = Draft {
        number: 1,
        definition: &input.definition,
        role: &input.role_arn,
        logging: input.logging_configuration.as_ref(),
        tracing: input.tracing_configuration.as_ref(),
    };
    let mut machine = Machine {
        id: 0,
        arn: machine_arn,
        name: input.name.clone(),
        kind: input.r#type.clone().unwrap_or(t::StateMachineType::Standard),
        created: session.now(),
        revision: draft.insert(session)?,
        published: 0,
        first_version: (input.publish, input.version_description.clone()),
    };
    machine.id = insert(session, &machine)?;
    let version = if input.publish {
        // A new state machine is below the quota.
        let version = versions::create(session, &machine, input.version_description.as_ref())?;
        Some(qualified(&machine.arn, version.number)?)
    } else {
        None
    };
    Ok(t::CreateStateMachineOutput::builder()
        .state_machine_arn(machine.arn)
        .creation_date(machine.created)
        .set_state_machine_version_arn(version)
        .build()?)
}

fn insert(session: &Session<'_>, machine: &Machine) -> Result<i64, Unhandled> {
    let sql = "INSERT INTO machine (arn, name, kind, created, revision, published, publish, first_description) \
               VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7)";
    let (publish, description) = &machine.first_version;
    let row = (
        machine.arn.as_str(),
        machine.name.as_str(),
        machine.kind.as_str(),
        nanoseconds(machine.created),
        machine.revision,
        publish,
        description.as_ref().map(t::VersionDescription::as_str),
    );
    session.insert(sql, row)
}

pub(super) fn update(
    session: &Session<'_>,
    input: &t::UpdateStateMachineInput,
) -> Result<t::UpdateStateMachineOutput, e::UpdateStateMachineError> {
    let wanted = MachineArn::unqualified::<e::UpdateStateMachineError>(&input.state_machine_arn)?;
    let mut machine = Machine::find(session, wanted)?.ok_or_else(|| no_machine(wanted))?;
    if input.definition.is_none() && input.role_arn.is_none() {
        let message = "Either the definition or the role ARN must be specified";
        return Err(t::MissingRequiredParameter::builder().message(message).build()?.into());
    }
    input.definition.as_ref().map_or(Ok(()), checks::definition)?;
    checks::logging(input.logging_configuration.as_ref())?;
    checks::version_description(input.publish, input.version_description.as_ref())?;
    let old = Revision::get(session, machine.revision)?;
    let draft = Draft {
        number: old.next_number(),
        definition: input.definition.as_ref().unwrap_or(&old.definition),
        role: input.role_arn.as_ref().unwrap_or(&old.role),
        logging: input.logging_configuration.as_ref().or(old.logging.as_ref()),
        tracing: input.tracing_configuration.as_ref().or(old.tracing.as_ref()),
    };
    machine.revision = draft.insert(session)?;
    session.execute("UPDATE machine SET revision = ?2 WHERE id = ?1", (machine.id, machine.revision))?;
    Revision::forget(session, old.id)?;
    let version = if input.publish {
        let description = input.version_description.as_ref();
        let version = versions::publish::<e::UpdateStateMachineError>(session, &machine, description)?;
        Some(qualified(&machine.arn, version.number)?)
    } else {
        None
    };
    Ok(t::UpdateStateMachineOutput::builder()
        .update_date(session.now())
        .revision_id(draft.number.to_string())
        .set_state_machine_version_arn(version)
        .build()?)
}

/// Deletes a state machine with its versions and aliases. Succeeds if it does not exist.
pub(super) fn delete(
    session: &Session<'_>,
    input: &t::DeleteStateMachineInput,
) -> Result<t::DeleteStateMachineOutput, e::DeleteStateMachineError> {
    let wanted = MachineArn::unqualified::<e::DeleteStateMachineError>(&input.state_machine_arn)?;
    let Some(machine) = Machine::find(session, wanted)? else { return Ok(t::DeleteStateMachineOutput::default()) };
    let sql = "SELECT revision FROM version WHERE machine = ?1 UNION SELECT revision FROM machine WHERE id = ?1";
    let revisions: Vec<i64> = session.all(sql, [machine.id], |row| row.get(0))?;
    for sql in [
        "DELETE FROM alias WHERE machine = ?1",
        "DELETE FROM version WHERE machine = ?1",
        "DELETE FROM machine WHERE id = ?1",
    ] {
        session.execute(sql, [machine.id])?;
    }
    for revision in revisions {
        Revision::forget(session, revision)?;
    }
    Ok(t::DeleteStateMachineOutput::default())
}

pub(super) fn describe(
    session: &Session<'_>,
    input: &t::DescribeStateMachineInput,
) -> Result<t::DescribeStateMachineOutput, e::DescribeStateMachineError> {
    let target = Target::get::<e::DescribeStateMachineError>(session, &input.state_machine_arn)?;
    let Target { machine, version, .. } = target;
    let revision = Revision::get(session, version.as_ref().map_or(machine.revision, |version| version.revision))?;
    Ok(t::DescribeStateMachineOutput::builder()
        .state_machine_arn(input.state_machine_arn.clone())
        .name(machine.name)
        .set_revision_id(revision.id_text())
        .definition(revision.definition)
        .role_arn(revision.role)
        .r#type(machine.kind)
        .creation_date(version.as_ref().map_or(machine.created, |version| version.created))
        .status(t::StateMachineStatus::Active)
        .set_logging_configuration(revision.logging)
        .set_tracing_configuration(revision.tracing)
        .set_description(version.and_then(|version| version.description))
        .build()?)
}

pub(super) fn describe_for_execution(
    session: &Session<'_>,
    input: &t::DescribeStateMachineForExecutionInput,
) -> Result<t::DescribeStateMachineForExecutionOutput, e::DescribeStateMachineForExecutionError> {
    let execution = Execution::get::<e::DescribeStateMachineForExecutionError>(session, &input.execution_arn)?;
    let revision = Revision::get(session, execution.revision)?;
    Ok(t::DescribeStateMachineForExecutionOutput::builder()
        .state_machine_arn(execution.summary.machine)
        .name(execution.machine_name)
        .set_revision_id(revision.id_text())
        .definition(revision.definition)
        .role_arn(revision.role)
        .update_date(revision.made)
        .set_logging_configuration(revision.logging)
        .set_tracing_configuration(revision.tracing)
        .build()?)
}

/// All state machines, the oldest first.
pub(super) fn list(
    session: &Session<'_>,
    input: &t::ListStateMachinesInput,
) -> Result<t::ListStateMachinesOutput, e::ListStateMachinesError> {
    let (size, argument) = lists::size(input.max_results);
    let query = Query { operation: "ListStateMachines", arguments: &[Some(&argument)] };
    let token = input.next_token.as_ref().map(t::PageToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Ascending).map_err(lists::bad_token)?;
    let sql = "SELECT * FROM machine WHERE id > ?1 ORDER BY id LIMIT ?2";
    let item = |machine: Machine| {
        let item = t::StateMachineListItem::builder()
            .state_machine_arn(machine.arn)
            .name(machine.name)
            .r#type(machine.kind)
            .creation_date(machine.created);
        placed(machine.id, item.build())
    };
    let machines = session.all(sql, (listing.after, listing.limit), Machine::read)?;
    let (items, token) = listing.page(session, machines.into_iter().map(item).collect::<Result<_, _>>()?);
    Ok(t::ListStateMachinesOutput::builder().set_state_machines(Some(items)).set_next_token(token).build()?)
}
