//! Lexer. Positions count characters.

use std::iter::Peekable;
use std::str::Chars;

use super::SyntaxError;
use super::expression::{Comparator, Place};
use super::value::Value;

/// A token and its position.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) place: Place,
}

/// Kinds of tokens.
#[derive(Clone, Debug)]
pub(super) enum TokenKind {
    Identifier(String),
    Literal(Value),
    Number(f64),
    Comparator(Comparator),
    /// Punctuation or an operator: see [`Mark`].
    Mark(Mark),
}

/// Punctuation and operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the marks'")]
pub(super) enum Mark {
    Dot,
    Star,
    Current,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    LeftParenthesis,
    RightParenthesis,
    Comma,
    Colon,
    Flatten,
    Filter,
    Pipe,
    Or,
    And,
    Reference,
    Not,
    End,
}

impl Mark {
    /// The source text.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Dot => ".",
            Self::Star => "*",
            Self::Current => "@",
            Self::LeftBracket => "[",
            Self::RightBracket => "]",
            Self::LeftBrace => "{",
            Self::RightBrace => "}",
            Self::LeftParenthesis => "(",
            Self::RightParenthesis => ")",
            Self::Comma => ",",
            Self::Colon => ":",
            Self::Flatten => "[]",
            Self::Filter => "[?",
            Self::Pipe => "|",
            Self::Or => "||",
            Self::And => "&&",
            Self::Reference => "&",
            Self::Not => "!",
            Self::End => "EOF",
        }
    }
}

impl TokenKind {
    /// The name in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Identifier(_) => "'A-Z|a-z|_'".to_owned(),
            Self::Literal(_) => "'`'".to_owned(),
            Self::Number(_) => "'-|0-9'".to_owned(),
            Self::Comparator(comparator) => format!("'{}'", comparator.symbol()),
            Self::Mark(Mark::End) => Mark::End.text().to_owned(),
            Self::Mark(mark) => format!("'{}'", mark.text()),
        }
    }
}

/// Maximum number of tokens. Expressions in official models have fewer than a hundred.
const MOST_TOKENS: usize = 1000;
/// Maximum nesting of JSON literals.
const DEEPEST_LITERAL: usize = 50;

/// All tokens of a text. The last one is [`Mark::End`].
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, SyntaxError> {
    let mut lexer = Lexer { rest: text.chars().peekable(), place: Place { line: 1, column: 1 }, in_literal: false };
    let mut tokens = Vec::new();
    loop {
        lexer.skip_space();
        let place = lexer.place;
        if tokens.len() >= MOST_TOKENS {
            return Err(lexer.error(format!("The expression has more than {MOST_TOKENS} tokens")));
        }
        let kind = lexer.token()?;
        let ends = matches!(kind, TokenKind::Mark(Mark::End));
        tokens.push(Token { kind, place });
        if ends {
            return Ok(tokens);
        }
    }
}

struct Lexer<'t> {
    rest: Peekable<Chars<'t>>,
    place: Place,
    in_literal: bool,
}

impl Lexer<'_> {
    fn error(&self, message: String) -> SyntaxError {
        SyntaxError { place: self.place, message }
    }

    fn peek(&mut self) -> Option<char> {
        self.rest.peek().copied()
    }

    fn found(&mut self) -> String {
        self.peek().map_or_else(|| "[EOF]".to_owned(), String::from)
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        if next == '\n' || (next == '\r' && self.peek() != Some('\n')) {
            self.place = Place { line: self.place.line.saturating_add(1), column: 1 };
        } else {
            self.place.column = self.place.column.saturating_add(1);
        }
        Some(next)
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.next();
        }
        is_there
    }

    fn expect(&mut self, wanted: char) -> Result<(), SyntaxError> {
        if self.take(wanted) {
            return Ok(());
        }
        let found = self.found();
        Err(self.error(format!("Expected: '{wanted}', but found '{found}'")))
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|next| matches!(next, ' ' | '\t' | '\n' | '\r')) {
            self.next();
        }
    }

    fn take_while(&mut self, accepts: impl Fn(char) -> bool, into: &mut String) -> usize {
        let before = into.len();
        while let Some(next) = self.peek().filter(|next| accepts(*next)) {
            into.push(next);
            self.next();
        }
        into.len() - before
    }

    fn token(&mut self) -> Result<TokenKind, SyntaxError> {
        let Some(next) = self.peek() else { return Ok(TokenKind::Mark(Mark::End)) };
        match next {
            'a'..='z' | 'A'..='Z' | '_' => {
                let mut name = String::new();
                self.take_while(|next| next.is_ascii_alphanumeric() || next == '_', &mut name);
                return Ok(TokenKind::Identifier(name));
            }
            '-' | '0'..='9' => return self.number().map(TokenKind::Number),
            '"' => return self.string().map(TokenKind::Identifier),
            '\'' => return self.raw_string().map(|text| TokenKind::Literal(Value::String(text.into()))),
            '`' => return self.literal().map(TokenKind::Literal),
            _ => {}
        }
        let simple = match next {
            '.' => Mark::Dot,
            '*' => Mark::Star,
            '@' => Mark::Current,
            ']' => Mark::RightBracket,
            '{' => Mark::LeftBrace,
            '}' => Mark::RightBrace,
            '(' => Mark::LeftParenthesis,
            ')' => Mark::RightParenthesis,
            ',' => Mark::Comma,
            ':' => Mark::Colon,
            _ => return self.compound(next),
        };
        self.next();
        Ok(TokenKind::Mark(simple))
    }

    /// Tokens that are determined by their second character.
    fn compound(&mut self, first: char) -> Result<TokenKind, SyntaxError> {
        if !matches!(first, '[' | '|' | '&' | '=' | '<' | '>' | '!') {
            return Err(self.error(format!("Unexpected syntax: {first}")));
        }
        self.next();
        let comparator = |is_long: bool, long, short| TokenKind::Comparator(if is_long { long } else { short });
        Ok(match first {
            '[' if self.take(']') => TokenKind::Mark(Mark::Flatten),
            '[' if self.take('?') => TokenKind::Mark(Mark::Filter),
            '[' => TokenKind::Mark(Mark::LeftBracket),
            '|' => TokenKind::Mark(if self.take('|') { Mark::Or } else { Mark::Pipe }),
            '&' => TokenKind::Mark(if self.take('&') { Mark::And } else { Mark::Reference }),
            '<' => comparator(self.take('='), Comparator::LessOrEqual, Comparator::Less),
            '>' => comparator(self.take('='), Comparator::GreaterOrEqual, Comparator::Greater),
            '!' if self.take('=') => TokenKind::Comparator(Comparator::NotEqual),
            '!' => TokenKind::Mark(Mark::Not),
            _ => {
                self.expect('=')?;
                TokenKind::Comparator(Comparator::Equal)
            }
        })
    }

    fn number(&mut self) -> Result<f64, SyntaxError> {
        let is_digit = |next: char| next.is_ascii_digit();
        let mut text = String::new();
        if self.take('-') {
            text.push('-');
        }
        let mut is_good = self.take_while(is_digit, &mut text) > 0;
        if is_good && self.take('.') {
            text.push('.');
            is_good = self.take_while(is_digit, &mut text) > 0;
        }
        if is_good && self.peek().is_some_and(|next| matches!(next, 'e' | 'E')) {
            text.extend(self.next());
            if self.peek().is_some_and(|next| matches!(next, '+' | '-')) {
                text.extend(self.next());
            }
            is_good = self.take_while(is_digit, &mut text) > 0;
        }
        match text.parse() {
            Ok(number) if is_good => Ok(number),
            _ => Err(self.error(format!("Invalid number '{text}': a digit must follow"))),
        }
    }

    fn raw_string(&mut self) -> Result<String, SyntaxError> {
        self.expect('\'')?;
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                '\'' => return Ok(text),
                '\\' if self.take('\'') => text.push('\''),
                '\\' => {
                    text.push('\\');
                    text.extend(self.next());
                }
                other => text.push(other),
            }
        }
        Err(self.error(format!("Unclosed raw string: {text}")))
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        self.expect('"')?;
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                '"' => return Ok(text),
                '\\' => text.push(self.escape()?),
                '`' if self.in_literal => break,
                other => text.push(other),
            }
        }
        Err(self.error("Unclosed quotes".to_owned()))
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let Some(next) = self.peek() else { return Err(self.error("Unclosed quotes".to_owned())) };
        let escaped = match next {
            '"' | '/' | '\\' => next,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'f' => '\u{c}',
            'b' => '\u{8}',
            '`' if self.in_literal => next,
            'u' => {
                self.next();
                return self.unicode();
            }
            _ => return Err(self.error(format!("Invalid escape: {next}"))),
        };
        self.next();
        Ok(escaped)
    }

    /// `XXXX` of `\uXXXX`, and the second half of a surrogate pair. A lone surrogate becomes U+FFFD.
    fn unicode(&mut self) -> Result<char, SyntaxError> {
        let first = self.hex()?;
        let is_high = (0xD800..0xDC00).contains(&first);
        if is_high && self.take('\\') {
            self.expect('u')?;
            let second = self.hex()?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex(&mut self) -> Result<u32, SyntaxError> {
        let mut code = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|next| next.to_digit(16)) else {
                let found = self.found();
                return Err(self.error(format!("Invalid unicode escape character: `{found}`")));
            };
            self.next();
            code = code << 4 | digit;
        }
        Ok(code)
    }

    fn literal(&mut self) -> Result<Value, SyntaxError> {
        self.expect('`')?;
        self.in_literal = true;
        let value = self.json(0)?;
        self.skip_space();
        self.expect('`')?;
        self.in_literal = false;
        Ok(value)
    }

    fn json(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        if depth > DEEPEST_LITERAL {
            return Err(self.error(format!("Parser exceeded the maximum allowed depth of {DEEPEST_LITERAL}")));
        }
        self.skip_space();
        match self.peek() {
            Some('"') => self.string().map(|text| Value::String(text.into())),
            Some('[') => self.json_array(depth),
            Some('{') => self.json_object(depth),
            Some('-' | '0'..='9') => self.number().map(Value::Number),
            Some('t') => self.word("true", Value::Boolean(true)),
            Some('f') => self.word("false", Value::Boolean(false)),
            Some('n') => self.word("null", Value::Null),
            _ => {
                let found = self.found();
                Err(self.error(format!("Found '{found}', but expected a JSON value")))
            }
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, SyntaxError> {
        word.chars().try_for_each(|wanted| self.expect(wanted))?;
        Ok(value)
    }

    fn json_array(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.expect('[')?;
        let mut elements = Vec::new();
        self.skip_space();
        if self.take(']') {
            return Ok(Value::array(elements));
        }
        loop {
            elements.push(self.json(depth + 1)?);
            self.skip_space();
            if !self.take(',') {
                self.expect(']')?;
                return Ok(Value::array(elements));
            }
        }
    }

    fn json_object(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.expect('{')?;
        let mut members = Vec::new();
        self.skip_space();
        if self.take('}') {
            return Ok(Value::object(members));
        }
        loop {
            self.skip_space();
            let key = self.string()?;
            self.skip_space();
            self.expect(':')?;
            members.push((key.into(), self.json(depth + 1)?));
            self.skip_space();
            if !self.take(',') {
                self.expect('}')?;
                return Ok(Value::object(members));
            }
        }
    }
}
