//! Values of columns: times, constrained strings and JSON.

use std::error::Error;

use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

const PER_SECOND: i64 = 1_000_000_000;

/// A time as it is stored. Times after the year 2262 are stored as the last possible one.
pub(crate) fn nanoseconds(time: Timestamp) -> i64 {
    time.seconds().saturating_mul(PER_SECOND).saturating_add(i64::from(time.nanoseconds()))
}

/// JSON of a value of a generated type.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Unhandled> {
    serde_json::to_string(value).map_err(|error| Unhandled::with_source("InternalFailure", error))
}

/// A string that satisfies the constraints of its type.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: TryFrom<String>,
    T::Error: Error + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    T::try_from(text).map_err(|error| unreadable(error.into()))
}

pub(crate) fn parsed_option<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: TryFrom<String>,
    T::Error: Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| T::try_from(text).map_err(|error| unreadable(error.into()))).transpose()
}

/// A value of a generated type.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| unreadable(error.into()))
}

pub(crate) fn json_option<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|error| unreadable(error.into()))).transpose()
}

pub(crate) fn time(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    timestamp(row.get(column)?)
}

pub(crate) fn time_option(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    let stored: Option<i64> = row.get(column)?;
    stored.map(timestamp).transpose()
}

fn timestamp(stored: i64) -> rusqlite::Result<Timestamp> {
    let below_second = u32::try_from(stored.rem_euclid(PER_SECOND)).unwrap_or_default();
    Timestamp::from_unix(stored.div_euclid(PER_SECOND), below_second).map_err(|error| unreadable(error.into()))
}

fn unreadable(error: Box<dyn Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error)
}
