//! Node values (spec: "Node values") with spans. Equality ignores spans.

use std::fmt;
use std::sync::Arc;

use super::{Decimal, OrderedMap};
use crate::source::Span;

/// A node value and its location.
#[derive(Clone)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its location.
    pub span: Span,
}

/// Value of a node.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A JSON number, as written.
    Number(Number),
    /// A string, without escapes.
    String(Arc<str>),
    /// An array.
    Array(Vec<Node>),
    /// An object, in source order.
    Object(Object),
}

/// Members of an object node, in source order, with the spans of the keys.
pub type Object = OrderedMap<Box<str>, (Span, Node)>;

/// A number as written, without loss of precision. Equal if the numeric values are equal (`1.0` equals `1`).
#[derive(Clone, Debug)]
pub struct Number(Box<str>);

impl Number {
    /// Creates a number from the text of a JSON number, which is not checked.
    pub(crate) fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written with a fraction or an exponent.
    pub fn is_floating_point(&self) -> bool {
        self.0.contains(['.', 'e', 'E'])
    }

    /// The number as an integer (`5`, `5.0`, `5e2`). `None` if it has a fraction or is out of range.
    pub fn as_i128(&self) -> Option<i128> {
        self.0.parse().ok().or_else(|| {
            let float = self.as_f64();
            #[allow(clippy::float_cmp, reason = "exactness is the question")]
            (float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0).then_some(float as i128)
        })
    }

    /// The exact value. `None` if the text is not a number.
    pub(crate) fn as_decimal(&self) -> Option<Decimal> {
        Decimal::parse(&self.0)
    }

    /// The nearest `f64`.
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
        self.0 == other.0 || self.as_decimal().is_some_and(|number| other.as_decimal() == Some(number))
    }
}

impl Node {
    /// A synthetic node, without a location.
    pub fn synthetic(value: Value) -> Self {
        Self { value, span: Span::NONE }
    }

    /// An empty object, such as the value of an annotation trait.
    pub fn empty_object() -> Self {
        Self::synthetic(Value::Object(Object::new()))
    }

    /// A synthetic string.
    pub fn string(text: impl Into<Arc<str>>) -> Self {
        Self::synthetic(Value::String(text.into()))
    }

    /// The value of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The value of a string, shared.
    pub fn as_text(&self) -> Option<&Arc<str>> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value { Some(value) } else { None }
    }

    /// The value of a number.
    pub fn as_number(&self) -> Option<&Number> {
        if let Value::Number(number) = &self.value { Some(number) } else { None }
    }

    /// The elements of an array.
    pub fn as_array(&self) -> Option<&[Node]> {
        if let Value::Array(nodes) = &self.value { Some(nodes) } else { None }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&Object> {
        if let Value::Object(object) = &self.value { Some(object) } else { None }
    }

    /// The value of the member `key` of an object.
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

    /// The name of its type, for messages.
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
                // Locations are ignored.
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
