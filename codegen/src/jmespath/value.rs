//! Abstract values, for static checks: values of literals, and samples that represent any value of a shape. A shape is
//! expanded only when an expression accesses its members, so recursive shapes cost nothing.

use std::sync::Arc;

use crate::hash::IndexMap;
use crate::model::{Model, Number, Shape, ShapeId, ShapeType};
use crate::traits::{Length, Range};

/// The types of `JMESPath`, and `any` for unknown ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the specification's")]
pub enum Type {
    Any,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    Expression,
}

impl Type {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
            Self::Expression => "expression",
        }
    }
}

/// A known value, or a sample that represents many.
#[derive(Clone, Debug)]
pub enum Value {
    /// An unknown value.
    Any,
    /// `null`
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    String(Arc<str>),
    /// An array of known elements.
    Array(Arc<[Value]>),
    /// This number of equal elements, at least one.
    List(Arc<Value>, u32),
    /// An object with exactly these members.
    Object(Arc<IndexMap<Box<str>, Value>>),
    /// A reference to an expression, `&name`.
    Expression,
    /// A value of a shape.
    Shape(ShapeId),
}

/// Maximum length of sample arrays: expressions treat all elements alike.
pub(super) const LONGEST: usize = 256;

impl Value {
    /// An array of unknown elements.
    pub(super) fn any_array() -> Self {
        Self::List(Arc::new(Self::Any), u32::MAX)
    }

    /// An array of these elements.
    pub(super) fn array(mut elements: Vec<Self>) -> Self {
        elements.truncate(LONGEST);
        Self::Array(elements.into())
    }

    /// An object of these members.
    pub fn object(members: impl IntoIterator<Item = (Box<str>, Self)>) -> Self {
        Self::Object(Arc::new(members.into_iter().collect()))
    }

    /// Expands a shape by one level. Other values are unchanged.
    pub(super) fn open(self, model: &Model) -> Self {
        match self {
            Self::Shape(id) => model.shape(&id).map_or(Self::Any, sample),
            other => other,
        }
    }

    /// The type. The value must have been expanded.
    pub fn type_of(&self) -> Type {
        match self {
            Self::Any | Self::Shape(_) => Type::Any,
            Self::Null => Type::Null,
            Self::Boolean(_) => Type::Boolean,
            Self::Number(_) => Type::Number,
            Self::String(_) => Type::String,
            Self::Array(_) | Self::List(..) => Type::Array,
            Self::Object(_) => Type::Object,
            Self::Expression => Type::Expression,
        }
    }

    /// Whether the value is truthy in `JMESPath`. Unknown values are.
    pub(super) fn is_truthy(&self) -> bool {
        match self {
            Self::Any | Self::Number(_) | Self::Expression | Self::List(..) | Self::Shape(_) => true,
            Self::Null => false,
            Self::Boolean(value) => *value,
            Self::String(text) => !text.is_empty(),
            Self::Array(elements) => !elements.is_empty(),
            Self::Object(members) => !members.is_empty(),
        }
    }

    /// The element at an index, from the end if negative; null if there is none.
    pub(super) fn element(&self, index: i64) -> Self {
        let length = match self {
            Self::Array(elements) => i64::try_from(elements.len()).unwrap_or(i64::MAX),
            Self::List(_, length) => i64::from(*length),
            _ => return Self::Any,
        };
        let index = if index < 0 { index.saturating_add(length) } else { index };
        match self {
            Self::Array(elements) => {
                usize::try_from(index).ok().and_then(|index| elements.get(index)).cloned().unwrap_or(Self::Null)
            }
            Self::List(element, _) if (0..length).contains(&index) => (**element).clone(),
            _ => Self::Null,
        }
    }

    /// Applies a function to each distinct element. `None` unless the value is an array with elements.
    pub(super) fn map_elements(&self, mut apply: impl FnMut(&Self) -> Self) -> Option<Self> {
        match self {
            Self::List(element, length) => Some(Self::List(Arc::new(apply(element)), *length)),
            Self::Array(elements) if !elements.is_empty() => Some(Self::array(elements.iter().map(apply).collect())),
            _ => None,
        }
    }

    /// The elements of an array that are kept. All elements of a list are alike, so one flag is enough for them.
    pub(super) fn keep(self, is_kept: &[bool]) -> Self {
        match self {
            Self::List(..) if is_kept.first() == Some(&false) => Self::Array(Arc::new([])),
            Self::Array(elements) => {
                let kept = elements.iter().zip(is_kept).filter(|(_, is_kept)| **is_kept);
                Self::array(kept.map(|(element, _)| element.clone()).collect())
            }
            other => other,
        }
    }

    /// Whether two known values are equal. At most `budget` elements are compared; the rest count as equal.
    pub(super) fn equals(&self, other: &Self, budget: &mut u32) -> bool {
        *budget = budget.saturating_sub(1);
        if *budget == 0 {
            return true;
        }
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            #[expect(clippy::float_cmp, reason = "the specification requires exact comparison")]
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Shape(a), Self::Shape(b)) => a == b,
            (Self::List(a, n), Self::List(b, m)) => n == m && a.equals(b, budget),
            (Self::Array(a), Self::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.equals(b, budget))
            }
            (Self::Object(a), Self::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| a.equals(b, budget)))
            }
            _ => false,
        }
    }
}

/// A sample value that satisfies the constraints of a shape. Its parts are not expanded.
fn sample(shape: &Shape) -> Value {
    match shape.kind {
        ShapeType::Blob => Value::String("blob".into()),
        ShapeType::Boolean => Value::Boolean(true),
        ShapeType::String | ShapeType::Enum => Value::String("a".repeat(length(shape) as usize).into()),
        ShapeType::Byte
        | ShapeType::Short
        | ShapeType::Integer
        | ShapeType::IntEnum
        | ShapeType::Long
        | ShapeType::Float
        | ShapeType::Double
        | ShapeType::BigInteger
        | ShapeType::BigDecimal => Value::Number(number(shape)),
        ShapeType::Timestamp => Value::Number(0.0),
        ShapeType::List => match shape.members.get("member") {
            Some(member) => match length(shape) {
                0 => Value::Array(Arc::new([])),
                length => Value::List(Arc::new(Value::Shape(member.target.clone())), length),
            },
            None => Value::any_array(),
        },
        ShapeType::Map => match shape.members.get("value") {
            Some(member) => Value::object(
                (0..length(shape).min(2))
                    .map(|at| (format!("aa{at}").into_boxed_str(), Value::Shape(member.target.clone()))),
            ),
            None => Value::Any,
        },
        ShapeType::Structure | ShapeType::Union => Value::object(
            shape.members.iter().map(|(name, member)| (name.clone(), Value::Shape(member.target.clone()))),
        ),
        ShapeType::Document | ShapeType::Service | ShapeType::Resource | ShapeType::Operation => Value::Any,
    }
}

/// Sample length: two if `@length` permits it, otherwise its minimum, up to 64.
fn length(shape: &Shape) -> u32 {
    let bounds = shape.get::<Length>();
    let bound = |bound: i64| u32::try_from(bound.max(0)).unwrap_or(u32::MAX);
    let min = bounds.and_then(|length| length.min).map_or(0, bound);
    let max = bounds.and_then(|length| length.max).map_or(u32::MAX, bound);
    2.max(min.min(64)).min(max)
}

/// Sample number: eight if `@range` permits it.
fn number(shape: &Shape) -> f64 {
    let bounds = shape.get::<Range>();
    let min = bounds.and_then(|range| range.min.as_ref()).map_or(f64::NEG_INFINITY, Number::as_f64);
    let max = bounds.and_then(|range| range.max.as_ref()).map_or(f64::INFINITY, Number::as_f64);
    8_f64.max(min).min(max)
}
