//! Examples of operations (spec: "examples trait").

use super::context::{Applied, Context};
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, Severity, ValueFacts};
use crate::model::graph::ElementId;
use crate::model::{Node, Shape, ShapeId, Value};
use crate::rule::event;
use crate::traits::{Example, Examples};
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
    for Applied { id, element, value: Examples(examples), span: place } in context.with::<Examples>() {
        let Some(operation) = element.as_shape() else { continue };
        for example in examples {
            let span = if example.span.is_some() { example.span } else { place };
            Check { context, checker: &checker, id, operation, example, span }.run(found);
        }
    }
}

struct Check<'c, 'g, 'm> {
    context: &'c Context<'m>,
    checker: &'c NodeChecker<'g, 'm>,
    id: ElementId,
    operation: &'c Shape,
    example: &'c Example,
    span: crate::source::Span,
}

impl Check<'_, '_, '_> {
    fn error(&self, message: ValueFacts, found: &mut Vec<Diagnostic>) {
        found.push(Diagnostic::of(Severity::Error, ID, message, self.span).with_shape(&self.operation.id));
    }

    fn run(&self, found: &mut Vec<Diagnostic>) {
        let Some(body) = self.operation.as_operation() else { return };
        let Example { title, output, error, .. } = self.example;
        if self.example.allow_constraint_errors && error.is_none() {
            let message = ValueFacts::ExampleWithoutError { title: title.to_string() };
            self.error(message, found);
        }
        let nothing = Node::empty_object();
        self.value("input", &body.input, self.example.input.as_ref().unwrap_or(&nothing), found);
        match (output, error) {
            (Some(_), Some(_)) => {
                let message = ValueFacts::ExampleWithOutputAndError { title: title.to_string() };
                self.error(message, found);
            }
            (Some(output), None) => self.value("output", &body.output, output, found),
            (None, Some(error)) => {
                let id = &*error.shape_id;
                match body.errors.iter().find(|known| known.as_str() == id).or_else(|| self.error_of_services(id)) {
                    Some(id) => self.value("error", id, error.content.as_ref().unwrap_or(&nothing), found),
                    None => {
                        let message = ValueFacts::ExampleError { error: id.to_owned(), title: title.to_string() };
                        self.error(message, found);
                    }
                }
            }
            (None, None) => {}
        }
    }

    /// An error that all services with the operation have.
    fn error_of_services(&self, id: &str) -> Option<&ShapeId> {
        let closures = self.context.closures();
        let mut services = closures.iter().filter(|closure| closure.operations.binary_search(&self.id).is_ok());
        let is_common = services.all(|closure| closure.service.errors.iter().any(|error| error.as_str() == id));
        let (id, _) = self.context.model.shapes.get_key_value(id)?;
        (is_common && !closures.is_empty()).then_some(id)
    }

    fn value(&self, what: &str, id: &ShapeId, value: &Node, found: &mut Vec<Diagnostic>) {
        let Some(shape) = self.context.model.shape(id) else { return };
        if !matches!(value.value, Value::Object(_)) {
            // The value of the trait is invalid, which another rule reports.
            return;
        }
        let context = format!("Example {what} of `{}`", self.example.title);
        let subject = Subject { event: ID, shape: &self.operation.id, context: &context, span: self.span };
        let mut options = Options::default();
        if self.example.allow_constraint_errors {
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
        finds: &[
            r#"
@examples([{ title: "E", input: {}, error: { shapeId: Missing, content: {} } }])
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ExamplesTrait
operation Op {
    input := {}
}
@error("client")
structure Missing {}
"#,
            r#"
service S {
    operations: [Op]
    errors: [Common]
}
service Other {
    operations: [Op]
}
@examples([{ title: "E", input: {}, error: { shapeId: Common, content: {} } }])
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ExamplesTrait
operation Op {
    input := {}
}
@error("client")
structure Common {}
"#,
        ],
        leaves: &[
            r#"
service S {
    operations: [Op]
    errors: [Common]
}
service Other {
    operations: [Op]
    errors: [Common]
}
@examples([{ title: "E", input: {}, error: { shapeId: Common, content: {} } }])
operation Op {
    input := {}
}
@error("client")
structure Common {}
"#,
            r#"
@examples([{ title: "E", input: {}, error: { shapeId: Missing, content: {} } }])
operation Op {
    input := {}
    errors: [Missing]
}
@error("client")
structure Missing {}
"#,
        ],
    };
}
