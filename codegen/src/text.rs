//! Makes text from models and file names safe to print, and numbers readable.

use std::fmt::Display;
use std::path::Path;

/// Whether a character changes the direction of text. Such characters can disguise source text, and rustc rejects them
/// in comments and literals.
pub(crate) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether a character takes no space, or looks like a space or the end of a line, so that texts with and without it
/// look the same. In prose, some scripts need such characters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a reader of code cannot see a character.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control() || is_bidi(c) || is_invisible(c)
}

/// A number for readers: digits before the point are in groups of three, if there are more than four.
pub(crate) fn grouped(number: impl Display) -> String {
    grouped_by(number, ',')
}

/// The same, with another character between the groups.
pub(crate) fn grouped_by(number: impl Display, separator: char) -> String {
    let number = number.to_string();
    let start = usize::from(number.starts_with('-'));
    let end = number.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(number.len());
    let Some(digits) = number.get(start..end).filter(|digits| digits.len() > 4) else { return number };
    let mut text = number[..start].to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text + &number[end..]
}

/// A path with `/` between its parts, as it is written in files that are the same on all systems.
pub(crate) fn slashed(path: &Path) -> String {
    if path.has_root() {
        return path.display().to_string();
    }
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The largest boundary of characters at or before an offset, at most the length of the text.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The smallest boundary of characters at or after an offset, at most the length of the text.
pub(crate) fn ceil_boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Escapes control characters, including line breaks, and other characters that are invisible.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, is_hidden)
}

/// Escapes characters that a reader cannot see, and keeps line breaks and tabs.
pub(crate) fn without_hidden(text: &str) -> String {
    escaped(text, |c| is_hidden(c) && !matches!(c, '\n' | '\t'))
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
    use std::path::Path;

    use super::{ceil_boundary, floor_boundary, grouped, slashed, visible};

    #[test]
    fn digits_of_large_numbers_are_in_groups() {
        let numbers = ["0", "1024", "65535", "-2147483648", "1048576.25", "0.00001", "1e10"];
        let shown = ["0", "1024", "65,535", "-2,147,483,648", "1,048,576.25", "0.00001", "1e10"];
        assert_eq!(numbers.map(grouped), shown);
    }

    #[test]
    fn offsets_are_moved_to_the_ends_of_characters() {
        let text = "a€b";
        assert_eq!((0..6).map(|at| floor_boundary(text, at)).collect::<Vec<_>>(), [0, 1, 1, 1, 4, 5]);
        assert_eq!((0..7).map(|at| ceil_boundary(text, at)).collect::<Vec<_>>(), [0, 1, 4, 4, 4, 5, 5]);
        assert_eq!(floor_boundary(text, usize::MAX), 5);
    }

    #[test]
    fn parts_of_a_path_are_separated_alike_on_all_systems() {
        let path: std::path::PathBuf = ["models", "a b", "c.smithy"].iter().collect();
        assert_eq!(slashed(&path), "models/a b/c.smithy");
        assert_eq!(slashed(Path::new("../models")), "../models");
        if cfg!(windows) {
            assert_eq!(slashed(Path::new(r"models\c.smithy")), "models/c.smithy");
        } else {
            assert_eq!(slashed(Path::new(r"a\b")), r"a\b", "it is a part of the name");
        }
    }

    #[test]
    fn control_characters_are_visible() {
        assert_eq!(visible("[\n\r\t\u{85}é\\n]"), "[\\n\\r\\t\\u{85}é\\n]");
    }

    #[test]
    fn invisible_characters_are_visible() {
        assert_eq!(visible("a\u{200b}b\u{feff}c\u{2028}d\u{e0041}"), "a\\u{200b}b\\u{feff}c\\u{2028}d\\u{e0041}");
        assert_eq!(visible("é 日本 😀 a\u{301}"), "é 日本 😀 a\u{301}");
    }

    #[test]
    fn characters_that_change_the_direction_are_visible() {
        assert_eq!(visible("a\u{202e}b\u{2066}c\u{61c}"), "a\\u{202e}b\\u{2066}c\\u{61c}");
    }
}
