//! Waiters (spec: "Waiters"): validity for the operation, and unique names in a service.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::contained::{Contained, with};
use crate::diagnostic::{
    Choice, Details, Diagnostic, HelpFacts, LabelFacts, Message, OperationFacts, Scope as MessageScope, Severity,
};
use crate::jmespath::{Problem, Type, Value, check};
use crate::model::graph::Element;
use crate::model::{Model, Operation, Shape, ShapeId, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{
    Acceptor, AcceptorState, JmesPath, PathComparator, PathMatcher, Placed, Waitable, Waiter, WaiterMatcher,
};
use crate::validate::Rule;
use crate::validate::context::{Context, joined};

const WAITABLE: &str = Waitable::ID;
const ID: &str = "WaitableTrait";
const PROBLEM_ID: &str = "WaitableTraitJmespathProblem";

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
    for (shape, Waitable(waiters), _) in with::<Waitable>(model) {
        let Some(operation) = shape.as_operation() else { continue };
        for (name, waiter) in waiters {
            check_waiter(&Scope { model, shape, operation, waiter: name }, waiter, found);
        }
    }
}

/// The current waiter.
struct Scope<'m> {
    model: &'m Model,
    shape: &'m Shape,
    operation: &'m Operation,
    waiter: &'m str,
}

fn check_waiter(scope: &Scope<'_>, waiter: &Waiter, found: &mut Vec<Diagnostic>) {
    let name = scope.waiter;
    let (min, max) = waiter.delays();
    if min > max {
        let message = OperationFacts::WaiterDelays { trait_id: WAITABLE, waiter: name.to_owned(), min, max };
        let delay = waiter.min_delay.as_ref().or(waiter.max_delay.as_ref());
        let help = HelpFacts::DefaultDelays { min: Waiter::MIN_DELAY, max: Waiter::MAX_DELAY };
        let error = Diagnostic::of(Severity::Error, ID, message, delay.map_or(waiter.span, |delay| delay.span));
        found.push(error.with_shape(&scope.shape.id).with_help(help));
    }
    for (index, acceptor) in waiter.acceptors.iter().enumerate() {
        AcceptorCheck { scope, index, acceptor, found }.run();
    }
    if !waiter.acceptors.iter().any(|acceptor| acceptor.state == AcceptorState::Success) {
        let message = OperationFacts::WaiterWithoutSuccess { trait_id: WAITABLE, waiter: name.to_owned() };
        found.push(Diagnostic::of(Severity::Error, ID, message, waiter.span).with_shape(&scope.shape.id));
    }
}

/// The current acceptor.
struct AcceptorCheck<'a> {
    scope: &'a Scope<'a>,
    index: usize,
    acceptor: &'a Acceptor,
    found: &'a mut Vec<Diagnostic>,
}

impl AcceptorCheck<'_> {
    fn report(&mut self, severity: Severity, id: String, message: impl Into<Message>, span: Span) {
        let diagnostic = self.diagnostic(severity, id, message, span);
        self.found.push(diagnostic);
    }

    fn diagnostic(&self, severity: Severity, id: String, message: impl Into<Message>, span: Span) -> Diagnostic {
        let acceptor = MessageScope::Acceptor { waiter: self.scope.waiter, index: self.index };
        let diagnostic = Diagnostic::of(severity, id, message, span).within(&acceptor);
        diagnostic.with_shape(&self.scope.shape.id)
    }

    /// An event ID with the names of the waiter and the acceptor, so that one of them can be suppressed.
    fn id(&self, stem: &str) -> String {
        format!("{stem}.{}.{}", self.scope.waiter, self.index)
    }

    fn run(&mut self) {
        let operation = self.scope.operation;
        let output = Value::Shape(operation.output.clone());
        match &self.acceptor.matcher {
            WaiterMatcher::Output(matcher) => self.path(output, matcher),
            WaiterMatcher::InputOutput(matcher) => {
                let input = Value::Shape(operation.input.clone());
                self.path(Value::object([("input".into(), input), ("output".into(), output)]), matcher);
            }
            WaiterMatcher::ErrorType(error) => self.error_type(error),
            WaiterMatcher::Success(_) => {}
        }
        let Some(message) = &self.acceptor.message else { return };
        match self.acceptor.state {
            AcceptorState::Failure => self.message(Value::Shape(operation.output.clone()), message),
            state => {
                let problem = OperationFacts::MessageState { state: state.name() };
                self.report(Severity::Error, ID.to_owned(), problem, message.span);
            }
        }
    }

    fn error_type(&mut self, Placed { value: error, span }: &Placed<Arc<str>>) {
        let error = &**error;
        let errors = &self.scope.operation.errors;
        if errors.iter().any(|id| id.as_str() == error || id.name() == error) {
            return;
        }
        let near = crate::nearest::nearest(error, errors.iter().map(ShapeId::name)).map(str::to_owned);
        let known = errors.iter().map(ToString::to_string).collect();
        let details = Details::UnknownChoice { what: Choice::Error, name: error.to_owned(), known, near };
        let id = self.id("WaitableTraitInvalidErrorType");
        self.report(Severity::Warning, id, details, *span);
    }

    /// Checks a path matcher: the path on its input, and its result with the comparator.
    fn path(&mut self, data: Value, PathMatcher { path, expected, comparator }: &PathMatcher) {
        let result = match &path.expression {
            Ok(expression) => {
                let checked = check(self.scope.model, expression, data);
                checked.problems.iter().for_each(|problem| self.problem(path, problem));
                checked.result.type_of()
            }
            Err(error) => {
                let message = OperationFacts::InvalidPath { path: path.text.to_string(), error: error.to_string() };
                self.report(Severity::Error, ID.to_owned(), message, path.span);
                return;
            }
        };
        let wanted = match comparator {
            PathComparator::BooleanEquals => Type::Boolean,
            PathComparator::StringEquals => Type::String,
            PathComparator::AllStringEquals | PathComparator::AnyStringEquals => Type::Array,
        };
        let comparator = comparator.name();
        if wanted == Type::Boolean && !matches!(&*expected.value, "true" | "false") {
            let message = OperationFacts::BooleanExpected { comparator, found: expected.value.to_string() };
            self.report(Severity::Error, ID.to_owned(), message, expected.span);
        }
        if result != Type::Any && result != wanted {
            let message = OperationFacts::ReturnType { comparator, expected: wanted.name(), found: result.name() };
            let id = self.id(&format!("{PROBLEM_ID}.ReturnTypeMismatch"));
            self.report(Severity::Danger, id, message, path.span);
        }
    }

    fn problem(&mut self, path: &JmesPath, problem: &Problem) {
        let (severity, id) = problem.diagnostic_id(ID, |event| self.id(&format!("{PROBLEM_ID}.{event}")));
        let message = OperationFacts::PathProblem { path: path.text.to_string(), problem: problem.to_string() };
        let diagnostic = self.diagnostic(severity, id, message, path.span);
        self.found.push(Diagnostic { help: problem.help(), ..diagnostic });
    }

    /// Checks the path in the message of a failure, which is evaluated on the output.
    fn message(&mut self, data: Value, path: &JmesPath) {
        let expression = match &path.expression {
            Ok(expression) => expression,
            Err(error) => {
                let message =
                    OperationFacts::InvalidMessagePath { path: path.text.to_string(), error: error.to_string() };
                self.report(Severity::Error, ID.to_owned(), message, path.span);
                return;
            }
        };
        let checked = check(self.scope.model, expression, data.clone());
        checked.problems.iter().for_each(|problem| self.problem(path, problem));
        let result = checked.result.type_of();
        if result == Type::Array {
            // As in the reference implementation, an index is appended to find the type of elements. In a projection,
            // it is the index in each element.
            let first = crate::jmespath::parse(&format!("{}[0]", path.text)).ok();
            let element = first.map(|first| check(self.scope.model, &first, data).result.type_of());
            if let Some(found) = element.filter(|found| *found != Type::String) {
                let message = OperationFacts::MessageElement { found: found.name() };
                let error = self.diagnostic(Severity::Error, ID.to_owned(), message, path.span);
                let help = "the reference implementation has this rule: of a projection, use `join(', ', …)`";
                self.found.push(error.with_help(help));
            }
        } else if result != Type::String {
            let message = OperationFacts::MessageType { found: result.name() };
            self.report(Severity::Error, ID.to_owned(), message, path.span);
        }
    }
}

pub(super) const UNIQUE_NAMES: Rule = Rule {
    events: &[event!("UniqueWaiterNames")],
    check: unique_names,
    #[cfg(test)]
    cases: cases::UNIQUE_NAMES,
};

/// Checks that names of waiters in a service differ in more than case.
fn unique_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for service in model.own_shapes().filter(|shape| shape.as_service().is_some()) {
        let mut by_name: BTreeMap<String, BTreeSet<&ShapeId>> = BTreeMap::new();
        let contained = Contained::of(model, service);
        for operation in &contained.operations {
            let waiters = operation.get::<Waitable>();
            for name in waiters.into_iter().flat_map(|waiters| waiters.0.keys()) {
                by_name.entry(name.to_lowercase()).or_default().insert(&operation.id);
            }
        }
        for (name, operations) in by_name.iter().filter(|(_, operations)| operations.len() > 1) {
            for id in operations {
                let others = operations.iter().filter(|other| *other != id);
                let message = OperationFacts::SharedWaiterName {
                    trait_id: WAITABLE,
                    waiter: name.clone(),
                    service: service.id.clone(),
                    others: joined(others.clone()),
                };
                let place = |id| model.shape(id).map(|shape| Element::Shape(shape).place_of::<Waitable>());
                let span = place(id);
                let mut error =
                    Diagnostic::of(Severity::Error, "UniqueWaiterNames", message, span.unwrap_or(service.span));
                for other in others {
                    if let Some(span) = place(other) {
                        error = error.with_label(span, LabelFacts::SameWaiter { operation: other.to_string() });
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
            r#"
list Names {
    member: String
}
@smithy.waiters#waitable(
    Done: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "failure", matcher: { success: false }, message: "names[?@ != 'a']" }
//                                                                    ^^^^^^^^^^^^^^^^^^ error: WaitableTrait
        ]
    }
)
operation Op {
    output := {
        names: Names
    }
}
"#,
        ],
        leaves: &[r#"
list Names {
    member: String
}
@smithy.waiters#waitable(
    Done: {
        acceptors: [
            { state: "success", matcher: { output: { path: "state", comparator: "stringEquals", expected: "x" } } }
            { state: "failure", matcher: { success: false }, message: "names" }
            { state: "failure", matcher: { success: false }, message: "join(', ', names[?@ != 'a'])" }
        ]
    }
)
operation Op {
    output := {
        state: String
        names: Names
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
