//! `JMESPath` expressions in traits, parsed once, with text and span. The language is implemented in `jmespath`.

use std::sync::Arc;

use super::read::FromNode;
use crate::jmespath::{Expression, SyntaxError, parse};
use crate::model::{Invalid, Node};
use crate::source::Span;

/// An expression in a trait. Syntax errors are reported by the trait's rule, not as invalid values.
#[derive(Clone, Debug)]
pub struct JmesPath {
    /// Text of the expression.
    pub text: Arc<str>,
    /// Span of the text.
    pub span: Span,
    /// The parsed expression, or its syntax errors.
    pub expression: Result<Expression, SyntaxError>,
}

impl FromNode for JmesPath {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let text: Arc<str> = FromNode::from_node(node)?;
        let expression = parse(&text);
        Ok(Self { text, span: node.span, expression })
    }
}
