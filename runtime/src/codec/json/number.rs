//! JSON numbers.

/// The number of digits at the start of the text, and the value of the first 18 of them.
#[inline]
pub(super) fn leading_digits(text: &[u8]) -> (i64, usize) {
    const MOST: usize = 18;
    let (mut value, mut length) = (0, 0);
    for byte in text.iter().take(MOST) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return (value, length);
        }
        value = value * 10 + i64::from(digit);
        length += 1;
    }
    (value, length + count_digits(text.get(length..).unwrap_or_default()))
}

/// The number of digits at the start of the text.
#[inline]
fn count_digits(text: &[u8]) -> usize {
    text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len())
}

/// Length of the number at the start of the text.
pub(super) fn number_length(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| text.get(from..).map_or(0, count_digits);
    let sign = usize::from(text.first() == Some(&b'-'));
    let whole = digits(sign);
    if whole == 0 || whole > 1 && text.get(sign) == Some(&b'0') {
        return None;
    }
    let mut end = sign + whole;
    if text.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        end += 1 + fraction;
        if fraction == 0 {
            return None;
        }
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        end += 1 + sign + exponent;
        if exponent == 0 {
            return None;
        }
    }
    Some(end)
}

/// Returns the float that is nearest to a number. `None` if the text is not a JSON number.
#[cfg(feature = "jmespath")]
pub(crate) fn nearest_float(text: &str) -> Option<f64> {
    // Rust also accepts text such as `inf`.
    if number_length(text.as_bytes()) == Some(text.len()) { text.parse().ok() } else { None }
}
