//! The tree of a rule set.

use indexmap::IndexMap;

use super::types::{Type, Value};
use crate::source::Span;

/// A rule set.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// The version of the language it is written in.
    pub version: Version,
    /// What it decides by, by name.
    pub parameters: IndexMap<String, Parameter>,
    /// Tried in order.
    pub rules: Vec<Rule>,
}

/// A version of the language, such as 1.1. Later ones have more functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32);

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

/// What a rule set decides by.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Boolean, string, or list of strings.
    pub kind: Type,
    /// Whether it always has a value.
    pub is_required: bool,
    /// Its value when none is given.
    pub default: Option<Value>,
    /// Where its value comes from when no trait says so, such as `AWS::Region`.
    pub built_in: Option<String>,
    /// Whether it says what it is.
    pub is_documented: bool,
    /// Where it was written.
    pub span: Span,
}

/// A rule: conditions, and what follows when all of them hold.
#[derive(Clone, Debug)]
pub struct Rule {
    /// All must hold.
    pub conditions: Vec<Condition>,
    /// What follows.
    pub action: Action,
    /// Where it was written.
    pub span: Span,
}

/// What follows from a rule.
#[derive(Clone, Debug)]
pub enum Action {
    /// An endpoint.
    Endpoint(Endpoint),
    /// An error with this message.
    Error(Expression),
    /// One of these rules must hold.
    Tree(Vec<Rule>),
}

/// An endpoint.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Its URL.
    pub url: Expression,
    /// Headers to send to it.
    pub headers: Vec<(String, Vec<Expression>)>,
    /// Anything else that a client should know, such as `authSchemes`.
    pub properties: Vec<(String, Expression)>,
}

/// A call that must give a value other than false.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The call.
    pub call: Expression,
    /// The name that its value has from here on.
    pub assign: Option<String>,
    /// Where it was written.
    pub span: Span,
}

/// An expression and where it was written.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it was written.
    pub span: Span,
}

/// Kinds of expressions.
#[derive(Clone, Debug)]
pub enum ExpressionKind {
    /// `true`
    Boolean(bool),
    /// `4`
    Integer(i64),
    /// `"text with {references}"`
    Template(Template),
    /// `["a", "b"]`
    List(Vec<Expression>),
    /// `{name: "value"}`
    Record(Vec<(String, Expression)>),
    /// `{ref: "Name"}`
    Reference(String),
    /// `{fn: "name", argv: […]}`
    Call(String, Vec<Expression>),
}

/// Text with places for values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(pub(super) Vec<Part>);

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    /// `{name}` or `{name#path}`
    Value(String, Vec<Step>),
}

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    /// From the end when negative.
    Index(i64),
}

impl Template {
    /// The text, when there is no place for a value in it.
    pub fn as_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The text that it begins with, up to the first value.
    pub fn start(&self) -> Option<&str> {
        match self.0.first() {
            Some(Part::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl Expression {
    /// The text of a string without references.
    pub fn as_text(&self) -> Option<&str> {
        if let ExpressionKind::Template(template) = &self.kind { template.as_text() } else { None }
    }

    /// Calls a function for this expression and all below it.
    pub fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        match &self.kind {
            ExpressionKind::List(items) | ExpressionKind::Call(_, items) => {
                for item in items {
                    item.walk(visit);
                }
            }
            ExpressionKind::Record(members) => members.iter().for_each(|(_, item)| item.walk(visit)),
            ExpressionKind::Boolean(_)
            | ExpressionKind::Integer(_)
            | ExpressionKind::Template(_)
            | ExpressionKind::Reference(_) => {}
        }
    }
}

impl Rule {
    /// Calls a function for this rule and all below it.
    pub fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        if let Action::Tree(rules) = &self.action {
            for rule in rules {
                rule.walk(visit);
            }
        }
    }
}

impl RuleSet {
    /// Calls a function for each rule, outer ones first.
    pub fn walk(&self, visit: &mut impl FnMut(&Rule)) {
        for rule in &self.rules {
            rule.walk(visit);
        }
    }
}
