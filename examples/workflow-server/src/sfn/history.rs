//! Events of executions: those of the service itself, and imported histories.

use generated::sfn::errors as e;
use generated::sfn::types as t;
use serde_json::Value;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::types::Timestamp;

use super::lists;
use super::records::Execution;
use crate::database::{Session, nanoseconds, to_json};
use crate::pages::{Listing, Order};
use crate::tokens::Query;

/// Members of event details that are execution data.
const DATA: [&str; 4] = ["input", "inputDetails", "output", "outputDetails"];

pub(super) fn append(session: &Session<'_>, execution: i64, event: &t::HistoryEvent) -> Result<(), Unhandled> {
    let sql = "INSERT INTO event (execution, id, document) VALUES (?1, ?2, ?3)";
    session.execute(sql, (execution, event.id, to_json(event)?)).map(drop)
}

/// ID of the last event.
pub(super) fn last(session: &Session<'_>, execution: i64) -> Result<i64, Unhandled> {
    session.value("SELECT coalesce(max(id), 0) FROM event WHERE execution = ?1", [execution], |row| row.get(0))
}

/// Replaces the history of an execution, whose last event determines how it ended.
pub(super) fn replace(session: &Session<'_>, execution: i64, events: &[t::HistoryEvent]) -> Result<(), Unhandled> {
    session.execute("DELETE FROM event WHERE execution = ?1", [execution])?;
    for event in events {
        append(session, execution, event)?;
    }
    events.last().map_or(Ok(()), |last| Ending::of(last).store(session, execution))
}

/// The state of an execution after its last event.
pub(super) struct Ending<'a> {
    status: t::ExecutionStatus,
    stopped: Option<Timestamp>,
    output: Option<&'a str>,
    error: Option<&'a str>,
    cause: Option<&'a str>,
}

impl<'a> Ending<'a> {
    pub(super) fn of(event: &'a t::HistoryEvent) -> Self {
        let running =
            Self { status: t::ExecutionStatus::Running, stopped: None, output: None, error: None, cause: None };
        let ended = |status| Self { status, stopped: Some(event.timestamp), ..running };
        macro_rules! failed {
            ($status:ident, $details:ident) => {{
                let details = event.$details.as_ref();
                Self {
                    error: details.and_then(|details| details.error.as_ref()).map(AsRef::as_ref),
                    cause: details.and_then(|details| details.cause.as_ref()).map(AsRef::as_ref),
                    ..ended(t::ExecutionStatus::$status)
                }
            }};
        }
        match event.r#type {
            t::HistoryEventType::ExecutionSucceeded => {
                let details = event.execution_succeeded_event_details.as_ref();
                let output = details.and_then(|details| details.output.as_ref()).map(AsRef::as_ref);
                Self { output, ..ended(t::ExecutionStatus::Succeeded) }
            }
            t::HistoryEventType::ExecutionFailed => failed!(Failed, execution_failed_event_details),
            t::HistoryEventType::ExecutionTimedOut => failed!(TimedOut, execution_timed_out_event_details),
            t::HistoryEventType::ExecutionAborted => failed!(Aborted, execution_aborted_event_details),
            _ => running,
        }
    }

    pub(super) fn store(&self, session: &Session<'_>, execution: i64) -> Result<(), Unhandled> {
        let sql = "UPDATE execution SET status = ?2, stopped = ?3, output = ?4, error = ?5, cause = ?6 WHERE id = ?1";
        let stopped = self.stopped.map(nanoseconds);
        session.execute(sql, (execution, self.status.as_str(), stopped, self.output, self.error, self.cause)).map(drop)
    }
}

pub(super) fn get(
    session: &Session<'_>,
    input: &t::GetExecutionHistoryInput,
) -> Result<t::GetExecutionHistoryOutput, e::GetExecutionHistoryError> {
    let execution = Execution::get::<e::GetExecutionHistoryError>(session, &input.execution_arn)?.summary;
    let with_data = input.include_execution_data != Some(false);
    let (order, direction) =
        if input.reverse_order { (Order::Descending, ("<", "DESC")) } else { (Order::Ascending, (">", "ASC")) };
    let (size, argument) = lists::size(input.max_results);
    let query = Query {
        operation: "GetExecutionHistory",
        arguments: &[
            Some(input.execution_arn.as_str()),
            Some(&argument),
            Some(direction.1),
            Some(if with_data { "data" } else { "no data" }),
        ],
    };
    let token = input.next_token.as_ref().map(t::PageToken::as_str);
    let listing = Listing::new(session, query, token, size, order).map_err(lists::bad_token)?;
    let (comparison, direction) = direction;
    let sql = format!(
        "SELECT id, document FROM event WHERE execution = ?1 AND id {comparison} ?2 ORDER BY id {direction} LIMIT ?3"
    );
    let parameters = (execution.id, listing.after, listing.limit);
    let rows: Vec<(i64, String)> = session.all(&sql, parameters, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let read = |(id, document): (i64, String)| event(&document, with_data).map(|event| (id, event));
    let (events, token) = listing.page(session, rows.into_iter().map(read).collect::<Result<_, _>>()?);
    Ok(t::GetExecutionHistoryOutput::builder().set_events(Some(events)).set_next_token(token).build()?)
}

/// A stored event, with or without its execution data.
fn event(document: &str, with_data: bool) -> Result<t::HistoryEvent, Unhandled> {
    let unreadable = |error| Unhandled::with_source("InternalFailure", error);
    if with_data {
        return serde_json::from_str(document).map_err(unreadable);
    }
    let mut event: Value = serde_json::from_str(document).map_err(unreadable)?;
    let details = event.as_object_mut().into_iter().flat_map(|members| members.values_mut());
    for details in details.filter_map(Value::as_object_mut) {
        for name in DATA {
            details.remove(name);
        }
    }
    serde_json::from_value(event).map_err(unreadable)
}
