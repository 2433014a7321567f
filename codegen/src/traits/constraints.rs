//! Constraints on values (spec: "Constraint traits").

use std::sync::Arc;

use super::read::{FromNode, flag, optional, required};
use crate::model::{Invalid, Node, Number, Trait};

/// `@length`: how many elements, entries, characters or bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// The fewest.
    pub min: Option<i64>,
    /// The most.
    pub max: Option<i64>,
}

impl Trait for Length {
    const ID: &'static str = "smithy.api#length";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { min: optional(node, "min")?, max: optional(node, "max")? })
    }
}

/// `@range`: the bounds of a number, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The smallest value.
    pub min: Option<Number>,
    /// The largest value.
    pub max: Option<Number>,
}

impl Length {
    /// Both bounds.
    pub fn bounds(&self) -> (Option<Number>, Option<Number>) {
        (self.min.map(Number::from), self.max.map(Number::from))
    }
}

impl Range {
    /// Both bounds.
    pub fn bounds(&self) -> (Option<Number>, Option<Number>) {
        (self.min.clone(), self.max.clone())
    }
}

impl Trait for Range {
    const ID: &'static str = "smithy.api#range";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { min: optional(node, "min")?, max: optional(node, "max")? })
    }
}

/// `@idRef`: the text is the id of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct IdRef {
    /// What the shape matches; `*` where it is absent.
    pub selector: Option<Arc<str>>,
    /// Whether the shape must exist.
    pub fail_when_missing: bool,
    /// The message in place of the usual one.
    pub error_message: Option<Arc<str>>,
}

impl Trait for IdRef {
    const ID: &'static str = "smithy.api#idRef";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            selector: optional(node, "selector")?,
            fail_when_missing: flag(node, "failWhenMissing")?,
            error_message: optional(node, "errorMessage")?,
        })
    }
}

/// `@enum`: the values of a string, as Smithy 1.0 has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum(pub Vec<EnumDefinition>);

/// A value of [`Enum`].
#[derive(Clone, Debug, PartialEq)]
pub struct EnumDefinition {
    /// The text on the wire.
    pub value: Arc<str>,
    /// The name of the constant.
    pub name: Option<Arc<str>>,
    /// What it means.
    pub documentation: Option<Arc<str>>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
}

impl FromNode for EnumDefinition {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            value: required(node, "value")?,
            name: optional(node, "name")?,
            documentation: optional(node, "documentation")?,
            deprecated: flag(node, "deprecated")?,
        })
    }
}

impl Trait for Enum {
    const ID: &'static str = "smithy.api#enum";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

/// `@enumValue`: what a member of an enum is on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumValue {
    /// Of an enum.
    Text(Arc<str>),
    /// Of an int enum.
    Integer(i128),
    /// Nothing that an enum can have: its rule reports that.
    Other,
}

impl EnumValue {
    /// The text inside.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number inside.
    pub fn as_integer(&self) -> Option<i128> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }
}

impl Trait for EnumValue {
    const ID: &'static str = "smithy.api#enumValue";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let number = || node.as_number().and_then(Number::as_i128).map(Self::Integer);
        Ok(node.as_text().cloned().map(Self::Text).or_else(number).unwrap_or(Self::Other))
    }
}

super::texts! {
    /// `@pattern`: a regular expression of ECMA-262.
    Pattern = "smithy.api#pattern"
}

super::markers! {
    /// `@uniqueItems`: no two elements are equal.
    UniqueItems = "smithy.api#uniqueItems"
    /// `@private`: only its own namespace refers to it.
    Private = "smithy.api#private"
}

/// Ids of the traits that bound what values a shape has.
pub(crate) const BOUNDS: [&str; 4] = [Length::ID, Range::ID, Pattern::ID, UniqueItems::ID];

#[cfg(test)]
mod tests {
    use super::{EnumValue, Length};
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_length_has_either_bound_or_both() {
        let length = |text| Length::read(&node(text)).map(|length| (length.min, length.max));
        assert_eq!(length(r#"{"min": 1, "max": 2.0}"#), Ok((Some(1), Some(2))));
        assert_eq!(length("{}"), Ok((None, None)));
        assert_eq!(problem::<Length>(r#"{"min": 1.5}"#), "Expected a whole number, but found `1.5`.");
        assert_eq!(problem::<Length>(r#"{"max": "1"}"#), "Expected number, but found string.");
        assert_eq!(problem::<Length>("[]"), "Expected object, but found array.");
    }

    #[test]
    fn enum_values_are_texts_or_whole_numbers() {
        let value = |text| EnumValue::read(&node(text));
        assert_eq!(value(r#""a""#), Ok(EnumValue::Text("a".into())));
        assert_eq!(value("-5"), Ok(EnumValue::Integer(-5)));
        assert_eq!(value("0.5"), Ok(EnumValue::Other));
    }
}
