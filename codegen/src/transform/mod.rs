//! Transforms of models, which projections of `smithy-build.json` name. Each has a row in `TRANSFORMS`, and is a
//! function that reads its arguments and returns a change of the model. Independent of files.

mod arguments;
mod deprecated;
mod members;
mod metadata;
mod mixins;
mod namespaces;
mod remove;
mod rename;
mod services;
mod shapes;
mod suppressions;
mod tags;
#[cfg(test)]
mod tests;
mod traits;
mod types;
mod unused;

use std::fmt;

use arguments::Arguments;

use crate::diagnostic::Diagnostic;
use crate::load::{restore_definitions, smithy_build};
use crate::model::{Model, Node, ShapeId};
use crate::nearest::{nearest, suggestion};
use crate::source::Span;

const ID: &str = smithy_build::ID;

/// A transform that projections can use.
struct Definition {
    name: &'static str,
    /// Names of its arguments.
    arguments: &'static [&'static str],
    /// The argument that a list is used for. Lists instead of arguments are deprecated.
    list: Option<&'static str>,
    /// Reads the arguments, which collect errors.
    read: fn(&mut Arguments<'_>) -> Action,
}

/// A change of a model.
type Action = Box<dyn Fn(&mut Context<'_>) -> Result<(), Failure> + Send + Sync>;

/// What a transform changes.
struct Context<'m> {
    model: &'m mut Model,
    /// The model before the first transform.
    original: &'m Model,
}

/// What happens to selected elements. The opposite happens to all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Selected {
    Included,
    Excluded,
}

impl Selected {
    /// Whether an element stays in the model.
    fn keeps(self, is_selected: bool) -> bool {
        is_selected == (self == Self::Included)
    }
}

/// All transforms, except for `apply`, which [`smithy_build`] replaces by the transforms of the other projection.
const TRANSFORMS: &[&Definition] = &[
    &types::CHANGE_STRING_ENUMS,
    &types::CHANGE_TYPES,
    &metadata::EXCLUDE,
    &shapes::EXCLUDE_BY_SELECTOR,
    &shapes::EXCLUDE_BY_TAG,
    &shapes::EXCLUDE_BY_TRAIT,
    &tags::EXCLUDE,
    &traits::EXCLUDE,
    &traits::EXCLUDE_BY_TAG,
    &suppressions::FILTER,
    &mixins::FLATTEN,
    &namespaces::FLATTEN_CLOSURE,
    &namespaces::FLATTEN,
    &shapes::INCLUDE_CLOSURES,
    &metadata::INCLUDE,
    &shapes::INCLUDE_NAMESPACES,
    &shapes::INCLUDE_SERVICES,
    &shapes::INCLUDE_BY_SELECTOR,
    &shapes::INCLUDE_BY_TAG,
    &tags::INCLUDE,
    &traits::INCLUDE,
    &traits::INCLUDE_BY_TAG,
    &members::TOKENS_CLIENT_OPTIONAL,
    &deprecated::REMOVE,
    &traits::REMOVE_DEFINITIONS,
    &unused::REMOVE,
    &rename::SHAPES,
];

/// The transform that includes those of other projections.
pub(crate) const APPLY: &str = "apply";

/// A transform with its arguments.
pub(crate) struct Transform {
    name: &'static str,
    /// Location.
    span: Span,
    action: Action,
}

impl fmt::Debug for Transform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Transform").field(&self.name).finish()
    }
}

impl Transform {
    /// Reads a transform from its name and arguments in a projection.
    pub(crate) fn read(name: &str, span: Span, arguments: Option<&Node>) -> Result<Self, Vec<Diagnostic>> {
        let Some(definition) = TRANSFORMS.iter().find(|definition| definition.name == name) else {
            let names = TRANSFORMS.iter().map(|definition| definition.name).chain([APPLY]);
            let near = nearest(name, names);
            return Err(vec![Diagnostic::error(ID, format!("unknown transform `{name}`"), span).with_nearest(near)]);
        };
        let mut arguments = Arguments::new(definition, span, arguments);
        let action = (definition.read)(&mut arguments);
        let errors = arguments.errors();
        if errors.is_empty() { Ok(Self { name: definition.name, span, action }) } else { Err(errors) }
    }
}

/// Applies transforms one after the other. Stops at the first that fails.
pub(crate) fn apply(model: &mut Model, transforms: &[Transform]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if transforms.is_empty() {
        return diagnostics;
    }
    let original = model.clone();
    for transform in transforms {
        let before = services::with_operations(model);
        let mut context = Context { model, original: &original };
        if let Err(failure) = (transform.action)(&mut context) {
            diagnostics.push(failure.into_diagnostic(transform));
            break;
        }
        diagnostics.extend(services::emptied(&before, model, transform.name, transform.span));
    }
    restore_definitions(model);
    diagnostics
}

/// Reason why a transform cannot be applied.
struct Failure {
    problem: Problem,
    /// The argument in question, or none for the whole transform.
    span: Span,
    help: Option<String>,
}

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error("the model has no shape `{0}`")]
    NoShape(ShapeId),
    #[error("the model has no service `{0}`")]
    NoService(ShapeId),
    #[error("the selector is too expensive")]
    Expensive,
    #[error("the model has no shape closure `{0}`")]
    NoClosure(String),
    #[error("`{from}` cannot be renamed to `{to}`, since there is another shape of this name")]
    Taken { from: ShapeId, to: ShapeId },
    #[error("`{id}` cannot be changed from `{from}` to `{to}`")]
    OtherType { id: ShapeId, from: &'static str, to: String },
}

impl Failure {
    fn new(problem: Problem, span: Span) -> Self {
        Self { problem, span, help: None }
    }

    fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn with_nearest(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.with_help(suggestion(near)),
            None => self,
        }
    }

    fn into_diagnostic(self, transform: &Transform) -> Diagnostic {
        let span = if self.span.is_some() { self.span } else { transform.span };
        let message = format!("transform `{}` failed: {}", transform.name, self.problem);
        let error = Diagnostic::error(ID, message, span);
        match self.help {
            Some(help) => error.with_help(help),
            None => error,
        }
    }
}
