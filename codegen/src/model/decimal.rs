//! Decimal numbers of any size and precision, to compare them exactly. No arithmetic.

use std::cmp::Ordering;

/// The value of a decimal number such as `-12.50e3`. Equal if the numeric values are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    /// The exponent of the first digit that is not zero. Exponents of more than 63 bits are limited to that.
    exponent: i64,
    /// From the first to the last digit that is not zero. Empty for zero.
    digits: Vec<u8>,
}

impl Decimal {
    /// Parses an optional sign, digits with an optional point, and an optional exponent.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, text) = sign(text);
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let zeros = digits().take_while(|digit| *digit == b'0').count();
        let mut digits: Vec<u8> = digits().skip(zeros).collect();
        let significant = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
        digits.truncate(significant);
        if digits.is_empty() {
            return Some(Self { negative: false, exponent: 0, digits });
        }
        let count = |digits: usize| i64::try_from(digits).unwrap_or(i64::MAX);
        let exponent = exponent.saturating_add(count(whole.len())).saturating_sub(count(zeros));
        Some(Self { negative, exponent, digits })
    }
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = sign(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let exponent = digits.parse().unwrap_or(i64::MAX);
    Some(if negative { -exponent } else { exponent })
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let size = || self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits));
        sign(self).cmp(&sign(other)).then_with(|| if self.negative { size().reverse() } else { size() })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_in_order() {
        let sorted = [
            "-1e99999999999999999999",
            "-9007199254740993",
            "-9007199254740992",
            "-1.5",
            "-1.25",
            "-.5",
            "-1e-7",
            "0",
            "1e-99999999999999999999",
            "0.1",
            "0.11",
            "1",
            "+1.5",
            "9.99",
            "10",
            "9007199254740992.5",
            "9007199254740993",
            "1e400",
            "2e400",
        ];
        for (at, left) in sorted.iter().enumerate() {
            for (other, right) in sorted.iter().enumerate() {
                let numbers = (Decimal::parse(left).unwrap(), Decimal::parse(right).unwrap());
                assert_eq!(numbers.0.cmp(&numbers.1), at.cmp(&other), "{left} {right}");
            }
        }
    }

    #[test]
    fn equal_numbers_may_be_written_in_several_ways() {
        for (left, right) in [("1.50", "1.5"), ("100", "1E2"), ("-0.0", "0e9"), ("0012", "12."), (".5", "5e-1")] {
            assert_eq!(Decimal::parse(left), Decimal::parse(right), "{left} {right}");
        }
    }

    #[test]
    fn other_text_is_no_number() {
        for text in ["", "-", ".", "e1", "1e", "1e+", "--1", "1.2.3", "NaN", "Infinity", " 1", "1_0", "0x1"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
