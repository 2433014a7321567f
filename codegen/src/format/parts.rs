//! The parts of code on one line: of values such as literals, paths, calls, chains of methods, arrays, tuples, macros,
//! casts, and blocks of constants.

/// A value, by its outermost syntax.
pub(super) enum Value<'a> {
    /// A string, which may be wider than a line.
    Text,
    /// Another literal, or a path.
    Name,
    /// An operator and its operand.
    Prefixed(&'a str, &'a str),
    /// A value and its type.
    Cast(&'a str, &'a str),
    /// The parameters of a closure, and its body.
    Closure(&'a str, &'a str),
    /// A call, a macro with arguments that are values, an array or a tuple.
    List(Brackets<'a>),
    /// A macro with custom syntax, which stays on one line.
    Macro,
    /// The first value of a chain, and its links.
    Chain(&'a str, Vec<Link<'a>>),
    /// Constants and the value of a block.
    Block(Vec<&'a str>),
}

/// Code before brackets, and what they contain.
#[derive(Clone)]
pub(super) struct Brackets<'a> {
    /// The function, the macro with `!`, or nothing.
    pub(super) head: &'a str,
    pub(super) delimiters: [&'static str; 2],
    pub(super) items: Vec<&'a str>,
}

/// A link of a chain.
pub(super) enum Link<'a> {
    /// `.name` and the arguments of the call.
    Call(Brackets<'a>),
    /// `.field` or `.await`.
    Plain(&'a str),
}

/// The value by its syntax. `None` for syntax that is not supported.
pub(super) fn value(text: &str) -> Option<Value<'_>> {
    if let Some(operand) = ["&mut ", "&", "-", "*", "!"].iter().find_map(|operator| text.strip_prefix(operator)) {
        return Some(Value::Prefixed(&text[..text.len() - operand.len()], operand));
    }
    if let Some(rest) = text.strip_prefix('|') {
        let body = rest.split_once("| ")?.1;
        return Some(Value::Closure(&text[..text.len() - body.len()], body));
    }
    let (first, mut rest) = text.split_at(first(text)?);
    if rest.is_empty() {
        return single(text);
    }
    let mut links = Vec::new();
    while let Some(name) = rest.strip_prefix('.') {
        let (link, after) = link(rest, 1 + word(name))?;
        links.push(link);
        rest = after;
    }
    if let Some(ty) = rest.strip_prefix(" as ") {
        return Some(Value::Cast(&text[..text.len() - rest.len()], ty));
    }
    (rest.is_empty() && !links.is_empty()).then_some(Value::Chain(first, links))
}

/// The link whose name has this length, and the text after it.
fn link(text: &str, name: usize) -> Option<(Link<'_>, &str)> {
    let (head, rest) = text.split_at(name);
    if !rest.starts_with('(') {
        return (!rest.starts_with("::")).then_some((Link::Plain(head), rest));
    }
    let end = after_bracket(rest)?;
    let call = Brackets { head, delimiters: ["(", ")"], items: items(&rest[1..end - 1], b',') };
    Some((Link::Call(call), &rest[end..]))
}

/// A value that is neither a chain nor has an operator.
fn single(text: &str) -> Option<Value<'_>> {
    if is_string(text) {
        return Some(Value::Text);
    }
    let Some(open) = text.find(['(', '[', '{']).filter(|_| !is_literal(text)) else { return Some(Value::Name) };
    let (head, inner) = (&text[..open], &text[open + 1..text.len() - 1]);
    let delimiters = match (head, &text[open..=open]) {
        ("", "{") => return Some(Value::Block(items(inner, b';'))),
        ("", "[") => ["[", "]"],
        (_, "(") => ["(", ")"],
        _ => return None,
    };
    let items = items(inner, b',');
    if head.ends_with('!') && !items.iter().all(|item| value(item).is_some()) {
        return Some(Value::Macro);
    }
    // `(a)` is no tuple.
    let is_supported = !head.is_empty() || delimiters[0] == "[" || items.len() > 1;
    is_supported.then_some(Value::List(Brackets { head, delimiters, items }))
}

/// The value without operators around it.
pub(super) fn operand(text: &str) -> &str {
    match value(text) {
        Some(Value::Prefixed(_, operand) | Value::Cast(operand, _)) => self::operand(operand),
        _ => text,
    }
}

/// Length of the first value of a chain.
fn first(text: &str) -> Option<usize> {
    let start = *text.as_bytes().first()?;
    if let Some(end) = after_literal(text) {
        return Some(end);
    }
    if start.is_ascii_digit() {
        return Some(number(text));
    }
    let name = path(text);
    let rest = &text[name..];
    if rest.starts_with(['(', '[', '{']) && (name == 0 || rest.starts_with('(')) {
        return Some(name + after_bracket(rest)?);
    }
    match rest.strip_prefix('!') {
        Some(arguments) if arguments.starts_with('(') => Some(name + 1 + after_bracket(arguments)?),
        _ => (name > 0).then_some(name),
    }
}

/// Length of the number at the start.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_part = |(at, byte): (usize, u8)| {
        byte.is_ascii_alphanumeric()
            || byte == b'_'
            || byte == b'.' && is_digit(at + 1)
            || byte == b'-' && at > 0 && bytes[at - 1] == b'e'
    };
    (0..bytes.len()).find(|at| !is_part((*at, bytes[*at]))).unwrap_or(bytes.len())
}

/// Length of the name at the start.
pub(super) fn word(text: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '#');
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

/// Length of the path at the start, which has no generic arguments.
fn path(text: &str) -> usize {
    let mut end = 0;
    loop {
        end += word(&text[end..]);
        match text[end..].strip_prefix("::") {
            Some(next) if word(next) > 0 => end += 2,
            _ => return end,
        }
    }
}

/// Whether it is a string, without further code.
fn is_string(text: &str) -> bool {
    text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#") && text.ends_with('#')
}

/// Whether it starts with a literal in quotes.
fn is_literal(text: &str) -> bool {
    after_literal(text).is_some()
}

/// Length of the literal in quotes at the start.
pub(super) fn after_literal(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('b').unwrap_or(text);
    let prefix = text.len() - rest.len();
    if let Some(raw) = rest.strip_prefix('r') {
        let quoted = raw.trim_start_matches('#');
        let hashes = &raw[..raw.len() - quoted.len()];
        let inner = quoted.strip_prefix('"')?;
        let end = if hashes.is_empty() { inner.find('"')? } else { inner.find(&format!("\"{hashes}"))? };
        return Some(prefix + 1 + hashes.len() + 1 + end + 1 + hashes.len());
    }
    let quote = rest.bytes().next().filter(|byte| *byte == b'"' || *byte == b'\'' && is_character(rest))?;
    let mut escaped = false;
    let end = rest.bytes().skip(1).position(|byte| {
        let is_end = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    Some(prefix + end? + 2)
}

/// Whether a quote starts a character, not a lifetime.
fn is_character(text: &str) -> bool {
    text[1..].starts_with('\\') || text.chars().nth(2) == Some('\'')
}

/// Length of the code in brackets at the start, with the brackets.
fn after_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in code(text) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The code between separators that are not in brackets.
pub(super) fn items(text: &str, separator: u8) -> Vec<&str> {
    let (mut items, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, byte) in code(text) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ if byte == separator && depth == 0 => {
                items.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = text[start..].trim();
    items.extend((!last.is_empty()).then_some(last));
    items
}

/// The bytes of code outside of literals in quotes, with their places.
fn code(text: &str) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at).copied() {
            let starts = matches!(byte, b'"' | b'\'' | b'b' | b'r')
                && !at.checked_sub(1).is_some_and(|before| is_word(bytes[before]));
            if starts && let Some(length) = text.get(at..).and_then(after_literal) {
                at += length;
                continue;
            }
            at += 1;
            return Some((at - 1, byte));
        }
        None
    })
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_in_literals_are_text() {
        assert_eq!(items("a, r#\"\n\", (\n\"#, b", b','), ["a", "r#\"\n\", (\n\"#", "b"]);
        assert_eq!(items("&'a str, ',', '(', b'\\'', c", b','), ["&'a str", "','", "'('", "b'\\''", "c"]);
    }

    #[test]
    fn a_raw_string_ends_with_its_hashes() {
        assert_eq!(after_literal("r##\"a\"# b\"##.c()"), Some(12));
        assert_eq!(after_literal("'a, b"), None);
    }

    #[test]
    fn the_formatter_lays_out_syntax_that_is_not_supported() {
        for text in ["(a)", "a + b", "a[0]", "a::<B>()", "a.b::<C>()", "a(b", "A { b: c }", "|a"] {
            assert!(value(text).is_none(), "{text}");
        }
    }
}
