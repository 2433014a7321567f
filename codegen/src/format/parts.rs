//! The parts of code on one line: of values such as literals, paths, calls, chains of methods, arrays, tuples, macros,
//! casts, and blocks of constants. A value is parsed once, from its first to its last character.

/// A value, and its parts.
pub(super) struct Value<'a> {
    /// The code.
    pub(super) text: &'a str,
    pub(super) syntax: Syntax<'a>,
}

/// The outermost syntax of a value.
pub(super) enum Syntax<'a> {
    /// A string, which may be wider than a line.
    Text,
    /// Another literal, or a path.
    Name,
    /// An operator and its operand.
    Prefixed(&'a str, Box<Value<'a>>),
    /// A value and its type.
    Cast(Box<Value<'a>>, &'a str),
    /// The parameters of a closure, and its body.
    Closure(&'a str, Box<Value<'a>>),
    /// A call, a macro with arguments that are values, an array or a tuple.
    List(Brackets<'a>),
    /// A macro with custom syntax, which stays on one line.
    Macro,
    /// The first value of a chain, and its links.
    Chain(Box<Value<'a>>, Vec<Link<'a>>),
    /// Constants, and the value of a block.
    Block(Vec<Statement<'a>>),
    /// Syntax that is not supported.
    Other,
}

/// Code before brackets, and what they contain.
pub(super) struct Brackets<'a> {
    /// The function, the macro with `!`, or nothing.
    pub(super) head: &'a str,
    pub(super) delimiters: [&'static str; 2],
    pub(super) items: Vec<Value<'a>>,
}

/// A link of a chain.
pub(super) enum Link<'a> {
    /// `.name` and the arguments of the call.
    Call(Brackets<'a>),
    /// `.field` or `.await`.
    Plain(&'a str),
}

/// A statement of a block.
pub(super) struct Statement<'a> {
    /// `const NAME: Type`, for a constant.
    pub(super) constant: Option<&'a str>,
    pub(super) value: Value<'a>,
}

impl<'a> Value<'a> {
    /// The value with this code.
    pub(super) fn parse(text: &'a str) -> Self {
        let mut parser = Parser { text, at: 0 };
        let value = parser.value(b',');
        if value.text.len() == text.len() { value } else { Self { text, syntax: Syntax::Other } }
    }

    /// The value without operators around it.
    pub(super) fn operand(&self) -> &Self {
        match &self.syntax {
            Syntax::Prefixed(_, operand) | Syntax::Cast(operand, _) => operand.operand(),
            _ => self,
        }
    }
}

/// Operators before an operand, the longest first.
const PREFIXES: [&str; 5] = ["&mut ", "&", "-", "*", "!"];

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// The code of this length.
    fn take(&mut self, length: usize) -> &'a str {
        let start = self.at;
        self.at += length;
        &self.text[start..self.at]
    }

    /// The place of the next separator or closing bracket that is not in brackets.
    fn end(&self, separator: u8) -> usize {
        let mut depth = 0_usize;
        for (at, byte) in code(self.text, self.at) {
            match byte {
                _ if depth == 0 && (byte == separator || is_closing(byte)) => return at,
                b'(' | b'[' | b'{' => depth += 1,
                _ if is_closing(byte) => depth -= 1,
                _ => {}
            }
        }
        self.text.len()
    }

    /// The value before the next separator or closing bracket.
    fn value(&mut self, separator: u8) -> Value<'a> {
        let start = self.at;
        let mut syntax = self.syntax(separator).unwrap_or(Syntax::Other);
        self.skip_spaces();
        if self.peek().is_some_and(|byte| byte != separator && !is_closing(byte)) {
            self.at = self.end(separator);
            syntax = Syntax::Other;
        }
        Value { text: self.text[start..self.at].trim_end(), syntax }
    }

    /// The syntax of the code at the start. `None` if it is not supported.
    fn syntax(&mut self, separator: u8) -> Option<Syntax<'a>> {
        let start = self.at;
        let rest = self.rest();
        if let Some(operator) = PREFIXES.iter().find(|operator| rest.starts_with(**operator)) {
            let operator = self.take(operator.len());
            return Some(Syntax::Prefixed(operator, Box::new(self.value(separator))));
        }
        if rest.starts_with('|') {
            let closure = &self.text[self.at..self.end(separator)];
            let head = self.take(1 + closure[1..].find("| ")? + 2);
            return Some(Syntax::Closure(head, Box::new(self.value(separator))));
        }
        let mut syntax = self.first()?;
        let mut end = self.at;
        if self.peek() == Some(b'.') {
            let first = Box::new(Value { text: &self.text[start..end], syntax });
            let mut links = Vec::new();
            while self.peek() == Some(b'.') {
                links.push(self.link()?);
            }
            (syntax, end) = (Syntax::Chain(first, links), self.at);
        }
        if self.rest().starts_with(" as ") {
            let value = Box::new(Value { text: &self.text[start..end], syntax });
            self.at += " as ".len();
            let ty = self.take(self.end(separator) - self.at);
            return Some(Syntax::Cast(value, ty.trim_end()));
        }
        Some(syntax)
    }

    /// The first value of a chain, which has no operators.
    fn first(&mut self) -> Option<Syntax<'a>> {
        let rest = self.rest();
        let start = self.peek()?;
        if matches!(start, b'"' | b'\'' | b'b' | b'r')
            && let Some(length) = after_literal(rest)
        {
            let literal = self.take(length);
            return Some(if is_string(literal) { Syntax::Text } else { Syntax::Name });
        }
        if start.is_ascii_digit() {
            self.at += number(rest);
            return Some(Syntax::Name);
        }
        let name = path(rest);
        match rest.as_bytes().get(name) {
            Some(b'(') => self.list(name),
            Some(b'[') if name == 0 => self.list(name),
            Some(b'{') if name == 0 => Some(Syntax::Block(self.block()?)),
            Some(b'!') if rest[name + 1..].starts_with('(') => self.list(name + 1),
            _ if name > 0 => {
                self.at += name;
                Some(Syntax::Name)
            }
            _ => None,
        }
    }

    /// A name of this length, and the brackets after it.
    fn list(&mut self, name: usize) -> Option<Syntax<'a>> {
        let brackets = self.brackets(name)?;
        if brackets.head.ends_with('!') && brackets.items.iter().any(|item| matches!(item.syntax, Syntax::Other)) {
            return Some(Syntax::Macro);
        }
        // `(a)` is no tuple.
        let is_supported = !brackets.head.is_empty() || brackets.delimiters[0] == "[" || brackets.items.len() > 1;
        Some(if is_supported { Syntax::List(brackets) } else { Syntax::Other })
    }

    /// Brackets after a head of this length, which contain values.
    fn brackets(&mut self, head: usize) -> Option<Brackets<'a>> {
        let head = self.take(head);
        let delimiters = if self.peek() == Some(b'[') { ["[", "]"] } else { ["(", ")"] };
        let items = self.items(b',', |parser| parser.value(b','))?;
        Some(Brackets { head, delimiters, items })
    }

    /// The statements in braces.
    fn block(&mut self) -> Option<Vec<Statement<'a>>> {
        self.items(b';', |parser| {
            let rest = parser.rest();
            let name = rest.starts_with("const ").then(|| rest.split_once(" = ")).flatten().map(|(name, _)| name);
            let constant = name.filter(|name| !name.contains([';', '(', '{', '"']));
            parser.at += constant.map_or(0, |name| name.len() + " = ".len());
            Statement { constant, value: parser.value(b';') }
        })
    }

    /// The items between the bracket here and the one that closes it. `None` if none does.
    fn items<T>(&mut self, separator: u8, mut item: impl FnMut(&mut Self) -> T) -> Option<Vec<T>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_spaces();
            if !is_closing(self.peek()?) {
                items.push(item(self));
            }
            let end = self.peek()?;
            self.at += 1;
            if end != separator {
                return Some(items);
            }
        }
    }

    /// `.name`, and the generic and other arguments of a call.
    fn link(&mut self) -> Option<Link<'a>> {
        let rest = self.rest();
        let mut name = 1 + word(&rest[1..]);
        if rest[name..].starts_with("::<") {
            name += generics(&rest[name..])?;
        }
        match &rest.as_bytes()[name..] {
            [b'(', ..] => Some(Link::Call(self.brackets(name)?)),
            [b':', b':', ..] => None,
            _ if rest[..name].ends_with('>') => None,
            _ => Some(Link::Plain(self.take(name))),
        }
    }
}

/// Width of the strings that stand for longer ones.
const SHORT_STRING: usize = 40;

/// The code with short strings in place of longer ones, and its literals in their order. `None` if it has no long ones.
pub(super) fn without_long_strings(text: &str) -> Option<(String, Vec<&str>)> {
    let literals: Vec<&str> = literals(text).map(|(_, literal)| literal).collect();
    let is_long = |literal: &str| {
        literal.starts_with(['"', 'r']) && !literal.starts_with("r#") && literal.chars().count() > SHORT_STRING
    };
    if !literals.iter().any(|literal| is_long(literal)) {
        return None;
    }
    let place = format!("\"{:_<1$}\"", "", SHORT_STRING - 2);
    let short = literals.iter().map(|literal| if is_long(literal) { &*place } else { literal });
    Some((with_literals(text, &short.collect::<Vec<_>>())?, literals))
}

/// The code with other literals, in their order. `None` if it has more or fewer.
pub(super) fn with_literals(text: &str, others: &[&str]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut end, mut others) = (0, others.iter());
    for (at, literal) in literals(text) {
        out.extend([&text[end..at], *others.next()?]);
        end = at + literal.len();
    }
    out.push_str(&text[end..]);
    others.next().is_none().then_some(out)
}

/// The literals in quotes, with their places.
fn literals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(['"', '\'', 'b', 'r'])?;
            let is_start = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if let Some(length) = after_literal(&text[start..]).filter(|_| is_start) {
                at = start + length;
                return Some((start, &text[start..at]));
            }
            at = start + 1;
        }
    })
}

fn is_closing(byte: u8) -> bool {
    matches!(byte, b')' | b']' | b'}')
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
    let is_part = |byte: u8| is_word(byte) || byte == b'#';
    match text.bytes().position(|byte| !is_part(byte)) {
        Some(end) if text.as_bytes()[end].is_ascii() => end,
        Some(_) => text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '#')).unwrap_or(text.len()),
        None => text.len(),
    }
}

/// Length of the path at the start, which has no generic arguments.
fn path(text: &str) -> usize {
    let mut end = word(text);
    while let Some(next) = text[end..].strip_prefix("::") {
        match word(next) {
            0 => break,
            length => end += "::".len() + length,
        }
    }
    end
}

/// Length of the generic arguments at the start.
fn generics(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'<' => depth += 1,
            b'>' if depth == 1 => return Some(at + 1),
            b'>' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether it is a string, without further code.
fn is_string(text: &str) -> bool {
    text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#") && text.ends_with('#')
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

/// The bytes of code outside of literals in quotes, with their places, from a place on.
fn code(text: &str, mut at: usize) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.as_bytes();
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

    fn items(list: &str) -> Vec<&str> {
        match Value::parse(list).syntax {
            Syntax::List(list) => list.items.iter().map(|item| item.text).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn separators_in_literals_are_text() {
        assert_eq!(items("[a, r#\"\n\", (\n\"#, b]"), ["a", "r#\"\n\", (\n\"#", "b"]);
        assert_eq!(items("[&'a str, ',', '(', b'\\'', c]"), ["&'a str", "','", "'('", "b'\\''", "c"]);
    }

    #[test]
    fn a_raw_string_ends_with_its_hashes() {
        assert_eq!(after_literal("r##\"a\"# b\"##.c()"), Some(12));
        assert_eq!(after_literal("'a, b"), None);
    }

    #[test]
    fn the_formatter_lays_out_syntax_that_is_not_supported() {
        for text in ["(a)", "a + b", "a[0]", "a::<B>()", "a.b::<C>", "a.b::<C()", "a(b", "A { b: c }", "|a"] {
            assert!(matches!(Value::parse(text).syntax, Syntax::Other), "{text}");
        }
    }
}
