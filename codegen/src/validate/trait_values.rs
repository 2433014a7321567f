//! Values of traits fit the traits' definitions (spec: "Trait value validation").

use std::collections::HashMap;

use super::context::Context;
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::Diagnostic;
use crate::model::{Model, Shape, ShapeId, ShapeType};
use crate::rule::event;
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
    let mut definitions: HashMap<&ShapeId, Option<(&Shape, String)>> = HashMap::new();
    for (_, element) in graph.iter() {
        // Definitions that come with the program are tested with it.
        if !element.span().is_some() {
            continue;
        }
        for (id, value) in element.traits() {
            let Some((definition, context)) = definitions.entry(id).or_insert_with(|| definition(model, id)) else {
                continue;
            };
            if value.as_str().is_some() && is_any_string(definition) {
                continue;
            }
            let subject = Subject { event: "TraitValue", shape: element.id(), context, span: element.span() };
            checker.shape(definition, value, subject, Options::default(), found);
        }
    }
}

/// The shape that a trait's values must fit, and how messages begin; none where every value does.
fn definition<'m>(model: &'m Model, id: &ShapeId) -> Option<(&'m Shape, String)> {
    let shape = model.shape(id).filter(|shape| shape.kind != ShapeType::Document)?;
    let name = id.as_str().strip_prefix("smithy.api#").unwrap_or(id.as_str());
    Some((shape, format!("Error validating trait `{name}`")))
}

/// Whether any text will do: most values are documentation.
fn is_any_string(definition: &Shape) -> bool {
    const CONSTRAINTS: [&str; 4] = ["smithy.api#length", "smithy.api#pattern", "smithy.api#idRef", "smithy.api#enum"];
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
