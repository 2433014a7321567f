//! Numbers of any size, kept as they were written, without zeros in front.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// The text is not a number of the grammar that JSON has; only that zeros may stand in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidNumber;

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number")
    }
}

impl std::error::Error for InvalidNumber {}

/// Most digits that a big number may have, so that a message cannot carry one without bound.
const MAX_DIGITS: usize = 4096;

macro_rules! big {
    ($(#[$doc:meta])* $name:ident, $valid:path) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The number as it was written.
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
                    Err(InvalidNumber)
                }
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                Self(value.to_string().into())
            }
        }

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
}

big! {
    /// A whole number of any size (at most 4,096 digits), kept as it was written, without zeros in front.
    ///
    /// ```
    /// let value: whitesmith_runtime::types::BigInteger = "36893488147419103232".parse()?;
    /// assert_eq!(value.as_str(), "36893488147419103232");
    /// # Ok::<(), whitesmith_runtime::types::InvalidNumber>(())
    /// ```
    BigInteger, is_integer
}

big! {
    /// A decimal number of any size and precision (at most 4,096 characters), kept as it was written, without zeros in front.
    BigDecimal, is_number
}

/// The number without zeros in front, which XML and forms allow, and JSON does not.
fn without_zeros(text: &str) -> Cow<'_, str> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let zeros = digits.bytes().take_while(|byte| *byte == b'0').count();
    // The last digit of the whole number stays, whatever it is.
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

/// Which of two decimal texts is the greater number. Neither is written out, so that exponents may be of any size.
pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (Decimal::of(left), Decimal::of(right));
    left.sign.cmp(&right.sign).then_with(|| {
        let size = left.point.cmp(&right.point).then_with(|| left.digits.cmp(&right.digits));
        if left.sign < 0 { size.reverse() } else { size }
    })
}

/// A text that is equal for equal numbers.
pub(crate) fn canonical(text: &str) -> String {
    let Decimal { sign, point, digits } = Decimal::of(text);
    format!("{}0.{}e{point}", if sign < 0 { "-" } else { "" }, String::from_utf8_lossy(&digits))
}

/// The number `sign * 0.digits * 10^point`; the digits neither begin nor end with zeros.
struct Decimal {
    sign: i8,
    point: i64,
    digits: Vec<u8>,
}

impl Decimal {
    fn of(text: &str) -> Self {
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

/// An exponent, or the closest that fits.
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
    fn zeros_in_front_are_left_out() {
        for (text, kept) in [("007", "7"), ("-00", "-0"), ("0", "0"), ("-0012", "-12")] {
            assert_eq!(text.parse::<BigInteger>().expect("a number").as_str(), kept);
        }
        for (text, kept) in [("00.50", "0.50"), ("0.5", "0.5"), ("-000", "-0"), ("01e05", "1e05"), ("0e1", "0e1")] {
            assert_eq!(text.parse::<BigDecimal>().expect("a number").as_str(), kept);
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "+1", "1.", ".5", "1e", "0x1", " 1"] {
            assert!(text.parse::<BigDecimal>().is_err(), "{text}");
        }
    }
}
