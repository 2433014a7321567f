//! Errors of the parser, with the messages of `serde_json`.

use std::fmt;

use serde_core::de::{Error, Expected, Unexpected};

use crate::types::shortened;

/// Maximum bytes of a message, which may repeat a string of the text.
const MAX_MESSAGE: usize = 512;

/// A message and its place in the text.
#[derive(Debug)]
pub(super) struct Fault(Box<Parts>);

#[derive(Debug)]
struct Parts {
    message: String,
    /// Whether the text is JSON, but not the expected value.
    is_data: bool,
    /// Line and column.
    place: Option<(usize, usize)>,
}

impl Fault {
    /// An error of syntax, in front of the byte at `position` of the text.
    #[cold]
    pub(super) fn syntax(message: &str, text: &str, position: usize) -> Self {
        let place = Some(place(text, position));
        Self(Box::new(Parts { message: message.to_owned(), is_data: false, place }))
    }

    /// An error of `serde_json` in the part of the text that starts at `start`.
    #[cold]
    pub(super) fn within(text: &str, start: usize, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let part = text.get(start..).unwrap_or_default();
        let lines_before: usize = part.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let mut message = error.to_string();
        if let Some(length) = message.strip_suffix(&format!(" at line {line} column {column}")).map(str::len) {
            message.truncate(length);
        }
        let place = Some(place(text, start + lines_before + column));
        let message = shortened(message, MAX_MESSAGE);
        Self(Box::new(Parts { message, is_data: error.is_data(), place }))
    }

    /// Adds the place, if the error has none.
    #[cold]
    pub(super) fn at(mut self, text: &str, position: usize) -> Self {
        self.0.place.get_or_insert_with(|| place(text, position));
        self
    }

    pub(super) fn is_data(&self) -> bool {
        self.0.is_data
    }
}

/// Line and column of a position.
fn place(text: &str, position: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..position.min(text.len())).unwrap_or_default();
    let lines = || before.split(|byte| *byte == b'\n');
    (lines().count(), lines().next_back().map_or(0, <[u8]>::len))
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match self.0.place {
            Some((line, column)) => write!(f, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(Box::new(Parts { message: shortened(message.to_string(), MAX_MESSAGE), is_data: true, place: None }))
    }

    #[cold]
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(serde_json::Error::invalid_type(unexpected, expected))
    }

    #[cold]
    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(serde_json::Error::invalid_value(unexpected, expected))
    }
}
