//! Examples of operations fit their operations (spec: "examples trait").

use super::context::{Context, place};
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Node, Shape, ShapeId, Value};
use crate::rule::event;
use crate::traits::Examples;
use crate::validate::Rule;

const ID: &str = "ExamplesTrait";

pub(super) const RULE: Rule = Rule {
    events: &[event!("ExamplesTrait", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let checker = NodeChecker::new(&context.graph);
    for (_, element, node) in context.with::<Examples>() {
        let Some(operation) = element.as_shape() else { continue };
        for example in node.as_array().unwrap_or_default() {
            let span = if example.span.is_some() { example.span } else { place(node, element) };
            let one = Example { context, checker: &checker, operation, node: example, span };
            one.check(found);
        }
    }
}

struct Example<'c, 'g, 'm> {
    context: &'c Context<'m>,
    checker: &'c NodeChecker<'g, 'm>,
    operation: &'c Shape,
    node: &'c Node,
    span: crate::source::Span,
}

impl Example<'_, '_, '_> {
    fn title(&self) -> &str {
        self.node.get("title").and_then(Node::as_str).unwrap_or_default()
    }

    fn allows_violations(&self) -> bool {
        self.node.get("allowConstraintErrors").and_then(Node::as_bool).unwrap_or(false)
    }

    fn error(&self, message: String, found: &mut Vec<Diagnostic>) {
        found.push(Diagnostic::error(ID, message, self.span).with_shape(&self.operation.id));
    }

    fn check(&self, found: &mut Vec<Diagnostic>) {
        let Some(body) = self.operation.as_operation() else { return };
        let (title, output, error) = (self.title(), self.node.get("output"), self.node.get("error"));
        if self.allows_violations() && error.is_none() {
            let message = format!("Example: `{title}` has allowConstraintErrors enabled, so error must be defined.");
            self.error(message, found);
        }
        let nothing = Node::empty_object();
        self.value("input", &body.input, self.node.get("input").unwrap_or(&nothing), found);
        match (output, error) {
            (Some(_), Some(_)) => {
                let message =
                    format!("Example: `{title}` has both output and error defined, only one should be present.");
                self.error(message, found);
            }
            (Some(output), None) => self.value("output", &body.output, output, found),
            (None, Some(error)) => {
                let id = error.get("shapeId").and_then(Node::as_str).unwrap_or_default();
                match body.errors.iter().find(|known| known.as_str() == id) {
                    Some(id) => self.value("error", id, error.get("content").unwrap_or(&nothing), found),
                    None => {
                        let message =
                            format!("Error parameters provided for operation without the `{id}` error: `{title}`");
                        self.error(message, found);
                    }
                }
            }
            (None, None) => {}
        }
    }

    fn value(&self, what: &str, id: &ShapeId, value: &Node, found: &mut Vec<Diagnostic>) {
        let Some(shape) = self.context.model.shape(id) else { return };
        if !matches!(value.value, Value::Object(_)) {
            // The value of the trait is wrong, which another rule says.
            return;
        }
        let context = format!("Example {what} of `{}`", self.title());
        let subject = Subject { event: ID, shape: &self.operation.id, context: &context, span: self.span };
        let mut options = Options::default();
        if self.allows_violations() {
            options.constraints = Severity::Warning;
        }
        self.checker.shape(shape, value, subject, options, found);
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@examples([{ title: "E", input: {}, error: { shapeId: Missing, content: {} } }])
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ExamplesTrait
operation Op {
    input := {}
}
@error("client")
structure Missing {}
"#],
        leaves: &[r#"
@examples([{ title: "E", input: {}, error: { shapeId: Missing, content: {} } }])
operation Op {
    input := {}
    errors: [Missing]
}
@error("client")
structure Missing {}
"#],
    };
}
