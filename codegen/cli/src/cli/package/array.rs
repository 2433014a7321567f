//! Adds to arrays of a manifest without changing their layout.

use toml_edit::{Array, Value};

/// Adds text at the end: in a line of its own if the other values have one.
pub(super) fn push(array: &mut Array, text: &str) {
    let before =
        |value: &Value| value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
    let Some(prefix) = array.iter().last().map(before).filter(|prefix| prefix.contains('\n')) else {
        array.push(text);
        return;
    };
    let indent = prefix.rfind('\n').map_or("", |at| &prefix[at..]).to_owned();
    // A comment after the last comma belongs to the value before it.
    let trailing = array.trailing().as_str().unwrap_or_default().to_owned();
    let (comment, end) = trailing.split_at(trailing.rfind('\n').unwrap_or(0));
    let end = if array.trailing_comma() { end.to_owned() } else { suffix_of_last(array) };
    array.push_formatted(Value::from(text).decorated(format!("{comment}{indent}"), ""));
    array.set_trailing_comma(true);
    array.set_trailing(end);
}

/// Removes text.
pub(super) fn remove(array: &mut Array, text: &str) {
    loop {
        let at = array.iter().position(|value| value.as_str() == Some(text));
        let Some(at) = at else { return };
        let removed = array.remove(at);
        // The space before the first value is that after the bracket.
        if at == 0
            && let Some(first) = array.get_mut(0)
            && let Some(prefix) = removed.decor().prefix().and_then(|prefix| prefix.as_str())
        {
            first.decor_mut().set_prefix(prefix);
        }
    }
}

/// Takes what follows the last value, which has no comma.
fn suffix_of_last(array: &mut Array) -> String {
    let Some(last) = array.iter_mut().last() else { return String::new() };
    let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
    last.decor_mut().set_suffix("");
    suffix
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::{push, remove};

    #[track_caller]
    fn check(old: &str, new: &str) {
        let mut document: DocumentMut = format!("a = {old}\n").parse().expect("TOML");
        push(document["a"].as_array_mut().expect("an array"), "x");
        assert_eq!(document.to_string(), format!("a = {new}\n"));
    }

    #[test]
    fn an_array_in_one_line_stays_in_one_line() {
        check("[]", r#"["x"]"#);
        check(r#"["b", "c"]"#, r#"["b", "c", "x"]"#);
    }

    #[test]
    fn an_array_with_a_value_in_each_line_gets_another_line() {
        check("[\n    \"b\",\n]", "[\n    \"b\",\n    \"x\",\n]");
        check("[\n  \"b\",\n  \"c\"\n]", "[\n  \"b\",\n  \"c\",\n  \"x\",\n]");
    }

    #[test]
    fn a_removed_value_leaves_the_others_as_they_are() {
        for (old, new) in [
            (r#"["x"]"#, "[]"),
            (r#"["x", "b"]"#, r#"["b"]"#),
            (r#"["b", "x", "c"]"#, r#"["b", "c"]"#),
            ("[\n    \"b\",\n    \"x\",\n]", "[\n    \"b\",\n]"),
            (r#"["b"]"#, r#"["b"]"#),
        ] {
            let mut document: DocumentMut = format!("a = {old}\n").parse().expect("TOML");
            remove(document["a"].as_array_mut().expect("an array"), "x");
            assert_eq!(document.to_string(), format!("a = {new}\n"));
        }
    }

    #[test]
    fn comments_stay_where_they_are() {
        check(
            "[\n  # one\n  \"b\", # two\n  # three\n  \"c\", # four\n]",
            "[\n  # one\n  \"b\", # two\n  # three\n  \"c\", # four\n  \"x\",\n]",
        );
    }
}
