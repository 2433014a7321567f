//! Diagnostics as data: message, locations and help. Only `render` formats them.

mod details;
pub mod render;

pub(crate) use details::Scope;
pub use details::{
    AlloyFacts, Alternatives, ApiFacts, Audiences, AwsFacts, Backticked, Bound, BoundKind, BreakingEffect, Choice,
    ClosureName, CloudFacts, Commas, ConfigFacts, DeprecatedUse, Details, DiffFacts, Difference, EndpointCondition,
    EndpointRuleFacts, EndpointTestProblem, EnumValue, ErrorFacts, ExpectedToken, FileFacts, FoundCharacter,
    FoundToken, GenerationFacts, HelpFacts, HttpFacts, IdentifierCount, Identifiers, Inheritance, Json, LabelFacts,
    LifecycleTrait, Limit, LimitChange, LinterFacts, List, LoadFacts, MediaTypeProblem, MemberRule, Message,
    MigrationRisk, MissingAnchors, ModelFacts, NameOwner, Note, Notice, Nullability, NullabilityReason, NumberProblem,
    Obligation, OperationFacts, OperationSide, OperationUri, PaginationHint, Problems, ProgramFacts, ProjectFacts,
    Quoted, RecursionPath, ReferenceProblem, Renamed, Repetition, RequiredMember, ResourceCycle, ResourceFacts,
    SdkIdProblem, SdkIdProblems, ServiceFacts, SettingChange, StatusClass, StringProblem, SyntaxFacts, SyntaxProblem,
    TargetDifference, TargetEffect, TestFacts, TextKind, TraitPair, TraitPresence, TraitValue, TransformFacts,
    TypedShape, Unit, Unknown, Use, Uses, ValueFacts, VerbPrefix, WaiterProblem,
};

use std::fmt;

use crate::hash::HashSet;
use crate::model::ShapeId;
use crate::source::Span;

/// Severity of a diagnostic. Names and order are those of the Smithy specification ("Model validation", severity).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Hidden by a suppression.
    Suppressed,
    /// For information.
    Note,
    /// A possible error.
    Warning,
    /// An error unless suppressed. Prevents code generation.
    Danger,
    /// An error that cannot be suppressed.
    Error,
}

impl Severity {
    /// The name in the specification.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suppressed => "SUPPRESSED",
            Self::Note => "NOTE",
            Self::Warning => "WARNING",
            Self::Danger => "DANGER",
            Self::Error => "ERROR",
        }
    }

    /// The severity with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Suppressed, Self::Note, Self::Warning, Self::Danger, Self::Error].into_iter().find(|s| s.name() == name)
    }
}

/// A diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Hierarchical event ID, such as `Model`, `HttpUriConflict` or `codegen.UnknownOperation`.
    pub id: String,
    /// Its severity.
    pub severity: Severity,
    /// The shape in question.
    pub shape: Option<ShapeId>,
    /// One sentence. Starts like the message of the reference implementation, if it has one.
    pub message: String,
    /// The main location, then further ones.
    pub labels: Vec<Label>,
    /// How to fix it.
    pub help: Option<Note>,
    /// Facts of the message.
    pub details: Option<Box<Details>>,
    /// The trait whose value is invalid, without the namespace of the prelude.
    pub(crate) trait_value: Option<String>,
    /// Reason of the suppression.
    pub suppression_reason: Option<String>,
    /// Whether it is a consequence of another diagnostic.
    pub cause: Cause,
}

/// Whether a diagnostic is a consequence of another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cause {
    /// No: it must be fixed itself.
    #[default]
    Own,
    /// Yes: fixing a reported error, such as a syntax error in the definition of a shape, fixes it, too.
    Reported,
}

/// A location in a source file, with a label (may be empty).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The location.
    pub span: Span,
    /// The label.
    pub text: Note,
}

/// Returns the diagnostics for readers. Omits consequences of other errors, and repetitions: the same message at the
/// same location, or an unresolved shape ID for which there is an error. Tests compare all diagnostics with those of
/// the reference implementation.
pub fn distinct(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let place = |finding: &Diagnostic| finding.labels.first().map(|label| label.span);
    let mut messages = HashSet::default();
    let errors: HashSet<Span> =
        diagnostics.iter().filter(|finding| finding.severity == Severity::Error).filter_map(place).collect();
    diagnostics.iter().filter(|finding| finding.cause == Cause::Own).filter(move |finding| {
        let Some(span) = place(finding) else { return true };
        let is_consequence = finding.id == "SyntacticShapeIdTarget" && errors.contains(&span);
        !is_consequence && messages.insert((&finding.message, span))
    })
}

impl Diagnostic {
    /// Creates an error. Its message is a fixed sentence, or made of its facts.
    pub fn error(id: impl Into<String>, message: impl Into<Message>, span: Span) -> Self {
        Self::of(Severity::Error, id, message, span)
    }

    /// Creates a diagnostic. Its message is a fixed sentence, or made of its facts. The `with_…` methods add to it.
    ///
    /// ```
    /// use whitesmith_codegen::diagnostic::{Diagnostic, FileFacts, Severity};
    /// use whitesmith_codegen::source::Span;
    ///
    /// let facts = FileFacts::NoModels { path: "model".to_owned() };
    /// let diagnostic = Diagnostic::of(Severity::Error, "Model", facts, Span::NONE).with_help("add one");
    /// assert_eq!(diagnostic.message, "no model in folder `model`");
    /// ```
    pub fn of(severity: Severity, id: impl Into<String>, message: impl Into<Message>, span: Span) -> Self {
        let (message, details) = match message.into() {
            Message::Fixed(text) => (text.to_owned(), None),
            Message::Facts(details) => (details.message(), Some(details)),
        };
        let labels = if span.is_some() { vec![Label { span, text: Note::default() }] } else { Vec::new() };
        Self {
            id: id.into(),
            severity,
            shape: None,
            message,
            labels,
            help: details.as_ref().and_then(|details| details.help()),
            details,
            trait_value: None,
            suppression_reason: None,
            cause: Cause::Own,
        }
    }

    /// Marks the diagnostic as a consequence of a reported error, if it is one.
    #[must_use]
    pub(crate) fn follows(mut self, is_consequence: bool) -> Self {
        if is_consequence {
            self.cause = Cause::Reported;
        }
        self
    }

    /// Adds the subject in front of the message.
    #[must_use]
    pub(crate) fn within(mut self, scope: &details::Scope<'_>) -> Self {
        self.message.insert_str(0, &scope.to_string());
        self
    }

    /// Replaces the message by one from the model, in which `{super}` is the original message.
    #[must_use]
    pub(crate) fn reworded(mut self, message: &str) -> Self {
        self.message = message.replace("{super}", &self.message);
        self
    }

    /// Adds a reason from the model to the message.
    #[must_use]
    pub(crate) fn with_reason(mut self, reason: &str) -> Self {
        if !self.message.ends_with('.') {
            self.message.push_str("; ");
        }
        self.message.push_str(reason);
        self
    }

    /// Sets the shape.
    #[must_use]
    pub fn with_shape(mut self, shape: &ShapeId) -> Self {
        self.shape = Some(shape.clone());
        self
    }

    /// Replaces the main location.
    #[must_use]
    pub(crate) fn at(mut self, span: Span) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.span = span;
        }
        self
    }

    /// Adds a label to the main location: a fixed text, or one made of facts.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<Note>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Adds a location.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<Note>) -> Self {
        if span.is_some() {
            self.labels.push(Label { span, text: text.into() });
        }
        self
    }

    /// Adds help: a fixed text, or one made of facts.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Note>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Suggests the closest name, if there is one.
    #[must_use]
    pub(crate) fn with_nearest(self, near: Option<impl fmt::Display>) -> Self {
        match near {
            Some(near) => self.with_help(Note::nearest(near)),
            None => self,
        }
    }
}
