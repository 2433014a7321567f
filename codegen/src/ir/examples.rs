//! Examples of calls, which documentation shows.

use super::Build;

/// A call of an operation.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its title and description, as lines of Markdown.
    pub title: Vec<String>,
    /// The members of the input that are set.
    pub setters: Vec<Setter>,
    /// Type name of the error that it returns, if it fails.
    pub error: Option<String>,
}

/// A call of a setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Setter {
    /// Its name, not yet escaped.
    pub name: String,
    /// One value, or a key and a value.
    pub arguments: Vec<Expression>,
}

/// Format of a timestamp in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// `1985-04-12T23:20:50.52Z`
    DateTime,
    /// Seconds since 1970.
    EpochSeconds,
}

/// A value of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A string.
    Str(String),
    /// A timestamp as text, and its format.
    Timestamp(String, TimestampFormat),
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A number with a fraction of the narrow type.
    Narrow(f32),
    /// A structure, made by its builder.
    Structure(String, Vec<Setter>, Build),
    /// A variant of a union, and its value.
    Variant(String, String, Box<Expression>),
    /// A value that may be null.
    Some(Box<Expression>),
    /// A conversion that cannot fail.
    Into(Box<Expression>),
    /// A conversion that checks its value.
    TryInto(Box<Expression>),
    /// An array.
    Array(Vec<Expression>),
    /// A key and a value of a map.
    Entry(Box<(Expression, Expression)>),
}
