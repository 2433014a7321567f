//! Evaluation of conditions on nodes.

use jmespath::{JmespathError, Variable};

use crate::model::Node;

/// The reason why an expression has no result.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) enum EvaluationError {
    /// It cannot be applied to the value, such as `length(a)` where `a` is a number.
    Expression(#[from] JmespathError),
    /// The value has a number that is too large.
    Value(#[from] serde_json::Error),
}

/// Whether the result of an expression is `true`.
///
/// # Errors
/// The expression has no result.
pub(crate) fn is_true(expression: &str, value: &Node) -> Result<bool, EvaluationError> {
    let value = Variable::try_from(serde_json::from_str::<serde_json::Value>(&value.to_json())?)?;
    Ok(jmespath::compile(expression)?.search(value)?.as_boolean() == Some(true))
}

#[cfg(test)]
mod tests {
    use super::is_true;
    use crate::source::SourceMap;
    use crate::syntax::json;

    #[track_caller]
    fn result(expression: &str, value: &str) -> Option<bool> {
        let source = SourceMap::default().add("value.json", value.to_owned());
        is_true(expression, &json::parse(source, value).expect("JSON")).ok()
    }

    #[test]
    fn only_the_boolean_true_is_true() {
        assert_eq!(result("a < b", r#"{"a": 1, "b": 2.5}"#), Some(true));
        assert_eq!(result("a < b", r#"{"a": 1}"#), Some(false));
        assert_eq!(result("a", r#"{"a": "text"}"#), Some(false));
        assert_eq!(result("length(@) == `2`", r#"["a", "b"]"#), Some(true));
    }

    #[test]
    fn a_function_that_does_not_take_the_value_is_an_error() {
        assert_eq!(result("length(a) > `1`", r#"{"a": 1}"#), None);
    }

    #[test]
    fn a_value_that_cannot_be_converted_is_an_error() {
        assert_eq!(result("a == null", r#"{"a": 1e999}"#), None);
    }
}
