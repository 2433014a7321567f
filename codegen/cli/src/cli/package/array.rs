//! Adds to arrays of a manifest, and removes from them, without changing their layout.

use toml_edit::{Array, RawString, Value};

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

/// Removes text. Comments around it stay.
pub(super) fn remove(array: &mut Array, text: &str) {
    loop {
        let at = array.iter().position(|value| value.as_str() == Some(text));
        let Some(at) = at else { return };
        let removed = array.remove(at);
        let text = |raw: Option<&RawString>| raw.and_then(RawString::as_str).unwrap_or_default().to_owned();
        let [prefix, suffix] = [removed.decor().prefix(), removed.decor().suffix()].map(text);
        if let Some(next) = array.get_mut(at) {
            let after = text(next.decor().prefix());
            next.decor_mut().set_prefix(before_next(&(prefix + &suffix), &after, at == 0));
        } else if array.trailing_comma() {
            array.set_trailing(before_end(&(prefix + &suffix), &text(Some(array.trailing()))));
        } else {
            array.set_trailing(before_end(&prefix, &(suffix + &text(Some(array.trailing())))));
        }
        if array.is_empty() {
            array.set_trailing_comma(false);
        }
    }
}

/// What comes before the value after a removed one, of what was around the latter, and before the other.
fn before_next(removed: &str, next: &str, is_first: bool) -> String {
    match (removed.contains('#'), next.contains('#')) {
        (true, false) => removed.to_owned(),
        (true, true) => format!("{removed}{}", next.trim_start()),
        // The space before the first value is that after the bracket.
        (false, true) if is_first => format!("{removed}{}", next.trim_start()),
        (false, false) if is_first => removed.to_owned(),
        (false, _) => next.to_owned(),
    }
}

/// As [`before_next`], of what comes before the closing bracket.
fn before_end(removed: &str, end: &str) -> String {
    match removed.rfind('\n') {
        Some(_) if removed.contains('#') && end.contains('#') => format!("{removed}{}", end.trim_start()),
        Some(at) if removed.contains('#') => {
            let line = if end.contains('\n') { "" } else { "\n" };
            format!("{}{line}{end}", &removed[..at])
        }
        _ => end.to_owned(),
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
            ("[\n    \"x\",\n]", "[\n]"),
            ("[\n    \"x\",\n    \"b\",\n]", "[\n    \"b\",\n]"),
            ("[\n    \"b\",\n    \"x\"\n]", "[\n    \"b\"\n]"),
            (r#"[ "b", "x" ]"#, r#"[ "b" ]"#),
            // Comments stay.
            ("[\n  \"x\", # of x\n  # of b\n  \"b\",\n]", "[\n  # of x\n  # of b\n  \"b\",\n]"),
            ("[\n  # of x\n  \"x\",\n  \"b\",\n]", "[\n  # of x\n  \"b\",\n]"),
            ("[\n  \"b\", # of b\n  \"x\", # of x\n  \"c\",\n]", "[\n  \"b\", # of b\n  # of x\n  \"c\",\n]"),
            ("[\n  \"b\", # of b\n  \"x\",\n  \"c\",\n]", "[\n  \"b\", # of b\n  \"c\",\n]"),
            ("[\n  \"b\", # of b\n  \"x\",\n]", "[\n  \"b\", # of b\n]"),
            ("[\n  \"b\", # of b\n  \"x\", # of x\n]", "[\n  \"b\", # of b\n  # of x\n]"),
            ("[\n  \"b\", # of b\n  \"x\" # of x\n]", "[\n  \"b\" # of b\n  # of x\n]"),
            ("[\n  \"b\", # of b\n  \"x\"]", "[\n  \"b\" # of b\n]"),
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
