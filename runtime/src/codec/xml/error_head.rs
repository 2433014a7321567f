//! Code, message and request ID of XML error responses, independent of their structure.

use super::events::{Events, Malformed, local};
use super::read::text;
use crate::codec::Strictness;

/// Code, message and request ID of an error response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorHead {
    /// Code of the error.
    pub code: Option<String>,
    /// Message of the error.
    pub message: Option<String>,
    /// Request ID.
    pub request_id: Option<String>,
}

/// Finds the code and message in the element `Error`, and the request ID in this element or next to it.
pub fn error_head(bytes: &[u8]) -> ErrorHead {
    head_within(bytes, Level::of)
}

/// Finds the message of an error in an event, whose element has the name of its shape.
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) fn event_error_message(bytes: &[u8]) -> Option<String> {
    head_within(bytes, |_| Level::Error).message
}

fn head_within(bytes: &[u8], level: impl Fn(&str) -> Level) -> ErrorHead {
    let mut head = ErrorHead::default();
    if let Ok(text) = text(bytes) {
        let mut events = Events::new(text);
        // Keep what was found before a syntax error.
        let _ = events
            .root(Strictness::Lenient)
            .and_then(|root| find_head(&mut events, level(local(root.name().into_inner())), &mut head));
    }
    head
}

/// Kind of an element whose children are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// An element around `Error`.
    Envelope,
    Error,
}

impl Level {
    fn of(name: &str) -> Self {
        if name == "Error" { Self::Error } else { Self::Envelope }
    }
}

fn find_head(events: &mut Events<'_>, level: Level, head: &mut ErrorHead) -> Result<(), Malformed> {
    events.enter()?;
    while let Some(child) = events.child()? {
        let mut is_prose = false;
        let place = match local(child.name().into_inner()) {
            "Code" if level == Level::Error => &mut head.code,
            "Message" | "message" if level == Level::Error => {
                is_prose = true;
                &mut head.message
            }
            "RequestId" | "RequestID" => &mut head.request_id,
            name @ ("Error" | "Errors") if level == Level::Envelope => {
                find_head(events, Level::of(name), head)?;
                continue;
            }
            _ => {
                events.skip(&child)?;
                continue;
            }
        };
        let text = events.text(Strictness::Lenient)?;
        // Codes and IDs have no space around them, but documents may be indented.
        place.get_or_insert_with(|| if is_prose { text.into_owned() } else { text.trim().to_owned() });
    }
    events.leave();
    Ok(())
}
