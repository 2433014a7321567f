//! SQL statements of one transaction.

use rusqlite::{Connection, OptionalExtension, Params, Row};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use crate::tokens::Tokens;

/// A transaction, its time, and the tokens of its pages.
pub(crate) struct Session<'a> {
    connection: &'a Connection,
    now: Timestamp,
    tokens: &'a Tokens,
}

/// An error of `SQLite`. Callers see `InternalFailure`; the cause is logged.
pub(crate) fn broken(error: rusqlite::Error) -> Unhandled {
    Unhandled::with_source("InternalFailure", error)
}

impl<'a> Session<'a> {
    pub(super) fn new(connection: &'a Connection, now: Timestamp, tokens: &'a Tokens) -> Self {
        Self { connection, now, tokens }
    }

    /// Time of the transaction.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        self.tokens
    }

    /// Changes rows, and returns their number.
    pub(crate) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize, Unhandled> {
        let mut statement = self.connection.prepare_cached(sql).map_err(broken)?;
        statement.execute(parameters).map_err(broken)
    }

    /// Inserts a row, and returns its ID.
    pub(crate) fn insert(&self, sql: &str, parameters: impl Params) -> Result<i64, Unhandled> {
        let mut statement = self.connection.prepare_cached(sql).map_err(broken)?;
        statement.insert(parameters).map_err(broken)
    }

    /// The first row, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Unhandled> {
        let mut statement = self.connection.prepare_cached(sql).map_err(broken)?;
        statement.query_row(parameters, read).optional().map_err(broken)
    }

    /// The only row of a query that always has one, such as `count(*)`.
    pub(crate) fn value<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Unhandled> {
        let mut statement = self.connection.prepare_cached(sql).map_err(broken)?;
        statement.query_row(parameters, read).map_err(broken)
    }

    /// All rows.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Unhandled> {
        let mut statement = self.connection.prepare_cached(sql).map_err(broken)?;
        let rows = statement.query_map(parameters, read).map_err(broken)?;
        rows.collect::<rusqlite::Result<_>>().map_err(broken)
    }
}
