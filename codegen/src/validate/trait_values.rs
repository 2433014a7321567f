//! Trait values (spec: "Trait value validation").

use super::context::{Context, place};
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, Severity, ValueFacts};
use crate::hash::HashMap;
use crate::model::graph::Element;
use crate::model::{Model, Node, Shape, ShapeId, ShapeType, Trait, prelude};
use crate::parallel::{self, Stack};
use crate::rule::event;
use crate::traits::{Enum, HttpError, IdRef, Known, Length, Pattern};
use crate::validate::Rule;

pub(super) const RULE: Rule = Rule {
    events: &[event!("TraitValue", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    // The known definitions are covered by tests.
    let elements = context.graph.iter().map(|(_, element)| element).filter(|element| element.span().is_some());
    let elements: Vec<Element<'_>> = elements.collect();
    // One for each thread, because each finds the shapes that values may refer to.
    let parts = parallel::parts(&elements, elements.len().div_ceil(parallel::threads()).max(1_000));
    found.extend(parallel::map(parts, Stack::Any, &|elements| findings(context, elements)).into_iter().flatten());
}

/// The findings about values of the traits of these elements.
fn findings(context: &Context<'_>, elements: &[Element<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let checker = NodeChecker::new(&context.graph);
    let mut definitions: HashMap<&ShapeId, Option<Expected<'_>>> = HashMap::default();
    for element in elements {
        for (id, value) in element.traits() {
            let expected = definitions.entry(id).or_insert_with(|| Expected::of(context.model, id));
            let Some(expected) = expected else { continue };
            let before = found.len();
            if !expected.accepts.includes(value) {
                let context = &expected.context;
                let subject = Subject { event: "TraitValue", shape: element.id(), context, span: element.span() };
                checker.shape(expected.definition, value, subject, Options::default(), &mut found);
            }
            // If a user's definition replaces a known one, it may accept values that the trait's type does not.
            if found.len() == before
                && let Some(invalid) = expected.known.and_then(|known| known.read(element.traits()))
            {
                let message = ValueFacts::Trait { name: expected.name.to_owned(), problem: invalid.problem.clone() };
                let span = if invalid.span.is_some() { invalid.span } else { place(value, *element) };
                found.push(Diagnostic::of(Severity::Error, "TraitValue", message, span).with_shape(element.id()));
            }
            for finding in &mut found[before..] {
                finding.trait_value = Some(expected.name.to_owned());
            }
        }
    }
    found
}

/// How values of a trait are checked.
struct Expected<'m> {
    definition: &'m Shape,
    accepts: Accepts,
    known: Option<Known>,
    /// The trait, without the namespace of the prelude.
    name: &'m str,
    /// Start of messages.
    context: String,
}

impl<'m> Expected<'m> {
    /// `None` if all values are valid.
    fn of(model: &'m Model, id: &'m ShapeId) -> Option<Self> {
        let definition = model.shape(id).filter(|shape| shape.kind != ShapeType::Document)?;
        let name = prelude::short(id.as_str());
        let context = format!("Error validating trait `{name}`");
        let (accepts, known) = (Accepts::of(definition), Known::find(id.as_str()));
        Some(Self { definition, accepts, known, name, context })
    }
}

/// Values that are valid without a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Accepts {
    /// All strings, as for documentation, the most frequent trait.
    Strings,
    /// All numbers: the type of the trait reads them as integers.
    Numbers,
    Nothing,
}

impl Accepts {
    fn of(definition: &Shape) -> Self {
        if is_any_string(definition) {
            Self::Strings
        } else if definition.id.as_str() == HttpError::ID && definition.is_builtin() {
            Self::Numbers
        } else {
            Self::Nothing
        }
    }

    fn includes(self, value: &Node) -> bool {
        match self {
            Self::Strings => value.as_str().is_some(),
            Self::Numbers => value.as_number().is_some(),
            Self::Nothing => false,
        }
    }
}

/// Whether all strings are valid.
fn is_any_string(definition: &Shape) -> bool {
    const CONSTRAINTS: [&str; 4] = [Length::ID, Pattern::ID, IdRef::ID, Enum::ID];
    definition.kind == ShapeType::String && !CONSTRAINTS.iter().any(|constraint| definition.has_trait(constraint))
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@trait
@smithy.contracts#conditions(
    Ordered: { expression: "first <= last", documentation: "" }
)
structure pages {
    first: Integer
    last: Integer
}

@pages(first: 2, last: 1)
//     ^^^^^ error: TraitValue.Ordered
structure Book {}
"#,
            r#"
@trait
@length(max: 2)
string shelf

@shelf("long")
//     ^^^^^^ error: TraitValue
structure Book {}
"#,
            r#"
@trait
list shelves {
    member: Integer
}

@shelves([1, "two"])
//           ^^^^^ error: TraitValue
structure Book {}
"#,
        ],
        leaves: &[r#"
@trait
list shelves {
    member: Integer
}

@shelves([1, 2])
structure Book {}

// Read as the integer 404, as in the reference implementation.
@error("client")
@httpError(404.0)
structure Lost {}
"#],
    };
}
