//! Syntax tree of rule sets.

use super::types::{Type, Value};
use crate::hash::IndexMap;
use crate::source::Span;

/// A rule set.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// Version of the language.
    pub version: Version,
    /// Parameters by name.
    pub parameters: IndexMap<String, Parameter>,
    /// Rules, evaluated in order.
    pub rules: Vec<Rule>,
}

/// A version of the language, such as 1.1. Later versions have more functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32);

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

/// A parameter of a rule set.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its type: boolean, string or list of strings.
    pub kind: Type,
    /// Whether a value is required.
    pub is_required: bool,
    /// Default value.
    pub default: Option<Value>,
    /// Built-in that supplies the value if no trait does, such as `AWS::Region`.
    pub built_in: Option<String>,
    /// Whether it has documentation.
    pub is_documented: bool,
    /// Its location.
    pub span: Span,
}

/// A rule: conditions, and the result if all of them hold.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Conditions, all of which must hold.
    pub conditions: Vec<Condition>,
    /// Its result.
    pub action: Action,
    /// Its location.
    pub span: Span,
}

/// Result of a rule.
#[derive(Clone, Debug)]
pub enum Action {
    /// An endpoint.
    Endpoint(Endpoint),
    /// An error with this message.
    Error(Expression),
    /// Nested rules, one of which must match.
    Tree(Vec<Rule>),
}

/// An endpoint.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Its URL.
    pub url: Expression,
    /// Headers of requests.
    pub headers: Vec<(String, Vec<Expression>)>,
    /// Further properties, such as `authSchemes`.
    pub properties: Vec<(String, Expression)>,
}

/// A condition: a call whose result must be a value other than false.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The call.
    pub call: Expression,
    /// The variable that the result is assigned to.
    pub assign: Option<String>,
    /// Its location.
    pub span: Span,
}

/// An expression and its location.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Its kind.
    pub kind: ExpressionKind,
    /// Its location.
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

/// A string with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(pub(super) Vec<Part>);

/// Part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    /// `{name}` or `{name#path}`
    Value(String, Vec<Step>),
}

/// Step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    /// An index, from the end if negative.
    Index(i64),
}

impl Template {
    /// The text, if there are no placeholders.
    pub fn as_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The text up to the first placeholder.
    pub fn start(&self) -> Option<&str> {
        match self.0.first() {
            Some(Part::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl Expression {
    /// The text of a string without placeholders.
    pub fn as_text(&self) -> Option<&str> {
        if let ExpressionKind::Template(template) = &self.kind { template.as_text() } else { None }
    }

    /// Calls a function for this expression and all nested ones.
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
    /// Calls a function for this rule and all nested ones.
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
    /// Calls a function for each rule, outer rules first.
    pub fn walk(&self, visit: &mut impl FnMut(&Rule)) {
        for rule in &self.rules {
            rule.walk(visit);
        }
    }
}
