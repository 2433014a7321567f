//! Evaluates rule sets.

use super::functions::{Function, step_into};
use super::parse::value;
use super::syntax::{Action, Endpoint, Expression, ExpressionKind, Part, Rule, RuleSet, Template};
use super::types::Value;
use crate::hash::HashMap;
use crate::model::Node;

/// Result of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An endpoint.
    Endpoint(String, Vec<(String, Vec<String>)>, Vec<(String, Value)>),
    /// An error with this message.
    Error(String),
}

/// A rule set has no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// The value of a parameter does not have a parameter type.
    #[error("Invalid value of parameter `{name}`: {problem}")]
    Parameter {
        /// The parameter.
        name: String,
        /// The error.
        problem: String,
    },
    /// A required parameter has no value.
    #[error("Required parameter `{0}` has no value")]
    MissingParameter(String),
    /// No rule matches.
    #[error("No rule matched")]
    NoRule,
    /// The conditions of a tree hold, but none of its rules matches.
    #[error("No rule matched in a tree whose conditions hold")]
    NoRuleOfTree,
}

/// Evaluates a rule set that has been checked.
#[derive(Debug)]
pub struct Evaluator<'r> {
    rules: &'r RuleSet,
    /// Values by name. Later entries hide earlier ones.
    scope: Vec<(&'r str, Value)>,
}

impl<'r> Evaluator<'r> {
    /// Evaluates the rule set for these parameters.
    ///
    /// # Errors
    /// A required parameter is missing, or no rule matches.
    pub fn run<'p>(
        rules: &'r RuleSet,
        parameters: impl Iterator<Item = (&'p str, &'p Node)>,
    ) -> Result<Outcome, EvaluationError> {
        let mut given = HashMap::default();
        for (name, node) in parameters {
            given.insert(
                name,
                value(node)
                    .map_err(|error| EvaluationError::Parameter { name: name.to_owned(), problem: error.message })?,
            );
        }
        Self::decide(rules, given)
    }

    /// Evaluates the rule set for these values of parameters, by name.
    ///
    /// # Errors
    /// A required parameter is missing, or no rule matches.
    pub fn decide(rules: &'r RuleSet, mut given: HashMap<&str, Value>) -> Result<Outcome, EvaluationError> {
        let mut scope = Vec::new();
        for (name, parameter) in &rules.parameters {
            let value = given.remove(name.as_str()).or_else(|| parameter.default.clone());
            if value.is_none() && parameter.is_required {
                return Err(EvaluationError::MissingParameter(name.clone()));
            }
            scope.push((name.as_str(), value.unwrap_or(Value::None)));
        }
        let mut evaluator = Self { rules, scope };
        evaluator.first(&evaluator.rules.rules).unwrap_or(Err(EvaluationError::NoRule))
    }

    /// The result of the first rule that matches.
    fn first(&mut self, rules: &'r [Rule]) -> Option<Result<Outcome, EvaluationError>> {
        rules.iter().find_map(|rule| {
            let depth = self.scope.len();
            let outcome = self.holds(rule).then(|| self.act(rule));
            self.scope.truncate(depth);
            outcome
        })
    }

    fn holds(&mut self, rule: &'r Rule) -> bool {
        rule.conditions.iter().all(|condition| {
            let value = self.value(&condition.call);
            let holds = !matches!(value, Value::None | Value::Boolean(false));
            if let (true, Some(name)) = (holds, &condition.assign) {
                self.scope.push((name, value));
            }
            holds
        })
    }

    fn act(&mut self, rule: &'r Rule) -> Result<Outcome, EvaluationError> {
        match &rule.action {
            Action::Error(message) => Ok(Outcome::Error(self.value(message).to_string())),
            Action::Endpoint(endpoint) => Ok(self.endpoint(endpoint)),
            Action::Tree(rules) => self.first(rules).unwrap_or(Err(EvaluationError::NoRuleOfTree)),
        }
    }

    fn endpoint(&self, endpoint: &Endpoint) -> Outcome {
        let headers = endpoint
            .headers
            .iter()
            .map(|(name, values)| (name.clone(), values.iter().map(|value| self.value(value).to_string()).collect()));
        let properties = endpoint.properties.iter().map(|(name, value)| (name.clone(), self.value(value)));
        Outcome::Endpoint(self.value(&endpoint.url).to_string(), headers.collect(), properties.collect())
    }

    fn look_up(&self, name: &str) -> Value {
        let found = self.scope.iter().rev().find(|(known, _)| *known == name);
        found.map_or(Value::None, |(_, value)| value.clone())
    }

    fn value(&self, expression: &Expression) -> Value {
        match &expression.kind {
            ExpressionKind::Boolean(value) => Value::Boolean(*value),
            ExpressionKind::Integer(value) => Value::Integer(*value),
            ExpressionKind::Template(template) => Value::String(self.template(template)),
            ExpressionKind::List(items) => Value::List(items.iter().map(|item| self.value(item)).collect()),
            ExpressionKind::Record(members) => {
                Value::Record(members.iter().map(|(name, value)| (name.clone(), self.value(value))).collect())
            }
            ExpressionKind::Reference(name) => self.look_up(name),
            ExpressionKind::Call(name, arguments) => {
                let arguments: Vec<Value> = arguments.iter().map(|argument| self.value(argument)).collect();
                Function::named(name).map_or(Value::None, |function| (function.apply)(&arguments))
            }
        }
    }

    fn template(&self, template: &Template) -> String {
        let parts = template.0.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Value(name, steps) => step_into(&self.look_up(name), steps).to_string(),
        });
        parts.collect()
    }
}
