//! Untrusted text in messages: truncated, and without characters that change how the rest is displayed.

use std::fmt;

/// Maximum length in characters. Longer text is truncated.
const MAX_CHARS: usize = 1024;

/// Displays control characters and bidirectional formatting as escapes, and truncates long text.
pub(crate) struct Plain<'a>(pub(crate) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for (count, c) in self.0.chars().enumerate() {
            if count == MAX_CHARS {
                return f.write_char('…');
            }
            if is_deceptive(c) { write!(f, "{}", c.escape_unicode())? } else { f.write_char(c)? }
        }
        Ok(())
    }
}

fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_bidirectional_characters_are_escaped() {
        let text = Plain("a\n\u{1b}[31m\u{202e}é").to_string();
        assert_eq!(text, "a\\u{a}\\u{1b}[31m\\u{202e}é");
    }

    #[test]
    fn long_text_is_cut() {
        let text = Plain(&"é".repeat(60_000)).to_string();
        assert_eq!(text.chars().count(), MAX_CHARS + 1);
    }
}
