//! Documents: values without a schema.

mod access;

pub use access::DocumentIndex;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;

use super::big::{compare, float_text};
use super::{BigDecimal, BigInteger, InvalidNumber};

/// Value of a `document`.
///
/// ```
/// use whitesmith_runtime::types::{Document, Number};
///
/// let document = Document::from(vec!["new".into(), 7_i64.into()]);
/// let elements = vec![Document::String("new".to_owned()), Document::Number(Number::Unsigned(7))];
/// assert_eq!(document, Document::Array(elements));
/// assert_eq!((document[0].as_str(), document[1].as_i64()), (Some("new"), Some(7)));
///
/// let size = Document::from_iter([("width", 3), ("height", 4)]);
/// assert_eq!(size["height"].as_u64(), Some(4));
/// assert!(size.get("depth").is_none() && size["depth"].is_null());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Document {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Document>),
    /// An object, in the order of keys.
    Object(BTreeMap<String, Document>),
}

/// Number in a document. Parsing never loses digits: [`Number::Big`] is for numbers that the other variants cannot hold
/// exactly.
///
/// ```
/// use whitesmith_runtime::types::Number;
/// assert_eq!("7".parse(), Ok(Number::Unsigned(7)));
/// assert_eq!("0.50".parse(), Ok(Number::Float(0.5)));
/// let exact: Number = "0.1000000000000000055".parse()?;
/// assert_eq!(exact.to_string(), "0.1000000000000000055");
/// # Ok::<(), whitesmith_runtime::types::InvalidNumber>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// A non-negative integer.
    Unsigned(u64),
    /// A negative integer.
    Negative(i64),
    /// A number that a float represents exactly, or that was created from a float.
    Float(f64),
    /// Any other number.
    Big(BigDecimal),
}

/// Number of significant decimal digits that every float preserves.
const EXACT_DIGITS: usize = 15;

impl Number {
    /// Returns the nearest float.
    pub fn to_f64(&self) -> f64 {
        match self {
            Self::Unsigned(value) => *value as f64,
            Self::Negative(value) => *value as f64,
            Self::Float(value) => *value,
            Self::Big(value) => value.as_str().parse().unwrap_or(f64::NAN),
        }
    }

    /// Returns the integer, if it is one in the range of `i64`.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Unsigned(value) => i64::try_from(*value).ok(),
            Self::Negative(value) => Some(*value),
            Self::Float(_) | Self::Big(_) => None,
        }
    }

    /// Returns the integer, if it is one in the range of `u64`.
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Unsigned(value) = self { Some(*value) } else { None }
    }

    /// Returns the float that equals a decimal number, if there is one.
    fn float(text: &str) -> Option<f64> {
        let value: f64 = text.parse().ok()?;
        let is_short = text.len() <= EXACT_DIGITS && !text.contains(['e', 'E']);
        let is_exact = || value.is_finite() && compare(text, &format!("{value:e}")).is_eq();
        (is_short || is_exact()).then_some(value)
    }
}

impl FromStr for Number {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        if let Ok(value) = text.parse::<u64>()
            && !text.starts_with('+')
        {
            return Ok(Self::Unsigned(value));
        }
        if let Ok(value) = text.parse::<i64>()
            && value < 0
        {
            return Ok(Self::Negative(value));
        }
        let number: BigDecimal = text.parse()?;
        Ok(Self::float(number.as_str()).map_or(Self::Big(number), Self::Float))
    }
}

impl fmt::Display for Number {
    /// Writes the number in JSON syntax, except for infinities and NaN.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(value) => value.fmt(f),
            Self::Negative(value) => value.fmt(f),
            Self::Float(value) => f.write_str(&float_text(*value)),
            Self::Big(value) => value.fmt(f),
        }
    }
}

impl From<BigDecimal> for Document {
    fn from(value: BigDecimal) -> Self {
        Self::Number(value.as_str().parse().unwrap_or(Number::Big(value)))
    }
}

impl From<BigInteger> for Document {
    fn from(value: BigInteger) -> Self {
        Self::Number(value.as_str().parse().unwrap_or(Number::Unsigned(0)))
    }
}

impl From<Number> for Document {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

macro_rules! from_integers {
    ($($number:ty)*) => {
        $(
            impl From<$number> for Document {
                fn from(value: $number) -> Self {
                    i64::from(value).into()
                }
            }
        )*
    };
}

from_integers! { i8 i16 i32 u8 u16 u32 }

impl From<u64> for Document {
    fn from(value: u64) -> Self {
        Self::Number(Number::Unsigned(value))
    }
}

impl From<f32> for Document {
    fn from(value: f32) -> Self {
        f64::from(value).into()
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Document {
    fn from(value: i64) -> Self {
        Self::Number(u64::try_from(value).map_or(Number::Negative(value), Number::Unsigned))
    }
}

impl From<f64> for Document {
    fn from(value: f64) -> Self {
        Self::Number(Number::Float(value))
    }
}

impl From<&str> for Document {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Document {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Cow<'_, str>> for Document {
    fn from(value: Cow<'_, str>) -> Self {
        Self::String(value.into_owned())
    }
}

/// `None` is null.
impl<T: Into<Self>> From<Option<T>> for Document {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<S> From<HashMap<String, Document, S>> for Document {
    fn from(value: HashMap<String, Document, S>) -> Self {
        Self::Object(value.into_iter().collect())
    }
}

/// An array.
impl<T: Into<Self>> FromIterator<T> for Document {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        Self::Array(elements.into_iter().map(Into::into).collect())
    }
}

/// An object.
impl<K: Into<String>, T: Into<Self>> FromIterator<(K, T)> for Document {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl From<Vec<Document>> for Document {
    fn from(value: Vec<Document>) -> Self {
        Self::Array(value)
    }
}

impl From<BTreeMap<String, Document>> for Document {
    fn from(value: BTreeMap<String, Document>) -> Self {
        Self::Object(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parsed_without_loss() {
        let big = |text: &str| Number::Big(text.parse().expect("a number"));
        for (text, number) in [
            ("0", Number::Unsigned(0)),
            ("18446744073709551615", Number::Unsigned(u64::MAX)),
            ("-9223372036854775808", Number::Negative(i64::MIN)),
            ("-0", Number::Float(-0.0)),
            ("1.5", Number::Float(1.5)),
            ("1e3", Number::Float(1000.0)),
            ("0.1", Number::Float(0.1)),
            ("1.7976931348623157e308", Number::Float(f64::MAX)),
            ("100000000000000000000", Number::Float(1e20)),
            // The shortest text of this float has fewer digits.
            ("36893488147419103232", big("36893488147419103232")),
            ("18446744073709551617", big("18446744073709551617")),
            ("-9223372036854775809", big("-9223372036854775809")),
            ("0.1000000000000000055511151231257827", big("0.1000000000000000055511151231257827")),
            ("1e400", big("1e400")),
            ("1e-400", big("1e-400")),
        ] {
            assert_eq!(text.parse(), Ok(number), "{text}");
        }
        for text in ["", "+1", "x", "NaN", "1."] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }
}
