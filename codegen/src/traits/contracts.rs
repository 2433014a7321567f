//! Conditions on values, beyond constraint traits (spec: "Contract traits").

use std::sync::Arc;

use super::JmesPath;
use super::read::{FromNode, Named, required, syntax};
use crate::model::{Invalid, Node, Trait, TraitProblem};

/// `@conditions`: expressions that are true for all values of a shape.
#[derive(Clone, Debug)]
pub struct Conditions(pub Named<Condition>);

/// One of [`Conditions`].
#[derive(Clone, Debug)]
pub struct Condition {
    /// The expression. It is valid `JMESPath`.
    pub expression: JmesPath,
}

impl FromNode for Condition {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let expression: JmesPath = required(node, "expression")?;
        if let Err(error) = &expression.expression {
            let (text, error) = (expression.text.to_string(), error.to_string());
            let problem = TraitProblem::Condition { expression: text, error };
            return Err(syntax(expression.span, problem));
        }
        let _: Arc<str> = required(node, "documentation")?;
        Ok(Self { expression })
    }
}

impl Trait for Conditions {
    const ID: &'static str = "smithy.contracts#conditions";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Conditions;
    use crate::model::{Breaks, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn conditions_have_names_and_expressions() {
        let text = r#"{"Ordered": {"expression": "a <= b", "documentation": "a is not greater than b"}}"#;
        let Conditions(conditions) = Conditions::read(&node(text)).expect("valid");
        assert_eq!(conditions.get("Ordered").map(|condition| &*condition.expression.text), Some("a <= b"));
        assert_eq!(problem::<Conditions>(r#"{"A": {"expression": "a"}}"#), "Missing expected member `documentation`.");
    }

    #[test]
    fn an_expression_that_does_not_parse_is_reported_at_its_place() {
        let value = node(r#"{"A": {"expression": "||", "documentation": ""}}"#);
        let error = Conditions::read(&value).expect_err("no expression");
        let place = value.get("A").and_then(|condition| condition.get("expression")).map(|node| node.span);
        assert_eq!((error.breaks, Some(error.span)), (Breaks::Syntax, place));
    }
}
