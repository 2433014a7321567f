//! Literals as text.

use proc_macro2::Literal;

use crate::text::{grouped_by, is_hidden, without_hidden};

/// A string. Invisible characters are escaped.
pub(super) fn string(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        return format!("\"{text}\"");
    }
    without_hidden(&Literal::string(text).to_string())
}

/// A raw string if that is more readable, as for patterns with backslashes. Invisible characters are escaped.
pub(super) fn raw_string(text: &str) -> String {
    let is_plain = !text.contains(|c: char| c == '"' || is_hidden(c));
    if text.contains('\\') && is_plain { format!("r\"{text}\"") } else { string(text) }
}

/// A text of several lines, without escapes if possible. It starts with an empty line.
pub(super) fn raw_lines(text: &str) -> String {
    let text = format!("\n{text}");
    if text.contains(|c: char| c != '\n' && is_hidden(c)) {
        return string(&text);
    }
    let after_quotes = text.split('"').skip(1).map(|rest| rest.len() - rest.trim_start_matches('#').len());
    let hashes = "#".repeat(after_quotes.max().unwrap_or_default() + 1);
    format!("r{hashes}\"{text}\"{hashes}")
}

/// A whole number without a suffix. There are groups of three digits, from five digits on.
pub(super) fn integer(value: impl TryInto<i128>) -> String {
    let value: i128 = value.try_into().unwrap_or_default();
    grouped_by(value, '_')
}

/// A 32-bit float.
pub(super) fn float32(value: f64) -> String {
    let is_finite = (value as f32).is_finite();
    float(if is_finite { value } else { f64::from(value as f32) }).replace("f64", "f32")
}

/// A float without a suffix. Infinities and NaN, which have no literal, are constants.
pub(super) fn float(value: f64) -> String {
    if value.is_nan() {
        "f64::NAN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "f64::INFINITY".to_owned() } else { "f64::NEG_INFINITY".to_owned() }
    } else {
        // With an exponent if the number is very large or small.
        format!("{value:?}")
    }
}
