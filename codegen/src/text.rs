//! Makes text from models and file names safe to print.

/// Whether a character changes the direction of text. Such characters can disguise source text, and rustc rejects them
/// in comments and literals.
pub(crate) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Escapes control characters, including line breaks, and bidirectional control characters.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, |c| c.is_control() || is_bidi(c))
}

/// Escapes bidirectional control characters, and keeps line breaks.
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
