//! Opens a database, and creates its tables.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Database, Session, Shared, worker, write};
use crate::Initial;
use crate::clock::Clock;
use crate::import::{self, Import, ImportError};
use crate::tokens::Tokens;

/// Identifies files of this program: "wflw".
const APPLICATION: i32 = 0x7766_6c77;
/// Version of the tables.
const VERSION: i32 = 1;
/// Number of threads that read a file.
const READERS: usize = 2;
/// Time that a statement waits for another process that has locked the file.
const BUSY: Duration = Duration::from_secs(5);

/// Error of opening the data of a server.
#[derive(Debug)]
pub struct OpenError {
    /// The file, or `None` in memory.
    path: Option<PathBuf>,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Sqlite(rusqlite::Error),
    /// The file is a database of another program.
    Foreign,
    /// The tables have another version.
    Version(i32),
    Thread(std::io::Error),
    Import(ImportError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "cannot use `{}`", path.display())?,
            None => f.write_str("cannot create a database in memory")?,
        }
        match &self.reason {
            // `source` returns the cause.
            Reason::Sqlite(_) | Reason::Thread(_) => Ok(()),
            Reason::Import(_) => f.write_str(" for the data to import"),
            Reason::Foreign => f.write_str(": it is a database of another program; name a new file"),
            Reason::Version(found) => {
                write!(f, ": its tables have version {found}, expected {VERSION}; use the program that wrote it")
            }
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::Sqlite(error) => Some(error),
            Reason::Thread(error) => Some(error),
            Reason::Import(error) => Some(error),
            Reason::Foreign | Reason::Version(_) => None,
        }
    }
}

impl From<rusqlite::Error> for Reason {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl Database {
    /// Opens a file, or a database in memory. Blocks.
    ///
    /// `initial` is the data of a database that is created, `import` is added to any.
    pub(crate) fn open(
        path: Option<&Path>,
        clock: Clock,
        initial: Initial,
        import: &Import,
    ) -> Result<Self, OpenError> {
        open(path, clock, initial, import).map_err(|reason| OpenError { path: path.map(Path::to_owned), reason })
    }
}

fn open(path: Option<&Path>, clock: Clock, initial: Initial, import: &Import) -> Result<Database, Reason> {
    let mut connection = match path {
        Some(path) => Connection::open(path)?,
        None => Connection::open_in_memory()?,
    };
    connection.busy_timeout(BUSY)?;
    // With write-ahead logging, readers do not wait for writers. `FULL` is safe against power failures as well.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let is_new = create_tables(&mut connection)?;
    let key: Vec<u8> =
        connection.query_row("SELECT value FROM setting WHERE name = 'token key'", [], |row| row.get(0))?;
    let shared = Shared { clock, tokens: Tokens::new(&key) };
    let fill = |session: &Session<'_>| {
        if is_new && initial == Initial::Sample {
            import::sample(session)?;
        }
        import.apply(session)
    };
    write(&mut connection, &shared, fill).map_err(Reason::Import)?;

    let mut readers = Vec::new();
    for _ in path.iter().flat_map(|_| 0..READERS) {
        readers.push(reader(path)?);
    }
    let writer = worker::start("database writer", vec![connection]).map_err(Reason::Thread)?;
    let reader = if readers.is_empty() {
        writer.clone()
    } else {
        worker::start("database reader", readers).map_err(Reason::Thread)?
    };
    Ok(Database { writer, reader, shared: shared.into() })
}

fn reader(path: Option<&Path>) -> Result<Connection, Reason> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path.unwrap_or(Path::new(":memory:")), flags)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// Creates the tables of a new database. Returns whether it was new.
fn create_tables(connection: &mut Connection) -> Result<bool, Reason> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    let number = |pragma: &str| transaction.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let tables: i64 = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (tables, number("application_id")?, number("user_version")?) {
        (0, 0, 0) => {}
        (_, APPLICATION, VERSION) => return Ok(false),
        (_, APPLICATION, other) => return Err(Reason::Version(other)),
        _ => return Err(Reason::Foreign),
    }
    transaction.execute_batch(include_str!("schema.sql"))?;
    transaction.execute("INSERT INTO setting VALUES ('token key', randomblob(32))", [])?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(true)
}
