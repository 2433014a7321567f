//! Opens a database, and creates its tables.

use std::fmt;
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::{Database, Session, Shared, worker};
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
    /// The file cannot have a write-ahead log. This is its journal mode.
    Journal(String),
    /// The path cannot be made absolute.
    Path(io::Error),
    /// The file cannot be created.
    Create(io::Error),
    Thread(io::Error),
    Import(ImportError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.path, &self.reason) {
            (Some(path), Reason::Import(_)) => write!(f, "cannot import data into `{}`", path.display())?,
            (None, Reason::Import(_)) => f.write_str("cannot import data into a database in memory")?,
            (Some(path), Reason::Path(_)) => write!(f, "cannot make the path `{}` absolute", path.display())?,
            (Some(path), Reason::Create(_)) => write!(f, "cannot create `{}`", path.display())?,
            (Some(path), _) => write!(f, "cannot use `{}`", path.display())?,
            (None, _) => f.write_str("cannot create a database in memory")?,
        }
        match &self.reason {
            // `source` returns the cause.
            Reason::Sqlite(_) | Reason::Path(_) | Reason::Create(_) | Reason::Thread(_) | Reason::Import(_) => Ok(()),
            Reason::Foreign => f.write_str(": it is a database of another program; name a new file"),
            Reason::Version(found) => {
                write!(f, ": its tables have version {found}, expected {VERSION}; use the program that wrote it")
            }
            Reason::Journal(mode) => {
                write!(f, ": its journal mode is `{mode}`, expected `wal`; name a file on a local disk")
            }
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::Sqlite(error) => Some(error),
            Reason::Path(error) | Reason::Create(error) | Reason::Thread(error) => Some(error),
            Reason::Import(error) => Some(error),
            Reason::Foreign | Reason::Version(_) | Reason::Journal(_) => None,
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
    // Otherwise, SQLite would not take `:memory:`, and names that start with `file:`, as names of files.
    let path = path.map(std::path::absolute).transpose().map_err(Reason::Path)?;
    let path = path.as_deref();
    let mut connection = match path {
        Some(path) => {
            create_file(path).map_err(Reason::Create)?;
            Connection::open(path)?
        }
        None => Connection::open_in_memory()?,
    };
    connection.busy_timeout(BUSY)?;
    // `FULL` is safe against power failures as well.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Tables and data are created together or not at all.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let is_new = create_tables(&transaction)?;
    let key: Vec<u8> =
        transaction.query_row("SELECT value FROM setting WHERE name = 'token key'", [], |row| row.get(0))?;
    let shared = Shared { clock, tokens: Tokens::new(&key) };
    let session = Session::new(&transaction, shared.now(), &shared.tokens);
    if is_new && initial == Initial::Sample {
        import::sample(&session).map_err(Reason::Import)?;
    }
    import.apply(&session).map_err(Reason::Import)?;
    transaction.commit()?;
    // With write-ahead logging, readers do not wait for writers. This changes the file, which is known to be ours now.
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if path.is_some() && mode != "wal" {
        return Err(Reason::Journal(mode));
    }

    let mut readers = Vec::new();
    if let Some(path) = path {
        for _ in 0..READERS {
            readers.push(reader(path)?);
        }
    }
    let writer = worker::start("database writer", vec![connection]).map_err(Reason::Thread)?;
    let reader = if readers.is_empty() {
        writer.clone()
    } else {
        worker::start("database reader", readers).map_err(Reason::Thread)?
    };
    Ok(Database { writer, reader, shared: shared.into() })
}

/// Creates an empty file for its owner only, since it will have the key of the tokens. Existing files are not changed.
fn create_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn reader(path: &Path) -> Result<Connection, Reason> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// Creates the tables of a new database, in a transaction of the caller. Returns whether it was new.
fn create_tables(connection: &Connection) -> Result<bool, Reason> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (tables, number("application_id")?, number("user_version")?) {
        (0, 0, 0) => {}
        (_, APPLICATION, VERSION) => return Ok(false),
        (_, APPLICATION, other) => return Err(Reason::Version(other)),
        _ => return Err(Reason::Foreign),
    }
    connection.execute_batch(include_str!("schema.sql"))?;
    connection.execute("INSERT INTO setting VALUES ('token key', randomblob(32))", [])?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    Ok(true)
}
