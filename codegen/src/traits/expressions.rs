//! `JMESPath` expressions in traits: parsed once, with their text and place. The language itself belongs to `jmespath`.

use std::sync::Arc;

use super::read::FromNode;
use crate::jmespath::{Expression, SyntaxError, parse};
use crate::model::{Invalid, Node};
use crate::source::Span;

/// An expression in a trait. Text that does not parse is a finding of the trait's rule, not an invalid value.
#[derive(Clone, Debug)]
pub struct JmesPath {
    /// The expression as it is written.
    pub text: Arc<str>,
    /// Where it is written.
    pub span: Span,
    /// The parsed expression.
    pub expression: Result<Expression, SyntaxError>,
}

impl FromNode for JmesPath {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        let expression = parse(&text);
        Ok(Self { text, span: node.span, expression })
    }
}
