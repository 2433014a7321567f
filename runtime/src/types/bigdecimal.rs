//! Conversions to and from the type of the crate `bigdecimal`. Needs the feature `bigdecimal`.

use super::big::MAX_ZEROS;
use super::{BigDecimal, InvalidNumber};

/// Maximum number of decimal places in plain notation; more are written with an exponent.
const MAX_PLACES: i64 = MAX_ZEROS as i64;

impl TryFrom<&::bigdecimal::BigDecimal> for BigDecimal {
    type Error = InvalidNumber;

    /// Keeps trailing zeros. Returns an error if the number is longer than 4,096 characters.
    fn try_from(value: &::bigdecimal::BigDecimal) -> Result<Self, InvalidNumber> {
        let (digits, scale) = value.as_bigint_and_scale();
        let text = match scale {
            0 => digits.to_string(),
            1..=MAX_PLACES => value.to_plain_string(),
            // The exponent is the negated scale, which may overflow.
            scale => format!("{digits}e{}", -i128::from(scale)),
        };
        text.parse().map_err(|_| InvalidNumber::OutOfRange)
    }
}

impl TryFrom<&BigDecimal> for ::bigdecimal::BigDecimal {
    type Error = InvalidNumber;

    /// Keeps trailing zeros. Returns an error if the exponent does not fit into 64 bits.
    fn try_from(value: &BigDecimal) -> Result<Self, InvalidNumber> {
        value.as_str().parse().map_err(|_| InvalidNumber::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(text: &str) -> Result<::bigdecimal::BigDecimal, InvalidNumber> {
        (&text.parse::<BigDecimal>().expect("a number")).try_into()
    }

    #[test]
    fn decimals_round_trip() {
        let long = format!("1.{}", "0123456789".repeat(10));
        for (text, back) in [
            ("0", "0"),
            ("1.50", "1.50"),
            ("-0.10", "-0.10"),
            ("15e2", "15e2"),
            ("1e-40", "1e-40"),
            (&long, &format!("1{}e-100", "0123456789".repeat(10))),
        ] {
            let value = convert(text).expect(text);
            let again = BigDecimal::try_from(&value).expect(text);
            assert_eq!(again.as_str(), back);
            assert_eq!(convert(back), Ok(value));
        }
    }

    #[test]
    fn numbers_out_of_range_are_rejected() {
        assert_eq!(convert("1e99999999999999999999999"), Err(InvalidNumber::OutOfRange));
        let long: ::bigdecimal::BigDecimal = "7".repeat(5000).parse().expect("a number");
        assert_eq!(BigDecimal::try_from(&long), Err(InvalidNumber::OutOfRange));
    }
}
