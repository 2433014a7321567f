//! Facts of errors of other libraries and of programs that use this one.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use serde::{Serialize, Serializer};

/// An error of another library or of the operating system.
///
/// ```
/// use whitesmith_codegen::diagnostic::ErrorFacts;
///
/// let error = "1.x".parse::<f32>().unwrap_err();
/// assert_eq!(ErrorFacts::of(&error).to_string(), "invalid float literal");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename = "error")]
pub struct ErrorFacts {
    /// Its message, followed by those of its sources.
    pub messages: Vec<String>,
}

impl ErrorFacts {
    /// The facts of an error and its sources.
    pub fn of(error: &dyn Error) -> Self {
        let errors = std::iter::successors(Some(error), |error| (*error).source());
        Self { messages: errors.map(ToString::to_string).collect() }
    }
}

impl Display for ErrorFacts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.messages.join(": "))
    }
}

/// Facts of a program that uses this library, such as its command line.
///
/// ```
/// use whitesmith_codegen::diagnostic::{Diagnostic, ProgramFacts};
/// use whitesmith_codegen::source::Span;
///
/// #[derive(Debug, thiserror::Error, serde::Serialize)]
/// #[serde(tag = "kind", rename_all = "camelCase")]
/// #[error("port {port} is in use")]
/// struct PortInUse { port: u16 }
///
/// let diagnostic = Diagnostic::error("Server", ProgramFacts::new(&PortInUse { port: 80 }), Span::NONE);
/// assert_eq!(diagnostic.message, "port 80 is in use");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramFacts {
    message: String,
    facts: serde_json::Value,
}

impl ProgramFacts {
    /// Facts with their message, which is their `Display` text.
    pub fn new<F: Serialize + Display>(facts: &F) -> Self {
        Self { message: facts.to_string(), facts: serde_json::to_value(facts).unwrap_or_default() }
    }
}

impl Display for ProgramFacts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Serialize for ProgramFacts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.facts.serialize(serializer)
    }
}
