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

/// Shortens a long message that may contain untrusted text. Keeps its start and its end.
pub(crate) fn shortened(mut message: String, max: usize) -> String {
    if message.len() > max {
        let boundary = |mut at: usize| {
            while !message.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        let (start, end) = (boundary(max / 4 * 3), boundary(message.len() - max / 4));
        message.replace_range(start..end, "…");
        message.shrink_to_fit();
    }
    message
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
    fn long_messages_keep_their_ends() {
        let message = shortened(format!("unexpected {}, expected a number", "é".repeat(1_000_000)), 256);
        assert!(message.starts_with("unexpected éé") && message.ends_with("éé, expected a number"), "{message}");
        assert!(message.len() < 270, "{message}");
        assert_eq!(shortened("short".to_owned(), 256), "short");
    }

    #[test]
    fn long_text_is_cut() {
        let text = Plain(&"é".repeat(60_000)).to_string();
        assert_eq!(text.chars().count(), MAX_CHARS + 1);
    }
}
