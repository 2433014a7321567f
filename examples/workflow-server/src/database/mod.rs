//! The database: a thread that writes, and threads that read. Only the services know the tables.
//!
//! `SQLite` blocks, so it never runs on threads of the async runtime. Each write is one transaction, which is committed
//! and synchronized with the disk before the caller is answered.

mod columns;
mod open;
mod session;
mod worker;

use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

pub(crate) use self::columns::{json, json_option, nanoseconds, parsed, parsed_option, time, time_option, to_json};
pub use self::open::OpenError;
pub(crate) use self::session::{Session, broken};
use self::worker::Job;
use crate::clock::Clock;
use crate::tokens::Tokens;

/// Handle of a database. Its threads end with the last clone.
#[derive(Clone)]
pub(crate) struct Database {
    writer: mpsc::Sender<Job>,
    /// The same as `writer` if the database is in memory.
    reader: mpsc::Sender<Job>,
    shared: Arc<Shared>,
}

struct Shared {
    clock: Clock,
    tokens: Tokens,
}

impl Database {
    /// Runs `work` in a transaction, which is committed if it succeeds and rolled back otherwise.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Unhandled> + Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, E> + Send + 'static,
    {
        let shared = Arc::clone(&self.shared);
        run(&self.writer, move |connection| write(connection, &shared, work)).await
    }

    /// Runs `work` on a consistent snapshot of the database.
    pub(crate) async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Unhandled> + Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, E> + Send + 'static,
    {
        let shared = Arc::clone(&self.shared);
        let work = move |connection: &mut Connection| {
            let transaction = connection.transaction().map_err(broken)?;
            work(&Session::new(&transaction, shared.now(), &shared.tokens))
        };
        run(&self.reader, work).await
    }
}

impl Shared {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

fn write<T, E, F>(connection: &mut Connection, shared: &Shared, work: F) -> Result<T, E>
where
    E: From<Unhandled>,
    F: FnOnce(&Session<'_>) -> Result<T, E>,
{
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(broken)?;
    let output = work(&Session::new(&transaction, shared.now(), &shared.tokens))?;
    transaction.commit().map_err(broken)?;
    Ok(output)
}

/// Runs `work` on a thread of the database. It runs to completion even if the caller is dropped.
async fn run<T, E, F>(queue: &mpsc::Sender<Job>, work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Unhandled> + Send + 'static,
    F: FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    let job: Job = Box::new(move |connection| {
        // The caller may have been dropped.
        let _ = sender.send(work(connection));
    });
    let ended = |error: &dyn std::error::Error| Unhandled::with_source("InternalFailure", error.to_string());
    queue.send(job).await.map_err(|error| ended(&error))?;
    receiver.await.map_err(|error| ended(&error))?
}
