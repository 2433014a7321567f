//! Node values (spec: "Node values") with their spans. Equality looks at values only, never at spans.

use std::fmt;
use std::sync::Arc;

use super::OrderedMap;
use crate::source::Span;

/// A node value and where it was written.
#[derive(Clone)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any JSON number, kept as written.
    Number(Number),
    /// A string, escapes resolved.
    String(Arc<str>),
    /// An array.
    Array(Vec<Node>),
    /// An object, in the order written.
    Object(Object),
}

/// Members of an object node, in the order written. The key's span is kept for messages.
pub type Object = OrderedMap<Box<str>, (Span, Node)>;

/// A number as it was written, so that nothing is lost. Equal when the numeric values are (`1.0` equals `1`).
#[derive(Clone, Debug)]
pub struct Number(Box<str>);

impl Number {
    /// Keeps the text of a JSON number. The caller has checked the grammar.
    pub(crate) fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written as a floating point number: with a fraction or an exponent.
    pub fn is_floating_point(&self) -> bool {
        self.0.contains(['.', 'e', 'E'])
    }

    /// As a whole number: for `5`, `5.0` and `5e2` alike; none when it has a fraction or does not fit.
    pub fn as_i128(&self) -> Option<i128> {
        self.0.parse().ok().or_else(|| {
            let float = self.as_f64();
            #[allow(clippy::float_cmp, reason = "exactness is the question")]
            (float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0).then_some(float as i128)
        })
    }

    /// The nearest double.
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string().into())
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
            || self.as_i128().zip(other.as_i128()).map_or_else(|| self.as_f64() == other.as_f64(), |(a, b)| a == b)
    }
}

impl Node {
    /// A node that no user wrote.
    pub fn synthetic(value: Value) -> Self {
        Self { value, span: Span::NONE }
    }

    /// The empty object, as an annotation trait's value.
    pub fn empty_object() -> Self {
        Self::synthetic(Value::Object(Object::new()))
    }

    /// A synthetic string.
    pub fn string(text: impl Into<Arc<str>>) -> Self {
        Self::synthetic(Value::String(text.into()))
    }

    /// The string inside.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The string inside, to be shared.
    pub fn as_text(&self) -> Option<&Arc<str>> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The boolean inside.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value { Some(value) } else { None }
    }

    /// The number inside.
    pub fn as_number(&self) -> Option<&Number> {
        if let Value::Number(number) = &self.value { Some(number) } else { None }
    }

    /// The elements inside.
    pub fn as_array(&self) -> Option<&[Node]> {
        if let Value::Array(nodes) = &self.value { Some(nodes) } else { None }
    }

    /// The members inside.
    pub fn as_object(&self) -> Option<&Object> {
        if let Value::Object(object) = &self.value { Some(object) } else { None }
    }

    /// The member `key` of an object.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_object()?.get(key).map(|(_, node)| node)
    }

    /// As JSON, without white space.
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        self.write_json(&mut text);
        text
    }

    fn write_json(&self, out: &mut String) {
        let list =
            |out: &mut String, open: char, close: char, parts: &mut dyn Iterator<Item = (Option<&str>, &Self)>| {
                out.push(open);
                for (at, (key, node)) in parts.enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    if let Some(key) = key {
                        out.push_str(&serde_json::Value::from(key).to_string());
                        out.push(':');
                    }
                    node.write_json(out);
                }
                out.push(close);
            };
        match &self.value {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => out.push_str(number.as_str()),
            Value::String(text) => out.push_str(&serde_json::Value::from(&**text).to_string()),
            Value::Array(nodes) => list(out, '[', ']', &mut nodes.iter().map(|node| (None, node))),
            Value::Object(object) => {
                list(out, '{', '}', &mut object.iter().map(|(key, (_, node))| (Some(&**key), node)));
            }
        }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The kind of value, as messages name it.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => {
                // Where keys and values stand is no part of them.
                a.len() == b.len()
                    && a.iter().all(|(key, (_, node))| b.get(key).is_some_and(|(_, other)| node == other))
            }
            _ => false,
        }
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
