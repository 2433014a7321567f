//! Values of quoted strings and text blocks: line breaks, indentation of text blocks, escapes (spec: "String values").

use std::borrow::Cow;

use crate::diagnostic::{FoundCharacter, StringProblem, TextKind};

/// Kinds of quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quoting {
    /// `"…"`
    Text,
    /// `"""…"""`
    Block,
}

impl Quoting {
    /// The quotes that a string starts with.
    pub(crate) fn at(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\"\"\"") { Self::Block } else { Self::Text }
    }

    /// The kind of this string in messages.
    pub(super) fn kind(self) -> TextKind {
        match self {
            Self::Text => TextKind::Quoted,
            Self::Block => TextKind::Block,
        }
    }

    /// The quotes at each end.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Text => "\"",
            Self::Block => "\"\"\"",
        }
    }
}

/// Whether [`decode`] would succeed. Faster for most strings.
pub(super) fn is_valid(content: &str, quoting: Quoting) -> bool {
    let is_plain = |byte: u8| byte != b'\\' && (byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n'));
    (quoting == Quoting::Text && content.bytes().all(is_plain)) || decode(content, quoting).is_ok()
}

/// The value of a string, given the text between its quotes.
///
/// # Errors
/// The string is invalid.
pub(crate) fn decode(content: &str, quoting: Quoting) -> Result<Cow<'_, str>, StringProblem> {
    let normal = match quoting {
        Quoting::Text => normalize(content),
        Quoting::Block => Cow::Owned(block_lines(content)?.join("\n")),
    };
    if normal.bytes().all(|byte| byte >= b' ' && byte != b'\\' || byte == b'\n' || byte == b'\t') {
        return Ok(normal);
    }
    unescape(&normal).map(Cow::Owned)
}

/// Replaces all line breaks by `
/// `.
fn normalize(content: &str) -> Cow<'_, str> {
    if content.contains('\r') {
        Cow::Owned(content.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(content)
    }
}

/// The lines of a text block without common indentation and trailing white space. Escapes are unchanged.
///
/// # Errors
/// The block is empty, or there is text on its first line.
pub(crate) fn block_lines(content: &str) -> Result<Vec<String>, StringProblem> {
    let content = normalize(content);
    if content.is_empty() {
        return Err(StringProblem::EmptyBlock {});
    }
    let Some(body) = content.strip_prefix('\n') else {
        return Err(StringProblem::FirstLine {});
    };
    let lines: Vec<&str> = body.split('\n').collect();
    let last = lines.len() - 1;
    let indents = lines.iter().enumerate().filter_map(|(index, line)| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        // Blank lines do not count for indentation, except the last, which contains the closing quotes.
        (indent < line.len() || index == last).then_some(indent)
    });
    let shared = indents.min().unwrap_or(0);
    Ok(lines.iter().map(|line| line.trim_end_matches(' ').get(shared..).unwrap_or_default().to_owned()).collect())
}

fn unescape(text: &str) -> Result<String, StringProblem> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => match rest.next() {
                Some(plain @ ('"' | '\\' | '/')) => out.push(plain),
                Some('b') => out.push('\u{8}'),
                Some('f') => out.push('\u{c}'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                // An escaped line break joins two lines.
                Some('\n') => {}
                Some('u') => out.push(unicode(&mut rest)?),
                other => return Err(StringProblem::Escape { found: FoundCharacter(other) }),
            },
            control if control < ' ' && !matches!(control, '\t' | '\n') => {
                return Err(StringProblem::Character { found: FoundCharacter(Some(control)) });
            }
            plain => out.push(plain),
        }
    }
    Ok(out)
}

/// The character of a `\uXXXX` escape, or of a surrogate pair of two.
fn unicode(rest: &mut std::str::Chars<'_>) -> Result<char, StringProblem> {
    let lone = |unit| StringProblem::Surrogate { unit };
    let first = code_unit(rest)?;
    if !(0xd800..0xe000).contains(&first) {
        return char::from_u32(u32::from(first)).ok_or_else(|| lone(first));
    }
    let mut ahead = rest.clone();
    if ahead.next() != Some('\\') || ahead.next() != Some('u') {
        return Err(lone(first));
    }
    let second = code_unit(&mut ahead)?;
    let pair = char::decode_utf16([first, second]).next().and_then(Result::ok);
    *rest = ahead;
    pair.ok_or_else(|| lone(first))
}

fn code_unit(rest: &mut std::str::Chars<'_>) -> Result<u16, StringProblem> {
    let mut unit = 0;
    for _ in 0..4 {
        let Some(character) = rest.next() else {
            return Err(StringProblem::UnclosedEscape {});
        };
        let Some(digit) = character.to_digit(16) else {
            return Err(StringProblem::Digit { found: FoundCharacter(Some(character)) });
        };
        unit = unit << 4 | digit as u16;
    }
    Ok(unit)
}

#[cfg(test)]
mod tests {
    use super::{Quoting, decode};

    #[track_caller]
    fn check(content: &str, quoting: Quoting, expected: Result<&str, &str>) {
        let value = decode(content, quoting);
        assert_eq!(
            value.map_err(|error| error.to_string()),
            expected.map(std::borrow::Cow::Borrowed).map_err(str::to_owned)
        );
    }

    #[test]
    fn escapes_are_decoded() {
        check(r#"\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude00"#, Quoting::Text, Ok("\"\\/\u{8}\u{c}\n\r\tA\u{e9}\u{1f600}"));
        check("one \\\ntwo", Quoting::Text, Ok("one two"));
    }

    #[test]
    fn line_ends_are_line_feeds_unless_escaped() {
        check("a\r\nb\rc\\r", Quoting::Text, Ok("a\nb\nc\r"));
        check("\r\n  a\r\n  b\r\n  ", Quoting::Block, Ok("a\nb\n"));
    }

    #[test]
    fn invalid_escapes_are_errors() {
        check("\\x", Quoting::Text, Err("Invalid escape found in string: `\\x`"));
        check("\\u12", Quoting::Text, Err("Invalid unclosed unicode escape found in string"));
        check("\\u12g4", Quoting::Text, Err("Invalid unicode escape character: `g`"));
        check("\\ud800", Quoting::Text, Err("Invalid unicode escape: `\\ud800` is half of a surrogate pair"));
        check("\\ud800\\u0041", Quoting::Text, Err("Invalid unicode escape: `\\ud800` is half of a surrogate pair"));
        check("a\u{0}", Quoting::Text, Err("Invalid string character: `\\0`"));
    }

    #[test]
    fn text_blocks_lose_shared_indentation_and_trailing_blanks() {
        check("\n    a\n      b  \n\n    c\n    ", Quoting::Block, Ok("a\n  b\n\nc\n"));
        check("\n    a\n  b", Quoting::Block, Ok("  a\nb"));
        check("\n    a\n  ", Quoting::Block, Ok("  a\n"));
        check("\n  a \\\n  b", Quoting::Block, Ok("a b"));
        check("", Quoting::Block, Err("Text block is empty"));
        check("a", Quoting::Block, Err("Text block must start with a new line"));
    }
}
