//! Text to tokens. Accepts any text: invalid parts become [`TokenKind::Error`], explained by [`fault`].

use super::strings::{self, Quoting};
use super::token::{Token, TokenKind};
use crate::diagnostic::{FoundCharacter, NumberProblem, SyntaxProblem};

/// All tokens of a file, in order and without gaps. The last one is [`TokenKind::Eof`].
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: 0 };
    // Files have about five bytes per token.
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    loop {
        let start = lexer.at;
        let kind = lexer.next();
        tokens.push(Token { kind, start: start as u32, end: lexer.at as u32 });
        if kind == TokenKind::Eof {
            return tokens;
        }
    }
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn skip_while(&mut self, is_part: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.peek(0).is_some_and(&is_part) {
            self.at += 1;
        }
        self.at - start
    }

    fn next(&mut self) -> TokenKind {
        let Some(byte) = self.peek(0) else { return TokenKind::Eof };
        let kind = match byte {
            b' ' | b'\t' => {
                self.skip_while(|byte| matches!(byte, b' ' | b'\t'));
                return TokenKind::Space;
            }
            b'\r' | b'\n' => {
                self.line_end();
                return TokenKind::Newline;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => return self.identifier(),
            b'0'..=b'9' | b'-' => return if self.number().is_ok() { TokenKind::Number } else { TokenKind::Error },
            b'"' => return self.string(),
            b'/' => return self.comment(),
            b':' if self.peek(1) == Some(b'=') => {
                self.at += 2;
                return TokenKind::Walrus;
            }
            b':' => TokenKind::Colon,
            b',' => TokenKind::Comma,
            b'@' => TokenKind::At,
            b'$' => TokenKind::Dollar,
            b'.' => TokenKind::Dot,
            b'#' => TokenKind::Pound,
            b'=' => TokenKind::Equal,
            b'{' => TokenKind::LBrace,
            b'}' => TokenKind::RBrace,
            b'[' => TokenKind::LBracket,
            b']' => TokenKind::RBracket,
            b'(' => TokenKind::LParen,
            b')' => TokenKind::RParen,
            _ => return self.stray(),
        };
        self.at += 1;
        kind
    }

    fn line_end(&mut self) {
        self.at += if self.peek(0) == Some(b'\r') && self.peek(1) == Some(b'\n') { 2 } else { 1 };
    }

    fn stray(&mut self) -> TokenKind {
        let character = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let is_mark = self.at == 0 && character == Some('\u{feff}');
        self.at += character.map_or(1, char::len_utf8);
        if is_mark { TokenKind::Space } else { TokenKind::Error }
    }

    /// Spec: `IdentifierStart = (1*"_" (ALPHA / DIGIT)) / ALPHA`.
    fn identifier(&mut self) -> TokenKind {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if self.skip_while(|byte| byte == b'_') > 0 && !self.peek(0).is_some_and(is_part) {
            return TokenKind::Error;
        }
        self.skip_while(is_part);
        TokenKind::Identifier
    }

    /// Spec: `Number`.
    fn number(&mut self) -> Result<(), NumberProblem> {
        let is_digit = |byte: u8| byte.is_ascii_digit();
        if self.peek(0) == Some(b'-') {
            self.at += 1;
            if !self.peek(0).is_some_and(is_digit) {
                return Err(NumberProblem::Sign);
            }
        }
        let leading = self.peek(0);
        if self.skip_while(is_digit) > 1 && leading == Some(b'0') {
            return Err(NumberProblem::LeadingZero);
        }
        if self.peek(0) == Some(b'.') {
            self.at += 1;
            if self.skip_while(is_digit) == 0 {
                return Err(NumberProblem::Fraction);
            }
        }
        if matches!(self.peek(0), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(0), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.skip_while(is_digit) == 0 {
                return Err(NumberProblem::Exponent);
            }
        }
        Ok(())
    }

    fn comment(&mut self) -> TokenKind {
        if self.peek(1) != Some(b'/') {
            self.at += 1;
            return TokenKind::Error;
        }
        let kind = if self.peek(2) == Some(b'/') { TokenKind::DocComment } else { TokenKind::Comment };
        self.skip_while(|byte| !matches!(byte, b'\r' | b'\n'));
        if self.peek(0).is_some() {
            self.line_end();
        }
        kind
    }

    fn string(&mut self) -> TokenKind {
        let quoting = Quoting::at(self.bytes.get(self.at..).unwrap_or_default());
        let start = self.at + quoting.mark().len();
        let Some(length) = end_of_string(self.bytes.get(start..).unwrap_or_default(), quoting) else {
            self.at = self.bytes.len();
            return TokenKind::Error;
        };
        let content = self.text.get(start..start + length).unwrap_or_default();
        self.at = start + length + quoting.mark().len();
        match quoting {
            _ if !strings::is_valid(content, quoting) => TokenKind::Error,
            Quoting::Text => TokenKind::String,
            Quoting::Block => TokenKind::TextBlock,
        }
    }
}

/// The offset of the closing quotes.
fn end_of_string(bytes: &[u8], quoting: Quoting) -> Option<usize> {
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' if quoting == Quoting::Text || bytes.get(at..at + 3) == Some(b"\"\"\"") => return Some(at),
            _ => at += 1,
        }
    }
}

/// Errors of a [`TokenKind::Error`] token.
pub(super) fn fault(text: &str, token: Token) -> SyntaxProblem {
    let lexeme = token.text(text);
    let first = lexeme.chars().next();
    let unexpected = SyntaxProblem::UnexpectedCharacter { found: FoundCharacter(first) };
    match first {
        Some('"') => string_fault(text, lexeme),
        Some('/') => SyntaxProblem::ExpectedComment {},
        Some('_') => {
            let next = text.get(token.end as usize..).and_then(|rest| rest.chars().next());
            SyntaxProblem::ExpectedIdentifier { found: FoundCharacter(next) }
        }
        Some('-' | '0'..='9') => {
            let mut lexer = Lexer { text: lexeme, bytes: lexeme.as_bytes(), at: 0 };
            let problem = lexer.number().err();
            problem.map_or(unexpected, |problem| SyntaxProblem::Number { text: lexeme.to_owned(), problem })
        }
        Some(_) => unexpected,
        None => SyntaxProblem::UnexpectedEnd {},
    }
}

fn string_fault(text: &str, lexeme: &str) -> SyntaxProblem {
    let quoting = Quoting::at(lexeme.as_bytes());
    let content = lexeme.get(quoting.mark().len()..).unwrap_or_default();
    let closed = end_of_string(content.as_bytes(), quoting).and_then(|end| content.get(..end));
    let invalid = closed.and_then(|content| strings::decode(content, quoting).err());
    match invalid {
        Some(problem) => SyntaxProblem::Text { text: quoting.kind(), problem },
        None => {
            let (line, column) = position(text);
            SyntaxProblem::UnclosedText { text: quoting.kind(), line, column }
        }
    }
}

/// The line and column after a text, from 1. Columns are counted in characters.
pub(super) fn position(before: &str) -> (usize, usize) {
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}
