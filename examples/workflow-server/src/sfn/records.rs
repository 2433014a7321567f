//! Rows of state machines, revisions, versions, aliases and executions, and how to find them.

use generated::sfn::types as t;
use rusqlite::Row;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use super::arns::{self, MachineArn, Qualifier};
use crate::database::{Session, json_option, parsed, parsed_option, time, time_option};

pub(super) struct Machine {
    pub(super) id: i64,
    pub(super) arn: t::Arn,
    pub(super) name: t::Name,
    pub(super) kind: t::StateMachineType,
    pub(super) created: Timestamp,
    /// ID of the current revision. Versions and executions keep the one that they were created with.
    pub(super) revision: i64,
    /// Number of versions ever published.
    pub(super) published: u32,
    /// `publish` and `versionDescription` of the create request.
    pub(super) first_version: (bool, Option<t::VersionDescription>),
}

/// The parts of a state machine that updates change.
pub(super) struct Revision {
    pub(super) id: i64,
    /// Starts at 1.
    number: u32,
    pub(super) definition: t::Definition,
    pub(super) role: t::Arn,
    pub(super) logging: Option<t::LoggingConfiguration>,
    pub(super) tracing: Option<t::TracingConfiguration>,
    pub(super) made: Timestamp,
}

pub(super) struct Version {
    pub(super) id: i64,
    pub(super) number: u32,
    pub(super) revision: i64,
    pub(super) description: Option<t::VersionDescription>,
    pub(super) created: Timestamp,
}

pub(super) struct Alias {
    pub(super) id: i64,
    pub(super) name: t::CharacterRestrictedName,
    pub(super) description: Option<t::AliasDescription>,
    pub(super) created: Timestamp,
    pub(super) updated: Timestamp,
    /// Number of executions that were started with it.
    pub(super) started: u32,
}

pub(super) struct Execution {
    pub(super) summary: Summary,
    pub(super) machine_name: t::Name,
    pub(super) revision: i64,
    pub(super) input: Option<t::SensitiveData>,
    pub(super) trace_header: Option<t::TraceHeader>,
    pub(super) output: Option<t::SensitiveData>,
    pub(super) error: Option<t::SensitiveError>,
    pub(super) cause: Option<t::SensitiveCause>,
}

/// The parts of an execution that lists show, without inputs and outputs, which may be large.
pub(super) struct Summary {
    pub(super) id: i64,
    pub(super) arn: t::Arn,
    pub(super) machine: t::Arn,
    pub(super) version: Option<t::Arn>,
    pub(super) alias: Option<t::Arn>,
    pub(super) name: t::Name,
    pub(super) status: t::ExecutionStatus,
    pub(super) started: Timestamp,
    pub(super) stopped: Option<Timestamp>,
}

impl Machine {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            arn: parsed(row, "arn")?,
            name: parsed(row, "name")?,
            kind: parsed(row, "kind")?,
            created: time(row, "created")?,
            revision: row.get("revision")?,
            published: row.get("published")?,
            first_version: (row.get("publish")?, parsed_option(row, "first_description")?),
        })
    }

    /// The state machine with this ARN.
    pub(super) fn find(session: &Session<'_>, arn: &str) -> Result<Option<Self>, Unhandled> {
        session.first("SELECT * FROM machine WHERE arn = ?1", [arn], Self::read)
    }
}

impl Revision {
    /// `None` for the first revision, which has no identifier.
    pub(super) fn id_text(&self) -> Option<String> {
        (self.number > 1).then(|| self.number.to_string())
    }

    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// The number of the revision after this one.
    pub(super) fn next_number(&self) -> u32 {
        self.number.saturating_add(1)
    }

    pub(super) fn get(session: &Session<'_>, id: i64) -> Result<Self, Unhandled> {
        session.value("SELECT * FROM revision WHERE id = ?1", [id], |row| {
            Ok(Self {
                id: row.get("id")?,
                number: row.get("number")?,
                definition: parsed(row, "definition")?,
                role: parsed(row, "role")?,
                logging: json_option(row, "logging")?,
                tracing: json_option(row, "tracing")?,
                made: time(row, "made")?,
            })
        })
    }

    /// Deletes a revision unless something uses it.
    pub(super) fn forget(session: &Session<'_>, id: i64) -> Result<(), Unhandled> {
        let sql = "DELETE FROM revision WHERE id = ?1 \
                   AND NOT EXISTS (SELECT 1 FROM machine WHERE revision = ?1) \
                   AND NOT EXISTS (SELECT 1 FROM version WHERE revision = ?1) \
                   AND NOT EXISTS (SELECT 1 FROM execution WHERE revision = ?1)";
        session.execute(sql, [id]).map(drop)
    }
}

impl Version {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            revision: row.get("revision")?,
            description: parsed_option(row, "description")?,
            created: time(row, "created")?,
        })
    }

    pub(super) fn find(session: &Session<'_>, machine: i64, number: u32) -> Result<Option<Self>, Unhandled> {
        session.first("SELECT * FROM version WHERE machine = ?1 AND number = ?2", (machine, number), Self::read)
    }

    pub(super) fn of_revision(session: &Session<'_>, machine: &Machine) -> Result<Option<Self>, Unhandled> {
        let sql = "SELECT * FROM version WHERE machine = ?1 AND revision = ?2";
        session.first(sql, (machine.id, machine.revision), Self::read)
    }
}

impl Alias {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: parsed(row, "name")?,
            description: parsed_option(row, "description")?,
            created: time(row, "created")?,
            updated: time(row, "updated")?,
            started: row.get("started")?,
        })
    }

    pub(super) fn find(session: &Session<'_>, machine: i64, name: &str) -> Result<Option<Self>, Unhandled> {
        session.first("SELECT * FROM alias WHERE machine = ?1 AND name = ?2", (machine, name), Self::read)
    }

    /// Numbers of versions, and their weights.
    pub(super) fn routes(&self, session: &Session<'_>) -> Result<Vec<(u32, i32)>, Unhandled> {
        let sql = "SELECT version.number, route.weight FROM route JOIN version ON version.id = route.version \
                   WHERE route.alias = ?1 ORDER BY route.position";
        session.all(sql, [self.id], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Summary {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            arn: parsed(row, "arn")?,
            machine: parsed(row, "machine")?,
            version: parsed_option(row, "version")?,
            alias: parsed_option(row, "alias")?,
            name: parsed(row, "name")?,
            status: parsed(row, "status")?,
            started: time(row, "started")?,
            stopped: time_option(row, "stopped")?,
        })
    }
}

impl Execution {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            summary: Summary::read(row)?,
            machine_name: parsed(row, "machine_name")?,
            revision: row.get("revision")?,
            input: parsed_option(row, "input")?,
            trace_header: parsed_option(row, "trace_header")?,
            output: parsed_option(row, "output")?,
            error: parsed_option(row, "error")?,
            cause: parsed_option(row, "cause")?,
        })
    }

    pub(super) fn find(session: &Session<'_>, arn: &str) -> Result<Option<Self>, Unhandled> {
        session.first("SELECT * FROM execution WHERE arn = ?1", [arn], Self::read)
    }

    /// The execution of a standard state machine with this ARN.
    pub(super) fn get<E>(session: &Session<'_>, arn: &t::Arn) -> Result<Self, E>
    where
        E: From<t::InvalidArn> + From<t::ExecutionDoesNotExist> + From<Unhandled>,
    {
        let found = Self::find(session, arns::execution(arn)?)?;
        Ok(found.ok_or_else(|| error!(ExecutionDoesNotExist, format!("Execution does not exist: {arn}")))?)
    }
}

/// Target of an ARN of a state machine, version or alias.
pub(super) struct Target {
    pub(super) machine: Machine,
    pub(super) version: Option<Version>,
    pub(super) alias: Option<Alias>,
}

impl Target {
    /// Target of the ARN, if it exists.
    pub(super) fn find(session: &Session<'_>, arn: &MachineArn<'_>) -> Result<Option<Self>, Unhandled> {
        let Some(machine) = Machine::find(session, arn.machine)? else { return Ok(None) };
        let (version, alias) = match arn.qualifier {
            None => (None, None),
            Some(Qualifier::Version(number)) => match Version::find(session, machine.id, number)? {
                None => return Ok(None),
                found => (found, None),
            },
            Some(Qualifier::Alias(name)) => match Alias::find(session, machine.id, name)? {
                None => return Ok(None),
                found => (None, found),
            },
        };
        Ok(Some(Self { machine, version, alias }))
    }

    /// Target of the ARN.
    pub(super) fn get<E>(session: &Session<'_>, arn: &t::Arn) -> Result<Self, E>
    where
        E: From<t::InvalidArn> + From<t::StateMachineDoesNotExist> + From<Unhandled>,
    {
        let parsed = MachineArn::any::<E>(arn)?;
        Ok(Self::find(session, &parsed)?.ok_or_else(|| no_machine(arn.as_str()))?)
    }
}

pub(super) fn no_machine(arn: &str) -> t::StateMachineDoesNotExist {
    error!(StateMachineDoesNotExist, format!("State machine does not exist: {arn}"))
}

pub(super) fn not_found(what: Option<t::Arn>) -> t::ResourceNotFound {
    let mut error = error!(ResourceNotFound, "Resource not found");
    error.resource_name = what;
    error
}
