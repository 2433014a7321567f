//! Trait values (spec: "Trait value validation").

use std::collections::HashMap;

use super::context::{Context, place};
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, Severity, ValueFacts};
use crate::model::{Model, Shape, ShapeId, ShapeType, Trait, prelude};
use crate::rule::event;
use crate::traits::{Enum, IdRef, Known, Length, Pattern};
use crate::validate::Rule;

pub(super) const RULE: Rule = Rule {
    events: &[event!("TraitValue", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (model, graph) = (context.model, &context.graph);
    let checker = NodeChecker::new(graph);
    let mut definitions: HashMap<&ShapeId, Option<Expected<'_>>> = HashMap::new();
    for (_, element) in graph.iter() {
        // The known definitions are covered by tests.
        if !element.span().is_some() {
            continue;
        }
        for (id, value) in element.traits() {
            let Some(expected) = definitions.entry(id).or_insert_with(|| Expected::of(model, id)) else { continue };
            let before = found.len();
            if value.as_str().is_none() || !expected.is_any_string {
                let context = &expected.context;
                let subject = Subject { event: "TraitValue", shape: element.id(), context, span: element.span() };
                checker.shape(expected.definition, value, subject, Options::default(), found);
            }
            // If a user's definition replaces a known one, it may accept values that the trait's type does not.
            if found.len() == before
                && let Some(invalid) = expected.known.and_then(|known| known.read(element.traits()))
            {
                let message = ValueFacts::Trait { name: expected.name.to_owned(), problem: invalid.problem.clone() };
                let span = if invalid.span.is_some() { invalid.span } else { place(value, element) };
                found.push(Diagnostic::of(Severity::Error, "TraitValue", message, span).with_shape(element.id()));
            }
            for finding in &mut found[before..] {
                finding.trait_value = Some(expected.name.to_owned());
            }
        }
    }
}

/// How values of a trait are checked.
struct Expected<'m> {
    definition: &'m Shape,
    is_any_string: bool,
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
        let (is_any_string, known) = (is_any_string(definition), Known::find(id.as_str()));
        Some(Self { definition, is_any_string, known, name, context })
    }
}

/// Whether all strings are valid, as for documentation, the most frequent trait.
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
"#],
    };
}
