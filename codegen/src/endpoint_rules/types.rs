//! Types of expressions, and values.

use std::fmt;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A boolean.
    Boolean,
    /// An integer.
    Integer,
    /// A string.
    String,
    /// A list of values of one type.
    List(Box<Type>),
    /// A list with a type for each index.
    Tuple(Vec<Type>),
    /// A record.
    Record(Vec<(String, Type)>),
    /// An optional value.
    Optional(Box<Type>),
}

impl Type {
    /// A list of strings.
    pub(super) fn strings() -> Self {
        Self::List(Box::new(Self::String))
    }

    /// This type, optional.
    pub(super) fn optional(self) -> Self {
        if matches!(self, Self::Optional(_)) { self } else { Self::Optional(Box::new(self)) }
    }

    /// The type without `Optional`.
    pub(super) fn present(&self) -> &Self {
        if let Self::Optional(inner) = self { inner } else { self }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("boolean"),
            Self::Integer => f.write_str("integer"),
            Self::String => f.write_str("string"),
            Self::List(inner) if **inner == Self::String => f.write_str("stringArray"),
            Self::List(inner) => write!(f, "array of {inner}"),
            Self::Tuple(_) => f.write_str("array"),
            Self::Record(_) => f.write_str("record"),
            Self::Optional(inner) => write!(f, "optional {inner}"),
        }
    }
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Value>),
    /// A record.
    Record(Vec<(String, Value)>),
    /// No value.
    None,
}

impl Value {
    /// A string.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::String(text.into())
    }

    /// A value of a record.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Record(members) = self else { return None };
        members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::String(text) => f.write_str(text),
            Self::List(values) => {
                f.write_str("[")?;
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Record(members) => {
                f.write_str("{")?;
                for (at, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}{name}: {value}", if at > 0 { ", " } else { "" })?;
                }
                f.write_str("}")
            }
            Self::None => f.write_str("nothing"),
        }
    }
}
