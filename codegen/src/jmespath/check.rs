//! Static checks of an expression on a shape: the type of its result, and steps that always fail or result in null.

use std::fmt;
use std::sync::Arc;

use super::expression::{Comparator, Expression, ExpressionKind, Place};
use super::functions::Signature;
use super::value::{Type, Value};
use crate::diagnostic::{Note, Severity};
use crate::model::Model;
use crate::nearest::nearest;

/// Kind of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Evaluation would fail.
    Error,
    /// Evaluation would result in null for any data.
    Danger,
    /// A comparison whose result is always the same.
    Warning,
}

/// A problem of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its kind.
    pub kind: ProblemKind,
    /// Its position.
    pub place: Place,
    /// Description of the problem.
    pub message: String,
    /// A similar name that exists.
    pub nearest: Option<String>,
}

impl Problem {
    /// Severity and ID of the diagnostic. Errors have the ID of their trait, `error`; the IDs of others start with
    /// `event`.
    pub(crate) fn diagnostic_id(&self, error: &str, event: impl FnOnce(&str) -> String) -> (Severity, String) {
        match self.kind {
            ProblemKind::Error => (Severity::Error, error.to_owned()),
            ProblemKind::Danger => (Severity::Danger, event("JmespathEventDanger")),
            ProblemKind::Warning => (Severity::Warning, event("JmespathEventWarning")),
        }
    }

    /// The name that was probably meant, as help.
    pub(crate) fn help(&self) -> Option<Note> {
        self.nearest.as_ref().map(Note::nearest)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}:{})", self.message, self.place.line, self.place.column)
    }
}

/// Result of a check.
#[derive(Clone, Debug)]
pub struct Checked {
    /// A sample of the result. [`Value::type_of`] returns its type.
    pub result: Value,
    /// Problems, in the order of evaluation.
    pub problems: Vec<Problem>,
}

/// Maximum number of steps, because nested projections multiply. The rest of the expression counts as unknown.
const STEPS: u32 = 20_000;

/// Checks an expression on `start`.
pub fn check(model: &Model, expression: &Expression, start: Value) -> Checked {
    let mut checker = Checker { model, problems: Vec::new(), steps: STEPS };
    let start = start.open(model);
    let result = checker.visit(expression, &start).open(model);
    Checked { result, problems: checker.problems }
}

struct Checker<'m> {
    model: &'m Model,
    problems: Vec<Problem>,
    steps: u32,
}

impl Checker<'_> {
    fn report(&mut self, kind: ProblemKind, expression: &Expression, message: String) {
        self.report_with(kind, expression, message, None);
    }

    fn report_with(&mut self, kind: ProblemKind, at: &Expression, message: String, nearest: Option<String>) {
        let problem = Problem { kind, place: at.place, message, nearest };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Reports a step that the type of its operand does not permit.
    fn refuse(&mut self, expression: &Expression, step: &str, on: &Value) {
        let found = on.type_of();
        if found != Type::Any {
            self.report(ProblemKind::Danger, expression, format!("{step} performed on {}", found.name()));
        }
    }

    fn open(&self, value: &Value) -> Value {
        value.clone().open(self.model)
    }

    /// The result for an expanded value, also expanded.
    fn visit(&mut self, expression: &Expression, current: &Value) -> Value {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return Value::Any;
        }
        let result = match &expression.kind {
            ExpressionKind::Current => current.clone(),
            ExpressionKind::Literal(value) => value.clone(),
            ExpressionKind::Field(name) => self.field(expression, name, current),
            ExpressionKind::Index(index) => {
                if current.type_of() != Type::Array {
                    self.refuse(expression, &format!("Array index '{index}' extraction"), current);
                }
                current.element(*index)
            }
            ExpressionKind::Slice(..) if current.type_of() == Type::Array => current.clone(),
            ExpressionKind::Slice(..) => {
                self.refuse(expression, "Slice", current);
                Value::any_array()
            }
            ExpressionKind::Not(inner) => Value::Boolean(!self.visit(inner, current).is_truthy()),
            ExpressionKind::And(left, right) | ExpressionKind::Or(left, right) => {
                let is_and = matches!(expression.kind, ExpressionKind::And(..));
                let (left, right) = (self.visit(left, current), self.visit(right, current));
                if left.is_truthy() == is_and { right } else { left }
            }
            ExpressionKind::Comparison(comparator, left, right) => {
                let (left, right) = (self.visit(left, current), self.visit(right, current));
                self.compare(expression, *comparator, &left, &right)
            }
            ExpressionKind::Subexpression(left, right) => {
                let left = self.visit(left, current);
                self.visit(right, &left)
            }
            ExpressionKind::Flatten(inner) => self.flatten(expression, inner, current),
            ExpressionKind::Projection(left, right) => self.project(expression, left, right, current),
            ExpressionKind::ObjectProjection(left, right) => self.project_object(expression, left, right, current),
            ExpressionKind::Filter { left, condition, right } => {
                self.filter(expression, left, condition, right, current)
            }
            ExpressionKind::MultiList(items) => {
                Value::array(items.iter().map(|item| self.visit(item, current)).collect())
            }
            ExpressionKind::MultiHash(items) => {
                let members: Vec<_> =
                    items.iter().map(|(name, item)| (name.as_str().into(), self.visit(item, current))).collect();
                Value::object(members)
            }
            // The function determines what it is evaluated on.
            ExpressionKind::Reference(inner) => {
                self.visit(inner, &Value::Any);
                Value::Expression
            }
            ExpressionKind::Function(name, arguments) => self.function(expression, name, arguments, current),
        };
        self.open(&result)
    }

    fn field(&mut self, expression: &Expression, name: &str, current: &Value) -> Value {
        let Value::Object(members) = current else {
            self.refuse(expression, &format!("Object field '{name}' extraction"), current);
            return Value::Any;
        };
        if let Some(value) = members.get(name) {
            return value.clone();
        }
        let names: Vec<&str> = members.keys().map(|key| &**key).collect();
        let message = format!("Object field '{name}' does not exist in object with properties [{}]", names.join(", "));
        let nearest = nearest(name, names.iter().copied()).map(str::to_owned);
        self.report_with(ProblemKind::Danger, expression, message, nearest);
        Value::Null
    }

    fn flatten(&mut self, expression: &Expression, inner: &Expression, current: &Value) -> Value {
        let inner = self.visit(inner, current);
        match &inner {
            Value::List(element, length) => match self.open(element) {
                Value::List(element, inner) => Value::List(element, length.saturating_mul(inner)),
                flat @ Value::Array(_) => flat,
                Value::Null => Value::Array(Arc::new([])),
                _ => inner,
            },
            Value::Array(elements) => {
                let mut flat = Vec::new();
                for element in elements.iter() {
                    match self.open(element) {
                        Value::Array(elements) => flat.extend(elements.iter().cloned()),
                        Value::List(element, _) => flat.push((*element).clone()),
                        Value::Null => {}
                        other => flat.push(other),
                    }
                }
                Value::array(flat)
            }
            _ => {
                self.refuse(expression, "Array flatten", &inner);
                Value::any_array()
            }
        }
    }

    fn project(&mut self, at: &Expression, left: &Expression, right: &Expression, current: &Value) -> Value {
        let left = self.visit(left, current);
        if left.type_of() != Type::Array {
            self.refuse(at, "Array projection", &left);
        }
        let projected = left.map_elements(|element| {
            let element = self.open(element);
            self.visit(right, &element)
        });
        projected.unwrap_or_else(|| {
            self.visit(right, &Value::Any);
            Value::any_array()
        })
    }

    fn project_object(&mut self, at: &Expression, left: &Expression, right: &Expression, current: &Value) -> Value {
        let left = self.visit(left, current);
        let Value::Object(members) = &left else {
            self.refuse(at, "Object projection", &left);
            self.visit(right, &Value::Any);
            return Value::any_array();
        };
        let results = members.values().map(|member| {
            let member = self.open(member);
            self.visit(right, &member)
        });
        Value::array(results.collect())
    }

    /// Like the reference implementation, keeps the elements that pass in the sample. Strings of samples are not equal
    /// to any string in an expression.
    fn filter(
        &mut self,
        at: &Expression,
        left: &Expression,
        condition: &Expression,
        right: &Expression,
        current: &Value,
    ) -> Value {
        let left = self.visit(left, current);
        if left.type_of() != Type::Array {
            self.refuse(at, "Filter projection", &left);
        }
        let mut is_kept = Vec::new();
        let filtered = left.map_elements(|element| {
            let element = self.open(element);
            let passes = self.visit(condition, &element).is_truthy();
            // Elements that do not pass are checked too: they may pass when the expression is evaluated.
            let result = self.visit(right, &element);
            is_kept.push(passes && result.type_of() != Type::Null);
            result
        });
        let Some(results) = filtered else {
            self.visit(condition, &Value::Any);
            self.visit(right, &Value::Any);
            return Value::any_array();
        };
        results.keep(&is_kept)
    }

    fn compare(&mut self, at: &Expression, comparator: Comparator, left: &Value, right: &Value) -> Value {
        let (kind, other) = (left.type_of(), right.type_of());
        if kind == Type::Any {
            return Value::Boolean(true);
        }
        if kind != other {
            return Value::Boolean(false);
        }
        let budget = &mut 1000;
        match (comparator, left, right) {
            (_, Value::Expression, _) => {}
            (Comparator::Equal, ..) => return Value::Boolean(left.equals(right, budget)),
            (Comparator::NotEqual, ..) => return Value::Boolean(!left.equals(right, budget)),
            (_, Value::Number(left), Value::Number(right)) => {
                return Value::Boolean(match comparator {
                    Comparator::Less => left < right,
                    Comparator::LessOrEqual => left <= right,
                    Comparator::Greater => left > right,
                    _ => left >= right,
                });
            }
            _ => {}
        }
        let message = format!("Invalid comparator '{}' for {}", comparator.symbol(), kind.name());
        self.report(ProblemKind::Warning, at, message);
        Value::Null
    }

    fn function(&mut self, at: &Expression, name: &str, arguments: &[Expression], current: &Value) -> Value {
        let values: Vec<_> = arguments.iter().map(|argument| self.visit(argument, current)).collect();
        let Some(function) = Signature::named(name) else {
            let nearest = nearest(name, Signature::names()).map(str::to_owned);
            self.report_with(ProblemKind::Error, at, format!("Unknown function: {name}"), nearest);
            return Value::Any;
        };
        let wanted = function.arguments.len();
        if values.len() < wanted || (function.more.is_none() && values.len() > wanted) {
            let message = format!("{name} function expected {wanted} arguments, but was given {}", values.len());
            self.report(ProblemKind::Error, at, message);
            return function.result(&[], |element| element);
        }
        let wanted = function.arguments.iter().copied().chain(std::iter::repeat_with(|| function.more).flatten());
        for (position, ((expression, value), wanted)) in arguments.iter().zip(&values).zip(wanted).enumerate() {
            if let Some(refusal) = wanted.refuse(value, |element| self.open(&element)) {
                let message = format!("{name} function argument {position} error: {refusal}");
                self.report(ProblemKind::Error, expression, message);
            }
        }
        function.result(&values, |element| self.open(&element))
    }
}
