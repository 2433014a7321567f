//! Compares the parser with `serde_json`: values, messages and their places.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::IgnoredAny;
use serde_core::de::DeserializeOwned;
use serde_json::Value;

use super::*;

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let mut parser = Parser::new(text, Strictness::Strict);
    let value = T::deserialize(&mut parser)?;
    parser.end().map(|()| value)
}

fn assert_equal<T: DeserializeOwned + Debug>(text: &str) {
    let ours = format!("{:?}", parse::<T>(text).map_err(|fault| fault.to_string()));
    let theirs = format!("{:?}", serde_json::from_str::<T>(text).map_err(|error| error.to_string()));
    assert_eq!(rounded(&ours), rounded(&theirs), "{text}");
}

/// Rounds the floats in a text, because the last digit of those of `serde_json` may be wrong.
fn rounded(text: &str) -> String {
    let separators = [' ', ',', '(', ')', '[', ']', '`'];
    let round = |token: &str| match token.trim_end_matches(separators).parse::<f64>() {
        Ok(float) if token.contains(['.', 'e']) => format!("{float:.13e} "),
        _ => token.to_owned(),
    };
    text.split_inclusive(separators).map(round).collect()
}

fn assert_equal_for_all_types(text: &str) {
    assert_equal::<Value>(text);
    assert_equal::<IgnoredAny>(text);
    assert_equal::<BTreeMap<String, Vec<Option<String>>>>(text);
    assert_equal::<Vec<f64>>(text);
    assert_equal::<bool>(text);
    // `serde_json` says that `-0` is a float.
    if !text.contains("-0") {
        assert_equal::<BTreeMap<String, Option<BTreeMap<String, i64>>>>(text);
        assert_equal::<Vec<Option<i64>>>(text);
    }
}

const TEXTS: &[&str] = &[
    "",
    " ",
    "null",
    "nul",
    "true",
    "trux",
    "[true, false ,null]",
    "[1,-1,0,-0,1.5,-0.0,1e3,1E-2,12345678901234567890,123456789012345678901,-9223372036854775808]",
    "[999999999999999999,-999999999999999999,1000000000000000000,-1000000000000000000]",
    "[9223372036854775807,9223372036854775808,18446744073709551615,18446744073709551616,-9223372036854775809]",
    "[999999999999999999.5,123456789012345678e1,1e5,1234567890123456789.5]",
    "[-01]",
    "[-00]",
    "[000000000000000000]",
    "[1.]",
    "[01]",
    "[-]",
    "[1e400]",
    "[1-2]",
    "[1 2]",
    "[1,]",
    "[,]",
    "[",
    "[1",
    "[1,",
    "[[],{},[{}]]",
    "{\"a\":[\"b\",null,\"\\u00e9\\n\"],\"\\\"\":[]}",
    "{\"a\":{\"b\":1,\"c\":-2},\"d\":null}",
    "{\"a\" 1}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{1:2}",
    "{\"a\":1 \"b\"}",
    "{\n  \"a\": [\n    \"b\nc\"\n  ]\n}",
    "{\"a\":[\"\\ud83d\\ude00 and \\ud83d\"]}",
    "{\"a\":[\"\\x\"]}",
    "{\"a\":[\"b",
    "{",
    "{\"a\"",
    "{}x",
    "\u{feff}{}",
];

#[test]
fn values_and_messages_are_those_of_serde_json() {
    for text in TEXTS {
        assert_equal_for_all_types(text);
    }
}

#[test]
fn damaged_texts_have_the_messages_of_serde_json() {
    const REPLACEMENTS: &[&str] =
        &["", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "n", "\n", "\u{1}", "é"];
    for text in TEXTS {
        for (start, character) in text.char_indices() {
            for replacement in REPLACEMENTS {
                let mut damaged = (*text).to_owned();
                damaged.replace_range(start..start + character.len_utf8(), replacement);
                assert_equal_for_all_types(&damaged);
            }
            assert_equal_for_all_types(&text[..start]);
        }
    }
}

#[test]
fn nesting_is_limited_as_by_serde_json() {
    for depth in [1, 126, 127, 128, 129, 1000] {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_equal::<Value>(&text);
        assert_equal::<IgnoredAny>(&text);
    }
}

#[test]
fn a_negative_zero_is_whole_without_a_fraction() {
    assert_eq!(parse::<i64>("-0").ok(), Some(0));
    assert!(parse::<i64>("-0.0").is_err());
    assert!(parse::<f64>("-0").is_ok_and(f64::is_sign_negative));
}
