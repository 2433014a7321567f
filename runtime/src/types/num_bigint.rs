//! Conversions of integers from and to the type of `num-bigint`. Needs the feature `num-bigint`.

use ::num_bigint::BigInt;

use super::{BigInteger, InvalidNumber};

impl TryFrom<&BigInt> for BigInteger {
    type Error = InvalidNumber;

    /// Returns an error if the number is longer than 4,096 characters.
    fn try_from(value: &BigInt) -> Result<Self, InvalidNumber> {
        // A digit has more than three bits, so longer numbers are rejected without formatting them.
        if value.bits() > 4 * 4096 {
            return Err(InvalidNumber::OutOfRange);
        }
        value.to_string().parse().map_err(|_| InvalidNumber::OutOfRange)
    }
}

impl From<&BigInteger> for BigInt {
    fn from(value: &BigInteger) -> Self {
        // The text is an optional sign and digits.
        value.as_str().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_round_trip() {
        for text in ["0", "-1", "36893488147419103232", &"9".repeat(4096)] {
            let value: BigInteger = text.parse().expect("a number");
            let converted = BigInt::from(&value);
            assert_eq!(converted.to_string(), text);
            assert_eq!(BigInteger::try_from(&converted), Ok(value));
        }
    }

    #[test]
    fn integers_that_are_too_long_are_rejected() {
        for bits in [13_610, 1_000_000] {
            assert_eq!(BigInteger::try_from(&(BigInt::from(1) << bits)), Err(InvalidNumber::OutOfRange), "{bits}");
        }
    }
}
