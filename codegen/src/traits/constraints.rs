//! Constraints on values (spec: "Constraint traits").

use std::sync::Arc;

use super::compare::{Break, Change, Compare};
use super::formats;
use super::read::{FromNode, Placed, flag, optional, required, syntax};
use crate::diagnostic::{DiffFacts, Severity};
use crate::model::{Invalid, Node, Number, Trait, TraitProblem, Value};
use crate::pattern::Source;
use crate::rule::{Event, event};
use crate::selector::Selector;
use crate::source::Span;

/// `@length`: number of elements, entries, characters or bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// Minimum.
    pub min: Option<i64>,
    /// Maximum.
    pub max: Option<i64>,
}

impl Trait for Length {
    const ID: &'static str = "smithy.api#length";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let bounds = Self { min: optional(node, "min")?, max: optional(node, "max")? };
        if bounds.min.is_none() && bounds.max.is_none() { Err(unbounded(node)) } else { Ok(bounds) }
    }
}

/// `@range`: inclusive bounds of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Minimum.
    pub min: Option<Number>,
    /// Maximum.
    pub max: Option<Number>,
}

impl Compare for Length {
    const EVENTS: &'static [Event] = &[event!("ChangedLengthTrait", Prefix)];

    fn compare(change: &Change<'_, Self>) -> Vec<Break> {
        let bounds = |length: &Self| (length.min.map(Number::from), length.max.map(Number::from));
        let (Some(old), Some(new)) = (change.old.map(bounds), change.new.map(bounds)) else { return Vec::new() };
        tightened::<Self>("ChangedLengthTrait", &old, &new, DefaultMinimum::Zero)
    }
}

impl Compare for Range {
    const EVENTS: &'static [Event] = &[event!("ChangedRangeTrait", Prefix)];

    fn compare(change: &Change<'_, Self>) -> Vec<Break> {
        let bounds = |range: &Self| (range.min.clone(), range.max.clone());
        let (Some(old), Some(new)) = (change.old.map(bounds), change.new.map(bounds)) else { return Vec::new() };
        tightened::<Self>("ChangedRangeTrait", &old, &new, DefaultMinimum::OfType)
    }
}

type Bounds = (Option<Number>, Option<Number>);

/// Minimum of values without `min`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DefaultMinimum {
    Zero,
    /// The smallest value of the shape's type, so that any `min` is tighter.
    OfType,
}

/// Reports bounds that became tighter.
fn tightened<T: Trait>(
    id: &'static str,
    (old_min, old_max): &Bounds,
    (new_min, new_max): &Bounds,
    default: DefaultMinimum,
) -> Vec<Break> {
    let text = |number: &Option<Number>, none: &str| {
        number.as_ref().map_or_else(|| none.to_owned(), |number| number.as_str().to_owned())
    };
    let value = |number: &Option<Number>| number.as_ref().map_or(0.0, Number::as_f64);
    let mut found = Vec::new();
    let mut add = |facts: DiffFacts| found.push(Break { severity: Severity::Error, id, message: facts.into() });
    let has_new_min = default == DefaultMinimum::OfType && old_min.is_none() && new_min.is_some();
    if value(new_min) > value(old_min) || has_new_min {
        add(DiffFacts::RaisedMinimum { name: T::ID, old: text(old_min, "0"), new: text(new_min, "0") });
    }
    if let Some(now) = new_max
        && old_max.as_ref().is_none_or(|old| old.as_f64() > now.as_f64())
    {
        add(DiffFacts::LoweredMaximum { name: T::ID, old: text(old_max, "null"), new: now.as_str().to_owned() });
    }
    found
}

impl Trait for Range {
    const ID: &'static str = "smithy.api#range";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let bounds = Self { min: optional(node, "min")?, max: optional(node, "max")? };
        if bounds.min.is_none() && bounds.max.is_none() { Err(unbounded(node)) } else { Ok(bounds) }
    }
}

/// The error for a constraint without bounds.
fn unbounded(node: &Node) -> Invalid {
    syntax(node.span, TraitProblem::Unbounded)
}

/// `@idRef`: the string is a shape ID.
#[derive(Clone, Debug, PartialEq)]
pub struct IdRef {
    /// Selector that the shape must match; default: any shape.
    pub selector: Option<Selector>,
    /// Whether the shape must exist.
    pub fail_when_missing: bool,
    /// Error message that replaces the default.
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

/// `@enum`: values of a string, in Smithy 1.0.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum(pub Vec<EnumDefinition>);

/// A value of [`Enum`].
#[derive(Clone, Debug, PartialEq)]
pub struct EnumDefinition {
    /// Value on the wire.
    pub value: Placed<Arc<str>>,
    /// Name of the constant.
    pub name: Option<Arc<str>>,
    /// Documentation.
    pub documentation: Option<Placed<Arc<str>>>,
    /// Tags.
    pub tags: Option<Placed<Vec<Placed<Arc<str>>>>>,
    /// Whether it is deprecated.
    pub deprecated: Option<Placed<bool>>,
    /// Span of the definition.
    pub span: Span,
}

impl Enum {
    /// The values on the wire.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|definition| &*definition.value.value)
    }
}

impl FromNode for EnumDefinition {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            value: required(node, "value")?,
            name: optional(node, "name")?,
            documentation: optional(node, "documentation")?,
            tags: optional(node, "tags")?,
            deprecated: optional(node, "deprecated")?,
            span: node.span,
        })
    }
}

impl Trait for Enum {
    const ID: &'static str = "smithy.api#enum";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let values = Vec::from_node(node).map(Self)?;
        if values.0.is_empty() {
            return Err(syntax(node.span, TraitProblem::EmptyEnum));
        }
        Ok(values)
    }
}

/// `@enumValue`: value of an enum member on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumValue {
    /// Value of a member of an enum.
    Text(Arc<str>),
    /// Value of a member of an int enum.
    Number(Number),
    /// An invalid value, reported by the rule `EnumShape`.
    Other(Node),
}

impl EnumValue {
    /// The value, if it is a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The value, if it is a number.
    pub fn as_integer(&self) -> Option<i128> {
        if let Self::Number(number) = self { number.as_i128() } else { None }
    }

    /// The value as a node without a span.
    pub fn to_node(&self) -> Node {
        match self {
            Self::Text(text) => Node::string(Arc::clone(text)),
            Self::Number(number) => Node::synthetic(Value::Number(number.clone())),
            Self::Other(node) => node.clone(),
        }
    }
}

impl Trait for EnumValue {
    const ID: &'static str = "smithy.api#enumValue";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(match &node.value {
            Value::String(text) => Self::Text(Arc::clone(text)),
            Value::Number(number) => Self::Number(number.clone()),
            _ => Self::Other(node.clone()),
        })
    }
}

/// `@pattern`: an ECMA-262 regular expression.
#[derive(Clone, Debug)]
pub struct Pattern(pub Source);

impl Trait for Pattern {
    const ID: &'static str = "smithy.api#pattern";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self(Source::new(Arc::<str>::from_node(node)?)))
    }
}

super::markers! {
    /// `@uniqueItems`: elements are unique.
    UniqueItems = "smithy.api#uniqueItems"
    /// `@private`: the shape can only be used in its own namespace.
    Private = "smithy.api#private"
}

/// IDs of the traits that constrain the values of a shape.
pub(crate) fn is_bound(id: &str) -> bool {
    [Length::ID, Range::ID, UniqueItems::ID].contains(&id) || formats::is_pattern(id)
}

#[cfg(test)]
mod tests {
    use super::{Enum, EnumValue, IdRef, Length, Range};
    use crate::model::{Number, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_length_has_either_bound_or_both() {
        let length = |text| Length::read(&node(text)).map(|length| (length.min, length.max));
        assert_eq!(length(r#"{"min": 1, "max": 2.0}"#), Ok((Some(1), Some(2))));
        assert_eq!(problem::<Length>("{}"), "One of `min` or `max` must be provided.");
        assert_eq!(problem::<Length>(r#"{"min": 1.5}"#), "Expected a whole number, but found `1.5`.");
        assert_eq!(problem::<Length>(r#"{"max": "1"}"#), "Expected number, but found string.");
        assert_eq!(problem::<Length>("[]"), "Expected object, but found array.");
    }

    #[test]
    fn a_tighter_bound_breaks_and_a_wider_one_does_not() {
        let tightened = |old: (Option<i64>, Option<i64>), new: (Option<i64>, Option<i64>)| {
            let bounds = |(min, max): (Option<i64>, Option<i64>)| (min.map(Number::from), max.map(Number::from));
            let found = super::tightened::<Length>(
                "ChangedLengthTrait",
                &bounds(old),
                &bounds(new),
                super::DefaultMinimum::Zero,
            );
            found.into_iter().map(|found| found.message.to_string()).collect::<Vec<_>>()
        };
        let start = "smithy.api#length trait value";
        assert_eq!(tightened((Some(1), Some(9)), (None, None)), [""; 0]);
        assert_eq!(
            tightened((Some(1), None), (Some(2), Some(9))),
            [
                format!("{start} `min` was made more restrictive by raising from 1 to 2"),
                format!("{start} `max` was made more restrictive by lowering from null to 9"),
            ]
        );
    }

    #[test]
    fn ranges_and_ids_have_optional_parts() {
        let range = Range::read(&node(r#"{"min": 0.5}"#)).expect("valid");
        assert_eq!((range.min.as_ref().map(Number::as_str), range.max), (Some("0.5"), None));
        assert_eq!(problem::<Range>(r#"{"max": "1"}"#), "Expected number, but found string.");
        let reference = IdRef::read(&node(r#"{"failWhenMissing": true}"#)).expect("valid");
        assert!(reference.fail_when_missing && reference.selector.is_none());
        assert!(problem::<IdRef>(r#"{"selector": "[["}"#).starts_with("Syntax error at line 1 column 2"));
        assert_eq!(problem::<IdRef>(r#"{"failWhenMissing": 1}"#), "Expected boolean, but found number.");
    }

    #[test]
    fn enum_definitions_have_values_and_parts_that_may_be_absent() {
        let definitions = Enum::read(&node(r#"[{"value": "a", "name": "A", "tags": ["internal"]}, {"value": "b"}]"#));
        let definitions = definitions.expect("valid");
        assert_eq!(definitions.values().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(problem::<Enum>(r#"[{"name": "A"}]"#), "Missing expected member `value`.");
    }

    #[test]
    fn enum_values_are_texts_or_whole_numbers() {
        let value = |text| EnumValue::read(&node(text));
        assert_eq!(value(r#""a""#), Ok(EnumValue::Text("a".into())));
        assert_eq!(value("-5").map(|value| value.as_integer()), Ok(Some(-5)));
        assert_eq!(value("0.5").map(|value| value.as_integer()), Ok(None));
        assert_eq!(value("true").map(|value| value.to_node().to_json()), Ok("true".to_owned()));
    }
}
