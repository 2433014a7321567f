//! Text of rules in generated code, which clients read: a parameter, rule, condition, result or node a line.

use std::fmt::{self, Write as _};

use super::diagram::Reference;
use super::syntax::{
    Action, Condition, Endpoint, Expression, ExpressionKind, Parameter, Part, Rule, RuleSet, Step, Template,
};
use super::types::Value;
use super::{Diagram, Type};
use crate::hash::IndexMap;

/// Deepest nesting of expressions that clients read.
const MAX_DEPTH: usize = 32;
/// Deepest nesting of trees that is written.
const MAX_TREES: usize = 200;

/// Why rules have no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// Expressions or trees are nested too deeply.
    #[error("rules that are nested too deeply")]
    TooDeep,
    /// The second argument of `getAttr` is not a literal, or a name is `true` or `false`.
    #[error("an expression that clients cannot read")]
    Expression,
}

impl RuleSet {
    /// The rules as text. Rules of a tree are indented.
    ///
    /// # Errors
    /// Clients could not read the text.
    pub fn text(&self) -> Result<String, Unwritable> {
        let mut text = Text::default();
        text.parameters(&self.parameters)?;
        text.rules(&self.rules, 0)?;
        Ok(text.0)
    }
}

impl Diagram {
    /// The diagram as text: conditions and results, which are numbered in this order, then nodes and the root.
    ///
    /// # Errors
    /// Clients could not read the text.
    pub fn text(&self) -> Result<String, Unwritable> {
        let mut text = Text::default();
        text.parameters(&self.parameters)?;
        for condition in &self.conditions {
            text.push("condition ");
            text.condition(condition)?;
            text.push("\n");
        }
        for rule in &self.results {
            text.push("result ");
            text.action(&rule.action)?;
            text.push("\n");
        }
        let (nodes, root) = self.reached();
        for (condition, high, low) in nodes {
            let _ = writeln!(text.0, "node {condition} ? {high} : {low}");
        }
        let _ = writeln!(text.0, "root {root}");
        Ok(text.0)
    }
}

/// A node, result (`!3`) or `none`.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node(node) => write!(f, "{node}"),
            Self::Result(result) => write!(f, "!{result}"),
            Self::None => f.write_str("none"),
        }
    }
}

#[derive(Default)]
struct Text(String);

type Written = Result<(), Unwritable>;

impl Text {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn parameters(&mut self, parameters: &IndexMap<String, Parameter>) -> Written {
        for (name, parameter) in parameters {
            self.push("parameter ");
            self.name(name)?;
            self.push(match parameter.kind {
                Type::Boolean => " boolean",
                Type::String => " string",
                _ => " stringArray",
            });
            if parameter.is_required {
                self.push(" required");
            }
            if let Some(default) = &parameter.default {
                self.push(" default ");
                self.value(default);
            }
            if let Some(built_in) = &parameter.built_in {
                self.push(" from ");
                self.push(built_in);
            }
            self.push("\n");
        }
        Ok(())
    }

    fn rules(&mut self, rules: &[Rule], depth: usize) -> Written {
        if depth > MAX_TREES {
            return Err(Unwritable::TooDeep);
        }
        for rule in rules {
            self.0.extend(std::iter::repeat_n("  ", depth));
            for (at, condition) in rule.conditions.iter().enumerate() {
                self.push(if at > 0 { " and " } else { "" });
                self.condition(condition)?;
            }
            self.push(if rule.conditions.is_empty() { "else" } else { "" });
            match &rule.action {
                Action::Tree(inner) => {
                    self.push(":\n");
                    self.rules(inner, depth + 1)?;
                }
                action => {
                    self.push(" ");
                    self.action(action)?;
                    self.push("\n");
                }
            }
        }
        Ok(())
    }

    fn condition(&mut self, condition: &Condition) -> Written {
        if let Some(name) = &condition.assign {
            self.name(name)?;
            self.push(" = ");
        }
        self.expression(&condition.call, 1)
    }

    fn action(&mut self, action: &Action) -> Written {
        match action {
            Action::Error(message) => {
                self.push("=> error ");
                self.expression(message, 1)
            }
            Action::Endpoint(endpoint) => self.endpoint(endpoint),
            Action::Tree(_) => Err(Unwritable::Expression),
        }
    }

    fn endpoint(&mut self, endpoint: &Endpoint) -> Written {
        self.push("=> ");
        self.expression(&endpoint.url, 1)?;
        if !endpoint.headers.is_empty() {
            self.push(" headers ");
            self.items(('{', '}'), &endpoint.headers, |text, (name, values)| {
                text.quoted(name);
                text.push(": ");
                text.items(('[', ']'), values, |text, value| text.expression(value, 1))
            })?;
        }
        if !endpoint.properties.is_empty() {
            self.push(" properties ");
            self.members(&endpoint.properties, 1)?;
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression, depth: usize) -> Written {
        if depth > MAX_DEPTH {
            return Err(Unwritable::TooDeep);
        }
        match &expression.kind {
            ExpressionKind::Boolean(value) => self.push(if *value { "true" } else { "false" }),
            ExpressionKind::Integer(value) => self.push(&value.to_string()),
            ExpressionKind::Template(template) => self.template(template),
            ExpressionKind::List(items) => {
                self.items(('[', ']'), items, |text, item| text.expression(item, depth + 1))?;
            }
            ExpressionKind::Record(members) => self.members(members, depth + 1)?,
            ExpressionKind::Reference(name) => self.name(name)?,
            ExpressionKind::Call(name, arguments) => {
                let path = arguments.get(1).and_then(Expression::as_text);
                if name == "getAttr" && path.is_none_or(|path| path.contains(['{', '}'])) {
                    return Err(Unwritable::Expression);
                }
                self.push(name);
                self.items(('(', ')'), arguments, |text, argument| text.expression(argument, depth + 1))?;
            }
        }
        Ok(())
    }

    fn members(&mut self, members: &[(String, Expression)], depth: usize) -> Written {
        self.items(('{', '}'), members, |text, (name, value)| {
            text.quoted(name);
            text.push(": ");
            text.expression(value, depth)
        })
    }

    fn items<T>(
        &mut self,
        (open, close): (char, char),
        items: &[T],
        mut item: impl FnMut(&mut Self, &T) -> Written,
    ) -> Written {
        self.0.push(open);
        for (at, one) in items.iter().enumerate() {
            self.push(if at > 0 { ", " } else { "" });
            item(self, one)?;
        }
        self.0.push(close);
        Ok(())
    }

    /// A value of a default: a boolean, string or list of strings.
    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.quoted(&escaped(text)),
            Value::List(items) => {
                let _ = self.items(('[', ']'), items, |text, item| {
                    text.value(item);
                    Ok(())
                });
            }
            other => self.push(&other.to_string()),
        }
    }

    fn template(&mut self, template: &Template) {
        let mut text = String::new();
        for part in &template.0 {
            match part {
                Part::Text(plain) => text.push_str(&escaped(plain)),
                Part::Value(name, steps) if steps.is_empty() => {
                    let _ = write!(text, "{{{name}}}");
                }
                Part::Value(name, steps) => {
                    let _ = write!(text, "{{{name}#{}}}", path(steps));
                }
            }
        }
        self.quoted(&text);
    }

    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '\n' => self.push("\\n"),
                '"' | '\\' => self.0.extend(['\\', character]),
                // Lines end in line feeds only, and control characters have no place in URLs.
                control if control.is_control() => self.0.push(' '),
                other => self.0.push(other),
            }
        }
        self.0.push('"');
    }

    fn name(&mut self, name: &str) -> Written {
        if matches!(name, "true" | "false") {
            return Err(Unwritable::Expression);
        }
        self.push(name);
        Ok(())
    }
}

/// A text in which braces stand for themselves.
fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(key) => {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(key);
            }
            Step::Index(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}
