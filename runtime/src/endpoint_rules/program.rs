//! Endpoint rules that are ready for evaluation. Names are indices of slots; paths and templates are parsed.

use std::borrow::Cow;

use super::function::Function;

/// Endpoint rules.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) parameters: Vec<Parameter>,
    /// Number of slots: parameters, then variables.
    pub(crate) slots: usize,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) results: Vec<Answer>,
    pub(crate) body: Body,
}

/// A parameter. Its slot is its index.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
    pub(crate) default: Option<Expression>,
    pub(crate) built_in: Option<&'static str>,
}

/// Type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Boolean,
    Text,
    Texts,
}

impl Kind {
    /// Its name in messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Text => "a string",
            Self::Texts => "a list of strings",
        }
    }
}

/// Order in which conditions are evaluated.
#[derive(Debug)]
pub(crate) enum Body {
    /// Rules, the first of which applies.
    Rules(Vec<Rule>),
    /// A decision diagram.
    Diagram { nodes: Vec<Node>, root: Next },
}

/// A rule.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Range of its conditions.
    pub(crate) conditions: std::ops::Range<usize>,
    pub(crate) action: Action,
    /// The next rule of the same tree, which applies if the conditions do not hold.
    pub(crate) next: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Nested rules, the first of which applies.
    Tree { first: Option<usize> },
    /// A result.
    Result(usize),
}

/// A node of a decision diagram.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) condition: usize,
    /// If the condition holds, and if not.
    pub(crate) next: (Next, Next),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Node(usize),
    Result(usize),
    /// No rule applies.
    None,
}

/// A condition holds if the value is neither absent nor false. The value is then assigned.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) value: Expression,
    pub(crate) slot: Option<usize>,
}

/// A result.
#[derive(Debug)]
pub(crate) enum Answer {
    Endpoint {
        url: Expression,
        headers: Vec<(Cow<'static, str>, Expression)>,
        properties: Vec<(Cow<'static, str>, Expression)>,
    },
    Error(Expression),
}

#[derive(Debug)]
pub(crate) enum Expression {
    Boolean(bool),
    Integer(i64),
    Text(Cow<'static, str>),
    Template(Vec<Part>),
    Slot(usize),
    /// The value at a path.
    Path(Box<Expression>, Vec<Step>),
    Call(Function, Vec<Expression>),
    List(Vec<Expression>),
    Record(Vec<(Cow<'static, str>, Expression)>),
}

/// Part of a template.
#[derive(Debug)]
pub(crate) enum Part {
    Text(String),
    Value(usize, Vec<Step>),
}

/// Step of a path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(String),
    /// An index, from the end if negative.
    Index(i64),
}
