//! Evaluates endpoint rules for the parameters of a request.

use std::borrow::Cow;

use super::value::Value;
use crate::client::partitions::Partitions;
use crate::endpoint_rules::Function;
use crate::endpoint_rules::program::{Action, Answer, Body, Condition, Expression, Next, Parameter, Part, Program};

/// Result of rules.
#[derive(Debug, PartialEq)]
pub(crate) enum Outcome<'a> {
    Endpoint(Resolved<'a>),
    /// An error with this message.
    Error(Cow<'a, str>),
}

/// An endpoint.
#[derive(Debug, PartialEq)]
pub(crate) struct Resolved<'a> {
    pub(crate) url: Cow<'a, str>,
    /// Headers of the request, with lists of strings.
    pub(crate) headers: Vec<(&'a str, Value<'a>)>,
    pub(crate) properties: Vec<(&'a str, Value<'a>)>,
}

/// The reason why rules have no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoEndpoint {
    /// This required parameter has no value.
    Missing(&'static str),
    /// No rule applies.
    NoRule,
}

impl Program {
    /// Evaluates the rules. `supply` returns the values of parameters.
    pub(crate) fn evaluate<'a>(
        &'a self,
        partitions: &'a Partitions,
        mut supply: impl FnMut(&'a Parameter) -> Value<'a>,
    ) -> Result<Outcome<'a>, NoEndpoint> {
        let mut slots = vec![Value::Absent; self.slots];
        for (slot, parameter) in slots.iter_mut().zip(&self.parameters) {
            *slot = match (supply(parameter), &parameter.default) {
                (Value::Absent, Some(default)) => Scope { slots: &[], partitions }.value(default),
                (value, _) => value,
            };
            if *slot == Value::Absent && parameter.is_required {
                return Err(NoEndpoint::Missing(parameter.name));
            }
        }
        let result = match &self.body {
            Body::Rules(_) => self.first_rule(&mut slots, partitions),
            Body::Diagram { root, .. } => self.follow(*root, &mut slots, partitions),
        };
        let answer = result.and_then(|result| self.results.get(result)).ok_or(NoEndpoint::NoRule)?;
        let scope = Scope { slots: &slots, partitions };
        Ok(match answer {
            Answer::Error(message) => Outcome::Error(scope.text(message)),
            Answer::Endpoint { url, headers, properties } => Outcome::Endpoint(Resolved {
                url: scope.text(url),
                headers: scope.members(headers),
                properties: scope.members(properties),
            }),
        })
    }

    /// The result of the first rule that applies. Each step leads to a later rule.
    fn first_rule<'a>(&'a self, slots: &mut [Value<'a>], partitions: &'a Partitions) -> Option<usize> {
        let Body::Rules(rules) = &self.body else { return None };
        let mut at = 0;
        loop {
            let rule = rules.get(at)?;
            let mut conditions = self.conditions.get(rule.conditions.clone())?.iter();
            if !conditions.all(|condition| holds(condition, slots, partitions)) {
                at = rule.next?;
                continue;
            }
            match rule.action {
                Action::Result(result) => return Some(result),
                Action::Tree { first } => at = first?,
            }
        }
    }

    /// The result of a decision diagram. A path has each node at most once.
    fn follow<'a>(&'a self, root: Next, slots: &mut [Value<'a>], partitions: &'a Partitions) -> Option<usize> {
        let Body::Diagram { nodes, .. } = &self.body else { return None };
        let mut next = root;
        for _ in 0..=nodes.len() {
            let node = match next {
                Next::Node(node) => nodes.get(node)?,
                Next::Result(result) => return Some(result),
                Next::None => return None,
            };
            let holds = holds(self.conditions.get(node.condition)?, slots, partitions);
            next = if holds { node.next.0 } else { node.next.1 };
        }
        None
    }
}

/// Evaluates a condition, and assigns its value if it holds.
fn holds<'a>(condition: &'a Condition, slots: &mut [Value<'a>], partitions: &'a Partitions) -> bool {
    let value = Scope { slots, partitions }.value(&condition.value);
    let holds = value.holds();
    if let (true, Some(slot)) = (holds, condition.slot.and_then(|slot| slots.get_mut(slot))) {
        *slot = value;
    }
    holds
}

/// Values of names.
#[derive(Clone, Copy)]
struct Scope<'s, 'a> {
    slots: &'s [Value<'a>],
    partitions: &'a Partitions,
}

impl<'a> Scope<'_, 'a> {
    /// The value of an expression. Its depth is limited where it is parsed.
    fn value(self, expression: &'a Expression) -> Value<'a> {
        match expression {
            Expression::Boolean(value) => Value::Boolean(*value),
            Expression::Integer(value) => Value::Integer(*value),
            Expression::Text(text) => Value::text(&**text),
            Expression::Template(parts) => Value::Text(Cow::Owned(self.template(parts))),
            Expression::Slot(slot) => self.slots.get(*slot).cloned().unwrap_or_default(),
            Expression::Path(value, steps) => match &**value {
                Expression::Slot(slot) => self.slots.get(*slot).map_or(Value::Absent, |value| value.at(steps)),
                value => self.value(value).at(steps),
            },
            Expression::List(items) => Value::List(items.iter().map(|item| self.value(item)).collect()),
            Expression::Record(members) => Value::Record(self.members(members)),
            Expression::Call(Function::IsSet, arguments) => Value::Boolean(match arguments.first() {
                Some(Expression::Slot(slot)) => self.slots.get(*slot).is_some_and(|value| *value != Value::Absent),
                other => other.is_some_and(|argument| self.value(argument) != Value::Absent),
            }),
            Expression::Call(Function::Coalesce, arguments) => {
                let mut values = arguments.iter().map(|argument| self.value(argument));
                values.find(|value| *value != Value::Absent).unwrap_or_default()
            }
            Expression::Call(function, arguments) => {
                let mut values = <[Value<'a>; Function::MAX_ARGUMENTS]>::default();
                for (value, argument) in values.iter_mut().zip(arguments) {
                    *value = self.value(argument);
                }
                function.apply(values, self.partitions)
            }
        }
    }

    fn members(self, members: &'a [(Cow<'static, str>, Expression)]) -> Vec<(&'a str, Value<'a>)> {
        members.iter().map(|(name, value)| (&**name, self.value(value))).collect()
    }

    fn text(self, expression: &'a Expression) -> Cow<'a, str> {
        match self.value(expression) {
            Value::Text(text) => text,
            other => Cow::Owned(other.to_string()),
        }
    }

    fn template(self, parts: &[Part]) -> String {
        let mut text = String::with_capacity(96);
        for part in parts {
            match part {
                Part::Text(plain) => text.push_str(plain),
                Part::Value(slot, steps) => match self.slots.get(*slot) {
                    Some(Value::Text(value)) if steps.is_empty() => text.push_str(value),
                    Some(value) => match value.at(steps) {
                        Value::Text(value) => text.push_str(&value),
                        other => text.push_str(&other.to_string()),
                    },
                    None => {}
                },
            }
        }
        text
    }
}
