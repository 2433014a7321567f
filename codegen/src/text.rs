//! Text that comes from models and file names, made safe to show.

/// Whether a character changes the direction of the text around it. Such characters make source text look like something else,
/// and rustc refuses them in comments and literals.
pub(crate) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// The text with control characters, line ends included, and bidirectional control characters as visible escapes.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, |c| c.is_control() || is_bidi(c))
}

/// The text with bidirectional control characters as visible escapes; lines stay lines.
pub(crate) fn without_bidi(text: &str) -> String {
    escaped(text, is_bidi)
}

fn escaped(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_hidden(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn control_characters_are_visible() {
        assert_eq!(visible("[\n\r\t\u{85}é\\n]"), "[\\n\\r\\t\\u{85}é\\n]");
    }

    #[test]
    fn characters_that_change_the_direction_are_visible() {
        assert_eq!(visible("a\u{202e}b\u{2066}c\u{61c}"), "a\\u{202e}b\\u{2066}c\\u{61c}");
    }
}
