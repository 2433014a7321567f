//! Numbers of any size, stored as text without leading zeros.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// Error of conversions to and from [`BigInteger`] and [`BigDecimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidNumber {
    /// The text is not a number in JSON's grammar with optional leading zeros, or longer than 4,096 characters. For
    /// integers, also: it has a fraction or an exponent.
    Malformed,
    /// The target type cannot hold this number exactly.
    OutOfRange,
}

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "not a number",
            Self::OutOfRange => "number out of range",
        })
    }
}

impl std::error::Error for InvalidNumber {}

/// Maximum length of a big number in characters.
const MAX_DIGITS: usize = 4096;

/// Maximum number of zeros that conversions add to the digits of a number, so that a short number has no long text. A
/// number with more is written with an exponent.
#[cfg_attr(not(any(feature = "cbor", feature = "bigdecimal")), allow(dead_code, reason = "not all formats use it"))]
pub(crate) const MAX_ZEROS: u16 = 32;

/// Returns the shortest text of a float, with an exponent if it would have more than about [`MAX_ZEROS`] zeros.
pub(crate) fn float_text<F: Copy + fmt::Display + fmt::LowerExp + Into<f64>>(value: F) -> String {
    let size = value.into().abs();
    if size == 0.0 || (1e-32..1e32).contains(&size) { value.to_string() } else { format!("{value:e}") }
}

macro_rules! big {
    ($(#[$doc:meta])* $name:ident, $valid:path) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Returns the number as it was written, without leading zeros.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self("0".into())
            }
        }

        impl FromStr for $name {
            type Err = InvalidNumber;

            fn from_str(text: &str) -> Result<Self, InvalidNumber> {
                if text.len() <= MAX_DIGITS && $valid(text) {
                    Ok(Self(without_zeros(text).as_ref().into()))
                } else {
                    Err(InvalidNumber::Malformed)
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidNumber;

            fn try_from(text: &str) -> Result<Self, InvalidNumber> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidNumber;

            #[inline]
            fn try_from(text: String) -> Result<Self, InvalidNumber> {
                text.parse()
            }
        }

        big! { @from $name, i32 u32 i64 u64 i128 u128 }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
    (@from $name:ident, $($integer:ty)*) => {
        $(
            impl From<$integer> for $name {
                #[inline]
                fn from(value: $integer) -> Self {
                    Self(value.to_string().into())
                }
            }
        )*
    };
}

big! {
    /// An integer of at most 4,096 characters, stored as text without leading zeros.
    ///
    /// Converts from and to Rust's integers, and with the feature `num-bigint` to `num_bigint::BigInt`. Two values are
    /// equal if their texts are.
    ///
    /// ```
    /// let value: whitesmith_runtime::types::BigInteger = "36893488147419103232".parse()?;
    /// assert_eq!(value.as_str(), "36893488147419103232");
    /// # Ok::<(), whitesmith_runtime::types::InvalidNumber>(())
    /// ```
    BigInteger, is_integer
}

big! {
    /// A decimal number of at most 4,096 characters, stored as text without leading zeros.
    ///
    /// Converts from and to the types of `rust_decimal` and `bigdecimal` with the features of these names. Two values
    /// are equal if their texts are: `1.0` and `1.00` are different.
    ///
    /// ```
    /// let value: whitesmith_runtime::types::BigDecimal = "1.50".parse()?;
    /// assert_eq!(value.as_str(), "1.50");
    /// # Ok::<(), whitesmith_runtime::types::InvalidNumber>(())
    /// ```
    BigDecimal, is_number
}

macro_rules! into_integers {
    ($($integer:ty)*) => {
        $(
            impl TryFrom<&BigInteger> for $integer {
                type Error = InvalidNumber;

                #[inline]
                fn try_from(value: &BigInteger) -> Result<Self, InvalidNumber> {
                    value.as_str().parse().map_err(|_| InvalidNumber::OutOfRange)
                }
            }
        )*
    };
}

into_integers! { i32 u32 i64 u64 i128 u128 }

/// Removes leading zeros, which XML and forms allow but JSON does not.
fn without_zeros(text: &str) -> Cow<'_, str> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let zeros = digits.bytes().take_while(|byte| *byte == b'0').count();
    // The last digit before the decimal point is kept.
    let whole = digits.bytes().take_while(u8::is_ascii_digit).count();
    match zeros.min(whole.saturating_sub(1)) {
        0 => text.into(),
        zeros => format!("{sign}{}", digits.get(zeros..).unwrap_or_default()).into(),
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_number(text: &str) -> bool {
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(head, tail)| (head, Some(tail)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(head, tail)| (head, Some(tail)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_integer(whole)
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|part| digits(part.strip_prefix(['+', '-']).unwrap_or(part)))
}

/// Compares decimal numbers by value, without expanding exponents.
pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (Decimal::of(left), Decimal::of(right));
    left.sign.cmp(&right.sign).then_with(|| {
        let size = left.point.cmp(&right.point).then_with(|| left.digits.cmp(&right.digits));
        if left.sign < 0 { size.reverse() } else { size }
    })
}

/// Returns the canonical text: equal numbers have equal texts.
pub(crate) fn canonical(text: &str) -> String {
    let Decimal { sign, point, digits } = Decimal::of(text);
    format!("{}0.{}e{point}", if sign < 0 { "-" } else { "" }, String::from_utf8_lossy(&digits))
}

/// Decimal number `sign * 0.digits * 10^point`, without leading and trailing zeros in the digits.
pub(super) struct Decimal {
    pub(super) sign: i8,
    pub(super) point: i64,
    pub(super) digits: Vec<u8>,
}

impl Decimal {
    pub(super) fn of(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let sign = if mantissa.starts_with('-') { -1 } else { 1 };
        let mantissa = mantissa.trim_start_matches(['+', '-']);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).skip_while(|digit| *digit == b'0').collect();
        let zeros = whole.len() + fraction.len() - digits.len();
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        if digits.is_empty() {
            return Self { sign: 0, point: 0, digits };
        }
        let shift = i64::try_from(whole.len()).unwrap_or(i64::MAX) - i64::try_from(zeros).unwrap_or(i64::MAX);
        Self { sign, point: exponent_of(exponent).saturating_add(shift), digits }
    }
}

/// Parses an exponent, saturating on overflow.
fn exponent_of(text: &str) -> i64 {
    let size = text
        .trim_start_matches(['+', '-'])
        .bytes()
        .fold(0_i64, |size, digit| size.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0'))));
    if text.starts_with('-') { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_are_removed() {
        for (text, kept) in [("007", "7"), ("-00", "-0"), ("0", "0"), ("-0012", "-12")] {
            assert_eq!(text.parse::<BigInteger>().expect("a number").as_str(), kept);
        }
        for (text, kept) in [("00.50", "0.50"), ("0.5", "0.5"), ("-000", "-0"), ("01e05", "1e05"), ("0e1", "0e1")] {
            assert_eq!(text.parse::<BigDecimal>().expect("a number").as_str(), kept);
        }
    }

    #[test]
    fn floats_have_short_texts() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.5, "1.5"),
            (-1e-32, "-0.00000000000000000000000000000001"),
            (1e31, "10000000000000000000000000000000"),
            (1e32, "1e32"),
            (-f64::MAX, "-1.7976931348623157e308"),
            (5e-324, "5e-324"),
        ] {
            assert_eq!(float_text(value), text);
        }
        assert_eq!(float_text(f32::MAX), "3.4028235e38");
    }

    #[test]
    fn integers_convert_where_they_fit() {
        let big = BigInteger::from(u64::MAX);
        assert_eq!((u64::try_from(&big), i64::try_from(&big)), (Ok(u64::MAX), Err(InvalidNumber::OutOfRange)));
        assert_eq!(i128::try_from(&BigInteger::from(i128::MIN)), Ok(i128::MIN));
        assert_eq!(u32::try_from(&BigInteger::from(-1)), Err(InvalidNumber::OutOfRange));
        assert_eq!(BigDecimal::try_from("1e5").expect("a number"), "1e5".to_owned().try_into().expect("a number"));
    }

    #[test]
    fn invalid_numbers_are_rejected() {
        for text in ["", "-", "+1", "1.", ".5", "1e", "0x1", " 1"] {
            assert!(text.parse::<BigDecimal>().is_err(), "{text}");
        }
    }
}
