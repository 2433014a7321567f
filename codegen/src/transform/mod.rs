//! Transforms of models, which projections of `smithy-build.json` name. Each has a row in `TRANSFORMS`, and is a
//! function that reads its arguments and returns a change of the model. Independent of files.

mod arguments;
mod deprecated;
mod endpoints;
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

use crate::diagnostic::{Diagnostic, Scope, Severity, TransformFacts};
use crate::hash::HashSet;
use crate::load::{restore_definitions, smithy_build};
use crate::model::{Model, Node};
use crate::nearest::nearest;
use crate::source::Span;

const ID: &str = smithy_build::ID;

/// The name and the arguments of a transform.
#[derive(Clone, Copy)]
struct Signature {
    name: &'static str,
    /// Names of its arguments.
    arguments: &'static [&'static str],
    /// The argument that a list is used for. Lists instead of arguments are deprecated.
    list: Option<&'static str>,
}

/// A transform that changes the model.
struct Definition {
    name: &'static str,
    arguments: &'static [&'static str],
    list: Option<&'static str>,
    /// Reads the arguments, which collect errors.
    read: fn(&mut Arguments<'_>) -> Action,
}

impl Definition {
    fn signature(&self) -> Signature {
        Signature { name: self.name, arguments: self.arguments, list: self.list }
    }
}

/// A change of a model.
type Action = Box<dyn Fn(&mut Context<'_>) -> Result<(), Diagnostic> + Send + Sync>;

/// Parts of a model that a transform changes.
struct Context<'m> {
    model: &'m mut Model,
    original: &'m Original<'m>,
}

/// Data that transforms need of the model before the first of them. The model itself is not kept, since shapes that two
/// models share are copied when they change.
struct Original<'f> {
    /// Diagnostics of validation.
    findings: &'f [Diagnostic],
    /// IDs of the linters of the metadata.
    linters: HashSet<String>,
}

/// Treatment of selected elements. All others are treated in the opposite way.
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

/// All transforms that change the model.
const TRANSFORMS: &[&Definition] = &[
    &types::CHANGE_STRING_ENUMS,
    &types::CHANGE_TYPES,
    &endpoints::COMPILE,
    &endpoints::COMPILE_FOR_AWS,
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
const APPLY: Signature = Signature { name: "apply", arguments: &["projections"], list: Some("projections") };

/// An entry of `transforms` in a projection.
pub(crate) enum Step {
    /// A change of the model.
    Change(Transform),
    /// The transforms of other projections: their names, with the places where they are named.
    Apply(Vec<(String, Span)>),
}

impl Step {
    /// Reads an entry from its name and arguments in a projection.
    pub(crate) fn read(name: &str, span: Span, arguments: Option<&Node>) -> Result<Self, Vec<Diagnostic>> {
        if name == APPLY.name {
            let mut arguments = Arguments::new(APPLY, span, arguments);
            arguments.require(APPLY.arguments);
            let names = arguments.spanned("projections");
            let errors = arguments.errors();
            return if errors.is_empty() { Ok(Self::Apply(names)) } else { Err(errors) };
        }
        Transform::read(name, span, arguments).map(Self::Change)
    }
}

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
    fn read(name: &str, span: Span, arguments: Option<&Node>) -> Result<Self, Vec<Diagnostic>> {
        let Some(definition) = TRANSFORMS.iter().find(|definition| definition.name == name) else {
            let names = TRANSFORMS.iter().map(|definition| definition.name).chain([APPLY.name]);
            let near = nearest(name, names);
            let facts = TransformFacts::UnknownTransform { name: name.to_owned() };
            return Err(vec![Diagnostic::of(Severity::Error, ID, facts, span).with_nearest(near)]);
        };
        let mut arguments = Arguments::new(definition.signature(), span, arguments);
        let action = (definition.read)(&mut arguments);
        let errors = arguments.errors();
        if errors.is_empty() { Ok(Self { name: definition.name, span, action }) } else { Err(errors) }
    }

    /// Whether it needs what validation found in the model before the transforms.
    pub(crate) fn reads_findings(&self) -> bool {
        self.name == suppressions::FILTER.name
    }
}

/// Applies transforms one after the other. Stops at the first that fails. `findings` is what validation found in the
/// model; it may be empty if no transform reads it.
pub(crate) fn apply(model: &mut Model, transforms: &[Transform], findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if transforms.is_empty() {
        return diagnostics;
    }
    let original = Original { findings, linters: suppressions::linters(model) };
    let mut before = services::with_operations(model);
    for transform in transforms {
        let mut context = Context { model, original: &original };
        if let Err(error) = (transform.action)(&mut context) {
            diagnostics.push(failed(transform, error));
            break;
        }
        let after = services::with_operations(model);
        diagnostics.extend(services::emptied(&before, &after, model, transform.name, transform.span));
        before = after;
    }
    restore_definitions(model);
    diagnostics
}

/// An error of a transform.
fn fault(facts: TransformFacts, span: Span) -> Diagnostic {
    Diagnostic::error(ID, facts, span)
}

/// The error of a transform, at its name unless it has a place.
fn failed(transform: &Transform, error: Diagnostic) -> Diagnostic {
    let error = error.within(&Scope::Transform(transform.name));
    if error.labels.is_empty() { error.with_label(transform.span, "") } else { error }
}
