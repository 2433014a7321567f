//! Conversions of decimal numbers from and to the type of `rust_decimal`. Needs the feature `rust_decimal`.

use ::rust_decimal::Decimal;

use super::big::Decimal as Parts;
use super::{BigDecimal, InvalidNumber};

impl From<Decimal> for BigDecimal {
    /// Keeps trailing zeros.
    fn from(value: Decimal) -> Self {
        value.to_string().parse().unwrap_or_default()
    }
}

impl TryFrom<&BigDecimal> for Decimal {
    type Error = InvalidNumber;

    /// Keeps trailing zeros if possible. Returns an error if the number cannot be represented exactly: a `Decimal` has
    /// 96 bits and at most 28 decimal places.
    fn try_from(value: &BigDecimal) -> Result<Self, InvalidNumber> {
        let text = value.as_str();
        if !text.contains(['e', 'E'])
            && let Ok(decimal) = Self::from_str_exact(text)
        {
            return Ok(decimal);
        }
        exact(&Parts::of(text)).ok_or(InvalidNumber::OutOfRange)
    }
}

fn exact(parts: &Parts) -> Option<Decimal> {
    // 96 bits have at most 29 digits.
    const MAX_DIGITS: i64 = 29;
    let scale = i64::try_from(parts.digits.len()).ok()?.checked_sub(parts.point)?;
    if parts.point > MAX_DIGITS || parts.digits.len() > MAX_DIGITS as usize {
        return None;
    }
    let digits = parts.digits.iter().fold(0_i128, |number, digit| number * 10 + i128::from(digit - b'0'));
    let zeros = u32::try_from((-scale).max(0)).ok()?;
    let whole = digits.checked_mul(10_i128.checked_pow(zeros)?)? * i128::from(parts.sign);
    Decimal::try_from_i128_with_scale(whole, u32::try_from(scale.max(0)).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Result<Decimal, InvalidNumber> {
        Decimal::try_from(&text.parse::<BigDecimal>().expect("a number"))
    }

    #[test]
    fn decimals_round_trip_with_trailing_zeros() {
        for text in ["0", "1.50", "-0.10", "79228162514264337593543950335", "0.0000000000000000000000000001"] {
            assert_eq!(BigDecimal::from(decimal(text).expect(text)).as_str(), text);
        }
    }

    #[test]
    fn exponents_are_expanded_where_the_number_fits() {
        for (text, plain) in [("1e3", "1000"), ("-1.5E-3", "-0.0015"), ("0e999999999999", "0"), ("120e-1", "12")] {
            assert_eq!(decimal(text).expect(text).to_string(), plain, "{text}");
        }
        let zeros = format!("1.5{}", "0".repeat(100));
        assert_eq!(decimal(&zeros), decimal("1.5"));
    }

    #[test]
    fn numbers_without_an_exact_representation_are_rejected() {
        for text in
            ["79228162514264337593543950336", "0.00000000000000000000000000001", "1e29", "1e999999999999", "1e-40"]
        {
            assert_eq!(decimal(text), Err(InvalidNumber::OutOfRange), "{text}");
        }
    }
}
