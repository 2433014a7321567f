//! Waiters (spec: "Waiters"): what `@waitable` says fits the operation, and names are unique in a service.

use std::collections::{BTreeMap, BTreeSet};

use super::contained::{Contained, bracketed, with_trait};
use crate::diagnostic::{Choice, Details, Diagnostic, Severity};
use crate::jmespath::{Gravity, Problem, Type, Value, check, parse};
use crate::model::{Model, Node, Operation, Shape, ShapeId, Trait};
use crate::rule::event;
use crate::traits::Waitable;
use crate::validate::Rule;
use crate::validate::context::Context;

const WAITABLE: &str = Waitable::ID;
const ID: &str = "WaitableTrait";
const PROBLEM_ID: &str = "WaitableTraitJmespathProblem";

/// Delays when a waiter gives none, in seconds.
const MIN_DELAY: i128 = 2;
const MAX_DELAY: i128 = 120;

pub(super) const WAITERS: Rule = Rule {
    events: &[
        event!("WaitableTrait", Prefix),
        event!("WaitableTraitInvalidErrorType", Prefix),
        event!("WaitableTraitJmespathProblem", Prefix),
    ],
    check: waitable,
    #[cfg(test)]
    cases: cases::WAITERS,
};

fn waitable(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (shape, value) in with_trait(model, WAITABLE) {
        let (Some(operation), Some(waiters)) = (shape.as_operation(), value.as_object()) else { continue };
        for (name, (_, waiter)) in waiters {
            check_waiter(&Scope { model, shape, operation, waiter: name }, waiter, found);
        }
    }
}

/// The waiter that is looked at.
struct Scope<'m> {
    model: &'m Model,
    shape: &'m Shape,
    operation: &'m Operation,
    waiter: &'m str,
}

fn check_waiter(scope: &Scope<'_>, waiter: &Node, found: &mut Vec<Diagnostic>) {
    let name = scope.waiter;
    let delay =
        |key, default| waiter.get(key).and_then(Node::as_number).map_or(Some(default), crate::model::Number::as_i128);
    if let (Some(min), Some(max)) = (delay("minDelay", MIN_DELAY), delay("maxDelay", MAX_DELAY))
        && min > max
    {
        let message = format!(
            "`{WAITABLE}` trait waiter named `{name}` has a `minDelay` value of {min} that is greater than its \
             `maxDelay` value of {max}"
        );
        let node = waiter.get("minDelay").or_else(|| waiter.get("maxDelay")).unwrap_or(waiter);
        found.push(
            Diagnostic::error(ID, message, node.span)
                .with_shape(&scope.shape.id)
                .with_help(format!("a waiter without delays has `minDelay` {MIN_DELAY} and `maxDelay` {MAX_DELAY}")),
        );
    }
    let acceptors = waiter.get("acceptors").and_then(Node::as_array).unwrap_or_default();
    for (index, node) in acceptors.iter().enumerate() {
        let mut acceptor = Acceptor { scope, index, node, found };
        acceptor.check();
    }
    let succeeds = |acceptor: &&Node| acceptor.get("state").and_then(Node::as_str) == Some("success");
    if !acceptors.iter().any(|acceptor| succeeds(&acceptor)) {
        let message = format!("No success state matcher found for `{WAITABLE}` trait waiter named `{name}`");
        found.push(Diagnostic::error(ID, message, waiter.span).with_shape(&scope.shape.id));
    }
}

/// The acceptor that is looked at.
struct Acceptor<'a> {
    scope: &'a Scope<'a>,
    index: usize,
    node: &'a Node,
    found: &'a mut Vec<Diagnostic>,
}

impl Acceptor<'_> {
    fn report(&mut self, severity: Severity, id: String, message: &str, node: &Node) -> &mut Diagnostic {
        let message = format!("Waiter `{}`, acceptor {}: {message}", self.scope.waiter, self.index);
        let diagnostic = Diagnostic::new(severity, id, message, node.span).with_shape(&self.scope.shape.id);
        self.found.push_mut(diagnostic)
    }

    /// An id that names the waiter and the acceptor, so that one of them can be suppressed.
    fn id(&self, stem: &str) -> String {
        format!("{stem}.{}.{}", self.scope.waiter, self.index)
    }

    fn check(&mut self) {
        let Some((kind, matcher)) =
            self.node.get("matcher").and_then(Node::as_object).and_then(|object| object.iter().next())
        else {
            return;
        };
        let (operation, matcher) = (self.scope.operation, &matcher.1);
        let output = Value::Shape(operation.output.clone());
        match &**kind {
            "output" => self.path(output, matcher),
            "inputOutput" => {
                let input = Value::Shape(operation.input.clone());
                self.path(Value::object([("input".into(), input), ("output".into(), output)]), matcher);
            }
            "errorType" => self.error_type(matcher),
            _ => {}
        }
        let Some(message) = self.node.get("message") else { return };
        match self.node.get("state").and_then(Node::as_str) {
            Some("failure") => self.message(Value::Shape(operation.output.clone()), message),
            state => {
                let problem = format!(
                    "The `message` property is only valid on acceptors with a `failure` state, but found state `{}`.",
                    state.unwrap_or_default()
                );
                self.report(Severity::Error, ID.to_owned(), &problem, message);
            }
        }
    }

    fn error_type(&mut self, matcher: &Node) {
        let Some(error) = matcher.as_str() else { return };
        let errors = &self.scope.operation.errors;
        if errors.iter().any(|id| id.as_str() == error || id.name() == error) {
            return;
        }
        let near = crate::nearest::nearest(error, errors.iter().map(ShapeId::name)).map(str::to_owned);
        let known = errors.iter().map(ToString::to_string).collect();
        let details = Details::UnknownChoice { what: Choice::Error, name: error.to_owned(), known, near };
        let id = self.id("WaitableTraitInvalidErrorType");
        let diagnostic = self.report(Severity::Warning, id, &details.message(), matcher);
        *diagnostic = diagnostic.clone().with_details(details);
    }

    /// Checks a path matcher: the path over what it is applied to, and its result against the comparator.
    fn path(&mut self, data: Value, matcher: &Node) {
        let Some(node) = matcher.get("path") else { return };
        let (Some(path), Some(comparator)) = (node.as_str(), matcher.get("comparator").and_then(Node::as_str)) else {
            return;
        };
        let result = match parse(path) {
            Ok(expression) => {
                let checked = check(self.scope.model, &expression, data);
                checked.problems.iter().for_each(|problem| self.problem(path, problem, node));
                checked.result.type_of()
            }
            Err(error) => {
                let message = format!("Invalid JMESPath expression ({path}): {error}");
                self.report(Severity::Error, ID.to_owned(), &message, node);
                return;
            }
        };
        let wanted = match comparator {
            "booleanEquals" => Type::Boolean,
            "stringEquals" => Type::String,
            _ => Type::Array,
        };
        if let (Type::Boolean, Some(expected)) = (wanted, matcher.get("expected"))
            && let Some(text) = expected.as_str()
            && !matches!(text, "true" | "false")
        {
            let message = format!(
                "Waiter acceptors with a {comparator} comparator must set their `expected` value to 'true' or 'false', \
                 but found '{text}'."
            );
            self.report(Severity::Error, ID.to_owned(), &message, expected);
        }
        if result != Type::Any && result != wanted {
            let message = format!(
                "Waiter acceptors with a {comparator} comparator must return a `{}` type, but this acceptor was \
                 statically determined to return a `{}` type.",
                wanted.name(),
                result.name()
            );
            let id = self.id(&format!("{PROBLEM_ID}.ReturnTypeMismatch"));
            self.report(Severity::Danger, id, &message, node);
        }
    }

    fn problem(&mut self, path: &str, problem: &Problem, node: &Node) {
        let (severity, id) = match problem.gravity {
            Gravity::Error => (Severity::Error, ID.to_owned()),
            Gravity::Danger => (Severity::Danger, self.id(&format!("{PROBLEM_ID}.JmespathEventDanger"))),
            Gravity::Warning => (Severity::Warning, self.id(&format!("{PROBLEM_ID}.JmespathEventWarning"))),
        };
        let message = format!(
            "Problem found in JMESPath expression ({path}): {} ({}:{})",
            problem.message, problem.place.line, problem.place.column
        );
        let help = problem.nearest.as_ref().map(|nearest| format!("did you mean `{nearest}`?"));
        self.report(severity, id, &message, node).help = help;
    }

    /// Checks the path of a failure's message, which is applied to the output.
    fn message(&mut self, data: Value, node: &Node) {
        let Some(path) = node.as_str() else { return };
        let expression = match parse(path) {
            Ok(expression) => expression,
            Err(error) => {
                let message = format!("Invalid JMESPath expression in `message` ({path}): {error}");
                self.report(Severity::Error, ID.to_owned(), &message, node);
                return;
            }
        };
        let checked = check(self.scope.model, &expression, data);
        checked.problems.iter().for_each(|problem| self.problem(path, problem, node));
        let result = checked.result.type_of();
        if result != Type::String && !checked.is_array_of(self.scope.model, Type::String) {
            let message = format!(
                "The `message` JMESPath expression must resolve to a string or an array of strings, but this \
                 expression was statically determined to return a `{}` type.",
                result.name()
            );
            self.report(Severity::Error, ID.to_owned(), &message, node);
        }
    }
}

pub(super) const UNIQUE_NAMES: Rule = Rule {
    events: &[event!("UniqueWaiterNames")],
    check: unique_names,
    #[cfg(test)]
    cases: cases::UNIQUE_NAMES,
};

/// No two operations of a service have waiters whose names differ in case only.
fn unique_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for service in model.own_shapes().filter(|shape| shape.as_service().is_some()) {
        let mut by_name: BTreeMap<String, BTreeSet<&ShapeId>> = BTreeMap::new();
        let contained = Contained::of(model, service);
        for operation in &contained.operations {
            let waiters = operation.trait_value(WAITABLE).and_then(Node::as_object);
            for name in waiters.into_iter().flat_map(crate::model::Object::keys) {
                by_name.entry(name.to_lowercase()).or_default().insert(&operation.id);
            }
        }
        for (name, operations) in by_name.iter().filter(|(_, operations)| operations.len() > 1) {
            for id in operations {
                let others = operations.iter().filter(|other| *other != id);
                let message = format!(
                    "`{WAITABLE}` trait waiter name `{name}` case-insensitively conflicts with waiters on other \
                     operations in the closure of service, `{}`: {}",
                    service.id,
                    bracketed(others.clone())
                );
                let span = model.shape(id).and_then(|shape| shape.trait_value(WAITABLE)).map(|node| node.span);
                let mut error = Diagnostic::error("UniqueWaiterNames", message, span.unwrap_or(service.span));
                for other in others {
                    if let Some(node) = model.shape(other).and_then(|shape| shape.trait_value(WAITABLE)) {
                        error = error.with_label(node.span, format!("`{other}` has one of that name"));
                    }
                }
                found.push(error.with_shape(id));
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const WAITERS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@smithy.waiters#waitable(
    Done: {
        minDelay: 10
//                ^^ error: WaitableTrait
        maxDelay: 5
        acceptors: [{ state: "success", matcher: { success: true } }]
    }
)
operation Op {}
"#,
            r#"
@smithy.waiters#waitable(
    Done: {
        acceptors: [
            { state: "success", matcher: { output: { path: "[", comparator: "stringEquals", expected: "x" } } }
//                                                         ^^^ error: WaitableTrait
        ]
    }
)
operation Op {}
"#,
        ],
        leaves: &[r#"
@smithy.waiters#waitable(
    Done: {
        acceptors: [
            { state: "success", matcher: { output: { path: "state", comparator: "stringEquals", expected: "x" } } }
        ]
    }
)
operation Op {
    output := {
        state: String
    }
}
"#],
    };

    pub(super) const UNIQUE_NAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
    operations: [A, B]
}
@smithy.waiters#waitable(Done: { acceptors: [{ state: "success", matcher: { success: true } }] })
//                       ^^^^ error: UniqueWaiterNames
operation A {}
@smithy.waiters#waitable(DONE: { acceptors: [{ state: "success", matcher: { success: true } }] })
//                       ^^^^ error: UniqueWaiterNames
operation B {}
"#],
        leaves: &[r#"
service S {
    operations: [A]
}
@smithy.waiters#waitable(Done: { acceptors: [{ state: "success", matcher: { success: true } }] })
operation A {}
"#],
    };
}
