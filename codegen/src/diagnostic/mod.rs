//! Diagnostics as data: what is wrong, where, and how to mend it. `render` turns them into text; nothing else prints.

mod details;
pub mod render;

pub use details::{Bound, Choice, Details, EnumValue, Unit, Unknown};

use std::collections::HashSet;

use crate::model::ShapeId;
use crate::source::Span;

/// How bad a finding is. Names and order are those of the Smithy specification ("Model validation", severity).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Hidden by a suppression.
    Suppressed,
    /// Worth knowing.
    Note,
    /// Probably wrong.
    Warning,
    /// Wrong unless suppressed with a reason; code generation stops.
    Danger,
    /// Wrong; cannot be suppressed.
    Error,
}

impl Severity {
    /// The name that the specification gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suppressed => "SUPPRESSED",
            Self::Note => "NOTE",
            Self::Warning => "WARNING",
            Self::Danger => "DANGER",
            Self::Error => "ERROR",
        }
    }

    /// The severity with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Suppressed, Self::Note, Self::Warning, Self::Danger, Self::Error].into_iter().find(|s| s.name() == name)
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Hierarchical event id, such as `Model` or `HttpUriConflict` or `codegen.UnknownOperation`.
    pub id: String,
    /// How bad it is.
    pub severity: Severity,
    /// The shape it is about.
    pub shape: Option<ShapeId>,
    /// One sentence; starts as the reference implementation's message does where there is one.
    pub message: String,
    /// The main place first, then the others that matter.
    pub labels: Vec<Label>,
    /// How to mend it.
    pub help: Option<String>,
    /// The facts of a finding whose kind recurs.
    pub details: Option<Box<Details>>,
    /// Why a finding was suppressed.
    pub suppression_reason: Option<String>,
}

/// A place in a source file, with a few words about its part in the finding (may be empty).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// Its part in the finding.
    pub text: String,
}

/// Leaves out, for people, what only repeats another finding: the same message at the same place, or a shape ID without a shape
/// where an error says the same. The events of the reference implementation have both.
pub fn distinct(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let place = |finding: &Diagnostic| finding.labels.first().map(|label| label.span);
    let mut messages = HashSet::new();
    let errors: HashSet<Span> =
        diagnostics.iter().filter(|finding| finding.severity == Severity::Error).filter_map(place).collect();
    diagnostics.iter().filter(move |finding| {
        let Some(span) = place(finding) else { return true };
        let is_said = finding.id == "SyntacticShapeIdTarget" && errors.contains(&span);
        !is_said && messages.insert((&finding.message, span))
    })
}

impl Diagnostic {
    /// A finding with a place. Add to it with the `with_…` methods.
    pub fn new(severity: Severity, id: impl Into<String>, message: impl Into<String>, span: Span) -> Self {
        let labels = if span.is_some() { vec![Label { span, text: String::new() }] } else { Vec::new() };
        Self {
            id: id.into(),
            severity,
            shape: None,
            message: message.into(),
            labels,
            help: None,
            details: None,
            suppression_reason: None,
        }
    }

    /// An error.
    pub fn error(id: impl Into<String>, message: impl Into<String>, span: Span) -> Self {
        Self::new(Severity::Error, id, message, span)
    }

    /// A finding in the words of its facts.
    pub fn of(severity: Severity, id: impl Into<String>, details: Details, span: Span) -> Self {
        Self::new(severity, id, details.message(), span).with_details(details)
    }

    /// Adds facts, and the help that follows from them.
    #[must_use]
    pub fn with_details(mut self, details: Details) -> Self {
        self.help = details.help();
        self.details = Some(Box::new(details));
        self
    }

    /// Names the shape the finding is about.
    #[must_use]
    pub fn with_shape(mut self, shape: &ShapeId) -> Self {
        self.shape = Some(shape.clone());
        self
    }

    /// Moves the main place.
    #[must_use]
    pub(crate) fn at(mut self, span: Span) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.span = span;
        }
        self
    }

    /// Adds words to the main place.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Self {
        if span.is_some() {
            self.labels.push(Label { span, text: text.into() });
        }
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
