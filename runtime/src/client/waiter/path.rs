//! Evaluation of paths.

use super::{Expected, Path};
use crate::jmespath::{Evaluation, Value};
use crate::reflect::{Ref, Reflect};

impl Path {
    /// Returns the result in an output: a string, or strings joined by semicolons. `None` if it is sensitive.
    #[inline]
    pub(super) fn text_in(&self, output: &dyn Reflect) -> Option<String> {
        let mut evaluation = Evaluation::default();
        let found = evaluation.of(&self.expression, &Ref::Shape(output).into()).ok()?;
        let texts: Vec<String> = match found {
            Value::String(text) => vec![text.to_string()],
            Value::Array(array) => array
                .iter()
                .filter_map(|element| if let Value::String(text) = element { Some(text.to_string()) } else { None })
                .collect(),
            _ => Vec::new(),
        };
        (!texts.is_empty() && !evaluation.was_sensitive()).then(|| texts.join("; "))
    }

    /// Whether the result is the expected one, in the output or, with an input, in `{input: …, output: …}`. A path that
    /// fails does not match.
    #[inline]
    pub(super) fn has_result(&self, expected: Expected, input: Option<&dyn Reflect>, output: &dyn Reflect) -> bool {
        let output = Ref::Shape(output).into();
        let over = match input {
            Some(input) => Value::object([("input", Ref::Shape(input).into()), ("output", output)]),
            None => output,
        };
        let is = |value: &Value<'_>, wanted: &str| matches!(value, Value::String(text) if **text == *wanted);
        match (Evaluation::default().of(&self.expression, &over), expected) {
            (Ok(Value::Bool(found)), Expected::Bool(wanted)) => found == wanted,
            (Ok(found), Expected::String(wanted)) => is(&found, wanted),
            (Ok(Value::Array(array)), Expected::All(wanted)) => {
                array.len() > 0 && array.iter().all(|element| is(&element, wanted))
            }
            (Ok(Value::Array(array)), Expected::Any(wanted)) => array.iter().any(|element| is(&element, wanted)),
            _ => false,
        }
    }
}
