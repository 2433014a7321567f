//! Values of expressions, borrowed from a structure or document, or created by an expression.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Literal;
use crate::reflect::{ListRef, MapRef, Ref, Reflect};
use crate::schema::{Kind, Member};
use crate::types::Document;

/// A value. Cloning is cheap.
#[derive(Clone)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Number(f64),
    String(Text<'a>),
    Array(Array<'a>),
    Object(Object<'a>),
}

/// A string, borrowed or owned.
#[derive(Clone)]
pub(crate) enum Text<'a> {
    Borrowed(&'a str),
    Made(Rc<str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl<'a> Text<'a> {
    /// Returns the text, borrowed if it is.
    #[cfg(all(feature = "client-core", feature = "rules"))]
    pub(crate) fn to_cow(&self) -> std::borrow::Cow<'a, str> {
        match self {
            Self::Borrowed(text) => std::borrow::Cow::Borrowed(text),
            Self::Made(text) => std::borrow::Cow::Owned(text.as_ref().to_owned()),
        }
    }
}

/// An array, borrowed or owned.
#[derive(Clone)]
pub(crate) enum Array<'a> {
    Reflected(&'a dyn ListRef),
    Document(&'a [Document]),
    Literal(&'static [Literal]),
    Made(Rc<[Value<'a>]>),
}

/// An object, borrowed or owned.
#[derive(Clone)]
pub(crate) enum Object<'a> {
    Shape(&'a dyn Reflect),
    Map(&'a dyn MapRef),
    Document(&'a BTreeMap<String, Document>),
    Literal(&'static [(&'static str, Literal)]),
    Made(Rc<[(&'a str, Value<'a>)]>),
}

impl<'a> From<Ref<'a>> for Value<'a> {
    fn from(value: Ref<'a>) -> Self {
        // Big numbers are converted to `f64`, the only type of numbers.
        let number = |text: &str| text.parse().map_or(Self::Null, Self::Number);
        match value {
            Ref::Absent | Ref::Null => Self::Null,
            Ref::Bool(value) => Self::Bool(value),
            Ref::Byte(value) => Self::Number(value.into()),
            Ref::Short(value) => Self::Number(value.into()),
            Ref::Int(value) => Self::Number(value.into()),
            Ref::Long(value) => Self::Number(value as f64),
            Ref::Float(value) => Self::Number(value.into()),
            Ref::Double(value) => Self::Number(value),
            Ref::BigInteger(value) => number(value.as_str()),
            Ref::BigDecimal(value) => number(value.as_str()),
            Ref::Str(text) => Self::text(text),
            Ref::Blob(bytes) => Self::owned_text(STANDARD.encode(bytes)),
            Ref::Timestamp(time) => Self::Number(time.seconds() as f64 + f64::from(time.nanoseconds()) / 1e9),
            Ref::Document(document) => document.into(),
            Ref::Shape(shape) => Self::Object(Object::Shape(shape)),
            Ref::List(list) => Self::Array(Array::Reflected(list)),
            Ref::Map(map) => Self::Object(Object::Map(map)),
        }
    }
}

impl<'a> From<&'a Document> for Value<'a> {
    fn from(document: &'a Document) -> Self {
        match document {
            Document::Null => Self::Null,
            Document::Bool(value) => Self::Bool(*value),
            Document::Number(number) => Self::Number(number.to_f64()),
            Document::String(text) => Self::text(text),
            Document::Array(elements) => Self::Array(Array::Document(elements)),
            Document::Object(members) => Self::Object(Object::Document(members)),
        }
    }
}

impl From<Literal> for Value<'_> {
    fn from(literal: Literal) -> Self {
        match literal {
            Literal::Null => Self::Null,
            Literal::Bool(value) => Self::Bool(value),
            Literal::Number(value) => Self::Number(value),
            Literal::String(text) => Self::text(text),
            Literal::Array(elements) => Self::Array(Array::Literal(elements)),
            Literal::Object(members) => Self::Object(Object::Literal(members)),
        }
    }
}

impl<'a> Value<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::String(Text::Borrowed(text))
    }

    pub(super) fn owned_text(text: impl Into<Rc<str>>) -> Self {
        Self::String(Text::Made(text.into()))
    }

    pub(super) fn array(elements: impl Into<Rc<[Value<'a>]>>) -> Self {
        Self::Array(Array::Made(elements.into()))
    }

    pub(crate) fn object(members: impl Into<Rc<[(&'a str, Value<'a>)]>>) -> Self {
        Self::Object(Object::Made(members.into()))
    }

    /// Whether the value is true as a condition: not null, not `false`, and not empty.
    pub(super) fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(value) => *value,
            Self::Number(_) => true,
            Self::String(text) => !text.is_empty(),
            Self::Array(array) => array.len() > 0,
            Self::Object(object) => !object.is_empty(),
        }
    }
}

impl<'a> Array<'a> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Reflected(list) => list.len(),
            Self::Document(elements) => elements.len(),
            Self::Literal(elements) => elements.len(),
            Self::Made(elements) => elements.len(),
        }
    }

    /// Returns the element at `index`, or null.
    pub(crate) fn get(&self, index: usize) -> Value<'a> {
        match self {
            Self::Reflected(list) if index < list.len() => list.get(index).into(),
            Self::Reflected(_) => Value::Null,
            Self::Document(elements) => elements.get(index).map_or(Value::Null, Into::into),
            Self::Literal(elements) => elements.get(index).map_or(Value::Null, |literal| (*literal).into()),
            Self::Made(elements) => elements.get(index).cloned().unwrap_or(Value::Null),
        }
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = Value<'a>> {
        (0..self.len()).map(|index| self.get(index))
    }
}

impl<'a> Object<'a> {
    fn is_empty(&self) -> bool {
        let mut is_empty = true;
        self.each(&mut |_, _| {
            is_empty = false;
            false
        });
        is_empty
    }

    /// Returns the value with this name, or null.
    pub(super) fn get(&self, name: &str) -> Value<'a> {
        match self {
            Self::Shape(shape) => match position(*shape, name) {
                Some(index) => shape.get(index).into(),
                None => Value::Null,
            },
            Self::Document(members) => members.get(name).map_or(Value::Null, Into::into),
            Self::Map(_) | Self::Literal(_) | Self::Made(_) => {
                let mut found = Value::Null;
                self.each(&mut |key, value| {
                    let is_other = key != name;
                    if !is_other {
                        found = value;
                    }
                    is_other
                });
                found
            }
        }
    }

    /// Whether the value with this name is sensitive in the model.
    pub(super) fn is_sensitive(&self, name: &str) -> bool {
        let Self::Shape(shape) = self else { return false };
        let member = position(*shape, name).and_then(|index| shape.schema().members.get(index));
        shape.schema().sensitive || member.is_some_and(|member| holds_secrets(member, NESTED))
    }

    /// Calls `visit` with each name and value until it returns `false`.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&'a str, Value<'a>) -> bool) {
        match self {
            Self::Shape(shape) => {
                let members = shape.schema().members;
                shape.each(&mut |index, value| match (members.get(index), value) {
                    (None, _) | (_, Ref::Absent) => true,
                    (Some(member), value) => visit(member.name, value.into()),
                });
            }
            Self::Map(map) => map.each(&mut |key, value| visit(key, value.into())),
            Self::Document(members) => {
                members.iter().all(|(name, value)| visit(name, value.into()));
            }
            Self::Literal(members) => {
                members.iter().all(|(name, value)| visit(name, (*value).into()));
            }
            Self::Made(members) => {
                members.iter().all(|(name, value)| visit(name, value.clone()));
            }
        }
    }
}

/// Maximum depth of the search for sensitive elements in lists and maps.
const NESTED: u32 = 16;

/// Whether a member is sensitive, or an element of its lists and maps. Members of structures are checked when they are
/// read.
fn holds_secrets(member: &Member, nested: u32) -> bool {
    let is_collection = matches!(member.target.kind, Kind::List | Kind::Map);
    let of_elements = || member.target.members.iter().any(|element| holds_secrets(element, nested - 1));
    member.is_sensitive() || (is_collection && (nested == 0 || of_elements()))
}

fn position(shape: &dyn Reflect, name: &str) -> Option<usize> {
    shape.schema().members.iter().position(|member| member.name == name)
}
