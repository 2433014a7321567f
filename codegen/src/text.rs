//! Makes text from models and file names safe to print, and numbers readable. All diagnostics and reports of commands
//! that contain such text go through `line`, `lines`, `diff_line`, `excerpt` or `json`; generated code, through
//! `visible`, `without_hidden` or `comment`.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};
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

/// A text for a line of generated code. Escapes what a reader cannot see, including line breaks.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, |_, c| is_hidden(c))
}

/// Lines of generated code. Escapes what a reader cannot see, and keeps line breaks and tabs.
pub(crate) fn without_hidden(text: &str) -> String {
    escaped(text, |_, c| is_hidden(c) && !matches!(c, '\n' | '\t'))
}

/// A line of a comment of generated code. Control characters and line separators become spaces. Characters that change
/// the direction of text, which rustc rejects in comments, are escaped.
pub(crate) fn comment(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let text = text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    escaped(&text, |_, c| is_bidi(c)).into()
}

/// A text for a line of output of a command. Escapes what a reader cannot see, including line breaks, and what build
/// servers take for a command within a line.
pub fn line(text: &str) -> String {
    printed(text, is_hidden)
}

/// A text for output of a command in several lines. Each but the first begins with `| `, so that none looks like
/// another part of the output, or is a command of a build server.
pub(crate) fn lines(text: &str) -> String {
    let lines: Vec<String> = text.trim_end().lines().map(|line| printed(line, |c| is_hidden(c) && c != '\t')).collect();
    lines.join("\n| ")
}

/// A line of a diff. Tabs, spaces and the line end stay.
#[cfg(feature = "text-diff")]
pub(crate) fn diff_line(text: &str) -> String {
    let (text, end) = match text.strip_suffix('\n') {
        Some(text) => (text.strip_suffix('\r').unwrap_or(text), &text[text.trim_end_matches('\r').len()..]),
        None => (text, ""),
    };
    let shown = printed(text, |c| is_hidden(c) && c != '\t');
    // Build servers ignore spaces before a command.
    let start = shown.trim_start();
    let shown = match start.strip_prefix("::") {
        Some(rest) => format!("{}\\u{{3a}}:{rest}", &shown[..shown.len() - start.len()]),
        None => shown,
    };
    let end = if end.is_empty() { "" } else { "\r" };
    format!("{shown}{end}\n")
}

/// Source text, and the new offsets of two places in it. Line breaks stay, and so do characters that some scripts need.
pub(crate) fn excerpt(text: &str, places: [usize; 2]) -> (String, [usize; 2]) {
    let is_hidden = |c: char| is_bidi(c) || matches!(c, '\u{7f}'..='\u{9f}');
    let mut out = String::with_capacity(text.len());
    let mut moved = places;
    for (at, c) in text.char_indices() {
        for (place, moved) in places.iter().zip(&mut moved) {
            if *place == at {
                *moved = out.len();
            }
        }
        push(c, is_hidden(c) || ends_command(text, at), &mut out);
    }
    for (place, moved) in places.iter().zip(&mut moved) {
        if *place >= text.len() {
            *moved = out.len();
        }
    }
    (out, moved)
}

/// JSON in one line, in which characters that a reader cannot see are escapes.
pub fn json(value: &serde_json::Value) -> String {
    let text = value.to_string();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        // Outside of strings there is neither.
        if is_hidden(c) || ends_command(&text, at) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Escapes hidden characters and commands of build servers.
fn printed(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    escaped(text, |at, c| is_hidden(c) || ends_command(text, at))
}

/// Escapes characters, which are selected by their offset and value.
fn escaped(text: &str, is_escaped: impl Fn(usize, char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push(c, is_escaped(at, c), &mut out);
    }
    out
}

/// Adds a character or its escape.
fn push(c: char, is_escaped: bool, out: &mut String) {
    match is_escaped {
        true if c.is_ascii_graphic() => out.extend(c.escape_unicode()),
        true => out.extend(c.escape_default()),
        false => out.push(c),
    }
}

/// Whether there is the second `#` of what build servers take for a command wherever it is in a line: `##[error]`
/// (GitHub Actions), `##vso[…]` (Azure Pipelines), `##teamcity[…]`.
fn ends_command(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let Some(rest) = rest.strip_prefix('#').filter(|_| before.ends_with('#')) else { return false };
    rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('[')
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{ceil_boundary, comment, excerpt, floor_boundary, grouped, json, line, lines, slashed, visible};

    #[test]
    fn commands_of_build_servers_are_text() {
        assert_eq!(
            line("a ##[error]b ##vso[c] ###[d] ## e #[f] ##"),
            r"a #\u{23}[error]b #\u{23}vso[c] ##\u{23}[d] ## e #[f] ##"
        );
        assert_eq!(lines("a\n::error::b\r\n\tc\u{1b}\n"), "a\n| ::error::b\n| \tc\\u{1b}");
        let value = serde_json::json!({ "a": "##[b]\u{9b}\u{e0041}\n" });
        assert_eq!(json(&value), r##"{"a":"#\u0023[b]\u009b\udb40\udc41\n"}"##);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json(&value)).ok(), Some(value));
    }

    #[test]
    #[cfg(feature = "text-diff")]
    fn lines_of_diffs_are_no_commands() {
        use super::diff_line;
        assert_eq!(diff_line("   ::error::a\n"), "   \\u{3a}:error::a\n");
        assert_eq!(diff_line("+\ta ::b\r\n"), "+\ta ::b\r\n");
        assert_eq!(diff_line(" a\rb\u{1b}##[c]"), " a\\rb\\u{1b}#\\u{23}[c]\n");
    }

    #[test]
    fn places_of_excerpts_move_with_the_text() {
        let (text, places) = excerpt("é\u{202e}##[ab\u{9b}", [5, 9]);
        assert_eq!(text, "é\\u{202e}#\\u{23}[ab\\u{9b}");
        assert_eq!(places.map(|at| &text[at..]), ["#\\u{23}[ab\\u{9b}", "b\\u{9b}"]);
        assert_eq!(excerpt("a", [1, 1]).1, [1, 1]);
    }

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

    #[test]
    fn comments_are_one_line() {
        assert_eq!(comment("a\r\n\tb\u{2028}c\u{202e}d\u{200b}é"), "a   b c\\u{202e}d\u{200b}é");
    }
}
