//! Conversion of events of a case to values and frames, and comparison.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::task::{Context, Poll};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::{Map, Value as Json};

use super::params::fill;
use super::subject::Found;
use super::{Failure, body};
use crate::codec::json::write_canonical;
use crate::event_stream::{Frame, Frames, Header, INITIAL_REQUEST, INITIAL_RESPONSE, Limits, Side};
use crate::reflect::{EventSource, Events, Fill, Ref, Reflect, Slot};
use crate::streaming;
use crate::types::{ByteStream, EventError, Timestamp};

const FILL: Fill = Fill::VALUE;

/// Result of reading an event. Values are canonical text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Event {
    Value(String),
    /// An error of the model: its shape ID, and its value.
    Error(&'static str, String),
    /// The message of another error.
    Failed(String),
}

/// Stream of events from the `params` of a case.
pub(super) struct CaseEvents(pub(super) VecDeque<Json>);

impl CaseEvents {
    /// Sets the event stream of the structure, if it has one.
    pub(super) fn put(events: &[Json], shape: &mut dyn Reflect) {
        if let Slot::Events(place) = streaming::slot(shape) {
            place.fill(Box::new(Self(events.iter().cloned().collect())), FILL);
        }
    }
}

impl EventSource for CaseEvents {
    fn poll_event(&mut self, _: &mut Context<'_>, event: &mut dyn Reflect) -> Poll<Option<Result<(), EventError<()>>>> {
        Poll::Ready(
            self.0
                .pop_front()
                .map(|params| fill(event, &params).map_err(|reason| EventError::Malformed(reason.into()))),
        )
    }
}

/// Reads all events of the structure's stream.
pub(super) async fn drain(shape: &mut dyn Reflect) -> Vec<Event> {
    let Slot::Events(place) = streaming::slot(shape) else { return Vec::new() };
    let mut events: Events = place.take(FILL);
    let mut found = Vec::new();
    while let Some(event) = poll_fn(|cx| events.as_mut().poll_next(cx)).await {
        found.push(match event {
            Ok(event) => describe(&*event),
            Err(Some(error)) => Event::Failed(error.to_string()),
            Err(None) => Event::Failed("the event could not be read".to_owned()),
        });
    }
    found
}

fn describe(event: &dyn Reflect) -> Event {
    let mut text = Vec::new();
    write_canonical(&mut text, Ref::Shape(event));
    let mut error = None;
    event.each(&mut |_, value| {
        if let Ref::Shape(shape) = value {
            error = shape.schema().error_traits().map(|_| shape.schema().id());
        }
        false
    });
    let text = String::from_utf8_lossy(&text).into_owned();
    match error {
        Some(id) => Event::Error(id, text),
        None => Event::Value(text),
    }
}

/// Returns the events of a case in this direction.
pub(super) fn of<'c>(case: &'c Map<String, Json>, direction: &str) -> Vec<&'c Map<String, Json>> {
    let events = case.get("events").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_object);
    events.filter(|event| event.get("type").and_then(Json::as_str) == Some(direction)).collect()
}

/// Returns the parameters of events. Events without parameters cannot be sent.
pub(super) fn params(events: &[&Map<String, Json>]) -> Vec<Json> {
    events.iter().filter_map(|event| event.get("params").cloned()).collect()
}

/// Returns the frames of events as bytes.
pub(super) fn bytes(events: &[&Map<String, Json>]) -> Result<Bytes, Failure> {
    let mut all = Vec::new();
    for event in events {
        all.extend_from_slice(&match event.get("bytes").and_then(Json::as_str) {
            Some(text) => STANDARD.decode(text).map_err(Failure::of("bytes"))?,
            None => frame(event)?.encode(limits()).map_err(Failure::of("frame"))?.to_vec(),
        });
    }
    Ok(Bytes::from(all))
}

/// Limits of the format.
fn limits() -> Limits {
    Limits::of(Side::Server, Limits::MOST)
}

/// Returns the frame with the headers and body of the case.
fn frame(event: &Map<String, Json>) -> Result<Frame, Failure> {
    let mut frame = Frame { payload: body::bytes(event), ..Frame::default() };
    for (name, value) in headers(event) {
        frame.headers.push((name.to_owned(), header(value).ok_or_else(|| Failure::invalid(&value, "a header"))?));
    }
    Ok(frame)
}

fn headers(event: &Map<String, Json>) -> impl Iterator<Item = (&str, &Json)> {
    event.get("headers").and_then(Json::as_object).into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// Parses a header of a test trait: an object whose only member names the type.
fn header(value: &Json) -> Option<Header> {
    let (kind, value) = value.as_object()?.iter().next()?;
    Some(match kind.as_str() {
        "boolean" => Header::Bool(value.as_bool()?),
        "byte" => Header::Byte(value.as_i64()?.try_into().ok()?),
        "short" => Header::Short(value.as_i64()?.try_into().ok()?),
        "integer" => Header::Integer(value.as_i64()?.try_into().ok()?),
        "long" => Header::Long(value.as_i64()?),
        "blob" => Header::Bytes(Bytes::from(STANDARD.decode(value.as_str()?).ok()?)),
        "string" => Header::String(value.as_str()?.to_owned()),
        "timestamp" => {
            let time = match value.as_str() {
                Some(text) => Timestamp::parse(text, crate::schema::TimestampFormat::DateTime).ok()?,
                None => Timestamp::from_epoch_seconds(value.as_f64()?).ok()?,
            };
            Header::Timestamp(time.seconds() * 1000 + i64::from(time.nanoseconds() / 1_000_000))
        }
        _ => return None,
    })
}

/// Compares written frames with those of the case. Initial messages are skipped.
pub(super) async fn compare(expected: &[&Map<String, Json>], written: ByteStream) -> Result<(), Failure> {
    let mut frames = Frames::new(written, limits());
    let mut found = Vec::new();
    while let Some(frame) = poll_fn(|cx| frames.poll_frame(cx)).await {
        let frame = frame.map_err(Failure::of("frame"))?;
        if !matches!(frame.text(":event-type"), Some(INITIAL_REQUEST | INITIAL_RESPONSE)) {
            found.push(frame);
        }
    }
    if found.len() != expected.len() {
        return Err(Failure::differs("number of events", expected.len(), found.len()));
    }
    for (expected, found) in expected.iter().zip(&found) {
        compare_frame(expected, found)?;
    }
    Ok(())
}

fn compare_frame(expected: &Map<String, Json>, found: &Frame) -> Result<(), Failure> {
    for (name, value) in headers(expected) {
        let value = header(value).ok_or_else(|| Failure::invalid(&value, "a header"))?;
        if found.header(name) != Some(&value) {
            return Err(Failure::differs(&format!("header {name}"), value, found.header(name)));
        }
    }
    if let Some(name) =
        super::compare::texts(expected, "forbidHeaders").into_iter().find(|name| found.header(name).is_some())
    {
        return Err(Failure::Forbidden(format!("header {name}")));
    }
    if let Some(name) =
        super::compare::texts(expected, "requireHeaders").into_iter().find(|name| found.header(name).is_none())
    {
        return Err(Failure::Missing(format!("header {name}")));
    }
    let media_type = expected.get("bodyMediaType").and_then(Json::as_str).or_else(|| found.text(":content-type"));
    if let Some(body) = expected.get("body").and_then(Json::as_str) {
        body::compare(body, &found.payload, media_type.unwrap_or_default())?;
    }
    let Some(bytes) = expected.get("bytes").and_then(Json::as_str) else { return Ok(()) };
    let bytes = STANDARD.decode(bytes).map_err(Failure::of("bytes"))?;
    let whole = Frame::decode(&bytes, limits()).map_err(Failure::of("bytes"))?;
    // The order of headers is ignored.
    let is_same = whole.headers.len() == found.headers.len()
        && whole.headers.iter().all(|(name, value)| found.header(name) == Some(value));
    if !is_same {
        return Err(Failure::differs("headers", whole.headers, &found.headers));
    }
    body::compare(&String::from_utf8_lossy(&whole.payload), &found.payload, media_type.unwrap_or_default())
}

/// A message that was not read.
#[derive(Debug)]
pub(super) struct Unread {
    /// Shape ID of the modeled error, if it is one.
    pub(super) error: Option<String>,
    /// The error.
    #[allow(dead_code, reason = "shown by `Debug`")]
    pub(super) message: String,
}

/// Expected result of reading: a success, any failure, or a modeled error.
pub(super) enum Expectation<'c> {
    Success,
    Failure(Option<&'c str>),
}

impl<'c> Expectation<'c> {
    pub(super) fn of(case: &'c Map<String, Json>) -> Self {
        match case.get("expectation").and_then(|expectation| expectation.get("failure")) {
            Some(failure) => Self::Failure(failure.get("errorId").and_then(Json::as_str)),
            None => Self::Success,
        }
    }

    /// Compares the result of reading.
    pub(super) fn judge(&self, expected: &Found, found: &Result<Found, Unread>) -> Result<(), Failure> {
        let good = match (self, found) {
            (Self::Success, Ok(found)) => found == expected,
            (Self::Success, Err(_)) => false,
            (Self::Failure(None), Err(_)) => true,
            (Self::Failure(None), Ok(found)) => found.events.iter().any(|event| matches!(event, Event::Failed(_))),
            (Self::Failure(id), Err(found)) => *id == found.error.as_deref(),
            (Self::Failure(Some(id)), Ok(found)) => {
                matches!(found.events.last(), Some(Event::Error(last, _)) if last == id)
            }
        };
        match self {
            _ if good => Ok(()),
            Self::Success => Err(Failure::differs("result", expected, found)),
            Self::Failure(id) => Err(Failure::differs("failure", id, found)),
        }
    }
}
