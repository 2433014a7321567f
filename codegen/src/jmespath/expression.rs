//! The tree of an expression.

use super::Value;

/// Line and column (in characters) in the text of the expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Its kind.
    pub kind: ExpressionKind,
    /// Its position, for messages.
    pub place: Place,
}

/// Kinds of expressions (`JMESPath` specification, "Grammar"). The right side of a projection is applied to each
/// element of its left side.
#[derive(Clone, Debug)]
pub enum ExpressionKind {
    /// `@`
    Current,
    /// `name`
    Field(String),
    /// `[3]`, `[-1]`
    Index(i64),
    /// `[1:5:2]`: from, to, and step; always the left side of a projection.
    Slice(Option<i64>, Option<i64>, Option<i64>),
    /// `` `json` `` or `'text'`
    Literal(Value),
    /// `left[]`; always the left side of a projection.
    Flatten(Box<Expression>),
    /// `!inner`
    Not(Box<Expression>),
    /// `left && right`
    And(Box<Expression>, Box<Expression>),
    /// `left || right`
    Or(Box<Expression>, Box<Expression>),
    /// `left == right` and the other comparisons
    Comparison(Comparator, Box<Expression>, Box<Expression>),
    /// `left.right` or `left | right`
    Subexpression(Box<Expression>, Box<Expression>),
    /// `left[*].right`
    Projection(Box<Expression>, Box<Expression>),
    /// `left.*.right`
    ObjectProjection(Box<Expression>, Box<Expression>),
    /// `left[?condition].right`
    Filter {
        /// The filtered expression.
        left: Box<Expression>,
        /// The condition, on an element.
        condition: Box<Expression>,
        /// Applied to each element that passes.
        right: Box<Expression>,
    },
    /// `[a, b]`
    MultiList(Vec<Expression>),
    /// `{a: x, b: y}`
    MultiHash(Vec<(String, Expression)>),
    /// `&inner`
    Reference(Box<Expression>),
    /// `name(arguments)`
    Function(String, Vec<Expression>),
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparator {
    /// The source text.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

impl Expression {
    /// Whether it accesses a field of this name anywhere.
    pub fn has_field(&self, name: &str) -> bool {
        matches!(&self.kind, ExpressionKind::Field(field) if field == name)
            || self.children().into_iter().any(|child| child.has_field(name))
    }

    /// Child expressions, from left to right.
    pub fn children(&self) -> Vec<&Self> {
        match &self.kind {
            ExpressionKind::Current
            | ExpressionKind::Field(_)
            | ExpressionKind::Index(_)
            | ExpressionKind::Slice(..)
            | ExpressionKind::Literal(_) => Vec::new(),
            ExpressionKind::Flatten(inner) | ExpressionKind::Not(inner) | ExpressionKind::Reference(inner) => {
                vec![inner]
            }
            ExpressionKind::And(left, right)
            | ExpressionKind::Or(left, right)
            | ExpressionKind::Comparison(_, left, right)
            | ExpressionKind::Subexpression(left, right)
            | ExpressionKind::Projection(left, right)
            | ExpressionKind::ObjectProjection(left, right) => vec![left, right],
            ExpressionKind::Filter { left, condition, right } => vec![left, condition, right],
            ExpressionKind::MultiList(items) | ExpressionKind::Function(_, items) => items.iter().collect(),
            ExpressionKind::MultiHash(items) => items.iter().map(|(_, item)| item).collect(),
        }
    }
}
